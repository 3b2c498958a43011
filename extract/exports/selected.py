"""What an export holds: happenings with their sentences, and a sentence that says what was selected."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, Self

from extract.models import Happening, Query, Summary, Telling


class Source(Protocol):
    """Where happenings are kept: the store, or what answers like it."""

    def told(self, query: Query) -> Iterable[tuple[Happening, tuple[Telling, ...]]]:
        """Give the happenings of a query, heaviest first, each with its sentences."""

    def summary(self) -> Summary:
        """Name the corpus."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The happenings to export, heaviest first, each with the sentences that tell of it."""

    told: tuple[tuple[Happening, tuple[Telling, ...]], ...]
    sentence: str  # what was selected: "Visits, 1 to 30 September 2023"
    title: str = ""  # of the corpus

    @classmethod
    def from_store(cls, source: Source, query: Query, sentence: str) -> Self:
        """Read what a query selects."""
        return cls(tuple(source.told(query)), sentence, source.summary().title)
