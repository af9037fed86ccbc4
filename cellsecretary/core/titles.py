"""What a meeting is called when nobody says otherwise."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from cellsecretary.core.period import QUARTERS

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.kinds import MeetingKind
    from cellsecretary.core.ruleset import RuleSet


def proposed_title(kind: MeetingKind, day: dt.date, rules: RuleSet) -> str:
    """Give the title that the rules propose for a kind of meeting on a day, empty for none."""
    return Template(rules.titles.get(kind, "")).safe_substitute(
        month=day.month, quarter=QUARTERS[(day.month - 1) // 3], year=day.year
    )
