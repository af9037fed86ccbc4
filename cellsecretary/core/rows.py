"""What a book keeps: one frozen dataclass a table, one instance a row, every row with an `id`.

Times are local and naive: a cell meets in one place. Texts are NFC (see `change.insert`). What the
office keeps beside cell and meetings is in `office_rows`, what changes over years in `life_rows`,
what closing leaves behind in `closed_rows`, what the superior sent back in `superior_rows`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cellsecretary.core.board_rows import BoardRow
from cellsecretary.core.closed_rows import ClosedRecord, Correction, Reopening
from cellsecretary.core.kinds import (
    CellKind,
    DocumentType,
    GuestRole,
    Leaving,
    Mark,
    MeetingKind,
    MeetingState,
    Needs,
    Part,
    Result,
    Scorer,
    Sex,
    Shift,
    StandingKind,
    VoteMethod,
)
from cellsecretary.core.life_rows import (
    Contact,
    PostSpan,
    RegisterCheck,
    Renaming,
    Term,
    YearReview,
)
from cellsecretary.core.office_rows import (
    DayOff,
    MonthPlan,
    PaperTrace,
    Preference,
    RuleFile,
    Template,
)
from cellsecretary.core.superior_rows import Directive, Receipt


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell that the book belongs to; a book has exactly one.

    Names are those of the beginning; later ones are `Renaming`s. `assigned` is the officer of the
    superior who follows the cell.
    """

    id: str
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


@dataclass(frozen=True, slots=True)
class Member:
    """A member in the register; `left` ends the membership and keeps the row.

    `left_confirmed` is when a transfer was completed at `left_to`. A `village_head` leads the
    village too, so that the same person may give a task, do it and judge it.
    """

    id: str
    number: int
    name: str
    sex: Sex | None = None
    born: dt.date | None = None
    joined: dt.date | None = None
    official: dt.date | None = None
    card: str = ""
    post: str = ""
    phone: str = ""
    entered: dt.date | None = None
    left: dt.date | None = None
    left_reason: str = ""
    entered_from: str = ""
    leaving: Leaving | None = None
    left_to: str = ""
    left_confirmed: dt.date | None = None
    village_head: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A span in which a member was not simply active; open ends are None, both days included.

    An exemption is `applied` for by the member and `decided` by a vote of the cell.
    """

    id: str
    member: str
    kind: StandingKind
    since: dt.date | None = None
    until: dt.date | None = None
    reason: str = ""
    applied: dt.date | None = None
    decided: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: what was planned, when it was held, how it was prepared and followed up.

    `prepares` is the meeting that a committee meeting is about. `minutes_posted`, `reported`, and
    when and by whom of the superior the score was confirmed come after the closing: they are true
    of the row alone, not of the closed record.
    """

    id: str
    date: dt.date
    kind: MeetingKind
    title: str
    starts: dt.time
    place: str
    state: MeetingState = MeetingState.PLANNED
    topic: str = ""
    start: dt.time | None = None
    end: dt.time | None = None
    chair: str | None = None
    minute_taker: str | None = None
    committee_met: dt.date | None = None
    notified: dt.date | None = None
    superior_notified: dt.date | None = None
    posted: dt.date | None = None
    fees_paid: int | None = None
    off_day_reason: str = ""
    cancel_reason: str = ""
    drafted: dt.date | None = None
    prepares: str | None = None
    minutes_posted: dt.date | None = None
    reported: dt.date | None = None
    score_confirmed: dt.date | None = None
    score_confirmed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the meeting may still be changed."""
        return self.state in (MeetingState.PLANNED, MeetingState.RUNNING)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the agenda and what the minutes say of it."""

    id: str
    meeting: str
    position: int
    part: Part
    title: str
    presenter: str | None = None
    presenter_other: str = ""
    minutes: int = 0
    body: str = ""
    conclusion: str = ""
    note: str = ""
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """One member on the roster of one meeting, copied from the register, and the mark."""

    id: str
    meeting: str
    member: str
    number: int
    name: str
    post: str
    official: bool
    standing: StandingKind
    mark: Mark = Mark.NONE
    reason: str = ""
    late: dt.time | None = None
    left_early: dt.time | None = None
    fee_owing: bool = False


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is invited and not of the cell, and whether that person `came`."""

    id: str
    meeting: str
    position: int
    name: str
    title: str = ""
    role: GuestRole = GuestRole.GUEST
    came: bool = True


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one speaker said to one item; a guest speaks as `speaker_other`.

    One given `beforehand` was handed in before the meeting and is read out there: its giver need
    not be present and does not count as having spoken.
    """

    id: str
    meeting: str
    item: str
    position: int
    speaker: str | None
    text: str
    speaker_other: str = ""
    beforehand: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """One question put to the vote, as counted; whether it passed is computed."""

    id: str
    meeting: str
    item: str
    position: int
    question: str
    method: VoteMethod = VoteMethod.HANDS
    needs: Needs = Needs.HALF
    in_favour: int = 0
    against: int = 0
    other: int = 0
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """The points for one criterion of one form of a score, as its code names it."""

    id: str
    meeting: str
    form: str
    criterion: str
    scorer: Scorer
    points: int


@dataclass(frozen=True, slots=True)
class Document:
    """A numbered document of the cell; without a meeting it was issued on paper before the book.

    `posted` and `replaced_by`, the later document, come after the closing of its meeting.
    """

    id: str
    meeting: str | None
    type: DocumentType
    number: int
    title: str
    date: dt.date
    posted: dt.date | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Work given to a member by name; without a meeting it was given before the book.

    Where the product can be counted it is `amount` of `unit`: 2 households, 320 m.
    """

    id: str
    meeting: str | None
    position: int
    code: str
    given: dt.date
    what: str
    product: str = ""
    lead: str | None = None
    helpers: tuple[str, ...] = ()
    due: dt.date | None = None
    amount: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What one meeting found of a task that was open when it met.

    `achieved` is how much of the task's amount is there by now. `second_reader` is the member who
    judged it where the one who leads the task would judge their own work.
    """

    id: str
    meeting: str
    task: str
    result: Result
    percent: int = 0
    note: str = ""
    achieved: int | None = None
    second_reader: str | None = None


@dataclass(frozen=True, slots=True)
class Petition:
    """A wish of the people that the meeting passes on, and what became of it.

    `concerns` says whom it is about, `opinion` from which opinion it was taken. When it was `sent`,
    `answered` and `told` back to the people comes after the closing: true of the row alone.
    """

    id: str
    meeting: str
    position: int
    source: str
    text: str
    addressee: str = ""
    concerns: str = ""
    opinion: str | None = None
    sent: dt.date | None = None
    answered: dt.date | None = None
    answer: str = ""
    told: dt.date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it comes up again: the people were not told an answer yet."""
        return self.told is None


@dataclass(frozen=True, slots=True)
class PastMeeting:
    """An earlier meeting that stands in the paper book only, as figures."""

    id: str
    date: dt.date
    kind: MeetingKind
    required: int
    present: int
    excused: int
    unexcused: int


Row = (
    Cell
    | Member
    | Standing
    | Meeting
    | AgendaItem
    | Attendance
    | Guest
    | Opinion
    | Vote
    | ScoreMark
    | Document
    | Task
    | Review
    | Petition
    | PastMeeting
    | Correction
    | Reopening
    | ClosedRecord
    | Preference
    | PaperTrace
    | MonthPlan
    | DayOff
    | Template
    | RuleFile
    | Renaming
    | Term
    | PostSpan
    | Contact
    | RegisterCheck
    | YearReview
    | BoardRow
    | Receipt
    | Directive
)
