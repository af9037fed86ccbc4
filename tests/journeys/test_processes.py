"""Several programs at one file: one writes, and a second start raises it."""

from __future__ import annotations

import sys

import pytest

from tests.torture.starts import starts
from tests.torture.writers import writers

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are told by pipes and signals"
)


@pytest.mark.thorough
@posix
def test_of_five_programs_one_writes_and_a_killed_one_is_followed_at_once() -> None:
    found = writers(1, 0, rounds=50)
    assert (found.killed, found.turned_away) == (1, 4)
    assert found.looks == found.acts > 0
    # The race was one: some were turned away.
    assert 0 < found.taken < found.tries


@pytest.mark.thorough
@posix
def test_a_second_start_raises_the_window_of_the_first_and_ends() -> None:
    assert starts(1).raised == 1
