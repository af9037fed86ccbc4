"""What a beginner sees: every list that is empty says what will be in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLabel, QPushButton

from cellsecretary.core.period import Period, Span
from cellsecretary.rules import bundled
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.beginning import begin_book
from cellsecretary.ui.board.window import PAGES as BOARD_PAGES
from cellsecretary.ui.empty_text import EmptyText
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.theme import COLOURS, current_theme
from cellsecretary.ui.unlocking import Unlocking
from tests.building import AFTER, NEW_CELL
from tests.ui.every_form import World
from tests.ui.scenes import SCENES, SCREENS, appear, faces, stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

LISTS = (
    *("contacts", "documents", "templates", "overview", "report_figures", "board_replies"),
    *("trace", "backups", "board_arrivals", "past"),
)
"""Dialogs that a beginner can open too."""


class Beginning(World):
    """A book and a board of which nothing is there but their names."""

    def value(self, name: str, kind: str) -> object:
        plain: dict[str, Callable[[], object]] = {
            "session": lambda: self.board if kind == "BoardSession" else self.session,
            "ask": lambda: self.ask,
            "words": lambda: self.words,
            "settings": lambda: self.settings,
            "banner": Banner,
            "year": lambda: Period(Span.YEAR, 2026) if kind == "Period" else 2026,
            "backups": lambda: Backups.of(self.folder, self.session.ledger),
            "unlocking": lambda: Unlocking(
                self.settings, lambda: self.words, lambda: None, self.session
            ),
            "period": lambda: self.session.period_record(Period(Span.YEAR, 2026)),
        }
        return plain[name]() if name in plain else super().value(name, kind)


def _begin(folder: Path) -> tuple[Path, Path]:
    book, board = folder / "moi.chibo", folder / "moi.bangxa"
    assert begin_book(NEW_CELL, book, AFTER) is None
    Board.create(board, bundled()).close()
    return book, board


def _mute(shown: QWidget) -> list[str]:
    return [
        view.objectName()
        for view in shown.findChildren(QAbstractItemView)
        if not isinstance(view, QHeaderView)
        and view.isVisible()
        and view.model() is not None
        and view.model().rowCount() == 0
        and not any(text.isVisible() for text in view.findChildren(EmptyText))
    ]


@pytest.mark.thorough
def test_every_empty_list_says_what_will_be_in_it(themed: QApplication, tmp_path: Path) -> None:
    faults = []
    pages = [name for name in PAGES if name in SCENES]
    for scene in (*pages, *(f"board {page}" for page in BOARD_PAGES), *LISTS):
        folder = tmp_path / scene
        folder.mkdir()
        with stage(themed, *_begin(folder), "vi") as given:
            world = Beginning(given.session, given.board, given.words, folder)
            shown = appear(world, scene, SCREENS[0])
            for face in faces(shown):
                faults += [f"{scene} {face}: {name}" for name in _mute(shown)]
            shown.close()
            shown.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert faults == []


def test_before_the_first_meeting_its_page_says_how_to_begin(
    themed: QApplication, tmp_path: Path
) -> None:
    with stage(themed, *_begin(tmp_path), "en") as given:
        world = Beginning(given.session, given.board, given.words, tmp_path)
        window = world.open("main_window")
        assert isinstance(window, MainWindow)
        window.resize(1366, 736)
        window.show()
        page = window.show_page("meetings")
        QApplication.processEvents()
        texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        button = next(
            one for one in page.findChildren(QPushButton) if one.objectName() == "plan_button"
        )
        assert any(f"“{button.text()}”" in text for text in texts), "it names the button"
        # The button is the next step here: its sign has the colour of its word.
        image = button.icon().pixmap(28, 28).toImage()
        inks = {image.pixelColor(x, 14).name().upper() for x in range(image.width())}
        assert COLOURS[current_theme().scheme].on_action in inks
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
