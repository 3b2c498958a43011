"""What ``dateline explain`` shows of a text beside the mentions themselves: its typed tokens, and every rule that matches."""

from extract.dates.grammar import places
from extract.dates.tokens import tokenise
from extract.language import LanguagePack
from extract.language.dates import date_tables
from extract.models import Document, Span


def explain_tokens(document: Document, pack: LanguagePack) -> tuple[tuple[str, str], ...]:
    """Give every token of a document with the name of its type; ``-`` where the pack does not know the word."""
    tokens = tokenise(document.text, date_tables(pack))
    return tuple((tokens.words(at).strip() or "¶", tokens.token(at).type or "-") for at in range(len(tokens.spans)))


def explain_rules(document: Document, pack: LanguagePack) -> tuple[tuple[Span, str], ...]:
    """Give all matches of all rules, at each place the longest first: the first that its reader can value is the mention."""
    tables = date_tables(pack)
    if not tables.rules:
        return ()
    tokens = tokenise(document.text, tables)
    return tuple(
        (Span(tokens.spans[place.first][0], tokens.spans[place.first + length - 1][1]), tables.rules[rule].name)
        for place in places(tokens)
        for length, rule in place.matches
    )
