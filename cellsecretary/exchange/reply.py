"""What the superior sends back on the stick: written here, and read as warily as a packet.

docs/packet.md describes it for somebody who writes another program of an office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from cellsecretary.core.lengths import LONGEST_LINE, LONGEST_TEXT
from cellsecretary.core.plain import PlainError, canonical_json, from_plain
from cellsecretary.core.preferences import PUBLIC_KEY
from cellsecretary.core.reply import Reply
from cellsecretary.exchange.packet import LONGEST_CELL, REPLY, SIGNATURE, letters, signature_file
from cellsecretary.exchange.packet_reader import insist_on_names, signer_of
from cellsecretary.exchange.packet_zip import (
    FIRST_NAME,
    Flaw,
    PacketError,
    begins_with,
    unzipped,
    zipped,
)
from cellsecretary.exchange.strict_json import strict_json
from cellsecretary.rules.rulebook import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.exchange.keys import SigningKey

FORMAT = 1
"""The version of the reply; a program refuses a number that it does not know."""

LARGEST = 8 << 20
"""Bytes of a reply, and of `reply.json`: years of a cell with many rule files have a tenth."""

MOST_FILES = 2000
"""So many files of a folder are looked at for a reply: a stick may be full of photographs."""

MOST = {"meetings": 2000, "petitions": 5000, "directives": 2000, "rules": 50}
"""Entries of each list of a reply."""

_NAME = re.compile(rf"{re.escape(REPLY)}|{re.escape(SIGNATURE)}")
_ID = re.compile(r"[!-~]{1,80}")
_FILE_NAME = re.compile(r"[^/\\:]+")


@dataclass(frozen=True, slots=True)
class ReplyPacket:
    """A reply in memory, before it is delivered."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OpenedReply:
    """A reply that is whole and makes sense; `signer` is the key of a signed one."""

    reply: Reply
    signer: bytes | None


def pack_reply(reply: Reply, cell: str, signer: SigningKey | None) -> ReplyPacket:
    """Pack what an office tells a cell, by the name of the cell; equal replies are equal bytes.

    What no cell would read, a text far too long, raises `PacketError`.
    """
    told = canonical_json(reply).encode()
    _read(told)
    inside = {REPLY: told}
    if signer is not None:
        inside[SIGNATURE] = signature_file(signer.sign(told))
    name = letters(cell)[:LONGEST_CELL] or "ChiBo"
    return ReplyPacket(f"PhanHoi_{name}.zip", zipped(inside))


def read_reply(path: Path) -> OpenedReply:
    """Read a reply from a file; whatever is wrong with it raises `PacketError`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as wrong:
        raise PacketError(Flaw.NO_PACKET) from wrong
    return open_reply(data)


def open_reply(data: bytes) -> OpenedReply:
    """Read a reply from its bytes."""
    if len(data) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    if not begins_with(data, REPLY):
        raise PacketError(Flaw.NO_PACKET)
    files = unzipped(data, _NAME)
    if sum(file.size for file in files.values()) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    told = files[REPLY].content()  # it is the first of them, else it would not begin so
    signer = signer_of(files[SIGNATURE].content(), told) if SIGNATURE in files else None
    return OpenedReply(_read(told), signer)


def looks_like_reply(path: Path) -> bool:
    """Tell whether a file begins as a reply does; what is in it is not checked."""
    try:
        with path.open("rb") as file:
            return begins_with(file.read(FIRST_NAME + len(REPLY)), REPLY)
    except OSError:
        return False


def reply_in(folder: Path, cell: str) -> tuple[Path, OpenedReply] | None:
    """Find the newest reply for a cell, by its id, among the files directly in a folder.

    What is broken, or of another cell, is passed over.
    """
    found: list[tuple[Path, OpenedReply]] = []
    for path in _files(folder):
        if not looks_like_reply(path):
            continue
        try:
            opened = read_reply(path)
        except PacketError:
            continue
        if opened.reply.cell == cell:
            found.append((path, opened))
    return max(found, key=lambda one: (one[1].reply.made, one[0].name), default=None)


def _files(folder: Path) -> list[Path]:
    try:
        zips = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".zip")
        return [path for path in zips[:MOST_FILES] if path.is_file()]
    except OSError:
        return []


def _read(data: bytes) -> Reply:
    plain = strict_json(data, REPLY, LARGEST)
    number = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise PacketError(Flaw.TOO_NEW)
    try:
        reply = from_plain(Reply, plain)
    except PlainError as wrong:
        raise PacketError(Flaw.DAMAGED, f"{REPLY}: {wrong.path}") from wrong
    for place, most in MOST.items():
        if len(getattr(reply, place)) > most:
            raise PacketError(Flaw.TOO_LARGE, f"{REPLY}: {place}")
    for place, text, most in _texts(reply):
        if len(text) > most:
            raise PacketError(Flaw.LONG_TEXT, f"{REPLY}: {place}")
    insist_on_names(REPLY, reply.office, *(one.confirmed_by for one in reply.meetings))
    insist_on_names(REPLY, *(one.name for one in reply.rules))
    for place, is_right in _sense(reply):
        if not is_right:
            raise PacketError(Flaw.DAMAGED, f"{REPLY}: {place}")
    return reply


def _texts(reply: Reply) -> Iterator[tuple[str, str, int]]:
    """Give every text with its place and with the most letters that it may have."""
    yield "office", reply.office, LONGEST_LINE
    for meeting in reply.meetings:
        yield "meetings.remark", meeting.remark, LONGEST_TEXT
        yield "meetings.confirmed_by", meeting.confirmed_by, LONGEST_LINE
        for name in (meeting.form, *meeting.points):
            yield "meetings.points", name, LONGEST_LINE
    for petition in reply.petitions:
        yield "petitions.answer", petition.answer, LONGEST_TEXT
    for directive in reply.directives:
        yield "directives.title", directive.title, LONGEST_LINE
        yield "directives.number", directive.number, LONGEST_LINE
    for file in reply.rules:
        yield "rules.name", file.name, LONGEST_LINE
        # A letter has a byte at least; whoever takes the file counts them.
        yield "rules.text", file.text, LARGEST_FILE


def _sense(reply: Reply) -> Iterator[tuple[str, bool]]:
    """Give each place where a reply could contradict itself, and whether it does not."""
    yield "format", reply.format == FORMAT
    yield "office", bool(reply.office.strip())
    yield "seal_key", not reply.seal_key or PUBLIC_KEY.fullmatch(reply.seal_key) is not None
    lists = {
        "meetings": [one.meeting for one in reply.meetings],
        "petitions": [one.petition for one in reply.petitions],
        "directives": [one.id for one in reply.directives],
    }
    for place, ids in lists.items():
        yield place, len(set(ids)) == len(ids)
    for name in chain((reply.cell,), *lists.values()):
        yield "id", _ID.fullmatch(name) is not None
    names = [one.name for one in reply.rules]
    yield "rules", len(set(names)) == len(names)
    yield "rules.name", all(map(_FILE_NAME.fullmatch, names))
    for one in reply.meetings:
        yield "meetings.revision", one.revision >= 0
        yield "meetings.form", bool(one.form) or not one.points
    for directive in reply.directives:
        yield "directives.title", bool(directive.title.strip())
        yield "directives.last", directive.first <= directive.last
