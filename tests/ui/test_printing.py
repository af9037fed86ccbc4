"""Closing and printing through the panel, on a real book: October is closed, November lacks T4."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMenu, QWidget

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.kinds import DocumentType, MeetingKind, MeetingState, Result
from cellsecretary.core.operations.meetings import cancel_meeting, plan_meeting
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.rows import Meeting
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.document import DocumentDialog
from cellsecretary.ui.dialogs.remark import RemarkDialog
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.print_job import PrintJob
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

LEFT = Qt.MouseButton.LeftButton
D = TypeVar("D", bound=QWidget)


class FilePrinting(PrintJob):
    """A printer in the house whose paper is a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def has_printer(self) -> bool:
        return True

    def choose_printer(self, parent: QWidget, start: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        start(printer)


class NoPrinting(PrintJob):
    def has_printer(self) -> bool:
        return False


class Hand:
    """What a secretary does with the panel, and what stands on it."""

    def __init__(self, panel: PrintingPanel, session: Session, qtbot: QtBot) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.form = panel.form
        self.desk = panel.desk.form
        self.view = panel.desk.form.paper_view

    def turn(self, day: str) -> None:
        self.panel.show_meeting(meeting_id(self.session, day))
        self.qtbot.waitUntil(lambda: not self.panel.desk._soon.isActive())

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, LEFT)

    def problems(self) -> list[str]:
        return [sentence.text for sentence in self.form.problems_list.sentences]

    def documents(self) -> list[str]:
        return [sentence.text for sentence in self.form.documents_list.sentences]

    def notice(self) -> str:
        banner = self.form.notice_banner
        return banner.text_label.text() if banner.isVisible() else ""

    def acts(self) -> dict[str, QAction]:
        """Give what the menu offers, submenus included."""
        found: dict[str, QAction] = {}
        menus = [self.form.more_button.menu()]
        while menus:
            for action in menus.pop().actions():
                if action.isVisible():
                    found[action.text().replace("&", "")] = action
                    if isinstance(below := action.menu(), QMenu):
                        menus.append(below)
        return found

    def dialog(self, kind: type[D]) -> D:
        found = [box for box in self.panel.findChildren(kind) if box.isVisible()]
        assert len(found) == 1
        return found[0]

    def finish_november(self) -> None:
        """Give the one task without a result its result."""
        record = self.session.meeting(meeting_id(self.session, NOVEMBER))
        task = next(c.task.id for c in record.carried if c.task.code == "T4")
        assert self.session.do(review_task, record, task, Result.DONE) is None

    def close_november(self) -> None:
        self.finish_november()
        self.turn(NOVEMBER)
        self.press(self.form.next_button)

    def plan_december(self) -> None:
        day = dt.date(2026, 12, 3)
        plan = Meeting("", day, MeetingKind.REGULAR, "", dt.time(19, 30), "Nhà văn hóa")
        session = self.session
        assert session.do(plan_meeting, session.register, plan, session.rules(day)) is None


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    panel = PrintingPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show()
    return Hand(panel, session, qtbot)


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


# What stands in the way


def test_what_is_missing_is_a_sentence_that_leads_to_its_place(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert hand.form.state_chip.text() == "1 thing(s) missing"
    assert hand.form.state_chip.state is State.BAD
    assert len(hand.problems()) == 1
    assert "T4" in hand.problems()[0]
    (line,) = hand.form.problems_list.buttons
    assert line.accessibleName() == hand.problems()[0]
    with hand.qtbot.waitSignal(hand.panel.place_wanted) as wanted:
        hand.qtbot.keyClick(line, Qt.Key.Key_Space)
    assert wanted.args
    problem = wanted.args[0]
    assert isinstance(problem, Problem)
    assert (problem.why, problem.table) == (Why.TASK_WITHOUT_RESULT, "reviews")


def test_closing_is_refused_while_something_is_missing(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.next_button)
    assert hand.panel.record.is_open
    assert hand.notice() == "It cannot be closed yet: 1 thing(s) missing."
    hand.panel.activateWindow()
    assert hand.panel.focusWidget() is hand.form.problems_list.buttons[0]


def test_advice_is_given_and_does_not_hinder(hand: Hand) -> None:
    hand.finish_november()
    hand.turn(NOVEMBER)
    assert hand.problems() == []
    assert hand.form.state_chip.state is State.GOOD
    advice = [sentence.text for sentence in hand.form.advice_list.sentences]
    assert "The meeting was shorter than the rules ask." in advice
    assert hand.form.advice_list.buttons == []
    hand.press(hand.form.next_button)
    assert hand.panel.record.meeting.state is MeetingState.CLOSED


def test_a_result_noted_elsewhere_takes_the_line_away(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.finish_november()
    assert hand.problems() == []
    assert not hand.form.problems_list.isVisible()


def test_what_closing_means_is_said_beside_the_button(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert "cannot be undone" in hand.form.next_label.text()
    assert not hand.form.above_next_label.isVisible()
    hand.panel.resize(500, 520)
    assert hand.form.next_label.text() == ""
    assert hand.form.above_next_label.isVisible()
    assert "cannot be undone" in hand.form.above_next_label.text()


# Closed


def test_a_closed_meeting_says_when_and_can_only_be_printed(hand: Hand) -> None:
    hand.close_november()
    assert hand.form.state_chip.text() == "Closed"
    assert "Closed on 21/11/2026 at 9:00, version 1." in hand.form.state_label.text()
    assert hand.notice() == "The meeting is closed. Print the minutes and have them signed."
    assert hand.form.next_button.text() == "&Print"
    assert not hand.form.add_document_button.isVisible()
    assert hand.form.documents_list.buttons == []
    assert hand.form.next_label.text() == ""


def test_the_newest_is_reopened_with_a_reason(hand: Hand, type_text: TypeText) -> None:
    hand.turn(OCTOBER)
    acts = hand.acts()
    assert "Append a correction…" not in acts
    acts["Reopen the meeting…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    hand.press(dialog.form.keep_button)
    assert dialog.form.notice_banner.isVisible()
    assert not hand.panel.record.is_open
    type_text(dialog.form.text_edit, "Ghi thiếu ý kiến của đồng chí Bình")
    hand.press(dialog.form.keep_button)
    assert not dialog.isVisible()
    assert hand.panel.record.is_open
    assert hand.panel.record.reopenings[0].reason == "Ghi thiếu ý kiến của đồng chí Bình"
    assert hand.form.next_button.text() == "&Close the meeting"


def test_an_older_one_gets_a_correction(hand: Hand, type_text: TypeText) -> None:
    hand.close_november()
    hand.turn(OCTOBER)
    acts = hand.acts()
    assert "Reopen the meeting…" not in acts
    acts["Append a correction…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    type_text(dialog.form.text_edit, "Số vắng là 3, không phải 2")
    hand.press(dialog.form.keep_button)
    record = hand.panel.record
    assert [correction.text for correction in record.corrections] == ["Số vắng là 3, không phải 2"]
    assert (record.revision, record.is_open) == (2, False)
    assert "Version 1, closed on 03/10/2026 at 21:15" in hand.acts()


def test_a_text_that_was_written_is_not_dropped_without_a_word(
    hand: Hand, ask: QueuedAsk, type_text: TypeText
) -> None:
    hand.turn(OCTOBER)
    hand.acts()["Reopen the meeting…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    type_text(dialog.form.text_edit, "Ghi thiếu")
    ask.will_answer(None, "Drop the text")
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not hand.panel.record.is_open


def test_earlier_versions_are_seen_and_left_again(hand: Hand, type_text: TypeText) -> None:
    hand.turn(OCTOBER)
    assert "Earlier versions" not in hand.acts()
    hand.acts()["Reopen the meeting…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    type_text(dialog.form.text_edit, "Ghi thiếu")
    hand.press(dialog.form.keep_button)
    hand.qtbot.waitUntil(lambda: "draft" in hand.desk.place_label.text())
    hand.acts()["Version 1, closed on 03/10/2026 at 21:15"].trigger()
    hand.qtbot.waitUntil(lambda: "draft" not in hand.desk.place_label.text())
    assert hand.desk.place_label.text() == "Earlier version 1 · Page 1 of 4"
    assert hand.form.next_button.text() == "&Print"
    hand.press(hand.desk.newest_button)
    hand.qtbot.waitUntil(lambda: "draft" in hand.desk.place_label.text())
    assert hand.form.next_button.text() == "&Close the meeting"


# The paper


def test_the_minutes_are_shown_page_by_page_as_a_draft(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert hand.desk.place_label.text() == "Page 1 of 3 · draft"
    hand.press(hand.desk.zoom_in_button)
    assert hand.view.zoom == 125
    hand.view.go_to_page(2)
    assert hand.desk.place_label.text() == "Page 3 of 3 · draft"
    hand.turn(OCTOBER)
    assert hand.desk.place_label.text() == "Page 1 of 4"


def test_the_paper_follows_what_is_changed(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.view.go_to_page(1)
    before = hand.panel.desk._made
    hand.finish_november()
    hand.qtbot.waitUntil(lambda: hand.panel.desk._made is not before)
    assert hand.view.page == 1


def test_a_meeting_not_begun_says_what_will_be_here(hand: Hand) -> None:
    hand.plan_december()
    hand.turn("2026-12-03")
    assert hand.desk.empty_label.isVisible()
    assert "once the attendance has begun" in hand.desk.empty_label.text()
    assert hand.problems() == []
    assert not hand.form.save_button.isVisible()
    assert not hand.form.more_button.isVisible()
    with hand.qtbot.waitSignal(hand.panel.place_wanted) as wanted:
        hand.press(hand.form.next_button)
    assert wanted.args
    problem = wanted.args[0]
    assert isinstance(problem, Problem)
    assert problem.table == "attendance"


def test_a_cancelled_meeting_says_why_it_has_no_minutes(hand: Hand) -> None:
    hand.plan_december()
    record = hand.session.meeting(meeting_id(hand.session, "2026-12-03"))
    assert hand.session.do(cancel_meeting, record, "mưa bão") is None
    hand.turn("2026-12-03")
    assert hand.form.state_label.text() == "Reason: mưa bão"
    assert "cancelled" in hand.desk.empty_label.text()
    assert not hand.form.next_button.isVisible()


def test_a_panel_without_a_meeting_stays_quiet(hand: Hand) -> None:
    hand.panel.update_now()
    assert hand.view.page_count == 0


def test_a_narrow_panel_shows_one_half_and_the_way_to_the_other(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert not hand.form.side_button.isVisible()
    hand.panel.resize(500, 520)
    assert (hand.form.side_area.isVisible(), hand.form.paper_panel.isVisible()) == (True, False)
    hand.press(hand.form.side_button)
    assert (hand.form.side_area.isVisible(), hand.form.paper_panel.isVisible()) == (False, True)
    # Closing is offered only beside what it means.
    assert not hand.form.next_button.isVisible()
    hand.press(hand.form.side_button)
    assert hand.form.next_button.isVisible()
    assert "Save as PDF…" in hand.acts()


# Saving and printing


def test_the_minutes_are_saved_where_the_user_says(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    path = tmp_path / "Biên bản tháng 10.pdf"
    ask.will_answer(path)
    hand.press(hand.form.save_button)
    assert ask.asked == ["save BienBan_2026-10-03.pdf"]
    assert "Chi bộ thôn 3".upper() in words_of(path.read_bytes())
    assert str(path) in hand.notice()


def test_a_place_that_cannot_be_written_is_told(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.turn(OCTOBER)
    ask.will_answer(tmp_path / "no such folder" / "x.pdf")
    hand.press(hand.form.save_button)
    assert hand.notice().startswith("x.pdf could not be written.")


def test_not_choosing_a_place_writes_nothing(hand: Hand, ask: QueuedAsk) -> None:
    hand.turn(OCTOBER)
    ask.will_answer(None)
    hand.press(hand.form.save_button)
    assert hand.notice() == ""


def test_the_minutes_are_printed_page_for_page(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    hand.panel.desk.print_job = FilePrinting(path)
    hand.turn(OCTOBER)
    hand.press(hand.form.next_button)
    assert len(PdfReader(path).pages) == 4
    assert hand.notice() == "The minutes were handed to the printer."


def test_a_draft_is_printed_from_the_menu(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    hand.panel.desk.print_job = FilePrinting(path)
    hand.turn(NOVEMBER)
    hand.acts()["Print the draft…"].trigger()
    assert len(PdfReader(path).pages) == 3


def test_without_a_printer_a_pdf_is_offered(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.panel.desk.print_job = NoPrinting()
    hand.turn(OCTOBER)
    hand.press(hand.form.next_button)
    assert "no printer" in hand.notice()
    ask.will_answer(tmp_path / "x.pdf")
    hand.press(hand.form.notice_banner.act_button)
    assert (tmp_path / "x.pdf").exists()


@pytest.mark.no_qt_log
def test_a_printer_that_fails_is_told(hand: Hand, tmp_path: Path) -> None:
    hand.panel.desk.print_job = FilePrinting(tmp_path / "no such folder" / "printed.pdf")
    hand.turn(OCTOBER)
    hand.press(hand.form.next_button)
    assert hand.notice().startswith("The printer did not take the paper")


# Documents


def test_a_document_is_added_with_the_next_number(hand: Hand, type_text: TypeText) -> None:
    hand.turn(NOVEMBER)
    assert len(hand.documents()) == 1
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    assert dialog.form.number_spin.value() == 14
    assert dialog.form.sign_label.text() == "-NQ/CB"
    hand.press(dialog.form.keep_button)
    assert dialog.form.notice_banner.isVisible()
    type_text(dialog.form.title_edit, "Về làm đường <b>xóm Giữa</b>")
    hand.press(dialog.form.keep_button)
    assert not dialog.isVisible()
    assert hand.documents()[-1] == "Resolution 14-NQ/CB: Về làm đường <b>xóm Giữa</b>"


def test_the_first_number_of_a_type_is_asked_for(hand: Hand, type_text: TypeText) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    box = dialog.form.type_box
    box.setCurrentIndex(box.findData(DocumentType.REPORT.value))
    assert dialog.form.number_spin.value() == 0
    assert "knows no number" in dialog.form.number_hint_label.text()
    type_text(dialog.form.title_edit, "Báo cáo tháng")
    hand.press(dialog.form.keep_button)
    assert dialog.isVisible()
    dialog.form.number_spin.setValue(21)
    hand.press(dialog.form.keep_button)
    assert "Report 21-BC/CB: Báo cáo tháng" in hand.documents()


def test_a_number_that_is_used_is_refused_in_the_dialog(hand: Hand, type_text: TypeText) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    type_text(dialog.form.title_edit, "Nghị quyết")
    dialog.form.number_spin.setValue(12)
    hand.press(dialog.form.keep_button)
    assert dialog.isVisible()
    assert "12" in dialog.form.notice_banner.text_label.text()
    assert len(hand.documents()) == 1


def test_a_document_is_changed_and_removed_by_pressing_its_line(
    hand: Hand, type_text: TypeText
) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.documents_list.buttons[0])
    dialog = hand.dialog(DocumentDialog)
    assert dialog.form.number_spin.value() == 13
    dialog.form.number_spin.setValue(15)
    hand.press(dialog.form.keep_button)
    assert "15-NQ/CB" in hand.documents()[0]
    hand.press(hand.form.documents_list.buttons[0])
    hand.press(hand.dialog(DocumentDialog).form.delete_button)
    assert hand.documents() == []
    assert hand.form.no_documents_label.isVisible()
    assert hand.session.undo()
    assert "15-NQ/CB" in hand.documents()[0]


def test_a_document_half_typed_is_not_dropped_without_a_word(
    hand: Hand, ask: QueuedAsk, type_text: TypeText
) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    type_text(dialog.form.title_edit, "Về")
    ask.will_answer("Keep it")
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "Resolution 14-NQ/CB: Về" in hand.documents()
