"""An example analyser: who takes part in each event, read from the syntax that an English model of spaCy sees.

``pip install dateline[spacy]`` and any English model (``python -m spacy download en_core_web_sm``). The largest model
installed is used. Events stay those of the default reading; only their participants are replaced, where the
parser finds a subject or an object of the trigger.
"""

from functools import cache
from typing import Any

from msgspec.structs import replace

from extract.errors import AnalyserError
from extract.models import Article, Event, Participant, Provenance, Role, Span

RULE = "spacy-dependency"
_SIZES = ("_sm", "_md", "_lg", "_trf")  # ascending quality, by the names of spaCy's own models
_ROLES: dict[str, Role] = {
    "nsubj": "agent",
    "agent": "agent",
    "csubj": "agent",
    "nsubjpass": "patient",
    "nsubj:pass": "patient",
    "dobj": "patient",
    "obj": "patient",
    "dative": "recipient",
    "iobj": "recipient",
}  # labels of ClearNLP (spaCy's English models) and of Universal Dependencies


def analyse(article: Article) -> Article:
    """Replace the participants of the events by what the syntax says; what it does not say stays."""
    return with_syntax(article, _parser()(article.document.text))


def with_syntax(article: Article, parsed: Any) -> Article:
    """Replace the participants by what a parsed text (``spacy.tokens.Doc`` of the very text) says."""
    return replace(article, events=tuple(_with_participants(article, event, parsed) for event in article.events))


@cache
def _parser() -> Any:
    try:
        import spacy  # noqa: PLC0415  (an extra: imported only when asked for)
    except ImportError as error:
        raise AnalyserError("analyser spacy: spaCy is not installed; pip install dateline[spacy]") from error
    models = sorted((name for name in spacy.util.get_installed_models() if name.startswith("en_")), key=_quality)
    if not models:
        raise AnalyserError("analyser spacy: no English model is installed; python -m spacy download en_core_web_sm")
    return spacy.load(models[-1])


def _quality(name: str) -> tuple[int, str]:
    return (max((size for size, ending in enumerate(_SIZES) if name.endswith(ending)), default=-1), name)


def _with_participants(article: Article, event: Event, parsed: Any) -> Event:
    trigger = parsed.char_span(*event.span, alignment_mode="expand")
    if trigger is None:
        return event
    found = tuple(_participant(article, token, role) for token, role in _arguments(trigger.root))
    return replace(event, participants=found) if found else event


def _arguments(root: Any) -> list[tuple[Any, Role]]:
    found: list[tuple[Any, Role]] = []
    for token in root.children:
        role = _ROLES.get(token.dep_)
        if role:
            heads = [child for child in token.children if child.dep_ == "pobj"] if token.dep_ == "agent" else [token]
            found += [(head, role) for noun in heads for head in (noun, *noun.conjuncts)]
    return found


def _participant(article: Article, token: Any, role: Role) -> Participant:
    """Take the noun with its names and adjectives, without the clauses that hang on it."""
    parts = [part for part in token.lefts if part.dep_ in {"compound", "amod", "nmod", "flat"}] + [token]
    start, end = parts[0].idx, token.idx + len(token.text)
    text = article.document.text[start:end]
    return Participant(text, role, text, Provenance(article.document.id, Span(start, end), RULE))
