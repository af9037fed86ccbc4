"""The clock that the program works with, and the question when that of the computer seems wrong."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cellsecretary.core.clock import (
    DAYS_LOOKED_AT,
    Believed,
    ClockDoubt,
    Witness,
    clock_doubt,
    witness,
)
from cellsecretary.rules import bundled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.ui.dialogs.clock import ClockDialog
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.settings import Settings


class CorrectedClock:
    """The clock of the computer, put right by the user until the program is closed.

    `believed` has for each file the day that was taken for today when it was asked.
    """

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._ahead = dt.timedelta()
        self.believed: dict[Path, Believed] = {}

    def __call__(self) -> dt.datetime:
        """Give the time that the program works with."""
        return self._clock() + self._ahead

    @property
    def is_corrected(self) -> bool:
        """Whether the time is not that of the computer."""
        return bool(self._ahead)

    def day_of_computer(self) -> dt.date:
        """Give the day that the computer takes for today."""
        return self._clock().date()

    def correct(self, today: dt.date) -> None:
        """Take another day for today; the hour stays that of the computer."""
        self._ahead = today - self.day_of_computer()

    def follow_computer(self) -> None:
        """Take the time of the computer again."""
        self._ahead = dt.timedelta()


class ClockQuestion(QObject):
    """Asks once, in front of the window of an open file, what day it is when that is in doubt.

    `settled` comes when the day may be another one than before.
    """

    settled = Signal()

    def __init__(
        self,
        clock: CorrectedClock,
        session: LedgerSession,
        settings: Settings,
        words: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._clock, self._session, self._settings = clock, session, settings
        self._words, self._window = words, window
        self.dialog: ClockDialog | None = None

    def look(self) -> None:
        """Look at the clock; one that has become right by itself is followed again."""
        # A window that was closed at once has let go of its file.
        if self.dialog is not None or not self._window.isVisible():
            return
        day = self._clock.day_of_computer()
        doubt = self._doubt(day)
        if doubt is None and self._clock.is_corrected:
            self._clock.follow_computer()
            self.settled.emit()
        if doubt is None or self._doubt(self._clock().date()) is None:
            return
        from cellsecretary.ui.dialogs.clock import ClockDialog

        self.dialog = dialog = ClockDialog(
            *(day, doubt, self._witness()), self._words, self._window
        )
        dialog.believed.connect(self._remember)
        dialog.corrected.connect(self._correct)
        dialog.rejected.connect(self._leave)
        dialog.finished.connect(self._end)
        dialog.open()

    def _doubt(self, day: dt.date) -> ClockDoubt | None:
        """Say why a day cannot be today: what is in the file and the user both speak against it."""
        doubt = clock_doubt(day, self._witness())
        path = self._session.ledger.path
        believed = self._clock.believed.get(path) or self._settings.believed_clock(path)
        if doubt is None or believed is None:
            return doubt
        return clock_doubt(day, self._witness(believed))

    def _witness(self, believed: Believed | None = None) -> Witness:
        days = []
        after = believed.step if believed else 0
        for day in self._session.ledger.days_written(after, DAYS_LOOKED_AT):
            # A file from elsewhere may hold anything.
            with suppress(ValueError):
                days.append(dt.date.fromisoformat(day))
        return witness(days, bundled().newest_day, believed)

    def _remember(self) -> None:
        self._leave()
        path = self._session.ledger.path
        self._settings.believe_clock(path, self._clock.believed[path])

    def _leave(self) -> None:
        """Ask no more of the clock of the computer until it jumps, or the program is begun anew."""
        self._clock.follow_computer()
        self._believe()

    def _correct(self, today: dt.date) -> None:
        self._clock.correct(today)
        self._believe()

    def _believe(self) -> None:
        ledger = self._session.ledger
        self._clock.believed[ledger.path] = Believed(self._clock().date(), ledger.last_step())

    def _end(self, _result: int) -> None:
        self.dialog = None
        self.settled.emit()
