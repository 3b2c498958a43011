// What is drawn first: a choice fills the reading pane, and only then the rings on map, timeline and counts are drawn anew, which
// takes the browser several times as long.
(function () {
  "use strict";
  const LONGEST_MS = 500;  // where the pane does not change

  function ringed(chosen, before) {
    const reader = document.getElementById("reader-body");
    if (!before || !reader) return chosen;
    const told = { ...chosen, anew: ["place", "day"].some((name) => chosen[name] !== before[name]) };  // more than a ring changes
    return new Promise((done) => {
      const go = () => { observer.disconnect(); clearTimeout(timer); requestAnimationFrame(() => setTimeout(() => done(told))); };
      const observer = new MutationObserver(go), timer = setTimeout(go, LONGEST_MS);
      observer.observe(reader, { childList: true, subtree: true });
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { order: { ringed } });
})();
