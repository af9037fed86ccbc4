"""A list of members out of a spreadsheet, as a preview: nothing is written until accepted."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Sex, StandingKind
from cellsecretary.core.lengths import long_texts
from cellsecretary.core.operations.members import known_member
from cellsecretary.core.rows import Member
from cellsecretary.core.vietnamese import fold, spelling_key
from cellsecretary.exchange.roster_columns import Column, columns_of, written
from cellsecretary.exchange.sheets import RosterError, SheetFault, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cellsecretary.core.register import CellRecord
    from cellsecretary.exchange.sheets import Cell, Line, Table


class RowProblem(StrEnum):
    """What is the matter with one row; sentences are in resources/messages."""

    NAME_MISSING = "name_missing"
    NUMBER_TWICE = "number_twice"
    NUMBER_TAKEN = "number_taken"
    NUMBER_UNREADABLE = "number_unreadable"
    PERSON_TWICE = "person_twice"
    SAME_NAME = "same_name"
    NO_SUCH_DATE = "no_such_date"
    DATE_INCOMPLETE = "date_incomplete"
    DATE_IN_FUTURE = "date_in_future"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    SEX_UNKNOWN = "sex_unknown"
    STANDING_UNKNOWN = "standing_unknown"
    TEXT_TOO_LONG = "text_too_long"

    @property
    def keeps_out(self) -> bool:
        """Whether a row with this problem cannot be taken; others lack only the value named."""
        return self in _KEEPS_OUT


_KEEPS_OUT = {
    RowProblem.NAME_MISSING,
    RowProblem.NUMBER_TWICE,
    RowProblem.NUMBER_TAKEN,
    RowProblem.PERSON_TWICE,
    RowProblem.SAME_NAME,
    RowProblem.DATES_OUT_OF_ORDER,
    RowProblem.TEXT_TOO_LONG,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A problem of a row: in which column, and what the list says there."""

    kind: RowProblem
    column: Column
    value: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of the list; `known` is who of the register it already is."""

    line: int
    member: Member
    standing: StandingKind
    problems: tuple[Found, ...] = ()
    known: Member | None = None

    @property
    def is_new(self) -> bool:
        """Whether this row can be entered."""
        return self.known is None and not any(found.kind.keeps_out for found in self.problems)


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What a list would bring; `ignored` are lines that name nobody, with their text.

    `unused` are the titles of columns that the program does not know.
    """

    rows: tuple[RosterRow, ...]
    columns: tuple[Column, ...]
    unused: tuple[str, ...]
    ignored: tuple[tuple[int, str], ...]

    def members(self) -> list[tuple[Member, StandingKind]]:
        """Give what `import_members` is to enter."""
        return [(row.member, row.standing) for row in self.rows if row.is_new]


def read_roster(path: Path, register: CellRecord, today: dt.date) -> RosterPreview:
    """Read a CSV or XLSX list and compare it with the register.

    A file that gives no list raises `RosterError`.
    """
    headed = [(*found, table) for table in read_tables(path) if (found := _header(table))]
    if not headed:
        raise RosterError(SheetFault.NO_HEADER, path)
    start, titles, table = max(headed, key=lambda entry: len(entry[1]))
    reader = _Reader(titles, today)
    rows, ignored = reader.read(table[start:])
    if not rows:
        raise RosterError(SheetFault.FILE_EMPTY, path)
    named = table[start - 1][1]
    return RosterPreview(
        rows=tuple(_compared(rows, register)),
        columns=tuple(dict.fromkeys(titles.values())),
        unused=tuple(
            str(title) for place, title in enumerate(named) if title and place not in titles
        ),
        ignored=tuple(ignored),
    )


def _header(table: Table) -> tuple[int, dict[int, Column]] | None:
    """Find the row of titles near the top: the index behind it, and the column of each place."""
    best: tuple[int, dict[int, Column]] | None = None
    for index, (_, cells) in enumerate(table[:40]):
        columns = columns_of(cells)
        if Column.NAME in columns.values() and (best is None or len(columns) > len(best[1])):
            best = index + 1, columns
    return best and _with_second_row(table, *best)


def _with_second_row(
    table: Table, start: int, columns: dict[int, Column]
) -> tuple[int, dict[int, Column]]:
    """Take in a second row of titles: "Nam" and "Nữ" below "Năm sinh"."""
    if start == len(table):
        return start, columns
    cells = table[start][1]
    below = {place: kind for place, kind in columns_of(cells).items() if kind not in _SINGLE}
    if not below or any(
        cells[place] for place in columns if place < len(cells) and columns[place] in _SINGLE
    ):
        return start, columns
    return start + 1, columns | below


_SINGLE = {Column.NUMBER, Column.NAME, Column.GIVEN}
_COLUMN_NUMBER = re.compile(r"\(?([a-z]|\d{1,2})\)?")


@dataclass
class _Draft:
    """A row while it is read."""

    line: int
    values: Mapping[Column, Cell]
    problems: list[Found] = field(default_factory=list)

    def text(self, column: Column) -> str:
        value = self.values.get(column, "")
        return value if isinstance(value, str) else value.strftime("%d/%m/%Y")

    def note(self, kind: RowProblem, column: Column) -> None:
        self.problems.append(Found(kind, column, self.text(column)))


class _Reader:
    """Reads the lines below the titles."""

    def __init__(self, titles: Mapping[int, Column], today: dt.date) -> None:
        self._titles = titles
        self._today = today

    def read(self, lines: tuple[Line, ...]) -> tuple[list[RosterRow], list[tuple[int, str]]]:
        rows: list[RosterRow] = []
        ignored: list[tuple[int, str]] = []
        ended = False
        for index, (line, cells) in enumerate(lines):
            draft = _Draft(line, self._values(cells))
            said = " ".join(str(cell) for cell in cells if cell)
            footer = _is_footer(cells)
            ended = ended or footer
            # Below the total a list may go on with a second part, or with signatures.
            signature = ended and not draft.text(Column.NUMBER)[:1].isdecimal()
            if footer or signature or _is_section(draft):
                ignored.append((line, said))
            elif not _is_empty(draft) and not (index == 0 and _numbers_columns(cells)):
                rows.append(self._row(draft))
        return rows, ignored

    def _values(self, cells: tuple[Cell, ...]) -> dict[Column, Cell]:
        values: dict[Column, Cell] = {}
        for place, column in self._titles.items():
            cell = cells[place] if place < len(cells) else ""
            if column in (Column.NAME, Column.FAMILY, Column.GIVEN):
                first = values.get(Column.NAME, "")
                values[Column.NAME] = f"{first} {cell}".strip()
            elif cell:
                values[column] = cell
                if column in (Column.MALE, Column.FEMALE) and re.search(r"\d", str(cell)):
                    # "Năm sinh" over "Nam" and "Nữ": the date stands where the sex is.
                    values[Column.BORN] = cell
        return values

    def _row(self, draft: _Draft) -> RosterRow:
        if not draft.text(Column.NAME):
            draft.note(RowProblem.NAME_MISSING, Column.NAME)
        member = Member(
            id="",
            number=self._number(draft),
            name=draft.text(Column.NAME),
            sex=_sex(draft),
            born=self._date(draft, Column.BORN),
            joined=self._date(draft, Column.JOINED),
            official=self._date(draft, Column.OFFICIAL),
            card=draft.text(Column.CARD),
            post=draft.text(Column.POST),
            phone=_phone(draft.text(Column.PHONE)),
        )
        steps = [day for day in (member.born, member.joined, member.official) if day is not None]
        if steps != sorted(steps):
            draft.note(RowProblem.DATES_OUT_OF_ORDER, Column.JOINED)
        for name in long_texts(member):
            draft.note(RowProblem.TEXT_TOO_LONG, Column(name))
        return RosterRow(draft.line, member, _standing(draft), tuple(draft.problems))

    def _number(self, draft: _Draft) -> int:
        text = draft.text(Column.NUMBER).rstrip(".)")
        if text.isascii() and text.isdecimal() and 0 < int(text) < 100_000:
            return int(text)
        if text:
            draft.note(RowProblem.NUMBER_UNREADABLE, Column.NUMBER)
        return 0

    def _date(self, draft: _Draft, column: Column) -> dt.date | None:
        value = draft.values.get(column, "")
        if isinstance(value, str):
            text = re.split(r"[T ]\d\d:", value)[0]  # 1980-08-21 00:00:00, as exports write it
            if not re.search(r"\w", text):
                return None
            figures = re.findall(r"\d+", text)
            if len(figures) in (1, 2) and len(figures[-1]) == 4:
                draft.note(RowProblem.DATE_INCOMPLETE, column)
                return None
            day = self._day(figures, column)
        else:
            day = value
        if day is None or day.year < 1900:
            draft.note(RowProblem.NO_SUCH_DATE, column)
            return None
        if day > self._today:
            draft.note(RowProblem.DATE_IN_FUTURE, column)
            return None
        return day

    def _day(self, figures: list[str], column: Column) -> dt.date | None:
        if len(figures) != 3:
            return None
        year, month, day = figures if len(figures[0]) == 4 else reversed(figures)
        if len(year) not in (2, 4):
            return None
        full = int(year)
        if len(year) == 2:
            # Nobody is a member before eighteen: 08 is 2008 for a birth only from 2026 on.
            latest = self._today.year - (18 if column is Column.BORN else 0)
            full += 2000 if 2000 + full <= latest else 1900
        try:
            return dt.date(full, int(month), int(day))
        except ValueError:
            return None


def _is_footer(cells: tuple[Cell, ...]) -> bool:
    first = next((cell for cell in cells if cell and not str(cell).isdecimal()), "")
    return re.match(written()["footer"]["line"], str(first).casefold()) is not None


def _is_section(draft: _Draft) -> bool:
    """Tell the title of a group of people ("II", "Tổ đảng 2") from a person."""
    alone = set(draft.values) <= {Column.NUMBER, Column.NAME}
    return alone and any(ch.isalpha() for ch in draft.text(Column.NUMBER))


def _is_empty(draft: _Draft) -> bool:
    """Tell a line that waits for a person, with its number alone."""
    return not draft.text(Column.NAME) and set(draft.values) <= {Column.NUMBER, Column.NAME}


def _numbers_columns(cells: tuple[Cell, ...]) -> bool:
    """Tell the line "(1) (2) (3)" or "A B 1 2" below the titles of official lists."""
    return all(_COLUMN_NUMBER.fullmatch(str(cell).casefold()) for cell in cells if cell)


def _sex(draft: _Draft) -> Sex | None:
    if draft.text(Column.FEMALE):
        return Sex.FEMALE
    if draft.text(Column.MALE):
        return Sex.MALE
    word = fold(draft.text(Column.SEX))
    if word in ("nam", "male", "m"):
        return Sex.MALE
    if word in ("nu", "female", "f", "x"):
        return Sex.FEMALE
    if word:
        draft.note(RowProblem.SEX_UNKNOWN, Column.SEX)
    return None


def _standing(draft: _Draft) -> StandingKind:
    column = Column.STANDING if draft.text(Column.STANDING) else Column.REMARK
    text = " ".join(re.findall(r"\w+", fold(draft.text(column))))
    if re.search(r"\b(mien|exempt)\b", text):
        return StandingKind.EXEMPT
    if re.search(r"\b(tam thoi|tam)\b.*\bden\b|\bden\b.*\b(tam thoi|tam)\b|\bvisiting\b", text):
        return StandingKind.VISITING
    if re.search(r"\b(noi khac|tam vang|di lam an|lam an xa|vang mat|away)\b", text):
        return StandingKind.AWAY
    usual = r"|dang sinh hoat|chinh thuc|du bi|binh thuong|sinh hoat|x|active|dang vien.*"
    if column is Column.STANDING and not re.fullmatch(usual, text):
        draft.note(RowProblem.STANDING_UNKNOWN, column)
    return StandingKind.ACTIVE


def _phone(text: str) -> str:
    # A spreadsheet takes the leading zero off what it believes to be a number.
    return f"0{text}" if re.fullmatch(r"[1-9]\d{8}", text) else text


def _compared(rows: list[RosterRow], register: CellRecord) -> Iterator[RosterRow]:
    """Add what only the other rows and the register tell."""
    repeated = _repeated(rows)
    numbers = Counter(row.member.number for row in rows if row.line not in repeated)
    held = {member.number for member in register.members}
    for row in rows:
        member = row.member
        known = known_member(register, member) if member.name else None
        problems = list(row.problems)
        if known is None and member.name:
            number = str(member.number)
            if row.line in repeated:
                problems.append(Found(RowProblem.PERSON_TWICE, Column.NAME, member.name))
            elif member.number and numbers[member.number] > 1:
                problems.append(Found(RowProblem.NUMBER_TWICE, Column.NUMBER, number))
            elif member.number in held:
                problems.append(Found(RowProblem.NUMBER_TAKEN, Column.NUMBER, number))
            if any(_may_be(member, other) for other in register.members):
                problems.append(Found(RowProblem.SAME_NAME, Column.NAME, member.name))
        yield replace(row, problems=tuple(problems), known=known)


def _repeated(rows: list[RosterRow]) -> set[int]:
    """Give the lines that name somebody whom an earlier line has named."""
    seen: dict[str, list[Member]] = {}
    repeated = set()
    for row in rows:
        same = seen.setdefault(spelling_key(row.member.name), [])
        if row.member.name and any(_is_same(row.member, other) for other in same):
            repeated.add(row.line)
        same.append(row.member)
    return repeated


def _is_same(one: Member, other: Member) -> bool:
    """Tell whether two lines of one name are one person: no birth date or number says otherwise."""
    if one.born is not None and other.born is not None:
        return one.born == other.born
    return one.number == other.number or 0 in (one.number, other.number)


def _may_be(one: Member, other: Member) -> bool:
    """Tell whether two people of one name cannot be told apart for lack of a birth date."""
    return None in (one.born, other.born) and spelling_key(one.name) == spelling_key(other.name)
