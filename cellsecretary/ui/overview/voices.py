"""Who spoke in the year: each member, and the share of each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel, QTableView, QWidget

from cellsecretary.core.voices import MeetingVoice, MemberVoice, months_between, voices
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text, percent_text

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


OPINIONS_COLUMN = 3


class VoicesForm(Form):
    """The widgets of the page."""

    form = "overview_voices"
    sum_label: QLabel
    silent_check: QCheckBox
    members_table: QTableView
    meetings_table: QTableView
    empty_label: QLabel
    tables_panel: QWidget


class VoicesPage(OverviewPage):
    """The members above the meetings; a line leads to the meeting that it comes from."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._period: PeriodRecord | None = None
        self.form = form = VoicesForm(self)
        self._members = RecordModel(self._member_columns(), key=lambda one: one.member, parent=self)
        self._meetings = RecordModel(self._meeting_columns(), key=lambda one: one.id, parent=self)
        form.members_table.setModel(self._members)
        form.meetings_table.setModel(self._meetings)
        dress_table(form.members_table, stretch=0, wrap=True)
        dress_table(form.meetings_table, stretch=1, wrap=True)
        SharedWidths(form.members_table, {0: 1}, give_way=(OPINIONS_COLUMN,))
        form.silent_check.toggled.connect(self._show_members)
        form.members_table.activated.connect(lambda index: self._go(self._members.row(index).last))
        form.meetings_table.activated.connect(
            lambda index: self.meeting_wanted.emit(self._meetings.row(index).id)
        )

    def title(self) -> str:
        """Give the word on the tab."""
        return self.tr("Voices")

    def show_period(self, period: PeriodRecord) -> None:
        """Show who spoke in a period."""
        self._period = period
        found = voices(period)
        form = self.form
        there = bool(found.meetings)
        form.tables_panel.setVisible(there)
        form.silent_check.setVisible(there)
        form.empty_label.setVisible(not there)
        text = self.tr("{spoke} of {count} who came have spoken this year")
        form.sum_label.setText(
            text.format(spoke=found.spoke, count=len(found.members)) if there else ""
        )
        months = period.rules.meeting.silent_months
        form.silent_check.setText(self.tr("&Not heard for {n} months").format(n=months))
        self._meetings.set_rows(found.meetings)
        self._show_members()

    def _show_members(self) -> None:
        if self._period is None:
            return
        members = voices(self._period).members
        if self.form.silent_check.isChecked():
            members = tuple(member for member in members if self._is_silent(member))
        self._members.set_rows(members)

    def _is_silent(self, member: MemberVoice) -> bool:
        assert self._period is not None
        until = min(self._session.today(), self._period.period.last)
        since = member.last[1] if member.last else self._period.period.first
        return months_between(since, until) >= self._period.rules.meeting.silent_months

    def _member_columns(self) -> list[Column[MemberVoice]]:
        return [
            Column(self.tr("Member"), lambda one: one.name, strong=True),
            Column(self.tr("Attended"), lambda one: str(one.present), align="right"),
            Column(self.tr("Spoke"), lambda one: str(one.spoke), align="right"),
            Column(self.tr("Opinions"), lambda one: str(one.opinions), align="right"),
            Column(
                self.tr("Last heard"),
                lambda one: day_text(one.last[1]) if one.last else self.tr("not this year"),
            ),
        ]

    def _meeting_columns(self) -> list[Column[MeetingVoice]]:
        return [
            Column(self.tr("Meeting"), lambda one: day_text(one.date), strong=True),
            Column(self.tr("Kind"), lambda one: self._words.value(one.kind)),
            Column(
                self.tr("Spoke"),
                lambda one: self.tr("{spoke} of {present}").format(
                    spoke=one.spoke, present=one.present
                ),
                align="right",
            ),
            Column(self.tr("Share"), lambda one: percent_text(one.percent), align="right"),
        ]

    def _go(self, last: tuple[str, object] | None) -> None:
        if last is not None:
            self.meeting_wanted.emit(last[0])
