"""The place of a secretary: the window with its panels and dialogs, the clock, and one hand."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.kinds import Mark
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.ui.dialogs.fees import FeesForm
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.panels.minutes import MinutesPanel
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session
    from tests.journeys.hands import Hand
    from tests.ui.asking import QueuedAsk

D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound="Panel")

SIZE = (1366, 768)
MORNING = dt.time(8, 0)


class Clock:
    """The clock on the wall, which stands until it is set."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def set(self, day: dt.date, hour: dt.time) -> None:
        self.now = dt.datetime.combine(day, hour)


class Desk(ABC):
    """What is seen from the chair; what the hands do each in its own way is left to them."""

    def __init__(
        self,
        program: Program,
        ask: QueuedAsk,
        clock: Clock,
        hand: Hand,
        names: Mapping[int, str],
    ) -> None:
        self.program = program
        self.ask = ask
        self.clock = clock
        self.hand = hand
        self.names = names
        self.qtbot = hand.qtbot
        self.begin_stage: Callable[[str], object] = lambda _stage: None

    # What is on the screen

    @property
    def window(self) -> MainWindow:
        window = self.program.window
        assert isinstance(window, MainWindow)
        return window

    @property
    def session(self) -> Session:
        return self.window._session

    @property
    def record(self) -> MeetingRecord:
        return self.page.record

    @property
    def page(self) -> MeetingPage:
        page = self.window.form.page_stack.currentWidget()
        assert isinstance(page, MeetingPage)
        return page

    def panel(self, kind: type[P]) -> P:
        """Give the panel on the screen, which must be of this kind."""
        panel = self.window.form.page_stack.currentWidget()
        if isinstance(panel, MeetingPage):
            panel = panel.panel
        assert isinstance(panel, kind), f"this is no {kind.__name__} but {panel}"
        return panel

    def dialog(self, kind: type[D]) -> D:
        """Give the dialog that has just opened."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, kind)
        return dialog

    def sit_down(self) -> None:
        """Have the window in front, as large as a small laptop; no window manager does it here."""
        window = self.program.window
        assert window is not None
        window.showNormal()
        window.resize(*SIZE)
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def come_back(self, day: dt.date, hour: dt.time = MORNING) -> None:
        """Leave the program open, do something else, and sit down again another day."""
        elsewhere = QWidget()
        elsewhere.show()
        elsewhere.activateWindow()
        self.qtbot.waitUntil(elsewhere.isActiveWindow)
        self.clock.set(day, hour)
        elsewhere.close()
        self.sit_down()

    def is_back(self) -> None:
        """See that a dialog has gone, and that the window has the keyboard again."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.sit_down()
        assert QApplication.focusWidget() is not None, "the keyboard got lost"

    # What each hand does in its own way

    @abstractmethod
    def turn_page(self, page: str) -> None:
        """Turn to a page of the rail."""

    @abstractmethod
    def turn_step(self, step: str) -> None:
        """Turn to a step of the meeting."""

    @abstractmethod
    def edit_item(self) -> None:
        """Open the item that is chosen on the agenda."""

    @abstractmethod
    def delete_item(self) -> None:
        """Take the chosen item off the agenda."""

    @abstractmethod
    def mark(self, number: int, mark: Mark) -> None:
        """Mark one member of the roster."""

    @abstractmethod
    def excuse(self, number: int, reason: str) -> None:
        """Mark a member excused, with a reason from the list or typed."""

    @abstractmethod
    def come_late(self, number: int, at: dt.time) -> None:
        """Note that a member came late."""

    @abstractmethod
    def tick_debtor(self, form: FeesForm, number: int) -> None:
        """Tick who owes the fee."""

    @abstractmethod
    def turn_to_point(self, panel: MinutesPanel, place: int) -> None:
        """Turn to a point of the agenda."""

    @abstractmethod
    def ask_for_speaker(self, panel: MinutesPanel) -> None:
        """Say that somebody speaks."""
