"""Any list of the window on paper: upright where its columns fit, else laid across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.office import toned
from cellsecretary.papers.table_page import ACROSS, UPRIGHT, fitted

if TYPE_CHECKING:
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.table import Table

FORM = "listing"


def list_pdf(table: Table, rules: RuleSet) -> bytes:
    """Make a list as the bytes of a PDF, always the same for the same values.

    Its head is on every page, pages are numbered from the second on. It is a working paper: whose
    it is and of which day the subtitle says, nobody signs it.
    """
    style = rules.paper.tones
    table = toned(table, style)
    page = fitted(FORM, toned(rules.paper, style), table, UPRIGHT, ACROSS)
    page.sheet.title(table.title.upper(), table.subtitle)
    page.write()
    return page.sheet.pdf()
