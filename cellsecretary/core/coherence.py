"""Whether the rows of a record that came from elsewhere hold together, before any is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord

DAYS, YEARS = range(1, 29), range(1900, 2200)
"""The day of meeting that a cell may have, and the years that calendars here reckon with."""

_OF_THE_MEETING = (
    *("roster", "guests", "agenda", "opinions", "votes", "documents", "tasks", "reviews"),
    *("petitions", "reopenings", "corrections", "scores"),
)


def loose_end(record: MeetingRecord) -> str:
    """Give the place of a row that hangs on nothing (`tasks[2].lead`), "" when all hold together.

    Each row is of the meeting and there once, each item on the agenda, each member among the
    people, on days that there are. What was reviewed and answered of earlier meetings may be known
    to them alone.
    """
    return next(_loose_ends(record), "")


def _loose_ends(record: MeetingRecord) -> Iterator[str]:
    if record.cell.day not in DAYS:
        yield "cell.day"
    if record.meeting.date.year not in YEARS:
        yield "meeting.date"
    if record.revision < 0:
        yield "revision"
    for name in _OF_THE_MEETING:
        seen = set()
        for place, row in enumerate(getattr(record, name)):
            if row.meeting != record.meeting.id:
                yield f"{name}[{place}].meeting"
            if row.id in seen:
                yield f"{name}[{place}].id"
            seen.add(row.id)
    items = {item.id for item in record.agenda}
    for place, opinion in enumerate(record.opinions):
        if opinion.item not in items:
            yield f"opinions[{place}].item"
    for place, vote in enumerate(record.votes):
        if vote.item not in items:
            yield f"votes[{place}].item"
    people = {person.id for person in record.people}
    if len(people) < len(record.people):
        yield "people"
    yield from (place for place, member in _named(record) if member and member not in people)


def _named(record: MeetingRecord) -> Iterator[tuple[str, str | None]]:
    """Give each place that names a member, and the member."""
    yield "meeting.chair", record.meeting.chair
    yield "meeting.minute_taker", record.meeting.minute_taker
    for place, line in enumerate(record.roster):
        yield f"roster[{place}].member", line.member
    for place, item in enumerate(record.agenda):
        yield f"agenda[{place}].presenter", item.presenter
    for place, opinion in enumerate(record.opinions):
        yield f"opinions[{place}].speaker", opinion.speaker
    for place, review in enumerate(record.reviews):
        yield f"reviews[{place}].second_reader", review.second_reader
    tasks = [(f"tasks[{place}]", task) for place, task in enumerate(record.tasks)]
    tasks += [(f"carried[{place}].task", entry.task) for place, entry in enumerate(record.carried)]
    for where, task in tasks:
        yield f"{where}.lead", task.lead
        for helper in task.helpers:
            yield f"{where}.helpers", helper
