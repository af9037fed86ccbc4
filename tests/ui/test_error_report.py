"""What is told of an error: where and of which kind it was, and not one value of anybody's book."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import logging
import random
import re
import sqlite3
import string
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.plain import PlainError
from cellsecretary.store import BookError, Fault
from cellsecretary.ui.error_log import (
    FILES,
    LOG,
    SIZE,
    log_to_file,
    masked_hard_crash,
    table_words,
)
from cellsecretary.ui.error_report import (
    _SYLLABLE,
    WORDS,
    Surroundings,
    error_chain,
    error_place,
    error_report,
    mask,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HERE = Surroundings("0.1", "3.12", "6.9", "3.45", "Linux", "4", "MainWindow meetings minutes")

_SOUNDS = """
nguyễn trần lê phạm hoàng văn thị hữu đức minh thu hà lan sơn tùng quý đường ngõ xóm rãnh chi bo
nuoc thon an mai ha le thi hoa can to in no than be on the tien dong gay ty binh
"""
SYLLABLES = _SOUNDS.split()


@dataclass(frozen=True)
class Person:
    """What a book knows of somebody, made by chance."""

    name: str
    text: str
    phone: str
    card: str
    born: str
    mail: str

    @property
    def values(self) -> tuple[str, ...]:
        return (self.name, self.text, self.phone, self.card, self.born, self.mail)

    @property
    def all(self) -> str:
        return " ".join(self.values)


def _people(count: int) -> Iterator[Person]:
    chance = random.Random(1946)
    day = dt.date(1940, 1, 1)

    def word() -> str:
        if chance.random() < 0.7:
            return chance.choice(SYLLABLES)
        letters = string.ascii_lowercase.translate(str.maketrans("", "", "aeiouy")) + "ắệơ"
        return "".join(chance.choice(letters) for _ in range(chance.randint(4, 9)))

    def words(fewest: int, most: int) -> str:
        return " ".join(word() for _ in range(chance.randint(fewest, most)))

    for _ in range(count):
        name = words(2, 4).title()
        yield Person(
            name,
            words(3, 30) + chance.choice((".", "", "!", " 12.500.000 đ", "\n- hết", "'", '"')),
            f"09{chance.randrange(10**8):08}",
            f"0{chance.randrange(10**11):011}",
            (day + dt.timedelta(days=chance.randrange(25_000))).isoformat(),
            f"{name.split()[0].lower()}_{chance.randrange(10**6)}@xa.vn",
        )


def _missing_key(one: Person) -> None:
    {"members": 1}[one.name]


def _wrong_text(one: Person) -> None:
    raise ValueError(one.text)


def _many_values(one: Person) -> None:
    raise RuntimeError(*one.values)


def _wrong_row(one: Person) -> None:
    raise PlainError(f"members/{one.name}", one.text, one.born)


def _number_of_text(one: Person) -> None:
    int(one.text)


def _day_of_text(one: Person) -> None:
    dt.date.fromisoformat(f"{one.born} {one.name}")


def _json_of_text(one: Person) -> None:
    json.loads(one.text)


def _encoded(one: Person) -> None:
    f"{one.text} ễ".encode("ascii")


def _decoded(one: Person) -> None:
    f"{one.text} ễ".encode().decode("ascii")


def _file_of_name(one: Person) -> None:
    open(f"/home/{one.name}/{one.mail}/sổ.chibo")  # noqa: SIM115


def _import(one: Person) -> None:
    importlib.import_module(one.mail.split("@")[0])


def _attribute(one: Person) -> None:
    getattr(one, one.name)


def _keyword(one: Person) -> None:
    _wrong_text(**{one.name: 1})  # type: ignore[arg-type]


def _unique(one: Person) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("create table members (name text unique, phone text check (phone <> ''))")
        db.execute("insert into members values (?, ?)", (one.name, one.phone))
        db.execute("insert into members values (?, ?)", (one.name, one.phone))


def _refused_by_trigger(one: Person) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("create table members (name text)")
        quoted = one.all.replace("'", "''")
        db.execute(
            "create trigger no_more before insert on members begin "
            f"select raise(abort, '{quoted}'); end"
        )
        db.execute("insert into members values (?)", (one.name,))


def _sql_of_text(one: Person) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f'select "{one.mail}" from {one.mail.split("_")[0]}_table')


def _book(one: Person) -> None:
    from pathlib import Path

    raise BookError(Fault.FULL, Path(f"/home/{one.name}/{one.card}.chibo"))


def _from_cause(one: Person) -> None:
    try:
        _missing_key(one)
    except KeyError as error:
        raise ValueError(one.text) from error


def _in_context(one: Person) -> None:
    try:
        _number_of_text(one)
    except ValueError:
        _wrong_row(one)


def _with_notes(one: Person) -> None:
    error = LookupError(one.name)
    error.add_note(f"while {one.text} was written, {one.phone}")
    raise error


def _group(one: Person) -> None:
    raise ExceptionGroup(one.text, [ValueError(one.name), KeyError(one.card, one.phone)])


def _assertion(one: Person) -> None:
    raise AssertionError(f"{one!r} is no member")


KINDS: tuple[Callable[[Person], None], ...] = (
    *(_missing_key, _wrong_text, _many_values, _wrong_row, _number_of_text, _day_of_text),
    *(_json_of_text, _encoded, _decoded, _file_of_name, _import, _attribute, _keyword),
    *(_unique, _refused_by_trigger, _sql_of_text, _book, _from_cause, _in_context),
    *(_with_notes, _group, _assertion),
)


def _error(kind: Callable[[Person], None], one: Person) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of any kind
        kind(one)
    return caught.value


def _heads(report: str) -> str:
    """Give the report without its places, whose names of functions may be words of the code."""
    return "\n".join(line for line in report.splitlines() if not line.startswith("  "))


def leaks(one: Person, report: str) -> list[str]:
    """Name what of a person stands in a report: values, their words, and numbers."""
    told = set(re.findall(r"\w+", _heads(report).lower()))
    found = [value for value in one.values if value in report]
    found += [word for word in re.findall(r"\w+", one.all.lower()) if word in told]
    return found + [number for number in re.findall(r"\d{4,}", one.all) if number in report]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    handler = log_to_file(tmp_path)
    assert handler is not None
    yield tmp_path / LOG
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


@pytest.mark.thorough
def test_nothing_of_a_thousand_records_is_in_a_report() -> None:
    reports: dict[str, set[str]] = {}
    for one in _people(1000):
        for kind in KINDS:
            report = error_chain(_error(kind, one), table_words())
            assert not leaks(one, report), f"{kind.__name__}: {report}"
            reports.setdefault(kind.__name__, set()).add(report)
    # Not even how long a text was, or of how many words: whoever it was, it reads the same.
    several = {name: found for name, found in reports.items() if len(found) > 1}
    assert not several


@pytest.mark.thorough
def test_nothing_of_a_record_is_in_the_log(log: Path, caplog: pytest.LogCaptureFixture) -> None:
    strange = logging.getLogger("pypdf.reader")
    for number, one in enumerate(_people(300)):
        error = _error(KINDS[number % len(KINDS)], one)
        logging.getLogger("cellsecretary").error("unexpected error", exc_info=error)
        logging.getLogger("cellsecretary.ui").warning("not printed: %s, %-20d", one.text, number)
        strange.warning("cannot read %s: %r", one.name, one.text, exc_info=error)
        strange.warning(f"invalid object {one.all}")
        caplog.clear()
    text = log.read_text("utf-8")
    assert "unexpected error" in text
    assert "not printed: …, …" in text
    assert "invalid object" in text
    lines = [line.split(": ", 1)[-1] for line in text.splitlines() if not line.startswith("  ")]
    told = "\n".join(lines)
    for one in _people(300):
        assert not leaks(one, told)


def test_a_leak_would_be_found() -> None:
    one = next(_people(1))
    assert leaks(one, f"KeyError: {one.name}")
    assert leaks(one, f"KeyError: x {one.name.split()[0]} y")
    assert leaks(one, f"ValueError: {one.phone}")


def test_no_word_that_may_pass_is_a_vietnamese_syllable() -> None:
    assert not [word for word in WORDS if _SYLLABLE.fullmatch(word)]
    for word in (
        "nguyen",
        "hoang",
        "phuong",
        "an",
        "in",
        "can",
        "to",
        "thanh",
        "gia",
        "quy",
        "yen",
    ):
        assert _SYLLABLE.fullmatch(word)
        assert mask(word, {word}) == "…"


def test_what_the_code_is_called_stays() -> None:
    known = {"agenda_items", "LedgerSession", "written_at"}
    text = "'LedgerSession' object has no attribute 'written_at'"
    assert mask(text, known) == "LedgerSession' object … attribute 'written_at"
    assert mask("UNIQUE constraint failed: agenda_items.name", known) == (
        "UNIQUE constraint failed: agenda_items …"
    )
    assert mask("invalid literal for int() with base 10: '12a'") == "invalid literal … int …"


def test_a_report_says_where_and_of_which_kind() -> None:
    one = next(_people(1))
    report = error_report(_error(_unique, one), HERE, table_words())
    assert "cellsecretary 0.1, schema 4" in report
    assert "Python 3.12, Qt 6.9, SQLite 3.45, Linux" in report
    assert "at MainWindow meetings minutes" in report
    assert "sqlite3.IntegrityError [SQLITE_CONSTRAINT_UNIQUE]: UNIQUE constraint failed: " in report
    assert re.search(r"  tests\.ui\.test_error_report:\d+ in _unique", report)
    assert "[Fault.FULL]" in error_chain(_error(_book, one))
    assert "[ENOENT]" in error_chain(_error(_file_of_name, one))
    assert "because of KeyError" in error_chain(_error(_from_cause, one))
    assert "after ValueError" in error_chain(_error(_in_context, one))


def test_no_file_says_in_whose_home_the_program_lies() -> None:
    report = error_chain(_error(_json_of_text, next(_people(1))))
    assert "json.decoder:" in report
    assert "/" not in report
    assert "\\" not in report


def test_endless_errors_are_told_shortly() -> None:
    def deeper(depth: int) -> int:
        return deeper(depth + 1)

    with pytest.raises(RecursionError) as caught:
        deeper(0)
    assert len(error_chain(caught.value).splitlines()) < 60
    first, second = ValueError("a"), ValueError("b")
    first.__context__, second.__context__ = second, first
    assert error_chain(first) == "ValueError: …\nafter ValueError: …"


def test_an_error_that_cannot_speak_is_told_all_the_same() -> None:
    class Dumb(Exception):
        def __str__(self) -> str:
            raise ValueError(self.args[0])

    assert error_chain(Dumb("Nguyễn Thị Mười")).endswith(".Dumb")


def test_the_same_error_is_known_whatever_it_fails_on() -> None:
    first, second = _people(2)
    assert error_place(_error(_missing_key, first)) == error_place(_error(_missing_key, second))
    assert error_place(_error(_missing_key, first)) != error_place(_error(_wrong_text, first))


def test_the_log_stays_small(log: Path, caplog: pytest.LogCaptureFixture) -> None:
    line = "unknown object " * 2000
    for _ in range(60):
        logging.getLogger("strange").warning(line)
        caplog.clear()
    files = sorted(log.parent.iterdir())
    assert len(files) == FILES
    assert sum(file.stat().st_size for file in files) <= FILES * SIZE <= 1_000_000


def test_of_a_hard_crash_folders_and_values_are_left_out() -> None:
    text = """Fatal Python error: Segmentation fault

Current thread 0x00007f0b5a (most recent call first):
  File "/home/nguyễn văn an/cellsecretary/ui/launch.py", line 42 in run
  File "C:\\Users\\Bà Lan\\cellsecretary\\app.py", line 7 in main

Extension modules: shiboken6.Shiboken (total: 1)
"""
    assert masked_hard_crash(text).splitlines() == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f0b5a (most recent call first):",
        "  launch.py:42 in run",
        "  app.py:7 in main",
    ]
