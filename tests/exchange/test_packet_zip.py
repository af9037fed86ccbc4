"""The zip of a stranger: no name leads elsewhere, nothing hides, nothing is said in two ways."""

from __future__ import annotations

import re
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from cellsecretary.exchange.packet import RECORD
from cellsecretary.exchange.packet_zip import (
    LARGEST,
    MOST_ENTRIES,
    Flaw,
    PacketError,
    unzipped,
)
from tests.exchange.test_packet import october_packet
from tests.exchange.test_packet_reader import consistent, files, flaw, zipped
from tests.exchange.zips import Zip

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.exchange.zips import Entry


def test_a_packet_cut_off_at_any_512th_byte_is_refused() -> None:
    whole = october_packet().content
    for size in range(0, len(whole), 512):
        assert flaw(whole[:size]) in (Flaw.CUT_OFF, Flaw.NO_PACKET), size


@pytest.mark.parametrize(
    "name",
    [
        "../outside.pdf",
        "papers/../../outside.pdf",
        "/etc/passwd",
        "C:\\Windows\\x.pdf",
        "\\\\server\\share\\x.pdf",
        "papers/CON",
        "papers/nul.pdf/",
        "papers/a\x00b.pdf",
        "papers/Biên bản.pdf",
        "papers/inner.zip",
        "record.json ",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    data = zipped([*files().items(), (name, b"x")])
    assert flaw(data) in (Flaw.DECEITFUL, Flaw.DAMAGED)
    inside = {**files(), name: b"x"}
    assert flaw(consistent(inside)) in (Flaw.DECEITFUL, Flaw.DAMAGED)


def test_a_link_in_the_zip_is_refused() -> None:
    link = zipfile.ZipInfo("papers/Link.pdf")
    link.external_attr = 0o120777 << 16
    assert flaw(zipped([*files().items(), (link, b"/etc/passwd")])) is Flaw.DECEITFUL


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused() -> None:
    assert flaw(zipped([*files().items(), (RECORD, b"{}")])) is Flaw.DAMAGED


def test_a_file_hidden_between_the_others_is_refused() -> None:
    data = october_packet().content
    end = len(data) - 22
    start = struct.unpack("<L", data[end + 16 : end + 20])[0]
    hidden = data[:start] + b"hidden" + data[start:end]
    tail = data[end : end + 16] + struct.pack("<L", start + 6) + data[end + 20 :]
    assert flaw(hidden + tail) is Flaw.DECEITFUL
    assert flaw(data + b"behind") is Flaw.CUT_OFF
    assert flaw(b"before" + data) is Flaw.NO_PACKET


def hide_before(one: Entry) -> None:
    one.local_extra = b"\xfe\xca\x02\x00xx"


def hide_in_directory(one: Entry) -> None:
    one.extra = b"\xfe\xca\x02\x00xx"


def hide_behind(one: Entry) -> None:
    one.body += b"hidden"
    for header in (one.local, one.central):
        header["packed"] += 6


def say_less_before(one: Entry) -> None:
    one.local["size"] -= 1


def name_otherwise_before(one: Entry) -> None:
    one.local_name = b"papers/X.pdf"


def leave_without_end(one: Entry) -> None:
    one.body = one.body[:-1]
    for header in (one.local, one.central):
        header["packed"] -= 1


@pytest.mark.parametrize(
    "spoil",
    [
        *(hide_before, hide_in_directory, hide_behind),
        *(say_less_before, name_otherwise_before, leave_without_end),
    ],
)
@pytest.mark.parametrize("content", [b"", b"%PDF"])
def test_what_a_zip_hides_or_says_in_two_ways_is_refused(
    spoil: Callable[[Entry], None], content: bytes
) -> None:
    """Other readers would see what ours does not; an empty file hides as much as a full one."""
    whole = Zip.of(files() | {"papers/Y.pdf": content})
    spoil(whole.entries[-1])
    with pytest.raises(PacketError) as caught:
        contents(whole.join())
    assert caught.value.flaw in (Flaw.DAMAGED, Flaw.DECEITFUL)


def contents(data: bytes) -> list[bytes]:
    return [file.content() for file in unzipped(data, re.compile(".*")).values()]


def test_a_directory_of_64_bits_is_not_followed() -> None:
    """Python's own reader would follow it to a million entries."""
    whole = Zip.of(files())
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 10**6, 46 * 10**6, 0)
    whole.before_end = record + struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    assert flaw(whole.join()) is Flaw.DECEITFUL


def reason(data: bytes) -> Flaw:
    with pytest.raises(PacketError) as caught:
        unzipped(data, re.compile(".*"))
    return caught.value.flaw


def test_files_that_were_packed_anew_without_compression_are_read() -> None:
    """As some file managers do it."""
    whole = Zip.of(files())
    for one in whole.entries:
        one.body = one.content
        for header in (one.local, one.central):
            header |= {"method": 0, "packed": len(one.content)}
    assert contents(whole.join()) == list(files().values())
    whole.entries[-1].body = bytes(len(whole.entries[-1].body))
    with pytest.raises(PacketError) as caught:
        contents(whole.join())
    assert caught.value.flaw is Flaw.DAMAGED


def test_a_zip_that_says_more_than_there_is_room_for_is_refused_before_it_is_read() -> None:
    of_two = Zip.of({"a": b"x", "b": b"y"})
    assert contents(of_two.join()) == [b"x", b"y"]
    assert reason(of_two.join() + bytes(LARGEST)) is Flaw.TOO_LARGE
    for one in of_two.entries:
        for header in (one.local, one.central):
            header["size"] = LARGEST // 2 + 1
    assert reason(of_two.join()) is Flaw.TOO_LARGE
    names = [f"{number}" for number in range(MOST_ENTRIES + 1)]
    assert reason(Zip.of(dict.fromkeys(names, b"")).join()) is Flaw.TOO_LARGE
    assert len(contents(Zip.of(dict.fromkeys(names[1:], b"")).join())) == MOST_ENTRIES


@pytest.mark.parametrize(
    "end",
    [
        *({"disk": 1}, {"first": 1}, {"here": 1}, {"comment": 1}, {"start": 0}, {"length": 0}),
        {"here": 3, "count": 3},
    ],
)
def test_an_end_that_does_not_fit_the_directory_is_refused(end: dict[str, int]) -> None:
    whole = Zip.of({"a": b"x", "b": b"y"})
    whole.end = end
    assert reason(whole.join()) is Flaw.DAMAGED


def test_the_beginning_of_a_zip_alone_is_cut_off() -> None:
    assert reason(b"PK\x03\x04") is Flaw.CUT_OFF
    assert reason(b"PK\x03") is Flaw.NO_PACKET


def test_a_wrong_checksum_is_refused() -> None:
    data = bytearray(october_packet().content)
    place = data.index(b"PK\x01\x02") + 16
    data[place] ^= 1
    assert flaw(bytes(data)) is Flaw.DAMAGED
