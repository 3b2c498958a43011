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

  const marks = (plot) => plot.data.map((trace, at) => (trace.customdata ? at : -1)).filter((at) => at >= 0);
  const idsAt = (trace, at) => trace.customdata[at].filter((one) => rows.has(one));

  function holds(id) {
    const row = rows.get(id);
    if (!row) return false;
    const [first, last] = row.days;
    if (clauses.days && (!first || last < clauses.days[0] || first > clauses.days[1])) return false;
    return clauses.words.split(/\s+/).every((word) => row.told.includes(word));
  }

  function dim(plot) {
    for (const at of marks(plot)) {
      const trace = plot.data[at], key = `${plot.id} ${at}`;
      if (!base.has(key)) base.set(key, [].concat(trace.marker.opacity ?? 1));
      const strength = base.get(key);
      const opacity = trace.customdata.map((_, mark) => (idsAt(trace, mark).some(holds) ? strength[mark] ?? strength[0] : 0.08));
      window.Plotly.restyle(plot, { "marker.opacity": [opacity] }, [at]);
    }
  }

  function refresh() {
    dim(byId("map"));
    dim(byId("timeline"));
    const shown = page.rows.filter((row) => holds(row.id)).length;
    byId("count").textContent = (shown === 1 ? page.words["happenings-n-one"] : page.words["happenings-n"]).replace("{n}", shown);
  }

  function ring(plot, id) {
    const last = plot.data.length - 1, traces = marks(plot).map((at) => plot.data[at]);
    const trace = traces.find((one) => one.customdata.some((data) => data.includes(id))) || traces[0];
    if (!trace) return;
    const mark = trace.customdata.findIndex((data) => data.includes(id));
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
    const map = byId("map");  // area, lines and goal are those of the happening that the file was written with
    window.Plotly.restyle(map, { visible: id === page.chosen }, [0, 1, map.data.length - 2]);
  }

  function onMark(event) {
    const data = event.points?.[0]?.customdata;
    if (!data) return;
    if (!String(data[0]).includes("..")) { choose(data[0]); return; }
    const [first, last] = data[0].split("..");  // a mark for several: their days alone
    const after = new Date(Date.parse(`${last}T12:00:00Z`) + 86400000).toISOString().slice(0, 10);
    window.Plotly.relayout(byId("timeline"), { "xaxis.range": [first, after] });
    choose(data.find((one) => rows.has(one)));
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
    map.on("plotly_click", onMark);
    timeline.on("plotly_click", onMark);
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
