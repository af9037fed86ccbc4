"""The rules in force on one day as plain values; `cellsecretary.rules` reads them from files.

Every number and every word that a rule or a paper needs is here, so that a closed meeting can
keep the rules of its day beside its facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from cellsecretary.core.kinds import (
    CellKind,
    DocumentType,
    MeetingKind,
    Needs,
    Part,
    ScoreClass,
    YearLevel,
)
from cellsecretary.core.vietnamese import ToneStyle


class Superior(StrEnum):
    """What the letterhead calls the superior: as in the book, the party body, its committee."""

    AS_TYPED = "as_typed"
    BODY = "body"
    COMMITTEE = "committee"


class Authority(StrEnum):
    """On whose behalf the secretary signs."""

    CELL = "cell"
    COMMITTEE = "committee"


class Measure(StrEnum):
    """A figure or a fact of a meeting from which points of its score are proposed.

    Those that end in `percent` are a share, `minutes_missing`, `unexcused`, `longest_absence`,
    `agenda_items` and `tasks_given` a number, the others 1 when it is so and 0 when it is not.
    """

    MINUTES_MISSING = "minutes_missing"
    DURATION_PERCENT = "duration_percent"
    ATTENDANCE_PERCENT = "attendance_percent"
    UNEXCUSED = "unexcused"
    LONGEST_ABSENCE = "longest_absence"
    PREPARED_PERCENT = "prepared_percent"
    COMMITTEE_MET = "committee_met"
    DRAFTED = "drafted"
    NOTIFIED = "notified"
    POSTED = "posted"
    POSTED_IN_TIME = "posted_in_time"
    AGENDA_ITEMS = "agenda_items"
    WRITTEN_PERCENT = "written_percent"
    SPEAKERS_PERCENT = "speakers_percent"
    TASKS_DONE_PERCENT = "tasks_done_percent"
    TASKS_GIVEN = "tasks_given"


@dataclass(frozen=True, slots=True)
class Share:
    """A share as an exact fraction; `inclusive` says whether exactly this share is enough."""

    numerator: int
    denominator: int
    inclusive: bool = True

    def is_met(self, count: int, base: int) -> bool:
        """Tell whether `count` of `base` reaches the share, in integers."""
        left, right = count * self.denominator, base * self.numerator
        return left >= right if self.inclusive else left > right


@dataclass(frozen=True, slots=True)
class SmallCell:
    """The least length that a superior sets for cells of `fewer_than` members; 0 for none."""

    fewer_than: int
    minimum_minutes: Mapping[MeetingKind, int]


@dataclass(frozen=True, slots=True)
class MeetingRules:
    """When a meeting counts as well prepared and well attended, and what must follow it.

    `resolution_kinds` end in a resolution of the month; `thematic_kinds` count for the quarter.
    `talk_months` of a year missed or owing are enough to go and see a member.
    Whoever came and was not heard for `silent_months` may be asked to speak.
    """

    minimum_minutes: Mapping[MeetingKind, int]
    small_cell: SmallCell
    prepared_kinds: tuple[MeetingKind, ...]
    on_planned_day: tuple[MeetingKind, ...]
    documents_days_before: int
    minutes_days_after: int
    thematic_kinds: tuple[MeetingKind, ...]
    thematic_per_quarter: int
    resolution_kinds: tuple[MeetingKind, ...]
    attendance_floor: Share
    absent_run: int
    owing_run: int
    talk_months: int
    carried: int
    petition_days: int
    silent_months: int
    review_kinds: tuple[MeetingKind, ...]
    committee_posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoteRules:
    """What a vote needs of its base, and who may vote beside the official members.

    `usual_needs` is proposed for a vote in a meeting of a kind; kinds that are not named need half.
    """

    shares: Mapping[Needs, Share]
    visiting_may_vote: bool
    usual_needs: Mapping[MeetingKind, Needs] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayRules:
    """Public holidays: fixed (month and day), and by date those of one year and the years beside.

    `worked` are days that would be holidays and for once are none.
    """

    fixed: tuple[str, ...]
    dated: tuple[dt.date, ...]
    worked: tuple[dt.date, ...] = ()

    def is_holiday(self, day: dt.date) -> bool:
        """Tell whether the day is a public holiday."""
        is_one = day.strftime("%m-%d") in self.fixed or day in self.dated
        return is_one and day not in self.worked

    def changed(self, added: Collection[dt.date], removed: Collection[dt.date]) -> DayRules:
        """Give the holidays with some more and without others; a day in both is one."""
        dated = {*self.dated, *added}
        worked = {*self.worked, *removed} - {*added}
        return DayRules(self.fixed, tuple(sorted(dated)), tuple(sorted(worked)))


@dataclass(frozen=True, slots=True)
class RegisterRules:
    """How long a probation lasts, which years of Party age give a badge; when both are said.

    Days count backwards from the day that is due: `recognition_ahead` from when it is pointed out,
    `recognition_soon` from when the next meeting is the one that has to vote. A transfer takes at
    most `transfer_days` working days. Comparing the register is pointed out in the `check_ahead`
    last days of a quarter, and as late in `check_late` days after it. Whoever has a post of
    `two_hats_posts` and leads the village does not judge their own work alone. A missing yearly
    remark on somebody who keeps contact is pointed out from the month `remark_month` on.
    """

    probation_months: int
    recognition_ahead: int
    recognition_soon: int
    recognition_needs: Needs
    badge_years: tuple[int, ...]
    badge_ahead: int
    transfer_days: int
    transfer_ahead: int
    check_ahead: int
    check_late: int
    two_hats_posts: tuple[str, ...]
    remark_month: int


@dataclass(frozen=True, slots=True)
class YearReviewRules:
    """How a year of a member and of the cell is rated, and who of the cell is not.

    `levels` has the least points of a level out of `general` and `results` together. Of those
    rated good or better at most `outstanding_cap` should be outstanding. Not rated are the exempt,
    unless `exempt_rated`, and whoever joined the Party less than `months_in_party` before the end.
    """

    general: int
    results: int
    levels: Mapping[YearLevel, int]
    outstanding_cap: Share
    exempt_rated: bool
    months_in_party: int

    @property
    def total(self) -> int:
        """The most points there are."""
        return self.general + self.results


@dataclass(frozen=True, slots=True)
class TermRules:
    """How long a term is, and in how many in a row a member may hold the same post.

    Its end is pointed out from `end_ahead` days before on.
    """

    years: int
    same_post: int
    end_ahead: int


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One step of an agenda template; `presenter_post` proposes who presents it.

    With `cells` only cells of these kinds have the step.
    """

    part: Part
    title: str
    minutes: int
    presenter_post: str = ""
    cells: tuple[CellKind, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """So many points when a measure of the meeting lies within these bounds."""

    measure: Measure
    points: int
    at_least: int | None = None
    more_than: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a score: at most `points`, proposed by the first step that holds.

    Without steps the cell answers alone. With `applies_when` it is scored in meetings of these
    kinds; in others its points are added to those of the criterion `gives_to`.
    """

    code: str
    title: str
    points: int
    steps: tuple[ScoreStep, ...] = ()
    otherwise: int = 0
    applies_when: tuple[MeetingKind, ...] = ()
    gives_to: str = ""


@dataclass(frozen=True, slots=True)
class ScoreForm:
    """How meetings of some kinds are scored; `bands` has the least points of a class."""

    name: str
    kinds: tuple[MeetingKind, ...]
    total: int
    bands: Mapping[ScoreClass, int]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class YearScoreRules:
    """From which mean of its meetings on, in percent of all points, a year is of a class."""

    bands: Mapping[ScoreClass, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of a paper: millimetres for places, points for type."""

    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    page_number_from_top: float
    body_size: float
    line_spacing: float
    space_before: float
    space_after: float
    first_line_indent: float
    heading_size: float
    title_size: float
    party_size: float
    letterhead_size: float
    small_size: float
    table_size: float
    large_size: float
    signature_gap_lines: int
    rule_thickness: float


PRACTICE_MARK = "head.practice_mark"
"""The wording that no rule file has: the book of a practice cell lays it over them."""


@dataclass(frozen=True, slots=True)
class PaperRules:
    """Layout, wording and the office's preferences for papers.

    `wording` holds `string.Template` texts by key; `signs` the type signs of numbered documents;
    `receivers` the lines of a paper that goes out.
    """

    layout: Layout
    wording: Mapping[str, str]
    signs: Mapping[DocumentType, str]
    dashes_under: tuple[str, ...]
    place_line_on: tuple[str, ...]
    text_end: str
    superior: Superior
    tones: ToneStyle
    authority: Authority
    receivers: tuple[str, ...]

    @property
    def practice(self) -> str:
        """What is said on each page of the papers of a practice cell; empty for a real one."""
        return self.wording.get(PRACTICE_MARK, "")

    def marked(self, title: str) -> str:
        """Give a title or the name of a file, in a practice cell with what says so before it."""
        return f"{self.practice} {title}" if self.practice else title


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules in force on `day`; `sources` cites where each section comes from.

    `prompts` are what a cell of a kind may put on its agenda or choose as a topic; `scores` the
    forms by the name of their section, the usual one first.
    """

    day: dt.date
    meeting: MeetingRules
    vote: VoteRules
    days: DayRules
    register: RegisterRules
    year_review: YearReviewRules
    term: TermRules
    agendas: Mapping[MeetingKind, tuple[TemplateItem, ...]]
    titles: Mapping[MeetingKind, str]
    prompts: Mapping[CellKind, tuple[str, ...]]
    absence_reasons: tuple[str, ...]
    open_reasons: tuple[str, ...]
    posts: tuple[str, ...]
    scores: Mapping[str, ScoreForm]
    year_score: YearScoreRules
    paper: PaperRules
    sources: Mapping[str, str]


class RuleSource(Protocol):
    """Where a book gets its rules from: the rule files of the program."""

    def on(self, day: dt.date) -> RuleSet:
        """Give the rules in force on a day."""

    def with_files(self, files: tuple[tuple[str, str], ...]) -> RuleSource:
        """Give the rules with further files, each name and text, laid over them."""
