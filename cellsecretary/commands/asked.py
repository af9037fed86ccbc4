"""What the command line asks for, found in a book: a meeting, a period, portions of a paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cellsecretary import paths
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.portions import PortionKind, portions
from cellsecretary.rules import bundled

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from cellsecretary.core.period import PeriodRecord, Span
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.papers import Wish
    from cellsecretary.store import Book
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.store.opening import Opening


class CommandError(Exception):
    """A command cannot do what it was asked; the text is the one plain sentence."""


class opened:  # noqa: N801 - used as a function in a with statement
    """Open a book for one command, to look or to write; its faults become the one sentence."""

    def __init__(self, file: Path, words: Messages, *, write: bool = False) -> None:
        self._file = file
        self._words = words
        self._write = write

    def __enter__(self) -> Book:
        from cellsecretary.store import Book, BookError

        try:
            if self._write:
                self._opened = opening().write_as_it_is(Book, self._file)
            else:
                self._opened = opening().look(Book, self._file)
        except BookError as error:
            raise CommandError(self._words.fault(error.fault, error.path)) from error
        assert isinstance(self._opened.ledger, Book)
        return self._opened.ledger

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        from cellsecretary.store import BookError

        self._opened.close()
        if isinstance(error, BookError):
            raise CommandError(self._words.fault(error.fault, error.path)) from error


def opening() -> Opening:
    """Give what opens the files of this computer."""
    from cellsecretary.store.opening import Opening

    return Opening(paths.backups_folder, bundled, dt.datetime.now)


def backed_up(ledger: Ledger, now: dt.datetime, words: Messages) -> list[str]:
    """Copy a file around what cannot be undone; give the sentence why it could not be copied."""
    from cellsecretary.store import BookError
    from cellsecretary.store.backups import Backups

    try:
        Backups.of(paths.backups_folder(), ledger).make(ledger, now)
    except BookError as error:
        return [words.no_backup(error.fault, error.path)]
    return []


def period(
    book: Book, options: argparse.Namespace, spans: Sequence[Span], words: Messages
) -> PeriodRecord:
    """Find the period that is asked for; without one that in which the wanted meeting lies."""
    from cellsecretary.core.period import period_with
    from cellsecretary.store.records import period_record

    if options.period is None:
        day = meeting(book, options.meeting, words).meeting.date
        return period_record(book, period_with(day, spans[0]), dt.date.today())
    record = named_period(book, options.period, words)
    if record.period.span not in spans:
        raise CommandError(words.command("wrong_period", form=options.form, period=options.period))
    return record


def named_period(book: Book, wanted: str, words: Messages) -> PeriodRecord:
    """Find the month, quarter or year that a text names."""
    from cellsecretary.core.period import read_period
    from cellsecretary.store.records import period_record

    period = read_period(wanted)
    if period is None:
        raise CommandError(words.command("unknown_period", period=wanted))
    return period_record(book, period, dt.date.today())


def wish(
    record: MeetingRecord | PeriodRecord,
    kind: PortionKind,
    options: argparse.Namespace,
    words: Messages,
) -> Wish:
    """Find the portions whose numbers are asked for."""
    numbers: Sequence[int] = getattr(options, kind) or ()
    there = portions(record, kind)
    for number in numbers:
        if number not in {portion.number for portion in there}:
            raise CommandError(words.command(f"unknown_{kind}", number=number))
    return tuple(portion.id for portion in there if portion.number in numbers)


def meeting(book: Book, wanted: str | None, words: Messages) -> MeetingRecord:
    """Find the meeting that DATE or DATE:KIND names; without one the newest that is not planned."""
    from cellsecretary.store.records import meeting_record

    if wanted is None:
        key = book.value(
            "select id from meetings order by state in ('running', 'closed') desc, "
            "date desc, starts desc limit 1"
        )
        if key is None:
            raise CommandError(words.command("no_meeting"))
        return meeting_record(book, str(key))
    day, _, kind = wanted.partition(":")
    try:
        date = dt.date.fromisoformat(day)
        kinds = [MeetingKind(kind)] if kind else list(MeetingKind)
    except ValueError as error:
        raise CommandError(words.command("unknown_meeting", meeting=wanted)) from error
    marks = ", ".join("?" * len(kinds))
    keys = book.values(
        f"select id from meetings where date = ? and kind in ({marks}) "
        "order by state = 'cancelled', kind = 'committee', starts",
        date.isoformat(),
        *(str(one) for one in kinds),
    )
    if not keys:
        raise CommandError(words.command("unknown_meeting", meeting=wanted))
    return meeting_record(book, keys[0])
