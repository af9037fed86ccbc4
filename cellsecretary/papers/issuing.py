"""The end of a paper that goes out: on whose authority who signs, and who receives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cellsecretary.core.record import Person
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words


def issue(sheet: Sheet, signer: Person | None, *, receivers: bool = True) -> None:
    """Write the block of signature and receivers; without a signer there is room for a name."""
    sheet.issued(
        sheet.words.say(f"sign.authority.{sheet.rules.authority}"),
        (signer.post if signer else "").upper(),
        signer.name if signer else "",
        _lines(sheet.words, sheet.rules.receivers) if receivers else (),
    )


def _lines(words: Words, receivers: tuple[str, ...]) -> list[str]:
    """Give the receivers one a line, each ended as a list is."""
    lines = [words.say("receivers.line", receiver=receiver) for receiver in receivers[:-1]]
    return [*lines, *(words.say("receivers.last", receiver=last) for last in receivers[-1:])]
