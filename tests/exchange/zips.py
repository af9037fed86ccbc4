"""Zips taken apart into their headers, spoilt there and put together; and what an honest one is.

`insist_on_plainness` shares nothing with the reader of the program that it judges.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
SHARED = ("version", "flags", "method", "time", "date", "crc", "packed", "size")
ALONE = ("made", "disk", "internal", "external", "offset")
ENDING = ("disk", "first", "here", "count", "length", "start", "comment")
WIDE = {"crc", "packed", "size", "external", "offset", "length", "start"}
FREE = {"version", "time", "date", "made", "internal", "external"}
"""What a header may say as it likes: it is not of the content."""


@dataclass(eq=False)
class Entry:
    """One file of a zip: packed bytes, and what the headers before it and in the directory say."""

    name: bytes
    content: bytes
    body: bytes
    local: dict[str, int]
    central: dict[str, int]
    local_name: bytes | None = None
    local_extra: bytes = b""
    extra: bytes = b""
    comment: bytes = b""
    gap: bytes = b""


@dataclass
class Zip:
    """A zip in its parts; `end` is what its last header says otherwise than would be true."""

    entries: list[Entry]
    directory: list[Entry] = field(default_factory=list)
    before_directory: bytes = b""
    before_end: bytes = b""
    behind: bytes = b""
    end: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, files: dict[str, bytes], level: int = 1) -> Zip:
        """Pack files."""
        entries = []
        for name, data in files.items():
            packer = zlib.compressobj(level, zlib.DEFLATED, -15)
            body = packer.compress(data) + packer.flush()
            told = dict.fromkeys((*SHARED, *ALONE), 0) | {
                **{"version": 20, "made": 3 << 8 | 20, "method": 8, "date": 33},
                **{"crc": zlib.crc32(data), "packed": len(body), "size": len(data)},
                "external": 0o100600 << 16,
            }
            entries.append(Entry(name.encode(), data, body, dict(told), dict(told)))
        return cls(entries, list(entries))

    def join(self) -> bytes:
        """Give the bytes."""
        whole, offsets = b"", {}
        for one in self.entries:
            offsets[id(one)] = len(whole)
            name = one.name if one.local_name is None else one.local_name
            told = [narrow(key, one.local[key]) for key in SHARED]
            head = LOCAL.pack(b"PK\x03\x04", *told, len(name), len(one.local_extra))
            whole += head + name + one.local_extra + one.body + one.gap
        whole += self.before_directory
        start = len(whole)
        for one in self.directory:
            made, disk, internal, external, _ = (narrow(key, one.central[key]) for key in ALONE)
            told = [narrow(key, one.central[key]) for key in SHARED]
            lengths = (len(one.name), len(one.extra), len(one.comment))
            place = narrow("offset", offsets.get(id(one), 0) + one.central["offset"])
            whole += CENTRAL.pack(
                b"PK\x01\x02", made, *told, *lengths, disk, internal, external, place
            )
            whole += one.name + one.extra + one.comment
        whole += self.before_end
        count = len(self.directory)
        true = dict(zip(ENDING, (0, 0, count, count, len(whole) - start, start, 0), strict=True))
        told = [narrow(key, value) for key, value in (true | self.end).items()]
        return whole + END.pack(b"PK\x05\x06", *told) + self.behind


def narrow(key: str, value: int) -> int:
    """Give a value as its field can hold it."""
    return value & (0xFFFFFFFF if key in WIDE else 0xFFFF)


def odd_number(chance: random.Random, true: int) -> int:
    near = (true + 1, true - 1, true * 2, true ^ 1 << chance.randrange(32))
    return chance.choice((0, 1, 8, 9, 12, 14, 0x800, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, *near, *near))


def header_changed(chance: random.Random, whole: Zip) -> None:
    """Change a field in the directory, before the file, or in both alike."""
    one = chance.choice(whole.entries)
    key = chance.choice((*SHARED, *SHARED, *ALONE))
    value = odd_number(chance, one.central[key])
    for header in chance.choice(((one.central,), (one.local,), (one.central, one.local))):
        header[key] = value


def name_changed(chance: random.Random, whole: Zip) -> None:
    one = chance.choice(whole.entries)
    others = [b"", b"../x.pdf", b"/x", b"papers/x\x00.pdf", "papers/ế.pdf".encode(), b"\xff\xfe"]
    others += [one.name.upper(), one.name + b"/", b"C:\\x.pdf", b"seal.json", b"papers/Y.pdf"]
    name = chance.choice([*others, *(entry.name for entry in whole.entries)])
    if chance.random() < 0.5:
        one.local_name = name
    else:
        one.name = name


def order_changed(chance: random.Random, whole: Zip) -> None:
    chance.shuffle(whole.directory)
    if chance.random() < 0.5:
        whole.entries = list(whole.directory)


def entry_doubled(chance: random.Random, whole: Zip) -> None:
    one = chance.choice(whole.entries)
    times = chance.choice((1, 1, 2, 63, 70))
    for _ in range(times):
        again = Entry(one.name, one.content, one.body, dict(one.local), dict(one.central))
        listed = chance.choice((one, again))
        whole.directory.insert(chance.randrange(len(whole.directory) + 1), listed)
        if listed is again:
            whole.entries.append(again)


def entry_dropped(chance: random.Random, whole: Zip) -> None:
    """Leave a file out of the zip, of its directory, or of both."""
    one, which = chance.choice(whole.entries), chance.randrange(3)
    if which != 1:
        whole.entries = [other for other in whole.entries if other is not one]
    if which != 0:
        whole.directory = [other for other in whole.directory if other is not one]


def bytes_hidden(chance: random.Random, whole: Zip) -> None:
    """Put bytes where a reader of the directory would not look."""
    one, secret = chance.choice(whole.entries), chance.choice((b"x", b"secret" * 50))
    place = chance.randrange(9)
    if place == 0:
        one.local_extra = secret
    elif place == 1:
        one.extra = struct.pack("<2H", 0xCAFE, len(secret)) + secret
    elif place == 2:
        one.comment = secret
    elif place == 3:
        one.gap = secret
    elif place == 4:
        whole.before_directory = secret
    elif place == 5:
        whole.before_end = secret
    elif place == 6:
        whole.behind, whole.end["comment"] = secret, chance.choice((0, len(secret)))
    else:  # behind the end of what unpacks, within what the headers count
        one.body += secret
        for header in (one.local, one.central):
            header["packed"] = len(one.body)


def stored(chance: random.Random, whole: Zip) -> None:
    """Keep a file unpacked; one in two says something else than there is."""
    one = chance.choice(whole.entries)
    data = one.content
    one.body = data if chance.random() < 0.5 else data[: chance.randrange(len(data) + 1)]
    for header in (one.local, one.central):
        header |= {"method": 0, "packed": len(one.body), "size": len(data)}


def end_changed(chance: random.Random, whole: Zip) -> None:
    key = chance.choice(ENDING)
    whole.end[key] = odd_number(chance, len(whole.entries))


def of_64_bits(chance: random.Random, whole: Zip) -> None:
    """Add the end of a zip of 64 bits, whose directory prevails in most readers."""
    count, start = len(whole.directory), chance.randrange(5000)
    record = struct.pack(
        "<4sQ2H2L4Q",
        *(b"PK\x06\x06", 44, 45, 45, 0, 0),
        *(count, chance.choice((count, 1, 10**6)), 46 * count, start),
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start, 1)
    whole.before_end = record + locator
    if chance.random() < 0.5:
        whole.end |= {"here": 0xFFFF, "count": 0xFFFF}


def body_cut(chance: random.Random, whole: Zip) -> None:
    one = chance.choice(whole.entries)
    one.body = one.body[: chance.randrange(len(one.body) + 1)]
    if chance.random() < 0.5:
        for header in (one.local, one.central):
            header["packed"] = len(one.body)


WAYS_OF_ZIPS: tuple[Callable[[random.Random, Zip], None], ...] = (
    *(header_changed, header_changed, header_changed, name_changed, order_changed),
    *(entry_doubled, entry_dropped, bytes_hidden, stored, end_changed, of_64_bits, body_cut),
)


def insist_on_plainness(data: bytes) -> None:
    """Insist that files and directory lie one behind the other, say the same, and hide nothing."""
    at, told = 0, []
    while data[at : at + 4] == b"PK\x03\x04":
        _, *head, length, extra = LOCAL.unpack_from(data, at)
        shared, offset = dict(zip(SHARED, head, strict=True)), at
        assert not extra, "bytes are hidden before a file"
        at += LOCAL.size + length
        name, body = data[at - length : at], data[at : at + shared["packed"]]
        at += len(body)
        content = body
        if shared["method"]:
            unpacker = zlib.decompressobj(-15)
            content = unpacker.decompress(body)
            assert unpacker.eof, "a file has no end"
            assert not unpacker.unused_data, "bytes are hidden behind a file"
        assert (len(content), zlib.crc32(content)) == (shared["size"], shared["crc"]), "sums"
        assert not shared["flags"] & ~0x806, "flags"  # how well packed, and UTF-8
        told.append((name, offset, {key: shared[key] for key in SHARED if key not in FREE}))
    start = at
    for name, offset, before in told:
        mark, _, *rest = CENTRAL.unpack_from(data, at)
        shared = dict(zip(SHARED, rest, strict=False))
        length, extra, comment, disk, _, _, place = rest[len(SHARED) :]
        at += CENTRAL.size + length
        assert (mark, extra, comment, disk) == (b"PK\x01\x02", 0, 0, 0), "directory"
        assert (data[at - length : at], place) == (name, offset), "order of the directory"
        assert before == {key: shared[key] for key in before}, "headers contradict each other"
    end = END.pack(b"PK\x05\x06", 0, 0, len(told), len(told), at - start, start, 0)
    assert data[at:] == end, "the end"
