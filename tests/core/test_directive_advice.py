"""What the superior wants disseminated is proposed once, for the meetings of its time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.advice import Point
from cellsecretary.core.change import Refusal
from cellsecretary.core.directive_advice import directive_advice, directives_for, title_of
from cellsecretary.core.kinds import MeetingKind, MeetingState, Part
from cellsecretary.core.operations.agenda import change_item, skip_item
from cellsecretary.core.operations.directives import take_up
from cellsecretary.core.operations.reply import take_reply
from cellsecretary.core.reply import DirectiveKind, DirectiveReply
from cellsecretary.core.reply_lines import SignedBy
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import NOVEMBER, OCTOBER, carry_out, context, meeting_id, record_of
from tests.replies import DOCUMENT, THEME, reply_to

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.superior_rows import Directive
    from cellsecretary.store import Book

TOPIC = replace(DOCUMENT, id="d-3", kind=DirectiveKind.TOPIC, title="Phòng cháy rừng", number="")
TITLE = "Chỉ thị về chuyển đổi số trong nông nghiệp (12-CT/ĐU, 28/10/2026)"


def sent(book: Book, *directives: DirectiveReply) -> None:
    reply = reply_to(cell_record(book).cell.id, directives=directives)
    records = lambda key: meeting_record(book, key)  # noqa: E731 - as the command has it
    carry_out(book, take_reply, cell_record(book), reply, SignedBy(), records)


def ids(book: Book, record: MeetingRecord | None = None) -> list[str]:
    found = directives_for(record or record_of(book), cell_record(book))
    return [one.id for one in found]


def directive(book: Book) -> Directive:
    return next(row for row in cell_record(book).directives if row.id == DOCUMENT.id)


def test_only_what_holds_on_the_day_of_the_meeting_is_proposed(book: Book) -> None:
    november = dt.date.fromisoformat(NOVEMBER)
    day = dt.timedelta(days=1)
    sent(
        book,
        DOCUMENT,
        replace(DOCUMENT, id="from", first=november, last=november),
        replace(DOCUMENT, id="later", first=november + day, last=november + 9 * day),
        replace(DOCUMENT, id="over", first=november - 9 * day, last=november - day),
    )
    assert sorted(ids(book)) == ["d-1", "from"]
    withdrawn = reply_to(cell_record(book).cell.id, directives=(replace(DOCUMENT, withdrawn=True),))
    args = (withdrawn, SignedBy(), lambda key: meeting_record(book, key))
    carry_out(book, take_reply, cell_record(book), *args)
    assert ids(book) == ["from"]


def test_one_that_is_taken_up_stands_behind_the_first_point_and_is_not_proposed_again(
    book: Book,
) -> None:
    sent(book, DOCUMENT, TOPIC)
    first = next(item for item in record_of(book).agenda if item.part is Part.CONTENT)
    carry_out(book, take_up, record_of(book), directive(book))
    agenda = record_of(book).agenda
    places = [item.title for item in agenda]
    assert places.index(TITLE) == places.index(first.title) + 1
    item = agenda[places.index(TITLE)]
    assert (item.part, item.minutes) == (Part.CONTENT, 5)
    assert ids(book) == [TOPIC.id]
    carry_out(book, change_item, record_of(book), replace(item, title=f"Quán triệt {TITLE}"))
    assert ids(book) == [TOPIC.id], "words around the title change nothing"
    assert title_of(replace(directive(book), number="", issued=None)) == DOCUMENT.title


def test_one_that_was_left_out_is_proposed_again(book: Book) -> None:
    sent(book, DOCUMENT)
    carry_out(book, take_up, record_of(book), directive(book))
    item = next(item for item in record_of(book).agenda if item.title == TITLE)
    carry_out(book, skip_item, record_of(book), item.id, True)
    assert ids(book) == [DOCUMENT.id]


def planned_december(book: Book) -> MeetingRecord:
    """Give the record of a meeting of December as it would be planned."""
    record = record_of(book)
    day = dt.date(2026, 12, 3)
    meeting = replace(record.meeting, id="december", date=day, state=MeetingState.PLANNED)
    return replace(record, meeting=meeting, agenda=())


def test_what_a_meeting_held_took_up_is_not_proposed_to_the_next(book: Book) -> None:
    sent(book, DOCUMENT, TOPIC)
    assert ids(book, planned_december(book)) == [DOCUMENT.id, TOPIC.id]
    carry_out(book, take_up, record_of(book), directive(book))
    assert cell_record(book).disseminated == {DOCUMENT.id}
    assert ids(book, planned_december(book)) == [TOPIC.id]


def test_a_theme_becomes_the_topic_of_a_thematic_meeting_alone(book: Book) -> None:
    sent(book, THEME)
    december = planned_december(book)
    regular, thematic = (
        replace(december, meeting=replace(december.meeting, kind=kind))
        for kind in (MeetingKind.REGULAR, MeetingKind.REGULAR_THEMATIC)
    )
    assert ids(book, regular) == []
    assert ids(book, thematic) == [THEME.id]
    running = replace(thematic.meeting, state=MeetingState.RUNNING, topic="Nêu gương")
    assert ids(book, replace(thematic, meeting=running)) == [], "its own topic is not overwritten"
    assert ids(book, replace(thematic, meeting=replace(running, topic=""))) == [THEME.id]
    answer = take_up(thematic, context(), cell_record(book).directives[0])
    assert not isinstance(answer, Refusal)
    (change,) = answer.changes
    assert change.after == replace(thematic.meeting, topic=THEME.title)
    told = replace(thematic, meeting=change.after)
    assert ids(book, told) == []


def test_closed_meetings_and_the_committee_are_offered_nothing(book: Book) -> None:
    sent(book, replace(DOCUMENT, first=dt.date(2026, 10, 1)))
    assert ids(book, record_of(book, OCTOBER)) == []
    record = record_of(book)
    committee = replace(record, meeting=replace(record.meeting, kind=MeetingKind.COMMITTEE))
    assert ids(book, committee) == []
    assert isinstance(take_up(record_of(book, OCTOBER), context(), directive(book)), Refusal)


def test_home_points_out_how_many_are_waiting(book: Book) -> None:
    assert list(directive_advice(record_of(book), cell_record(book))) == []
    sent(book, DOCUMENT)
    (one,) = directive_advice(record_of(book), cell_record(book))
    assert (one.point, one.row) == (Point.DIRECTIVES_WAITING, meeting_id(book, NOVEMBER))
    assert dict(one.words)["what"] == DOCUMENT.title
    sent(book, DOCUMENT, TOPIC)
    (one,) = directive_advice(record_of(book), cell_record(book))
    assert dict(one.words) == {"what": "", "count": "2", "date": NOVEMBER}
