"""Where the scene is when no word places an event: where its article, at this point, tells of what happens.

That is the site of the last deed told with one in the same paragraph or the sentence before, else the place that the events of
the lead share. So it is for what is said of the news, unless another state says it. It is no more than a guess, and says so by
its rule, its confidence and its radius.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import Draft, Placed
from extract.events.where.placing import MODALITIES, OPENING_TOKENS, SHARP, Found, is_sharp, where_of, where_said
from extract.models import When, Where

REACH = 3  # sentences of its paragraph over which a scene lasts
RECENT = dt.timedelta(days=60)  # between the news and what still happens at its scene
WEEKS = dt.timedelta(days=30)  # between two deeds of one scene
STEP = "setting"
RADIUS_KM = 25.0  # a scene that nobody told is at least so vague
NOWHERE = frozenset({"business", "call", "market", "opinion", "relations", "results", "tariff"})  # families without a scene
TOLD_WHERE = frozenset({"business", "results", "tariff"})  # those of them that a town may stand beside: "opened a plant in Gera"
HEALTH = "health"  # colour of kinds that happen where the hurt are taken
STATE_MARK = "@"  # first letter of the key of a state
ELSEWHERE = frozenset({"launch", "origin"})  # placings of what begins where nothing else of the news need be
SCENIC = frozenset({"site", "scene", "target"})  # placings of what happens where the news is


def settings_of(
    drafts: Sequence[Draft],
    sites: Sequence[Found | None],
    whens: Sequence[When | None],
    focus: When | None,
    centre: Placed | None,
) -> list[Where | None]:
    """Give where the scene is of each draft that has none of its own; None where it is unknown or happens nowhere.

    ``sites`` gives the places told for the drafts, ``whens`` their days, ``focus`` the day and ``centre`` the place of the news.
    """
    found: list[Where | None] = []
    still = True  # no town but that of the news was told since: what was there in another year is told of it too
    for number, draft in enumerate(drafts):
        if site := sites[number]:
            found.append(None)
            if is_sharp(site[0].place) and not draft.kind.speech:
                still = centre is not None and site[0].place.name == centre.place.name
            continue
        if not _has_scene(draft, whens[number]):
            found.append(None)
            continue
        recalled = still and not _is_counted(whens[number])
        news = centre if recalled or _is_of_these_days(whens[number], focus) else None
        running = _running(number, drafts, sites, whens)
        lasting = news or running if is_later(whens[number], focus) else running or news
        found.append(vague(lasting, draft.document_id) if lasting and not _is_of_abroad(draft, lasting) else None)
    return found


def named_beside(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft]) -> Where | None:
    """Give the town that the clause of what happens nowhere of its own names, or with which its sentence opens."""
    nowhere = draft.kind.placing != "none" and not draft.kind.speech
    of_trade = draft.kind.family in TOLD_WHERE
    if nowhere or (draft.kind.family in NOWHERE and not of_trade) or draft.modality not in MODALITIES:
        return None
    sites = [place for place in places if place.role == "site" and place.place.drawn and place.place.kind in SHARP]
    towns = [place for place in sites if place.clause == draft.clause_number]
    if draft.kind.speech:
        towns = where_said(towns, draft, beside)
    towns = towns or [place for place in sites[:1] if place.token <= OPENING_TOKENS and not of_trade]
    return vague(towns[0], draft.document_id) if len(towns) == 1 else None


def is_later(when: When | None, focus: When | None) -> bool:
    """Tell whether an event follows the news: the funeral is where the fire was, whatever the article told in between."""
    if when is None or focus is None or when.first_day is None or focus.first_day is None:
        return False
    return when.first_day > focus.first_day


def _has_scene(draft: Draft, when: When | None) -> bool:
    """Tell whether an event is likely at the scene: what is done and what is told of it, not what is feared, lasts or left."""
    if when is None and not draft.kind.one_day:
        return False
    return draft.modality in MODALITIES and draft.kind.family not in NOWHERE and draft.kind.placing not in ELSEWHERE


def _is_of_abroad(draft: Draft, scene: Placed) -> bool:
    """Tell whether states that say or decide something are all others than that of the scene: "Japan condemned the launch"."""
    if draft.kind.placing in SCENIC and not draft.kind.speech:
        return False
    doers = [one.key for one in draft.participants if one.role == "agent"]
    doers += [draft.saying.speaker.key] if draft.saying.speaker else []
    states = {key[1:] for key in doers if key[:1] == STATE_MARK}
    return bool(states) and scene.place.country not in states


def _running(number: int, drafts: Sequence[Draft], sites: Sequence[Found | None], whens: Sequence[When | None]) -> Placed | None:
    """Give the site of the last deed told with one, unless another paragraph began since, or it was of other weeks."""
    draft = drafts[number]
    for before in range(number - 1, -1, -1):
        other, site = drafts[before], sites[before]
        passed = draft.sentence - other.sentence
        if passed > REACH or (passed > 1 and other.reading.sentence.paragraph != draft.reading.sentence.paragraph):
            break
        if other.kind.colour == HEALTH and draft.kind.colour != HEALTH:  # the hospital is not where the shots fell
            continue
        if site and is_sharp(site[0].place) and not other.kind.speech:
            return site[0] if _within(whens[number], whens[before], WEEKS) else None
    return None


def _is_counted(when: When | None) -> bool:
    """Tell whether no word dates an event but from another: "two months after their summit"."""
    return when is not None and when.is_counted


def _within(one: When | None, other: When | None, span: dt.timedelta) -> bool:
    """Tell whether no more than a span lies between the days of two events, as far as they are known."""
    if one is None or other is None or one.first_day is None or other.first_day is None:
        return True
    return abs(one.first_day - other.first_day) <= span


def _is_of_these_days(when: When | None, focus: When | None) -> bool:
    """Tell whether an event is not of another time than the news."""
    return _within(when, focus, RECENT)


def vague(placed: Placed, document_id: str) -> Where:
    """Make a guess of a place."""
    where = where_of(placed.place, STEP, document_id)
    return replace(where, radius_km=max(where.radius_km, RADIUS_KM))
