"""What a list of copies says: what was done since, which went on apart, and which is from afar."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError
from cellsecretary.store.backup_lines import BackupLine, Course, backup_lines, is_of_another
from cellsecretary.store.backups import Backups
from tests.building import AFTER
from tests.encrypted import raw
from tests.store.test_backups import HOUR, change

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.store.backup_file import Backup


@pytest.fixture
def backups(tmp_path: Path, book: Book) -> Backups:
    return Backups.of(tmp_path / "backups", book)


def made(backups: Backups, book: Book, hours: int = 0) -> Backup:
    backup = backups.make(book, AFTER + hours * HOUR)
    assert backup is not None
    return backup


def test_each_copy_says_how_much_was_done_since_and_what_was_the_last(
    backups: Backups, book: Book
) -> None:
    first = made(backups, book)
    change(book, "Nhà ông Hai")
    change(book, "Nhà bà Ba")
    second = made(backups, book, 1)
    change(book, "Nhà ông Tư")
    third = made(backups, book, 2)
    lines = backup_lines(backups, book)
    assert [line.backup for line in lines] == [third, second, first]
    assert [line.acts for line in lines] == [0, 1, 3]
    assert [line.course for line in lines] == [Course.SAME, Course.BEFORE, Course.BEFORE]
    assert lines[0].newest is None
    for line in lines[1:]:
        assert line.newest is not None
        assert line.newest.act is Act.CHANGE_CELL
        assert line.newest.number == book.last_step()
    assert not any(line.is_elsewhere for line in lines)


def test_a_copy_that_went_on_apart_is_told_from_one_of_the_history(
    backups: Backups, book: Book, tmp_path: Path
) -> None:
    shared = made(backups, book)
    shutil.copyfile(book.path, tmp_path / "other.chibo")
    change(book, "Nhà ông Hai")
    with closing(Book.open(tmp_path / "other.chibo", bundled())) as other:
        change(other, "Nhà bà Ba")
        apart = Backups.of(tmp_path / "backups", other).make(other, AFTER + HOUR)
        change(other, "Nhà ông Tư")
        later = Backups.of(tmp_path / "backups", other).make(other, AFTER + 2 * HOUR)
    assert apart is not None
    assert later is not None
    assert backup_lines(backups, book) == (
        BackupLine(later, Course.APART, is_elsewhere=True),
        BackupLine(apart, Course.APART, is_elsewhere=True),
        BackupLine(shared, Course.BEFORE, 1, book.steps(1)[0]),
    )


def test_a_file_without_a_step_is_the_beginning_of_its_history(tmp_path: Path) -> None:
    with closing(Book.create(tmp_path / "new.chibo", bundled())) as book:
        folder = Backups.of(tmp_path / "backups", book).folder
        folder.mkdir(parents=True)
        name = f"2026-11-01_080000_0-{book.state_code()}.chibo"
        shutil.copyfile(book.path, folder / name)
        (line,) = backup_lines(Backups.of(tmp_path / "backups", book), book)
        assert line.course is Course.SAME


def test_of_a_copy_of_an_earlier_program_nothing_is_claimed(backups: Backups, book: Book) -> None:
    old = made(backups, book)
    path = old.path.with_name(old.path.name.replace(old.code, "00000001"))
    old.path.rename(path)
    with closing(raw(path)) as db:
        db.execute(f"pragma user_version = {book.schema.version - 1}")
    (line,) = backup_lines(backups, book)
    assert (line.course, line.acts) == (Course.EARLIER, 0)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"x" * 4096])
def test_what_cannot_be_read_is_left_out(backups: Backups, book: Book, content: bytes) -> None:
    good = made(backups, book)
    bad = good.path.with_name("2026-11-27_080000_1-00000000.chibo")
    bad.write_bytes(content)
    assert [line.backup for line in backup_lines(backups, book)] == [good]


def test_thirty_years_of_history_are_not_read(
    backups: Backups, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours in range(10):
        change(book, f"Nhà {hours}")
        made(backups, book, hours)
    asked: list[int] = []
    honest = Book.steps

    def counted(self: Book, newest: int) -> object:
        asked.append(newest)
        return honest(self, newest)

    monkeypatch.setattr(Book, "steps", counted)
    assert len(backup_lines(backups, book)) == 10
    assert asked == [1]


def test_the_book_of_another_cell_is_known(book: Book, tmp_path: Path) -> None:
    shutil.copyfile(book.path, tmp_path / "copy.chibo")
    assert not is_of_another(tmp_path / "copy.chibo", book)
    with closing(raw(tmp_path / "copy.chibo")) as db:
        db.execute("update cells set id = 'another'")
        db.commit()
    assert is_of_another(tmp_path / "copy.chibo", book)
    (tmp_path / "empty.chibo").touch()
    with pytest.raises(BookError):
        is_of_another(tmp_path / "empty.chibo", book)
