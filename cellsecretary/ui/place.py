"""`Place`: where in a window somebody was, by names alone, so that it can be come back to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the rail; of the page of meetings also the meeting and its step."""

    page: str
    meeting: str = ""
    step: str = ""
