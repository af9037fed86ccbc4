"""What is to be known before a meeting is closed, each with the place that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.advice import Advice, Point, is_clear
from cellsecretary.core.facts import (
    Warning,
    absent_runs,
    facts,
    minimum_minutes,
    owing_runs,
    tasks_carried_often,
)
from cellsecretary.core.kinds import Scorer
from cellsecretary.core.progress import unwritten_points
from cellsecretary.core.score import form_of, score_sheet
from cellsecretary.core.track import TrackStep
from cellsecretary.core.two_hats import unread_reviews
from cellsecretary.core.voices import spoke_though_absent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord

_STEPS = {
    Warning.COMMITTEE_NOT_MET: TrackStep.COMMITTEE_MET,
    Warning.MEMBERS_NOT_NOTIFIED: TrackStep.NOTIFIED,
    Warning.SUPERIOR_NOT_NOTIFIED: TrackStep.SUPERIOR_NOTIFIED,
    Warning.NOT_POSTED_IN_TIME: TrackStep.POSTED,
}


def meeting_advice(record: MeetingRecord) -> tuple[Advice, ...]:
    """Give what is to be known before a meeting is closed, in the order of its steps."""
    parts = (
        *(_of_the_plan, _of_the_people, _of_the_minutes, _of_the_voices),
        *(_of_the_tasks, _of_the_score),
    )
    return tuple(advice for part in parts for advice in part(record))


def _of_the_plan(record: MeetingRecord) -> Iterator[Advice]:
    meeting, figures = record.meeting, facts(record)
    for warning, step in _STEPS.items():
        if warning in figures.warnings:
            yield Advice(Point(warning), "meetings", meeting.id, step)
    if Warning.OFF_DAY in figures.warnings:
        yield Advice(Point.OFF_DAY, "meetings", meeting.id, "off_day_reason")
    if Warning.TOO_SHORT in figures.warnings:
        words = (("count", str(figures.duration_minutes)), ("base", str(minimum_minutes(record))))
        yield Advice(Point.TOO_SHORT, "meetings", meeting.id, "end", words)


def _of_the_people(record: MeetingRecord) -> Iterator[Advice]:
    figures = facts(record)
    if Warning.ATTENDANCE_LOW in figures.warnings:
        words = (("count", str(figures.present_required)), ("base", str(figures.required)))
        yield Advice(Point.ATTENDANCE_LOW, "attendance", record.meeting.id, words=words)
    for point, runs in (
        (Point.ABSENT_RUN, absent_runs(record)),
        (Point.FEES_OWING_TWICE, owing_runs(record)),
    ):
        for line, run in runs:
            words = (("who", line.name), ("count", str(run)))
            yield Advice(point, "attendance", line.id, "mark", words)


def _of_the_minutes(record: MeetingRecord) -> Iterator[Advice]:
    if unwritten := unwritten_points(record):
        first = unwritten[0]
        alone = len(unwritten) == 1
        words = (("title", first.title),) if alone else (("count", str(len(unwritten))),)
        yield Advice(Point.POINTS_UNWRITTEN, "agenda_items", first.id, "body", words)


def _of_the_voices(record: MeetingRecord) -> Iterator[Advice]:
    for line, opinion in spoke_though_absent(record):
        yield Advice(Point.SPOKE_THOUGH_ABSENT, "opinions", opinion.id, words=(("who", line.name),))


def _of_the_tasks(record: MeetingRecord) -> Iterator[Advice]:
    for task, count in tasks_carried_often(record):
        words = (("code", task.code), ("what", task.what), ("count", str(count)))
        yield Advice(Point.TASK_CARRIED_OFTEN, "reviews", task.id, "result", words)
    for task in unread_reviews(record):
        alone = (("code", task.code), ("who", record.name_of(task.lead)))
        yield Advice(Point.SECOND_READER_MISSING, "reviews", task.id, "second_reader", alone)
    wants_task = record.meeting.kind in record.rules.meeting.resolution_kinds
    if wants_task and record.roster_is_copied and not any(map(is_clear, record.tasks)):
        yield Advice(Point.RESOLUTION_WITHOUT_TASK, "tasks", record.meeting.id)


def _of_the_score(record: MeetingRecord) -> Iterator[Advice]:
    form = form_of(record)
    if not (form and record.roster_is_copied):
        return
    unanswered = score_sheet(record, form).unanswered
    if unanswered:
        begun = any(mark.scorer is Scorer.CELL for mark in record.scores)
        words = (("count", str(len(unanswered)) if begun else ""),)
        yield Advice(Point.NOT_SCORED, "scores", record.meeting.id, words=words)
