"""The sheet on which a month's party fees are collected (danh sách nộp đảng phí)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.signing import signer_on
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.papers.sheet import Sheet

_ROOM = 1.6
"""Height of a row in lines: somebody signs in it."""


def fees(sheet: Sheet, month: PeriodRecord) -> None:
    """Write the list of those who pay in a month, with room for amount and signature.

    Whom a meeting of the month noted as owing is marked; visiting members pay in their own cell.
    """
    say, last = sheet.words.say, month.period.last
    sheet.letterhead(month.cell, None)
    sheet.title(say("fees.name"), sheet.words.period(month.period))
    owing = {line.member for record in month.records for line in record.roster if line.fee_owing}
    paid = [r.meeting.fees_paid for r in month.records if r.meeting.fees_paid is not None]
    members = [member for member in month.register.members if month.register.has(member, last)]
    columns = [
        Column(say("table.number"), 10, centred=True),
        Column(say("table.name"), 55),
        Column(say("fees.amount"), 32),
        Column(say("table.signature"), 34),
        Column(say("table.note"), 34),
    ]
    sheet.table(
        columns,
        [
            [str(member.number), member.name, "", "", say("fees.owing") * (member.id in owing)]
            for member in members
        ],
        room=_ROOM,
    )
    if paid:
        sheet.line("fees.paid", count=paid[-1])
    sheet.line("fees.total", count=len(members))
    for key in ("sum", "in_words"):
        sheet.dotted(say(f"fees.{key}"))
    signer = signer_on(month.register, last, month.rules)
    sheet.signatures(
        Signer(say("fees.collector"), ""),
        Signer(say("fees.secretary"), signer.name if signer else ""),
    )
