// How the views act on one another: events in, selection out. No DOM, no global, no clock, so that `node --test` runs it.
// A function that changes nothing returns undefined; the last lines turn that into Dash's "no update".
(function (root) {
  "use strict";

  const LISTS = ["kinds", "sources", "languages", "modalities", "statuses"];
  const FLAGS = ["disagreements", "hidden"];
  const TEXTS = ["words", "happening", "place", "article", "day", "column"];
  const USUAL = { lanes: "kind", panel: "map", step: "day", theme: "", lang: "" };
  const CLAUSES = ["days", "box", "view", ...LISTS, ...FLAGS, "words"];
  const CHOICE = ["happening", "place", "day", "article", "column"];
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  const STANDING = ["foreground", "background"];  // what the page shows unless the reader asks for commentary too

  const EMPTY = Object.freeze({
    days: null, box: null, view: null, kinds: [], sources: [], languages: [], modalities: [], statuses: [],
    disagreements: false, hidden: false, words: "", happening: null, place: null, article: null, day: null, column: null, ...USUAL,
  });

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const changed = (selection, change) => {
    const next = { ...selection, ...change };
    return same(next, selection) ? undefined : next;
  };

  // --- URL ---------------------------------------------------------------------------------------------------------

  function toUrl(selection) {
    const query = new URLSearchParams();
    query.append("days", selection.days ? selection.days.join("..") : "all");
    for (const name of ["box", "view"]) if (selection[name]) query.append(name, selection[name].join(","));
    for (const name of LISTS) for (const value of selection[name]) query.append(name, value);
    for (const name of FLAGS) if (selection[name]) query.append(name, "1");
    for (const name of TEXTS) if (selection[name]) query.append(name, selection[name]);
    for (const name of Object.keys(USUAL)) if (selection[name] && selection[name] !== USUAL[name]) query.append(name, selection[name]);
    return query.toString();
  }

  function fromUrl(search) {
    const query = new URLSearchParams(search);
    const days = (query.get("days") || "").split("..");
    const numbers = (name, length) => {
      const found = (query.get(name) || "").split(",").map(Number);
      return found.length === length && found.every(Number.isFinite) && query.get(name) ? found : null;
    };
    const found = { ...EMPTY, box: numbers("box", 4), view: numbers("view", 3) };
    found.days = days.length === 2 && days.every((day) => DAY.test(day)) ? days : null;
    for (const name of LISTS) found[name] = query.getAll(name);
    for (const name of FLAGS) found[name] = query.get(name) === "1";
    for (const name of [...TEXTS, ...Object.keys(USUAL)]) if (query.get(name)) found[name] = query.get(name);
    return found;
  }

  // What the page opens with: what the address says, or the first view of the collection.
  function openFrom(search, start) {
    const bare = [...new URLSearchParams(search).keys()].every((name) => name === "lang" || name === "theme");
    const found = fromUrl(search);
    return bare ? { ...found, days: start?.days ?? null, happening: start?.happening ?? null, statuses: start?.statuses ?? [] } : found;
  }

  // --- what the reader does ----------------------------------------------------------------------------------------

  function toggled(list, value) {
    return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  }

  function stepped(order, current, by) {
    if (!order?.length) return null;
    const at = order.indexOf(current);
    if (at < 0) return by > 0 ? order[0] : order[order.length - 1];
    return order[Math.min(order.length - 1, Math.max(0, at + by))];
  }

  // Days are counted as days: noon in one zone there and back, so that none shifts.
  function dayAfter(day, by, step = "day") {
    const moved = new Date(`${day}T12:00:00Z`);
    if (step === "month" || step === "year") {
      const months = step === "year" ? 12 * by : by, date = moved.getUTCDate();
      moved.setUTCDate(1);
      moved.setUTCMonth(moved.getUTCMonth() + months);
      const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
      moved.setUTCDate(Math.min(date, last));
    } else moved.setUTCDate(moved.getUTCDate() + by * (step === "week" ? 7 : 1));
    const year = moved.getUTCFullYear();
    return year < 1 || year > 9999 ? day : moved.toISOString().slice(0, 10);
  }

  // What a reader types for a day: a year, a month or a day; the first or the last day of it.
  function typedDay(text, last) {
    const found = /^\s*(\d{4})(?:[-./](\d{1,2}))?(?:[-./](\d{1,2}))?\s*$/.exec(text || "");
    if (!found || found[1] === "0000") return null;
    const year = found[1], two = (value) => String(value).padStart(2, "0");
    const month = found[2] ? Number(found[2]) : last ? 12 : 1;
    if (month < 1 || month > 12) return null;
    const days = new Date(Date.UTC(Number(year) < 100 ? Number(year) + 2000 : Number(year), month, 0)).getUTCDate();
    const day = found[3] ? Number(found[3]) : last ? days : 1;
    return day < 1 || day > days ? null : `${year}-${two(month)}-${two(day)}`;
  }

  // The day at a share of the time axis, whose ends are moments.
  function dayAt(range, share) {
    const ends = range.map((end) => Date.parse(`${String(end).slice(0, 10)}T${String(end).slice(11, 16) || "00:00"}Z`));
    if (!ends.every(Number.isFinite) || share < 0 || share > 1) return null;
    return new Date(ends[0] + share * (ends[1] - ends[0])).toISOString().slice(0, 10);
  }

  // Esc takes back one thing at a time, the innermost first.
  function cleared(selection) {
    for (const name of ["article", "place", "happening", "day"]) if (selection[name]) return { [name]: null };
    return clearedClauses();
  }

  function clearedClauses() {
    return { box: null, view: null, kinds: [], sources: [], languages: [], modalities: [], statuses: STANDING, disagreements: false, hidden: false, words: "" };
  }

  const ACTIONS = {
    toggle: (selection, { clause, value }) =>
      ({ [clause]: Array.isArray(selection[clause]) ? toggled(selection[clause], value) : !selection[clause] }),
    set: (_, { clause, value }) => (clause === "words" ? { words: value, happening: null, article: null, place: null } : { [clause]: value }),
    clear: (_, { clause }) => ({ [clause]: EMPTY[clause] }),
    "clear-all": () => clearedClauses(),
    escape: (selection) => cleared(selection),
    column: (selection, { value }) => ({ column: selection.column === value ? null : value }),
    choose: (_, { value }) => ({ happening: value, article: null, place: null }),
    step: (selection, { by }, order) => ({ happening: stepped(order, selection.happening, by), article: null, place: null }),
    days: (_, { value }) => ({ days: value }),
    day: (_, { value }) => ({ day: DAY.test(value || "") ? value : null }),
    "day-step": (selection, { by }) => ({ day: selection.day ? dayAfter(selection.day, by, selection.step) : selection.days?.[by > 0 ? 0 : 1] || "2000-01-01" }),
  };

  function act(action, selection, order) {
    const change = action && selection && ACTIONS[action.op]?.(selection, action, order);
    return change ? changed(selection, change) : undefined;
  }

  // Playing moves the day cursor on; past the last day shown it begins again.
  function tick(_, selection, days) {
    if (!selection) return undefined;
    const [first, last] = selection.days || days || [];
    if (!first) return undefined;
    const next = selection.day ? dayAfter(selection.day, 1, selection.step) : first;
    return changed(selection, { day: next > last ? first : next });
  }

  function onMapClick(click, selection) {
    const data = click?.points?.[0]?.customdata;
    if (!data || !selection) return undefined;
    return changed(selection, { happening: data[0], article: null, place: data[2] > 1 ? data[1] : null });
  }

  // A pan or a zoom tells the new centre or scale; a resize tells neither and must not lose what is selected.
  function onMapMove(event, selection, figure) {
    const meta = figure?.layout?.meta;
    if (!event || !selection || !meta) return undefined;
    const told = (...names) => names.map((name) => event[`geo.${name}`]).find((value) => value !== undefined);
    const latitude = told("projection.rotation.lat", "center.lat");
    const longitude = told("projection.rotation.lon", "center.lon");
    const scale = told("projection.scale");
    if (latitude === undefined && longitude === undefined && scale === undefined) return undefined;
    const flat = figure.layout.geo?.projection?.type === "natural earth";
    const view = [
      (flat ? told("center.lat") : latitude) ?? meta.latitude,
      longitude ?? meta.longitude,
      scale === undefined ? meta.span : Math.min(300, Math.max(0.5, (meta.span * meta.scale) / scale)),
    ].map((number) => Math.round(number * 1000) / 1000);
    return changed(selection, { view, box: null });
  }

  function zoomed(view, by) {
    return [view[0], view[1], Math.min(300, Math.max(0.5, view[2] * by))].map((number) => Math.round(number * 1000) / 1000);
  }

  function onMapSelect(selected, selection) {
    const corners = selected?.range?.geo;
    if (!corners || !selection) return undefined;
    const west = Math.min(corners[0][0], corners[1][0]), east = Math.max(corners[0][0], corners[1][0]);
    const south = Math.min(corners[0][1], corners[1][1]), north = Math.max(corners[0][1], corners[1][1]);
    return changed(selection, { box: [west, south, east, north].map((side) => Math.round(side * 1000) / 1000), view: null });
  }

  function onTimelineClick(click, selection) {
    const data = click?.points?.[0]?.customdata;
    if (!data || !selection) return undefined;
    if (String(data[0]).includes("..")) return changed(selection, { days: data[0].split("..") });
    return changed(selection, { happening: data[0], article: null, place: null });
  }

  // The axis ends at the midnight after its last day.
  function onTimelineMove(event, selection) {
    if (!event || !selection) return undefined;
    if (event["xaxis.autorange"]) return changed(selection, { days: null });
    const ends = [event["xaxis.range[0]"], event["xaxis.range[1]"]];
    if (!ends.every(Boolean)) return undefined;
    const [first, last] = ends.map((end) => String(end).slice(0, 10));
    const midnight = /^\d{4}-\d{2}-\d{2}([T ]00:00(:00(\.0+)?)?)?$/.test(String(ends[1]));
    return changed(selection, { days: [first, midnight && last > first ? dayAfter(last, -1) : last] });
  }

  function onTable(rows, selection) {
    const id = rows?.[0]?.id;
    return id && selection && id !== selection.happening ? changed(selection, { happening: id, article: null, place: null }) : undefined;
  }

  // The parts of the selection that different views wait for; each is published only when it changed.
  function split(selection, clauses, chosen, look, system) {
    if (!selection) return [undefined, undefined, undefined];
    const part = (names) => Object.fromEntries(names.map((name) => [name, selection[name]]));
    const parts = [part(CLAUSES), part(CHOICE), { ...part(Object.keys(USUAL)), shown: selection.theme || system || "light" }];
    return parts.map((one, at) => (same(one, [clauses, chosen, look][at]) ? undefined : one));
  }

  // --- the brush's arithmetic: days since 1970 and shares of the strip's width ------------------------------------

  const number = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86400000);
  const name = (days) => new Date(days * 86400000).toISOString().slice(0, 10);

  function shares(extent, days) {
    const length = number(extent[1]) - number(extent[0]) + 1;
    const at = (day, more) => Math.min(1, Math.max(0, (number(day) + more - number(extent[0])) / length));
    return days ? [at(days[0], 0), at(days[1], 1)] : [0, 1];
  }

  function daysAt(extent, from, to) {
    const first = number(extent[0]), length = number(extent[1]) - first + 1;
    const low = Math.min(from, to), high = Math.max(from, to);
    const start = first + Math.min(length - 1, Math.max(0, Math.round(low * length)));
    return [name(start), name(Math.max(start, first + Math.min(length, Math.max(1, Math.round(high * length))) - 1))];
  }

  const linked = {
    EMPTY, toUrl, fromUrl, openFrom, act, tick, onMapClick, onMapMove, onMapSelect, onTimelineClick, onTimelineMove, onTable, split,
    shares, daysAt, zoomed, dayAfter, typedDay, dayAt, stepped,
  };
  if (typeof module !== "undefined") module.exports = linked;
  if (!root?.document) return;
  const none = () => root.dash_clientside.no_update;
  const wrapped = Object.entries(linked).filter(([, one]) => typeof one === "function").map(([key, one]) => [key, (...given) => {
    const answer = one(...given);
    if (Array.isArray(answer) && key === "split") return answer.map((part) => (part === undefined ? none() : part));
    return answer === undefined ? none() : answer;
  }]);
  root.linkedViews = linked;
  root.dash_clientside = Object.assign({}, root.dash_clientside, { linked: Object.fromEntries(wrapped) });
})(typeof window === "undefined" ? undefined : window);
