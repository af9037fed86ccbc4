"""The successor's first start: what was handed over, step by step, and who is secretary now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QWidget

from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.operations.terms import hand_post_over
from cellsecretary.core.terms import committee
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.handover_lines import HandoverLines
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class TakeOverForm(Form):
    """The widgets of the dialog."""

    form = "take_over"
    notice_banner: Banner
    place_label: QLabel
    title_label: QLabel
    lines_area: QScrollArea
    lines_label: QLabel
    secretary_panel: QWidget
    secretary_edit: MemberPicker
    back_button: QPushButton
    print_button: QPushButton
    seen_button: QPushButton


class TakeOverDialog(QDialog):
    """One page for each part, then the new secretary, then the record to be signed.

    `record_wanted` asks for the record of the handover.
    """

    record_wanted = Signal()

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._chapters = HandoverLines(session, words, self).chapters()
        self._step = 0
        self.form = form = TakeOverForm(self)
        self.setWindowTitle(self.tr("What was handed over to you"))
        form.notice_banner.dismiss()
        today = session.today()
        rules = session.rules(today)
        self._post = rules.meeting.committee_posts[0]
        register = session.register
        here = [
            member
            for member in register.members_on(today)
            if register.standing(member.id, today) is StandingKind.ACTIVE
        ]
        form.secretary_edit.set_people(here)
        holders = [m for m in committee(session.register, today, rules) if m.post == self._post]
        form.secretary_edit.set_member(holders[0].id if holders else None)
        form.back_button.clicked.connect(self._go_back)
        form.seen_button.clicked.connect(self._go_on)
        form.print_button.clicked.connect(self._print)
        self._seen_text = form.seen_button.text()
        self._show()
        ask_size(self, 760, 520)

    @property
    def _appoints(self) -> bool:
        return self._step == len(self._chapters)

    @property
    def _ends(self) -> bool:
        return self._step > len(self._chapters)

    def _show(self) -> None:
        form, last = self.form, len(self._chapters) + 2
        place = self.tr("Step {step} of {count}")
        form.place_label.setText(place.format(step=self._step + 1, count=last))
        form.secretary_panel.setVisible(self._appoints)
        form.back_button.setEnabled(self._step > 0)
        form.print_button.setVisible(self._ends)
        chosen = self.tr("&This member is the secretary now")
        done = self.tr("&Done") if self._ends else self._seen_text
        form.seen_button.setText(chosen if self._appoints else done)
        if self._ends:
            title = self.tr("The book is yours")
            lines = self.tr(
                "Print the record of the handover; both sides and a witness sign it. The list is "
                "in it once more."
            )
        elif self._appoints:
            title = self.tr("The new secretary")
            lines = self.tr(
                "The secretary signs the papers of the cell from today on. Who held the post "
                "before stays in the history of terms."
            )
        else:
            chapter = self._chapters[self._step]
            title = chapter.title
            lines = "\n".join(f"– {line}" for line in chapter.lines)
            lines = lines or self.tr("Nothing. Go on.")
        form.title_label.setText(title)
        form.lines_label.setText(lines)
        form.lines_area.verticalScrollBar().setValue(0)
        focus = form.secretary_edit if self._appoints else form.seen_button
        (form.print_button if self._ends else focus).setFocus()

    def _go_back(self) -> None:
        self.form.notice_banner.dismiss()
        self._step -= 1
        self._show()

    def _go_on(self) -> None:
        self.form.notice_banner.dismiss()
        if self._appoints and not self._appoint():
            return
        if self._ends:
            self.accept()
            return
        self._step += 1
        self._show()

    def _appoint(self) -> bool:
        """Give the post of the secretary to the member named; False when nobody is."""
        picker = self.form.secretary_edit
        picker.settle()
        member = picker.member()
        if member is None:
            text = self.tr("Choose the name of the secretary from the list.")
            self.form.notice_banner.show_message(State.BAD, text)
            picker.setFocus()
            return False
        refusal = self._session.do(hand_post_over, self._session.register, self._post, member)
        for problem in refusal.problems if refusal else ():
            self.form.notice_banner.show_message(State.BAD, self._words.refusal(problem))
        return refusal is None

    def _print(self) -> None:
        self.accept()
        self.record_wanted.emit()
