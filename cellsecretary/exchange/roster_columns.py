"""Which column of a list means what, from titles written in any of the usual ways."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

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


# Of folded titles, in this order: "ngày vào Đảng chính thức" is the official date.
_TITLES = [
    (Column.NUMBER, r"s?tt|so tt|(so )?thu tu|so|so dang vien|no|number"),
    (Column.FAMILY, r"ho( va)?( ten| chu)? (dem|lot)|ho|ho va chu( dem| lot)?|family name"),
    (Column.NAME, r"(ho( va)? ten|ten)( dang vien| dong chi)?|dang vien|(full )?name"),
    (Column.SEX, r"gioi( tinh)?|nam nu|phai|sex"),
    (Column.MALE, r"nam"),
    (Column.FEMALE, r"nu"),
    (Column.OFFICIAL, r".*chinh thuc.*|official"),
    (Column.JOINED, r".*(vao dang|ket nap|du bi).*|joined"),
    (Column.BORN, r"(ngay|nam|sinh)\b.*|born"),
    (Column.CARD, r"(so )?the( dang| dang vien)?|so the.*|card"),
    (Column.POST, r"chuc (vu|danh).*|post"),
    (Column.PHONE, r".*dien thoai.*|s?dt|so dt|phone"),
    (Column.STANDING, r"tinh trang.*|dien( .*)?|standing"),
    (Column.REMARK, r"ghi chu.*|note"),
]


def columns_of(cells: Sequence[Cell]) -> dict[int, Column]:
    """Give the meaning of each place of a row of titles; a row that is none gives few or none."""
    found: dict[int, Column] = {}
    for place, cell in enumerate(cells):
        title = " ".join(re.findall(r"\w+", fold(cell))) if isinstance(cell, str) else ""
        column = next((kind for kind, form in _TITLES if re.fullmatch(form, title)), None)
        if column is Column.BORN and "sinh" not in title and title != "born":
            column = None
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
