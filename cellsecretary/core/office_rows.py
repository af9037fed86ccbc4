"""What the office keeps beside cell and meetings: choices, plan of the year, models, rule files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cellsecretary.core.kinds import MeetingKind, Trace
from cellsecretary.core.ruleset import TemplateItem


@dataclass(frozen=True, slots=True)
class Preference:
    """One choice of the office for its papers, by name, its value as JSON; else the rules hold."""

    id: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PaperTrace:
    """When a paper of a meeting was printed, saved, signed or sent, and in which version of it.

    `place` is the name of the stick or folder that a sent one was copied to. It outlives its
    meeting: the paper is in the world.
    """

    id: str
    meeting: str
    form: str
    revision: int
    trace: Trace
    at: dt.datetime
    place: str = ""


@dataclass(frozen=True, slots=True)
class MonthPlan:
    """What the secretary decided about the meeting of a month; `month` is its first day.

    Without a `date` the day of the rule holds; `reason` says why it is another one.
    """

    id: str
    month: dt.date
    kind: MeetingKind
    date: dt.date | None = None
    reason: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is a public holiday (`off`), or is none, otherwise than the rule files say."""

    id: str
    date: dt.date
    off: bool


@dataclass(frozen=True, slots=True)
class Template:
    """An agenda that the secretary kept as a model of the cell's own, for meetings of a kind."""

    id: str
    name: str
    kind: MeetingKind
    items: tuple[TemplateItem, ...]


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file that a superior handed out and the secretary accepted, its text as it was."""

    id: str
    name: str
    text: str
    accepted: dt.datetime
