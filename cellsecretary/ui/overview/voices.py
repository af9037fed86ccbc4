"""Who spoke in the year: each member, and the share of each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QTableView, QWidget

from cellsecretary.core.voices import MeetingVoice, MemberVoice, Voices, latest_meeting, voices
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
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
    head_bar: QWidget
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
        self._voices = Voices((), ())
        self.form = form = VoicesForm(self)
        self._members = RecordModel(self._member_columns(), key=lambda one: one.member, parent=self)
        self._meetings = RecordModel(self._meeting_columns(), key=lambda one: one.id, parent=self)
        form.members_table.setModel(self._members)
        form.meetings_table.setModel(self._meetings)
        dress_table(form.members_table, stretch=0, wrap=True)
        dress_table(form.meetings_table, stretch=1, wrap=True)
        StackWhenNarrow(form.head_bar)
        SharedWidths(form.members_table, {0: 1}, give_way=(OPINIONS_COLUMN,), below=0)
        form.silent_check.toggled.connect(self._show_members)
        form.members_table.activated.connect(lambda index: self._go(self._members.row(index).last))
        form.meetings_table.activated.connect(
            lambda index: self.meeting_wanted.emit(self._meetings.row(index).id)
        )

    @staticmethod
    def title() -> str:
        """Give the word on the tab."""
        return QCoreApplication.translate("VoicesPage", "Voices")

    def show_period(self, period: PeriodRecord) -> None:
        """Show who spoke in a period, and who was not heard for long when it last met."""
        latest = latest_meeting(period.register, period.period)
        found = voices(period, self._session.meeting(latest.id) if latest else None)
        self._voices = found
        form = self.form
        there = bool(found.meetings or found.unheard)
        form.tables_panel.setVisible(there)
        form.silent_check.setVisible(there)
        form.empty_label.setVisible(not there)
        text = self.tr("{spoke} of {count} who came have spoken this year")
        text = text.format(spoke=found.spoke, count=found.came)
        form.sum_label.setText(text if found.meetings else "")
        months = period.rules.meeting.silent_months
        text = self.tr("&Not heard for {n} months: {count}")
        form.silent_check.setText(text.format(n=months, count=len(found.unheard)))
        form.meetings_table.setVisible(bool(found.meetings))
        self._meetings.set_rows(found.meetings)
        self._show_members()

    def _show_members(self) -> None:
        silent = self.form.silent_check.isChecked()
        self._members.set_rows(self._voices.unheard if silent else self._voices.members)

    def _last_heard(self, voice: MemberVoice) -> str:
        if voice.unheard is not None:
            return self.tr("%n month(s) not heard", "", voice.unheard.months)
        return day_text(voice.last[1]) if voice.last else self.tr("not this year")

    def _member_columns(self) -> list[Column[MemberVoice]]:
        return [
            Column(self.tr("Member"), lambda one: one.name, strong=True),
            Column(self.tr("Attended"), lambda one: str(one.present), align="right"),
            Column(self.tr("Spoke"), lambda one: str(one.spoke), align="right"),
            Column(self.tr("Opinions"), lambda one: str(one.opinions), align="right"),
            Column(self.tr("Last heard"), self._last_heard),
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
