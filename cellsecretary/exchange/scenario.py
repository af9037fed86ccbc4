"""A scenario: meetings as a secretary would type them, read from JSON and checked whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import (
    CellKind,
    DocumentType,
    GuestRole,
    Leaving,
    MeetingKind,
    Needs,
    Part,
    Result,
    Sex,
    Shift,
    StandingKind,
    VoteMethod,
    YearLevel,
)
from cellsecretary.core.plain import Lenient, PlainError, from_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = 1
NO_SUCH_MEMBER, NUMBER_TWICE, NO_SUCH_ITEM = "no_such_member", "number_twice", "no_such_item"
TOO_NEW, NOT_JSON = "too_new", "not_json"


@dataclass(frozen=True)
class CellInput(Lenient):
    """The cell, as `core.rows.Cell` without its id."""

    name: str
    kind: CellKind
    superior: str
    commune: str
    place: str
    day: int
    time: dt.time
    shift: Shift
    term_start: dt.date
    assigned: str = ""
    assigned_title: str = ""


@dataclass(frozen=True)
class StandingInput(Lenient):
    """A span in which a member is not simply active."""

    kind: StandingKind
    since: dt.date | None = None
    until: dt.date | None = None
    reason: str = ""
    applied: dt.date | None = None
    decided: dt.date | None = None


@dataclass(frozen=True)
class MemberInput(Lenient):
    """One line of the register, and what happens to it while the meetings go on."""

    no: int
    name: str
    sex: Sex | None = None
    born: dt.date | None = None
    joined: dt.date | None = None
    official: dt.date | None = None
    card: str | None = None
    post: str | None = None
    phone: str | None = None
    standing: StandingKind = StandingKind.ACTIVE
    standings: tuple[StandingInput, ...] = ()
    entered: dt.date | None = None
    entered_from: str = ""
    left: dt.date | None = None
    left_reason: str = ""
    leaving: Leaving | None = None
    left_to: str = ""
    left_confirmed: dt.date | None = None
    village_head: bool = False


@dataclass(frozen=True)
class GuestInput(Lenient):
    """Somebody who attends and is not of the cell."""

    name: str
    title: str = ""
    role: GuestRole = GuestRole.GUEST
    came: bool = True


@dataclass(frozen=True)
class ExcusedInput(Lenient):
    """A member absent with a reason."""

    member: int
    reason: str = ""


@dataclass(frozen=True)
class LateInput(Lenient):
    """A member who came late, or left early."""

    member: int
    at: dt.time


@dataclass(frozen=True)
class AttendanceInput(Lenient):
    """Who is not simply present."""

    excused: tuple[ExcusedInput, ...] = ()
    unexcused: tuple[int, ...] = ()
    late: tuple[LateInput, ...] = ()
    left_early: tuple[LateInput, ...] = ()
    exempt_present: tuple[int, ...] = ()
    visiting_present: tuple[int, ...] = ()


@dataclass(frozen=True)
class FeesInput(Lenient):
    """Fees as announced."""

    paid: int | None = None
    owing: tuple[int, ...] = ()


@dataclass(frozen=True)
class OpinionInput(Lenient):
    """What a member said, or a guest by name."""

    text: str
    speaker: int | None = None
    speaker_other: str = ""
    beforehand: bool = False


@dataclass(frozen=True)
class ItemInput(Lenient):
    """One point of the agenda."""

    part: Part
    title: str
    presenter: int | None = None
    minutes: int = 0
    body: str = ""
    opinions: tuple[OpinionInput, ...] = ()
    conclusion: str = ""


@dataclass(frozen=True)
class VoteInput(Lenient):
    """The count of one vote; `item` is an index into the agenda."""

    item: int
    question: str
    method: VoteMethod = VoteMethod.HANDS
    needs: Needs = Needs.HALF
    in_favour: int = field(default=0, metadata={"key": "for"})
    against: int = 0
    other: int = 0
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None


@dataclass(frozen=True)
class ReviewInput(Lenient):
    """What became of a task of an earlier meeting, by its code."""

    task: str
    result: Result
    percent: int | None = None
    note: str = ""
    achieved: int | None = None
    second_reader: int | None = None


@dataclass(frozen=True)
class TaskInput(Lenient):
    """Work given to a member."""

    what: str
    code: str = ""
    product: str = ""
    lead: int | None = None
    helpers: tuple[int, ...] = field(default=(), metadata={"key": "with"})
    due: dt.date | None = None
    amount: int | None = None
    unit: str = ""


@dataclass(frozen=True)
class PetitionInput(Lenient):
    """A wish of the people, and what becomes of it."""

    text: str
    source: str = field(default="", metadata={"key": "from"})
    addressee: str = field(default="", metadata={"key": "to"})
    concerns: str = ""
    sent: dt.date | None = None
    answered: dt.date | None = None
    answer: str = ""
    told: dt.date | None = None


@dataclass(frozen=True)
class DocumentInput(Lenient):
    """A numbered document."""

    type: DocumentType
    number: int
    title: str
    posted: dt.date | None = None


@dataclass(frozen=True)
class ScoreInput(Lenient):
    """The cell's own score: what the facts propose, and these points by code where they differ.

    `superior` are the points that the superior gave on the day on which it `confirmed` the score.
    """

    form: str = "score"
    points: Mapping[str, int] = field(default_factory=dict)
    superior: Mapping[str, int] = field(default_factory=dict)
    confirmed: dt.date | None = None
    confirmed_by: str = ""


@dataclass(frozen=True)
class MeetingInput(Lenient):
    """One meeting, whole."""

    date: dt.date
    kind: MeetingKind
    title: str
    topic: str = ""
    place: str = ""
    start: dt.time | None = None
    end: dt.time | None = None
    chair: int | None = None
    minute_taker: int | None = None
    guests: tuple[GuestInput, ...] = ()
    committee_meeting: dt.date | None = None
    notified: dt.date | None = None
    superior_notified: dt.date | None = None
    posted: dt.date | None = None
    off_day_reason: str = ""
    attendance: AttendanceInput | None = None
    fees: FeesInput | None = None
    agenda: tuple[ItemInput, ...] = ()
    votes: tuple[VoteInput, ...] = ()
    reviews: tuple[ReviewInput, ...] = ()
    tasks: tuple[TaskInput, ...] = ()
    petitions: tuple[PetitionInput, ...] = ()
    documents: tuple[DocumentInput, ...] = ()
    score: ScoreInput | None = None
    minutes_posted: dt.date | None = None
    reported: dt.date | None = None


@dataclass(frozen=True)
class YearReviewInput(Lenient):
    """How a member, or without a member the cell, was rated for a year, and when."""

    year: int
    decided: dt.date
    member: int | None = None
    general: int | None = None
    results: int | None = None
    level: YearLevel | None = None
    note: str = ""


@dataclass(frozen=True)
class Scenario(Lenient):
    """A cell with its members and meetings; `seed` names the rows of its replay."""

    schema: int
    cell: CellInput
    members: tuple[MemberInput, ...]
    meetings: tuple[MeetingInput, ...] = ()
    year_reviews: tuple[YearReviewInput, ...] = ()
    seed: str = ""


def read_scenario(text: str) -> Scenario:
    """Read and check a scenario whole; what is wrong raises `PlainError` with its place."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PlainError("", NOT_JSON) from error
    if isinstance(plain, dict):
        schema = plain.get("schema")
        if isinstance(schema, int) and schema > SCHEMA:
            raise PlainError("schema", TOO_NEW, schema)
        plain["seed"] = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    scenario = from_plain(Scenario, plain)
    numbers = [member.no for member in scenario.members]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            raise PlainError(f"members[{index}].no", NUMBER_TWICE, number)
    for index, review in enumerate(scenario.year_reviews):
        if review.member is not None and review.member not in numbers:
            raise PlainError(f"year_reviews[{index}].member", NO_SUCH_MEMBER, review.member)
    for index, meeting in enumerate(scenario.meetings):
        known = {m.no for m in scenario.members if m.entered is None or m.entered <= meeting.date}
        for place, number in _named(meeting, f"meetings[{index}]"):
            if number not in known:
                raise PlainError(place, NO_SUCH_MEMBER, number)
        for which, vote in enumerate(meeting.votes):
            if not 0 <= vote.item < len(meeting.agenda):
                raise PlainError(f"meetings[{index}].votes[{which}].item", NO_SUCH_ITEM, vote.item)
    return scenario


def _named(meeting: MeetingInput, path: str) -> Iterator[tuple[str, int]]:
    """Give every member number that a meeting names, with its place."""
    for role in ("chair", "minute_taker"):
        number = getattr(meeting, role)
        if number is not None:
            yield f"{path}.{role}", number
    noted = meeting.attendance or AttendanceInput()
    lists = {
        "excused": [line.member for line in noted.excused],
        "unexcused": list(noted.unexcused),
        "late": [line.member for line in noted.late],
        "left_early": [line.member for line in noted.left_early],
        "exempt_present": list(noted.exempt_present),
        "visiting_present": list(noted.visiting_present),
    }
    for name, numbers in lists.items():
        for index, number in enumerate(numbers):
            yield f"{path}.attendance.{name}[{index}]", number
    for index, number in enumerate(meeting.fees.owing if meeting.fees else ()):
        yield f"{path}.fees.owing[{index}]", number
    for index, item in enumerate(meeting.agenda):
        if item.presenter is not None:
            yield f"{path}.agenda[{index}].presenter", item.presenter
        for place, opinion in enumerate(item.opinions):
            if opinion.speaker is not None:
                yield f"{path}.agenda[{index}].opinions[{place}].speaker", opinion.speaker
    for index, review in enumerate(meeting.reviews):
        if review.second_reader is not None:
            yield f"{path}.reviews[{index}].second_reader", review.second_reader
    for index, task in enumerate(meeting.tasks):
        if task.lead is not None:
            yield f"{path}.tasks[{index}].lead", task.lead
        for place, number in enumerate(task.helpers):
            yield f"{path}.tasks[{index}].with[{place}]", number
