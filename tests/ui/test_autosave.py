from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cellsecretary.ui.autosave import LIMIT, PAUSE, Autosave, flush_all
from cellsecretary.ui.fields import MOST_LINES, GrowingTextEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TypeText = Callable[[QWidget, str], None]
LONG = 60_000


class Desk:
    """A window with a text box, a line, and what was saved of the box."""

    def __init__(self, qtbot: QtBot, pause: int = LONG, limit: int = LONG) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        box = QVBoxLayout(self.window)
        self.text = GrowingTextEdit()
        self.line = QLineEdit()
        box.addWidget(self.text)
        box.addWidget(self.line)
        self.saved: list[str] = []
        self.accepts = True
        self.autosave = Autosave(self.text, self.save, pause=pause, limit=limit)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.text.setFocus()

    def save(self, text: str) -> bool:
        self.saved.append(text)
        return self.accepts


@pytest.fixture
def desk(themed: QApplication, qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_the_program_waits_as_long_as_the_design_says() -> None:
    assert (PAUSE, LIMIT) == (800, 5000)


def test_text_is_kept_after_a_pause_in_typing(
    themed: QApplication, qtbot: QtBot, type_text: TypeText
) -> None:
    desk = Desk(qtbot, pause=1)
    type_text(desk.text, "Nhất trí")
    qtbot.waitUntil(lambda: desk.saved == ["Nhất trí"])
    assert not desk.autosave.pending


def test_text_is_kept_while_typing_goes_on(
    themed: QApplication, qtbot: QtBot, type_text: TypeText
) -> None:
    desk = Desk(qtbot, limit=1)
    type_text(desk.text, "Đề nghị")
    qtbot.waitUntil(lambda: desk.saved == ["Đề nghị"])


def test_text_is_kept_when_the_field_is_left(desk: Desk, qtbot: QtBot, type_text: TypeText) -> None:
    type_text(desk.text, "Đồng ý")
    assert desk.saved == []
    with qtbot.waitSignal(desk.autosave.left):
        desk.line.setFocus()
    assert desk.saved == ["Đồng ý"]


def test_filling_a_field_is_no_typing(desk: Desk) -> None:
    desk.autosave.set_text("đã ghi\ntừ trước")
    assert not desk.autosave.pending
    desk.line.setFocus()
    assert desk.saved == []


def test_filling_never_overwrites_what_is_being_typed(desk: Desk, type_text: TypeText) -> None:
    desk.autosave.set_text("cũ")
    type_text(desk.text, "mới ")
    desk.autosave.set_text("từ nơi khác")
    assert desk.text.toPlainText() == "mới cũ"


def test_tidied_text_that_comes_back_leaves_the_typing_alone(
    desk: Desk, type_text: TypeText
) -> None:
    desk.autosave = Autosave(desk.line, lambda text: desk.autosave.set_text(text.strip()))
    desk.line.setFocus()
    type_text(desk.line, "họp ")
    desk.autosave.flush()
    desk.autosave.set_text("họp")
    assert desk.line.text() == "họp "
    desk.autosave.set_text("")
    assert desk.line.text() == ""


def test_undo_in_the_book_reaches_a_field_that_told_nobody(desk: Desk, type_text: TypeText) -> None:
    desk.autosave.set_text("một")
    desk.text.moveCursor(QTextCursor.MoveOperation.End)
    type_text(desk.text, " hai")
    desk.autosave.flush()
    desk.autosave.set_text("một")
    assert desk.text.toPlainText() == "một"
    assert not desk.autosave.pending


def test_text_that_could_not_be_kept_is_offered_again(desk: Desk, type_text: TypeText) -> None:
    desk.accepts = False
    type_text(desk.text, "x")
    desk.autosave.flush()
    assert desk.autosave.pending
    desk.accepts = True
    desk.autosave.flush()
    assert desk.saved == ["x", "x"]
    assert not desk.autosave.pending


def test_a_fault_while_saving_loses_no_text(desk: Desk, type_text: TypeText) -> None:
    def break_down(text: str) -> bool:
        raise OSError(text)

    desk.autosave = Autosave(desk.line, break_down, pause=LONG, limit=LONG)
    type_text(desk.line, "y")
    with pytest.raises(OSError, match="y"):
        desk.autosave.flush()
    assert desk.autosave.pending
    # Leave nothing pending, or closing the window would break down again.
    desk.line.clear()


@pytest.mark.parametrize("name", ["text", "line"])
def test_a_word_that_is_composed_is_not_overwritten_by_what_is_stored(
    desk: Desk, name: str
) -> None:
    field = desk.text if name == "text" else desk.line
    desk.autosave = Autosave(field, desk.save, pause=LONG, limit=LONG)
    QCoreApplication.sendEvent(field, QInputMethodEvent("tiê", []))
    desk.autosave.set_text("từ nơi khác")
    done = QInputMethodEvent("", [])
    done.setCommitString("tiếng")
    QCoreApplication.sendEvent(field, done)
    desk.autosave.flush()
    assert desk.saved[-1] == "tiếng"


def test_words_under_composition_are_not_kept_half(desk: Desk) -> None:
    QCoreApplication.sendEvent(desk.text, QInputMethodEvent("tiê", []))
    desk.autosave.flush()
    assert desk.saved == []


def test_undo_in_the_field_is_the_fields_own(desk: Desk, qtbot: QtBot, type_text: TypeText) -> None:
    type_text(desk.text, "a")
    desk.autosave.flush()
    qtbot.keyClick(desk.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text.toPlainText() == ""
    desk.autosave.flush()
    assert desk.saved == ["a", ""]


def test_everything_typed_in_a_window_is_kept_at_once(desk: Desk, type_text: TypeText) -> None:
    lines: list[str] = []
    Autosave(desk.line, lines.append, pause=LONG, limit=LONG)
    type_text(desk.text, "box")
    type_text(desk.line, "line")
    flush_all(desk.window)
    assert (desk.saved, lines) == (["box"], ["line"])


def test_a_field_that_goes_with_its_window_is_left_in_peace(
    desk: Desk, type_text: TypeText
) -> None:
    inner = QWidget(desk.window)
    line = QLineEdit(inner)
    Autosave(line, desk.save, pause=LONG, limit=LONG)
    inner.show()
    line.setFocus()
    type_text(line, "Kênh")
    inner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.saved == []


def test_a_box_grows_with_its_text_up_to_a_limit(desk: Desk) -> None:
    low = desk.text.sizeHint().height()
    desk.text.setPlainText("\n".join("abcdef"))
    middle = desk.text.sizeHint().height()
    desk.text.setPlainText("x\n" * 400)
    high = desk.text.sizeHint().height()
    assert low < middle < high
    assert high < (MOST_LINES + 2) * desk.text.fontMetrics().lineSpacing()


def test_a_box_wraps_and_grows_when_it_becomes_narrow(desk: Desk) -> None:
    desk.window.resize(900, 300)
    desk.text.setPlainText("Mỗi gia đình có hai thùng rác, thu gom sáng thứ Bảy. " * 2)
    wide = desk.text.sizeHint().height()
    desk.window.resize(300, 300)
    assert desk.text.sizeHint().height() > wide


def test_tab_leaves_a_box(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.text, Qt.Key.Key_Tab)
    assert desk.line.hasFocus()


def test_pasting_brings_text_without_its_dress(desk: Desk) -> None:
    dressed = QMimeData()
    dressed.setHtml("<b>Đậm</b>")
    dressed.setText("Đậm")
    desk.text.insertFromMimeData(dressed)
    assert desk.text.toPlainText() == "Đậm"


def test_any_plain_text_box_can_be_kept(themed: QApplication, qtbot: QtBot) -> None:
    box = QPlainTextEdit()
    qtbot.addWidget(box)
    saved: list[str] = []
    autosave = Autosave(box, saved.append, pause=LONG, limit=LONG)
    box.insertPlainText("x")
    autosave.flush()
    assert saved == ["x"]
