"""Whole histories of a cell, made by the operations in a real book: its figures hold."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.change import Context
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import Mark, MeetingKind, StandingKind
from cellsecretary.core.operations import attendance, cell, closing, meetings, members
from cellsecretary.core.period import Period, Span
from cellsecretary.core.period_figures import member_figures
from cellsecretary.core.rows import Meeting, Member
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record, meeting_record, period_record
from tests.building import done
from tests.papers import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cellsecretary.core.change import Answer
    from cellsecretary.core.period import PeriodRecord

YEAR = Period(Span.YEAR, 2026)
NOW = dt.datetime(2026, 12, 31, 8, 0)
MEETING_DAYS = [dt.date(2026, month, 3) for month in range(1, 13)]
CHAIR, TAKER = 1, 2
SEEDS = range(12)


@dataclass(frozen=True)
class Life:
    """What happens to one member; the spans are entered one after another, the earliest first."""

    number: int
    joined: dt.date = dt.date(2010, 5, 19)
    official: bool = True
    entered: dt.date | None = None
    left: dt.date | None = None
    spans: tuple[tuple[StandingKind, dt.date, dt.date | None], ...] = ()

    def is_in_cell(self, day: dt.date) -> bool:
        """Whether the member belongs to the cell on a day."""
        began = max(self.joined, self.entered or self.joined)
        return began <= day and (self.left is None or day < self.left)

    def standing(self, day: dt.date) -> StandingKind:
        """How the member stands on a day: the span that began last ended those before it."""
        begun = [span for span in self.spans if span[1] <= day]
        if not begun:
            return StandingKind.ACTIVE
        kind, _, until = begun[-1]
        return kind if until is None or day <= until else StandingKind.ACTIVE


def some_day(chance: random.Random) -> dt.date:
    return YEAR.first + dt.timedelta(days=chance.randrange(365))


def life(chance: random.Random, number: int) -> Life:
    """A member who may join, enter, leave, be exempt, be away or be visiting, at any time."""
    joined = chance.choice([dt.date(1985, 2, 3), dt.date(2025, 11, 3), some_day(chance)])
    entered = chance.choice([None, None, max(joined, some_day(chance))])
    left = chance.choice([None, None, max(entered or joined, some_day(chance))])
    days = sorted({some_day(chance) for _ in range(chance.randrange(4))})
    spans = tuple(
        (
            chance.choice(list(StandingKind)),
            day,
            chance.choice([None, day + dt.timedelta(days=chance.randrange(120))]),
        )
        for day in days
    )
    return Life(number, joined, chance.random() < 0.8, entered, left, spans)


def lives(seed: int) -> tuple[Life, ...]:
    chance = random.Random(seed)
    return (Life(CHAIR), Life(TAKER), *(life(chance, number) for number in range(3, 12)))


@dataclass
class History:
    """A book in which lives are entered and meetings held; rows are named for what they are of."""

    book: Book = field(default_factory=lambda: Book.in_memory(bundled()))
    names: dict[int, itertools.count[int]] = field(default_factory=dict)

    def context(self, number: int) -> Context:
        count = self.names.setdefault(number, itertools.count())
        return Context(NOW, lambda: f"{number}-{next(count)}")

    def apply(self, answer: Answer) -> None:
        self.book.apply(done(answer), NOW)

    def edits(self, one: Life) -> list[tuple[dt.date, Callable[[], None]]]:
        """The edits that a life takes in the register, each with the day from which it counts."""

        def enter() -> None:
            member = Member(
                "",
                one.number,
                f"Đảng viên {one.number}",
                joined=one.joined,
                official=one.joined if one.official else None,
                entered=one.entered,
            )
            self.apply(members.add_member(cell_record(self.book), self.context(one.number), member))

        def stand(span: tuple[StandingKind, dt.date, dt.date | None]) -> None:
            register, ctx = cell_record(self.book), self.context(one.number)
            self.apply(members.change_standing(register, ctx, f"{one.number}-0", *span))

        def leave() -> None:
            assert one.left is not None
            register, ctx = cell_record(self.book), self.context(one.number)
            key = f"{one.number}-0"
            self.apply(members.end_membership(register, ctx, key, one.left, "Chuyển nơi ở"))

        edits = [(dt.date.min, enter)]
        edits += [(span[1], lambda span=span: stand(span)) for span in one.spans]  # type: ignore[misc]
        if one.left is not None:
            edits.append((one.left, leave))
        return edits

    def hold(self, day: dt.date, seed: int) -> None:
        """Hold and close the meeting of a day; who is absent follows from seed, day and number."""
        register, ctx = cell_record(self.book), self.context(-day.month)
        plan = Meeting(
            "",
            day,
            MeetingKind.REGULAR,
            "Sinh hoạt thường kỳ",
            dt.time(19, 30),
            "Nhà văn hóa",
            chair=f"{CHAIR}-0",
            minute_taker=f"{TAKER}-0",
        )
        rules = self.book.rules(day)
        self.apply(meetings.plan_meeting(register, ctx, plan, rules, steps=()))
        key = f"{-day.month}-0"

        def act(operation: Callable[..., Answer], *values: object) -> None:
            self.apply(operation(meeting_record(self.book, key), ctx, *values))

        act(meetings.set_times, dt.time(19, 30), dt.time(21, 15))
        act(attendance.mark_all_present)
        for line in meeting_record(self.book, key).roster:
            chance = random.Random(f"{seed} {day} {line.number}").random()
            if line.number in (CHAIR, TAKER):
                continue
            if line.standing is StandingKind.ACTIVE and chance < 0.3:
                act(attendance.mark, line.member, Mark.EXCUSED, "Ốm")
            elif line.standing is StandingKind.ACTIVE and chance < 0.4:
                act(attendance.mark, line.member, Mark.UNEXCUSED)
            elif line.standing in (StandingKind.EXEMPT, StandingKind.VISITING) and chance < 0.5:
                act(attendance.mark, line.member, Mark.PRESENT)
        act(closing.close, cell_record(self.book), self.book.chain_head())


def begun() -> History:
    history = History()
    history.apply(cell.start_book(history.context(0), records.cell()))
    return history


@lru_cache
def entered_first(seed: int) -> PeriodRecord:
    """The year of a history whose members are entered one after another, before the meetings."""
    history = begun()
    for one in lives(seed):
        for _, edit in history.edits(one):
            edit()
    return closed_year(history, seed)


def closed_year(history: History, seed: int) -> PeriodRecord:
    for day in MEETING_DAYS:
        history.hold(day, seed)
    year = period_record(history.book, YEAR)
    history.book.close()
    return year


def figures(year: PeriodRecord) -> object:
    """Every figure of a year: of its meetings, its members, its register."""
    found, came_and_went = attendance_over_time(year), member_figures(year)
    return (
        [facts(record) for record in year.records],
        [(line.date, line.tally) for line in found.meetings],
        [(line.number, line.tally) for line in found.members],
        came_and_went.count,
        numbers(came_and_went.came),
        numbers(came_and_went.went),
    )


def numbers(found: Iterable[Member]) -> list[int]:
    return sorted(member.number for member in found)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_on_the_roster_is_in_the_cell_and_stands_as_entered(seed: int) -> None:
    for record in entered_first(seed).records:
        day = record.meeting.date
        expected = {
            one.number: (one.standing(day), one.official)
            for one in lives(seed)
            if one.is_in_cell(day)
        }
        assert expected == {line.number: (line.standing, line.official) for line in record.roster}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_share_is_one_and_every_sum_adds_up(seed: int) -> None:
    year = entered_first(seed)
    found = attendance_over_time(year)
    for record in year.records:
        said = facts(record)
        assert said.attendance_percent is not None
        assert 0 <= said.attendance_percent <= 100
        assert said.present_required + said.excused + said.unexcused == said.required
        assert said.official + said.probationary == said.register
        assert said.required + said.exempt + said.away == said.register
        assert said.vote_base <= said.official
    tallies = [line.tally for line in found.meetings]
    for tally in (*tallies, *(line.tally for line in found.members)):
        assert tally.percent is None or 0 <= tally.percent <= 100
    for name in ("required", "present", "excused", "unexcused"):
        by_member = sum(getattr(line.tally, name) for line in found.members)
        by_meeting = sum(getattr(line.tally, name) for line in found.meetings)
        assert by_member == by_meeting == getattr(found.whole, name)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_counted_before_joining_after_leaving_or_while_not_required(seed: int) -> None:
    required = {
        line.number: line.tally for line in attendance_over_time(entered_first(seed)).members
    }
    for one in lives(seed):
        days = [
            day
            for day in MEETING_DAYS
            if one.is_in_cell(day) and one.standing(day) is StandingKind.ACTIVE
        ]
        tally = required.get(one.number)
        assert (tally.required if tally else 0) == len(days)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_register_of_the_year_is_that_of_the_lives(seed: int) -> None:
    found = member_figures(entered_first(seed))
    own = [
        one
        for one in lives(seed)
        if one.is_in_cell(YEAR.last) and one.standing(YEAR.last) is not StandingKind.VISITING
    ]
    assert found.count.register == len(own)
    assert found.count.official + found.count.probationary == len(own)
    assert numbers(found.went) == [one.number for one in lives(seed) if one.left]
    assert numbers(found.came) == [one.number for one in lives(seed) if one.entered]


@pytest.mark.thorough
@pytest.mark.parametrize("seed", SEEDS)
def test_edits_of_different_members_may_come_in_any_order(seed: int) -> None:
    history, chance = begun(), random.Random(seed)
    waiting = [history.edits(one) for one in lives(seed)]
    while waiting:
        mine = chance.choice(waiting)
        mine.pop(0)[1]()
        waiting = [edits for edits in waiting if edits]
    assert figures(closed_year(history, seed)) == figures(entered_first(seed))


@pytest.mark.thorough
@pytest.mark.parametrize("seed", SEEDS)
def test_edits_may_come_on_their_day_between_the_meetings(seed: int) -> None:
    history = begun()
    waiting = sorted(
        (edit for one in lives(seed) for edit in history.edits(one)), key=lambda edit: edit[0]
    )
    for day in MEETING_DAYS:
        while waiting and waiting[0][0] <= day:
            waiting.pop(0)[1]()
        history.hold(day, seed)
    for _, edit in waiting:
        edit()
    year = period_record(history.book, YEAR)
    history.book.close()
    assert figures(year) == figures(entered_first(seed))
