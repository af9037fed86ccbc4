"""`StateFilter`: how many months stand in which way, each to be pressed to see those alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from cellsecretary.core.board.grid import MonthState
from cellsecretary.ui.board.states import MONTH_ICONS, MONTH_STATES
from cellsecretary.ui.icons import icon
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.toggle import ToggleButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.messages import Messages

UNCOUNTED = (MonthState.OUTSIDE,)


class StateFilter(QWidget):
    """Buttons in a row, or the one `box`, which its page lays out where large text needs it.

    `chosen` carries a `MonthState`, None for all.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Messages | None = None
        self._counts: dict[MonthState, int] = {}
        self._state: MonthState | None = None
        self._buttons: dict[MonthState, ToggleButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_theme().space(2))
        line.addStretch(1)
        self.box = QComboBox(self)
        self.box.setItemDelegate(QStyledItemDelegate(self.box))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(12)
        self.box.setAccessibleName(self.tr("Show months that stand so"))
        self.box.activated.connect(self._take_from_box)
        self.box.hide()
        # The row must not widen the page: its width says whether it fits.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> MonthState | None:
        """The state that is chosen."""
        return self._state

    @property
    def buttons(self) -> Mapping[MonthState, ToggleButton]:
        """The buttons by what they stand for."""
        return self._buttons

    def show_counts(self, counts: Mapping[MonthState, int], words: Messages) -> None:
        """Show how many months stand in which way; what is chosen stays chosen."""
        self._words = words
        self._counts = {state: n for state, n in counts.items() if state not in UNCOUNTED}
        if self._state is not None:
            self._counts.setdefault(self._state, 0)
        for state in MonthState:
            self._show_button(state)
        self._fill_box()

    def _show_button(self, state: MonthState) -> None:
        button = self._buttons.get(state)
        if state not in self._counts:
            if button is not None:
                button.hide()
            return
        if button is None:
            button = ToggleButton(self)
            button.setProperty("role", "count")
            button.clicked.connect(partial(self._take_from_button, state))
            self._buttons[state] = button
            line = self.layout()
            assert isinstance(line, QHBoxLayout)
            after = [one for one in MonthState if one in self._buttons]
            line.insertWidget(after.index(state), button)
        button.setText(self._text(state, short=True))
        button.setAccessibleName(self._text(state))
        button.setToolTip(self._text(state))
        button.setIcon(icon(MONTH_ICONS[state], MONTH_STATES[state]))
        button.setChecked(state is self._state)
        button.show()

    def _fill_box(self) -> None:
        self.box.clear()
        self.box.addItem(self.tr("All months"), None)
        for state in self._counts:
            self.box.addItem(
                icon(MONTH_ICONS[state], MONTH_STATES[state]), self._text(state), state
            )
        self.box.setCurrentIndex(max(0, self.box.findData(self._state)))

    def _text(self, state: MonthState, *, short: bool = False) -> str:
        assert self._words is not None
        word = self._words.month_state(state, short=short)
        return self.tr("{count} {state}").format(count=self._counts[state], state=word)

    def _take_from_button(self, state: MonthState, *_clicked: object) -> None:
        self._take(state if self._buttons[state].isChecked() else None)

    def _take_from_box(self, _place: int) -> None:
        data = self.box.currentData()
        self._take(MonthState(data) if data else None)

    def _take(self, state: MonthState | None) -> None:
        self._state = state
        for one, button in self._buttons.items():
            button.setChecked(one is state)
        self.box.setCurrentIndex(max(0, self.box.findData(state)))
        self.chosen.emit(state)

    def arrange(self, width: int) -> None:
        """Show the buttons where they fit into a width, else the box."""
        shown = [self._buttons[state] for state in MonthState if state in self._counts]
        gap = current_theme().space(2)
        is_narrow = sum(button.sizeHint().width() + gap for button in shown) > width
        self.setVisible(bool(shown) and not is_narrow)
        self.box.setVisible(bool(shown) and is_narrow)
