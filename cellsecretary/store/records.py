"""The records of a book: rows put together, or the stored record of a closed meeting."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState
from cellsecretary.core.life_rows import (
    Contact,
    PostSpan,
    RegisterCheck,
    Renaming,
    Term,
    YearReview,
)
from cellsecretary.core.naming import named_on
from cellsecretary.core.office_rows import (
    DayOff,
    MonthPlan,
    PaperTrace,
    Preference,
    RuleFile,
    Template,
)
from cellsecretary.core.period import Period, PeriodRecord
from cellsecretary.core.record import (
    CarriedTask,
    MeetingRecord,
    Person,
    Run,
    merged_roster,
    roster_from_register,
)
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
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
    Vote,
)
from cellsecretary.core.superior_rows import Directive, Receipt
from cellsecretary.core.voices import unheard_since
from cellsecretary.store.closed import closed_versions, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.store.book import Book

_HELD = "state in ('running', 'closed')"
_EARLIER = (
    "select id from meetings where state != 'cancelled' and id != ? and (date, starts) < (?, ?)"
)
# Enough meetings back for every run that a rule counts, absences by standing included.
_RUN_MEETINGS = 24


@read_whole
def cell_record(book: Book) -> CellRecord:
    """Give the cell with its register, meetings, documents and tasks."""
    return CellRecord(
        cell=book.cell(),
        members=tuple(book.rows(Member, order="number, id")),
        standings=tuple(book.rows(Standing)),
        meetings=tuple(book.rows(Meeting, order="date, starts, id")),
        documents=tuple(book.rows(Document, order="date, number")),
        tasks=tuple(book.rows(Task, order="given, position")),
        reviews=tuple(book.rows(Review)),
        past_meetings=tuple(book.rows(PastMeeting, order="date")),
        preferences=tuple(book.rows(Preference, order="name")),
        month_plans=tuple(book.rows(MonthPlan, order="month")),
        days_off=tuple(book.rows(DayOff, order="date")),
        templates=tuple(book.rows(Template, order="rowid")),
        rule_files=tuple(book.rows(RuleFile, order="accepted, rowid")),
        scores=tuple(book.rows(ScoreMark, order="meeting, form, criterion, scorer")),
        petitions=tuple(book.rows(Petition, order="meeting, position")),
        renamings=tuple(book.rows(Renaming, order="since")),
        terms=tuple(book.rows(Term, order="since")),
        post_spans=tuple(book.rows(PostSpan, order="since, id")),
        contacts=tuple(book.rows(Contact, order="name, id")),
        register_checks=tuple(book.rows(RegisterCheck, order="quarter")),
        year_reviews=tuple(book.rows(YearReview, order="year, member")),
        paper_traces=tuple(book.rows(PaperTrace, order="at, rowid")),
        receipts=tuple(book.rows(Receipt, order="received, rowid")),
        directives=tuple(book.rows(Directive, order="first, rowid")),
        disseminated=_disseminated(book),
        chain=book.chain_head(),
        named=_named(book),
        absences=tuple(
            book.rows(
                Attendance,
                "(mark in ('excused', 'unexcused') or fee_owing) and meeting in (select id from "
                "meetings where state = 'closed' and kind != 'committee' "
                "order by date desc, starts desc limit ?)",
                _RUN_MEETINGS,
                order="meeting, number",
                beside=(Meeting,),
            )
        ),
    )


def _disseminated(book: Book) -> frozenset[str]:
    """Give the directives that stood on the agenda, or were the theme, of a meeting in their time.

    They are known by their titles, which is how they came onto it.
    """
    found = book.values(
        "select directives.id from directives join meetings on meetings.date between first and "
        f"last where {_HELD} and meetings.kind != 'committee' and (instr(topic, directives.title) "
        "or exists (select 1 from agenda_items where meeting = meetings.id and not skipped "
        "and instr(agenda_items.title, directives.title)))"
    )
    return frozenset(found)


def _named(book: Book) -> frozenset[str]:
    # Nearly all are found by the two indices; the other tables are read for the few that are left.
    found = book.values(
        "select id from members where exists (select 1 from attendance where member = members.id) "
        "or exists (select 1 from opinions where speaker = members.id) or id in ("
        "select presenter from agenda_items union select chair from meetings "
        "union select minute_taker from meetings union select lead from tasks "
        "union select value from tasks, json_each(tasks.helpers) "
        "union select second_reader from reviews union select member from post_spans "
        "union select member from year_reviews)"
    )
    return frozenset(found)


def meeting_record(book: Book, meeting: str) -> MeetingRecord:
    """Give a meeting: the stored record of a closed one, else its rows as they are now."""
    row = book.row(Meeting, meeting)
    if row is None:
        msg = f"no meeting {meeting}"
        raise KeyError(msg)
    if row.state is MeetingState.CLOSED:
        versions = closed_versions(book, meeting)
        if versions:
            return versions[-1]
    return _live(book, row)


def paper_traces(book: Book, meeting: str) -> tuple[PaperTrace, ...]:
    """Give what happened to the papers of a meeting, oldest first."""
    return tuple(book.rows(PaperTrace, "meeting = ?", meeting, order="at, rowid"))


@read_whole
def register_roster(book: Book, meeting: Meeting) -> tuple[Attendance, ...]:
    """Give the roster that the register of today asks for at a meeting."""
    return roster_from_register(
        meeting, book.rows(Member), book.rows(Standing), book.rules(meeting.date)
    )


@read_whole
def records_between(book: Book, first: date, last: date) -> tuple[MeetingRecord, ...]:
    """Give the meetings held from one day to another, both included."""
    held = book.values(
        f"select id from meetings where {_HELD} and date between ? and ? order by date, starts, id",
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(meeting_record(book, meeting) for meeting in held)


@read_whole
def period_record(book: Book, period: Period, today: date | None = None) -> PeriodRecord:
    """Give a month, a quarter or a year: the meetings held in it and the cell around them.

    Names and rules are those of its last day; of a time that is not over yet, those of `today`.
    """
    register = cell_record(book)
    day = period.last
    if today is not None and period.first <= today < period.last:
        day = today
    return PeriodRecord(
        cell=register.cell_on(day),
        period=period,
        records=records_between(book, period.first, period.last),
        register=register,
        rules=book.rules(day),
    )


@read_whole
def _live(book: Book, meeting: Meeting) -> MeetingRecord:
    cell = named_on(book.cell(), book.rows(Renaming), meeting.date)
    rules = book.rules(meeting.date)
    key = meeting.id
    stored = tuple(book.rows(Attendance, "meeting = ?", key, order="number, member"))
    roster = stored
    if meeting.state in (MeetingState.PLANNED, MeetingState.CANCELLED):
        roster = merged_roster(stored, register_roster(book, meeting))
    opinions = tuple(book.rows(Opinion, "meeting = ?", key, order="item, position"))
    tasks = tuple(book.rows(Task, "meeting = ?", key, order="position"))
    reviews = tuple(book.rows(Review, "meeting = ?", key))
    carried = _carried(book, meeting)
    agenda = tuple(book.rows(AgendaItem, "meeting = ?", key, order="position"))
    order = {item.id: item.position for item in agenda}
    named = {line.member for line in roster}
    named |= {opinion.speaker for opinion in opinions if opinion.speaker}
    named |= {item.presenter for item in agenda if item.presenter}
    named |= {who for who in (meeting.chair, meeting.minute_taker) if who}
    named |= {review.second_reader for review in reviews if review.second_reader}
    for task in (*tasks, *(entry.task for entry in carried)):
        named |= {*task.helpers, *({task.lead} if task.lead else ())}
    return MeetingRecord(
        cell=cell,
        meeting=meeting,
        people=_people(book, named, roster),
        roster=roster,
        guests=tuple(book.rows(Guest, "meeting = ?", key, order="position")),
        agenda=agenda,
        opinions=tuple(sorted(opinions, key=lambda o: (order.get(o.item, 0), o.position))),
        votes=tuple(
            sorted(
                book.rows(Vote, "meeting = ?", key),
                key=lambda vote: (order.get(vote.item, 0), vote.position),
            )
        ),
        documents=tuple(book.rows(Document, "meeting = ?", key, order="type, number")),
        tasks=tasks,
        carried=carried,
        reviews=reviews,
        petitions=tuple(book.rows(Petition, "meeting = ?", key, order="position")),
        runs=_runs(book, meeting, rules),
        rules=rules,
        revision=book.value(
            "select coalesce(max(revision), 0) from closed_records where meeting = ?", key
        ),
        reopenings=tuple(book.rows(Reopening, "meeting = ?", key, order="revision")),
        corrections=tuple(book.rows(Correction, "meeting = ?", key, order="at, id")),
        scores=tuple(book.rows(ScoreMark, "meeting = ?", key, order="form, criterion, scorer")),
        waiting=_waiting(book, meeting),
    )


def _people(book: Book, named: set[str], roster: tuple[Attendance, ...]) -> tuple[Person, ...]:
    heads = set(book.values("select id from members where village_head"))
    people = {
        line.member: Person(line.member, line.number, line.name, line.post, line.member in heads)
        for line in roster
    }
    missing = named - people.keys()
    if missing:
        for member in book.rows(Member):
            if member.id in missing:
                people[member.id] = Person(
                    member.id, member.number, member.name, member.post, member.village_head
                )
    return tuple(sorted(people.values(), key=lambda person: (person.number, person.id)))


def _carried(book: Book, meeting: Meeting) -> tuple[CarriedTask, ...]:
    """Give the tasks of earlier meetings that no meeting before this one found done."""
    if meeting.kind is MeetingKind.COMMITTEE:
        return ()
    before = _before(meeting)
    day = meeting.date.isoformat()
    tasks = book.rows(
        Task,
        f"given <= ? and (meeting in ({_EARLIER}) or (meeting is null and given < ?)) "
        "and not exists (select 1 from reviews where task = tasks.id and result = 'done' "
        f"and meeting in ({_EARLIER}))",
        *(day, *before, day, *before),
        order="given, position, id",
        beside=(Review, Meeting),
    )
    short = Counter(
        book.values(
            "select task from reviews where result in ('partly', 'not_done') "
            f"and meeting in ({_EARLIER}) and task in (select value from json_each(?))",
            *(*before, json.dumps([task.id for task in tasks])),
            of=(Review, Meeting),
        )
    )
    return tuple(CarriedTask(task, short[task.id]) for task in tasks)


def _waiting(book: Book, meeting: Meeting) -> tuple[Petition, ...]:
    """Give the petitions of earlier meetings whose people had no answer before this one."""
    if meeting.kind is MeetingKind.COMMITTEE:
        return ()
    place = {earlier: -at for at, earlier in enumerate(_earlier(book, meeting))}
    found = book.rows(Petition, "told is null or told >= ?", meeting.date.isoformat())
    waiting = [petition for petition in found if petition.meeting in place]
    return tuple(sorted(waiting, key=lambda one: (place[one.meeting], one.position, one.id)))


def _earlier(book: Book, meeting: Meeting) -> list[str]:
    """Give the meetings before this one, newest first, cancelled ones left out."""
    newest_first = f"{_EARLIER} order by date desc, starts desc"
    return book.values(newest_first, *_before(meeting), of=(Meeting,))


def _before(meeting: Meeting) -> tuple[str, str, str]:
    """Give the values of `_EARLIER` for what came before a meeting."""
    return meeting.id, meeting.date.isoformat(), meeting.starts.strftime("%H:%M")


def _runs(book: Book, meeting: Meeting, rules: RuleSet) -> tuple[Run, ...]:
    if meeting.kind is MeetingKind.COMMITTEE:
        return ()
    held = book.values(
        f"select json_array(id, date) from meetings where {_HELD} and kind != 'committee' "
        "and id != ? and (date, starts) < (?, ?) order by date desc, starts desc limit ?",
        *_before(meeting),
        _RUN_MEETINGS,
    )
    days = [(earlier, date.fromisoformat(day)) for earlier, day in map(json.loads, held)]
    spoken = _spoken(book, [earlier for earlier, _ in days])
    # Newest first as they are given. Whole rows would make every act slow in a large cell.
    told = book.value(
        "select json_group_array(json_array(held.key, member, mark, fee_owing)) "
        "from json_each(?) as held cross join attendance on meeting = held.value "
        "where standing = 'active'",
        json.dumps([earlier for earlier, _ in days]),
    )
    lines: defaultdict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for place, member, mark, owing in json.loads(told):
        lines[member].append((place, mark, owing))
    runs = (
        Run(
            member,
            _leading(mark == Mark.EXCUSED for _, mark, _ in history),
            _leading(owing for _, _, owing in history),
            unheard_since(
                [
                    (days[place][1], (days[place][0], member) in spoken)
                    for place, mark, _ in history
                    if mark == Mark.PRESENT
                ],
                meeting.date,
                rules.meeting.silent_months,
            ),
        )
        for member, history in lines.items()
    )
    telling = (run for run in runs if run.excused or run.owing or run.unheard)
    return tuple(sorted(telling, key=lambda run: run.member))


def _spoken(book: Book, meetings: Sequence[str]) -> set[tuple[str, str]]:
    """Give who spoke at which of these meetings."""
    told = book.value(
        "select json_group_array(json_array(meeting, speaker)) from opinions where not beforehand "
        "and speaker is not null and meeting in (select value from json_each(?))",
        json.dumps(meetings),
    )
    return {(meeting, speaker) for meeting, speaker in json.loads(told)}


def _leading(values: Iterable[object]) -> int:
    """Count those that hold before the first that does not."""
    return sum(1 for _ in takewhile(bool, values))
