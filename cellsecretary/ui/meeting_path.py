"""`MeetingPath`: the head of a meeting above its five steps, or both in one row in large text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cellsecretary.ui.following import ROOM, SIZE, Follow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cellsecretary.ui.chips import ChipLabel

Worded = QLabel | QPushButton
WAYS = QBoxLayout.Direction


class MeetingPath(QObject):
    """Lays `panel` out, which holds the rows `head` and `steps`.

    As the width shrinks: the kind of the meeting goes, and the words of the button for a new one;
    then the words of the steps but of the current one; then the weekday, the button and the chip,
    so that both rows are one and the work below keeps its height.
    """

    def __init__(
        self,
        panel: QWidget,
        head: QWidget,
        steps: QWidget,
        title: QLabel,
        chip: ChipLabel,
        plan: QPushButton,
    ) -> None:
        super().__init__(panel)
        layout = panel.layout()
        assert isinstance(layout, QBoxLayout)
        self._layout = layout
        self._panel, self._head, self._steps = panel, head, steps
        self._title, self._chip, self._plan = title, chip, plan
        self._plan_words = plan.text()
        plan.setAccessibleName(self._plan_words)
        self._titles: Sequence[str] = ("",)
        self._step_words: Mapping[QPushButton, str] = {}
        self._current: QPushButton | None = None
        self._found = False
        for row in (panel, head, steps):
            # The row must not widen the window: its width says what fits.
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        Follow(panel, self.fit, SIZE, ROOM)

    def show_meeting(self, titles: Sequence[str], *, found: bool) -> None:
        """Take the titles of a meeting, the longest first; without one only the first is said."""
        self._titles, self._found = titles, found
        self.fit()

    def show_steps(self, words: Mapping[QPushButton, str], current: QPushButton | None) -> None:
        """Take the words of the steps, of which the current one is always said."""
        self._step_words, self._current = words, current
        for button, word in words.items():
            button.setAccessibleName(word)
        self.fit()

    def fit(self) -> None:
        """Choose the words and the rows for the width that there is."""
        width = self._panel.width()
        whole, *briefer = self._titles
        said: dict[Worded, str] = {self._title: whole, self._plan: self._plan_words}
        fits = _width_with(self._head, said) <= width or not briefer
        words: dict[Worded, str] = {button: word for button, word in self._step_words.items()}
        has_words = _width_with(self._steps, words) <= width
        is_one = not has_words and self._found
        self._layout.setDirection(WAYS.LeftToRight if is_one else WAYS.TopToBottom)
        place, stretch = self._layout.indexOf(self._steps), int(is_one)
        if self._layout.stretch(place) != stretch:
            # Qt lays out anew also for the factor that there is, and asks this again, for ever.
            self._layout.setStretch(place, stretch)
        self._plan.setVisible(not is_one)
        self._chip.setVisible(self._found and not is_one)
        self._title.setText(whole if fits and not is_one else briefer[-1 if is_one else 0])
        self._plan.setText(self._plan_words if fits else "")
        self._plan.setToolTip("" if fits else self._plan_words)
        for button, word in self._step_words.items():
            button.setText(word if has_words or button is self._current else "")
            button.setToolTip(word if is_one else "")
        policy = QSizePolicy.Policy
        # Side by side the head keeps what it needs, and the steps have the rest.
        self._head.setSizePolicy(policy.Minimum if is_one else policy.Ignored, policy.Fixed)


def _width_with(row: QWidget, words: Mapping[Worded, str]) -> int:
    """Give the width that a row would need with these words in its labels and buttons."""
    width = row.minimumSizeHint().width()
    for widget, word in words.items():
        bold = QFont(widget.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        width += metrics.horizontalAdvance(word) - metrics.horizontalAdvance(widget.text())
    return width
