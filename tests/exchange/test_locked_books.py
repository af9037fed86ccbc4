"""Copies of a locked book elsewhere: nobody reads them, and the password opens each."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.exchange import handover as handover_module
from cellsecretary.exchange.handover import (
    BACKUPS,
    BOOK,
    KEYS,
    MANIFEST,
    READ_ME,
    gather,
    hand_over,
    receive,
    take_over,
)
from cellsecretary.exchange.keys import signing_key
from cellsecretary.exchange.merging import look_at
from cellsecretary.exchange.places import copy_in
from cellsecretary.exchange.stick_copy import FOLDER, copied
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.encrypting import encrypt
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.key_file import (
    OF_COPIES,
    Locked,
    key_file,
    new_key,
    new_slots,
    slots_of,
    slots_within,
)
from cellsecretary.store.records import cell_record
from tests.building import AFTER
from tests.encrypted import DEPUTY, PASSWORD, Encrypted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = dt.date(2026, 11, 26)
NAME = "Chi bộ thôn 3"
RULES = bundled()


@pytest.fixture
def book(locked: Encrypted) -> Iterator[Book]:
    """Open the locked book."""
    unlocked.add(locked.key)
    with closing(Book.open(locked.path, RULES)) as book:
        yield book


def whose(book: Book) -> bytes:
    """Give a name that stands in the book."""
    return cell_record(book).members[0].name.encode()


def insist_on_password(path: Path, password: str = PASSWORD) -> None:
    """Insist that nothing but a password opens a book that came to a computer of its own."""
    with pytest.raises(Locked) as told:
        Book.open(path, RULES)
    assert told.value.fault is Fault.NEEDS_PASSWORD
    assert told.value.path == path
    key, _ = told.value.slots.opened_by(password)
    unlocked.add(key)
    with closing(Book.open(path, RULES)) as found:
        assert cell_record(found).cell.name == NAME


def test_a_copy_on_a_stick_is_opened_by_the_password_and_signs_nothing(
    book: Book, locked: Encrypted, tmp_path: Path
) -> None:
    signing_key(book.path)
    copy = copied(book, NAME, DAY)
    files = copy.named(copy.file_name(tmp_path))
    assert [name for name, _ in files] == [
        "ChiBoThon3_2026-11-26.keys",
        "ChiBoThon3_2026-11-26.chibo",
    ]
    assert slots_within(files[0][1]) == locked.slots
    assert b"signing" not in files[0][1]
    for name, content in files:
        assert whose(book) not in content
        (tmp_path / name).write_bytes(content)
    unlocked.forget(locked.key)
    insist_on_password(tmp_path / "ChiBoThon3_2026-11-26.chibo", DEPUTY)


def test_a_name_whose_keys_are_taken_on_the_stick_is_not_free(book: Book, tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "ChiBoThon3_2026-11-26.keys").write_bytes(b"of another book")
    copy = copied(book, NAME, DAY)
    assert copy.file_name(tmp_path) == "ChiBoThon3_2026-11-26-2.chibo"


def test_a_plain_copy_has_nothing_beside_it(replayed_file: Path, tmp_path: Path) -> None:
    shutil.copyfile(replayed_file, tmp_path / "plain.chibo")
    with closing(Book.open(tmp_path / "plain.chibo", RULES)) as book:
        signing_key(book.path)
        assert len(copied(book, NAME, DAY).named("a.chibo")) == 1


def test_a_handover_of_a_locked_book_is_read_by_nobody(
    book: Book, locked: Encrypted, tmp_path: Path
) -> None:
    Backups.of(tmp_path / "backups", book).make(book, AFTER)
    path = hand_over(book, tmp_path, AFTER, tmp_path / "backups")
    assert gather(book, AFTER, tmp_path / "backups").papers == 0
    with zipfile.ZipFile(path) as whole:
        names = whole.namelist()
        files = {name: whole.read(name) for name in names}
    (backup,) = [name for name in names if name.startswith(BACKUPS)]
    assert set(names) == {BOOK, KEYS, backup, READ_ME, MANIFEST}
    assert "mật khẩu" in files[READ_ME].decode("utf-8-sig")
    assert files[BOOK][:16] == files[backup][:16] == locked.key.mark
    assert not [name for name, data in files.items() if whose(book) in data]


def test_a_plain_copy_among_the_backups_is_not_handed_over(
    book: Book, locked: Encrypted, replayed_file: Path, tmp_path: Path
) -> None:
    backups = Backups.of(tmp_path / "backups", book)
    made = backups.make(book, AFTER)
    assert made is not None
    shutil.copyfile(replayed_file, made.path)
    assert gather(book, AFTER, tmp_path / "backups").backups == ()


def test_whoever_takes_over_is_asked_for_the_password_first(
    book: Book, locked: Encrypted, tmp_path: Path
) -> None:
    mine = signing_key(book.path).public
    Backups.of(tmp_path / "backups", book).make(book, AFTER)
    path = hand_over(book, tmp_path, AFTER, tmp_path / "backups")
    unlocked.forget(locked.key)
    with pytest.raises(Locked) as told:
        receive(path, RULES)
    assert told.value.path == path
    unlocked.add(told.value.slots.opened_by(PASSWORD)[0])
    received = receive(path, RULES)
    target = tmp_path / "new" / "mine.chibo"
    target.parent.mkdir()
    take_over(received, target, RULES, tmp_path / "new backups")
    assert signing_key(target).public == mine
    (folder,) = (tmp_path / "new backups").iterdir()
    assert sorted(one.suffix for one in folder.iterdir()) == [".chibo", ".keys"]
    assert all(mark_of(one) == locked.key.mark for one in folder.glob("*.chibo"))
    unlocked.forget(locked.key)
    insist_on_password(target)
    unlocked.forget(locked.key)
    insist_on_password(next(folder.glob("*.chibo")))


def test_the_keys_come_before_the_book_and_go_when_that_cannot_come(
    book: Book, locked: Encrypted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = receive(hand_over(book, tmp_path, AFTER, tmp_path / "none"), RULES)
    target = tmp_path / "new" / "mine.chibo"
    target.parent.mkdir()
    seen = []

    def full(*_what: object, **_how: object) -> None:
        seen.append(slots_of(target))
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(handover_module, "deliver", full)
    with pytest.raises(OSError, match=r"\[Errno 28\]"):
        take_over(received, target, RULES, tmp_path / "backups")
    assert seen == [locked.slots]
    assert list(target.parent.iterdir()) == []


def test_a_book_moved_to_a_safe_folder_takes_its_lock_along(
    book: Book, locked: Encrypted, tmp_path: Path
) -> None:
    copy = copy_in(book, tmp_path / "Documents")
    assert key_file(copy).read_bytes() == key_file(book.path).read_bytes()
    unlocked.forget(locked.key)
    insist_on_password(copy)


def test_a_copy_taken_from_among_others_gets_the_lock_of_all(
    book: Book, locked: Encrypted, tmp_path: Path
) -> None:
    made = Backups.of(tmp_path / "backups", book).make(book, AFTER)
    assert made is not None
    assert made.path.with_name(OF_COPIES).exists()
    with closing(Book.open(made.path, RULES)) as one:
        copy = copy_in(one, tmp_path / "Documents")
    assert slots_of(copy) == locked.slots
    unlocked.forget(locked.key)
    insist_on_password(copy)


def test_no_copy_leaves_with_keys_that_open_nothing(
    book: Book, locked: Encrypted, tmp_path: Path
) -> None:
    place = key_file(book.path)
    place.write_text(place.read_text().replace('"mark": "', '"mark": "0'))
    with pytest.raises(BookError) as told:
        copied(book, NAME, DAY)
    assert told.value.fault is Fault.KEYS_UNUSABLE
    # Among the copies of this computer one is better than none.
    assert Backups.of(tmp_path / "backups", book).make(book, AFTER) is not None


def test_a_locked_board_is_merged_only_once_it_is_unlocked(
    locked: Encrypted, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / "a.bangxa", tmp_path / "b.bangxa"
    for path in (ours, theirs):
        Board.create(path, RULES).close()
    key = new_key()
    encrypt(theirs, Board, key, new_slots(key, PASSWORD), tmp_path / "backups", RULES)
    with closing(Board.open(ours, RULES)) as board:
        assert look_at(board, theirs, RULES).records == 0
        unlocked.forget(key)
        with pytest.raises(Locked):
            look_at(board, theirs, RULES)
