"""Who does what by when: the table of tasks, and a slip for each member who leads one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import open_tasks
from cellsecretary.papers import phrases, task_tables
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.issuing import issue, signing
from cellsecretary.papers.signing import Signer

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Task
    from cellsecretary.papers.catalogue import Wish
    from cellsecretary.papers.sheet import Sheet


def assignment(sheet: Sheet, record: MeetingRecord, wish: Wish) -> None:
    """Write the table and a slip for each lead; of wished members only their slips."""
    tasks = open_tasks(record)
    if not tasks:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    if not wish:
        _table(sheet, record)
        sheet.begin(sheet.form)
    members = wish or dict.fromkeys(task.lead for task in tasks if task.lead)
    sheet.slips([_slip(sheet, record, member, tasks) for member in members])


def _table(sheet: Sheet, record: MeetingRecord) -> None:
    say = sheet.words.say
    sheet.letterhead(record.cell, record.meeting.date)
    sheet.title(say("assignment.name"), record.meeting.title)
    new = {task.id for task in record.tasks}
    for key, tasks in (
        ("assignment.new", record.tasks),
        ("assignment.carried", [task for task in open_tasks(record) if task.id not in new]),
    ):
        sheet.section(say(key))
        sheet.table(*task_tables.given(sheet.words, record.name_of, tasks, record.review_of))
    issue(sheet, record)


def _slip(sheet: Sheet, record: MeetingRecord, member: str, tasks: tuple[Task, ...]) -> Sheet:
    words, say = sheet.words, sheet.words.say
    slip = sheet.slip(size=sheet.rules.layout.small_size)
    slip.letterhead(record.cell, record.meeting.date)
    person = phrases.person(words, record, member)
    slip.title(say("assignment.slip"), say("assignment.to", person=person))
    for task in tasks:
        if task.lead == member:
            slip.line("assignment.lead", task=phrases.own_task(words, record, task))
    for task in tasks:
        if member in task.helpers and task.lead != member:
            slip.line("assignment.helps", task=phrases.task(words, record, task))
    slip.line("assignment.report")
    slip.signatures(
        Signer(say("assignment.receiver"), record.name_of(member)), signing(sheet, record)
    )
    return slip
