"""`HandingOver`: the dialogs of both sides of a handover, and the record that ends each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.dialogs.take_over import TakeOverDialog
    from cellsecretary.ui.main_window import MainWindow
    from cellsecretary.ui.session import Session


class HandingOver:
    """Opens its dialogs over the window."""

    def __init__(self, session: Session, ask: Ask, words: Messages, window: MainWindow) -> None:
        self._session = session
        self._ask = ask
        self._words = words
        self._window = window

    def hand_over(self) -> None:
        """Offer the record of the handover and the file for the successor."""
        from cellsecretary.ui.dialogs.handover import HandoverDialog

        dialog = HandoverDialog(self._session, self._ask, self._words, self._window)
        dialog.record_wanted.connect(self.show_record)
        dialog.open()

    def take_over(self) -> TakeOverDialog:
        """Go with the successor through what was handed over; accepted when that is ended."""
        from cellsecretary.ui.dialogs.take_over import TakeOverDialog

        dialog = TakeOverDialog(self._session, self._words, self._window)
        dialog.record_wanted.connect(self.show_record)
        dialog.open()
        return dialog

    def show_record(self) -> None:
        """Show the record of the handover, to be printed."""
        from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog

        year = self._session.today().year
        papers = PeriodPapersDialog(
            self._session, self._ask, self._words, year, self._window, paper="handover"
        )
        papers.meeting_wanted.connect(self._window.show_meeting)
        papers.open()
