"""How long somebody waits who typed wrong passwords: guessing must not pay, slips not hurt."""

from __future__ import annotations

FREE = 3
"""So many wrong passwords are slips of the hand."""

LONGEST = 300
"""Seconds that nobody waits longer than."""


def seconds_to_wait(wrong: int) -> int:
    """Give the seconds before the next password, after so many wrong ones in a row."""
    return 0 if wrong < FREE else min(2 ** (wrong - FREE + 1), LONGEST)
