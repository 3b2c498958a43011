// The pure functions that link the views, run by `node --test`.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const linked = require("../../assets/linked.js");

const chosen = (change) => ({ ...linked.EMPTY, ...change });
const clicked = (...data) => ({ points: [{ customdata: data }] });

test("an address brings back what it was made from", () => {
  const full = chosen({
    days: ["2023-09-10", "2023-09-17"], box: [120, 30, 150, 55.5], kinds: ["visit", "हमला"], sources: ["A & B"], words: "पुतिन =?&",
    happening: "h1", day: "2023-09-13", disagreements: true, lanes: "place", theme: "dark", lang: "hi",
  });
  assert.deepEqual(linked.fromUrl(linked.toUrl(full)), full);
  assert.deepEqual(linked.fromUrl(linked.toUrl(linked.EMPTY)), linked.EMPTY);
});

test("what an address gets wrong is left out", () => {
  const found = linked.fromUrl("days=yesterday..&box=1,2,three,4&view=1,2&kinds=visit");
  assert.deepEqual([found.days, found.box, found.view, found.kinds], [null, null, null, ["visit"]]);
});

test("an address without a selection opens the first view, all days do not", () => {
  const start = { days: ["2023-09-01", "2023-09-20"], happening: "h0" };
  assert.deepEqual(linked.openFrom("?lang=hi", start).days, start.days);
  assert.equal(linked.openFrom("?lang=hi", start).lang, "hi");
  assert.equal(linked.openFrom("?days=all", start).days, null);
});

test("an action that changes nothing publishes nothing", () => {
  assert.equal(linked.act({ op: "choose", value: "h1" }, chosen({ happening: "h1" })), undefined);
  assert.equal(linked.act({ op: "no such" }, linked.EMPTY), undefined);
  assert.equal(linked.act(null, linked.EMPTY), undefined);
});

test("a filter is taken up and given back by the same click", () => {
  const once = linked.act({ op: "toggle", clause: "kinds", value: "visit" }, linked.EMPTY);
  assert.deepEqual(once.kinds, ["visit"]);
  assert.deepEqual(linked.act({ op: "toggle", clause: "kinds", value: "visit" }, once).kinds, []);
});

test("Esc takes back the article before the happening before the day before the clauses", () => {
  let state = chosen({ article: "a", happening: "h", day: "2023-09-13", words: "kim" });
  for (const name of ["article", "happening", "day", "words"]) {
    state = linked.act({ op: "escape" }, state);
    assert.ok(!state[name], name);
  }
});

test("earlier and later stop at the ends", () => {
  const order = ["a", "b", "c"];
  assert.equal(linked.stepped(order, "a", -1), "a");
  assert.equal(linked.stepped(order, "c", 1), "c");
  assert.equal(linked.stepped(order, "b", 1), "c");
  assert.equal(linked.stepped(order, null, -1), "c");
  assert.equal(linked.stepped([], "a", 1), null);
});

test("days are counted over months, leap days and far years without a shift", () => {
  assert.equal(linked.dayAfter("2024-02-28", 1), "2024-02-29");
  assert.equal(linked.dayAfter("2023-12-31", 1), "2024-01-01");
  assert.equal(linked.dayAfter("0100-03-01", -1), "0100-02-28");
});

test("play goes on a day and begins again after the last", () => {
  const days = ["2023-09-01", "2023-09-02"];
  assert.equal(linked.tick(1, chosen({ days }), null).day, "2023-09-01");
  assert.equal(linked.tick(1, chosen({ days, day: "2023-09-02" }), null).day, "2023-09-01");
  assert.equal(linked.tick(1, chosen({}), days).day, "2023-09-01");
});

test("a click on one mark chooses it, a click on many opens their place", () => {
  assert.equal(linked.onMapClick(clicked("h1", "1,2", 1), linked.EMPTY).happening, "h1");
  assert.equal(linked.onMapClick(clicked("h1", "1,2", 3), linked.EMPTY).place, "1,2");
  assert.equal(linked.onMapClick({ points: [] }, linked.EMPTY), undefined);
});

test("a click on a bin of the timeline zooms to its days, on a mark chooses it", () => {
  assert.deepEqual(linked.onTimelineClick(clicked("2020-01-01..2020-01-31"), linked.EMPTY).days, ["2020-01-01", "2020-01-31"]);
  assert.equal(linked.onTimelineClick(clicked("h7"), linked.EMPTY).happening, "h7");
});

test("a resize of the timeline keeps the days, a move changes them, a double click frees them", () => {
  const state = chosen({ days: ["2023-09-01", "2023-09-20"] });
  assert.equal(linked.onTimelineMove({ autosize: true }, state), undefined);
  const moved = linked.onTimelineMove({ "xaxis.range[0]": "2023-09-05", "xaxis.range[1]": "2023-09-11" }, state);
  assert.deepEqual(moved.days, ["2023-09-05", "2023-09-10"]);
  assert.equal(linked.onTimelineMove({ "xaxis.autorange": true }, state).days, null);
});

test("a box on the map runs from west to east and from south to north however it was drawn", () => {
  const box = linked.onMapSelect({ range: { geo: [[150, 30], [120, 55]] } }, linked.EMPTY).box;
  assert.deepEqual(box, [120, 30, 150, 55]);
});

test("each view hears only of its own part, and only when that changed", () => {
  const [clauses, choice, look] = linked.split(chosen({ happening: "h1" }), null, null, null, "dark");
  assert.equal(look.shown, "dark");
  assert.deepEqual(linked.split(chosen({ happening: "h2" }), clauses, choice, look, "dark").map(Boolean), [false, true, false]);
});

test("the brush's shares and days are each other's inverse", () => {
  const extent = ["2023-01-01", "2023-12-31"];
  for (const days of [["2023-01-01", "2023-12-31"], ["2023-03-05", "2023-03-05"], ["2023-09-10", "2023-09-17"]]) {
    assert.deepEqual(linked.daysAt(extent, ...linked.shares(extent, days)), days);
  }
  assert.deepEqual(linked.daysAt(extent, 0.9, 0.1), linked.daysAt(extent, 0.1, 0.9));
});
