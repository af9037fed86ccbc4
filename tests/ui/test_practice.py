"""The practice cell in the window: the frame on everything that opens, and the guided exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

from cellsecretary.core.exercise import ExerciseStep
from cellsecretary.core.facts import tasks_without_result
from cellsecretary.core.kinds import Mark, MeetingState, Result, Trace
from cellsecretary.core.operations import attendance, minutes, tasks
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.core.rows import Task, Vote
from cellsecretary.messages import Messages
from cellsecretary.ui.announcing import Voice
from cellsecretary.ui.ask import Question
from cellsecretary.ui.dialogs.cell import CellDialog
from cellsecretary.ui.dialogs.exercise import ExerciseDialog
from cellsecretary.ui.dialogs.renamings import RenamingsDialog
from cellsecretary.ui.main_window import PAGES, MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.panels.assignment import AssignmentPanel
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.practice_frame import EDGE
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import Theme
from tests.building import AFTER
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.ui.exercise_strip import ExerciseStrip


@pytest.fixture
def program(themed: QApplication, tmp_path: Path) -> Iterator[Program]:
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "en"
    found = Program(themed, settings, lambda: AFTER, tmp_path / "practice.chibo", QueuedAsk())
    yield found
    found.close()
    found.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(program: Program) -> MainWindow:
    window = program.practise()
    assert window is not None
    window.showNormal()
    window.resize(1366, 736)
    return window


def strip_of(window: MainWindow) -> ExerciseStrip:
    assert window.practising is not None
    return window.practising.strip


def record_of(window: MainWindow) -> MeetingRecord:
    return window._session.meeting(strip_of(window).meeting)


def step_of(window: MainWindow) -> ExerciseStep | None:
    found = strip_of(window).exercise
    assert found is not None
    return found.current


def page_of(window: MainWindow) -> MeetingPage:
    page = window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    return page


def stripes(widget: QWidget | None) -> bool:
    """Tell whether both colours of the frame are along each of the four edges, and no others."""
    assert widget is not None
    QApplication.processEvents()
    image = widget.grab().toImage()
    ratio, theme = image.devicePixelRatio(), Theme()
    wide, high, middle = image.width(), image.height(), int(EDGE * ratio / 2)
    edges = (
        [(x, high - middle) for x in range(0, wide, 2)],
        [(middle, y) for y in range(0, high, 2)],
        [(wide - middle, y) for y in range(0, high, 2)],
        [(x, middle) for x in range(0, wide, 2)],
    )
    wanted = {theme.colour("care").rgb(), theme.colour("care_ground").rgb()}
    return all(
        wanted <= {image.pixel(min(x, wide - 1), min(y, high - 1)) for x, y in edge}
        for edge in edges
    )


# The frame


@pytest.mark.thorough
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_the_frame_and_the_words(window: MainWindow, page: str) -> None:
    window.show_page(page)
    centre = window.centralWidget()
    assert stripes(centre)
    assert window.form.practice_chip.isVisibleTo(window)
    assert window.windowTitle().startswith("PRACTICE – ")


@pytest.mark.thorough
@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_it_too(window: MainWindow, step: str) -> None:
    page_of(window).show_step(step)
    assert stripes(window.centralWidget())


def test_every_dialog_over_it_has_it_at_whatever_depth(window: MainWindow) -> None:
    first = CellDialog(window._session, window._words, window)
    second = RenamingsDialog(window._session, window._words, first)
    question = Question(second, "Really?")
    question.add_button("Yes", 1)
    for dialog in (first, second, question):
        dialog.open()
        assert stripes(dialog)
        assert dialog.windowTitle().startswith("PRACTICE – ")
        assert dialog.contentsMargins().top() > EDGE, "there is room for the words"
    for dialog in (question, second, first):
        dialog.close()


def test_a_title_that_changes_keeps_the_words(window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.show()
    dialog.setWindowTitle("Another")
    assert dialog.windowTitle() == "PRACTICE – Another"


def test_the_frame_grows_with_the_text(window: MainWindow, themed: QApplication) -> None:
    dialog = QDialog(window)
    dialog.show()
    low = dialog.contentsMargins().top()
    Theme(200).apply(themed)
    QApplication.processEvents()
    assert dialog.contentsMargins().top() > low


def test_a_real_book_and_its_dialogs_have_nothing_of_it(
    program: Program, replayed_file: Path
) -> None:
    program.practise()
    assert program.open_book(replayed_file)
    window = program.window
    assert isinstance(window, MainWindow)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = CellDialog(window._session, window._words, window)
    dialog.open()
    for widget in (window.centralWidget(), dialog):
        assert not stripes(widget)
        assert widget is not None
        assert widget.contentsMargins().isNull()
    assert not window.form.practice_chip.isVisibleTo(window)
    assert not window.form.exercise_panel.isVisibleTo(window)
    assert "PRACTICE" not in window.windowTitle() + dialog.windowTitle()
    dialog.close()


def test_a_copy_of_it_opened_as_a_book_is_marked_as_well(program: Program, tmp_path: Path) -> None:
    program.practise()
    program.close()
    copy = tmp_path / "So cua toi.chibo"
    copy.write_bytes((tmp_path / "practice.chibo").read_bytes())
    assert program.open_book(copy)
    assert isinstance(program.window, MainWindow)
    assert program.window.is_practice


# The way in and out


@pytest.mark.thorough
@pytest.mark.parametrize("page", PAGES)
def test_one_press_leads_in_and_one_press_back_from_every_page(
    program: Program, replayed_file: Path, tmp_path: Path, page: str
) -> None:
    mine = tmp_path / "mine.chibo"
    mine.write_bytes(replayed_file.read_bytes())
    assert program.open_book(mine)
    for is_practice in (True, False, True, False):
        window = program.window
        assert isinstance(window, MainWindow)
        window.show_page(page)
        QApplication.processEvents()
        window.form.practice_button.click()
        QApplication.processEvents()
        changed = program.window
        assert isinstance(changed, MainWindow)
        assert changed.is_practice is is_practice
        assert (changed._session.book.path == mine) is not is_practice


# The exercise


def do_vote(window: MainWindow) -> None:
    record = record_of(window)
    row = Vote("", record.meeting.id, record.agenda[2].id, 0, "The agenda", in_favour=41)
    assert window._session.do(minutes.add_vote, record, row) is None


def do_opinion(window: MainWindow) -> None:
    record = record_of(window)
    speaker = record.roster[4].member
    item = record.agenda[4].id
    assert window._session.do(minutes.add_opinion, record, item, speaker, "Two bins each") is None


def do_task(window: MainWindow) -> None:
    record, day = record_of(window), AFTER.date()
    lead = record.roster[5].member
    given = record.meeting.date
    row = Task("", record.meeting.id, 0, "", given, "Plant flowers", lead=lead, due=day)
    register = window._session.register
    assert window._session.do(tasks.give_task, record, register, row) is None


def do_absence(window: MainWindow) -> None:
    record = record_of(window)
    member = record.roster[11].member
    assert window._session.do(attendance.mark, record, member, Mark.EXCUSED, "Ill") is None


def test_it_leads_through_a_whole_meeting_and_hears_each_step(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip, page = strip_of(window), page_of(window)
    seen: list[ExerciseStep | None] = []

    def go() -> object:
        step = step_of(window)
        seen.append(step)
        strip.act_button.click()
        assert step is not None
        assert page.step == step.place, "it leads where the step is done"
        return page.panel

    panel = go()
    assert isinstance(panel, AgendaPanel)
    panel.form.template_button.click()
    panel = go()
    assert isinstance(panel, AttendancePanel)
    panel.form.all_present_button.click()
    assert isinstance(go(), AttendancePanel)
    do_absence(window)
    panel = go()
    assert isinstance(panel, MinutesPanel)
    panel.times.form.planned_button.click()
    go()
    do_opinion(window)
    go()
    do_vote(window)
    panel = go()
    assert isinstance(panel, AssignmentPanel)
    for task in tasks_without_result(panel.record):
        panel.reviews.rows[task.id].result_buttons[Result.DONE].click()
    go()
    do_task(window)
    panel = go()
    assert isinstance(panel, MinutesPanel)
    panel.times.form.end_edit.setText("21:35")
    panel.flush()
    panel.times.form.end_edit.changed.emit()
    panel = go()
    assert isinstance(panel, PrintingPanel)
    panel.form.next_button.click()
    assert record_of(window).meeting.state is MeetingState.CLOSED
    go()
    assert window._session.do(note_paper, record_of(window), "minutes", Trace.PRINTED) is None
    assert seen == list(ExerciseStep)
    assert step_of(window) is None

    strip.act_button.click()
    dialog = window.findChild(ExerciseDialog)
    assert dialog is not None
    assert "printed" in dialog.form.well_label.text()
    assert "at least 2 more" in dialog.form.again_label.text()
    with qtbot.waitSignal(window.practice_wanted):
        dialog.form.again_button.click()


def test_another_order_is_followed_and_undo_asks_again(window: MainWindow) -> None:
    panel = page_of(window).show_step("attendance")
    assert isinstance(panel, AttendancePanel)
    panel.form.all_present_button.click()
    assert step_of(window) is ExerciseStep.AGENDA, "it waits and keeps nobody from going on"
    agenda = page_of(window).show_step("agenda")
    assert isinstance(agenda, AgendaPanel)
    agenda.form.template_button.click()
    assert step_of(window) is ExerciseStep.ABSENCE, "the roll was heard already"
    window.undo()
    assert step_of(window) is ExerciseStep.AGENDA


def test_a_screen_reader_hears_the_next_step_once(window: MainWindow) -> None:
    heard: list[str] = []
    Voice.of_application().said.connect(lambda text, _urgent: heard.append(text))
    panel = page_of(window).show_step("agenda")
    assert isinstance(panel, AgendaPanel)
    panel.form.template_button.click()
    told = Messages.load("en").exercise("step", "roll")
    assert [text for text in heard if "Exercise" in text] == [f"Exercise 2/11 {told}"]


def test_it_can_be_put_away_and_called_again(window: MainWindow) -> None:
    strip = strip_of(window)
    strip.away_button.click()
    assert not strip.isVisibleTo(window)
    window.show_exercise()
    assert strip.isVisibleTo(window)
    assert strip.act_button.hasFocus() or not window.isActiveWindow()


def test_the_menu_offers_it_in_the_practice_cell_alone(
    program: Program, window: MainWindow, replayed_file: Path
) -> None:
    def offered(one: MainWindow) -> bool:
        one.menu.aboutToShow.emit()
        (action,) = (
            a for a in one.menu.findChildren(type(one.menu.redo_action)) if "step b" in a.text()
        )
        return bool(action.isVisible())

    assert offered(window)
    assert program.open_book(replayed_file)
    assert isinstance(program.window, MainWindow)
    assert not offered(program.window)
