"""Packets in plain words: who signed them, and what they would change in a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.intake import Counted
from cellsecretary.exchange.keys import printed_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cellsecretary.core.intake import Tally
    from cellsecretary.exchange.intake import Brought
    from cellsecretary.messages import Messages


def signers(words: Messages, brought: Brought, own: bytes | None = None) -> tuple[str, ...]:
    """Say who signed; `own` is the public key of the book, None where it has none yet."""
    codes = sorted(printed_code(key) for key in brought.signers if key and key != own)
    said = [words.packet_word("signed_here")] if own is not None and own in brought.signers else []
    said += [words.packet_word("signed_by", code=code) for code in codes]
    if None in brought.signers:
        said.append(words.packet_word("unsigned"))
    return tuple(said)


def changes(words: Messages, tallies: Sequence[Tally]) -> Iterator[str]:
    """Say what would be added, changed and taken away, a sentence each."""
    for act in ("added", "changed", "removed"):
        counts = [(getattr(one, act), one.counted) for one in tallies if getattr(one, act)]
        if counts:
            parts = (
                words.packet_word("counted", count=count, what=words.value(counted))
                for count, counted in counts
            )
            yield words.packet_word(act, list=", ".join(parts))


def left_out(words: Messages, tallies: Sequence[Tally], brought: Brought) -> Iterator[str]:
    """Say what the packets do not have and somebody has to enter again."""
    if tallies and brought.is_shortened:
        yield words.packet_word("without_reasons")
    if any(one.counted is Counted.MEETING and one.added for one in tallies):
        yield words.packet_word("without_later")
    if any(one.counted is Counted.MEMBER and one.added for one in tallies):
        yield words.packet_word("without_dates")
