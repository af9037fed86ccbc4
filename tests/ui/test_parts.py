from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.ask import Ask, FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.keys import EnterPresses
from cellsecretary.ui.theme import COLOURS, Theme
from tests.ui.asking import QueuedAsk
from tests.ui.pressing import double_click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Page:
    """Fields on a page that is longer than its window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.area = QScrollArea()
        qtbot.addWidget(self.area)
        page = QWidget()
        box = QVBoxLayout(page)
        self.combo, self.spin = QComboBox(), QSpinBox()
        self.combo.addItems(["thường kỳ", "chuyên đề"])
        self.spin.setValue(5)
        for widget in (self.combo, self.spin, *(QLabel("x") for _ in range(60))):
            box.addWidget(widget)
        self.area.setWidget(page)
        self.area.resize(300, 300)
        with qtbot.waitExposed(self.area):
            self.area.show()

    def turn_wheel(self, field: QWidget) -> int:
        """Turn the wheel over a field; how far the page moved."""
        self.area.verticalScrollBar().setValue(0)
        field.setFocus()
        window = self.area.windowHandle()
        here = QPointF(field.mapTo(self.area, field.rect().center()))
        QTest.wheelEvent(window, here, QPoint(0, -120))
        return self.area.verticalScrollBar().value()


def test_a_click_into_a_figure_chooses_it_whole(guarded: QApplication, qtbot: QtBot) -> None:
    page = Page(qtbot)
    page.area.activateWindow()
    page.combo.setFocus()
    line = page.spin.lineEdit()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: line.selectedText() == "5")
    qtbot.keyClicks(page.spin, "7")
    assert page.spin.value() == 7


def test_the_wheel_scrolls_the_page_and_changes_no_value(
    guarded: QApplication, qtbot: QtBot
) -> None:
    page = Page(qtbot)
    assert page.turn_wheel(page.combo) > 0
    assert page.turn_wheel(page.spin) > 0
    assert (page.combo.currentIndex(), page.spin.value()) == (0, 5)


def test_without_the_guard_the_wheel_would_change_values(
    themed: QApplication, qtbot: QtBot
) -> None:
    page = Page(qtbot)
    page.turn_wheel(page.combo)
    page.turn_wheel(page.spin)
    assert (page.combo.currentIndex(), page.spin.value()) == (1, 4)


def test_a_double_click_is_one_press(guarded: QApplication, qtbot: QtBot) -> None:
    button, stepper = QPushButton("Thêm"), QPushButton("A+")
    stepper.setProperty("stepping", True)
    presses: list[str] = []
    for widget in (button, stepper):
        qtbot.addWidget(widget)
        widget.clicked.connect(lambda _=False, w=widget: presses.append(w.text()))
        widget.show()
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        double_click(widget)
        qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton)
    assert presses.count("Thêm") < presses.count("A+")


@pytest.mark.parametrize("state", State)
def test_a_chip_shows_sign_and_word_in_the_colours_of_its_state(
    themed: QApplication, qtbot: QtBot, state: State
) -> None:
    chip = ChipLabel()
    qtbot.addWidget(chip)
    chip.show_state(state, "Vắng có lý do")
    chip.resize(chip.sizeHint())
    image = chip.grab().toImage()
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }
    colours = COLOURS["light"]
    assert getattr(colours, f"{state}_ground") in seen
    assert getattr(colours, state) in seen
    assert chip.accessibleName() == "Vắng có lý do"
    assert chip.minimumSizeHint() == chip.sizeHint()


def test_a_chip_grows_with_the_text_size(themed: QApplication, qtbot: QtBot) -> None:
    chip = ChipLabel()
    qtbot.addWidget(chip)
    chip.show_state(State.GOOD, "Có mặt")
    chip.show()
    small = chip.sizeHint().width()
    Theme(200).apply(themed)
    assert chip.sizeHint().width() > 1.6 * small


def test_a_banner_offers_its_act_once(themed: QApplication, qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_message(State.GOOD, "Đã xóa <b>1</b> việc.", "Hoàn tác", "undo")
    assert banner.isVisible()
    assert banner.text_label.text() == "Đã xóa <b>1</b> việc."
    assert banner.text_label.textFormat() == Qt.TextFormat.PlainText
    with qtbot.waitSignal(banner.acted):
        banner.act_button.click()
    assert banner.isHidden()
    banner.show_message(State.CARE, "Chưa ghi giờ kết thúc.")
    assert banner.act_button.isHidden()
    banner.dismiss_button.click()
    assert banner.isHidden()


def test_queued_answers_come_in_order_and_a_surprise_fails() -> None:
    ask = QueuedAsk(True, "Tập thử")
    assert ask.confirm("Khóa?", "Khóa", "Chưa")
    assert ask.choose("Mở gì?", ["Sổ mới", "Tập thử"]) == 1
    with pytest.raises(AssertionError, match="Còn gì"):
        ask.text("Còn gì?", "Ghi")
    assert ask.asked == ["Khóa?", "Mở gì?", "Còn gì?"]


def answer_with(window: QWidget, qtbot: QtBot, act: str) -> None:
    """Press the button `act` of the next dialog, as soon as it stands."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for button in dialog.findChildren(QPushButton):
            if button.text() == act:
                button.click()

    QTimer.singleShot(0, window, press)


@pytest.mark.parametrize(("act", "answer"), [("Khóa", True), ("Chưa", False)])
def test_a_real_question_is_answered_by_the_name_of_the_act(
    themed: QApplication, qtbot: QtBot, act: str, answer: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer_with(window, qtbot, act)
    assert Ask(window).confirm("Khóa biên bản?", "Khóa", "Chưa") is answer


def test_a_real_question_offers_several_acts(themed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer_with(window, qtbot, "Mở sổ")
    assert Ask(window).choose("Bắt đầu từ đâu?", ["Sổ mới", "Mở sổ"]) == 1


def test_a_file_is_named_where_it_was_suggested(
    themed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        QTimer.singleShot(0, dialog, dialog.accept)

    QTimer.singleShot(0, window, accept)
    path = Ask(window).save_path(tmp_path / "Biên bản", FileKind.PDF)
    assert path == tmp_path / "Biên bản.pdf"


def test_a_line_of_text_is_asked_for(themed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer_with(window, qtbot, "OK")
    assert Ask(window).text("Mở lại", "Lý do", " sửa giờ ") == "sửa giờ"
    answer_with(window, qtbot, "Cancel")
    assert Ask(window).text("Mở lại", "Lý do") is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard(
    themed: QApplication, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box = QVBoxLayout(dialog)
    leave, save = QPushButton("Không lưu"), QPushButton("Lưu")
    leave.setAutoDefault(False)
    save.setDefault(True)
    pressed: list[str] = []
    for button in (leave, save):
        box.addWidget(button)
        button.clicked.connect(lambda _checked=False, button=button: pressed.append(button.text()))
    with qtbot.waitExposed(dialog):
        dialog.show()
    leave.setFocus()
    qtbot.keyClick(leave, key)
    assert pressed == ["Lưu"]  # what Qt does by itself
    presses = EnterPresses(dialog)
    themed.installEventFilter(presses)
    qtbot.keyClick(leave, key)
    assert pressed == ["Lưu", "Không lưu"]
    themed.removeEventFilter(presses)
