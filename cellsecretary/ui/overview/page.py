"""What every page of the look back at a year is: a year of the cell on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class OverviewPage(QWidget):
    """A page of one year. Subclasses load their form in `__init__` and fill it in `show_period`.

    `meeting_wanted` carries the id of a meeting that a line or a figure comes from.
    """

    meeting_wanted = Signal(str)

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._words = words

    def title(self) -> str:
        """Give the word on the tab of the page."""
        raise NotImplementedError

    def show_row(self, row: str) -> None:
        """Choose a line of the page by the id of its row; a page without lines has none."""

    def show_period(self, period: PeriodRecord) -> None:
        """Fill the page; every figure is computed by core from this record."""
        raise NotImplementedError
