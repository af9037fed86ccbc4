"""Packets with hostile texts in every field say them as they are, under names that harm no disk."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.portions import Portion
from cellsecretary.exchange import packet
from cellsecretary.exchange.merging import board_file_name
from cellsecretary.exchange.packet import Profile, pack_meeting, pack_period
from cellsecretary.exchange.packet_reader import open_packet
from cellsecretary.exchange.stick_copy import Copied
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.paper_desk import file_name
from tests.cells import Cell
from tests.hostile import TEXTS
from tests.papers.test_hostile_papers import Poison, practice, whole

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

DAY = dt.date(2026, 11, 3)
KEY = Cell(0).key()
# No device, no stream, nothing above: letters that Windows, macOS and every stick keep.
SAFE = re.compile(r"(?!(?i:con|prn|aux|nul|com\d|lpt\d)\b)[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z]+")


def poisoned(record: MeetingRecord) -> MeetingRecord:
    """Spoil a meeting but for the names of its sender, which a reader insists on."""
    spoilt: MeetingRecord = Poison(record)(record)
    cell = replace(spoilt.cell, name=record.cell.name, superior=record.cell.superior)
    return replace(spoilt, cell=cell)


def test_a_packet_of_a_meeting_says_hostile_texts_as_they_are() -> None:
    record = poisoned(practice()[-1])
    packed = pack_meeting(record, Profile.FULL, KEY)
    opened = open_packet(packed.content, bundled())
    assert opened.meetings == (record,)
    assert opened.papers
    assert all(paper.startswith(b"%PDF-") for paper in opened.papers.values())


@pytest.mark.thorough
def test_a_packet_of_a_quarter_says_hostile_texts_as_they_are() -> None:
    period = whole("report")
    records = tuple(poisoned(one) for one in period.records)  # type: ignore[union-attr]
    packed = pack_period(replace(period, records=records), Profile.FULL, KEY)  # type: ignore[arg-type]
    assert open_packet(packed.content, bundled()).meetings == records


@pytest.mark.parametrize("name", TEXTS)
def test_no_name_of_a_file_made_of_a_text_leads_anywhere(name: str, tmp_path: Path) -> None:
    text = TEXTS[name]
    subject = packet.Subject(packet.SubjectKind.MEETING, DAY.isoformat(), "m", 1)
    cell = packet.file_cell(text, bundled().on(DAY))
    copied = Copied(text, DAY, ".chibo", b"", Book, bundled())
    made = [
        packet._file_name(cell, subject, "BienBan", "2026-11"),
        copied.file_name(tmp_path),
        board_file_name(text, DAY),
    ]
    assert [one for one in made if not SAFE.fullmatch(one)] == []
    assert all(len(one) < 120 for one in made)
    paper = file_name(text, "2026-11", [Portion("1", 1, text)])
    assert not re.search(r"[^\w-]", paper)
    (tmp_path / f"{paper[:100]}.pdf").touch()
