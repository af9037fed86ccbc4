"""Any table of the board on pages laid across, for the office that keeps it to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.office import toned
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.table_page import ACROSS, fitted

if TYPE_CHECKING:
    from cellsecretary.core.charts import Chart
    from cellsecretary.core.office import Office
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.table import Table

FORM = "board-table"


def table_pdf(table: Table, rules: RuleSet, office: Office, chart: Chart | None = None) -> bytes:
    """Make a table as the bytes of a PDF, always the same for the same values.

    Its head is on every page; a chart stands below it.
    """
    style = rules.paper.tones
    table, office, chart = toned(table, style), toned(office, style), toned(chart, style)
    page = fitted(FORM, toned(rules.paper, style), table, ACROSS)
    sheet = page.sheet
    sheet.letterhead(office, office.day, dated=True)
    sheet.title(table.title.upper(), table.subtitle)
    page.write()
    if chart:
        sheet.chart(chart)
    sheet.issued(signer_of(office))
    return sheet.pdf()


def signer_of(office: Office) -> Signer:
    """Give who signs for an office."""
    return Signer(office.signer_title.upper(), office.signer)
