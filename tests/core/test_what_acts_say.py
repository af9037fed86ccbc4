"""Whatever a secretary does by chance: the act has its own name, a refusal leads to a place."""

from __future__ import annotations

import dataclasses
import random
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Changes, Context
from cellsecretary.messages import Messages, placeholders
from cellsecretary.store.columns import ROWS
from tests.building import AFTER
from tests.random_clerk import RandomClerk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.change import Answer, Problem
    from cellsecretary.store import Book

WISHES = 150
NAMED_SO = {
    "mark": {Act.MARK_PRESENT, Act.MARK_EXCUSED, Act.MARK_UNEXCUSED, Act.UNMARK},
    "mark_beforehand": {Act.MARK_BEFOREHAND, Act.MARK_SPOKEN},
    "mark_opinion": {Act.ADD_PETITION},
    "note": {Act.NOTE_ATTENDANCE},
}
"""Operations that are not called as their act."""


def answers(book: Book, seed: int) -> Iterator[tuple[str, Answer]]:
    """Give what is wished for by chance, by its operation, and the answer; it is also done."""
    clerk, new = RandomClerk(book, random.Random(seed)), iter(range(10**6))
    for _ in range(WISHES):
        wish = clerk.wish()
        answer = wish.answer(Context(AFTER, lambda: f"new-{next(new)}"))
        yield wish.operation.__name__, answer
        if isinstance(answer, Changes) and not answer.act.is_barrier:
            book.apply(answer, AFTER)


def leads_nowhere(book: Book, problem: Problem) -> bool:
    """Say whether a place is none of the book: a table, a row in it or a new one, a field of it."""
    if not problem.table:
        return True
    fields = {field.name for field in dataclasses.fields(ROWS[problem.table])}
    # The result of a task may not be written yet: its place is that of the task.
    rows = "tasks" if problem.table == "reviews" else problem.table
    known = {"", *book.values(f"select id from {rows}")}
    row_is_there = problem.row in known or str(problem.row).startswith("new-")
    return not row_is_there or problem.field not in {"", *fields}


def unsaid(act: Act, words: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Name the words that the fullest sentence of an act wants and does not get."""
    texts = Messages.load("vi")._sections["act"][act.value]
    fullest = texts if isinstance(texts, str) else texts[0]
    return placeholders(fullest) - {name for name, _ in words}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_act_has_its_name_and_words_and_every_refusal_its_place(
    book: Book, seed: int
) -> None:
    faults = []
    for operation, answer in answers(book, seed):
        if isinstance(answer, Changes):
            if answer.act not in NAMED_SO.get(operation, {operation}):
                faults.append(f"{operation} calls itself {answer.act}")
            elif answer.changes and unsaid(answer.act, answer.words):
                faults.append(f"{operation} lacks {unsaid(answer.act, answer.words)}")
        else:
            faults += [
                f"{operation} leads to {problem}"
                for problem in answer.problems
                if leads_nowhere(book, problem)
            ]
    assert faults == []
