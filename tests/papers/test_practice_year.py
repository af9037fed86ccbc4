"""Every paper of every period of the practice cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.period import Period, Span
from cellsecretary.papers.catalogue import FORMS, render
from cellsecretary.store.records import period_record
from tests.papers import pages

if TYPE_CHECKING:
    from cellsecretary.store import Book

PERIODS = (
    Period(Span.MONTH, 2025, 12),
    *(Period(Span.MONTH, 2026, month) for month in range(1, 12)),
    Period(Span.QUARTER, 2025, 4),
    *(Period(Span.QUARTER, 2026, quarter) for quarter in range(1, 5)),
    Period(Span.YEAR, 2025),
    Period(Span.YEAR, 2026),
)


@pytest.mark.thorough
@pytest.mark.parametrize("form", sorted(name for name, form in FORMS.items() if form.spans))
def test_every_period_of_the_year_has_its_paper(practice: Book, form: str) -> None:
    fitting = [period for period in PERIODS if period.span in FORMS[form].spans]
    assert fitting
    if form == "meeting-file":
        # It binds every paper of every meeting: the last quarter and the year have them all.
        fitting = [PERIODS[-3], PERIODS[-1]]
    for period in fitting:
        said = pages.text_of(render(form, period_record(practice, period)))
        assert len(said) > 200, period
