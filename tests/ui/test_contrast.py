"""Contrast of everything that is drawn, measured in pictures; signs that need no colour."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.date_field import CalendarPopup, DateField
from cellsecretary.ui.icons import icon
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import Scheme, Theme
from tests.ui.contrast import CONTROL, TEXT, Picture, contrast, faint, measured, states
from tests.ui.scenes import SCENES, SCREENS, appear, faces, stage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
GROUNDS = ("", "card", "top", "rail")
ROLES = ("", "primary", "next", "plain", "name", "rail", "step", "choice", "count")
CHOSEN = ("", "rail", "step", "count")
ROUNDED = 100
"""Pixels that a ring spares at its corners, and within the outline that was there."""


@pytest.mark.thorough
@pytest.mark.parametrize("turn", range(len(SCHEMES)))
def test_every_scene_can_be_read_by_weak_eyes(
    themed: QApplication, practice_file: Path, board_file: Path, tmp_path: Path, turn: int
) -> None:
    """Each scene in one of the schemes: that a scheme has contrast is measured of its tokens.

    Whatever has a state has a word too: colour alone tells nothing.
    """
    faults, texts, controls, chips = [], 0, 0, 0
    Theme(100, SCHEMES[turn]).apply(themed)
    for number, scene in enumerate(SCENES):
        if number % len(SCHEMES) != turn:
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        book = Path(shutil.copy(practice_file, folder))
        board = Path(shutil.copy(board_file, folder))
        with stage(themed, book, board, "vi") as world:
            widget = appear(world, scene, SCREENS[0])
            for face in faces(widget):
                spots = measured(widget)
                texts += sum(spot.need == TEXT for spot in spots)
                controls += sum(spot.need == CONTROL for spot in spots)
                faults += [f"{scene} {face}: {fault}" for fault in faint(spots)]
                found = states(widget)
                chips += len(found)
                faults += [f"{scene} {face}: {name}" for name, word in found if not word.strip()]
            widget.close()
            widget.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert faults == []
    assert texts > 400
    assert controls > 150
    assert chips > 20


def _gallery() -> QWidget:
    """Make every control in every state that is not of the keyboard, on every ground."""
    shown = QWidget()
    grounds = QGridLayout(shown)
    for place, role in enumerate(GROUNDS):
        frame = QFrame()
        frame.setProperty("role", role)
        grounds.addWidget(frame, place // 3, place % 3)
        box = QGridLayout(frame)
        for row, name in enumerate(ROLES):
            for column, state in enumerate(("", "hover", "down", "checked", "disabled")):
                button = QPushButton(f"Lưu {name}")
                button.setProperty("role", name)
                _put(button, state)
                box.addWidget(button, row, column)
        for column, state in enumerate(("", "hover", "down", "checked", "disabled")):
            for row, kind in enumerate((QCheckBox, QRadioButton, QToolButton), len(ROLES)):
                choice = kind()
                choice.setText("Có mặt")
                _put(choice, state)
                box.addWidget(choice, row, column)
        row = len(ROLES) + 3
        for column, name in enumerate(("", "small", "quiet", "strong", "title")):
            label = QLabel("Chi bộ thôn 3")
            label.setProperty("role", name)
            box.addWidget(label, row, column)
        if role in {"", "card"}:
            for column, chip_state in enumerate(State):
                label = QLabel("Vắng có lý do")
                label.setProperty("role", str(chip_state))
                box.addWidget(label, row + 1, column)
                chip = ChipLabel()
                chip.show_state(chip_state, "Vắng")
                box.addWidget(chip, row + 2, column)
    return shown


def _put(button: QWidget, state: str) -> None:
    match button, state:
        case (_, "hover"):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        case (QPushButton() | QCheckBox() | QRadioButton() | QToolButton(), "down"):
            button.setDown(True)
        case (QPushButton() | QCheckBox() | QRadioButton() | QToolButton(), "checked"):
            button.setCheckable(True)
            button.setAutoExclusive(False)
            button.setChecked(True)
        case (_, "disabled"):
            button.setEnabled(False)


@pytest.mark.thorough
@pytest.mark.parametrize("scale", [100, 200])
def test_every_control_has_contrast_in_every_state(
    themed: QApplication, qtbot: QtBot, scale: int
) -> None:
    for scheme in SCHEMES:
        Theme(scale, scheme).apply(themed)
        shown = _gallery()
        qtbot.addWidget(shown)
        shown.resize(shown.sizeHint())
        shown.show()
        spots = measured(shown)
        assert len(spots) > 400
        assert faint(spots) == [], scheme


def _fields() -> QWidget:
    shown = QWidget()
    box = QGridLayout(shown)
    for column, state in enumerate(("", "bad", "hover", "read_only", "disabled")):
        line, empty, text, spin = QLineEdit("Hà"), QLineEdit(), QPlainTextEdit("Ý kiến"), QSpinBox()
        empty.setPlaceholderText("Tìm tên")
        combo = QComboBox()
        combo.addItem("thường kỳ")
        typed = QComboBox()
        typed.setEditable(True)
        typed.addItem("thường kỳ")
        for row, field in enumerate((line, empty, text, spin, combo, typed)):
            field.setProperty("role", "bad" if state == "bad" else "")
            _put(field, state)
            if state == "read_only" and isinstance(field, (QLineEdit, QPlainTextEdit)):
                field.setReadOnly(True)
            box.addWidget(field, row, column)
    group = QGroupBox("Hình thức")
    box.addWidget(group, 6, 0)
    group.setMinimumHeight(80)
    tabs = QTabWidget()
    for name in ("Chương trình", "Giấy tờ"):
        tabs.addTab(QLabel("Thành phần"), name)
    box.addWidget(tabs, 6, 1, 1, 2)
    signs = QListWidget()
    for name in ("done", "circle", "current"):
        signs.addItem(name)
        signs.item(signs.count() - 1).setIcon(icon(name))
    signs.setCurrentRow(1)
    box.addWidget(signs, 7, 0, 1, 2)
    table = QTableWidget(12, 2)
    dress_table(table)
    table.setHorizontalHeaderLabels(["Họ và tên", "Ghi chú"])
    for row in range(12):
        table.setItem(row, 0, QTableWidgetItem("Hà Xuân Huy"))
    table.selectRow(2)
    table.setFixedHeight(200)
    box.addWidget(table, 7, 2, 1, 3)
    for row, state in enumerate(State, 8):
        banner = Banner()
        banner.show_message(state, "Chưa lưu được.", "Hoàn tác", "undo")
        box.addWidget(banner, row, 0, 1, 5)
    return shown


def test_fields_lists_and_messages_have_contrast(themed: QApplication, qtbot: QtBot) -> None:
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        shown = _fields()
        qtbot.addWidget(shown)
        shown.resize(1300, 1000)
        shown.show()
        spots = measured(shown)
        assert len(spots) > 60
        assert faint(spots) == [], scheme


@pytest.mark.thorough
def test_the_ring_of_the_keyboard_is_seen_without_colour(
    themed: QApplication, qtbot: QtBot
) -> None:
    """Two pixels all around change by 3 to 1, as WCAG 2.4.13 has it."""
    shown = QWidget()
    qtbot.addWidget(shown)
    box = QVBoxLayout(shown)
    combo = QComboBox()
    combo.addItem("thường kỳ")
    widgets = [QLineEdit(), combo, QCheckBox("Có mặt"), QRadioButton("Vắng"), QPlainTextEdit()]
    for role in (*ROLES, *CHOSEN):
        button = QPushButton("Lưu lại")
        button.setProperty("role", role)
        widgets.append(button)
    for chosen in widgets[-len(CHOSEN) :]:
        assert isinstance(chosen, QPushButton)
        chosen.setCheckable(True)
        chosen.setChecked(True)
    for widget in widgets:
        box.addWidget(widget)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        for widget in widgets:
            shown.setFocus()
            before = _pixels(widget)
            widget.setFocus()
            assert widget.hasFocus()
            changed = sum(
                contrast(*pair) >= CONTROL for pair in zip(before, _pixels(widget), strict=True)
            )
            need = 2 * 2 * (widget.width() + widget.height()) - ROUNDED
            assert changed >= need, f"{scheme} {widget.property('role')} {widget}"


def _pixels(widget: QWidget) -> list[int]:
    # With what is behind it: a ring may leave a seam open.
    shown = widget.window()
    place = QRect(widget.mapTo(shown, QPoint()), widget.size())
    image = shown.grab(place).toImage()
    return [
        image.pixel(x, y) & 0xFFFFFF for y in range(image.height()) for x in range(image.width())
    ]


def test_chosen_text_can_be_read(themed: QApplication, qtbot: QtBot) -> None:
    field = QLineEdit("Hà Xuân Huy và Nguyễn Hữu Mạnh")
    qtbot.addWidget(field)
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        with qtbot.waitActive(field):
            field.show()
            field.activateWindow()
        field.setFocus()
        field.selectAll()
        ratio, colours = Picture(field).ink(QRect(20, 12, 150, 20))
        assert ratio >= TEXT, f"{scheme}: {colours}"


def _menu() -> QMenu:
    menu = QMenu()
    for name in ("Hoàn tác", "Làm lại", "Sao lưu"):
        menu.addAction(icon("save"), name)
    menu.addAction(icon("undo"), "Mở lại").setEnabled(False)
    menu.setActiveAction(menu.actions()[1])
    return menu


def test_menus_have_contrast(themed: QApplication, qtbot: QtBot) -> None:
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        menu = _menu()
        qtbot.addWidget(menu)
        menu.popup(QPoint(0, 0))
        spots = measured(menu)
        assert len(spots) == 3
        assert faint(spots) == [], scheme
        box = menu.actionGeometry(menu.actions()[3]).adjusted(60, 4, -20, -4)
        assert Picture(menu).ink(box)[0] >= 4.5


def test_the_list_of_a_choice_has_contrast(themed: QApplication, qtbot: QtBot) -> None:
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        combo = QComboBox()
        qtbot.addWidget(combo)
        combo.addItems(["thường kỳ", "chuyên đề", "bất thường"])
        combo.show()
        combo.showPopup()
        spots = measured(combo.view().window())
        assert len(spots) >= 3
        assert faint(spots) == [], scheme
        combo.hidePopup()


def test_tips_have_contrast(themed: QApplication, qtbot: QtBot) -> None:
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        owner = QLabel("Chi bộ")
        qtbot.addWidget(owner)
        owner.show()
        QToolTip.showText(QPoint(5, 5), f"Thu gọn {scheme}", owner)
        tip = next(
            one for one in themed.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible()
        )
        assert faint(measured(tip)) == [], scheme
        QToolTip.hideText()


@pytest.mark.parametrize("scale", [100, 200])
def test_every_day_of_the_calendar_can_be_read(
    themed: QApplication, qtbot: QtBot, scale: int
) -> None:
    for scheme in SCHEMES:
        Theme(scale, scheme).apply(themed)
        field = DateField()
        qtbot.addWidget(field)
        field.show()
        popup = CalendarPopup(field)
        popup.open_below(field, dt.date(2026, 11, 3))
        spots = measured(popup)
        # Seven names of days and six weeks, the days of the months beside it too.
        assert len(spots) >= 49
        assert faint(spots) == [], scheme
        popup.hide()


def test_how_far_something_is_can_be_seen(themed: QApplication, qtbot: QtBot) -> None:
    for scheme in SCHEMES:
        Theme(100, scheme).apply(themed)
        bar = QProgressBar()
        qtbot.addWidget(bar)
        bar.setTextVisible(False)
        bar.setValue(50)
        bar.resize(300, 40)
        bar.show()
        colours = [one for one, _ in Picture(bar).colours(bar.rect()).most_common(2)]
        assert contrast(*colours) >= CONTROL, scheme
