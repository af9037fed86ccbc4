"""The question what day it is, where the clock of the computer seems to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.core.clock import clock_doubt
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.wording import day_text, long_day_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cellsecretary.core.clock import ClockDoubt, Witness
    from cellsecretary.messages import Messages


class ClockForm(Form):
    """The widgets of the dialog."""

    form = "clock"
    notice_banner: Banner
    doubt_label: QLabel
    today_edit: DateField
    right_button: QPushButton
    today_button: QPushButton


class ClockDialog(EntryDialog):
    """Says what the computer takes for today and what speaks against it, and asks what day it is.

    `corrected` carries the day that was entered. `believed` comes before the dialog closes on the
    word that the computer is right; it then is rejected, as it is by Esc.
    """

    believed = Signal()
    corrected = Signal(object)

    def __init__(
        self,
        day: dt.date,
        doubt: ClockDoubt,
        witness: Witness,
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._witness = witness
        self._doubted: dt.date | None = None
        self.form = form = ClockForm(self)
        self.setWindowTitle(self.tr("What day is it today?"))
        last, made = witness.last, witness.made
        said = words.clock(doubt, day=long_day_text(day), last=day_text(last), first=day_text(made))
        form.doubt_label.setText(said)
        form.today_edit.set_near(max(last or made, made))
        form.right_button.clicked.connect(self.believed)
        self.begin(
            *(form.notice_banner, form.today_button, form.right_button),
            {"today": form.today_edit},
        )
        form.notice_banner.dismiss()
        self.start_at("today")
        ask_size(self, 760)

    def entered(self) -> str:
        """Give the day as it is written."""
        return self.form.today_edit.text()

    def unclear(self) -> Mapping[str, str]:
        """Say when there is no day."""
        text = self.tr("This is no day. Write it like this: 03/11/2026.")
        return {} if self.form.today_edit.date() else {"today": text}

    def refused(self) -> None:
        """Ask nobody: a day is no act on the file."""

    def keep(self) -> None:
        """Take the day that is typed; one that can hardly be is taken when pressed again."""
        if self.points_at_unclear():
            return
        day = self.form.today_edit.date()
        assert day is not None
        if self._doubted != day and clock_doubt(day, self._witness) is not None:
            self._doubted = day
            text = self.tr(
                "{day} is far from the other entries. If it is right, press the button again."
            )
            self.form.notice_banner.show_message(State.CARE, text.format(day=long_day_text(day)))
            return
        self.corrected.emit(day)
        self.accept()
