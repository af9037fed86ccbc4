"""Damage anywhere in a file: it does no harm, or it is noticed and made good; it never misleads.

Blocks of a book and of a board are zeroed, have a bit flipped, or are the end of the file. What
the program then reads is what was written, or it says that the file is damaged; and with a copy
and the journal every act comes back.
"""

from __future__ import annotations

import itertools
import random
import time
import traceback
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.change import Context
from cellsecretary.core.operations.board import change_office, change_paper_cell
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.exchange.replay import Replay
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.checking import check
from cellsecretary.store.closed import closed_versions, closing_times
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.history import NEWEST
from cellsecretary.store.opening import Looking, Opening
from cellsecretary.store.records import (
    cell_record,
    meeting_record,
    period_record,
)
from tests.building import AFTER, THON_3, contents, context, done
from tests.cells import SUPERIOR, Cell, held, packed, write
from tests.torture.places import folder_in_memory, workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.store.ledger import Ledger

BLOCK = 512
"""Bytes that a disk loses together."""

TOLD = 5
"""Findings after which no more is tried."""


class Way(StrEnum):
    """What becomes of a block."""

    ZERO = "zeroed"
    FLIP = "one bit flipped"
    CUT = "cut off"


@dataclass
class Patient:
    """A sound file with its copy and its journal, and all that can be read of it."""

    kind: type[Ledger]
    path: Path
    copies: Path
    sound: bytes = b""
    content: str = ""
    head: tuple[int, str] = (0, "")
    records: list[object] = field(default_factory=list)

    @property
    def blocks(self) -> int:
        """How many blocks the file has."""
        return -(-len(self.sound) // BLOCK)

    def remember(self, ledger: Ledger) -> None:
        """Read all of the file, and close it."""
        self.content, self.head = contents(ledger), ledger.head()
        self.records = list(read(ledger))
        ledger.close()
        self.sound = self.path.read_bytes()


@dataclass
class Seen:
    """What became of each variant, how many were brought back, and what is wrong."""

    outcomes: Counter[str] = field(default_factory=Counter)
    recovered: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Seen) -> None:
        """Take over what another process saw."""
        self.outcomes += other.outcomes
        self.recovered += other.recovered
        self.wrong += other.wrong


def read(ledger: Ledger) -> Iterator[object]:
    """Give every record that a window or a paper asks for."""
    yield ledger.steps(NEWEST)
    if isinstance(ledger, Board):
        yield ledger.whole()
        yield ledger.arrivals(NEWEST)
        for version in ledger.versions():
            yield ledger.record(version.key)
        return
    assert isinstance(ledger, Book)
    yield cell_record(ledger)
    for meeting in ledger.values("select id from meetings order by date, starts"):
        yield meeting_record(ledger, meeting)
        yield closed_versions(ledger, meeting)
        yield closing_times(ledger, meeting)
    yield period_record(ledger, Period(Span.YEAR, 2026))


def sick_book(folder: Path) -> Patient:
    """Give a book whose last acts are in the journal alone."""
    patient = Patient(Book, folder / "cell.chibo", folder / "copies")
    book = Book.create(patient.path, bundled())
    steps = Replay(read_scenario(THON_3.read_text(encoding="utf-8")), book).steps()
    for _ in itertools.islice(steps, 60):
        pass
    backups = Backups.of(patient.copies, book)
    book.follower = backups.journal
    assert backups.make(book, AFTER) is not None
    for _ in steps:
        pass
    patient.remember(book)
    return patient


def sick_board(folder: Path) -> Patient:
    """Give a board on which the clerk went on after the last packets were copied."""
    patient = Patient(Board, folder / "xa.bangxa", folder / "copies")
    board = Board.create(patient.path, bundled())
    cells = [Cell(0), Cell(1)]
    sent = [packed(held(cell, month), cell) for cell in cells for month in (9, 10)]
    write(iter(sent), folder / "stick")
    collecting = Collecting(board, bundled(), lambda: context(), accept_new=True)
    list(collecting.take_all(sorted((folder / "stick").iterdir())))
    backups = Backups.of(patient.copies, board)
    board.follower = backups.journal
    assert backups.make(board, AFTER) is not None
    now = Context(AFTER, lambda: "office")
    board.apply(done(change_office(board.register(), now, SUPERIOR, "Minh Đài")), AFTER)
    for name in ("Chi bộ Quân sự", "Chi bộ Trường học", "Chi bộ Trạm Y tế"):
        answer = change_paper_cell(board.register(), context(), "", name, True)
        board.apply(done(answer), AFTER)
    patient.remember(board)
    return patient


def damaged(patient: Patient, block: int, way: Way, chance: random.Random) -> bytes:
    """Give the bytes of a file with one block of it damaged."""
    data, start = bytearray(patient.sound), block * BLOCK
    end = min(len(data), start + BLOCK)
    match way:
        case Way.ZERO:
            data[start:end] = bytes(end - start)
        case Way.FLIP:
            data[chance.randrange(start, end)] ^= 1 << chance.randrange(8)
        case Way.CUT:
            del data[start:]
    return bytes(data)


def outcome(patient: Patient, data: bytes) -> str:
    """Open and read a damaged file; give how it was noticed, `harmless` when all is as written."""
    patient.path.write_bytes(data)
    stranger = patient.kind.schema.stranger
    try:
        ledger = patient.kind.open(patient.path, bundled())
    except BookError as error:
        if error.fault not in (Fault.DAMAGED, stranger, Fault.TOO_NEW):
            raise
        return f"at opening: {error.fault}"
    with closing(ledger):
        as_written, is_read = False, True
        try:
            as_written = list(read(ledger)) == patient.records
        except BookError as error:
            if error.fault is not Fault.DAMAGED:
                raise
            is_read = False
        findings = check(ledger)
        content = ""
        with suppress(sqlite3.DatabaseError):
            content = contents(ledger)
        if not is_read:
            assert findings, "a reader noticed what no check finds"
            return "when it was read"
        if findings:
            return "by the check"
        assert as_written, "a record is not as it was written, and nobody noticed"
        assert content == patient.content, "a row is not as it was written, and nobody noticed"
        assert ledger.head() == patient.head
    return "harmless"


def insist_on_recovery(patient: Patient, data: bytes, found: str) -> None:
    """Open a damaged file as the window does, then make it again: all of it comes back."""
    opening = Opening(lambda: patient.copies, bundled, lambda: AFTER)
    _lay(patient, data)
    with closing(opening.write(patient.kind, patient.path)) as opened:
        if found == f"at opening: {Fault.TOO_NEW}":
            assert opened.looking is Looking.TOO_NEW
        elif found.startswith("at opening"):
            assert opened.recovered is not None
            _insist_on_all(patient, opened.ledger)
    _lay(patient, data)
    with closing(opening.write(patient.kind, patient.path, again=True)) as opened:
        recovered = opened.recovered
        assert recovered is not None
        assert recovered.is_all
        assert recovered.kept is not None
        assert recovered.kept.read_bytes() == data
        _insist_on_all(patient, opened.ledger)


def _insist_on_all(patient: Patient, ledger: Ledger) -> None:
    assert ledger.head() == patient.head
    assert contents(ledger) == patient.content
    assert check(ledger) == ()


def _lay(patient: Patient, data: bytes) -> None:
    for path in patient.path.parent.glob(f"{patient.path.stem}.*damaged*"):
        path.unlink()
    patient.path.write_bytes(data)


def variants(patients: list[Patient], count: int) -> list[tuple[int, int, Way]]:
    """Give so many of (file, block, way), spread over all blocks of all files."""
    places = [(file, block) for file, one in enumerate(patients) for block in range(one.blocks)]
    ways, found = list(Way), []
    for number in range(count):
        # More variants than blocks go round again, each time in another way.
        turn, place = divmod(number, len(places))
        if count < len(places):
            place = number * len(places) // count
        found.append((*places[place], ways[(number + turn) % len(ways)]))
    return found


def damages(count: int, seed: int, part: int = 0, parts: int = 1) -> Seen:
    """Try so many variants, or every so manieth of them."""
    seen = Seen()
    with folder_in_memory() as folder:
        for name in ("book", "board"):
            (folder / name).mkdir()
        patients = [sick_book(folder / "book"), sick_board(folder / "board")]
        for file, block, way in variants(patients, count)[part::parts]:
            if len(seen.wrong) >= TOLD:
                break
            _try(patients[file], block, way, seed, seen)
    return seen


def _try(patient: Patient, block: int, way: Way, seed: int, seen: Seen) -> None:
    data = damaged(patient, block, way, random.Random(f"{seed} {block} {way}"))
    try:
        found = outcome(patient, data)
        if found != "harmless":
            insist_on_recovery(patient, data, found)
            seen.recovered += 1
    except Exception:  # whatever it is, it must not have come out
        place = f"{patient.path.name}, block {block} {way}, seed {seed}"
        seen.wrong.append(f"{place}\n{traceback.format_exc(limit=-6)}")
        found = "wrong"
    seen.outcomes[found] += 1


def told(seen: Seen, seed: int, seconds: float) -> str:
    """Give one line of figures."""
    outcomes = ", ".join(f"{count} {what}" for what, count in sorted(seen.outcomes.items()))
    return (
        f"damage: {seen.outcomes.total()} damaged files ({outcomes}), {seen.recovered} brought "
        f"back whole, {len(seen.wrong)} findings, seed {seed}, {seconds:.0f} s"
    )


def main(count: int, seed: int, processes: int | None = None) -> int:
    """Run and print one line of figures."""
    began, seen = time.monotonic(), Seen()
    with workers(processes) as pool:
        parts = pool._max_workers  # type: ignore[attr-defined]
        jobs = [pool.submit(damages, count, seed, part, parts) for part in range(parts)]
        for job in jobs:
            seen.add(job.result())
    print(told(seen, seed, time.monotonic() - began))
    print(*seen.wrong, sep="\n", end="")
    return 1 if seen.wrong else 0
