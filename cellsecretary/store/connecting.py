"""How a file is opened, to write or to look, and how its tables are brought up to date."""

from __future__ import annotations

import hashlib
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from cellsecretary.store.engine import CAN_ENCRYPT, sqlite3
from cellsecretary.store.errors import BookError, Fault, faults
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.key_file import KeyFileError, Locked, slots_of
from cellsecretary.store.private import PassingFolder

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from sqlite_utils import Migrations

    from cellsecretary.store.file_key import FileKey

HISTORY = ("steps", "changes")
"""The tables that say how the others came to be."""

SQLITE_VERSION = sqlite3.sqlite_version
REPORTS = ("arrivals",)
"""Tables that no act stands for: what a stick held, to be read again."""

WAIT = 2.0
"""Seconds for which another program may hold the file before an act fails."""

_HEADER = b"SQLite format 3\x00"
_PAGE = 4096
_CHANCE = 240
"""How many of 256 bytes are in a page of chance at least; in any text there are far fewer."""

_WITH_A_JOURNAL = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


@dataclass(frozen=True, slots=True)
class Schema:
    """What a kind of file is known by, the newest form of its tables, and how they came to be.

    `stranger` is the fault of a file of another kind.
    """

    application_id: int
    version: int
    migrations: Migrations
    stranger: Fault


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says before it is opened: the version of its tables, and which key it wants."""

    version: int
    key: FileKey | None


def head_of(path: Path, schema: Schema) -> Head:
    """Give what a file says of itself; one of another kind, or locked, is refused unopened.

    One that is unlocked has to be opened for it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise BookError(Fault.MISSING, path) from None
    except OSError as error:
        raise BookError(Fault.of(error), path) from error
    if len(header) < 100:
        raise BookError(schema.stranger, path)
    if not header.startswith(_HEADER):
        return Head(_version_within(path, schema, _key(path, header, schema)), unlocked.of(header))
    if int.from_bytes(header[68:72], "big") != schema.application_id:
        raise BookError(schema.stranger, path)
    return Head(int.from_bytes(header[60:64], "big"), None)


def _key(path: Path, header: bytes, schema: Schema) -> FileKey:
    """Give the key of a file that is not plain."""
    key = unlocked.of(header)
    if key is None:
        raise _why_closed(path, header) or BookError(schema.stranger, path)
    if not CAN_ENCRYPT:
        raise BookError(Fault.CANNOT_ENCRYPT, path)
    return key


def known_key(path: Path) -> FileKey | None:
    """Give the key of a file, None of one that is plain, or of which nobody unlocked it."""
    with suppress(OSError):
        return unlocked.of(mark_of(path))
    return None


def _why_closed(path: Path, header: bytes) -> BookError | None:
    """Tell what a file lacks whose key nobody unlocked, None when it may be of any kind."""
    try:
        slots = slots_of(path)
    except (KeyFileError, OSError):
        return BookError(Fault.KEYS_UNUSABLE, path)
    if slots is not None:
        if not header.startswith(slots.mark):
            return None  # it was spoilt where it begins, or it is no copy of this book
        # To ask for a password would be in vain.
        return Locked(slots, path) if CAN_ENCRYPT else BookError(Fault.CANNOT_ENCRYPT, path)
    return BookError(Fault.KEYS_MISSING, path) if _looks_encrypted(path) else None


def _looks_encrypted(path: Path) -> bool:
    """Tell whether a file is full pages that look like chance alone."""
    with suppress(OSError), path.open("rb") as file:
        page = file.read(_PAGE)
        return path.stat().st_size % _PAGE == 0 and len(set(page)) > _CHANCE
    return False


def _version_within(path: Path, schema: Schema, key: FileKey) -> int:
    try:
        # A power cut may have left half an act beside it, which is no matter here.
        db = look(path, key)
    except BookError as error:
        if error.fault is Fault.NOT_A_BOOK:
            # The key is the right one: its mark stands there.
            raise BookError(Fault.DAMAGED, path) from error
        raise
    with faults(path), closing(db.conn) as conn:
        if conn.execute("pragma application_id").fetchone()[0] != schema.application_id:
            raise BookError(schema.stranger, path)
        return int(conn.execute("pragma user_version").fetchone()[0])


def connect(path: Path, key: FileKey | None = None) -> Database:
    """Open a connection that writes: a rollback journal, and on the disk before it says so."""
    with faults(path):
        db = _database(str(path), key)
        try:
            db.execute("pragma journal_mode = delete")
            db.execute("pragma synchronous = extra")
        except BaseException:
            db.conn.close()
            raise
    return db


def look(path: Path, key: FileKey | None = None) -> Database:
    """Open a connection that only reads, also from a place where nothing can be written.

    Where a power cut left half an act that cannot be taken back there, that is done in a copy.
    """
    with faults(path):
        db = _database(f"{address(path.resolve())}?mode=ro", key, uri=True)
        try:
            db.execute("select count(*) from sqlite_schema")
        except sqlite3.DatabaseError as error:
            db.conn.close()
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code not in _WITH_A_JOURNAL or not journal_of(path).exists():
                raise
            return _rolled_back(path, key)
    return db


def address(path: PurePath) -> str:
    """Give the address by which SQLite opens a file; one on a server has no other host for it."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _rolled_back(path: Path, key: FileKey | None) -> Database:
    """Give in memory what a file is once its unfinished act was taken back."""
    db = memory(key)
    try:
        with PassingFolder() as folder:
            copy = folder / path.name
            copy.write_bytes(path.read_bytes())
            journal_of(copy).write_bytes(journal_of(path).read_bytes())
            with closing(_connection(str(copy), key)) as source:
                source.backup(db.conn)
    except OSError as error:
        db.conn.close()
        raise BookError(Fault.of(error), path) from error
    except BaseException:
        db.conn.close()
        raise
    return db


def journal_of(path: Path) -> Path:
    """Name the file beside a file in which SQLite keeps what an unfinished act changed."""
    path = path.resolve()  # it lies beside the file itself, not beside a link to it
    return path.with_name(f"{path.name}-journal")


def _database(place: str, key: FileKey | None, *, uri: bool = False) -> Database:
    db = Database(_connection(place, key, uri=uri), execute_plugins=False)
    db.execute("pragma trusted_schema = off")  # it reads nothing of the file
    return db


def _connection(place: str, key: FileKey | None, *, uri: bool = False) -> sqlite3.Connection:
    """Open a connection; one with a key reads and writes what nobody else can."""
    conn = sqlite3.connect(place, isolation_level=None, timeout=WAIT, uri=uri)
    if key is not None:
        # It would write of a wrong key to the standard error of the program.
        conn.execute("pragma cipher_log_level = none")
        conn.execute(f'pragma key = "{key.for_sqlite}"')
    return conn


def memory(key: FileKey | None = None) -> Database:
    """Open a file that is gone when it is closed; encrypted ones are copied into one with a key."""
    return _database(":memory:", key)


def bare(
    path: Path, key: FileKey | None = None, *, to_read: bool = False, immutable: bool = False
) -> sqlite3.Connection:
    """Open a connection that nothing is set on, to copy into or to prove a copy by.

    One of somebody else's file that is `immutable` takes no half act of that back.
    """
    if not to_read:
        return _connection(str(path), key)
    more = "&immutable=1" if immutable else ""
    return _connection(f"{address(path.resolve())}?mode=ro{more}", key, uri=True)


def copy_pages(
    source: sqlite3.Connection,
    path: Path,
    *,
    key_before: FileKey | None,
    key: FileKey | None,
) -> None:
    """Copy all of a file into another one, which is there and empty, to be encrypted by a key."""
    if (key_before is None) == (key is None):
        with closing(bare(path, key)) as copy:
            source.backup(copy)
        return
    # SQLite copies page by page, and those of a plain file have another form.
    source.execute("attach ? as copy key ?", [str(path), "" if key is None else key.for_sqlite])
    try:
        source.execute("select sqlcipher_export('copy')").fetchall()
        for name in ("application_id", "user_version"):
            (value,) = source.execute(f"pragma main.{name}").fetchone()
            source.execute(f"pragma copy.{name} = {int(value)}")
    finally:
        source.execute("detach copy")


def in_plain(path: Path, key: FileKey) -> sqlite3.Connection:
    """Give in memory, plain, what an encrypted file holds; it never lies on a disk so."""
    conn = _connection(":memory:", None)
    try:
        conn.execute("attach ? as locked key ?", [str(path), key.for_sqlite])
        conn.execute("select sqlcipher_export('main', 'locked')").fetchall()
        for name in ("application_id", "user_version"):
            (value,) = conn.execute(f"pragma locked.{name}").fetchone()
            conn.execute(f"pragma main.{name} = {int(value)}")
        conn.execute("detach locked")
    except BaseException:
        conn.close()
        raise
    return conn


# Tables


def is_behind(db: Database, schema: Schema) -> bool:
    """Tell whether a file lacks migrations of this program."""
    return bool(schema.migrations.pending(db))


def bring_up_to_date(db: Database, schema: Schema) -> None:
    """Apply the migrations that a file does not have yet, all in one transaction, or none.

    Foreign keys go on after migrating, because a table that is rebuilt must not cascade; a row
    that points nowhere afterwards raises `ValueError`.
    """
    db.execute("pragma foreign_keys = off")
    if is_behind(db, schema):
        db.execute("begin immediate")
        try:
            schema.migrations.apply(db)
            db.execute(f"pragma application_id = {schema.application_id}")
            db.execute(f"pragma user_version = {schema.version}")
            wrong = db.execute("pragma foreign_key_check").fetchone()
            if wrong is not None:
                raise ValueError(wrong)
            db.execute("commit")
        except BaseException:
            # A disk that is full may have ended the transaction by itself.
            with suppress(sqlite3.DatabaseError):
                db.execute("rollback")
            raise
    db.execute("pragma foreign_keys = on")


def empty_columns(conn: sqlite3.Connection, table: str) -> dict[str, Any]:
    """Give the columns of a table with the values that they have where nobody named one."""
    info = conn.execute(f'pragma table_info("{table}")').fetchall()
    return {column[1]: _literal(column[4]) for column in info}


def _literal(text: str | None) -> str | int | None:
    if text is None or text.upper() == "NULL":
        return None
    return text[1:-1] if text.startswith("'") else int(text)


def content_hash(conn: sqlite3.Connection, *, history: bool = True) -> str:
    """Give the SHA-256 of all rows of all tables: equal for a copy, however its pages lie.

    Without `history` two files are equal that came by different ways to the same rows; reports of
    sticks do not count.
    """
    found = hashlib.sha256()
    names = conn.execute("select name from sqlite_schema where type = 'table' order by name")
    for (name,) in names.fetchall():
        if not history and (
            name in (*HISTORY, *REPORTS) or name.startswith(("sqlite_", "_sqlite_"))
        ):
            continue
        found.update(name.encode())
        order = "rowid" if history else "id"
        for row in conn.execute(f'select * from "{name}" order by {order}'):
            found.update(repr(row).encode())
    return found.hexdigest()
