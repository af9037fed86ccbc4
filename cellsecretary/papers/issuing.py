"""The end of a paper that goes out: on whose authority who signs, and who receives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.ruleset import Authority
from cellsecretary.core.signing import signer, signer_on
from cellsecretary.papers.signing import Signer

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord, Person
    from cellsecretary.papers.sheet import Sheet


def issue(sheet: Sheet, record: MeetingRecord) -> None:
    """Write who signs a paper of a meeting, and who receives it: a committee's is its own."""
    receivers = sheet.rules.receivers
    if record.meeting.kind is MeetingKind.COMMITTEE:
        receivers = (sheet.words.say("receivers.committee"), *receivers[-1:])
    sheet.issued(signing(sheet, record), _lines(sheet, receivers))


def issue_of_period(sheet: Sheet, period: PeriodRecord, *, receivers: bool = True) -> None:
    """Write who signs a paper of a period, and who receives it."""
    person = signer_on(period.register, period.period.last, period.rules)
    lines = _lines(sheet, sheet.rules.receivers) if receivers else []
    sheet.issued(_signer(sheet, sheet.rules.authority, person), lines)


def signing(sheet: Sheet, record: MeetingRecord) -> Signer:
    """Give who signs a paper of a meeting for its cell or, when that met, its committee."""
    committee = record.meeting.kind is MeetingKind.COMMITTEE
    authority = Authority.COMMITTEE if committee else sheet.rules.authority
    return _signer(sheet, authority, signer(record))


def _signer(sheet: Sheet, authority: Authority, person: Person | None) -> Signer:
    """Give who signs; without anybody there is room for a name."""
    role = sheet.words.say(f"sign.authority.{authority}")
    return Signer(role, person.name, person.post.upper()) if person else Signer(role, "")


def _lines(sheet: Sheet, receivers: tuple[str, ...]) -> list[str]:
    """Give the receivers one a line, each ended as a list is."""
    say = sheet.words.say
    lines = [say("receivers.line", receiver=receiver) for receiver in receivers[:-1]]
    return [*lines, *(say("receivers.last", receiver=last) for last in receivers[-1:])]
