"""Agendas to begin with: the cell's own templates, the general one, that of last time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.kinds import CellKind, MeetingKind, Part
from cellsecretary.core.operations.agenda import add_items, take_steps
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.operations.templates import (
    delete_template,
    keep_template,
    rename_template,
)
from cellsecretary.core.rows import Meeting
from cellsecretary.core.templates import Origin, general_steps, last_of_kind, offered_agendas
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import AFTER, NOVEMBER, OCTOBER, carry_out, context, done, record_of

if TYPE_CHECKING:
    from cellsecretary.core.office_rows import Template
    from cellsecretary.store import Book

DECEMBER = dt.date(2026, 12, 3)
RULES = bundled().on(DECEMBER)


def whys(answer: object) -> list[Why]:
    assert isinstance(answer, Refusal)
    return [problem.why for problem in answer.problems]


def keep(book: Book, name: str, day: str = OCTOBER) -> Template:
    carry_out(book, keep_template, cell_record(book), record_of(book, day), name)
    return cell_record(book).templates[-1]


def plan(book: Book, kind: MeetingKind, *args: object, **more: object) -> str:
    meeting = Meeting("", DECEMBER, kind, "", dt.time(19, 30), "")
    changes = done(
        plan_meeting(cell_record(book), context(), meeting, RULES, *args, **more)  # type: ignore[arg-type]
    )
    book.apply(changes, AFTER)
    return changes.changes[0].row.id


def test_a_template_keeps_parts_titles_minutes_and_posts(book: Book) -> None:
    template = keep(book, "  Mẫu  mùa gặt ")
    october = record_of(book, OCTOBER)
    register = cell_record(book)
    assert (template.name, template.kind) == ("Mẫu mùa gặt", MeetingKind.REGULAR)
    for step, item in zip(template.items, october.agenda, strict=True):
        presenter = register.member(item.presenter)
        post = presenter.post if presenter else ""
        assert (step.part, step.title, step.minutes, step.presenter_post) == (
            item.part,
            item.title,
            item.minutes,
            post,
        )
    assert any(step.presenter_post for step in template.items)


def test_a_meeting_planned_with_a_template_has_its_steps_and_whoever_holds_the_posts(
    book: Book,
) -> None:
    template = keep(book, "Mẫu mùa gặt")
    record = meeting_record(book, plan(book, MeetingKind.REGULAR, steps=template.items))
    assert [item.title for item in record.agenda] == [step.title for step in template.items]
    posts = {member.id: member.post for member in cell_record(book).members}
    assert [posts.get(item.presenter or "", "") for item in record.agenda] == [
        step.presenter_post for step in template.items
    ]


def test_a_template_without_a_name_is_refused(book: Book) -> None:
    answer = keep_template(cell_record(book), context(), record_of(book), "  ")
    assert whys(answer) == [Why.NAME_MISSING]


def test_a_name_is_taken_within_its_kind_however_its_tones_are_placed(book: Book) -> None:
    keep(book, "Mẫu của Thủy")
    register = cell_record(book)
    again = keep_template(register, context(), record_of(book, OCTOBER), "MẪU CỦA THUỶ")
    assert whys(again) == [Why.NAME_TAKEN]
    # November is of another kind.
    done(keep_template(register, context(), record_of(book, NOVEMBER), "Mẫu của Thủy"))


def test_an_empty_agenda_is_no_template(book: Book) -> None:
    empty = replace(record_of(book), agenda=())
    assert whys(keep_template(cell_record(book), context(), empty, "Mẫu")) == [Why.AGENDA_EMPTY]


def test_a_template_is_renamed_but_not_to_a_name_that_is_taken(book: Book) -> None:
    first, second = keep(book, "Mẫu một"), keep(book, "Mẫu hai")
    taken = rename_template(cell_record(book), context(), second.id, "mẫu một")
    assert whys(taken) == [Why.NAME_TAKEN]
    carry_out(book, rename_template, cell_record(book), first.id, "Mẫu MỘT")
    assert cell_record(book).templates[0].name == "Mẫu MỘT"


def test_a_deleted_template_is_offered_no_more(book: Book) -> None:
    template = keep(book, "Mẫu một")
    carry_out(book, delete_template, cell_record(book), template.id)
    assert cell_record(book).templates == ()


def test_the_newest_own_template_is_offered_first_and_last_time_last(book: Book) -> None:
    keep(book, "Mẫu một")
    keep(book, "Mẫu hai")
    keep(book, "Của tháng chuyên đề", NOVEMBER)
    offered = offered_agendas(
        cell_record(book), RULES, MeetingKind.REGULAR, record_of(book, OCTOBER)
    )
    assert [(choice.origin, choice.name) for choice in offered] == [
        (Origin.OWN, "Mẫu hai"),
        (Origin.OWN, "Mẫu một"),
        (Origin.GENERAL, ""),
        (Origin.LAST, ""),
    ]
    assert offered[-1].date == dt.date(2026, 10, 3)
    assert len(offered[-1].steps) == len(record_of(book, OCTOBER).agenda)


def test_last_time_is_the_newest_meeting_of_the_kind_but_this_one(book: Book) -> None:
    register = cell_record(book)
    october = record_of(book, OCTOBER).meeting
    assert last_of_kind(register, MeetingKind.REGULAR) == october
    assert last_of_kind(register, MeetingKind.REGULAR, october.id) is None
    assert last_of_kind(register, MeetingKind.CONGRESS) is None


@pytest.mark.parametrize("cell", CellKind)
def test_steps_for_other_kinds_of_cells_are_left_out(cell: CellKind) -> None:
    steps = general_steps(RULES, MeetingKind.REGULAR, cell)
    assert all(not step.cells or cell in step.cells for step in steps)
    assert sum(cell in step.cells for step in steps) == 1


def test_an_agenda_with_items_takes_no_template(book: Book) -> None:
    register = cell_record(book)
    steps = general_steps(RULES, MeetingKind.REGULAR, register.cell.kind)
    assert done(take_steps(record_of(book), context(), register, steps)).changes == ()


# Matters chosen from the prompts


def test_chosen_matters_become_items_of_the_content_in_one_act(book: Book) -> None:
    key = plan(book, MeetingKind.REGULAR)
    before = meeting_record(book, key)
    carry_out(book, add_items, before, ["Nước sạch", " ", "An ninh trật tự"], 10)
    after = meeting_record(book, key)
    content = [item for item in after.agenda if item.part is Part.CONTENT]
    assert [(item.title, item.minutes) for item in content[-2:]] == [
        ("Nước sạch", 10),
        ("An ninh trật tự", 10),
    ]
    assert len(after.agenda) == len(before.agenda) + 2
    assert [item.position for item in after.agenda] == list(range(1, len(after.agenda) + 1))


def test_chosen_matters_come_behind_the_chosen_item_of_the_content_only(book: Book) -> None:
    key = plan(book, MeetingKind.REGULAR)
    before = meeting_record(book, key).agenda
    first = next(item for item in before if item.part is Part.CONTENT)
    carry_out(book, add_items, meeting_record(book, key), ["Nước sạch"], 10, first.id)
    titles = [item.title for item in meeting_record(book, key).agenda]
    assert titles.index("Nước sạch") == titles.index(first.title) + 1
    carry_out(book, add_items, meeting_record(book, key), ["Rừng"], 10, before[0].id)
    assert meeting_record(book, key).agenda[1].title == before[1].title


@pytest.mark.parametrize("titles", [[], ["  "]])
def test_nothing_chosen_adds_nothing(book: Book, titles: list[str]) -> None:
    assert whys(add_items(record_of(book), context(), titles)) == [Why.TEXT_MISSING]


def test_matters_go_between_opening_and_closing_where_there_is_no_content(book: Book) -> None:
    key = plan(book, MeetingKind.REGULAR)
    record = meeting_record(book, key)
    bare = replace(record, agenda=tuple(i for i in record.agenda if i.part is not Part.CONTENT))
    rows = [change.row for change in done(add_items(bare, context(), ["Rừng"])).changes]
    added = next(row for row in rows if getattr(row, "title", "") == "Rừng")
    assert added.position == sum(i.part is Part.OPENING for i in record.agenda) + 1  # type: ignore[union-attr]
