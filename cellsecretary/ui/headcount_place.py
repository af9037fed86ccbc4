"""`HeadcountPlace`: the count beside the roster, or in one line above it where width is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cellsecretary.ui.announcing import announce
from cellsecretary.ui.headcount import HeadcountCard
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages

MOST_PART = 0.3
"""The card takes at most so much of the width, unless its number needs more."""


class HeadcountPlace(QObject):
    """Puts the card into `area`; `row` with its label and button stands in for it.

    `unmarked_wanted` asks for the next member who is not marked yet.
    """

    unmarked_wanted = Signal()

    def __init__(
        self, area: QScrollArea, row: QWidget, label: QLabel, button: QPushButton, words: Messages
    ) -> None:
        super().__init__(area)
        self._area, self._row, self._label, self._button = area, row, label, button
        self.card = HeadcountCard(words)
        self._told = ("", "")
        area.setWidget(self.card)
        self.card.unmarked_wanted.connect(self.unmarked_wanted)
        button.clicked.connect(self.unmarked_wanted)

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """The buttons of the line and of the card, of which one is seen."""
        return self._button, self.card.form.unmarked_button

    def show_count(self, record: MeetingRecord) -> None:
        """Show who is there, who is not, and whether that is everybody."""
        self.card.show_count(record)
        form = self.card.form
        pairs = (
            (form.present_title_label, form.present_label),
            (form.excused_title_label, form.excused_label),
            (form.unexcused_title_label, form.unexcused_label),
        )
        said = [f"{title.text()} {figure.text()}" for title, figure in pairs]
        # Nobody absent needs no words in a line.
        parts = [text for text in said if not text.endswith(" 0")]
        self._label.setText(" · ".join([*parts, form.sum_label.text()]))
        self._button.setVisible(not form.unmarked_button.isHidden())
        self._speak(record.meeting.id)

    def _speak(self, meeting: str) -> None:
        """Say the count to who does not see it, when it is another one than before."""
        before, self._told = self._told, (meeting, self.card.spoken)
        if before[0] == meeting and before != self._told:
            announce(self._area if self._area.isVisible() else self._row, self.card.spoken)

    def fit(self, width: int, table: int) -> None:
        """Share a width with a table that needs so much of it."""
        card = self.card
        beside = max(min(card.wanted_width(), round(width * MOST_PART)), card.least_width())
        fits = width - beside - current_theme().space(3) >= table
        self._area.setFixedWidth(beside)
        self._area.setVisible(fits)
        self._row.setVisible(not fits)
