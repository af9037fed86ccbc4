"""The documents say what the program does: each list, key, statement and example is held to it."""

from __future__ import annotations

import dataclasses
import json
import re
from contextlib import closing
from enum import StrEnum
from pathlib import Path

import pytest

from cellsecretary.commands import COMMANDS
from cellsecretary.core import kinds
from cellsecretary.core.board.shown import shown_board
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.facts import Facts, VoteResult, Warning
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period_facts import FIGURES
from cellsecretary.core.record import MeetingRecord
from cellsecretary.core.report_figures import ReportFigure
from cellsecretary.core.shown import shown
from cellsecretary.exchange import scenario
from cellsecretary.exchange.replay import Replay
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.engine import CAN_ENCRYPT, sqlite3
from cellsecretary.store.key_file import key_file, put_signing_secret, put_slots
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import NOVEMBER, meeting_id, record_of, replayed
from tests.encrypted import PASSWORD, Encrypted

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GLOSSARY_ROWS = 80


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Give the text from a heading to the next of its level or above."""
    level = heading.split()[0]
    start = text.index(f"{heading}\n") + len(heading)
    end = re.compile(rf"^#{{1,{len(level)}}} ", re.MULTILINE).search(text, start)
    return text[start : end.start() if end else len(text)]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def cells(text: str) -> list[list[str]]:
    """Give the body rows of all tables, cell by cell."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    rules = [index for index, row in enumerate(rows) if set("".join(row)) <= set("-:")]
    heads = {index - 1 for index in rules}
    return [row for index, row in enumerate(rows) if index not in heads | set(rules)]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def keys_of(text: str) -> set[str]:
    return {name for row in cells(text) for name in names(row[0])}


# The book


def columns_in_document() -> dict[str, set[str]]:
    text = text_of("docs/book.md")
    tables = re.findall(r"^### `(\w+)`$", text, re.MULTILINE)
    return {table: keys_of(section(text, f"### `{table}`")) for table in tables}


def test_every_column_of_a_book_is_described_and_no_other(replayed_file: Path) -> None:
    with sqlite3.connect(f"file:{replayed_file}?mode=ro", uri=True) as conn:
        tables = [
            name for (name,) in conn.execute("select name from sqlite_schema where type='table'")
        ]
        there = {
            table: {row[1] for row in conn.execute(f'pragma table_info("{table}")')}
            for table in tables
            if not table.startswith("sqlite_")
        }
    conn.close()
    assert columns_in_document() == there


def test_null_is_announced_where_it_is_allowed(replayed_file: Path) -> None:
    text = text_of("docs/book.md")
    conn = sqlite3.connect(f"file:{replayed_file}?mode=ro", uri=True)
    for table in columns_in_document():
        if table == "_sqlite_migrations":
            continue
        marked = {
            name
            for row in cells(section(text, f"### `{table}`"))
            for name in re.findall(r"`(\w+)` \?", row[0])
        }
        info = conn.execute(f'pragma table_info("{table}")').fetchall()
        nullable = {name for _, name, _, required, _, key in info if not required and not key}
        # The step that a step is about is always there.
        assert marked == nullable - ({"of"} if table == "steps" else set()), table
    conn.close()


def test_every_statement_of_the_book_page_runs_and_finds_something(replayed_file: Path) -> None:
    (block,) = blocks(text_of("docs/book.md"), "sql")
    statements = [text.strip() for text in block.split(";") if text.strip()]
    conn = sqlite3.connect(f"file:{replayed_file}?mode=ro", uri=True)
    assert len(statements) > 5
    for statement in statements:
        assert conn.execute(statement).fetchall(), statement
    conn.close()


def test_the_check_of_the_chain_finds_a_book_whole_and_a_changed_one_broken(
    book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, _ = blocks(text_of("docs/book.md"), "python")
    monkeypatch.setattr("sys.argv", ["check", str(book.path)])
    exec(program, {})
    assert capsys.readouterr().out == "1 ok\n"
    conn = sqlite3.connect(book.path)
    conn.execute("update closed_records set json = replace(json, 'present', 'excused')")
    conn.commit()
    conn.close()
    exec(program, {})
    assert capsys.readouterr().out == "1 BROKEN\n"


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_a_locked_book_is_read_without_the_program_by_its_password(
    encrypted_file: Encrypted,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, program = blocks(text_of("docs/book.md"), "python")
    path = encrypted_file.path
    monkeypatch.setattr("sys.argv", ["read", str(key_file(path)), str(path)])
    monkeypatch.setattr("getpass.getpass", lambda: PASSWORD)
    exec(program, {})
    assert f"{NOVEMBER} regular_thematic running\n" in capsys.readouterr().out


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_the_key_file_has_the_keys_that_are_described(
    encrypted_file: Encrypted, tmp_path: Path
) -> None:
    described = keys_of(section(text_of("docs/book.md"), "### NAME.keys"))
    path = tmp_path / "book.chibo"
    put_signing_secret(path, b"s" * 32)
    plain = json.loads(key_file(path).read_bytes())
    put_slots(path, encrypted_file.slots, encrypted_file.key)
    locked = json.loads(key_file(path).read_bytes())
    assert plain.keys() == {"format", "signing", "sum"}
    assert plain.keys() | locked.keys() == described - {"mark", "password", "deputy"}
    assert locked["slots"].keys() <= described | {"mark", "password", "deputy"}
    assert locked["sealed_signing"].startswith(f"*{encrypted_file.key.mark.hex()} ")


def test_the_closed_lists_are_those_of_the_program() -> None:
    listed = [
        names(re.sub(r"\([^)]*\)", "", values))
        for _, values in cells(section(text_of("docs/book.md"), "## Closed lists"))
    ]
    lists = [
        [member.value for member in kind]
        for kind in vars(kinds).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    ]
    assert sorted(listed) == sorted(lists)


# The record


def test_every_key_of_the_shown_record_is_described(book: Book) -> None:
    rows = cells(section(text_of("docs/record.md"), "## The keys").split("###")[0])
    described = {names(row[0])[0]: (row[1] == "●", row[2] == "●") for row in rows}
    assert {key for key, (on, _) in described.items() if on} == set(shown(record_of(book)))
    closed = {field.name for field in dataclasses.fields(MeetingRecord)}
    assert {key for key, (_, on) in described.items() if on} == closed


def test_every_fact_vote_result_and_warning_is_defined() -> None:
    text = text_of("docs/record.md")
    facts = section(text, "## `facts`").split("###")[0]
    assert keys_of(facts) == {field.name for field in dataclasses.fields(Facts)}
    result = section(text, "### `votes[].result`")
    assert keys_of(result) == {field.name for field in dataclasses.fields(VoteResult)}
    assert keys_of(section(text, "### Warnings")) == {warning.value for warning in Warning}


def test_every_figure_of_a_period_is_defined() -> None:
    text = text_of("docs/record.md")
    keys = keys_of(section(text, "## The figures of a period").split("###")[0])
    assert {key.removesuffix("[]") for key in keys} == {
        "period", "first", "last", "draft", *FIGURES,
    }  # fmt: skip
    report = section(text, "### `report[]`").split("| figure | counts |")[1]
    assert keys_of("| figure | counts |" + report) == {figure.value for figure in ReportFigure}


def shape(example: object, real: object, place: str = "") -> None:
    """Insist that the example has the keys of the real value, and entries only where it has."""
    if isinstance(real, dict) and not place.endswith("sources"):
        assert isinstance(example, dict)
        assert set(example) == set(real), place
        for key, value in example.items():
            shape(value, real[key], f"{place}.{key}")
    elif isinstance(real, list):
        assert isinstance(example, list)
        assert bool(example) == bool(real), place
        for value in example:
            shape(value, real[0], f"{place}[]")


@pytest.mark.thorough
def test_the_example_of_the_record_is_what_the_practice_cell_shows(tmp_path: Path) -> None:
    (block,) = blocks(text_of("docs/record.md"), "json")
    example = json.loads(block)
    practice = replayed(tmp_path / "a.chibo", ROOT / "resources" / "sample" / "cell.json")
    real = shown(meeting_record(practice, meeting_id(practice, NOVEMBER)))
    practice.close()
    shape(example, real)
    for key in ("format", "state", "facts", "cell", "meeting"):
        assert example[key] == real[key], key


# The scenario


def test_the_example_scenario_replays_as_its_page_says() -> None:
    (block,) = blocks(text_of("docs/scenario.md"), "json")
    book = Book.in_memory(bundled())
    replay = Replay(scenario.read_scenario(block), book)
    for _ in replay.steps():
        pass
    states = [meeting.state for meeting in cell_record(book).meetings]
    book.close()
    assert replay.refused == []
    assert states == [MeetingState.CLOSED, MeetingState.PLANNED]


def keys_of_input(kind: type) -> set[str]:
    return {
        field.metadata.get("key", field.name)
        for field in dataclasses.fields(kind)
        if field.name != "seed"
    }


def test_every_key_of_a_scenario_is_described() -> None:
    text = text_of("docs/scenario.md")
    inputs = [
        kind
        for kind in vars(scenario).values()
        if dataclasses.is_dataclass(kind) and isinstance(kind, type)
    ]
    wanted = {key for kind in inputs for key in keys_of_input(kind)}
    tables = section(text, "## The keys")
    described = {
        name.removesuffix("[]") for row in cells(tables) for cell in row for name in names(cell)
    }
    assert wanted - described == set()
    top = {name.removesuffix("[]") for name in keys_of(tables)}
    assert top == keys_of_input(scenario.Scenario) | keys_of_input(scenario.MeetingInput)


# The README


@pytest.mark.parametrize(
    "page", ["README.md", "CHANGELOG.md", *sorted(f"docs/{p.name}" for p in DOCS.glob("*.md"))]
)
def test_links_lead_somewhere(page: str) -> None:
    for label, target in re.findall(r"(!?\[[^]]*\])\(([^)\s]+)\)", text_of(page)):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        # Pictures of the window are made by `make shots`.
        assert file.exists() or (label.startswith("!") and "pictures" in path), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in heads}


def test_the_glossary_is_short_and_names_nothing_twice() -> None:
    rows = cells(section(text_of("README.md"), "## Glossary"))
    words = [row[0] for row in rows]
    assert 20 < len(rows) <= GLOSSARY_ROWS
    assert len(words) == len(set(words))


def test_the_readme_tells_every_command() -> None:
    commands = section(text_of("README.md"), "## The command line")
    for name in COMMANDS:
        assert f"| `{name} " in commands, name


def test_the_folders_of_the_readme_exist() -> None:
    (tree,) = blocks(section(text_of("README.md"), "## Where to find what"), "text")
    for line in tree.splitlines():
        path = line.split()[0]
        assert (ROOT / path).exists(), path


# The board


def test_every_column_of_a_board_is_described_and_no_other(tmp_path: Path) -> None:
    text = text_of("docs/board.md")
    in_document = {
        table: keys_of(section(text, f"### `{table}`"))
        for table in re.findall(r"^### `(\w+)`$", text, re.MULTILINE)
    }
    path = tmp_path / "xa.bangxa"
    Board.create(path, bundled()).close()
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as conn:
        tables = [
            name for (name,) in conn.execute("select name from sqlite_schema where type='table'")
        ]
        there = {
            table: {row[1] for row in conn.execute(f'pragma table_info("{table}")')}
            for table in tables
            if not table.startswith("sqlite_")
        }
    conn.close()
    as_in_book = {table: there.pop(table) for table in ("steps", "changes", "_sqlite_migrations")}
    assert in_document == there
    assert {table: columns_in_document()[table] for table in as_in_book} == as_in_book


def test_every_key_of_the_board_as_json_is_described(tmp_path: Path) -> None:
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        plain = shown_board(board.whole(), bundled())
    assert keys_of(section(text_of("docs/board.md"), "## `board --json`")) == plain.keys()


def test_every_word_for_what_a_packet_is_to_a_board_is_described() -> None:
    listed = keys_of(section(text_of("docs/board.md"), "## What packets say is a set"))
    assert set(Arrived) <= listed
