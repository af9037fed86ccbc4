"""Passages that several papers of a meeting share: who was there, and what was said to a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import facts, headcount, presence
from cellsecretary.core.kinds import GuestRole, Mark, StandingKind
from cellsecretary.core.petition_lines import known_on
from cellsecretary.core.task_products import product_sums
from cellsecretary.papers import phrases
from cellsecretary.papers.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Attendance
    from cellsecretary.core.task_history import TaskHistory
    from cellsecretary.papers.sheet import Sheet


def when_and_where(sheet: Sheet, record: MeetingRecord) -> None:
    """Write when a meeting began and where."""
    meeting, words = record.meeting, sheet.words
    date = words.long_date(meeting.date)
    if meeting.start:
        sheet.line("minutes.began", time=words.clock(meeting.start), date=date)
    else:
        sheet.line("minutes.held_on", date=date)
    if meeting.place:
        sheet.line("minutes.place", place=meeting.place)


def topic(sheet: Sheet, record: MeetingRecord) -> None:
    """Write what a meeting is about, unless a point of its agenda says so."""
    wanted = record.meeting.topic
    if wanted and not any(wanted in item.title for item in record.held_agenda):
        sheet.line("minutes.topic", topic=wanted)


def members(sheet: Sheet, record: MeetingRecord) -> None:
    """Write how the register divides, then by name whoever was not simply present."""
    figures, here = facts(record), presence(record)
    sheet.line(
        "minutes.counted",
        register=phrases.register(sheet.words, record),
        official=figures.official,
        probationary=figures.probationary,
    )
    for key, count in (
        ("minutes.visiting", figures.visiting),
        ("minutes.exempt", figures.exempt),
        ("minutes.away", figures.away),
    ):
        if count:
            sheet.line(key, count=count)
    sheet.line(
        "minutes.present",
        count=figures.present,
        official=here.official,
        probationary=here.probationary,
    )
    came = record.marked(Mark.PRESENT)
    for key, standing in (
        ("minutes.exempt_present", StandingKind.EXEMPT),
        ("minutes.visiting_present", StandingKind.VISITING),
    ):
        named(sheet, key, (line for line in came if line.standing is standing))
    attended(sheet, record)
    _absent(sheet, "minutes.excused", figures.excused, record.marked(Mark.EXCUSED))
    _absent(sheet, "minutes.unexcused", figures.unexcused, record.marked(Mark.UNEXCUSED))
    if unmarked := headcount(record).unmarked:
        sheet.line("minutes.unmarked", count=unmarked)
    _moved(sheet, record)


def attended(sheet: Sheet, record: MeetingRecord) -> None:
    """Write how many of those required came."""
    figures = facts(record)
    sheet.line(
        "minutes.attendance",
        required=figures.required,
        present=figures.present_required,
        percent=sheet.words.percent(figures.attendance_percent),
    )


def named(sheet: Sheet, key: str, lines: Iterable[Attendance]) -> None:
    """Write a sentence with the names of members, none without any."""
    if names := [line.name for line in lines]:
        sheet.line(key, names=phrases.comrades(sheet.words, names))


def _absent(sheet: Sheet, key: str, count: int, lines: Iterable[Attendance]) -> None:
    absent = [line for line in lines if line.standing is StandingKind.ACTIVE]
    if not absent:
        return
    sheet.line(key, count=count, leads=True)
    for line in absent:
        if line.reason:
            sheet.line("minutes.absent_because", name=line.name, reason=line.reason)
        else:
            sheet.line("minutes.absent", name=line.name)


def _moved(sheet: Sheet, record: MeetingRecord) -> None:
    words = sheet.words
    for key, moves in (
        ("minutes.late", [(line.name, line.late) for line in record.roster]),
        ("minutes.left_early", [(line.name, line.left_early) for line in record.roster]),
    ):
        names = [
            words.say("person.at", name=name, time=words.clock(time))
            for name, time in moves
            if time
        ]
        if names:
            sheet.line(key, names=words.listing(names))


def leaders_and_guests(sheet: Sheet, record: MeetingRecord) -> None:
    """Write who led the meeting, who took the minutes, which guests came and which did not."""
    for key, role, named_as in (
        ("minutes.superiors", GuestRole.ASSIGNED_SUPERIOR, phrases.superior),
        ("minutes.guests", GuestRole.GUEST, phrases.guest),
    ):
        _guests(
            sheet, key, (named_as(sheet.words, g) for g in record.guests_present if g.role is role)
        )
    absent = (phrases.guest(sheet.words, guest) for guest in record.guests if not guest.came)
    _guests(sheet, "minutes.guests_absent", absent)
    for key, member in (
        ("minutes.chair", record.meeting.chair),
        ("minutes.minute_taker", record.meeting.minute_taker),
    ):
        if person := phrases.person(sheet.words, record, member):
            sheet.line(key, person=person)


def _guests(sheet: Sheet, key: str, names: Iterable[str]) -> None:
    if joined := sheet.words.say("figure.semicolon").join(names):
        sheet.line(key, names=joined)


def item(sheet: Sheet, record: MeetingRecord, point: AgendaItem, number: int) -> None:
    """Write one point of the minutes: title, text, opinions, votes, conclusion."""
    say = sheet.words.say
    spoken, votes = record.opinions_on(point.id), record.votes_on(point.id)
    presenter = phrases.presenter(sheet.words, record, point)
    sheet.item(
        say("minutes.item", number=number, title=point.title),
        say("minutes.presenter", person=presenter) if presenter else "",
        leads=any((point.body.strip(), spoken, votes, point.conclusion.strip())),
    )
    sheet.text(point.body)
    if spoken:
        sheet.text("", label=say("minutes.opinions"), leads=True)
    opinions(sheet, record, point)
    for vote in votes:
        sheet.text(phrases.vote(sheet.words, record, vote), label=say("vote.label"))
    if point.conclusion.strip():
        sheet.text(point.conclusion, label=say("minutes.conclusion"))


def opinions(sheet: Sheet, record: MeetingRecord, point: AgendaItem) -> None:
    """Write who said what to a point."""
    say = sheet.words.say
    for opinion in record.opinions_on(point.id):
        if opinion.speaker:
            key, name = "minutes.opinion", record.name_of(opinion.speaker)
        else:
            key, name = "minutes.opinion_of_guest", opinion.speaker_other
        if opinion.beforehand:
            name = say("minutes.handed_in", name=name)
        sheet.text(say(key, name=name, text=opinion.text))


def signatures(sheet: Sheet, record: MeetingRecord) -> None:
    """Write who took the minutes and who led the meeting: they sign what was there."""
    say, meeting = sheet.words.say, record.meeting
    sheet.signatures(
        Signer(say("sign.minute_taker"), record.name_of(meeting.minute_taker)),
        Signer(say("sign.chair"), record.name_of(meeting.chair)),
    )


def petitions(sheet: Sheet, record: MeetingRecord) -> None:
    """Write what people wish that the meeting passes on."""
    for petition in record.petitions:
        text = phrases.petition(sheet.words, petition)
        sheet.line("minutes.petition", source=petition.source, text=text)


def waiting(sheet: Sheet, record: MeetingRecord) -> None:
    """Write what wishes of earlier meetings still waited for on the day of this one."""
    if not record.waiting:
        return
    sheet.line("minutes.waiting", leads=True)
    for petition in record.waiting:
        known = known_on(petition, record.meeting.date)
        text = phrases.petition_standing(sheet.words, known)
        sheet.line("minutes.petition", source=petition.source, text=text)


def products(sheet: Sheet, histories: Iterable[TaskHistory]) -> None:
    """Write how much of what can be counted is there, added up by unit."""
    said = [
        sheet.words.say("task.achieved", achieved=one.achieved, amount=one.amount, unit=one.unit)
        for one in product_sums(histories)
    ]
    if said:
        sheet.line("task.products", products=sheet.words.listing(said))
