// What is drawn first: a choice fills the reading pane, and only then the rings on map, timeline and counts are drawn anew, which
// takes the browser several times as long; new clauses are drawn on the map, and only then on the timeline and in the counts.
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

  let latest = null, asked = 0;
  function followed(clauses, before) {
    latest = clauses;
    const map = document.querySelector("#map .js-plotly-plot");
    if (!before || !map?.on || document.body.dataset.panel !== "map") return clauses;
    return new Promise((done) => {
      const go = () => { map.removeListener?.("plotly_afterplot", go); clearTimeout(timer); requestAnimationFrame(() => setTimeout(() => done(latest))); };
      const timer = setTimeout(go, LONGEST_MS);
      map.on("plotly_afterplot", go);
    });
  }

  // A pane that is not shown is not asked for.
  const asks = (panel) => (...state) => (state.at(-1)?.panel === panel ? ++asked : window.dash_clientside.no_update);

  window.dash_clientside = Object.assign({}, window.dash_clientside, { order: { ringed, followed, tabled: asks("table"), compared: asks("compare") } });
})();
