"""Who did what and when, as lines to be read, and what one of them changed, field by field."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_origin, get_type_hints

from cellsecretary.core.board.differences import How
from cellsecretary.core.board_rows import GivenPoints
from cellsecretary.core.plain import PlainError, from_plain
from cellsecretary.core.preferences import Preferences
from cellsecretary.core.ruleset import TemplateItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cellsecretary.core.change import Act
    from cellsecretary.core.kinds import MeetingKind

UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class Mention:
    """A row that is spoken of, as people call it; a meeting by its day and kind.

    Without name and day it is known no more.
    """

    table: str
    id: str
    name: str = ""
    date: dt.date | None = None
    kind: MeetingKind | None = None


Value = (
    str
    | int
    | float
    | bool
    | StrEnum
    | dt.datetime
    | dt.date
    | dt.time
    | Mention
    | tuple["Value", ...]
    | None
)


@dataclass(frozen=True, slots=True)
class TraceFilter:
    """Which lines are asked for: those about each of some meetings, members, cells; of one day."""

    about: tuple[str, ...] = ()
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One act, or one undo or redo of it; all that was typed into a text at one time is one line.

    `until` is when the last of it was typed, `of_at` when the act was done that an undo or redo is
    about. `is_undone` says that the act was taken back later and not done again.
    """

    number: int
    at: dt.datetime
    account: str
    way: str
    act: Act
    words: tuple[tuple[str, str], ...]
    until: dt.datetime
    of: int
    of_at: dt.datetime | None = None
    is_undone: bool = False
    meetings: tuple[Mention, ...] = ()
    members: tuple[Mention, ...] = ()
    cells: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class TracePage:
    """Lines, the newest first; what is older comes `before` a step, None where nothing is."""

    lines: tuple[TraceLine, ...]
    before: int | None


@dataclass(frozen=True, slots=True)
class FieldTrace:
    """One field of a row, before and after."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class RowTrace:
    """What became of one row; `of` says which, of a new or removed one the fields tell its all."""

    table: str
    how: How
    of: tuple[Value, ...]
    fields: tuple[FieldTrace, ...]


MEETING_OF: Final = "meeting"
CELL_OF: Final = "cell"
MEMBER_OF: Final[Mapping[str, str]] = {
    "members": "id",
    "standings": "member",
    "attendance": "member",
    "opinions": "speaker",
    "tasks": "lead",
    "post_spans": "member",
    "year_reviews": "member",
}
"""Whose a row is: the column with the member, by table."""

REFERS: Final[Mapping[str, str]] = {
    "meeting": "meetings",
    "prepares": "meetings",
    "member": "members",
    "chair": "members",
    "minute_taker": "members",
    "presenter": "members",
    "speaker": "members",
    "lead": "members",
    "helpers": "members",
    "second_reader": "members",
    "item": "agenda_items",
    "task": "tasks",
    "opinion": "opinions",
    "replaced_by": "documents",
    "cell": "cells",
}
"""The table of the row whose id a field holds."""

NAMED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "cells": ("name",),
    "members": ("name",),
    "standings": ("member",),
    "meetings": ("id",),
    "agenda_items": ("title",),
    "attendance": ("name",),
    "guests": ("name",),
    "opinions": ("speaker", "speaker_other"),
    "votes": ("question",),
    "score_marks": ("criterion",),
    "documents": ("type", "number"),
    "tasks": ("code", "what"),
    "reviews": ("task",),
    "petitions": ("text",),
    "past_meetings": ("date",),
    "corrections": ("text",),
    "reopenings": ("revision",),
    "closed_records": ("revision",),
    "preferences": ("name",),
    "paper_traces": ("form",),
    "month_plans": ("month",),
    "days_off": ("date",),
    "templates": ("name",),
    "rule_files": ("name",),
    "renamings": ("since",),
    "terms": ("since",),
    "post_spans": ("member", "post"),
    "contacts": ("name",),
    "register_checks": ("quarter",),
    "year_reviews": ("member", "year"),
    "receipts": ("meeting",),
    "directives": ("title",),
    "acceptances": ("cell",),
    "board_offices": ("name",),
    "paper_cells": ("name",),
    "paper_minutes": ("cell", "month"),
    "version_choices": ("meeting",),
    "meeting_looks": ("meeting",),
    "meeting_remarks": ("meeting",),
    "meeting_scores": ("meeting",),
    "petition_answers": ("cell",),
    "issued_directives": ("title",),
    "handed_rule_files": ("id",),
}
"""What people call a row of a table by; a meeting by its day and kind."""

_NEVER_TOLD: Final = frozenset(("id", "meeting", "cell", "changed"))
_NOT_TOLD: Final = frozenset(
    (
        *("closed_records.position", "closed_records.format", "closed_records.json"),
        *("closed_records.sha256", "closed_records.previous", "closed_records.at"),
        *("rule_files.text", "handed_rule_files.text", "version_choices.content"),
        *("acceptances.value", "acceptances.kind", "petition_answers.petition"),
        "attendance.member",
    )
)
_ONLY_WHEN_CHANGED: Final = frozenset(("position",))
"""A new row has a place, which says nothing of it."""


def is_told(table: str, field: str) -> bool:
    """Tell whether a field is spoken of: not what only the program needs."""
    return field not in _NEVER_TOLD and f"{table}.{field}" not in _NOT_TOLD


def row_trace(
    table: str,
    kind: type[Any],
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    whole: Mapping[str, Any],
    mention: Callable[[str, str], Mention],
) -> RowTrace:
    """Say what became of a row from its columns, as the history keeps them.

    Of a row that was changed, `before` and `after` have the columns that differ. `whole` has what
    is known of all its columns, to call it by; `mention` names a row that a column holds the id of.
    """
    how = How.ADDED if before is None else How.REMOVED if after is None else How.CHANGED
    old, new = before or {}, after or {}
    told = []
    for field in fields(kind):
        name = field.name
        if not is_told(table, name) or (name not in old and name not in new):
            continue
        if how is not How.CHANGED and (
            name in NAMED_BY[table]
            or name in _ONLY_WHEN_CHANGED
            or _says_nothing(field, new.get(name, old.get(name)))
        ):
            continue
        values = (_value(kind, name, columns, whole, mention) for columns in (old, new))
        told.append(FieldTrace(name, *values))
    return RowTrace(table, how, tuple(_of(table, kind, whole, mention)), tuple(told))


def typed_texts(table: str, kind: type[Any], columns: Mapping[str, Any]) -> Iterator[str]:
    """Give the texts of people among the columns that are told: to be searched."""
    known = {field.name for field in fields(kind)}
    for name in columns.keys() & known:
        if is_told(table, name) and name not in REFERS:
            value = _value(kind, name, columns, columns, Mention)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, str) and not isinstance(one, StrEnum):
                    yield one


def of_rows(found: Iterable[RowTrace]) -> tuple[RowTrace, ...]:
    """Leave out the rows of which nothing that is told was changed."""
    return tuple(one for one in found if one.fields or one.how is not How.CHANGED)


def _of(
    table: str,
    kind: type[Any],
    whole: Mapping[str, Any],
    mention: Callable[[str, str], Mention],
) -> Iterator[Value]:
    for name in NAMED_BY[table]:
        value = whole.get(name)
        if value in (None, ""):
            continue
        if name == "id" and table == "meetings":
            yield mention(table, str(value))
        else:
            yield _value(kind, name, whole, whole, mention)


def _says_nothing(field: Any, column: Any) -> bool:  # noqa: ANN401 - any field, any column
    """Tell whether a new row has what it would have by itself."""
    if column in (None, "", "[]"):
        return True
    default = field.default
    return default is not MISSING and column == (int(default) if default is False else default)


def _value(
    kind: type[Any],
    name: str,
    columns: Mapping[str, Any],
    whole: Mapping[str, Any],
    mention: Callable[[str, str], Mention],
) -> Value:
    """Give what a column says; what cannot be read, of a later program, as it stands."""
    column = columns.get(name)
    if column is None:
        return None
    try:
        if kind.__name__ == "Preference" and name == "value":
            return _chosen(str(whole.get("name", "")), json.loads(column))
        value = read_column(kind, name, column)
    except (PlainError, ValueError, TypeError, KeyError):
        return str(column)
    if name in REFERS and value:
        named = value if isinstance(value, tuple) else (value,)
        mentions = tuple(mention(REFERS[name], one) for one in named)
        return mentions if isinstance(value, tuple) else mentions[0]
    if isinstance(value, tuple):
        return tuple(_listed(one) for one in value)
    found: Value = value
    return found


def _listed(one: object) -> str:
    match one:
        case TemplateItem():
            return one.title
        case GivenPoints():
            return f"{one.criterion}: {one.points}"
    return str(one)


def read_column(kind: type[Any], name: str, column: Any) -> Any:  # noqa: ANN401 - any column
    """Give the value of a field from its column of a file."""
    key: Any = kind  # mypy takes a class for something that cannot be hashed
    hint = _hints(key)[name]
    if hint is bool:
        return bool(column)
    if get_origin(hint) is tuple:
        column = json.loads(column)
    return from_plain(hint, column)


def _chosen(name: str, plain: Any) -> Value:  # noqa: ANN401 - any JSON
    """Give the value of a choice of the office."""
    hints = _hints(Preferences)
    value: Value = from_plain(hints[name], plain) if name in hints else str(plain)
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    return get_type_hints(kind)
