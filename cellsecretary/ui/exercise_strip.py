"""`ExerciseStrip`: the guided exercise at the edge of the window of a practice cell.

It says one step at a time and hears by itself when that is done, in whatever order; it never keeps
anybody from anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from cellsecretary.core.exercise import Exercise, ExerciseStep, exercise
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.chips import State
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme, set_role

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class ExerciseStrip(QFrame):
    """Leads through the meeting that waits when it is made.

    `place_wanted` carries the step of the meeting at which the exercise goes on, `lessons_wanted`
    asks for the look back, `again_wanted` for a fresh practice cell.
    """

    place_wanted = Signal(str)
    lessons_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        register = session.register
        waiting = register.next_open_meeting() or next(reversed(register.meetings), None)
        self.meeting = waiting.id if waiting else ""
        self._said = ""
        set_role(self, f"message_{State.CARE}")
        self.step_label = QLabel(self)
        self.step_label.setProperty("role", "strong")
        self.text_label = QLabel(self)
        self.text_label.setWordWrap(True)
        for label in (self.step_label, self.text_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.act_button = QPushButton(self)
        self.act_button.clicked.connect(self._act)
        self.away_button = QToolButton(self)
        self.away_button.setProperty("role", "plain")
        self.away_button.setProperty("icon_name", "close")
        away = self.tr("Put the exercise away; the menu “Other books” brings it back")
        self.away_button.setAccessibleName(away)
        self.away_button.setToolTip(away)
        self.away_button.clicked.connect(self.hide)
        put_icon(self.away_button)
        theme = current_theme()
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.space(4), theme.space(1), theme.space(4), theme.space(1))
        box.setSpacing(theme.space(3))
        box.addWidget(self.step_label)
        box.addWidget(self.text_label, 1)
        box.addWidget(self.act_button)
        box.addWidget(self.away_button)
        session.changed.connect(self.refresh)
        self.refresh()

    @property
    def exercise(self) -> Exercise | None:
        """How far the exercise has come; None when its meeting is gone."""
        if self._session.register.meeting(self.meeting) is None:
            return None
        traces = self._session.paper_traces(self.meeting)
        return exercise(self._session.meeting(self.meeting), traces)

    def refresh(self, _changes: object = None) -> None:
        """Say the step to go on with; a new one is told to who does not see it."""
        found = self.exercise
        step = found.current if found else None
        self.step_label.setVisible(step is not None)
        if found is None:
            text, act = self._words.exercise("say", "gone"), self.tr("Begin again")
        elif step is None:
            text, act = self._words.exercise("say", "over"), self.tr("See how it went")
        else:
            count = len(ExerciseStep)
            place = self.tr("Exercise {number}/{count}").format(number=found.number, count=count)
            self.step_label.setText(place)
            text, act = self._words.exercise("step", step), self.tr("Take me there")
        self.text_label.setText(text)
        self.act_button.setText(act)
        if text != self._said:
            # Heard together with its number: whoever does not see knows how much is left.
            shown = self.step_label.text() if step is not None else ""
            announce(self, f"{shown} {text}".strip())
        self._said = text

    def bring_back(self) -> None:
        """Show the exercise again where it was put away."""
        self.show()
        self._said = ""
        self.refresh()
        self.act_button.setFocus()

    def _act(self) -> None:
        found = self.exercise
        if found is None:
            self.again_wanted.emit()
        elif found.current is None:
            self.lessons_wanted.emit()
        else:
            self.place_wanted.emit(found.current.place)
