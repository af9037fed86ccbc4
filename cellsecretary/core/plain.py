"""Frozen dataclasses to plain JSON values and back, strictly: one codec for records, rows, rules.

Reading names the field of a wrong value as a path (`meetings[0].date`), which becomes the
sentence that the user sees.
"""

from __future__ import annotations

import json
import types
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

    _Reader = Callable[[object], Any]

T = TypeVar("T")


class Lenient:
    """Base of dataclasses that pass over unknown keys: input that a later program may extend."""

    __slots__ = ()


class PlainError(ValueError):
    """A plain value does not fit its type; `path` says where, `reason` what (a fixed word)."""

    def __init__(self, path: str, reason: str, value: object = "") -> None:
        super().__init__(f"{path or '.'}: {reason}")
        self.path = path
        self.reason = reason
        self.value = value


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Give the JSON value of a dataclass, an enum, a date, a tuple, a mapping or a scalar."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any type may be asked for
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_writer(kind)
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, datetime):
        return lambda value: value.isoformat(timespec="seconds")
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, time):
        return lambda value: value.strftime("%H:%M")
    if issubclass(kind, Mapping):
        return lambda value: {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_plain(item) for item in value]
    msg = f"no plain form for {kind.__name__}"
    raise TypeError(msg)


def _dataclass_writer(kind: type) -> Callable[[Any], Any]:
    keys = _keys(kind)
    return lambda value: {key: to_plain(getattr(value, name)) for key, name in keys}


def canonical_json(value: object) -> str:
    """Give the one JSON text of a value: sorted keys, no spaces, UTF-8 letters as they are."""
    return plain_json(to_plain(value))


def plain_json(plain: object) -> str:
    """Give the canonical JSON of what is plain already."""
    return json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def from_plain(kind: type[T], plain: object, path: str = "") -> T:
    """Build a value of `kind`; unknown keys, missing keys and wrong types raise `PlainError`."""
    key: Any = kind  # mypy takes a class for something that cannot be hashed
    try:
        return reader(key)(plain)  # type: ignore[no-any-return]
    except PlainError as error:
        raise _within(path, error) from error.__cause__


def known_part(kind: Any, plain: object) -> Any:  # noqa: ANN401 - any type may be asked for
    """Give a plain value without the keys that a type does not know: of a later program."""
    if is_dataclass(kind) and isinstance(plain, Mapping):
        hints = get_type_hints(kind)
        names = dict(_keys(kind)) if isinstance(kind, type) else {}
        return {
            key: known_part(hints[names[key]], value)
            for key, value in plain.items()
            if key in names
        }
    origin = get_origin(kind)
    if origin in (types.UnionType, Union) and plain is not None:
        return known_part(next(one for one in get_args(kind) if one is not types.NoneType), plain)
    if origin is tuple and isinstance(plain, list):
        return [known_part(get_args(kind)[0], value) for value in plain]
    if isinstance(plain, Mapping) and origin is not None and issubclass(origin, Mapping):
        return {key: known_part(get_args(kind)[1], value) for key, value in plain.items()}
    return plain


# A book reads rows by the thousand: what to do with a value is found out once for each type.


@cache
def reader(kind: Any) -> _Reader:  # noqa: ANN401 - any type may be asked for
    """Give what builds a value of a type; what does not fit raises `PlainError`."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        return _optional_reader(kind)
    if origin is tuple:
        return _tuple_reader(kind)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_reader(kind)
    if kind in (date, time, datetime):
        return _moment_reader(kind)
    return _SCALARS[kind]


def _within(place: str, error: PlainError) -> PlainError:
    """Put the place of a wrong value into the place that holds it."""
    dot = "." if place and error.path and not error.path.startswith("[") else ""
    return PlainError(f"{place}{dot}{error.path}", error.reason, error.value)


def _dataclass_reader(kind: type) -> _Reader:
    hints = get_type_hints(kind)
    known = {
        _key(field): (
            field.name,
            reader(hints[field.name]),
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(kind)
    }
    strict = not issubclass(kind, Lenient)

    def read(plain: object) -> Any:  # noqa: ANN401
        if not isinstance(plain, Mapping):
            raise PlainError("", "wrong_type", plain)
        if strict and not plain.keys() <= known.keys():
            unknown = next(key for key in plain if key not in known)
            raise PlainError(str(unknown), "unknown_key")
        values = {}
        for key, (name, read_field, required) in known.items():
            if key in plain:
                try:
                    values[name] = read_field(plain[key])
                except PlainError as error:
                    raise _within(key, error) from error.__cause__
            elif required:
                raise PlainError(key, "missing")
        return kind(**values)

    return read


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    """Give the key and the name of each field."""
    return tuple((_key(field), field.name) for field in fields(kind))


def _key(field: Field[Any]) -> str:
    """Give the key of a field: its name, or what `metadata` says where Python forbids the name."""
    return str(field.metadata.get("key", field.name))


def _optional_reader(kind: Any) -> _Reader:  # noqa: ANN401
    read = reader(next(one for one in get_args(kind) if one is not types.NoneType))
    return lambda plain: None if plain is None else read(plain)


def _tuple_reader(kind: Any) -> _Reader:  # noqa: ANN401
    read_one = reader(get_args(kind)[0])

    def read(plain: object) -> Any:  # noqa: ANN401
        if not isinstance(plain, (list, tuple)):
            raise PlainError("", "wrong_type", plain)
        values = []
        for index, value in enumerate(plain):
            try:
                values.append(read_one(value))
            except PlainError as error:
                raise _within(f"[{index}]", error) from error.__cause__
        return tuple(values)

    return read


def _mapping_reader(kind: Any) -> _Reader:  # noqa: ANN401
    read_key, read_item = (reader(one) for one in get_args(kind))

    def read(plain: object) -> Any:  # noqa: ANN401
        if not isinstance(plain, Mapping):
            raise PlainError("", "wrong_type", plain)
        values = {}
        for key, value in plain.items():
            known = read_key(key)
            try:
                values[known] = read_item(value)
            except PlainError as error:
                raise _within(str(key), error) from error.__cause__
        return values

    return read


def _enum_reader(kind: type[Enum]) -> _Reader:
    known: dict[object, Enum] = {one.value: one for one in kind}

    def read(plain: object) -> Enum:
        try:
            return known[plain]
        except (KeyError, TypeError):
            raise PlainError("", "unknown_value", plain) from None

    return read


def _read_text(plain: object) -> str:
    if not isinstance(plain, str):
        raise PlainError("", "wrong_type", plain)
    if plain.isascii():
        return plain
    try:
        # JSON can say half a letter, "\\ud800"; no file can hold it, so it must not get in.
        plain.encode()
    except UnicodeEncodeError:
        raise PlainError("", "wrong_type", plain) from None
    return unicodedata.normalize("NFC", plain)


def _read_truth(plain: object) -> bool:
    if isinstance(plain, bool):
        return plain
    raise PlainError("", "wrong_type", plain)


def _read_whole(plain: object) -> int:
    # A book keeps whole numbers of eight bytes.
    if isinstance(plain, int) and not isinstance(plain, bool) and -(2**63) <= plain < 2**63:
        return plain
    raise PlainError("", "wrong_type", plain)


def _read_number(plain: object) -> float:
    if isinstance(plain, (int, float)) and not isinstance(plain, bool):
        return float(plain)
    raise PlainError("", "wrong_type", plain)


_SCALARS: dict[Any, _Reader] = {
    str: _read_text,
    bool: _read_truth,
    int: _read_whole,
    float: _read_number,
}


def _moment_reader(kind: Any) -> _Reader:  # noqa: ANN401
    write = _writer(kind)

    def read(plain: object) -> Any:  # noqa: ANN401
        if kind is date and isinstance(plain, date) and not isinstance(plain, datetime):
            return plain  # TOML has dates of its own
        if not isinstance(plain, str):
            raise PlainError("", "wrong_type", plain)
        try:
            moment = kind.fromisoformat(plain)
            # Python reads weeks, zones and parts of a second too, which would be lost.
            if write(moment) != plain or getattr(moment, "tzinfo", None):
                raise ValueError(plain)
        except ValueError:
            reason = "no_such_time" if kind is time else "no_such_date"
            raise PlainError("", reason, plain) from None
        return moment

    return read
