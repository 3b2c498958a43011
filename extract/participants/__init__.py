"""Who did what to whom: the names of a document, whom its pronouns mean, and the roles all play in its events."""

from extract.participants.cases import with_cases
from extract.participants.cast import Cast, with_pronouns
from extract.participants.commons import with_common_nouns
from extract.participants.descriptions import with_descriptions
from extract.participants.discourse import leading_pair, subjects_before
from extract.participants.doers import DOER, ONLOOKER
from extract.participants.lastparticiples import GENITIVE, OWNER
from extract.participants.names import find_names
from extract.participants.receiving import GIVER
from extract.participants.roles import participants_of
from extract.participants.teams import with_teams

__all__ = [
    "DOER",
    "GENITIVE",
    "GIVER",
    "ONLOOKER",
    "OWNER",
    "Cast",
    "find_names",
    "leading_pair",
    "participants_of",
    "subjects_before",
    "with_cases",
    "with_common_nouns",
    "with_descriptions",
    "with_pronouns",
    "with_teams",
]
