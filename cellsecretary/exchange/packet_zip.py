"""The zip of a packet: written the same way each time, and read as if a stranger had made it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 48 << 20
"""Bytes of a packet, and of all that it holds: years of a large cell need a tenth of it."""

FIRST_NAME = 30
"""Where the name of the first file of a zip stands."""

MOST_ENTRIES = 64
_MOST_DIRECTORY = MOST_ENTRIES * 400
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_LINK = 0o120000
# No clock, no system and no account in the zip: equal records give equal bytes.
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100600 << 16
_LEVEL = 9


class Flaw(StrEnum):
    """What is wrong with a packet."""

    NO_PACKET = "no_packet"
    CUT_OFF = "cut_off"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    ALTERED = "altered"
    DECEITFUL = "deceitful"
    TOO_NEW = "too_new"
    SEALED = "sealed"
    NO_MEETING = "no_meeting"


class PacketError(Exception):
    """A packet is refused; `place` says where in it."""

    def __init__(self, flaw: Flaw, place: str = "") -> None:
        super().__init__(f"{flaw.value}: {place}")
        self.flaw = flaw
        self.place = place


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Give the zip of these files, in this order; its bytes depend on nothing else but zlib."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = 3
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_LEVEL)
    return whole.getvalue()


def unzipped(data: bytes, names: re.Pattern[str]) -> dict[str, bytes]:
    """Give the files of a zip, after its directory was found to be small, flat and honest.

    Only files with these names may be in it.
    """
    _insist_on_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _insist_on_entries(entries, data, names)
            return {entry.filename: _content(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as wrong:
        raise PacketError(Flaw.DAMAGED) from wrong
    except (struct.error, UnicodeError, ValueError, OverflowError, RuntimeError) as wrong:
        raise PacketError(Flaw.DAMAGED) from wrong


def _insist_on_directory(data: bytes) -> None:
    """Look at the end of the zip by hand: Python's own reader builds a million entries first."""
    if len(data) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    if not data.startswith(b"PK\x03\x04"):
        raise PacketError(Flaw.NO_PACKET)
    if len(data) < _END.size:
        raise PacketError(Flaw.CUT_OFF)
    mark, disk, first, here, count, size, start, comment = _END.unpack(data[-_END.size :])
    if mark != b"PK\x05\x06":
        raise PacketError(Flaw.CUT_OFF)
    if disk or first or comment or here != count or start + size + _END.size != len(data):
        raise PacketError(Flaw.DAMAGED)
    if count > MOST_ENTRIES or size > _MOST_DIRECTORY:
        raise PacketError(Flaw.TOO_LARGE)


def _insist_on_entries(
    entries: list[zipfile.ZipInfo], data: bytes, allowed: re.Pattern[str]
) -> None:
    names = [entry.filename for entry in entries]
    # An entry's own name is looked at too: Python cuts what it does not like.
    if len(set(names)) != len(names) or names != [entry.orig_filename for entry in entries]:
        raise PacketError(Flaw.DAMAGED)
    at = 0
    for entry in entries:
        if not allowed.fullmatch(entry.filename) or entry.external_attr >> 16 & 0o170000 == _LINK:
            raise PacketError(Flaw.DECEITFUL, "zip")
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise PacketError(Flaw.DAMAGED, entry.filename)
        # The files lie one behind the other: nothing is hidden between them or told twice.
        if entry.header_offset != at or entry.extra or entry.comment:
            raise PacketError(Flaw.DECEITFUL, entry.filename)
        local = _LOCAL.unpack(data[at : at + _LOCAL.size])
        at += _LOCAL.size + local[-2] + local[-1] + entry.compress_size
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    start = _END.unpack(data[-_END.size :])[-2]
    if at != start:
        raise PacketError(Flaw.DECEITFUL, "zip")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise PacketError(Flaw.DAMAGED, entry.filename)
    return content
