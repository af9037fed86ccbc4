"""A locked book survives a kill at any moment, and shows nothing of what was written in it."""

from __future__ import annotations

import os

import pytest

from cellsecretary.store.engine import CAN_ENCRYPT
from tests.torture.passwords import killed, searched
from tests.torture.places import workers

KILLS, TEXTS, SEED = 9, 50, 0

pytestmark = pytest.mark.skipif(
    os.name != "posix" or not CAN_ENCRYPT, reason="only POSIX systems fork; SQLCipher is needed"
)


@pytest.mark.thorough
def test_killed_at_any_moment_it_opens_and_the_next_opening_finishes() -> None:
    # A process of its own, that has no thread and no window, forks.
    with workers(1) as pool:
        seen = pool.submit(killed, KILLS, SEED).result()
    assert seen.wrong == [], seen.wrong[0]
    assert seen.kills.total() == KILLS
    assert seen.mixed or len(seen.states) > 1, "every kill came too early or too late"


@pytest.mark.thorough
def test_no_text_that_was_written_in_it_can_be_read() -> None:
    with workers(1) as pool:
        found = pool.submit(searched, TEXTS, SEED).result()
    assert found.wrong == []
    assert (found.in_plain, found.in_locked) == (TEXTS, 0)
    assert found.when_plain_again == TEXTS + found.later
