"""What the command line asks for: the password of a book, a meeting in it, a period, portions."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, TypeVar

from cellsecretary import paths
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.portions import PortionKind, portions
from cellsecretary.rules import bundled

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cellsecretary.core.period import PeriodRecord, Span
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.papers import Wish
    from cellsecretary.store import Book
    from cellsecretary.store.key_file import Locked
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.store.opening import Opening

T = TypeVar("T")


class CommandError(Exception):
    """A command cannot do what it was asked; the text is the one plain sentence."""


class opened:  # noqa: N801 - used as a function in a with statement
    """Open a book for one command, to look or to write; its faults become the one sentence.

    To write, or for what goes out in the name of the cell, the deputy's password does not do.
    """

    def __init__(
        self, file: Path, words: Messages, *, write: bool = False, in_its_name: bool = False
    ) -> None:
        self._file = file
        self._words = words
        self._write = write
        self._by_secretary = write or in_its_name

    def __enter__(self) -> Book:
        from cellsecretary.store import Book, BookError

        way = opening().write_as_it_is if self._write else opening().look
        try:
            self._opened = unlocking(
                lambda: way(Book, self._file), self._words, by_secretary=self._by_secretary
            )
        except BookError as error:
            raise CommandError(self._words.fault(error.fault, error.path)) from error
        assert isinstance(self._opened.ledger, Book)
        return self._opened.ledger

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        from cellsecretary.store import BookError

        self._opened.close()
        if isinstance(error, BookError):
            raise CommandError(self._words.fault(error.fault, error.path)) from error


def unlocking(act: Callable[[], T], words: Messages, *, by_secretary: bool = False) -> T:
    """Do what opens files; for each that is locked ask for its password, and do it again.

    On a terminal it is typed unseen, else it is the next line of the input.
    """
    from cellsecretary.store.key_file import Locked

    asked: set[bytes] = set()
    while True:
        try:
            return act()
        except Locked as error:
            if error.slots.mark in asked:
                raise
            asked.add(error.slots.mark)
            _unlock(error, words, by_secretary=by_secretary)


def _unlock(locked: Locked, words: Messages, *, by_secretary: bool) -> None:
    from cellsecretary.store.errors import Fault
    from cellsecretary.store.file_key import unlocked
    from cellsecretary.store.key_file import KeyFileError
    from cellsecretary.store.passwords import TooSlow, WrongPassword

    try:
        key, is_deputy = locked.slots.opened_by(_password(locked, words))
    except WrongPassword as error:
        raise CommandError(words.command("wrong_password")) from error
    except TooSlow as error:
        raise CommandError(words.command("password_too_slow")) from error
    except KeyFileError as error:
        raise CommandError(words.fault(Fault.KEYS_UNUSABLE, locked.path)) from error
    if is_deputy and by_secretary:
        raise CommandError(words.command("deputy_only_looks"))
    unlocked.add(key)


def _password(locked: Locked, words: Messages) -> str:
    file = getattr(locked.path, "name", locked.path)
    password = ""
    if sys.stdin is None:
        pass  # a program without a console has none
    elif sys.stdin.isatty():
        from getpass import getpass

        try:
            password = getpass(f"{words.command('ask_password', file=file)} ")
        except (EOFError, KeyboardInterrupt):
            print(file=sys.stderr)
    else:
        # Whatever a terminal would make of it here: the password of a book is text.
        password = sys.stdin.buffer.readline().decode("utf-8-sig", "replace").rstrip("\r\n")
    if not password:
        raise CommandError(words.command("no_password", file=file))
    return password


def looked(file: Path, words: Messages) -> Ledger:
    """Open a book or a board to look only; its faults raise `BookError`."""
    from cellsecretary.store.opening import kind_of

    return unlocking(lambda: kind_of(file).look(file, bundled()), words)


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
