"""The base of the records: frozen, compared and hashed by their fields, made and copied in compiled code."""

import msgspec


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Values by name, none of which changes; ``msgspec.structs.replace`` copies one with other values for some.

    A document has thousands of these. They hold no cycles, being made out of what was there before them, so the sweeps of
    the memory pass over them. What still holds its default is left out where a record is stored.
    """
