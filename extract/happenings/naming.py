"""Name the actors and places of a happening in the language of a label.

Listed names come first, then a name that an article tells in the language's script, then for places the gazetteer's, then
Latin letters.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError

from extract.actors import country_of, listed_names
from extract.gazetteer import Gazetteer
from extract.gazetteer.naming import token_key
from extract.happenings.account import Account
from extract.happenings.families import OF_PERSONS
from extract.happenings.people import COMMON, COMMON_MARK, best_name, script_of
from extract.kinds import kind_named
from extract.language import load_pack
from extract.language.events import event_rules
from extract.language.participants import name_rules
from extract.language.places import bases, place_words
from extract.models import Actor, Article, Happening, Span, Where
from extract.names import same_name
from extract.romanising import romanised
from extract.text import fold

LEAST_SHARE = 1 / 3  # of the tellings of the first actor: who is named less often takes a smaller part
PERSONAL = frozenset({"meeting", "visit", "travel", "statement"})  # colour families of what persons do, not their countries
LETTERS = range(0x370, 0x3100)  # code points of the alphabets other than Latin
DONE_TO = ("patient", "recipient", "victim", "addressee", "beneficiary", "target")  # roles of those to whom it is done
SUFFERED = frozenset({"missing", "rescue", "illness"})  # families of what is done to persons alone, whoever does it
TRADE = frozenset({"business", "bankruptcy"})  # what no country does or suffers
FIGHTING = "fighting"  # family of what forces do
MOVING = frozenset({"travel", "space flight", "space launch"})  # what ships and probes do too
BODY, COUNTRY, RECIPIENT = "organisation", "country", "recipient"
RUPTURE = "diplomatic rupture"
EXPULSION = "expulsion"  # of persons: "Estonia expelled a Russian diplomat" is no "Estonia expels Russia"
LONGEST_NOUN, MOST_BETWEEN = (
    40,
    3,
)  # letters and words between a country and whom it describes: "Egypt's foreign minister Ali"
CLOSING = ",;:.()、，。،"  # between the two they stand apart
BY_NAME = ("gazetteer-name", "pack-name")  # rules of a place that the gazetteer or the language has by the words of the text
CASE = "inflected-name"  # the rule of a place told in a case of its name: "मुंबईत"
NAMELESS = frozenset({COMMON, "thing"})  # kinds of participant that a label does not name


def place_names(articles: Sequence[Article]) -> Mapping[tuple[str, str], str]:
    """Give the words that articles use most for each place, by its English name and the script of the words.

    Those of Latin letters stand by the language too, where the gazetteer has the place by just these words: "Champhai", not "Ngūr".
    """
    told: dict[tuple[str, str], Counter[str]] = {}
    for article in articles:
        language = article.document.language or ""
        for place in article.places:
            if place.latitude is not None and place.drawn and not place.fuzzy:
                script = script_of(place.text)
                written = _of_dictionary(place.text, place.name, language) if place.source.rule == CASE else place.text
                told.setdefault((place.name, script), Counter())[written] += 1
                if script == "Latin" and place.source.rule in BY_NAME and not place.text.isupper():
                    told.setdefault((place.name, language), Counter())[place.text] += 1
    return {key: max(words, key=lambda text: (words[text], text)) for key, words in told.items()}


@lru_cache(maxsize=20_000)
def _of_dictionary(text: str, name: str, language: str) -> str:
    """Give the form that the gazetteer has of a name in one of its cases, "मुंबईत" → "मुंबई"; the name as told where none is found."""
    key, gazetteer = token_key(text), Gazetteer.load()
    if len(key) != len(text):  # folding took letters away
        return text
    words = place_words(load_pack(language))
    for form in bases(key, words.endings)[1:]:
        own = gazetteer.by_code(words.names[form]) if form in words.names else None
        if (own and own.name == name) or any(gazetteer.place(meaning.row).name == name for meaning in gazetteer.meanings(form)):
            kept = next(
                (at for at, both in enumerate(zip(key, form, strict=False)) if both[0] != both[1]), min(len(key), len(form))
            )
            return text[:kept] + form[kept:]
    return text


def place_name(where: Where, told: Mapping[tuple[str, str], str], code: str) -> str:
    """Name a place in one language: a country by its usual name, another as the articles or the gazetteer write it."""
    if where.kind == "country" and where.country:
        return _country(where.country, code) or where.name
    if is_latin(code):
        return told.get((where.name, code)) or (where.name if script_of(where.name) == "Latin" else romanised(where.name))
    place = where.geonames_id or (where.name, where.kind, where.country)
    return told.get((where.name, _script(code))) or _stored_name(place, where.name, _script(code))


def names_of_place(where: Where | None, told: Mapping[tuple[str, str], str], codes: Iterable[str]) -> dict[str, str]:
    """Name a place in each language that has another name for it than its own: code → name."""
    names = {code: place_name(where, told, code) for code in codes} if where else {}
    return {code: name for code, name in names.items() if where and name != where.name}


@lru_cache(maxsize=50_000)  # few places are told, and each by many happenings
def _stored_name(place: Hashable, own: str, script: str) -> str:
    """Give the name of a place that the gazetteer has in a script; of several the one that sounds most like the English one."""
    names = _stored(script).get(place, [])
    whole = [name for name in names if all(len(part) > 1 for part in name.split())]  # "प बंगाल" is cut short
    return max(whole, key=lambda name: (same_name(name, own), len(name), name), default=own)


@cache
def _stored(script: str) -> Mapping[object, list[str]]:
    """Give the gazetteer's names in one script, by GeoNames id, or by name, kind and country where a place has none."""
    gazetteer = Gazetteer.load()
    letters = [letter for letter in map(chr, LETTERS) if script_of(letter) == script]
    if not letters:
        return {}
    rows = gazetteer.keys_within(letters[0], letters[-1])
    places = ((gazetteer.place(row), names) for row, names in rows.items())
    return {place.geonames_id or (place.name, place.kind, place.country): names for place, names in places}


def kinds_of_actors(accounts: Sequence[Account]) -> Mapping[str, str]:
    """Give what kind of participant each actor is: a person, an organisation, a country."""
    return {
        actor: participant.kind for account in accounts for participant, actor in zip(account.people, account.actors, strict=True)
    }


def describing(accounts: Sequence[Account], articles: Sequence[Article]) -> frozenset[str]:
    """Give the countries that only describe somebody else: "Germany's Nordhaus", "the Canadian ship Aurora", "Lee of Kenya"."""
    told: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    for account in accounts:
        countries = [actor for person, actor in zip(account.people, account.actors, strict=True) if person.kind == COUNTRY]
        for actor in countries:
            told[actor] += 1
        if not countries or len(account.people) < 2:
            continue  # most: nobody whom a country could describe
        named = (one for one in zip(account.people, account.actors, strict=True) if one[0].kind != COMMON)
        people = sorted(named, key=lambda one: one[0].source.span)
        text = articles[account.article].document.text
        for (one, actor), (other, following) in pairwise(people):
            if actor == following or not _stand_together(one.source.span, other.source.span, account, text):
                continue
            if one.kind == COUNTRY and other.kind != COUNTRY:
                found[actor] += 1
            elif one.kind == "person" and other.kind == COUNTRY and one.role == other.role:
                found[following] += 1
    return frozenset(actor for actor, times in found.items() if times >= told[actor])


def _stand_together(one: Span, other: Span, account: Account, text: str) -> bool:
    """Tell whether few words stand between two names, and neither a sign, "and" nor the event itself."""
    between = text[one.end : other.start]
    words = [*map(fold, between.split())]
    return (
        0 <= other.start - one.end <= LONGEST_NOUN
        and len(words) <= MOST_BETWEEN
        and not any(sign in between for sign in CLOSING)
        and not one.end <= account.event.span.start < other.start
        and event_rules(load_pack(account.language)).coordinators.isdisjoint(words)
    )


def to_name(
    happening: Happening, kinds: Mapping[str, str], roles: Sequence[str], left_out: Collection[str] = frozenset()
) -> list[Actor]:
    """Give the actors of some roles that a label may name, those told most often first, and no mere onlookers.

    ``kinds`` is what kind of participant each actor is; ``left_out`` are countries that only describe another of them.
    """
    its = kind_named(happening.kind)
    nameless = {COMMON} if its.family in MOVING else NAMELESS
    actors = [
        actor
        for actor in happening.participants
        if actor.role in roles and (actor.key not in left_out or its.name == RUPTURE) and kinds.get(actor.key) not in nameless
    ]
    if its.name == RUPTURE:  # between states, whoever stands for them: "summoned Norway's ambassador, May-Elin Stener"
        actors = [actor for actor in actors if kinds.get(actor.key) == COUNTRY] or actors
    if roles == DONE_TO and RECIPIENT in its.roles:  # "delivered another Patriot to Ukraine"
        actors = [actor for actor in actors if actor.role == RECIPIENT] or actors
    persons = [actor for actor in actors if kinds.get(actor.key) == "person" or actor.key in country_of()]
    if not actors:
        return []
    if roles == DONE_TO and (its.family in OF_PERSONS | SUFFERED or its.name == EXPULSION):
        actors = [actor for actor in persons if kinds.get(actor.key) != COUNTRY]
    elif its.family in TRADE:
        actors = [actor for actor in actors if kinds.get(actor.key) != COUNTRY]
    elif its.family in OF_PERSONS or (persons and (its.colour in PERSONAL or actors[0] in persons)):
        actors = persons  # who acts together is of one sort: a bank does not resign beside its head
    elif its.family == FIGHTING and roles != DONE_TO:
        actors = [actor for actor in actors if actor not in persons]  # nor does a leader fight beside a country
    return [actor for actor in actors if len(actor.mentions) >= LEAST_SHARE * len(actors[0].mentions)]


def actor_name(key: str, told: str, names: Mapping[str, int], code: str, kind: str = "") -> str:
    """Name one actor in one language; "" for a body that only other scripts name: its letters tell a reader nothing.

    A noun without a name is one of the language's own, "workers" for "сотрудников", and as told where that has none.
    """
    if key[:1] == COMMON_MARK:
        return _noun_of(key.removeprefix(COMMON_MARK), told, code)
    listed = listed_names(code).get(key) or (_country(key[1:], code) if key[:1] == "@" else "")
    if name := listed or best_name(names, latin=is_latin(code), script=_script(code)):
        return name
    if not is_latin(code):
        return told
    return "" if kind == BODY and script_of(told) != "Latin" else romanised(told)


@lru_cache(maxsize=20_000)
def _noun_of(means: str, told: str, code: str) -> str:
    pack = load_pack(code)
    rules = name_rules(pack)
    forms = rules.common_words.get(means, ())
    last = fold(told).rpartition("-")[2]  # "CDU-Abgeordnete"
    own = rules.common_compounds is not None and rules.common_compounds[last] is not None
    if not forms or own or last in map(fold, forms):
        return told
    return forms[0].title() if pack.nouns_capitalised else forms[0]


@cache
def _script(code: str) -> str:
    return next(iter(load_pack(code).scripts), "Latin")


@cache
def is_latin(code: str) -> bool:
    """Say whether a language is written in Latin letters."""
    return "Latin" in load_pack(code).scripts


@cache
def _country(iso: str, code: str) -> str:
    listed = listed_names(code).get(f"@{iso}")
    if listed:
        return listed
    try:
        return str(Locale(code).territories.get(iso, ""))
    except UnknownLocaleError:
        return ""
