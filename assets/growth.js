// What a reading or another program adds while the page is open: taken by itself as long as the reader has touched nothing and a
// reading fills the page, else when the reader asks for it. What is chosen, selected and shown stays as it is.
(function () {
  "use strict";
  const asked = location.search;  // the address as it was opened, before the page writes its state there
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  let filling = false, last = null, begun = null, selection = null;

  const first = (start) => window.dash_clientside.page.open(asked, start);
  const untouched = () => begun && selection && same(selection, first(begun));

  function take() {
    if (!last) return;
    const fresh = untouched() ? first(last) : null;
    window.dash_clientside.set_props("version", { data: last });
    begun = last;
    if (fresh) window.dash_clientside.set_props("selection", { data: fresh });
  }

  function news(found, shown, start, selected) {
    begun = begun || start;
    selection = selected;
    const before = shown || start, reading = filling || Boolean(found?.busy);
    filling = Boolean(found?.busy);
    if (found && before && found.linked !== before.linked) {
      last = found;
      if (!before.happenings || (reading && untouched())) take();
    }
    return window.dash_clientside.no_update;
  }

  window.datelineGrow = take;
  window.dash_clientside = Object.assign({}, window.dash_clientside, { growth: { news } });
})();
