"""The plan of one month: on which day, why on another one than usual, which kind, which topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations.calendar import plan_month
from cellsecretary.core.year_plan import MONTH_KINDS
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.wording import long_day_text, lunar_text, month_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.year_plan import PlannedMonth
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class MonthForm(Form):
    """The widgets of the dialog."""

    form = "month"
    notice_banner: Banner
    rule_label: QLabel
    fields_page: QWidget
    date_edit: DateField
    day_label: QLabel
    reason_edit: QLineEdit
    kind_box: QComboBox
    topic_edit: QLineEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class MonthDialog(EntryDialog):
    """Decides about one month in one act; an empty day leaves it to the rule."""

    def __init__(
        self,
        session: Session,
        words: Messages,
        month: PlannedMonth,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._month = month
        self.form = form = MonthForm(self)
        self.setWindowTitle(month_text(month.month))
        text = self.tr("Usual day: {day}.")
        if month.rule.needs_decision:
            text = self.tr("Usual day: {day}, a public holiday.")
        form.rule_label.setText(text.format(day=long_day_text(month.rule.date)))
        for kind in MONTH_KINDS:
            form.kind_box.addItem(words.value(kind), kind.value)
        form.kind_box.setCurrentIndex(MONTH_KINDS.index(month.kind))
        form.date_edit.set_near(month.date, session.today())
        form.date_edit.set_date(None if month.needs_decision else month.date)
        form.reason_edit.setText(month.reason)
        form.topic_edit.setText(month.topic)
        for edit in (form.reason_edit, form.topic_edit):
            edit.setCursorPosition(0)
        form.kind_box.currentIndexChanged.connect(self._follow)
        form.date_edit.changed.connect(self._follow)
        self._follow()
        fields: dict[str, QWidget] = {
            "date": form.date_edit,
            "reason": form.reason_edit,
            "topic": form.topic_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("date")
        form.date_edit.selectAll()
        ask_size(self, 780)

    def entered(self) -> tuple[MeetingKind, str, str, str]:
        """Give kind, topic, the day as it is written, and the reason."""
        form = self.form
        return self._kind(), form.topic_edit.text(), form.date_edit.text(), form.reason_edit.text()

    def unclear(self) -> Mapping[str, str]:
        """Say when the day is none."""
        text = self.tr("This is no day. Write it like this: 03/11/2026.")
        return {} if self.form.date_edit.is_valid() else {"date": text}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand over the plan of the month."""
        kind, topic, _, reason = self.entered()
        return do(plan_month, self._month, kind, topic, self.form.date_edit.date(), reason)

    def _kind(self) -> MeetingKind:
        return MeetingKind(self.form.kind_box.currentData())

    def _follow(self, *_what: object) -> None:
        """Ask for a reason and a topic only where there may be one; name the day that is typed."""
        form = self.form
        rows = form.fields_page.layout()
        assert isinstance(rows, QFormLayout)
        rows.setRowVisible(form.topic_edit, self._kind() is not MeetingKind.REGULAR)
        day = form.date_edit.date()
        rule = self._month.rule
        rows.setRowVisible(form.reason_edit, day not in (None, rule.date, *rule.proposals))
        if day is None:
            form.day_label.setText("")
            return
        parts = [long_day_text(day).partition(",")[0], lunar_text(day, self._words)]
        if self._session.rules(day).days.is_holiday(day):
            parts.append(self.tr("a public holiday"))
        form.day_label.setText(" · ".join(part for part in parts if part))
