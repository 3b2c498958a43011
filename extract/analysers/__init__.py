"""Optional analysers, found by entry point, behind one contract: an article in, the same article with more read in it out.

A package offers one by an entry point of the group ``dateline.analysers``::

    [project.entry-points."dateline.analysers"]
    mine = "my_package:analyse"

where ``analyse(article: Article) -> Article``. It may replace timexes, places and events; it may not touch the document
or its sentences, and every value must lead to its words: what bears no offsets is refused, whoever says it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from extract.analysers.contract import check
from extract.errors import AnalyserError
from extract.models import Article

GROUP = "dateline.analysers"
Analyse = Callable[[Article], Article]


@dataclass(frozen=True, slots=True)
class Analyser:
    """One analyser, loaded."""

    name: str
    analyse: Analyse


def find_analysers(offered: Iterable[EntryPoint] | None = None) -> Mapping[str, EntryPoint]:
    """List what is installed, by name; nothing is loaded."""
    found = entry_points(group=GROUP) if offered is None else offered
    return {one.name: one for one in sorted(found, key=lambda one: (one.name, one.value))}


def load_analyser(name: str, offered: Iterable[EntryPoint] | None = None) -> Analyser:
    """Load one analyser by its name.

    Raises
    ------
    AnalyserError
        There is none of that name, it cannot be imported, or it is no function.
    """
    found = find_analysers(offered)
    if name not in found:
        raise AnalyserError(f"no analyser is called {name!r}; installed are {', '.join(found) or 'none'}")
    try:
        analyse = found[name].load()
    except (ImportError, AttributeError) as error:
        raise AnalyserError(f"analyser {name}: {found[name].value} cannot be imported ({error}); install its package") from error
    if not callable(analyse):
        raise AnalyserError(f"analyser {name}: {found[name].value} is no function; expected analyse(article) -> Article")
    return Analyser(name, analyse)


def analysed(article: Article, analyser: Analyser) -> Article:
    """Read an article with an analyser.

    Raises
    ------
    AnalyserError
        It broke the contract; the message names the analyser, the document, the field, what was found and expected.
    """
    made = analyser.analyse(article)
    if not isinstance(made, Article):
        raise AnalyserError(f"analyser {analyser.name}: gave {type(made).__name__} for {article.document.id}; expected an Article")
    check(article, made, analyser.name)
    return made
