// Puts what the server wrote as HTML (every text in it escaped) into the page; prints; sizes the timeline; says when the server is gone.
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const none = () => window.dash_clientside.no_update;

  function fill(id, markup) {
    const place = byId(id);
    if (!place || markup === undefined || markup === null) return false;
    const open = [...place.querySelectorAll("details[open][id]")].map((one) => one.id);
    place.innerHTML = markup;
    for (const one of open) byId(one)?.setAttribute("open", "");
    return true;
  }

  // Brings what stands in a place to new markup by the least changes: focus, open menus and half-typed days stay.
  function renew(id, markup) {
    const place = byId(id), fresh = document.createElement("template");
    if (!place) return;
    fresh.innerHTML = markup;
    alter(place, fresh.content);
  }
  const kindOf = (one) => one.nodeName + (one.id || one.dataset?.id || "");
  function alter(old, fresh) {
    const wanted = [...fresh.childNodes], there = [...old.childNodes];
    wanted.forEach((node, at) => {
      const now = there[at];
      if (!now) old.append(node);
      else if (kindOf(now) !== kindOf(node)) now.replaceWith(node);
      else if (node.nodeType !== Node.ELEMENT_NODE) { if (now.data !== node.data) now.data = node.data; }
      else {
        for (const { name } of [...now.attributes]) if (name !== "open" && !node.hasAttribute(name)) now.removeAttribute(name);
        for (const { name, value } of node.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
        if (!node.dataset.input) alter(now, node);
      }
    });
    for (const rest of there.slice(wanted.length)) rest.remove();
  }

  function scrollReader() {
    const wanted = document.querySelector("#article .here"), reader = byId("reader");
    if (wanted) setTimeout(() => wanted.scrollIntoView({ block: "center" }), 30);
    else reader?.scrollTo({ top: 0 });
  }

  // --- paper: title, map and timeline as pictures, then every happening with its sentences ---------------------------
  let printing = false;
  async function fillPrint(markup) {
    if (printing || !fill("print-list", markup)) return none();
    printing = true;
    const place = document.querySelector("#print-list .print-views");
    for (const view of ["map", "timeline"]) {
      const plot = byId(view)?.querySelector(".js-plotly-plot");
      if (!plot || !place || !plot.getBoundingClientRect().width) continue;
      const picture = new Image();
      picture.alt = byId(view).closest("section")?.getAttribute("aria-label") || "";
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await window.datelinePicture(view))}`;
      await picture.decode().catch(() => undefined);
      place.append(picture);
    }
    document.body.classList.add("printing");
    window.print();
    printing = false;
    return none();
  }
  window.addEventListener("afterprint", () => document.body.classList.remove("printing"));

  // --- the edge between map and timeline --------------------------------------------------------------------------
  const LEAST = 170, STEP = 30;
  function resize(height) {
    const main = document.querySelector("main"), most = main.clientHeight - LEAST;
    main.style.setProperty("--time", `${Math.round(Math.max(LEAST, Math.min(most, height)))}px`);
    window.dispatchEvent(new Event("resize"));
  }
  const timeHeight = () => document.querySelector(".time").getBoundingClientRect().height;
  let held = null;
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.classList?.contains("splitter")) return;
    held = { from: event.clientY, height: timeHeight() };
    event.target.setPointerCapture(event.pointerId);
    event.preventDefault();
    event.target.focus();
  });
  document.addEventListener("pointermove", (event) => { if (held) resize(held.height + held.from - event.clientY); });
  document.addEventListener("pointerup", () => { held = null; });
  document.addEventListener("keydown", (event) => {
    const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (by && event.target.classList?.contains("splitter")) { event.preventDefault(); resize(timeHeight() + by); }
  });

  // --- a server that is gone, or an answer that failed: said, not hidden ---------------------------------------------
  const ask = window.fetch;
  function tell(failed) {
    const place = byId("failure");
    if (place) place.hidden = !failed;
  }
  window.fetch = async (...given) => {
    const own = String(given[0]?.url || given[0]).includes("_dash-update-component");
    try {
      const answer = await ask(...given);
      if (own) tell(answer.status >= 500);
      return answer;
    } catch (error) {
      if (own) tell(true);
      throw error;
    }
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.page = Object.assign({}, window.dash_clientside.page, {
    fillReader: (markup) => { if (fill("reader-body", markup)) { window.datelineSettle(); scrollReader(); } return none(); },
    fillCompare: (markup) => { fill("compare", markup); return none(); },
    fillCounts: (counts) => { for (const [id, markup] of Object.entries(counts || {})) renew(id, markup); return none(); },
    fillPrint,
  });
})();
