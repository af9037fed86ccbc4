"""Small checks of values of the rule files; what fails raises `PlainError` with its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.core.plain import PlainError
from cellsecretary.rules.errors import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import Enum

    from cellsecretary.core.kinds import MeetingKind
    from cellsecretary.core.ruleset import Share

MINUTES_A_DAY = 24 * 60


def insist(holds: bool, path: str, reason: Reason = Reason.OUT_OF_RANGE) -> None:
    """Insist that something holds."""
    if not holds:
        raise PlainError(path, reason)


def check_minutes(minutes: Mapping[MeetingKind, int], path: str) -> None:
    """Insist on lengths that a day has."""
    for kind, number in minutes.items():
        insist(0 <= number <= MINUTES_A_DAY, f"{path}.{kind}")


def check_share(share: Share, path: str) -> None:
    """Insist on a fraction between nothing and the whole."""
    insist(share.denominator > 0, f"{path}.denominator")
    insist(0 <= share.numerator <= share.denominator, f"{path}.numerator")


def check_text(text: str, path: str) -> None:
    """Insist on a text that says something."""
    insist(bool(text.strip()), path, Reason.EMPTY)


def check_texts(texts: Sequence[str], path: str) -> None:
    """Insist that every text says something."""
    for index, text in enumerate(texts):
        check_text(text, f"{path}[{index}]")


def check_complete(given: Mapping[Any, object], wanted: type[Enum], path: str) -> None:
    """Insist that every kind is named."""
    for member in wanted:
        insist(member in given, f"{path}.{member.value}", Reason.MISSING)


def check_bands(given: Mapping[Any, int], wanted: Sequence[Enum], total: int, path: str) -> None:
    """Insist that each band but the lowest has its least points, fewer from band to band."""
    bands = [given.get(band) for band in wanted]
    for band, least in zip(wanted, bands, strict=True):
        insist(least is not None, f"{path}.{band.value}", Reason.MISSING)
    for band in given:
        insist(band in wanted, f"{path}.{band.value}", Reason.UNKNOWN_KEY)
    falling = [total, *(least or 0 for least in bands), 0]
    insist(falling == sorted(falling, reverse=True), path)
