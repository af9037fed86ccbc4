"""The session: acts on the disk first, then told; undo by name, also after a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Refusal
from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations.attendance import mark, note
from cellsecretary.core.operations.closing import reopen
from cellsecretary.core.operations.minutes import write_body, write_conclusion
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.plain import canonical_json
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.ui.session import Session
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def november(session: Session) -> str:
    return meeting_id(session, NOVEMBER)


def _state(session: Session, meeting: str) -> str:
    return canonical_json(session.meeting(meeting))


def _mark(session: Session, meeting: str, index: int = 0) -> Refusal | None:
    record = session.meeting(meeting)
    return session.do(mark, record, record.marked(Mark.PRESENT)[index].member, Mark.UNEXCUSED)


def test_an_act_is_told_once_it_is_on_the_disk(
    session: Session, november: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([session.changed, session.saved], timeout=1000):
        assert _mark(session, november) is None
    again = Book.open(session.book.path, bundled())
    assert again.value("select count(*) from attendance where mark = 'unexcused'") == 2
    again.close()


def test_a_refusal_changes_and_tells_nothing(session: Session, november: str, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.changed):
        refusal = session.do(mark, session.meeting(november), "nobody", Mark.PRESENT)
    assert refusal is not None
    assert refusal.problems


def test_a_fault_of_the_file_is_told_and_nothing_moves(
    session: Session, november: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mark(session, november)
    before, history = _state(session, november), session.history

    def full(*_args: object, **_kwargs: object) -> None:
        raise BookError(Fault.FULL, session.book.path)

    monkeypatch.setattr(session.book, "apply", full)
    with qtbot.waitSignal(session.failed, timeout=1000):
        assert _mark(session, november) == Refusal(())
    with qtbot.waitSignal(session.failed, timeout=1000):
        assert not session.undo()
    assert (_state(session, november), session.history) == (before, history)
    monkeypatch.undo()
    assert session.undo()


@pytest.mark.thorough
def test_a_hundred_acts_are_undone_and_done_again_by_name(session: Session, november: str) -> None:
    states = [_state(session, november)]
    names = []
    for index in range(120):
        record = session.meeting(november)
        line = record.marked(Mark.PRESENT)[index % 30]
        assert (
            session.do(note, record, line.member, late=AFTER.replace(minute=index % 60).time())
            is None
        )
        assert session.last_undoable is not None
        names.append(dict(session.last_undoable.words)["who"])
        states.append(_state(session, november))
    for name, state in zip(reversed(names), reversed(states[:-1]), strict=True):
        assert session.last_undoable is not None
        assert dict(session.last_undoable.words)["who"] == name
        assert session.undo()
        assert _state(session, november) == state
    for state in states[1:]:
        assert session.redo()
        assert _state(session, november) == state
    assert not session.redo()


def test_undo_survives_a_restart(session: Session, november: str) -> None:
    before = _state(session, november)
    _mark(session, november, 0)
    _mark(session, november, 1)
    session.undo()
    after_one = _state(session, november)
    book = Book.open(session.book.path, bundled())
    again = Session(book, lambda: AFTER)
    assert again.redo()
    assert again.undo()
    assert _state(again, november) == after_one
    assert again.undo()
    assert _state(again, november) == before
    book.close()


def test_a_new_act_forgets_what_was_undone(session: Session, november: str) -> None:
    _mark(session, november)
    session.undo()
    assert session.last_redoable is not None
    _mark(session, november, 5)
    assert session.last_redoable is None


def test_typing_in_one_text_is_one_step_until_the_focus_leaves(
    session: Session, november: str
) -> None:
    item = session.meeting(november).agenda[0].id
    before = _state(session, november)
    for text in ("M", "Mở", "Mở đầu"):
        session.do(write_body, session.meeting(november), item, text)
    middle = _state(session, november)
    session.end_step()
    session.do(write_body, session.meeting(november), item, "Mở đầu buổi họp")
    session.undo()
    assert _state(session, november) == middle
    session.undo()
    assert _state(session, november) == before
    session.redo()
    assert _state(session, november) == middle
    session.redo()
    assert session.meeting(november).agenda[0].body == "Mở đầu buổi họp"


def test_typing_in_another_text_is_another_step(session: Session, november: str) -> None:
    item = session.meeting(november).agenda[0].id
    session.do(write_body, session.meeting(november), item, "a")
    session.do(write_conclusion, session.meeting(november), item, "b")
    session.undo()
    assert session.meeting(november).agenda[0].body == "a"


def test_undo_stops_at_a_closing(session: Session, november: str) -> None:
    while session.undo():
        pass
    october = session.meeting(meeting_id(session, OCTOBER))
    assert not october.is_open
    assert session.do(reopen, october, session.register, "Sai") is None
    assert not session.undo()


def test_a_result_given_to_a_task_is_seen_by_everybody_at_once(
    session: Session, november: str
) -> None:
    record = session.meeting(november)
    task = next(c.task for c in record.carried if c.task.code == "T4")
    assert session.register.is_task_open(task.id)
    from cellsecretary.core.kinds import Result

    session.do(review_task, record, task.id, Result.DONE)
    assert not session.register.is_task_open(task.id)


def test_two_windows_on_one_book_do_not_overwrite_each_other(
    session: Session, november: str, qtbot: QtBot
) -> None:
    book = Book.open(session.book.path, bundled())
    other = Session(book, lambda: AFTER)
    record = other.meeting(november)
    member = record.marked(Mark.PRESENT)[0].member
    session.do(mark, session.meeting(november), member, Mark.UNEXCUSED)
    with qtbot.waitSignal(other.failed, timeout=1000) as told:
        other.do(mark, replace(record), member, Mark.EXCUSED)
    assert told.args is not None
    assert told.args[0].fault is Fault.CHANGED_ELSEWHERE
    book.close()
