"""The list of papers and the functions behind it belong together."""

from __future__ import annotations

import pytest

from cellsecretary.papers.catalogue import FORMS, render
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.makers import OF_MEETING, OF_PERIOD, OF_PERIOD_WISH, OF_WISH
from tests.papers import records
from tests.papers.periods import practice


def test_every_form_has_its_function_and_every_function_its_form() -> None:
    assert {*OF_MEETING, *OF_WISH} == {name for name, form in FORMS.items() if form.of_meeting}
    assert {*OF_PERIOD, *OF_PERIOD_WISH} == {name for name, form in FORMS.items() if form.spans}
    divided = {name for name, form in FORMS.items() if form.portions}
    assert {*OF_WISH, *OF_PERIOD_WISH} == divided
    assert not {*OF_MEETING, *OF_PERIOD} & divided


def test_every_form_is_of_something() -> None:
    assert all(form.of_meeting or form.spans for form in FORMS.values())


@pytest.mark.parametrize("form", ["minutes", "extract", "resolution", "assignment"])
def test_a_portion_that_a_paper_does_not_have_is_refused(form: str) -> None:
    with pytest.raises(PaperError) as refused:
        render(form, records.october(), ("elsewhere",))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


def test_a_member_without_a_task_in_the_year_has_no_sheet() -> None:
    with pytest.raises(PaperError) as refused:
        render("member-tasks", practice("2026"), ("elsewhere",))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(PaperError) as refused:
        render("poster", records.october())
    assert refused.value.fault is Fault.UNKNOWN_FORM
