"""Every open task stands in the table, and whoever leads one gets a slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.facts import open_tasks
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records
from tests.papers.test_layout import assert_inside_the_margins

if TYPE_CHECKING:
    from cellsecretary.papers import Wish

RECORD = records.november()


def said(wish: Wish = ()) -> list[str]:
    pdf = render("assignment", RECORD, wish)
    assert_inside_the_margins(pdf)
    return [" ".join(page.split()) for page in pages.page_texts(pdf)]


def test_the_table_has_new_tasks_and_those_that_go_on() -> None:
    table, *_ = said()
    assert all(f"{task.code}. {task.what}" in table for task in open_tasks(RECORD))
    assert table.index("Nhiệm vụ mới giao") < table.index(RECORD.tasks[0].what)
    assert table.index("Nhiệm vụ kỳ trước tiếp tục thực hiện") > table.index(RECORD.tasks[-1].what)
    assert "T/M CHI BỘ BÍ THƯ" in table


def test_a_task_that_was_done_is_not_given_again() -> None:
    done = {task.task.id for task in RECORD.carried} - {task.id for task in open_tasks(RECORD)}
    assert done
    text = pages.text_of(render("assignment", RECORD))
    assert not [task for task in RECORD.carried if task.task.id in done and task.task.what in text]


def test_each_lead_gets_one_slip_with_the_own_tasks() -> None:
    _, *slips = said()
    text = " ".join(slips)
    leads = {task.lead for task in open_tasks(RECORD)}
    assert text.count("PHIẾU GIAO NHIỆM VỤ") == len(leads)
    assert all(text.count(f"Giao đồng chí {RECORD.name_of(lead)}") == 1 for lead in leads)


def test_a_helper_is_told_what_to_help_with() -> None:
    task = RECORD.tasks[0]
    (text,) = said(task.helpers[:1])
    assert f"Giao đồng chí {RECORD.name_of(task.helpers[0])}" in text
    assert f"- Phối hợp: {task.code}. Đồng chí {RECORD.name_of(task.lead)}: {task.what}" in text


def test_one_member_gets_the_own_slip_alone() -> None:
    task = RECORD.tasks[0]
    (text,) = said((str(task.lead),))
    assert "BẢNG PHÂN CÔNG" not in text
    assert f"- {task.code}. {task.what}; phối hợp: " in text


def test_several_members_get_their_slips_without_the_table() -> None:
    task = RECORD.tasks[0]
    slips = " ".join(said((str(task.lead), task.helpers[0])))
    assert "BẢNG PHÂN CÔNG" not in slips
    assert slips.count("PHIẾU GIAO NHIỆM VỤ") == 2


def test_a_slip_is_dated_and_signed_with_the_post() -> None:
    (text,) = said((str(RECORD.tasks[0].lead),))
    assert "Lưỡng Vượng, ngày 03 tháng 11 năm 2026" in text
    assert "T/M CHI BỘ BÍ THƯ" in text


def test_who_has_no_task_gets_no_slip() -> None:
    with pytest.raises(PaperError) as refused:
        render("assignment", RECORD, ("52",))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


def test_without_open_tasks_there_is_nothing_to_assign() -> None:
    with pytest.raises(PaperError) as refused:
        render("assignment", replace(RECORD, tasks=(), carried=()))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


@pytest.mark.thorough
def test_40_tasks_with_all_helpers_are_assigned() -> None:
    helpers = tuple(person.id for person in RECORD.people[:20])
    tasks = tuple(
        replace(RECORD.tasks[0], id=f"x{n}", code=f"X{n}", lead=str(n + 1), helpers=helpers)
        for n in range(40)
    )
    pdf = render("assignment", replace(RECORD, tasks=tasks, carried=()))
    assert_inside_the_margins(pdf)
    text = pages.text_of(pdf)
    assert all(f"X{n}. " in text for n in range(40))
    assert text.count("PHIẾU GIAO NHIỆM VỤ") == 40
