"""What every page of the look back at a year is: a year of the cell on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from cellsecretary.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class OverviewPage(Page):
    """A page of one year. Subclasses load their form in `__init__` and fill it in `show_period`.

    `meeting_wanted` carries the id of a meeting that a line or a figure comes from.
    """

    _session: Session
    meeting_wanted = Signal(str)

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._wanted: Period | None = None

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page, which stands there also when no page can."""
        raise NotImplementedError

    def show_year(self, year: Period) -> None:
        """Turn to a year; what is shown of it already stays."""
        if year != self._wanted or self._stale:
            self._wanted = year
            self.update_now()

    def show_row(self, row: str) -> None:
        """Choose a line of the page by the id of its row; a page without lines has none."""

    def show_period(self, period: PeriodRecord) -> None:
        """Fill the page; every figure is computed by core from this record."""
        raise NotImplementedError

    def has_subject(self) -> bool:
        """Tell whether a year was asked for: of a long one pages that nobody sees cost time."""
        return self._wanted is not None

    def refresh(self) -> None:
        """Show the year as it is now."""
        if self._wanted is not None:
            self.show_period(self._session.period_record(self._wanted))
