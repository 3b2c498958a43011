"""Names of streets that are those of towns too: "rue de Lyon", "calle Mayor, entre Burgos y Colón"."""

from extract.language.places import PlaceWords
from extract.places.cutting import Text

REACH = 8  # tokens from the name of a crossing street back to the word for a street


def names_thing(text: Text, index: int, words: PlaceWords) -> bool:
    """Tell whether the word before a name, or before its article, names a street; "a street of Lyon" has no name."""
    while text.key(index) in words.of or text.key(index) in words.articles:
        index -= 1
    if text.key(index) in words.thing_before:
        return text.key(index - 1) not in words.indefinite
    return text.key(index) in words.crossings | words.conjunctions and _crosses(text, index, words)


def _crosses(text: Text, index: int, words: PlaceWords) -> bool:
    """Tell whether the street that the words before name lies between others."""
    crossed, links = False, words.crossings | words.conjunctions | words.of | words.articles
    for at in range(index, max(-1, index - REACH), -1):
        key = text.key(at)
        if crossed and key in words.thing_before:
            return True
        crossed = crossed or key in words.crossings
        if not text.word(at)[:1].isupper() and not text.word(at)[:1].isdigit() and key not in links:
            return False
    return False
