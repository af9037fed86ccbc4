"""Replies of the superior in plain words: who signed one, what is new in it, what is not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.preferences import superior_signer
from cellsecretary.core.reply_lines import ReplyLine, ReplyNews, is_older, signer_state
from cellsecretary.exchange.reply_look import code_of
from cellsecretary.sentences.rules import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.register import CellRecord
    from cellsecretary.exchange.reply_look import ReplyLook
    from cellsecretary.messages import Messages


def origin(words: Messages, look: ReplyLook) -> str:
    """Say which office sent it, and when."""
    reply = look.reply
    return words.reply_word("from", name=reply.office, date=reply.made.date().isoformat())


def signature(words: Messages, look: ReplyLook, register: CellRecord) -> str:
    """Say who signed, and whether the book knows that key."""
    known = code_of(superior_signer(register.preferences))
    state = signer_state(register, look.key)
    return words.reply_word(state.value, code=look.code, known=known)


def line(words: Messages, one: ReplyLine) -> str:
    """Say one thing that is new, and why it is not taken over."""
    said = words.reply_line(one)
    if one.why_not is None:
        return said
    return words.reply_word("not_taken", what=said, reason=words.refusals(one.why_not))


def care(words: Messages, look: ReplyLook, register: CellRecord) -> Iterator[str]:
    """Say what is to be known before it is taken over."""
    if is_older(register, look.reply):
        yield words.reply_word("older")
    for wrong in look.unreadable:
        file = ReplyLine(ReplyNews.RULES, (("name", wrong.file.name),))
        said = words.reply_line(file)
        yield words.reply_word("not_taken", what=said, reason=refused(words, wrong))
