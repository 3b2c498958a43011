"""The pack's plain nouns beside names, which tell persons' names from those of things and bodies."""

import re

from extract.models.record import Record


class NounsBeside(Record, frozen=True):
    """Plain nouns beside names that tell these from persons' names."""

    things_before: re.Pattern[str] | None  # make it that of a thing: "the ferry Meghna Tara"
    things_behind: re.Pattern[str] | None  # "the Titan submersible"
    bodies_before: re.Pattern[str] | None  # make it that of a body: "the company OceanGate"
    body_pairs: re.Pattern[str] | None  # a word with a capital and a small one behind it that name a body: "Верховный суд"
    state_nouns: re.Pattern[str] | None  # beside the adjective of a land they act for it: "Russian troops"
    joined_nouns: re.Pattern[str] | None  # right behind a noun they make one noun of both: "police station"
    days: re.Pattern[str] | None  # in scripts without spaces: words of a date or an hour, which are no subject
    called_so: re.Pattern[str] | None  # the genitive behind them is their name, and nobody: "проспект Ленина"
    in_quotes: bool  # such nouns count only before a quotation mark: «Мегна Тара»
