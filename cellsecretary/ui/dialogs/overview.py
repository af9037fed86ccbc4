"""`OverviewDialog`: a year of the cell looked back at, from every side on a page of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

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
        self._pages: dict[str, OverviewPage] = {}
        for kind in PAGES.values():
            form.pages_tabs.addTab(QWidget(), kind.title())
        form.year_box.activated.connect(self._show_page)
        form.pages_tabs.currentChanged.connect(self._show_page)
        form.close_button.clicked.connect(self.reject)
        if page:
            form.pages_tabs.setCurrentIndex(list(PAGES).index(page))
        self._show_page()
        ask_size(self, 1080, 736)

    def show_row(self, row: str) -> None:
        """Choose a line of the page that is seen, by the id of its row."""
        if not self.page.has_failed:
            self.page.show_row(row)

    @property
    def page(self) -> OverviewPage:
        """The page that is turned to, made when it is turned to first."""
        name = list(PAGES)[self.form.pages_tabs.currentIndex()]
        return self._pages.get(name) or self._put(name)

    def _show_page(self, *_change: object) -> None:
        """Show the year on the page that is seen; the others wait until they are."""
        self.page.show_year(Period(Span.YEAR, self.form.year_box.currentData()))

    def _put(self, name: str) -> OverviewPage:
        """Make a page and put it into its tab, in the place of one that failed."""
        made: OverviewPage = made_or_failed(
            self._make[name], self._stand_in, partial(self._make_again, name)
        )
        made.setContentsMargins(*(current_theme().space(3),) * 4)
        made.meeting_wanted.connect(self._go_to_meeting)
        tab = self.form.pages_tabs.widget(list(PAGES).index(name))
        assert tab is not None
        layout = tab.layout()
        if layout is None:
            layout = QVBoxLayout(tab)
            layout.setContentsMargins(0, 0, 0, 0)
        failed = self._pages.get(name)
        if failed is not None:
            layout.removeWidget(failed)
            failed.deleteLater()
        layout.addWidget(made)
        # A layout shows what it is given a little later; till then it would not be filled.
        made.show()
        self._pages[name] = made
        return made

    def _make_again(self, name: str) -> None:
        made = self._put(name)
        self._show_page()
        made.begin()

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)
