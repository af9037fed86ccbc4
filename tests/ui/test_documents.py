"""The register of documents on the screen: filtered, posted, replaced, and led back to meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from cellsecretary.core.kinds import CellKind, DocumentType, Shift
from cellsecretary.core.operations.cell import bring_in_past, start_book
from cellsecretary.core.rows import Cell, Document
from cellsecretary.ui.dialogs.documents import DocumentsDialog
from cellsecretary.ui.dialogs.replacement import ReplacementDialog
from cellsecretary.ui.panels.book import BookPanel
from cellsecretary.ui.session import Session
from tests.building import AFTER, NOVEMBER, OCTOBER, context, done, meeting_id, new_book

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QPushButton
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.dated_tick import DatedTick
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
JUNE = dt.date(2026, 6, 3)


class Hand:
    """What a secretary does with the dialog, and what stands on it."""

    def __init__(self, dialog: DocumentsDialog, session: Session, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.session = session
        self.qtbot = qtbot
        self.form = dialog.form
        self.table = dialog.form.documents_table

    @property
    def tick(self) -> DatedTick:
        return self.dialog.posted

    def rows(self) -> list[list[str]]:
        model = self.table.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def choose(self, name: str) -> None:
        self.table.selectRow([row[0] for row in self.rows()].index(name))

    def press(self, button: QPushButton) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, LEFT)

    def post(self) -> None:
        self.qtbot.mouseClick(self.tick.check, LEFT, pos=QPoint(10, 15))

    def document(self, number: int) -> Document:
        return next(row for row in self.session.register.documents if row.number == number)

    def state(self, name: str) -> str:
        return next(row[-1] for row in self.rows() if row[0] == name)

    def replacement(self) -> ReplacementDialog:
        (found,) = [box for box in self.dialog.findChildren(ReplacementDialog) if box.isVisible()]
        return found


@pytest.fixture
def hand(session: Session, words: Messages, qtbot: QtBot) -> Hand:
    past = (
        Document("", None, DocumentType.RESOLUTION, 8, "Nhiệm vụ tháng 6", JUNE),
        Document("", None, DocumentType.DECISION, 2, "Phân công đảng viên", JUNE),
        Document("", None, DocumentType.DECISION, 9, "Nhiệm kỳ cũ", dt.date(2019, 5, 1)),
    )
    assert session.do(bring_in_past, session.register, past) is None
    dialog = DocumentsDialog(session, words)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return Hand(dialog, session, qtbot)


def test_documents_stand_type_by_type_with_day_meeting_and_state(hand: Hand) -> None:
    about = "Lãnh đạo thực hiện nhiệm vụ tháng {} năm 2026"
    assert hand.rows() == [
        ["Resolution 13-NQ/CB", "03/11/2026", about.format(11), "regular and thematic", "Draft"],
        ["Resolution 12-NQ/CB", "03/10/2026", about.format(10), "regular", "Adopted"],
        ["Resolution 08-NQ/CB", "03/06/2026", "Nhiệm vụ tháng 6", "on paper", "Adopted"],
        ["Decision 02-QĐ/CB", "03/06/2026", "Phân công đảng viên", "on paper", "Adopted"],
    ]
    assert hand.form.count_label.text() == "4 document(s)"
    assert hand.form.gaps_label.text() == "Missing numbers: Resolution 09–11"


def test_a_type_and_an_earlier_term_are_chosen_by_key(hand: Hand) -> None:
    form = hand.form
    assert [form.type_box.itemText(place) for place in range(form.type_box.count())] == [
        "all types",
        "Resolution",
        "Decision",
    ]
    hand.qtbot.keyClick(form.type_box, Qt.Key.Key_End)
    assert [row[0] for row in hand.rows()] == ["Decision 02-QĐ/CB"]
    assert not form.gaps_label.isVisible()
    hand.qtbot.keyClick(form.term_box, Qt.Key.Key_Down)
    assert [row[0] for row in hand.rows()] == ["Decision 09-QĐ/CB"]
    hand.qtbot.keyClick(form.type_box, Qt.Key.Key_Up)
    assert form.empty_page.isVisible()
    assert not form.chosen_card.isVisible()
    assert not form.open_button.isEnabled()


def test_posted_is_one_press_and_one_back(hand: Hand) -> None:
    hand.choose("Resolution 12-NQ/CB")
    hand.post()
    assert hand.document(12).posted == AFTER.date()
    assert hand.state("Resolution 12-NQ/CB") == "Posted"
    assert "21/11/2026" in hand.tick.check.text()
    hand.session.undo()
    assert hand.state("Resolution 12-NQ/CB") == "Adopted"
    hand.qtbot.keyClick(hand.tick.check, Qt.Key.Key_Space)
    hand.qtbot.keyClick(hand.tick.check, Qt.Key.Key_Space)
    assert hand.document(12).posted is None


def test_a_draft_can_neither_be_posted_nor_replaced_and_says_why(hand: Hand) -> None:
    later = Document("", None, DocumentType.RESOLUTION, 14, "Bất thường", dt.date(2026, 11, 10))
    assert hand.session.do(bring_in_past, hand.session.register, (later,)) is None
    hand.choose("Resolution 13-NQ/CB")
    assert not hand.tick.check.isEnabled()
    assert not hand.form.replace_button.isEnabled()
    assert "draft until its meeting is closed" in hand.form.chosen_label.text()


def test_a_document_is_replaced_and_stands_again(hand: Hand) -> None:
    hand.choose("Resolution 08-NQ/CB")
    hand.press(hand.form.replace_button)
    dialog = hand.replacement()
    box = dialog.form.later_box
    offered = [box.itemText(place) for place in range(box.count())]
    assert len(offered) == 2
    assert offered[1].startswith("12-NQ/CB, 03/10/2026")
    hand.qtbot.keyClick(box, Qt.Key.Key_Down)
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert hand.document(8).replaced_by == hand.document(12).id
    assert hand.state("Resolution 08-NQ/CB") == "Replaced"
    assert "Replaced by 12-NQ/CB of 03/10/2026" in hand.form.chosen_label.text()
    hand.press(hand.form.replace_button)
    dialog = hand.replacement()
    assert dialog.entered() == hand.document(12).id
    hand.qtbot.keyClick(dialog.form.later_box, Qt.Key.Key_Up)
    hand.qtbot.mouseClick(dialog.form.keep_button, LEFT)
    assert hand.state("Resolution 08-NQ/CB") == "Adopted"


def test_where_no_later_document_is_there_nothing_is_offered(hand: Hand) -> None:
    hand.choose("Resolution 12-NQ/CB")
    assert not hand.form.replace_button.isEnabled()
    hand.choose("Decision 02-QĐ/CB")
    assert not hand.form.replace_button.isEnabled()


def test_a_document_leads_to_its_meeting(hand: Hand) -> None:
    hand.choose("Resolution 12-NQ/CB")
    with hand.qtbot.waitSignal(hand.dialog.meeting_wanted, timeout=0) as wanted:
        hand.press(hand.form.open_button)
    assert wanted.args == [meeting_id(hand.session, OCTOBER)]
    assert not hand.dialog.isVisible()


def test_what_stood_on_paper_has_no_meeting_to_open(hand: Hand) -> None:
    hand.choose("Decision 02-QĐ/CB")
    assert not hand.form.open_button.isEnabled()
    assert "on paper" in hand.form.chosen_label.text()


def test_the_book_opens_the_register_and_follows_it(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    panel = BookPanel(session, ask, words)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.mouseClick(panel.form.documents_button, LEFT)
    (dialog,) = panel.findChildren(DocumentsDialog)
    with qtbot.waitSignal(panel.meeting_wanted, timeout=0) as wanted:
        qtbot.mouseClick(dialog.form.open_button, LEFT)
    assert wanted.args == [meeting_id(session, NOVEMBER)]


def test_a_book_without_a_meeting_has_its_register_too(
    themed: QApplication, tmp_path: Path, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    book = new_book(tmp_path / "new.chibo")
    time, term = dt.time(19, 30), dt.date(2025, 1, 1)
    cell = Cell("", "Chi bộ", CellKind.VILLAGE, "Đảng bộ", "Xã", "Nhà", 3, time, Shift.NONE, term)
    book.apply(done(start_book(context(), cell)), AFTER)
    panel = BookPanel(Session(book, lambda: AFTER), ask, words)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    assert not panel.form.papers_button.isVisible()
    qtbot.mouseClick(panel.form.documents_button, LEFT)
    (dialog,) = panel.findChildren(DocumentsDialog)
    assert dialog.form.empty_page.isVisible()
    dialog.reject()
    book.close()
