"""What can be done about the wishes of the people: pass them on, note what became of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
    tidied,
    update,
)
from cellsecretary.core.operations.guards import next_position, on_open_meeting
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.core.rows import Petition

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


@on_open_meeting
def add_petition(record: MeetingRecord, ctx: Context, petition: Petition) -> Answer:
    """Enter a wish of the people to be passed on; the id is given here."""
    if not petition.text.strip():
        return refuse(Why.TEXT_MISSING, "petitions", "", "text")
    row = replace(
        petition,
        id=ctx.new_id(),
        meeting=record.meeting.id,
        position=next_position(record.petitions),
    )
    return Changes(Act.ADD_PETITION, (insert(row),), (("source", row.source),))


@on_open_meeting
def change_petition(record: MeetingRecord, ctx: Context, petition: Petition) -> Answer:
    """Change a petition."""
    before = next(row for row in record.petitions if row.id == petition.id)
    if not petition.text.strip():
        return refuse(Why.TEXT_MISSING, "petitions", petition.id, "text")
    after = tidied(petition)
    changes = (replaced(before, after),)
    return Changes(Act.CHANGE_PETITION, changes, (("source", after.source),))


@on_open_meeting
def delete_petition(record: MeetingRecord, ctx: Context, petition: str) -> Answer:
    """Take a petition out."""
    row = next(row for row in record.petitions if row.id == petition)
    return Changes(Act.DELETE_PETITION, (delete(row),), (("source", row.source),))


@on_open_meeting
def mark_opinion(record: MeetingRecord, ctx: Context, opinion: str) -> Answer:
    """Make a petition of an opinion, as it reads now; what changes later changes one of them."""
    row = next(row for row in record.opinions if row.id == opinion)
    source = record.name_of(row.speaker) or row.speaker_other
    return add_petition(record, ctx, Petition("", "", 0, source, row.text, opinion=opinion))


@on_open_meeting
def unmark_opinion(record: MeetingRecord, ctx: Context, opinion: str) -> Answer:
    """Take out the petition that was made of an opinion."""
    row = next(row for row in record.petitions if row.opinion == opinion)
    return delete_petition(record, ctx, row.id)


def follow_up_petition(
    register: CellRecord, ctx: Context, petition: str, step: PetitionStep, done: dt.date | None
) -> Answer:
    """Note when a step of a petition was done, None to take it back.

    Only the row changes, never the closed record of its meeting. An answer goes with its day.
    """
    row = _row(register, petition)
    after = replace(row, **{step.value: done})  # type: ignore[arg-type]
    if after.answered is None:
        after = replace(after, answer="")
    return _out_of_order(register, ctx, after, step) or Changes(
        Act.FOLLOW_UP_PETITION, (replaced(row, after),), (("source", row.source),)
    )


def write_answer(register: CellRecord, ctx: Context, petition: str, text: str) -> Answer:
    """Write what was answered to a petition."""
    row = _row(register, petition)
    if row.answered is None:
        return refuse(Why.EARLIER_STEP_MISSING, "petitions", petition, "answer")
    return Changes(Act.WRITE_ANSWER, (update(row, answer=text),), (("source", row.source),))


def note_answer(
    register: CellRecord,
    ctx: Context,
    petition: str,
    answered: dt.date,
    text: str,
    came: dt.date | None,
) -> Answer:
    """Note the answer that the superior sent; it had the petition, on the day it `came` if known.

    That the people are told it is still to be done.
    """
    row = _row(register, petition)
    meeting = register.meeting(row.meeting)
    assert meeting is not None
    known = came if came is not None and meeting.date <= came <= answered else answered
    after = replace(row, sent=row.sent or known, answered=answered, answer=text)
    return _out_of_order(register, ctx, after, PetitionStep.ANSWERED) or Changes(
        Act.FOLLOW_UP_PETITION, (replaced(row, after),), (("source", row.source),)
    )


def _row(register: CellRecord, petition: str) -> Petition:
    return next(row for row in register.petitions if row.id == petition)


def _out_of_order(
    register: CellRecord, ctx: Context, petition: Petition, changed: PetitionStep
) -> Refusal | None:
    """Refuse a step without the one before it, and days that do not follow upon each other."""
    meeting = register.meeting(petition.meeting)
    assert meeting is not None
    where = ("petitions", petition.id, changed)
    earliest, is_missing = meeting.date, False
    for step in PetitionStep:
        day: dt.date | None = getattr(petition, step)
        if day is None:
            is_missing = True
        elif is_missing:
            taken_back = getattr(petition, changed) is None
            why = Why.LATER_STEP_DONE if taken_back else Why.EARLIER_STEP_MISSING
            return refuse(why, *where)
        elif not earliest <= day <= ctx.now.date():
            return refuse(Why.DATES_OUT_OF_ORDER, *where)
        else:
            earliest = day
    return None
