"""What is new in the collection while its page is open: how far a reading is, and what may be shown now.

The page asks now and then. While a reading fills an empty page, what is found appears by itself; once the reader has
touched anything, and whenever another process adds articles, it is offered, and taken with one click.
"""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashapp import views
from dashapp.attributes import told
from dashapp.chrome import title_line
from dashapp.wording import Wording
from extract import Progress, Query, Store

BUSY_MS, IDLE_MS = 1000, 4000  # between two questions: one costs the server a millisecond
LEAST_SECONDS = 2.0  # of reading before a rate is told

Answer = tuple[dict[str, Any], list[Any], list[Any], str, int]  # what is stored now, progress, offer, title line, ms to the next


def start(store: Store) -> dict[str, Any]:
    """Say what the page opens with: the densest days and their main happening, and the state of the store at that moment."""
    summary = store.summary()
    days = views.opening_days(store) if summary.first_day else None
    first_day, last_day = days or (None, None)
    first = store.window(Query(first_day, last_day, statuses=("foreground",)), 1)
    return {
        "days": [day.isoformat() for day in days] if days else None,
        "happening": first[0].id if first else None,
        "statuses": list(views.STANDING),
        **state(store),
    }


def state(store: Store) -> dict[str, Any]:
    """Tell one state of the store from another."""
    linked, summary = store.linked(), store.summary()
    return {"version": summary.version, "linked": linked, "happenings": summary.happenings, "articles": summary.articles}


def look_again(store: Store, now: Progress | None, shown: Mapping[str, Any], news: Mapping[str, Any], words: Wording) -> Answer:
    """Say how far the reading is, and what is new since what is shown.

    Parameters
    ----------
    store
        As it is now.
    now
        How far this program's own reading is; None where it reads nothing.
    shown, news
        The state of the store that the views show, and that of the last answer.
    words
        In the reader's language.
    """
    version = store.version()
    found = dict(news) if version == news.get("version") else start(store)
    found["busy"] = now is not None
    offer = _offer(found, shown, words) if found["linked"] != shown.get("linked") else []
    line = title_line(store.summary(), words)
    return found, _progress(now, words) if now else [], offer, line, BUSY_MS if now else IDLE_MS


def _offer(found: Mapping[str, Any], shown: Mapping[str, Any], words: Wording) -> list[Any]:
    more = {name: int(found[name]) - int(shown.get(name) or 0) for name in ("articles", "happenings")}
    said = next((words.count(f"growth-{name}-n", number) for name, number in more.items() if number > 0), words("growth-changed"))
    return [html.Span(said), html.Button(words("growth-show"), className="button small", **told(op="grow"))]


def _progress(now: Progress, words: Wording) -> list[Any]:
    said = {
        "opening": lambda: [words("reading-opening", n=now.done)],
        "reading": lambda: [words("reading-reading", done=now.done, total=now.total), *_rate(now, words)],
        "linking": lambda: [words("reading-linking", n=now.total)],
    }[now.step]()
    share: dict[str, Any] = {"value": str(now.done), "max": str(now.total)} if now.step == "reading" and now.total else {}
    bar = html.Progress(**share, **told(aria_label=words("reading-label")))
    return [bar, html.Span(" · ".join(said))]


def _rate(now: Progress, words: Wording) -> list[str]:
    if now.seconds < LEAST_SECONDS or not now.done:
        return []
    rate = now.done / now.seconds
    shown = words.number(round(rate) if rate >= 10 else round(rate, 1))
    return [words("reading-rate", n=shown), words("reading-left", time=words.lasting((now.total - now.done) / rate))]
