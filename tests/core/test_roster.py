"""What a roster still lacks, and where the register has gone on since it was copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.core.operations.attendance import take_over_register
from cellsecretary.core.roster import outdated, unmarked, without_reason
from tests.building import context, done
from tests.papers.records import november

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


@pytest.fixture
def record() -> MeetingRecord:
    return november()


def test_whoever_is_required_and_has_no_mark_is_waited_for(record: MeetingRecord) -> None:
    assert unmarked(record) == ()
    first = record.standing(StandingKind.ACTIVE)[0]
    open_ones = tuple(
        replace(line, mark=Mark.NONE) if line.id == first.id else line for line in record.roster
    )
    (waited,) = unmarked(replace(record, roster=open_ones))
    assert waited.id == first.id
    assert all(line.mark is Mark.NONE for line in record.standing(StandingKind.AWAY))


def test_only_the_excused_lack_a_reason(record: MeetingRecord) -> None:
    silent = tuple(replace(line, reason="") for line in record.roster)
    missing = without_reason(replace(record, roster=silent))
    assert [line.id for line in missing] == [line.id for line in record.marked(Mark.EXCUSED)]
    told = tuple(replace(line, reason="Ốm") for line in record.roster)
    assert without_reason(replace(record, roster=told)) == ()


def test_what_the_register_has_otherwise_is_outdated_and_can_be_taken_over(
    record: MeetingRecord,
) -> None:
    first, second, *rest = sorted(record.roster, key=lambda line: line.number)
    gone = replace(first, mark=Mark.NONE)
    record = replace(record, roster=(gone, second, *rest))
    assert outdated(record, record.roster) == ()
    new = replace(rest[0], id="new", member="new", number=99, mark=Mark.NONE)
    renamed = replace(second, name="Tên mới")
    found = outdated(record, (renamed, *rest, new))
    assert found == (gone, renamed, new)
    taken = done(take_over_register(record, context(), (renamed, *rest, new)))
    assert {(change.before, change.after) for change in taken.changes} == {
        (gone, None),
        (second, renamed),
        (None, new),
    }
    planned = replace(record.meeting, state=MeetingState.PLANNED)
    followed = replace(record, meeting=planned)
    assert done(take_over_register(followed, context(), (renamed, *rest, new))).changes == ()


def test_who_left_and_was_marked_stays(record: MeetingRecord) -> None:
    marked = record.marked(Mark.PRESENT)[0]
    assert outdated(record, [line for line in record.roster if line.id != marked.id]) == ()


@pytest.mark.parametrize("state", [MeetingState.CLOSED, MeetingState.PLANNED])
def test_a_roster_that_follows_or_is_closed_is_never_outdated(
    record: MeetingRecord, state: MeetingState
) -> None:
    other = replace(record, meeting=replace(record.meeting, state=state))
    renamed = [replace(line, name="Tên mới") for line in record.roster]
    assert len(outdated(record, renamed)) == len(record.roster)
    assert outdated(other, renamed) == ()
