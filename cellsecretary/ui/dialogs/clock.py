"""The question what day it is, where the clock of the computer seems to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.clock import clock_doubt
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text, long_day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.clock import ClockDoubt, Witness
    from cellsecretary.messages import Messages

WIDTH = 760


class ClockForm(Form):
    """The widgets of the dialog."""

    form = "clock"
    notice_banner: Banner
    doubt_label: QLabel
    today_edit: DateField
    right_button: QPushButton
    today_button: QPushButton


class ClockDialog(QDialog):
    """Asks what day it is; closing it leaves everything as it is.

    `believed` tells that the computer is right, `corrected` carries the day that was entered.
    """

    believed = Signal()
    corrected = Signal(object)

    def __init__(self, day: dt.date, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._day = day
        self._words = words
        self._witness: Witness | None = None
        self._warned: dt.date | None = None
        self.form = form = ClockForm(self)
        self.setWindowTitle(self.tr("What day is it today?"))
        form.notice_banner.dismiss()
        form.today_button.setDefault(True)
        form.right_button.setAutoDefault(False)
        form.right_button.clicked.connect(self._believe)
        form.today_button.clicked.connect(self._correct)
        form.today_edit.setFocus()
        self.setMinimumWidth(
            min(current_theme().grown(WIDTH), self.screen().availableGeometry().width())
        )

    def show_doubt(self, doubt: ClockDoubt, witness: Witness) -> None:
        """Say what the computer takes for today, and what speaks against it."""
        self._witness = witness
        last = witness.last or witness.made
        self.form.today_edit.set_near(max(last, witness.made))
        self.form.doubt_label.setText(
            self._words.clock(
                doubt,
                day=long_day_text(self._day),
                last=day_text(witness.last),
                first=day_text(witness.made),
            )
        )

    def _believe(self) -> None:
        self.believed.emit()
        self.accept()

    def _correct(self) -> None:
        """Take the day that is typed; one that can hardly be is taken when pressed again."""
        field = self.form.today_edit
        field.settle()
        day = field.date()
        if day is None:
            text = self.tr("This is no day. Write it like this: 03/11/2026.")
            self._object(State.BAD, text)
            return
        assert self._witness is not None
        if self._warned != day and clock_doubt(day, self._witness) is not None:
            self._warned = day
            text = self.tr(
                "{day} is far from the other entries. If it is right, press the button again."
            )
            self._object(State.CARE, text.format(day=long_day_text(day)))
            return
        self.corrected.emit(day)
        self.accept()

    def _object(self, state: State, text: str) -> None:
        self.form.notice_banner.show_message(state, text)
        self.form.today_edit.setFocus()
        self.form.today_edit.selectAll()
