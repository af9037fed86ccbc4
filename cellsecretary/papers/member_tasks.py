"""What one member had to do in a year, meeting by meeting (phiếu theo dõi nhiệm vụ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.task_history import concerned, histories_of, in_time
from cellsecretary.core.task_lines import concerns
from cellsecretary.papers import passages, phrases
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.rows import Member, Task
    from cellsecretary.core.task_history import TaskHistory
    from cellsecretary.papers.catalogue import Wish
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_SIZE = 12.0


def member_tasks(sheet: Sheet, year: PeriodRecord, wish: Wish) -> None:
    """Write a sheet for each member with a task in the year, or for the wished ones alone."""
    histories = histories_of(year)
    members = concerned(histories, year.register.members)
    for member in members:
        if not wish or member.id in wish:
            _sheet(sheet, year, member, histories)
    if not members:
        sheet.letterhead(year.cell, None)
        sheet.title(sheet.words.say("member_tasks.name"), sheet.words.period(year.period))
        sheet.line("member_tasks.nobody")


def _sheet(
    sheet: Sheet, year: PeriodRecord, member: Member, histories: tuple[TaskHistory, ...]
) -> None:
    say, words = sheet.words.say, sheet.words
    theirs = [one for one in histories if concerns(one.task, member.id)]
    led = sum(one.task.lead == member.id for one in theirs)
    share = in_time(theirs, year.period, member.id)
    sheet.begin(sheet.form, size=_SIZE, landscape=True)
    sheet.letterhead(year.cell, None)
    person = say("person.comrade", name=member.name)
    sheet.title(
        say("member_tasks.name"), say("member_tasks.of", person=person), words.period(year.period)
    )
    columns = [
        Column(say("table.number"), 10, centred=True),
        Column(say("table.task"), 62),
        Column(say("table.product"), 34),
        Column(say("member_tasks.role"), 18),
        Column(say("member_tasks.given"), 24, centred=True),
        Column(say("table.due"), 24, centred=True),
        Column(say("member_tasks.findings"), 62),
        Column(say("member_tasks.timing"), 22),
    ]
    sheet.table(
        columns,
        [[str(at), *_row(words, year, member, one)] for at, one in enumerate(theirs, 1)],
    )
    sheet.line(
        "member_tasks.sum",
        count=len(theirs),
        lead=led,
        helper=len(theirs) - led,
        done=sum(one.done_at is not None for one in theirs),
    )
    passages.products(sheet, theirs)
    if share.decided:
        sheet.line(
            "member_tasks.share",
            in_time=share.in_time,
            decided=share.decided,
            percent=words.percent(share.percent),
        )
    sheet.line("member_tasks.counted")
    issue_of_period(sheet, year, receivers=False)


def _row(words: Words, year: PeriodRecord, member: Member, history: TaskHistory) -> list[str]:
    task, say = history.task, words.say
    findings = (
        say(
            "member_tasks.found",
            date=words.short_date(finding.meeting.date),
            result=phrases.result(words, task, finding.review),
        )
        for finding in history.findings
    )
    return [
        say("table.task_text", code=task.code, what=task.what),
        phrases.product(words, task),
        _role(words, year, member, task),
        words.short_date(task.given),
        words.short_date(task.due) if task.due else "",
        "\n".join(findings),
        say(f"member_tasks.timing_of.{history.timing}"),
    ]


def _role(words: Words, year: PeriodRecord, member: Member, task: Task) -> str:
    """Say whether a member leads a task, or whom the member helps with it."""
    if task.lead == member.id:
        return words.say("member_tasks.lead")
    if task.lead is None:
        return words.say("member_tasks.helper")
    person = words.say("person.comrade_short", name=year.register.name_of(task.lead))
    return words.say("member_tasks.helper_of", person=person)
