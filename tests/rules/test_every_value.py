"""No rule is in Python: every value of every rule file changes a result when it is changed.

A text of the wording gets a mark that must be found on some paper; any other value of the newest
editions is replaced, and something that the program computes or prints must come out differently.
"""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.advice import cell_advice
from cellsecretary.core.change import Refusal
from cellsecretary.core.facts import (
    minimum_minutes,
    tasks_without_result,
    usual_needs,
    vote_result,
    voters_present,
    warnings,
)
from cellsecretary.core.kinds import (
    CellKind,
    Leaving,
    Mark,
    MeetingKind,
    MeetingState,
    Needs,
    Part,
    Result,
    ScoreClass,
    Shift,
    StandingKind,
    YearLevel,
)
from cellsecretary.core.life_rows import Contact, PostSpan, Term, YearReview
from cellsecretary.core.meeting_advice import meeting_advice
from cellsecretary.core.milestones import badges
from cellsecretary.core.operations.meetings import template_items
from cellsecretary.core.operations.year_review import review_year
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.plain import PlainError
from cellsecretary.core.plan import planned_day
from cellsecretary.core.record import CarriedTask, Person, Run, roster_from_register
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Member, Petition, Standing, Vote
from cellsecretary.core.ruleset import Authority, Measure, Superior
from cellsecretary.core.score import class_of, form_of, is_scored, score_sheet
from cellsecretary.core.templates import general_steps
from cellsecretary.core.terms import usual_end
from cellsecretary.core.titles import proposed_title
from cellsecretary.core.track import follow_up, preparation
from cellsecretary.core.two_hats import has_two_hats
from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.core.voices import unheard_since
from cellsecretary.core.year_plan import thematic_quarters
from cellsecretary.core.year_review import proposed_level, year_reviews
from cellsecretary.core.year_score import Points, year_score
from cellsecretary.rules import bundled
from cellsecretary.rules.rulebook import Rulebook
from cellsecretary.rules.sections import SECTIONS, read_edition
from tests.building import context
from tests.papers import rare, records
from tests.rules.files import Place, at, leaves, path_of, section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSet

TODAY = dt.date(2026, 11, 3)
POSTS = ("Bí thư", "Phó bí thư", "Chi ủy viên", "Chi uỷ viên")

OFFERED = {"choices", "prompts"}
"""Sections of which the window offers each text: tests/ui/test_offered.py looks for them there."""

UNSET = {"meeting.small_cell.fewer_than"}
"""0 stands for "the superior set nothing"; without lengths beside it no number changes anything."""


# What comes out


def preparations(rules: RuleSet) -> Iterator[object]:
    """What is pointed out about meetings of each kind, and by when documents have to be there."""
    full = records.november()
    for kind in MeetingKind:
        for date in (full.meeting.date, full.meeting.date + dt.timedelta(days=1)):
            meeting = replace(full.meeting, kind=kind, date=date)
            record = replace(full, rules=rules, meeting=meeting)
            yield minimum_minutes(record), warnings(record)
            yield preparation(record, date), meeting_advice(replace(record, tasks=()))
            closed = replace(meeting, state=MeetingState.CLOSED)
            yield follow_up(closed, record.rules, date)
            yield tasks_without_result(replace(record, reviews=()))
    for days in range(5):
        posted = full.meeting.date - dt.timedelta(days=days)
        yield warnings(replace(full, rules=rules, meeting=replace(full.meeting, posted=posted)))


def quarters(rules: RuleSet) -> Iterator[object]:
    """How many thematic meetings are wanted and were held, by kinds."""
    for kind in MeetingKind:
        held = replace(records.november().meeting, kind=kind)
        register = CellRecord(records.cell(), meetings=(held,))
        yield thematic_quarters(register, held.date.year, held.date, lambda _day: rules)


def scores(rules: RuleSet) -> Iterator[object]:
    """The score of meetings of each kind, over all figures that points follow from."""
    full = replace(records.november(), rules=rules)
    for name, form in rules.scores.items():
        yield name, form.name, [class_of(points, form.bands) for points in range(form.total + 1)]
    for kind in MeetingKind:
        record = replace(full, meeting=replace(full.meeting, kind=kind))
        yield is_scored(record), form_of(record)
    for record in (full, *_lengths(full), *_crowds(full), *_preparations(full), *_results(full)):
        yield [score_sheet(record, name) for name in rules.scores]
    regular = replace(full, meeting=replace(full.meeting, kind=MeetingKind.REGULAR))
    yield [score_sheet(regular, name) for name in rules.scores]


def yearly_scores(rules: RuleSet) -> Iterator[object]:
    """The class of a year for every mean."""
    for points in range(101):
        yield year_score([Points("m", points, 100, ScoreClass.WEAK)], rules.year_score)


def _lengths(full: MeetingRecord) -> Iterator[MeetingRecord]:
    for minutes in range(20, 130):
        end = dt.time(8 + minutes // 60, minutes % 60)
        yield replace(full, meeting=replace(full.meeting, start=dt.time(8), end=end))


def _crowds(full: MeetingRecord) -> Iterator[MeetingRecord]:
    """Meetings with every share of presence, excused or not, and of speakers; with runs."""
    opinion = full.opinions[0]
    for present in range(21):
        roster = crowd(full, 20, present)
        yield replace(full, roster=roster)
        yield replace(
            full,
            roster=tuple(
                replace(line, mark=Mark.EXCUSED) if line.mark is Mark.UNEXCUSED else line
                for line in roster
            ),
        )
        everybody = crowd(full, 20, 20)
        spoken = tuple(replace(opinion, speaker=line.member) for line in everybody[:present])
        yield replace(full, roster=everybody, opinions=spoken)
    line = replace(full.roster[0], mark=Mark.EXCUSED)
    for count in range(6):
        yield replace(full, roster=(line,), runs=(Run(line.member, count, 0),))


def _preparations(full: MeetingRecord) -> Iterator[MeetingRecord]:
    """Meetings of which more and more was prepared, and then the documents came too late."""
    day = full.meeting.date - dt.timedelta(days=2)
    steps = ("committee_met", "notified", "superior_notified", "posted", "drafted")
    for count in range(len(steps) + 1):
        done = {step: day if at < count else None for at, step in enumerate(steps)}
        yield replace(full, meeting=replace(full.meeting, **done))  # type: ignore[arg-type]
    late = replace(full.meeting, posted=full.meeting.date)
    yield replace(full, meeting=late, agenda=(), tasks=())


def _results(full: MeetingRecord) -> Iterator[MeetingRecord]:
    """Meetings with every share of tasks done, and of points written."""
    review = full.reviews[0]
    for done in range(21):
        results = [Result.DONE] * done + [Result.NOT_DONE] * (20 - done)
        reviews = (replace(review, id=str(at), result=one) for at, one in enumerate(results))
        yield replace(full, reviews=tuple(reviews))
    content = [item for item in full.agenda if item.part is Part.CONTENT]
    for written in range(len(content) + 1):
        agenda = tuple(
            replace(item, body="x" if at < written else "", conclusion="")
            for at, item in enumerate(content)
        )
        yield replace(full, agenda=agenda, opinions=(), votes=())


def runs(rules: RuleSet) -> Iterator[object]:
    """What is pointed out after so many absences, debts and carried tasks in a row."""
    full = records.november()
    line = replace(full.roster[0], mark=Mark.EXCUSED, fee_owing=True)
    for count in range(6):
        carried = (CarriedTask(full.carried[0].task, count),)
        run = (Run(line.member, count, count),)
        yield warnings(
            replace(full, rules=rules, roster=(line,), runs=run, carried=carried, reviews=())
        )


def talks(rules: RuleSet) -> Iterator[object]:
    """Whom to see after so many meetings in a row missed in each way."""
    member = Member("1", 1, "Đảng viên 1")
    held = tuple(
        replace(records.october().meeting, id=f"h{month}", date=dt.date(2026, month, 3))
        for month in range(1, 11)
    )
    line = replace(records.november().roster[0], member="1", standing=StandingKind.ACTIVE)
    for mark, owing in ((Mark.EXCUSED, False), (Mark.UNEXCUSED, False), (Mark.PRESENT, True)):
        for count in range(6):
            lines = (
                replace(line, meeting=meeting.id, mark=mark, fee_owing=owing)
                for meeting in held[10 - count :]
            )
            register = CellRecord(
                records.cell(), members=(member,), meetings=held, absences=tuple(lines)
            )
            yield cell_advice(register, TODAY, lambda _day: rules)


def wishes(rules: RuleSet) -> Iterator[object]:
    """What is pointed out of a petition, day by day."""
    meeting = replace(records.november().meeting, state=MeetingState.CLOSED)
    register = CellRecord(
        records.cell(), meetings=(meeting,), petitions=(Petition("p", meeting.id, 1, "A", "B"),)
    )
    for days in range(100):
        yield cell_advice(register, meeting.date + dt.timedelta(days=days), lambda _day: rules)


def silences(rules: RuleSet) -> Iterator[object]:
    """Since when somebody counts as unheard, by how long ago they spoke."""
    day = records.november().meeting.date
    for months in range(1, 15):
        spoke = day - dt.timedelta(days=31 * months)
        yield unheard_since([(spoke, True)], day, rules.meeting.silent_months)


def attendances(rules: RuleSet) -> Iterator[object]:
    """What is pointed out of every attendance of small cells."""
    full = replace(records.november(), rules=rules)
    for required in range(1, 21):
        for present in range(required + 1):
            yield warnings(replace(full, roster=crowd(full, required, present)))


def votes(rules: RuleSet) -> Iterator[object]:
    """Which votes pass in small cells, and who may vote."""
    full = replace(records.november(), rules=rules)
    for voters in range(1, 7):
        record = replace(full, roster=crowd(full, voters, voters))
        for needs in Needs:
            for count in range(voters + 1):
                yield vote_result(record, Vote("v", "m", "i", 1, "?", needs=needs, in_favour=count))
    for kind in MeetingKind:
        yield usual_needs(replace(full, meeting=replace(full.meeting, kind=kind)))
    visiting = replace(full.roster[0], standing=StandingKind.VISITING, mark=Mark.PRESENT)
    yield voters_present(replace(full, roster=(visiting,)))


def crowd(record: MeetingRecord, required: int, present: int) -> tuple[Any, ...]:
    line = replace(record.roster[0], standing=StandingKind.ACTIVE, official=True)
    marks = [Mark.PRESENT] * present + [Mark.UNEXCUSED] * (required - present)
    return tuple(
        replace(line, id=f"a{at}", member=f"m{at}", number=at, mark=mark)
        for at, mark in enumerate(marks)
    )


def summoned(rules: RuleSet) -> Iterator[object]:
    """Who is called to a committee meeting."""
    yield roster_from_register(rare.committee().meeting, posts(), (), rules)


def posts() -> tuple[Member, ...]:
    return tuple(
        Member(str(at), at, f"Đảng viên {at}", post=post) for at, post in enumerate(POSTS, 1)
    )


def agendas(rules: RuleSet) -> Iterator[object]:
    """The agenda and the title of a new meeting of each kind, in a cell of each kind."""
    for cell in CellKind:
        register = CellRecord(replace(records.cell(), kind=cell), members=posts())
        for kind in MeetingKind:
            meeting = replace(records.november().meeting, kind=kind)
            steps = general_steps(rules, kind, cell)
            items = template_items(register, context(), meeting, steps)
            yield [replace(item.row, id="") for item in items]
            yield proposed_title(kind, TODAY, rules)


def days_off(rules: RuleSet) -> Iterator[object]:
    """The holidays of a year, and where they move the meetings of cells to."""
    first = dt.date(rules.day.year, 1, 1)
    yield [rules.days.is_holiday(first + dt.timedelta(days=n)) for n in range(366)]
    cell = replace(records.cell(), shift=Shift.NEXT_WORKING_DAY)
    for month in range(1, 13):
        yield planned_day(cell, first.replace(month=month), rules.days)


def lives(rules: RuleSet) -> Iterator[object]:
    """What is pointed out of probations, badges and the register, day by day and year by year."""
    young = Member("1", 1, "Đảng viên 1", joined=dt.date(2025, 11, 3))
    old = Member("2", 2, "Đảng viên 2", joined=dt.date(1930, 11, 3), official=dt.date(1931, 11, 3))
    for member, days in ((young, range(-100, 500)), (old, ())):
        register = CellRecord(records.cell(), members=(member,))
        for day in days:
            yield cell_advice(register, TODAY + dt.timedelta(days=day), lambda _day: rules)
        yield [badges(register, year, rules.register) for year in range(1930, 2060)]
    gone = replace(old, left=TODAY, leaving=Leaving.TRANSFERRED)
    near = (Contact("c", "Vi Văn Xa"),)
    register = CellRecord(records.cell(), members=(gone,), contacts=near)
    for day in range(130):
        yield cell_advice(register, TODAY + dt.timedelta(days=day), lambda _day: rules)
    for post in POSTS:
        record = replace(records.november(), rules=rules)
        yield has_two_hats(record, Person("p", 1, "Đảng viên 1", post, village_head=True))
    for day in range(100):
        today = dt.date(1970, 11, 3) - dt.timedelta(days=day)
        yield cell_advice(register, today, lambda _day: rules)
    meetings = (replace(records.october().meeting, date=dt.date(2026, 11, 3)),)
    register = CellRecord(records.cell(), meetings=meetings)
    for day in range(120):
        yield cell_advice(
            register, dt.date(2026, 11, 3) + dt.timedelta(days=day), lambda _day: rules
        )


def ratings(rules: RuleSet) -> Iterator[object]:
    """Which level each number of points makes, who is rated, and how many may be outstanding."""
    for points in range(101):
        # Whatever the other group gives, the sum alone decides.
        yield proposed_level(YearReview("r", 2026, None, 0, points), rules.year_review)
    for member in (
        Member("e", 1, "Đảng viên 1"),
        *(Member("n", 2, "Đảng viên 2", joined=dt.date(2026, month, 15)) for month in range(1, 13)),
    ):
        span = Standing("s", "e", StandingKind.EXEMPT)
        register = CellRecord(records.cell(), members=(member,), standings=(span,))
        yield year_reviews(year_of(register, rules))
    for first in (True, False):
        for points in range(150):
            wanted = YearReview("", 2026, None, *((points, 0) if first else (0, points)))
            register = CellRecord(records.cell())
            yield isinstance(review_year(register, context(), wanted, rules.year_review), Refusal)
    members = tuple(Member(str(at), at, f"Đảng viên {at}") for at in range(1, 21))
    for count in range(1, 21):
        rows = tuple(
            YearReview(str(at), 2026, str(at), level=YearLevel.GOOD) for at in range(1, count + 1)
        )
        register = CellRecord(records.cell(), members=members, year_reviews=rows)
        yield year_reviews(year_of(register, rules)).most_outstanding


def year_of(register: CellRecord, rules: RuleSet) -> PeriodRecord:
    return PeriodRecord(register.cell, Period(Span.YEAR, 2026), (), register, rules)


def terms(rules: RuleSet) -> Iterator[object]:
    """How long a term is proposed to be, when its end comes near, who held a post for long."""
    yield usual_end(TODAY, rules.term)
    cell = replace(records.cell(), term_start=TODAY)
    term = Term("t", TODAY, TODAY + dt.timedelta(days=1000))
    members = tuple(Member(f"m{n}", n, f"Đảng viên {n}", post="Bí thư") for n in range(1, 6))
    earlier = [
        Term(f"t{n}", TODAY - dt.timedelta(days=100 * n), TODAY - dt.timedelta(days=100 * n - 99))
        for n in range(1, 5)
    ]
    spans = [
        PostSpan(f"{member.id}{past.id}", member.id, "Bí thư", past.since, past.until)
        for member in members
        for past in earlier[: member.number]
    ]
    register = CellRecord(cell, members, terms=(term, *earlier), post_spans=tuple(spans))
    for day in range(700, 1100):
        yield cell_advice(register, TODAY + dt.timedelta(days=day), lambda _day: rules)


RESULTS: dict[str, tuple[Callable[[RuleSet], Iterator[object]], ...]] = {
    "meeting": (preparations, silences, runs, talks, attendances, summoned, quarters, wishes),
    "vote": (votes,),
    "fixed_days": (days_off,),
    "yearly_days": (days_off,),
    "days_changed": (days_off,),
    "register": (lives,),
    "year_review": (ratings,),
    "term": (terms,),
    "agendas": (agendas,),
    "titles": (agendas,),
    "score": (scores,),
    "score_detailed": (scores,),
    "year_score": (yearly_scores,),
    "paper": (rare.papers,),
}
"""What each section bears on, what is quickly computed first."""


# What is changed


def under(name: str, edition: dict[str, Any], day: dt.date) -> RuleSet:
    """Give the rules of a day with another edition of a section; one that is refused raises."""
    editions = {one: bundled().editions(one) for one in SECTIONS}
    return Rulebook(editions | {name: [read_edition(name, edition, name)]}).on(day)


CLOSED_LISTS = (MeetingKind, Part, CellKind, Superior, Authority, ToneStyle, Measure, Needs)


def others(value: object) -> Iterator[object]:
    """Give values that might stand in the place of one; the schema decides which may."""
    match value:
        case bool():
            yield not value
        case int() | float():
            yield from (value * 2, value + 1, value - 1)
        case dt.date():
            yield value + dt.timedelta(days=11)
        case str():
            yield from (post for post in POSTS if post != value)
            yield from ("4.1", "1")  # criteria of a score
            yield "12-24"
            yield from (one.value for kind in CLOSED_LISTS for one in kind if one != value)
            yield f"{value} x"


def changed_rules(name: str, place: Place, day: dt.date) -> Iterator[RuleSet]:
    """Give the rules of a day with another value in one place, as the schema takes it."""
    for other in others(at(section(name), place)):
        edition = copy.deepcopy(section(name))
        at(edition, place[:-1])[place[-1]] = other
        if "criteria" in edition:
            keep_whole(edition, place, at(section(name), place))
        try:
            yield under(name, edition, day)
        except PlainError:
            continue


def keep_whole(form: dict[str, Any], place: Place, before: object) -> None:
    """Let a score add up after a change of points, and its heirs be found after one of a code."""
    criteria = form["criteria"]
    changed = criteria[place[1]] if place[0] == "criteria" else None
    free = [one for one in criteria if "steps" not in one and one is not changed]
    largest = max(free, key=lambda one: one["points"])
    largest["points"] += form["total"] - sum(one["points"] for one in criteria)
    if place[-1] == "code":
        assert changed is not None
        for one in criteria:
            if one.get("gives_to") == before:
                one["gives_to"] = changed["code"]


class Kept:
    """What comes out under the rules as they are, computed once and no further than is asked."""

    def __init__(self, results: Iterator[object]) -> None:
        self._results = results
        self._kept: list[object] = []

    def __iter__(self) -> Iterator[object]:
        yield from self._kept
        for result in self._results:
            self._kept.append(result)
            yield result


@cache
def kept(make: Callable[[RuleSet], Iterator[object]], day: dt.date) -> Kept:
    return Kept(make(bundled().on(day)))


def bears_on_a_result(name: str, place: Place, value: object) -> bool:
    """Tell whether another value gives another result anywhere."""
    day = value if isinstance(value, dt.date) else TODAY
    return any(
        was != becomes
        for rules in islice(changed_rules(name, place, day), 3)
        for make in RESULTS[name]
        for was, becomes in zip(kept(make, day), make(rules), strict=True)
    )


def values(name: str) -> list[tuple[Place, Any]]:
    """Give the values of the newest edition of a section, its head apart."""
    own = ("valid_from", "source", "place")
    return [(place, value) for place, value in leaves(section(name)) if place[0] not in own]


@pytest.fixture(scope="module", autouse=True)
def kept_for_this_file_alone() -> Iterator[None]:
    yield
    kept.cache_clear()


@pytest.mark.thorough
@pytest.mark.parametrize("name", RESULTS)
def test_every_value_changes_a_result(name: str) -> None:
    dead = [
        path
        for place, value in values(name)
        if (path := f"{name}.{path_of(place)}").partition("[")[0] not in UNSET
        and not bears_on_a_result(name, place, value)
    ]
    assert dead == []


def test_no_section_is_passed_over() -> None:
    assert {*RESULTS, *OFFERED, "wording"} == SECTIONS.keys()
    for path in UNSET:
        name, _, place = path.partition(".")
        assert at(section(name), tuple(place.split("."))) == 0


@pytest.mark.thorough
def test_each_text_of_the_wording_is_said_on_some_paper() -> None:
    rules = bundled().on(TODAY)
    wording = rules.paper.wording
    marks = {key: f"qz{number:03}zq" for number, key in enumerate(wording)}
    marked = {key: f"{text} {marks[key]}" for key, text in wording.items()}
    said = rare.all_words(rare.preferring(rules, wording=marked))
    assert [key for key, mark in marks.items() if mark not in said] == []


def test_each_edition_is_cited_by_where_it_comes_from() -> None:
    for name in SECTIONS:
        edition = section(name)
        newer = under(name, edition | {"source": "QĐ 1", "place": "mục 2"}, TODAY)
        assert newer.sources[name] == "QĐ 1, mục 2"
        later = under(name, edition | {"valid_from": dt.date(2030, 1, 1)}, TODAY)
        assert later.sources[name] == bundled().on(TODAY).sources[name]


def test_a_dead_value_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plant: results that do not look at votes."""
    monkeypatch.setitem(RESULTS, "vote", (summoned,))
    with pytest.raises(AssertionError, match=r"vote\.visiting_may_vote"):
        test_every_value_changes_a_result("vote")
