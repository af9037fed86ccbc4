"""The rules in force on one day as plain values; `cellsecretary.rules` reads them from files.

Every number and every word that a rule or a paper needs is here, so that a closed meeting can
keep the rules of its day beside its facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cellsecretary.core.kinds import DocumentType, MeetingKind, Needs, Part
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
class MeetingRules:
    """When a meeting counts as well prepared and well attended."""

    minimum_minutes: Mapping[MeetingKind, int]
    prepared_kinds: tuple[MeetingKind, ...]
    on_planned_day: tuple[MeetingKind, ...]
    documents_days_before: int
    attendance_floor: Share
    absent_run: int
    owing_run: int
    carried: int
    review_kinds: tuple[MeetingKind, ...]
    committee_posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoteRules:
    """What a vote needs of its base, and who may vote beside the official members."""

    shares: Mapping[Needs, Share]
    visiting_may_vote: bool


@dataclass(frozen=True, slots=True)
class DayRules:
    """Public holidays: fixed (month and day) and those of the lunar year, by date."""

    fixed: tuple[str, ...]
    dated: tuple[dt.date, ...]

    def is_holiday(self, day: dt.date) -> bool:
        """Tell whether the day is a public holiday."""
        return day.strftime("%m-%d") in self.fixed or day in self.dated


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One step of an agenda template; `presenter_post` proposes who presents it."""

    part: Part
    title: str
    minutes: int
    presenter_post: str = ""


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


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules in force on `day`; `sources` cites where each section comes from."""

    day: dt.date
    meeting: MeetingRules
    vote: VoteRules
    days: DayRules
    agendas: Mapping[MeetingKind, tuple[TemplateItem, ...]]
    titles: Mapping[MeetingKind, str]
    absence_reasons: tuple[str, ...]
    posts: tuple[str, ...]
    paper: PaperRules
    sources: Mapping[str, str]
