"""The votes on one point, as counted, with the result that the program computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.core.facts import vote_result
from cellsecretary.core.kinds import VoteMethod
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Vote


class VoteList(QWidget):
    """One card for each vote; the signals carry the id of a vote."""

    change_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, VoteCard] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(current_theme().space(2))

    @property
    def cards(self) -> tuple[VoteCard, ...]:
        """The cards that are shown, in their order."""
        return tuple(self._cards.values())

    def set_votes(self, record: MeetingRecord, votes: Sequence[Vote]) -> None:
        """Show these votes with their results."""
        wanted = {vote.id for vote in votes}
        for gone in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(gone)
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        for vote in votes:
            card = self._cards.get(vote.id) or self._make(vote.id)
            card.show_vote(record, vote)

    def _make(self, vote: str) -> VoteCard:
        card = VoteCard(self)
        card.change_button.clicked.connect(lambda: self.change_wanted.emit(vote))
        card.delete_button.clicked.connect(lambda: self.delete_wanted.emit(vote))
        self._box.addWidget(card)
        self._cards[vote] = card
        return card


class VoteCard(QFrame):
    """One vote: its question, whether it passed, and the figures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setProperty("role", "card")
        self.question_label = _label(self, "strong")
        self.figures_label = _label(self, "")
        self.result_chip = ChipLabel(self)
        self.change_button = _tool(self, "edit")
        self.delete_button = _tool(self, "delete")
        result = QHBoxLayout()
        result.setSpacing(theme.space(3))
        result.addWidget(self.result_chip, 0, Qt.AlignmentFlag.AlignTop)
        result.addWidget(self.figures_label, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.space(3), theme.space(2), theme.space(1), theme.space(2))
        grid.setSpacing(theme.space(2))
        grid.addWidget(self.question_label, 0, 0)
        grid.addWidget(self.change_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.delete_button, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(result, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def show_vote(self, record: MeetingRecord, vote: Vote) -> None:
        """Show a vote with the result that follows from its figures."""
        result = vote_result(record, vote)
        self.question_label.setText(vote.question)
        self.result_chip.show_state(*passed_text(result.passed))
        self.figures_label.setText(figures_text(record, vote))
        change = self.tr("Change the vote: {question}").format(question=vote.question)
        delete = self.tr("Delete the vote: {question}").format(question=vote.question)
        self.change_button.setAccessibleName(change)
        self.change_button.setToolTip(self.tr("Change this vote"))
        self.delete_button.setAccessibleName(delete)
        self.delete_button.setToolTip(self.tr("Delete this vote"))
        for button in (self.change_button, self.delete_button):
            button.setVisible(record.is_open)


def passed_text(passed: bool) -> tuple[State, str]:
    """Say whether a vote passed."""
    if passed:
        return State.GOOD, QCoreApplication.translate("VoteList", "Passed")
    return State.BAD, QCoreApplication.translate("VoteList", "Not passed")


def figures_text(record: MeetingRecord, vote: Vote) -> str:
    """Give the figures of a vote in words: its share of the base, the others, the ballots."""
    result = vote_result(record, vote)
    percent = "–" if result.percent is None else QLocale().toString(result.percent, "f", 1)
    favour = QCoreApplication.translate("VoteList", "In favour {count}/{base}, {percent} %.")
    rest = QCoreApplication.translate("VoteList", "Against {against}, other opinions {other}.")
    texts = [
        favour.format(count=vote.in_favour, base=result.base, percent=percent),
        rest.format(against=vote.against, other=vote.other),
    ]
    if vote.method is VoteMethod.BALLOT:
        ballots = QCoreApplication.translate(
            "VoteList", "Ballots: issued {issued}, returned {returned}, valid {valid}."
        )
        texts.append(
            ballots.format(
                issued=vote.issued or 0, returned=vote.returned or 0, valid=vote.valid or 0
            )
        )
    return " ".join(texts)


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _tool(parent: QWidget, icon_name: str) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("role", "plain")
    button.setProperty("icon_name", icon_name)
    put_icon(button)
    return button
