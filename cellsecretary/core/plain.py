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
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

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
    if is_dataclass(value):
        return {_key(f): to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    msg = f"no plain form for {type(value).__name__}"
    raise TypeError(msg)


def canonical_json(value: object) -> str:
    """Give the one JSON text of a value: sorted keys, no spaces, UTF-8 letters as they are."""
    return json.dumps(
        to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def from_plain(kind: type[T], plain: object, path: str = "") -> T:
    """Build a value of `kind`; unknown keys, missing keys and wrong types raise `PlainError`."""
    return _read(kind, plain, path)  # type: ignore[no-any-return]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, plain: object, path: str) -> Any:  # noqa: ANN401 - any type may be asked for
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_dataclass(kind, plain, path)
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        return _read_optional(kind, plain, path)
    if origin is tuple:
        return _read_tuple(kind, plain, path)
    if origin is not None and issubclass(origin, Mapping):
        return _read_mapping(kind, plain, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(plain)
        except ValueError:
            raise PlainError(path, "unknown_value", plain) from None
    return _read_scalar(kind, plain, path)


def _read_dataclass(kind: type, plain: object, path: str) -> Any:  # noqa: ANN401
    if not isinstance(plain, Mapping):
        raise PlainError(path, "wrong_type", plain)
    hints = _hints(kind)
    known = {_key(field): field for field in fields(kind)}
    unknown = [key for key in plain if key not in known]
    if unknown and not issubclass(kind, Lenient):
        raise PlainError(_join(path, str(unknown[0])), "unknown_key")
    values = {}
    for key, field in known.items():
        if key in plain:
            values[field.name] = _read(hints[field.name], plain[key], _join(path, key))
        elif field.default is MISSING and field.default_factory is MISSING:
            raise PlainError(_join(path, key), "missing")
    return kind(**values)


def _key(field: Field[Any]) -> str:
    """Give the key of a field: its name, or what `metadata` says where Python forbids the name."""
    return str(field.metadata.get("key", field.name))


def _read_optional(kind: Any, plain: object, path: str) -> Any:  # noqa: ANN401
    options = [option for option in get_args(kind) if option is not types.NoneType]
    if plain is None:
        return None
    return _read(options[0], plain, path)


def _read_tuple(kind: Any, plain: object, path: str) -> Any:  # noqa: ANN401
    if not isinstance(plain, (list, tuple)):
        raise PlainError(path, "wrong_type", plain)
    item = get_args(kind)[0]
    return tuple(_read(item, value, f"{path}[{index}]") for index, value in enumerate(plain))


def _read_mapping(kind: Any, plain: object, path: str) -> Any:  # noqa: ANN401
    if not isinstance(plain, Mapping):
        raise PlainError(path, "wrong_type", plain)
    key_kind, value_kind = get_args(kind)
    return {
        _read(key_kind, key, path): _read(value_kind, value, _join(path, str(key)))
        for key, value in plain.items()
    }


def _read_scalar(kind: Any, plain: object, path: str) -> Any:  # noqa: ANN401
    if kind is str and isinstance(plain, str):
        return unicodedata.normalize("NFC", plain)
    if kind is bool and isinstance(plain, bool):
        return plain
    if kind is int and isinstance(plain, int) and not isinstance(plain, bool):
        return plain
    if kind is float and isinstance(plain, (int, float)) and not isinstance(plain, bool):
        return float(plain)
    if kind in (date, time, datetime):
        return _read_moment(kind, plain, path)
    raise PlainError(path, "wrong_type", plain)


def _read_moment(kind: Any, plain: object, path: str) -> Any:  # noqa: ANN401
    if kind is date and isinstance(plain, date) and not isinstance(plain, datetime):
        return plain  # TOML has dates of its own
    if not isinstance(plain, str):
        raise PlainError(path, "wrong_type", plain)
    try:
        moment = kind.fromisoformat(plain)
    except ValueError:
        reason = "no_such_time" if kind is time else "no_such_date"
        raise PlainError(path, reason, plain) from None
    if kind is time and moment.tzinfo is not None:
        raise PlainError(path, "no_such_time", plain)
    return moment


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
