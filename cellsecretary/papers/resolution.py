"""The resolutions of a meeting (nghị quyết): what was found, what is to be done, by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import DocumentType, MeetingKind, MeetingState, Part
from cellsecretary.papers import passages, phrases, task_tables
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.issuing import issue
from cellsecretary.papers.score import self_assessment
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Document
    from cellsecretary.papers.catalogue import Wish
    from cellsecretary.papers.sheet import Sheet


def resolution(sheet: Sheet, record: MeetingRecord, wish: Wish) -> None:
    """Write every resolution that a meeting adopted, each on pages of its own, or the wished ones.

    Before closing there may be none yet; then it has no number.
    """
    adopted = [
        one
        for one in record.documents
        if one.type is DocumentType.RESOLUTION and (not wish or one.id in wish)
    ]
    _insist_that_it_fits(sheet, record, adopted)
    if not adopted:
        _resolution(sheet, record, record.meeting.title)
    for place, document in enumerate(adopted):
        if place:
            sheet.begin(sheet.form)
        _resolution(sheet, record, document.title, document)


def _resolution(sheet: Sheet, record: MeetingRecord, title: str, *adopted: Document) -> None:
    say = sheet.words.say
    number = phrases.number(sheet.words, record.rules.paper, DocumentType.RESOLUTION, adopted)
    sheet.letterhead(record.cell, record.meeting.date, number)
    sheet.title(say("resolution.name"), title)
    _opening(sheet, record)
    sheet.part(say("resolution.part.evaluation"))
    _evaluation(sheet, record)
    sheet.part(say("resolution.part.direction"))
    _direction(sheet, record)
    sheet.part(say("resolution.part.assignment"))
    sheet.table(*task_tables.given(sheet.words, record.name_of, record.tasks))
    sheet.part(say("resolution.part.score"))
    self_assessment(sheet, record)
    sheet.part(say("resolution.part.petitions"))
    passages.petitions(sheet, record)
    sheet.part(say("resolution.part.votes"))
    _votes(sheet, record)
    sheet.closing(say("resolution.closing"))
    issue(sheet, record)
    _appendix(sheet, record, number)


def _insist_that_it_fits(sheet: Sheet, record: MeetingRecord, adopted: list[Document]) -> None:
    meeting = record.meeting
    held = meeting.state in (MeetingState.RUNNING, MeetingState.CLOSED)
    there = adopted or record.is_draft
    if not held or meeting.kind is MeetingKind.COMMITTEE or not there:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)


def _opening(sheet: Sheet, record: MeetingRecord) -> None:
    """Say when and where the cell met, who was there, and that it resolves what follows."""
    words, meeting, figures = sheet.words, record.meeting, facts(record)
    texts = [
        words.sentence(
            "resolution.met" if meeting.place else "resolution.met_somewhere",
            date=words.long_date(meeting.date),
            place=meeting.place,
            cell=record.cell.name,
            meeting=inside(meeting.title),
        ),
        words.sentence(
            "resolution.there",
            total=figures.register,
            present=figures.present,
            required=figures.required,
            present_required=figures.present_required,
            percent=words.percent(figures.attendance_percent),
        ),
    ]
    for key, count in (
        ("resolution.excused", figures.excused),
        ("resolution.unexcused", figures.unexcused),
        ("resolution.exempt", figures.exempt),
    ):
        if count:
            texts.append(words.sentence(key, count=count))
    if figures.duration_minutes is not None:
        texts.append(words.sentence("resolution.duration", minutes=figures.duration_minutes))
    for key, member in (
        ("minutes.chair", meeting.chair),
        ("minutes.minute_taker", meeting.minute_taker),
    ):
        if person := phrases.person(words, record, member):
            texts.append(words.sentence(key, person=person))
    if meeting.fees_paid is not None:
        texts.append(words.sentence("minutes.fees_paid", count=meeting.fees_paid))
    sheet.text(" ".join(texts))
    sheet.line("resolution.resolves", cell=record.cell.name, leads=True)


def _evaluation(sheet: Sheet, record: MeetingRecord) -> None:
    """Write what was reported to the items of the content, and the results of earlier tasks."""
    reported = [item for item in _of(record, Part.CONTENT) if item.body.strip()]
    for number, item in enumerate(reported, 1):
        _point(sheet, number, item, item.body)
    sheet.section(sheet.words.say("minutes.reviews"), level=1)
    reviews = ((carried.task, record.review_of(carried.task.id)) for carried in record.carried)
    reviewed = [(task, review) for task, review in reviews if review]
    sheet.table(*task_tables.found(sheet.words, record.name_of, reviewed))


def _direction(sheet: Sheet, record: MeetingRecord) -> None:
    concluded = [
        item for item in _of(record, Part.CONTENT, Part.CLOSING) if item.conclusion.strip()
    ]
    for number, item in enumerate(concluded, 1):
        _point(sheet, number, item, item.conclusion)


def _of(record: MeetingRecord, *parts: Part) -> list[AgendaItem]:
    return [item for item in record.held_agenda if item.part in parts]


def _point(sheet: Sheet, number: int, item: AgendaItem, text: str) -> None:
    sheet.item(sheet.words.say("minutes.item", number=number, title=item.title), leads=True)
    sheet.text(text)


def _votes(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the votes on what was decided; how the agenda was agreed on is in the minutes."""
    for item in _of(record, Part.CONTENT, Part.CLOSING):
        for vote in record.votes_on(item.id):
            sheet.text(sheet.words.say("list.line", text=phrases.vote(sheet.words, record, vote)))


def _appendix(sheet: Sheet, record: MeetingRecord, number: str) -> None:
    """Add the opinions, on pages of their own."""
    items = [item for item in record.held_agenda if record.opinions_on(item.id)]
    if not items:
        return
    say = sheet.words.say
    sheet.begin(sheet.form)
    attached = say(
        "resolution.attached",
        number=inside(number),
        date=sheet.words.short_date(record.meeting.date),
        cell=record.cell.name,
    )
    sheet.title(say("resolution.appendix"), say("resolution.opinions"), note=attached)
    for at, item in enumerate(items, 1):
        sheet.item(say("minutes.item", number=at, title=item.title), leads=True)
        passages.opinions(sheet, record, item)
