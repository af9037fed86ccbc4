"""Nothing cut off, elided, overlapped, out of reach or too small to hit, in any view of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.theme import TEXT_SIZES
from tests.ui.geometry import faults
from tests.ui.measuring import measure, too_large
from tests.ui.scenes import SCREENS, fit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.thorough
@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_everything_is_seen_whole_and_can_be_hit(
    scene_files: tuple[Path, Path], tmp_path: Path, language: str, size: int
) -> None:
    measured = measure(scene_files, tmp_path, language, size)
    assert measured.stdout.splitlines() == []
    assert measured.returncode == 0, measured.stderr


# Faults that are planted are found


def _narrow(widget: QWidget, width: int, height: int = 60) -> QWidget:
    page = QWidget()
    widget.setParent(page)
    widget.setGeometry(0, 0, width, height)
    page.resize(800, 300)
    return page


def _cut_off() -> QWidget:
    page = QWidget()
    button = QPushButton("Lưu", page)
    button.setGeometry(700, 10, 200, 60)
    page.resize(800, 300)
    return page


def _low() -> QWidget:
    button = QPushButton("Lưu")
    button.setStyleSheet("min-height: 0; padding: 0")
    return _narrow(button, 200, 30)


def _wide_content() -> QWidget:
    page = QWidget()
    area = QScrollArea(page)
    content = QWidget()
    content.setMinimumWidth(1200)
    area.setWidget(content)
    area.setGeometry(0, 0, 700, 200)
    page.resize(800, 300)
    return page


def _overlap() -> QWidget:
    page = QWidget()
    box = QHBoxLayout(page)
    one, other = QPushButton("Một"), QPushButton("Hai")
    box.addWidget(one)
    box.addWidget(other)
    page.resize(800, 300)
    page.show()
    other.setGeometry(one.geometry())
    return page


def _table(*, wrap: bool) -> QWidget:
    page = QWidget()
    view = QTableView(page)
    model = QStandardItemModel(1, 1, view)
    model.setItem(0, 0, QStandardItem("Vận động hai hộ di dời chuồng trại ra khỏi khu dân cư"))
    model.setHorizontalHeaderLabels(["Nội dung công việc được giao"])
    view.setModel(model)
    view.setWordWrap(wrap)
    view.setColumnWidth(0, 120)
    view.setRowHeight(0, 50)
    view.setGeometry(0, 0, 700, 200)
    page.resize(800, 300)
    return page


def _tabs() -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    tabs = QTabWidget()
    for number in range(12):
        tabs.addTab(QWidget(), f"Trang số {number} của sổ")
    box.addWidget(tabs)
    page.resize(500, 300)
    return page


def _box() -> QWidget:
    box = QComboBox()
    box.addItem("Chuyên đề: Đảng viên gương mẫu bảo vệ môi trường")
    return _narrow(box, 200)


def _placeholder() -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText("Tìm tên (không cần dấu)…")
    return _narrow(line, 120)


def _wrapped() -> QWidget:
    label = QLabel("Kỳ sinh hoạt tháng trước chưa có kết quả của hai nhiệm vụ được giao")
    label.setWordWrap(True)
    return _narrow(label, 200, 30)


PLANTED: dict[str, tuple[Callable[[], QWidget], str]] = {
    "a label that is too narrow": (lambda: _narrow(QLabel("Đã lưu 10:42"), 40), "needs"),
    "a wrapped label that is too low": (_wrapped, "needs a height"),
    "a button that is too narrow": (lambda: _narrow(QPushButton("Sang Điểm danh"), 60), "needs"),
    "a tick that is too narrow": (lambda: _narrow(QCheckBox("Đã nộp đảng phí"), 60), "needs"),
    "a low button": (_low, "a target of"),
    "a button beyond the edge": (_cut_off, "cut off"),
    "a page that is too wide": (_wide_content, "scrolls sideways"),
    "two buttons in one place": (_overlap, "lies on"),
    "an elided cell": (lambda: _table(wrap=False), "needs"),
    "a wrapped cell that is too low": (lambda: _table(wrap=True), "needs a height"),
    "an elided head": (lambda: _table(wrap=False), "head"),
    "tabs beyond the edge": (_tabs, "tabs need"),
    "a chosen entry that is too long": (_box, "needs"),
    "a placeholder that is too long": (_placeholder, "placeholder"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(themed: QApplication, qtbot: QtBot, name: str) -> None:
    make, words = PLANTED[name]
    widget = make()
    qtbot.addWidget(widget)
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()
    assert any(words in fault for fault in faults(widget)), faults(widget)


def test_a_dialog_that_no_screen_holds_is_found(themed: QApplication, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    tall = QWidget()
    tall.setMinimumHeight(900)
    QVBoxLayout(dialog).addWidget(tall)
    dialog.show()
    fit(dialog, SCREENS[0])
    assert list(too_large(dialog, SCREENS[0]))
