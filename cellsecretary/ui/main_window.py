"""The window of an open book: top bar, rail, pages, and what connects them."""

from __future__ import annotations

import datetime as dt
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.preferences import is_practice
from cellsecretary.store import BookError
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.handing_over import HandingOver
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.key_table import Key
from cellsecretary.ui.ledger_window import LedgerWindow, LedgerWindowForm
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.main_menu import MainMenu
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.page import made_or_failed
from cellsecretary.ui.pages import OF_MEMBERS, PAGES
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.place import Place
from cellsecretary.ui.replies import Replies
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.tips import plain_title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QCloseEvent

    from cellsecretary.core.change import Problem
    from cellsecretary.core.search import Place as FoundPlace
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.dialogs.search import Asked
    from cellsecretary.ui.practising import Practising
    from cellsecretary.ui.session import Session
    from cellsecretary.ui.settings import Settings


class MainWindowForm(LedgerWindowForm):
    """The widgets of the window."""

    form = "main_window"
    cell_label: QLabel
    superior_label: QLabel
    reply_banner: Banner
    home_button: QPushButton
    meetings_button: QPushButton
    members_button: QPushButton
    tasks_button: QPushButton
    book_button: QPushButton
    search_button: QPushButton
    practice_button: QPushButton
    practice_chip: ChipLabel
    exercise_panel: QWidget


class MainWindow(LedgerWindow):
    """One open book. The signals ask the program for another book or another language.

    `real_wanted` carries the book to go back to from the practice cell, None where there is none.
    """

    new_wanted = Signal()
    look_wanted = Signal()
    open_wanted = Signal()
    take_over_wanted = Signal()
    practice_wanted = Signal()
    real_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        settings: Settings,
    ) -> None:
        super().__init__(session, words, settings)
        self._session = session
        self._ask = ask
        self._pages: dict[str, Panel] = {}
        self.handing_over = HandingOver(session, ask, words, self)
        self._page = ""
        self._asked: Asked | None = None
        self.practising: Practising | None = None
        centre = QWidget(self)
        self.form = MainWindowForm(centre)
        self.setCentralWidget(centre)
        self.form.practice_chip.show_state(State.CARE, self.tr("PRACTICE"))
        self.form.practice_chip.hide()
        self.form.exercise_panel.hide()
        self.replies = Replies(session, ask, words, self, self.form.reply_banner, self.sticks)
        buttons: dict[str, QPushButton] = {
            page: getattr(self.form, f"{page}_button") for page in PAGES
        }
        for page, button in buttons.items():
            button.clicked.connect(partial(self.show_page, page))
        self.form.practice_button.clicked.connect(self._turn_practice)
        self.menu = MainMenu(session, ask, words, settings, self)
        give_menu(self.form.more_button, self.menu)
        self.form.search_button.clicked.connect(self.show_search)
        rail = {**buttons, "practice": self.form.practice_button}
        self.frame(self.form, rail, self.menu.redo_action, self._keys())
        if is_practice(session.register.preferences):
            self.practise()

    # The practice cell

    def practise(self) -> None:
        """Show on every page and dialog that this is a practice cell, and lead the exercise."""
        from cellsecretary.ui.practising import Practising

        self.practising = Practising(self, self._session, self._words)
        assert self._rail is not None
        self._rail.rename("practice", self.tr("My own book"))
        self.form.practice_button.setProperty("icon_name", "previous")
        put_icon(self.form.practice_button)
        self.grow_rail()
        self.show_names()

    def _turn_practice(self) -> None:
        """Go to the practice cell, or from it back to the book that was open before."""
        if self.is_practice:
            self.real_wanted.emit(next(iter(self._settings.books), None))
        else:
            self.practice_wanted.emit()

    @property
    def is_practice(self) -> bool:
        """Whether the book is a practice cell."""
        return self.practising is not None

    def show_exercise(self) -> None:
        """Bring the exercise back where it was put away."""
        assert self.practising is not None
        self.practising.strip.bring_back()

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
        assert self._rail is not None
        for name, button in self._rail.buttons.items():
            button.setChecked(name == page)
        return panel

    def place(self) -> Place:
        """Give the page that is shown, and of a meeting its step."""
        page = self._pages.get(self._page)
        if isinstance(page, MeetingPage) and page.meeting:
            return Place(self._page, page.meeting, page.step)
        return Place(self._page)

    def keep_place(self) -> None:
        """Remember the place; the practice cell begins anew each time."""
        if not self.is_practice:
            super().keep_place()

    def come_back(self) -> Panel:
        """Turn to the page where the book was left, else to the first."""
        place = self._kept_place()
        if place is None or place.page not in PAGES:
            return self.show_page("home")
        try:
            return self._show_place(place)
        except BookError:
            raise
        except Exception as error:
            # A place that cannot be shown must not meet every start with an empty window.
            sys.excepthook(type(error), error, error.__traceback__)
            return self.show_page("home")

    def _show_place(self, place: Place) -> Panel:
        meeting = self._session.register.meeting(place.meeting)
        if meeting is not None and meeting.state is MeetingState.CLOSED:
            # What was done with is not what the next month begins with.
            return self.show_page("home")
        page = self.show_page(place.page)
        known = meeting is not None
        if isinstance(page, MeetingPage) and known and place.step in STEPS:
            page.show_meeting(place.meeting)
            # What was left while the meeting was prepared is not what its evening begins with.
            if not page.has_come:
                page.show_step(place.step)
        return page

    def show_meeting(self, meeting: str) -> Panel:
        """Turn to a meeting, at the step that it has come to."""
        page = self._pages.get("meetings") or self._make_page("meetings")
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
            from cellsecretary.ui.dialogs.term import TermDialog

            TermDialog(self._session, self._words, self).open()
            return
        if isinstance(place, Advice) and place.point is Point.TASK_OVERDUE:
            self.show_page("tasks").go_to(place)
            return
        page = self.show_page("members" if place.table in OF_MEMBERS else "meetings")
        if place.table == "meetings" and self._session.register.meeting(place.row):
            page.show_meeting(place.row)
        page.go_to(place)

    def plan_meeting(self) -> None:
        """Ask for the plan of a new meeting, then turn to it."""
        from cellsecretary.ui.dialogs.meeting import MeetingDialog

        dialog = MeetingDialog(self._session, self._words, self)
        dialog.planned.connect(self.show_meeting)
        dialog.open()

    def show_year(self, month: dt.date | None = None) -> None:
        """Open the plan of the year, at a month; a meeting chosen there is turned to."""
        from cellsecretary.ui.dialogs.year_plan import YearPlanDialog

        dialog = YearPlanDialog(self._session, self._words, self, month=month)
        dialog.meeting_wanted.connect(self.show_meeting)
        dialog.open()

    def show_petition(self, petition: str, year: int = 0) -> None:
        """Open the look back at a year, this one else, where what became of it is noted."""
        from cellsecretary.ui.dialogs.overview import OverviewDialog

        year = year or self._session.today().year
        dialog = OverviewDialog(self._session, self._ask, self._words, year, self, page="petitions")
        dialog.meeting_wanted.connect(self.show_meeting)
        dialog.open()
        dialog.show_row(petition)

    def show_search(self) -> None:
        """Look for words in the whole book; it begins with what was looked for last."""
        self.flush()
        with waiting():
            from cellsecretary.ui.dialogs.search import SearchDialog

            dialog = SearchDialog(self._session, self._words, self, before=self._asked)
        dialog.place_wanted.connect(self.show_found)
        dialog.story_wanted.connect(self.show_story)
        dialog.finished.connect(lambda _result: setattr(self, "_asked", dialog.asked))
        dialog.open()

    def show_found(self, found: FoundPlace) -> None:
        """Turn to the place of a text that was found."""
        from cellsecretary.ui.found_place import TOLD_IN_PRINTING, place_of

        if found.table == "petitions" and found.day is not None:
            self.show_petition(found.row, found.day.year)
        elif found.table == "documents":
            self._show_document(found.row)
        elif found.table == "tasks":
            self.show_page("tasks").go_to(place_of(found))
        elif found.meeting is None:
            self.go_to(place_of(found))
        else:
            page = self.show_meeting(found.meeting)
            if found.table in TOLD_IN_PRINTING and isinstance(page, MeetingPage):
                page.show_step("printing")
            elif found.table != "meetings":
                page.go_to(place_of(found, self._session.meeting(found.meeting)))

    def show_story(self, found: FoundPlace) -> None:
        """Tell the story of the task, the petition or the member that a text concerns."""
        from cellsecretary.ui.dialogs.story import StoryDialog
        from cellsecretary.ui.found_place import place_of
        from cellsecretary.ui.stories import Stories

        record = self._session.meeting(found.meeting) if found.meeting else None
        place = place_of(found, record)
        table = "tasks" if place.table == "reviews" else place.table
        story = Stories(self._session, self._words).of(table, place.row)
        if story is not None:
            dialog = StoryDialog(story, self)
            dialog.meeting_wanted.connect(self.show_meeting)
            dialog.place_wanted.connect(self.go_to)
            dialog.open()

    def _show_document(self, document: str) -> None:
        from cellsecretary.ui.dialogs.documents import DocumentsDialog

        dialog = DocumentsDialog(self._session, self._words, self)
        dialog.show_row(document)
        dialog.meeting_wanted.connect(self.show_meeting)
        dialog.open()

    def show_trace(self, about: str = "") -> None:
        """Show who did what and when; of one meeting or member, when it is named."""
        # Its tables and papers are seldom needed: the window is there sooner without them.
        from cellsecretary.ui.dialogs.trace import BookTraceDialog

        self.flush()
        dialog = BookTraceDialog(self._session, self._ask, self._words, self, about=about)
        dialog.meeting_wanted.connect(self.show_meeting)
        dialog.open()

    def _make_page(self, page: str) -> Panel:
        # The stack becomes the parent: a panel that cannot be made leaves no half of it behind.
        given = (self._session, self._ask, self._words)
        panel: Panel = made_or_failed(
            partial(PAGES[page], *given), partial(Panel, *given), partial(self._make_again, page)
        )
        self._pages[page] = panel
        self.form.page_stack.addWidget(panel)
        panel.meeting_wanted.connect(self.show_meeting)
        panel.trace_wanted.connect(self.show_trace)
        panel.place_wanted.connect(self.go_to)
        panel.plan_wanted.connect(self.plan_meeting)
        if isinstance(panel, HomePanel):
            panel.year_wanted.connect(self.show_year)
            panel.tasks_wanted.connect(partial(self.show_page, "tasks"))
        return panel

    def _make_again(self, page: str) -> None:
        failed = self._pages.pop(page)
        self.form.page_stack.removeWidget(failed)
        failed.deleteLater()
        self._begin_page(page)

    # The bars

    def show_names(self) -> None:
        """Show the cell and its superior."""
        cell = self._session.register.cell_on(self._session.today())
        self.form.cell_label.setText(cell.name)
        self.form.superior_label.setText(cell.superior)
        title = plain_title(cell.name)
        self.setWindowTitle(self.practising.frame.marked(title) if self.practising else title)

    def show_day(self) -> None:
        """Let every panel look at the day."""
        for panel in self.findChildren(Panel):
            panel.update_now()

    def spared_name(self) -> QLabel:
        """Give the name of the superior, which the secretary knows."""
        return self.form.superior_label

    def _keys(self) -> Mapping[Key, Sequence[Callable[[], object]]]:
        return {
            Key.OPEN: [self.open_wanted.emit],
            Key.QUIT: [self.close],
            Key.STEPS: [partial(self._show_step, step) for step in STEPS],
            Key.SEARCH: [self.show_search],
            Key.PAGES: [partial(self._begin_page, page) for page in PAGES],
        }

    def _begin_page(self, page: str) -> None:
        self.show_page(page).begin()

    def _show_step(self, step: str) -> None:
        page = self.show_page("meetings")
        if isinstance(page, MeetingPage) and page.meeting:
            page.show_step(step)

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look into no more sticks."""
        super().closeEvent(event)
        self.replies.stop()
