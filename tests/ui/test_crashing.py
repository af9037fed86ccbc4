"""What nobody foresaw: it is saved first, told once and plainly, and takes nothing else down."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from cellsecretary import paths
from cellsecretary.core.kinds import MeetingState
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.crashing import QUIET, CrashHook
from cellsecretary.ui.dialogs.error import ErrorDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.panels.tasks import TasksPanel
from cellsecretary.ui.place import Place
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from tests.building import NOVEMBER, meeting_id
from tests.ui.faults import PRIVATE, copied, fail, meet, notice_button, only, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def book_file(replayed_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Chi bộ thôn 3.chibo"
    shutil.copyfile(replayed_file, path)
    return path


@pytest.fixture
def window(program: Program, book_file: Path) -> MainWindow:
    assert program.open_book(book_file)
    assert isinstance(program.window, MainWindow)
    return program.window


def _fail_otherwise() -> None:
    raise LookupError(PRIVATE)


def test_an_unexpected_error_is_told_in_a_plain_dialog(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    window.show_page("members")
    meet()
    form = only(program).form
    said = " ".join((form.what_label.text(), form.safe_label.text(), form.help_label.text()))
    assert "ValueError" not in said
    assert "Mười" not in said
    assert "Everything you typed is saved" in said
    report = copied(only(program))
    assert form.help_label.text().startswith("Copied.")
    assert "ValueError" in report
    assert "in fail" in report
    assert "at MainWindow members" in report
    assert "Mười" not in report
    assert "0912345678" not in report


def test_what_is_typed_is_saved_before_an_error_is_told(
    program: Program,
    window: MainWindow,
    hook: CrashHook,
    type_text: Callable[[QWidget, str], None],
) -> None:
    page = window.show_meeting(meeting_id(window._session.book, NOVEMBER))
    assert isinstance(page, MeetingPage)
    panel = page.show_step("minutes")
    assert isinstance(panel, MinutesPanel)
    field = panel.form.body_edit
    type_text(field, "Chi bộ nhất trí")
    meet()
    assert only(program).isVisible()
    assert not any(autosave.pending for autosave in window.findChildren(Autosave))
    assert any("Chi bộ nhất trí" in item.body for item in page.record.agenda)


def test_what_cannot_be_saved_is_told_and_hinders_no_other_field(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    kept: list[str] = []
    bad, good = QPlainTextEdit(window), QPlainTextEdit(window)
    Autosave(bad, fail)
    Autosave(good, kept.append)
    bad.setPlainText("a")
    good.setPlainText("b")
    meet()
    assert kept == ["b"]
    assert "could not be saved" in only(program).form.safe_label.text()
    # Nothing may fail once more when the window closes.
    bad.setPlainText("")


def test_an_error_while_one_is_told_is_only_logged(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    meet()
    meet(_fail_otherwise)
    assert "ValueError" in copied(only(program))


def test_many_errors_in_a_row_are_one_dialog(
    program: Program, window: MainWindow, hook: CrashHook, seconds: list[float]
) -> None:
    for _ in range(20):
        QTimer.singleShot(0, fail)
    meet()
    for second in range(int(QUIET) - 1):
        for dialog in told(program):
            dialog.form.close_button.click()
        seconds[0] = float(second)
        meet()
    assert not told(program)
    seconds[0] = QUIET
    meet()
    assert told(program), "later it is told again"
    only(program).form.close_button.click()
    seconds[0] = 2 * QUIET
    meet()
    assert not told(program), "each time after a longer pause"
    meet(_fail_otherwise)
    assert "LookupError" in copied(only(program)), "another error is told at once"


def test_an_error_of_another_thread_is_told_in_the_windows_own(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    class Failing(QThread):
        def run(self) -> None:
            hook(ValueError, ValueError(PRIVATE), None)

    thread = Failing()
    thread.start()
    assert thread.wait(5000)
    assert not told(program)
    QCoreApplication.processEvents()
    assert only(program).thread() is window.thread()


def test_without_a_window_the_choices_of_the_first_start_come_back(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    program.close()
    meet()
    assert program.window is not None
    assert isinstance(program.window.centralWidget(), StartPage)
    assert only(program).isVisible()


def test_where_even_the_dialog_cannot_be_made_one_sentence_tells_it(
    program: Program,
    window: MainWindow,
    hook: CrashHook,
    ask: QueuedAsk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ErrorDialog, "__init__", fail)
    meet()
    assert len(ask.told) == 1
    assert "cellsecretary.log" in ask.told[0]


# Pages that fail


def test_a_page_that_cannot_be_made_says_so_and_the_others_go_on(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    with pytest.MonkeyPatch.context() as fault:
        fault.setattr(TasksPanel, "__init__", fail)
        page = window.show_page("tasks")
        assert page.has_failed
        assert window.form.page_stack.currentWidget() is page
        assert notice_button(page, "again_button").isVisible()
        meet(lambda: None)
        assert not told(program), "it is said in its place"
        notice_button(page, "copy_button").click()
        copied = QGuiApplication.clipboard().text()
        assert "ValueError" in copied
        assert "Mười" not in copied
        for other in ("home", "meetings", "members", "book"):
            assert not window.show_page(other).has_failed
        again = window.show_page("tasks")
        notice_button(again, "again_button").click()
        assert window._pages["tasks"].has_failed, "the fault is still there"
    notice_button(window._pages["tasks"], "again_button").click()
    assert isinstance(window._pages["tasks"], TasksPanel)
    assert window.form.page_stack.currentWidget() is window._pages["tasks"]


def test_a_page_that_cannot_be_filled_says_so_until_it_can(
    program: Program, window: MainWindow, hook: CrashHook
) -> None:
    page = window.show_page("tasks")
    assert isinstance(page, TasksPanel)
    with pytest.MonkeyPatch.context() as fault:
        fault.setattr(TasksPanel, "refresh", fail)
        page.update_now()
        page.update_now()
        assert page.has_failed
        assert not page.form.root.isVisible()
        assert not window.show_page("members").has_failed
        assert window.show_page("tasks").has_failed
    notice_button(page, "again_button").click()
    assert not page.has_failed
    assert page.form.root.isVisible()


def test_a_failed_page_is_tried_again_with_the_next_change(
    window: MainWindow, hook: CrashHook
) -> None:
    page = window.show_page("tasks")
    with pytest.MonkeyPatch.context() as fault:
        fault.setattr(TasksPanel, "refresh", fail)
        window._session.undo()
        assert page.has_failed
    window._session.redo()
    assert not page.has_failed


@pytest.mark.thorough
@pytest.mark.parametrize("what", ["__init__", "refresh", "show_meeting"])
def test_a_step_that_fails_leaves_the_other_steps(
    window: MainWindow, hook: CrashHook, what: str
) -> None:
    page = window.show_meeting(meeting_id(window._session.book, NOVEMBER))
    assert isinstance(page, MeetingPage)
    page._panels.pop("attendance", None)
    with pytest.MonkeyPatch.context() as fault:
        fault.setattr(AttendancePanel, what, fail)
        panel = page.show_step("attendance")
        assert panel.has_failed
        assert page.form.panel_stack.currentWidget() is panel
        for step in ("agenda", "minutes", "assignment", "printing"):
            assert not page.show_step(step).has_failed
        page.show_step("attendance")
    notice_button(panel, "again_button").click()
    assert not page._panels["attendance"].has_failed


def test_a_missing_form_is_one_sentence(
    program: Program, window: MainWindow, hook: CrashHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = paths.form

    def without_tasks(name: str) -> Path:
        if name == "tasks":
            raise paths.MissingFile(paths.resource("rules") / "tasks.ui")
        return real(name)

    monkeypatch.setattr(paths, "form", without_tasks)
    assert window.show_page("tasks").has_failed
    meet(lambda: None)
    assert "tasks.ui" in only(program).form.what_label.text()


# Where it went on


def _again(program: Program, book_file: Path) -> MainWindow:
    program.close()
    assert program.open_book(book_file)
    assert isinstance(program.window, MainWindow)
    return program.window


def test_the_next_start_comes_back_to_the_same_page(
    program: Program, window: MainWindow, book_file: Path
) -> None:
    assert window.page == "home"
    window.show_page("tasks")
    assert _again(program, book_file).page == "tasks"


@pytest.mark.thorough
def test_the_next_start_comes_back_to_the_same_step_of_the_same_meeting(
    program: Program, window: MainWindow, book_file: Path
) -> None:
    meeting = meeting_id(window._session.book, NOVEMBER)
    page = window.show_meeting(meeting)
    assert isinstance(page, MeetingPage)
    page.show_step("attendance")
    assert _again(program, book_file).place() == Place("meetings", meeting, "attendance")


@pytest.mark.thorough
def test_the_next_start_does_not_come_back_to_a_meeting_that_is_done_with(
    program: Program, window: MainWindow, book_file: Path
) -> None:
    done = window._session.register.meetings[0]
    assert done.state is MeetingState.CLOSED
    window.show_meeting(done.id)
    assert _again(program, book_file).page == "home"


@pytest.mark.thorough
def test_a_place_that_is_no_more_is_the_first_page(
    program: Program, window: MainWindow, book_file: Path, tmp_path: Path
) -> None:
    program.close()
    settings = Settings(tmp_path / "settings.ini")
    settings.keep_place(book_file, Place("kitchen"))
    program._settings = settings
    assert _again(program, book_file).page == "home"
    program.close()
    settings.keep_place(book_file, Place("meetings", "gone", "agenda"))
    assert _again(program, book_file).page == "meetings"


def test_a_place_that_fails_is_told_and_is_the_first_page(
    program: Program, window: MainWindow, hook: CrashHook, book_file: Path
) -> None:
    window.show_meeting(meeting_id(window._session.book, NOVEMBER))
    with pytest.MonkeyPatch.context() as fault:
        fault.setattr(MeetingPage, "show_any_meeting", fail)
        window = _again(program, book_file)
        assert window.page == "home"
        assert not window.show_page("home").has_failed
        meet(lambda: None)
        assert only(program).isVisible()


def test_the_place_is_kept_when_an_error_is_met(
    program: Program, window: MainWindow, hook: CrashHook, book_file: Path, tmp_path: Path
) -> None:
    window.show_page("book")
    meet()
    assert Settings(tmp_path / "settings.ini").place(book_file) == Place("book")


def test_the_practice_cell_begins_at_its_first_page(program: Program) -> None:
    window = program.practise()
    assert window is not None
    window.show_page("tasks")
    again = program.practise()
    assert again is not None
    assert again.page == "home"


# The log, in a process of its own

DYING = """
import faulthandler, logging
from pathlib import Path
from PySide6.QtCore import qWarning
from cellsecretary.ui import error_log

folder = Path({folder!r})
error_log.log_to_file(folder)
error_log.log_what_qt_says()
error_log.log_errors_nobody_sees()
error_log.watch_for_hard_crashes(folder)
qWarning("QLayout: Attempting to add QLayout to Nguyễn Thị Mười")
{end}
"""


def _run(folder: Path, end: str) -> int:
    program = textwrap.dedent(DYING.format(folder=str(folder), end=end))
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False
    ).returncode


def test_warnings_of_qt_errors_of_threads_and_hard_crashes_go_to_the_log(tmp_path: Path) -> None:
    thread = "import threading\nthread = threading.Thread(target=int, args=('Mười',))"
    thread += "\nthread.start()\nthread.join()"
    assert _run(tmp_path, f"{thread}\nfaulthandler._sigsegv()") != 0
    assert _run(tmp_path, "") == 0
    text = (tmp_path / "cellsecretary.log").read_text("utf-8")
    assert "WARNING qt: QLayout: Attempting … QLayout" in text
    assert "error in a thread" in text
    assert "ValueError: invalid literal" in text
    assert text.count("the program died") == 1
    assert "Fatal Python error" in text
    assert "Mười" not in text
    assert str(tmp_path) not in text
