"""What changes over the years of a cell: names, terms and posts, contacts, checks, reviews."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cellsecretary.core.kinds import YearLevel


@dataclass(frozen=True, slots=True)
class Renaming:
    """What the cell, its superior and its commune are called from a day on, after a merger."""

    id: str
    since: dt.date
    name: str
    superior: str
    commune: str


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the cell; document numbers run from 1 within it, `until` is its last day."""

    id: str
    since: dt.date
    until: dt.date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class PostSpan:
    """That a member held a post in a span; both days are included, an open end is None."""

    id: str
    member: str
    post: str
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A member of another cell who lives here and keeps contact (213-QĐ/TW, 02/01/2020).

    They are outside the register and counted nowhere. `opinion_given` is when the cell last wrote
    its yearly remark on them to the cell of their workplace.
    """

    id: str
    name: str
    born: dt.date | None = None
    works_at: str = ""
    cell: str = ""
    phone: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    opinion_given: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterCheck:
    """That the register was compared with the superior's for a quarter, by its first day.

    `total` is how many members both had.
    """

    id: str
    quarter: dt.date
    done: dt.date
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class YearReview:
    """How a member, or without a member the cell, was rated for a year (366-QĐ/TW, 30/8/2025).

    `general` and `results` are the points for the general criteria and for the results of work;
    `level` is what was decided, whatever the points propose.
    """

    id: str
    year: int
    member: str | None = None
    general: int | None = None
    results: int | None = None
    level: YearLevel | None = None
    note: str = ""
