"""The history of a file page by page, newest first, and what one line of it changed."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Final

from cellsecretary.core.change import Act
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.trace import (
    CELL_OF,
    MEETING_OF,
    MEMBER_OF,
    REDO,
    UNDO,
    Mention,
    TraceFilter,
    TraceLine,
    TracePage,
    of_rows,
    row_trace,
    typed_texts,
)
from cellsecretary.store.columns import ROWS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cellsecretary.core.trace import RowTrace
    from cellsecretary.store.ledger import Ledger

PAGE: Final = 200
"""Lines of a page."""
LOOKED_AT: Final = 5000
"""Acts that one page looks through at most for those that match: further ones wait."""

ALL = TraceFilter()

_ACTS = frozenset(map(str, Act))
_LARGE = "closed_records"
"""Its rows are whole meetings: what they name was named by other rows."""

_OWNERS = ("meeting", "member", "speaker", "lead", "cell")
_TOUCHING = f"""
with owned(row) as (
    select ?1 union
    select row from changes where "table" <> '{_LARGE}' and instr(coalesce(after, before), ?1)
    and ?1 in ({", ".join(f"coalesce(after, before) ->> '$.{owner}'" for owner in _OWNERS)})
)
select distinct step from changes where row in owned
or "table" <> '{_LARGE}' and (instr(before, ?1) or instr(after, ?1))
"""
"""The steps that changed a row of a meeting, member or cell, or named it in a field."""


def trace_page(
    ledger: Ledger,
    wanted: TraceFilter = ALL,
    before: int | None = None,
    *,
    matches: Callable[[TraceLine, Sequence[str]], bool] | None = None,
    size: int = PAGE,
) -> TracePage:
    """Give the newest lines of a history that come `before` a step, as far as they `match`.

    A match is asked with the texts that a line changed, as they were before and after. Acts that
    only a later program knows are left out.
    """
    lines: list[TraceLine] = []
    with ledger.reading():
        conn, looked, is_all = ledger.connection, 0, False
        about = _about(conn, wanted)
        while not is_all and len(lines) < size and looked < LOOKED_AT:
            found = _steps(conn, wanted, about, before, size + 1)
            is_all, found = len(found) <= size, found[:size]
            looked += len(found)
            texts = _texts(conn, [step[0] for step in found]) if matches is not None else {}
            for line in _lines(conn, found):
                if matches is not None and not matches(line, texts.get(line.number, ())):
                    continue
                if len(lines) == size:  # it begins the next page
                    return TracePage(tuple(lines), lines[-1].number)
                lines.append(line)
            before = found[-1][0] if found else before
        return TracePage(tuple(lines), None if is_all else before)


def trace_changes(ledger: Ledger, line: TraceLine) -> tuple[RowTrace, ...]:
    """Say what a line changed: row by row, what was typed bit by bit from its first to its last."""
    with ledger.reading():
        conn = ledger.connection
        # What was typed bit by bit is told with its first step; going back and on is one step.
        is_again = line.way in (UNDO, REDO)
        which = "step = ?" if is_again else "steps.of = ? and way in ('do', 'more')"
        entries = conn.execute(
            'select "table", row, before, after from changes join steps using (step) '
            f"where {which} order by changes.id",
            [line.number],
        )
        changed: dict[tuple[str, str], tuple[Any, Any]] = {}
        for table, row, old, new in entries:
            _add(changed, (table, row), old, new)
        names = _Names(conn)
        names.learn(changed)
        return of_rows(
            row_trace(
                table,
                ROWS[table],
                then,
                now,
                {**names.columns((table, row)), **(then or {}), **(now or {})},
                names.mention,
            )
            for (table, row), (then, now) in changed.items()
            if table in ROWS and (then is not None or now is not None)
        )


def _texts(conn: sqlite3.Connection, numbers: list[int]) -> dict[int, tuple[str, ...]]:
    """Give by line the texts that it changed; what was typed on the way is not among them."""
    listed = "(select value from json_each(?1))"
    entries = conn.execute(
        'select case way when \'more\' then "of" else step end, "table", row, before, after '
        f"from changes join steps using (step) where \"table\" <> '{_LARGE}' and (step in {listed} "
        f"or step in (select step from steps where \"of\" in {listed} and way = 'more')) "
        "order by changes.id",
        [json.dumps(numbers)],
    )
    changed: dict[int, dict[tuple[str, str], tuple[Any, Any]]] = {}
    for number, table, row, old, new in entries:
        if table in ROWS:
            _add(changed.setdefault(number, {}), (table, row), old, new)
    return {
        number: tuple(
            text
            for (table, _), states in rows.items()
            for columns in states
            for text in typed_texts(table, ROWS[table], columns or {})
        )
        for number, rows in changed.items()
    }


def _add(
    changed: dict[tuple[str, str], tuple[Any, Any]],
    place: tuple[str, str],
    old: str | None,
    new: str | None,
) -> None:
    """Add what became of a row to what became of it before."""
    change = _read(old), _read(new)
    changed[place] = _joined(changed[place], change) if place in changed else change


def _joined(first: tuple[Any, Any], second: tuple[Any, Any]) -> tuple[Any, Any]:
    """Give two changes of one row as one."""
    if first[0] is None or second[1] is None:
        # New, or taken out: then all its columns are told.
        return first[0], None if second[1] is None else {**(first[1] or {}), **second[1]}
    return {**(second[0] or {}), **first[0]}, {**(first[1] or {}), **second[1]}


def _about(conn: sqlite3.Connection, wanted: TraceFilter) -> str | None:
    """Give the steps about all that is wanted as JSON, None where nothing is: all are."""
    if not wanted.about:
        return None
    found = [{step for (step,) in conn.execute(_TOUCHING, [one])} for one in wanted.about]
    return json.dumps(sorted(set.intersection(*found)))


def _steps(
    conn: sqlite3.Connection,
    wanted: TraceFilter,
    about: str | None,
    before: int | None,
    size: int,
) -> list[tuple[Any, ...]]:
    """Give the steps of a page, newest first, without those that go on typing."""
    asked: dict[str, object] = {
        "step < :before": before,
        "substr(at, 1, 10) = :day": wanted.day.isoformat() if wanted.day else None,
        "step in (select value from json_each(:about))": about,
    }
    where = ["way <> 'more'", *(one for one, value in asked.items() if value is not None)]
    return conn.execute(
        'select step, at, account, way, "of", operation, words from steps '
        f"where {' and '.join(where)} order by step desc limit :size",
        {**dict(zip(("before", "day", "about"), asked.values(), strict=True)), "size": size},
    ).fetchall()


def _lines(conn: sqlite3.Connection, found: list[tuple[Any, ...]]) -> Iterator[TraceLine]:
    found = [step for step in found if step[5] in _ACTS]
    numbers = json.dumps([step[0] for step in found])
    about = json.dumps([step[4] for step in found])
    listed = "(select value from json_each(?))"
    typed = dict(
        conn.execute(
            f'select "of", max(at) from steps where "of" in {listed} and way = \'more\' '
            'group by "of"',
            [numbers],
        ).fetchall()
    )
    done = dict(
        conn.execute(f"select step, at from steps where step in {listed}", [about]).fetchall()
    )
    last = dict(
        conn.execute(
            f"select \"of\", way from steps where \"of\" in {listed} and way in ('undo', 'redo') "
            "order by step",
            [numbers],
        ).fetchall()
    )
    touched: dict[int, list[tuple[str, str]]] = {}
    for step, table, row in conn.execute(
        f'select step, "table", row from changes where step in {listed} order by id', [numbers]
    ):
        touched.setdefault(step, []).append((table, row))
    names = _Names(conn)
    names.learn(place for places in touched.values() for place in places)
    for number, at, account, way, of, operation, words in found:
        is_again = way in (UNDO, REDO)
        meetings, members, cells = names.owners(touched.get(number, ()))
        yield TraceLine(
            number=number,
            at=dt.datetime.fromisoformat(at),
            account=account,
            way=way,
            act=Act(operation),
            words=tuple((key, value) for key, value in json.loads(words)),
            until=dt.datetime.fromisoformat(typed.get(number, at)),
            of=of,
            of_at=dt.datetime.fromisoformat(done[of]) if is_again and of in done else None,
            is_undone=not is_again and last.get(number) == UNDO,
            meetings=meetings,
            members=members,
            cells=cells,
        )


class _Names:
    """What rows are called and whose they are; of one that is gone, as it was when it went."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._columns: dict[tuple[str, str], dict[str, Any]] = {}
        self._mentions: dict[tuple[str, str], Mention] = {}
        self._tables = {
            name for (name,) in conn.execute("select name from sqlite_schema where type = 'table'")
        }

    def learn(self, places: Iterable[tuple[str, str]]) -> None:
        """Read the rows of some places, all rows of a table at once."""
        wanted: dict[str, set[str]] = {}
        for place in places:
            if place not in self._columns and place[0] in ROWS:
                wanted.setdefault(place[0], set()).add(place[1])
        for table, rows in wanted.items():
            if table in self._tables:
                self._learn_of(table, rows)
        gone = {
            row
            for table, rows in wanted.items()
            for row in rows
            if (table, row) not in self._columns
        }
        if gone:
            for table, row, before in self._conn.execute(
                'select "table", row, before from changes where after is null '
                "and row in (select value from json_each(?)) order by id",
                [json.dumps(sorted(gone))],
            ):
                self._columns.setdefault((table, row), {}).update(json.loads(before))

    def _learn_of(self, table: str, rows: set[str]) -> None:
        known = self._conn.execute(f'select name from pragma_table_info("{table}")')
        names = [name for (name,) in known if name != "json"]
        columns = ", ".join(f'"{name}"' for name in names)
        found = self._conn.execute(
            f'select {columns} from "{table}" where id in (select value from json_each(?))',
            [json.dumps(sorted(rows))],
        )
        for values in found:
            row = dict(zip(names, values, strict=True))
            self._columns[table, row["id"]] = row

    def columns(self, place: tuple[str, str]) -> dict[str, Any]:
        """Give what is known of the columns of a row."""
        return self._columns.get(place, {})

    def owners(
        self, places: Iterable[tuple[str, str]]
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
        """Give the meetings, the members and the cells of a board whose some rows are."""
        meetings: dict[str, None] = {}
        members: dict[str, None] = {}
        cells: dict[str, None] = {}
        for table, row in places:
            columns = self._columns.get((table, row), {})
            meeting = row if table == "meetings" else columns.get(MEETING_OF)
            member = columns.get(MEMBER_OF.get(table, ""))
            for found, one in ((meetings, meeting), (members, member)):
                if one:
                    found[one] = None
            if cell := columns.get(CELL_OF) if table != "contacts" else None:
                cells[cell] = None
        self.learn([*(("meetings", one) for one in meetings), *(("members", m) for m in members)])
        return (
            tuple(self.mention("meetings", one) for one in meetings),
            tuple(self.mention("members", one) for one in members),
            tuple(self.mention("cells", one) for one in cells),
        )

    def mention(self, table: str, row: str) -> Mention:
        """Name a row."""
        place = (table, row)
        if place not in self._mentions:
            self._mentions[place] = self._named(table, row)
        return self._mentions[place]

    def _named(self, table: str, row: str) -> Mention:
        if "versions" in self._tables and table in ("meetings", "cells"):
            return self._named_by_packets(table, row)
        self.learn([(table, row)])
        columns = self._columns.get((table, row), {})
        match table:
            case "meetings" if columns:
                day = dt.date.fromisoformat(columns["date"])
                return Mention(table, row, date=day, kind=MeetingKind(columns["kind"]))
            case "opinions":
                speaker = columns.get("speaker")
                name = self.mention("members", speaker).name if speaker else ""
                return Mention(table, row, name or str(columns.get("speaker_other", "")))
            case "tasks":
                return Mention(table, row, str(columns.get("what", "")))
        return Mention(table, row, str(columns.get("name") or columns.get("title") or ""))

    def _named_by_packets(self, table: str, row: str) -> Mention:
        """Name a cell or a meeting of a board as the newest packet does."""
        which = "meeting" if table == "meetings" else "cell"
        found = self._conn.execute(
            f"select name, date, kind from versions where {which} = ? order by id desc limit 1",
            [row],
        ).fetchone()
        if found is None:
            found = self._conn.execute(
                "select name, null, null from paper_cells where id = ?", [row]
            ).fetchone()
        if found is None:
            return Mention(table, row)
        name, day, kind = found
        if which == "cell":
            return Mention(table, row, name)
        return Mention(table, row, name, dt.date.fromisoformat(day), MeetingKind(kind))


def _read(text: str | None) -> Any:  # noqa: ANN401 - JSON has no narrower type
    return None if text is None else json.loads(text)
