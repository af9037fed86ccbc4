"""Every command with hostile arguments: an exit code of ours, a sentence, never a trace."""

from __future__ import annotations

import ast
import csv
import errno
import io
import os
import re
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from cellsecretary import commands
from cellsecretary.core.table import Column, Entry, Line, Table
from cellsecretary.exchange.sheets import RosterError, read_tables
from cellsecretary.exchange.table_files import csv_bytes, xlsx_bytes
from tests.hostile import TEXTS, is_clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent

USES: tuple[tuple[str, ...], ...] = (
    ("demo", "{new}", "--from", "{x}"),
    ("show", "{x}", "--json"),
    ("show", "{book}", "--json", "--meeting", "{x}"),
    ("show", "{book}", "--json", "--period", "{x}"),
    ("paper", "{book}", "--form", "{x}", "-o", "{new}"),
    ("paper", "{book}", "--form", "minutes", "--meeting", "{x}", "-o", "{new}"),
    ("paper", "{book}", "--form", "report", "--period", "{x}", "-o", "{new}"),
    ("paper", "{x}", "--form", "minutes", "-o", "{new}"),
    ("plan", "{book}", "--from", "{x}"),
    ("plan", "{book}", "--from", "2026-01", "--months", "{x}"),
    ("handover", "{x}", "--to", "{folder}"),
    ("handover", "{book}", "--to", "{x}"),
    ("rules", "{x}"),
    ("rules", "{file}", "--book", "{x}"),
    ("search", "{x}", "{x}"),
    ("search", "{book}", "{x}"),
    ("search", "{book}", "x", "--person", "{x}"),
    ("check", "{x}"),
    ("backup", "{x}"),
    ("backup", "{book}", "--to", "{x}"),
    ("restore", "{x}", "{new}"),
    ("send", "{x}", "--meeting", "2026-10-03", "--to", "{folder}"),
    ("send", "{book}", "--meeting", "{x}", "--to", "{folder}"),
    ("send", "{book}", "--meeting", "2026-10-03", "--to", "{x}"),
    ("send", "{book}", "--meeting", "2026-10-03", "--to", "{folder}", "--seal", "{x}"),
    ("verify", "{x}"),
    ("verify", "{file}"),
    ("collect", "{x}", "{folder}"),
    ("collect", "{new}", "{x}"),
    ("board", "{x}", "--json"),
    ("import", "{x}", "{file}"),
    ("import", "{book}", "{x}"),
    ("import", "{book}", "{file}"),
    ("reply", "{x}", "{file}"),
    ("reply", "{book}", "{x}"),
    ("reply", "{book}", "{file}"),
)


EVERYWHERE = ("path", "surrogate", "format")
PARTS = 6


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_has_hostile_arguments() -> None:
    assert {use[0] for use in USES} == set(commands.COMMANDS)


@pytest.mark.thorough
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_argument_ends_in_a_sentence(
    name: str, folder: Path, replayed_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The system hands over no NUL, and undecodable bytes as halves of letters.
    text = TEXTS[name].replace("\0", "").replace("\ud800", "\udcff").replace("\udfff", "\udcfe")
    book, file = folder / "a.chibo", folder / "file"
    book.write_bytes(replayed_file.read_bytes())
    file.write_bytes(TEXTS[name].encode("utf-8", "surrogatepass"))
    # Each text at a part of the uses; some at all of them.
    at = list(TEXTS).index(name)
    uses = USES if name in EVERYWHERE else USES[at % PARTS :: PARTS]
    for number, use in enumerate(uses):
        out = folder / f"out{number}"
        out.mkdir()
        given = {
            "{x}": text, "{book}": str(book), "{file}": str(file),
            "{new}": str(out / "new"), "{folder}": str(out),
        }  # fmt: skip
        try:
            code = commands.run([given.get(word, word) for word in use])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        assert code in (0, 1, 2), use
        assert "Traceback" not in said.err
        if code == 1:
            assert len(said.err.strip().splitlines()) <= max(1, text.count("\n") + 2), use
            assert said.err.strip(), use
    assert not (folder.parent / "etc").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="such names are of Linux alone")
@pytest.mark.parametrize("name", [b"s\xff.chibo", b"a\x1b[31m\nb.chibo", b"w" * 200 + b".chibo"])
def test_a_book_may_bear_any_name_that_the_disk_takes(
    name: bytes, folder: Path, replayed_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Path(os.fsdecode(os.path.join(os.fsencode(folder), name)))
    book.write_bytes(replayed_file.read_bytes())
    out = folder / "out"
    out.mkdir()
    for use in (
        ("check", "{book}"),
        ("show", "{book}", "--json"),
        ("send", "{book}", "--meeting", "2026-10-03", "--to", str(out)),
        ("backup", "{book}"),
        ("restore", "{book}", str(folder / "again.chibo")),
        ("restore", str(folder / "again.chibo"), "{book}"),
    ):
        code = commands.run([str(book) if word == "{book}" else word for word in use])
        said = capsys.readouterr()
        assert (code, said.err) == (0, ""), use
        assert is_clean(said.out), use


def test_what_the_computer_refuses_is_said_in_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(error: Exception) -> Callable[..., int]:
        def run(*_: object) -> int:
            raise error

        return run

    for error, said in (
        (OSError(errno.ENAMETOOLONG, "x", "w" * 300), "w" * 300),
        (OSError(errno.EIO, "x"), "Máy không đọc hay ghi được một tệp"),
        (UnicodeEncodeError("utf-8", "a\udcffb", 1, 2, "x"), "“ab”"),
    ):
        monkeypatch.setitem(commands.COMMANDS, "check", fails(error))
        assert commands.run(["check", str(folder)]) == 1
        told = capsys.readouterr().err
        assert said in told
        assert len(told.splitlines()) == 1


# Tables that a spreadsheet reads, and lists that strangers wrote


@pytest.mark.parametrize("name", TEXTS)
def test_no_spreadsheet_computes_a_hostile_text(name: str, tmp_path: Path) -> None:
    text = TEXTS[name]
    table = Table(text, text, (Column(text), Column("b")), (Line((Entry(text), Entry(text))),))
    rows = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig")), delimiter=";"))
    assert all(len(row) == 2 for row in rows)
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table)))
    assert book.active is not None
    for line in book.active.iter_rows():
        for one in line:
            assert one.data_type in {"s", "n", "inlineStr"}
            assert one.data_type != "n" or one.value is None
    listed = tmp_path / "list.xlsx"
    listed.write_bytes(xlsx_bytes(table))
    read_tables(listed)


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""


def test_openpyxl_reads_the_xml_of_strangers_by_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_no_entity_of_a_workbook_is_expanded(part: str, tmp_path: Path) -> None:
    good = xlsx_bytes(Table("x", "", (Column("a"),), (Line((Entry("Lò"),)),)))
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(io.BytesIO(good)) as made, zipfile.ZipFile(path, "w") as spoilt:
        for name in made.namelist():
            content = made.read(name)
            if name == part:
                content = BOMB.encode() + content.replace("Lò".encode(), b"&b;")
            spoilt.writestr(name, content)
    tables: object = ()
    with suppress(RosterError):
        tables = read_tables(path)
    assert "aaaa" not in str(tables)


# What the source never does

FORBIDDEN_CALLS = {"eval", "exec", "__import__"}
FORBIDDEN_MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "dill",
    "yaml",
    "xml.etree",
    "xml.sax.expatreader",
}
XML_TO_WRITE = {"xml.sax.saxutils"}


def evil(source: str) -> list[str]:
    """Name what runs a text as a program, or reads foreign XML without a guard."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                found.append(name)
            case ast.Call(keywords=keywords) if any(
                one.arg == "shell" and getattr(one.value, "value", None) for one in keywords
            ):
                found.append("shell")
            case ast.Import(names=names):
                found += [one.name for one in names if is_forbidden(one.name)]
            case ast.ImportFrom(module=str(module)) if is_forbidden(module):
                found.append(module)
    return found


def is_forbidden(module: str) -> bool:
    if module in XML_TO_WRITE:
        return False
    return any(module == one or module.startswith(f"{one}.") for one in FORBIDDEN_MODULES)


SQL = re.compile(
    r"\b(select|insert|update|delete|pragma|attach|create|drop|where)\b", re.IGNORECASE
)
# Names of tables and columns of our own, numbers of a schema, the figures of a key where SQLite
# takes no parameter, and one mark for each parameter.
OWN_NAMES = re.compile(
    r"_?table|TABLES\[kind\]|columns|_columns\(key\)|name|kind|order|where|' and '\.join\(where\)"
    r"|which|marks|listed|pragma|schema\.(application_id|version)|_KEY|_HELD|_EARLIER|_LARGE"
    r"|source\.(table|meeting|day|people|text|where)|key\.for_sqlite|int\(value\)"
    r"|.* for owner in _OWNERS\)\)"
)


def sql_with_data(source: str) -> list[str]:
    """Name the statements that hold more than names of our own and parameters."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.JoinedStr(values=values):
                text = "".join(str(one.value) for one in values if isinstance(one, ast.Constant))
                put = [one for one in values if isinstance(one, ast.FormattedValue)]
                if SQL.search(text):
                    found += [
                        ast.unparse(one.value)
                        for one in put
                        if not OWN_NAMES.fullmatch(ast.unparse(one.value))
                    ]
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod()) if SQL.search(text):
                found.append(text)
            case ast.Call(
                func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")
            ) if SQL.search(text):
                found.append(text)
    return found


def sources(folder: str) -> Iterator[Path]:
    return (ROOT / "cellsecretary" / folder).rglob("*.py")


def test_no_text_is_run_and_no_foreign_xml_is_read_unguarded() -> None:
    found = {path.name: evil(path.read_text(encoding="utf-8")) for path in sources("")}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_statements_have_parameters_for_data() -> None:
    found = {path.name: sql_with_data(path.read_text("utf-8")) for path in sources("store")}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "eval(text)",
        "import pickle",
        "from xml.etree import ElementTree",
        "subprocess.run(text, shell=True)",
    ],
)
def test_a_planted_danger_is_found(planted: str) -> None:
    assert evil(planted)


@pytest.mark.parametrize(
    "planted",
    [
        'f"select * from members where post = {typed}"',
        "f\"select * from members where post = '{member.name}'\"",
        '"delete from x where y = %s" % typed',
    ],
)
def test_a_planted_statement_is_found(planted: str) -> None:
    assert sql_with_data(planted)
