"""Parts of a paper on the desk: one member's slip, some items, one of several resolutions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.operations.agenda import delete_item, skip_item
from cellsecretary.core.operations.documents import add_document
from cellsecretary.core.operations.tasks import delete_task
from cellsecretary.core.portions import Portion
from cellsecretary.core.rows import Document
from cellsecretary.ui.dialogs.portions import PortionsDialog
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.paper_desk import file_name
from cellsecretary.ui.theme import TEXT_SIZES, Theme
from tests.building import NOVEMBER, OCTOBER, meeting_id
from tests.papers.pages import text_of
from tests.ui.printers import FilePrinting
from tests.ui.printing_hand import Hand as PrintingHand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.change import Answer
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

KEY = Qt.Key
ADMISSION = "Kết nạp & giao nhiệm vụ cho đảng viên"


class Hand(PrintingHand):
    """What a secretary does with the parts of a paper."""

    @property
    def record(self) -> MeetingRecord:
        return self.panel.record

    def open(self) -> PortionsDialog:
        self.press(self.desk.portions_button)
        return self.dialog(PortionsDialog)

    def tick(self, dialog: PortionsDialog, *numbers: int) -> None:
        """Click on the title of each portion."""
        table = dialog.form.portions_table
        for number in numbers:
            spot = table.visualRect(table.model().index(self.row(table, number), 2)).center()
            self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def row(self, table: QTableView, number: int) -> int:
        model = table.model()
        rows = {model.index(row, 1).data(): row for row in range(model.rowCount())}
        row = rows[str(number)]
        table.scrollTo(model.index(row, 0))
        return row

    def take(self, *numbers: int) -> None:
        """Choose the portions of these numbers, and only them."""
        dialog = self.open()
        self.tick(dialog, *numbers)
        self.press(dialog.form.take_button)

    def said(self) -> str:
        """Give what the button says, empty without one."""
        button = self.desk.portions_button
        return button.text() if button.isVisible() else ""

    def shown(self) -> str:
        """Give the words of the paper on the desk."""
        made = self.panel.desk._made
        assert made is not None
        return text_of(made[-1])

    def change(self, operation: Callable[..., Answer], *args: object) -> None:
        """Change the meeting, and wait until the desk has followed."""
        assert self.session.do(operation, self.record, *args) is None
        self.settle()

    def settle(self) -> None:
        self.panel.update_now()
        self.qtbot.waitUntil(lambda: not self.panel.desk._soon.isActive())

    def adopt(self, number: int) -> None:
        """Enter one more resolution of the meeting shown."""
        day = dt.date.fromisoformat(NOVEMBER)
        document = Document("", None, DocumentType.RESOLUTION, number, ADMISSION, day)
        self.change(add_document, self.session.register, document)


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    panel = PrintingPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show()
    return Hand(panel, session, qtbot)


def heading(record: MeetingRecord, number: int) -> str:
    return f"{number}. {record.held_agenda[number - 1].title}"


# Choosing


def test_an_extract_of_two_items_has_only_those(hand: Hand) -> None:
    hand.turn(OCTOBER)
    hand.choose("extract")
    assert hand.said() == "Items: all"
    assert all(heading(hand.record, n) in hand.shown() for n in (4, 5, 6, 7))
    hand.take(4, 6)
    assert hand.said() == "Items: 4, 6"
    assert [n for n in (4, 5, 6, 7) if heading(hand.record, n) in hand.shown()] == [4, 6]
    assert hand.view.page == 0


def test_a_member_with_a_task_gets_the_own_slip_alone(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.choose("assignment")
    task = hand.record.tasks[0]
    helper = hand.record.person(task.helpers[0])
    assert helper is not None
    dialog = hand.open()
    table = dialog.form.portions_table
    names = [table.model().index(row, 2).data() for row in range(table.model().rowCount())]
    assert hand.record.name_of(task.lead) in names
    assert hand.record.name_of(hand.record.meeting.minute_taker) not in names
    hand.tick(dialog, helper.number)
    hand.press(dialog.form.take_button)
    assert hand.said() == f"For whom: {helper.number}. {helper.name}"
    assert hand.shown().count("PHIẾU GIAO NHIỆM VỤ") == 1
    assert f"Giao đồng chí {helper.name}" in hand.shown()
    assert "BẢNG PHÂN CÔNG" not in hand.shown()


def test_a_resolution_is_chosen_once_there_are_several(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.choose("resolution")
    assert hand.said() == ""
    hand.adopt(14)
    assert hand.said() == "Resolution: all"
    # Each names itself at its head and over its appendix.
    assert hand.shown().count("Số 13-NQ/CB") == hand.shown().count("Số 14-NQ/CB") == 1
    hand.take(14)
    assert hand.said() == "Resolution: 14. Kết nạp && …"
    button = hand.desk.portions_button
    assert button.accessibleName() == f"Resolution: 14. {ADMISSION}"
    assert "Số 14-NQ/CB" in hand.shown()
    assert "Số 13-NQ/CB" not in hand.shown()


def test_papers_that_are_one_piece_offer_no_choice(hand: Hand) -> None:
    hand.turn(OCTOBER)
    offered = []
    for paper in hand.offered():
        hand.choose(paper)
        offered += [paper] if hand.said() else []
    assert offered == ["assignment", "extract"]


def test_the_choice_begins_with_what_was_chosen_and_ends_with_the_whole(hand: Hand) -> None:
    hand.turn(OCTOBER)
    hand.choose("extract")
    whole = hand.shown()
    dialog = hand.open()
    assert not dialog.form.take_button.isEnabled()
    hand.tick(dialog, 4)
    hand.press(dialog.form.take_button)
    dialog = hand.open()
    assert dialog.form.take_button.isEnabled()
    hand.tick(dialog, 7)
    hand.press(dialog.form.take_button)
    assert hand.said() == "Items: 4, 7"
    dialog = hand.open()
    hand.tick(dialog, 4)
    dialog.reject()
    assert hand.said() == "Items: 4, 7"
    hand.press(hand.open().form.whole_button)
    assert hand.said() == "Items: all"
    assert hand.shown() == whole


@pytest.mark.thorough
def test_items_are_chosen_by_keyboard_alone(hand: Hand) -> None:
    hand.turn(OCTOBER)
    hand.choose("extract")
    hand.panel.activateWindow()
    hand.qtbot.waitUntil(hand.panel.isActiveWindow)
    hand.qtbot.keyClick(hand.desk.paper_box, KEY.Key_Tab)
    assert hand.desk.portions_button.hasFocus()
    hand.qtbot.keyClick(hand.desk.portions_button, KEY.Key_Space)
    dialog = hand.dialog(PortionsDialog)
    hand.qtbot.waitUntil(dialog.isActiveWindow)
    for key in (KEY.Key_Down, KEY.Key_Space, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space):
        hand.qtbot.keyClick(dialog.focusWidget(), key)
    hand.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return)
    assert hand.said() == "Items: 2, 4"
    assert hand.panel.focusWidget() is hand.desk.portions_button


def test_the_ticks_are_spoken(hand: Hand) -> None:
    hand.turn(OCTOBER)
    hand.choose("extract")
    dialog = hand.open()
    hand.tick(dialog, 2)
    model = dialog.form.portions_table.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    titles = [item.title for item in hand.record.held_agenda]
    states = [f"{titles[0]}, not wanted, No.: 1", f"{titles[1]}, wanted, No.: 2"]
    assert spoken == [f"{said}, row {at} of {len(titles)}" for at, said in enumerate(states, 1)]
    dialog.reject()


# Turning away, and changes below


@pytest.mark.thorough
def test_another_paper_or_meeting_begins_whole(hand: Hand) -> None:
    hand.turn(OCTOBER)
    hand.choose("extract")
    hand.take(4)
    hand.choose("minutes")
    assert hand.said() == ""
    hand.choose("extract")
    assert hand.said() == "Items: all"
    hand.take(4)
    hand.turn(NOVEMBER)
    hand.turn(OCTOBER)
    hand.choose("extract")
    assert hand.said() == "Items: all"


@pytest.mark.thorough
def test_a_deleted_item_falls_out_of_the_choice_and_undo_brings_it_back(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.choose("extract")
    hand.take(4, 6)
    fourth, sixth = (hand.record.held_agenda[n].id for n in (3, 5))
    hand.change(delete_item, fourth)
    left = heading(hand.record, 5)
    assert hand.desk.portions_button.accessibleName() == f"Items: {left}"
    assert left in hand.shown()
    assert heading(hand.record, 4) not in hand.shown()
    hand.change(skip_item, sixth, True)
    assert hand.said() == "Items: all"
    assert all(item.title in hand.shown() for item in hand.record.held_agenda)
    hand.session.undo()
    hand.session.undo()
    hand.settle()
    assert hand.said() == "Items: 4, 6"


@pytest.mark.thorough
def test_a_member_whose_last_task_goes_leaves_the_whole_paper(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.choose("assignment")
    task = hand.record.tasks[1]
    lead = hand.record.person(task.lead)
    assert lead is not None
    hand.take(lead.number)
    hand.change(delete_task, hand.session.register, task.id)
    assert hand.said() == "For whom: all"
    assert "BẢNG PHÂN CÔNG" in hand.shown()


# Saving, printing, and what is remembered


def test_a_slip_of_one_member_is_saved_under_a_name_of_its_own(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    hand.choose("assignment")
    task = hand.record.tasks[0]
    lead = hand.record.person(task.lead)
    assert lead is not None
    whole, slip, archived = (tmp_path / name for name in ("whole.pdf", "slip.pdf", "archive.pdf"))
    ask.will_answer(whole, slip, archived)
    hand.press(hand.form.save_button)
    hand.take(lead.number)
    hand.press(hand.form.save_button)
    hand.acts()["Save for the archive…"].trigger()
    name = file_name("Table of tasks", OCTOBER, [Portion("", lead.number, lead.name)])
    assert ask.asked == [
        "save TableOfTasks_2026-10-03.pdf",
        f"save {name}.pdf",
        f"save {name}_PDFA.pdf",
    ]
    assert "BẢNG PHÂN CÔNG" in text_of(whole.read_bytes())
    for path in (slip, archived):
        assert "BẢNG PHÂN CÔNG" not in text_of(path.read_bytes())
        assert f"Giao đồng chí {lead.name}" in text_of(path.read_bytes())


@pytest.mark.thorough
def test_one_of_two_resolutions_is_saved_for_word(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(NOVEMBER)
    hand.adopt(14)
    hand.choose("resolution")
    hand.take(14)
    path = tmp_path / "x.docx"
    ask.will_answer(path)
    hand.acts()["Save for Word…"].trigger()
    assert ask.asked == ["save Resolution_14_KetNapGiaoNhiemVuChoDangVien_2026-11-03.docx"]
    titles = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert ADMISSION in titles
    assert "Lãnh đạo thực hiện nhiệm vụ tháng 11 năm 2026" not in titles


def test_only_the_chosen_items_are_printed(hand: Hand, tmp_path: Path) -> None:
    hand.turn(OCTOBER)
    hand.choose("extract")
    whole = hand.view.page_count
    hand.take(1)
    path = tmp_path / "printed.pdf"
    hand.panel.desk.print_job = FilePrinting(path)
    hand.press(hand.form.next_button)
    assert len(PdfReader(path).pages) == hand.view.page_count < whole


@pytest.mark.thorough
def test_a_printed_slip_does_not_count_as_the_printed_paper(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    hand.choose("assignment")
    hand.panel.desk.print_job = FilePrinting(tmp_path / "printed.pdf")
    lead = hand.record.person(hand.record.tasks[0].lead)
    assert lead is not None
    hand.take(lead.number)
    hand.press(hand.form.next_button)
    ask.will_answer(tmp_path / "x.pdf")
    hand.press(hand.form.save_button)
    assert "It is signed" not in hand.acts()
    assert hand.session.paper_traces(meeting_id(hand.session, OCTOBER)) == ()
    hand.press(hand.open().form.whole_button)
    assert "It is signed" in hand.acts()
    hand.press(hand.form.next_button)
    assert hand.form.trace_label.text() == "Table of tasks: printed 21/11/2026"
    hand.take(lead.number)
    assert not hand.form.trace_label.isVisible()


def test_the_name_of_a_file_tells_the_part_in_letters_that_every_stick_can_keep() -> None:
    several = [Portion("a", 3, "x"), Portion("b", 15, "y")]
    assert file_name("Trích biên bản", OCTOBER, several) == "TrichBienBan_3_15_2026-10-03"
    one = [Portion("a", 6, 'Đặng: "Ánh" / Ước?')]
    assert file_name("Bảng", OCTOBER, one) == "Bang_6_DangAnhUoc_2026-10-03"
    long = [Portion("a", 6, "Thông qua nghị quyết lãnh đạo " * 5)]
    assert len(file_name("Bảng", OCTOBER, long)) < 64
    assert file_name("Bảng", OCTOBER, [Portion("a", 6, "…")]) == "Bang_6_2026-10-03"


def cut_off(hand: Hand) -> list[str]:
    """Name what has not its room above the paper."""
    bar = hand.desk.paper_bar
    return [
        widget.objectName()
        for widget in hand.panel.desk.stops[:-1]
        if widget.isVisible()
        and not (
            bar.rect().contains(widget.mapTo(bar, widget.rect().bottomRight()))
            and widget.width() >= widget.minimumSizeHint().width()
        )
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_row_above_the_paper_is_not_cut_at_any_text_size(
    hand: Hand, percent: int, themed: QApplication
) -> None:
    hand.turn(NOVEMBER)
    Theme(percent).apply(themed)
    # What a window of 1366 leaves beside its rail.
    hand.panel.resize(1366 - 92 - Theme(percent).grown(120) - 32, 520)
    if not hand.form.paper_panel.isVisible():
        hand.press(hand.form.side_button)
    hand.settle()
    hand.choose("extract")
    hand.take(6)
    hand.qtbot.waitUntil(lambda: not cut_off(hand))
