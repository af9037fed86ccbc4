"""That the register was compared with the superior's: one quarter noted, the earlier ones shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from cellsecretary.core.membership import count_members, member_states
from cellsecretary.core.operations.register_checks import note_check
from cellsecretary.core.period import Span, period_with
from cellsecretary.core.register_advice import check_due, check_of, recent_quarters
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text, period_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.life_rows import RegisterCheck
    from cellsecretary.core.period import Period
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session

NOTE_COLUMN = 3
TABLE_HEIGHT = 130
"""Room for the head and a line or two; the rest is scrolled to."""


class RegisterCheckForm(Form):
    """The widgets of the dialog."""

    form = "register_check"
    notice_banner: Banner
    checks_table: QTableView
    quarter_box: QComboBox
    done_edit: DateField
    total_spin: QSpinBox
    book_label: QLabel
    note_edit: QLineEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class RegisterCheckDialog(EntryDialog):
    """Begins with the quarter that is due, and with as many members as the book has that day."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        self._counted = 0
        self.form = form = RegisterCheckForm(self)
        self.setWindowTitle(self.tr("Compare the register"))
        checks = session.register.register_checks
        model = RecordModel(self._columns(), key=lambda row: row.id, parent=self)
        form.checks_table.setModel(model)
        form.checks_table.setMinimumHeight(current_theme().grown(TABLE_HEIGHT))
        dress_table(form.checks_table, stretch=(NOTE_COLUMN,), wrap=True)
        model.set_rows(tuple(reversed(checks)))
        form.checks_table.setVisible(bool(checks))
        self._quarters = recent_quarters(session.today())
        for quarter in self._quarters:
            form.quarter_box.addItem(self._named(quarter))
        due = check_due(session.register, session.today(), session.rules(session.today()).register)
        form.quarter_box.setCurrentIndex(self._quarters.index(due.quarter) if due else 0)
        form.quarter_box.currentIndexChanged.connect(self._fill)
        form.done_edit.changed.connect(self._propose)
        form.done_edit.set_near(session.today())
        fields = {
            "quarter": form.quarter_box,
            "done": form.done_edit,
            "total": form.total_spin,
            "note": form.note_edit,
        }
        self._fill()
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("done")
        ask_size(self, 640)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        when = form.quarter_box.currentIndex(), form.done_edit.text()
        return *when, form.total_spin.value(), form.note_edit.text()

    def unclear(self) -> Mapping[str, str]:
        """Ask for the day, which may not stay empty."""
        if self.form.done_edit.date() is None:
            return {"done": self.tr("This is no day. Write it like this: 03/11/2026.")}
        return {}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the comparison over."""
        form = self.form
        return do(
            note_check,
            self._session.register,
            self._quarter.first,
            form.done_edit.date() or self._session.today(),
            form.total_spin.value(),
            form.note_edit.text(),
        )

    @property
    def _quarter(self) -> Period:
        return self._quarters[self.form.quarter_box.currentIndex()]

    def _columns(self) -> list[Column[RegisterCheck]]:
        return [
            Column(
                self.tr("Quarter"),
                lambda row: self._named(period_with(row.quarter, Span.QUARTER)),
                strong=True,
            ),
            Column(self.tr("Compared on"), lambda row: day_text(row.done)),
            Column(self.tr("Members"), lambda row: str(row.total)),
            Column(self.tr("Remark"), lambda row: row.note),
        ]

    def _named(self, quarter: Period) -> str:
        named = self.tr("{quarter}, {year}")
        return named.format(quarter=period_text(quarter), year=quarter.year)

    def _fill(self, *_index: object) -> None:
        """Show what is noted for the quarter, else today and the count of the book."""
        form = self.form
        check = check_of(self._session.register, self._quarter)
        form.done_edit.set_date(check.done if check else self._session.today())
        form.note_edit.setText(check.note if check else "")
        self._propose()
        form.total_spin.setValue(check.total if check else self._counted)

    def _propose(self, *_date: object) -> None:
        """Count the members of the day, and put that in unless something else was typed."""
        form = self.form
        day = form.done_edit.date()
        if day is None:
            return
        total = count_members(member_states(self._session.register, day)).register
        if form.total_spin.value() == self._counted:
            form.total_spin.setValue(total)
        self._counted = total
        form.book_label.setText(self.tr("This book has %n member(s) on that day.", "", total))
