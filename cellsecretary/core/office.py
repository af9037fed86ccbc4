"""Who issues a paper: a cell, or the office of its superior; and whom that office reminds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt


class Issuer(Protocol):
    """What the head of a paper tells of who issues it."""

    @property
    def superior(self) -> str:
        """The first line: who stands above."""

    @property
    def name(self) -> str:
        """The second line: who issues."""

    @property
    def commune(self) -> str:
        """The place in the line of place and date."""


@dataclass(frozen=True, slots=True)
class Office:
    """The office that keeps the board, on the day of a paper of its own.

    `signer_title` is what somebody signs as; it may have two lines. Without a `signer` there is
    room for a name.
    """

    superior: str
    name: str
    place: str
    signer_title: str
    signer: str
    day: dt.date

    @property
    def commune(self) -> str:
        """The place, as letterheads ask for it."""
        return self.place


@dataclass(frozen=True, slots=True)
class Slip:
    """A cell whose packets are missing: of which months, each by its first day, and by when.

    Without `until` they are asked for soon.
    """

    cell: str
    missing: tuple[dt.date, ...]
    until: dt.date | None = None
