"""The steps of a meeting's track: those before it with the way to its committee, those after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cellsecretary.core.committee import committee_meeting
from cellsecretary.core.operations.meetings import follow_up_meeting, prepare_meeting
from cellsecretary.core.track import (
    FOLLOW_UP,
    PREPARATION,
    TrackStep,
    follow_up,
    preparation,
)
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.sentences import Sentence
from cellsecretary.ui.side_card import SideCard
from cellsecretary.ui.wording import day_text, track_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.core.track import TrackLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.session import Session


def prepared_lines(register: CellRecord, meeting: Meeting, words: Messages) -> list[Sentence]:
    """Say which meeting one of the committee prepares, as a line that leads there."""
    prepared = register.meeting(meeting.prepares)
    if prepared is None:
        return []
    text = QCoreApplication.translate("TrackSteps", "Prepares the meeting of {day} ({kind})")
    text = text.format(day=day_text(prepared.date), kind=words.value(prepared.kind))
    return [Sentence(text, "meeting", prepared.id, "next")]


class TrackSteps(QWidget):
    """Steps below each other, each with its day, or how late it is."""

    noted = Signal(str, object)

    def __init__(self, steps: Iterable[TrackStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.steps: dict[TrackStep, DatedTick] = {}
        for step in steps:
            tick = DatedTick(self)
            tick.noted.connect(partial(self.noted.emit, step))
            self.steps[step] = tick
            self.box.addWidget(tick)

    @property
    def stops(self) -> list[QWidget]:
        """What can be pressed, from top to bottom."""
        return [stop for tick in self.steps.values() for stop in (tick.check, tick.day_button)]

    def focus_on(self, step: str) -> None:
        """Put the keyboard on a step, given by its field."""
        self.steps[TrackStep(step)].check.setFocus()

    def show_lines(self, lines: Iterable[TrackLine], *, changeable: bool) -> None:
        """Show how the steps stand; those that this meeting does not have are hidden."""
        names = {
            TrackStep.COMMITTEE_MET: self.tr("Committee has met"),
            TrackStep.DRAFTED: self.tr("Draft resolution is ready"),
            TrackStep.NOTIFIED: self.tr("Members were told"),
            TrackStep.SUPERIOR_NOTIFIED: self.tr("Superior body was told"),
            TrackStep.POSTED: self.tr("Documents were posted"),
            TrackStep.MINUTES_POSTED: self.tr("Minutes were posted"),
            TrackStep.REPORTED: self.tr("Superior body has the report"),
        }
        shown = {line.step: line for line in lines}
        for step, tick in self.steps.items():
            tick.setVisible(step in shown)
            if step in shown:
                tick.show_step(names[step], track_text(shown[step]), shown[step].done)
                tick.set_changeable(changeable and not shown[step].is_proved)


class PreparationSteps(TrackSteps):
    """What is to be done before a meeting, and the meeting of the committee about it."""

    def __init__(self, panel: Panel, session: Session, words: Messages) -> None:
        super().__init__(PREPARATION, panel)
        self._panel = panel
        self._session = session
        self._words = words
        self._meeting = ""
        self.noted.connect(self._note)
        self.committee_button = QPushButton(self)
        self.committee_button.setProperty("role", "plain")
        self.committee_button.setProperty("icon_name", "next")
        put_icon(self.committee_button)
        self.committee_button.clicked.connect(self._open_committee)
        self.box.insertWidget(1, self.committee_button)

    def show_record(self, record: MeetingRecord) -> None:
        """Show what was done before a meeting, what is due, and what is late."""
        meeting, today = record.meeting, self._session.today()
        self._meeting = meeting.id
        self.show_lines(preparation(record, today), changeable=record.is_open)
        for tick in self.steps.values():
            tick.set_days(today, last=meeting.date)
        committee = committee_meeting(self._session.register, meeting.id)
        text = self.tr("Plan its meeting…")
        if committee is not None:
            text = self.tr("Its meeting: {day}").format(day=day_text(committee.date))
        self.committee_button.setText(text)
        self.committee_button.setVisible(record.is_open or committee is not None)

    def _note(self, step: TrackStep, done: dt.date | None) -> None:
        self._panel.run(prepare_meeting, self._session.meeting(self._meeting), step, done)

    def _open_committee(self) -> None:
        """Turn to the meeting of the committee, or plan it."""
        committee = committee_meeting(self._session.register, self._meeting)
        if committee is not None:
            self._panel.meeting_wanted.emit(committee.id)
            return
        dialog = MeetingDialog(self._session, self._words, self._panel, prepares=self._meeting)
        dialog.planned.connect(self._panel.meeting_wanted)
        dialog.open()


class FollowUpCard(SideCard):
    """What is to be done after the closing of a meeting; hidden while there is nothing."""

    def __init__(self, panel: Panel, session: Session) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._meeting = ""
        self.title_label.setText(self.tr("After the meeting"))
        self.track = TrackSteps(FOLLOW_UP, self)
        self.track.noted.connect(self._note)
        self.put(self.track)

    def show_record(self, record: MeetingRecord) -> None:
        """Show what was done after the closing of a meeting, as its row says."""
        self._meeting = record.meeting.id
        register, today = self._session.register, self._session.today()
        row, receipt = register.meeting(self._meeting), register.receipt_of(self._meeting)
        lines = follow_up(row, record.rules, today, receipt) if row is not None else ()
        self.setVisible(bool(lines))
        self.track.show_lines(lines, changeable=True)
        for tick in self.track.steps.values():
            tick.set_days(today, first=record.meeting.date)

    @property
    def checks(self) -> list[QWidget]:
        """What can be pressed, from top to bottom."""
        return self.track.stops

    def _note(self, step: TrackStep, done: dt.date | None) -> None:
        self._panel.run(follow_up_meeting, self._session.register, self._meeting, step, done)
