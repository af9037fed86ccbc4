"""Which function writes which paper; this is where ReportLab is imported, with the first paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.minutes import minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.sheet import Sheet

OF_MEETING: Mapping[str, Callable[[Sheet, MeetingRecord], None]] = {"minutes": minutes}
"""Each writes one paper of a meeting onto a sheet."""

OF_PERIOD: Mapping[str, Callable[[Sheet, PeriodRecord], None]] = {}
"""Each writes one paper of a month, a quarter or a year onto a sheet."""
