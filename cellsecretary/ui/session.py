"""`Session`: the open book as the window sees it: acts in, records out, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.rows import Attendance, Opinion
from cellsecretary.rules import Rulebook
from cellsecretary.store.closed import closed_versions, closing_times
from cellsecretary.store.records import (
    cell_record,
    meeting_record,
    paper_traces,
    period_record,
    records_between,
    register_roster,
)
from cellsecretary.store.said import said_before
from cellsecretary.store.search import BookSearch
from cellsecretary.ui.ledger_session import LedgerSession

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtCore import QObject

    from cellsecretary.core.office_rows import PaperTrace
    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.phrases import Said
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.search import Wanted
    from cellsecretary.store import Book
    from cellsecretary.store.search import Found


class Session(LedgerSession):
    """One open book. Every panel is given it; no panel touches the book itself."""

    def __init__(
        self, book: Book, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(book, clock, parent)
        self._book = book
        self._search = BookSearch(book)
        self._meetings: dict[str, MeetingRecord] = {}
        self._rules: dict[date, RuleSet] = {}
        self._register: CellRecord | None = None

    @property
    def book(self) -> Book:
        """The book, for what is neither a record nor an act: its path, a backup."""
        return self._book

    @property
    def name(self) -> str:
        """The name of the cell."""
        return self.register.cell_on(self.today()).name

    @property
    def register(self) -> CellRecord:
        """The cell with its register, meetings, documents and tasks."""
        if self._register is None:
            self._register = cell_record(self._book)
        return self._register

    def meeting(self, meeting: str) -> MeetingRecord:
        """Give the record of a meeting."""
        if meeting not in self._meetings:
            self._meetings[meeting] = meeting_record(self._book, meeting)
        return self._meetings[meeting]

    def closed_versions(self, meeting: str) -> list[MeetingRecord]:
        """Give every closed version of a meeting, oldest first."""
        return closed_versions(self._book, meeting)

    def closing_times(self, meeting: str) -> dict[int, datetime]:
        """Give when each closed version of a meeting was closed, by its number, oldest first."""
        return closing_times(self._book, meeting)

    def paper_traces(self, meeting: str) -> tuple[PaperTrace, ...]:
        """Give what happened to the papers of a meeting, oldest first."""
        return paper_traces(self._book, meeting)

    def records_between(self, first: date, last: date) -> tuple[MeetingRecord, ...]:
        """Give the meetings held from one day to another, both included."""
        return records_between(self._book, first, last)

    def said_before(self, meeting: str) -> tuple[Said, ...]:
        """Give what the meetings until the day of one say in words, that one left out."""
        return said_before(self._book, meeting, self.meeting(meeting).meeting.date)

    def period_record(self, period: Period) -> PeriodRecord:
        """Give a month, a quarter or a year with the meetings held in it."""
        return period_record(self._book, period, self.today())

    def register_roster(self, meeting: str) -> tuple[Attendance, ...]:
        """Give the roster that the register of today asks for at a meeting."""
        return register_roster(self._book, self.meeting(meeting).meeting)

    def found(self, text: str, wanted: Wanted, most: int) -> Found:
        """Give the first places in the book with the words of a text, and how many there are."""
        return self._search.find(text, wanted, most)

    def taken_part(self, member: str) -> tuple[list[Attendance], list[Opinion]]:
        """Give the lines of a member on all rosters, and what the member said."""
        book = self._book
        return book.rows(Attendance, "member = ?", member), book.rows(
            Opinion, "speaker = ?", member
        )

    def speaker_of(self, opinion: str | None) -> str:
        """Give who gave an opinion, empty for none that is known."""
        row = self._book.row(Opinion, opinion) if opinion else None
        return (row.speaker_other or self.register.name_of(row.speaker)) if row else ""

    def rules(self, day: date) -> RuleSet:
        """Give the rules in force on a day."""
        if day not in self._rules:
            self._rules[day] = self._book.rules(day)
        return self._rules[day]

    def rules_of_files(self, day: date) -> RuleSet:
        """Give the rules that the rule files alone put in force on a day."""
        return self._book.rule_source().on(day)

    def rulebook(self) -> Rulebook:
        """Give the rules of the program with the rule files of the book laid over them."""
        rules = self._book.rule_source()
        assert isinstance(rules, Rulebook), "the program opens books with its rule files"
        return rules

    def chain_head(self) -> tuple[int, str]:
        """Give position and hash of the last closed record, for closing the next."""
        return self._book.chain_head()

    def _forget(self) -> None:
        self._meetings.clear()
        self._rules.clear()
        self._register = None
