// Links the views of the one-file page: a click on either shows the sources; the timeline's span, a box on the map and a search dim the rest.
(function () {
  "use strict";
  const page = JSON.parse(document.getElementById("page-data").textContent);
  const byId = (id) => document.getElementById(id);
  const config = { displayModeBar: false, scrollZoom: true, responsive: true, showSendToCloud: false };
  const rows = new Map(page.rows.map((row) => [row.id, row]));
  const clauses = { days: null, box: null, words: "" };
  const base = new Map();
  let chosen = null;

  const marks = (plot) => plot.data.findIndex((trace) => trace.customdata);
  const idsAt = (trace, at) => [trace.customdata[at][0]];

  function holds(id) {
    const row = rows.get(id);
    if (!row) return false;
    const [first, last] = row.days;
    if (clauses.days && (!first || last < clauses.days[0] || first > clauses.days[1])) return false;
    return clauses.words.split(/\s+/).every((word) => row.told.includes(word));
  }

  function dim(plot) {
    const at = marks(plot);
    if (at < 0) return;
    const trace = plot.data[at];
    if (!base.has(plot.id)) base.set(plot.id, [].concat(trace.marker.opacity));
    const strength = base.get(plot.id);
    const opacity = trace.customdata.map((_, mark) => (idsAt(trace, mark).some(holds) ? strength[mark] ?? strength[0] : 0.08));
    window.Plotly.restyle(plot, { "marker.opacity": [opacity] }, [at]);
  }

  function refresh() {
    dim(byId("map"));
    dim(byId("timeline"));
    const shown = page.rows.filter((row) => holds(row.id)).length;
    byId("count").textContent = (shown === 1 ? page.words["happenings-n-one"] : page.words["happenings-n"]).replace("{n}", shown);
  }

  function ring(plot, id) {
    const at = marks(plot), trace = plot.data[at];
    if (!trace) return;
    const mark = trace.customdata.findIndex((data) => data[0] === id), last = plot.data.length - 1;
    const [across, up] = trace.lat ? ["lon", "lat"] : ["x", "y"];
    window.Plotly.restyle(plot, { [across]: [mark < 0 ? [] : [trace[across][mark]]], [up]: [mark < 0 ? [] : [trace[up][mark]]] }, [last]);
  }

  function choose(id) {
    if (!id || !page.panes[id]) return;
    chosen = id;
    byId("reader").innerHTML = page.panes[id];
    byId("reader").scrollTop = 0;
    ring(byId("map"), id);
    ring(byId("timeline"), id);
  }

  function step(by) {
    const order = page.rows.filter((row) => holds(row.id)).map((row) => row.id), at = order.indexOf(chosen);
    choose(order[Math.min(order.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
  }

  function onClick(event) {
    const button = event.target.closest("[data-op]");
    if (!button) return;
    if (button.dataset.op === "step") step(Number(button.dataset.by));
    if (button.dataset.op === "choose") choose(button.dataset.value);
    if (button.dataset.op === "copy-text") navigator.clipboard?.writeText(button.dataset.value);
  }

  async function start() {
    const map = byId("map"), timeline = byId("timeline");
    await window.Plotly.newPlot(map, page.map.data, page.map.layout, config);
    await window.Plotly.newPlot(timeline, page.timeline.data, page.timeline.layout, config);
    const click = (event) => choose(event.points?.[0]?.customdata?.[0]);
    map.on("plotly_click", click);
    timeline.on("plotly_click", click);
    timeline.on("plotly_relayout", (event) => {
      const ends = [event["xaxis.range[0]"], event["xaxis.range[1]"]];
      if (ends.every(Boolean)) { clauses.days = ends.map((end) => String(end).slice(0, 10)); refresh(); }
    });
    byId("all").addEventListener("click", () => { clauses.days = null; window.Plotly.relayout(timeline, { "xaxis.range": page.timeline.layout.xaxis.range.slice() }).then(() => { clauses.days = null; refresh(); }); });
    byId("search").addEventListener("input", (event) => { clauses.words = event.target.value.trim().toLowerCase(); refresh(); });
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", (event) => {
      if (event.target.id === "search") return;
      if (event.key === "/") { event.preventDefault(); byId("search").focus(); }
      if (event.key === "ArrowRight") step(1);
      if (event.key === "ArrowLeft") step(-1);
    });
    choose(page.chosen);
    refresh();
  }
  start();
})();
