"""Several programs at one file: one writes, the others are turned away or look, none is misled.

The programs are processes of their own; what they are told comes through a pipe.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from threading import BrokenBarrierError
from typing import TYPE_CHECKING, Any

from cellsecretary.core.operations.cell import change_cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError
from cellsecretary.store.checking import check
from cellsecretary.store.lock import InUse, WriterLock
from cellsecretary.store.opening import Looking, Opening
from cellsecretary.store.records import cell_record
from tests.building import AFTER, context, done, replayed
from tests.torture.places import folder_in_memory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier
    from pathlib import Path

    from cellsecretary.store.opening import Opened

ACTS = 20
"""Acts of each writer before it is killed."""

PATIENCE = 60.0
"""Seconds after which a process that says nothing hangs."""

TRIES = 20
"""How often each process tries for the lock, one try right after the other, in each round."""

AT_ONCE = 2.0
"""Seconds within which the lock of a dead writer is taken."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened: how often a file was opened, written, looked at, and raced for."""

    killed: int
    turned_away: int
    acts: int
    looks: int
    taken: int
    """How often one of the racing processes got the lock."""
    tries: int


# A process


def _program(pipe: Connection, path: Path) -> None:
    """Do what is told, like the window of a program: open, act, look, close."""
    opening = Opening(lambda: path.parent / "copies", bundled, lambda: AFTER)
    opened: Opened | None = None
    while (told := pipe.recv()) != "end":
        try:
            match told:
                case "open":
                    opened = opening.write(Book, path)
                    pipe.send(("writes", opened.looking))
                case "look":
                    opened = opening.look(Book, path, Looking.IN_USE)
                    pipe.send(("looks", check(opened.ledger)))
                case "act":
                    assert opened is not None
                    assert isinstance(opened.ledger, Book)
                    _act(opened.ledger)
                    pipe.send(("done", opened.ledger.head()))
                case "read":
                    assert opened is not None
                    assert isinstance(opened.ledger, Book)
                    place = cell_record(opened.ledger).cell.place
                    pipe.send(("reads", (opened.ledger.last_step(), place)))
                case "close":
                    assert opened is not None
                    opened.close()
                    opened = None
                    pipe.send(("closed", None))
        except InUse as error:
            pipe.send(("away", error.holder and error.holder.process))
        except BookError as error:
            pipe.send(("fault", str(error)))


def _act(book: Book) -> None:
    register = cell_record(book)
    place = f"Nhà số {book.last_step() + 1}"
    book.apply(done(change_cell(register, context(), replace(register.cell, place=place))), AFTER)


class Other:
    """A process of its own that has one file before it."""

    def __init__(self, path: Path) -> None:
        how = multiprocessing.get_context("spawn")
        self._pipe, theirs = how.Pipe()
        self.process: BaseProcess = how.Process(target=_program, args=(theirs, path), daemon=True)
        self.process.start()
        theirs.close()

    def tell(self, what: str) -> None:
        """Say what is to be done, and do not wait for it."""
        self._pipe.send(what)

    def answer(self) -> tuple[str, Any]:
        """Wait for what was told last to be done."""
        assert self._pipe.poll(PATIENCE), "a process hangs"
        said, value = self._pipe.recv()
        assert isinstance(said, str)
        return said, value

    def ask(self, what: str) -> tuple[str, Any]:
        """Have something done."""
        self.tell(what)
        return self.answer()

    def kill(self) -> None:
        """End the process without a word."""
        self.process.kill()
        self.process.join()

    def end(self) -> None:
        """Let the process go."""
        with suppress(OSError):
            self.tell("end")
        self.process.join(PATIENCE)


@contextmanager
def _others(count: int, path: Path) -> Iterator[list[Other]]:
    others = [Other(path) for _ in range(count)]
    try:
        yield others
    finally:
        for other in others:
            other.end()


# Several at one file


def at_one_file(path: Path, count: int, kills: int, seed: int) -> tuple[int, int, int]:
    """Let so many processes open one book, kill whoever writes, and so on.

    Gives how often one was turned away, the acts that were done and the looks at them.
    """
    chance, away, acts, looks = random.Random(seed), 0, 0, 0
    with _closing(replayed(path)) as book:
        first, begun = book.last_step(), cell_record(book).cell.place
    with _others(count + kills, path) as others:
        waiting, there = others[:count], others[count:]
        steps, places = first, {first - 1: "", first: begun}
        for _ in range(kills):
            began = time.monotonic()
            for one in waiting:
                one.tell("open")
            answers = [one.answer() for one in waiting]
            writers = [
                one for one, (said, _) in zip(waiting, answers, strict=True) if said == "writes"
            ]
            assert len(writers) == 1, answers
            assert time.monotonic() - began < PATIENCE
            (writer,) = writers
            lookers = [one for one in waiting if one is not writer]
            for _, holder in (answer for answer in answers if answer[0] != "writes"):
                assert holder in (writer.process.pid, None), "somebody else was named"
            away += len(lookers)
            for one in lookers:
                assert one.ask("look") == ("looks", ())
            for _ in range(ACTS):
                places[steps + 1] = f"Nhà số {steps + 1}"
                writer.tell("act")
                one = chance.choice(lookers)
                said, (step, place) = one.ask("read")
                # A look sees the file before an act or after it, and never half of it.
                assert (said, step in (steps, steps + 1)) == ("reads", True)
                # The act may have come between the two questions, for the place and for the step.
                assert place in (places[step], places[step - 1])
                said, head = writer.answer()
                assert said == "done", head
                assert head[0] == steps + 1
                steps, acts, looks = head[0], acts + 1, looks + 1
            said, _ = lookers[0].ask("act")
            assert said == "fault", "a file that is looked at was written"
            for one in lookers:
                assert one.ask("close") == ("closed", None)
            writer.kill()
            began = time.monotonic()
            (heir := lookers[0]).tell("open")
            assert heir.answer() == ("writes", None)
            assert time.monotonic() - began < AT_ONCE, "a dead writer was waited for"
            assert heir.ask("read")[1][0] == steps
            assert heir.ask("close") == ("closed", None)
            waiting = [*lookers, there.pop()]
    with _closing(Book.open(path, bundled())) as book:
        assert check(book) == ()
        assert book.last_step() == steps
    return away, acts, looks


@contextmanager
def _closing(book: Book) -> Iterator[Book]:
    try:
        yield book
    finally:
        book.close()


# A race for the lock


def race(folder: Path, racers: int, rounds: int, seed: int) -> int:
    """Let processes try for one lock again and again; give how often one got it.

    Whoever has the lock makes a file that must not be there yet: two would find it.
    """
    how = multiprocessing.get_context("spawn")
    results, start = how.Queue(), how.Barrier(racers)
    path = folder / "raced.chibo"
    path.touch()
    processes = [
        how.Process(
            target=_race, args=(path, rounds, f"{seed} {number}", start, results), daemon=True
        )
        for number in range(racers)
    ]
    for process in processes:
        process.start()
    found = [results.get(timeout=PATIENCE * 5) for _ in processes]
    for process in processes:
        process.join(PATIENCE)
    wrong = [text for _, text in found if text]
    assert not wrong, wrong[0]
    assert not (folder / "held").exists()
    return sum(taken for taken, _ in found)


def _race(
    path: Path, rounds: int, seed: str, start: Barrier, results: Queue[tuple[int, str]]
) -> None:
    chance, taken, held = random.Random(seed), 0, path.parent / "held"
    try:
        for number in range(rounds * TRIES):
            if number % TRIES == 0:
                start.wait(PATIENCE)
            try:
                lock = WriterLock(path, AFTER)
            except InUse:
                continue
            os.close(os.open(held, os.O_CREAT | os.O_EXCL))
            taken += 1
            for _ in range(chance.randrange(10)):
                time.sleep(0)  # the others have their turn
            held.unlink()
            lock.release()
    except OSError as error:
        start.abort()
        results.put((taken, f"two writers: {error}"))
        return
    except BrokenBarrierError:
        pass  # another one found it
    results.put((taken, ""))


def writers(kills: int, seed: int, count: int = 5, rounds: int = 500) -> Figures:
    """Let processes meet at one file, then race for its lock."""
    with folder_in_memory() as folder:
        away, acts, looks = at_one_file(folder / "cell.chibo", count, kills, seed)
        taken = race(folder, 3, rounds, seed)
    return Figures(kills, away, acts, looks, taken, 3 * rounds * TRIES)


def main(kills: int, seed: int) -> int:
    """Run and print one line of figures."""
    if sys.platform == "win32":
        print("writers: skipped, a killed process is told of on POSIX systems only")
        return 0
    began = time.monotonic()
    found = writers(kills, seed)
    print(
        f"writers: {found.killed} writers killed among five, {found.turned_away} turned away, "
        f"{found.acts} acts and {found.looks} looks meanwhile, the lock taken {found.taken} times "
        f"in {found.tries} tries of three at once, never two writers, "
        f"seed {seed}, {time.monotonic() - began:.0f} s"
    )
    return 0
