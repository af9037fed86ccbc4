"""The window of an open book: top bar, rail, pages, status line, and what connects them."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.term import TermDialog
from cellsecretary.ui.dialogs.year_plan import YearPlanDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.handing_over import HandingOver
from cellsecretary.ui.main_menu import MainMenu
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.panels.book import BookPanel
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.panels.tasks import TasksPanel
from cellsecretary.ui.replies import Replies
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import hour_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.messages import Messages
    from cellsecretary.store import BookError
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session
    from cellsecretary.ui.settings import Settings

PAGES: dict[str, type[Panel]] = {
    "home": HomePanel,
    "meetings": MeetingPage,
    "members": MembersPanel,
    "tasks": TasksPanel,
    "book": BookPanel,
}
"""The pages of the rail in their order; a page is made when it is first visited."""

MINUTE = 60_000
"""Milliseconds after which a new day is noticed while nobody touches the window."""

RAIL_PART = 5
"""The rail takes at most one part in so many of the window's width."""


class MainWindowForm(Form):
    """The widgets of the window."""

    form = "main_window"
    cell_label: QLabel
    superior_label: QLabel
    smaller_button: QPushButton
    larger_button: QPushButton
    undo_button: QPushButton
    more_button: QPushButton
    fault_banner: Banner
    reply_banner: Banner
    rail_frame: QFrame
    home_button: QPushButton
    meetings_button: QPushButton
    members_button: QPushButton
    tasks_button: QPushButton
    book_button: QPushButton
    practice_chip: ChipLabel
    page_stack: QStackedWidget
    saved_label: QLabel
    act_label: QLabel


class MainWindow(QMainWindow):
    """One open book. The signals ask the program for another book or another language."""

    new_wanted = Signal()
    open_wanted = Signal()
    take_over_wanted = Signal()
    practice_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        settings: Settings,
        *,
        practice: bool = False,
    ) -> None:
        super().__init__()
        self._session = session
        self._ask = ask
        self._words = words
        self._settings = settings
        self._pages: dict[str, Panel] = {}
        self.handing_over = HandingOver(session, ask, words, self)
        self._page = ""
        self._no_backup = ""
        self._day = session.today()
        self._night = QTimer(self)
        self._night.timeout.connect(self._follow_day)
        self._night.start(MINUTE)
        centre = QWidget(self)
        self.form = MainWindowForm(centre)
        self.setCentralWidget(centre)
        self.form.practice_chip.show_state(State.CARE, self.tr("PRACTICE"))
        self.form.practice_chip.setVisible(practice)
        self.form.fault_banner.dismiss()
        self.replies = Replies(session, ask, words, self, self.form.reply_banner)
        self._buttons: dict[str, QPushButton] = {
            page: getattr(self.form, f"{page}_button") for page in PAGES
        }
        self._rail_words = {page: button.text() for page, button in self._buttons.items()}
        for page, button in self._buttons.items():
            button.clicked.connect(partial(self.show_page, page))
        self.form.smaller_button.clicked.connect(lambda: self._resize_text(larger=False))
        self.form.larger_button.clicked.connect(lambda: self._resize_text(larger=True))
        self.form.undo_button.clicked.connect(self.undo)
        self.menu = MainMenu(session, ask, words, settings, self)
        self.form.more_button.setMenu(self.menu)
        self._make_shortcuts()
        session.changed.connect(self._show_state)
        session.saved.connect(self._show_saved)
        session.failed.connect(self._show_fault)
        self._grow_rail()
        self._show_state()

    # Pages

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page

    def show_page(self, page: str, *_clicked: object) -> Panel:
        """Turn to a page; what was typed on the page before is written first."""
        self.flush()
        self._page = page
        panel = self._pages.get(page) or self._make_page(page)
        if isinstance(panel, MeetingPage):
            panel.show_any_meeting()
        self.form.page_stack.setCurrentWidget(panel)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
        return panel

    def show_meeting(self, meeting: str) -> MeetingPage:
        """Turn to a meeting, at the step that it has come to."""
        page = self._pages.get("meetings") or self._make_page("meetings")
        assert isinstance(page, MeetingPage)
        page.show_meeting(meeting)
        self.show_page("meetings")
        page.begin()
        return page

    def go_to(self, place: Problem | Advice) -> None:
        """Turn to the place of a problem or of an advice."""
        if place.table == "month_plans":
            self.show_year(dt.date.fromisoformat(place.row))
            return
        if place.table == "petitions":
            self.show_petition(place.row)
            return
        if place.table == "terms":
            TermDialog(self._session, self._words, self).open()
            return
        page = self.show_page("members" if place.table in MembersPanel.PLACES else "meetings")
        if place.table == "meetings" and self._session.register.meeting(place.row):
            page.show_meeting(place.row)
        page.go_to(place)

    def plan_meeting(self) -> None:
        """Ask for the plan of a new meeting, then turn to it."""
        dialog = MeetingDialog(self._session, self._words, self)
        dialog.planned.connect(self.show_meeting)
        dialog.open()

    def show_year(self, month: dt.date | None = None) -> None:
        """Open the plan of the year, at a month; a meeting chosen there is turned to."""
        dialog = YearPlanDialog(self._session, self._words, self, month=month)
        dialog.meeting_wanted.connect(self.show_meeting)
        dialog.open()

    def show_petition(self, petition: str) -> None:
        """Open the look back at this year where what became of a petition is noted."""
        year = self._session.today().year
        dialog = OverviewDialog(self._session, self._ask, self._words, year, self, page="petitions")
        dialog.meeting_wanted.connect(self.show_meeting)
        dialog.show_row(petition)
        dialog.open()

    def _make_page(self, page: str) -> Panel:
        # The stack becomes the parent: a panel that cannot be made leaves no half of it behind.
        panel = PAGES[page](self._session, self._ask, self._words)
        self._pages[page] = panel
        self.form.page_stack.addWidget(panel)
        panel.meeting_wanted.connect(self.show_meeting)
        panel.place_wanted.connect(self.go_to)
        if isinstance(panel, (HomePanel, MeetingPage, BookPanel)):
            panel.plan_wanted.connect(self.plan_meeting)
        if isinstance(panel, HomePanel):
            panel.year_wanted.connect(self.show_year)
            panel.tasks_wanted.connect(partial(self.show_page, "tasks"))
        return panel

    # The bars

    def flush(self) -> None:
        """Write everything that is typed and not yet saved."""
        flush_all(self)

    def undo(self) -> None:
        """Take the last act back."""
        self.flush()
        self._session.undo()

    def redo(self) -> None:
        """Do the last undone act again."""
        self.flush()
        self._session.redo()

    def _show_state(self, _changes: object = None) -> None:
        cell = self._session.register.cell_on(self._session.today())
        self.form.cell_label.setText(cell.name)
        self.form.superior_label.setText(cell.superior)
        self.setWindowTitle(cell.name)
        last = self._session.last_undoable
        self.form.undo_button.setEnabled(last is not None)
        again = self._session.last_redoable
        self.menu.redo_action.setEnabled(again is not None)
        if last is None:
            self.form.act_label.setText("")
            self.form.undo_button.setToolTip("")
            return
        act = self._words.act(last.act, last.words)
        self.form.act_label.setText(self.tr("Last: {act}").format(act=act))
        self.form.undo_button.setToolTip(self.tr("Undo: {act}").format(act=act))

    def _show_saved(self, at: dt.datetime) -> None:
        if not self._no_backup:
            self.form.fault_banner.dismiss()
        text = self.tr("✓ Saved {time}").format(time=hour_text(at.time()))
        self.form.saved_label.setText(text)

    def _show_fault(self, error: BookError) -> None:
        self.form.saved_label.setText(self.tr("▲ Not saved"))
        sentence = self._words.fault(error.fault, error.path)
        self.form.fault_banner.show_message(State.BAD, sentence)

    def show_no_backup(self, error: BookError) -> None:
        """Say that the book is saved and a copy of it could not be made, until one is made."""
        self._no_backup = self._words.no_backup(error.fault, error.path)
        self.form.fault_banner.show_message(State.CARE, self._no_backup)

    def show_backup(self) -> None:
        """Say no more that there is no copy."""
        if self._no_backup:
            self._no_backup = ""
            self.form.fault_banner.dismiss()

    def _follow_day(self) -> None:
        """Show what depends on today anew when another day has come, as after a night asleep."""
        if self._day != self._session.today():
            self._day = self._session.today()
            self._show_state()
            for panel in self.findChildren(Panel):
                panel.update_now()

    def _make_shortcuts(self) -> None:
        keys: dict[QKeySequence, Callable[[], object]] = {
            QKeySequence(QKeySequence.StandardKey.Undo): self.undo,
            QKeySequence(QKeySequence.StandardKey.Redo): self.redo,
            QKeySequence("Ctrl++"): self.form.larger_button.click,
            QKeySequence("Ctrl+="): self.form.larger_button.click,
            QKeySequence("Ctrl+-"): self.form.smaller_button.click,
        }
        for number, step in enumerate(STEPS, 1):
            keys[QKeySequence(f"Ctrl+{number}")] = partial(self._show_step, step)
        for number, page in enumerate(PAGES, 1):
            keys[QKeySequence(f"Alt+{number}")] = partial(self._begin_page, page)
        for key, slot in keys.items():
            QShortcut(key, self).activated.connect(slot)

    def _begin_page(self, page: str) -> None:
        self.show_page(page).begin()

    def _show_step(self, step: str) -> None:
        page = self.show_page("meetings")
        assert isinstance(page, MeetingPage)
        if page.meeting:
            page.show_step(step)

    def _resize_text(self, *, larger: bool) -> None:
        theme = current_theme()
        theme = theme.larger() if larger else theme.smaller()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app)
        self._settings.text_size = theme.scale
        self._grow_rail()

    def _grow_rail(self) -> None:
        """Give the rail its width; where that would take the room of the page, icons must do."""
        buttons = self._buttons.values()
        for page, button in self._buttons.items():
            button.setText(self._rail_words[page])
        widest = max(button.sizeHint().width() for button in buttons)
        folded = widest * RAIL_PART > self.width()
        for page, button in self._buttons.items():
            words = self._rail_words[page]
            button.setText("" if folded else words)
            button.setToolTip(words if folded else "")
            button.setAccessibleName(words)
        if folded:
            widest = max(button.sizeHint().width() for button in buttons)
        self.form.rail_frame.setFixedWidth(widest + 2 * current_theme().space(2))
        self.form.superior_label.setVisible(not folded)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the rail."""
        super().resizeEvent(event)
        self._grow_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Write what is typed when the user turns away; look at day and sticks when they come."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        self.replies.watch(on=self.isActiveWindow())
        if self.isActiveWindow():
            self._follow_day()
        else:
            QTimer.singleShot(0, self, self.flush)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is typed and remember the window; closing asks nothing."""
        self.flush()
        self.replies.stop()
        self._settings.window = self.saveGeometry()
        super().closeEvent(event)
