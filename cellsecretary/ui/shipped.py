"""What the program is shipped with: each part with its licence, as `tools/licences.py` wrote it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from cellsecretary import paths

FOLDER = "licences"


@dataclass(frozen=True)
class Part:
    """One part; `inside` names what it is a part of, `text` the file of its licence.

    `licence` is an SPDX expression. `version`, `home` and `inside` may be empty.
    """

    name: str
    version: str
    licence: str
    home: str
    inside: str
    text: str


def parts() -> tuple[Part, ...]:
    """Read the list: the program first, then what it is made of."""
    text = paths.resource(FOLDER, "shipped.json").read_text(encoding="utf-8")
    return tuple(Part(**one) for one in json.loads(text))


def licence_text(part: Part) -> str:
    """Read the licence text of a part."""
    return paths.resource(FOLDER, part.text).read_text(encoding="utf-8")
