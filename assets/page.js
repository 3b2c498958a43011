// The page's own hands: sizes, keys, buttons, address, theme and pictures. What they do to the selection is in linked.js.
(function () {
  "use strict";
  let count = 0, playing = null;
  const linked = window.linkedViews;
  const byId = (id) => document.getElementById(id);
  const set = (id, props) => window.dash_clientside.set_props(id, props);
  const dispatch = (action) => set("action", { data: { ...action, at: ++count } });
  window.datelineDispatch = dispatch;

  // --- sizes: labels and ticks are placed by the server for this pane ------------------------------------------------
  let told = "";
  function tellSizes() {
    const size = (id) => { const box = byId(id)?.getBoundingClientRect(); return box ? [Math.round(box.width), Math.round(box.height)] : null; };
    const chips = document.querySelector(innerWidth <= 800 ? ".tabs" : ".over-map")?.getBoundingClientRect(), map = byId("map-section")?.getBoundingClientRect();
    const pane = { map: size("map"), time: size("timeline"), strip: size("strip"), top: chips && map ? Math.round(chips.bottom - map.top) : 52 };
    byId("map-section")?.style.setProperty("--chips", `${pane.top}px`);
    if (!pane.map || !pane.map[0] || JSON.stringify(pane) === told) return;
    told = JSON.stringify(pane);
    set("pane", { data: pane });
  }
  // --- native inputs, where the layout keeps a place for them --------------------------------------------------------
  function mountInputs() {
    for (const holder of document.querySelectorAll("[data-input]:empty")) {
      const input = document.createElement("input");
      Object.assign(input, { type: holder.dataset.input, id: holder.dataset.id, placeholder: holder.dataset.hint || "", autocomplete: "off", maxLength: 200 });
      input.setAttribute("aria-label", holder.dataset.label);
      input.className = "field";
      holder.append(input);
    }
    fillDays();
  }
  // Fields that are drawn anew bear what is selected.
  let latest = null;
  function fillDays() {
    if (!latest) return;
    const ends = latest.days || ["", ""];
    for (const [id, value] of [["day-field", latest.day || ""], ["day-from", ends[0]], ["day-to", ends[1]]]) {
      const field = byId(id);
      if (field && document.activeElement !== field && field.value !== value) field.value = value;
    }
  }
  let waiting = 0;
  const soon = () => { mountInputs(); clearTimeout(waiting); waiting = setTimeout(tellSizes, 60); };

  // --- clicks on anything that bears data-op -------------------------------------------------------------------------
  function onClick(event) {
    const button = event.target.closest?.("[data-op]");
    if (!button || button.disabled) return;
    const { op, clause, value, by } = button.dataset;
    const own = OWN[op];
    if (own) { own(button); return; }
    let given = value;
    if (op === "days") given = value ? value.split("..") : null;
    dispatch({ op, clause, value: given, by: by === undefined ? undefined : Number(by) });
    if (button.dataset.close) byId(button.dataset.close)?.removeAttribute("open");
  }

  const OWN = {
    "copy-link": (button) => copy(location.href, button),
    "copy-text": (button) => copy(button.dataset.value, button),
    theme: () => dispatch({ op: "set", clause: "theme", value: theme() === "dark" ? "light" : "dark" }),
    lang: (button) => { const query = new URLSearchParams(location.search); query.set("lang", button.dataset.value); location.search = query.toString(); },
    zoom: (button) => { const meta = byId("map").querySelector(".js-plotly-plot")?.layout?.meta; if (meta) dispatch({ op: "set", clause: "view", value: linked.zoomed([meta.latitude, meta.longitude, meta.span], Number(button.dataset.value)) }); },
    drag: (button) => drag(button),
    picture: (button) => picture(button.dataset.view, button.dataset.format),
    play: (button) => play(button),
    publish: (button) => { const day = linked.typedDay(button.parentElement.querySelector("input")?.value, false); if (day) set("publish", { data: { document: button.dataset.value, day, at: ++count } }); },
    print: () => printed(),
    grow: () => window.datelineGrow(),
    sheet: () => document.body.classList.toggle("sheet-up"),
    close: (button) => byId(button.dataset.value)?.removeAttribute("open"),
  };

  function copy(text, button) {
    const done = () => { const before = button.textContent; button.textContent = button.dataset.done || "✓"; setTimeout(() => { button.textContent = before; }, 1500); };
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, () => byHand(text, done));
    else byHand(text, done);
  }
  function byHand(text, done) {
    const area = document.createElement("textarea");
    area.value = text; document.body.append(area); area.select();
    document.execCommand("copy"); area.remove(); done();
  }

  function drag(button) {
    const plot = byId("map").querySelector(".js-plotly-plot");
    const selecting = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(selecting));
    window.Plotly.relayout(plot, { dragmode: selecting ? "select" : "pan" });
  }

  function play(button) {
    const speed = Number(byId("speed")?.value || 2);
    if (playing) { clearInterval(playing); playing = null; } else playing = setInterval(() => set("tick", { data: ++count }), 1000 / speed);
    button.setAttribute("aria-pressed", String(Boolean(playing)));
    button.textContent = playing ? button.dataset.on : button.dataset.off;
  }

  const printed = () => set("print-asked", { data: ++count });

  // A click beside the marks of the timeline sets the day that all views look at.
  function onTimeline(event) {
    const plot = event.target.closest?.("#timeline .js-plotly-plot");
    if (!plot || Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 3 || plot._hoverdata?.length) return;
    const box = plot.getBoundingClientRect(), { l, r } = plot.layout.margin;
    const day = linked.dayAt(plot._fullLayout.xaxis.range, (event.clientX - box.left - l) / (box.width - l - r));
    if (day) dispatch({ op: "day", value: day });
  }
  let pressed = [0, 0];

  // --- keys ------------------------------------------------------------------------------------------------------------
  function onKey(event) {
    const writing = event.target.closest?.("input, select, textarea, .ag-root, [role=slider], [role=separator]");
    if (event.key === "p" && (event.ctrlKey || event.metaKey) && !event.shiftKey) { event.preventDefault(); printed(); return; }
    if (event.key === "/" && !writing) { event.preventDefault(); byId("search")?.focus(); return; }
    if (event.key === "Escape") {
      const open = document.querySelector("details[open].menu");
      if (open) { open.removeAttribute("open"); open.querySelector("summary")?.focus(); return; }
      if (writing && event.target.id === "search") { event.target.blur(); }
      dispatch({ op: "escape" });
      return;
    }
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") { event.preventDefault(); dispatch({ op: "step", by: event.key === "ArrowRight" ? 1 : -1 }); }
  }

  // --- search, typed days ------------------------------------------------------------------------------------------------
  let typing = 0;
  function onInput(event) {
    const field = event.target;
    if (field.id === "search") {
      clearTimeout(typing);
      typing = setTimeout(() => dispatch({ op: "set", clause: "words", value: field.value.trim() }), 180);
    } else if (field.id === "lanes" || field.id === "step") dispatch({ op: "set", clause: field.id, value: field.value });
    else if (field.id === "speed" && playing) { const button = document.querySelector("[data-op=play]"); play(button); play(button); }
  }
  function onChange(event) {
    const field = event.target;
    if (!["day-field", "day-from", "day-to"].includes(field.id)) return;
    const typed = linked.typedDay(field.value, field.id === "day-to");
    field.setAttribute("aria-invalid", String(Boolean(field.value && !typed)));
    if (field.id === "day-field") { if (typed || !field.value) dispatch({ op: "day", value: typed || "" }); return; }
    const days = [linked.typedDay(byId("day-from").value, false), linked.typedDay(byId("day-to").value, true)];
    if (days.every(Boolean)) dispatch({ op: "days", value: days.sort() });
  }

  // --- address and theme ---------------------------------------------------------------------------------------------------
  const theme = () => document.documentElement.dataset.theme || "light";
  const systemTheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  function follow(selection) {
    if (!selection) return;
    const chosen = selection.theme || systemTheme();
    document.documentElement.dataset.theme = chosen;
    const button = document.querySelector("[data-op=theme]");
    if (button) button.textContent = chosen === "dark" ? button.dataset.light : button.dataset.dark;
    const url = `?${linked.toUrl(selection)}`;
    if (url !== location.search) history.replaceState(history.state, "", url);
    const search = byId("search");
    if (search && document.activeElement !== search && search.value !== selection.words) search.value = selection.words;
    document.body.classList.toggle("has-happening", Boolean(selection.happening || selection.article || selection.day));
    document.body.dataset.panel = selection.panel;
    for (const field of ["lanes", "step"]) if (byId(field) && byId(field).value !== selection[field]) byId(field).value = selection[field];
    for (const tab of document.querySelectorAll("[data-clause=panel]")) tab.setAttribute("aria-pressed", String(tab.dataset.value === selection.panel));
    latest = selection;
    fillDays();
  }
  document.documentElement.dataset.theme = new URLSearchParams(location.search).get("theme") || systemTheme();
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: {
    // A phone opens on the map: the reading pane rises at the first tap.
    open: (search, start) => linked.openFrom(search, innerWidth <= 800 ? { ...start, happening: null } : start),
    split: (selection, ...parts) => {
      follow(selection);
      const found = linked.split(selection, ...parts, systemTheme());
      const listed = selection?.happening || selection?.article ? undefined : found[0];  // the pane lists what fits the clauses
      return [...found, listed].map((part) => (part === undefined ? window.dash_clientside.no_update : part));
    },
  } });
  window.datelineSettle = () => setTimeout(tellSizes, 0);

  // --- pictures: the figure as it is, with its fonts inside ------------------------------------------------------------------
  async function drawn(view) {
    const plot = byId(view).querySelector(".js-plotly-plot");
    const { width, height } = plot.getBoundingClientRect();
    const faces = await window.datelineFigure.facesFor(plot.textContent);
    return { svg: await window.datelineFigure.svgOf(window.Plotly.toImage, plot, { width, height }, faces), faces, width, height };
  }
  window.datelinePicture = async (view) => (await drawn(view)).svg;

  async function picture(view, format) {
    const { svg, faces, width, height } = await drawn(view);
    if (format === "svg") { save(new Blob([svg], { type: "image/svg+xml" }), `dateline-${view}.svg`); return; }
    const canvas = await window.datelineFigure.drawn(svg, faces, width, height, 2);
    canvas.toBlob((blob) => save(blob, `dateline-${view}.png`));
  }
  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob); link.download = name;
    document.body.append(link); link.click(); link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // Export links carry the address's state, so that a file holds what is selected.
  function onPointerDown(event) {
    const link = event.target.closest?.("a[data-export]");
    if (link) link.href = `${link.dataset.export}${location.search}`;
    for (const menu of document.querySelectorAll("details[open].menu")) if (!menu.contains(event.target)) menu.removeAttribute("open");
  }

  document.addEventListener("click", onClick);
  document.addEventListener("click", onTimeline);
  document.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; });
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", onInput);
  document.addEventListener("change", onChange);
  document.addEventListener("pointerdown", onPointerDown);
  document.addEventListener("focusin", onPointerDown);
  window.addEventListener("resize", soon);
  new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
})();
