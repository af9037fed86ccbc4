"""The history in the window: found, filtered, opened, printed and saved, of a book and a board."""

from __future__ import annotations

import csv
import datetime as dt
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations import closing
from cellsecretary.core.operations.attendance import mark
from cellsecretary.core.operations.board import change_office
from cellsecretary.core.operations.minutes import write_body
from cellsecretary.core.trace import TraceFilter
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.store.trace import trace_page
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.board.trace import BoardTraceDialog
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.dialogs.trace import ABOUT, STATE, WHAT, BookTraceDialog, TraceDialog
from cellsecretary.ui.dialogs.trace_changes import TraceChangesDialog
from cellsecretary.ui.dialogs.trace_filter import TraceFilterDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.session import Session
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, OCTOBER, context, done, meeting_id, replayed
from tests.cells import SUPERIOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def window(
    session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show_page("home")
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def dialog(window: MainWindow) -> BookTraceDialog:
    window.show_trace()
    return opened(window, BookTraceDialog)


def opened(place: QWidget, kind: type[D]) -> D:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (found,) = place.findChildren(kind)
    return found


def entry(menu: QMenu, text: str) -> QAction:
    menus = [menu, *menu.findChildren(QMenu)]
    actions = [action for one in menus for action in one.actions()]
    (action,) = [one for one in actions if text in one.text().replace("&", "")]
    return action


def texts(dialog: TraceDialog, column: int) -> list[str]:
    model = dialog.form.trace_table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def excuse(session: Session, number: int = 4) -> str:
    """Let a member be absent in November; gives the id."""
    record = session.meeting(meeting_id(session, NOVEMBER))
    member = record.roster[number].member
    assert session.do(mark, record, member, Mark.EXCUSED, "ốm") is None
    return member


def test_the_menu_leads_to_what_was_done_newest_on_top(
    window: MainWindow, session: Session
) -> None:
    excuse(session)
    entry(window.menu, "What was done").trigger()
    dialog = opened(window, BookTraceDialog)
    assert len(dialog.lines) == min(session.ledger.last_step(), 200)
    assert "excused" in texts(dialog, WHAT)[0]
    assert texts(dialog, ABOUT)[0].startswith("03/11/2026")
    assert dialog.focusWidget() is dialog.form.trace_table
    assert dialog.form.trace_table.isColumnHidden(STATE), "nothing was undone"


def test_an_undo_is_listed_and_marks_what_it_undid(
    dialog: BookTraceDialog, session: Session
) -> None:
    excuse(session)
    session.undo()
    assert texts(dialog, WHAT)[0].startswith("Undone (what was done at ")
    assert texts(dialog, STATE)[:2] == ["", "undone"]
    assert not dialog.form.trace_table.isColumnHidden(STATE)


def test_a_line_opens_with_enter_and_tells_field_by_field(
    dialog: BookTraceDialog, session: Session, qtbot: QtBot
) -> None:
    excuse(session)
    table = dialog.form.trace_table
    qtbot.keyClick(table, KEY.Key_Return)
    shown = opened(dialog, TraceChangesDialog)
    model = shown.form.changes_table.model()
    said = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert said[0][1] == "attendance"
    assert said[0][3] == "Excused"
    assert said[1][1:] == ["reason", "nothing", "ốm"]
    assert "account" in shown.form.who_label.text()
    qtbot.keyClick(shown, KEY.Key_Escape)
    assert dialog.isVisible()


def test_from_a_line_one_goes_to_its_meeting(
    dialog: BookTraceDialog, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    excuse(session)
    dialog.form.changes_button.click()
    qtbot.mouseClick(opened(dialog, TraceChangesDialog).form.meeting_button, LEFT)
    assert window.page == "meetings"
    assert not dialog.isVisible()


def test_words_are_found_without_tone_marks(
    dialog: BookTraceDialog,
    session: Session,
    type_text: Callable[[QWidget, str], None],
    qtbot: QtBot,
) -> None:
    member = session.register.name_of(excuse(session))
    type_text(dialog.form.search_edit, member)
    qtbot.keyClick(dialog.form.search_edit, KEY.Key_Return)
    found = dialog.lines
    assert found
    assert len(found) < session.ledger.last_step()
    dialog.form.search_edit.setText("hoàn toàn không có")
    dialog.show_newest()
    assert dialog.form.empty_page.isVisible()
    assert "Nothing like this" in dialog.form.empty_label.text()
    assert not dialog.form.more_button.isEnabled()


@pytest.mark.parametrize("typed", ["Khe Sú", "khe su", unicodedata.normalize("NFD", "KHE SÚ")])
def test_words_are_found_in_what_was_written(
    dialog: BookTraceDialog,
    session: Session,
    type_text: Callable[[QWidget, str], None],
    qtbot: QtBot,
    typed: str,
) -> None:
    record = session.meeting(meeting_id(session, NOVEMBER))
    text = "Dọn đường vào Khe Sú trước mùa mưa."
    assert session.do(write_body, record, record.agenda[0].id, text) is None
    assert "Khe" not in texts(dialog, WHAT)[0], "the line itself does not say the text"
    type_text(dialog.form.search_edit, typed)
    qtbot.keyClick(dialog.form.search_edit, KEY.Key_Return)
    assert len(dialog.lines) == 1
    dialog.form.changes_button.click()
    model = opened(dialog, TraceChangesDialog).form.changes_table.model()
    assert model.index(0, 3).data() == text


def test_only_one_meeting_member_and_day_are_shown_when_asked(
    dialog: BookTraceDialog, session: Session, qtbot: QtBot
) -> None:
    member = excuse(session)
    qtbot.mouseClick(dialog.form.filter_button, LEFT)
    asked = opened(dialog, TraceFilterDialog)
    form = asked.form
    assert not form.cell_box.isVisible()
    form.meeting_box.setCurrentIndex(form.meeting_box.findData(meeting_id(session, NOVEMBER)))
    form.member_edit.set_member(member)
    form.day_edit.set_date(AFTER.date())
    qtbot.mouseClick(form.show_button, LEFT)
    assert texts(dialog, WHAT)[0].count("excused") == 1
    assert len(dialog.lines) == 1
    said = dialog.form.chosen_label.text()
    assert "03/11/2026" in said
    assert session.register.name_of(member) in said
    assert "day 21/11/2026" in said
    qtbot.mouseClick(dialog.form.all_button, LEFT)
    assert len(dialog.lines) > 1
    assert not dialog.form.chosen_bar.isVisible()


def test_a_filter_that_is_unclear_is_not_taken(dialog: BookTraceDialog, qtbot: QtBot) -> None:
    dialog._ask_what()
    asked = opened(dialog, TraceFilterDialog)
    asked.form.day_edit.setText("32/13")
    qtbot.mouseClick(asked.form.show_button, LEFT)
    assert asked.isVisible()


def test_members_and_meetings_have_their_own_history(window: MainWindow, session: Session) -> None:
    page = window.show_page("members")
    page.trace_wanted.emit(session.register.members[0].id)
    dialog = opened(window, BookTraceDialog)
    assert session.register.members[0].name in dialog.form.chosen_label.text()
    dialog.close()
    meetings = window.show_meeting(meeting_id(session, OCTOBER))
    assert isinstance(meetings, MeetingPage)
    meetings.show_step("printing")
    step = meetings.findChildren(QWidget, "printing_panel")
    assert step
    menus = [menu for menu in meetings.findChildren(QMenu) if menu.actions()]
    actions = [one for menu in menus for one in menu.actions() if "done…" in one.text()]
    actions[0].trigger()
    dialog = opened(window, BookTraceDialog)
    assert "03/10/2026" in dialog.form.chosen_label.text()
    assert {one for one in texts(dialog, ABOUT)} == {"03/10/2026, regular"}


def test_older_acts_come_page_by_page(
    dialog: BookTraceDialog, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    few = partial(trace_page, size=20)
    monkeypatch.setattr("cellsecretary.ui.dialogs.trace.trace_page", few)
    dialog.show_newest()
    assert len(dialog.lines) == 20
    assert dialog.form.older_button.isVisible()
    qtbot.mouseClick(dialog.form.older_button, LEFT)
    assert len(dialog.lines) == 40
    assert dialog.form.trace_table.currentIndex().row() == 20
    while not dialog.form.older_button.isHidden():
        dialog.form.older_button.click()
    assert dialog.lines[-1].number == 1


@pytest.mark.parametrize("kind", [FileKind.SHEET, FileKind.CSV, FileKind.PDF])
def test_what_is_shown_is_saved(
    dialog: BookTraceDialog, session: Session, ask: QueuedAsk, tmp_path: Path, kind: FileKind
) -> None:
    dialog.show_only(TraceFilter((meeting_id(session, OCTOBER),)))
    path = tmp_path / f"list.{kind.suffix}"
    ask.will_answer(path)
    menu = dialog.form.more_button.menu()
    assert menu is not None
    entry(menu, {FileKind.SHEET: "Excel", FileKind.CSV: "CSV", FileKind.PDF: "PDF"}[kind]).trigger()
    assert "Saved" in dialog.form.notice_banner.text_label.text()
    shown = texts(dialog, WHAT)
    match kind:
        case FileKind.CSV:
            lines = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
            assert [line[2] for line in lines[1:]] == shown
        case FileKind.SHEET:
            import openpyxl

            sheet = openpyxl.load_workbook(path).active
            assert sheet is not None
            assert sheet.max_row == len(shown) + 3
        case _:
            pdf = pypdfium2.PdfDocument(path)
            text = " ".join(pdf[0].get_textpage().get_text_range().split())
            pdf.close()
            assert "WHAT WAS DONE" in text
            assert "03/10/2026, regular" in text


def test_the_list_is_seen_as_a_paper_before_it_is_printed(
    dialog: BookTraceDialog, qtbot: QtBot
) -> None:
    from cellsecretary.ui.board.paper import BoardPaperDialog

    menu = dialog.form.more_button.menu()
    assert menu is not None
    entry(menu, "Print this list").trigger()
    paper = opened(dialog, BoardPaperDialog)
    paper.show_paper()
    assert paper.form.print_button.isEnabled()
    assert paper.form.paper_view.page_count >= 1


@pytest.mark.thorough
def test_closed_minutes_say_whether_they_were_ever_reopened(
    themed: object, tmp_path: Path, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    book = replayed(tmp_path / "cell.chibo")
    now = [AFTER]
    session = Session(book, lambda: now[0])
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    meeting = meeting_id(session, OCTOBER)
    page = window.show_meeting(meeting)
    assert isinstance(page, MeetingPage)
    page.show_step("printing")
    with qtbot.waitExposed(window):
        window.show()
    label = next(one for one in page.findChildren(QWidget, "state_label") if one.isVisible())
    assert "never reopened" in label.text()  # type: ignore[attr-defined]
    record = session.meeting(meeting)
    assert session.do(closing.reopen, record, session.register, "ghi sai giờ") is None
    page.show_step("printing")
    assert "21/11/2026 at 9:00: ghi sai giờ" in label.text()  # type: ignore[attr-defined]
    now[0] += dt.timedelta(hours=1)
    record = session.meeting(meeting)
    assert session.do(closing.close, record, session.register, session.chain_head()) is None
    assert "ghi sai giờ" in label.text()  # type: ignore[attr-defined]
    assert "never" not in label.text()  # type: ignore[attr-defined]
    book.close()


def test_a_board_has_its_list_of_acts_by_cell(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "xa.bangxa"
    board = Board.create(path, bundled())
    board.apply(done(change_office(board.register(), context(), SUPERIOR)), AFTER, "vanphong")
    board.close()
    assert program.open_file(path)
    window = program.window
    assert isinstance(window, BoardWindow)
    entry(window.menu, "What was done").trigger()
    dialog = opened(window, BoardTraceDialog)
    assert len(dialog.lines) == 1
    dialog.form.changes_button.click()
    shown = opened(dialog, TraceChangesDialog)
    assert shown.form.meeting_button.isHidden()
    shown.close()
    dialog._ask_what()
    asked = opened(dialog, TraceFilterDialog)
    assert not asked.form.member_edit.isVisible()
    assert not asked.form.meeting_box.isVisible()
    assert dialog.office().name == SUPERIOR


@pytest.mark.thorough
def test_at_the_largest_text_the_list_fits_a_small_screen(
    dialog: BookTraceDialog, session: Session, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QApplication

    from cellsecretary.ui.theme import Theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme(scale=200).apply(app)
    dialog.show_only(TraceFilter((meeting_id(session, NOVEMBER),)))
    dialog.resize(1366, 730)
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 730
    assert dialog.form.trace_table.height() > 150
    Theme().apply(app)
