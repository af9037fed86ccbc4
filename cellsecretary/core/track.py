"""The way of a meeting from its preparation to its report: each step with its day or its delay."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingKind, MeetingState

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.superior_rows import Receipt


class TrackStep(StrEnum):
    """What is done on a day before or after a meeting, in order; each is a field of `Meeting`."""

    COMMITTEE_MET = "committee_met"
    DRAFTED = "drafted"
    NOTIFIED = "notified"
    SUPERIOR_NOTIFIED = "superior_notified"
    POSTED = "posted"
    MINUTES_POSTED = "minutes_posted"
    REPORTED = "reported"


PREPARATION = (
    TrackStep.COMMITTEE_MET,
    TrackStep.DRAFTED,
    TrackStep.NOTIFIED,
    TrackStep.SUPERIOR_NOTIFIED,
    TrackStep.POSTED,
)
"""The steps before a meeting."""

FOLLOW_UP = (TrackStep.MINUTES_POSTED, TrackStep.REPORTED)
"""The steps after its closing."""

_WITH_THE_DOCUMENTS = (TrackStep.DRAFTED, TrackStep.POSTED)


class TrackState(StrEnum):
    """How a step stands; what was not done before a meeting is missed once that is over."""

    DONE = "done"
    LATE = "late"
    DUE = "due"
    OVERDUE = "overdue"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class TrackLine:
    """One step: the day on which it was done, the last good day, and the days between.

    `days` counts those late, done or not; while the step is due, those that are left. What
    `is_proved` by a receipt of the superior is done, though nobody noted it here.
    """

    step: TrackStep
    state: TrackState
    done: dt.date | None
    by: dt.date
    days: int
    is_proved: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the step can and should still be done."""
        return self.state in (TrackState.DUE, TrackState.OVERDUE)


def preparation(record: MeetingRecord, today: dt.date) -> tuple[TrackLine, ...]:
    """Give the steps before a meeting, none for a kind that needs no preparation.

    A draft resolution is one of the documents that are posted.
    """
    meeting, rules = record.meeting, record.rules.meeting
    if meeting.kind not in rules.prepared_kinds:
        return ()
    post = meeting.date - dt.timedelta(days=rules.documents_days_before)
    return tuple(
        _step(meeting, step, post if step in _WITH_THE_DOCUMENTS else meeting.date, today)
        for step in PREPARATION
        if step is not TrackStep.DRAFTED or meeting.kind in rules.resolution_kinds
    )


def follow_up(
    row: Meeting, rules: RuleSet, today: dt.date, receipt: Receipt | None = None
) -> tuple[TrackLine, ...]:
    """Give the steps after the closing of a meeting; its row has them, not its record.

    A receipt of the superior proves the report. What the committee discussed among itself is
    neither posted nor reported.
    """
    if row.state is not MeetingState.CLOSED or row.kind is MeetingKind.COMMITTEE:
        return ()
    by = row.date + dt.timedelta(days=rules.meeting.minutes_days_after)
    proofs = {TrackStep.REPORTED: receipt.received} if receipt else {}
    return tuple(_step(row, step, by, today, proofs.get(step)) for step in FOLLOW_UP)


def _step(
    meeting: Meeting,
    step: TrackStep,
    by: dt.date,
    today: dt.date,
    proof: dt.date | None = None,
) -> TrackLine:
    noted: dt.date | None = getattr(meeting, step)
    done = noted or proof
    late = ((done or today) - by).days
    if done is not None:
        state = TrackState.LATE if late > 0 else TrackState.DONE
    elif step in PREPARATION and not meeting.is_open:
        state = TrackState.MISSED
    else:
        state = TrackState.OVERDUE if late > 0 else TrackState.DUE
    days = -late if state is TrackState.DUE else max(late, 0)
    return TrackLine(step, state, done, by, days, is_proved=noted is None and proof is not None)
