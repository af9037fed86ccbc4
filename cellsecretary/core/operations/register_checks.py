"""What can be done to the comparisons of the register: each quarter has one, noted or corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    refuse,
    replaced,
    together,
)
from cellsecretary.core.life_rows import RegisterCheck
from cellsecretary.core.membership import count_members, member_states
from cellsecretary.core.period import QUARTERS, Span, period_with
from cellsecretary.core.register_advice import check_of
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.register import CellRecord


def note_check(
    register: CellRecord, ctx: Context, quarter: dt.date, day: dt.date, total: int, note: str = ""
) -> Answer:
    """Note that the register was compared for the quarter of a day, and how many both have.

    Where that is another number than this register has, the note says why. It may be done late,
    when the quarter is over; what was noted for the quarter is replaced.
    """
    period = period_with(quarter, Span.QUARTER)
    before = check_of(register, period)
    check = RegisterCheck(
        before.id if before else ctx.new_id(), period.first, day, total, tidy_line(note)
    )
    words = (("quarter", f"{QUARTERS[period.number - 1]}/{period.year}"),)
    return together(_faults(register, check, ctx.now.date())) or Changes(
        Act.NOTE_CHECK, (replaced(before, check),), words
    )


def _faults(register: CellRecord, check: RegisterCheck, today: dt.date) -> Iterator[Refusal]:
    if check.done > today:
        yield refuse(Why.DATE_IN_FUTURE, "register_checks", check.id, "done")
    if check.done < check.quarter:
        yield refuse(Why.DATES_OUT_OF_ORDER, "register_checks", check.id, "done")
    if check.total < 0:
        yield refuse(Why.NEGATIVE_COUNT, "register_checks", check.id, "total")
    counted = count_members(member_states(register, check.done)).register
    is_sound = check.total >= 0 and check.quarter <= check.done <= today
    if is_sound and check.total != counted and not check.note:
        yield refuse(Why.REASON_MISSING, "register_checks", check.id, "note", count=str(counted))
