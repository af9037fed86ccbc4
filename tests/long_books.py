"""Books of any length: so many monthly meetings, written as rows, all but the last one closed."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Changes, Context, insert
from cellsecretary.core.kinds import (
    DocumentType,
    Mark,
    MeetingKind,
    MeetingState,
    Part,
    Result,
    Sex,
)
from cellsecretary.core.operations import closing
from cellsecretary.core.record import roster_from_register
from cellsecretary.core.rows import (
    AgendaItem,
    Document,
    Meeting,
    Member,
    Opinion,
    Petition,
    Review,
    Task,
    Vote,
)
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import done
from tests.papers import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.rows import Row

LENGTHS = (0, 1, 12, 360)
LAST = dt.date(2026, 11, 3)
MEMBERS = 24
TASKS = 3
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Hoàng", "Nông", "Bàn", "Triệu", "Đỗ")
_GIVEN = ("Thanh", "Hòa", "Sơn", "Mai", "Đạt", "Ứng", "Yến", "Quý", "Khuê", "Lâm", "Ánh")


def long_book(meetings: int) -> Book:
    """Make a book in memory of a cell with so many meetings."""
    book = Book.in_memory(bundled())
    people = list(_members())
    _write(book, records.cell(), *people)
    register = cell_record(book)
    count = itertools.count()
    ctx = Context(dt.datetime.combine(LAST, dt.time(22)), lambda: f"r{next(count)}")
    for number in range(meetings):
        _write(book, *_meeting(book, number, _day(meetings - 1 - number), people))
        if number < meetings - 1:
            record = meeting_record(book, f"m{number}")
            answer = closing.close(record, ctx, register, book.chain_head())
            book.apply(done(answer), ctx.now)
    return book


def _write(book: Book, *rows: Row) -> None:
    changes = tuple(insert(row) for row in rows)
    book.apply(Changes(Act.START_BOOK, changes), dt.datetime.combine(LAST, dt.time(22)))


def _day(months_before: int) -> dt.date:
    month = LAST.year * 12 + LAST.month - 1 - months_before
    return dt.date(month // 12, month % 12 + 1, LAST.day)


def _members() -> Iterator[Member]:
    posts = {1: "Bí thư", 2: "Phó bí thư", 3: "Chi ủy viên"}
    for number in range(1, MEMBERS + 1):
        family, given = _FAMILIES[number % len(_FAMILIES)], _GIVEN[number % len(_GIVEN)]
        yield Member(
            f"p{number}",
            number,
            f"{family} {'Thị' if number % 3 == 0 else 'Văn'} {given}",
            sex=Sex.FEMALE if number % 3 == 0 else Sex.MALE,
            born=dt.date(1950 + number, 5, 19),
            joined=dt.date(1985, 2, 3),
            official=dt.date(1986, 2, 3),
            post=posts.get(number, ""),
        )


def _meeting(book: Book, number: int, day: dt.date, people: list[Member]) -> Iterator[Row]:
    """Give the rows of one meeting; the absent, the speakers and the leads of tasks go round."""
    key, at = f"m{number}", f"tháng {day:%m/%Y}"
    quarterly = day.month % 3 == 0
    meeting = Meeting(
        key,
        day,
        MeetingKind.REGULAR_THEMATIC if quarterly else MeetingKind.REGULAR,
        f"Sinh hoạt thường kỳ {at}",
        dt.time(19, 30),
        "Nhà văn hóa thôn 3",
        state=MeetingState.RUNNING,
        topic="Giữ rừng đầu nguồn" if quarterly else "",
        start=dt.time(19, 30),
        end=dt.time(21, 35 if quarterly else 5),
        chair="p1",
        minute_taker="p3",
        committee_met=day - dt.timedelta(days=3),
        notified=day - dt.timedelta(days=3),
        superior_notified=day - dt.timedelta(days=2),
        posted=day - dt.timedelta(days=2),
        fees_paid=MEMBERS,
    )
    yield meeting
    absent = number % (MEMBERS - 3) + 4
    for line in roster_from_register(meeting, people, (), book.rules(day)):
        away = line.number == absent
        yield replace(
            line,
            mark=Mark.EXCUSED if away else Mark.PRESENT,
            reason="Đi công tác" if away else "",
        )
    parts = (Part.OPENING, Part.CONTENT, Part.CONTENT, Part.CLOSING)
    for place, part in enumerate(parts, 1):
        yield AgendaItem(
            f"{key}-a{place}",
            key,
            place,
            part,
            f"Nội dung {place} {at}",
            "p1",
            minutes=20,
            body=f"Báo cáo {at}.",
            conclusion="Nhất trí.",
        )
    for place in range(1, 5):
        speaker = (number * 4 + place) % (MEMBERS - 3) + 4
        if speaker != absent:
            yield Opinion(
                f"{key}-o{place}", key, f"{key}-a2", place, f"p{speaker}", f"Ý kiến {place} {at}."
            )
    yield Vote(f"{key}-v", key, f"{key}-a4", 1, f"Thông qua nghị quyết {at}", in_favour=MEMBERS - 1)
    yield Document(f"{key}-d", key, DocumentType.RESOLUTION, number + 1, f"Nhiệm vụ {at}", day)
    for place in range(1, TASKS + 1):
        lead = (number + place) % MEMBERS + 1
        yield Task(
            f"{key}-t{place}",
            key,
            place,
            f"T{number * TASKS + place}",
            day,
            f"Việc {place} {at}",
            "1 báo cáo",
            f"p{lead}",
            due=day + dt.timedelta(days=20),
        )
        if number:
            found = f"m{number - 1}-t{place}"
            yield Review(f"{key}-r{place}", key, found, Result.DONE, 100)
    if number % 6 == 0:
        yield Petition(f"{key}-w", key, 1, "Nhân dân xóm Giữa", f"Kiến nghị {at}", "Đảng ủy xã")
