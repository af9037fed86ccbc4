"""One step of a history as a line of text, and the hash that chains it to the step before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_COMPACT = (",", ":")
_AT_ONCE = 200
"""Steps that are read together: another program waits no longer than that takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed row: its columns before and after as JSON text, None where there was no row."""

    table: str
    row: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step with what it changed, as it stands in the tables `steps` and `changes`.

    `previous` is the hash of the step before, "" before the first; `hash` covers it and all of
    the step, so that whatever is altered later shows in every step from there on.
    """

    number: int
    at: str
    account: str
    way: str
    of: int
    operation: str
    words: str
    entries: tuple[Entry, ...]
    previous: str
    hash: str = ""

    def computed(self) -> str:
        """Give the hash that the step must have."""
        told = [self.number, self.at, self.account, self.way, self.of, self.operation, self.words]
        entries = [(one.table, one.row, one.before, one.after) for one in self.entries]
        text = json.dumps([*told, entries, self.previous], ensure_ascii=False, separators=_COMPACT)
        # A text that is no text, from a damaged file, has a hash as well: not the right one.
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def text(self) -> str:
        """Give the line of the readable journal, without its end."""
        changes = [
            {
                "table": one.table,
                "row": one.row,
                "before": _read(one.before),
                "after": _read(one.after),
            }
            for one in self.entries
        ]
        line = {
            "step": self.number,
            "at": self.at,
            "account": self.account,
            "way": self.way,
            "of": self.of,
            "operation": self.operation,
            "words": json.loads(self.words),
            "changes": changes,
            "previous": self.previous,
            "hash": self.hash,
        }
        return json.dumps(line, ensure_ascii=False, separators=(", ", ": "))


def read_line(text: str) -> StepLine | None:
    """Read a line of the journal; None when a letter of it is not as it was written."""
    try:
        plain = json.loads(text)
        line = StepLine(
            number=plain["step"],
            at=plain["at"],
            account=plain["account"],
            way=plain["way"],
            of=plain["of"],
            operation=plain["operation"],
            words=json_words(plain["words"]),
            entries=tuple(
                Entry(one["table"], one["row"], json_row(one["before"]), json_row(one["after"]))
                for one in plain["changes"]
            ),
            previous=plain["previous"],
            hash=plain["hash"],
        )
        return line if line.computed() == line.hash else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def step_lines(conn: sqlite3.Connection, after: int = 0) -> Iterator[StepLine]:
    """Give the steps of a file that come after one, in short questions."""
    (previous,) = conn.execute(
        "select coalesce(max(hash), '') from steps where step = ?", [after]
    ).fetchone()
    while True:
        steps = conn.execute(
            'select step, at, account, way, "of", operation, words, hash from steps '
            "where step > ? order by step limit ?",
            [after, _AT_ONCE],
        ).fetchall()
        if not steps:
            return
        entries: dict[int, list[Entry]] = {}
        for number, *entry in conn.execute(
            'select step, "table", row, before, after from changes '
            "where step > ? and step <= ? order by id",
            [after, steps[-1][0]],
        ):
            entries.setdefault(number, []).append(Entry(*entry))
        for number, at, account, way, of, operation, words, found in steps:
            told = (number, at, account, way, of, operation, words)
            yield StepLine(*told, tuple(entries.get(number, ())), previous, found)
            previous = found
        after = steps[-1][0]


def chain_history(conn: sqlite3.Connection) -> None:
    """Write its hash into each step of a history that has none: of an earlier program."""
    previous = ""
    for line in step_lines(conn):
        previous = replace(line, previous=previous).computed()
        conn.execute("update steps set hash = ? where step = ?", [previous, line.number])


def json_row(columns: dict[str, Any] | None) -> str | None:
    """Give the text of a row, or of the part of it that changed."""
    if columns is None:
        return None
    return json.dumps(columns, ensure_ascii=False, separators=_COMPACT)


def json_words(words: object) -> str:
    """Give the text of the words that an act is told with."""
    return json.dumps(words, ensure_ascii=False)


def _read(text: str | None) -> Any:  # noqa: ANN401 - JSON has no narrower type
    return None if text is None else json.loads(text)
