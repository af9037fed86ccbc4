"""What the superior gave a meeting, as the sheet of its score asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Scorer
from cellsecretary.core.rows import ScoreMark
from cellsecretary.core.score import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.board_rows import MeetingScore
    from cellsecretary.core.record import MeetingRecord


def superior_marks(score: MeetingScore | None) -> tuple[ScoreMark, ...]:
    """Give the superior's points of a meeting as marks on their form."""
    if score is None:
        return ()
    return tuple(
        ScoreMark(
            one.criterion,
            score.meeting,
            score.form,
            one.criterion,
            Scorer.SUPERIOR,
            one.points,
        )
        for one in score.points
    )


def form_given(record: MeetingRecord, score: MeetingScore | None) -> str:
    """Give the form that the superior scores a meeting on, empty where its kind is not scored.

    That of the points already given holds, else that of the cell.
    """
    return form_of(record, score.form) if score and score.points else form_of(record)


def with_given(record: MeetingRecord, score: MeetingScore | None) -> MeetingRecord:
    """Give a record with what the superior gave and confirmed, for the sheet of the score."""
    if score is None or record.is_draft:
        return record
    own = (mark for mark in record.scores if mark.scorer is not Scorer.SUPERIOR)
    meeting = replace(
        record.meeting, score_confirmed=score.confirmed, score_confirmed_by=score.confirmed_by
    )
    return replace(record, scores=(*own, *superior_marks(score)), meeting=meeting)


def own_points(record: MeetingRecord, form: str) -> tuple[tuple[str, int], ...]:
    """Give what the cell gave itself on a form, criterion by criterion."""
    return tuple(
        (mark.criterion, mark.points)
        for mark in record.scores
        if mark.form == form and mark.scorer is Scorer.CELL
    )


def given_to(scores: Iterable[MeetingScore], cell: str, meeting: str) -> MeetingScore | None:
    """Give the superior's score of a meeting, None while there is none."""
    found = (one for one in scores if (one.cell, one.meeting) == (cell, meeting))
    return next(found, None)
