"""How long somebody waits who typed wrong passwords."""

from __future__ import annotations

import pytest

from cellsecretary.core.patience import LONGEST, seconds_to_wait


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (2, 0), (3, 2), (4, 4), (10, 256), (11, LONGEST), (99, 300)]
)
def test_slips_cost_nothing_and_guessing_ever_more(wrong: int, seconds: int) -> None:
    assert seconds_to_wait(wrong) == seconds
