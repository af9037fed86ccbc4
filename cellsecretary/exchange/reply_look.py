"""A reply as a book looks at it: who signed it, and which of its rule files can be used."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.core.reply_lines import SignedBy
from cellsecretary.exchange.keys import printed_code
from cellsecretary.rules import Reason, RuleFileError
from cellsecretary.rules.rulebook import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.reply import HandedRules, Reply
    from cellsecretary.exchange.reply import OpenedReply
    from cellsecretary.rules import Rulebook


@dataclass(frozen=True, slots=True)
class ReplyLook:
    """A reply with the rule files left out that this program cannot read, and why it cannot.

    `key` is the key of its signature in base64 and `code` its short code, both empty without one.
    """

    reply: Reply
    key: str
    code: str
    unreadable: tuple[RuleFileError, ...]

    def signed(self, *, accept: bool) -> SignedBy:
        """Give who signed, and whether that key is accepted from now on."""
        return SignedBy(self.key, accept and bool(self.key))


def look_at(opened: OpenedReply, register: CellRecord, rulebook: Rulebook) -> ReplyLook:
    """Look at a reply; rule files that the book uses already were read before."""
    known: Mapping[str, str] = {file.text: file.name for file in register.rule_files}
    readable: list[HandedRules] = []
    unreadable: list[RuleFileError] = []
    for file in opened.reply.rules:
        try:
            if file.text not in known:
                _insist_on_rules(file, rulebook)
        except RuleFileError as wrong:
            unreadable.append(wrong)
        else:
            readable.append(file)
    key = opened.signer or b""
    return ReplyLook(
        replace(opened.reply, rules=tuple(readable)),
        b64encode(key).decode(),
        printed_code(key) if key else "",
        tuple(unreadable),
    )


def code_of(key: str) -> str:
    """Give the short code of a key that the book keeps in base64."""
    return printed_code(b64decode(key)) if key else ""


def _insist_on_rules(file: HandedRules, rulebook: Rulebook) -> None:
    if len(file.text.encode()) > LARGEST_FILE:
        raise RuleFileError(Path(file.name), 0, "", Reason.TOO_LARGE)
    rulebook.read(file.name, file.text)
