"""Document → toponym mentions, each resolved to a place of the gazetteer or said to be unresolved.

Names are found (``scan``), judged (``evidence``), resolved for the whole document (``extract.resolution``), and told.
"""

from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.language import LanguagePack
from extract.language.lexicon import lexicon_of
from extract.language.places import place_words
from extract.models import Document, PlaceMention, Sentence
from extract.places.acronyms import without_acronyms
from extract.places.capitals import with_capitals
from extract.places.contained import with_contained
from extract.places.containers import say_containers
from extract.places.cutting import cut
from extract.places.dotted import without_persons
from extract.places.evidence import judge
from extract.places.inflected import find_inflected
from extract.places.kinds import say_kinds
from extract.places.lists import say_lists
from extract.places.mentions import Told, mentions_of
from extract.places.nearby import with_nearby
from extract.places.neighbours import say_neighbours, without_shores
from extract.places.parts import without_parts
from extract.places.plausibility import with_doubts
from extract.places.relations import with_relations
from extract.places.scan import scan
from extract.places.series import with_series


def find_places(
    document: Document, sentences: Sequence[Sentence], pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Find and resolve the places of a document.

    Returns
    -------
    tuple of PlaceMention
        In the order of the text; ``document.text[start:end]`` is the mention. Demonyms and metonyms are among them with
        ``drawn`` false; a place that is not resolved has no coordinates.

    """
    return find_toponyms(document, sentences, pack, gazetteer).places


def find_toponyms(
    document: Document, sentences: Sequence[Sentence], pack: LanguagePack, gazetteer: Gazetteer, *, described: bool = False
) -> Told:
    """Find the places of a document, and apart from them the organisations named after one, of kind "organisation".

    With ``described`` the places are more than names: the capitals that are only described are among them.
    """
    words = place_words(pack)
    lexicon = lexicon_of(pack)
    text = cut(document.text, lexicon, gazetteer, words.elided, words.first_words)
    inflects = words.endings.rows or words.prefixes
    found = without_persons(text, scan(text, words, gazetteer, find_inflected if inflects else None), words, gazetteer, lexicon)
    found = without_acronyms(text, found, gazetteer)
    hits = say_kinds(text, with_series(text, found, words, gazetteer), words, gazetteer)
    hits = without_parts(text, hits, words, gazetteer)
    say_lists(text, hits, words, gazetteer)
    say_containers(text, hits, words, gazetteer)
    say_neighbours(text, hits, words, gazetteer)
    hits = with_contained(text, without_shores(text, hits, words), words, gazetteer)
    kept = judge(text, hits, words, gazetteer)
    kept = with_nearby(text, hits, kept, words, gazetteer)
    told = mentions_of(document, kept, [hit for hit in hits if hit.organisation], gazetteer, words.home)
    pairs = list(zip(kept, told.places, strict=True))
    places = with_doubts(with_relations(text, pairs, sentences, words, gazetteer), words)
    return told._replace(places=with_capitals(text, pairs, places, words, gazetteer) if described else places)
