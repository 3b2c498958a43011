"""One happening → the fields on which its sources cannot both be right.

At least two documents take part in every disagreement; differences that can both be true stay silent.
"""

from collections.abc import Mapping, Sequence

from extract.language import LanguagePack
from extract.models import Article, Happening


def find_disagreements(
    happenings: Sequence[Happening], articles: Sequence[Article], packs: Mapping[str, LanguagePack]
) -> tuple[Happening, ...]:
    """Give the happenings with the disagreements of their sources."""
    return tuple(happenings)
