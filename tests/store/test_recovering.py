"""A book that was damaged or lost is made again from a proven copy and the journal."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.exchange.collecting import lines_of
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.connecting import content_hash
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.journal import journal_files, way_to
from cellsecretary.store.records import cell_record
from cellsecretary.store.recovering import rebuilds, recover, restore
from tests.building import AFTER
from tests.encrypted import raw
from tests.exchange.test_collecting import month, stick, take
from tests.store.test_backups import HOUR, change

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.store.backup_file import Backup


@pytest.fixture
def backups(tmp_path: Path, book: Book) -> Backups:
    return Backups.of(tmp_path / "backups", book)


def followed(book: Book, backups: Backups) -> Book:
    book.follower = backups.journal
    book.follower.catch_up(book)
    return book


def gone_back_and_on(book: Book, backups: Backups) -> tuple[Backup, tuple[int, str]]:
    """Let a book go on past a copy, back to it and on otherwise; give that copy and the end."""
    followed(book, backups)
    first = backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    backups.make(book, AFTER + HOUR)
    book.close()
    assert first is not None
    restore(book.path, Book, first.path, bundled())
    with closing(followed(Book.open(book.path, bundled()), backups)) as again:
        change(again, "Nhà bà Ba")
        return first, again.head()


def rows(book: Book) -> str:
    return content_hash(book.connection, history=False)


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 512] = bytes(512)
    path.write_bytes(data)


def test_a_damaged_book_comes_back_with_every_later_step(
    book: Book, backups: Backups, tmp_path: Path
) -> None:
    followed(book, backups)
    made = backups.make(book, AFTER)
    for number in range(5):
        change(book, f"Nhà {number}")
    before, head = rows(book), book.head()
    book.close()
    spoil(book.path)
    with pytest.raises(BookError):
        Book.open(book.path, bundled())
    found = recover(book.path, Book, backups, bundled(), AFTER + HOUR)
    assert (found.backup, found.steps, found.is_all) == (made, 5, True)
    assert found.kept is not None
    assert found.kept.exists()
    with closing(Book.open(book.path, bundled())) as again:
        assert (rows(again), again.head()) == (before, head)
        assert cell_record(again).cell.place == "Nhà 4"
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


def test_a_spoilt_copy_is_passed_over_for_an_older_one(book: Book, backups: Backups) -> None:
    followed(book, backups)
    older = backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    newer = backups.make(book, AFTER + HOUR)
    change(book, "Nhà bà Ba")
    head = book.head()
    book.close()
    assert newer is not None
    spoil(newer.path)
    book.path.unlink()
    found = recover(book.path, Book, backups, bundled(), AFTER + HOUR)
    assert (found.backup, found.steps, found.kept, found.is_all) == (older, 2, None, True)
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head


def test_without_any_copy_the_journal_alone_is_enough(book: Book, backups: Backups) -> None:
    followed(book, backups)
    change(book, "Nhà ông Hai")
    before = rows(book)
    book.close()
    spoil(book.path)
    found = recover(book.path, Book, backups, bundled(), AFTER)
    assert (found.backup, found.is_all) == (None, True)
    with closing(Book.open(book.path, bundled())) as again:
        assert rows(again) == before


def test_without_copy_and_journal_nothing_is_touched(book: Book, backups: Backups) -> None:
    book.close()
    spoil(book.path)
    data = book.path.read_bytes()
    with pytest.raises(BookError) as wrong:
        recover(book.path, Book, backups, bundled(), AFTER)
    assert wrong.value.fault is Fault.DAMAGED
    assert book.path.read_bytes() == data


def test_a_book_that_went_back_is_recovered_as_it_went_on(book: Book, backups: Backups) -> None:
    first, head = gone_back_and_on(book, backups)
    spoil(book.path)
    found = recover(book.path, Book, backups, bundled(), AFTER + 2 * HOUR)
    assert (found.backup, found.steps) == (first, 1)
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head
        assert cell_record(again).cell.place == "Nhà bà Ba"


def test_a_full_disk_in_the_journal_is_made_good_by_the_book(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.follower = journal = backups.journal
    backups.make(book, AFTER)
    journal.catch_up(book)
    with monkeypatch.context() as patch:

        def full(_handle: object) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr("cellsecretary.store.journal.sync_file", full)
        change(book, "Nhà ông Hai")
        told = journal.fault
    assert told is not None
    assert told.fault is Fault.FULL
    change(book, "Nhà bà Ba")
    assert journal.fault is None
    assert way_to(journal_files(backups.folder))[-1].hash == book.head()[1]
    assert rebuilds(book, backups) is not None


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_the_journal_is_text_that_a_person_can_read(book: Book, backups: Backups) -> None:
    followed(book, backups)
    backups.make(book, AFTER)
    change(book, "Nhà văn hóa thôn Đồng Tâm")
    files = journal_files(backups.folder)
    text = files[-1].path.read_text(encoding="utf-8")
    last = text.splitlines()[-1]
    assert "Nhà văn hóa thôn Đồng Tâm" in last
    assert json.loads(last)["operation"] == "change_cell"
    assert json.loads(text.splitlines()[0])["file"] == str(book.path)


def test_half_a_line_of_a_power_cut_spoils_no_other(book: Book, backups: Backups) -> None:
    followed(book, backups)
    backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    path = journal_files(backups.folder)[-1].path
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    followed(book, backups)
    change(book, "Nhà bà Ba")
    assert rebuilds(book, backups) is not None
    assert way_to(journal_files(backups.folder))[-1].hash == book.head()[1]


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_changed_letter_in_the_journal_is_not_replayed(book: Book, backups: Backups) -> None:
    followed(book, backups)
    made = backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    change(book, "Nhà bà Ba")
    path = journal_files(backups.folder)[-1].path
    path.write_text(path.read_text(encoding="utf-8").replace("Nhà ông Hai", "Nhà ông Ba"))
    with pytest.raises(BookError):
        rebuilds(book, backups)
    book.close()
    book.path.unlink()
    found = recover(book.path, Book, backups, bundled(), AFTER)
    assert found.backup == made


@pytest.mark.thorough
def test_the_journal_goes_with_the_oldest_copy(book: Book, backups: Backups) -> None:
    from cellsecretary.store import journal

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "LARGEST", 2000)
        followed(book, backups)
        for day in range(40):
            change(book, f"Nhà {day}")
            backups.make(book, AFTER + dt.timedelta(days=30 * day))
    files = journal_files(backups.folder)
    oldest = backups.all()[0]
    assert files[0].serial > 1
    assert files[0].after <= oldest.step
    assert rebuilds(book, backups) == oldest


def test_a_book_changed_behind_the_back_is_not_rebuilt(book: Book, backups: Backups) -> None:
    followed(book, backups)
    backups.make(book, AFTER)
    with closing(raw(book.path)) as conn, conn:
        conn.execute("update members set name = 'Kẻ Lạ' where number = 1")
    with pytest.raises(BookError):
        rebuilds(book, backups)


def test_a_book_that_went_on_unwritten_after_a_restore_comes_back_as_it_went_on(
    book: Book, backups: Backups
) -> None:
    followed(book, backups)
    first = backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    backups.make(book, AFTER + HOUR)
    book.close()
    assert first is not None
    restore(book.path, Book, first.path, bundled())
    # The disk of the journal was full all the while.
    with closing(Book.open(book.path, bundled())) as again:
        change(again, "Nhà bà Ba")
        head = again.head()
    with closing(raw(book.path)) as conn, conn:
        conn.execute("update members set name = 'Kẻ Lạ' where number = 1")
    found = recover(book.path, Book, backups, bundled(), AFTER + 2 * HOUR)
    assert found.backup == first
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head
        assert cell_record(again).cell.place == "Nhà bà Ba"


def test_a_journal_from_the_first_step_is_better_than_a_copy_left_behind(
    book: Book, backups: Backups
) -> None:
    first, head = gone_back_and_on(book, backups)
    spoil(first.path)
    book.path.unlink()
    found = recover(book.path, Book, backups, bundled(), AFTER + 2 * HOUR)
    assert (found.backup, found.is_all) == (None, True)
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head


def test_a_journal_whose_beginning_is_lost_is_not_written_all_anew(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.MOST_AT_FIRST", 1)
    followed(book, backups)
    backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    # A power cut after the name was there and before its first line was.
    (backups.folder / "journal-000002.txt").write_bytes(b"")
    followed(book, backups)
    change(book, "Nhà bà Ba")
    files = journal_files(backups.folder)
    assert sum(len(file.lines) for file in files) == 2
    assert way_to(files)[-1].hash == book.head()[1]
    assert rebuilds(book, backups) is not None


def test_what_cannot_be_moved_away_keeps_its_unfinished_act(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make(book, AFTER)
    assert made is not None
    book.close()
    journal = book.path.with_name(f"{book.path.name}-journal")
    journal.write_bytes(b"half an act")
    with monkeypatch.context() as patch:

        def held(_path: Path, _target: Path) -> None:
            raise PermissionError(13, "in use by another program")

        patch.setattr(type(book.path), "replace", held)
        with pytest.raises(BookError):
            restore(book.path, Book, made.path, bundled(), AFTER)
    assert journal.read_bytes() == b"half an act"


def test_no_fault_of_the_journal_undoes_the_word_of_an_act(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed(book, backups)

    def busy(*_told: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("cellsecretary.store.journal.step_lines", busy)
    change(book, "Nhà ông Hai")
    assert book.follower is not None
    assert book.follower.fault is not None


def test_a_file_unreadable_before_the_journal_begins_does_not_stand_for_all(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.MOST_AT_FIRST", 1)
    backups.make(book, AFTER)
    followed(book, backups)
    change(book, "Nhà ông Hai")
    head = book.head()
    with closing(raw(book.path)) as conn, conn:
        conn.execute("update steps set at = '2020-01-01T00:00:00' where step = 5")
    found = recover(book.path, Book, backups, bundled(), AFTER + HOUR)
    assert (found.steps, found.is_all) == (1, True)
    book.close()
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head


def test_a_stick_that_brought_nothing_new_does_not_spoil_the_proof_of_a_board(
    tmp_path: Path,
) -> None:
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        backups = Backups.of(tmp_path / "backups", board)
        board.follower = backups.journal
        (path,) = stick(tmp_path, month(10))
        reports = take(board, path)
        board.note_arrivals(lines_of(reports, AFTER, "USB"))
        assert backups.make(board, AFTER) is not None
        board.note_arrivals(lines_of(take(board, path), AFTER + HOUR, "USB"))
        assert backups.make(board, AFTER + HOUR) is None
        assert rebuilds(board, backups) is not None


def test_a_book_that_went_back_to_before_its_journal_is_recovered_as_it_went_back(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.MOST_AT_FIRST", 1)
    first = backups.make(book, AFTER)
    followed(book, backups)
    change(book, "Nhà ông Hai")
    backups.make(book, AFTER + HOUR)
    book.close()
    assert first is not None
    restore(book.path, Book, first.path, bundled())
    with closing(followed(Book.open(book.path, bundled()), backups)) as again:
        head = again.head()
        assert rebuilds(again, backups) == first
    book.path.unlink()
    found = recover(book.path, Book, backups, bundled(), AFTER + 2 * HOUR)
    assert (found.backup, found.is_all) == (first, True)
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head
