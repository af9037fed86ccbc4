"""What can be done to the agenda of a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    refuse,
    replaced,
    update,
)
from cellsecretary.core.change import delete as delete_row
from cellsecretary.core.kinds import Part
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.operations.meetings import template_items
from cellsecretary.core.rows import AgendaItem
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import TemplateItem

_ORDER = {part: rank for rank, part in enumerate(Part)}


@on_open_meeting
def add_item(
    record: MeetingRecord, ctx: Context, item: AgendaItem, after: str | None = None
) -> Answer:
    """Add a point behind `after`, or at the end of its part; id and place are given here."""
    if not item.title.strip():
        return refuse(Why.TEXT_MISSING, "agenda_items", "", "title")
    item = replace(
        item, id=ctx.new_id(), meeting=record.meeting.id, title=tidy_line(item.title), position=0
    )
    items = list(record.agenda)
    index = next((i + 1 for i, other in enumerate(items) if other.id == after), None)
    if index is None:
        index = sum(_ORDER[other.part] <= _ORDER[item.part] for other in items)
    else:
        item = replace(item, part=items[index - 1].part)
    items.insert(index, item)
    return Changes(Act.ADD_ITEM, _renumbered(record, items), (("title", item.title),))


@on_open_meeting
def add_items(
    record: MeetingRecord,
    ctx: Context,
    titles: Sequence[str],
    minutes: int = 0,
    after: str | None = None,
) -> Answer:
    """Add several points to the content in one act: behind `after` where that is of the content."""
    given = [title for title in map(tidy_line, titles) if title]
    if not given:
        return refuse(Why.TEXT_MISSING, "agenda_items", "", "title")
    items = list(record.agenda)
    content = [place for place, item in enumerate(items, 1) if item.part is Part.CONTENT]
    opening = sum(item.part is Part.OPENING for item in items)
    behind = [place for place in content if items[place - 1].id == after]
    place = (behind or content[-1:] or [opening])[0]
    items[place:place] = [
        AgendaItem(ctx.new_id(), record.meeting.id, 0, Part.CONTENT, title, minutes=minutes)
        for title in given
    ]
    words = (("count", str(len(given))),)
    return Changes(Act.ADD_ITEMS, _renumbered(record, items), words)


@on_open_meeting
def take_steps(
    record: MeetingRecord, ctx: Context, register: CellRecord, steps: Sequence[TemplateItem]
) -> Answer:
    """Fill an empty agenda with the steps of a template; one with items stays."""
    if record.agenda:
        return Changes(Act.TAKE_AGENDA, ())
    items = template_items(register, ctx, record.meeting, steps)
    return Changes(Act.TAKE_AGENDA, tuple(items))


@on_open_meeting
def change_item(record: MeetingRecord, ctx: Context, item: AgendaItem) -> Answer:
    """Change title, presenter, minutes or note of a point; another part moves it there."""
    before = _item(record, item.id)
    if not item.title.strip():
        return refuse(Why.TEXT_MISSING, "agenda_items", item.id, "title")
    after = replace(
        item,
        meeting=before.meeting,
        title=tidy_line(item.title),
        presenter_other=tidy_line(item.presenter_other),
        minutes=max(0, item.minutes),
    )
    items = [after if other.id == after.id else other for other in record.agenda]
    items.sort(key=lambda other: _ORDER[other.part])
    return Changes(Act.CHANGE_ITEM, _renumbered(record, items), (("title", after.title),))


@on_open_meeting
def move_item(
    record: MeetingRecord, ctx: Context, item: str, index: int, part: Part | None = None
) -> Answer:
    """Move a point to a place in the agenda (0 is first), into `part` where that is given.

    Else it takes the part of where it lands.
    """
    items = [other for other in record.agenda if other.id != item]
    moved = _item(record, item)
    index = max(0, min(index, len(items)))
    before = items[index - 1].part if index else items[0].part if items else moved.part
    behind = items[index].part if index < len(items) else before
    if part is not None:
        moved = replace(moved, part=part)
    elif moved.part not in (before, behind):
        moved = replace(moved, part=before)
    items.insert(index, moved)
    items.sort(key=lambda other: _ORDER[other.part])
    return Changes(Act.MOVE_ITEM, _renumbered(record, items), (("title", moved.title),))


def place_beside(record: MeetingRecord, item: AgendaItem, by: int) -> tuple[int, Part] | None:
    """Give place and part one step up (-1) or down (1); at the end of a part, into the next.

    None where the agenda ends.
    """
    parts, agenda = list(Part), record.agenda
    place = [other.id for other in agenda].index(item.id)
    if 0 <= place + by < len(agenda) and agenda[place + by].part is item.part:
        return place + by, item.part
    part = parts.index(item.part) + by
    return (place, parts[part]) if 0 <= part < len(parts) else None


@on_open_meeting
def skip_item(record: MeetingRecord, ctx: Context, item: str, skipped: bool) -> Answer:
    """Leave a point out of this meeting, or take it up again; what was written is kept."""
    row = _item(record, item)
    changes = (update(row, skipped=skipped),)
    return Changes(Act.SKIP_ITEM, changes, (("title", row.title),))


@on_open_meeting
def delete_item(record: MeetingRecord, ctx: Context, item: str) -> Answer:
    """Take a point out with its opinions and votes; undo brings all of it back."""
    row = _item(record, item)
    rest = [other for other in record.agenda if other.id != item]
    changes = (
        *(delete_row(opinion) for opinion in record.opinions_on(item)),
        *(delete_row(vote) for vote in record.votes_on(item)),
        delete_row(row),
        *_renumbered(record, rest),
    )
    return Changes(Act.DELETE_ITEM, changes, (("title", row.title),))


def _item(record: MeetingRecord, item: str) -> AgendaItem:
    return next(row for row in record.agenda if row.id == item)


def _renumbered(record: MeetingRecord, items: Iterable[AgendaItem]) -> tuple[Change, ...]:
    before = {row.id: row for row in record.agenda}
    return tuple(
        replaced(before.get(item.id), replace(item, position=position))
        for position, item in enumerate(items, 1)
    )
