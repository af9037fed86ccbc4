"""What went before on paper: last numbers, open tasks, and the year's earlier months as figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.kinds import DocumentType, MeetingKind
from cellsecretary.core.moments import read_date
from cellsecretary.core.operations.cell import bring_in_past
from cellsecretary.core.past import last_number, months_on_paper
from cellsecretary.core.rows import Document, PastMeeting, Task
from cellsecretary.core.vietnamese import tidy_line
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.reading_order import TabAsRead
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

LONGEST = 5
"""Digits of the largest figure that is no slip of the finger."""


@dataclass(frozen=True)
class NumberLine:
    """One type of document, with the last number that the book knows and the one typed."""

    type: DocumentType
    known: int
    number: int


@dataclass(frozen=True)
class MonthLine:
    """One month of the year with the figures typed; `date` is its planned day unless typed."""

    month: dt.date
    date: dt.date
    present: int | None = None
    excused: int | None = None
    unexcused: int | None = None

    @property
    def figures(self) -> tuple[int, int, int] | None:
        """What was typed, None while nothing was."""
        typed = (self.present, self.excused, self.unexcused)
        if all(figure is None for figure in typed):
            return None
        return self.present or 0, self.excused or 0, self.unexcused or 0


class PastForm(Form):
    """The widgets of the dialog."""

    form = "past"
    notice_banner: Banner
    numbers_button: QPushButton
    tasks_button: QPushButton
    months_button: QPushButton
    page_stack: QStackedWidget
    numbers_page: QWidget
    tasks_page: QWidget
    months_page: QWidget
    numbers_table: QTableView
    what_edit: QLineEdit
    lead_edit: MemberPicker
    due_edit: DateField
    add_button: QPushButton
    tasks_table: QTableView
    remove_button: QPushButton
    months_table: QTableView
    cancel_button: QPushButton
    keep_button: QPushButton


class PastDialog(TabAsRead, EntryDialog):
    """Three short lists, entered in one act; each may stay empty."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        register, today = session.register, session.today()
        self._numbers = [
            NumberLine(kind, last_number(register, kind), last_number(register, kind))
            for kind in DocumentType
        ]
        self._tasks: list[Task] = []
        months = months_on_paper(register, today, session.rules)
        self._months = [MonthLine(month.month, month.date) for month in months]
        self.form = PastForm(self)
        form = self.form
        self.setWindowTitle(self.tr("What went before on paper"))
        self._numbers_model = RecordModel(self._number_columns(), lambda row: row.type, self)
        self._tasks_model = RecordModel(self._task_columns(), lambda row: row.id, self)
        self._months_model = RecordModel(self._month_columns(), lambda row: row.month, self)
        self._dress_tables()
        form.lead_edit.set_people(register.members_on(today))
        form.due_edit.set_near(today)
        for button, page in (
            (form.numbers_button, form.numbers_page),
            (form.tasks_button, form.tasks_page),
            (form.months_button, form.months_page),
        ):
            button.toggled.connect(self._turner(page))
        form.add_button.clicked.connect(self._add_task)
        form.remove_button.clicked.connect(self._remove_task)
        form.numbers_button.setChecked(True)
        self._show()
        fields = {
            "number": form.numbers_table,
            "what": form.what_edit,
            "required": form.months_table,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        form.numbers_table.setCurrentIndex(self._numbers_model.index(0, 1))
        form.numbers_table.setFocus()
        ask_size(self, 900, 640)

    def entered(self) -> object:
        """Give the three lists, and the task that is being typed."""
        form = self.form
        typing = (form.what_edit.text(), form.lead_edit.text(), form.due_edit.text())
        return tuple(self._numbers), tuple(self._tasks), tuple(self._months), typing

    def keep(self) -> None:
        """Write the three lists into the book."""
        form = self.form
        # A cell that is being typed in hands over its value when it is left.
        form.keep_button.setFocus()
        if form.what_edit.text().strip() and not self._add_task():
            return
        refusal = self._session.do(
            bring_in_past,
            self._session.register,
            self._documents(),
            self._tasks,
            self._meetings(),
        )
        if refusal is None:
            self.accept()
        else:
            self.refuse(refusal)

    def _documents(self) -> list[Document]:
        # On which day a number was used is not known; the term that it counts in is.
        start = self._session.register.cell.term_start
        return [
            Document("", None, line.type, line.number, "", start)
            for line in self._numbers
            if line.number > line.known
        ]

    def _meetings(self) -> list[PastMeeting]:
        return [
            PastMeeting("", line.date, MeetingKind.REGULAR, sum(figures), *figures)
            for line in self._months
            if (figures := line.figures) is not None
        ]

    # The task that is typed

    def _add_task(self) -> bool:
        form = self.form
        form.lead_edit.settle()
        form.due_edit.settle()
        what = tidy_line(form.what_edit.text())
        if not what:
            text = self.tr("Enter what the task is about.")
            self._point_at(form.what_edit, text)
        elif not form.lead_edit.is_valid():
            self._point_at(form.lead_edit, self.tr("Nobody is called that. Choose from the list."))
        elif not form.due_edit.is_valid():
            text = self.tr("This is no day. Write it like this: 03/11/2026.")
            self._point_at(form.due_edit, text)
        else:
            due = form.due_edit.date()
            lead = form.lead_edit.member()
            name = f"{len(self._tasks)} {what}"
            self._tasks.append(Task(name, None, 0, "", self._given(due), what, "", lead, (), due))
            form.what_edit.clear()
            form.lead_edit.set_member(None)
            form.due_edit.set_date(None)
            form.what_edit.setFocus()
            self._show()
            return True
        return False

    def _point_at(self, field: QLineEdit, text: str) -> None:
        self.form.tasks_button.setChecked(True)
        self.form.notice_banner.show_message(State.BAD, text)
        field.setFocus()

    def _given(self, due: dt.date | None) -> dt.date:
        """Say that a task was given before the next meeting, and before it was due."""
        waiting = self._session.register.next_open_meeting()
        first = min(self._session.today(), waiting.date) if waiting else self._session.today()
        before = first - dt.timedelta(days=1)
        return min(before, due) if due else before

    def _remove_task(self) -> None:
        index = self.form.tasks_table.currentIndex()
        if index.isValid():
            self._tasks.remove(self._tasks_model.row(index))
            self._show()

    # Setting up

    def _turner(self, page: QWidget) -> Callable[[bool], None]:
        def turn(on: bool) -> None:
            if on:
                self.form.page_stack.setCurrentWidget(page)

        return turn

    def _dress_tables(self) -> None:
        form = self.form
        form.numbers_table.setModel(self._numbers_model)
        form.tasks_table.setModel(self._tasks_model)
        form.months_table.setModel(self._months_model)
        dress_table(form.numbers_table, stretch=0, cells=True)
        dress_table(form.tasks_table, stretch=0, wrap=True)
        dress_table(form.months_table, stretch=0, cells=True)
        for table in (form.numbers_table, form.months_table):
            # One click, or just typing, begins to write, as in a paper form.
            table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)

    def _number_columns(self) -> list[Column[NumberLine]]:
        return [
            Column(self.tr("Kind of document"), lambda row: self._words.value(row.type)),
            Column(
                self.tr("Last number used"),
                lambda row: str(row.number or ""),
                set=self._set_number,
                align="right",
            ),
        ]

    def _task_columns(self) -> list[Column[Task]]:
        return [
            Column(self.tr("Task"), lambda row: row.what),
            Column(self.tr("Who leads"), self._lead_name),
            Column(self.tr("Due"), lambda row: day_text(row.due)),
        ]

    def _month_columns(self) -> list[Column[MonthLine]]:
        def figure(title: str, field: str) -> Column[MonthLine]:
            def text(row: MonthLine) -> str:
                value = getattr(row, field)
                return "" if value is None else str(value)

            def take(row: MonthLine, typed: str) -> None:
                self._set_figure(row, field, typed)

            return Column(title, text, set=take, align="right")

        return [
            Column(
                self.tr("Month"),
                lambda row: self.tr("Month {month}").format(month=row.month.month),
            ),
            Column(self.tr("Day"), lambda row: day_text(row.date), set=self._set_day),
            figure(self.tr("Present"), "present"),
            figure(self.tr("Excused"), "excused"),
            figure(self.tr("Unexcused"), "unexcused"),
            Column(
                self.tr("Together"),
                lambda row: str(sum(row.figures)) if row.figures else "",
                align="right",
            ),
        ]

    def _lead_name(self, task: Task) -> str:
        member = self._session.register.member(task.lead)
        return member.name if member else ""

    def _set_number(self, row: NumberLine, text: str) -> None:
        number = _figure(text)
        if self._is_unreadable(text):
            return
        if number is not None and number < row.known:
            text = self.tr("The book knows a later number of this kind: {number}.")
            self._mind(text.format(number=row.known))
            return
        self._numbers[self._numbers.index(row)] = replace(row, number=number or row.known)
        self._show()

    def _set_figure(self, row: MonthLine, field: str, text: str) -> None:
        if self._is_unreadable(text):
            return
        after = replace(row, **{field: _figure(text)})  # type: ignore[arg-type]
        self._months[self._months.index(row)] = after
        self._show()

    def _set_day(self, row: MonthLine, text: str) -> None:
        day = read_date(text, row.date, self._session.today())
        if day is None or day >= self._session.today():
            self._mind(self.tr("Enter a day that is past, like this: 03/11/2026."))
            return
        self._months[self._months.index(row)] = replace(row, date=day)
        self._show()

    def _is_unreadable(self, text: str) -> bool:
        if not text.strip() or _figure(text) is not None:
            return False
        self._mind(self.tr("“{text}” is no number. Enter figures only.").format(text=text))
        return True

    def _mind(self, text: str) -> None:
        self.form.notice_banner.show_message(State.CARE, text)

    def _show(self) -> None:
        self.form.notice_banner.dismiss()
        self._numbers_model.set_rows(self._numbers)
        self._tasks_model.set_rows(self._tasks)
        self._months_model.set_rows(self._months)
        self.form.remove_button.setVisible(bool(self._tasks))


def _figure(text: str) -> int | None:
    """Read a figure; None for nothing and for what is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
