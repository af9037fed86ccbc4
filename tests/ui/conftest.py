"""What every test of the window starts from: the look, and the keyboard of a Vietnamese typist."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent

from cellsecretary.messages import Messages
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.session import Session
from cellsecretary.ui.theme import Theme
from tests.building import AFTER, replayed
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


@pytest.fixture(scope="session")
def replayed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a book with October closed and November open and filled, to be copied."""
    path = tmp_path_factory.mktemp("replayed") / "thon-3.chibo"
    replayed(path).close()
    return path


@pytest.fixture
def session(themed: QApplication, replayed_file: Path, tmp_path: Path) -> Iterator[Session]:
    """Give a session over a copy of the replayed book; November lacks a result for T4."""
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    book = Book.open(path, bundled().on)
    yield Session(book, lambda: AFTER)
    book.close()


@pytest.fixture
def ask() -> QueuedAsk:
    """Give questions with queued answers; an unexpected one fails the test."""
    return QueuedAsk()


@pytest.fixture
def words() -> Messages:
    """Give the sentences in English, which the tests are written in."""
    return Messages.load("en")
