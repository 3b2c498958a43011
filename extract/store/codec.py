"""Records ↔ JSON: any dataclass of ``extract.models``, both ways, without a line of code a record.

The types of the fields say how. Fields that hold their default are left out, so a record grows only with what was
read; a field that is not known here is passed over, so a newer store of the same version can still be read.
"""

import datetime as dt
import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from extract.errors import StoreError

Record = TypeVar("Record")
_Step = Callable[[Any], Any]


def dumps(record: object) -> bytes:
    """Write one record as JSON in UTF-8; lone surrogates, which a text may hold, are kept."""
    return json.dumps(_encoder_of(record)(record), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loads(shape: type[Record], data: bytes) -> Record:
    """Read one record of the given shape.

    Raises
    ------
    StoreError
        The JSON is not such a record: a field without a default is missing.
    """
    made: Any = shape
    record: Record = decoder(made)(json.loads(data.decode("utf-8", "surrogatepass")))
    return record


def _encoder_of(record: object) -> _Step:
    shape: Any = type(record)  # mypy does not take every class for hashable
    return encoder(shape)


@cache
def encoder(shape: Any) -> _Step:
    """Make the function that turns a value of a type into plain lists, dicts, strings and numbers."""
    if is_dataclass(shape):
        return _record_encoder(shape)
    origin, args = get_origin(shape), get_args(shape)
    if origin in (Union, types.UnionType):
        inner = encoder(_not_none(args))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and args[-1] is Ellipsis:
        each = encoder(args[0])
        return lambda value: [each(one) for one in value]
    if origin is tuple:
        steps = [encoder(arg) for arg in args]
        return lambda value: [step(one) for step, one in zip(steps, value, strict=True)]
    if shape is dt.date:
        return dt.date.isoformat
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict
    return list if _is_named_tuple(shape) else _same


@cache
def decoder(shape: Any) -> _Step:
    """Make the function that turns what ``encoder`` gave back into a value of the type."""
    if is_dataclass(shape):
        return _record_decoder(shape)
    origin, args = get_origin(shape), get_args(shape)
    if origin in (Union, types.UnionType):
        inner = decoder(_not_none(args))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and args[-1] is Ellipsis:
        each = decoder(args[0])
        return lambda value: tuple([each(one) for one in value])
    if origin is tuple:
        steps = [decoder(arg) for arg in args]
        return lambda value: tuple([step(one) for step, one in zip(steps, value, strict=True)])
    if shape is dt.date:
        return dt.date.fromisoformat
    if _is_named_tuple(shape):
        return lambda value: shape(*value)
    return _same


def _record_encoder(shape: Any) -> _Step:
    hints = get_type_hints(shape)
    steps = [(one.name, encoder(hints[one.name]), _default(one)) for one in fields(shape)]

    def encode(record: Any) -> dict[str, Any]:
        made = {}
        for name, step, default in steps:
            value = getattr(record, name)
            if default is MISSING or value != default:
                made[name] = step(value)
        return made

    return encode


def _record_decoder(shape: Any) -> _Step:
    hints = get_type_hints(shape)
    steps = {one.name: decoder(hints[one.name]) for one in fields(shape)}
    required = [one.name for one in fields(shape) if _default(one) is MISSING]

    def decode(data: dict[str, Any]) -> Any:
        for name in required:
            if name not in data:
                raise StoreError(f"a stored {shape.__name__} has no {name}; read the articles again into a new store")
        return shape(**{name: steps[name](value) for name, value in data.items() if name in steps})

    return decode


def _default(one: Field[Any]) -> Any:
    if one.default_factory is not MISSING:
        return one.default_factory()
    return one.default


def _not_none(args: tuple[Any, ...]) -> Any:
    kept = [arg for arg in args if arg is not type(None)]
    return kept[0] if len(kept) == 1 else Literal["plain"]


def _is_named_tuple(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, tuple) and hasattr(shape, "_fields")


def _same(value: Any) -> Any:
    return value
