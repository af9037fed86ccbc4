"""What can be done about the score of a meeting: answer it, take the proposals, confirm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    update,
)
from cellsecretary.core.kinds import MeetingState, Scorer
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.rows import ScoreMark
from cellsecretary.core.score import applied, score_sheet
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


@on_open_meeting
def answer(
    record: MeetingRecord, ctx: Context, form: str, criterion: str, points: int | None
) -> Answer:
    """Give the cell's own points for a criterion, None to take them back."""
    wrong = _wrong(record, form, criterion, points)
    if wrong is not None:
        return wrong
    changes = _marked(record, ctx, record.scores, Scorer.CELL, form, {criterion: points})
    return Changes(Act.SCORE_MEETING, tuple(changes))


@on_open_meeting
def take_proposals(record: MeetingRecord, ctx: Context, form: str) -> Answer:
    """Answer every open criterion with what the facts propose."""
    if not _most(record, form):
        return refuse(Why.CRITERION_UNKNOWN, "score_marks", "", "form")
    wanted = {
        line.code: line.proposed
        for line in score_sheet(record, form).unanswered
        if line.proposed is not None
    }
    changes = _marked(record, ctx, record.scores, Scorer.CELL, form, wanted)
    return Changes(Act.SCORE_MEETING, tuple(changes))


@on_open_meeting
def change_form(record: MeetingRecord, ctx: Context, form: str) -> Answer:
    """Score on another form: the answers on the one before are dropped, the proposals taken."""
    if not _most(record, form):
        return refuse(Why.CRITERION_UNKNOWN, "score_marks", "", "form")
    dropped = [delete(mark) for mark in record.scores if mark.scorer is Scorer.CELL]
    wanted = {
        line.code: line.proposed
        for line in score_sheet(record, form).lines
        if line.proposed is not None
    }
    taken = _marked(record, ctx, (), Scorer.CELL, form, wanted)
    return Changes(Act.SCORE_MEETING, (*dropped, *taken))


def note_superior(
    record: MeetingRecord,
    ctx: Context,
    marks: Iterable[ScoreMark],
    form: str,
    criterion: str,
    points: int | None,
) -> Answer:
    """Note what the superior gave for a criterion, also when the meeting is closed.

    `marks` are those that the superior gave before.
    """
    wrong = _wrong(record, form, criterion, points)
    if wrong is not None:
        return wrong
    changes = _marked(record, ctx, marks, Scorer.SUPERIOR, form, {criterion: points})
    return Changes(Act.NOTE_SUPERIOR, tuple(changes))


def confirm_score(
    register: CellRecord, ctx: Context, meeting: str, done: dt.date | None, by: str = ""
) -> Answer:
    """Note when and by whom of the superior the score was confirmed, None to take it back.

    Only the row of the closed meeting changes, never its closed record.
    """
    row = register.meeting(meeting)
    if row is None or row.state is not MeetingState.CLOSED:
        return refuse(Why.NOT_CLOSED, "meetings", meeting, "score_confirmed")
    if done is not None and not row.date <= done <= ctx.now.date():
        return refuse(Why.DATES_OUT_OF_ORDER, "meetings", meeting, "score_confirmed")
    name = tidy_line(by) if done is not None else ""
    changes = (update(row, score_confirmed=done, score_confirmed_by=name),)
    return Changes(Act.CONFIRM_SCORE, changes, (("date", row.date.isoformat()),))


def _marked(
    record: MeetingRecord,
    ctx: Context,
    marks: Iterable[ScoreMark],
    scorer: Scorer,
    form: str,
    wanted: Mapping[str, int | None],
) -> list[Change]:
    before = {m.criterion: m for m in marks if m.scorer is scorer and m.form == form}
    changes = []
    for criterion, points in wanted.items():
        row = before.get(criterion)
        if row is not None:
            changes.append(delete(row) if points is None else update(row, points=points))
        elif points is not None:
            mark = ScoreMark(ctx.new_id(), record.meeting.id, form, criterion, scorer, points)
            changes.append(insert(mark))
    return changes


def _most(record: MeetingRecord, form: str) -> dict[str, int]:
    """Give the most points of each criterion by its code; none of a form that does not fit."""
    rules = record.rules.scores.get(form)
    if rules is None or record.meeting.kind not in rules.kinds:
        return {}
    return {criterion.code: maximum for criterion, maximum in applied(rules, record)}


def _wrong(record: MeetingRecord, form: str, criterion: str, points: int | None) -> Refusal | None:
    most = _most(record, form)
    if criterion not in most:
        return refuse(Why.CRITERION_UNKNOWN, "score_marks", criterion, "criterion")
    if points is not None and not 0 <= points <= most[criterion]:
        words = {"most": str(most[criterion])}
        return refuse(Why.POINTS_OUT_OF_RANGE, "score_marks", criterion, "points", **words)
    return None
