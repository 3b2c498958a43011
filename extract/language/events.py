"""The pack's view of clauses: ``events.toml``, with a bare default for a language that has none."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.bodies import division_bodies, listed, state_bodies
from extract.language.event_keys import CHOSEN, ENDINGS, FOLDED_ENDINGS, HABIT_PARTS, KINDS_OF_LAND, ORDERS, PHRASES, WORD_SETS
from extract.language.lexicon import Lexicon, lexicon_of
from extract.language.unreal import UnrealRules, unreal_rules
from extract.phrases import PhraseIndex, phrase_index
from extract.text import fold

PlaceRole = Literal["site", "target", "origin", "topic"]
ClauseOpener = Literal["subordinate", "coordinate"]
PLACE_ROLES: tuple[PlaceRole, ...] = ("site", "target", "origin", "topic")


@dataclass(frozen=True, slots=True)
class EventRules:
    """How one language builds a clause around an event; all words are folded."""

    verb_first: bool  # who does it stands behind the verb
    verb_last: bool  # cues and auxiliaries follow the verb
    verb_second: bool  # the verb of a clause comes second, its subject behind it where something else comes first
    verb_bracket: bool  # many words may stand between an auxiliary and its participle: "wurde am Montag in Bonn festgenommen"
    verb_continues: bool  # a verb right behind a comma goes on with the clause before: "khởi tố, bắt tạm giam"
    bare_known: bool  # no articles: a noun that opens its clause is known: "После взрыва …"
    bare_opens: bool  # a part without a verb behind a comma belongs to the clause that follows: "13日夜、…"
    nouns_capitalised: bool
    accents_kept: bool  # the keys of words keep their accents
    lexicon: Lexicon | None  # of a language that is written without spaces
    unmarked_place: PlaceRole  # what a place without a mark is to the event
    marks_after: bool  # what a place is to the event is told by postpositions
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    conditions: frozenset[str]
    asking: frozenset[str]  # those of the conditions that also ask: "whether"
    denying: frozenset[str]  # between two nouns of which the first is denied: "no deaths or injuries"
    inverting: frozenset[str]  # open a sentence that begins with a condition without a word for it: "had the bomb exploded"
    frame_signs: frozenset[str]  # beside a colon, behind the place that opens a heading: "Siria, esplosione in una scuola"
    finite: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    latest: frozenset[str]  # before a noun that means the one of the news, not the last one told: "今回の", "이번"
    launches: frozenset[str]  # nouns for the launch of a missile or of a satellite: "발사"
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    pronouns: frozenset[str]
    noun_prepositions: frozenset[str]
    agent_marks: frozenset[str]
    subjects: frozenset[str]  # before a verb form that is no participle
    contact_subjects: frozenset[str]  # right behind a noun they open a clause about it: "the hostages they seized"
    participle_marks: frozenset[str]  # behind a participle that only modifies: "built in 2015"
    participles: frozenset[str]  # of verbs that need an object: right before such a mark they are no full verb
    content_marks: frozenset[str]  # behind a verb of saying, before what is said: "that"
    speaker_marks: frozenset[str]  # behind a speaker: ने
    past_perfect: frozenset[str]
    past_perfect_endings: tuple[str, ...]  # of verbs, or the last two words of one: "saldırmıştı", "کرده بود"
    habitual: frozenset[str]
    heads: frozenset[str]
    place_links: frozenset[str]  # between a place and its noun: "of" in "the city of"
    place_nouns: frozenset[str]
    noun_ends: frozenset[str]  # behind one of ``noun_plurals`` they make it a plural, no verb
    noun_plurals: frozenset[str]  # forms of verbs that are plurals of nouns too: "strikes", not "resigns"
    topic_links: frozenset[str]  # before what something is about: "acquitted over the sinking"
    committing: frozenset[str]  # verbs whose subject does the deed that is their object: "staged a robbery"
    while_marks: frozenset[str]  # open a clause that tells what happened at the same time: "when", "as"
    modifying: frozenset[str]  # participles between a date and the noun that it dates: हुए
    any_incident: frozenset[str]  # last words of anaphors that call an incident of any sort: "حادثه"
    incidents: frozenset[str]  # words of anaphors that call no force of nature: "incident"
    calling: frozenset[str]  # before a wide noun: it calls a deed told before: "this attack" is the airstrike
    calling_behind: frozenset[str]  # the same behind it: "serangan itu"
    callers: frozenset[str]  # nouns that do so alone: "हत्याकांड"
    another: frozenset[str]  # beside a noun: one of its sort that was not told yet, as ``foregoing`` too: "another launch"
    place_anaphors: frozenset[str]  # "there": the last place told
    grounds: frozenset[str]  # nouns of buildings, which call again where one of them was told with its town: "the plant"
    sequels: frozenset[str]  # words for what an incident leaves behind: "survivors", "wreckage", "cause"
    born: frozenset[str]  # beside a date: it is when somebody was born: "a man born in 1988", "1951 года рождения"
    year_words: frozenset[str]  # without one of them behind it a year is part of a name: "2018 러시아 월드컵"
    residents: frozenset[str]  # words for persons behind the town of which they are: "長野市の会社員"
    rival_marks: frozenset[str]  # behind a team: whom a match is won against: "Leverkusen'i yendi"
    object_pronouns: frozenset[str]  # determiners that are pronouns of their own before a verb: "его задержали"
    occurring: frozenset[str]  # verbs behind "previous" without its noun: "предыдущий состоялся в мае"
    place_adverbs: frozenset[str]  # those that are adverbs, which may open a sentence: "dort starb er"
    nationals: frozenset[str]  # beside the bare name of a land: its people, offices, troops; it is no site then
    local_tellers: frozenset[str]  # those who tell of what happened where they are: "police in Lahore said"
    seats: frozenset[str]  # courts, prosecutors, police: what they do happens in the town they are named by
    seated_tellers: frozenset[str]  # those whose place is a mere seat: "officials in Washington said"
    crimes: frozenset[str]  # words of anaphors that call a killing where one is told: "the crime"
    forces: frozenset[str]  # words of anaphors that call a force of nature alone: "the phenomenon"
    felt: frozenset[str]  # words for the feeling of a tremor, the hearing of a blast: where it was only felt
    games: frozenset[str]  # nouns that call a match told before: "the encounter"
    going: frozenset[str]  # forms of "go" that also make a passive: a going only behind a place or its mark
    earlier_marks: frozenset[str]  # before a noun that went before what its clause tells: "nach"
    present_perfect: frozenset[str]  # auxiliaries of what is done by now, on no day of the past: "have been flown"
    topic_links_behind: frozenset[str]  # the same as topic_links, behind the noun: "हमले के विरोध में"
    relative_words: frozenset[str]  # behind a verb before the noun that it describes: "जान गंवाने वाले"
    alike: frozenset[str]  # beside one of ``alike_nouns``: one more of the sort told before, "a similar incident"
    alike_nouns: frozenset[str]
    foregoing: frozenset[str]  # beside a noun that names an earlier one of its sort: "previous"
    relatives: frozenset[str]  # open a clause about the word before them: "who"
    person_relatives: frozenset[str]  # those that are about a person alone
    place_relatives: frozenset[str]  # those that are about a place alone: "where"
    before_marks: frozenset[str]  # open a clause with the later of two events: "before"
    after_marks: frozenset[str]
    line_marks: frozenset[str]  # beside two towns that a road or a line joins: "between"
    time_marks: frozenset[str]  # beside the noun of an event that only dates another
    lengths: frozenset[str]  # units of time, right behind a conjunction that is a preposition before one: "قبل يومين"
    soon: frozenset[str]  # before such a word: little time lay between
    plurals: frozenset[str]  # nouns before a bare verb: "people"
    bare_after: tuple[str, ...]  # endings of a word before a bare verb: of plurals and adverbs
    genitives: frozenset[str]  # articles of a noun that says whose the noun before it is: "des"
    objects: frozenset[str]  # articles that no subject has: "den", "dem"
    adverbs: frozenset[str]  # may stand between a subject and its verb: "later"
    possessive: frozenset[str]  # the letter behind an apostrophe
    owning_dates: frozenset[str]  # dates that are those of the thing behind them: "årets"
    owned_words: frozenset[str]  # between it and the part of a land: "India's northern Uttar Pradesh"
    bare_passive: frozenset[str]  # before a participle that is no verb of saying: "will be noted"
    infinitive_marks: frozenset[str]
    until_marks: frozenset[str]  # a date behind them is an end, not the day of the event
    date_marks: frozenset[str]  # behind a date they give it to the noun behind them: "11日の地震" …
    date_mark_endings: tuple[str, ...]  # … or are its ending: "সোমবারের বিস্ফোরণ"
    years_since: frozenset[str]  # between an event that is only remembered and the years since it: "震災から15年" …
    years_units: frozenset[str]  # … with the words for years
    until_stops: frozenset[str]  # behind such a mark they make "by" of "until": "12日までに逮捕した"
    since_marks: frozenset[str]  # a date behind them is a beginning, not the day of what is told behind it
    since_marks_behind: frozenset[str]  # likewise, behind the date
    records: frozenset[str]  # with such a date they tell when it was last so: "the worst fall since 2001"
    verb_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    verbal_endings: tuple[str, ...]  # of forms that are never nouns
    past_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]  # shared by plurals and verbs
    undergoing_parts: tuple[str, ...]  # the same of a verb whose subject undergoes what the noun before it tells: "処分を受けた"
    passive_parts: tuple[str, ...]  # letters inside a verb that stands last, or right behind it: it is a passive
    relative_endings: tuple[str, ...]  # of a verb before the noun that it describes: "ölen üç işçi"
    subject_relative_endings: tuple[str, ...]  # those of them that are about who does or undergoes it: "alan", not "aldığı"
    passive_starts: tuple[str, ...]  # of verbs in the passive: "ditangkap"
    definite_endings: tuple[str, ...]  # of a noun that bears its article as its end: "olyckan"
    passive_verb_endings: tuple[str, ...]  # the same behind: "greps", "har gripits"
    case_endings: tuple[str, ...]  # of a noun that is not what the verb tells of, but its scene or cause: "patlamada"
    clause_endings: tuple[str, ...]  # of a verb (and the word behind it) that ends a clause of its own: "체포했고", "체포한 뒤"
    topic_endings: tuple[str, ...]  # of a place that is only who stands on the other side: "이라크와의 경기"
    site_endings: tuple[str, ...]  # cases of a land's name that say where; without one it is no site: "ভারতে", not "ভারতের"
    origin_endings: tuple[str, ...]  # cases of a place that say from where: "पुण्याहून"
    target_endings: tuple[str, ...]  # … and whither: "पुण्याकडे"
    ongoing_endings: tuple[str, ...]  # of a verb behind one of ``ongoing``: "searching"
    goals: Mapping[str, str]  # beginnings of the words for a visit that hold its land → its code: "来日"
    read_as: Mapping[str, str]  # words that accents alone tell from others, as written → the key that they get: "väl" is no "val"
    owner_endings: tuple[str, ...]  # cases of a land to which belongs what follows, which may say where: "জাপানের ইশিকাওয়ায়"
    place_roles: Mapping[tuple[str, ...], PlaceRole]  # words of the mark → role
    place_ends: frozenset[str]  # the last words of the marks
    anaphors: PhraseIndex[str]  # "the incident": the last event of its sort, told again
    calls: PhraseIndex[str]  # "this rise" → the kind of which one was told before
    mishaps: PhraseIndex[str]  # "tragedy": what a length of time is counted from, where its name tells no event of its own
    speech_anaphors: PhraseIndex[str]  # "these remarks": what was said just before
    looking_back: PhraseIndex[str]  # "इससे पहले" at the beginning of a sentence: the day beside it is before that of the news
    news_anaphors: PhraseIndex[str]  # "about this" at the beginning of a sentence: the day beside it is that of the news
    recording: frozenset[str]  # verbs of a land that counts what happened in it: "Spain reported 40 deaths"
    places_again: PhraseIndex[str]  # nouns of a place told before, behind the mark of a site → its kind: "across the country"
    extents: PhraseIndex[str]  # adverbs that say how far something reaches → the kind of land: "nationwide"
    recalling: PhraseIndex[str]  # "anniversary of": what follows is only remembered
    updates: PhraseIndex[str]  # "rose to": of the count of victims; the day beside it is that of the count
    updates_behind: PhraseIndex[str]  # the same, right behind their day: "в среду выросло до"
    confirmations: PhraseIndex[str]  # "confirmed": the day beside it is not that of the incident of which it tells
    replies: PhraseIndex[str]  # stand before what an act answers: "in retaliation for"
    replies_behind: PhraseIndex[str]  # stand behind it: "के जवाब में"
    causes: PhraseIndex[str]  # stand before what made something happen: "because of"
    causes_behind: PhraseIndex[str]  # stand behind it: "के कारण"
    afterwards: PhraseIndex[str]  # beside a verb: what went before in its sentence was earlier: "later"
    other_ones: PhraseIndex[str]  # "that of": before the day of another thing of the same sort: "tras la del 24 de enero"
    ongoing: PhraseIndex[str]  # before a verb with such an ending, or behind a verb that stands last: it is being done: "are"
    beginnings: PhraseIndex[str]  # "since": what stands beside them is known, and earlier than what is told
    idioms: PhraseIndex[str]  # "a war of words" is no war
    idiom_starts: tuple[str, ...]  # first letters of words that are none either, with any ending: "재판관은"
    head_phrases: PhraseIndex[str]  # heads of several words, behind a noun where the verb stands last: "से निपटने"
    habits: PhraseIndex[str]  # a clause with one tells what happens time and again: "every year"
    state_bodies: PhraseIndex[str]  # ministries and parliaments → the country they mean where no land stands beside them, or ""
    division_bodies: PhraseIndex[
        tuple[str, str]
    ]  # "state assembly", "governor" → "bodies", "heads", "courts" or "none", and the words
    division_alone: frozenset[str]  # those that mean a division with none beside them: "Landtag"
    habit_stops: PhraseIndex[str]  # hold one of these and tell none: "माना जाता है"
    joining: frozenset[str]  # words between two nouns that share their verb: "floods and landslides"
    outcome_marks: frozenset[str]  # open the clause of what comes of a condition: "… हो तो …"
    factual_ends: frozenset[str]  # end a clause that tells a fact, and no condition, before such a mark: "आग लगी है तो"
    outcome_endings: tuple[str, ...]  # of the last words of such a clause, where that is still to come
    done: frozenset[str]  # participles beside an event that tell of one, even in such a clause: "सोमवार को आए भूकंप से लोग डरते हैं"
    openers: Mapping[str, ClauseOpener]  # words that open a clause
    unreal: UnrealRules  # what makes a figure of speech, a title or a rule of words for events


@cache
def event_rules(pack: LanguagePack) -> EventRules:
    """Read ``events.toml`` of a pack.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than a list of words.

    """
    table = pack.table("events")
    known = {*WORD_SETS, *ENDINGS, *PHRASES, *HABIT_PARTS, *CHOSEN}
    if unknown := sorted(set(table) - known):
        raise LanguagePackError(f"{pack.code}/events.toml: {unknown[0]} is not a key; expected one of {', '.join(sorted(known))}")
    roles = {
        tuple(fold(part) for part in mark.split()): role
        for role in PLACE_ROLES
        for mark in listed(pack.code, table.get("place_roles", {}), role)
    }
    sets = {key: frozenset(fold(word) for word in listed(pack.code, table, key)) for key in WORD_SETS}
    openers: dict[str, ClauseOpener] = dict.fromkeys(sets["coordinators"], "coordinate")
    openers |= dict.fromkeys(sets["subordinators"], "subordinate")
    lists: dict[str, Any] = {**sets, **_endings(pack, table), "goals": _read_as(pack, table, "goals", folded=False)}
    phrases = {key: listed(pack.code, table, key) for key in PHRASES}
    phrases["habits"] = phrases["habits"] + _habitual_forms(pack, table)
    lists |= {key: phrase_index((phrase, phrase) for phrase in phrases[key]) for key in PHRASES}
    lists |= _by_kind(pack, table)
    return EventRules(
        nouns_capitalised=pack.nouns_capitalised,
        accents_kept=pack.accents_kept,
        lexicon=lexicon_of(pack),
        verb_last=_choice(pack, table, "order", *ORDERS) == "verb-last",
        verb_first=_choice(pack, table, "order", *ORDERS) == "verb-first",
        unmarked_place=_unmarked(pack, table),
        marks_after=_choice(pack, table, "place_marks", "before", "after") == "after",
        verb_continues=_choice(pack, table, "bare_verb", "opens", "continues") == "continues",
        verb_second=_choice(pack, table, "finite_verb", "anywhere", "second") == "second",
        verb_bracket=_choice(pack, table, "verb_bracket", "closed", "open") == "open",
        bare_known=_choice(pack, table, "bare_noun", "new", "known") == "known",
        bare_opens=_choice(pack, table, "bare_part", "ends", "opens") == "opens",
        place_roles=roles,
        place_ends=frozenset(mark[-1] for mark in roles if mark),
        openers=openers,
        read_as=_read_as(pack, table, "read_as"),
        state_bodies=phrase_index(state_bodies(pack.code, table.get("state_bodies", {}))),
        division_bodies=phrase_index(division_bodies(pack.code, table.get("division_bodies", {}))),
        division_alone=frozenset(listed(pack.code, table.get("division_bodies", {}), "alone")),
        unreal=unreal_rules(pack),
        **lists,
    )


def _endings(pack: LanguagePack, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    told = {key: tuple(listed(pack.code, table, key)) for key in ENDINGS}
    return told | {key: tuple(map(fold, told[key])) for key in FOLDED_ENDINGS}


def _by_kind(pack: LanguagePack, table: Mapping[str, Any]) -> dict[str, PhraseIndex[str]]:
    """Give the phrases that are listed by a kind of land, or of event."""
    lands = {"places_again": KINDS_OF_LAND, "extents": KINDS_OF_LAND, "calls": tuple(table.get("calls", {}))}
    return {
        key: phrase_index((phrase, kind) for kind in kinds for phrase in listed(pack.code, table.get(key, {}), kind))
        for key, kinds in lands.items()
    }


def _habitual_forms(pack: LanguagePack, table: Mapping[str, Any]) -> list[str]:
    """Give every form for habits of the verbs whose stems are listed: "बन" + "ते" + "हैं"."""
    stems, endings, auxiliaries = (listed(pack.code, table, key) for key in HABIT_PARTS)
    return [f"{stem}{ending} {auxiliary}" for stem in stems for ending in endings for auxiliary in auxiliaries]


def _unmarked(pack: LanguagePack, table: Mapping[str, Any]) -> PlaceRole:
    value = table.get("unmarked_place", "topic")
    if value not in PLACE_ROLES:
        raise LanguagePackError(f"{pack.code}/events.toml: unmarked_place is {value!r}; expected {' or '.join(PLACE_ROLES)}")
    return value  # type: ignore[no-any-return]


def _read_as(pack: LanguagePack, table: Mapping[str, Any], key: str, *, folded: bool = True) -> Mapping[str, str]:
    value = table.get(key, {})
    if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
        raise LanguagePackError(f"{pack.code}/events.toml: {key} is {value!r}; expected words as written, each with another word")
    return {word.casefold(): fold(other) if folded else other for word, other in value.items()}


def _choice(pack: LanguagePack, table: Mapping[str, Any], key: str, *choices: str) -> str:
    value = table.get(key, choices[0])
    if value not in choices:
        raise LanguagePackError(f"{pack.code}/events.toml: {key} is {value!r}; expected {' or '.join(choices)}")
    return str(value)
