"""What the clerk of a superior decides and writes on the board; what packets say is no row.

Two boards are brought together row by row: rows about the same thing have the same id, and the one
that was `changed` last holds. So nothing is deleted: what is taken back says so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from cellsecretary.core.kinds import ScoreClass
from cellsecretary.core.reply import DirectiveKind


class AcceptanceKind(StrEnum):
    """What the clerk is asked about once: a cell, another name of it, another key of it."""

    CELL = "cell"
    NAME = "name"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That a cell belongs here, or that a name or key is its own, or that it is not.

    `value` is the superior, the name, or the public key in hexadecimal.
    """

    id: str
    cell: str
    kind: AcceptanceKind
    value: str
    accepted: bool
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class BoardOffice:
    """The office that the board belongs to; a board has one or, before it was named, none.

    The minutes of a month are due on day `due_day` of the next one; what was held before `since`
    is not waited for.
    """

    id: str
    name: str
    changed: dt.datetime
    place: str = ""
    signer: str = ""
    signer_title: str = ""
    due_day: int = 5
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell that has no laptop: it was named by the clerk and hands in paper, while `on_paper`."""

    id: str
    name: str
    on_paper: bool
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class PaperMinutes:
    """That the minutes of a month came on paper; without `received` the tick was taken away."""

    id: str
    cell: str
    month: dt.date
    received: dt.date | None
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """Which of several contents of one version of a meeting holds, by its hash."""

    id: str
    cell: str
    meeting: str
    revision: int
    content: str
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class MeetingLook:
    """Up to which version the clerk has looked at a meeting."""

    id: str
    cell: str
    meeting: str
    revision: int
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class MeetingRemark:
    """What the superior remarks on a meeting; an empty text was taken back."""

    id: str
    cell: str
    meeting: str
    text: str
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class GivenPoints:
    """The superior's points for one criterion of a form."""

    criterion: str
    points: int


@dataclass(frozen=True, slots=True)
class MeetingScore:
    """The superior's points for a meeting on a form of its rules, and who confirmed them when.

    The form has `total` points; without a `grade` some criteria have none yet.
    """

    id: str
    cell: str
    meeting: str
    form: str
    points: tuple[GivenPoints, ...]
    total: int
    grade: ScoreClass | None
    changed: dt.datetime
    confirmed: dt.date | None = None
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class PetitionAnswer:
    """The superior's answer to a petition; without `answered` it was taken back."""

    id: str
    cell: str
    petition: str
    answered: dt.date | None
    answer: str
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class IssuedDirective:
    """A document or topic to disseminate, or a theme, that all cells are given for some days."""

    id: str
    kind: DirectiveKind
    title: str
    first: dt.date
    last: dt.date
    changed: dt.datetime
    number: str = ""
    issued: dt.date | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class HandedRuleFile:
    """A rule file that goes to all cells; its name is its id."""

    id: str
    text: str
    changed: dt.datetime
    withdrawn: bool = False


BoardRow = (
    Acceptance
    | BoardOffice
    | PaperCell
    | PaperMinutes
    | VersionChoice
    | MeetingLook
    | MeetingRemark
    | MeetingScore
    | PetitionAnswer
    | IssuedDirective
    | HandedRuleFile
)
