"""A meeting as `show --json` prints it: its record, with what is computed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.core.facts import facts, vote_result
from cellsecretary.core.plain import to_plain
from cellsecretary.core.record import RECORD_FORMAT

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Vote


def shown(record: MeetingRecord) -> dict[str, Any]:
    """Give what `show --json` prints; docs/record.md describes it."""
    plain = to_plain(record)
    rules = plain.pop("rules")
    return {
        "format": RECORD_FORMAT,
        "state": record.meeting.state.value,
        "facts": to_plain(facts(record)),
        **plain,
        "votes": [_shown_vote(record, vote) for vote in record.votes],
        "sources": rules["sources"],
    }


def _shown_vote(record: MeetingRecord, vote: Vote) -> dict[str, Any]:
    plain = to_plain(vote)
    plain["for"] = plain.pop("in_favour")
    return {**plain, "result": to_plain(vote_result(record, vote))}
