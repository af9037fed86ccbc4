"""What a reply of the superior tells a book that it does not know yet, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.change import Why
from cellsecretary.core.preferences import reply_taken, superior_signer

if TYPE_CHECKING:
    from cellsecretary.core.change import Change, Refusal
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.reply import Reply


class ReplyNews(StrEnum):
    """What a line of a reply is about."""

    RECEIVED = "received"
    RECEIVED_PAPER = "received_paper"
    REMARK = "remark"
    POINTS = "points"
    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    DOCUMENT = "document"
    TOPIC = "topic"
    THEME = "theme"
    DIRECTIVE_CHANGED = "directive_changed"
    DIRECTIVE_WITHDRAWN = "directive_withdrawn"
    RULES = "rules"
    SEAL_KEY = "seal_key"


class SignerState(StrEnum):
    """How well the book knows who signed a reply."""

    UNSIGNED = "unsigned"
    KNOWN = "known"
    FIRST = "first"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SignedBy:
    """The key of a signed reply, in base64, and whether the secretary accepts it from now on."""

    key: str = ""
    accept: bool = False


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One thing that is new, words for it, and what was written there, a remark or an answer.

    `why_not` says why it is not taken over; then it has no changes.
    """

    news: ReplyNews
    words: tuple[tuple[str, str], ...] = ()
    text: str = ""
    changes: tuple[Change, ...] = ()
    why_not: Refusal | None = None

    @property
    def waits_for_key(self) -> bool:
        """Whether it is taken over once the key of the signature is accepted."""
        found = self.why_not.problems if self.why_not else ()
        return any(problem.why is Why.SIGNER_NOT_ACCEPTED for problem in found)

    @property
    def is_news(self) -> bool:
        """Whether the secretary can do something with it."""
        return bool(self.changes) or self.waits_for_key


def signer_state(register: CellRecord, key: str) -> SignerState:
    """Tell whether the superior signed, by the key that was accepted before."""
    known = superior_signer(register.preferences)
    if not key:
        return SignerState.UNSIGNED
    if key == known:
        return SignerState.KNOWN
    return SignerState.OTHER if known else SignerState.FIRST


def is_older(register: CellRecord, reply: Reply) -> bool:
    """Tell whether a newer reply was taken over before this one."""
    taken = reply_taken(register.preferences)
    return taken is not None and reply.made < taken
