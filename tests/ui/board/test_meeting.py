"""What a cell sent for a month: versions, what changed, papers, remark and points."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.kinds import MeetingKind, Scorer
from cellsecretary.core.operations.board import change_paper_cell
from cellsecretary.core.rows import ScoreMark
from cellsecretary.exchange.packet import OF_MEETING
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.meeting import BoardMeetingDialog
from cellsecretary.ui.chips import State
from tests.cells import held
from tests.ui.board.sent import (
    FIRST,
    OCTOBER,
    SECOND,
    THIRD,
    TODAY,
    of_kind,
    send,
    session_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QComboBox, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from cellsecretary.ui.sentences import SentenceList
    from tests.cells import Cell
    from tests.ui.asking import QueuedAsk

    Opened = Callable[..., BoardMeetingDialog]


@pytest.fixture
def board(sent_file: Path, tmp_path: Path) -> Iterator[Board]:
    copy = Path(shutil.copy(sent_file, tmp_path / "xa.bangxa"))
    with closing(Board.open(copy, bundled())) as board:
        yield board


@pytest.fixture
def session(themed: QApplication, board: Board) -> BoardSession:
    return session_of(board)


@pytest.fixture
def opened(session: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Opened:
    def open_dialog(cell: Cell, month: dt.date | None = OCTOBER) -> BoardMeetingDialog:
        return shown(session, ask, words, qtbot, cell, month)

    return open_dialog


def shown(
    session: BoardSession,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    cell: Cell,
    month: dt.date | None,
) -> BoardMeetingDialog:
    dialog = BoardMeetingDialog(session, ask, words, cell.id, month)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def texts(sentences: SentenceList) -> list[str]:
    return [sentence.text for sentence in sentences.sentences]


def entries(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def state(session: BoardSession, cell: Cell) -> MonthState:
    lines = session.record.grid([OCTOBER], TODAY)
    return next(line.months[0].state for line in lines if line.cell.id == cell.id)


# What came


def test_a_changed_meeting_says_in_words_what_the_later_version_changed(opened: Opened) -> None:
    dialog = opened(FIRST)
    content = dialog.content.form
    assert dialog.form.month_chip.state is State.CARE
    assert "A new version came: version 2" in texts(content.state_list)[0]
    assert "version 1" in content.differences_label.text()
    told = texts(content.differences_list)
    assert told[0].startswith("Members present: ")
    assert sum(text.startswith("Mark of ") for text in told) == 2
    assert told[-1] == "Added: correction “Đính chính lần 1”."


def test_only_pressing_looked_at_takes_the_sign_away_and_undo_passes_over_it(
    opened: Opened, session: BoardSession, qtbot: QtBot
) -> None:
    dialog = opened(FIRST)
    assert state(session, FIRST) is MonthState.CHANGED
    qtbot.mouseClick(dialog.content.form.seen_button, Qt.MouseButton.LeftButton)
    assert state(session, FIRST) is MonthState.RECEIVED
    assert not dialog.content.form.state_card.isVisible()
    assert session.last_undoable is None
    # What changed can still be read: the earlier version is held.
    assert dialog.content.form.differences_card.isVisible()


def test_an_earlier_version_shows_its_own_figures_and_papers(opened: Opened) -> None:
    dialog = opened(FIRST)
    newest = dialog.content.form.came_label.text()
    box = dialog.form.version_box
    assert entries(box) == ["Version 1 · came on 03/11/2026", "Version 2 · came on 20/11/2026"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert dialog.content.form.came_label.text() != newest
    assert not dialog.content.form.differences_card.isVisible()
    assert texts(dialog.content.form.versions_list)[0].endswith("this one counts")
    dialog.desk.newest_wanted.emit()
    assert dialog.content.form.came_label.text() == newest


def test_figures_are_those_of_the_board(opened: Opened, session: BoardSession) -> None:
    form = opened(FIRST).content.form
    meeting = next(
        one for one in session.record.meetings_of(FIRST.id) if one.current.figures.month == OCTOBER
    )
    tally = meeting.current.figures.tally
    assert form.came_label.text().startswith(f"{tally.present} of {tally.required} (")
    assert f"{meeting.current.figures.spoke} of" in form.spoke_label.text()
    assert form.kind_label.text() == "regular"
    assert form.sender_label.text() == "Chi bộ thôn 1"


def test_a_draft_says_so_and_cannot_be_scored_yet(opened: Opened) -> None:
    dialog = opened(THIRD)
    assert "not closed" in dialog.form.month_state_label.text()
    dialog.form.pages_tabs.setCurrentWidget(dialog.superior)
    assert dialog.superior.form.no_score_label.isVisible()
    assert not dialog.superior.form.score_panel.isVisible()
    assert dialog.superior.form.remark_edit.isVisible()


def test_without_a_month_the_newest_one_opens_and_others_are_a_press_away(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = opened(FIRST, None)
    assert "10" in dialog.form.month_label.text()
    qtbot.mouseClick(dialog.form.earlier_button, Qt.MouseButton.LeftButton)
    assert "9" in dialog.form.month_label.text()
    assert dialog.form.pages_tabs.isVisible()
    qtbot.mouseClick(dialog.form.earlier_button, Qt.MouseButton.LeftButton)
    assert dialog.form.empty_label.isVisible()
    assert not dialog.form.pages_tabs.isVisible()


def test_the_month_after_this_one_is_not_offered(opened: Opened) -> None:
    dialog = opened(FIRST, TODAY)
    assert not dialog.form.later_button.isEnabled()
    assert "due on 05/12/2026" in dialog.form.month_state_label.text()


# Conflicts and two meetings


def test_two_contents_of_one_version_stand_side_by_side_until_one_is_chosen(
    opened: Opened, session: BoardSession, qtbot: QtBot
) -> None:
    dialog = opened(SECOND)
    content = dialog.content
    assert state(session, SECOND) is MonthState.CONFLICT
    assert "is not counted" in texts(content.form.state_list)[0]
    assert sum(" in A, " in text for text in texts(content.form.differences_list)) == 4
    first, second = content.cards
    dialog.resize(1080, 700)
    qtbot.waitUntil(lambda: first.y() == second.y())
    qtbot.mouseClick(second.choose_button, Qt.MouseButton.LeftButton)
    assert state(session, SECOND) is MonthState.RECEIVED
    assert [card.choose_button.isEnabled() for card in content.cards] == [True, False]
    session.undo()
    assert state(session, SECOND) is MonthState.CONFLICT
    assert [card.choose_button.isEnabled() for card in content.cards] == [True, True]


def test_a_conflict_is_scored_only_once_it_is_decided(opened: Opened) -> None:
    dialog = opened(SECOND)
    dialog.form.pages_tabs.setCurrentWidget(dialog.superior)
    assert "which version counts" in dialog.superior.form.no_score_label.text()
    dialog.content.cards[0].choose_button.click()
    assert dialog.superior.form.score_panel.isVisible()


def test_two_regular_meetings_of_a_month_are_explained_and_the_others_come_after(
    opened: Opened, board: Board, tmp_path: Path
) -> None:
    record = held(THIRD, 9)
    more = (
        of_kind(record, MeetingKind.REGULAR, "again", 20),
        of_kind(record, MeetingKind.EXTRAORDINARY, "urgent", 10),
    )
    send(board, tmp_path / "more", THIRD, *more, on=TODAY)
    dialog = opened(THIRD, dt.date(2026, 9, 1))
    assert "Two regular meetings" in dialog.form.month_state_label.text()
    assert entries(dialog.form.meeting_box) == [
        "03/09/2026 · regular",
        "20/09/2026 · regular",
        "10/09/2026 · extraordinary",
    ]
    dialog.form.meeting_box.setCurrentIndex(2)
    dialog.form.meeting_box.activated.emit(2)
    assert dialog.content.form.kind_label.text() == "extraordinary"


def test_what_comes_while_it_is_open_is_shown(
    opened: Opened, board: Board, session: BoardSession, tmp_path: Path
) -> None:
    dialog = opened(FIRST)
    send(board, tmp_path / "new", FIRST, held(FIRST, 10, revision=3), on=TODAY)
    session.tell_collected()
    assert dialog.form.version_box.count() == 3


# Papers


def test_papers_are_made_from_the_record_and_are_those_that_a_superior_is_given(
    opened: Opened, ask: QueuedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(FIRST)
    assert not dialog.form.print_button.isVisible()
    dialog.form.pages_tabs.setCurrentWidget(dialog.desk)
    qtbot.waitUntil(lambda: dialog.desk.form.paper_view.page_count > 0, timeout=20000)
    box = dialog.desk.form.paper_box
    papers = {box.itemData(at) for at in range(box.count())}
    assert "minutes" in papers <= OF_MEETING.keys()
    assert "CHI BỘ THÔN 1" in dialog.desk.form.paper_view.text()
    assert dialog.form.print_button.isVisible()
    path = tmp_path / "bien ban.pdf"
    ask.will_answer(path)
    dialog.form.save_button.click()
    assert path.read_bytes().startswith(b"%PDF")
    assert dialog.form.notice_banner.isVisible()


# Remark and points


def test_a_remark_is_kept_by_itself_and_is_one_step(
    opened: Opened, session: BoardSession, type_text: Callable[[QWidget, str], None]
) -> None:
    dialog = opened(FIRST)
    superior = dialog.superior
    dialog.form.pages_tabs.setCurrentWidget(superior)
    type_text(superior.form.remark_edit, "Nghị quyết rõ ")
    superior._remark.flush()
    type_text(superior.form.remark_edit, "việc.")
    dialog.accept()
    assert [one.text for one in session.register.remarks] == ["Nghị quyết rõ việc."]
    session.undo()
    assert session.register.remarks == ()


def test_turning_to_another_month_writes_what_is_typed_where_it_belongs(
    opened: Opened, session: BoardSession, type_text: Callable[[QWidget, str], None]
) -> None:
    dialog = opened(FIRST)
    type_text(dialog.superior.form.remark_edit, "Tốt.")
    dialog.form.earlier_button.click()
    assert dialog.superior.form.remark_edit.toPlainText() == ""
    (remark,) = session.register.remarks
    october = [
        one.id
        for one in session.record.meetings_of(FIRST.id)
        if one.current.figures.month == OCTOBER
    ]
    assert [remark.meeting] == october
    dialog.form.later_button.click()
    assert dialog.superior.form.remark_edit.toPlainText() == "Tốt."


def test_points_of_every_criterion_give_a_class_that_is_confirmed(
    opened: Opened, session: BoardSession
) -> None:
    superior = opened(FIRST).superior
    assert not superior.form.own_button.isEnabled()
    for row in superior.lines.rows.values():
        row.all_button.click()
    (score,) = session.register.scores
    assert sum(one.points for one in score.points) == score.total
    assert superior.form.sum_label.text() == f"{score.total}/{score.total} points"
    assert superior.form.class_chip.text() == "Good"
    superior.form.confirmed_by_edit.setText("Lê Văn Tư")
    superior.form.confirmed_tick.check.click()
    (score,) = session.register.scores
    assert (score.confirmed, score.confirmed_by) == (TODAY, "Lê Văn Tư")
    for _ in range(len(score.points) + 1):
        session.undo()
    assert session.register.scores == ()
    assert superior.form.class_chip.state is State.NONE


def test_one_press_takes_over_the_own_points_that_are_missing(
    session: BoardSession,
    board: Board,
    tmp_path: Path,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
) -> None:
    record = held(THIRD, 8)
    form = next(name for name, one in record.rules.scores.items())
    marks = tuple(
        ScoreMark(one.code, record.meeting.id, form, one.code, Scorer.CELL, 1)
        for one in record.rules.scores[form].criteria
    )
    scored = replace(record, scores=marks)
    send(board, tmp_path / "scored", THIRD, scored, on=dt.date(2026, 9, 2))
    superior = shown(session, ask, words, qtbot, THIRD, dt.date(2026, 8, 1)).superior
    first = next(iter(superior.lines.rows.values()))
    first.all_button.click()
    superior.form.own_button.click()
    (score,) = session.register.scores
    points = {one.criterion: one.points for one in score.points}
    assert sorted(points.values())[:-1] == [1] * (len(points) - 1)
    assert max(points.values()) > 1
    assert not superior.form.own_button.isEnabled()


# Paper


def test_paper_is_ticked_beside_packets_too_and_taken_away(
    opened: Opened, session: BoardSession
) -> None:
    dialog = opened(FIRST)
    dialog.form.paper_tick.check.click()
    (tick,) = session.register.paper_minutes
    assert (tick.cell, tick.month, tick.received) == (FIRST.id, OCTOBER, TODAY)
    assert "26/11/2026" in dialog.form.paper_tick.check.text()
    dialog.form.paper_tick.check.click()
    assert [one.received for one in session.register.paper_minutes] == [None]


def test_a_cell_on_paper_alone_is_ticked_and_its_dialog_goes_with_it(
    session: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    session.do(change_paper_cell, session.register, "", "Chi bộ chợ", True)
    (named,) = session.register.paper_cells
    dialog = BoardMeetingDialog(session, ask, words, named.id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.windowTitle() == "Chi bộ chợ"
    assert dialog.form.empty_label.isVisible()
    session.undo()
    assert not dialog.isVisible()


def test_a_month_of_which_only_paper_came_is_received(
    opened: Opened, session: BoardSession
) -> None:
    dialog = opened(FIRST, dt.date(2026, 8, 1))
    dialog.form.paper_tick.check.click()
    assert dialog.form.month_chip.state is State.GOOD
    dialog.form.paper_tick.noted.emit(dt.date(2026, 7, 1))
    assert dialog.form.notice_banner.isVisible()
    assert session.register.paper_minutes[0].received == TODAY
