"""The months before the two meetings of the replayed book: who came, and who came to see."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Changes, insert
from cellsecretary.core.kinds import GuestRole, Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.rows import Guest, Meeting, Opinion
from tests.building import AFTER, OCTOBER, record_of

if TYPE_CHECKING:
    from cellsecretary.core.change import Change
    from cellsecretary.store import Book

OFFICER, TITLE = "Quan Văn Thuận", "Đảng ủy viên"
EXCUSED, UNEXCUSED, OWING = 3, 5, 7
"""Register numbers of who was excused in August and September, missed May and July, owed twice."""


def hold_before(book: Book) -> None:
    """Hold a closed meeting in each month from January to September."""
    october = record_of(book, OCTOBER)
    changes: list[Change] = []
    for month in range(1, 10):
        day = dt.date(2026, month, 3)
        meeting = Meeting(
            f"month {month}", day, MeetingKind.REGULAR, f"Sinh hoạt chi bộ tháng {month}",
            dt.time(19, 30), october.meeting.place, MeetingState.CLOSED,
        )  # fmt: skip
        changes.append(insert(meeting))
        for line in october.roster:
            mark, reason = Mark.PRESENT, ""
            if line.number == EXCUSED and month in (8, 9):
                mark, reason = Mark.EXCUSED, "Đi viện"
            elif line.number == UNEXCUSED and month in (5, 7):
                mark = Mark.UNEXCUSED
            elif line.standing is not StandingKind.ACTIVE:
                mark = Mark.NONE
            changes.append(
                insert(
                    replace(
                        line,
                        id=f"{month}:{line.member}",
                        meeting=meeting.id,
                        mark=mark,
                        reason=reason,
                        late=None,
                        left_early=None,
                        fee_owing=line.number == OWING and month in (2, 4),
                    )
                )
            )
        name = OFFICER if month % 2 else OFFICER.upper()
        came = month not in (3, 6)
        role = GuestRole.ASSIGNED_SUPERIOR
        changes.append(insert(Guest(f"guest {month}", meeting.id, 1, name, TITLE, role, came)))
        item = replace(october.agenda[0], id=f"item {month}", meeting=meeting.id)
        changes.append(insert(item))
        if month == 5:
            said = "Chi bộ cần phân công rõ người, rõ việc; sớm làm xong đường ngõ xóm"
            changes.append(insert(Opinion("o5", meeting.id, item.id, 1, None, said, OFFICER)))
    book.apply(Changes(Act.BRING_IN_PAST, tuple(changes)), AFTER)
