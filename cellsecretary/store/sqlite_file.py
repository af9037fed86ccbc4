"""`SqliteFile`: one file of ours, opened to write or to look only, read as rows, and copied."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from cellsecretary.core.plain import PlainError
from cellsecretary.core.rows import Row
from cellsecretary.own_files import touch
from cellsecretary.store import connecting
from cellsecretary.store.checking import check
from cellsecretary.store.columns import TABLES, from_values
from cellsecretary.store.connecting import Head, content_hash
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.errors import BookError, Fault, faults
from cellsecretary.store.private import PassingFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlite_utils import Database

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.connecting import Schema
    from cellsecretary.store.file_key import FileKey

R = TypeVar("R", bound=Row)
T = TypeVar("T")

MEMORY = Path(":memory:")
_QUERIES_KEPT = 64


class SqliteFile:
    """The one connection to a file of its kind; faults of the file raise `BookError`.

    `rules` gives the rules of the program's files; `key` is what it is encrypted by. What is
    `looked_at` is never written to; `is_newer` says that a later program wrote it: what this one
    does not know is passed over.
    """

    schema: ClassVar[Schema]

    def __init__(
        self, path: Path, rules: RuleSource, db: Database, key: FileKey | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.looked_at = False
        self.is_newer = False
        self._rules = rules
        self._db = db
        # What was read since the tables that were asked were last written, by tables and query.
        self._read: dict[frozenset[type[Any]], dict[tuple[object, ...], list[Any]]] = {}
        self._version: int | None = None
        self._place = _place(path) if path != MEMORY else None

    # Opening

    @classmethod
    def create(cls, path: Path, rules: RuleSource) -> Self:
        """Make a new, empty, plain file of the kind; only one that is left over is replaced."""
        try:
            if cls.is_left_over(path):
                path.unlink()
                connecting.journal_of(path).unlink(missing_ok=True)
            touch(path, exist_ok=False)
        except FileExistsError:
            raise BookError(Fault.EXISTS, path) from None
        except OSError as error:
            raise BookError(Fault.of(error), path) from error
        try:
            return cls._begun(cls(path, rules, connecting.connect(path)))
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def is_left_over(cls, path: Path) -> bool:
        """Tell whether the power went while a file was made: nothing was ever written into it."""
        try:
            if not path.is_file():
                return False
            if path.stat().st_size == 0:
                return True
            is_half_done = connecting.journal_of(path).exists()
            with faults(path), closing(connecting.look(path).conn) as conn:
                found = conn.execute("select name from sqlite_schema where type = 'table'")
                names = [name for (name,) in found.fetchall()]
                if not names:
                    return is_half_done  # its first act of all was taken back
                if conn.execute("pragma application_id").fetchone()[0] != cls.schema.application_id:
                    return False
                return not any(
                    conn.execute(f'select 1 from "{name}" limit 1').fetchone()
                    for name in names
                    if not name.startswith(("sqlite_", "_sqlite_"))
                )
        except (BookError, OSError):
            return False

    @classmethod
    def in_memory(cls, rules: RuleSource, key: FileKey | None = None) -> Self:
        """Make a file that is gone when it is closed, to try something out."""
        return cls._begun(cls(MEMORY, rules, connecting.memory(key), key))

    @classmethod
    def _begun(cls, made: Self) -> Self:
        try:
            with faults(made.path):
                connecting.bring_up_to_date(made._db, cls.schema)
        except BaseException:
            made.close()
            raise
        return made

    @classmethod
    def open(
        cls,
        path: Path,
        rules: RuleSource,
        before_upgrade: Callable[[Self], object] | None = None,
    ) -> Self:
        """Open an existing file to write; of another kind, damaged or too new it stays untouched.

        One of an earlier program is brought up to date once `before_upgrade` has kept a copy.
        """
        key = cls.known_head(path).key
        opened = cls(path, rules, connecting.connect(path, key), key)
        try:
            with faults(path):
                opened._insist_on_sound()
                if connecting.is_behind(opened._db, cls.schema) and before_upgrade:
                    before_upgrade(opened)
                opened._bring_up_to_date()
                if not opened._is_begun():
                    raise BookError(cls.schema.stranger, path)
        except BaseException:
            opened.close()
            raise
        return opened

    @classmethod
    def known_head(cls, path: Path) -> Head:
        """Insist that a file is one of the kind and not of a later program."""
        head = connecting.head_of(path, cls.schema)
        if head.version > cls.schema.version:
            raise BookError(Fault.TOO_NEW, path)
        return head

    @classmethod
    def look(cls, path: Path, rules: RuleSource, head: Head | None = None) -> Self:
        """Open an existing file to read and print; also where nothing can be written.

        One of an earlier program is brought up to date in memory, one of a later program is read
        as far as this one knows it. For a file that this process writes its head is given: who
        opens and closes it to see that lets go of all locks that SQLite has on it.
        """
        head = head or connecting.head_of(path, cls.schema)
        opened = cls(path, rules, connecting.look(path, head.key), head.key)
        opened.looked_at = True
        opened.is_newer = head.version > cls.schema.version
        try:
            with opened.reading():
                opened._insist_on_sound()
                if not opened.is_newer and connecting.is_behind(opened._db, cls.schema):
                    opened._continue_in_memory()
                if not opened._is_begun():
                    raise BookError(cls.schema.stranger, path)
        except BaseException:
            opened.close()
            raise
        return opened

    def _continue_in_memory(self) -> None:
        db = connecting.memory(self.key)
        self._db.conn.backup(db.conn)
        self._db.close()
        self._db = db
        self._bring_up_to_date()

    def _insist_on_sound(self) -> None:
        if self._db.execute("pragma quick_check").fetchone()[0] != "ok":
            raise BookError(Fault.DAMAGED, self.path)

    def _bring_up_to_date(self) -> None:
        try:
            connecting.bring_up_to_date(self._db, self.schema)
        except (sqlite3.OperationalError, sqlite3.IntegrityError, ValueError) as error:
            if (getattr(error, "sqlite_errorcode", None) or 1) & 0xFF not in (1, 19):
                raise
            # Its tables are not those that a program of ours ever made.
            raise BookError(Fault.DAMAGED, self.path) from error

    def _is_begun(self) -> bool:
        """Tell whether the file has what every file of its kind has."""
        return True

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # Reading

    def rows(
        self,
        kind: type[R],
        where: str = "",
        *values: object,
        order: str = "",
        beside: Iterable[type[Any]] = (),
    ) -> list[R]:
        """Give the rows of a type; `where` is SQL with `?` for each value.

        After an act all is read anew, but few tables were written: the rows of the others are kept.
        What `where` selects from is named in `beside`.
        """
        assert beside or "select" not in where, "what it selects from decides what is kept"

        def read() -> list[R]:
            key: Any = kind  # mypy takes a class for something that cannot be hashed
            sql = f'select {_columns(key)} from "{TABLES[kind]}"'
            sql += f" where {where}" if where else ""
            sql += f" order by {order}" if order else ""
            return [from_values(kind, row) for row in self._db.execute(sql, values)]

        return self._kept((kind, *beside), (kind, where, values, order), read)

    def _kept(
        self, tables: Iterable[type[Any]], query: tuple[object, ...], read: Callable[[], list[T]]
    ) -> list[T]:
        """Give what was read for a query, until one of the tables is written, here or elsewhere."""
        with self.reading():
            self._forget_what_others_wrote()
            known = self._read.setdefault(frozenset(tables), {})
            if query not in known:
                found = read()
                if len(known) >= _QUERIES_KEPT:
                    known.clear()
                known[query] = found
            return list(known[query])

    def _forget(self, kind: type[Any]) -> None:
        """Let go of what was read from a table: it is written."""
        for tables in [tables for tables in self._read if kind in tables]:
            del self._read[tables]

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Tell what cannot be read for damage, or for the work of a later program.

        What goes wrong with a sound file is a bug, and passes.
        """
        try:
            with faults(self.path):
                yield
        except (ValueError, TypeError, LookupError, sqlite3.DatabaseError) as error:
            if self.is_newer:
                raise BookError(Fault.TOO_NEW, self.path) from error
            if isinstance(error, PlainError) or self.is_harmed():
                raise BookError(Fault.DAMAGED, self.path) from error
            raise

    def is_harmed(self) -> bool:
        """Tell whether the file is not as its history made it; between two acts only."""
        return not self._db.conn.in_transaction and bool(check(self))

    def _forget_what_others_wrote(self) -> None:
        (version,) = self._db.conn.execute("pragma data_version").fetchone()
        if version != self._version:
            self._read.clear()
            self._version = version

    def row(self, kind: type[R], id: str) -> R | None:
        """Give one row by id."""
        found = self.rows(kind, "id = ?", id)
        return found[0] if found else None

    def value(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - any column type
        """Give the first column of the first row of a query, None without rows."""
        with self.reading():
            row = self._db.execute(sql, values).fetchone()
        return row[0] if row else None

    def values(self, sql: str, *values: object, of: Iterable[type[Any]] = ()) -> list[Any]:
        """Give the first column of every row of a query.

        Where all tables that it asks are named in `of`, it is kept as rows are.
        """

        def read() -> list[Any]:
            return [row[0] for row in self._db.execute(sql, values)]

        if of:
            return self._kept(of, (sql, values), read)
        with self.reading():
            return read()

    def _insist_on_own_file(self) -> None:
        """Insist that the name still leads to the file that is open: else nobody would find it."""
        if self._place is None:
            return
        place = _place(self.path)
        if place is None:
            raise BookError(Fault.GONE, self.path)
        if place != self._place:
            raise BookError(Fault.REPLACED, self.path)

    # Copying

    @property
    def program_rules(self) -> RuleSource:
        """The rules of the program's files, which the file was opened with."""
        return self._rules

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the neighbours in this package alone."""
        return self._db.conn

    def fill_from(self, source: sqlite3.Connection) -> None:
        """Take over all of another connection's file, then bring its tables up to date.

        SQLite keeps any bytes as a text; those that are none raise `UnicodeDecodeError` when read.
        """
        self._db.conn.text_factory = bytes.decode
        source.backup(self._db.conn)
        self._insist_on_sound()
        connecting.bring_up_to_date(self._db, self.schema)

    @property
    def file_head(self) -> Head:
        """What the open file says of itself."""
        return Head(int(self.value("pragma user_version")), self.key)

    def copy_to(self, path: Path) -> None:
        """Copy the file into another one, encrypted alike, and prove it: whole, each row equal."""
        self.copy_by(self.key, path)

    def copy_by(self, key: FileKey | None, path: Path) -> None:
        """Copy the file into another one to be encrypted by a key, and prove the copy."""
        with faults(path):
            connecting.copy_pages(self._db.conn, path, key_before=self.key, key=key)
            with closing(connecting.bare(path, key, to_read=True)) as proof:
                is_whole = proof.execute("pragma integrity_check").fetchone()[0] == "ok"
                is_same = content_hash(proof) == content_hash(self._db.conn)
        if not (is_whole and is_same):
            raise BookError(Fault.DAMAGED, path)

    def pour_into(self, made: SqliteFile) -> None:
        """Make an empty file in memory the same as this one, however either is encrypted."""
        if (self.key is None) == (made.key is None):
            self._db.conn.backup(made.connection)
            return
        try:
            with PassingFolder() as folder, faults(self.path):
                self._pour_by(folder / "copy", made)
        except OSError as error:
            raise BookError(Fault.of(error), self.path) from error

    def _pour_by(self, copy: Path, made: SqliteFile) -> None:
        """Do so by a file on the disk, which is encrypted in either direction."""
        touch(copy)
        key = self.key or made.key
        connecting.copy_pages(self._db.conn, copy, key_before=self.key, key=key)
        if made.key is None:
            assert self.key is not None
            with closing(connecting.in_plain(copy, self.key)) as source:
                source.backup(made.connection)
            return
        with closing(connecting.bare(copy, made.key, to_read=True)) as source:
            source.backup(made.connection)


@cache
def _columns(kind: type[Any]) -> str:
    # In double quotes SQLite takes a name that a damaged table does not have for a text.
    return ", ".join(f"[{field.name}]" for field in fields(kind))


def _place(path: Path) -> tuple[int, int] | None:
    """Give the place of a file on its disk, None when there is none of that name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
