"""A disk that is full, or gone, at every write of a journey: the act fails, and nothing else.

Each act is tried again and again, with the trouble one operation later each time, until the disk is
good for all of it; after each try the window must know of no act, and the book be as it was.
"""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.change import Changes, Context
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.ui.session import Session
from tests.building import AFTER, contents, replayed
from tests.chance import Wish
from tests.random_clerk import RandomClerk
from tests.store.disk import Disk, NoLibrary, Trouble
from tests.torture.places import folder_in_memory

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    Trouble.FULL: Fault.FULL,
    Trouble.QUOTA: Fault.FULL,
    Trouble.HICCUP: Fault.UNREACHABLE,
    Trouble.GONE: Fault.UNREACHABLE,
}


class ActSession(Session):
    """The session of the window; an act names its rows the same however often it is tried."""

    def __init__(self, book: Book) -> None:
        super().__init__(book, lambda: AFTER)
        self.act = 0
        self.failures: list[BookError] = []
        self.told = 0
        self.failed.connect(self.failures.append)
        self.changed.connect(self._count)

    def _count(self, _changes: object) -> None:
        self.told += 1

    def context(self) -> Context:
        names = iter(range(1000))
        return Context(AFTER, lambda: f"act {self.act}, row {next(names)}")


@dataclass(frozen=True, slots=True)
class Figures:
    acts: int
    tries: Counter[Trouble]
    """How often an act met with trouble."""


def wishes(path: Path, acts: int, seed: int) -> tuple[list[Wish], list[str]]:
    """Do acts on a disk without trouble; give them, and the book after each number of them."""
    with closing(Book.open(path, bundled())) as book:
        session, clerk = ActSession(book), RandomClerk(book, random.Random(seed))
        found, states = list[Wish](), [contents(book)]
        while len(found) < acts:
            session.act = len(found)
            one = clerk.wish()
            answer = one.answer(session.context())
            if not isinstance(answer, Changes) or not answer.changes or answer.act.is_barrier:
                continue
            assert session.do(one.operation, one.subject, *one.args, **one.more) is None
            session.end_step()
            found.append(one)
            states.append(contents(book))
    return found, states


def in_trouble(folder: Path, trouble: Trouble, acts: int, seed: int) -> int:
    """Do a journey on a disk that is in trouble at each of its writes; give the failed tries."""
    path, twin = folder / "cell.chibo", folder.parent / "twin.chibo"
    replayed(path).close()
    shutil.copyfile(path, twin)
    wanted, states = wishes(twin, acts, seed)
    tries = 0
    with Disk(folder) as disk:
        book = Book.open(path, bundled())
        session = ActSession(book)
        for session.act, one in enumerate(wanted):
            at = 1
            while not _is_done(session, disk, trouble, at, one):
                assert contents(book) == states[session.act], f"{one}, trouble at {at}"
                assert book.value("pragma integrity_check") == "ok"
                tries, at = tries + 1, at + 1
            assert contents(book) == states[session.act + 1]
        book.close()
    with closing(Book.open(path, bundled())) as again:
        assert contents(again) == states[-1]
    return tries


def _is_done(session: ActSession, disk: Disk, trouble: Trouble, at: int, one: Wish) -> bool:
    """Try an act with the trouble at its so manieth operation; insist on a clean failure."""
    history, told = session.history, session.told
    session.failures.clear()
    disk.plan(trouble, at)
    refusal = session.do(one.operation, one.subject, *one.args, **one.more)
    hit = disk.failed > 0
    disk.mend()
    session.end_step()
    if refusal is None:
        assert not hit, f"{one} met with {trouble} at operation {at}, and nobody was told"
        return True
    assert refusal.problems == ()
    assert hit, f"{one} failed of itself"
    (failure,) = session.failures
    assert failure.fault is FAULTS[trouble], f"{failure.fault} at operation {at}"
    assert session.history == history
    assert session.told == told
    return False


def full(acts: int, seed: int) -> Figures:
    """Do a journey in each kind of trouble."""
    tries = Counter[Trouble]()
    for trouble in FAULTS:
        with folder_in_memory() as folder:
            (place := folder / "disk").mkdir()
            tries[trouble] = in_trouble(place, trouble, acts, seed)
    return Figures(acts, tries)


def main(acts: int, seed: int) -> int:
    """Run and print one line of figures."""
    began = time.monotonic()
    try:
        found = full(acts, seed)
    except NoLibrary as reason:
        print(f"full: skipped, {reason}")
        return 0
    tried = ", ".join(f"{count} {trouble}" for trouble, count in found.tries.items())
    print(
        f"full: {found.tries.total()} failed writes of {acts} acts ({tried}), nothing lost, "
        f"seed {seed}, {time.monotonic() - began:.0f} s"
    )
    return 0
