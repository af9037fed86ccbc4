"""`AttendancePage`: who came over a year, a quarter or a month, and who did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.attendance_over_time import (
    AttendanceOverTime,
    MeetingLine,
    MemberLine,
    Miss,
    attendance_over_time,
)
from cellsecretary.core.period import Span, periods_of
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.toggle import ToggleButton
from cellsecretary.ui.wording import MARK_STATES, day_text, percent_text, period_text

if TYPE_CHECKING:
    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class OverviewAttendanceForm(Form):
    """The widgets of the page."""

    form = "overview_attendance"
    choice_bar: QWidget
    period_box: QComboBox
    members_button: ToggleButton
    meetings_button: ToggleButton
    absent_check: QCheckBox
    sum_label: QLabel
    view_stack: QStackedWidget
    members_table: QTableView
    meetings_table: QTableView
    missed_table: QTableView
    empty_label: QLabel
    chosen_label: QLabel
    open_button: QPushButton


class AttendancePage(OverviewPage):
    """Members, those who were absent first asked for, or meetings; a member leads to the missed.

    Every meeting that is shown can be opened.
    """

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._found = AttendanceOverTime((), (), ())
        self._year: PeriodRecord | None = None
        self._member: MemberLine | None = None
        self.form = form = OverviewAttendanceForm(self)
        self._members = RecordModel(self._of_members(), lambda line: line.member, self)
        self._meetings = RecordModel(self._of_meetings(), lambda line: line.id, self)
        self._missed = RecordModel(self._of_missed(), lambda miss: miss.meeting.id, self)
        for table, model, wide, narrow in (
            (form.members_table, self._members, 1, (0,)),
            (form.meetings_table, self._meetings, 1, ()),
            (form.missed_table, self._missed, 3, ()),
        ):
            table.setModel(model)
            dress_table(table, wrap=True, sortable=table is form.members_table)
            SharedWidths(table, {wide: 1}, give_way=narrow)
            table.activated.connect(lambda _index: self._open())
            table.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer())
        StackWhenNarrow(form.choice_bar)
        form.period_box.activated.connect(lambda _place: self._choose_period())
        form.members_button.clicked.connect(lambda: self._turn(form.members_table))
        form.meetings_button.clicked.connect(lambda: self._turn(form.meetings_table))
        form.absent_check.toggled.connect(lambda _on: self._show())
        form.open_button.clicked.connect(self._open)

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page."""
        return QCoreApplication.translate("AttendancePage", "Attendance")

    def show_period(self, period: PeriodRecord) -> None:
        """Fill the page; of another year the whole of it is shown first."""
        if self._year is None or self._year.period != period.period:
            self._offer_periods(period.period.year)
            self._member = None
        self._year = period
        self._choose_period()

    def _offer_periods(self, year: int) -> None:
        box = self.form.period_box
        box.clear()
        for span in (Span.YEAR, Span.QUARTER, Span.MONTH):
            for period in periods_of(year, span):
                box.addItem(period_text(period), period)

    def _choose_period(self) -> None:
        """Count the chosen part of the year."""
        assert self._year is not None
        chosen: Period = self.form.period_box.currentData()
        whole = chosen.span is Span.YEAR
        self._found = attendance_over_time(
            self._year if whole else self._session.period_record(chosen)
        )
        if self._member is not None:
            same = (line for line in self._found.members if line.member == self._member.member)
            self._member = next(same, None)
            if self._member is None:
                self._turn(self.form.members_table)
        self._show()

    def _turn(self, table: QTableView) -> None:
        self.form.view_stack.setCurrentWidget(table)
        self._show()

    # Showing

    def _show(self) -> None:
        form, found = self.form, self._found
        only = form.absent_check.isChecked()
        self._members.set_rows(found.absent if only else found.members)
        self._meetings.set_rows(found.meetings)
        self._missed.set_rows(found.missed(self._member) if self._member else ())
        table = form.view_stack.currentWidget()
        assert isinstance(table, QTableView)
        form.absent_check.setVisible(table is form.members_table)
        form.sum_label.setText(self._sum())
        filled = table.model().rowCount() > 0
        form.view_stack.setVisible(filled)
        form.empty_label.setVisible(not filled)
        form.empty_label.setText(
            self.tr("Nobody was absent in this time.")
            if found.meetings
            else self.tr("No meeting was held in this time.")
        )
        if filled and not table.currentIndex().isValid():
            table.selectRow(0)
        self._offer()

    def _sum(self) -> str:
        """Say what the shown time or the shown member comes to."""
        member = self._member
        if member is not None and self._shows(self.form.missed_table):
            text = self.tr("{name}: there {present} times of {required}, {percent}")
            return text.format(
                name=member.name,
                present=member.tally.present,
                required=member.tally.required,
                percent=percent_text(member.tally.percent),
            )
        whole = self._found.whole
        if not self._found.meetings:
            return ""
        text = self.tr("{meetings}: {percent} there; {excused} excused, {unexcused} not excused")
        return text.format(
            meetings=self.tr("%n meeting(s)", "", len(self._found.meetings)),
            percent=percent_text(whole.percent),
            excused=whole.excused,
            unexcused=whole.unexcused,
        )

    def _offer(self) -> None:
        """Say more of the chosen line, and what can be opened of it."""
        form = self.form
        if self._shows(form.members_table):
            line = self._members.at(form.members_table.currentIndex())
            form.open_button.setText(self.tr("&See the missed meetings"))
            form.open_button.setEnabled(line is not None and line.tally.missed > 0)
            form.chosen_label.setText(self.tr("Only meetings that one has to attend count."))
            return
        meeting = self._chosen_meeting()
        form.open_button.setText(self.tr("&Open this meeting"))
        form.open_button.setEnabled(meeting is not None and not meeting.on_paper_only)
        form.chosen_label.setText(self._absent_text(meeting) if meeting else "")

    def _absent_text(self, meeting: MeetingLine) -> str:
        """Name who did not come to a meeting."""
        if self._shows(self.form.missed_table):
            return ""
        if meeting.on_paper_only:
            return self.tr("This meeting stands in the paper book only; here are its figures.")
        names = [
            self.tr("{name} ({reason})").format(name=line.name, reason=line.reason)
            if line.reason
            else line.name
            for line in self._found.absent_at(meeting.id)
        ]
        return self.tr("Absent: {names}").format(names="; ".join(names)) if names else ""

    def _shows(self, table: QTableView) -> bool:
        return self.form.view_stack.currentWidget() is table

    def _chosen_meeting(self) -> MeetingLine | None:
        form = self.form
        if self._shows(form.missed_table):
            miss = self._missed.at(form.missed_table.currentIndex())
            return miss.meeting if miss else None
        return self._meetings.at(form.meetings_table.currentIndex())

    def _open(self) -> None:
        """Turn from a member to the meetings missed, from a meeting to itself."""
        form = self.form
        if not form.open_button.isEnabled():
            return
        if self._shows(form.members_table):
            self._member = self._members.at(form.members_table.currentIndex())
            self._turn(form.missed_table)
            form.missed_table.setFocus()
            return
        meeting = self._chosen_meeting()
        if meeting is not None:
            self.meeting_wanted.emit(meeting.id)

    # Columns

    def _of_members(self) -> list[Column[MemberLine]]:
        return [
            Column(
                self.tr("No."),
                lambda line: str(line.number),
                sort=lambda line: line.number,
                align="right",
            ),
            Column(self.tr("Name"), lambda line: line.name, strong=True),
            Column(
                self.tr("There"),
                lambda line: f"{line.tally.present} / {line.tally.required}",
                sort=lambda line: line.tally.present,
            ),
            Column(
                self.tr("Excused"),
                lambda line: str(line.tally.excused),
                sort=lambda line: line.tally.excused,
            ),
            Column(
                self.tr("Without a reason"),
                lambda line: str(line.tally.unexcused),
                sort=lambda line: line.tally.unexcused,
            ),
            Column(
                self.tr("Share"),
                lambda line: percent_text(line.tally.percent),
                sort=lambda line: line.tally.percent or 0,
            ),
        ]

    def _of_meetings(self) -> list[Column[MeetingLine]]:
        return [
            Column(self.tr("Date"), lambda line: day_text(line.date), strong=True),
            Column(self.tr("Kind"), lambda line: self._words.value(line.kind)),
            Column(self.tr("There"), lambda line: f"{line.tally.present} / {line.tally.required}"),
            Column(self.tr("Excused"), lambda line: str(line.tally.excused)),
            Column(self.tr("Without a reason"), lambda line: str(line.tally.unexcused)),
            Column(self.tr("Share"), lambda line: percent_text(line.tally.percent)),
        ]

    def _of_missed(self) -> list[Column[Miss]]:
        return [
            Column(self.tr("Date"), lambda miss: day_text(miss.meeting.date), strong=True),
            Column(self.tr("Kind"), lambda miss: self._words.value(miss.meeting.kind)),
            Column(
                self.tr("Mark"),
                lambda miss: self._words.value(miss.line.mark),
                state=lambda miss: MARK_STATES[miss.line.mark],
            ),
            Column(self.tr("Reason"), lambda miss: miss.line.reason),
        ]
