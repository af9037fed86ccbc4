"""Meetings and periods in which every text of the wording is said: rare states and kinds too."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

from cellsecretary.core.charts import MOST_ROWS
from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.kinds import (
    DocumentType,
    GuestRole,
    Leaving,
    Mark,
    MeetingKind,
    MeetingState,
    Result,
    Scorer,
    StandingKind,
    YearLevel,
)
from cellsecretary.core.life_rows import Contact, RegisterCheck, YearReview
from cellsecretary.core.office_rows import Preference
from cellsecretary.core.period import PeriodRecord
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.core.preferences import PRACTICE, overlaid
from cellsecretary.core.record import Run
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import (
    Document,
    Guest,
    Meeting,
    Member,
    Opinion,
    PastMeeting,
    Petition,
    Review,
    ScoreMark,
    Standing,
    Task,
)
from cellsecretary.core.ruleset import Authority, Superior
from cellsecretary.core.score import score_sheet
from cellsecretary.papers import FORMS, PaperError, render
from cellsecretary.papers.errors import Fault
from cellsecretary.papers.recovery_sheet import book_recovery_sheet, recovery_sheet
from cellsecretary.papers.reminders import reminder_slips
from tests.papers import boards, pages, records
from tests.papers.periods import practice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.papers import Wish

    Record = MeetingRecord | PeriodRecord

DAY = dt.date(2026, 11, 3)
SENT = GuestRole.ASSIGNED_SUPERIOR
AT = dt.datetime(2026, 11, 20, 9, 0)


def busy() -> MeetingRecord:
    """A closed meeting in which everything happened that minutes can tell."""
    full = records.november()
    first, second, third, fourth, *others = full.roster
    given = full.carried[0].task
    return replace(
        full,
        meeting=replace(full.meeting, state=MeetingState.CLOSED, place=""),
        roster=(
            replace(first, late=dt.time(19, 45), left_early=dt.time(20, 30)),
            replace(second, mark=Mark.NONE),
            replace(third, mark=Mark.EXCUSED, reason=""),
            replace(fourth, mark=Mark.UNEXCUSED),
            *others,
        ),
        guests=(
            *full.guests,
            Guest("g8", "m", 8, "Ma Thị Bận", "Đảng ủy viên", SENT, came=False),
            Guest("g9", "m", 9, "Lò Văn Khách", "Trưởng thôn", GuestRole.GUEST),
        ),
        opinions=(
            *full.opinions,
            Opinion("o9", "m", full.agenda[0].id, 9, None, "Nhất trí với Uỷ ban", "Lò Văn Khách"),
            Opinion("o8", "m", full.agenda[0].id, 8, third.member, "Nên làm", beforehand=True),
        ),
        runs=tuple(Run(line.member, 0, 0, dt.date(2026, 1, 3)) for line in others),
        votes=(*full.votes, replace(full.votes[0], id="v9", position=9, in_favour=0)),
        documents=tuple(
            Document(f"d{kind}", "m", kind, number, "Về một việc", DAY)
            for number, kind in enumerate(DocumentType, 1)
        ),
        reviews=tuple(
            Review(
                *(f"r{at}", "m", carried.task.id, result, 40, "Còn thiếu vật liệu"),
                second_reader=first.member,
            )
            for at, (carried, result) in enumerate(zip(full.carried, Result, strict=False))
        ),
        tasks=(
            replace(given, id="t9", code="T99", helpers=("1", "2")),
            replace(given, id="t8", code="T98", product="Đường", amount=320, unit="m"),
            *full.tasks,
        ),
        petitions=(replace(petitions()[0], id="p9", concerns="Hộ ông Sơn"), *full.petitions),
        waiting=petitions(),
        reopenings=(Reopening("re", "m", 1, AT, "Thiếu một ý kiến"),),
        corrections=(Correction("c", "m", AT, "Số hộ là 144"),),
        revision=2,
    )


def counted() -> MeetingRecord:
    """A meeting that found a part of what it had given to do by the metre."""
    full = records.november()
    carried = tuple(
        replace(one, task=replace(one.task, amount=320, unit="m")) for one in full.carried
    )
    reviews = tuple(
        Review(one.task.id, "m", one.task.id, Result.PARTLY, 34, achieved=110) for one in carried
    )
    return replace(full, carried=carried, reviews=reviews)


def petitions() -> tuple[Petition, ...]:
    """A petition in each of its states."""
    days = (DAY, DAY, DAY)
    wish = Petition("", "m", 0, "Nhân dân xóm Giữa", "Sửa mương", "Ủy ban nhân dân xã")
    return tuple(
        replace(
            wish,
            id=f"w{steps}",
            position=steps,
            answer="Xã sẽ sửa" if steps > 1 else "",
            **dict(zip([step.value for step in PetitionStep], days[:steps], strict=False)),  # type: ignore[arg-type]
        )
        for steps in range(4)
    )


def year_of_petitions() -> PeriodRecord:
    """A quarter with a petition in each state, some from before it."""
    quarter = practice("2026-Q4")
    before = Meeting("b", dt.date(2026, 8, 3), MeetingKind.REGULAR, "", dt.time(8), "")
    raised = quarter.register.meetings[-1].id
    register = replace(
        quarter.register,
        meetings=(before, *quarter.register.meetings),
        petitions=(
            *(replace(one, meeting=raised) for one in petitions()),
            *(replace(one, id=f"b{one.id}", meeting="b") for one in petitions()),
        ),
    )
    return replace(quarter, register=register)


def bare() -> MeetingRecord:
    """A meeting of which little is known yet; those who visit do not come."""
    full = records.november()
    roster = (replace(line, mark=Mark.NONE) for line in full.roster)
    meeting = replace(full.meeting, state=MeetingState.PLANNED, chair=None, minute_taker=None)
    return replace(full, meeting=meeting, roster=tuple(roster), opinions=())


def nobody_required() -> MeetingRecord:
    """A meeting at which nobody has to be."""
    full = records.october()
    roster = (replace(line, standing=StandingKind.EXEMPT) for line in full.roster[:3])
    return replace(full, roster=tuple(roster))


def scored() -> Iterator[MeetingRecord]:
    """A meeting with a score of each class."""
    full = records.october()
    form = next(iter(full.rules.scores))
    lines = score_sheet(full, form).lines
    for share in (1.0, 0.8, 0.6, 0.2):
        marks = (
            ScoreMark(line.code, "m", form, line.code, Scorer.CELL, round(line.maximum * share))
            for line in lines
        )
        yield replace(full, scores=tuple(marks))
    given = tuple(
        ScoreMark(f"s{line.code}", "m", form, line.code, Scorer.SUPERIOR, line.maximum)
        for line in lines
    )
    for by in ("", "Quan Văn Thuận"):
        confirmed = replace(full.meeting, score_confirmed=dt.date(2026, 10, 12))
        confirmed = replace(confirmed, score_confirmed_by=by)
        yield replace(full, scores=given, meeting=confirmed)


def committee() -> MeetingRecord:
    """A committee meeting."""
    full = records.october()
    meeting = replace(full.meeting, kind=MeetingKind.COMMITTEE, title="Họp chi ủy")
    return replace(full, meeting=meeting)


def week() -> Iterator[MeetingRecord]:
    """A meeting on each day of a week."""
    full = records.october()
    for days in range(7):
        date = full.meeting.date + dt.timedelta(days=days)
        yield replace(full, meeting=replace(full.meeting, date=date))


def eventful_year() -> PeriodRecord:
    """A year with every kind of meeting, held, cancelled and on paper; members come and go."""
    year = practice("2026")
    first = year.records[0]
    kinds = [kind for kind in MeetingKind if kind is not MeetingKind.COMMITTEE]
    held = tuple(
        replace(first, meeting=replace(first.meeting, id=f"k{at}", kind=kind))
        for at, kind in enumerate(kinds)
    )
    officer, other = "Quan Văn Thuận", "Ma Thị Bận"
    visited = replace(
        first,
        guests=(Guest("g1", "", 1, officer, "", SENT), Guest("g2", "", 2, other, "", SENT, False)),
        opinions=(Opinion("o", "", first.agenda[0].id, 1, None, "Nhất trí", officer),),
    )
    confirmed = tuple(
        replace(row, score_confirmed=row.date, score_confirmed_by=officer)
        for row in year.register.meetings
    )
    unmarked = replace(bare(), meeting=replace(bare().meeting, id="u", state=MeetingState.RUNNING))
    came, went, *others = year.register.members
    ways = tuple(
        replace(one, left=dt.date(2026, 11, 1), leaving=how)
        for one, how in zip(others, Leaving, strict=False)
    )
    others = others[len(ways) :]
    members = (
        *ways,
        replace(came, entered=dt.date(2026, 2, 1)),
        replace(went, left=dt.date(2026, 11, 1), left_reason="Chuyển sinh hoạt Đảng"),
        Member("unknown", 60, "Nguyễn Văn Ba"),
        *others,
    )
    cancelled = tuple(
        Meeting(
            f"x{at}", dt.date(2026, 5, 3 + at), MeetingKind.REGULAR, "Thường kỳ", dt.time(19, 30),
            "Nhà văn hóa", MeetingState.CANCELLED, cancel_reason=reason,
        )
        for at, reason in enumerate(("Bão số 3", ""))
    )  # fmt: skip
    found = tuple(
        replace(year.register.reviews[0], id=f"r{at}", task=task.id, result=result)
        for at, (task, result) in enumerate(zip(year.register.tasks, cycle(Result), strict=False))
    )
    register = replace(
        year.register,
        members=members,
        reviews=found,
        meetings=(*confirmed, *cancelled),
        past_meetings=(PastMeeting("p", dt.date(2026, 1, 3), MeetingKind.REGULAR, 40, 38, 2, 0),),
        register_checks=(RegisterCheck("c", dt.date(2026, 7, 1), DAY, 52),),
    )
    return replace(year, register=register, records=(visited, *year.records[1:], *held, unmarked))


def year_of_tasks() -> PeriodRecord:
    """A year with a task of every timing, one of which nobody leads."""
    year = practice("2026")
    one, *_ = year.register.members
    endless = Task(
        "e", None, 0, "T0", dt.date(2026, 1, 3), "Giữ sạch đường làng", helpers=(one.id,),
        amount=2, unit="km",
    )  # fmt: skip
    register = replace(year.register, tasks=(endless, *year.register.tasks))
    return replace(year, register=register)


def year_of_figures() -> PeriodRecord:
    """A year with a cancelled meeting, and a score of its cell and of its superior for a month."""
    year = practice("2026")
    first = next(iter(scored()))
    given = tuple(
        replace(mark, id=f"{mark.id} {scorer}", scorer=scorer)
        for mark in first.scores
        for scorer in Scorer
    )
    many = tuple(
        replace(first, meeting=replace(first.meeting, date=dt.date(2026, 10, 1 + at)))
        for at in range(MOST_ROWS + 1)
    )
    register = replace(eventful_year().register, scores=given)
    return replace(year, register=register, records=many)


def reviewed_years() -> Iterator[PeriodRecord]:
    """Years in which members of every level, and the cell, were rated; and one with nobody."""
    year = practice("2026")
    one, two, three, new, *_ = year.register.members
    spans = [(DAY, None), (None, DAY), (DAY, AT.date()), (None, None)]
    standings = tuple(
        Standing(f"s{at}", one.id, StandingKind.AWAY, since, until)
        for at, (since, until) in enumerate(spans)
    )
    reviews = tuple(
        YearReview(member.id, 2026, member.id, 20, 50, level)
        for member, level in zip((one, two, three, new), YearLevel, strict=True)
    )
    members = (*year.register.members, Member("new", 90, "Lò Thị Mới", joined=DAY))
    register = replace(
        year.register,
        members=members,
        standings=(*year.register.standings, *standings),
        year_reviews=reviews,
    )
    for own in (
        YearReview("c", 2026, None, 30, 60, YearLevel.GOOD),
        YearReview("c", 2026, level=YearLevel.GOOD),
    ):
        yield replace(year, register=replace(register, year_reviews=(*reviews, own)))
    yield replace(year, register=replace(register, members=()))


def handed_over() -> PeriodRecord:
    """A year with something of everything that a successor is told of."""
    year = practice("2026")
    register, day = year.register, year.period.first
    one, *others = register.members
    probationary = Member("young", 61, "Lò Thị Non")
    span = Standing("s", one.id, StandingKind.EXEMPT, day, year.period.last)
    petition = replace(records.october().petitions[0], told=None)
    return replace(
        year,
        register=replace(
            register,
            members=(one, *others, probationary),
            standings=(span, *register.standings),
            contacts=(Contact("c", "Vi Văn Xa", since=day, until=year.period.last),),
            petitions=(petition,),
        ),
    )


def nothing_to_hand_over() -> PeriodRecord:
    """A year of a cell that has neither work nor papers."""
    year = practice("2026")
    return replace(year, register=CellRecord(year.cell), records=())


def under(record: Record, rules: RuleSet) -> Record:
    """The record as if it had been held under other rules."""
    if isinstance(record, PeriodRecord):
        held = tuple(replace(one, rules=rules) for one in record.records)
        return replace(record, records=held, rules=rules)
    return replace(record, rules=rules)


def preferring(rules: RuleSet, **values: object) -> RuleSet:
    """The rules with other choices of the office."""
    return replace(rules, paper=replace(rules.paper, **values))  # type: ignore[arg-type]


def papers(rules: RuleSet) -> Iterator[bytes]:
    """Every paper of all these records under rules; those that say most come first."""
    of_meeting = [name for name in FORMS if FORMS[name].of_meeting and name != "meeting-file"]
    of_meeting.sort(key=["resolution", "minutes"].__contains__, reverse=True)
    yield from _paper("report", practice("2026-Q4"), rules)
    for record in (busy(), bare(), committee(), nobody_required(), records.november()):
        for name in of_meeting:
            yield from _paper(name, record, rules)
    for name in ("minutes", "assignment"):
        yield from _paper(name, counted(), rules)
    helper = busy().tasks[0].helpers[0]
    yield from _paper("assignment", busy(), rules, (helper,))
    for superior, typed in ((Superior.BODY, "committee"), (Superior.COMMITTEE, "body")):
        chosen = preferring(rules, superior=superior, authority=Authority.COMMITTEE)
        term = rules.paper.wording[f"superior.{typed}"]
        cell = replace(records.cell(), superior=f"{term} xã Lưỡng Vượng")
        yield from _paper("notice", replace(records.october(), cell=cell), chosen)
    for record in scored():
        for name in ("score", "minutes", "resolution", "meeting-file"):
            yield from _paper(name, record, rules)
    for record in week():
        yield from _paper("sign-in", record, rules)
    for name, form in FORMS.items():
        for span in form.spans[:1] if name != "meeting-file" else ():
            period = {"year": "2026", "quarter": "2026-Q4", "month": "2026-10"}[span]
            yield from _paper(name, practice(period), rules)
    yield from _paper("report", eventful_year(), rules)
    yield from _paper("attendance-year", eventful_year(), rules)
    yield from _paper("year", year_of_figures(), rules)
    yield from _paper("member-tasks", year_of_tasks(), rules)
    yield from _paper("member-tasks", practice("2025"), rules)
    yield from _paper("register", eventful_year(), rules)
    for year in reviewed_years():
        for name in ("year-review", "year-review-form"):
            yield from _paper(name, year, rules)
    for name in ("petitions", "report"):
        yield from _paper(name, year_of_petitions(), rules)
    yield from _paper("petitions", practice("2025"), rules)
    for year in (handed_over(), nothing_to_hand_over()):
        for name in ("handover", "contacts"):
            yield from _paper(name, year, rules)
    yield from _paper("meeting-file", busy(), rules)
    for period in ("2026-Q4", "2026"):
        # What is filed of the meetings themselves was printed above.
        yield from _paper("meeting-file", replace(practice(period), records=()), rules)
    codes, key = ("QPZR Y9X8", "GF2T VDW0"), "age1qqq"
    yield recovery_sheet(rules, "Đảng ủy", codes, seal_key=key, signing_code="3F2A", made=DAY)
    yield book_recovery_sheet(rules, "Chi bộ thôn 3", codes[0], DAY)
    slips = [boards.missing("Chi bộ thôn 3", 2, until) for until in (DAY, None)]
    yield reminder_slips(slips, rules, boards.OFFICE)
    yield from _paper("notice", busy(), overlaid(rules, [Preference("", PRACTICE, "true")]))


def _paper(name: str, record: Record, rules: RuleSet, wish: Wish = ()) -> Iterator[bytes]:
    try:
        yield render(name, under(record, rules), wish)
    except PaperError as refused:
        if refused.fault is not Fault.NOT_FOR_THIS_MEETING:
            raise


def all_words(rules: RuleSet) -> str:
    """All letters of all papers, without case and white space."""
    return "".join(pages.quick_letters_of(pdf) for pdf in papers(rules)).casefold()
