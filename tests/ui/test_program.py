"""The program as a whole: what opens, what is said when it cannot, and what it remembers."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations.attendance import mark_all_present
from cellsecretary.core.operations.cell import start_book
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.operations.minutes import write_body
from cellsecretary.core.rows import Meeting
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from cellsecretary.ui.theme import TEXT_SIZES, current_theme
from tests.building import AFTER, NEW_CELL, NOVEMBER, context, done, meeting_id, new_book
from tests.ui.asking import QueuedAsk
from tests.ui.scenes import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def ask() -> QueuedAsk:
    return QueuedAsk()


@pytest.fixture
def program(themed: QApplication, tmp_path: Path, ask: QueuedAsk) -> Iterator[Program]:
    found = Program(
        themed,
        Settings(tmp_path / "settings.ini"),
        clock=lambda: AFTER,
        practice=tmp_path / "practice.chibo",
        ask=ask,
    )
    yield found
    found.close()
    found.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def book_file(replayed_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Chi bộ thôn 3.chibo"
    shutil.copyfile(replayed_file, path)
    return path


def _window(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def _active(program: Program, qtbot: QtBot) -> MainWindow:
    window = _window(program)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)
    return window


def test_the_first_start_offers_three_choices(program: Program) -> None:
    program.start()
    assert program.window is not None
    assert isinstance(program.window.centralWidget(), StartPage)


def test_a_book_opens_at_home_and_is_remembered(
    program: Program, book_file: Path, tmp_path: Path
) -> None:
    assert program.open_book(book_file)
    assert _window(program).page == "home"
    assert list(Settings(tmp_path / "settings.ini").books) == [book_file]


@pytest.mark.parametrize("content", [b"", b"a photograph", b"SQLite format 3\x00" + bytes(9000)])
def test_what_is_no_book_is_said_in_one_sentence_and_left_alone(
    program: Program, ask: QueuedAsk, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.chibo"
    path.write_bytes(content)
    assert not program.open_book(path)
    assert len(ask.told) == 1
    assert path.read_bytes() == content


def test_a_bad_book_does_not_close_the_good_one(
    program: Program, ask: QueuedAsk, book_file: Path, tmp_path: Path
) -> None:
    program.open_book(book_file)
    window = _window(program)
    bad = tmp_path / "x.chibo"
    bad.write_bytes(b"no book")
    assert not program.open_book(bad)
    assert _window(program) is window
    assert window.isVisible()
    assert ask.told


def test_vietnamese_is_spoken_whatever_the_system_says(program: Program) -> None:
    window = program.practise()
    assert window is not None
    assert window.form.home_button.accessibleName() == "Trang chính"


def test_the_language_changes_at_once_and_is_remembered(
    program: Program, book_file: Path, tmp_path: Path
) -> None:
    program.open_book(book_file)
    _window(program).language_wanted.emit("en")
    assert _window(program).form.home_button.accessibleName() == "Home"
    assert Settings(tmp_path / "settings.ini").language == "en"


def test_the_practice_cell_is_fresh_each_time_and_says_so(program: Program) -> None:
    window = program.practise()
    assert window is not None
    assert window.form.practice_chip.isVisibleTo(window)
    session = window._session
    record = session.meeting(meeting_id(session, NOVEMBER))
    assert session.do(mark_all_present, record) is None
    again = program.practise()
    assert again is not None
    fresh = again._session.meeting(meeting_id(again._session, NOVEMBER))
    assert fresh.meeting.state is MeetingState.PLANNED


def test_a_real_book_is_not_marked_as_practice(program: Program, book_file: Path) -> None:
    program.open_book(book_file)
    window = _window(program)
    assert not window.form.practice_chip.isVisibleTo(window)


@pytest.mark.thorough
def test_every_page_and_step_opens_by_key(program: Program, book_file: Path, qtbot: QtBot) -> None:
    program.open_book(book_file)
    window = _active(program, qtbot)
    for number, page in enumerate(PAGES, 1):
        qtbot.keyClick(window, str(number), Qt.KeyboardModifier.AltModifier)
        assert window.page == page
        focus = QApplication.focusWidget()
        assert focus is not None
        assert window._pages[page].isAncestorOf(focus)
    for number, step in enumerate(STEPS, 1):
        qtbot.keyClick(window, str(number), Qt.KeyboardModifier.ControlModifier)
        meeting = window._pages["meetings"]
        assert isinstance(meeting, MeetingPage)
        assert meeting.step == step


def test_a_meeting_to_come_begins_with_its_agenda(program: Program, book_file: Path) -> None:
    program.open_book(book_file)
    session = _window(program)._session
    day = dt.date(2026, 12, 3)
    head = session.register.members[0].id
    plan = Meeting(
        *("", day, MeetingKind.REGULAR, "", dt.time(19, 30), ""), chair=head, minute_taker=head
    )
    assert session.do(plan_meeting, session.register, plan, session.rules(day)) is None
    page = _window(program).show_meeting(meeting_id(session, "2026-12-03"))
    assert isinstance(page, MeetingPage)
    assert page.step == "agenda"


@pytest.mark.thorough
def test_the_keyboard_begins_in_the_step_and_never_at_its_end(
    program: Program, book_file: Path, qtbot: QtBot
) -> None:
    program.open_book(book_file)
    page = _active(program, qtbot).show_page("meetings")
    assert isinstance(page, MeetingPage)
    for step in STEPS:
        panel = page.show_step(step)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert panel.isAncestorOf(focus)
        assert focus.objectName() != "next_button"


def test_a_day_that_comes_while_the_window_is_open_is_noticed(
    program: Program, book_file: Path
) -> None:
    program.open_book(book_file)
    window = _window(program)
    home = window.show_page("home")
    assert isinstance(home, HomePanel)
    before = home.form.next_detail_label.text()
    window._session._clock = lambda: AFTER + dt.timedelta(days=1)
    window._night.timeout.emit()
    assert home.form.next_detail_label.text() == before.replace("18", "19")


@pytest.mark.thorough
def test_no_key_stands_for_two_acts_in_vietnamese(program: Program, book_file: Path) -> None:
    program.open_book(book_file)
    window = _window(program)
    page = window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    for step in STEPS:
        page.show_step(step)
    keys = [(key.parent(), key.key().toString()) for key in window.findChildren(QShortcut)]
    assert len(set(keys)) == len(keys)


@pytest.mark.thorough
def test_text_size_steps_live_and_is_remembered(
    program: Program, book_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    program.open_book(book_file)
    window = _active(program, qtbot)
    before = window.form.cell_label.font().pointSizeF()
    window.form.larger_button.click()
    assert window.form.cell_label.font().pointSizeF() > before
    assert current_theme().scale == Settings(tmp_path / "settings.ini").text_size == 125
    qtbot.keyClick(window, "-", Qt.KeyboardModifier.ControlModifier)
    assert window.form.cell_label.font().pointSizeF() == before


def test_undo_names_the_act_and_takes_it_back(program: Program, book_file: Path) -> None:
    program.open_book(book_file)
    window = _window(program)
    window.showNormal()
    window.resize(1366, 768)
    session = window._session
    record = session.meeting(meeting_id(session, NOVEMBER))
    session.do(write_body, record, record.agenda[0].id, "Đồng chí Bí thư nêu lý do")
    QApplication.processEvents()
    assert record.agenda[0].title[:8] in window.form.act_label.text()
    window.form.undo_button.click()
    assert session.meeting(record.meeting.id).agenda[0].body == ""
    assert record.agenda[0].title[:8] not in window.form.act_label.text()


@pytest.mark.thorough
def test_the_last_act_is_named_as_long_as_there_is_one(
    program: Program, book_file: Path, qtbot: QtBot
) -> None:
    program.open_book(book_file)
    window = _active(program, qtbot)
    window.resize(1366, 768)
    form = window.form
    assert form.act_frame.isVisible()
    assert form.undo_button.isVisible()
    for _size in TEXT_SIZES:
        settle()
        assert form.act_label.isVisible()
        # Two lines at most: more would make the bar higher than its buttons.
        assert form.act_label.height() <= form.act_frame.height()
        assert form.top_frame.width() <= window.width()
        form.larger_button.click()
    while window._session.last_undoable:
        window.undo()
    assert not form.act_frame.isVisible()


def test_a_fault_of_the_disk_is_said_in_the_window(
    program: Program, book_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_book(book_file)
    window = _window(program)
    session = window._session
    record = session.meeting(meeting_id(session, NOVEMBER))
    session.book._db.execute("pragma query_only = on")
    session.do(write_body, record, record.agenda[0].id, "x")
    assert window.form.fault_banner.isVisibleTo(window)
    session.book._db.execute("pragma query_only = off")
    session.do(write_body, record, record.agenda[0].id, "y")
    assert not window.form.fault_banner.isVisibleTo(window)


def test_closing_writes_what_is_typed_and_asks_nothing(
    program: Program, book_file: Path, type_text: object
) -> None:
    program.open_book(book_file)
    page = _window(program).show_page("meetings")
    assert isinstance(page, MeetingPage)
    panel = page.show_step("minutes")
    panel.form.body_edit.setFocus()  # type: ignore[attr-defined]
    type_text(panel.form.body_edit, "chưa kịp lưu")  # type: ignore[attr-defined, operator]
    program.close()
    book = Book.open(book_file, bundled())
    assert book.value("select count(*) from agenda_items where body = 'chưa kịp lưu'") == 1
    book.close()


def test_the_wheel_changes_no_value(program: Program, book_file: Path, qtbot: QtBot) -> None:
    program.open_book(book_file)
    page = _window(program).show_page("book")
    box = page.findChild(QComboBox)
    assert box is not None
    box.addItems(["a", "b", "c"])
    before = box.currentIndex()
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == before


def test_texts_of_the_book_are_never_read_as_markup(program: Program, book_file: Path) -> None:
    program.open_book(book_file)
    window = _window(program)
    for page in PAGES:
        window.show_page(page)
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.objectName()


def test_a_book_without_a_meeting_says_so_and_how_to_begin(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "new.chibo"
    book = new_book(path)
    book.apply(done(start_book(context(), NEW_CELL)), AFTER)
    book.close()
    assert program.open_book(path)
    page = _window(program).show_page("meetings")
    assert isinstance(page, MeetingPage)
    assert page.form.title_label.text()
    assert page.form.plan_button.property("role") == "next"
    assert not page.form.agenda_button.isEnabled()


def test_the_menu_is_no_higher_than_a_small_screen(program: Program) -> None:
    window = program.practise()
    assert isinstance(window, MainWindow)
    assert window.menu.sizeHint().height() < 768 - 48, "and one more entry has room"
