"""The plan of a meeting: kind, day, hour, place, title, topic, who leads, writes, is invited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from cellsecretary.core.committee import proposed_committee_meeting
from cellsecretary.core.guest_lines import read_guests, write_guests
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations.meetings import change_meeting, plan_meeting
from cellsecretary.core.plan import is_planned_day, planned_day
from cellsecretary.core.rows import Meeting
from cellsecretary.core.titles import proposed_title
from cellsecretary.core.visits import proposed_guests
from cellsecretary.core.year_plan import month_of, next_month
from cellsecretary.ui.agenda_offer import AgendaOffer
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.suggestion_field import SuggestionField
from cellsecretary.ui.time_field import TimeField
from cellsecretary.ui.wording import day_text, long_day_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.year_plan import PlannedMonth
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class MeetingForm(Form):
    """The widgets of the dialog."""

    form = "meeting"
    notice_banner: Banner
    fields_page: QWidget
    kind_box: QComboBox
    date_edit: DateField
    weekday_label: QLabel
    hour_edit: TimeField
    day_frame: QFrame
    day_text_label: QLabel
    proposals_bar: QWidget
    earlier_button: QPushButton
    later_button: QPushButton
    reason_edit: QLineEdit
    place_edit: QLineEdit
    title_edit: QLineEdit
    topic_edit: SuggestionField
    agenda_box: QComboBox
    chair_edit: MemberPicker
    minute_taker_edit: MemberPicker
    guests_edit: GrowingTextEdit
    keep_button: QPushButton
    cancel_button: QPushButton


class MeetingDialog(EntryDialog):
    """Plans a new meeting, or changes the plan of `meeting`; `planned` carries its id.

    A new one is proposed as `month` of the year plan says, without it for the next month; with
    `prepares` the committee's meeting about that meeting is planned.
    """

    planned = Signal(str)

    def __init__(
        self,
        session: Session,
        words: Messages,
        parent: QWidget | None = None,
        *,
        meeting: str = "",
        prepares: str = "",
        month: PlannedMonth | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._is_new = not meeting
        if meeting:
            record = session.meeting(meeting)
            self._meeting, self._guests = record.meeting, record.guests
        else:
            self._meeting = self._proposal(prepares, month)
            self._guests = proposed_guests(session.register.cell, self._meeting.kind)
        self._title = ""
        self.form = MeetingForm(self)
        form = self.form
        self._agendas = AgendaOffer(session, form.agenda_box)
        self._fill()
        fields: dict[str, QWidget] = {
            "kind": form.kind_box,
            "date": form.date_edit,
            "starts": form.hour_edit,
            "place": form.place_edit,
            "title": form.title_edit,
            "chair": form.chair_edit,
            "minute_taker": form.minute_taker_edit,
            "off_day_reason": form.reason_edit,
        }
        form.kind_box.currentIndexChanged.connect(self._follow)
        form.date_edit.changed.connect(self._follow)
        form.earlier_button.clicked.connect(lambda: self._take_day(0))
        form.later_button.clicked.connect(lambda: self._take_day(1))
        self._follow()
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        form.kind_box.setFocus()
        ask_size(self, 820)

    def entered(self) -> tuple[Meeting, str, str, str]:
        """Give the meeting as it is typed, the texts of day and hour, and the guests."""
        form = self.form
        meeting = replace(
            self._meeting,
            kind=self._kind(),
            date=form.date_edit.date() or self._meeting.date,
            starts=form.hour_edit.time() or self._meeting.starts,
            place=form.place_edit.text(),
            title=form.title_edit.text(),
            topic=form.topic_edit.text() if self._has_topic() else "",
            chair=form.chair_edit.member(),
            minute_taker=form.minute_taker_edit.member(),
            off_day_reason=form.reason_edit.text() if self._is_off_day() else "",
        )
        texts = (form.date_edit.text(), form.hour_edit.text(), form.guests_edit.toPlainText())
        return meeting, *texts

    def keep(self) -> None:
        """Plan or change the meeting, and close when that is done."""
        if self.points_at_unclear():
            return
        before = {row.id for row in self._session.register.meetings}
        refusal = self.hand_over(self._session.do)
        if refusal is not None:
            self.refuse(refusal)
            return
        now = self._session.register.meetings
        self.planned.emit(next((row.id for row in now if row.id not in before), self._meeting.id))
        self.accept()

    def unclear(self) -> Mapping[str, str]:
        """Give the fields that name no day, no hour or nobody."""
        form = self.form
        found = {}
        if form.date_edit.date() is None:
            found["date"] = self.tr("This is no day. Write it like this: 03/11/2026.")
        if form.hour_edit.time() is None:
            found["starts"] = self.tr("This is no hour. Write it like this: 19:30.")
        for name, picker in (("chair", form.chair_edit), ("minute_taker", form.minute_taker_edit)):
            if not picker.is_valid():
                found[name] = self.tr("Nobody is called that. Choose from the list.")
        return found

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the plan over."""
        meeting, _, _, guest_text = self.entered()
        guests = read_guests(guest_text, self._guests)
        register = self._session.register
        if self._is_new:
            rules = self._session.rules(meeting.date)
            steps = self._agendas.steps()
            return do(plan_meeting, register, meeting, rules, guests, steps=steps)
        return do(change_meeting, self._session.meeting(meeting.id), register, meeting, guests)

    def _proposal(self, prepares: str, month: PlannedMonth | None) -> Meeting:
        """Propose what is planned for a month, with chair and minute-taker of the last meeting."""
        register, today = self._session.register, self._session.today()
        prepared = register.meeting(prepares)
        if prepared is not None:
            days = self._session.rules(prepared.date).days
            return proposed_committee_meeting(register, prepared, today, days)
        cell = register.cell
        held = [m for m in register.meetings if m.state is not MeetingState.CANCELLED]
        plan = month or next_month(register, today, self._session.rules)
        last = next((m for m in reversed(held) if m.kind is not MeetingKind.COMMITTEE), None)
        posts = self._session.rules(today).meeting.committee_posts
        heads = [m.id for m in register.members_on(plan.date) if posts and m.post == posts[0]]
        return Meeting(
            id="",
            date=plan.date,
            kind=plan.kind,
            title="",
            starts=cell.time,
            place=cell.place,
            topic=plan.topic,
            chair=last.chair if last else next(iter(heads), None),
            minute_taker=last.minute_taker if last else None,
        )

    def _fill(self) -> None:
        form, meeting = self.form, self._meeting
        self.setWindowTitle(
            self.tr("New meeting") if self._is_new else self.tr("Plan of the meeting")
        )
        prepared = self._session.register.meeting(meeting.prepares)
        if prepared is not None:
            title = self.tr("Committee's meeting before that of {day}")
            self.setWindowTitle(title.format(day=day_text(prepared.date)))
        form.keep_button.setText(self.tr("Plan the m&eeting") if self._is_new else self.tr("K&eep"))
        for kind in MeetingKind:
            form.kind_box.addItem(self._words.value(kind), kind.value)
        form.kind_box.setCurrentIndex(list(MeetingKind).index(meeting.kind))
        form.date_edit.set_near(meeting.date, self._session.today())
        form.date_edit.set_date(meeting.date)
        form.hour_edit.set_time(meeting.starts)
        form.place_edit.setText(meeting.place)
        form.title_edit.setText(meeting.title)
        form.topic_edit.setText(meeting.topic)
        prompts = self._session.rules(meeting.date).prompts
        form.topic_edit.set_suggestions(prompts[self._session.register.cell.kind])
        form.reason_edit.setText(meeting.off_day_reason)
        members = self._session.register.members_on(meeting.date)
        for picker, member in (
            (form.chair_edit, meeting.chair),
            (form.minute_taker_edit, meeting.minute_taker),
        ):
            picker.set_people(members)
            picker.set_member(member)
        form.guests_edit.setPlainText(write_guests(self._guests))
        if meeting.state is MeetingState.RUNNING:
            # The roster was copied for this kind on this day; what is held early is dated anew.
            form.kind_box.setEnabled(False)
            form.date_edit.setReadOnly(meeting.date <= self._session.today())
        if not self._is_new:
            self._title = self._proposed_title(meeting.date)

    def _kind(self) -> MeetingKind:
        return MeetingKind(self.form.kind_box.currentData())

    def _has_topic(self) -> bool:
        day = self.form.date_edit.date() or self._meeting.date
        return self._kind() in self._session.rules(day).meeting.thematic_kinds

    def _follow(self, *_what: object) -> None:
        """Let title, topic and the message about the day follow kind and day."""
        form = self.form
        rows = form.fields_page.layout()
        assert isinstance(rows, QFormLayout)
        rows.setRowVisible(form.topic_edit, self._has_topic())
        day = form.date_edit.date()
        if self._is_new:
            self._agendas.show_for(self._kind(), day or self._meeting.date)
        rows.setRowVisible(form.agenda_box, self._agendas.is_choice())
        self._show_day(day)
        if self.isVisible():
            # What was shown or hidden has its place only after the layout ran.
            QTimer.singleShot(0, self, self.grow)
        if day is None:
            return
        title = self._proposed_title(day)
        if form.title_edit.text() in ("", self._title):
            form.title_edit.setText(title)
            form.title_edit.setCursorPosition(0)
        self._title = title

    def _proposed_title(self, day: dt.date) -> str:
        """Give the title of a meeting on a day: one for a month is named after that month.

        What the committee prepares is for the month of that meeting.
        """
        session, kind, rules = self._session, self._kind(), self._session.rules(day)
        prepared = session.register.meeting(self._meeting.prepares)
        if prepared is not None and kind is MeetingKind.COMMITTEE:
            day = month_of(session.register, prepared.date, session.rules)
        elif kind in rules.meeting.on_planned_day:
            day = month_of(session.register, day, session.rules)
        return proposed_title(kind, day, rules)

    def _show_day(self, day: dt.date | None) -> None:
        form = self.form
        form.weekday_label.setText(long_day_text(day).partition(",")[0] if day else "")
        proposals = self._proposals(day)
        off_day = self._is_off_day()
        form.day_frame.setVisible(bool(proposals) or off_day)
        form.proposals_bar.setVisible(bool(proposals))
        form.reason_edit.setVisible(off_day)
        if proposals and day:
            text = self.tr("{day} is a public holiday. Choose a day beside it, or leave it so.")
            form.day_text_label.setText(text.format(day=day_text(day)))
            buttons = (form.earlier_button, form.later_button)
            for button, proposal in zip(buttons, proposals, strict=True):
                button.setText(long_day_text(proposal))
        elif off_day and day:
            usual = planned_day(self._session.register.cell, day, self._session.rules(day).days)
            text = self.tr("The cell's own day is {day}. Say why it is another day this time.")
            form.day_text_label.setText(text.format(day=long_day_text(usual.date)))
            plans = self._session.register.month_plans
            decided = next((plan.reason for plan in plans if plan.date == day), "")
            form.reason_edit.setText(form.reason_edit.text() or decided)

    def _proposals(self, day: dt.date | None) -> tuple[dt.date, ...]:
        if day is None or self._meeting.state is not MeetingState.PLANNED:
            return ()
        plan = planned_day(self._session.register.cell, day, self._session.rules(day).days)
        return plan.proposals if plan.needs_decision and plan.date == day else ()

    def _take_day(self, place: int) -> None:
        proposals = self._proposals(self.form.date_edit.date())
        if proposals:
            self.form.date_edit.set_date(proposals[place])
            self._follow()
            self.look()

    def _is_off_day(self) -> bool:
        day = self.form.date_edit.date()
        if day is None:
            return False
        rules = self._session.rules(day)
        cell = self._session.register.cell
        return self._kind() in rules.meeting.on_planned_day and not is_planned_day(
            cell, day, rules.days
        )
