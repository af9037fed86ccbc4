"""What can be done to the cell's own models of agendas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
)
from cellsecretary.core.office_rows import Template
from cellsecretary.core.templates import steps_of
from cellsecretary.core.vietnamese import spelling_key, tidy_line

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


def keep_template(register: CellRecord, ctx: Context, record: MeetingRecord, name: str) -> Answer:
    """Keep the agenda of a meeting under a name: parts, titles, minutes and presenters' posts."""
    if not record.agenda:
        return refuse(Why.AGENDA_EMPTY, "templates")
    steps = steps_of(record, register)
    template = Template(ctx.new_id(), tidy_line(name), record.meeting.kind, steps)
    return _wrong(register, template) or Changes(
        Act.KEEP_TEMPLATE, (insert(template),), (("title", template.name),)
    )


def rename_template(register: CellRecord, ctx: Context, template: str, name: str) -> Answer:
    """Give a template another name."""
    before = _template(register, template)
    after = replace(before, name=tidy_line(name))
    return _wrong(register, after) or Changes(
        Act.RENAME_TEMPLATE, (replaced(before, after),), (("title", before.name),)
    )


def delete_template(register: CellRecord, ctx: Context, template: str) -> Answer:
    """Take a template out; agendas that began with it stay as they are."""
    row = _template(register, template)
    return Changes(Act.DELETE_TEMPLATE, (delete(row),), (("title", row.name),))


def _template(register: CellRecord, template: str) -> Template:
    return next(row for row in register.templates if row.id == template)


def _wrong(register: CellRecord, template: Template) -> Refusal | None:
    if not template.name:
        return refuse(Why.NAME_MISSING, "templates", template.id, "name")
    taken = any(
        other.id != template.id
        and other.kind is template.kind
        and spelling_key(other.name) == spelling_key(template.name)
        for other in register.templates
    )
    if taken:
        return refuse(Why.NAME_TAKEN, "templates", template.id, "name", title=template.name)
    return None
