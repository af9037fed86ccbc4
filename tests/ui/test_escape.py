"""Esc in a dialog never loses typed text: it is kept, or stays until Esc is pressed once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cellsecretary.ui.ask import Question
from cellsecretary.ui.autosave import Autosave
from tests.ui.focus import name
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from pathlib import Path

NOT_KEPT = {
    "search_edit": "chooses what is shown",
    "until_edit": "chooses what a paper says",
    "speaker_edit": "names whose opinion the text is; with a text it is kept",
    "confirmed_by_edit": "is noted with the day beside it",
}
"""Fields whose text alone is kept nowhere, and why."""


@pytest.mark.thorough
def test_escape_loses_no_typed_text(
    themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = []
    for place, window in every_face(themed, scene_files, tmp_path, "vi"):
        # A name for a file, or one asked for, is asked for again.
        if not isinstance(window, QDialog) or isinstance(window, QFileDialog | Question):
            continue
        for field in texts(window)[:1]:
            field.setFocus()
            before = said(field)
            typed = QInputMethodEvent()
            typed.setCommitString("Điều vừa gõ")
            QApplication.sendEvent(field, typed)
            if said(field) == before:
                continue  # a field for figures alone
            QTest.keyClick(field, Qt.Key.Key_Escape)
            QApplication.processEvents()
            if not window.isVisible() and field.findChild(Autosave) is None:
                found.append(f"{place}: Esc loses what {name(field)} says")
            window.show()
    assert found == [], "\n".join(found)


def said(field: QLineEdit | QPlainTextEdit) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def texts(window: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Give the fields for text of a window that can be typed into."""
    fields: list[QLineEdit | QPlainTextEdit] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QPlainTextEdit),
    ]
    return [
        field
        for field in fields
        if field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
        and field.objectName() not in NOT_KEPT
        and not isinstance(field.parentWidget(), QAbstractSpinBox | QComboBox)
    ]
