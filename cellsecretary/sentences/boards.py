"""What goes back to the cells of a board, in words, for its window and for the command line."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from cellsecretary.exchange.delivery import DeliveryError

if TYPE_CHECKING:
    from cellsecretary.core.board.reply import ReplyCounts
    from cellsecretary.exchange.replying import WrittenReply
    from cellsecretary.messages import Messages


def contents(words: Messages, counts: ReplyCounts) -> str:
    """Say what is in a reply, leaving out what is not."""
    told = [(field.name, getattr(counts, field.name)) for field in fields(counts)]
    parts = [words.reply_back(name, count=count) for name, count in told if count]
    return ", ".join(parts) or words.reply_back("nothing")


def written(words: Messages, one: WrittenReply, *, stick: bool = True) -> str:
    """Say what became of the reply to a cell."""
    if one.trouble is None:
        return words.reply_back("line", name=one.name, what=contents(words, one.counts))
    if isinstance(one.trouble, DeliveryError):
        why = words.undelivered(one.trouble.why, one.trouble.place, stick=stick)
        return words.reply_back("not_written", name=one.name, reason=why)
    return words.reply_back("too_long", name=one.name)
