"""What a packet costs on a board, beside reading and writing the same without the program.

4,800 packets of a drawn province lie on a board; those of further communes are collected onto
copies of it, and onto copies of it as it was after 480. All 48,372 are collected once, ours and
bare, when that is asked for.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import time
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import jsonschema
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from benchmarks.drawing import Drawing
from benchmarks.drawn import CELLS, Kind
from benchmarks.in_window import PRAGMAS
from benchmarks.province import SPARE, new_board, take
from benchmarks.rows import Row
from benchmarks.timing import ROOT, medians
from cellsecretary.exchange.collecting import AT_ONCE
from cellsecretary.exchange.merging import BOARD_SUFFIX
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FEW, MANY = 480, 4_800
"""How many versions the boards have that the growth is measured on."""

PROBES = 120
ROUNDS = 7
AGAINST = "unzip, hashes, signature, JSON, schema, executemany"
_TABLES = ("records", "versions")
_MINUTES = f"_{Kind.MINUTES}.zip"


@dataclass
class Bare:
    """Reads packets and writes rows with the libraries alone; the rows are those ours wrote."""

    checks: bool = True
    rows: dict[tuple[str, str], tuple[tuple[Any, ...], tuple[Any, ...]]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        self._last = 0
        rule = json.loads((ROOT / "docs" / "packet.schema.json").read_text(encoding="utf-8"))
        self._schemas = {
            name: jsonschema.Draft202012Validator({**rule, "$ref": f"#/$defs/{kind}"})
            for name, kind in (("manifest.json", "Manifest"), ("record.json", "Content"))
        }

    def learn(self, path: Path) -> None:
        """Take what ours wrote since this was asked last, by the cell and the id of a meeting."""
        self.rows.clear()
        with closing(sqlite3.connect(path)) as conn:
            versions = conn.execute("select * from versions where id > ?", [self._last])
            names = [column[0] for column in versions.description]
            id, cell, meeting, content = map(names.index, ("id", "cell", "meeting", "content"))
            for row in versions:
                record = conn.execute("select * from records where id = ?", [row[content]])
                self.rows[row[cell], row[meeting]] = (record.fetchone(), row)
                self._last = row[id]

    def collect(self, path: Path, packets: Sequence[Path]) -> None:
        """Read packets and write their rows, as many in one transaction as ours."""
        with closing(sqlite3.connect(path, isolation_level=None)) as conn:
            conn.executescript(PRAGMAS)
            for begin in range(0, len(packets), AT_ONCE):
                read = [self._read(packet) for packet in packets[begin : begin + AT_ONCE]]
                conn.execute("begin immediate")
                kept = zip(*(self.rows[meeting] for meeting in read), strict=True)
                for table, rows in zip(_TABLES, kept, strict=True):
                    marks = ", ".join("?" * len(rows[0]))
                    conn.executemany(f"insert or ignore into {table} values ({marks})", rows)
                conn.execute("commit")

    def _read(self, packet: Path) -> tuple[str, str]:
        """Unzip, hash, prove and check one packet; give its cell and its meeting."""
        with zipfile.ZipFile(packet) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        told = files["manifest.json"]
        manifest = json.loads(told)
        for entry in manifest["files"]:
            assert hashlib.sha256(files[entry["name"]]).hexdigest() == entry["sha256"]
        signature = json.loads(files["signature.json"])
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signature["key"]))
        key.verify(base64.b64decode(signature["signature"]), told)
        record = json.loads(files["record.json"])
        if self.checks:
            self._schemas["manifest.json"].validate(manifest)
            self._schemas["record.json"].validate(record)
        return manifest["sender"]["id"], manifest["subject"]["meeting"]


def collecting(
    folder: Path, *, whole: bool = False, many: int = MANY, rounds: int = ROUNDS
) -> tuple[list[Row], str]:
    """Give the rows of collecting, and what the bare way takes without the schema, as a line.

    `whole` collects the packets of the whole province once.
    """
    cells = CELLS if whole else many // 12
    with Drawing(folder / "packets", cells, SPARE) as drawing:
        boards, packets, took = _fill(folder, drawing, cells, whole=whole)
        probes = [path for at in drawing.communes[-2:] for path in _minutes(drawing, at)][:PROBES]
    few, full = boards
    copy = folder / f"copy{BOARD_SUFFIX}"
    bare, unchecked = Bare(), Bare(checks=False)

    def ours(board: Path) -> float:
        shutil.copyfile(board, copy)
        with closing(Board.open(copy, bundled())) as opened:
            begin = time.perf_counter()
            reports = take(opened, probes)
            seconds = time.perf_counter() - begin
        assert all(report.reason is None for report in reports)
        return seconds / len(probes)

    def floor(way: Bare) -> float:
        shutil.copyfile(full, copy)
        begin = time.perf_counter()
        way.collect(copy, probes)
        return (time.perf_counter() - begin) / len(probes)

    ours(full)
    for way in (bare, unchecked):
        way.learn(copy)
    after_many, after_few, floor_took, unchecked_took = medians(
        lambda: ours(full),
        lambda: ours(few),
        lambda: floor(bare),
        lambda: floor(unchecked),
        rounds=rounds,
    )
    count = f"{packets:,}"
    what = f"collect a packet, {count} on the board"
    ours_took = after_many
    if whole:
        what, (ours_took, floor_took) = f"collect {count} packets, once: a packet", took
    rows = [
        Row(what, AGAINST, 2, ours_took * 1000, floor_took * 1000),
        Row(
            f"growth per packet, {count} on the board",
            f"{FEW} on the board",
            1.2,
            after_many * 1000,
            after_few * 1000,
            other_is="peer",
        ),
    ]
    each = (after_many * 1000, unchecked_took * 1000, after_many / unchecked_took)
    return rows, "collect, no schema       {:9.2f}{:9.2f}{:8.2f}".format(*each)


def _fill(
    folder: Path, drawing: Drawing, cells: int, *, whole: bool
) -> tuple[tuple[Path, Path], int, tuple[float, float]]:
    """Collect a province; give the board after a few and after all, its packets, and seconds each.

    The seconds are ours and, with `whole`, those of the bare way on a file of its own.
    """
    path = folder / f"collected{BOARD_SUFFIX}"
    few = folder / f"few{BOARD_SUFFIX}"
    bare, beside = Bare(), folder / f"bare{BOARD_SUFFIX}"
    with new_board(beside):
        pass
    took = [0.0, 0.0]
    packets = 0
    communes = [
        number
        for number, commune in enumerate(drawing.province.communes)
        if commune[0].number < cells
    ]
    with new_board(path) as board:
        for commune in communes:
            paths = _minutes(drawing, commune)
            drawing.ask(commune + 1)
            begin = time.perf_counter()
            take(board, paths)
            took[0] += time.perf_counter() - begin
            packets += len(paths)
            if whole:
                bare.learn(path)
                begin = time.perf_counter()
                bare.collect(beside, paths)
                took[1] += time.perf_counter() - begin
            shutil.rmtree(drawing.folder(commune))
            if packets >= FEW and not few.exists():
                shutil.copyfile(path, few)
    return (few, path), packets, (took[0] / packets, took[1] / packets)


def _minutes(drawing: Drawing, commune: int) -> list[Path]:
    """Give the packets of a commune that are minutes: nothing spoilt, nothing twice."""
    return [path for path in drawing.drawn(commune) if path.name.endswith(_MINUTES)]
