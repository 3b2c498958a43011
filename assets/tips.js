// The rule behind a marked word, beside it, on hover and on focus: never cut off by the pane's edge.
(function () {
  "use strict";
  const GAP = 6;
  let tip = null;

  function show(mark) {
    if (!tip) {
      tip = document.createElement("div");
      tip.className = "tip";
      tip.setAttribute("aria-hidden", "true");  // the mark itself bears the same as its description
      document.body.append(tip);
    }
    tip.textContent = mark.dataset.rule;
    tip.hidden = false;
    const word = mark.getClientRects()[0], box = tip.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(word.left, innerWidth - box.width - GAP));
    const above = word.top - box.height - GAP;
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > 0 ? above : word.bottom + GAP)}px)`;
  }
  const hide = () => { if (tip) tip.hidden = true; };
  const marked = (event) => event.target.closest?.("mark[data-rule]");
  const over = (event) => { const mark = marked(event); if (mark) show(mark); else hide(); };

  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("scroll", hide, true);
  document.addEventListener("keydown", (event) => {  // Esc takes back one thing at a time, the innermost first
    if (event.key !== "Escape" || !tip || tip.hidden) return;
    hide();
    event.stopImmediatePropagation();
  }, true);
})();
