"""Anything by chance, all of it taken back, all of it done again, and the book is the same."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Changes, Context
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.session import Session
from tests.building import AFTER, contents, replayed
from tests.random_clerk import RandomClerk
from tests.torture.places import folder_in_memory

if TYPE_CHECKING:
    from pathlib import Path


LOOK_EVERY = 50
"""So many steps lie between two looks at the whole book on the way back, and on the way forth."""

WAVER = 0.03
"""How often the secretary takes some steps back at once."""

_HISTORY = ("steps", "changes")


class CountingSession(Session):
    """The session of the window, with names of rows that are the same in every run."""

    def __init__(self, book: Book) -> None:
        super().__init__(book, lambda: AFTER)
        self._names = count(1)

    def context(self) -> Context:
        return Context(AFTER, lambda: f"r{next(self._names)}")

    @property
    def depth(self) -> int:
        """How many steps can be taken back."""
        return len(self.history.undoable)


@dataclass(frozen=True, slots=True)
class Figures:
    acts: Counter[Act]
    wishes: int
    steps: int
    looks: int


def there_and_back(path: Path, acts: int, seed: int) -> Figures:
    """Do so many acts on a book, undo all of them, redo all of them; insist on what there was."""
    book = Book.open(path, bundled())
    session, chance = CountingSession(book), random.Random(seed)
    clerk, seen, wishes = RandomClerk(book, chance), Counter[Act](), 0
    # What the book came with can be taken back too.
    at = {session.depth: state(book)}
    while seen.total() < acts:
        one = clerk.wish()
        wishes += 1
        answer = one.answer(Context(AFTER, lambda: "asked"))
        if not isinstance(answer, Changes) or not answer.changes or answer.act.is_barrier:
            continue
        assert session.do(one.operation, one.subject, *one.args, **one.more) is None
        seen[answer.act] += 1
        depth = session.depth
        at = {known: was for known, was in at.items() if known < depth or known == min(at)}
        if depth % LOOK_EVERY == 0:
            at[depth] = state(book)
        if chance.random() < WAVER:
            back = chance.randint(1, 4)
            gone = sum(session.undo() for _ in range(min(back, session.depth - min(at))))
            for _ in range(chance.randint(0, gone)):
                session.redo()
    at[session.depth] = state(book)
    steps = session.depth
    while session.undo():
        if session.depth in at:
            assert state(book) == at[session.depth], f"undone to step {session.depth}, seed {seed}"
    assert session.depth == 0
    while session.redo():
        if session.depth in at:
            assert state(book) == at[session.depth], f"redone to step {session.depth}, seed {seed}"
    assert session.depth == steps
    assert book.value("pragma integrity_check") == "ok"
    assert book.values("select 1 from pragma_foreign_key_check") == []
    book.close()
    return Figures(seen, wishes, steps, len(at))


def state(book: Book) -> str:
    """Give a hash of all that is in a book but of how it came there."""
    return contents(book, but=_HISTORY)


def main(acts: int, seed: int) -> int:
    """Run and print one line of figures."""
    began = time.monotonic()
    with folder_in_memory() as folder:
        path = folder / "thon-3.chibo"
        replayed(path).close()
        found = there_and_back(path, acts, seed)
    print(
        f"undo: {acts} acts of {len(found.acts)} kinds ({found.wishes} wishes), "
        f"{found.steps} steps undone and redone, {found.looks} looks at the book, "
        f"seed {seed}, {time.monotonic() - began:.0f} s"
    )
    return 0
