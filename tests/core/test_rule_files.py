"""Rule files in use: what they change in a book, what they leave, and that undo mends it."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from cellsecretary.core.change import Act, Changes, Context, Refusal, Why
from cellsecretary.core.kinds import MeetingKind, Result
from cellsecretary.core.operations.closing import close
from cellsecretary.core.operations.rule_files import accept_rule_file, withdraw_rule_file
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.papers import render
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record
from tests.building import AFTER, NOVEMBER, OCTOBER, done, record_of
from tests.papers.pages import text_of
from tests.rules.files import handed_out

if TYPE_CHECKING:
    from cellsecretary.core.change import Answer

IN_OCTOBER = dt.date(2026, 10, 1)
FILE = handed_out(
    meeting={"valid_from": IN_OCTOBER, "minimum_minutes": {"regular": 100}},
    wording={"valid_from": IN_OCTOBER, "minutes": {"name": "BIÊN BẢN THEO MẪU XÃ"}},
)
OTHER = handed_out(meeting={"valid_from": IN_OCTOBER, "minimum_minutes": {"regular": 95}})
_MINUTES = itertools.count(1)


def carry_out(book: Book, answer: Answer) -> None:
    book.apply(done(answer), AFTER)


def later() -> Context:
    """Give a context a minute after the last one."""
    count = next(_MINUTES)
    return Context(AFTER + dt.timedelta(minutes=count), lambda: f"file-{count}")


def accept(book: Book, text: str, name: str = "xa.toml") -> None:
    carry_out(book, accept_rule_file(cell_record(book), later(), name, text))


def least(book: Book, day: str = NOVEMBER) -> int | None:
    rules = book.rules(dt.date.fromisoformat(day))
    return rules.meeting.minimum_minutes.get(MeetingKind.REGULAR)


def minutes(book: Book, day: str) -> str:
    return text_of(render("minutes", record_of(book, day)))


def test_a_closed_meeting_prints_as_before_and_an_open_one_by_the_new_file(book: Book) -> None:
    closed, opened = minutes(book, OCTOBER), minutes(book, NOVEMBER)
    accept(book, FILE)
    assert minutes(book, OCTOBER) == closed
    assert "BIÊN BẢN THEO MẪU XÃ" not in closed
    assert minutes(book, NOVEMBER) == opened.replace("BIÊN BẢN ", "BIÊN BẢN THEO MẪU XÃ ", 1)
    assert record_of(book, OCTOBER).rules.meeting.minimum_minutes[MeetingKind.REGULAR] == 90


def test_a_meeting_closed_under_a_file_keeps_it_when_the_file_is_withdrawn(book: Book) -> None:
    accept(book, FILE)
    november = record_of(book)
    owed = next(task.task.id for task in november.carried if task.task.code == "T4")
    carry_out(book, review_task(november, later(), owed, Result.DONE))
    carry_out(book, close(record_of(book), later(), cell_record(book), book.chain_head()))
    printed = minutes(book, NOVEMBER)
    assert "BIÊN BẢN THEO MẪU XÃ" in printed
    carry_out(
        book, withdraw_rule_file(cell_record(book), later(), cell_record(book).rule_files[0].id)
    )
    assert minutes(book, NOVEMBER) == printed
    assert least(book) == 90


def test_a_file_accepted_twice_changes_nothing(book: Book) -> None:
    accept(book, FILE)
    again = done(accept_rule_file(cell_record(book), later(), "again.toml", FILE))
    assert again.changes == ()
    assert len(cell_record(book).rule_files) == 1


def test_an_earlier_file_accepted_again_prevails_over_those_between(book: Book) -> None:
    accept(book, FILE)
    accept(book, OTHER, "other.toml")
    assert least(book) == 95
    accept(book, FILE)
    assert least(book) == 100
    assert [file.name for file in cell_record(book).rule_files] == ["other.toml", "xa.toml"]


def test_withdrawing_brings_the_rules_below_back(book: Book) -> None:
    accept(book, FILE)
    accept(book, OTHER, "other.toml")
    first, second = cell_record(book).rule_files
    carry_out(book, withdraw_rule_file(cell_record(book), later(), second.id))
    assert least(book) == 100
    carry_out(book, withdraw_rule_file(cell_record(book), later(), first.id))
    assert least(book) == 90


def test_a_file_that_is_not_in_the_book_cannot_be_withdrawn(book: Book) -> None:
    answer = withdraw_rule_file(cell_record(book), later(), "gone")
    assert isinstance(answer, Refusal)
    assert [problem.why for problem in answer.problems] == [Why.RULE_FILE_UNKNOWN]


def test_an_empty_text_is_refused(book: Book) -> None:
    answer = accept_rule_file(cell_record(book), later(), "xa.toml", " \n")
    assert isinstance(answer, Refusal)
    assert [problem.why for problem in answer.problems] == [Why.TEXT_MISSING]


@pytest.mark.parametrize("odd", ["e\u0302", "\u2028", "\u0378", "\t"])
def test_a_file_is_kept_line_by_line_over_a_restart(book: Book, odd: str) -> None:
    accept(book, f"{FILE}\n# {odd}\n", " xã\n1.toml ")
    path = book.path
    book.close()
    reopened = Book.open(path, bundled())
    (file,) = cell_record(reopened).rule_files
    reopened.close()
    assert (file.name, file.text) == ("xã 1.toml", f"{FILE}\n# {normalize('NFC', odd)}\n")


def test_both_acts_are_undone_by_name(book: Book) -> None:
    accept(book, FILE)
    accept(book, OTHER, "other.toml")
    withdrawn = done(
        withdraw_rule_file(cell_record(book), later(), cell_record(book).rule_files[0].id)
    )
    book.apply(withdrawn, AFTER)
    assert (withdrawn.act, withdrawn.words) == (Act.WITHDRAW_RULE_FILE, (("name", "xa.toml"),))
    before = []
    for number, kept in ((3, 2), (2, 1), (1, 0)):
        step = next(s for s in reversed(book.steps(9)) if s.way == "do" and s.of not in before)
        before.append(step.of)
        assert step.act in (Act.ACCEPT_RULE_FILE, Act.WITHDRAW_RULE_FILE), number
        back: Changes = book.changes_of(step, back=True)
        book.apply(back, AFTER, way="undo", of=step.of)
        assert len(cell_record(book).rule_files) == kept
    assert least(book) == 90
