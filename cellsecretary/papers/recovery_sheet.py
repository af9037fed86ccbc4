"""The paper in the safe: the codes that bring back the keys of an office, or open a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.office import toned
from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.signing import Signer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from cellsecretary.core.ruleset import RuleSet

FORM = "recovery-sheet"
_SIZE = 12.0
_USES = ("forgotten", "broken", "seen")


def recovery_sheet(
    rules: RuleSet,
    office: str,
    codes: Sequence[str],
    *,
    seal_key: str,
    signing_code: str,
    made: dt.date,
) -> bytes:
    """Give the PDF of the codes of all keys, newest last; `signing_code` is the printed one.

    It is a secret: it belongs onto paper, and into no file that stays.
    """
    sheet = _begun(rules, "recovery", office)
    say = sheet.words.say
    for number, code in enumerate(codes, 1):
        newest = number == len(codes)
        key = "recovery.newest" if newest else "recovery.code"
        sheet.text(say(key, number=number), leads=True)
        sheet.code(code)
    sheet.section(say("recovery.compare"))
    sheet.text(say("recovery.seal_key"), leads=True)
    sheet.text(seal_key)
    day = sheet.words.short_date(made)
    sheet.line("recovery.signing_key", code=signing_code, made=day)
    return _ended(sheet)


def book_recovery_sheet(rules: RuleSet, cell: str, code: str, made: dt.date) -> bytes:
    """Give the PDF of the code that opens a locked book; a secret as well."""
    sheet = _begun(rules, "book_recovery", cell)
    sheet.code(code)
    sheet.line("book_recovery.made", made=sheet.words.short_date(made))
    return _ended(sheet)


def _begun(rules: RuleSet, words: str, owner: str) -> Sheet:
    """Begin a sheet: whose it is, what it is for, when it is used, and how a code is typed."""
    sheet = Sheet(FORM, toned(rules.paper, rules.paper.tones), draft=False)
    say = sheet.words.say
    sheet.begin(FORM, size=_SIZE)
    sheet.title(say(f"{words}.name"), say("recovery.subject", office=owner))
    sheet.line(f"{words}.what")
    sheet.line(f"{words}.who")
    sheet.section(say("recovery.when"))
    for use in _USES:
        sheet.item(say(f"recovery.{use}"), say(f"{words}.{use}_do"), leads=False)
    sheet.section(say("recovery.codes"))
    sheet.line("recovery.typing", leads=True)
    return sheet


def _ended(sheet: Sheet) -> bytes:
    """End a sheet with where it is kept and who keeps it."""
    say = sheet.words.say
    sheet.end_sections()
    sheet.dotted(say("recovery.place"))
    sheet.dotted(say("recovery.day"))
    sheet.signatures(Signer("", ""), Signer(say("recovery.keeper"), "", say("recovery.signs")))
    return sheet.pdf()
