"""The letters that stand for a body behind its name are no town: "the National Emergency Management Agency (NEMA)"."""

from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.places.cutting import Text
from extract.places.scan import Hit

LANDS = frozenset({"country", "admin1"})  # kinds of place that are written short: "(DRC)", "(NSW)"
FEWEST_LETTERS = 3
MORE_WORDS = 4  # in a name than letters stand for it: "Centre for Research on the Epidemiology of Disasters (CRED)"
FEWEST_INITIALS = 0.6  # share of its letters that words of the name begin with, in their order


def without_acronyms(text: Text, hits: Sequence[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Leave out such letters, there and wherever they stand again."""
    named = {hit.last for hit in hits if hit.last > hit.first}  # "New York City (NYC)"
    short = {hit.key for hit in hits if hit.first - 1 not in named and _stands_for_body(text, hit, gazetteer)}
    return [hit for hit in hits if hit.key not in short or not _is_short(text, hit)] if short else list(hits)


def _is_short(text: Text, hit: Hit) -> bool:
    return hit.first == hit.last and text.word(hit.first).isupper()


def _stands_for_body(text: Text, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Tell whether a hit is letters in brackets, of which most are those with which the words before them begin."""
    letters, start, end = text.word(hit.first), *hit.span
    bracketed = text.text[start - 1 : start] == "(" and text.text[end : end + 1] == ")"
    if not bracketed or not _is_short(text, hit) or len(letters) < FEWEST_LETTERS:
        return False
    if any(gazetteer.kind(name.row) in LANDS for name in hit.meanings):
        return False
    words = [text.word(at) for at in range(max(0, hit.first - len(letters) - MORE_WORDS), hit.first)]
    initials = iter([word[0] for word in words if word[:1].isupper()])
    found = sum(letter in initials for letter in letters)
    return found >= FEWEST_INITIALS * len(letters)
