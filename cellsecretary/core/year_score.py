"""The class of a year: from the points that its meetings were given, by the rules for a year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import ScoreClass
from cellsecretary.core.score import PERCENT, class_of, form_of, is_scored, score_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import YearScoreRules


@dataclass(frozen=True, slots=True)
class Points:
    """The whole score that somebody gave one meeting, on a form of so many points."""

    meeting: str
    points: int
    total: int
    grade: ScoreClass

    @property
    def percent(self) -> Fraction:
        """The share of all points, exactly: forms may differ in their totals."""
        return Fraction(self.points * PERCENT, self.total)


@dataclass(frozen=True, slots=True)
class YearScore:
    """The mean of the scored meetings in percent of all points, exactly, and its class."""

    percent: Fraction
    grade: ScoreClass
    meetings: tuple[str, ...]


def shown(percent: Fraction) -> float:
    """Give a mean with one decimal, never more than it is, so that it fits its class."""
    return (percent * 10 // 1) / 10


def points_of(record: MeetingRecord, register: CellRecord) -> tuple[Points | None, Points | None]:
    """Give what the cell and what its superior gave a meeting, each None until it is whole.

    The superior's marks may come after the closing, so they are those of the register.
    """
    if not is_scored(record):
        return None, None
    marks = [mark for mark in register.scores if mark.meeting == record.meeting.id]
    form = form_of(record, next((mark.form for mark in marks), ""))
    sheet = score_sheet(record, form, marks)
    own = superior = None
    if sheet.own_class is not None:
        own = Points(record.meeting.id, sheet.own_points, sheet.total, sheet.own_class)
    if sheet.superior_points is not None and sheet.superior_class is not None:
        points, grade = sheet.superior_points, sheet.superior_class
        superior = Points(record.meeting.id, points, sheet.total, grade)
    return own, superior


def year_score(scores: Iterable[Points | None], rules: YearScoreRules) -> YearScore | None:
    """Give the mean of whole scores with its class, None without any."""
    given = [score for score in scores if score is not None]
    if not given:
        return None
    mean = sum((score.percent for score in given), Fraction()) / len(given)
    return YearScore(mean, class_of(mean, rules.bands), tuple(score.meeting for score in given))
