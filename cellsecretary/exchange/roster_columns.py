"""Which column of a list means what, from titles written in any of the usual ways."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from cellsecretary import paths
from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cellsecretary.exchange.sheets import Cell


class Column(StrEnum):
    """What a column of a list of members says; display words are in resources/messages."""

    NUMBER = "number"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    SEX = "sex"
    MALE = "male"
    FEMALE = "female"
    BORN = "born"
    JOINED = "joined"
    OFFICIAL = "official"
    CARD = "card"
    POST = "post"
    PHONE = "phone"
    STANDING = "standing"
    REMARK = "remark"


@cache
def written() -> Mapping[str, Mapping[str, str]]:
    """Give how lists write what they say: titles by column in order, the line below the last."""
    text = paths.resource("lists.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def columns_of(cells: Sequence[Cell]) -> dict[int, Column]:
    """Give the meaning of each place of a row of titles; a row that is none gives few or none."""
    found: dict[int, Column] = {}
    for place, cell in enumerate(cells):
        title = " ".join(re.findall(r"\w+", fold(cell))) if isinstance(cell, str) else ""
        titles = written()["titles"].items()
        name = next((name for name, form in titles if re.fullmatch(form, title)), None)
        column = None if name is None else Column(name)
        if column is not None and column not in found.values():
            found[place] = column
    _join_names(found, cells)
    return found


def _join_names(found: dict[int, Column], cells: Sequence[Cell]) -> None:
    """Settle the name: one cell, or family and given name in two, the second perhaps untitled."""
    places = {column: place for place, column in found.items()}
    family, name = places.get(Column.FAMILY), places.get(Column.NAME)
    if family is not None and name == family + 1:
        found[family], found[name] = Column.NAME, Column.GIVEN
    elif family is not None:
        del found[family]
    elif name is not None and name + 1 < len(cells) and not cells[name + 1]:
        # One title over two cells: "Họ và tên" above "Nguyễn Văn" and "An".
        found[name + 1] = Column.GIVEN
