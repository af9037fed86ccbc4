"""What a file says before it is opened, and half an act where it cannot be taken back."""

from __future__ import annotations

import tempfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store import connecting as connecting_module
from cellsecretary.store.board import Board
from cellsecretary.store.connecting import in_plain, journal_of
from cellsecretary.store.engine import CAN_ENCRYPT, sqlite3
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.key_file import new_key
from tests.building import begun_book
from tests.store.test_recovering_trouble import half_done
from tests.store.test_released import fault_of, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.encrypted import Encrypted


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a small book."""
    path = tmp_path / "so.chibo"
    begun_book(path).close()
    return path


def test_half_an_act_is_not_seen_and_stays_where_it_is_when_a_file_is_looked_at(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = half_done(path)
    journal = journal_of(path).read_bytes()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with closing(Book.look(path, bundled())) as looked:
        assert looked.cell().place != "half of an act"
    assert path.read_bytes() == before
    assert journal_of(path).read_bytes() == journal
    assert list((tmp_path / "temporary").iterdir()) == []


def test_where_there_is_no_room_to_take_it_back_the_disk_is_named(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_done(path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(BookError) as wrong:
        Book.look(path, bundled())
    assert (wrong.value.fault, wrong.value.path) == (Fault.UNREACHABLE, path)


def test_a_file_spoilt_under_half_an_act_is_damaged(path: Path) -> None:
    spoilt = bytearray(half_done(path))
    spoilt[4096:] = b"x" * (len(spoilt) - 4096)
    path.write_bytes(spoilt)
    # The journal takes back what it has: the pages that were changed, and not those.
    with pytest.raises(BookError) as wrong:
        Book.look(path, bundled())
    assert wrong.value.fault in (Fault.DAMAGED, Fault.NOT_A_BOOK)
    assert path.read_bytes() == bytes(spoilt)


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_a_copy_that_its_key_does_not_open_is_let_go_of(
    encrypted_file: Encrypted, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[sqlite3.Connection] = []
    honest = connecting_module._connection

    def noted(*told: object, **more: object) -> sqlite3.Connection:
        made.append(honest(*told, **more))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(connecting_module, "_connection", noted)
    with pytest.raises(sqlite3.DatabaseError):
        in_plain(encrypted_file.path, new_key())
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("select 1")
    with closing(in_plain(encrypted_file.path, encrypted_file.key)) as plain:
        assert plain.execute("select count(*) from cells").fetchone() == (1,)


def test_an_old_book_with_a_row_that_points_nowhere_is_not_brought_up_to_date(
    tmp_path: Path,
) -> None:
    kind, path = unpacked(tmp_path, "book-1")
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("update attendance set member = 'nowhere' where rowid = 1")
    before = path.read_bytes()
    assert fault_of(kind, path) is Fault.DAMAGED
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_a_board_that_is_unlocked_is_no_book(tmp_path: Path, encrypted_file: Encrypted) -> None:
    unlocked.add(encrypted_file.key)
    assert fault_of(Board, encrypted_file.path) is Fault.NOT_A_BOARD
    unlocked.forget(encrypted_file.key)
