"""What the superior sends back to a cell: receipts, remarks, points, answers, directives, rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cellsecretary.core.plain import Lenient


class DirectiveKind(StrEnum):
    """What a directive asks a cell to do in its meetings."""

    DOCUMENT = "document"
    TOPIC = "topic"
    THEME = "theme"


@dataclass(frozen=True)
class MeetingReply(Lenient):
    """What the superior says of one meeting: that it came, a remark, and points.

    `revision` is the newest version that came, 0 where only paper did; it came on `received`.
    `points` are by criterion of the score form `form`; `confirmed` is when they were confirmed.
    """

    meeting: str
    date: dt.date
    revision: int
    received: dt.date
    remark: str = ""
    form: str = ""
    points: Mapping[str, int] = field(default_factory=dict)
    confirmed: dt.date | None = None
    confirmed_by: str = ""


@dataclass(frozen=True)
class PetitionReply(Lenient):
    """The answer to one petition of the cell, by its id."""

    petition: str
    answered: dt.date
    answer: str


@dataclass(frozen=True)
class DirectiveReply(Lenient):
    """A document or topic to disseminate, or the theme of a quarter, from `first` to `last`.

    `number` and `issued` are those of a document. One that is `withdrawn` holds no longer.
    """

    id: str
    kind: DirectiveKind
    title: str
    first: dt.date
    last: dt.date
    number: str = ""
    issued: dt.date | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class HandedRules(Lenient):
    """A rule file that the superior hands out, by its name and its text."""

    name: str
    text: str


@dataclass(frozen=True)
class Reply(Lenient):
    """All that one office tells one cell; each reply tells the whole again.

    `made` tells an older reply from a newer one. `seal_key` is the public key that packets are to
    be sealed for, empty where the office has none.
    """

    format: int
    office: str
    cell: str
    made: dt.datetime
    seal_key: str = ""
    meetings: tuple[MeetingReply, ...] = ()
    petitions: tuple[PetitionReply, ...] = ()
    directives: tuple[DirectiveReply, ...] = ()
    rules: tuple[HandedRules, ...] = ()
