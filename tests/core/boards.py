"""Boards made of plain values: versions of meetings with the figures that a test is about."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from cellsecretary.core.attendance_over_time import Tally
from cellsecretary.core.board.figures import BoardFigures, OfficerVisit
from cellsecretary.core.board.record import board_record
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.board.versions import Version, VersionKey
from cellsecretary.core.board_rows import (
    BoardOffice,
    GivenPoints,
    MeetingScore,
    PaperCell,
    PaperMinutes,
)
from cellsecretary.core.kinds import MeetingKind, MeetingState, ScoreClass
from cellsecretary.core.rows import Petition
from cellsecretary.core.year_score import Points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.board.record import BoardRecord

NOW = dt.datetime(2026, 12, 20, 8, 0)
TODAY = NOW.date()
SUPERIOR = "Đảng ủy xã Minh Đài"


def month(number: int) -> dt.date:
    return dt.date(2026, number, 1)


def sent(
    cell: str,
    number: int,
    *,
    kind: MeetingKind = MeetingKind.REGULAR,
    revision: int = 1,
    is_draft: bool = False,
    content: str = "",
    superior: str = SUPERIOR,
    received: dt.date | None = None,
    came: tuple[int, int] = (10, 8),
    spoke: int = 4,
    points: int | None = None,
    **figures: object,
) -> Version:
    """Give a version of the meeting of a cell in a month; `came` are the required and present."""
    id = f"{cell}-{number}-{kind}"
    required, present = came
    given: dict[str, Any] = {
        "month": month(number),
        "on_day": True,
        "is_thematic": kind in (MeetingKind.THEMATIC, MeetingKind.REGULAR_THEMATIC),
        "topic": "",
        "tally": Tally(required, present, required - present, 0),
        "register": required,
        "present": present,
        "spoke": spoke,
        "points": scored(id, points),
        "tasks_given": 1,
        "tasks_open": 2,
        "tasks_overdue": 1,
        "petitions": (),
        "raised": 0,
        "visits": (),
    }
    return Version(
        key=VersionKey(cell, id, revision, is_draft, content or f"{id}-{revision}-{is_draft}"),
        date=dt.date(2026, number, 3),
        starts=dt.time(8),
        kind=kind,
        state=MeetingState.RUNNING if is_draft else MeetingState.CLOSED,
        name=f"Chi bộ {cell}",
        superior=superior,
        size=100,
        received=received or dt.date(2026, number, 20),
        signer="",
        figures=BoardFigures(**(given | figures)),
    )


def scored(meeting: str, points: int | None) -> Points | None:
    """Give so many of a hundred points."""
    return None if points is None else Points(meeting, points, 100, grade(points))


def grade(points: int) -> ScoreClass:
    """Give the class by the bands of the rules."""
    bands = ((90, ScoreClass.GOOD), (70, ScoreClass.FAIR), (50, ScoreClass.AVERAGE))
    return next((one for least, one in bands if points >= least), ScoreClass.WEAK)


def petition(id: str, meeting: str, answered: dt.date | None = None) -> Petition:
    return Petition(id, meeting, 1, "Bà con xóm Giữa", "Sửa đường", "Đảng ủy xã", answered=answered)


def visit(name: str, *, came: bool = True, spoke: bool = False) -> OfficerVisit:
    return OfficerVisit(name, "Đảng ủy viên", came, spoke)


def given(cell: str, number: int, points: int) -> MeetingScore:
    """Give the superior's score of a regular meeting."""
    meeting = f"{cell}-{number}-{MeetingKind.REGULAR}"
    row = (GivenPoints("1", points),)
    return MeetingScore(f"{cell}:{meeting}", cell, meeting, "", row, 100, grade(points), NOW)


def on_paper(cell: str, number: int) -> PaperMinutes:
    return PaperMinutes(f"{cell}:{number}", cell, month(number), dt.date(2026, number, 28), NOW)


def paper_cell(name: str) -> PaperCell:
    """Give a cell that the clerk wrote down just now."""
    return PaperCell(name, name, True, NOW)


def board(versions: Iterable[Version], **rows: object) -> BoardRecord:
    """Give a board of an office that waits for minutes from September on."""
    office = BoardOffice("office", "Đảng ủy xã", NOW, "Minh Đài", since=month(9))
    register = BoardRegister(offices=(office,), **rows)  # type: ignore[arg-type]
    return board_record(versions, register)


def small(**rows: object) -> BoardRecord:
    """Give three cells in the last quarter, a full one, one with gaps, and one in conflict."""
    return board(SMALL, **rows)


SMALL = (
    sent("A", 10, points=92, petitions=(petition("p1", "A-10-regular"),), raised=1),
    sent(
        "A",
        11,
        points=81,
        on_day=False,
        tasks_overdue=3,
        petitions=(petition("p1", "A-10-regular"), petition("p2", "A-11-regular")),
        raised=1,
        visits=(visit("Lê Văn Bình"), visit("Trần Thị Cúc", came=False)),
    ),
    sent("A", 11, kind=MeetingKind.THEMATIC, came=(10, 9)),
    sent("B", 10, came=(20, 11), points=60, visits=(visit("lê văn bình", spoke=True),)),
    sent("B", 11, came=(20, 1), is_draft=True, raised=7),
    sent("C", 10, content="one", came=(5, 5)),
    sent("C", 10, content="two", came=(5, 1)),
    sent("C", 11, kind=MeetingKind.COMMITTEE, came=(3, 3)),
)
"""What the three cells sent. What is a draft, a conflict or of a committee counts nowhere."""
