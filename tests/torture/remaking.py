"""Power cuts while a file is begun, made again or goes back: it is there whole, or it can be again.

Each of these is done once while all that happens to the disk is written down; then the disk is
built as a cut may leave it after each operation, and the same is done again on what is left.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import Context
from cellsecretary.core.kinds import CellKind, Shift
from cellsecretary.core.operations.cell import change_cell, start_book
from cellsecretary.core.rows import Cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError
from cellsecretary.store.backups import Backups
from cellsecretary.store.checking import check
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.records import cell_record
from cellsecretary.store.recovering import recover, restore
from tests.building import AFTER, contents, context, done, replayed
from tests.store.cuts import Medium, Way
from tests.store.disk import Disk, NoLibrary
from tests.store.disk_events import Mark
from tests.torture.places import folder_in_memory
from tests.torture.power import lay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.cuts import Files
    from tests.store.disk_events import Event

BOOK, COPIES = "cell.chibo", "copies"
TOLD = 5
"""Findings after which no more is cut."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What happened to the disk, and what the book may then hold.

    `before` is what it held, "" where it could not be opened; `after` what it came to hold.
    """

    folder: Path
    began: Files
    events: tuple[Event, ...]
    before: str
    after: str


@dataclass
class Found:
    """How many disks there were after how many cuts, what each held, and what is wrong."""

    cuts: int = 0
    disks: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that makes a file: what it begins with, what it does, and does again."""

    lay_out: Callable[[Path], None]
    do: Callable[[Path], None]


# What is done


def _nothing(folder: Path) -> None:
    folder.mkdir(exist_ok=True)


def _begin(folder: Path) -> None:
    cell = Cell(
        *("", "Chi bộ thôn 3", CellKind.VILLAGE, "Đảng bộ xã Minh Đài", "xã Minh Đài"),
        *("Nhà văn hóa", 3, dt.time(19, 30), Shift.NONE, dt.date(2025, 1, 1)),
    )
    answer = start_book(Context(AFTER, lambda: "one"), cell)
    with closing(Book.create(folder / BOOK, bundled())) as book:
        book.apply(done(answer), AFTER)


def _with_copies(folder: Path) -> None:
    """Lay a book out with an older copy and a journal."""
    folder.mkdir(exist_ok=True)
    path = folder / BOOK
    with closing(replayed(path)) as book:
        backups = Backups.of(folder / COPIES, book)
        book.follower = backups.journal
        assert backups.make(book, AFTER) is not None
        for number in range(3):
            _move(book, f"Nhà {number}")


def _move(book: Book, place: str) -> None:
    register = cell_record(book)
    cell = replace(register.cell, place=place)
    book.apply(done(change_cell(register, context(), cell)), AFTER)


def _damaged(folder: Path) -> None:
    _with_copies(folder)
    path = folder / BOOK
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 512] = bytes(512)
    path.write_bytes(data)


def _recover(folder: Path) -> None:
    found = recover(folder / BOOK, Book, _copies(folder), bundled(), AFTER)
    assert found.is_all


def _half_done(folder: Path) -> None:
    """Lay a book out as a killed program leaves it, with half an act in its journal."""
    _with_copies(folder)
    path, kept = folder / BOOK, folder / "kept"
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma cache_size = 1")
        conn.execute("begin immediate")
        conn.execute("update agenda_items set body = body || zeroblob(2000)")
        conn.execute("update opinions set text = text || 'half of an act'")
        kept.mkdir()
        for one in (path, path.with_name(f"{path.name}-journal")):
            shutil.copyfile(one, kept / one.name)
    for one in kept.iterdir():
        one.replace(folder / one.name)
    kept.rmdir()


def _restore(folder: Path) -> None:
    (copy,) = _copies(folder).all()
    restore(folder / BOOK, Book, copy.path, bundled())


def _copies(folder: Path) -> Backups:
    (place,) = (folder / COPIES).iterdir()
    backups = Backups(folder / COPIES, "cell", folder / BOOK)
    # The folder is named after the place of the book, which is another one after a cut.
    backups.folder = place
    return backups


ACTS = {
    "begin": Act(_nothing, _begin),
    "recover": Act(_damaged, _recover),
    "restore": Act(_half_done, _restore),
}


# Cuts


def journey(folder: Path, act: Act) -> Journey:
    """Do an act once and write down its disk."""
    act.lay_out(folder)
    before = _content(folder)
    # What is half done stays so: looking at the book took it back.
    if (folder / BOOK).exists():
        shutil.rmtree(folder)
        act.lay_out(folder)
    with Disk(folder) as disk:
        act.do(folder)
        disk.mark("done")
    after = _content(folder)
    assert after not in ("", before)
    return Journey(disk.folder, disk.began, tuple(disk.events), before, after)


def _content(folder: Path) -> str:
    """Give what a book holds that opens and is sound, "" of any other."""
    with suppress(BookError), closing(Book.open(folder / BOOK, bundled())) as book:
        return "" if check(book) else contents(book)
    return ""


def cut_all(made: Journey, act: Act, folder: Path, seed: int, found: Found, every: int = 1) -> None:
    """Cut after each event or every so manieth, look at what is left, and do the act again."""
    medium, target, seen = Medium(made.began), folder / "after", set[int]()
    is_done = False
    for number, event in enumerate(made.events):
        medium.take(event)
        is_done = is_done or isinstance(event, Mark)
        if number % every and not is_done:
            continue
        found.cuts += 1
        for way in Way:
            files = medium.cut(way, random.Random(f"{seed} {number} {way}"))
            key = hash((is_done, tuple(sorted(files.items()))))
            if key in seen or len(found.wrong) >= TOLD:
                continue
            seen.add(key)
            shutil.rmtree(target, ignore_errors=True)
            lay(made.folder, files, target)
            target.mkdir(exist_ok=True)
            try:
                found.disks[_insist(made, act, target, is_done=is_done)] += 1
            except (AssertionError, BookError, OSError, sqlite3.Error) as problem:
                found.disks["wrong"] += 1
                what = f"{type(problem).__name__}: {problem}"
                found.wrong.append(
                    f"cut after event {number} ({type(event).__name__}), {way}: {what}"
                )


def _insist(made: Journey, act: Act, folder: Path, *, is_done: bool) -> str:
    """Insist that the book is as before or as after, and that the act can be done again."""
    path = folder / BOOK
    was_there = any(name.endswith(BOOK) for name in made.began)
    assert path.exists() or not (was_there or is_done), "there is no book any more"
    content = _content(folder)
    if is_done:
        assert content == made.after, "what was done is not there"
        kept = [one.read_bytes() for one in folder.glob("*.damaged")]
        if act is ACTS["recover"]:
            assert kept == [made.began[str(made.folder / BOOK)]], "the damaged one is not there"
        return "done"
    assert content in ("", made.before, made.after), "half of it is there"
    assert content or not made.before, "the book of before is not there any more"
    if content != made.after:
        act.do(folder)
        assert _content(folder) == made.after, "it cannot be done again"
    left = [one.name for one in folder.iterdir() if one.suffix == ".part"]
    assert content == made.after or not left, left
    return "as after" if content == made.after else "as before" if content else "begun again"


def remaking(name: str, seed: int, every: int = 1) -> Found:
    """Cut one of the acts at every event, or at every so manieth."""
    found, act = Found(), ACTS[name]
    with folder_in_memory() as folder:
        made = journey(folder / "made", act)
        cut_all(made, act, folder, seed, found, every)
    return found


def main(count: int, seed: int) -> int:
    """Run and print one line of figures for each act."""
    wrong: list[str] = []
    for name in ACTS:
        began, cuts, disks = time.monotonic(), 0, Counter[str]()
        try:
            for round_ in range(count):
                found = remaking(name, seed + round_)
                cuts, disks = cuts + found.cuts, disks + found.disks
                wrong += found.wrong
        except NoLibrary as reason:
            print(f"remaking: skipped, {reason}")
            return 0
        told = ", ".join(f"{number} {what}" for what, number in sorted(disks.items()))
        print(
            f"remaking: {name}: {disks.total()} disks after {cuts} cuts ({told}), "
            f"{len(wrong)} findings, seed {seed}, {time.monotonic() - began:.0f} s"
        )
    print(*wrong, sep="\n", end="")
    return 1 if wrong else 0
