"""Packets of strangers: whatever is wrong with one, it is refused at once and in little room."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import subprocess
import sys
import unicodedata
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.exchange.packet import MANIFEST, RECORD, pack_meeting
from cellsecretary.exchange.packet_reader import (
    LARGEST_RECORD,
    MOST_MEETINGS,
    name_beside,
    open_packet,
    read_packet,
)
from cellsecretary.exchange.packet_zip import Flaw, PacketError
from cellsecretary.exchange.packet_zip import zipped as zipped_seal
from cellsecretary.exchange.strict_json import strict_json
from cellsecretary.rules import bundled
from tests import cells
from tests.cells import Cell
from tests.exchange import stranger
from tests.exchange.mutations import fitting, packed, plain_meetings
from tests.exchange.mutations import sealed as sealed_files
from tests.exchange.test_packet import october_packet
from tests.exchange.zips import Zip
from tests.papers.records import october

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Files = dict[str, bytes]


def files() -> Files:
    with zipfile.ZipFile(io.BytesIO(october_packet().content)) as packet:
        return {name: packet.read(name) for name in packet.namelist()}


def zipped(entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packet:
        for name, data in entries:
            packet.writestr(name, data)
    return whole.getvalue()


def consistent(inside: Mapping[str, bytes], **manifest: object) -> bytes:
    """Give a packet whose manifest agrees with what is in it, save for what is said here."""
    inside = dict(inside)
    plain = json.loads(inside.pop(MANIFEST))
    plain["files"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in inside.items()
    ]
    plain["content"] = hashlib.sha256(inside[RECORD]).hexdigest()
    plain |= manifest
    return zipped([(MANIFEST, json.dumps(plain).encode()), *inside.items()])


def with_record(change: Callable[[Any], object]) -> bytes:
    inside = files()
    plain = json.loads(inside[RECORD])
    change(plain)
    inside[RECORD] = json.dumps(plain).encode()
    return consistent(inside)


def flaw(data: bytes) -> Flaw:
    with pytest.raises(PacketError) as caught:
        open_packet(data, bundled())
    return caught.value.flaw


def test_what_is_only_packed_anew_is_still_read() -> None:
    assert open_packet(consistent(files()), bundled()).meetings
    assert open_packet(with_record(lambda plain: plain), bundled()).meetings


def test_a_reader_that_knows_only_the_document_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "packet.zip"
    path.write_bytes(october_packet().content)
    manifest, meetings = stranger.read(str(path))
    assert manifest["sender"]["name"] == "Chi bộ thôn 3"  # type: ignore[index]
    assert meetings[0]["meeting"]["date"] == "2026-10-03"  # type: ignore[index]
    source = Path(stranger.__file__).read_text(encoding="utf-8")
    assert "cellsecretary" not in source
    assert len(source.splitlines()) <= 60


@pytest.mark.parametrize("name", [name for name in files() if name != MANIFEST])
def test_a_file_that_was_exchanged_is_noticed(name: str) -> None:
    inside = files()
    inside[name] = inside[name] + b" "
    assert flaw(zipped(inside.items())) is Flaw.ALTERED


@pytest.mark.parametrize("name", list(files()))
def test_a_file_that_was_taken_out_is_noticed(name: str) -> None:
    inside = files()
    del inside[name]
    assert flaw(zipped(inside.items())) in (Flaw.ALTERED, Flaw.NO_PACKET)


SENDER = json.loads(files()[MANIFEST])["sender"]


@pytest.mark.parametrize(
    "lie",
    [
        {"draft": True},
        {"content": "0" * 64},
        {"rules": "?"},
        {"files": []},
        {"sender": {**SENDER, "id": "another"}},
        {"subject": {"kind": "meeting", "code": "2026-10-03", "meeting": "x", "revision": 1}},
        {"subject": {"kind": "meeting", "code": "2026-10-03", "meeting": "", "revision": 1}},
        {"subject": {"kind": "period", "code": "2026-11"}},
        {"subject": {"kind": "period", "code": "October"}},
        {"rules": "0" * 64},
        {"sender": {**SENDER, "name": "Chi bộ thôn 4"}},
        {"sender": {**SENDER, "superior": "Đảng bộ xã khác"}},
        {"subject": {"kind": "period", "code": "2026-q4"}},
        {"subject": {"kind": "period", "code": " 2026"}},
        {"subject": {"kind": "period", "code": "２０２６"}},
    ],
)
def test_a_manifest_that_lies_is_noticed(lie: dict[str, object]) -> None:
    assert flaw(consistent(files(), **lie)) is Flaw.ALTERED


@pytest.mark.parametrize(
    "name",
    [
        *("Chi bộ\u202ethôn 3", "Chi bộ thôn 3\u200b", "Chi bộ\x07"),
        # Letters of other scripts that look like ours, and figures that look like digits.
        *("\u0421hi bộ thôn 3", "Chi bộ th\u043en 3", "Chi bộ thôn \uff13", "Chi bộ thôn \u2162"),
        *("\uff23hi bộ thôn 3", "Chi bộ thôn 3\u0323", "Chi b\u03bf thôn 3", "Chi bộ thôn \u06f3"),
    ],
)
def test_a_name_with_hidden_or_foreign_letters_is_refused(name: str) -> None:
    assert flaw(consistent(files(), sender={**SENDER, "name": name})) is Flaw.DECEITFUL


@pytest.mark.parametrize(
    "name",
    ["Chi bộ TDP số 1: “Đồi – Chè” (Khu II)", "Chi bộ thôn Nà Pù, Ðăk Lăk", "Chi bô\u0323 thôn 3"],
)
def test_an_honest_name_is_read(name: str) -> None:
    record = replace(october(), cell=replace(october().cell, name=name))
    assert open_packet(pack_meeting(record).content, bundled()).manifest.sender.name == (
        unicodedata.normalize("NFC", name)
    )


def test_a_period_tells_each_meeting_once_and_in_the_order_of_time() -> None:
    first, second = plain_meetings(2)
    assert open_packet(period(first, second), bundled()).meetings
    assert flaw(period(second, first)) is Flaw.ALTERED
    assert flaw(period(first, first)) is Flaw.ALTERED
    second["cell"]["name"] += "\u202e"
    assert flaw(period(first, second)) is Flaw.DECEITFUL


def period(*meetings: object) -> bytes:
    plain = list(meetings)
    return packed(fitting(json.dumps({"meetings": plain}).encode(), plain, None))


@pytest.mark.parametrize("key", ["format", "record_format"])
@pytest.mark.parametrize("number", [0, -1])
def test_a_format_that_never_was_is_refused(key: str, number: int) -> None:
    assert flaw(consistent(files(), **{key: number})) is Flaw.DAMAGED


@pytest.mark.parametrize("key", ["format", "record_format"])
def test_a_packet_of_a_later_program_says_so(key: str) -> None:
    assert flaw(consistent(files(), **{key: 999})) is Flaw.TOO_NEW


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"nothing",
        b"[" * 10_000,
        b"[" * 10_000 + b"]" * 10_000,
        b'{"meetings":' * 5_000 + b"1" + b"}" * 5_000,
        b'{"meetings":[NaN]}',
        b'{"meetings":[Infinity]}',
        b'{"meetings":[1e999]}',
        b'{"meetings":[' + b"9" * 10_000 + b"]}",
        b'{"meetings":[' + b"0." + b"9" * 10_000 + b"]}",
        b'{"meetings":[],"meetings":[]}',
        b'{"meetings":null}',
        b'{"meetings":[{"meeting":7}]}',
        b'{"meetings":["x"]}',
        b'{"meetings":{}}',
        b"\xff\xfe",
        b'"\\ud800"',
        b'"' + b'\\"' * 30_000,
    ],
    ids=lambda text: str(text[:24]),
)
def test_json_that_is_none_is_refused(text: bytes) -> None:
    for name in (MANIFEST, RECORD):
        inside = files()
        inside[name] = text
        data = consistent(inside) if name == RECORD else zipped(inside.items())
        assert flaw(data) in (Flaw.DAMAGED, Flaw.ALTERED)


def places(plain: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the place of each value, of a list only of its first entry."""
    if isinstance(plain, dict):
        below = [(key, value) for key, value in plain.items() if key != "wording"]
    elif isinstance(plain, list):
        below = list(enumerate(plain[:1]))
    else:
        below = []
    return [path, *(place for key, value in below for place in places(value, (*path, key)))]


@pytest.mark.thorough
def test_a_value_of_a_wrong_type_is_refused_wherever_it_is() -> None:
    """Each field in turn becomes a list in a list, which none of them is."""
    found = places(json.loads(files()[RECORD]))
    assert len(found) > 300
    for place in found:

        def spoil(plain: Any, place: tuple[str | int, ...] = place) -> None:  # noqa: ANN401
            for key in place[:-1]:
                plain = plain[key]
            plain[place[-1]] = [[[]]]

        if place:
            assert flaw(with_record(spoil)) is Flaw.DAMAGED, place


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("meeting", "topic"), "\ud800"),
        (("rules", "paper", "text_end"), "\udfff"),
        (("rules",), []),
        (("meeting", "date"), "2026-W40-6"),
        (("meeting", "start"), "19:30:20"),
    ],
)
def test_what_could_not_be_given_back_as_it_stands_is_refused(
    place: tuple[str, ...], value: object
) -> None:
    (plain,) = plain_meetings(1)
    within = plain
    for key in place[:-1]:
        within = within[key]
    within[place[-1]] = value
    record = json.dumps({"meetings": [plain]}).encode()
    assert flaw(packed(fitting(record, [plain], None))) is Flaw.DAMAGED


def test_a_key_that_only_looks_different_stands_twice() -> None:
    (plain,) = plain_meetings(1)
    plain["rules"]["sources"] |= {"\u1ec5": "one", "e\u0302\u0303": "another"}
    record = json.dumps({"meetings": [plain]}).encode()
    assert flaw(packed(fitting(record, [plain], None))) is Flaw.DAMAGED


def bomb(size: int, entries: int = 1) -> bytes:
    """Give a zip whose files hold `size` zeros each, made by hand so that it stays quick."""
    body = zeros(size)
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, 0, len(body), size, 11, 0)
    one = head + b"record.json" + body
    directory = b"".join(
        struct.pack(
            "<4s6H3L5H2L",
            *(b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, len(body), size, 11, 0, 0, 0, 0, 0),
            at * len(one) if entries == 1 else 0,
        )
        + b"record.json"
        for at in range(entries)
    )
    end = struct.pack(
        "<4s4H2LH",
        *(b"PK\x05\x06", 0, 0, min(entries, 65535), min(entries, 65535)),
        *(len(directory), len(one), 0),
    )
    return one + directory + end


def zeros(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


GAUGE = """
import resource, sys
from pathlib import Path
from cellsecretary.exchange.packet_reader import PacketError, read_packet
from cellsecretary.rules import bundled
rules = bundled()
def peak():
    # Linux counts what the parent had in that of resource, which hides all that grows below it.
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
for path in sys.argv[1:]:
    try:
        read_packet(Path(path), rules)
    except PacketError as refused:
        print(refused.flaw.value)
print(peak() - before)
"""


@pytest.mark.thorough
def test_bombs_are_refused_in_little_room(tmp_path: Path) -> None:
    """One that unpacks to 1 GB, one that lies about it, one with a million entries, a huge file."""
    lying = Zip.of(files())
    record = next(entry for entry in lying.entries if entry.name == RECORD.encode())
    record.body = zeros(1 << 30)
    for header in (record.local, record.central):
        header["packed"] = len(record.body)
    honest = bomb(1 << 30)
    made = {"honest.zip": honest, "lying.zip": lying.join(), "many.zip": bomb(0, 1_000_000)}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.zip").open("wb") as file:
        file.truncate(10 << 30)
    names = [str(tmp_path / name) for name in (*made, "huge.zip")]
    done = subprocess.run(
        [sys.executable, "-c", GAUGE, *names], capture_output=True, text=True, check=True
    )
    *flaws, memory = done.stdout.split()
    assert flaws == ["too_large", "damaged", "too_large", "too_large"]
    assert int(memory) < 100 << 10


def test_json_that_would_fill_the_memory_is_refused_before_it_does(tmp_path: Path) -> None:
    """Fifty kilobytes of a zip hold millions of values, or meetings that the rules would fill."""
    (meeting,) = plain_meetings(1)
    meeting["rules"] = {"paper": {"wording": {}}}
    small = {key: [] if isinstance(value, list) else value for key, value in meeting.items()}
    inside = files()
    texts = {
        "lists": b'{"meetings":[' + b"[]," * 4_000_000 + b"[]]}",
        "objects": b'{"meetings":[' + b"{}," * 200_000 + b"{}]}",
        "text": b'{"meetings":["' + b"a" * LARGEST_RECORD + b'"]}',
        "meetings": json.dumps({"meetings": [small] * (MOST_MEETINGS + 1)}).encode(),
    }
    for name, text in texts.items():
        (tmp_path / name).write_bytes(consistent({**inside, RECORD: text}))
    (tmp_path / "manifest").write_bytes(
        zipped([(MANIFEST, b"[" + b"0," * 100_000 + b"0]"), (RECORD, inside[RECORD])])
    )
    names = [str(tmp_path / name) for name in (*texts, "manifest")]
    done = subprocess.run(
        [sys.executable, "-c", GAUGE, *names], capture_output=True, text=True, check=True
    )
    *flaws, memory = done.stdout.split()
    assert flaws == ["too_large"] * len(names)
    assert int(memory) < 100 << 10


def test_a_folder_and_a_file_that_is_not_there_are_no_packets(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.zip"):
        with pytest.raises(PacketError) as caught:
            read_packet(path, bundled())
        assert caught.value.flaw is Flaw.NO_PACKET


def test_a_packet_with_a_film_behind_it_is_far_too_large(tmp_path: Path) -> None:
    path = tmp_path / "packet.zip"
    path.write_bytes(october_packet().content)
    with path.open("r+b") as file:
        file.truncate(10 << 30)
    with pytest.raises(PacketError) as caught:
        read_packet(path, bundled())
    assert caught.value.flaw is Flaw.TOO_LARGE


@pytest.mark.parametrize(("deep", "is_read"), [(64, True), (65, False), (5000, False)])
def test_json_of_no_depth_that_anybody_needs_is_read(deep: int, is_read: bool) -> None:
    text = b"[" * deep + b"]" * deep
    if is_read:
        assert strict_json(text, MANIFEST)
        assert strict_json(text.replace(b"[]", b"[7]"), MANIFEST)
        return
    with pytest.raises(PacketError) as caught:
        strict_json(text, MANIFEST)
    assert (caught.value.flaw, caught.value.place) == (Flaw.DAMAGED, MANIFEST)


# The names under which packets lie beside each other

NAME = "ChiBoThon3_2026-10_BienBan.zip"


def of_meeting(name: str) -> bytes:
    """Give an open packet without papers about one of several meetings of a month."""
    record = october()
    other = replace(record.meeting, id=name)
    roster = tuple(replace(line, meeting=name) for line in record.roster)
    bare = replace(record, meeting=other, roster=roster, agenda=(), opinions=(), votes=())
    return cells.packed(
        replace(bare, documents=(), tasks=(), reviews=(), guests=()), Cell(0)
    ).content


def put(folder: Path, content: bytes) -> str:
    name = name_beside(folder, NAME, content)
    (folder / name).write_bytes(content)
    return name


def test_a_packet_takes_the_place_of_an_earlier_one_of_its_meeting_alone(tmp_path: Path) -> None:
    first, second, third = (of_meeting(name) for name in ("one", "two", "three"))
    second_name, third_name = (NAME.replace(".", f"_{number}.") for number in (2, 3))
    assert [put(tmp_path, one) for one in (first, second, third)] == [NAME, second_name, third_name]
    assert [put(tmp_path, one) for one in (third, first, second)] == [third_name, NAME, second_name]
    assert (tmp_path / second_name).read_bytes() == second


def test_what_is_sealed_takes_the_place_of_nothing_and_gives_way_to_nothing(tmp_path: Path) -> None:
    """Nobody can see what it is about."""
    closed = zipped_seal(sealed_files())
    names = [put(tmp_path, content) for content in (closed, closed, of_meeting("one"))]
    assert names == [NAME, NAME.replace(".", "_2."), NAME.replace(".", "_3.")]
    assert put(tmp_path, of_meeting("one")) == names[2]
    for there in (b"cut off", of_meeting("one")):
        (tmp_path / NAME).write_bytes(there)
        assert name_beside(tmp_path, NAME, closed) == NAME.replace(".", "_4.")


def test_what_is_no_packet_keeps_no_packet_from_its_name(tmp_path: Path) -> None:
    """It may be what an earlier copying left, cut off; other files are not asked about a name."""
    packet = of_meeting("one")
    (tmp_path / NAME).write_bytes(packet[:-5])
    assert name_beside(tmp_path, NAME, packet) == NAME
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    assert name_beside(tmp_path, NAME, packet) == NAME, "to be told by whoever writes there"
    assert name_beside(tmp_path, NAME, b"%PDF-1.4") == NAME
