// The brush over the strip of all days: drag its ends or its middle, draw a new span, or use the arrow keys.
(function () {
  "use strict";
  const linked = window.linkedViews;
  let held = null, shown = null, last = 0;
  const element = () => document.getElementById("brush");

  function state() {
    const brush = element();
    if (!brush?.dataset.span) return null;
    const [first, end, from, to, left, right] = brush.dataset.span.split(",");
    return { brush, extent: [first, end], days: from ? [from, to] : null, left: Number(left), right: Number(right) };
  }

  function place(days) {
    const now = state();
    if (!now) return;
    const shares = linked.shares(now.extent, days);
    const width = now.brush.clientWidth - now.left - now.right;
    now.brush.style.setProperty("--from", `${now.left + shares[0] * width}px`);
    now.brush.style.setProperty("--to", `${now.left + shares[1] * width}px`);
    now.brush.style.setProperty("--left", `${now.left}px`);
    now.brush.style.setProperty("--right", `${now.right}px`);
    for (const [at, handle] of [...now.brush.querySelectorAll("[role=slider]")].entries()) {
      const day = (days || now.extent)[at];
      handle.setAttribute("aria-valuetext", day);
      handle.setAttribute("aria-valuemin", "0");
      handle.setAttribute("aria-valuemax", "100");
      handle.setAttribute("aria-valuenow", String(Math.round(100 * shares[at])));
    }
  }

  function publish(days, always) {
    shown = days;
    place(days);
    const now = performance.now();
    if (!always && now - last < 120) return;
    last = now;
    window.datelineDispatch({ op: "days", value: days });
  }

  const shareAt = (event, now) => {
    const box = now.brush.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left - now.left) / (box.width - now.left - now.right)));
  };

  function onDown(event) {
    const now = state();
    if (!now || !now.brush.contains(event.target)) return;
    const part = event.target.closest("[data-part]")?.dataset.part || "new";
    const shares = linked.shares(now.extent, now.days);
    held = { part, start: shareAt(event, now), shares, now };
    now.brush.setPointerCapture(event.pointerId);
    event.preventDefault();
    event.target.closest("[role=slider]")?.focus();
  }

  function onMove(event) {
    if (!held) return;
    const at = shareAt(event, held.now), by = at - held.start, [from, to] = held.shares;
    const moved = { from: [Math.min(at, to), to], to: [from, Math.max(at, from)], new: [held.start, at],
      span: [Math.min(1 - (to - from), Math.max(0, from + by)), Math.max(to - from, Math.min(1, to + by))] }[held.part];
    if (held.part === "new" && Math.abs(by) < 0.004) return;
    publish(linked.daysAt(held.now.extent, ...moved), false);
  }

  function onUp() {
    if (held && shown) publish(shown, true);
    held = null; shown = null;
  }

  function onKey(event) {
    const slider = event.target.closest?.("#brush [role=slider]");
    const by = { ArrowLeft: -1, ArrowRight: 1, PageDown: -7, PageUp: 7 }[event.key];
    const now = state();
    if (!slider || !by || !now) return;
    event.preventDefault();
    const days = [...(now.days || now.extent)], at = slider.dataset.part === "to" ? 1 : 0;
    days[at] = linked.dayAfter(days[at], by);
    if (days[0] <= days[1]) publish(days, true);
  }

  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("keydown", onKey);
  const replace = () => { if (!held) place(state()?.days ?? null); };
  const sized = new ResizeObserver(replace);
  let known = null, span = "";
  function look() {  // at every change of the page: to place the brush each time would have the browser lay out the page each time
    const brush = element();
    if (!brush || (brush === known && brush.dataset.span === span)) return;
    if (brush !== known) sized.observe(brush);
    [known, span] = [brush, brush.dataset.span];
    replace();
  }
  new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-span"] });
})();
