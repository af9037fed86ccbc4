"""All that the clerk decided and wrote, as one plain value, and how two of them become one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from cellsecretary.core.board_rows import (
    Acceptance,
    AcceptanceKind,
    BoardOffice,
    BoardRow,
    HandedRuleFile,
    IssuedDirective,
    MeetingLook,
    MeetingRemark,
    MeetingScore,
    PaperCell,
    PaperMinutes,
    PetitionAnswer,
    VersionChoice,
)
from cellsecretary.core.office import Office
from cellsecretary.core.plain import canonical_json

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

R = TypeVar("R", bound=BoardRow)


@dataclass(frozen=True, slots=True)
class BoardRegister:
    """The rows of a board, each kind in the order of ids."""

    offices: tuple[BoardOffice, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    paper_cells: tuple[PaperCell, ...] = ()
    paper_minutes: tuple[PaperMinutes, ...] = ()
    choices: tuple[VersionChoice, ...] = ()
    looks: tuple[MeetingLook, ...] = ()
    remarks: tuple[MeetingRemark, ...] = ()
    scores: tuple[MeetingScore, ...] = ()
    answers: tuple[PetitionAnswer, ...] = ()
    directives: tuple[IssuedDirective, ...] = ()
    rule_files: tuple[HandedRuleFile, ...] = ()

    @property
    def office(self) -> BoardOffice | None:
        """The office, None before it was named."""
        return next(iter(self.offices), None)

    def issuing(self, day: dt.date) -> Office:
        """Give who issues the papers of the office on a day; before it was named, nobody yet."""
        office = self.office
        if office is None:
            return Office("", "", "", "", "", day)
        return Office("", office.name, office.place, office.signer_title, office.signer, day)

    @property
    def turned_away(self) -> frozenset[str]:
        """The cells of which the clerk said that they do not belong here, by id."""
        return frozenset(
            one.cell
            for one in self.acceptances
            if one.kind is AcceptanceKind.CELL and not one.accepted
        )

    @property
    def rows(self) -> Iterator[BoardRow]:
        """All rows of all kinds."""
        for field in fields(self):
            yield from getattr(self, field.name)

    def says(self, cell: str, kind: AcceptanceKind, value: str = "") -> bool | None:
        """Tell whether the clerk accepted a cell, or its name or key; None when never asked."""
        id = acceptance_id(cell, kind, value)
        # The cell too: one that calls itself "ID:key:…" must not vouch for a key of the cell ID.
        found = (one.accepted for one in self.acceptances if (one.id, one.cell) == (id, cell))
        return next(found, None)


def acceptance_id(cell: str, kind: AcceptanceKind, value: str) -> str:
    """Give the id of an answer: a cell is one whatever its superior is called."""
    return cell if kind is AcceptanceKind.CELL else f"{cell}:{kind}:{value}"


def found(rows: Iterable[R], id: str) -> R | None:
    """Give the row with an id."""
    return next((row for row in rows if row.id == id), None)


def later(one: R, other: R) -> R:
    """Give of two rows about the same thing the one that was written last.

    Written in the same second, their text decides: both laptops must come to the same.
    """
    return max(one, other, key=lambda row: (row.changed, canonical_json(row)))
