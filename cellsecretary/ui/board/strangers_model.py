"""Senders and boards that nobody said yet belong here, each with the answer that it is to get."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from cellsecretary.exchange.collecting import Refused
from cellsecretary.exchange.keys import printed_code
from cellsecretary.ui.chips import State
from cellsecretary.ui.records import Column, RecordModel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex, QObject

    from cellsecretary.exchange.strangers import Stranger


class Say(Enum):
    """What the clerk answers."""

    LATER = auto()
    ACCEPT = auto()
    NEVER = auto()


SAY_STATES = {Say.LATER: State.NONE, Say.ACCEPT: State.GOOD, Say.NEVER: State.BAD}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: about a sender, or about the board of another."""

    stranger: Stranger | None
    board: Path | None
    say: Say

    @property
    def key(self) -> object:
        """What it is about, whatever the answer."""
        return (self.stranger.sender, self.stranger.reason) if self.stranger else self.board


class StrangersModel(RecordModel[Asked]):
    """The questions in a table; a click or Space turns an answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            [
                Column(self.tr("Answer"), self._answer, state=lambda one: SAY_STATES[one.say]),
                Column(self.tr("From"), self._who, strong=True),
                Column(self.tr("What is to be decided"), self._what),
            ],
            lambda one: one.key,
            parent,
        )

    def ask(self, strangers: Iterable[Stranger], boards: Iterable[Path]) -> None:
        """Ask about senders and boards; what nothing speaks against is accepted unless changed."""
        rows = [Asked(one, None, Say.ACCEPT if one.is_expected else Say.LATER) for one in strangers]
        rows += [Asked(None, path, Say.LATER) for path in boards]
        self.set_rows(rows)

    def turn(self, index: QModelIndex) -> None:
        """Accept, or leave it for later."""
        self._say(index, Say.LATER if self._is(index, Say.ACCEPT) else Say.ACCEPT)

    def turn_away(self, index: QModelIndex) -> None:
        """Turn a sender away for good, or leave it for later after all."""
        self._say(index, Say.LATER if self._is(index, Say.NEVER) else Say.NEVER)

    def _is(self, index: QModelIndex, say: Say) -> bool:
        row = self.at(index)
        return row is not None and row.say is say

    def _say(self, index: QModelIndex, say: Say) -> None:
        row = self.at(index)
        if row is not None and not (row.board is not None and say is Say.NEVER):
            self.set_rows([replace(row, say=say) if one is row else one for one in self.rows])

    def _answer(self, asked: Asked) -> str:
        match asked.say:
            case Say.ACCEPT:
                return self.tr("right, receive")
            case Say.NEVER:
                return self.tr("never receive")
            case Say.LATER:
                return self.tr("not now")

    def _who(self, asked: Asked) -> str:
        if asked.stranger is None:
            assert asked.board is not None
            return asked.board.name
        sender = asked.stranger.sender
        count = self.tr("%n packet(s)", "", len(asked.stranger.paths))
        return self.tr("{cell}: {packets}").format(cell=sender.name, packets=count)

    def _what(self, asked: Asked) -> str:
        if asked.stranger is None:
            return self.tr(
                "The board of another computer. It is believed as a whole: merge it only when it "
                "came from a colleague's own hand."
            )
        stranger = asked.stranger
        code = printed_code(bytes.fromhex(stranger.sender.key))
        match stranger.reason:
            case Refused.UNKNOWN_NAME:
                text = self.tr("The name is another than the one that is known: {name}.")
                return text.format(name=stranger.known_as)
            case Refused.UNKNOWN_KEY:
                text = self.tr(
                    "A new key, code {code}. Telephone the cell and compare it with the code on "
                    "its computer: a new computer has another key, and so has a forger."
                )
                return text.format(code=code)
            case _:
                text = self.tr(
                    "This cell is not on the board yet. Its superior: {superior}; the code of its "
                    "key: {code}."
                )
                return text.format(superior=stranger.sender.superior, code=code)
