"""Tables of tasks: those a meeting gave, and those it looked at again with their results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers import phrases
from cellsecretary.papers.tables import Column
from cellsecretary.papers.words import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cellsecretary.core.rows import Review, Task
    from cellsecretary.papers.words import Words

    NameOf = Callable[[str | None], str]
    ReviewOf = Callable[[str], Review | None]

Table = tuple[list[Column], list[list[str]]]


def given(
    words: Words, name_of: NameOf, tasks: Iterable[Task], review_of: ReviewOf = lambda _task: None
) -> Table:
    """Give the table of given tasks: who does what with whom, with what product, by when.

    What is there of a product is said where it was found by a review.
    """
    say = words.say
    columns = [
        Column(say("table.number"), 10, centred=True),
        Column(say("table.task"), 48),
        Column(say("table.lead"), 27),
        Column(say("table.helpers"), 27),
        Column(say("table.product"), 27),
        Column(say("table.due"), 26, centred=True),
    ]
    rows = [
        [
            str(number),
            say("table.task_text", code=task.code, what=task.what),
            name_of(task.lead),
            words.listing([name_of(helper) for helper in task.helpers]),
            phrases.product(words, task, review_of(task.id)),
            words.short_date(task.due) if task.due else "",
        ]
        for number, task in enumerate(tasks, 1)
    ]
    return columns, rows


def found(words: Words, name_of: NameOf, reviewed: Iterable[tuple[Task, Review]]) -> Table:
    """Give the table of earlier tasks: who had what to do by when, and what was found."""
    say = words.say
    columns = [
        Column(say("table.number"), 10, centred=True),
        Column(say("table.task"), 53),
        Column(say("table.lead"), 28),
        Column(say("table.due"), 26, centred=True),
        Column(say("table.result"), 48),
    ]
    rows = [
        [
            str(number),
            say("table.task_text", code=task.code, what=task.what),
            name_of(task.lead),
            words.short_date(task.due) if task.due else "",
            opening(phrases.result(words, task, review, name_of(review.second_reader))),
        ]
        for number, (task, review) in enumerate(reviewed, 1)
    ]
    return columns, rows
