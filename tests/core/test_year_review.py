"""The yearly review: facts that add up, levels by the points, a cap that is only pointed out."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.change import Change, Refusal, Why
from cellsecretary.core.kinds import Mark, MeetingState, Result, StandingKind, YearLevel
from cellsecretary.core.life_rows import PostSpan, YearReview
from cellsecretary.core.operations.year_review import review_year
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.record import MeetingRecord, roster_from_register
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting, Member, Opinion, Review, Standing, Task
from cellsecretary.core.task_history import in_time, task_histories
from cellsecretary.core.year_review import (
    LeftOut,
    YearFact,
    YearReviews,
    proposed_level,
    year_reviews,
)
from cellsecretary.rules import bundled
from tests.building import context, done
from tests.papers import records

LAST = dt.date(2026, 12, 31)
YEAR = Period(Span.YEAR, 2026)
RULES = bundled().on(LAST)
TINH = Member("m1", 1, "Lò Văn Tình", joined=dt.date(2000, 1, 1), official=dt.date(2001, 1, 1))
AN = Member("m2", 2, "Hà Thị An", joined=dt.date(2010, 5, 1), official=dt.date(2011, 5, 1))


def register(*members: Member, **rows: object) -> CellRecord:
    return CellRecord(records.cell(), members=members, **rows)  # type: ignore[arg-type]


def year(register: CellRecord, *meetings: MeetingRecord) -> PeriodRecord:
    return PeriodRecord(register.cell, YEAR, meetings, register, RULES)


def rated(register: CellRecord, **values: object) -> CellRecord:
    """The register after a review was entered, taking over what stood there."""
    wanted = YearReview("", 2026)
    known = {(one.year, one.member): one for one in register.year_reviews}
    wanted = known.get((2026, values.get("member")), wanted)  # type: ignore[arg-type]
    wanted = replace(wanted, **values)  # type: ignore[arg-type]
    changes = done(review_year(register, context(), wanted, RULES.year_review))
    return after(register, *changes.changes)


def after(register: CellRecord, *changes: Change) -> CellRecord:
    rows = {one.id: one for one in register.year_reviews}
    for change in changes:
        rows.pop(change.row.id, None)
        if isinstance(change.after, YearReview):
            rows[change.after.id] = change.after
    return replace(register, year_reviews=tuple(rows.values()))


# Who is rated


def test_the_exempt_and_the_new_are_not_rated_and_say_why() -> None:
    exempt = Standing("s", "m2", StandingKind.EXEMPT, since=dt.date(2026, 3, 1))
    new = Member("m3", 3, "Ma Văn Mới", joined=dt.date(2026, 8, 1))
    found = year_reviews(year(register(TINH, AN, new, standings=(exempt,))))
    assert [line.left_out for line in found.members] == [None, LeftOut.EXEMPT, LeftOut.NEW]
    assert [line.member for line in found.waiting] == [TINH]


def test_who_joined_six_months_before_the_year_was_over_is_rated() -> None:
    for day, left_out in ((dt.date(2026, 7, 1), None), (dt.date(2026, 7, 2), LeftOut.NEW)):
        member = replace(TINH, joined=day)
        (line,) = year_reviews(year(register(member))).members
        assert line.left_out is left_out


def test_who_is_exempt_no_more_at_the_end_is_rated_and_the_span_is_told() -> None:
    span = Standing("s", "m1", StandingKind.EXEMPT, dt.date(2026, 3, 1), dt.date(2026, 6, 1))
    (line,) = year_reviews(year(register(TINH, standings=(span,)))).members
    assert line.left_out is None
    assert line.spans == (span,)


def test_who_left_or_only_visits_is_not_of_the_list() -> None:
    left = replace(TINH, left=dt.date(2026, 10, 1))
    visits = Standing("s", "m2", StandingKind.VISITING)
    assert year_reviews(year(register(left, AN, standings=(visits,)))).members == ()


def test_the_posts_of_the_year_are_told_in_their_order() -> None:
    spans = (
        PostSpan("p2", "m1", "Bí thư", dt.date(2026, 6, 1)),
        PostSpan("p1", "m1", "Phó bí thư", dt.date(2020, 6, 1), dt.date(2026, 5, 31)),
        PostSpan("p0", "m1", "Chi ủy viên", dt.date(2015, 6, 1), dt.date(2020, 5, 31)),
    )
    (line,) = year_reviews(year(register(TINH, post_spans=spans))).members
    assert line.posts == ("Phó bí thư", "Bí thư")


# Points and levels


@pytest.mark.parametrize(
    ("general", "results", "level"),
    [
        (30, 70, YearLevel.OUTSTANDING),
        (20, 70, YearLevel.OUTSTANDING),
        (30, 59, YearLevel.GOOD),
        (0, 70, YearLevel.GOOD),
        (30, 39, YearLevel.FULFILLED),
        (30, 20, YearLevel.FULFILLED),
        (0, 49, YearLevel.NOT_FULFILLED),
        (0, 0, YearLevel.NOT_FULFILLED),
        (30, None, None),
        (None, 70, None),
    ],
)
def test_the_points_propose_a_level(
    general: int | None, results: int | None, level: YearLevel | None
) -> None:
    review = YearReview("r", 2026, None, general, results)
    assert proposed_level(review, RULES.year_review) is level


@pytest.mark.parametrize(
    ("values", "field", "most"),
    [
        ({"general": 31}, "general", "30"),
        ({"general": -1}, "general", "30"),
        ({"results": 71}, "results", "70"),
        ({"general": 30, "results": 100}, "results", "70"),
    ],
)
def test_points_out_of_range_are_refused(values: dict[str, int], field: str, most: str) -> None:
    wanted = replace(YearReview("", 2026, "m1"), **values)  # type: ignore[arg-type]
    refusal = review_year(register(TINH), context(), wanted, RULES.year_review)
    assert isinstance(refusal, Refusal)
    (problem,) = refusal.problems
    assert (problem.why, problem.row, problem.field) == (Why.POINTS_OUT_OF_RANGE, "m1", field)
    assert dict(problem.words) == {"most": most}


def test_the_level_goes_with_the_points_until_another_one_is_chosen() -> None:
    cell = rated(register(TINH), member="m1", general=28)
    assert [one.level for one in cell.year_reviews] == [None]
    cell = rated(cell, member="m1", results=65)
    assert [one.level for one in cell.year_reviews] == [YearLevel.OUTSTANDING]
    cell = rated(cell, member="m1", results=50)
    assert [one.level for one in cell.year_reviews] == [YearLevel.GOOD]
    cell = rated(cell, member="m1", level=YearLevel.FULFILLED)
    cell = rated(cell, member="m1", results=70)
    assert [one.level for one in cell.year_reviews] == [YearLevel.FULFILLED]


def test_a_review_that_says_nothing_any_more_is_taken_out() -> None:
    cell = rated(register(TINH), member="m1", general=28, note="Gương mẫu")
    cell = rated(cell, member="m1", general=None, note="")
    assert cell.year_reviews == ()


def test_the_cell_has_a_review_of_its_own() -> None:
    cell = rated(rated(register(TINH), member="m1", general=10, results=50), general=30, results=65)
    found = year_reviews(year(cell))
    assert (found.cell.points, found.cell.level) == (95, YearLevel.OUTSTANDING)
    assert (found.members[0].points, found.members[0].level) == (60, YearLevel.FULFILLED)


def test_a_stranger_cannot_be_rated() -> None:
    wanted = YearReview("", 2026, "nobody", 10, 10)
    refusal = review_year(register(TINH), context(), wanted, RULES.year_review)
    assert isinstance(refusal, Refusal)
    assert refusal.problems[0].why is Why.MEMBER_UNKNOWN


def test_undo_gives_the_review_back_as_it_was() -> None:
    cell = rated(register(TINH), member="m1", general=28, results=40)
    wanted = replace(cell.year_reviews[0], results=60)
    changes = done(review_year(cell, context(), wanted, RULES.year_review))
    changed = after(cell, *changes.changes)
    assert changed != cell
    assert after(changed, *changes.inverse().changes) == cell


def levels(*counts: int) -> YearReviews:
    """The reviews of a cell with so many members of each level."""
    rows: list[YearReview] = []
    members: list[Member] = []
    for level, count in zip(YearLevel, counts, strict=False):
        for _ in range(count):
            number = len(members) + 1
            members.append(Member(f"m{number}", number, f"Đảng viên {number}"))
            rows.append(YearReview(f"r{number}", 2026, f"m{number}", level=level))
    return year_reviews(year(register(*members, year_reviews=tuple(rows))))


@pytest.mark.parametrize(
    ("outstanding", "good", "most", "above"),
    [(0, 0, 0, 0), (1, 3, 0, 1), (1, 4, 1, 0), (2, 7, 1, 1), (2, 8, 2, 0), (10, 0, 2, 8)],
)
def test_the_cap_is_a_fifth_of_those_good_or_better(
    outstanding: int, good: int, most: int, above: int
) -> None:
    found = levels(outstanding, good, 5, 1)
    assert (found.most_outstanding, found.above_cap) == (most, above)


def test_an_exclusive_cap_is_not_reached() -> None:
    found = levels(1, 4)
    cap = replace(found.rules.outstanding_cap, inclusive=False)
    found = replace(found, rules=replace(found.rules, outstanding_cap=cap))
    assert found.most_outstanding == 0


# The facts, over random years


def random_year(seed: int) -> PeriodRecord:
    """A year of a small cell in which people come, go, are exempt, speak and do tasks."""
    chance = random.Random(seed)

    def day(least: int = 0, most: int = 364) -> dt.date:
        return YEAR.first + dt.timedelta(days=chance.randint(least, most))

    members = tuple(
        Member(
            f"m{number}", number, f"Đảng viên {number}", official=dt.date(2020, 1, 1),
            entered=day() if chance.random() < 0.3 else None,
            left=day() if chance.random() < 0.2 else None,
        )
        for number in range(1, chance.randint(2, 8))
    )  # fmt: skip
    standings = tuple(
        Standing(f"s{at}", chance.choice(members).id, chance.choice([*StandingKind]), day(0, 180),
                 chance.choice([None, day(181)]))
        for at in range(chance.randint(0, 3))
    )  # fmt: skip
    cell = register(*members, standings=standings)
    held = []
    for date in sorted({day() for _ in range(chance.randint(0, 8))}):
        meeting = replace(
            records.october().meeting, id=f"on {date}", date=date, state=MeetingState.CLOSED
        )
        roster = tuple(
            line
            if line.standing is StandingKind.AWAY
            else replace(line, mark=Mark.PRESENT)
            if line.standing is not StandingKind.ACTIVE
            else replace(line, mark=chance.choice([*Mark]))
            for line in roster_from_register(meeting, members, standings, RULES)
        )
        came = [line.member for line in roster if line.mark is Mark.PRESENT]
        opinions = tuple(
            Opinion(f"{date}{at}", meeting.id, "i", at, chance.choice(came), "Nhất trí",
                    beforehand=chance.random() < 0.2)
            for at in range(chance.randint(0, 4) if came else 0)
        )  # fmt: skip
        held.append(replace(records.october(), meeting=meeting, roster=roster, opinions=opinions))
    return with_tasks(cell, held, chance)


def with_tasks(cell: CellRecord, held: list[MeetingRecord], chance: random.Random) -> PeriodRecord:
    meetings: tuple[Meeting, ...] = tuple(one.meeting for one in held)
    tasks, reviews = [], []
    for at, meeting in enumerate(meetings):
        lead = chance.choice([None, *(one.id for one in cell.members)])
        due = meeting.date + dt.timedelta(days=chance.randint(0, 90))
        tasks.append(
            Task(f"t{at}", meeting.id, 1, f"T{at}", meeting.date, "Việc", lead=lead,
                 due=chance.choice([None, due]))
        )  # fmt: skip
        for later in meetings[at + 1 :]:
            if chance.random() < 0.5:
                result = chance.choice([*Result])
                reviews.append(Review(f"{at}{later.id}", later.id, f"t{at}", result))
                if result is Result.DONE:
                    break
    cell = replace(cell, meetings=meetings, tasks=tuple(tasks), reviews=tuple(reviews))
    return year(cell, *held)


@pytest.mark.parametrize("seed", range(60))
def test_the_facts_of_any_year_add_up(seed: int) -> None:
    period = random_year(seed)
    found = year_reviews(period)
    over_time = attendance_over_time(period)
    tallies = {line.member: line.tally for line in over_time.members}
    days = {record.meeting.id: record.meeting.date for record in period.records}
    for line in found.members:
        assert line.member
        tally = tallies.get(line.member.id)
        present, excused, unexcused = (line.fact(key) for key in [*YearFact][:3])
        if tally:
            assert (present.count, present.base) == (tally.present, tally.required)
            assert (excused.count, unexcused.count) == (tally.excused, tally.unexcused)
        else:
            assert (present.count, present.base, excused.count) == (0, 0, 0)
        for figure in line.facts:
            assert figure.percent is None or 0 <= figure.percent <= 100
            assert (figure.count > 0) == bool(figure.meetings)
            for meeting in figure.meetings:
                entered = line.member.entered
                assert figure.key in TASKS or entered is None or entered <= days[meeting]
        share = in_time(task_histories(period.register).values(), YEAR, line.member.id)
        assert line.fact(YearFact.IN_TIME).count == share.in_time
        assert line.fact(YearFact.LATE).count == share.decided - share.in_time
    whole = found.cell.fact(YearFact.PRESENT)
    assert (whole.count, whole.base) == (over_time.whole.present, over_time.whole.required)
    assert found.rated + len(found.waiting) + sum(
        line.left_out is not None for line in found.members
    ) == len(found.members)


TASKS = (YearFact.IN_TIME, YearFact.LATE, YearFact.OPEN)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_in_which_reviews_were_entered_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    period = random_year(seed)
    members = [line.member.id for line in year_reviews(period).members if line.member]
    points = {member: (chance.randint(0, 30), chance.randint(0, 70)) for member in members}
    cells = []
    for _ in range(2):
        chance.shuffle(members)
        cell = period.register
        for member in members:
            general, results = points[member]
            cell = rated(cell, member=member, general=general, results=results)
        found = year_reviews(replace(period, register=cell))
        cells.append([(line.points, line.level) for line in found.members])
        assert sum(found.count(level) for level in YearLevel) == found.rated == len(members)
        assert all(0 <= (line.points or 0) <= 100 for line in found.members)
    assert cells[0] == cells[1]
