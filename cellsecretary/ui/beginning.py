"""Files that are begun: a new book with its cell, the practice cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary import paths
from cellsecretary.core.change import Changes, Context, Refusal
from cellsecretary.core.lengths import within_limits
from cellsecretary.core.operations.cell import start_book
from cellsecretary.exchange.replay import rehearsed
from cellsecretary.exchange.scenario import MeetingInput, Scenario, read_scenario
from cellsecretary.own_files import make_folder
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.ledger_session import new_id

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from cellsecretary.core.rows import Cell


def begin_book(cell: Cell, path: Path, now: dt.datetime) -> Refusal | None:
    """Make the book of a cell; None when it is there.

    What stands in the way raises `BookError` or `OSError`, and leaves no half book.
    """
    answer = within_limits(start_book(Context(now, new_id), cell))
    if not isinstance(answer, Changes):
        return answer
    make_folder(path.parent)
    book = Book.create(path, bundled())
    try:
        book.apply(answer, now)
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    book.close()
    return None


def make_practice_cell(path: Path) -> None:
    """Make the practice cell afresh: a year of meetings, and the next one, still to be held.

    What stands in the way raises `BookError` or `OSError`.
    """
    make_folder(path.parent)
    path.unlink(missing_ok=True)
    sample = paths.resource("sample", "cell.json").read_text(encoding="utf-8")
    rehearsal, _ = rehearsed(_before_the_last(read_scenario(sample)), bundled(), practice=True)
    Book.create(path, bundled()).close()
    rehearsal.copy_to(path)
    rehearsal.close()


def _before_the_last(scenario: Scenario) -> Scenario:
    """Leave of the last meeting what is known before it: its plan, who comes, what was prepared."""
    *held, last = scenario.meetings
    ahead = MeetingInput(
        date=last.date,
        kind=last.kind,
        title=last.title,
        topic=last.topic,
        place=last.place,
        chair=last.chair,
        minute_taker=last.minute_taker,
        guests=last.guests,
        committee_meeting=last.committee_meeting,
        notified=last.notified,
        superior_notified=last.superior_notified,
    )
    return replace(scenario, meetings=(*held, ahead))
