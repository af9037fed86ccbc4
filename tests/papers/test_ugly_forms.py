"""Every paper of a meeting comes out whole whatever was typed and however many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cellsecretary.core.kinds import VoteMethod
from cellsecretary.papers.catalogue import FORMS, render
from tests.papers import pages, records
from tests.papers.test_layout import assert_inside_the_margins

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

CUT_AND_HANDED_OUT = ["notice", "agenda", "chair-agenda", "sign-in", "assignment", "ballots"]
FILLED_IN = ["ballot-count", "blank-set"]
TEXT = st.text(st.sampled_from("aăâđêôơưệỗữÝ ỂABC<>&\"'$%{}\\/;:.,-–0123456789\t\n"), max_size=120)
LONG = st.text(st.sampled_from("nghiêngƯỢW_ "), min_size=80, max_size=300)


def grown(members: int, tasks: int, text: str, name: str) -> MeetingRecord:
    """The November meeting with so many members and tasks, all called and said alike."""
    full = records.november()
    line, task, vote = full.roster[0], full.tasks[0], full.votes[0]
    people = tuple(str(n) for n in range(members))
    return replace(
        full,
        cell=replace(full.cell, name=f"Chi bộ {name}"[:200], superior=text),
        meeting=replace(full.meeting, title=f"Sinh hoạt {text}", topic=name, place=text),
        people=tuple(replace(full.people[0], id=key, number=int(key), name=name) for key in people),
        roster=tuple(
            replace(line, id=key, member=key, number=int(key), name=name, reason=text)
            for key in people
        ),
        agenda=tuple(replace(item, title=f"Điểm {text}", note=name) for item in full.agenda),
        tasks=tuple(
            replace(
                task, id=f"t{n}", code=f"T{n}", what=text, product=name, lead="0", helpers=people
            )
            for n in range(tasks)
        ),
        votes=(replace(vote, question=f"Hỏi {text}", method=VoteMethod.BALLOT, issued=5),),
    )


@pytest.mark.thorough
@pytest.mark.parametrize("form", [*CUT_AND_HANDED_OUT, *FILLED_IN])
@given(text=TEXT, name=LONG)
@settings(max_examples=5, deadline=None)
def test_any_text_stays_inside_the_margins(form: str, text: str, name: str) -> None:
    assert form in FORMS
    pdf = render(form, grown(3, 2, text, name))
    assert_inside_the_margins(pdf)
    assert all(pages.fonts(pdf).values())
    assert "\ufffd" not in pages.text_of(pdf)


@pytest.mark.thorough
@pytest.mark.parametrize("form", [*CUT_AND_HANDED_OUT, *FILLED_IN])
@pytest.mark.parametrize(("members", "tasks"), [(1, 1), (60, 40), (300, 1)])
def test_any_size_stays_inside_the_margins(form: str, members: int, tasks: int) -> None:
    record = grown(members, tasks, 'Vệ sinh <b>&" đường làng', "Nguye\u0302\u0303n Thị Người")
    assert_inside_the_margins(render(form, record))
