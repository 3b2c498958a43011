"""Words for a kind of place beside a name: "Lamar County", "the village of Ranya", "नैनीताल जिले".

They say that the name is a place, and of which kind; and they let names be seen that the gazetteer lacks.
"""

from extract.gazetteer import Gazetteer, Name
from extract.language.places import PlaceWords
from extract.models import Span
from extract.places.cutting import Text, may_begin
from extract.places.scan import Hit

MOST_UNKNOWN = 3  # tokens of a name that the gazetteer lacks
_GAPS = (" ", "-", "\u00a0")


def say_kinds(text: Text, hits: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> list[Hit]:
    """Note the kind that the words beside each name say, and add the unknown names that such words show."""
    hits = [hit for hit in hits if not _only_kind(text, hit, words)]
    taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    for hit in hits:
        if hit.kind == "name":
            _kind_after(text, hit, words, taken)
            _kind_before(text, hit, words)
            if text.gap(hit.last) == " ":
                following = text.key(hit.last + 1)
                hit.division, hit.local = following in words.division_after, following in words.local_after
                hit.local = hit.local or (following in words.people_after and _is_land_alone(hit, gazetteer))
            if hit.kind_word:
                hit.meanings = _of_kind(hit.meanings, hit.kind_word, gazetteer)
    hits += _unknown(text, words, gazetteer, taken)
    return sorted(hits, key=lambda hit: hit.first)


def _only_kind(text: Text, hit: Hit, words: PlaceWords) -> bool:
    """Tell whether a hit is nothing but a word for a kind or a direction ("Valley", "Western")."""
    if hit.first != hit.last or hit.kind != "name":
        return False
    return hit.key in words.kinds_after or (hit.key in words.directions and text.key(hit.last + 1) not in words.kinds_after)


def _kind_after(text: Text, hit: Hit, words: PlaceWords, taken: set[int]) -> None:
    index = hit.last + 1
    kind = words.kinds_after.get(text.key(index))
    if kind is None or text.gap(hit.last) not in _GAPS or index in taken or text.spans[hit.last][1] != hit.span.end:
        return
    follows = text.word(index + 1) if text.gap(index) == " " else ""
    if follows[:1].isupper() and text.key(index + 1) in words.organisation_after:
        return
    hit.kind_word = kind
    if text.word(index)[0].isupper() and not follows[:1].isupper() and not text.keys[index].endswith("'s"):
        hit.last, hit.span = index, Span(hit.span.start, text.spans[index][1])
        taken.add(index)


def _is_land_alone(hit: Hit, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is that of a land and of no first division: "a Washington man" may be of the state."""
    kinds = {gazetteer.kind(name.row) for name in hit.meanings if name.main}
    return "country" in kinds and "admin1" not in kinds


def _kind_before(text: Text, hit: Hit, words: PlaceWords) -> None:
    if text.key(hit.first - 1) not in words.kinds_before_ends:
        return
    for size in (3, 2, 1):
        first = hit.first - size
        if first < 0 or any(text.gap(index) not in _GAPS for index in range(first, hit.first)):
            continue
        kind = words.kinds_before.get(" ".join(text.keys[first : hit.first]))
        if kind:
            hit.kind_word = hit.kind_word or kind


def _of_kind(meanings: tuple[Name, ...], kind: str, gazetteer: Gazetteer) -> tuple[Name, ...]:
    same = tuple(name for name in meanings if gazetteer.kind(name.row) == kind)
    return same or meanings


def _unknown(text: Text, words: PlaceWords, gazetteer: Gazetteer, taken: set[int]) -> list[Hit]:
    found = []
    for index in [index for index, key in enumerate(text.keys) if key in words.kinds_after]:
        if index in taken or text.word(index)[0].islower() or text.key(index + 1) in words.offices_after:
            continue
        first = _start_of_name(text, index, words, gazetteer, taken)
        if first < index:
            cased = text.word(index)[0].isupper()
            last = index if cased else index - 1
            found.append(unknown_hit(text, first, last, words.kinds_after[text.keys[index]], "kind-word"))
            taken.update(range(first, index + 1))
    return found + _unknown_after(text, words, gazetteer, taken)


def _unknown_after(text: Text, words: PlaceWords, gazetteer: Gazetteer, taken: set[int]) -> list[Hit]:
    """Find names after "village of": the words for the kind come first."""
    found = []
    for index in [index for index, key in enumerate(text.keys) if key in words.kinds_before_starts]:
        kind = words.kinds_before.get(f"{text.keys[index]} {text.key(index + 1)}")
        first = index + 2
        last = first
        while last < first + MOST_UNKNOWN and _may_be_name(text, last, words, gazetteer, taken) and text.gap(last - 1) in _GAPS:
            last += 1
        if kind and last > first:
            found.append(unknown_hit(text, first, last - 1, kind, "kind-word"))
            taken.update(range(first, last))
    return found


def _start_of_name(text: Text, end: int, words: PlaceWords, gazetteer: Gazetteer, taken: set[int]) -> int:
    cased = text.word(end)[0].isupper()
    most = MOST_UNKNOWN if cased else 1
    first = end
    while (
        first > 0 and end - first < most and text.gap(first - 1) in _GAPS and _may_be_name(text, first - 1, words, gazetteer, taken)
    ):
        first -= 1
    return first


def _may_be_name(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer, taken: set[int]) -> bool:
    word, key = text.word(index), text.key(index)
    if not word or index in taken or not may_begin(word[0]) or len(word) < 2 or word[0].isdigit():
        return False
    if key in words.never or key in words.common or key in words.directions or key in words.kinds_after or key in words.parts:
        return False
    if key in words.genitive_after or key in words.locative_after or key in words.titles:
        return False
    return gazetteer.frequency(key, words.code) < 4.4 or word[0].isupper()


def unknown_hit(text: Text, first: int, last: int, kind: str | None, rule: str) -> Hit:
    """Make a hit for a name that the gazetteer lacks."""
    end = text.spans[last][1] - 2 * text.keys[last].endswith("'s")
    span = Span(text.spans[first][0], end)
    return Hit(first, last, span, " ".join(text.keys[first : last + 1]), "unknown", (), rule, kind_word=kind)
