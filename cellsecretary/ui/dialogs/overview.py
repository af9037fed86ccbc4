"""`OverviewDialog`: a year of the cell looked back at, from every side on a page of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QTabWidget, QWidget

from cellsecretary.core.book_lines import book_years
from cellsecretary.core.period import Period, Span
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.overview.attendance import AttendancePage
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.overview.petitions import PetitionsPage
from cellsecretary.ui.overview.reviews import ReviewsPage
from cellsecretary.ui.overview.sending import SendingPage
from cellsecretary.ui.overview.summary import SummaryPage
from cellsecretary.ui.overview.visits import VisitsPage
from cellsecretary.ui.overview.voices import VoicesPage
from cellsecretary.ui.page import made_or_failed
from cellsecretary.ui.reading_order import TabAsRead
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

PAGES: dict[str, type[OverviewPage]] = {
    "summary": SummaryPage,
    "attendance": AttendancePage,
    "voices": VoicesPage,
    "petitions": PetitionsPage,
    "visits": VisitsPage,
    "reviews": ReviewsPage,
    "sending": SendingPage,
}
"""The pages in their order, each by the name that `page` takes; the first is shown first."""


class OverviewForm(Form):
    """The widgets of the dialog."""

    form = "overview"
    year_box: QComboBox
    pages_tabs: QTabWidget
    close_button: QPushButton


class OverviewDialog(TabAsRead, QDialog):
    """Shows the year it is asked for; `meeting_wanted` carries the meeting a figure comes from."""

    meeting_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        year: int,
        parent: QWidget | None = None,
        *,
        page: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.form = form = OverviewForm(self)
        self.setWindowTitle(self.tr("The year in review"))
        for known in dict.fromkeys((*book_years(session.register), year)):
            form.year_box.addItem(str(known), known)
        form.year_box.setCurrentIndex(form.year_box.findData(year))
        self._make: dict[str, Callable[[], OverviewPage]] = {
            name: partial(kind, session, ask, words) for name, kind in PAGES.items()
        }
        self._stand_in = partial(OverviewPage, session, ask, words)
        self._pages = {name: self._make_page(name) for name in PAGES}
        for name, one in self._pages.items():
            form.pages_tabs.addTab(one, PAGES[name].title())
        form.year_box.activated.connect(self._show_page)
        form.pages_tabs.currentChanged.connect(self._show_page)
        form.close_button.clicked.connect(self.reject)
        if page:
            form.pages_tabs.setCurrentWidget(self._pages[page])
        self._show_page()
        ask_size(self, 1080, 680)

    def show_row(self, row: str) -> None:
        """Choose a line of the page that is seen, by the id of its row."""
        if not self._seen.has_failed:
            self._seen.show_row(row)

    @property
    def _seen(self) -> OverviewPage:
        page = self.form.pages_tabs.currentWidget()
        assert isinstance(page, OverviewPage)
        return page

    def _show_page(self, *_change: object) -> None:
        """Show the year on the page that is seen; the others wait until they are."""
        self._seen.show_year(Period(Span.YEAR, self.form.year_box.currentData()))

    def _make_page(self, name: str) -> OverviewPage:
        made: OverviewPage = made_or_failed(
            self._make[name], self._stand_in, partial(self._make_again, name)
        )
        made.setContentsMargins(*(current_theme().space(3),) * 4)
        made.meeting_wanted.connect(self._go_to_meeting)
        return made

    def _make_again(self, name: str) -> None:
        tabs, failed = self.form.pages_tabs, self._pages[name]
        made = self._pages[name] = self._make_page(name)
        tabs.insertTab(tabs.indexOf(failed), made, PAGES[name].title())
        tabs.setCurrentWidget(made)
        tabs.removeTab(tabs.indexOf(failed))
        failed.deleteLater()
        made.begin()

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)
