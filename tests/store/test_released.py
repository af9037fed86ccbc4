"""A file of every program that was ever released is brought up to date, or left as it was."""

from __future__ import annotations

import copy
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.board_schema import BOARD_VERSION
from cellsecretary.store.checking import check
from cellsecretary.store.closed import closed_versions
from cellsecretary.store.connecting import content_hash
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.opening import Opening
from cellsecretary.store.records import cell_record, meeting_record
from cellsecretary.store.recovering import restore
from cellsecretary.store.schema import SCHEMA_VERSION
from tests.building import AFTER
from tests.store.disk import Disk, NoLibrary, Trouble, library

if TYPE_CHECKING:
    from sqlite_utils import Database

    from cellsecretary.store.ledger import Ledger

RELEASED = Path(__file__).parent / "released"
FILES = sorted(path.stem for path in RELEASED.glob("*.zip"))
NEWEST = (f"book-{SCHEMA_VERSION}", f"board-{BOARD_VERSION}")
OLD = [name for name in FILES if name not in NEWEST]
LEFT_OUT = ("_sqlite_migrations", "sqlite_sequence")

Rows = dict[str, list[dict[str, Any]]]


def unpacked(folder: Path, name: str) -> tuple[type[Ledger], Path]:
    """Give a file of a released program, and its kind."""
    with zipfile.ZipFile(RELEASED / f"{name}.zip") as packed:
        (inside,) = packed.namelist()
        path = Path(packed.extract(inside, folder))
    return (Book if path.suffix == ".chibo" else Board), path


def rows(path: Path) -> Rows:
    """Give all rows of all tables of a file, without opening it as one of ours."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
        conn.row_factory = sqlite3.Row
        names = conn.execute("select name from sqlite_schema where type = 'table'").fetchall()
        return {
            name: [dict(row) for row in conn.execute(f'select * from "{name}" order by rowid')]
            for (name,) in names
            if name not in LEFT_OUT
        }


def insist_on_all(before: Rows, after: Rows) -> None:
    """Insist that every row is there with all the columns that it had."""
    for table, old in before.items():
        names = list(old[0]) if old else []
        assert [{name: row[name] for name in names} for row in after[table]] == old, table


def not_again(_ledger: object) -> None:
    """Insist that a file is not taken for an old one."""
    pytest.fail("it was brought up to date before")


def fault_of(kind: type[Ledger], path: Path) -> Fault | None:
    """Open a file and close it; give what stood in the way."""
    try:
        kind.open(path, bundled()).close()
    except BookError as error:
        return error.fault
    return None


def read_all(ledger: Ledger) -> None:
    """Read every record that a window or a paper would ask for."""
    if isinstance(ledger, Board):
        ledger.whole()
        assert len(ledger.versions()) == 4
        for version in ledger.versions():
            ledger.record(version.key)
        return
    assert isinstance(ledger, Book)
    register = cell_record(ledger)
    assert len(register.members) > 50
    for meeting in register.meetings:
        meeting_record(ledger, meeting.id)
    assert sum(len(closed_versions(ledger, one.id)) for one in register.meetings) == 1


def test_a_file_of_every_version_is_kept() -> None:
    books = [f"book-{version}" for version in range(1, SCHEMA_VERSION + 1)]
    boards = [f"board-{version}" for version in range(1, BOARD_VERSION + 1)]
    assert sorted(books + boards) == FILES


@pytest.mark.parametrize("name", FILES)
def test_an_old_file_opens_with_all_that_was_in_it(tmp_path: Path, name: str) -> None:
    kind, path = unpacked(tmp_path, name)
    before = rows(path)
    with closing(kind.open(path, bundled())) as ledger:
        assert ledger.value("pragma user_version") == kind.schema.version
        assert ledger.values("select 1 from pragma_foreign_key_check") == []
        assert check(ledger) == ()
        read_all(ledger)
    insist_on_all(before, rows(path))
    with closing(kind.open(path, bundled())) as again:
        assert check(again) == ()


@pytest.mark.parametrize("name", OLD)
def test_a_proven_copy_is_there_before_an_old_file_is_touched(tmp_path: Path, name: str) -> None:
    kind, path = unpacked(tmp_path, name)
    data, before = path.read_bytes(), rows(path)
    opening = Opening(lambda: tmp_path / "copies", bundled, lambda: AFTER)
    kept: list[Path] = []

    def keep(ledger: Ledger) -> Path:
        assert path.read_bytes() == data
        kept.append(opening.keep(ledger))
        return kept[-1]

    with closing(kind.open(path, bundled(), keep)) as ledger:
        head, content = ledger.head(), rows(path)
    assert len(kept) == 1
    assert rows(kept[0]) == before
    # Going back to the copy comes to the same as opening the file.
    restore(path, kind, kept[0], bundled())
    with closing(kind.open(path, bundled(), not_again)) as ledger:
        assert ledger.head() == head
        assert check(ledger) == ()
    assert rows(path) == content


@pytest.mark.parametrize("name", OLD)
def test_an_old_file_of_which_no_copy_can_be_made_is_not_touched(tmp_path: Path, name: str) -> None:
    kind, path = unpacked(tmp_path, name)
    data = path.read_bytes()

    def keep(_ledger: object) -> None:
        raise BookError(Fault.FULL, tmp_path)

    with pytest.raises(BookError):
        kind.open(path, bundled(), keep)
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", FILES)
def test_looking_at_an_old_file_writes_nothing(tmp_path: Path, name: str) -> None:
    kind, path = unpacked(tmp_path, name)
    data = path.read_bytes()
    with closing(kind.look(path, bundled())) as ledger:
        assert check(ledger) == ()
        read_all(ledger)
        head = ledger.head()
    assert path.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    with closing(kind.open(path, bundled())) as ledger:
        assert ledger.head() == head


@pytest.mark.parametrize("name", OLD)
def test_an_upgrade_that_fails_at_its_end_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kind, path = unpacked(tmp_path, name)
    data = path.read_bytes()
    migrations = copy.deepcopy(kind.schema.migrations)

    @migrations()
    def m999_breaks(db: Database) -> None:
        db.execute("create table half (id text)")
        db.execute("insert into nowhere values (1)")

    with monkeypatch.context() as patch:
        patch.setattr(kind, "schema", replace(kind.schema, migrations=migrations))
        with pytest.raises(BookError):
            kind.open(path, bundled())
    assert path.read_bytes() == data
    with closing(kind.open(path, bundled())) as ledger:
        assert check(ledger) == ()


@pytest.mark.parametrize("trouble", [Trouble.FULL, Trouble.GONE])
@pytest.mark.parametrize("name", OLD)
def test_an_upgrade_on_a_disk_in_trouble_changes_no_byte(
    tmp_path: Path, name: str, trouble: Trouble
) -> None:
    try:
        library()
    except NoLibrary as reason:
        pytest.skip(str(reason))
    kind, path = unpacked(tmp_path, name)
    data, tries, at = path.read_bytes(), 0, 1
    with Disk(tmp_path) as disk:
        while True:
            disk.plan(trouble, at)
            fault, hit = fault_of(kind, path), disk.failed > 0
            disk.mend()
            assert hit == (fault is not None)
            if fault is None:
                break
            assert fault in (Fault.FULL, Fault.UNREACHABLE), at
            # Whoever looks next takes back what was half done.
            with closing(sqlite3.connect(path)) as conn:
                conn.execute("select count(*) from sqlite_schema").fetchone()
            assert path.read_bytes() == data, f"{trouble} at {at}"
            # Early and late, and some in the middle: there are hundreds of writes.
            tries, at = tries + 1, at + (1 if at < 8 else 1 + at // 6)
    assert tries > 8
    with closing(kind.open(path, bundled())) as ledger:
        assert content_hash(ledger.connection)
        assert check(ledger) == ()


def test_copies_of_old_programs_are_known_by_what_is_in_them(tmp_path: Path) -> None:
    kind, path = unpacked(tmp_path, "book-1")
    with closing(kind.look(path, bundled())) as ledger:
        backups = Backups.of(tmp_path / "copies", ledger)
        made = backups.make(ledger, AFTER)
        assert made is not None
        assert backups.all() == (made,)
        assert backups.make(ledger, AFTER) is None
