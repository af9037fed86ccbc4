"""Texts from outside, before they are rows: tidied, or refused when they are too long."""

from __future__ import annotations

import pytest

from cellsecretary.core.change import Act, Changes, Refusal, Why, insert, update
from cellsecretary.core.lengths import LONGEST_LINE, LONGEST_TEXT, within_limits
from cellsecretary.core.rows import Member, Opinion
from cellsecretary.core.vietnamese import tidy, tidy_line
from tests.hostile import TEXTS, is_clean


@pytest.mark.parametrize("name", TEXTS)
def test_every_hostile_text_is_tidied_once_and_for_all(name: str) -> None:
    for make in (tidy, tidy_line):
        made = make(TEXTS[name])
        assert is_clean(made)
        assert make(made) == made
        made.encode()
    assert "\u202e" not in tidy(TEXTS[name])


def test_what_is_only_unusual_stays() -> None:
    assert tidy("<b>Lò & Vàng</b> = {0} %s '") == "<b>Lò & Vàng</b> = {0} %s '"


def refused(name: str, text: str) -> bool:
    row = Member("1", 1, name)
    note = Opinion("o", "m", "a", 1, None, text)
    answer = within_limits(Changes(Act.ADD_MEMBER, (insert(row), insert(note))))
    if isinstance(answer, Refusal):
        assert {one.why for one in answer.problems} == {Why.TEXT_TOO_LONG}
        places = {("1", "name"), ("o", "text")}
        assert {(one.row, one.field) for one in answer.problems} <= places
        return True
    return False


def test_a_text_may_be_forty_pages_long_and_a_name_a_thousand_letters() -> None:
    assert not refused("x" * LONGEST_LINE, "x" * LONGEST_TEXT)
    assert refused("x" * (LONGEST_LINE + 1), "")
    assert refused("", "x" * (LONGEST_TEXT + 1))


def test_a_row_that_was_longer_before_the_limit_can_still_be_changed() -> None:
    row = Member("1", 1, "x" * (LONGEST_LINE + 1))
    changes = Changes(Act.CHANGE_MEMBER, (update(row, phone="0912"),))
    assert within_limits(changes) is changes
    assert isinstance(
        within_limits(Changes(Act.CHANGE_MEMBER, (update(row, name="y" * 9999),))), Refusal
    )
