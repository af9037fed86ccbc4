"""What the cells of a board come to in a month, a quarter or a year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import NOTHING, Tally
from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import OF_THE_MONTH, MeetingKind, ScoreClass
from cellsecretary.core.period import Period, Span, period_with
from cellsecretary.core.petition_lines import petition_state
from cellsecretary.core.visits import officer_key
from cellsecretary.core.year_score import Points, YearScore, year_score

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from cellsecretary.core.board.grid import CellLine, GridLine
    from cellsecretary.core.board.versions import BoardMeeting
    from cellsecretary.core.board_rows import MeetingScore, PetitionAnswer
    from cellsecretary.core.kinds import PetitionState
    from cellsecretary.core.rows import Petition
    from cellsecretary.core.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Thematic:
    """How many thematic meetings a quarter had, of those that the rules want."""

    quarter: Period
    held: int
    wanted: int


@dataclass(frozen=True, slots=True)
class CellSums:
    """One cell in a period.

    `expected` are the months whose minutes are due or here, `held` those that they came for, on
    paper or not, `known` those with figures, `on_day` those of them held on their day. `own` is
    the cell's score, `superior` that of the superior. `open_tasks` and `overdue` are those of its
    last meeting of the period, None without one.
    """

    cell: CellLine
    expected: int
    held: int
    known: int
    on_day: int
    tally: Tally
    present: int
    spoke: int
    own: YearScore | None
    superior: YearScore | None
    thematic: tuple[Thematic, ...]
    tasks_given: int
    open_tasks: int | None
    overdue: int | None
    raised: int
    waiting: int
    visits: int

    @property
    def on_day_percent(self) -> float | None:
        """The share of the known meetings that met on their day."""
        return percent_of(self.on_day, self.known)


@dataclass(frozen=True, slots=True)
class BoardSums:
    """All cells in a period, and what they come to together."""

    period: Period
    cells: tuple[CellSums, ...]

    @property
    def expected(self) -> int:
        """How many minutes are due or here."""
        return sum(one.expected for one in self.cells)

    @property
    def held(self) -> int:
        """How many came."""
        return sum(one.held for one in self.cells)

    @property
    def known(self) -> int:
        """How many came with figures."""
        return sum(one.known for one in self.cells)

    @property
    def on_day(self) -> int:
        """How many meetings met on their day."""
        return sum(one.on_day for one in self.cells)

    @property
    def tally(self) -> Tally:
        """Who had to come and who came, over all meetings of all cells."""
        return sum((one.tally for one in self.cells), NOTHING)

    @property
    def on_day_percent(self) -> float | None:
        """The share of the known meetings that met on their day."""
        return percent_of(self.on_day, self.known)

    @property
    def thematic(self) -> tuple[Thematic, ...]:
        """How many thematic meetings all cells had together, quarter by quarter."""
        found: dict[Period, Thematic] = {}
        for one in (one for cell in self.cells for one in cell.thematic):
            at = found.get(one.quarter, Thematic(one.quarter, 0, 0))
            found[one.quarter] = Thematic(one.quarter, at.held + one.held, at.wanted + one.wanted)
        return tuple(found.values())

    @property
    def overdue(self) -> int | None:
        """How many tasks are overdue where that is known, None where it is nowhere."""
        known = [one.overdue for one in self.cells if one.overdue is not None]
        return sum(known) if known else None

    @property
    def raised(self) -> int:
        """How many petitions were passed on."""
        return sum(one.raised for one in self.cells)

    @property
    def waiting(self) -> int:
        """How many petitions wait for an answer."""
        return sum(one.waiting for one in self.cells)

    @property
    def visits(self) -> int:
        """How often an officer of the superior was at a meeting."""
        return sum(one.visits for one in self.cells)

    def mean(self, *, superior: bool) -> Fraction | None:
        """Give the mean of the cells' own scores, or of the superior's; each cell counts once."""
        scores = [one.superior if superior else one.own for one in self.cells]
        given = [score.percent for score in scores if score]
        return sum(given, Fraction()) / len(given) if given else None

    def classes(self, *, superior: bool) -> Mapping[ScoreClass, int]:
        """Count the cells by the class that they, or the superior, gave."""
        scores = [one.superior if superior else one.own for one in self.cells]
        grades = [score.grade for score in scores if score]
        return {grade: grades.count(grade) for grade in ScoreClass}


@dataclass(frozen=True, slots=True)
class BoardPetition:
    """A petition that cells passed on, as the newest meeting that names it knew it.

    `raised` is the day of the meeting that passed it on, None where that never came. `answer` is
    what the clerk wrote.
    """

    cell: CellLine
    petition: Petition
    raised: dt.date | None
    state: PetitionState
    answer: PetitionAnswer | None

    @property
    def is_waiting(self) -> bool:
        """Whether neither the cell knows of an answer nor the clerk wrote one."""
        answered = self.answer is not None and self.answer.answered is not None
        return not answered and self.petition.answered is None


@dataclass(frozen=True, slots=True)
class OfficerSums:
    """One officer of the superior over the meetings of a period."""

    name: str
    title: str
    invited: int
    came: int
    spoke: int
    cells: tuple[CellLine, ...]


def board_sums(
    period: Period,
    lines: Sequence[GridLine],
    meetings: Iterable[BoardMeeting],
    last: Iterable[BoardMeeting],
    scores: Iterable[MeetingScore],
    answers: Iterable[PetitionAnswer],
    rules: RuleSet,
) -> BoardSums:
    """Sum a period over the cells of a grid that has its months; what does not count is left out.

    `meetings` are those of the period, `last` is each cell's last one by its end: petitions wait by
    what was known then, whenever they were raised.
    """
    inside: dict[str, list[BoardMeeting]] = {}
    for meeting in meetings:
        if is_summed(meeting):
            inside.setdefault(meeting.cell, []).append(meeting)
    given = {(one.cell, one.meeting): one for one in scores}
    waiting: dict[str, int] = {}
    for one in board_petitions([line.cell for line in lines], last, answers):
        waiting[one.cell.id] = waiting.get(one.cell.id, 0) + one.is_waiting
    return BoardSums(
        period,
        tuple(
            _cell_sums(
                line,
                period,
                inside.get(line.cell.id, []),
                given,
                waiting.get(line.cell.id, 0),
                rules,
            )
            for line in lines
        ),
    )


def by_superior(sums: BoardSums) -> tuple[tuple[str, BoardSums], ...]:
    """Part the sums by what stands above each cell, in the order of the cells."""
    groups: dict[str, list[CellSums]] = {}
    for one in sums.cells:
        groups.setdefault(one.cell.superior, []).append(one)
    return tuple((name, BoardSums(sums.period, tuple(group))) for name, group in groups.items())


def board_petitions(
    cells: Iterable[CellLine],
    meetings: Iterable[BoardMeeting],
    answers: Iterable[PetitionAnswer],
) -> tuple[BoardPetition, ...]:
    """Give the petitions that are still open as far as their cells said, the oldest first.

    A closed meeting that no longer finds a petition waiting tells that the people had an answer.
    """
    lines = {one.id: one for one in cells}
    typed = {(one.cell, one.petition): one for one in answers}
    known: dict[tuple[str, str], Petition] = {}
    raised: dict[tuple[str, str], dt.date] = {}
    open_in: dict[str, dict[str, Petition]] = {}
    for meeting in sorted((one for one in meetings if is_summed(one)), key=when):
        if meeting.cell not in lines:
            continue
        found = {one.id: one for one in meeting.current.figures.petitions}
        for id in open_in.get(meeting.cell, {}):
            if id not in found:
                del known[meeting.cell, id]
        open_in[meeting.cell] = found
        for id, petition in found.items():
            known[meeting.cell, id] = petition
            if petition.meeting == meeting.id:
                raised[meeting.cell, id] = meeting.current.date
    return tuple(
        BoardPetition(
            lines[cell],
            petition,
            raised.get((cell, id)),
            petition_state(petition),
            typed.get((cell, id)),
        )
        for (cell, id), petition in known.items()
    )


def officer_sums(
    cells: Iterable[CellLine], meetings: Iterable[BoardMeeting]
) -> tuple[OfficerSums, ...]:
    """Count the visits of the superior's officers to the meetings of a period, by name."""
    lines = {one.id: one for one in cells}
    called: dict[str, tuple[str, str]] = {}
    counts: dict[str, list[int]] = {}
    seen: dict[str, dict[str, CellLine]] = {}
    for meeting in sorted(meetings, key=when):
        if not meeting.counts or meeting.cell not in lines:
            continue
        for visit in meeting.current.figures.visits:
            key = officer_key(visit.name)
            called[key] = (visit.name, visit.title or called.get(key, ("", ""))[1])
            count = counts.setdefault(key, [0, 0, 0])
            for at, is_so in enumerate((True, visit.came, visit.spoke)):
                count[at] += is_so
            if visit.came:
                seen.setdefault(key, {})[meeting.cell] = lines[meeting.cell]
    found = []
    for key, (name, title) in sorted(called.items()):
        invited, came, spoke = counts[key]
        there = tuple(seen.get(key, {}).values())
        found.append(OfficerSums(name, title, invited, came, spoke, there))
    return tuple(found)


def is_summed(meeting: BoardMeeting) -> bool:
    """Tell whether a meeting goes into sums; to those of the committee only few are summoned."""
    return meeting.counts and meeting.current.kind is not MeetingKind.COMMITTEE


def superior_points(score: MeetingScore | None) -> Points | None:
    """Give the superior's score of a meeting as points, None until each criterion has some."""
    if score is None or score.grade is None:
        return None
    points = sum(one.points for one in score.points)
    # The form is one of the cell's rules: one that was made up may give more points than it has.
    if not 0 <= points <= score.total > 0:
        return None
    return Points(score.meeting, points, score.total, score.grade)


def _cell_sums(
    line: GridLine,
    period: Period,
    meetings: list[BoardMeeting],
    given: Mapping[tuple[str, str], MeetingScore],
    waiting: int,
    rules: RuleSet,
) -> CellSums:
    months = period.months
    fields = [one for one in line.months if one.month in months]
    figures = [one.current.figures for one in meetings]
    regular = [one for one in meetings if one.current.kind in OF_THE_MONTH]
    last = max(meetings, key=when, default=None)
    by = (superior_points(given.get((one.cell, one.id))) for one in meetings)
    return CellSums(
        cell=line.cell,
        expected=sum(one.state.is_expected for one in fields),
        held=sum(one.state.has_come for one in fields),
        known=len(regular),
        on_day=sum(one.current.figures.on_day for one in regular),
        tally=sum((one.tally for one in figures), NOTHING),
        present=sum(one.present for one in figures),
        spoke=sum(one.spoke for one in figures),
        own=year_score((one.points for one in figures), rules.year_score),
        superior=year_score(by, rules.year_score),
        thematic=_thematic(period, meetings, rules),
        tasks_given=sum(one.tasks_given for one in figures),
        open_tasks=last.current.figures.tasks_open if last else None,
        overdue=last.current.figures.tasks_overdue if last else None,
        raised=sum(one.raised for one in figures),
        waiting=waiting,
        visits=sum(visit.came for one in figures for visit in one.visits),
    )


def _thematic(
    period: Period, meetings: Iterable[BoardMeeting], rules: RuleSet
) -> tuple[Thematic, ...]:
    """Count by whole quarters: in a month alone nobody can say whether one is missing."""
    if period.span is Span.MONTH:
        return ()
    months = [one.current.figures.month for one in meetings if one.current.figures.is_thematic]
    quarters = dict.fromkeys(period_with(month, Span.QUARTER) for month in period.months)
    return tuple(
        Thematic(
            quarter,
            sum(month in quarter.months for month in months),
            rules.meeting.thematic_per_quarter,
        )
        for quarter in quarters
    )


def when(meeting: BoardMeeting) -> tuple[dt.date, dt.time, str, str]:
    """Give what puts meetings into the order of time."""
    return meeting.current.date, meeting.current.starts, meeting.cell, meeting.id
