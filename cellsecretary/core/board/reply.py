"""What goes back to one cell on its stick: everything that the board holds for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.reply import (
    DirectiveReply,
    HandedRules,
    MeetingReply,
    PetitionReply,
    Reply,
)

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.board.record import BoardRecord

REPLY_FORMAT = 1
"""The version of the reply; a program refuses a number that it does not know."""


@dataclass(frozen=True, slots=True)
class ReplyCounts:
    """How much a reply tells; `points` counts the meetings that have some, `key` is 1 or 0."""

    receipts: int
    remarks: int
    points: int
    answers: int
    directives: int
    rules: int
    key: int


def reply_counts(reply: Reply) -> ReplyCounts:
    """Count what is in a reply; a withdrawn directive is none."""
    return ReplyCounts(
        len(reply.meetings),
        sum(bool(one.remark) for one in reply.meetings),
        sum(bool(one.points) for one in reply.meetings),
        len(reply.petitions),
        sum(not one.withdrawn for one in reply.directives),
        len(reply.rules),
        int(bool(reply.seal_key)),
    )


def reply_to(board: BoardRecord, cell: str, made: dt.datetime, seal_key: str = "") -> Reply:
    """Tell a cell all of it again: a later reply takes the place of an earlier one.

    Withdrawn directives are told too, so that they no longer hold there.
    """
    register = board.register
    remarks = {one.meeting: one.text for one in register.remarks if one.cell == cell}
    scores = {one.meeting: one for one in register.scores if one.cell == cell}
    meetings = []
    for meeting in board.meetings_of(cell):
        if meeting.current.key.is_draft:
            continue
        score = scores.get(meeting.id)
        meetings.append(
            MeetingReply(
                meeting=meeting.id,
                date=meeting.current.date,
                revision=meeting.current.key.revision,
                received=meeting.current.received,
                remark=remarks.get(meeting.id, ""),
                form=score.form if score else "",
                points={one.criterion: one.points for one in score.points} if score else {},
                confirmed=score.confirmed if score else None,
                confirmed_by=score.confirmed_by if score else "",
            )
        )
    return Reply(
        format=REPLY_FORMAT,
        office=register.office.name if register.office else "",
        cell=cell,
        made=made.replace(microsecond=0),
        seal_key=seal_key,
        meetings=tuple(meetings),
        petitions=tuple(
            PetitionReply(one.petition, one.answered, one.answer)
            for one in register.answers
            if one.cell == cell and one.answered is not None
        ),
        directives=tuple(
            DirectiveReply(
                one.id,
                one.kind,
                one.title,
                one.first,
                one.last,
                one.number,
                one.issued,
                one.withdrawn,
            )
            for one in register.directives
        ),
        rules=tuple(
            HandedRules(one.id, one.text) for one in register.rule_files if not one.withdrawn
        ),
    )
