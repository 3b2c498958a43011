"""The places of all events of a document."""

from collections.abc import Mapping, Sequence

from extract.clauses import Reading
from extract.events.blame import CRIMES, DEALT
from extract.events.deeds import of_no_other_deed
from extract.events.drafts import INCIDENTS, Draft, Placed
from extract.events.marks import COUNTRY, REGION, Marks
from extract.events.parents import parents_of
from extract.events.stops import further_goals
from extract.events.when.answers import on_its_side
from extract.events.when.days import Days
from extract.events.when.since import is_recalled, recalled_in
from extract.events.where.again import WIDE, Reach, reach_of, told_again
from extract.events.where.before import NOUNS_PLACED, told_before, told_beside, told_on_its_day
from extract.events.where.centre import News, at_desk, inherits, news_of
from extract.events.where.divisions import in_seat, most_told
from extract.events.where.felt import not_felt
from extract.events.where.goals import goal_in_word
from extract.events.where.grounds import at_ground, grounds_of
from extract.events.where.placing import OPENING_TOKENS, SHARP, UNWANTED, Found, other_places, own_place, where_of
from extract.events.where.seats import seat, seat_before, seat_of_court
from extract.events.where.setting import HEALTH, is_later, named_beside, settings_of
from extract.events.where.states import BODY, in_capital, in_state, most_named
from extract.events.where.timed import before_the_deed
from extract.events.where.within import town_within
from extract.language.events import EventRules
from extract.models import Role, When, Where
from extract.models.record import Record

HURT, TREATED = "injury", "medical treatment"  # kinds of those hurt, and of where they are brought
UNREST = "unrest"  # family of protests
STORMED = frozenset({UNREST, "kidnapping"})  # families of what strikes a place as an incident does
OUTSIDE = frozenset({UNREST, "arrest"})  # families of what happens before the doors of a parliament
ESCAPES = frozenset({"escape"})  # families of what begins where the deed before it was
RELATIVE_GAP = 6  # tokens between a noun and the relative clause that tells more of it: "the collapse of a bridge that killed"
THERE_REACH = 4  # tokens from a verb to "there"


class Spot(Record, frozen=True):
    """The place of one event, the number of its toponym, and the places that are not its site."""

    where: Where | None
    number: int | None
    others: tuple[tuple[Role, int], ...]
    stops: tuple[Placed, ...] = ()  # further goals of a journey
    parent: int | None = None  # number of the draft that the event is a part of
    setting: Where | None = None  # where the scene is, of an event that has no place


def place_drafts(
    readings: Sequence[Reading],
    drafts: Sequence[Draft],
    beside: Mapping[int, Sequence[Draft]],
    marks: Marks,
    rules: EventRules,
    days: Days,
) -> list[Spot]:
    """Place all drafts of a document. ``beside`` gives the drafts of each sentence, ``marks`` its places."""
    placed = {reading.sentence.index: found for reading, found in zip(readings, marks.places, strict=True)}
    reaches = [reach_of(draft, placed[draft.sentence], rules) for draft in drafts]
    sites = _own_sites(readings, drafts, reaches, beside, placed, rules)
    whens = [day.when for day in days.days]
    news = news_of(readings, drafts, sites, whens, days.focus, marks)
    parents = parents_of(drafts, whens)
    settings = settings_of(drafts, sites, whens, days.focus, news.centre)
    told = [place for found in marks.places for place in found]
    named, division = most_named(told), most_told(told)
    spots: list[Spot] = []
    for at, (draft, parent, setting) in enumerate(zip(drafts, parents, settings, strict=True)):
        places, others = placed[draft.sentence], beside[draft.sentence]
        wide = (reach := reaches[at]) is not None and reach.kind in WIDE
        there = of_no_other_deed(draft, places, others, rules)
        opens = draft.reading.sentence.paragraph in news.opened and not _follows_incident(draft, drafts, spots, news)
        desk = at_desk(draft, news.untaken, there) if opens else None
        governed = in_seat(draft, places, division, rules)
        own = None if governed and _is_of_body(sites[at], rules) else sites[at]
        seated = seat_before(at, drafts, sites) or governed or in_capital(draft, places, named, rules)
        outside: Where | None = None
        if desk and own and own[0] not in there:  # "PATIALA: markets closed over the killing of a student in Melbourne"
            site = (desk, "focus") if not wide and _inherits(draft, whens[at], news, desk, desk, there) else None
        else:
            site = own or _of_parent(draft, sites, parent) or _scene_fled(at, drafts, sites)
            site = site or (None if wide else told_on_its_day(at, drafts, sites, whens, rules))
            shared = desk or (news.scene if draft.kind.placing == "scene" else news.centre)
            if seated is governed and seated and shared and shared.place.geonames_id == seated.geonames_id:
                seated = None  # the news is in that town
            outside = None if site or desk else _guessed_before(draft, drafts, spots, places)
            outside = None if outside and shared and outside.country != shared.place.country else outside
            if not (site or wide or seated or outside) and shared and _inherits(draft, whens[at], news, desk, shared, places):
                before = None if desk else told_before(at, drafts, sites, places)
                site = told_beside(at, drafts, sites) or before or (shared, "focus")
        if site and not wide and (town := town_within(site, draft, whens[at], news, places, others)):
            site = town, "focus"
        guessed = None if site or wide else named_beside(draft, places, others) or seated or outside or setting
        guessed = guessed if site or wide or guessed else in_state(draft, places)
        spots.append(_spot(draft, site, places, parent, guessed, rules))
    return spots


def _is_of_body(own: Found | None, rules: EventRules) -> bool:
    """Tell whether a region is that of a body where no mark stands by places: "四川省政府开会"."""
    return rules.unmarked_place == "site" and own is not None and own[0].place.kind == REGION and not own[0].place.relation


def _inherits(draft: Draft, when: When | None, news: News, desk: Placed | None, shared: Placed, places: Sequence[Placed]) -> bool:
    """Tell whether an event takes over the place of the news, or that of the desk, which tells of later days too."""
    day = when if desk and is_later(when, news.focus) else news.focus
    return inherits(draft, when, day, shared, places)


def _spot(
    draft: Draft, site: Found | None, places: Sequence[Placed], parent: int | None, guessed: Where | None, rules: EventRules
) -> Spot:
    if goal := goal_in_word(draft, site, rules):
        return Spot(goal, None, other_places(draft, places, None), (), parent)
    chosen, step = site or (None, "")
    where = where_of(chosen.place, step, draft.document_id) if chosen else None
    number = chosen.number if chosen else None
    return Spot(where, number, other_places(draft, places, number), further_goals(draft, places, chosen), parent, guessed)


def _own_sites(
    readings: Sequence[Reading],
    drafts: Sequence[Draft],
    reaches: Sequence[Reach | None],
    beside: Mapping[int, Sequence[Draft]],
    placed: Mapping[int, Sequence[Placed]],
    rules: EventRules,
) -> list[Found | None]:
    """Give the place that words tell for each draft: its own clause or sentence, or the sentence before it."""
    whole = {reading.sentence.index: reading.sentence.paragraph for reading in readings}
    grounds = grounds_of(readings, placed, rules)
    sites = [
        None
        if recalled_in(draft, rules) == draft.clause_number or _is_in_hospital(draft, beside[at])
        else seat_of_court(
            draft,
            own_place(draft, _open_to(draft, placed[at], beside[at], rules), beside[at], rules),
            placed[at],
            rules,
        )
        or seat(draft, placed[at], rules)
        or (told_again(draft, reach, placed) if reach else None)
        or at_ground(draft, grounds, rules)
        or _pointed_at(draft, placed.get(at - 1, []), rules)
        or (_scene_before(draft, placed.get(at - 1, [])) if whole.get(at - 1) == whole[at] and not beside.get(at - 1) else None)
        for draft, reach in zip(drafts, reaches, strict=True)
        for at in (draft.sentence,)
    ]
    return [_beside_it(number, drafts, sites, rules) for number in range(len(drafts))]


def _open_to(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft], rules: EventRules) -> Sequence[Placed]:
    """Leave out where an event was only felt, where what it answers was, or what answers it, and where what it only dates was.

    Of what is only remembered a clause of its own may tell the place: "memories of the editor, who was shot in Malmö".
    """
    if is_recalled(draft, rules):
        places = [place for place in places if place.clause == draft.clause_number]
    return before_the_deed(draft, on_its_side(draft, not_felt(draft, places, rules), rules), beside, rules)


def _is_in_hospital(draft: Draft, beside: Sequence[Draft]) -> bool:
    """Tell whether the place beside those who were hurt is that of the hospital: "the injured were taken to a hospital in Kano"."""
    hurt = draft.kind.name == HURT and draft.trigger.position == "noun"
    return hurt and any(other.kind.name == TREATED and other.clause_number == draft.clause_number for other in beside)


def _beside_it(number: int, drafts: Sequence[Draft], sites: Sequence[Found | None], rules: EventRules) -> Found | None:
    """Give an event without a place in its own clause that of another in its sentence.

    For an incident that is the one before it, the deaths in a crash; for any noun the one of a relative clause behind it:
    "a fire that killed", "the ceasefire that both signed in Kunming".
    """
    own, draft = sites[number], drafts[number]
    if own and own[1] != "sentence":
        return own
    for before in range(number - 1, -1, -1) if draft.is_incident else ():
        other, site = drafts[before], sites[before]
        if other.reading is not draft.reading:
            break
        if site and site[1] == "clause" and other.is_incident and other.quoted == draft.quoted:
            return site[0], "parent"
    for behind in range(number + 1, len(drafts)):
        other, site = drafts[behind], sites[behind]
        if other.reading is not draft.reading:
            break
        if site and site[1] == "clause" and site[0].place.kind != COUNTRY and _tells_more(other, draft, rules):
            return site[0], "parent"
    return own


def _tells_more(other: Draft, draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event stands in a relative clause that follows the word for another: "un incendie qui a tué"."""
    noun = draft.trigger.position == "noun" and draft.kind.placing in NOUNS_PLACED
    if not other.kind.one_day or not (draft.is_incident or noun) or _strikes(draft) != _strikes(other):
        return False
    number, clauses = other.clause_number, other.reading.clauses
    while number > draft.clause_number and clauses[number].opener == "coordinate":
        number -= 1
    clause = clauses[number]
    relative = clause.opener == "subordinate" and clause.word in rules.relatives and number == draft.clause_number + 1
    return relative and 0 <= clause.first - draft.trigger.last <= RELATIVE_GAP


def _strikes(draft: Draft) -> bool:
    return draft.kind.colour in INCIDENTS and draft.kind.family not in DEALT


def _scene_fled(number: int, drafts: Sequence[Draft], sites: Sequence[Found | None]) -> Found | None:
    """Give an escape the site of the deed told right before it, in its sentence or the one before: "robbed a bank and fled"."""
    draft = drafts[number]
    if draft.kind.family not in ESCAPES or draft.modality != "asserted":
        return None
    for before in range(number - 1, -1, -1):
        other, site = drafts[before], sites[before]
        if draft.sentence - other.sentence > 1 or other.reading.sentence.paragraph != draft.reading.sentence.paragraph:
            break
        if site and site[0].place.kind in SHARP and (other.is_incident or other.kind.family in CRIMES):
            return site[0], "parent"
    return None


def _follows_incident(draft: Draft, drafts: Sequence[Draft], spots: Sequence[Spot], news: News) -> bool:
    """Tell whether what its paragraph placed last is where an incident was: "ADANA - A fire killed three in Ceyhan. Police …"."""
    last: Where | None = None
    for other, spot in zip(reversed(drafts[: len(spots)]), reversed(spots), strict=True):
        if other.reading.sentence.paragraph != draft.reading.sentence.paragraph:
            break
        if spot.where is None or other.sentence == draft.sentence or other.kind.colour == HEALTH:
            continue
        last = last or spot.where
        struck = other.is_incident or other.kind.family in STORMED
        if struck and spot.where.kind in SHARP and spot.where.name == last.name:
            return all(place.place.name != last.name for place in news.untaken[0])
    return False


def _guessed_before(draft: Draft, drafts: Sequence[Draft], spots: Sequence[Spot], places: Sequence[Placed]) -> Where | None:
    """Guess what happened where the body sits of which the sentence before told: "The Landtag voted. Outside, students marched"."""
    if draft.kind.family not in OUTSIDE or draft.modality != "asserted":
        return None
    if any(place.role == "site" and place.place.kind in SHARP for place in places):
        return None
    protest = draft.kind.family == UNREST  # who is arrested before its doors was protesting there
    for other, spot in zip(reversed(drafts[: len(spots)]), reversed(spots), strict=True):
        passed = draft.sentence - other.sentence
        if passed > 1 or other.reading.sentence.paragraph != draft.reading.sentence.paragraph or spot.where:
            return None
        at_body = spot.setting is not None and any(one.rule == BODY for one in spot.setting.evidence)
        if passed == 1 and spot.setting and (other.kind.family == UNREST or (protest and at_body)):
            return spot.setting
    return None


def _of_parent(draft: Draft, sites: Sequence[Found | None], parent: int | None) -> Found | None:
    """Give the site told for the event that another is a part of."""
    whole = sites[parent] if parent is not None else None
    return (whole[0], "parent") if whole and whole[0].place.kind in SHARP and draft.modality != "reported opinion" else None


def _scene_before(draft: Draft, before: Sequence[Placed]) -> Found | None:
    """Give the place with which a sentence before that tells nothing sets the scene: "In Lorn, the mood was grim."."""
    if not before or draft.kind.speech or draft.kind.placing not in ("site", "scene", "actor"):
        return None
    first = before[0]
    opens = first.token <= OPENING_TOKENS and first.role == "site" and first.place.kind in SHARP
    return (first, "anaphor") if first.place.drawn and opens else None


def _pointed_at(draft: Draft, before: Sequence[Placed], rules: EventRules) -> Found | None:
    """Give the place that "there" or "the facility" means, the last site of the sentence before: "launched from there"."""
    clause, keys = draft.clause, draft.reading.keys
    if not before or draft.kind.placing == "none" or draft.kind.speech or rules.place_anaphors.isdisjoint(keys):
        return None
    for at in range(clause.first, clause.last):
        if keys[at] not in rules.place_anaphors:
            continue
        mark = at - 1 - (at > 0 and keys[at - 1] in rules.definite)
        role = rules.place_roles.get((keys[mark],)) if mark >= 0 else None
        marked = role and role not in UNWANTED[draft.kind.placing]
        if rules.verb_last or at == draft.trigger.last or marked or _is_adverb(at, draft, rules):
            site = next((place for place in reversed(before) if place.place.drawn and place.place.kind in SHARP), None)
            return (site, "anaphor") if site else None
    return None


def _is_adverb(at: int, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a word for "there" opens a sentence, or stands behind the verb and opens nothing itself ("there was")."""
    keys, clause = draft.reading.keys, draft.clause
    if keys[at] not in rules.place_adverbs or (at + 1 < len(keys) and keys[at + 1] in rules.finite and at > clause.first):
        return False
    return (at == 0 and draft.trigger.first - at <= OPENING_TOKENS) or draft.trigger.last <= at < draft.trigger.last + THERE_REACH
