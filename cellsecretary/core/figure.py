"""One number of a screen or a paper, and the meetings behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import percent_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted, how many, of how many, and the ids of the meetings that it comes from.

    Without `base` it is no share of anything. `meetings` are in the order of time, each once.
    """

    key: StrEnum
    count: int
    base: int | None = None
    meetings: tuple[str, ...] = ()

    @property
    def percent(self) -> float | None:
        """The share, with one decimal; None where there is none."""
        return None if self.base is None else percent_of(self.count, self.base)


def each_once(meetings: Iterable[str | None]) -> tuple[str, ...]:
    """Give the meetings that are known, each once, in their order."""
    return tuple(dict.fromkeys(meeting for meeting in meetings if meeting))
