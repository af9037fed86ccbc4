"""What the program points out and never blocks, each with the place that it leads to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.attendance_advice import talks, talks_before
from cellsecretary.core.contacts import remarks_due
from cellsecretary.core.facts import (
    Warning,
)
from cellsecretary.core.kinds import MeetingState, PetitionState
from cellsecretary.core.milestones import Stage, badges_ahead, probations_ending
from cellsecretary.core.period import QUARTERS
from cellsecretary.core.petition_lines import next_step, waiting_too_long
from cellsecretary.core.register_advice import check_due
from cellsecretary.core.task_lines import gaps
from cellsecretary.core.terms import long_held, present_term
from cellsecretary.core.track import TrackState, TrackStep, follow_up
from cellsecretary.core.transfers import open_exemptions, open_transfers
from cellsecretary.core.year_plan import MonthState, month_plan, thematic_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cellsecretary.core.attendance_advice import Talk
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Task
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.year_plan import Rules


class Point(StrEnum):
    """What is pointed out; the first ten are the warnings of a meeting."""

    NOT_POSTED_IN_TIME = Warning.NOT_POSTED_IN_TIME.value
    COMMITTEE_NOT_MET = Warning.COMMITTEE_NOT_MET.value
    MEMBERS_NOT_NOTIFIED = Warning.MEMBERS_NOT_NOTIFIED.value
    SUPERIOR_NOT_NOTIFIED = Warning.SUPERIOR_NOT_NOTIFIED.value
    TOO_SHORT = Warning.TOO_SHORT.value
    ATTENDANCE_LOW = Warning.ATTENDANCE_LOW.value
    OFF_DAY = Warning.OFF_DAY.value
    FEES_OWING_TWICE = Warning.FEES_OWING_TWICE.value
    ABSENT_RUN = Warning.ABSENT_RUN.value
    TASK_CARRIED_OFTEN = Warning.TASK_CARRIED_OFTEN.value
    NOT_SCORED = "not_scored"
    SPOKE_THOUGH_ABSENT = "spoke_though_absent"
    RESOLUTION_WITHOUT_TASK = "resolution_without_task"
    NOT_CLOSED = "not_closed"
    MONTH_MISSED = "month_missed"
    MONTH_UNDECIDED = "month_undecided"
    THEMATIC_MISSING = "thematic_missing"
    THEMATIC_UNPLANNED = "thematic_unplanned"
    MINUTES_NOT_POSTED = "minutes_not_posted"
    NOT_REPORTED = "not_reported"
    PROBATION_AHEAD = "probation_ahead"
    PROBATION_SOON = "probation_soon"
    PROBATION_TODAY = "probation_today"
    PROBATION_OVERDUE = "probation_overdue"
    OFFICIAL_DAY_MISSING = "official_day_missing"
    BADGE_AHEAD = "badge_ahead"
    CHECK_DUE = "check_due"
    CHECK_LATE = "check_late"
    REMARK_DUE = "remark_due"
    TALK_EXCUSED = "talk_excused"
    TALK_MISSED = "talk_missed"
    TALK_OWING = "talk_owing"
    TALKS = "talks"
    TRANSFER_OPEN = "transfer_open"
    EXEMPTION_WITHOUT_APPLICATION = "exemption_without_application"
    EXEMPTION_WITHOUT_VOTE = "exemption_without_vote"
    SECOND_READER_MISSING = "second_reader_missing"
    PETITION_NOT_SENT = "petition_not_sent"
    PETITION_NOT_ANSWERED = "petition_not_answered"
    PETITION_NOT_TOLD = "petition_not_told"
    TERM_ENDING = "term_ending"
    TERM_ENDED = "term_ended"
    POST_LONG_HELD = "post_long_held"
    DIRECTIVES_WAITING = "directives_waiting"
    TASK_OVERDUE = "task_overdue"
    POINTS_UNWRITTEN = "points_unwritten"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing pointed out, where it is (table, row, field), and words for it.

    `pressing` says that something is late by now.
    """

    point: Point
    table: str
    row: str = ""
    field: str = ""
    words: tuple[tuple[str, str], ...] = ()
    pressing: bool = False


_FOLLOW_UP = {
    TrackStep.MINUTES_POSTED: Point.MINUTES_NOT_POSTED,
    TrackStep.REPORTED: Point.NOT_REPORTED,
}
_PROBATION = {
    Stage.AHEAD: Point.PROBATION_AHEAD,
    Stage.SOON: Point.PROBATION_SOON,
    Stage.TODAY: Point.PROBATION_TODAY,
    Stage.OVERDUE: Point.PROBATION_OVERDUE,
}
_PETITION = {
    PetitionState.TO_TELL: Point.PETITION_NOT_TOLD,
    PetitionState.TO_SEND: Point.PETITION_NOT_SENT,
    PetitionState.WAITING: Point.PETITION_NOT_ANSWERED,
}
SINGLE_TALKS = 3
"""So many members to see have a line each; more share one, so that the rest stays in view."""
AHEAD = 3
"""So many months ahead a holiday on the meeting day is pointed out; a matter of display."""


def is_clear(task: Task) -> bool:
    """Tell whether a task says who does what, with what product, by when ("rõ người, rõ việc")."""
    return bool(task.what) and not gaps(task)


def cell_advice(register: CellRecord, today: dt.date, rules: Rules) -> tuple[Advice, ...]:
    """Give what a cell should see to today, the pressing first."""
    found = [
        *_left_open(register, today),
        *_after_meetings(register, today, rules),
        *_of_the_probations(register, today, rules(today)),
        *_of_the_petitions(register, today, rules(today)),
        *_of_the_months(register, today, rules),
        *_of_the_quarters(register, today, rules),
        *_of_coming_and_going(register, today, rules(today)),
        *_of_the_talks(talks(register, today, rules)),
        *_of_the_register(register, today, rules(today)),
        *_of_the_badges(register, today, rules(today)),
        *_of_the_term(register, today, rules(today)),
    ]
    return tuple(sorted(found, key=lambda advice: not advice.pressing))


def _left_open(register: CellRecord, today: dt.date) -> Iterator[Advice]:
    for meeting in register.meetings:
        if meeting.state is MeetingState.RUNNING and meeting.date < today:
            words = (("date", meeting.date.isoformat()),)
            yield Advice(Point.NOT_CLOSED, "meetings", meeting.id, "state", words, pressing=True)


def _after_meetings(register: CellRecord, today: dt.date, rules: Rules) -> Iterator[Advice]:
    """Give what is open after the meetings of this month and of the month before."""
    since = (today.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    for meeting in register.meetings:
        if meeting.date < since:
            continue
        for line in follow_up(meeting, rules(meeting.date), today, register.receipt_of(meeting.id)):
            if not line.is_open:
                continue
            late = line.state is TrackState.OVERDUE
            words = (
                ("held", meeting.date.isoformat()),
                ("date", line.by.isoformat()),
                ("count", str(line.days) if late else ""),
            )
            point = _FOLLOW_UP[line.step]
            yield Advice(point, "meetings", meeting.id, line.step, words, pressing=late)


def _of_the_probations(register: CellRecord, today: dt.date, rules: RuleSet) -> Iterator[Advice]:
    """Give who is to be recognised as official; those past for long share one line."""
    share = rules.vote.shares[rules.register.recognition_needs]
    fraction = f"{share.numerator}/{share.denominator}"
    needs = ("share_from" if share.inclusive else "share_above", fraction)
    forgotten = []
    for one in probations_ending(register, today, rules.register):
        if one.stage is Stage.LONG_OVER:
            forgotten.append(one.member)
            continue
        words = (
            *(("who", one.member.name), ("date", one.due.isoformat())),
            *(("count", str(abs(one.days))), needs),
        )
        late = one.stage is Stage.OVERDUE
        yield Advice(_PROBATION[one.stage], "members", one.member.id, "official", words, late)
    if forgotten:
        who = forgotten[0].name if len(forgotten) == 1 else ""
        yield Advice(
            *(Point.OFFICIAL_DAY_MISSING, "members", forgotten[0].id, "official"),
            words=(("who", who), ("count", str(len(forgotten)))),
        )


def advice_before(record: MeetingRecord, register: CellRecord, rules: Rules) -> tuple[Advice, ...]:
    """Give whom to go and see before an open meeting."""
    return tuple(_of_the_talks(talks_before(record, register, rules)))


def _of_the_talks(found: Sequence[Talk]) -> Iterator[Advice]:
    """Say why to see each member; of many only who they are."""
    if len(found) > SINGLE_TALKS:
        names = ", ".join(talk.member.name for talk in found)
        words = (("who", names), ("count", str(len(found))))
        yield Advice(Point.TALKS, "members", found[0].member.id, "phone", words)
        return
    for talk in found:
        for point, count in (
            (Point.TALK_EXCUSED, talk.excused),
            (Point.TALK_MISSED, talk.missed),
            (Point.TALK_OWING, talk.owing),
        ):
            if count:
                words = (("who", talk.member.name), ("count", str(count)))
                yield Advice(point, "members", talk.member.id, "phone", words)


def _of_coming_and_going(register: CellRecord, today: dt.date, rules: RuleSet) -> Iterator[Advice]:
    for transfer in open_transfers(register, today, rules):
        late = transfer.days < 0
        words = (
            *(("who", transfer.member.name), ("date", transfer.due.isoformat())),
            ("count", str(-transfer.days) if late else ""),
        )
        here = ("members", transfer.member.id, "left_confirmed")
        yield Advice(Point.TRANSFER_OPEN, *here, words, pressing=late)
    for exemption in open_exemptions(register, today):
        point, field = Point.EXEMPTION_WITHOUT_VOTE, "decided"
        if exemption.lacks_application:
            point, field = Point.EXEMPTION_WITHOUT_APPLICATION, "applied"
        who = (("who", exemption.member.name),)
        yield Advice(point, "members", exemption.member.id, field, who)


def _of_the_register(register: CellRecord, today: dt.date, rules: RuleSet) -> Iterator[Advice]:
    """Give the quarter to compare the register for; remarks of the year that are missing."""
    due = check_due(register, today, rules.register)
    if due is not None:
        quarter = due.quarter
        point = Point.CHECK_LATE if due.late else Point.CHECK_DUE
        words = (
            ("quarter", f"{QUARTERS[quarter.number - 1]}/{quarter.year}"),
            ("date", quarter.last.isoformat()),
        )
        row = quarter.first.isoformat()
        yield Advice(point, "register_checks", row, "done", words, pressing=due.late)
    if missing := remarks_due(register, today, rules.register):
        who = missing[0].name if len(missing) == 1 else ""
        told = (("who", who), ("year", str(today.year)), ("count", str(len(missing))))
        yield Advice(Point.REMARK_DUE, "contacts", missing[0].id, "opinion_given", told)


def _of_the_badges(register: CellRecord, today: dt.date, rules: RuleSet) -> Iterator[Advice]:
    for badge in badges_ahead(register, today, rules.register):
        left = (badge.day - today).days
        words = (
            *(("who", badge.member.name), ("years", str(badge.years))),
            *(("date", badge.day.isoformat()), ("count", str(left) if left else "")),
        )
        yield Advice(Point.BADGE_AHEAD, "members", badge.member.id, "joined", words)


def _of_the_petitions(register: CellRecord, today: dt.date, rules: RuleSet) -> Iterator[Advice]:
    """Give what wishes of the people wait for too long; those that wait for the same share a line.

    The people must not wait for an answer that is there.
    """
    late = waiting_too_long(register, today, rules.meeting.petition_days)
    for state, point in _PETITION.items():
        if lines := late.get(state):
            oldest = lines[0].petition
            words = (
                ("what", oldest.text if len(lines) == 1 else ""),
                ("count", str(lines[0].days if len(lines) == 1 else len(lines))),
            )
            pressing = state is PetitionState.TO_TELL
            yield Advice(point, "petitions", oldest.id, next_step(oldest) or "", words, pressing)


def _of_the_term(register: CellRecord, today: dt.date, rules: RuleSet) -> Iterator[Advice]:
    """Give that the term ends soon or has ended, and whose posts somebody else should take then."""
    term = present_term(register)
    if term is None or term.until is None or (term.until - today).days > rules.term.end_ahead:
        return
    left = (term.until - today).days
    words = (("date", term.until.isoformat()), ("count", str(abs(left)) if left else ""))
    point = Point.TERM_ENDED if left < 0 else Point.TERM_ENDING
    yield Advice(point, "terms", term.id, "until", words, pressing=True)
    for held in long_held(register, today, rules):
        holder = (("who", held.member.name), ("name", held.post), ("count", str(held.terms)))
        yield Advice(Point.POST_LONG_HELD, "terms", term.id, "posts", holder)


def _of_the_months(register: CellRecord, today: dt.date, rules: Rules) -> Iterator[Advice]:
    """Give the month before, when it had no meeting, and those ahead that want a decision."""
    before = today.replace(day=1) - dt.timedelta(days=1)
    first = min((meeting.date for meeting in register.meetings), default=None)
    for entry in month_plan(register, before, AHEAD + 2, rules):
        state = entry.state(today)
        words = (("month", f"{entry.month:%m/%Y}"), ("date", entry.date.isoformat()))
        if state is MonthState.UNDECIDED:
            yield Advice(Point.MONTH_UNDECIDED, "month_plans", entry.month.isoformat(), "", words)
        elif state is MonthState.MISSED and first is not None and first < entry.date:
            row = entry.month.isoformat()
            yield Advice(Point.MONTH_MISSED, "month_plans", row, "", words, pressing=True)


def _of_the_quarters(register: CellRecord, today: dt.date, rules: Rules) -> Iterator[Advice]:
    """Give the quarter that wants a thematic meeting, and those of the year that lack a plan."""
    ahead = [
        quarter
        for quarter in thematic_quarters(register, today.year, today, rules)
        if quarter.missing and quarter.quarter.last >= today
    ]
    for quarter in ahead[:1]:
        if quarter.quarter.first <= today:
            last_month = quarter.quarter.months[-1]
            words = (("quarter", str(quarter.quarter.number)),)
            yield Advice(
                *(Point.THEMATIC_MISSING, "month_plans", last_month.isoformat(), "", words),
                pressing=today >= last_month,
            )
            ahead = ahead[1:]
    if ahead:
        numbers = ", ".join(str(quarter.quarter.number) for quarter in ahead)
        month = ahead[0].quarter.months[-1].isoformat()
        yield Advice(Point.THEMATIC_UNPLANNED, "month_plans", month, "", (("quarter", numbers),))
