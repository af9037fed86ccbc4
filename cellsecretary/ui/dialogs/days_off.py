"""The public holidays of a year: which days are off, and what was announced otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTableView, QWidget

from cellsecretary.core.days_off import day_lines
from cellsecretary.core.operations.calendar import change_day_off
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.key_table import ALONE, Key, bind
from cellsecretary.ui.mouse import SingleClicks
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import long_day_text, lunar_text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QModelIndex

    from cellsecretary.core.days_off import DayLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

CHANGED_COLUMN = 3


class DaysOffForm(Form):
    """The widgets of the dialog."""

    form = "days_off"
    notice_banner: Banner
    days_table: QTableView
    date_edit: DateField
    add_button: QPushButton
    close_button: QPushButton


class DaysOffDialog(QDialog):
    """Each tick is an act of its own, so that it can be undone by name."""

    def __init__(
        self, session: Session, words: Messages, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._year = year
        self._warned = False
        self.form = form = DaysOffForm(self)
        self.setWindowTitle(self.tr("Days off in {year}").format(year=year))
        self._model = RecordModel(self._columns(), key=lambda line: line.date, parent=self)
        table = form.days_table
        table.setModel(self._model)
        dress_table(table, stretch=CHANGED_COLUMN)
        SingleClicks(table)
        table.clicked.connect(self._turn)
        bind(Key.TICK_ROW, table, lambda: self._turn(table.currentIndex()), ALONE)
        today = session.today()
        form.date_edit.set_near(today.replace(year=year, day=1), today)
        form.date_edit.returnPressed.connect(self._add)
        form.add_button.clicked.connect(self._add)
        form.close_button.clicked.connect(self.accept)
        session.changed.connect(self._show)
        self._show()
        table.setCurrentIndex(self._model.index(0, 0))
        table.setFocus()
        ask_size(self, 760, 620)

    def reject(self) -> None:
        """Close, but say first that a day that is typed is not noted."""
        if self.form.date_edit.text().strip() and not self._warned:
            self._warned = True
            text = self.tr(
                "The day that you typed is not noted yet. Close once more to leave it out."
            )
            self.form.notice_banner.show_message(State.CARE, text)
            return
        super().reject()

    def _columns(self) -> list[Column[DayLine]]:
        return [
            Column(
                self.tr("Off"),
                lambda _line: "",
                checked=lambda line: line.off,
                spoken=self._spoken,
            ),
            Column(self.tr("Day"), lambda line: long_day_text(line.date), strong=True),
            Column(self.tr("Lunar"), lambda line: lunar_text(line.date, self._words)),
            Column(self.tr("Changed"), self._change, state=_change_state),
        ]

    def _change(self, line: DayLine) -> str:
        if not line.is_changed:
            return ""
        return self.tr("also off") if line.off else self.tr("worked")

    def _spoken(self, line: DayLine) -> str:
        text = self.tr("{day}, off") if line.off else self.tr("{day}, worked")
        return text.format(day=long_day_text(line.date))

    def _show(self, _changes: object = None) -> None:
        self._model.set_rows(day_lines(self._session.register, self._year, self._session.rules))

    def _turn(self, index: QModelIndex) -> None:
        """Tick a day, or take the tick off: a click anywhere on the line, or Space."""
        if index.isValid():
            line = self._model.row(index)
            self._change_day(line.date, off=not line.off)

    def _add(self) -> None:
        """Add the day that is typed."""
        field = self.form.date_edit
        field.settle()
        day = field.date()
        if day is None or day.year != self._year:
            text = self.tr("This is no day of {year}. Write it like this: 02/01/{year}.")
            self.form.notice_banner.show_message(State.BAD, text.format(year=self._year))
            field.setFocus()
            return
        self._change_day(day, off=True)
        self.form.days_table.setCurrentIndex(self._model.index_of(day))
        field.set_date(None)
        field.setFocus()

    def _change_day(self, day: dt.date, *, off: bool) -> None:
        self.form.notice_banner.dismiss()
        session = self._session
        given = session.rules_of_files(day).days
        session.do(change_day_off, session.register, day, given, off=off)


def _change_state(line: DayLine) -> State | None:
    return State.CARE if line.is_changed else None
