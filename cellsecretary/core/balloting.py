"""The ballot votes of a meeting: which there are, and how many ballots each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import vote_base, voters_present
from cellsecretary.core.kinds import Mark, VoteMethod

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Vote


def ballot_votes(record: MeetingRecord) -> tuple[Vote, ...]:
    """Give the votes that are taken by ballot."""
    return tuple(vote for vote in record.votes if vote.method is VoteMethod.BALLOT)


def ballots_needed(record: MeetingRecord, vote: Vote) -> int:
    """Count the ballots of a vote: those issued; before that those who are there, or may come."""
    if vote.issued is not None:
        return vote.issued
    return voters_present(record) if record.marked(Mark.PRESENT) else vote_base(record)
