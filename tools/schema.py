"""Writes docs/packet.schema.json, the JSON Schema of what is in a packet, from the dataclasses."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from cellsecretary.core.plain import Lenient
from cellsecretary.core.reply import Reply
from cellsecretary.exchange.packet import Content, Manifest

TARGET = Path(__file__).parent.parent / "docs" / "packet.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: dict[object, dict[str, str]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
    datetime: {"type": "string", "format": "date-time"},
}


def schema() -> dict[str, Any]:
    """Give the schema: manifest, record and reply are the three files, the others their parts."""
    parts: dict[str, Any] = {}
    for kind in (Manifest, Content, Reply):
        _define(kind, parts)
    return {
        "$schema": _DIALECT,
        "title": "manifest.json and record.json of a packet, reply.json of what comes back",
        "$defs": dict(sorted(parts.items())),
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in ("Manifest", "Content", "Reply")],
    }


def _define(kind: type[Any], parts: dict[str, Any]) -> dict[str, str]:
    if kind.__name__ not in parts:
        parts[kind.__name__] = {}
        hints = get_type_hints(kind)
        known = {str(one.metadata.get("key", one.name)): one for one in fields(kind)}
        parts[kind.__name__] = {
            "description": (kind.__doc__ or "").split("\n")[0],
            "type": "object",
            "properties": {key: _of(hints[one.name], parts) for key, one in known.items()},
            "required": [
                key
                for key, one in known.items()
                if one.default is MISSING and one.default_factory is MISSING
            ],
            "additionalProperties": issubclass(kind, Lenient),
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _of(hint: Any, parts: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any annotation
    origin = get_origin(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _define(hint, parts)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if origin in (types.UnionType, Union):
        inner = next(one for one in get_args(hint) if one is not types.NoneType)
        return {"anyOf": [_of(inner, parts), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _of(get_args(hint)[0], parts)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(get_args(hint)[1], parts)}
    return dict(_SCALARS[hint])


def text() -> str:
    """Give the file as it should be."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
