"""`Ledger`: one SQLite file, read as rows and changed one transaction at a time, with history."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from cellsecretary.core.change import Act, Change, Changes
from cellsecretary.core.rows import Row
from cellsecretary.store.columns import ROWS, TABLES, from_columns, to_columns
from cellsecretary.store.connecting import bring_up_to_date, connect, content_hash
from cellsecretary.store.errors import BookError, Fault, faults, os_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.connecting import Schema

R = TypeVar("R", bound=Row)

_HEADER = b"SQLite format 3\x00"
_QUERIES_KEPT = 64


@dataclass(frozen=True, slots=True)
class Step:
    """One applied act in the book's history.

    `way` is do, more (further typing in the same text), undo or redo; `of` is the step that it is
    about, for `do` its own number.
    """

    number: int
    at: str
    account: str
    way: str
    of: int
    act: Act
    words: tuple[tuple[str, str], ...]


class Ledger:
    """The one connection to a file of its kind; faults of the file raise `BookError`.

    `rules` gives the rules of the program's files.
    """

    schema: ClassVar[Schema]

    def __init__(self, path: Path, rules: RuleSource) -> None:
        self.path = path
        self._rules = rules
        self._db = connect(path, self.schema)
        # What was read of each table since it was last written, by the rest of the query.
        self._read: dict[type[Any], dict[tuple[object, ...], list[Any]]] = {}
        self._version: int | None = None

    @classmethod
    def create(cls, path: Path, rules: RuleSource) -> Self:
        """Make a new, empty file of the kind; an existing file is never touched."""
        try:
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            raise BookError(Fault.EXISTS, path) from None
        except OSError as error:
            raise BookError(os_fault(error), path) from error
        try:
            return cls(path, rules)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, rules: RuleSource) -> Self:
        """Open an existing file; one of another kind, damaged or too new is refused untouched."""
        cls.insist_on_kind(path)
        ledger = cls(path, rules)
        try:
            with faults(path):
                if ledger.value("PRAGMA quick_check") != "ok":
                    raise BookError(Fault.DAMAGED, path)
                if not ledger._is_begun():
                    raise BookError(cls.schema.stranger, path)
        except BaseException:
            ledger.close()
            raise
        return ledger

    @classmethod
    def insist_on_kind(cls, path: Path) -> None:
        """Insist that a file is one of the kind and not of a newer program; it is not opened."""
        try:
            with path.open("rb") as file:
                header = file.read(100)
        except FileNotFoundError:
            raise BookError(Fault.MISSING, path) from None
        except OSError as error:
            raise BookError(os_fault(error), path) from error
        if len(header) < 100 or not header.startswith(_HEADER):
            raise BookError(cls.schema.stranger, path)
        if int.from_bytes(header[68:72], "big") != cls.schema.application_id:
            raise BookError(cls.schema.stranger, path)
        if int.from_bytes(header[60:64], "big") > cls.schema.version:
            raise BookError(Fault.TOO_NEW, path)

    def _is_begun(self) -> bool:
        """Tell whether the file has what every file of its kind has."""
        return True

    @classmethod
    def in_memory(cls, rules: RuleSource) -> Self:
        """Make a file that is gone when it is closed, to try something out."""
        return cls(Path(":memory:"), rules)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # Reading

    def rows(self, kind: type[R], where: str = "", *values: object, order: str = "") -> list[R]:
        """Give the rows of a type; `where` is SQL with `?` for each value.

        After an act all is read anew, but few tables were written: the rows of the others are kept,
        unless the question asks other tables too.
        """
        with faults(self.path):
            self._forget_what_others_wrote()
            known = {} if "select" in where else self._read.setdefault(kind, {})
            query = (where, values, order)
            if query not in known:
                sql = f'select * from "{TABLES[kind]}"'
                sql += f" where {where}" if where else ""
                sql += f" order by {order}" if order else ""
                found = [from_columns(kind, columns) for columns in self._db.query(sql, values)]
                if len(known) >= _QUERIES_KEPT:
                    known.clear()
                known[query] = found
            return list(known[query])

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
        with faults(self.path):
            row = self._db.execute(sql, values).fetchone()
        return row[0] if row else None

    def values(self, sql: str, *values: object) -> list[Any]:
        """Give the first column of every row of a query."""
        with faults(self.path):
            return [row[0] for row in self._db.execute(sql, values)]

    def state_code(self) -> str:
        """Give what the newest step wrote as eight digits: copies that went on apart differ."""
        found = self.values(
            "select json_array(s.step, s.at, c.id, c.row, c.after) from steps s "
            "left join changes c using (step) where step = (select max(step) from steps)"
        )
        return hashlib.sha256("\n".join(found).encode()).hexdigest()[:8]

    def last_step(self) -> int:
        """Give the number of the newest step of the history, 0 before the first."""
        return int(self.value("select max(step) from steps") or 0)

    def days_written(self, after: int, newest: int) -> list[str]:
        """Give the newest days on which was written after a step, oldest first, as they stand."""
        found = self.values(
            "select substr(at, 1, 10) from steps where step > ? "
            "group by substr(at, 1, 10) order by max(step) desc limit ?",
            *(after, newest),
        )
        return [str(day) for day in reversed(found)]

    def fill_from(self, source: sqlite3.Connection) -> None:
        """Take over all of another connection's file, then bring its tables up to date.

        SQLite keeps any bytes as a text; those that are none raise `UnicodeDecodeError` when read.
        """
        self._db.conn.text_factory = bytes.decode
        source.backup(self._db.conn)
        if self.value("PRAGMA quick_check") != "ok":
            raise BookError(Fault.DAMAGED, self.path)
        bring_up_to_date(self._db, self.schema)

    def copy_to(self, path: Path) -> None:
        """Copy the book into a file and prove the copy: whole, and every row the same."""
        with faults(path):
            copy = sqlite3.connect(str(path), isolation_level=None)
            try:
                self._db.conn.backup(copy)
            finally:
                copy.close()
            proof = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            try:
                is_whole = proof.execute("pragma integrity_check").fetchone()[0] == "ok"
                is_same = content_hash(proof) == content_hash(self._db.conn)
            finally:
                proof.close()
        if not (is_whole and is_same):
            raise BookError(Fault.DAMAGED, path)

    # Changing

    def apply(
        self,
        changes: Changes,
        at: datetime,
        account: str = "",
        *,
        way: str = "do",
        of: int | None = None,
    ) -> Step | None:
        """Write one act and its history in one transaction; on return it is on the disk.

        Each row must still be as the change found it: another program may have written meanwhile.
        An act without changes writes nothing.
        """
        if not changes.changes:
            return None
        with self._transaction():
            number = self.last_step() + 1
            step = self._note_step(number, at, account, way, of, changes.act, changes.words)
            for change in changes.changes:
                self._write(number, change)
        return step

    def _note_step(
        self,
        number: int,
        at: datetime,
        account: str,
        way: str,
        of: int | None,
        act: Act,
        words: tuple[tuple[str, str], ...],
    ) -> Step:
        """Write a step of the history into the transaction that is open."""
        of = number if of is None else of
        step = Step(number, at.isoformat(timespec="seconds"), account, way, of, act, words)
        told = json.dumps(words, ensure_ascii=False)
        self._db.execute(
            "insert into steps values (?, ?, ?, ?, ?, ?, ?)",
            (number, step.at, account, way, of, str(act), told),
        )
        return step

    def _write(self, step: int, change: Change) -> None:
        self._read.pop(type(change.row), None)
        table = self._db.table(TABLES[type(change.row)])
        before = to_columns(change.before) if change.before is not None else None
        after = to_columns(change.after) if change.after is not None else None
        key = change.row.id
        if before is not None:
            found = list(table.rows_where("id = ?", [key]))
            if found != [before]:
                raise BookError(Fault.CHANGED_ELSEWHERE, self.path)
        if before is not None and after is not None:
            changed = [name for name in after if after[name] != before[name]]
            before = {name: before[name] for name in changed}
            after = {name: after[name] for name in changed}
            if changed:
                table.update(key, after)
        elif after is not None:
            if table.count_where("id = ?", [key]):
                raise BookError(Fault.CHANGED_ELSEWHERE, self.path)
            table.insert(after)
        else:
            table.delete(key)
        self._db.execute(
            'insert into changes (step, "table", row, before, after) values (?, ?, ?, ?, ?)',
            (step, table.name, key, _json(before), _json(after)),
        )

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make what is written inside one transaction: all of it is on the disk at the end."""
        with self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._db.conn.in_transaction:
            with self._part():
                yield
            return
        with faults(self.path):
            self._db.execute("begin immediate")
            try:
                # Children and parents may come in any order within one act.
                self._db.execute("pragma defer_foreign_keys = on")
                yield
                self._db.execute("commit")
            except BaseException:
                self._read.clear()
                if self._db.conn.in_transaction:
                    self._db.execute("rollback")
                raise

    @contextmanager
    def _part(self) -> Iterator[None]:
        """Make a part of the transaction that is open: when it fails, the rest stays."""
        self._db.execute("savepoint part")
        try:
            yield
        except BaseException:
            self._read.clear()
            if self._db.conn.in_transaction:
                self._db.execute("rollback to part")
                self._db.execute("release part")
            raise
        self._db.execute("release part")

    # History

    def steps(self, newest: int) -> list[Step]:
        """Give the newest steps of the history, oldest first."""
        with faults(self.path):
            found = list(self._db.query("select * from steps order by step desc limit ?", [newest]))
        return [
            Step(
                row["step"],
                row["at"],
                row["account"],
                row["way"],
                row["of"],
                Act(row["operation"]),
                tuple((key, value) for key, value in json.loads(row["words"])),
            )
            for row in reversed(found)
        ]

    def changes_of(self, step: Step, *, back: bool) -> Changes:
        """Give the changes that take a step back, or do it again, from the rows as they are now."""
        with faults(self.path):
            found = list(
                self._db.query(
                    "select changes.* from changes join steps using (step) "
                    "where steps.of = ? and way in ('do', 'more') order by id",
                    [step.of],
                )
            )
        if back:
            found.reverse()
        rows: dict[tuple[str, str], Row | None] = {}
        changes = []
        for entry in found:
            kind = ROWS[entry["table"]]
            place = (entry["table"], entry["row"])
            now = rows[place] if place in rows else self.row(kind, entry["row"])
            target = json.loads(entry["before" if back else "after"] or "null")
            then: Row | None = None
            if target is not None:
                known = to_columns(now) if now is not None else {}
                then = from_columns(kind, known | target)
            changes.append(Change(now, then))
            rows[place] = then
        return Changes(step.act, tuple(changes), step.words)


def _json(columns: dict[str, Any] | None) -> str | None:
    if columns is None:
        return None
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
