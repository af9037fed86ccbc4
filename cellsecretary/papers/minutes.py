"""The minutes of a meeting (biên bản), from the letterhead to the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import facts, headcount, presence, vote_result
from cellsecretary.core.kinds import (
    GuestRole,
    Mark,
    MeetingKind,
    MeetingState,
    Part,
    StandingKind,
    VoteMethod,
)
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.words import ended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Attendance, Guest, Opinion, Task, Vote
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words


def minutes(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the minutes of a meeting that has begun."""
    if record.meeting.state in (MeetingState.PLANNED, MeetingState.CANCELLED):
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    say, meeting = sheet.words.say, record.meeting
    sheet.letterhead(record.cell, meeting.date)
    topic = say("minutes.topic", topic=meeting.topic) if meeting.topic else ""
    sheet.title(say("minutes.name"), meeting.title, topic)
    _when_and_where(sheet, record)
    _members(sheet, record)
    _leaders_and_guests(sheet, record)
    sheet.section(say("minutes.part.opening"))
    _fees(sheet, record)
    _items(sheet, record, Part.OPENING)
    sheet.section(say("minutes.part.content"))
    _reviews(sheet, record)
    _items(sheet, record, Part.CONTENT)
    sheet.section(say("minutes.part.closing"))
    _items(sheet, record, Part.CLOSING)
    _tasks(sheet, record)
    _petitions(sheet, record)
    _documents(sheet, record)
    _ending(sheet, record)
    _signatures(sheet, record)
    _corrections(sheet, record)


def _when_and_where(sheet: Sheet, record: MeetingRecord) -> None:
    meeting, words = record.meeting, sheet.words
    date = words.long_date(meeting.date)
    if meeting.start:
        sheet.line("minutes.began", time=words.clock(meeting.start), date=date)
    else:
        sheet.line("minutes.held_on", date=date)
    if meeting.place:
        sheet.line("minutes.place", place=meeting.place)


def _members(sheet: Sheet, record: MeetingRecord) -> None:
    """Write how the register divides, then by name whoever was not simply present."""
    figures, here, words = facts(record), presence(record), sheet.words
    committee = record.meeting.kind is MeetingKind.COMMITTEE
    sheet.line(
        "minutes.summoned" if committee else "minutes.register",
        total=figures.register,
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
    sheet.line(
        "minutes.attendance",
        required=figures.required,
        present=figures.present_required,
        percent=words.percent(figures.attendance_percent),
    )
    came = record.marked(Mark.PRESENT)
    for key, standing in (
        ("minutes.exempt_present", StandingKind.EXEMPT),
        ("minutes.visiting_present", StandingKind.VISITING),
    ):
        _named(sheet, key, (line for line in came if line.standing is standing))
    _absent(sheet, "minutes.excused", figures.excused, record.marked(Mark.EXCUSED))
    _absent(sheet, "minutes.unexcused", figures.unexcused, record.marked(Mark.UNEXCUSED))
    if unmarked := headcount(record).unmarked:
        sheet.line("minutes.unmarked", count=unmarked)
    _moved(sheet, record)


def _named(sheet: Sheet, key: str, members: Iterable[Attendance]) -> None:
    names = [sheet.words.say("person.comrade", name=line.name) for line in members]
    if names:
        sheet.line(key, names=sheet.words.listing(names))


def _absent(sheet: Sheet, key: str, count: int, members: Iterable[Attendance]) -> None:
    absent = [line for line in members if line.standing is StandingKind.ACTIVE]
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


def _leaders_and_guests(sheet: Sheet, record: MeetingRecord) -> None:
    for key, role in (
        ("minutes.superiors", GuestRole.ASSIGNED_SUPERIOR),
        ("minutes.guests", GuestRole.GUEST),
    ):
        names = [_guest(sheet.words, guest) for guest in record.guests if guest.role is role]
        if names:
            sheet.line(key, names=sheet.words.say("figure.semicolon").join(names))
    for key, member in (
        ("minutes.chair", record.meeting.chair),
        ("minutes.minute_taker", record.meeting.minute_taker),
    ):
        if person := _person(sheet.words, record, member):
            sheet.line(key, person=person)


def _guest(words: Words, guest: Guest) -> str:
    if guest.title:
        return words.say("person.guest_with_title", name=guest.name, title=guest.title)
    return guest.name


def _person(words: Words, record: MeetingRecord, member: str | None) -> str:
    person = record.person(member)
    if person is None:
        return ""
    if person.post:
        return words.say("person.comrade_with_post", name=person.name, post=person.post)
    return words.say("person.comrade", name=person.name)


def _fees(sheet: Sheet, record: MeetingRecord) -> None:
    if record.meeting.fees_paid is not None:
        sheet.line("minutes.fees_paid", count=record.meeting.fees_paid)
    _named(sheet, "minutes.fees_owing", (line for line in record.roster if line.fee_owing))


def _items(sheet: Sheet, record: MeetingRecord, part: Part) -> None:
    for number, item in enumerate(record.held_agenda, 1):
        if item.part is part:
            _item(sheet, record, item, number)


def _item(sheet: Sheet, record: MeetingRecord, item: AgendaItem, number: int) -> None:
    say = sheet.words.say
    opinions, votes = record.opinions_on(item.id), record.votes_on(item.id)
    presenter = _person(sheet.words, record, item.presenter) or item.presenter_other
    sheet.item(
        say("minutes.item", number=number, title=item.title),
        say("minutes.presenter", person=presenter) if presenter else "",
        leads=any((item.body.strip(), opinions, votes, item.conclusion.strip())),
    )
    sheet.text(item.body)
    if opinions:
        sheet.text("", label=say("minutes.opinions"), leads=True)
    for opinion in opinions:
        _opinion(sheet, record, opinion)
    for vote in votes:
        _vote(sheet, record, vote)
    if item.conclusion.strip():
        sheet.text(item.conclusion, label=say("minutes.conclusion"))


def _opinion(sheet: Sheet, record: MeetingRecord, opinion: Opinion) -> None:
    say = sheet.words.say
    if opinion.speaker:
        name = record.name_of(opinion.speaker)
        sheet.text(say("minutes.opinion", name=name, text=opinion.text))
    else:
        sheet.text(say("minutes.opinion_of_guest", name=opinion.speaker_other, text=opinion.text))


def _vote(sheet: Sheet, record: MeetingRecord, vote: Vote) -> None:
    say, result = sheet.words.say, vote_result(record, vote)
    share = record.rules.vote.shares[vote.needs]
    texts = [ended(say(f"vote.{vote.method}", question=vote.question))]
    if vote.method is VoteMethod.BALLOT:
        texts.append(
            sheet.words.sentence(
                "vote.ballots",
                issued=vote.issued or 0,
                returned=vote.returned or 0,
                valid=vote.valid or 0,
                invalid=result.invalid,
            )
        )
    texts.append(
        sheet.words.sentence(
            "vote.counts",
            in_favour=vote.in_favour,
            base=result.base,
            percent=sheet.words.percent(result.percent),
            against=vote.against,
            other=vote.other,
        )
    )
    needs = say(
        "vote.needs_at_least" if share.inclusive else "vote.needs_more_than",
        share=f"{share.numerator}/{share.denominator}",
    )
    texts.append(
        sheet.words.sentence("vote.passed" if result.passed else "vote.not_passed", needs=needs)
    )
    sheet.text(" ".join(texts), label=say("vote.label"))


def _reviews(sheet: Sheet, record: MeetingRecord) -> None:
    words = sheet.words
    sheet.section(words.say("minutes.reviews"), level=1)
    for carried in record.carried:
        task, review = carried.task, record.review_of(carried.task.id)
        if review is None:
            continue
        result = words.say(f"result.{review.result}")
        if review.percent:
            result = words.say("result.with_percent", result=result, percent=review.percent)
        if review.note:
            result = words.say("result.with_note", result=result, note=review.note)
        sheet.line("minutes.review", task=_task_head(words, record, task), result=result)


def _task_head(words: Words, record: MeetingRecord, task: Task) -> str:
    return words.say("task.given", code=task.code, name=record.name_of(task.lead), what=task.what)


def _tasks(sheet: Sheet, record: MeetingRecord) -> None:
    words = sheet.words
    sheet.section(words.say("minutes.tasks"), level=1)
    for task in record.tasks:
        parts = [_task_head(words, record, task)]
        if task.helpers:
            names = [
                words.say("person.comrade", name=record.name_of(helper)) for helper in task.helpers
            ]
            parts.append(words.say("task.helpers", names=words.listing(names)))
        if task.product:
            parts.append(words.say("task.product", product=task.product))
        if task.due:
            parts.append(words.say("task.due", date=words.short_date(task.due)))
        sheet.line("minutes.task", task=words.say("figure.semicolon").join(parts))


def _petitions(sheet: Sheet, record: MeetingRecord) -> None:
    say = sheet.words.say
    sheet.section(say("minutes.petitions"), level=1)
    for petition in record.petitions:
        text = petition.text
        if petition.addressee:
            text = say("petition.addressed", text=text, addressee=petition.addressee)
        sheet.line("minutes.petition", source=petition.source, text=text)


def _documents(sheet: Sheet, record: MeetingRecord) -> None:
    say = sheet.words.say
    sheet.section(say("minutes.documents"), level=1)
    for document in record.documents:
        sheet.line(
            "minutes.document",
            type=say(f"document.{document.type}"),
            number=f"{document.number:02}",
            sign=record.rules.paper.signs[document.type],
            title=document.title,
        )


def _ending(sheet: Sheet, record: MeetingRecord) -> None:
    for reopening in record.reopenings:
        sheet.line(
            "minutes.reopened",
            revision=reopening.revision,
            date=sheet.words.short_date(reopening.at.date()),
            reason=reopening.reason,
        )
    if record.meeting.end:
        closing = sheet.words.say("minutes.closing", time=sheet.words.clock(record.meeting.end))
        sheet.text(closing.removesuffix(".") + record.rules.paper.text_end)


def _signatures(sheet: Sheet, record: MeetingRecord) -> None:
    say, meeting = sheet.words.say, record.meeting
    sheet.signatures(
        (say("sign.minute_taker"), record.name_of(meeting.minute_taker)),
        (say("sign.chair"), record.name_of(meeting.chair)),
    )


def _corrections(sheet: Sheet, record: MeetingRecord) -> None:
    """Append the corrections of closed minutes, which are signed by themselves."""
    if not record.corrections:
        return
    sheet.section(sheet.words.say("minutes.corrections"))
    for correction in record.corrections:
        date = sheet.words.long_date(correction.at.date())
        sheet.text(correction.text, label=sheet.words.say("minutes.correction", date=date))
    _signatures(sheet, record)
