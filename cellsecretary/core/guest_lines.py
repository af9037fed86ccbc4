"""Guests as lines of text, one a line: `Quan Văn Thuận, Đảng ủy viên`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.rows import Guest
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_guests(guests: Iterable[Guest]) -> str:
    """Write guests as they are read here."""
    return "\n".join(", ".join(part for part in (g.name, g.title) if part) for g in guests)


def read_guests(text: str, before: Iterable[Guest] = ()) -> tuple[Guest, ...]:
    """Read one guest a line; what follows the first comma is the title.

    A guest of the same name as one of `before` stays that row, with its role.
    """
    known = {guest.name: guest for guest in before}
    guests = []
    for line in text.splitlines():
        name, _, title = (tidy_line(part) for part in line.partition(","))
        if name:
            row = known.pop(name, None) or Guest(id="", meeting="", position=0, name=name)
            guests.append(replace(row, title=title))
    return tuple(guests)
