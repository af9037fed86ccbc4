"""Every page of the window with the practice cell, and with no, one, twelve and 360 meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QLabel

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.dialogs.overview import PAGES as OVERVIEW
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.panels.tasks import TasksPanel
from cellsecretary.ui.session import Session
from cellsecretary.ui.settings import Settings
from tests.building import AFTER
from tests.long_books import LENGTHS, long_book
from tests.ui.scenes import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk

YEAR = 2026


def window_over(
    book: Book, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> MainWindow:
    session = Session(book, lambda: AFTER)
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    session.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def rows_and_figures(widget: QWidget) -> int:
    """Count the rows of the lists that are seen, and the figures in the words that are seen."""
    lists = [view for view in widget.findChildren(QAbstractItemView) if view.isVisibleTo(widget)]
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    rows = sum(view.model().rowCount() for view in lists if view.model() is not None)
    return rows + sum(any(letter.isdigit() for letter in label.text()) for label in labels)


@pytest.fixture
def year(
    themed: QApplication,
    practice: Book,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    tmp_path: Path,
) -> MainWindow:
    return window_over(practice, ask, words, qtbot, tmp_path)


@pytest.mark.parametrize("page", sorted({*PAGES} - {"meetings"}))
def test_every_page_shows_something_of_the_practice_cell(year: MainWindow, page: str) -> None:
    assert rows_and_figures(year.show_page(page)) > 2


def test_of_many_units_those_of_most_tasks_are_told(year: MainWindow) -> None:
    panel = year.show_page("tasks")
    assert isinstance(panel, TasksPanel)
    counted = panel.form.counted_label.text()
    assert counted.count(",") == 4
    assert counted.endswith("…")
    year.resize(1366, 768)
    assert panel.form.counted_label.isVisible()
    year.resize(year.minimumSizeHint().width(), 768)
    assert not panel.form.counted_label.isVisible()


@pytest.mark.parametrize("step", STEPS)
def test_every_step_shows_something_of_the_practice_cell(year: MainWindow, step: str) -> None:
    page = year.show_page("meetings")
    assert isinstance(page, MeetingPage)
    assert rows_and_figures(page.show_step(step)) > 2


@pytest.mark.thorough
@pytest.mark.parametrize("page", OVERVIEW)
def test_every_look_back_shows_something_of_the_practice_cell(
    year: MainWindow, practice: Book, qtbot: QtBot, ask: QueuedAsk, words: Messages, page: str
) -> None:
    session = Session(practice, lambda: AFTER, year)
    dialog = OverviewDialog(session, ask, words, YEAR, year, page=page)
    dialog.show()
    shown = dialog.page
    assert rows_and_figures(shown) > 2


@pytest.fixture(scope="module", params=LENGTHS)
def long_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a book of so many meetings, to be read only."""
    path = tmp_path_factory.mktemp("long") / f"{request.param}.chibo"
    book = long_book(request.param)
    book.copy_to(path)
    book.close()
    return path


@pytest.fixture
def long(long_file: Path) -> Iterator[Book]:
    book = Book.open(long_file, bundled())
    yield book
    book.close()


@pytest.mark.thorough
def test_every_page_opens_with_any_number_of_meetings(
    themed: QApplication,
    long: Book,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = window_over(long, ask, words, qtbot, tmp_path)
    for page in PAGES:
        assert window.show_page(page).isVisible()
    meetings = window.show_page("meetings")
    assert isinstance(meetings, MeetingPage)
    if long.value("select count(*) from meetings"):
        for step in STEPS:
            assert meetings.show_step(step).isVisible()
    session = Session(long, lambda: AFTER, window)
    dialog = OverviewDialog(session, ask, words, YEAR, window)
    dialog.show()
    for at in range(dialog.form.pages_tabs.count()):
        dialog.form.pages_tabs.setCurrentIndex(at)
        shown = dialog.page
        assert shown is not None
        assert shown.isVisible()


class Asked(QObject):
    """Counts how often something in the application asks to be laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("place", [*PAGES, *STEPS])
def test_a_window_that_nobody_touches_comes_to_rest(
    year: MainWindow, themed: QApplication, place: str
) -> None:
    """A page whose layout asks for itself again keeps a core of the laptop busy, for ever."""
    if place in STEPS:
        page = year.show_page("meetings")
        assert isinstance(page, MeetingPage)
        page.show_step(place)
    else:
        year.show_page(place)
    for _round in range(4):
        settle()
    asked = Asked()
    themed.installEventFilter(asked)
    settle()
    themed.removeEventFilter(asked)
    assert asked.count == 0
