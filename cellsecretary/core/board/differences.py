"""What differs between two versions of one meeting, row by row, for whoever read the other one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from cellsecretary.core.facts import facts
from cellsecretary.core.score import own_score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cellsecretary.core.record import MeetingRecord

Value = str | int | bool | StrEnum | dt.date | dt.time | tuple[int, int] | None

AROUND: Final = 3
"""So many words are kept before and after what changed in a text."""

CUT: Final = "…"


class How(StrEnum):
    """What happened to a row or a value from one version to the other."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    `place` is a part of the record, or a part and a field of it: `tasks`, `tasks.due`. `of` says
    which row, as people call it. Where a whole row was added or removed there are no values.
    """

    place: str
    how: How
    of: str = ""
    before: Value = None
    after: Value = None


TOLD: Final[Mapping[str, tuple[str, ...]]] = {
    "meeting": (
        *("date", "kind", "state", "starts", "start", "end", "place", "topic"),
        *("chair", "minute_taker", "fees_paid", "off_day_reason"),
    ),
    "roster": ("standing", "mark", "late", "left_early", "fee_owing"),
    "guests": ("came", "title"),
    "agenda": ("title", "skipped", "presenter", "body", "conclusion"),
    "opinions": ("text",),
    "votes": ("question", "in_favour", "against", "other", "issued", "returned", "valid"),
    "documents": ("title", "number"),
    "tasks": ("what", "product", "lead", "helpers", "due", "amount"),
    "reviews": ("result", "percent", "achieved", "note"),
    "petitions": ("text", "source", "concerns", "addressee"),
    "corrections": (),
    "reopenings": (),
}
"""The parts of a record that are told row by row, with the fields that have words of their own."""

COUNTED: Final = ("present", "score")
"""What is told as a number of the whole meeting: who came of those required, and own points."""

OTHER: Final = "other"
"""Stands for what differs and has no words of its own."""

_PERSONS = ("chair", "minute_taker", "presenter", "lead")
_WHOLE = ("cell", "carried", "waiting")
"""Parts that come from elsewhere: they are compared as they stand."""

_UNTOLD = ("id", "meeting", "position")
"""Fields that alone say nothing: a row that is put in moves those behind it."""


def differences(before: MeetingRecord, after: MeetingRecord) -> tuple[Difference, ...]:
    """Tell what differs between two versions of a meeting; the rules of the day are left aside.

    Two versions with different contents differ in at least one thing.
    """
    found = [*_counted(before, after)]
    for part in TOLD:
        found += _of_part(part, before, after)
    told = [one for one in found if one.place != OTHER]
    untold = any(getattr(before, part) != getattr(after, part) for part in _WHOLE)
    if len(told) < len(found) or untold or (not told and _rest(before) != _rest(after)):
        told.append(Difference(OTHER, How.CHANGED))
    return tuple(told)


def changed_part(before: str, after: str) -> tuple[str, str]:
    """Give of two texts the words that differ, with a few words around them."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    start, end = max(start - AROUND, 0), max(end - AROUND, 0)
    return _between(old, start, end), _between(new, start, end)


def _between(words: list[str], start: int, end: int) -> str:
    kept = words[start : len(words) - end]
    return " ".join([*([CUT] if start else []), *kept, *([CUT] if end else [])])


def _rest(record: MeetingRecord) -> MeetingRecord:
    """Give a record without what makes it another version and says nothing of the meeting."""
    return replace(record, rules=None, revision=0)  # type: ignore[arg-type]


def _counted(before: MeetingRecord, after: MeetingRecord) -> Iterator[Difference]:
    finders: dict[str, Callable[[MeetingRecord], Value]] = {"present": _present, "score": _points}
    for place in COUNTED:
        old, new = finders[place](before), finders[place](after)
        if old != new:
            yield Difference(place, How.CHANGED, "", old, new)


def _present(record: MeetingRecord) -> Value:
    known = facts(record)
    return known.present_required, known.required


def _points(record: MeetingRecord) -> Value:
    sheet = own_score(record)
    return (sheet.own_points, sheet.total) if sheet else None


def _of_part(part: str, before: MeetingRecord, after: MeetingRecord) -> Iterator[Difference]:
    old, new = _rows(before, part), _rows(after, part)
    for key, row in old.items():
        if key not in new:
            yield Difference(part, How.REMOVED, _called(before, part, row))
    for key, row in new.items():
        if key not in old:
            yield Difference(part, How.ADDED, _called(after, part, row))
        else:
            yield from _of_row(part, (before, old[key]), (after, row))


def _rows(record: MeetingRecord, part: str) -> dict[str, Any]:
    if part == "meeting":
        return {"": record.meeting}
    # Reviews have their task for a name: another book may have written the same one anew.
    name = "task" if part == "reviews" else "id"
    return {getattr(row, name): row for row in getattr(record, part)}


def _of_row(
    part: str, before: tuple[MeetingRecord, Any], after: tuple[MeetingRecord, Any]
) -> Iterator[Difference]:
    called = _called(before[0], part, before[1])
    untold = False
    for field in fields(before[1]):
        old, new = getattr(before[1], field.name), getattr(after[1], field.name)
        if old == new:
            continue
        if field.name in TOLD[part]:
            values = (_value(before[0], field.name, old), _value(after[0], field.name, new))
            yield Difference(f"{part}.{field.name}", How.CHANGED, called, *values)
        elif field.name not in _UNTOLD:
            untold = True
    if untold:
        yield Difference(OTHER, How.CHANGED)


def _value(record: MeetingRecord, field: str, value: Any) -> Value:  # noqa: ANN401 - any field
    if field in _PERSONS:
        return record.name_of(value)
    if field == "helpers":
        return ", ".join(record.name_of(one) for one in value)
    found: Value = value
    return found


def _called(record: MeetingRecord, part: str, row: Any) -> str:  # noqa: ANN401 - any row
    match part:
        case "meeting":
            return ""
        case "opinions":
            return record.name_of(row.speaker) or str(row.speaker_other)
        case "votes":
            return str(row.question)
        case "tasks":
            return str(row.what)
        case "reviews":
            tasks = {carried.task.id: carried.task.what for carried in record.carried}
            return tasks.get(row.task, "")
        case "petitions" | "corrections":
            return str(row.text)
        case "reopenings":
            return str(row.reason)
        case "roster" | "guests":
            return str(row.name)
        case _:
            return str(row.title)
