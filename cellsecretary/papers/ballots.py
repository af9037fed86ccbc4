"""Voting by ballot on paper: the ballots, to be cut apart, and the record of their count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.balloting import ballot_votes, ballots_needed
from cellsecretary.core.facts import facts, percent_of, vote_result
from cellsecretary.core.kinds import MeetingState
from cellsecretary.papers import phrases
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Vote
    from cellsecretary.papers.sheet import Sheet

_COLUMNS = 2
"""How many ballots stand side by side."""


def ballots(sheet: Sheet, record: MeetingRecord) -> None:
    """Write as many ballots as each vote takes, those of a vote beginning a page."""
    for number, vote in enumerate(_votes(sheet, record)):
        if number:
            sheet.begin(sheet.form)
        ballot = [_ballot(sheet, record, vote) for _ in range(ballots_needed(record, vote))]
        sheet.slips(ballot, _COLUMNS)


def _votes(sheet: Sheet, record: MeetingRecord) -> list[Vote]:
    votes = [vote for vote in ballot_votes(record) if ballots_needed(record, vote)]
    if not votes or record.meeting.state is MeetingState.CANCELLED:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    return votes


def _ballot(sheet: Sheet, record: MeetingRecord, vote: Vote) -> Sheet:
    say = sheet.words.say
    ballot = sheet.slip(_COLUMNS, size=sheet.rules.layout.small_size)
    ballot.issuer(record.cell)
    ballot.title(say("ballot.name"), record.meeting.title)
    ballot.line("ballot.question", question=vote.question)
    ballot.line("ballot.how")
    for choice in ("in_favour", "against", "other"):
        ballot.boxes(say(f"ballot.{choice}"))
    return ballot


def ballot_count(sheet: Sheet, record: MeetingRecord) -> None:
    """Write how the ballots of each vote were counted; who counted is filled in by hand."""
    meeting, words, say = record.meeting, sheet.words, sheet.words.say
    if meeting.state is MeetingState.PLANNED:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    votes = _votes(sheet, record)
    sheet.letterhead(record.cell, meeting.date)
    sheet.title(say("ballot_count.name"), meeting.title)
    sheet.line("minutes.held_on", date=words.long_date(meeting.date))
    if meeting.place:
        sheet.line("minutes.place", place=meeting.place)
    figures = facts(record)
    sheet.line(
        "ballot_count.base",
        register=phrases.register(words, record),
        present=figures.present,
        base=figures.vote_base,
    )
    for key in ("head", "members"):
        sheet.dotted(say(f"ballot_count.{key}"))
    for vote in votes:
        _count(sheet, record, vote)
    sheet.closing(say("ballot_count.closing"))
    sheet.signatures(
        Signer(say("ballot_count.counted"), ""),
        Signer(say("sign.chair"), record.name_of(meeting.chair)),
    )


def _count(sheet: Sheet, record: MeetingRecord, vote: Vote) -> None:
    words, say, result = sheet.words, sheet.words.say, vote_result(record, vote)
    sheet.section(vote.question)
    ballots = {
        "issued": vote.issued or 0,
        "returned": vote.returned or 0,
        "not_returned": result.not_returned or 0,
        "valid": vote.valid or 0,
        "invalid": result.invalid or 0,
    }
    votes = {"in_favour": vote.in_favour, "against": vote.against, "other": vote.other}
    sheet.table(
        [
            Column(say("ballot_count.what"), 3),
            Column(say("ballot_count.count"), 1, centred=True),
            Column(say("ballot_count.share", base=result.base), 2, centred=True),
        ],
        [
            *(
                (say(f"ballot_count.{name}"), str(count), say("figure.nothing"))
                for name, count in ballots.items()
            ),
            *(
                (
                    say(f"ballot_count.{name}"),
                    str(count),
                    words.percent(percent_of(count, result.base)),
                )
                for name, count in votes.items()
            ),
        ],
    )
    sheet.text(phrases.vote_outcome(words, record, vote))
