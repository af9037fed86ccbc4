"""A board comes to the same whatever came first, and takes nothing that is not to be believed."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import io
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import zipfile
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.board.shown import shown_board
from cellsecretary.core.board.versions import Arrived, VersionKey
from cellsecretary.core.change import Context
from cellsecretary.core.lifting import lifted
from cellsecretary.core.period import Period, Span
from cellsecretary.core.plain import canonical_json, from_plain, to_plain
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord
from cellsecretary.exchange import collecting as collecting_module
from cellsecretary.exchange import packet
from cellsecretary.exchange.collecting import (
    Collecting,
    Counts,
    Refused,
    SearchTrouble,
    counts,
    lines_of,
    packets_in,
)
from cellsecretary.exchange.packet import MANIFEST, RECORD
from cellsecretary.exchange.packet_zip import Flaw, zipped
from cellsecretary.messages import Messages
from cellsecretary.papers.catalogue import render
from cellsecretary.rules import bundled
from cellsecretary.store import BookError, Fault
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3
from tests.cells import Cell, draft, held, packed, write
from tests.core.test_lifting import FIRST
from tests.exchange.test_delivery import tmpfs
from tests.papers.pages import text_of
from tools.arrows import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.exchange.collecting import Report

__all__ = ["tmpfs"]

NOW = dt.datetime(2026, 11, 26, 8, 0)
THIRD = Cell(2)


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        yield board


def collecting(board: Board, *, accept_new: bool = True, now: dt.datetime = NOW) -> Collecting:
    ids = itertools.count()
    return Collecting(
        board, bundled(), lambda: Context(now, lambda: f"new-{next(ids)}"), accept_new=accept_new
    )


def take(board: Board, *paths: Path, accept_new: bool = True) -> tuple[Report, ...]:
    return tuple(collecting(board, accept_new=accept_new).take_all(paths))


def shown(board: Board) -> str:
    return json.dumps(shown_board(board.whole(), bundled()), ensure_ascii=False)


def stick(tmp_path: Path, *packets: bytes) -> list[Path]:
    """Put packets onto a stick, in the order of their numbers."""
    folder = tmp_path / "stick"
    folder.mkdir(exist_ok=True)
    paths = []
    for number, content in enumerate(packets, len(list(folder.iterdir()))):
        path = folder / f"{number:03}.zip"
        path.write_bytes(content)
        paths.append(path)
    return paths


def month(number: int, revision: int = 1, cell: Cell = THIRD) -> bytes:
    return packed(held(cell, number, revision=revision), cell).content


# What packets are to the board


def test_the_same_packet_changes_nothing(board: Board, tmp_path: Path) -> None:
    (path,) = stick(tmp_path, month(10))
    assert [one.arrived for one in take(board, path)] == [Arrived.NEW]
    before, step = shown(board), board.last_step()
    (report,) = take(board, path)
    assert report.arrived is Arrived.KNOWN
    assert (shown(board), board.last_step()) == (before, step)


def test_a_newer_version_takes_the_place_of_the_older_and_keeps_it(
    board: Board, tmp_path: Path
) -> None:
    first, second = stick(tmp_path, month(10), month(10, revision=2))
    assert [one.arrived for one in take(board, first, second)] == [Arrived.NEW, Arrived.CHANGED]
    (meeting,) = board.whole().meetings
    assert meeting.current.key.revision == 2
    assert [one.key.revision for one in meeting.versions] == [1, 2]
    assert board.record(meeting.versions[0].key).corrections == ()
    assert len(board.record(meeting.current.key).corrections) == 1


def test_an_older_copy_never_overwrites_and_is_kept_as_history(
    board: Board, tmp_path: Path
) -> None:
    newer, older = stick(tmp_path, month(10, revision=2), month(10))
    assert [one.arrived for one in take(board, newer, older)] == [Arrived.NEW, Arrived.KNOWN]
    (meeting,) = board.whole().meetings
    assert meeting.current.key.revision == 2
    assert len(meeting.versions) == 2


def test_the_same_version_with_other_content_is_a_conflict_that_the_clerk_decides(
    board: Board, tmp_path: Path
) -> None:
    from cellsecretary.core.change import Changes
    from cellsecretary.core.operations.board import choose_version

    one, other = stick(tmp_path, month(10), packed(held(THIRD, 10, seed=5), THIRD).content)
    assert [report.arrived for report in take(board, one, other)] == [
        Arrived.NEW,
        Arrived.CONFLICT,
    ]
    (meeting,) = board.whole().meetings
    assert meeting.is_conflict
    assert len(meeting.versions) == 2
    year = Period(Span.YEAR, 2026)
    sums = board.whole().sums(year, bundled().on(year.last), NOW.date())
    assert (sums.known, sums.tally.required) == (0, 0)
    chosen = meeting.versions[1].key
    answer = choose_version(board.register(), Context(NOW, lambda: "x"), chosen)
    assert isinstance(answer, Changes)
    board.apply(answer, NOW)
    (meeting,) = board.whole().meetings
    assert not meeting.is_conflict
    assert meeting.current.key == chosen
    assert len(meeting.versions) == 2


def test_what_was_left_out_for_the_commune_makes_no_conflict(board: Board, tmp_path: Path) -> None:
    """A full packet tells of the same meeting as one for the commune; no reason is kept."""
    from cellsecretary.core.kinds import Mark

    record = held(THIRD, 10)
    absent = next(line for line in record.roster if line.mark is Mark.EXCUSED)
    lines = tuple(
        replace(line, reason="Ốm, nằm viện") if line == absent else line for line in record.roster
    )
    full = packed(replace(record, roster=lines), THIRD).content
    paths = stick(tmp_path, month(10), full)
    assert [one.arrived for one in take(board, *paths)] == [Arrived.NEW, Arrived.KNOWN]
    (meeting,) = board.whole().meetings
    assert all(line.reason == "" for line in board.record(meeting.current.key).roster)


def test_a_draft_counts_nowhere_and_a_closed_one_takes_its_place(
    board: Board, tmp_path: Path
) -> None:
    early, closed = stick(tmp_path, packed(draft(held(THIRD, 10)), THIRD).content, month(10))
    take(board, early)
    (meeting,) = board.whole().meetings
    assert not meeting.counts
    assert [one.arrived for one in take(board, closed)] == [Arrived.CHANGED]
    (meeting,) = board.whole().meetings
    assert meeting.counts
    assert [one.arrived for one in take(board, early)] == [Arrived.KNOWN]


# Who sent them


def test_an_unknown_cell_is_asked_about_once(board: Board, tmp_path: Path) -> None:
    paths = stick(tmp_path, month(9), month(10))
    work = collecting(board, accept_new=False)
    reports = [work.take(path) for path in paths]
    assert [one.reason for one in reports] == [Refused.UNKNOWN_CELL] * 2
    assert board.whole().meetings == ()
    assert reports[0].sender is not None
    work.accept([reports[0].sender], accepted=True)
    assert [work.take(path).arrived for path in paths] == [Arrived.NEW] * 2


def test_who_was_turned_away_is_not_asked_about_again(board: Board, tmp_path: Path) -> None:
    (path,) = stick(tmp_path, month(10))
    work = collecting(board, accept_new=False)
    sender = work.take(path).sender
    assert sender is not None
    work.accept([sender], accepted=False)
    assert work.take(path).reason is Refused.TURNED_AWAY
    assert take(board, path)[0].reason is Refused.TURNED_AWAY


@pytest.mark.parametrize("what", ["name", "key"])
def test_a_known_cell_under_another_name_or_key_is_asked_about(
    board: Board, tmp_path: Path, what: str
) -> None:
    first = month(9)
    record = held(THIRD, 10)
    if what == "name":
        renamed = replace(record, cell=replace(record.cell, name="Chi bộ thôn Đồng Tâm"))
        second = packed(renamed, THIRD).content
    else:
        second = packed(record, THIRD, age=1).content
    one, other = stick(tmp_path, first, second)
    take(board, one)
    work = collecting(board, accept_new=False)
    report = work.take(other)
    assert report.reason is (Refused.UNKNOWN_NAME if what == "name" else Refused.UNKNOWN_KEY)
    assert report.sender is not None
    work.accept([report.sender], accepted=True)
    assert work.take(other).arrived is Arrived.NEW
    (cell,) = board.whole().cells
    assert (len(cell.names), len(cell.keys)) == ((2, 1) if what == "name" else (1, 2))


def test_a_cell_that_calls_itself_like_an_answer_does_not_vouch_for_a_key_of_another(
    board: Board, tmp_path: Path
) -> None:
    stranger = THIRD.key(1).public.hex()
    record = held(Cell(7), 9)
    record = replace(record, cell=replace(record.cell, id=f"{THIRD.id}:key:{stranger}"))
    known, sly, forged = stick(
        tmp_path,
        month(9),
        packed(record, Cell(7)).content,
        packed(held(THIRD, 10), THIRD, 1).content,
    )
    assert [one.arrived for one in take(board, known, sly)] == [Arrived.NEW] * 2
    assert collecting(board, accept_new=False).take(forged).reason is Refused.UNKNOWN_KEY


def test_a_period_brings_no_name_of_another_cell_unasked(board: Board, tmp_path: Path) -> None:
    """Its meetings may bear other names than its manifest, as the cell may have been renamed."""
    take(board, *stick(tmp_path, month(8)))
    as_another = replace(held(THIRD, 10).cell, name="Chi bộ thôn 1")
    records = (held(THIRD, 9), replace(held(THIRD, 10), cell=as_another))
    sender = packet.Sender(THIRD.id, THIRD.name, THIRD.superior)
    subject = packet.Subject(packet.SubjectKind.PERIOD, "2026")
    commune = packet.Profile.COMMUNE
    period = packet._packed(records, {}, sender, subject, commune, "x.zip", THIRD.key())
    (path,) = stick(tmp_path, period.content)
    (report,) = take(board, path, accept_new=False)
    assert report.reason is Refused.UNKNOWN_NAME
    assert report.sender is not None
    assert report.sender.name == "Chi bộ thôn 1"
    collecting(board).accept([report.sender], accepted=True)
    assert take(board, path, accept_new=False)[0].arrived is Arrived.NEW


def test_a_packet_without_signature_is_set_aside(board: Board, tmp_path: Path) -> None:
    (path,) = stick(tmp_path, packed(held(THIRD, 10), THIRD, signed=False).content)
    assert take(board, path)[0].reason is Refused.UNSIGNED


def test_every_flaw_of_a_packet_is_a_reason() -> None:
    assert {flaw.value for flaw in Flaw} <= {reason.value for reason in Refused}


# In any order


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Give 240 packets: twenty cells, a year, corrections, copied books, a new laptop, drafts."""
    chance = random.Random(7)
    packets = []
    for number in range(20):
        cell = Cell(number)
        for at in range(1, 12):
            packets.append(packed(held(cell, at), cell, age=int(number == 3 and at > 6)))
    for at in range(20):
        cell, when = Cell(at), chance.randrange(1, 12)
        record = held(cell, when, revision=2)
        if at % 5 == 0:  # a copied book: another content under the number
            record = held(cell, when, seed=9)
        if at % 5 == 1:
            record = draft(held(cell, 12))
        if at % 5 == 2:
            record = replace(record, cell=replace(record.cell, name=f"{cell.name} mới"))
        packets.append(packed(record, cell))
    assert len(packets) == 240
    return tuple(write(iter(packets), tmp_path_factory.mktemp("year") / "packets"))


@pytest.fixture(scope="session")
def expected(year: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> str:
    with closing(Board.create(tmp_path_factory.mktemp("one") / "xa.bangxa", bundled())) as board:
        told = counts(take(board, *year))
        assert told == Counts(240, new=224, changed=12, known=0, conflict=4, refused=0)
        return shown(board)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(10))
def test_any_order_with_duplicates_comes_to_the_same(
    seed: int, year: tuple[Path, ...], expected: str, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    order = [*year, *chance.sample(year, 40)]
    chance.shuffle(order)
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        told = counts(take(board, *order))
        assert told.found == sum((told.new, told.changed, told.known, told.conflict)) == 280
        assert shown(board) == expected


@pytest.mark.thorough
def test_two_boards_come_to_the_same_whichever_takes_the_other(
    year: tuple[Path, ...], expected: str, tmp_path: Path
) -> None:
    """Two clerks took different sticks, some of them both."""
    chance = random.Random(11)
    order = list(year)
    chance.shuffle(order)
    paths = [tmp_path / "one.bangxa", tmp_path / "two.bangxa"]
    for path, part in zip(paths, (order[:150], order[110:]), strict=True):
        with closing(Board.create(path, bundled())) as board:
            take(board, *part)
    for here, there in (paths, paths[::-1]):
        copy = tmp_path / f"both-{here.name}"
        shutil.copy(here, copy)
        with closing(Board.open(copy, bundled())) as board:
            report = collecting(board).take(there)
            assert report.arrived is not Arrived.REFUSED
            assert shown(board) == expected
            again = board.last_step()
            assert collecting(board).take(there).arrived is Arrived.KNOWN
            assert board.last_step() == again


@pytest.mark.thorough
def test_a_kill_in_the_middle_loses_nothing_that_the_next_run_does_not_bring(
    year: tuple[Path, ...], expected: str, tmp_path: Path
) -> None:
    chance = random.Random(3)
    file = tmp_path / "xa.bangxa"
    command = [sys.executable, "-m", "cellsecretary", "collect", str(file), "--accept-new"]
    command.append(str(year[0].parent))
    kills = 0
    while kills < 6:
        held_before = _held(file)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=PROJECT)
        # It is killed once it wrote something more, at another place each time.
        more = chance.randrange(1, 90)
        while process.poll() is None and _held(file) < min(held_before + more, 236):
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.01)
        process.kill()
        process.wait()
        kills += 1
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=PROJECT)
    with closing(Board.open(file, bundled())) as board:
        assert board.value("pragma integrity_check") == "ok"
        assert shown(board) == expected


def _held(file: Path) -> int:
    """Count the versions that are on the disk of a board somebody else writes to."""
    if not file.exists() or file.stat().st_size == 0:
        return 0
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as reading:
        try:
            return int(reading.execute("select count(*) from versions").fetchone()[0])
        except sqlite3.OperationalError:  # being written, or cut off while it was made
            return 0


def test_the_day_on_which_something_first_came_wins(board: Board, tmp_path: Path) -> None:
    (path,) = stick(tmp_path, month(10))
    late = dt.datetime(2026, 12, 9, 8, 0)
    collecting(board, now=late).take(path)
    collecting(board, now=NOW).take(path)
    collecting(board, now=late).take(path)
    (meeting,) = board.whole().meetings
    assert meeting.first_received == NOW.date()


# A stick as clerks are given it


def crowded(folder: Path) -> Counts:
    """Fill a stick with 500 files, 80 of them packets or what claims to be one."""
    packets = [packed(held(Cell(at), when), Cell(at)) for at in range(20) for when in (1, 2, 3)]
    write(iter(packets), folder / "GỬI XÃ")
    chance = random.Random(1)
    bad = folder / "cũ"
    bad.mkdir()
    for number in range(10):
        content = bytearray(packets[number].content)
        content[chance.randrange(200, len(content) - 200)] ^= 0xFF
        (bad / f"damaged{number}.zip").write_bytes(content)
    for number in range(5):
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            archive.writestr(f"ảnh {number}.txt", "của người khác")
        (bad / f"foreign{number}.zip").write_bytes(whole.getvalue())
    for number in range(3):
        (bad / f"altered{number}.zip").write_bytes(altered(packets[number].content))
    for number in range(2):
        (bad / f"bomb{number}.zip").write_bytes(bomb())
    (folder / "autorun.inf").write_text("[autorun]\nopen=virus.exe\n", encoding="utf-8")
    (folder / "virus.exe").write_bytes(b"MZ" + bytes(4000))
    (folder / "link.zip").symlink_to(folder / "autorun.inf")
    photographs = folder / "DCIM"
    photographs.mkdir()
    for number in range(500 - 83):
        (photographs / f"IMG_{number:04}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(3000))
    return Counts(found=80, new=60, changed=0, known=0, conflict=0, refused=20)


def altered(content: bytes) -> bytes:
    """Change a number in the record, and pack it again as if nothing had been."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    files[RECORD] = files[RECORD].replace(b'"mark":"excused"', b'"mark":"present"', 1)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()


def bomb() -> bytes:
    """Give a small zip that would unpack to a gigabyte."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, b"{}")
        with archive.open(RECORD, "w", force_zip64=True) as file:
            for _ in range(1 << 10):
                file.write(bytes(1 << 20))
    return whole.getvalue()


@pytest.mark.thorough
def test_a_crowded_stick_is_counted_right_and_nothing_is_written_beside_the_board(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    wanted = crowded(folder)
    assert sum(path.is_file() for path in folder.rglob("*")) == 500
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    place = tmp_path / "office"
    place.mkdir()
    with closing(Board.create(place / "xa.bangxa", bundled())) as board:
        reports = take(board, *packets_in([folder]))
        board.note_arrivals(lines_of(reports, NOW, "USB"))
        assert counts(reports) == wanted
        reasons = [one.reason for one in reports if one.reason]
        assert len([one for one in reasons if one is Refused.NO_PACKET]) == 5
        assert len(board.arrivals(100)) == 80
        assert len(board.whole().cells) == 20
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before
    assert [path.name for path in place.iterdir()] == ["xa.bangxa"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office", "usb"]


# Programs of another age


def of_program(plain: dict[str, Any], record_format: int) -> bytes:
    """Pack a record as a program with another format of records does."""
    record = canonical_json({"meetings": [plain]}).encode()
    cell = plain["cell"]
    meeting = plain["meeting"]
    manifest = packet.Manifest(
        format=1,
        record_format=record_format,
        profile=packet.Profile.COMMUNE,
        sender=packet.Sender(cell["id"], cell["name"], cell["superior"]),
        subject=packet.Subject(
            packet.SubjectKind.MEETING, meeting["date"], meeting["id"], plain["revision"]
        ),
        draft=False,
        content=hashlib.sha256(record).hexdigest(),
        files=(packet.Entry(RECORD, len(record), hashlib.sha256(record).hexdigest()),),
        program="0.1",
        rules=packet.rules_hash(plain["rules"]),
    )
    told = canonical_json(manifest).encode()
    signature = packet.signature_file(THIRD.key().sign(told))
    return zipped({MANIFEST: told, RECORD: record, packet.SIGNATURE: signature})


def test_a_cell_that_never_updated_its_program_is_collected(board: Board, tmp_path: Path) -> None:
    plain = json.loads(FIRST.read_text(encoding="utf-8"))
    (path,) = stick(tmp_path, of_program(plain, 1))
    (report,) = take(board, path)
    assert report.arrived is Arrived.NEW
    (meeting,) = board.whole().meetings
    assert meeting.counts
    record = board.record(meeting.current.key)
    assert "BIÊN BẢN" in text_of(render("minutes", record))
    # The same meeting from a program that writes more into a record is no other meeting.
    lifted_since = packed(
        from_plain(MeetingRecord, lifted(plain, bundled().on(record.meeting.date))), THIRD
    )
    (newer,) = stick(tmp_path, lifted_since.content)
    assert take(board, newer)[0].arrived is Arrived.KNOWN


def test_a_cell_with_a_newer_program_is_named_with_what_to_do(board: Board, tmp_path: Path) -> None:
    plain = to_plain(held(THIRD, 10))
    (path,) = stick(tmp_path, of_program(plain, RECORD_FORMAT + 1))
    (report,) = take(board, path)
    assert report.reason is Refused.TOO_NEW
    words = Messages.load("vi")
    assert "cài bản chương trình mới" in words.set_aside(report.reason, path, "", "")


def test_a_meeting_kept_by_an_earlier_program_of_the_board_is_no_conflict(
    board: Board, tmp_path: Path
) -> None:
    """A later program knows more fields, so it hashes the same meeting otherwise."""
    (path,) = stick(tmp_path, month(10))
    take(board, path)
    board._db.execute("update versions set content = 'older'")
    board._db.execute("update records set id = 'older'")
    assert take(board, path)[0].arrived is Arrived.KNOWN


def test_figures_of_an_earlier_program_are_computed_anew(board: Board, tmp_path: Path) -> None:
    (path,) = stick(tmp_path, month(10))
    take(board, path)
    before = board.versions()
    board._db.execute("update versions set figures_version = 0, figures = '{}'")
    assert board.versions() == before


def test_a_folder_that_cannot_be_searched_is_told(tmp_path: Path) -> None:
    told: list[tuple[SearchTrouble, Path]] = []
    away = tmp_path / "usb"
    assert list(packets_in([away], lambda *what: told.append(what))) == []
    assert told == [(SearchTrouble.UNREADABLE, away)]


def test_a_file_may_be_named_itself(tmp_path: Path) -> None:
    """Whoever names it means it, whatever its name is."""
    file = tmp_path / "BienBan"
    file.write_bytes(b"x")
    assert list(packets_in([file])) == [file]
    told: list[object] = []
    assert list(packets_in([tmp_path], lambda *what: told.append(what))) == []
    assert told == []


def test_folders_that_systems_keep_for_themselves_on_sticks_are_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `System Volume Information` of Windows; a folder that is broken is another matter."""
    (good,) = stick(tmp_path, month(10))
    folder, scan = good.parent, os.scandir
    closed, broken = folder / "System Volume Information", folder / "DCIM"
    wrong = {str(closed): errno.EACCES, str(broken): errno.EIO}
    for place in (closed, broken):
        place.mkdir()

    def scanned(place: str) -> object:
        if place in wrong:
            raise OSError(wrong[place], os.strerror(wrong[place]), place)
        return scan(place)

    monkeypatch.setattr(os, "scandir", scanned)
    told: list[tuple[SearchTrouble, Path]] = []
    assert list(packets_in([folder], lambda *what: told.append(what))) == [good]
    assert told == [(SearchTrouble.UNREADABLE, broken)]
    assert list(packets_in([closed], lambda *what: told.append(what))) == []
    assert told[1:] == [(SearchTrouble.UNREADABLE, closed)], "whoever names it wants it searched"


def test_a_packet_of_a_quiet_month_brings_nothing_and_says_so(board: Board, tmp_path: Path) -> None:
    sender = packet.Sender(THIRD.id, THIRD.name, THIRD.superior)
    subject = packet.Subject(packet.SubjectKind.PERIOD, "2026-08")
    commune = packet.Profile.COMMUNE
    empty = packet._packed((), {}, sender, subject, commune, "x.zip", THIRD.key())
    (path,) = stick(tmp_path, empty.content)
    (report,) = take(board, path)
    assert (report.arrived, report.reason) == (Arrived.REFUSED, Refused.NO_MEETING)
    assert board.register().acceptances == (), "nobody is accepted for that"


def test_a_full_disk_under_the_board_is_no_fault_of_the_board_that_is_merged(
    tmpfs: Callable[[str], Path], tmp_path: Path
) -> None:
    disk = tmpfs("size=1m")
    other = tmp_path / "other.bangxa"
    with closing(Board.create(other, bundled())) as there:
        take(there, *stick(tmp_path, *(month(number) for number in (9, 10, 11))))
    with closing(Board.create(disk / "xa.bangxa", bundled())) as board:
        take(board, *stick(tmp_path, month(8)))
        before, step = shown(board), board.last_step()
        with (disk / "film").open("wb", buffering=0) as film, suppress(OSError):
            while film.write(b"x" * 4096):
                pass
        with pytest.raises(BookError) as full:
            collecting(board).take(other)
        assert (full.value.fault, full.value.path) == (Fault.FULL, board.path)
        assert (shown(board), board.last_step()) == (before, step)
        (disk / "film").unlink()
        assert collecting(board).take(other).arrived is Arrived.NEW
        assert len(board.whole().meetings) == 4


def test_what_an_earlier_program_kept_is_looked_for_under_its_number_alone(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, other = stick(
        tmp_path,
        month(10),
        month(10, revision=2),
        packed(held(THIRD, 10, seed=5, revision=2), THIRD).content,
    )
    reports = take(board, one, two, other)
    assert [report.arrived for report in reports] == [
        *(Arrived.NEW, Arrived.CHANGED, Arrived.CONFLICT)
    ]
    board._db.execute("update versions set content = 'older' where revision = 2 and id = 2")
    board._db.execute("update records set id = 'older' where rowid = 2")
    held_now = board.held(THIRD.id, held(THIRD, 10).meeting.id)
    assert [key.revision for key in held_now if key.content == "older"] == [2]
    read: list[int] = []
    record = board.record

    def noted(key: VersionKey) -> MeetingRecord:
        read.append(key.revision)
        return record(key)

    monkeypatch.setattr(board, "record", noted)
    assert take(board, two)[0].arrived is Arrived.KNOWN
    assert set(read) == {2}, "the others are not even read"


def test_a_file_that_went_while_it_was_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[SearchTrouble, Path]] = []
    walk: list[tuple[str, list[str], list[str]]] = [(str(tmp_path), [], ["BienBan.zip"])]
    monkeypatch.setattr(os, "walk", lambda *_a, **_k: iter(walk))
    assert list(packets_in([tmp_path], lambda *what: told.append(what))) == []
    assert told == [(SearchTrouble.UNREADABLE, tmp_path / "BienBan.zip")]


def test_more_files_than_are_looked_at_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    told: list[tuple[SearchTrouble, Path]] = []
    monkeypatch.setattr(collecting_module, "MOST_FILES", 4)
    list(packets_in([tmp_path], lambda *what: told.append(what)))
    assert told == []
    monkeypatch.setattr(collecting_module, "MOST_FILES", 3)
    list(packets_in([tmp_path], lambda *what: told.append(what)))
    assert told == [(SearchTrouble.TOO_MANY, tmp_path)]


def test_a_file_that_is_far_too_large_is_not_called_no_packet(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    with path.open("wb") as file:
        file.truncate(100 << 30)
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        (report,) = take(board, path)
    assert report.reason is Refused.TOO_LARGE


def test_who_sent_a_packet_that_is_refused_is_not_accepted(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = stick(tmp_path, month(10))

    def impossible(*_what: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(collecting_module, "kept_record", impossible)
    (report,) = take(board, path)
    assert report.reason is Refused.DAMAGED
    assert board.register().acceptances == ()


def test_each_content_of_a_meeting_is_read_once(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = (packed(held(THIRD, 10, seed=seed), THIRD).content for seed in range(12))
    paths = stick(tmp_path, *contents)
    read: list[object] = []
    record = board.record

    def counted(key: VersionKey) -> MeetingRecord:
        read.append(key.content)
        return record(key)

    monkeypatch.setattr(board, "record", counted)
    reports = take(board, *paths)
    assert sum(one.arrived is Arrived.CONFLICT for one in reports) == 11
    assert len(read) == len(set(read)) <= 12
