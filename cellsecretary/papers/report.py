"""The report of a month or a quarter to the superior (báo cáo)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.kinds import DocumentType, Part, Result
from cellsecretary.core.period_figures import (
    cancelled_in,
    documents_of,
    member_figures,
    task_figures,
)
from cellsecretary.core.petition_lines import petitions_of
from cellsecretary.core.report_figures import ReportFigure, report_figures
from cellsecretary.core.score import own_score
from cellsecretary.core.task_history import histories_of
from cellsecretary.core.visits import visits
from cellsecretary.papers import passages, phrases, task_tables
from cellsecretary.papers.attendance_year import meetings
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cellsecretary.core.figure import Figure
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.report_figures import ReportFigures
    from cellsecretary.core.rows import Member
    from cellsecretary.core.visits import OfficerLine
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words


def report(sheet: Sheet, period: PeriodRecord) -> None:
    """Write what the cell was and did in a period; a part without anything is left out."""
    say, figures = sheet.words.say, report_figures(period)
    sent = [one for one in documents_of(period) if one.type is DocumentType.REPORT][-1:]
    number = phrases.number(sheet.words, period.rules.paper, DocumentType.REPORT, sent)
    sheet.letterhead(period.cell, sent[0].date if sent else None, number)
    named = inside(sheet.words.period(period.period))
    sheet.title(say("report.name"), say("report.subject", period=named))
    for name, write in (
        ("members", _members),
        ("meetings", _meetings),
        ("conclusions", _conclusions),
        ("tasks", _tasks),
        ("fees", _fees),
        ("documents", _documents),
        ("petitions", _petitions),
        ("ahead", _ahead),
    ):
        sheet.part(say(f"report.part.{name}"))
        write(sheet, period, figures)
    closing = say("report.closing", cell=period.cell.name)
    sheet.closing(closing)
    issue_of_period(sheet, period)


def _members(sheet: Sheet, period: PeriodRecord, figures: ReportFigures) -> None:
    sheet.line(
        "report.members",
        total=figures.count(ReportFigure.MEMBERS),
        official=figures.count(ReportFigure.OFFICIAL),
        probationary=figures.count(ReportFigure.PROBATIONARY),
    )
    for key in (ReportFigure.EXEMPT, ReportFigure.AWAY, ReportFigure.VISITING):
        if number := figures.count(key):
            sheet.line(f"report.{key}", count=number)
    moved = member_figures(period)
    _comrades(sheet, "report.came", moved.came)
    _comrades(sheet, "report.went", moved.went)


def _comrades(sheet: Sheet, key: str, members: Iterable[Member]) -> None:
    """Name members who came or went, with the reason where one is noted."""
    say, names = sheet.words.say, []
    for member in members:
        person = say("person.comrade", name=member.name)
        if member.left_reason:
            person = say("report.went_because", person=person, reason=member.left_reason)
        names.append(person)
    if names:
        sheet.line(key, names=sheet.words.listing(names))


def _meetings(sheet: Sheet, period: PeriodRecord, figures: ReportFigures) -> None:
    words = sheet.words
    sheet.table(*meetings(words, attendance_over_time(period)))
    for key in (ReportFigure.SPOKE, ReportFigure.THEMATIC, ReportFigure.VISITS):
        if figure := figures.of(key):
            _share(sheet, figure)
    for officer in visits(period).officers:
        visited = words.say("figure.semicolon").join(_visited(words, officer))
        person = phrases.guest(words, officer)
        sheet.line("report.officer", person=person, figures=visited)
    for record in period.records:
        scored = own_score(record)
        if scored and (figure := figures.of_meeting(ReportFigure.SCORE, record.meeting.id)):
            date = words.short_date(record.meeting.date)
            grade = words.say(f"score.class.{scored.own_class}")
            _share(sheet, figure, date, grade)
    for meeting in cancelled_in(period):
        sheet.line(
            "report.cancelled" if meeting.cancel_reason else "report.cancelled_only",
            date=words.short_date(meeting.date),
            reason=meeting.cancel_reason,
        )


def _visited(words: Words, officer: OfficerLine) -> Iterator[str]:
    """Say how often an officer was invited, came and on which days, spoke and confirmed a score."""
    if officer.invited:
        dates = [words.short_date(visit.date) for visit in officer.visits if visit.came]
        yield words.say("report.officer_invited", count=officer.invited)
        yield words.say(
            "report.officer_came" if dates else "report.officer_absent",
            count=officer.came,
            dates=words.listing(dates),
        )
    if officer.spoke:
        yield words.say("report.officer_spoke", count=officer.spoke)
    if officer.confirmed:
        yield words.say("report.officer_confirmed", count=officer.confirmed)


def _share(sheet: Sheet, figure: Figure, date: str = "", grade: str = "") -> None:
    """Write the sentence of a number, with what it is a share of."""
    percent = sheet.words.percent(figure.percent)
    sheet.line(
        f"report.{figure.key}",
        count=figure.count,
        base=figure.base or 0,
        percent=percent,
        date=date,
        grade=grade,
    )


def _conclusions(sheet: Sheet, period: PeriodRecord, _figures: ReportFigures) -> None:
    for record in period.records:
        sheet.section(record.meeting.title, level=1)
        for item in record.held_agenda:
            if item.part is not Part.OPENING and item.conclusion.strip():
                sheet.line("report.conclusion", title=item.title, text=item.conclusion)


def _tasks(sheet: Sheet, period: PeriodRecord, figures: ReportFigures) -> None:
    words, say = sheet.words, sheet.words.say
    results = [
        say(f"report.found_as.{result}", count=count)
        for result in Result
        if (count := figures.count(ReportFigure(result.value)))
    ]
    said = [
        say(f"report.{key}", count=count, results=words.listing(results))
        for key in (ReportFigure.GIVEN, ReportFigure.FOUND, ReportFigure.OPEN)
        if (count := figures.count(key))
    ]
    if said:
        sheet.line("report.work", figures=say("figure.semicolon").join(said))
    if share := figures.of(ReportFigure.IN_TIME):
        _share(sheet, share)
    found = [(each.task, each.review) for each in task_figures(period).found]
    sheet.table(*task_tables.found(words, period.register.name_of, found))
    passages.products(sheet, histories_of(period))


def _fees(sheet: Sheet, period: PeriodRecord, figures: ReportFigures) -> None:
    words = sheet.words
    for record in period.records:
        date = words.short_date(record.meeting.date)
        if paid := figures.of_meeting(ReportFigure.FEES, record.meeting.id):
            sheet.line("report.fees", date=date, count=paid.count)
        if owing := [line.name for line in record.roster if line.fee_owing]:
            sheet.line("report.owing", date=date, names=phrases.comrades(words, owing))


def _documents(sheet: Sheet, period: PeriodRecord, _figures: ReportFigures) -> None:
    for document in documents_of(period):
        named = phrases.document(sheet.words, period.rules.paper, document)
        sheet.line("minutes.document", document=named)


def _petitions(sheet: Sheet, period: PeriodRecord, figures: ReportFigures) -> None:
    for line in petitions_of(period):
        text = phrases.petition_standing(sheet.words, line.petition)
        if line.meeting.date < period.period.first:
            text = sheet.words.say(
                "petition.raised", text=text, date=sheet.words.short_date(line.meeting.date)
            )
        sheet.line("minutes.petition", source=line.petition.source, text=text)
    if count := figures.count(ReportFigure.UNANSWERED):
        sheet.line("report.unanswered", count=count)


def _ahead(sheet: Sheet, period: PeriodRecord, _figures: ReportFigures) -> None:
    figures = task_figures(period)
    found = {each.task.id: each.review for each in figures.found}
    name_of = period.register.name_of
    sheet.table(*task_tables.given(sheet.words, name_of, figures.open, found.get))
