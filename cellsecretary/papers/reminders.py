"""Slips that remind cells of the packets that are missing (phiếu nhắc), signed by the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.board_table import signer_of
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.office import toned
from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.words import opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.office import Office, Slip
    from cellsecretary.core.ruleset import RuleSet

FORM = "reminder"


def reminder_slips(slips: Sequence[Slip], rules: RuleSet, office: Office) -> bytes:
    """Make a slip for each cell, to be cut apart, as the bytes of a PDF; two fit on a page.

    Without any slip there is no paper: `PaperError`.
    """
    if not slips:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, FORM)
    style = rules.paper.tones
    office = toned(office, style)
    sheet = Sheet(FORM, toned(rules.paper, style), draft=False)
    sheet.slips([_slip(sheet, slip, office) for slip in toned(tuple(slips), style)], even=False)
    return sheet.pdf()


def _slip(sheet: Sheet, slip: Slip, office: Office) -> Sheet:
    words, say = sheet.words, sheet.words.say
    made = sheet.slip(size=sheet.rules.layout.small_size)
    made.letterhead(office, office.day, dated=True)
    made.title(say("reminder.name"), say("reminder.subject"))
    made.text(say("reminder.to", cell=slip.cell))
    months = [
        # A hard space: no line begins with the number of a month.
        say("reminder.month", number=one.month, year=one.year).replace(" ", "\u00a0")
        for one in slip.missing
    ]
    made.line("reminder.missing", months=opening(words.listing(months)))
    if slip.until:
        made.line("reminder.until", date=words.long_date(slip.until))
    else:
        made.line("reminder.soon")
    made.line("reminder.sent")
    made.issued(signer_of(office))
    return made
