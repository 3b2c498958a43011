"""Whether a verb is passive: in the middle or at the end of its clause, "was arrested", and where it stands first.

Where short vowels are not written a passive looks like its active ("قتل": killed, was killed): there whoever stands alone
beside one of the verbs that the pack lists undergoes it, unless it is a body that does such things.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.models import Role, Span
from extract.participants.cast import Cast
from extract.participants.doers import DOER, ONLOOKER
from extract.participants.uncased import COMMON_MARK
from extract.participants.verbsecond import has_participle

PASSIVE_REACH = 3  # tokens between the auxiliary of a passive and its participle
VOWELLED = 4  # letters and signs at the beginning of a verb among which the vowel of a passive stands
FEWEST_ALIKE = 2  # last letters in which an adjective agrees with its noun: "مسلحون مجهولون"
MOST_ALIKE = 2  # adjectives behind a noun
AUTHORITIES = frozenset(
    COMMON_MARK + key
    for key in (
        "police", "army", "navy", "air force", "coastguard", "security forces", "government", "court", "prosecutors",
        "investigators", "rescuers", "firefighters", "parliament", "company",
    )
)  # fmt: skip


def is_passive(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a verb is passive, by its own form or an auxiliary beside its participle."""
    if events.passive_starts and trigger.position in ("verb", "phrase"):
        return reading.keys[trigger.first].startswith(events.passive_starts)
    ends_so = bool(events.passive_verb_endings) and reading.keys[trigger.first].endswith(events.passive_verb_endings)
    if ends_so and trigger.position != "noun":
        return True
    if trigger.position == "phrase" and not events.verb_last and reading.keys[trigger.first] in events.passive:  # "be attacked by"
        endings = events.participle_endings or ("",)
        return any(key.endswith(endings) for key in reading.keys[trigger.first + 1 : trigger.last])
    if trigger.position not in ("verb", "phrase") or events.verb_last or not has_participle(reading.keys, trigger, events):
        return False
    if events.verb_bracket and not events.passive.isdisjoint(reading.keys[trigger.last : trigger.last + 1]):
        return True  # "der am Montag festgenommen wurde"
    far = events.verb_bracket or not rules.spaced
    if not rules.spaced and reading.keys[trigger.first][:1] in events.agent_marks:  # "被判"
        return True
    first = reading.clauses[reading.clause_of[trigger.first]].first if far else trigger.first - PASSIVE_REACH
    near = reading.keys[max(0, first) : trigger.first + 1]
    low = trigger.first + 1 - len(near)
    lower = [at for at in reversed(range(len(near))) if low + at == 0 or not reading.words[low + at][:1].isupper()]
    auxiliary = next((at for at in lower if near[at] in events.passive), None)  # not "Stati Uniti"
    if auxiliary is not None and events.verb_bracket and _is_perfect(near[auxiliary + 1 :], events):
        return False
    if auxiliary is None or events.verb_bracket:
        return auxiliary is not None
    between = near[auxiliary:]  # not "it was his first visit to …", "were trying to regain"
    return events.determiners.isdisjoint(between) and events.infinitive_marks.isdisjoint(between)


def _is_perfect(keys: Sequence[str], events: EventRules) -> bool:
    """Tell whether an auxiliary of the perfect stands nearer to a participle than that of a passive: "zijn vrouw heeft gedood"."""
    return any(key in events.finite and key not in events.passive for key in keys)


def agents_of_passive(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> dict[Span, tuple[Role, str]]:
    """Give the roles of those who do it, by their place alone: between the word of a passive and its verb, or right behind it.

    The first holds where any verb is a passive behind such a word, "bị cảnh sát bắt", the second where its first letters make
    it one, "ditangkap polisi". Behind a noun they do what the next verb tells: "việc bắt giữ nhà báo bị Liên Hợp Quốc chỉ trích".
    """
    if not rules.spaced:
        return {}
    if events.passive_starts:
        return dict.fromkeys(_right_behind(cast, trigger, events, rules), ("agent", DOER))
    keys = cast.reading.keys
    if "" not in events.participle_endings or events.passive.isdisjoint(keys):
        return {}
    if trigger.position == "noun":
        next_ones = (one for one in cast.acting if one.first > trigger.last and keys[one.first - 1] in events.passive)
        return dict.fromkeys((one.span for one in next_ones), ("agent", ONLOOKER))
    inside = _between(cast, trigger, events, rules) if trigger.position in ("verb", "phrase") else ()
    return dict.fromkeys(inside, ("agent", DOER))


def _between(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> frozenset[Span]:
    """Give where those stand that are told between the word of a passive and its verb, with nothing else behind them."""
    reading, first = cast.reading, cast.reading.clauses[cast.reading.clause_of[trigger.first]].first
    nouns = {one.first for one in reading.phrases(rules.common_nouns)}  # "bị cáo" is a defendant
    marks = (at for at in range(trigger.first - 1, first - 1, -1) if reading.keys[at] in events.passive and at not in nouns)
    mark = next(marks, None)
    if mark is None:
        return frozenset()
    inside = [name for name in cast.acting if mark < name.first and name.last <= trigger.first]
    if not inside or not all(_belongs(reading, at, rules) for at in range(inside[-1].last, trigger.first)):
        return frozenset()
    if any(key in events.openers or key in rules.commanding for key in reading.keys[mark + 1 : inside[0].first]):
        return frozenset()
    return frozenset(name.span for name in inside)


def _right_behind(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> frozenset[Span]:
    """Give the noun or name right behind a passive, with no more than its number between, and the names that say more of it."""
    keys = cast.reading.keys
    if trigger.position not in ("verb", "phrase") or not keys[trigger.first].startswith(events.passive_starts):
        return frozenset()
    name = next((one for one in cast.acting if one.last > trigger.first + 1), None)
    if name is None or (trigger.last <= name.first and cast.reading.clause_of[name.first] != cast.reading.clause_of[trigger.first]):
        return frozenset()
    numbers = figure_words(rules.code)
    between = keys[trigger.last : name.first]
    own = all(
        key in events.determiners or key[:1].isdigit() or rules.is_title(key) or (numbers is not None and numbers.counts(key))
        for key in between
    )
    return frozenset({name.span}) if own else frozenset()


def _belongs(reading: Reading, at: int, rules: NameRules) -> bool:
    """Tell whether a word behind a noun is a part of its name: "công an TP HCM"."""
    return reading.words[at][:1].isupper() or reading.keys[at] in rules.compass or reading.keys[at][:1].isdigit()


def is_undergone(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a verb that stands first is passive: by its form, its vowel, or with nobody but whom it is done to beside it."""
    if trigger.position not in ("verb", "phrase"):
        return False
    keys, first = cast.reading.keys, trigger.first
    own = without_joint(keys, trigger, events)
    word = cast.reading.words[first][len(keys[first]) - len(own) :]
    vowelled = any(vowel in word[:VOWELLED] for vowel in rules.passive_vowels)
    if vowelled and not own.startswith(tuple(rules.present_starts)):
        return True
    if own in rules.passive_alike:
        return _is_alone(cast, trigger, events, rules)
    return any(key.endswith(tuple(events.passive)) and key not in rules.passive_alike for key in keys[first : trigger.last])


def _is_alone(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether one name stands beside a verb, that of nobody who does such things, and no noun behind it is its object."""
    reading, number = cast.reading, cast.reading.clause_of[trigger.first]
    inside = [one for one in cast.acting if reading.clause_of[one.first] == number and one.kind in ("person", "common")]
    behind = [one for one in inside if one.first > trigger.first]
    if not behind:
        before = [one for one in inside if one.last <= trigger.first]
        return (
            bool(before)
            and not is_authority(before[0], reading.keys, rules)
            and not _takes_object(cast, trigger.last, events, rules)
        )
    first, *others = behind
    if reading.clauses[number].word in rules.relatives and first.first - trigger.last <= MOST_ALIKE:
        return False  # "الجيش الذي قتل ثلاثة مزارعين"
    bodies = (one for one in cast.acting if one.kind in ("country", "organisation") and not one.adjective)
    if any(trigger.first < one.first < first.first for one in bodies):
        return False
    if is_authority(first, reading.keys, rules) or any(one.last <= trigger.first for one in inside):
        return False
    if _takes_object(cast, first.last, events, rules, first):
        return False
    return not any(_may_be_object(cast, one, first, events, rules) for one in others)


def is_authority(name: Name, keys: Sequence[str], rules: NameRules) -> bool:
    """Tell whether a noun is that of a body that arrests, saves and kills, and not of single men of one."""
    return name.key in AUTHORITIES and keys[name.first] not in rules.members


def _takes_object(cast: Cast, at: int, events: EventRules, rules: NameRules, name: Name | None = None) -> bool:
    """Tell whether a noun stands where the object of a verb does: behind the subject and its adjectives, under no preposition."""
    keys = cast.reading.keys
    lands = {place for one in cast.names if one.adjective for place in range(one.first, one.last)}
    ending = keys[name.last - 1][-FEWEST_ALIKE:] if name else ""
    for _ in range(MOST_ALIKE):
        if at < len(keys) and (at in lands or (ending and keys[at].endswith(ending))):
            at += 1
    if at >= len(keys) or not keys[at][:1].isalpha():
        return at < len(keys) and keys[at][:1].isdigit()
    key = keys[at]
    numbers = figure_words(rules.code)
    if numbers is not None and numbers.counts(key):
        return True
    plain = key in events.noun_prepositions or key in events.openers or key in events.coordinators or key in rules.never
    return not (plain or (key,) in events.place_roles or (key,) in rules.roles or key[:1] in rules.joined_letters)


def _may_be_object(cast: Cast, name: Name, first: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name behind the first may be what the verb is done to: joined to nothing, no subject, under nothing."""
    keys = cast.reading.keys
    if name.case == "subject" or any(key[:1] in events.coordinators for key in keys[first.last : name.first + 1]):
        return False
    at = name.first - 1
    while at >= first.last and (keys[at] in rules.titles or keys[at][:1].isdigit()):
        at -= 1
    key = keys[at]
    under = key in events.noun_prepositions or key in events.time_marks
    return not (under or (key,) in events.place_roles or (key,) in rules.roles)


def without_joint(keys: Sequence[str], trigger: Trigger, events: EventRules) -> str:
    """Give a verb without the letter for "and" that is written as one with it; "وقع" has none."""
    key = keys[trigger.first]
    joint = next((one for one in events.coordinators if len(one) == 1 and key.startswith(one)), "")
    own = key[len(joint) :]
    return own if joint and (own.startswith(joint) or not trigger.lemma.startswith(joint)) else key
