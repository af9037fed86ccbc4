"""A closed record that was changed behind the program's back: its meeting is named, no other."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.commands import run as run_command
from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.checking import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program

DAY = re.compile(r"\d\d/\d\d/\d{4}")
PLACES = ["first", "middle", "last"]


@pytest.fixture
def file(practice_file: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(practice_file, tmp_path / "thon.chibo")


def place_of(conn: sqlite3.Connection, where: str) -> int:
    last = int(conn.execute("select max(position) from closed_records").fetchone()[0])
    assert last > 4
    return {"first": 1, "middle": last // 2, "last": last}[where]


def change_text(conn: sqlite3.Connection, position: int) -> None:
    changed = conn.execute(
        "update closed_records set json = replace(json, 'i', 'y') where position = ?", [position]
    )
    assert changed.rowcount == 1


def remove(conn: sqlite3.Connection, position: int) -> None:
    conn.execute("delete from closed_records where position = ?", [position])


def change_with_hash(conn: sqlite3.Connection, position: int) -> None:
    change_text(conn, position)
    text, previous = conn.execute(
        "select json, previous from closed_records where position = ?", [position]
    ).fetchone()
    conn.execute(
        "update closed_records set sha256 = ? where position = ?",
        [chained_hash(text, previous), position],
    )


def change_with_history(conn: sqlite3.Connection, position: int) -> None:
    """Change a record, its hash, and what the history says of both."""
    change_with_hash(conn, position)
    row, text, sha256 = conn.execute(
        "select id, json, sha256 from closed_records where position = ?", [position]
    ).fetchone()
    (after,) = conn.execute("select after from changes where row = ?", [row]).fetchone()
    told = json.dumps({**json.loads(after), "json": text, "sha256": sha256}, ensure_ascii=False)
    conn.execute("update changes set after = ? where row = ?", [told, row])


def change_day(conn: sqlite3.Connection, position: int) -> None:
    """Change a record, and the day of its meeting: the day that it had is named."""
    change_text(conn, position)
    conn.execute(
        "update meetings set date = date(date, '+1 day') where id = "
        "(select meeting from closed_records where position = ?)",
        [position],
    )


def change_day_to_none(conn: sqlite3.Connection, position: int) -> None:
    """Change the day of the meeting of a record to no day at all."""
    conn.execute(
        "update meetings set date = 'hôm qua' where id = "
        "(select meeting from closed_records where position = ?)",
        [position],
    )


ATTACKS: list[Callable[[sqlite3.Connection, int], None]] = [
    change_text,
    remove,
    change_with_hash,
    change_day,
]


def attacked(
    file: Path, attack: Callable[[sqlite3.Connection, int], None], where: str = "middle"
) -> str:
    """Change a record of a file; give the day of its meeting as people write it."""
    with closing(sqlite3.connect(file)) as conn, conn:
        position = place_of(conn, where)
        (day,) = conn.execute(
            "select strftime('%d/%m/%Y', date) from meetings join closed_records "
            "on meetings.id = meeting where position = ?",
            [position],
        ).fetchone()
        attack(conn, position)
    return str(day)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("attack", [*ATTACKS, change_day_to_none])
def test_check_names_the_meeting_whose_closed_record_was_changed(
    file: Path,
    capsys: pytest.CaptureFixture[str],
    attack: Callable[[sqlite3.Connection, int], None],
    where: str,
) -> None:
    day = attacked(file, attack, where)
    assert run_command(["check", str(file)]) == 1
    said = capsys.readouterr()
    assert set(DAY.findall(said.err)) == {day}, said.err
    assert "Traceback" not in said.err
    assert said.out == ""


@pytest.mark.thorough
@pytest.mark.parametrize("attack", ATTACKS)
def test_the_window_names_the_meeting_whose_closed_record_was_changed(
    program: Program,
    file: Path,
    qtbot: QtBot,
    attack: Callable[[sqlite3.Connection, int], None],
) -> None:
    from cellsecretary.ui.main_window import MainWindow

    day = attacked(file, attack)
    assert program.open_book(file)
    window = program.window
    assert isinstance(window, MainWindow)
    assert program._keeping is not None
    with qtbot.waitSignal(program._keeping.checked, timeout=30_000):
        program._keeping.check()
    banner = window.form.fault_banner
    assert banner.isVisible()
    assert set(DAY.findall(banner.text_label.text())) == {day}


def test_who_changes_the_history_too_is_told_by_the_record_after(file: Path) -> None:
    day = attacked(file, change_with_history)
    with closing(Book.look(file, bundled())) as book:
        found = check(book)
    days = {one.day for one in found if one.day}
    assert days == {"-".join(reversed(day.split("/")))}
    assert {one.harm.value for one in found} == {"step", "record"}


def test_a_record_that_is_gone_from_the_history_too_is_missed_in_the_chain(file: Path) -> None:
    with closing(sqlite3.connect(file)) as conn, conn:
        position = place_of(conn, "middle")
        (row,) = conn.execute(
            "select id from closed_records where position = ?", [position]
        ).fetchone()
        remove(conn, position)
        conn.execute("delete from changes where row = ?", [row])
    with closing(Book.look(file, bundled())) as book:
        found = check(book)
    assert [one.row for one in found if one.harm.value == "record"] == [str(position)]
    assert not any(one.day for one in found), "no meeting is blamed that is whole"
