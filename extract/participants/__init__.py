"""Who did what to whom: the names of a document, and the roles they play in its events."""

from extract.participants.names import find_names
from extract.participants.roles import participants_of

__all__ = ["find_names", "participants_of"]
