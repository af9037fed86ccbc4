"""Step 2 of a meeting: who is there; all are marked present, then the exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.core.operations import attendance
from cellsecretary.core.roster import outdated, unmarked, without_reason
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.brief import BriefWhenNarrow
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.fees import FeesDialog
from cellsecretary.ui.dialogs.guests import GuestsDialog
from cellsecretary.ui.dialogs.part_time import PartTimeDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.headcount_place import HeadcountPlace
from cellsecretary.ui.key_table import INSIDE, Key, bind
from cellsecretary.ui.panel import StepPanel
from cellsecretary.ui.reasons_menu import ReasonsMenu
from cellsecretary.ui.records import RecordModel
from cellsecretary.ui.roster import (
    NOTE,
    NUMBER,
    STATE,
    RosterHand,
    roster_columns,
    roster_titles,
)
from cellsecretary.ui.roster_menu import RosterMenu
from cellsecretary.ui.roster_widths import RosterWidths
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Attendance
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

MOST_NAMES = 3


class AttendanceForm(Form):
    """The widgets of the panel."""

    form = "attendance"
    notice_banner: Banner
    register_banner: Banner
    search_edit: QLineEdit
    all_present_button: QPushButton
    guests_button: QPushButton
    more_button: QPushButton
    tool_panel: QWidget
    roster_panel: QWidget
    count_bar: QWidget
    count_label: QLabel
    unmarked_button: QPushButton
    members_table: QTableView
    count_area: QScrollArea
    previous_button: QPushButton
    hint_label: QLabel
    missing_label: QLabel
    next_button: QPushButton


class AttendancePanel(StepPanel):
    """The roster of a meeting with its marks, beside the count that must add up."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = AttendanceForm(self)
        self._model = RecordModel(
            roster_columns(words, self._write_reason),
            key=lambda line: line.member,
            parent=self,
            search=lambda line: f"{line.number} {line.name}",
        )
        self._offered: object = None
        self._sorted = (NUMBER, Qt.SortOrder.AscendingOrder)
        form = self.form
        self._tools = BriefWhenNarrow(form.tool_panel)
        place = (form.count_area, form.count_bar, form.count_label, form.unmarked_button)
        self._count = HeadcountPlace(*place, words)
        self._hand = RosterHand(self.form.members_table, self.form.search_edit)
        self._dress_table()
        self._make_menu()
        self.begin_at(self.form.members_table)
        self._connect()
        self._say()

    def refresh(self) -> None:
        """Show the roster and its count."""
        record = self.record
        self._model.set_rows(record.roster)
        self._widths.set_lines(record.roster)
        self._count.show_count(record)
        self._show_missing(record)
        self._show_state(record)
        guests = len(record.guests)
        whole = self.tr("&Guests ({count})").format(count=guests)
        brief = self.tr("&Guests {count}").format(count=guests)
        self._tools.say(self.form.guests_button, whole, brief)
        to_mark = record.is_open and bool(unmarked(record))
        self.form.all_present_button.setEnabled(to_mark)
        self._fit()

    def show_meeting(self, meeting: str) -> None:
        """Turn to a meeting, with nothing looked for."""
        if meeting != self._meeting:
            self.form.search_edit.clear()
            self._offered = None
            self.notice("")
        super().show_meeting(meeting)

    def go_to(self, place: Problem | Advice) -> None:
        """Bring the member of a place into view, or the guests."""
        if place.table == "guests":
            self._open_guests()
            return
        line = next((line for line in self.record.roster if line.id == place.row), None)
        if line is None:
            self.form.members_table.setFocus()
            return
        self.form.search_edit.clear()
        self._hand.choose(self._model.index_of(line.member).row())

    def flush(self) -> None:
        """Write a reason that is still being typed."""
        super().flush()
        editor = self.form.members_table.viewport().findChild(QLineEdit)
        if editor is not None:
            self.form.members_table.commitData(editor)
            self.form.members_table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    # Setting up

    def _dress_table(self) -> None:
        table = self.form.members_table
        table.setModel(self._model)
        dress_table(table, sortable=True)
        self._widths = RosterWidths(table, self._words)
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(*self._sorted)
        header.sortIndicatorChanged.connect(self._keep_order)

    def _make_menu(self) -> None:
        self._menu = menu = RosterMenu(self._words, self)
        give_menu(self.form.more_button, menu)
        menu.mark_wanted.connect(self._mark_current)
        menu.note_wanted.connect(self._note_current)
        menu.times_wanted.connect(self._open_times)
        menu.fees_wanted.connect(self._open_fees)
        menu.sort_wanted.connect(self._sort)
        menu.aboutToShow.connect(self._prepare_menu)

    def _connect(self) -> None:
        form = self.form
        form.search_edit.textChanged.connect(self._model.set_filter)
        form.all_present_button.clicked.connect(self._mark_all)
        form.guests_button.clicked.connect(self._open_guests)
        self._count.unmarked_wanted.connect(self._show_unmarked)
        form.register_banner.acted.connect(self._take_over)
        form.previous_button.clicked.connect(self.previous_wanted)
        form.next_button.clicked.connect(self.next_wanted)
        self._hand.next_mark_wanted.connect(self._mark_next)
        self._hand.mark_wanted.connect(self._mark_row)
        self._hand.note_wanted.connect(self._open_note)
        self._hand.edit_wanted.connect(self._edit_reason)
        bind(Key.FIND, self, form.search_edit.setFocus, INSIDE)

    def _say(self) -> None:
        """Write the words that code writes once, in the language of the window."""
        self._model.set_titles(roster_titles())
        self.form.members_table.setToolTip(
            self.tr(
                "Space: the next state. 1 present, 2 excused, 3 unexcused, 0 not marked.\n"
                "Enter: the reason from a list, or when somebody came late. F2: type the reason.\n"
                "A letter: find a name."
            )
        )

    # Showing

    def _show_missing(self, record: MeetingRecord) -> None:
        waiting, reasons = len(unmarked(record)), len(without_reason(record))
        if not record.roster:
            text = ""
        elif waiting:
            text = self.tr("%n not marked yet", "", waiting)
        elif reasons:
            text = self.tr("%n without a reason", "", reasons)
        else:
            text = self.tr("Complete")
        self.form.missing_label.setText(text)
        hint = self.tr("Click the state, or press Space, to change it")
        self.form.hint_label.setText(hint if record.is_open and record.roster else "")

    def _show_state(self, record: MeetingRecord) -> None:
        """Say once why nothing can be changed, or that the register has moved on."""
        moved_on = outdated(record, self._session.register_roster(self._meeting))
        offered = (record.meeting.state, bool(record.roster), moved_on)
        if offered == self._offered:
            return
        self._offered = offered
        banner = self.form.register_banner
        if record.meeting.state is MeetingState.CLOSED:
            text = self.tr("This meeting is closed: the attendance stays as it is.")
            banner.show_message(State.NONE, text)
        elif record.meeting.state is MeetingState.CANCELLED:
            text = self.tr("This meeting was cancelled: nobody is marked.")
            banner.show_message(State.NONE, text)
        elif not record.roster:
            text = self.tr(
                "The list is empty because no member is in the register yet. "
                "Enter the members under Members; then they stand here."
            )
            banner.show_message(State.CARE, text)
        elif moved_on:
            text = self.tr("The register has changed since this list was made: {names}.")
            named = self._named(moved_on)
            banner.show_message(State.CARE, text.format(names=named), self.tr("Take over"), "done")
        else:
            banner.dismiss()

    def _named(self, lines: tuple[Attendance, ...]) -> str:
        names = [line.name for line in lines[:MOST_NAMES]]
        more = len(lines) - len(names)
        if more:
            names.append(self.tr("and %n more", "", more))
        return ", ".join(names)

    def _fit(self) -> None:
        """Give the count the width of its words, but the table most; the hint only spare room."""
        form = self.form
        self._count.fit(form.roster_panel.width(), self._widths.needed)
        row = (form.previous_button, form.hint_label, form.next_button)
        words = form.missing_label.fontMetrics().horizontalAdvance(form.missing_label.text())
        needed = sum(widget.sizeHint().width() for widget in row) + words
        gaps = (len(row) + 1) * current_theme().space(3)
        form.hint_label.setVisible(needed + gaps <= self.width())

    # Marking

    def _mark_all(self) -> None:
        self.run(attendance.mark_all_present, self.record)
        if self._model.rows:
            self._hand.choose(max(self.form.members_table.currentIndex().row(), 0))

    def _mark_next(self, row: int) -> None:
        line = self._model.row(row)
        self._mark(line, attendance.next_mark(line))

    def _mark_row(self, row: int, mark: Mark) -> None:
        self._mark(self._model.row(row), mark)

    def _mark_current(self, mark: Mark) -> None:
        line = self._current()
        if line is not None:
            self._mark(line, mark)

    def _note_current(self) -> None:
        row = self.form.members_table.currentIndex().row()
        if row >= 0:
            self._open_note(row)

    def _mark(self, line: Attendance, mark: Mark, reason: str | None = None) -> bool:
        return self.run(attendance.mark, self.record, line.member, mark, reason)

    def _write_reason(self, line: Attendance, reason: str) -> None:
        if line.mark is Mark.EXCUSED:
            self.run(attendance.note, self.record, line.member, reason=reason)

    def _take_over(self) -> None:
        register = self._session.register_roster(self._meeting)
        self.run(attendance.take_over_register, self.record, register)

    # Reasons and times

    def _open_note(self, row: int) -> None:
        """Offer what can be noted of a line: reasons, or times for who is there."""
        line = self._model.row(row)
        if not self.record.is_open:
            return
        if line.mark is Mark.PRESENT:
            self._open_times()
        elif line.standing is StandingKind.ACTIVE:
            self._offer_reasons(line)
        elif line.standing is StandingKind.AWAY:
            self._mark(line, Mark.PRESENT)

    def _offer_reasons(self, line: Attendance) -> None:
        menu = ReasonsMenu(self.record.rules.absence_reasons, line.reason, self)
        menu.chosen.connect(lambda reason: self._mark(line, Mark.EXCUSED, reason))
        menu.other_wanted.connect(lambda: self._type_reason(line))
        menu.popup(self._below_note(line))

    def _below_note(self, line: Attendance) -> QPoint:
        table = self.form.members_table
        box = table.visualRect(self._model.index_of(line.member, NOTE))
        return table.viewport().mapToGlobal(box.bottomLeft())

    def _type_reason(self, line: Attendance) -> None:
        if line.mark is not Mark.EXCUSED and not self._mark(line, Mark.EXCUSED):
            return
        index = self._model.index_of(line.member, NOTE)
        self.form.members_table.setCurrentIndex(index)
        self.form.members_table.edit(index)

    def _edit_reason(self, row: int) -> None:
        line = self._model.row(row)
        if self.record.is_open and line.standing is StandingKind.ACTIVE:
            self._type_reason(line)

    def _open_times(self) -> None:
        line = self._current()
        if line is not None and line.mark is Mark.PRESENT and self.record.is_open:
            PartTimeDialog(self._session, self._words, line, self).open()

    # Guests, fees, the way on

    def _open_guests(self) -> None:
        GuestsDialog(self._session, self._words, self._meeting, self).open()

    def _open_fees(self) -> None:
        FeesDialog(self._session, self._words, self._meeting, self).open()

    def _show_unmarked(self) -> None:
        """Go to the next member without a mark, onwards from the current one."""
        self.form.search_edit.clear()
        missing = unmarked(self.record)
        waiting = [place for place, line in enumerate(self._model.rows) if line in missing]
        here = self.form.members_table.currentIndex().row()
        after = [place for place in waiting if place > here] or waiting
        if after:
            self._hand.choose(after[0])

    def _current(self) -> Attendance | None:
        index = self.form.members_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _prepare_menu(self) -> None:
        self._menu.show_line(self._current(), is_open=self.record.is_open)

    def _sort(self, column: int) -> None:
        order = Qt.SortOrder.AscendingOrder
        self.form.members_table.horizontalHeader().setSortIndicator(column, order)

    def _keep_order(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by people alone: sorted by state, a marked line would run from under the mouse."""
        if column in (STATE, NOTE):
            self.form.members_table.horizontalHeader().setSortIndicator(*self._sorted)
        else:
            self._sorted = (column, order)
