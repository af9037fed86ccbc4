"""What became of a task, a petition and a member, in the order of time."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import Mark, PetitionState, StandingKind
from cellsecretary.core.life_rows import PostSpan
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Attendance, Opinion, Petition
from cellsecretary.core.story import Event, member_story, petition_story, task_story
from cellsecretary.core.task_history import task_histories
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.story import Happening

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def told(practice_file: Path) -> tuple[CellRecord, list[Attendance], list[Opinion]]:
    """Give the register of the practice year, with all rosters and all that was said."""
    with closing(Book.look(practice_file, bundled())) as book:
        return cell_record(book), book.rows(Attendance), book.rows(Opinion)


Told = tuple[CellRecord, list[Attendance], list[Opinion]]


def told_of(register: CellRecord, petition: Petition) -> list[tuple[str, str, object]]:
    happened = petition_story(register, petition, "Ông Sáu", TODAY)
    return [(f"{one.day}", str(one.event), one.state or one.said) for one in happened]


def test_a_petition_is_raised_comes_up_again_and_is_settled(told: Told) -> None:
    register = told[0]
    petition = next(one for one in register.petitions if one.told and one.sent and one.answer)
    raised = register.meeting(petition.meeting)
    assert raised is not None
    story = petition_story(register, petition, "Ông Sáu", TODAY)
    assert (story[0].event, story[0].meeting, story[0].said) == (Event.RAISED, raised, "Ông Sáu")
    assert [one.day for one in story] == sorted(one.day for one in story)
    steps = {one.event: one for one in story if one.meeting is None}
    assert steps[Event.SENT].day == petition.sent
    assert steps[Event.ANSWERED].said == petition.answer
    assert steps[Event.TOLD].day == petition.told
    came_up = [one for one in story if one.event is Event.AT_MEETING]
    assert came_up
    assert all(one.day > raised.date for one in came_up)
    assert all(petition.told and one.day <= petition.told for one in came_up)


def test_at_a_meeting_a_petition_stands_as_it_stood_before_that_day(told: Told) -> None:
    register = told[0]
    first, second, third = [one for one in register.meetings if one.date.day == 3][:3]
    petition = Petition(
        "w", first.id, 1, "", "Sửa cầu", sent=second.date, answered=third.date, told=third.date
    )
    assert told_of(register, petition) == [
        (f"{first.date}", "raised", "Ông Sáu"),
        (f"{second.date}", "at_meeting", PetitionState.TO_SEND),
        (f"{second.date}", "sent", ""),
        (f"{third.date}", "at_meeting", PetitionState.WAITING),
        (f"{third.date}", "answered", ""),
        (f"{third.date}", "told", ""),
    ]


def test_meetings_that_are_to_come_say_nothing_of_a_petition(told: Told) -> None:
    register = told[0]
    last = max(one.date for one in register.meetings)
    petition = Petition("w", register.meetings[0].id, 1, "", "Sửa cầu")
    story = petition_story(register, petition, "", last - dt.timedelta(days=40))
    assert max(one.day for one in story) <= last - dt.timedelta(days=40)
    assert len(petition_story(register, petition, "", last)) > len(story)


def test_a_task_is_given_and_then_told_meeting_by_meeting(told: Told) -> None:
    register = told[0]
    for history in task_histories(register).values():
        story = task_story(history)
        assert story[0].event is Event.GIVEN
        assert [one.review for one in story[1:]] == [one.review for one in history.findings]
        assert [one.meeting for one in story[1:]] == [one.meeting for one in history.findings]


def member(told: Told, name: str) -> tuple[Happening, ...]:
    register, lines, opinions = told
    one = next(one for one in register.members if one.name == name)
    return member_story(
        register,
        one,
        [line for line in lines if line.member == one.id],
        [said for said in opinions if said.speaker == one.id],
    )


def test_a_member_has_one_line_for_each_meeting_with_all_that_was_done_there(told: Told) -> None:
    register, lines, opinions = told
    for one in register.members:
        story = member(told, one.name)
        at = {happened.meeting.id: happened for happened in story if happened.meeting}
        assert len(at) == sum(happened.meeting is not None for happened in story)
        for line in lines:
            if line.member == one.id and line.mark is not Mark.NONE:
                assert at[line.meeting].line == line
        said = [opinion.meeting for opinion in opinions if opinion.speaker == one.id]
        assert {key: happened.opinions for key, happened in at.items() if happened.opinions} == {
            key: said.count(key) for key in said
        }
        led = [task for task in register.tasks if task.lead == one.id]
        assert sum(len(happened.tasks) for happened in story) == len(
            [task for task in led if task.meeting]
        )
        found = [review for review in register.reviews if review.task in {t.id for t in led}]
        assert sum(len(happened.reviews) for happened in story) == len(found)
        assert [happened.day for happened in story] == sorted(happened.day for happened in story)


def test_coming_posts_standing_and_leaving_are_told_on_their_days(told: Told) -> None:
    register = told[0]
    standing = next(
        one for one in register.standings if one.kind is StandingKind.EXEMPT and one.since
    )
    one = register.member(standing.member)
    assert one is not None
    span = PostSpan("s", one.id, "Chi ủy viên", dt.date(2020, 1, 1))
    more = CellRecord(
        register.cell,
        members=register.members,
        standings=register.standings,
        post_spans=(span,),
    )
    events = [(line.event, line.said) for line in member_story(more, one, (), ())]
    assert (Event.POST, "Chi ủy viên") in events
    assert (Event.STANDING, standing.reason) in events
    assert (Event.JOINED, "") in events
    assert (Event.OFFICIAL, "") in events
