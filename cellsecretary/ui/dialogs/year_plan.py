"""The meetings of a whole year: each month with its day, what moved it, what is still to choose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.operations.calendar import choose_day, take_day_back
from cellsecretary.core.period import QUARTERS
from cellsecretary.core.rows import Meeting
from cellsecretary.core.year_plan import MonthState, next_month, thematic_quarters, year_plan
from cellsecretary.rules.lunar import YEARS
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dialogs.days_off import DaysOffDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.month import MonthDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import long_day_text, lunar_text, month_text, near_day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.year_plan import PlannedMonth, ThematicQuarter
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

LUNAR_COLUMN, KIND_COLUMN, REASON_COLUMN = 2, 3, 5

STATES = {
    MonthState.HELD: State.GOOD,
    MonthState.RUNNING: State.CARE,
    MonthState.PLANNED: State.NONE,
    MonthState.MISSED: State.NONE,
    MonthState.UNDECIDED: State.BAD,
    MonthState.DECIDED: State.GOOD,
    MonthState.MOVED: State.CARE,
    MonthState.BY_RULE: State.NONE,
}


class YearPlanForm(Form):
    """The widgets of the dialog."""

    form = "year_plan"
    notice_banner: Banner
    earlier_year_button: QPushButton
    year_label: QLabel
    later_year_button: QPushButton
    days_button: QPushButton
    quarters_panel: QWidget
    first_chip: ChipLabel
    second_chip: ChipLabel
    third_chip: ChipLabel
    fourth_chip: ChipLabel
    months_table: QTableView
    month_frame: QFrame
    month_label: QLabel
    close_button: QPushButton
    earlier_button: QPushButton
    later_button: QPushButton
    take_back_button: QPushButton
    change_button: QPushButton
    plan_button: QPushButton
    open_button: QPushButton


class YearPlanDialog(QDialog):
    """Begins at `month`, else the one that comes next; `meeting_wanted` carries a meeting's id."""

    meeting_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        words: Messages,
        parent: QWidget | None = None,
        *,
        month: dt.date | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        coming = month or next_month(session.register, session.today(), session.rules).month
        self._year = coming.year
        self.form = form = YearPlanForm(self)
        self.setWindowTitle(self.tr("Meetings of the whole year"))
        self._chips = (form.first_chip, form.second_chip, form.third_chip, form.fourth_chip)
        StackWhenNarrow(form.quarters_panel)
        self._model = RecordModel(self._columns(), key=lambda month: month.month, parent=self)
        table = form.months_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        # The line below the table says both of the chosen month too.
        less = (LUNAR_COLUMN, REASON_COLUMN)
        SharedWidths(table, {KIND_COLUMN: 1, REASON_COLUMN: 1}, give_way=less)
        table.activated.connect(self._go_on)
        table.selectionModel().currentRowChanged.connect(lambda *_indexes: self._show_month())
        form.earlier_year_button.clicked.connect(lambda: self._turn_year(-1))
        form.later_year_button.clicked.connect(lambda: self._turn_year(1))
        form.days_button.clicked.connect(self._open_days)
        form.earlier_button.clicked.connect(partial(self._choose, 0))
        form.later_button.clicked.connect(partial(self._choose, 1))
        form.take_back_button.clicked.connect(self._take_back)
        form.change_button.clicked.connect(self._change)
        form.plan_button.clicked.connect(self._plan)
        form.open_button.clicked.connect(self._open)
        form.close_button.clicked.connect(self.reject)
        session.changed.connect(self._show)
        self._show()
        table.setCurrentIndex(self._model.index_of(coming))
        table.setFocus()
        ask_size(self, 1240, 740)

    # What is shown

    def _columns(self) -> list[Column[PlannedMonth]]:
        return [
            Column(self.tr("Month"), lambda month: str(month.month.month), strong=True),
            Column(self.tr("Day"), lambda month: long_day_text(month.day)),
            Column(self.tr("Lunar"), lambda month: lunar_text(month.day, self._words)),
            Column(self.tr("Kind, topic"), self._kind),
            Column(
                self.tr("State"),
                lambda month: self._words.value(month.state(self._session.today())),
                state=lambda month: STATES[month.state(self._session.today())],
            ),
            Column(self.tr("Why this day"), self._reason),
        ]

    def _kind(self, month: PlannedMonth) -> str:
        parts = (self._words.value(month.kind), month.topic)
        return ": ".join(part for part in parts if part)

    def _reason(self, month: PlannedMonth) -> str:
        """Say why the day is another one: what the meeting that stands says goes first."""
        if isinstance(month.meeting, Meeting) and month.meeting.off_day_reason:
            return month.meeting.off_day_reason
        return self._words.moved(month) if month.day == month.date else ""

    def _show(self, _changes: object = None) -> None:
        form, session = self.form, self._session
        register, today = session.register, session.today()
        form.year_label.setText(self.tr("Year {year}").format(year=self._year))
        form.earlier_year_button.setText(str(self._year - 1))
        form.later_year_button.setText(str(self._year + 1))
        form.earlier_year_button.setEnabled(self._year - 1 in YEARS)
        form.later_year_button.setEnabled(self._year + 1 in YEARS)
        quarters = thematic_quarters(register, self._year, today, session.rules)
        for chip, quarter in zip(self._chips, quarters, strict=True):
            chip.show_state(*self._thematic(quarter))
        self._model.set_rows(year_plan(register, self._year, session.rules))
        self._show_month()

    def _thematic(self, quarter: ThematicQuarter) -> tuple[State, str]:
        if quarter.missing:
            state, text = State.CARE, self.tr("Quarter {number}: no thematic yet")
        elif quarter.planned:
            state, text = State.NONE, self.tr("Quarter {number}: thematic planned")
        else:
            state, text = State.GOOD, self.tr("Quarter {number}: thematic held")
        return state, text.format(number=QUARTERS[quarter.quarter.number - 1])

    def _month(self) -> PlannedMonth | None:
        index = self.form.months_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _show_month(self) -> None:
        """Say more of the chosen month, and offer what can be done about it."""
        form, month = self.form, self._month()
        if month is None:
            return
        undecided = month.state(self._session.today()) is MonthState.UNDECIDED
        form.month_label.setText(self._sentence(month, undecided=undecided))
        for button in (form.earlier_button, form.later_button):
            button.setVisible(undecided)
        if undecided:
            earlier, later = month.proposals
            form.earlier_button.setText(near_day_text(earlier))
            form.later_button.setText(near_day_text(later))
        form.take_back_button.setVisible(month.is_decided and month.meeting is None)
        form.change_button.setEnabled(month.meeting is None)
        form.plan_button.setVisible(month.meeting is None and not undecided)
        form.open_button.setVisible(month.meeting is not None)
        form.open_button.setEnabled(isinstance(month.meeting, Meeting))
        # A longer sentence takes room from the table, once the layout ran.
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        table = self.form.months_table
        table.scrollTo(table.currentIndex())

    def _sentence(self, month: PlannedMonth, *, undecided: bool) -> str:
        if undecided:
            text = self.tr("{month}: {day} is a public holiday. Choose another day.")
        elif self._reason(month):
            text = self.tr("{month}: {day} – {reason}")
        else:
            text = self.tr("{month}: {day}")
        day, lunar = long_day_text(month.day), lunar_text(month.day, self._words)
        if lunar:
            day = f"{day} ({lunar})"
        return text.format(month=month_text(month.month), day=day, reason=self._reason(month))

    # What is done

    def _turn_year(self, step: int) -> None:
        self.form.notice_banner.dismiss()
        place = self.form.months_table.currentIndex().row()
        self._year += step
        self._show()
        self.form.months_table.selectRow(max(place, 0))

    def _go_on(self) -> None:
        month = self._month()
        if month is None:
            return
        if month.meeting is None:
            self._change()
        else:
            self._open()

    def _choose(self, place: int) -> None:
        month = self._month()
        if month is not None:
            self._tell(self._session.do(choose_day, month, month.proposals[place]))
            self.form.months_table.setFocus()

    def _take_back(self) -> None:
        month = self._month()
        if month is not None:
            self._tell(self._session.do(take_day_back, month))
            self.form.months_table.setFocus()

    def _tell(self, refusal: Refusal | None) -> None:
        self.form.notice_banner.answer(refusal, self._words, State.BAD)

    def _change(self) -> None:
        month = self._month()
        if month is not None:
            MonthDialog(self._session, self._words, month, self).open()

    def _plan(self) -> None:
        month = self._month()
        if month is not None:
            MeetingDialog(self._session, self._words, self, month=month).open()

    def _open(self) -> None:
        month = self._month()
        if month is not None and isinstance(month.meeting, Meeting):
            self.meeting_wanted.emit(month.meeting.id)
            self.accept()

    def _open_days(self) -> None:
        DaysOffDialog(self._session, self._words, self._year, self).open()
