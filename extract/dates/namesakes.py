"""Names of months and days that are those of persons: "Thomas März", "Maj Jensen", "Plácido Domingo"."""

from extract.dates.grammar import Match

WORD_TYPES = frozenset({"", "MONTH", "WEEKDAY"})  # of the word beside it in a name
GOES_WITH_MONTH = frozenset({"IN", "OF", "BY", "SINCE", "FROM", "BETWEEN", "TO", "AND", "UNTIL", "DASH", "BEFORE", "FORS"})


def is_month_alone(match: Match) -> bool:
    """Tell whether a bare name of a month is one: capital, not an abbreviation in small letters."""
    words = match.tokens.words(match.first)
    behind = match.tokens.words(match.last) if match.last < len(match.tokens.spans) else ""
    named = behind[:1].isupper() and not match.type_after() and match.last == match.first + 1
    if named and match.type_before() not in GOES_WITH_MONTH:
        return False  # "April Jones"
    if words.isupper() and len(words) <= 4:
        return False  # an agency's initials
    return not words[0].islower() or len(words) > 4


def is_in_name(match: Match) -> bool:
    """Tell whether a month or weekday with a capital stands beside another name, where days and months are written small."""
    small = match.tokens.tables.checks.get("small_days")
    if small == "always" and _is_capital(match, match.first) and match.first > 0 and _is_capital_free(match, match.first - 1):
        return True
    return bool(small) and (is_surname(match) or _is_first_name(match))


def is_surname(match: Match) -> bool:
    """Tell whether it stands right behind a name inside a sentence."""
    at = match.first - 1
    return _is_capital(match, match.first) and _is_name(match, at) and at > 0 and _is_capital_free(match, at - 1)


def _is_first_name(match: Match) -> bool:
    """Tell whether it stands right before a name, inside a sentence."""
    return (
        _is_capital(match, match.first)
        and match.first > 0
        and _is_capital_free(match, match.first - 1)
        and _is_name(match, match.last)
    )


def _is_name(match: Match, at: int) -> bool:
    """Tell whether a token beside a mention is a word with a capital."""
    tokens = match.tokens
    if not 0 <= at < len(tokens.spans) or tokens.token(at).type not in WORD_TYPES or not _is_capital(match, at):
        return False
    between = tokens.text[tokens.spans[at][1] : match.start] or tokens.text[match.end : tokens.spans[at][0]]
    return between == " "


def _is_capital(match: Match, at: int) -> bool:
    word = match.tokens.words(at)
    return word[0].isupper() and not word.isupper()


def _is_capital_free(match: Match, at: int) -> bool:
    """Tell whether a token is a word, so that what stands behind it opens no sentence, and its capital says that it is a name."""
    return match.tokens.words(at)[:1].isalpha()
