"""Records ↔ JSON: any record of ``extract.models``, both ways, as ``msgspec`` reads the types of their fields.

Fields that hold their default are left out, so a record grows only with what was read; a field that is not known here is
passed over, so a newer store of the same version can still be read.
"""

import json
from typing import TypeVar

import msgspec

from extract.errors import StoreError

Shape = TypeVar("Shape")


def dumps(record: object) -> bytes:
    """Write one record as JSON in UTF-8; lone surrogates, which a text may hold, are kept."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(record)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loads(shape: type[Shape], data: bytes) -> Shape:
    """Read one record of the given shape.

    Raises
    ------
    StoreError
        The JSON is not such a record: a field without a default is missing, or holds something else.
    """
    try:
        return _read(shape, data)
    except msgspec.ValidationError as error:
        raise StoreError(f"a stored {shape.__name__} cannot be read ({error}); read the articles again into a new store") from None


def _read(shape: type[Shape], data: bytes) -> Shape:
    try:
        return msgspec.json.decode(data, type=shape)
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        if isinstance(error, msgspec.ValidationError):
            raise
        return msgspec.convert(json.loads(data.decode("utf-8", "surrogatepass")), type=shape)
