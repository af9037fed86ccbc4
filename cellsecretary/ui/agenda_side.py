"""What stands beside an agenda: what the superior wants on it, whom to see, who is to be heard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cellsecretary.ui.directives import DirectivesCard
from cellsecretary.ui.form import put_into
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.talks import TalksCard
from cellsecretary.ui.voices import VoicesCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QWidget

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.session import Session


class AgendaSide:
    """The cards of the panel, each put into its place in an area, which follows the keyboard."""

    def __init__(
        self,
        panel: Panel,
        session: Session,
        ask: Ask,
        words: Messages,
        area: QScrollArea,
        *places: QWidget,
    ) -> None:
        self._view = FocusInView.of(area)
        self.directives = DirectivesCard(panel, session)
        voices = VoicesCard(session, ask, words, panel)
        voices.meeting_wanted.connect(panel.meeting_wanted)
        self._cards = (self.directives, TalksCard(panel, session, words), voices)
        for place, card in zip(places, self._cards, strict=True):
            put_into(place, card)

    def show_record(self, record: MeetingRecord) -> None:
        """Show what each card has to say of a meeting."""
        for card in self._cards:
            card.show_record(record)

    def focus_on(self, _place: str) -> None:
        """Put the keyboard on the first directive, which alone has a place of its own."""
        for button in self.directives.directives_list.buttons[:1]:
            button.setFocus()
            # An area that was hidden until now has its size only after this turn.
            QTimer.singleShot(0, button, partial(self._view.show_widget, button))
