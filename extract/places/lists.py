"""Lists of first divisions: "Oregon, Georgia, New York and Ohio" are four states, whatever else bears their names."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.gazetteer import Gazetteer
from extract.language.places import PlaceWords
from extract.places.cutting import Text
from extract.places.scan import Hit

SHORTEST = 3  # names of a list
SHARE = 0.6  # of its names that must be divisions of one country


def say_lists(text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer) -> None:
    """Note for each name of a list of divisions the row of the one that it is."""
    for run in _runs(text, hits, words):
        divisions = [_divisions(hit, gazetteer) for hit in run]
        countries = Counter(country for rows in divisions for country in sorted(rows))
        if not countries:
            continue
        country, count = min(countries.items(), key=lambda item: (-item[1], item[0]))
        if count >= SHORTEST and count >= SHARE * len(run):
            for hit, rows in zip(run, divisions, strict=True):
                hit.peer = rows.get(country)


def _runs(text: Text, hits: Sequence[Hit], words: PlaceWords) -> Iterator[list[Hit]]:
    """Cut the names into runs that only commas and words such as "and" part."""
    run: list[Hit] = []
    for hit in hits:
        if run and not _linked(text, run[-1], hit, words):
            if len(run) >= SHORTEST:
                yield run
            run = []
        run.append(hit)
    if len(run) >= SHORTEST:
        yield run


def _linked(text: Text, one: Hit, other: Hit, words: PlaceWords) -> bool:
    between = range(one.last + 1, other.first)
    if len(between) > 1 or any(text.keys[index] not in words.conjunctions for index in between):
        return False
    gap = text.text[one.span.end : other.span.start]
    return len(gap) <= 12 and (gap.strip(" ,") == "" or len(between) == 1) and "\n" not in gap and ("," in gap or bool(between))


def _divisions(hit: Hit, gazetteer: Gazetteer) -> dict[str, int]:
    """Give the first divisions that a name may be, by country."""
    if hit.kind not in ("name", "abbreviation"):
        return {}
    rows = [name.row for name in hit.meanings if name.main and gazetteer.kind(name.row) == "admin1"]
    return {country: row for row in rows if (country := gazetteer.country(row))}
