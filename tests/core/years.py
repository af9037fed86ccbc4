"""Years made by hand and by chance, for the figures of a year and what is drawn of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, Result, Scorer
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.record import roster_from_register
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import (
    Meeting,
    Member,
    Opinion,
    PastMeeting,
    Petition,
    Review,
    ScoreMark,
    Task,
)
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

YEAR = Period(Span.YEAR, 2026)
FORM = "score"
MEMBERS = tuple(
    Member(f"m{number}", number, f"Đảng viên {number}", official=dt.date(2020, 1, 1))
    for number in range(1, 11)
)


def meeting(day: dt.date, kind: MeetingKind = MeetingKind.REGULAR, **values: object) -> Meeting:
    """A meeting that was closed."""
    row = Meeting(f"on {day}", day, kind, "Sinh hoạt", dt.time(19), "", state=MeetingState.CLOSED)
    return replace(row, **values)  # type: ignore[arg-type]


def marks(held: Meeting, points: int, scorer: Scorer = Scorer.CELL) -> tuple[ScoreMark, ...]:
    """So many points of a hundred, given criterion by criterion as long as they last."""
    given = []
    for criterion in records.october().rules.scores[FORM].criteria:
        some = min(points, criterion.points)
        points -= some
        name = f"{held.id} {criterion.code} {scorer}"
        given.append(ScoreMark(name, held.id, FORM, criterion.code, scorer, some))
    return tuple(given)


def record(held: Meeting, present: int, speakers: int = 0, own: int | None = None) -> MeetingRecord:
    """The record of a meeting with so many present, the rest excused, and so many who spoke."""
    base = records.october()
    roster = roster_from_register(held, MEMBERS, (), base.rules)
    return replace(
        base,
        meeting=held,
        roster=tuple(
            replace(line, mark=Mark.PRESENT if at < present else Mark.EXCUSED)
            for at, line in enumerate(roster)
        ),
        opinions=tuple(
            Opinion(f"{held.id} o{at}", held.id, base.agenda[0].id, at, line.member, "Nhất trí")
            for at, line in enumerate(roster[:speakers])
        ),
        votes=(),
        documents=(),
        tasks=(),
        carried=(),
        reviews=(),
        petitions=(),
        scores=() if own is None else marks(held, own),
    )


def year(*held: MeetingRecord, period: Period = YEAR, **values: object) -> PeriodRecord:
    """The year of these meetings; `values` are further rows of the register."""
    further: dict[str, object] = {"scores": tuple(m for one in held for m in one.scores)}
    meetings = (*(one.meeting for one in held), *values.pop("meetings", ()))  # type: ignore[misc]
    register = CellRecord(records.cell(), members=MEMBERS, meetings=meetings)
    within = (one for one in held if period.first <= one.meeting.date <= period.last)
    return PeriodRecord(
        cell=register.cell,
        period=period,
        records=tuple(sorted(within, key=lambda one: one.meeting.date)),
        register=replace(register, **(further | values)),  # type: ignore[arg-type]
        rules=records.october().rules,
    )


def told(petition: Petition, day: dt.date | None) -> Petition:
    """The petition with every step done on one day."""
    return replace(petition, sent=day, answered=day, told=day)


def by_hand() -> PeriodRecord:
    """A year of ten meetings: one in another week with a reason, one without, two months missed.

    Present were 9 of 10 each time, 3 of whom spoke; scored were the first two, 95 and 84, of which
    the superior gave the first 92.
    """
    own = {1: 95, 2: 84}
    days = {month: dt.date(2026, month, 3) for month in range(1, 11)}
    days[4], days[5] = dt.date(2026, 4, 17), dt.date(2026, 5, 21)
    kinds = {3: MeetingKind.REGULAR_THEMATIC, 8: MeetingKind.REGULAR_THEMATIC}
    held = []
    for month, day in days.items():
        why = "Bão" if month == 4 else ""
        row = meeting(day, kinds.get(month, MeetingKind.REGULAR), off_day_reason=why)
        held.append(record(row, 9, 3, own.get(month)))
    first, second, third, *_ = (one.meeting for one in held)
    tasks = tuple(
        Task(f"t{at}", first.id, at, f"T{at}", first.date, "Làm đường", lead="m1", due=due)
        for at, due in enumerate((dt.date(2026, 2, 1), dt.date(2026, 3, 1), dt.date(2027, 1, 1)))
    )
    reviews = (
        Review("r0", second.id, "t0", Result.DONE),
        Review("r1", third.id, "t1", Result.NOT_DONE, note="Thiếu vật liệu"),
    )
    petitions = (
        told(Petition("p0", first.id, 0, "Nhân dân", "Sửa cống"), dt.date(2026, 6, 1)),
        Petition("p1", second.id, 0, "Nhân dân", "Lắp đèn"),
    )
    scores = (*(m for one in held for m in one.scores), *marks(first, 92, Scorer.SUPERIOR))
    return year(
        *held, tasks=tasks, reviews=reviews, petitions=petitions, scores=scores,
        meetings=(meeting(dt.date(2026, 11, 3), state=MeetingState.CANCELLED),),
    )  # fmt: skip


def many(count: int) -> PeriodRecord:
    """A year of so many meetings, each with a score of both."""
    first = dt.date(2026, 1, 1)
    held = [
        record(
            meeting(first + dt.timedelta(at * 364 // max(count, 1))),
            5 + at % 6,
            at % 5,
            60 + at % 40,
        )
        for at in range(count)
    ]
    unique = {one.meeting.id: one for one in held}.values()
    given = [m for one in unique for m in one.scores]
    given += [m for one in unique for m in marks(one.meeting, 75, Scorer.SUPERIOR)]
    return year(*unique, scores=tuple(given))


@st.composite
def years(draw: st.DrawFn) -> PeriodRecord:
    """Any year: meetings of every kind on any days, scored or not, tasks, wishes, paper."""
    days = draw(st.lists(st.dates(YEAR.first, YEAR.last), max_size=8, unique=True))
    held = []
    for day in days:
        present = draw(st.integers(0, 10))
        held.append(
            record(
                meeting(day, draw(st.sampled_from(MeetingKind))),
                present,
                draw(st.integers(0, present)),
                draw(st.none() | st.integers(0, 100)),
            )
        )
    meetings = [one.meeting for one in held]
    tasks, reviews, petitions = [], [], []
    for at, row in enumerate(
        draw(st.lists(st.sampled_from(meetings), max_size=5)) if meetings else []
    ):
        due = draw(st.none() | st.dates(YEAR.first, YEAR.last))
        tasks.append(Task(f"t{at}", row.id, at, f"T{at}", row.date, "Việc", due=due))
        wish = Petition(f"p{at}", row.id, at, "Nhân dân", "Sửa đường")
        petitions.append(told(wish, draw(st.none() | st.dates(row.date, dt.date(2027, 6, 1)))))
        reviews += [
            Review(f"r{at} {later.id}", later.id, f"t{at}", draw(st.sampled_from(Result)), note="x")
            for later in meetings
            if later.date > row.date and draw(st.booleans())
        ]
    past = tuple(
        PastMeeting(f"past {day}", day, MeetingKind.REGULAR, 10, 8, 1, 1)
        for day in draw(st.lists(st.dates(YEAR.first, YEAR.last), max_size=3, unique=True))
    )
    scores = [m for one in held for m in one.scores]
    for one in held:
        if (points := draw(st.none() | st.integers(0, 100))) is not None:
            scores += marks(one.meeting, points, Scorer.SUPERIOR)
    return year(
        *held, tasks=tuple(tasks), reviews=tuple(reviews), petitions=tuple(petitions),
        past_meetings=past, scores=tuple(scores),
    )  # fmt: skip
