"""Packets taken back: into the book that they came from, or into the new book of a new laptop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.change import Changes
from cellsecretary.core.intake import Arriving, Shelf, Tally, arriving, tallies
from cellsecretary.core.lengths import within_limits
from cellsecretary.core.operations.cell import start_book
from cellsecretary.core.operations.intake import take_in
from cellsecretary.exchange.packet import Profile
from cellsecretary.exchange.packet_reader import read_packet
from cellsecretary.exchange.packet_zip import Flaw, PacketError
from cellsecretary.store import Book, BookError
from cellsecretary.store.records import cell_record
from cellsecretary.store.shelf import shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cellsecretary.core.change import Answer, Context
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSource


class PacketRefused(Exception):
    """One of several packets is not to be believed; none of them is taken."""

    def __init__(self, flaw: Flaw, path: Path) -> None:
        super().__init__(f"{flaw}: {path}")
        self.flaw = flaw
        self.path = path


@dataclass(frozen=True, slots=True)
class Brought:
    """What some packets hold together; `signers` are the keys, None for a packet without one.

    `is_shortened` says that reasons of absence were left out of one of them.
    """

    paths: tuple[Path, ...]
    meetings: tuple[MeetingRecord, ...]
    signers: frozenset[bytes | None]
    is_shortened: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What packets would change in a book; `answer` is the act, or why there is none."""

    found: tuple[Arriving, ...]
    shelf: Shelf
    answer: Answer

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How much of each kind would be added, changed and taken away."""
        return tallies(self.answer.changes) if isinstance(self.answer, Changes) else ()


def bring(paths: Sequence[Path], rules: RuleSource, *, practice: bool = False) -> Brought:
    """Read packets whole; the first that is not to be believed raises `PacketRefused`.

    Only a `practice` cell takes those of a practice cell.
    """
    opened = []
    for path in paths:
        try:
            opened.append(read_packet(path, rules, practice=practice))
        except PacketError as error:
            raise PacketRefused(error.flaw, path) from error
    return Brought(
        tuple(paths),
        tuple(meeting for one in opened for meeting in one.meetings),
        frozenset(one.signer for one in opened),
        any(one.manifest.profile is not Profile.FULL for one in opened),
    )


def preview(book: Book, brought: Brought, ctx: Context) -> Preview:
    """Say what packets would change in a book; nothing is written."""
    register = cell_record(book)
    there = shelf(book, brought.meetings)
    found = arriving(register, there, brought.meetings)
    return Preview(found, there, within_limits(take_in(register, ctx, found, there)))


def empty_book(brought: Brought, ctx: Context, rules: RuleSource) -> Book:
    """Begin a book for the cell of the packets, in memory: to be looked at, then written.

    Packets without a meeting, or with a cell that could not have one, raise `PacketError`.
    """
    newest = max(brought.meetings, key=_day, default=None)
    begun = within_limits(start_book(ctx, newest.cell)) if newest is not None else None
    if not isinstance(begun, Changes):
        raise PacketError(Flaw.NO_MEETING if newest is None else Flaw.DAMAGED)
    book = Book.in_memory(rules)
    book.apply(begun, ctx.now)
    return book


def write_book(book: Book, path: Path, rules: RuleSource) -> None:
    """Write a book from memory to a new file; one that is there is never touched."""
    Book.create(path, rules).close()
    try:
        book.copy_to(path)
    except BookError:
        path.unlink(missing_ok=True)
        raise


def _day(record: MeetingRecord) -> str:
    return record.meeting.date.isoformat()
