"""Articles in, happenings out: the public names of ``extract``, and nothing else.

Names are imported when they are first used, so that a command that needs only dates starts without the store's pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.analysers import Analyser, analysed, find_analysers, load_analyser
    from extract.corpus import Progress, Reading, read_into, set_published
    from extract.dates import explain_rules, explain_tokens
    from extract.documents import read_corpus_info, read_json_lines, read_paths
    from extract.errors import (
        AnalyserError,
        DocumentError,
        ExportError,
        ExtractError,
        GazetteerError,
        LanguagePackError,
        StoreError,
        TableError,
    )
    from extract.events.explaining import Explained, explain_events
    from extract.exports import FORMATS, Selected, export
    from extract.exports.jsonlines import annotated, told
    from extract.gazetteer import Gazetteer
    from extract.geo import EARTH_RADIUS_KM, LatLon, bearing_degrees, distance_km, ring, route
    from extract.geocoding import GazetteerGeocoder, OnlineFallback
    from extract.happenings.naming import actor_name
    from extract.kinds import Kind, kind_named
    from extract.language import LanguagePack, load_pack, pack_codes, pack_for
    from extract.models import (
        Actor,
        Article,
        Candidate,
        Disagreement,
        Document,
        Event,
        Facets,
        Finding,
        Happening,
        Mention,
        Participant,
        PlaceMark,
        PlaceMention,
        Problem,
        Provenance,
        Quantity,
        Query,
        Row,
        Sentence,
        Side,
        Span,
        Speaker,
        Summary,
        Telling,
        TimeCounts,
        Timex,
        When,
        Where,
    )
    from extract.names import SAME_NAME, same_name
    from extract.pipeline import dated_by_stories, happenings_of, read_article, read_articles
    from extract.store import Store, default_path
    from extract.text import fold

_HOME = {
    "analysers": "Analyser analysed find_analysers load_analyser",
    "corpus": "Progress Reading read_into set_published",
    "dates": "explain_rules explain_tokens",
    "events.explaining": "Explained explain_events",
    "documents": "read_corpus_info read_json_lines read_paths",
    "errors": "AnalyserError DocumentError ExportError ExtractError GazetteerError LanguagePackError StoreError TableError",
    "exports": "FORMATS Selected export",
    "exports.jsonlines": "annotated told",
    "gazetteer": "Gazetteer",
    "geo": "EARTH_RADIUS_KM LatLon bearing_degrees distance_km ring route",
    "happenings.naming": "actor_name",
    "geocoding": "GazetteerGeocoder OnlineFallback",
    "kinds": "Kind kind_named",
    "language": "LanguagePack load_pack pack_codes pack_for",
    "models": "Actor Article Candidate Disagreement Document Event Facets Finding Happening Mention Participant PlaceMark "
    "PlaceMention Problem Provenance Quantity Query Row Sentence Side Span Speaker Summary Telling TimeCounts Timex When Where",
    "names": "SAME_NAME same_name",
    "pipeline": "dated_by_stories happenings_of read_article read_articles",
    "store": "Store default_path",
    "text": "fold",
}
_MODULE_OF = {name: f"extract.{module}" for module, names in _HOME.items() for name in names.split()}


def __dir__() -> list[str]:
    return sorted(_MODULE_OF)


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"extract has no public name {name!r}; it has {', '.join(__dir__())}")
    return getattr(import_module(_MODULE_OF[name]), name)
