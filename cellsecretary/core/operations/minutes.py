"""What can be written into the minutes: texts, opinions, votes."""

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
from cellsecretary.core.facts import voters_present
from cellsecretary.core.kinds import Mark, VoteMethod
from cellsecretary.core.operations.guards import next_position, on_open_meeting
from cellsecretary.core.rows import Opinion
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Vote


@on_open_meeting
def write_body(record: MeetingRecord, ctx: Context, item: str, text: str) -> Answer:
    """Write what was presented to one point."""
    return _write(record, Act.WRITE_BODY, item, "body", text)


@on_open_meeting
def write_conclusion(record: MeetingRecord, ctx: Context, item: str, text: str) -> Answer:
    """Write what the chair concluded on one point."""
    return _write(record, Act.WRITE_CONCLUSION, item, "conclusion", text)


@on_open_meeting
def add_opinion(
    record: MeetingRecord,
    ctx: Context,
    item: str,
    speaker: str | None,
    text: str = "",
    speaker_other: str = "",
    *,
    beforehand: bool | None = None,
) -> Answer:
    """Add an opinion behind the others on a point: of a member, or of a guest by name.

    Unless it is said, it was handed in `beforehand` where its giver cannot have spoken.
    """
    if speaker is None and not speaker_other.strip():
        return refuse(Why.SPEAKER_MISSING, "opinions", "", "speaker")
    if speaker is not None and record.person(speaker) is None:
        return refuse(Why.MEMBER_UNKNOWN, "opinions", "", "speaker")
    opinion = Opinion(
        id=ctx.new_id(),
        meeting=record.meeting.id,
        item=item,
        position=next_position(record.opinions_on(item)),
        speaker=speaker,
        text=text,
        speaker_other="" if speaker else tidy_line(speaker_other),
        beforehand=cannot_have_spoken(record, speaker) if beforehand is None else beforehand,
    )
    who = record.name_of(speaker) or opinion.speaker_other
    return Changes(Act.ADD_OPINION, (insert(opinion),), (("who", who),))


def cannot_have_spoken(record: MeetingRecord, speaker: str | None) -> bool:
    """Tell whether an opinion can only have been handed in: before the meeting, by the absent."""
    line = record.attendance_of(speaker)
    absent = line is not None and line.mark in (Mark.EXCUSED, Mark.UNEXCUSED)
    return absent or not record.roster_is_copied


@on_open_meeting
def write_opinion(record: MeetingRecord, ctx: Context, opinion: Opinion) -> Answer:
    """Change the text or the speaker of an opinion."""
    before = next(row for row in record.opinions if row.id == opinion.id)
    if opinion.speaker is None and not opinion.speaker_other.strip():
        return refuse(Why.SPEAKER_MISSING, "opinions", opinion.id, "speaker")
    after = tidied(opinion)
    changes = (replaced(before, after),)
    who = record.name_of(after.speaker) or after.speaker_other
    return Changes(Act.WRITE_OPINION, changes, (("who", who),))


@on_open_meeting
def mark_beforehand(record: MeetingRecord, ctx: Context, opinion: str, beforehand: bool) -> Answer:
    """Note that an opinion was handed in before the meeting, or that it was spoken there."""
    row = next(row for row in record.opinions if row.id == opinion)
    who = record.name_of(row.speaker) or row.speaker_other
    changes = (replaced(row, replace(row, beforehand=beforehand)),)
    if beforehand:
        return Changes(Act.MARK_BEFOREHAND, changes, (("who", who),))
    return Changes(Act.MARK_SPOKEN, changes, (("who", who),))


@on_open_meeting
def delete_opinion(record: MeetingRecord, ctx: Context, opinion: str) -> Answer:
    """Take an opinion out; a petition that was made of it stays."""
    row = next(row for row in record.opinions if row.id == opinion)
    who = record.name_of(row.speaker) or row.speaker_other
    left = (update(made, opinion=None) for made in record.petitions if made.opinion == opinion)
    return Changes(Act.DELETE_OPINION, (*left, delete(row)), (("who", who),))


@on_open_meeting
def add_vote(record: MeetingRecord, ctx: Context, vote: Vote) -> Answer:
    """Enter the count of a vote; more votes than voters are refused. The id is given here."""
    vote = replace(
        vote,
        id=ctx.new_id(),
        meeting=record.meeting.id,
        position=next_position(record.votes_on(vote.item)),
    )
    vote = _tidied(vote)
    problem = vote_problem(record, vote)
    return problem or Changes(Act.ADD_VOTE, (insert(vote),), (("question", vote.question),))


@on_open_meeting
def change_vote(record: MeetingRecord, ctx: Context, vote: Vote) -> Answer:
    """Change question or count of a vote."""
    before = next(row for row in record.votes if row.id == vote.id)
    after = _tidied(vote)
    changes = (replaced(before, after),)
    return vote_problem(record, after) or Changes(
        Act.CHANGE_VOTE, changes, (("question", after.question),)
    )


@on_open_meeting
def delete_vote(record: MeetingRecord, ctx: Context, vote: str) -> Answer:
    """Take a vote out."""
    row = next(row for row in record.votes if row.id == vote)
    return Changes(Act.DELETE_VOTE, (delete(row),), (("question", row.question),))


def vote_problem(record: MeetingRecord, vote: Vote) -> Refusal | None:
    """Check the count of a vote against those who may vote, and a ballot against itself."""
    where = ("votes", vote.id)
    if not vote.question:
        return refuse(Why.QUESTION_MISSING, *where, "question")
    counts = [vote.in_favour, vote.against, vote.other]
    ballot = [number for number in (vote.issued, vote.returned, vote.valid) if number is not None]
    if min(counts + ballot) < 0:
        return refuse(Why.NEGATIVE_COUNT, *where, "in_favour", question=vote.question)
    voters = voters_present(record)
    words = {"question": vote.question, "voters": str(voters), "votes": str(sum(counts))}
    if sum(counts) > voters or max(ballot, default=0) > voters:
        return refuse(Why.VOTE_EXCEEDS_VOTERS, *where, "in_favour", **words)
    if vote.method is VoteMethod.BALLOT:
        issued, returned, valid = vote.issued, vote.returned, vote.valid
        if issued is None or returned is None or valid is None:
            return refuse(Why.BALLOT_DOES_NOT_ADD_UP, *where, "issued", **words)
        if not (issued >= returned >= valid == sum(counts)):
            return refuse(Why.BALLOT_DOES_NOT_ADD_UP, *where, "valid", **words)
    return None


def _write(record: MeetingRecord, act: Act, item: str, field: str, text: str) -> Answer:
    row: AgendaItem = next(row for row in record.agenda if row.id == item)
    changes = (update(row, **{field: text}),)
    return Changes(act, changes, (("title", row.title),))


def _tidied(vote: Vote) -> Vote:
    vote = replace(vote, question=tidy_line(vote.question))
    if vote.method is VoteMethod.HANDS:
        return replace(vote, issued=None, returned=None, valid=None)
    return vote
