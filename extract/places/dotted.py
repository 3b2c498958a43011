"""Names of persons without capitals: by a dot between their parts, "弗兰克·休斯顿", or a title behind, "コルドバさん"."""

import re
from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.language.lexicon import Lexicon
from extract.language.places import PlaceWords
from extract.places.cutting import Text
from extract.places.scan import Hit

DOTS = "·・‧•"
LONGEST_PART = 12  # letters of one part of a name
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]")
_GIVEN = re.compile("[\u3005\u4e00-\u9fff]{1,3}|[\u3042-\u304a\u3053-\u3062\u3064-\u3067\u306a-\u306d\u306f-\u3096]{2,3}")
_HAN = re.compile("[\u4e00-\u9fff]")


def without_persons(text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer, lexicon: Lexicon | None) -> list[Hit]:
    """Leave out the names of towns that are a person's, there and wherever they stand again without a mark of a place."""
    if not words.named_after:
        return list(hits)
    names = _Names(text, hits, words, lexicon)
    hits = [hit for hit in hits if not names.begins_full_name(hit)]
    persons = [hit for hit in hits if names.bears(hit) and not _is_land(hit, gazetteer)]
    keys = {hit.key for hit in persons}
    return [hit for hit in hits if hit.key not in keys or (hit not in persons and names.is_placed(hit))] if keys else list(hits)


class _Names:
    """What stands beside the names of one text."""

    def __init__(self, text: Text, hits: Sequence[Hit], words: PlaceWords, lexicon: Lexicon | None) -> None:
        self.text, self.words, self.lexicon = text, words, lexicon
        self.starts = {hit.span.start: hit.span.end for hit in hits}
        self.ends = {hit.span.end for hit in hits}

    def bears(self, hit: Hit) -> bool:
        """Tell whether a name is a part of a person's."""
        text, start, end = self.text.text, hit.span.start, hit.span.end
        if self._is_titled(end) or (hit.kind == "name" and self._is_titled(self._end_of_chain(end))):
            return True
        if self.lexicon is None:
            return False
        first, last = self._begin_of_part(start), self._end_of_part(end)
        if last > end and self._is_titled(last):  # "コペンハーゲンスキ氏は"
            return True
        dotted = text[first - 1 : first] in DOTS if first else False
        if dotted and (first < start or first - 1 not in self.ends):
            return True
        if last >= len(text) or text[last] not in DOTS:
            return False
        return last > end or (bool(_HAN.match(text, start)) and self.starts.get(last + 1) != self._end_of_part(last + 1))

    def begins_full_name(self, hit: Hit) -> bool:
        """Tell whether a name is a family name before a given one and a title: "中野誠さん"."""
        end, beyond = hit.span.end, self.words.named_beyond
        if not beyond or hit.kind != "name" or not _HAN.match(self.text.text, end - 1):
            return False
        if self.text.text.startswith(tuple(self.words.locative_after) + self.words.town_parts, end):
            return False
        given = _GIVEN.match(self.text.text, end)
        ends = range(end + 1, given.end() + 1) if given else ()
        return any(self.text.text.startswith(beyond, at) for at in ends)

    def is_placed(self, hit: Hit) -> bool:
        """Tell whether a mark of a place stands beside a name."""
        before, after = self.text.key(hit.first - 1), self.text.key(hit.last + 1)
        ending = self.text.keys[hit.last].removeprefix(hit.key.rpartition(" ")[2])
        if ending in self.words.locative_endings:  # "코르도바에서"
            return True
        return before in self.words.locative_before or before in self.words.inside or after in self.words.locative_after

    def _is_titled(self, end: int) -> bool:
        """Tell whether a title that no town bears follows: "さん", " 씨", and no building that is called by one, " 총리관저"."""
        text, words = self.text.text, self.words
        return text.startswith(words.named_after, end) and not text.startswith(words.named_not, end)

    def _end_of_chain(self, end: int) -> int:
        """Give the end of the last part of a name with dots; that of the text where none stands behind."""
        text, at = self.text.text, end
        while text[at : at + 1] and text[at] in DOTS:
            at = self._end_of_part(at + 1)
        return at if at > end else len(text)

    def _begin_of_part(self, at: int) -> int:
        first = at
        while first > max(0, at - LONGEST_PART) and self._is_foreign(self.text.text[first - 1]):
            first -= 1
        return first if first and self.text.text[first - 1] in DOTS else at

    def _end_of_part(self, at: int) -> int:
        text, last = self.text.text, at
        while last < min(len(text), at + LONGEST_PART) and self._is_foreign(text[last]):
            last += 1
        return last

    def _is_foreign(self, letter: str) -> bool:
        """Tell whether a letter writes the sounds of foreign names."""
        return bool(_KATAKANA.match(letter)) or (self.lexicon is not None and letter in self.lexicon.foreign)


def _is_land(hit: Hit, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.place(meaning.row).kind in ("country", "admin1") for meaning in hit.meanings[:1]) or hit.kind != "name"
