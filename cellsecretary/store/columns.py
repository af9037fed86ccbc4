"""Rows of core to columns of SQLite and back, by the annotations of the dataclasses alone."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_origin, get_type_hints

from cellsecretary.core import (
    board_rows,
    closed_rows,
    life_rows,
    office_rows,
    rows,
    superior_rows,
)
from cellsecretary.core.plain import from_plain, reader, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TABLES: dict[type[Any], str] = {
    rows.Cell: "cells",
    rows.Member: "members",
    rows.Standing: "standings",
    rows.Meeting: "meetings",
    rows.AgendaItem: "agenda_items",
    rows.Attendance: "attendance",
    rows.Guest: "guests",
    rows.Opinion: "opinions",
    rows.Vote: "votes",
    rows.ScoreMark: "score_marks",
    rows.Document: "documents",
    rows.Task: "tasks",
    rows.Review: "reviews",
    rows.Petition: "petitions",
    rows.PastMeeting: "past_meetings",
    closed_rows.Correction: "corrections",
    closed_rows.Reopening: "reopenings",
    closed_rows.ClosedRecord: "closed_records",
    office_rows.Preference: "preferences",
    office_rows.PaperTrace: "paper_traces",
    office_rows.MonthPlan: "month_plans",
    office_rows.DayOff: "days_off",
    office_rows.Template: "templates",
    office_rows.RuleFile: "rule_files",
    life_rows.Renaming: "renamings",
    life_rows.Term: "terms",
    life_rows.PostSpan: "post_spans",
    life_rows.Contact: "contacts",
    life_rows.RegisterCheck: "register_checks",
    life_rows.YearReview: "year_reviews",
    superior_rows.Receipt: "receipts",
    superior_rows.Directive: "directives",
    board_rows.Acceptance: "acceptances",
    board_rows.BoardOffice: "board_offices",
    board_rows.PaperCell: "paper_cells",
    board_rows.PaperMinutes: "paper_minutes",
    board_rows.VersionChoice: "version_choices",
    board_rows.MeetingLook: "meeting_looks",
    board_rows.MeetingRemark: "meeting_remarks",
    board_rows.MeetingScore: "meeting_scores",
    board_rows.PetitionAnswer: "petition_answers",
    board_rows.IssuedDirective: "issued_directives",
    board_rows.HandedRuleFile: "handed_rule_files",
}
ROWS: dict[str, type[Any]] = {table: kind for kind, table in TABLES.items()}

R = TypeVar("R", bound=rows.Row)


def _fields_with(shape: Callable[[Any], bool]) -> dict[type[Any], frozenset[str]]:
    return {
        kind: frozenset(name for name, hint in get_type_hints(kind).items() if shape(hint))
        for kind in TABLES
    }


_BOOLEANS = _fields_with(lambda hint: hint is bool)
_LISTS = _fields_with(lambda hint: get_origin(hint) is tuple)


def to_columns(row: rows.Row) -> dict[str, Any]:
    """Give the columns of a row: dates as ISO text, truth as 0 or 1, lists as JSON text."""
    booleans, lists = _BOOLEANS[type(row)], _LISTS[type(row)]
    columns = {}
    for field in fields(row):
        value = to_plain(getattr(row, field.name))
        if field.name in booleans:
            value = int(value)
        elif field.name in lists:
            value = json.dumps(value, ensure_ascii=False)
        columns[field.name] = value
    return columns


def from_columns(kind: type[R], columns: Mapping[str, Any]) -> R:
    """Build a row from its columns."""
    return _built(kind, dict(columns))


def from_values(kind: type[R], values: tuple[Any, ...]) -> R:
    """Build a row from the values of its columns, in the order of its fields."""
    key: Any = kind  # mypy takes a class for something that cannot be hashed
    return cast("R", _row(key, values))


# After each act a record is read anew, and nearly all its rows are as they were. They are frozen:
# the one that was built before stands for the one that is read.
@lru_cache(maxsize=2**15)
def _row(kind: type[rows.Row], values: tuple[Any, ...]) -> rows.Row:
    key: Any = kind
    names, readers = _plan(key)
    try:
        return kind(*(read(value) for read, value in zip(readers, values, strict=True)))
    except (ValueError, TypeError):
        # The long way says what is wrong, and where.
        return _built(kind, dict(zip(names, values, strict=True)))


@cache
def _plan(kind: type[rows.Row]) -> tuple[tuple[str, ...], tuple[Callable[[Any], Any], ...]]:
    """Give the names of the fields, and what makes each of the value of its column."""
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    key: Any = kind
    readers: list[Callable[[Any], Any]] = []
    for name in names:
        if name in _BOOLEANS[key]:
            readers.append(bool)
        elif name in _LISTS[key]:
            readers.append(partial(_listed, reader(hints[name])))
        else:
            readers.append(reader(hints[name]))
    return names, tuple(readers)


def _listed(read: Callable[[Any], Any], text: str) -> Any:  # noqa: ANN401 - of any row
    return read(json.loads(text))


def _built(kind: type[R], values: dict[str, Any]) -> R:
    key: Any = kind
    for name in _BOOLEANS[key]:
        values[name] = bool(values[name])
    for name in _LISTS[key]:
        values[name] = json.loads(values[name])
    return from_plain(kind, values, TABLES[key])
