"""`VoteDialog`: the count of one vote; base, voters and result are computed beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from cellsecretary.core.change import Why
from cellsecretary.core.facts import vote_base, vote_result, voters_present
from cellsecretary.core.kinds import Needs, VoteMethod
from cellsecretary.core.operations.minutes import add_vote, change_vote, vote_problem
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.votes import figures_text, passed_text

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Vote
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class VoteForm(Form):
    """The widgets of the dialog."""

    form = "vote"
    question_edit: QLineEdit
    hands_radio: QRadioButton
    ballot_radio: QRadioButton
    half_radio: QRadioButton
    two_thirds_radio: QRadioButton
    voters_label: QLabel
    ballots_panel: QWidget
    issued_spin: QSpinBox
    returned_spin: QSpinBox
    valid_spin: QSpinBox
    in_favour_spin: QSpinBox
    against_spin: QSpinBox
    other_spin: QSpinBox
    all_button: QPushButton
    notice_banner: Banner
    result_chip: ChipLabel
    result_label: QLabel
    ways_panel: QWidget
    cancel_button: QPushButton
    keep_button: QPushButton


class VoteDialog(EntryDialog):
    """Asks for one vote on a point of the agenda and keeps it; a vote without an id is new."""

    def __init__(
        self,
        session: Session,
        words: Messages,
        record: MeetingRecord,
        vote: Vote,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._record = record
        self._before = vote
        self.form = form = VoteForm(self)
        self._spins = {
            "in_favour": form.in_favour_spin,
            "against": form.against_spin,
            "other": form.other_spin,
            "issued": form.issued_spin,
            "returned": form.returned_spin,
            "valid": form.valid_spin,
        }
        self.setWindowTitle(self.tr("Vote"))
        StackWhenNarrow(form.ways_panel)
        self._fill()
        form.question_edit.textChanged.connect(self._show_result)
        form.half_radio.toggled.connect(self._show_result)
        form.ballot_radio.toggled.connect(self._propose_ballots)
        for spin in self._spins.values():
            spin.valueChanged.connect(self._show_result)
        form.all_button.clicked.connect(self._count_all_in_favour)
        form.all_button.setAutoDefault(False)
        self._show_result()
        fields = {"question": form.question_edit, **self._spins}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("in_favour" if vote.id else "question")
        ask_size(self, 760)

    def entered(self) -> Vote:
        """Give the vote as it is filled in."""
        return self.vote()

    def keep(self) -> None:
        """Keep the vote; what is wrong with it is said, and the dialog stays."""
        operation = change_vote if self._before.id else add_vote
        refusal = self._session.do(operation, self._record, self.vote())
        if refusal is None:
            self.accept()
        else:
            self.refuse(refusal)

    def vote(self) -> Vote:
        """Give the vote as it is filled in."""
        form = self.form
        ballot = form.ballot_radio.isChecked()
        return replace(
            self._before,
            question=form.question_edit.text(),
            method=VoteMethod.BALLOT if ballot else VoteMethod.HANDS,
            needs=Needs.HALF if form.half_radio.isChecked() else Needs.TWO_THIRDS,
            in_favour=form.in_favour_spin.value(),
            against=form.against_spin.value(),
            other=form.other_spin.value(),
            issued=form.issued_spin.value() if ballot else None,
            returned=form.returned_spin.value() if ballot else None,
            valid=form.valid_spin.value() if ballot else None,
        )

    def _fill(self) -> None:
        form, vote = self.form, self._before
        form.question_edit.setText(vote.question)
        ballot = vote.method is VoteMethod.BALLOT
        (form.ballot_radio if ballot else form.hands_radio).setChecked(True)
        half = vote.needs is Needs.HALF
        (form.half_radio if half else form.two_thirds_radio).setChecked(True)
        for name, spin in self._spins.items():
            spin.setValue(getattr(vote, name) or 0)
        voters = self.tr(
            "{voters} who may vote are present. The result counts from {base} official members."
        )
        base = vote_base(self._record)
        text = voters.format(voters=voters_present(self._record), base=base)
        if not base:
            text = self.tr(
                "Nobody may vote: no member is official yet. Enter since when under “Members”."
            )
        form.voters_label.setText(text)
        form.question_edit.selectAll()

    def _propose_ballots(self, ballot: bool) -> None:
        """Begin with a ballot for everybody; the three figures are there to be corrected."""
        form = self.form
        if ballot and not form.issued_spin.value():
            voters = voters_present(self._record)
            for spin in (form.issued_spin, form.returned_spin, form.valid_spin):
                spin.setValue(voters)
        self._show_result()
        self.grow()

    def _count_all_in_favour(self) -> None:
        form = self.form
        ballot = form.ballot_radio.isChecked()
        voters = form.valid_spin.value() if ballot else voters_present(self._record)
        rest = form.against_spin.value() + form.other_spin.value()
        form.in_favour_spin.setValue(max(voters - rest, 0))

    def _show_result(self) -> None:
        """Show what the figures give, or what is wrong with them."""
        form, vote = self.form, self.vote()
        form.ballots_panel.setVisible(form.ballot_radio.isChecked())
        form.notice_banner.dismiss()
        refusal = vote_problem(self._record, vote)
        problems = refusal.problems if refusal else ()
        wrong = [problem for problem in problems if problem.why is not Why.QUESTION_MISSING]
        if wrong:
            form.result_chip.show_state(State.CARE, self.tr("Check the count"))
            form.result_label.setText(self._words.refusal(wrong[0]))
        elif not (vote.in_favour or vote.against or vote.other):
            form.result_chip.show_state(State.NONE, self.tr("Not counted yet"))
            form.result_label.setText("")
        else:
            passed = vote_result(self._record, vote).passed
            form.result_chip.show_state(*passed_text(passed))
            form.result_label.setText(figures_text(self._record, vote))
