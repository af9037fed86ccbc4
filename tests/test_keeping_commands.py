"""The commands `check`, `backup`, `restore`: for the helper who looks after the laptop."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary import commands, paths
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.connecting import content_hash
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.lock import WriterLock
from cellsecretary.store.opening import Opening
from tests.building import AFTER
from tests.store.test_backups import change
from tests.store.test_recovering import spoil

if TYPE_CHECKING:
    from pathlib import Path

Say = pytest.CaptureFixture[str]


@pytest.fixture
def file(book: Book) -> Path:
    book.close()
    return book.path


def run(say: Say, *words: object) -> tuple[int, str, str]:
    code = commands.run([str(word) for word in words])
    told = say.readouterr()
    return code, told.out, told.err


def written(file: Path, *places: str) -> str:
    """Write some changes as the window does; give the hash of the rows."""
    opened = Opening(paths.backups_folder, bundled, lambda: AFTER).write_as_it_is(Book, file)
    assert isinstance(opened.ledger, Book)
    for place in places:
        change(opened.ledger, place)
    found = content_hash(opened.ledger.connection, history=False)
    opened.close()
    return found


def rows(file: Path) -> str:
    with closing(Book.look(file, bundled())) as book:
        return content_hash(book.connection, history=False)


def test_a_sound_book_is_told_sound_and_is_not_written(file: Path, capsys: Say) -> None:
    before = file.read_bytes()
    code, out, _ = run(capsys, "check", file)
    assert code == 0
    assert "còn nguyên vẹn" in out
    assert "chưa có bản sao lưu" in out
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_journal_is_proven_by_making_the_book_again(file: Path, capsys: Say) -> None:
    assert run(capsys, "backup", file)[0] == 0
    written(file, "Nhà ông Hai", "Nhà bà Ba")
    code, out, _ = run(capsys, "check", file)
    assert code == 0
    assert "Nhật ký đủ để dựng lại" in out
    with closing(Book.look(file, bundled())) as book:
        folder = Backups.of(paths.backups_folder(), book).folder
    journal = next(folder.glob("journal-*.txt"))
    journal.write_text(journal.read_text(encoding="utf-8").replace("Hai", "Tư"), encoding="utf-8")
    code, out, err = run(capsys, "check", file)
    assert code == 1
    assert "không dựng lại được" in err
    assert out == ""


def test_what_was_changed_behind_the_back_is_named_with_its_meeting(
    file: Path, capsys: Say
) -> None:
    with closing(sqlite3.connect(file)) as conn, conn:
        conn.execute("update closed_records set json = replace(json, 'thôn', 'bản')")
    code, _, err = run(capsys, "check", file)
    assert code == 1
    assert "Biên bản đã kết thúc của kỳ sinh hoạt ngày 03/10/2026 không còn như khi kết thúc" in err


def test_a_damaged_book_and_a_strange_file_are_told_in_one_sentence(
    file: Path, tmp_path: Path, capsys: Say
) -> None:
    spoil(file)
    code, _, err = run(capsys, "check", file)
    assert code == 1
    assert "bị hỏng" in err
    (tmp_path / "x.chibo").write_bytes(b"")
    assert run(capsys, "check", tmp_path / "x.chibo")[0] == 1
    assert run(capsys, "check", tmp_path / "none.chibo")[0] == 1


def test_a_board_is_checked_copied_and_brought_back(tmp_path: Path, capsys: Say) -> None:
    file = tmp_path / "bang.bangxa"
    Board.create(file, bundled()).close()
    assert run(capsys, "check", file)[0] == 0
    assert run(capsys, "backup", file, "--to", tmp_path)[0] == 0
    (copy,) = tmp_path.glob("bang_*.bangxa")
    spoil(file)
    file.write_bytes(b"")
    assert run(capsys, "restore", copy, file)[0] == 0
    assert run(capsys, "check", file)[0] == 0


def test_a_second_backup_of_the_same_state_is_not_made(file: Path, capsys: Say) -> None:
    code, out, _ = run(capsys, "backup", file)
    assert code == 0
    assert "Đã sao lưu vào" in out
    assert "không đổi" in run(capsys, "backup", file)[1]


def test_a_copy_is_put_in_place_and_what_was_there_is_kept(file: Path, capsys: Say) -> None:
    assert run(capsys, "backup", file, "--to", file.parent)[0] == 0
    before = rows(file)
    (copy,) = file.parent.glob("thon-3_*.chibo")
    after = written(file, "Nhà ông Hai")
    code, out, _ = run(capsys, "restore", copy, file)
    assert code == 0
    assert rows(file) == before
    kept = next(
        file.parent.__class__(line.split(" ở ")[1].rstrip(".")) for line in out.splitlines()[1:]
    )
    assert rows(kept) == after
    assert run(capsys, "restore", kept, file)[0] == 0
    assert rows(file) == after


def test_a_damaged_file_is_kept_beside(file: Path, capsys: Say) -> None:
    assert run(capsys, "backup", file, "--to", file.parent)[0] == 0
    (copy,) = file.parent.glob("thon-3_*.chibo")
    spoil(file)
    spoilt = file.read_bytes()
    assert run(capsys, "restore", copy, file)[0] == 0
    (kept,) = file.parent.glob("*.damaged")
    assert kept.read_bytes() == spoilt


def test_a_spoilt_copy_is_not_put_in_place(file: Path, capsys: Say) -> None:
    assert run(capsys, "backup", file, "--to", file.parent)[0] == 0
    (copy,) = file.parent.glob("thon-3_*.chibo")
    spoil(copy)
    before = file.read_bytes()
    code, _, err = run(capsys, "restore", copy, file)
    assert code == 1
    assert "bị hỏng" in err
    assert file.read_bytes() == before


def test_while_a_window_writes_commands_look_and_do_not_write(file: Path, capsys: Say) -> None:
    assert run(capsys, "backup", file, "--to", file.parent)[0] == 0
    (copy,) = file.parent.glob("thon-3_*.chibo")
    lock = WriterLock(file, dt.datetime(2026, 11, 3, 19, 0))
    try:
        assert run(capsys, "show", file, "--json")[0] == 0
        assert run(capsys, "check", file)[0] == 0
        code, _, err = run(capsys, "restore", copy, file)
        assert code == 1
        assert "đang mở ở nơi khác" in err
    finally:
        lock.release()


def test_a_book_from_a_place_that_cannot_be_written_is_shown(file: Path, capsys: Say) -> None:
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        assert run(capsys, "show", file, "--json")[0] == 0
        assert run(capsys, "check", file)[0] == 0
    finally:
        file.parent.chmod(0o700)
