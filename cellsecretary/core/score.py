"""The score of a meeting: each criterion with the facts that speak for it and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from cellsecretary.core.facts import Warning, facts, minimum_minutes
from cellsecretary.core.kinds import Mark, Part, Result, ScoreClass, Scorer
from cellsecretary.core.progress import is_written
from cellsecretary.core.ruleset import Measure
from cellsecretary.core.voices import meeting_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import ScoreMark
    from cellsecretary.core.ruleset import Criterion, ScoreForm, ScoreStep

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the record knows of a measure: `count` of `base`, or a number with base 1."""

    measure: Measure
    count: int
    base: int = 1

    @property
    def value(self) -> Fraction:
        """The number, or the share in percent, exactly."""
        scale = PERCENT if self.measure.endswith("percent") else 1
        return Fraction(self.count * scale, self.base)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One criterion as it holds for the meeting.

    `proposed` follows from the evidence and is None without any; `own` is what the cell answered,
    `superior` what the superior gave.
    """

    code: str
    title: str
    maximum: int
    evidence: tuple[Evidence, ...]
    proposed: int | None
    own: int | None
    superior: int | None

    @property
    def lacks_evidence(self) -> bool:
        """Whether points were given that no fact of the record speaks for."""
        return bool(self.own) and not self.evidence


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The whole score of a meeting on one form; `form` is its name among the rules."""

    form: str
    name: str
    total: int
    lines: tuple[ScoreLine, ...]
    bands: Mapping[ScoreClass, int]

    @property
    def unanswered(self) -> tuple[ScoreLine, ...]:
        """The lines that the cell did not answer yet."""
        return tuple(line for line in self.lines if line.own is None)

    @property
    def own_points(self) -> int:
        """The sum of what the cell answered so far."""
        return sum(line.own or 0 for line in self.lines)

    @property
    def own_class(self) -> ScoreClass | None:
        """The class by the cell's own score; None until every line is answered."""
        return None if self.unanswered else self._class(self.own_points)

    @property
    def superior_points(self) -> int | None:
        """The superior's sum; None until the superior gave every line."""
        points = [line.superior for line in self.lines if line.superior is not None]
        return sum(points) if len(points) == len(self.lines) else None

    @property
    def superior_class(self) -> ScoreClass | None:
        """The class by the superior's score."""
        points = self.superior_points
        return None if points is None else self._class(points)

    def _class(self, points: int) -> ScoreClass:
        return class_of(points, self.bands)


def class_of(points: int | Fraction, bands: Mapping[ScoreClass, int]) -> ScoreClass:
    """Give the class of a score: the highest whose least points it reaches."""
    reached = [band for band, least in bands.items() if points >= least]
    return max(reached, key=lambda band: bands[band], default=ScoreClass.WEAK)


def is_scored(record: MeetingRecord) -> bool:
    """Tell whether meetings of this kind are scored at all."""
    return any(record.meeting.kind in form.kinds for form in record.rules.scores.values())


def form_of(record: MeetingRecord, usual: str = "") -> str:
    """Give the form on which a meeting is scored: that of its marks, else the usual one.

    The cell chooses: points of the superior stay on the form that they were given for. `usual` is
    the form of the last score; without one the first form of the rules holds.
    """
    own_first = sorted(record.scores, key=lambda mark: mark.scorer is not Scorer.CELL)
    marked = next((mark.form for mark in own_first), usual)
    fitting = [
        name for name, form in record.rules.scores.items() if record.meeting.kind in form.kinds
    ]
    return marked if marked in fitting else next(iter(fitting), "")


def last_form(register: CellRecord) -> str:
    """Give the form on which the cell scored its last meeting, empty before the first."""
    dates = {meeting.id: (meeting.date, meeting.starts) for meeting in register.meetings}
    last = max(register.scores, key=lambda mark: dates[mark.meeting], default=None)
    return last.form if last else ""


def with_superior(record: MeetingRecord, register: CellRecord) -> MeetingRecord:
    """Give a closed record with what the superior gave and confirmed since, as the rows have it.

    For the sheet of the score alone: nothing else of a closed meeting changes afterwards.
    """
    row = register.meeting(record.meeting.id)
    if row is None or record.is_draft:
        return record
    own = (mark for mark in record.scores if mark.scorer is not Scorer.SUPERIOR)
    given = (
        mark
        for mark in register.scores
        if mark.meeting == row.id and mark.scorer is Scorer.SUPERIOR
    )
    meeting = replace(
        record.meeting,
        score_confirmed=row.score_confirmed,
        score_confirmed_by=row.score_confirmed_by,
    )
    return replace(record, scores=(*own, *given), meeting=meeting)


def score_sheet(record: MeetingRecord, form: str, superior: Iterable[ScoreMark] = ()) -> ScoreSheet:
    """Score a meeting on a form of its rules.

    `superior` are the marks of the superior, which may come after the meeting was closed.
    """
    rules = record.rules.scores[form]
    known = _evidence(record)
    own = _points(record.scores, form, Scorer.CELL)
    given = _points(superior, form, Scorer.SUPERIOR)
    lines = []
    for criterion, maximum in applied(rules, record):
        evidence = tuple(known[measure] for measure in _measures(criterion) if measure in known)
        lines.append(
            ScoreLine(
                criterion.code,
                criterion.title,
                maximum,
                evidence,
                _proposed(criterion, known),
                own.get(criterion.code),
                given.get(criterion.code),
            )
        )
    return ScoreSheet(form, rules.name, rules.total, tuple(lines), rules.bands)


def own_score(record: MeetingRecord) -> ScoreSheet | None:
    """Give the cell's score of a meeting, None until every criterion is answered."""
    if not is_scored(record):
        return None
    scored = score_sheet(record, form_of(record))
    return None if scored.unanswered else scored


def applied(form: ScoreForm, record: MeetingRecord) -> list[tuple[Criterion, int]]:
    """Give the criteria that hold for a meeting of this kind, each with its most points.

    The points of one that does not hold go to its heir, so that the total stays.
    """
    kind = record.meeting.kind
    holds = [c for c in form.criteria if not c.applies_when or kind in c.applies_when]
    inherited: dict[str, int] = {}
    for criterion in form.criteria:
        if criterion not in holds:
            heir = criterion.gives_to
            inherited[heir] = inherited.get(heir, 0) + criterion.points
    return [(c, c.points + inherited.get(c.code, 0)) for c in holds]


def _points(marks: Iterable[ScoreMark], form: str, scorer: Scorer) -> dict[str, int]:
    return {
        mark.criterion: mark.points for mark in marks if mark.form == form and mark.scorer is scorer
    }


def _measures(criterion: Criterion) -> list[Measure]:
    """Give the measures of a criterion, each once, in the order of its steps."""
    return list(dict.fromkeys(step.measure for step in criterion.steps))


def _proposed(criterion: Criterion, known: Mapping[Measure, Evidence]) -> int | None:
    """Give the points of the first step that holds; None while a measure is not known."""
    measures = _measures(criterion)
    if not measures or any(measure not in known for measure in measures):
        return None
    return next(
        (step.points for step in criterion.steps if _holds(step, known[step.measure].value)),
        criterion.otherwise,
    )


def _holds(step: ScoreStep, value: Fraction) -> bool:
    return (
        (step.at_least is None or value >= step.at_least)
        and (step.more_than is None or value > step.more_than)
        and (step.at_most is None or value <= step.at_most)
    )


# The measures


def _evidence(record: MeetingRecord) -> dict[Measure, Evidence]:
    """Give what the record knows of each measure; what is not known yet is left out."""
    known = {}
    for measure, find in _FINDERS.items():
        found = find(record)
        if found is not None:
            count, base = found
            known[measure] = Evidence(measure, count, base)
    return known


Found = tuple[int, int] | None


def _share(count: int, base: int) -> Found:
    return (count, base) if base else None


def _number(count: int) -> Found:
    return count, 1


def _minutes_missing(record: MeetingRecord) -> Found:
    duration = facts(record).duration_minutes
    return None if duration is None else _number(max(0, minimum_minutes(record) - duration))


def _duration(record: MeetingRecord) -> Found:
    duration = facts(record).duration_minutes
    return None if duration is None else _share(duration, minimum_minutes(record))


def _attendance(record: MeetingRecord) -> Found:
    figures = facts(record)
    if not record.roster_is_copied:
        return None
    return _share(figures.present_required, figures.required)


def _unexcused(record: MeetingRecord) -> Found:
    return _number(facts(record).unexcused) if record.roster_is_copied else None


def _longest_absence(record: MeetingRecord) -> Found:
    """Give the longest run of excused absences that this meeting is part of."""
    if not record.roster_is_copied:
        return None
    before = {run.member: run.excused for run in record.runs}
    runs = (before.get(line.member, 0) + 1 for line in record.marked(Mark.EXCUSED))
    return _number(max(runs, default=0))


_PREPARATION = (
    Warning.COMMITTEE_NOT_MET,
    Warning.MEMBERS_NOT_NOTIFIED,
    Warning.SUPERIOR_NOT_NOTIFIED,
    Warning.NOT_POSTED_IN_TIME,
)


def _prepared(record: MeetingRecord, *steps: Warning) -> int | None:
    """Count the steps of the preparation that were done in time; None where none is asked for."""
    if record.meeting.kind not in record.rules.meeting.prepared_kinds:
        return None
    missing = facts(record).warnings
    return sum(step not in missing for step in steps)


def _prepared_share(record: MeetingRecord) -> Found:
    done = _prepared(record, *_PREPARATION)
    return None if done is None else _share(done, len(_PREPARATION))


def _all_prepared(*steps: Warning) -> Callable[[MeetingRecord], Found]:
    def find(record: MeetingRecord) -> Found:
        done = _prepared(record, *steps)
        return None if done is None else _number(int(done == len(steps)))

    return find


def _drafted(record: MeetingRecord) -> Found:
    drafted = record.meeting.drafted
    return _number(int(drafted is not None and drafted <= record.meeting.date))


def _written(record: MeetingRecord) -> Found:
    items = [item for item in record.held_agenda if item.part is Part.CONTENT]
    return _share(sum(is_written(record, item) for item in items), len(items))


def _speakers(record: MeetingRecord) -> Found:
    voice = meeting_voice(record)
    return _share(voice.spoke, voice.present)


def _tasks_done(record: MeetingRecord) -> Found:
    """Give how many of the tasks that were due a result are done."""
    results = [review.result for review in record.reviews if review.result is not Result.ONGOING]
    return _share(results.count(Result.DONE), len(results))


_FINDERS: Mapping[Measure, Callable[[MeetingRecord], Found]] = {
    Measure.MINUTES_MISSING: _minutes_missing,
    Measure.DURATION_PERCENT: _duration,
    Measure.ATTENDANCE_PERCENT: _attendance,
    Measure.UNEXCUSED: _unexcused,
    Measure.LONGEST_ABSENCE: _longest_absence,
    Measure.PREPARED_PERCENT: _prepared_share,
    Measure.COMMITTEE_MET: _all_prepared(Warning.COMMITTEE_NOT_MET),
    Measure.DRAFTED: _drafted,
    Measure.NOTIFIED: _all_prepared(Warning.MEMBERS_NOT_NOTIFIED, Warning.SUPERIOR_NOT_NOTIFIED),
    Measure.POSTED: lambda record: _number(int(record.meeting.posted is not None)),
    Measure.POSTED_IN_TIME: _all_prepared(Warning.NOT_POSTED_IN_TIME),
    Measure.AGENDA_ITEMS: lambda record: _number(len(record.held_agenda)),
    Measure.WRITTEN_PERCENT: _written,
    Measure.SPEAKERS_PERCENT: _speakers,
    Measure.TASKS_DONE_PERCENT: _tasks_done,
    Measure.TASKS_GIVEN: lambda record: _number(len(record.tasks)),
}
