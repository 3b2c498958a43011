"""TimelineJS JSON (timeline.knightlab.com/docs/json-format.html): one slide a dated happening.

A month stays a month and a year a year. TimelineJS has no slide without a date, so undated happenings are told on the
title slide. Its texts are drawn as HTML: all of ours are escaped.
"""

import datetime as dt
import json
import re

from extract.exports.lines import lines_of
from extract.exports.safe import markup, one_line, plain
from extract.exports.selected import Selected
from extract.models import Grain, Happening, Telling

_NO_DAY: frozenset[Grain] = frozenset({"month", "season", "quarter", "half"})
_MARKUP = re.compile("[<>&]")
_NO_MONTH: frozenset[Grain] = frozenset({"year", "decade", "century", "millennium"})


def timelinejs_bytes(selected: Selected) -> bytes:
    """Write the title slide and the events, earliest first."""
    dated = [one for one in selected.told if one[0].when and one[0].when.first_day]
    undated = [one for one in selected.told if not (one[0].when and one[0].when.first_day)]
    events = [_event(happening, tellings) for happening, tellings in dated]
    text = f"<p>{markup(selected.sentence)}</p>"
    if undated:
        text += "<h3>Without a date</h3>" + "".join(
            f"<h4>{markup(one.label)}</h4>{_quotes(one, tellings)}" for one, tellings in undated
        )
    made = {
        "title": {"text": {"headline": markup(selected.title) or "Dateline", "text": text}},
        "events": sorted(events, key=_order),
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8")


def _event(happening: Happening, tellings: tuple[Telling, ...]) -> dict[str, object]:
    when, where = happening.when, happening.where
    assert when is not None
    assert when.first_day is not None
    last = when.last_day or when.first_day
    place = f"<p>{markup(where.name)}</p>" if where else ""
    event: dict[str, object] = {
        "unique_id": plain(happening.id),
        "start_date": _date(when.first_day, when.grain),
        "text": {"headline": markup(happening.label), "text": place + _quotes(happening, tellings)},
        "group": _bare(happening.kind),
        "display_date": _display(when.first_day, last, when.grain),
    }
    if _date(last, when.grain) != event["start_date"]:
        event["end_date"] = _date(last, when.grain)
    return event


def _bare(text: str) -> str:
    """Leave out what could be markup: TimelineJS 3.9 takes entities in a group for the letters, and then draws HTML."""
    return _MARKUP.sub("", one_line(text))


def _date(day: dt.date, grain: Grain) -> dict[str, int]:
    made = {"year": day.year}
    if grain not in _NO_MONTH:
        made["month"] = day.month
        if grain not in _NO_DAY:
            made["day"] = day.day
    return made


def _display(first: dt.date, last: dt.date, grain: Grain) -> str:
    length = 4 if grain in _NO_MONTH else 7 if grain in _NO_DAY else 10
    ends = dict.fromkeys(day.isoformat()[:length] for day in (first, last))
    return " – ".join(ends)


def _order(event: dict[str, object]) -> tuple[object, ...]:
    start = event["start_date"]
    assert isinstance(start, dict)
    return (start["year"], start.get("month", 0), start.get("day", 0), event["unique_id"])


def _quotes(happening: Happening, tellings: tuple[Telling, ...]) -> str:
    quotes = []
    for line in lines_of(happening, tellings):
        origin = ", ".join(str(part) for part in (line.source or line.document, line.published) if part)
        quotes.append(
            f"<blockquote>{markup(line.sentence)}</blockquote><p><small>{markup(origin)} · {markup(line.rule)}</small></p>"
        )
    return "".join(quotes)
