"""`Ledger`: one SQLite file changed one transaction at a time, with the history of its acts."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from cellsecretary.core.change import Act, Change, Changes, Refusal
from cellsecretary.core.lengths import within_limits
from cellsecretary.store.columns import ROWS, TABLES, from_columns, to_columns
from cellsecretary.store.connecting import content_hash, empty_columns, is_behind
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.errors import BookError, Fault, faults
from cellsecretary.store.sqlite_file import SqliteFile
from cellsecretary.store.step_line import Entry, StepLine, json_row, json_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from typing import Protocol

    from cellsecretary.core.rows import Row

    class Follower(Protocol):
        """Hears of every transaction that is on the disk: the journal.

        `fault` says why it could not write down the newest.
        """

        fault: BookError | None

        def catch_up(self, ledger: Ledger) -> None:
            """Write down what is new; what stands in the way is its own matter."""


NO_STEP = "0" * 8
"""The code of a history without a step."""

_ACTS = frozenset(map(str, Act))


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


class Ledger(SqliteFile):
    """A file of rows and of the acts that made them; faults of the file raise `BookError`.

    `follower` is told after every transaction; `suffix` is what the name of a copy ends with,
    whatever the file itself is called.
    """

    suffix: ClassVar[str]
    follower: Follower | None = None

    @property
    def backup_name(self) -> str:
        """What the folder of the copies of the file is called after."""
        raise NotImplementedError

    def state_code(self) -> str:
        """Give eight digits that stand for the whole history: copies that went on apart differ."""
        if is_behind(self._db, self.schema):
            return content_hash(self._db.conn)[:8]  # of a program that did not chain its steps
        return (self.head()[1] or NO_STEP)[:8]

    def last_step(self) -> int:
        """Give the number of the newest step of the history, 0 before the first."""
        return int(self.value("select max(step) from steps") or 0)

    def head(self) -> tuple[int, str]:
        """Give number and hash of the newest step, (0, "") before the first."""
        step = self.last_step()
        return step, self.hash_of(step) or ""

    def days_written(self, after: int, newest: int) -> list[str]:
        """Give the newest days on which was written after a step, oldest first, as they stand."""
        found = self.values(
            "select substr(at, 1, 10) from steps where step > ? "
            "group by substr(at, 1, 10) order by max(step) desc limit ?",
            *(after, newest),
        )
        return [str(day) for day in reversed(found)]

    def hash_of(self, step: int) -> str | None:
        """Give the hash of a step, "" before the first, None for one that was never done."""
        if step == 0:
            return ""
        found = self.value("select hash from steps where step = ?", step)
        return None if found is None else str(found)

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
        An act without changes writes nothing. A text that is too long comes in by no door; going
        back to one that was there before there was a limit is no coming in.
        """
        if not changes.changes:
            return None
        if way not in ("undo", "redo") and isinstance(within_limits(changes), Refusal):
            raise BookError(Fault.TEXT_TOO_LONG, self.path)
        with self._transaction():
            entries = [self._write(change) for change in changes.changes]
            return self._note_step(
                Step(
                    number=self.last_step() + 1,
                    at=at.isoformat(timespec="seconds"),
                    account=account,
                    way=way,
                    of=of or self.last_step() + 1,
                    act=changes.act,
                    words=changes.words,
                ),
                entries,
            )

    def _note_step(self, step: Step, entries: Sequence[Entry] = ()) -> Step:
        """Write a step of the history into the transaction that is open, chained to the last."""
        told = (step.number, step.at, step.account, step.way, step.of, str(step.act))
        self._keep(StepLine(*told, json_words(step.words), tuple(entries), self.head()[1]))
        return step

    def _keep(self, line: StepLine) -> None:
        told = (line.number, line.at, line.account, line.way, line.of, line.operation, line.words)
        self._db.execute(
            'insert into steps (step, at, account, way, "of", operation, words, hash) '
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            (*told, line.computed()),
        )
        for entry in line.entries:
            self._db.execute(
                'insert into changes (step, "table", row, before, after) values (?, ?, ?, ?, ?)',
                (line.number, entry.table, entry.row, entry.before, entry.after),
            )

    def replay(self, lines: Iterable[StepLine]) -> int:
        """Do again the steps that a journal kept, each as it was; give how many.

        A step that does not follow on the history, or that a row does not fit, raises `BookError`.
        """
        count = 0
        for line in lines:
            with self.together():
                if (line.number - 1, line.previous) != self.head():
                    raise BookError(Fault.CHANGED_ELSEWHERE, self.path)
                for entry in line.entries:
                    self._write(self._change(entry))
                self._keep(line)
            count += 1
        return count

    def _change(self, entry: Entry) -> Change:
        """Give the change of an entry, to the row as it is now."""
        kind = ROWS[entry.table]
        now = self.row(kind, entry.row)
        # A journal may be of a program that did not know all columns of today.
        known = empty_columns(self._db.conn, entry.table) if now is None else to_columns(now)
        return _changed(kind, now, entry.after, known)

    def _write(self, change: Change) -> Entry:
        """Write one row into the transaction that is open."""
        self._forget(type(change.row))
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
            table.update(key, after)
        elif after is not None:
            if table.count_where("id = ?", [key]):
                raise BookError(Fault.CHANGED_ELSEWHERE, self.path)
            table.insert(after)
        else:
            table.delete(key)
        return Entry(table.name, key, json_row(before), json_row(after))

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
        if self.looked_at:
            raise BookError(Fault.LOOK_ONLY, self.path)
        with self._writing():
            self._db.execute("begin immediate")
            try:
                # Children and parents may come in any order within one act.
                self._db.execute("pragma defer_foreign_keys = on")
                yield
                self._insist_on_own_file()
                self._db.execute("commit")
            except BaseException:
                self._read.clear()
                if self._db.conn.in_transaction:
                    self._db.execute("rollback")
                raise
        if self.follower is not None:
            self.follower.catch_up(self)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Tell what cannot be written for damage; what a sound file does not take is a bug."""
        try:
            with faults(self.path):
                yield
        except BookError as error:
            if error.fault in (Fault.READ_ONLY, Fault.UNREACHABLE):
                # SQLite says so too of a file that was moved or deleted under it.
                self._insist_on_own_file()
            raise
        except sqlite3.DatabaseError as error:
            if self.is_harmed():
                raise BookError(Fault.DAMAGED, self.path) from error
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
        """Give the newest steps of the history, oldest first.

        Acts that only a later program knows are left out: nothing can be undone there anyway.
        """
        with self.reading():
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
                if not self.is_newer or row["operation"] in _ACTS
            ]

    def changes_of(self, step: Step, *, back: bool) -> Changes:
        """Give the changes that take a step back, or do it again, from the rows as they are now."""
        with self.reading():
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
                place = (entry["table"], entry["row"])
                now = rows[place] if place in rows else self.row(ROWS[place[0]], place[1])
                target = entry["before" if back else "after"]
                known = {} if now is None else to_columns(now)
                changes.append(_changed(ROWS[place[0]], now, target, known))
                rows[place] = changes[-1].after
        return Changes(step.act, tuple(changes), step.words)


def _changed(kind: type[Any], now: Row | None, target: str | None, known: dict[str, Any]) -> Change:
    """Give the change of a row as it is now to the columns of a text, None for no row."""
    if target is None:
        return Change(now, None)
    return Change(now, from_columns(kind, known | json.loads(target)))
