"""A handover file comes whole or not at all, and only a whole one is taken over."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import stat
import zipfile
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.operations.cell import start_book
from cellsecretary.exchange import handover as handover_module
from cellsecretary.exchange.delivery import DeliveryError, Device, Undelivered
from cellsecretary.exchange.handover import (
    BACKUPS,
    BOOK,
    MANIFEST,
    PAPER,
    HandoverError,
    HandoverFault,
    file_name,
    gather,
    hand_over,
    receive,
    take_over,
)
from cellsecretary.exchange.keys import signing_key
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.key_file import key_file
from cellsecretary.store.records import cell_record
from tests.building import (
    AFTER,
    NEW_CELL,
    NOVEMBER,
    OCTOBER,
    context,
    done,
    new_book,
    record_of,
)
from tests.exchange.zips import Zip

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = bundled()


@pytest.fixture(scope="module")
def handed_once(replayed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handed")
    with closing(Book.open(Path(shutil.copy(replayed_file, folder)), RULES)) as book:
        return hand_over(book, folder, AFTER, folder / "none")


@pytest.fixture
def handed(handed_once: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return Path(shutil.copy(handed_once, folder))


def rewritten(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Write the zip anew after a change of what is in it."""
    with zipfile.ZipFile(path) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    change(files)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as whole:
        for name, data in files.items():
            whole.writestr(name, data)
    path.write_bytes(held.getvalue())
    return path


def manifested(files: dict[str, bytes], /, **values: object) -> None:
    plain = json.loads(files[MANIFEST]) | values
    files[MANIFEST] = json.dumps(plain).encode()


def why_not(path: Path) -> HandoverFault:
    with pytest.raises(HandoverError) as refused:
        receive(path, RULES)
    assert refused.value.path == path
    return refused.value.fault


def test_the_successor_gets_the_same_book(book: Book, handed: Path, tmp_path: Path) -> None:
    received = receive(handed, RULES)
    target = tmp_path / "mine.chibo"
    take_over(received, target, RULES, tmp_path / "backups")
    mine = Book.open(target, RULES)
    assert cell_record(mine) == cell_record(book)
    assert record_of(mine, OCTOBER) == record_of(book, OCTOBER)
    assert record_of(mine, NOVEMBER) == record_of(book, NOVEMBER)
    assert mine.chain_head() == (received.manifest.closed, received.manifest.chain)
    assert len(mine.steps(9999)) == len(book.steps(9999))
    mine.close()


def test_the_file_holds_book_papers_and_what_to_do_and_nothing_is_left_beside_it(
    handed: Path,
) -> None:
    assert list(handed.parent.iterdir()) == [handed]
    assert handed.name == "BanGiao_ChiBoThon3_2026-11-21.zip"
    with zipfile.ZipFile(handed) as whole:
        assert whole.testzip() is None
        assert whole.namelist() == [BOOK, PAPER, "ho-so-2026.pdf", "README.txt", MANIFEST]
        read_me = whole.read("README.txt").decode("utf-8-sig")
        manifest = json.loads(whole.read(MANIFEST))
    assert "Chi bộ thôn 3" in read_me
    assert "$" not in read_me
    assert manifest["closed"] == 1
    assert manifest["files"].keys() == {BOOK, PAPER, "ho-so-2026.pdf", "README.txt"}


@pytest.mark.parametrize("name", ["Chi bộ Tổ 5: “Hòa/Bình”?*|<>", "Đảng bộ …", "  "])
def test_the_name_of_the_file_fits_every_disk(book: Book, name: str) -> None:
    book._db.execute("update cells set name = ?", [name])
    found = file_name(cell_record(book), AFTER.date())
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")
    assert len(found) < 70


def flipped(files: dict[str, bytes]) -> None:
    data = bytearray(files[BOOK])
    data[len(data) // 2] ^= 1
    files[BOOK] = bytes(data)


@pytest.mark.parametrize(
    "change",
    [
        flipped,
        lambda files: files.pop(PAPER),
        lambda files: files.pop(BOOK),
        lambda files: files.update({"more.txt": b"x"}),
        lambda files: files.update({PAPER: b""}),
        lambda files: files.update({MANIFEST: b"[]"}),
        lambda files: files.update({MANIFEST: b"{"}),
        lambda files: files.update({MANIFEST: b" " * (1 << 20) + files[MANIFEST]}),
        lambda files: manifested(files, chain="0" * 64),
        lambda files: manifested(files, closed=7),
        lambda files: manifested(files, cell="another"),
        lambda files: manifested(files, files={}),
        lambda files: manifested(files, format="1"),
    ],
    ids=range(13),
)
def test_what_was_changed_is_not_taken_over(
    handed: Path, change: Callable[[dict[str, bytes]], object]
) -> None:
    assert why_not(rewritten(handed, change)) is HandoverFault.ALTERED


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_half_copied_file_is_not_taken_over(handed: Path, share: float) -> None:
    whole = handed.read_bytes()
    handed.write_bytes(whole[: int(len(whole) * share)])
    assert why_not(handed) is HandoverFault.ALTERED


def test_no_flipped_byte_is_taken_for_another_book(handed: Path) -> None:
    whole = handed.read_bytes()
    for at in range(0, len(whole), len(whole) // 40):
        handed.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            received = receive(handed, RULES)
        except (HandoverError, BookError):
            continue
        # A byte of the zip's own that says nothing of the files.
        with zipfile.ZipFile(io.BytesIO(whole)) as before:
            assert received.book == before.read(BOOK)


def test_what_is_no_handover_is_refused(handed: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.zip"
    text.write_text("not a zip")
    assert why_not(text) is HandoverFault.NOT_A_HANDOVER
    assert why_not(rewritten(handed, lambda files: files.pop(MANIFEST))) is (
        HandoverFault.NOT_A_HANDOVER
    )


def test_a_packet_of_another_kind_or_a_later_program_is_told_apart(handed: Path) -> None:
    rewritten(handed, lambda files: manifested(files, kind="packet"))
    assert why_not(handed) is HandoverFault.NOT_A_HANDOVER
    rewritten(handed, lambda files: manifested(files, kind="handover", format=2))
    with pytest.raises(BookError) as refused:
        receive(handed, RULES)
    assert refused.value.fault is Fault.TOO_NEW


def test_a_book_that_is_there_is_never_written_over(handed: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.chibo"
    target.write_bytes(b"mine")
    with pytest.raises(BookError) as refused:
        take_over(receive(handed, RULES), target, RULES, tmp_path / "backups")
    assert refused.value.fault is Fault.EXISTS
    assert target.read_bytes() == b"mine"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BookError) as refused:
        receive(tmp_path / "no.zip", RULES)
    assert refused.value.fault is Fault.MISSING


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (errno.ENOSPC, Undelivered.NO_ROOM),
        (errno.EROFS, Undelivered.READ_ONLY),
    ],
)
def test_a_disk_that_fails_leaves_no_half_file(
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wrong: int,
    why: Undelivered,
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(wrong, os.strerror(wrong))

    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DeliveryError) as refused:
        hand_over(book, folder, AFTER, folder / "none")
    assert refused.value.why is why
    assert list(folder.iterdir()) == []
    for language in LANGUAGES:
        said = Messages.load(language).undelivered(refused.value.why, refused.value.place)
        assert "…" not in said


def test_a_copy_with_other_rows_is_found(book: Book, tmp_path: Path) -> None:
    """A plant: the backup leaves a row out."""
    from cellsecretary.store import sqlite_file as module

    hashes = iter(["one", "another"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "content_hash", lambda _conn: next(hashes))
        with pytest.raises(BookError) as refused:
            book.copy_to(tmp_path / "copy.chibo")
    assert refused.value.fault is Fault.DAMAGED


def test_what_reads_back_otherwise_is_not_there(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(Device, "read_back", lambda _device, _path: iter([b"other"]))
    with pytest.raises(DeliveryError):
        hand_over(book, folder, AFTER, folder / "none")
    assert list(folder.iterdir()) == []


def test_the_key_goes_with_the_book_and_stays_for_the_owner_alone(
    book: Book, tmp_path: Path
) -> None:
    key = signing_key(book.path)
    received = receive(hand_over(book, tmp_path, AFTER, tmp_path / "none"), RULES)
    target = tmp_path / "new laptop" / "mine.chibo"
    target.parent.mkdir()
    take_over(received, target, RULES, tmp_path / "backups")
    assert signing_key(target).public == key.public
    assert stat.S_IMODE(key_file(target).stat().st_mode) == 0o600


def test_without_a_key_none_is_handed_over(handed: Path, tmp_path: Path) -> None:
    take_over(receive(handed, RULES), tmp_path / "mine.chibo", RULES, tmp_path / "backups")
    assert not key_file(tmp_path / "mine.chibo").exists()


def test_a_key_that_is_there_is_never_written_over(book: Book, tmp_path: Path) -> None:
    signing_key(book.path)
    received = receive(hand_over(book, tmp_path, AFTER, tmp_path / "none"), RULES)
    target = tmp_path / "mine.chibo"
    key_file(target).write_text("another", encoding="ascii")
    with pytest.raises(BookError) as refused:
        take_over(received, target, RULES, tmp_path / "backups")
    assert refused.value.fault is Fault.EXISTS
    assert not target.exists()
    assert key_file(target).read_text(encoding="ascii") == "another"


def test_a_key_that_cannot_be_written_leaves_no_book(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing_key(book.path)
    received = receive(hand_over(book, tmp_path, AFTER, tmp_path / "none"), RULES)

    def full(_content: bytes, _book: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("cellsecretary.exchange.handover.keep_key_file", full)
    with pytest.raises(BookError) as refused:
        take_over(received, tmp_path / "mine.chibo", RULES, tmp_path / "backups")
    assert refused.value.fault is Fault.FULL
    assert not (tmp_path / "mine.chibo").exists()


def test_a_book_that_finds_no_place_leaves_no_key_there(handed: Path, tmp_path: Path) -> None:
    without = receive(handed, RULES)
    target = tmp_path / "mine.chibo"
    for received in (without, replace(without, keys=b'{"signing": "it"}')):
        with pytest.MonkeyPatch.context() as full:
            full.setattr(Device, "free", lambda _device, _folder: 0)
            with pytest.raises(DeliveryError) as refused:
                take_over(received, target, RULES, tmp_path / "backups")
        assert refused.value.why is Undelivered.NO_ROOM
        assert not target.exists()
        assert not key_file(target).exists()


def test_a_cell_that_met_in_no_year_hands_over_its_book_and_the_record_of_that(
    tmp_path: Path,
) -> None:
    with closing(new_book(tmp_path / "new.chibo")) as book:
        book.apply(done(start_book(context(), NEW_CELL)), AFTER)
        path = hand_over(book, tmp_path, AFTER, tmp_path / "none")
        assert gather(book, AFTER, tmp_path / "none").papers == 1
    with zipfile.ZipFile(path) as whole:
        assert whole.namelist() == [BOOK, PAPER, "README.txt", MANIFEST]
    assert receive(path, RULES).manifest.closed == 0


def said_of_entry(path: Path, name: str, field: str, value: int) -> Path:
    """Change what the headers of a file in the zip say."""
    with zipfile.ZipFile(path) as whole:
        changed = Zip.of({one: whole.read(one) for one in whole.namelist()})
    (entry,) = [one for one in changed.entries if one.name == name.encode()]
    for header in (entry.local, entry.central):
        header[field] = value
    path.write_bytes(changed.join())
    return path


@pytest.mark.parametrize("name", [MANIFEST, BOOK])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("flags", 0x1), ("flags", 0x20), ("crc", 7), ("packed", 40)),
        *(("method", 99), ("method", 12), ("method", 14), ("method", 93)),
    ],
)
def test_a_zip_that_another_program_wrote_anew_in_its_own_way_is_not_taken_over(
    handed: Path, name: str, field: str, value: int
) -> None:
    assert why_not(said_of_entry(handed, name, field, value)) is HandoverFault.ALTERED


def test_a_handover_on_a_stick_that_is_broken_is_out_of_reach(
    handed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(zipfile.ZipFile, "namelist", broken)
    with pytest.raises(BookError) as refused:
        receive(handed, RULES)
    assert (refused.value.fault, refused.value.path) == (Fault.UNREACHABLE, handed)


# Backups that go along


@dataclass(frozen=True)
class Kept:
    """A book with a backup of October and one of November, and its handover."""

    book: Path
    backups: Path
    made: dict[str, bytes]
    path: Path


@pytest.fixture(scope="module")
def kept(replayed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    path, below, made = folder / "thon-3.chibo", folder / "backups", {}
    shutil.copyfile(replayed_file, path)
    with closing(Book.open(path, RULES)) as book:
        for month in (10, 11):
            one = Backups.of(below, book).make(book, AFTER.replace(month=month), again=True)
            assert one is not None
            made[one.path.name] = one.path.read_bytes()
        return Kept(path, below, made, hand_over(book, folder, AFTER, below))


def test_the_last_backup_of_each_month_goes_along_and_comes_to_the_others_there(
    kept: Kept, tmp_path: Path
) -> None:
    made, received = kept.made, receive(kept.path, RULES)
    assert {name.removeprefix(BACKUPS): data for name, data in received.backups} == made
    folder, target = tmp_path / "mine backups", tmp_path / "mine.chibo"
    there = Backups(folder, received.manifest.cell, target).folder
    there.mkdir(parents=True)
    october, november = sorted(made)
    (there / october).write_bytes(b"of this computer")
    take_over(received, target, RULES, folder)
    assert (there / october).read_bytes() == b"of this computer"
    assert (there / november).read_bytes() == made[november]


def test_older_backups_stay_behind_where_all_would_be_too_much(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = max(kept.made)
    monkeypatch.setattr(handover_module, "MOST_BACKUPS", len(kept.made[newest]) + 1)
    with closing(Book.open(kept.book, RULES)) as book:
        found = gather(book, AFTER, kept.backups).backups
    assert [name for name, _ in found] == [f"{BACKUPS}{newest}"]


def test_where_no_backups_can_be_kept_no_book_is_taken_over(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "not a folder").write_bytes(b"x")
    target = tmp_path / "mine.chibo"
    with pytest.raises(BookError) as refused:
        take_over(receive(kept.path, RULES), target, RULES, tmp_path / "not a folder")
    assert refused.value.fault is Fault.UNREACHABLE
    assert not target.exists()
