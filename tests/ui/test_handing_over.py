"""A book handed over in one window and taken over in another, through the real dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cellsecretary.ui.dialogs.handover import HandoverDialog
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.dialogs.take_over import TakeOverDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import AFTER
from tests.ui.test_cell_dialogs import opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def handed(qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path) -> Path:
    dialog = opened(HandoverDialog(session, ask, words), qtbot)
    qtbot.mouseClick(dialog.form.write_button, Qt.MouseButton.LeftButton)
    (send,) = dialog.findChildren(SendDialog)
    ask.will_answer(tmp_path)
    qtbot.mouseClick(send.form.folder_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not send._courier.is_under_way, timeout=30_000)
    assert "copied and checked" in send.form.notice_banner.text_label.text()
    send.done(0)
    path = tmp_path / "BanGiao_ChiBoThon3_2026-11-21.zip"
    assert path.exists()
    dialog.done(0)
    return path


def walk(program: Program) -> TakeOverDialog:
    assert isinstance(program.window, MainWindow)
    found = program.window.findChildren(TakeOverDialog)
    assert len(found) == 1
    return found[0]


def test_the_successor_is_led_through_everything_and_becomes_secretary(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    mine = tmp_path / "mine.chibo"
    ask.will_answer(handed, mine)
    program.take_over()
    dialog = walk(program)
    titles = []
    while not dialog._appoints:
        titles.append(dialog.form.title_label.text())
        assert dialog.form.lines_label.text()
        qtbot.mouseClick(dialog.form.seen_button, Qt.MouseButton.LeftButton)
    assert titles == [
        "4 open tasks",
        "1 document in force",
        "1 petition without an answer",
        "10 members to know of",
        "2 things unfinished",
    ]
    session = dialog._session
    new = next(m for m in session.register.members_on(AFTER.date()) if not m.post)
    dialog.form.secretary_edit.set_member(None)
    qtbot.mouseClick(dialog.form.seen_button, Qt.MouseButton.LeftButton)
    assert dialog._appoints, "a name is asked for"
    dialog.form.secretary_edit.set_member(new.id)
    qtbot.mouseClick(dialog.form.seen_button, Qt.MouseButton.LeftButton)
    assert [m.id for m in session.register.members if m.post == "Bí thư"] == [new.id]
    assert dialog.form.print_button.isVisible()
    assert program.window is not None
    qtbot.mouseClick(dialog.form.print_button, Qt.MouseButton.LeftButton)
    papers = program.window.findChildren(PeriodPapersDialog)
    assert [paper.form.paper_box.currentData() for paper in papers] == ["handover"]
    papers[0].done(0)
    assert mine.exists()


def to_the_end(dialog: TakeOverDialog, qtbot: QtBot) -> None:
    while not dialog._ends:
        qtbot.mouseClick(dialog.form.seen_button, Qt.MouseButton.LeftButton)


def walks(program: Program) -> list[TakeOverDialog]:
    assert isinstance(program.window, MainWindow)
    return [one for one in program.window.findChildren(TakeOverDialog) if one.isVisible()]


def another(program: Program, tmp_path: Path, ask: QueuedAsk) -> Program:
    """The program started again with what was remembered on this computer."""
    program.close()
    again = Program(
        QApplication.instance(),  # type: ignore[arg-type]
        Settings(tmp_path / "settings.ini"),
        lambda: AFTER,
        tmp_path / "practice.chibo",
        ask,
    )
    again.setParent(program)
    return again


@pytest.mark.thorough
def test_a_walk_left_half_way_is_offered_at_each_start_until_it_was_ended(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    mine = tmp_path / "mine.chibo"
    ask.will_answer(handed, mine)
    program.take_over()
    walk(program).reject()
    again = another(program, tmp_path, ask)
    assert again.open_book(mine)
    (offered,) = walks(again)
    qtbot.mouseClick(offered.form.seen_button, Qt.MouseButton.LeftButton)
    offered.reject()
    last = another(again, tmp_path, ask)
    assert last.open_book(mine)
    (offered,) = walks(last)
    to_the_end(offered, qtbot)
    qtbot.mouseClick(offered.form.seen_button, Qt.MouseButton.LeftButton)
    assert walks(last) == []
    ended = another(last, tmp_path, ask)
    assert ended.open_book(mine)
    assert walks(ended) == []
    ended.close()


@pytest.mark.thorough
def test_a_walk_ended_by_printing_its_record_is_not_offered_again(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    mine = tmp_path / "mine.chibo"
    ask.will_answer(handed, mine)
    program.take_over()
    dialog = walk(program)
    to_the_end(dialog, qtbot)
    qtbot.mouseClick(dialog.form.print_button, Qt.MouseButton.LeftButton)
    assert program.window is not None
    for papers in program.window.findChildren(PeriodPapersDialog):
        papers.done(0)
    again = another(program, tmp_path, ask)
    assert again.open_book(mine)
    assert walks(again) == []
    again.close()


@pytest.mark.thorough
def test_another_book_is_opened_without_the_walk(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path
) -> None:
    mine, other = tmp_path / "mine.chibo", tmp_path / "other.chibo"
    ask.will_answer(handed, mine)
    program.take_over()
    walk(program).reject()
    other.write_bytes(mine.read_bytes())
    assert program.open_book(other)
    assert walks(program) == []
    assert program.practise() is not None
    assert walks(program) == []


def test_one_can_go_back_and_a_post_is_given_back_by_undo(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    ask.will_answer(handed, tmp_path / "mine.chibo")
    program.take_over()
    dialog = walk(program)
    assert not dialog.form.back_button.isEnabled()
    first = dialog.form.title_label.text()
    qtbot.mouseClick(dialog.form.seen_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.form.back_button, Qt.MouseButton.LeftButton)
    assert dialog.form.title_label.text() == first
    dialog.done(0)


def test_a_changed_file_is_refused_with_a_sentence_and_the_window_stays(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path
) -> None:
    whole = handed.read_bytes()
    handed.write_bytes(whole[:-200])
    before = program.window
    ask.will_answer(handed)
    program.take_over()
    assert handed.name in ask.told[-1]
    assert program.window is before
    assert not list(tmp_path.glob("mine*"))


def test_a_book_that_is_there_is_not_written_over(
    program: Program, handed: Path, ask: QueuedAsk, tmp_path: Path
) -> None:
    there = tmp_path / "there.chibo"
    there.write_bytes(b"mine")
    ask.will_answer(handed, there)
    program.take_over()
    assert "there.chibo" in ask.told[-1]
    assert there.read_bytes() == b"mine"


def test_nothing_happens_when_no_file_or_no_place_is_chosen(
    program: Program, handed: Path, ask: QueuedAsk
) -> None:
    before = program.window
    ask.will_answer(None)
    program.take_over()
    ask.will_answer(handed, None)
    program.take_over()
    assert program.window is before
    assert ask.told == []


def test_a_disk_without_room_is_said_and_leaves_nothing(
    qtbot: QtBot,
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    tmp_path: Path,
) -> None:
    dialog = opened(HandoverDialog(session, ask, words), qtbot)
    qtbot.mouseClick(dialog.form.write_button, Qt.MouseButton.LeftButton)
    (send,) = dialog.findChildren(SendDialog)
    ask.will_answer(tmp_path / "gone")
    qtbot.mouseClick(send.form.folder_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not send._courier.is_under_way, timeout=30_000)
    assert "folder is not there" in send.form.notice_banner.text_label.text()
    assert not (tmp_path / "gone").exists()
    assert QApplication.overrideCursor() is None
    dialog.done(0)
