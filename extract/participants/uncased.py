"""Names that no capital need show: known persons and offices, the words before a mark of the agent or behind a title, their parts.

Known persons and offices are sought in every script; the rest serves scripts without capitals.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from extract.actors import find_actors, find_last_names, find_people
from extract.clauses import Name, NameKind, Reading
from extract.language.participants import NameRules
from extract.models import PlaceMention
from extract.names import name_key
from extract.participants.namesbymarks import is_name_word
from extract.participants.titled import MIDDLE_DOT, first_of_foreign

HOME_SHARE = 0.5  # of the mentions of the country that a document names most, from which it is on another one too
FIRST_LETTERS = 2  # by which spellings are sought: time grows with the text, not with its names
LONGEST_TOLD = 5  # words of a name that begins with a given name or an organisation's word
FEWEST_LETTERS = 3  # of a part of a name that is sought again
PARTS = frozenset({"agent", "patient"})  # roles whose marks, written as one with a noun, end it
COMMON_MARK = "~"  # begins the key of a noun that acts without a name: two polices need not be one


def home_of(places: Sequence[PlaceMention]) -> frozenset[str]:
    """Give the countries that a document names most, by their places, peoples and themselves."""
    told = Counter(place.country for place in places if place.country)
    return frozenset(country for country, count in told.items() if count >= HOME_SHARE * max(told.values()))


def known_names(reading: Reading, number: int, rules: NameRules, home: Collection[str] = ()) -> Iterator[Name]:
    """Yield whom the tables of persons and actors name: persons in full, or by a last name with a mark of its role.

    ``home`` are the countries that the document is on: "the Supreme Court" is that of India only there.
    """
    taken: set[int] = set()

    def named(first: int, last: int, name: str, kind: NameKind, key: str) -> Name:
        taken.update(range(first, last))
        return Name(number, first, last, reading.span(first, last), name, kind, key, None)

    for found in find_people(reading.phrases, rules.code):
        if not rules.cased and not rules.thing_words.isdisjoint(reading.keys[found.last : found.last + 1]):
            continue  # "नरेंद्र मोदी स्टेडियम"
        first = first_of_foreign(reading.keys, found.first)
        if reading.keys[found.last : found.last + 1] == [MIDDLE_DOT]:
            continue  # "アッバス・アラグチ" is not Mahmoud Abbas
        yield named(first, found.last, found.value.name, "person", found.value.key)
    for office in find_actors(reading.words, reading.phrases, rules.code):
        if taken.isdisjoint(range(office.first, office.last)):
            actor = office.value
            kind: NameKind = "organisation" if actor.kind == "metonym" else actor.kind
            plain = "" if actor.country in home else actor.plain
            yield named(office.first, office.last, plain or actor.name, kind, name_key(plain) if plain else actor.key)
    if rules.cased:
        return
    yield from _common_agents(reading, number, rules, taken)
    for found in find_last_names(reading.phrases):
        mark = reading.keys[found.last : found.last + 1]
        known = (
            mark and (tuple(mark) in rules.roles or mark[0] in rules.acting) and not _is_namesake(reading.keys, found.first, rules)
        )
        if found.first not in taken and known:
            yield named(found.first, found.last, found.value.name, "person", found.value.key)


def _common_agents(reading: Reading, number: int, rules: NameRules, taken: set[int]) -> Iterator[Name]:
    """Yield the nouns that act without a name, as the text tells them: "पुलिस ने", the longest where they overlap."""
    longer = reading.phrases(rules.common_nouns)
    for found in sorted(reading.phrases(rules.common_agents), key=lambda one: (one.first, -one.last)):
        if rules.owner_ends and any(one.first < found.first and found.last <= one.last for one in longer):
            continue
        behind = reading.keys[found.last - 1 : found.last + 2]
        acts = rules.roles.get(tuple(behind[1:2])) == "agent" or (rules.acts_unmarked and ends_there(behind, rules))
        if acts and taken.isdisjoint(range(found.first, found.last)):
            taken.update(range(found.first, found.last))
            told, key = " ".join(reading.words[found.first : found.last]), f"{COMMON_MARK}{found.value}"
            case, span = "subject" if rules.owner_ends else "", reading.span(found.first, found.last)
            yield Name(number, found.first, found.last, span, told, "common", key, None, case=case)


def ends_there(keys: Sequence[str], rules: NameRules) -> bool:
    """Tell whether no word behind the last one of a noun makes another noun of it: "পুলিশ সুপার", "আদালত চত্বরে", not "पोलिसांनी"."""
    joined, behind = rules.beside.joined_nouns, keys[1:]
    described = len(behind) > 1 and joined is not None and bool(joined.fullmatch(behind[1]))  # "আদালত শিক্ষক নিয়োগ"
    if not behind or any(end and role in PARTS and keys[0].endswith(end) for end, role in rules.role_endings):
        return True
    return behind[0] not in rules.place_nouns and (described or behind[0] not in rules.titles)


def without_titles(names: Sequence[Name], reading: Reading, rules: NameRules) -> Sequence[Name]:
    """Leave out nouns that are the title of the person right behind them: "सराईत गुन्हेगार विकी जगताप", not "पोलिसांनी"."""
    if rules.cased or not rules.acts_unmarked:
        return names
    firsts = {name.first for name in names if name.kind == "person"}
    return [
        name
        for name in names
        if not (name.kind == "common" and name.last in firsts and rules.is_title(reading.keys[name.last - 1]))
    ]


def _is_namesake(keys: Sequence[str], at: int, rules: NameRules) -> bool:
    """Tell whether a last name may be that of anybody: one of many bears it, or a given name stands before it."""
    if not rules.common_names:
        return False
    return keys[at] in rules.common_names or (at > 0 and is_name_word(keys[at - 1], rules))


def shaped(reading: Reading, rules: NameRules, closed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield names by their own words: a given name and those that go on with it, an organisation's word and what describes it."""
    at = 0
    while at < len(reading.keys):
        key, last = reading.keys[at], at
        by_particle = key in rules.given_names and not rules.particles.isdisjoint(reading.keys[at + 1 : at + 2])
        if (not closed[at] or by_particle) and (key in rules.given_names or joined_letters(key, rules)):
            last = _person_end(reading.keys, at, rules, closed)
        elif not closed[at] and key in rules.organisation_words:
            last = head = _behind_links(reading.keys, at, closed, rules)
            while (
                last < min(len(closed), at + LONGEST_TOLD) and not closed[last] and _describes(reading.keys, head - 1, last, rules)
            ):
                last += 1
        given = key not in rules.organisation_words
        if last - at > 1 or (last > at and given and at > 0 and reading.keys[at - 1] in rules.titles):
            yield at, last
        at = max(at + 1, last)


def joined_letters(key: str, rules: NameRules) -> int:
    """Count the letters that are written as one with a given name behind them: "لأحمد", "وأحمد"."""
    joined = key[:1] in rules.joined_letters and key not in rules.given_names and key[1:] in rules.given_names
    return int(joined and len(key) > FEWEST_LETTERS)


def _person_end(keys: Sequence[str], first: int, rules: NameRules, closed: Sequence[bool]) -> int:
    """Give the end of a name that begins with a given name: more of them, particles with their word, and one family name."""
    starts, last = tuple(rules.definite_starts), first + 1 + (keys[first] in rules.particles)  # "عبد المجيد"
    while last < min(len(keys), first + LONGEST_TOLD) and is_name_word(keys[last], rules):
        if closed[last] or keys[last] in rules.organisation_words:
            by_land = last - first > 1 and keys[last].startswith(starts) and keys[last].endswith(tuple(rules.describing_ends))
            last += closed[last] and by_land  # "محمد شياع السوداني"
            break
        servant = keys[last - 1] in rules.particles and keys[last - 1] in rules.given_names
        if last - 2 == first and keys[first] in rules.particles and keys[last].endswith(tuple(rules.noun_ends)):
            break  # "الملك عبد الله استقالة"
        if keys[last] not in rules.given_names and keys[last] not in rules.particles and not servant:
            follows = (
                last == first + 1
                or keys[last - 2] in rules.particles
                or keys[last - 1] in rules.particles
                or keys[last].startswith(starts)
            )
            last += follows
            break
        last += 1
    return last - 1 if keys[last - 1] in rules.particles else last


def _behind_links(keys: Sequence[str], at: int, closed: Sequence[bool], rules: NameRules) -> int:
    """Give where the bare nouns end that join an organisation's word to what describes it: "مجلس إدارة مصرف الرافدين"."""
    last = at + 1
    while (
        last < len(keys) and not closed[last] and (keys[last] in rules.organisation_links or keys[last] in rules.organisation_words)
    ):
        last += 1
    goes_on = last < len(keys) and not closed[last] and _describes(keys, last - 1, last, rules)
    return last if goes_on else at + 1


def _describes(keys: Sequence[str], first: int, at: int, rules: NameRules) -> bool:
    """Tell whether a word goes on with an organisation's name: its noun or adjective, then only what cannot be an object."""
    if not is_name_word(keys[at], rules):
        return False
    joined = tuple(rules.joined_starts)
    if keys[at].startswith(joined):
        return True
    behind = at == first + 1 or keys[at].endswith(tuple(rules.describing_ends))
    return behind and keys[at].startswith(tuple(rules.definite_starts))


def told_again(
    readings: Sequence[Reading], names: list[list[Name]], closed: Sequence[Sequence[bool]], rules: NameRules
) -> list[list[Name]]:
    """Find the parts of persons' names again where no mark shows them: after व्लादिमीर पुतिन also "पुतिन से"."""
    parts: dict[str, Name] = {}
    told = [(reading, name) for reading, named in zip(readings, names, strict=True) for name in named if name.kind == "person"]
    for reading, name in sorted(told, key=lambda one: one[1].last - one[1].first == 1):  # full names first
        for part in (reading.keys[name.first], reading.keys[name.last - 1]):
            if len(part) >= FEWEST_LETTERS and part not in rules.never | rules.titles:
                parts.setdefault(part, name)
    return [
        sorted([*_in_full(reading, named, parts), *_again(reading, number, named, taken, parts)], key=lambda name: name.first)
        for number, (reading, named, taken) in enumerate(zip(readings, names, closed, strict=True))
    ]


def _in_full(reading: Reading, named: Sequence[Name], parts: dict[str, Name]) -> Iterator[Name]:
    """Give single names as the document tells them in full: no known person where it tells another of that last name."""
    for name in named:
        full = parts.get(reading.keys[name.first]) if name.kind == "person" and name.last - name.first == 1 else None
        yield replace(name, name=full.name, key=full.key) if full else name


def spelled_again(
    text: str, readings: Sequence[Reading], names: list[list[Name]], closed: Sequence[Sequence[bool]]
) -> list[list[Name]]:
    """Find the names of persons again where their letters stand as whole tokens, without a title: "琴嵐" after "琴嵐（24）"."""
    people = {text[slice(*name.span)]: name for named in names for name in named if name.kind == "person"}
    begun: dict[str, list[tuple[int, str]]] = {}  # first letters → the spellings that begin so, numbered
    for rank, spelling in enumerate(people):
        begun.setdefault(spelling[:FIRST_LETTERS], []).append((rank, spelling))
    out = []
    for number, (reading, named, taken) in enumerate(zip(readings, names, closed, strict=True)):
        used = {at for name in named for at in range(name.first, name.last)}
        added: list[Name] = []
        found = [
            (rank, start, spelling)
            for start in reading.starts
            for size in range(1, FIRST_LETTERS + 1)
            for rank, spelling in begun.get(text[start : start + size], ())
            if text.startswith(spelling, start, reading.sentence.span.end)
        ]
        for _, start, spelling in sorted(set(found)):
            first, last = reading.token_at(start), reading.token_at(start + len(spelling) - 1) + 1
            free = not any(at in used or taken[at] for at in range(first, last))
            if free and reading.ends[last - 1] == start + len(spelling):
                used.update(range(first, last))
                added.append(replace(people[spelling], sentence=number, first=first, last=last, span=reading.span(first, last)))
        out.append(sorted([*named, *added], key=lambda name: name.first) if added else named)
    return out


def _again(reading: Reading, number: int, named: Sequence[Name], closed: Sequence[bool], parts: dict[str, Name]) -> Iterator[Name]:
    taken = {at for name in named for at in range(name.first, name.last)}
    for at, key in enumerate(reading.keys):
        if key in parts and at not in taken and not closed[at]:
            yield Name(number, at, at + 1, reading.span(at, at + 1), parts[key].name, "person", parts[key].key, None)
