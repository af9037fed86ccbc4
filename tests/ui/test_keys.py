"""The keys of the program: each is in the list of keys, and no two want the same in one view."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.dialogs.keys import KeysDialog, KeysOnDialogs
from cellsecretary.ui.key_table import Group, Key
from cellsecretary.ui.main_window import PAGES
from cellsecretary.ui.meeting_page import STEPS
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def written(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


LISTED = {written(QKeySequence.fromString(one)) for key in Key for one in key.keys}


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_key_is_listed_and_no_two_want_the_same(
    themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path, language: str
) -> None:
    found = []
    for place, window in every_face(themed, scene_files, tmp_path, language):
        if isinstance(window, QFileDialog):
            continue  # Qt's own, with its own keys
        found += [f"{place}: {fault}" for fault in unlisted(window)]
        found += [f"{place}: {fault}" for fault in clashes(window)]
    assert found == [], "\n".join(found)


def unlisted(window: QWidget) -> Iterator[str]:
    """Name the shortcuts of a window that the list of keys does not tell."""
    for shortcut in window.findChildren(QShortcut):
        if written(shortcut.key()) not in LISTED:
            yield f"{written(shortcut.key())} is not in the list of keys"
    for action in window.findChildren(QAction):
        if not action.shortcut().isEmpty() and written(action.shortcut()) not in LISTED:
            # A field makes the entries of its own menu only while that is open.
            yield f"{action.text()} has {written(action.shortcut())}, which is not in the list"


def clashes(window: QWidget) -> Iterator[str]:
    """Name the keys that two things in a window want at once, or two entries of one menu."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        whole = shortcut.context() is Qt.ShortcutContext.WindowShortcut
        if whole and isinstance(owner, QWidget) and owner.isVisible():
            wanted[written(shortcut.key())].append("a key of the window")
    for widget, text in accessible(window):
        letter = QKeySequence.mnemonic(text)
        if not letter.isEmpty():
            wanted[written(letter)].append(f"{widget} “{text}”")
    yield from told(wanted)
    for menu in window.findChildren(QMenu):
        entries: dict[str, list[str]] = defaultdict(list)
        for action in menu.actions():
            letter = QKeySequence.mnemonic(action.text())
            if not letter.isEmpty() and action.isVisible():
                entries[written(letter)].append(f"entry “{action.text()}”")
        yield from told(entries)


def told(wanted: dict[str, list[str]]) -> Iterator[str]:
    for key, owners in wanted.items():
        if len(owners) > 1:
            yield f"{key} is wanted by {', '.join(owners)}"
        if not key.isascii():
            yield f"{key} is on no keyboard: {owners[0]}"


def accessible(window: QWidget) -> Iterator[tuple[str, str]]:
    """Give what can have an underlined letter, with its text."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QTabBar):
            yield from (("tab", widget.tabText(place)) for place in range(widget.count()))
        elif isinstance(widget, QAbstractButton | QGroupBox) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            words = widget.title() if isinstance(widget, QGroupBox) else widget.text()
            yield widget.objectName() or type(widget).__name__, words


def test_a_key_that_is_not_listed_and_two_of_one_letter_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    for text in ("&Ghi", "Sửa &gấp", "&Đóng"):
        box.addWidget(QPushButton(text))
    QShortcut(QKeySequence("Ctrl+K"), window)
    menu = QMenu(window)
    menu.addAction("&Một")
    menu.addAction("&mười")
    window.show()
    assert list(unlisted(window)) == ["Ctrl+K is not in the list of keys"]
    assert len(list(clashes(window))) == 3


def test_every_key_is_told_in_the_list(themed: QApplication, qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    lines = dialog.lines()
    assert [line.key for line in lines] == list(Key)
    assert len({line.what for line in lines}) == len(lines) == 34
    assert all(line.keys for line in lines)
    assert [line.where for line in lines if line.where] == [
        "Everywhere",
        "In a meeting",
        "On the roster",
        "In a table",
        "In a field",
    ]
    over_a_board = {line.key.group for line in dialog.lines(board=True)}
    assert over_a_board == {Group.EVERYWHERE, Group.TABLE, Group.FIELD}


def test_there_is_a_key_for_each_page_and_step() -> None:
    assert len(Key.PAGES.keys) == len(PAGES)
    assert len(Key.STEPS.keys) == len(STEPS)


def test_the_list_comes_over_window_and_dialog(
    themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    everywhere = KeysOnDialogs(themed)
    themed.installEventFilter(everywhere)
    for _place, window in every_face(
        themed, scene_files, tmp_path, "vi", ["home", "board grid", "task"]
    ):
        handle = window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
        (dialog,) = window.findChildren(KeysDialog)
        assert dialog.isVisible()
        dialog.close()
    themed.removeEventFilter(everywhere)
