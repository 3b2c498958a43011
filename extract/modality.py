"""Did it happen? Planned, possible, denied, claimed or told as a fact, by cue words around the trigger.

The nearest cue that reaches the trigger decides. A definite noun ("after the launch", "his visit") is presupposed:
only a cue that stands inside its own phrase counts.
"""

from collections.abc import Sequence

from extract.clauses import Clause, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.modality import NO_CUE, Cue, ModalityRules
from extract.models import Modality, Span
from extract.othercues import (
    STRUCK,
    announced_behind,
    counts,
    denies_all,
    describes_noun,
    governs,
    has_results,
    is_achieved,
    is_governed,
    is_infinitive,
    is_presupposed,
    marks_object,
    only_in_part,
    scope,
)
from extract.phrases import Found
from extract.text import fold

MODALITIES: dict[Cue, Modality] = {cue: cue for cue in ("planned", "hypothetical", "negated")} | {"claimed": "reported opinion"}
_STRENGTH: dict[Cue, int] = {"negated": 0, "hypothetical": 1, "claimed": 2, "planned": 3}  # of cues at the same place
_INSIDE: frozenset[Cue] = frozenset({"negated", "planned"})  # cues that, like "could", count between the words of a trigger too
_OPEN: frozenset[Cue] = frozenset({"hypothetical", "planned"})  # cues that count no more where it is said that it was done
LAST_WORDS = 2  # words of a clause, or behind a verb, that bear its tense
SCENE_REACH = 2  # words between a noun and the preposition that makes it a scene: "при вчерашнем лесном пожаре"
NEAR_DENIAL = 2  # words behind a noun in which the ending of a verb denies it: "saldırı haberini doğrulamadı" denies the report
Judgement = tuple[Modality, Span | None, str]  # modality, its cue's words, rule


def judge(reading: Reading, triggers: Sequence[Trigger], rules: EventRules, cues: ModalityRules) -> list[Judgement]:
    """Judge each trigger of one sentence: modality, span of the cue in the document or None, name of the rule."""
    told = [cue for cue in reading.phrases(cues.cues) if cues.spells(reading.keys, reading.words, cue.first, cue.last)]
    none = [one for one in told if one.value == NO_CUE]  # "in May", "without warning"
    real = [cue for cue in told if not (_within(cue, none) or only_in_part(reading, cue, cues))] if none or cues.only else told
    found = [cue for cue in real if counts(reading, cue, rules, cues) and not marks_object(reading, cue, cues)]
    behind = [cue for cue in reading.phrases(cues.after) if not (_within(cue, none) or only_in_part(reading, cue, cues))]
    near = [_near(reading, trigger, triggers, (found, behind), rules, cues) if found or behind else [] for trigger in triggers]
    judged = [_judge(reading, trigger, reaching, rules, cues) for trigger, reaching in zip(triggers, near, strict=True)]
    return [_with_main(number, triggers, judged, reading, rules) for number in range(len(triggers))]


def _with_main(
    number: int, triggers: Sequence[Trigger], judged: Sequence[Judgement], reading: Reading, rules: EventRules
) -> Judgement:
    """Take a gerund behind "before", and a bare verb behind "and", as still to come where the verb before it is."""
    trigger, own = triggers[number], judged[number]
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if number == 0 or own[0] != "asserted" or "noun" in (trigger.position, triggers[number - 1].position):
        return own
    gerund = trigger.first == clause.first + 1 and (clause.word in rules.before_marks or clause.word in rules.after_marks)
    if gerund and reading.keys[trigger.first].endswith(rules.past_endings):
        return own
    follows = gerund or _is_bare_behind_joint(trigger, clause, reading, rules)
    bare = not gerund and trigger.position == "verb"
    moods = ("planned", "hypothetical") if bare else ("planned",)  # "can carry four satellites and land again"
    return judged[number - 1] if follows and judged[number - 1][0] in moods else own


def _is_bare_behind_joint(trigger: Trigger, clause: Clause, reading: Reading, rules: EventRules) -> bool:
    """Tell whether a verb in its bare form stands right behind "and" or "then": "will fly to Arden and meet the king"."""
    if not rules.bare_after or clause.opener != "coordinate" or reading.keys[trigger.first] != fold(trigger.lemma).split()[0]:
        return False
    between = reading.keys[clause.first : trigger.first]
    return all(key in rules.coordinators or key in rules.adverbs or not key[:1].isalpha() for key in between)


def _within(cue: Found[Cue], none: Sequence[Found[Cue]]) -> bool:
    return any(one.first <= cue.first and cue.last <= one.last for one in none)


def _judge(reading: Reading, trigger: Trigger, near: list[Found[Cue]], rules: EventRules, cues: ModalityRules) -> Judgement:
    """Judge one trigger by the cues that reach it, else by the form of its own words, else by its clause."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if kinds()[trigger.kind].pursues:  # the deed is claimed, not the arrest
        near = [cue for cue in near if cue.value != "claimed" or cues.reports(reading.keys, cue.first, trigger.first)]
    achieved = is_achieved(reading, trigger, rules, cues)
    near = [cue for cue in near if not (achieved and cue.value in _OPEN)]
    told = None if trigger.position == "noun" or achieved else cues.foretells(reading.words, trigger.last)
    if told and all(cue.value != "negated" for cue in near):
        return MODALITIES[told], reading.span(trigger.last - 1, trigger.last), f"modality: {told} form"
    if near:
        cue = min(near, key=lambda cue: (_distance(cue, trigger), _STRENGTH[cue.value]))
        heard = trigger.position != "noun" and cues.hears(reading.keys, cue.first, trigger.first, trigger.last)
        value: Cue = "claimed" if heard else "planned" if _is_foretold(reading, cue, clause, rules, cues) else cue.value
        return MODALITIES[value], reading.span(cue.first, cue.last), f"modality: {value}"
    for kind in cues.formed:
        if achieved and kind in _OPEN:
            continue
        if kind != "planned" and cues.own_endings[kind] and trigger.lemma.endswith(cues.own_endings[kind]):
            continue  # the table's own word: "kurtarılamadı" tells of a death
        at = _own_form(reading, trigger, kind, cues)
        at = _ending_at(reading, trigger, clause, kind, rules, cues) if at is None else at
        if at is not None:
            return MODALITIES[kind], reading.span(at, at + 1), f"modality: {kind} ending"
    known = trigger.position == "noun" and kinds()[trigger.kind].colour in STRUCK and definite_at(reading, trigger, rules)
    if clause.opener == "subordinate" and clause.word in rules.conditions and trigger.first > clause.first and not known:
        return "hypothetical", reading.span(clause.first, clause.first + 1), "modality: condition"
    return "asserted", None, "modality: none"


def _near(
    reading: Reading,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    told: tuple[list[Found[Cue]], list[Found[Cue]]],
    rules: EventRules,
    cues: ModalityRules,
) -> list[Found[Cue]]:
    """Give the cues that reach a trigger: before it, behind it, and between its words; ``told`` are those before and behind."""
    found, behind = told
    near = [cue for cue in _reaching(reading, trigger, found, rules, cues) if not _is_spent(cue, trigger, triggers, reading, rules)]
    if behind:
        clause, marked = reading.clauses[reading.clause_of[trigger.first]], _is_marked(reading, trigger, rules)
        reach = cues.reach_after_noun if marked or trigger.position == "noun" else cues.reach_after
        reaching = [cue for cue in behind if trigger.last <= cue.first < min(clause.last, trigger.last + reach)]
        reaching = [cue for cue in reaching if not is_presupposed(reading, trigger, cue, rules, cues)]
        if reaching:
            bound = cues.own_only if rules.verb_last else reading.keys  # "लगी आग, कोई घायल नहीं"
            reaching = [
                cue
                for cue in reaching
                if reading.keys[cue.first] not in bound or not _is_of_another(cue, trigger, triggers, reading)
            ]
        near += [cue for cue in reaching if not (marked and reading.keys[cue.first] in cues.own_only)]
    if trigger.last - trigger.first > 1:  # "sarebbe morto"
        spanned = (cue for cue in (*found, *behind) if trigger.first < cue.first < trigger.last)
        inside = [cue for cue in spanned if not _is_own(cue, trigger, reading, rules)]
        strong = [cue for cue in inside if cue.value in _INSIDE and reading.keys[cue.first] not in cues.infinitive_only]
        modal = (cue for cue in inside if reading.keys[cue.first] in rules.auxiliaries)  # "could be lost"
        near += [cue for cue in strong or modal if rules.coordinators.isdisjoint(reading.keys[cue.last : trigger.last])]
        near += [cue for cue in found if cue.first == trigger.first and cues.reports(reading.keys, cue.first, trigger.first)]
    if cues.governing:
        near += [cue for cue in (*found, *behind) if governs(reading, trigger, cue, rules, cues)]
    near = near or announced_behind(reading, trigger, triggers, (*found, *behind), rules)
    done = bool(near) and _is_done(reading, trigger, cues)
    return [cue for cue in near if cue.value != "planned"] if done else near


def _is_done(reading: Reading, trigger: Trigger, cues: ModalityRules) -> bool:
    """Tell whether no plan concerns a verb, by its own ending, "yayımladı", or by another before it, "konnte gefasst werden"."""
    own = bool(cues.finished) and reading.words[trigger.last - 1].lower().endswith(cues.finished)
    told = reading.keys[reading.clauses[reading.clause_of[trigger.first]].first : trigger.last]
    return trigger.position != "noun" and (own or not cues.accomplished.isdisjoint(told))


def _is_own(cue: Found[Cue], trigger: Trigger, reading: Reading, rules: EventRules) -> bool:
    """Tell whether a cue is one of the words that tell the event, "आरोपों से इनकार किया", or "without" before a noun between them."""
    key = reading.keys[cue.first]
    of_noun = cue.first in trigger.taken or key in rules.noun_prepositions  # "aperto senza preavviso il fuoco"
    return key in fold(trigger.lemma).split() or (cue.value == "negated" and of_noun)


def _is_of_another(cue: Found[Cue], trigger: Trigger, triggers: Sequence[Trigger], reading: Reading) -> bool:
    """Tell whether a cue behind belongs to an event behind a comma: "возник пожар, погибших нет"."""
    between = [other.first for other in triggers if trigger.last <= other.first < cue.first]
    return bool(between) and "," in reading.keys[trigger.last : min(between)]


def _ending_at(reading: Reading, trigger: Trigger, clause: Clause, kind: Cue, rules: EventRules, cues: ModalityRules) -> int | None:
    """Give the token at the end of the clause, or right behind a verb, that ends in one of the ways told; None where none does."""
    endings, first, last = cues.endings[kind], trigger.last - 1, trigger.last + LAST_WORDS
    if trigger.position == "noun":
        endings, first, last = endings + cues.noun_endings[kind], clause.last - LAST_WORDS, clause.last
        if kind == "negated":
            last = min(last, trigger.last + NEAR_DENIAL)
    if not endings or _bears_case(reading, trigger, rules):
        return None
    tokens = range(max(first, trigger.first), min(last, clause.last))
    return next((at for at in tokens if reading.keys[at].endswith(endings)), None)


def _bears_case(reading: Reading, trigger: Trigger, rules: EventRules) -> bool:
    """Tell whether a noun's own ending makes it the scene or the cause of what the verb tells: "patlamada ölen olmadı"."""
    return trigger.position == "noun" and bool(rules.case_endings) and reading.keys[trigger.last - 1].endswith(rules.case_endings)


def _is_marked(reading: Reading, trigger: Trigger, rules: EventRules) -> bool:
    """Tell whether a postposition or case follows the trigger: "nobody was hurt in the attack" denies another verb."""
    keys = reading.keys[trigger.last - 1 : trigger.last + 1]
    if _bears_case(reading, trigger, rules) or not rules.topic_links_behind.isdisjoint(keys[1:]):  # "grevi nedeniyle iptal edildi"
        return True
    return rules.marks_after and any((key,) in rules.place_roles for key in keys)


def _is_foretold(reading: Reading, cue: Found[Cue], clause: Clause, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell a plan seen from a past, "said it would leave", from a mere possibility, "would leave if …"."""
    number = reading.clause_of[clause.first]
    beside = reading.clauses[max(0, number - 1) : number + 2]
    if reading.keys[cue.first] not in cues.backshifted or any(one.word in rules.conditions for one in beside):
        return False
    first = reading.clauses[number - 1].first if number and clause.opener == "subordinate" else clause.first
    return not cues.foretelling.isdisjoint(reading.keys[first : cue.first])


def _own_form(reading: Reading, trigger: Trigger, kind: Cue, cues: ModalityRules) -> int | None:
    """Give the token of a verbal trigger that ends in one of the ways told, or its first that begins so."""
    starts, endings = cues.own_starts[kind], cues.own_endings[kind]
    if not (starts or endings) or trigger.position == "noun":
        return None
    if reading.words[trigger.first].lower().startswith(starts):  # the others may be names: "لقي رجل وسيدة"
        return trigger.first
    own = fold(trigger.lemma).split()[:-1] if kind != "planned" else []  # "istenmeyen kişi ilan etti" denies nothing
    tokens = (at for at in range(trigger.first, trigger.last) if reading.keys[at] not in own)
    ending = (at for at in tokens if reading.words[at].lower().endswith(endings))  # "Astanie" is no "stanie"
    return next((at for at in ending if at == trigger.first or not reading.words[at][0].isupper()), None)


def _reaching(
    reading: Reading, trigger: Trigger, found: list[Found[Cue]], rules: EventRules, cues: ModalityRules
) -> list[Found[Cue]]:
    if not found:
        return found
    clause = reading.clauses[reading.clause_of[trigger.first]]
    acted = bool(cues.carrying) and is_infinitive(reading, trigger, rules, cues)
    noun = trigger.position == "noun" and not (acted or is_governed(reading, trigger, rules, cues))
    reach = cues.reach_noun if noun else cues.reach
    found = _of_its_form(reading, trigger, found, rules, cues, frozenset() if acted else cues.infinitive_only)
    if rules.verb_last:
        low, high = max(clause.first, trigger.first - reach), min(clause.last, trigger.last + reach)
        return [cue for cue in found if low <= cue.first < high and not trigger.first <= cue.first < cue.last <= trigger.last]
    if cues.results:
        found = [cue for cue in found if not has_results(reading, trigger, cue, cues)]
    definite = definite_at(reading, trigger, rules) if noun else None
    if definite is not None:  # not "called off after the storm"
        near = [cue for cue in found if -1 <= definite - cue.last <= 1 and reading.keys[cue.first] in cues.definite_too]
        near = [cue for cue in near if rules.noun_prepositions.isdisjoint(reading.keys[cue.last : definite])]
        return near + [cue for cue in found if definite < cue.first and cue.last <= trigger.first]
    low = max(scope(reading, trigger, rules, cues), trigger.first - reach)
    longest = trigger.first + (trigger.last - trigger.first > 1)  # "going to"
    denying = max(low, _scene_at(reading, trigger, cues)) if trigger.position == "noun" and not acted and cues.scenes else low
    inside = [cue for cue in found if cue.first < trigger.first and cue.last <= longest]
    inside = [cue for cue in inside if (denying < cue.last if cue.value == "negated" else low <= cue.first)]
    opens = trigger.first - clause.first <= LAST_WORDS
    return inside or [cue for cue in found if opens and denies_all(reading, cue, clause, cues)]


def _of_its_form(
    reading: Reading, trigger: Trigger, found: list[Found[Cue]], rules: EventRules, cues: ModalityRules, closed: frozenset[str]
) -> list[Found[Cue]]:
    """Leave out cues that reach an infinitive or a noun alone, where the trigger is none; ``closed`` are the former's words."""
    if trigger.position != "noun":
        closed |= cues.noun_only
        if cues.attributive:
            found = [cue for cue in found if not describes_noun(cue, trigger, reading, rules, cues)]
    return [cue for cue in found if reading.keys[cue.first] not in closed] if closed else found


def _scene_at(reading: Reading, trigger: Trigger, cues: ModalityRules) -> int:
    """Give the token of a word that makes a noun the scene of what is told, up to two words before it; 0 where there is none."""
    near = range(trigger.first - 1, max(-1, trigger.first - SCENE_REACH - 2), -1)
    return next((at for at in near if reading.keys[at] in cues.scenes), 0)


def _is_spent(cue: Found[Cue], trigger: Trigger, triggers: Sequence[Trigger], reading: Reading, rules: EventRules) -> bool:
    """Tell whether a cue belongs to an event before the sentence's verb: "an attempt to launch a rocket failed"."""
    if rules.verb_last:
        return False
    between = [other.last for other in triggers if cue.last <= other.first and other.last <= trigger.first]
    if not between:
        return False
    main = _is_main_verb(reading, trigger, max(between), rules)
    infinitive = reading.keys[cue.last - 1] in rules.infinitive_marks and reading.keys[trigger.first].endswith(rules.past_endings)
    return main or infinitive or not rules.passive.isdisjoint(reading.keys[min(between) : trigger.first])


def _is_main_verb(reading: Reading, trigger: Trigger, verb_end: int, rules: EventRules) -> bool:
    """Tell whether a verb behind that of a relative clause is the sentence's own: "a boy who had not been treated died"."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if clause.word not in rules.relatives or trigger.position == "noun":
        return False
    between = reading.keys[verb_end : trigger.first]
    joined = any(not key[:1].isalpha() or key in rules.coordinators or key in rules.infinitive_marks for key in between)
    return not joined and reading.keys[trigger.first].endswith(rules.past_endings)


def definite_at(reading: Reading, trigger: Trigger, rules: EventRules) -> int | None:
    """Give the token of a definite determiner up to three words before a noun, or at its end; None where there is none."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        if reading.keys[at] in rules.definite:
            return at
        if not (reading.keys[at][:1].isalpha() or reading.keys[at] in "'’"):  # the first: Indic vowel signs are none
            break
    return trigger.first if reading.keys[trigger.last - 1].endswith(rules.definite_endings) else None


def _distance(cue: Found[Cue], trigger: Trigger) -> int:
    return min(abs(cue.first - trigger.last), abs(trigger.first - cue.last))
