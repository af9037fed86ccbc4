"""The zip of a packet: written the same way each time, and read as if a stranger had made it."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LARGEST = 48 << 20
"""Bytes of a packet, and of all that it holds: years of a large cell need a tenth of it."""

FIRST_NAME = 30
"""Where the name of the first file of a zip stands."""

MOST_ENTRIES = 64
_MOST_DIRECTORY = MOST_ENTRIES * 400
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_MARKS = (b"PK\x01\x02", b"PK\x03\x04")
_HARMLESS = 0x806
"""Flags of a name in UTF-8, and of how well a file was packed."""

_PLAIN = 20
"""The version of zip that has folders and deflate; later ones have what no packet needs."""

_PIECE = 4096  # unpacks to four million bytes at most
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
    OTHER_KEY = "other_key"
    NO_MEETING = "no_meeting"
    LONG_TEXT = "long_text"
    PRACTICE = "practice"


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


def unzipped(data: bytes, names: re.Pattern[str]) -> dict[str, Packed]:
    """Give the files of a zip, after its directory was found to be small, flat and honest.

    Only files with these names may be in it. Python's own reader is not asked: it builds a million
    entries first, and passes over what is hidden between them.
    """
    count, start = _insist_on_end(data)
    try:
        entries = _entries(data, count, start, names)
    except struct.error as wrong:
        raise PacketError(Flaw.DAMAGED) from wrong
    if len({entry.name for entry in entries}) != count:
        raise PacketError(Flaw.DAMAGED)
    if sum(entry.size for entry in entries) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    return {entry.name: entry for entry in entries}


def begins_with(data: bytes, name: str) -> bool:
    """Tell whether the first file of a zip has this name; of `data` its beginning is enough."""
    return data[FIRST_NAME : FIRST_NAME + len(name)] == name.encode()


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it lies in a zip; unpacked when asked for, so that a packet needs its room once."""

    name: str
    packed: memoryview
    method: int
    size: int
    crc: int

    def content(self) -> bytes:
        """Unpack the file."""
        content = io.BytesIO()
        content.writelines(self.pieces())
        return content.getvalue()

    def sha256(self) -> str:
        """Give the hash of its content, which is in memory at no time."""
        found = hashlib.sha256()
        for piece in self.pieces():
            found.update(piece)
        return found.hexdigest()

    def pieces(self) -> Iterator[bytes]:
        """Unpack piece by piece; where a piece or the sum of all is wrong it raises."""
        size = crc = 0
        try:
            for piece in _METHODS[self.method](self):
                size, crc = size + len(piece), zlib.crc32(piece, crc)
                yield piece
        except (KeyError, zlib.error) as wrong:
            raise PacketError(Flaw.DAMAGED, self.name) from wrong
        if (size, crc) != (self.size, self.crc):
            raise PacketError(Flaw.DAMAGED, self.name)


def _stored(file: Packed) -> Iterator[bytes]:
    for at in range(0, len(file.packed), _PIECE):
        yield bytes(file.packed[at : at + _PIECE])


def _deflated(file: Packed) -> Iterator[bytes]:
    """Unpack at most one byte more than was told, and nothing that goes on behind its end."""
    unpacker, room = zlib.decompressobj(-zlib.MAX_WBITS), file.size + 1
    for at in range(0, len(file.packed), _PIECE):
        piece = unpacker.decompress(file.packed[at : at + _PIECE], room)
        room -= len(piece)
        if not room or unpacker.unused_data:
            raise zlib.error("it goes on")
        yield piece
    if not unpacker.eof:
        raise zlib.error("it has no end")


_METHODS = {zipfile.ZIP_STORED: _stored, zipfile.ZIP_DEFLATED: _deflated}


def _insist_on_end(data: bytes) -> tuple[int, int]:
    """Give how many files there are, and where their directory begins."""
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
    return count, start


def _entries(data: bytes, count: int, start: int, allowed: re.Pattern[str]) -> list[Packed]:
    """Give the files in their order: told of twice alike, one behind the other, nothing between."""
    entries, at, place = [], 0, start
    for _ in range(count):
        central, local = _CENTRAL.unpack_from(data, place), _LOCAL.unpack_from(data, at)
        place, body = place + _CENTRAL.size, at + _LOCAL.size
        _, _, version, flags, method, _, _, crc, packed, size, length, extra, *rest = central
        comment, disk, _, attributes, offset = rest
        title = data[place : place + length]
        name = title.decode("latin-1")
        if not allowed.fullmatch(name) or attributes >> 16 & 0o170000 == _LINK:
            raise PacketError(Flaw.DECEITFUL, "zip")
        if extra or comment or disk or offset != at:
            raise PacketError(Flaw.DECEITFUL, name)
        if (central[0], local[0]) != _MARKS or local[1:] != central[2:12]:
            raise PacketError(Flaw.DAMAGED, name)
        if data[body : body + length] != title or version > _PLAIN or flags & ~_HARMLESS:
            raise PacketError(Flaw.DAMAGED, name)
        body, place = body + length, place + length
        at = body + packed
        entries.append(Packed(name, memoryview(data)[body:at], method, size, crc))
    if at != start or place + _END.size != len(data):
        raise PacketError(Flaw.DECEITFUL, "zip")
    return entries
