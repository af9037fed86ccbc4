"""Where one person gives a task, does it and judges it: a second reader is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord, Person
    from cellsecretary.core.rows import Task


def has_two_hats(record: MeetingRecord, person: Person | None) -> bool:
    """Tell whether somebody leads both cell and village."""
    posts = record.rules.register.two_hats_posts
    return person is not None and person.village_head and person.post in posts


def wants_second_reader(record: MeetingRecord, task: Task) -> bool:
    """Tell whether the lead of a task would judge their own work."""
    return has_two_hats(record, record.person(task.lead))


def unread_reviews(record: MeetingRecord) -> tuple[Task, ...]:
    """Give the tasks whose result nobody else has looked at, in the order of the carried ones."""
    found = []
    for carried in record.carried:
        review = record.review_of(carried.task.id)
        if review is None or review.second_reader or not wants_second_reader(record, carried.task):
            continue
        found.append(carried.task)
    return tuple(found)
