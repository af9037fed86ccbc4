"""What every test of the window starts from: the look, and the keyboard of a Vietnamese typist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent

from cellsecretary.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application with the look of the program."""
    Theme().apply(qapp)
    yield qapp
    Theme().apply(qapp)


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type Vietnamese as an input method commits it, letter by letter."""

    def type_into(field: QWidget, text: str) -> None:
        for letter in text:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QCoreApplication.sendEvent(field, event)

    return type_into
