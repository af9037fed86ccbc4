"""The end of a membership: when and how, and where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from cellsecretary.core.kinds import Leaving
from cellsecretary.core.operations.members import end_membership
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size, fit_anew

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.rows import Member
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class LeavingForm(Form):
    """The widgets of the dialog."""

    form = "leaving"
    notice_banner: Banner
    who_label: QLabel
    left_edit: DateField
    how_box: QComboBox
    transfer_panel: QWidget
    to_edit: QLineEdit
    confirmed_edit: DateField
    reason_edit: QLineEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class LeavingDialog(EntryDialog):
    """Ends the membership of one member, or corrects how it ended."""

    def __init__(
        self, session: Session, words: Messages, member: Member, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._member = member
        self.form = LeavingForm(self)
        form = self.form
        self.setWindowTitle(self.tr("End of membership"))
        form.who_label.setText(member.name)
        form.left_edit.set_near(session.today())
        form.left_edit.set_date(member.left or session.today())
        # Nothing is chosen beforehand: how a membership ended is never to be a slip of the hand.
        form.how_box.addItem("–", "")
        for how in Leaving:
            form.how_box.addItem(words.value(how), how.value)
        form.how_box.setCurrentIndex(max(form.how_box.findData(member.leaving or ""), 0))
        form.how_box.currentIndexChanged.connect(self._follow)
        form.to_edit.setText(member.left_to)
        form.confirmed_edit.set_near(session.today())
        form.confirmed_edit.set_date(member.left_confirmed)
        form.reason_edit.setText(member.left_reason)
        self._follow()
        fields = {
            "left": form.left_edit,
            "leaving": form.how_box,
            "left_to": form.to_edit,
            "left_confirmed": form.confirmed_edit,
            "left_reason": form.reason_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("leaving")
        ask_size(self, 640)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        edits = (form.left_edit, form.to_edit, form.confirmed_edit, form.reason_edit)
        return form.how_box.currentData(), tuple(edit.text() for edit in edits)

    def unclear(self) -> Mapping[str, str]:
        """Ask for the day, which may not stay empty."""
        text = self.tr("This is no day. Write it like this: 03/11/2026.")
        said = {} if self.form.left_edit.date() else {"left": text}
        return said if self.form.confirmed_edit.is_valid() else {**said, "left_confirmed": text}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand over who leaves, when, how and why."""
        form, register = self.form, self._session.register
        day = form.left_edit.date() or self._session.today()
        how = str(form.how_box.currentData())
        return do(
            end_membership,
            register,
            self._member.id,
            day,
            form.reason_edit.text(),
            Leaving(how) if how else None,
            to=form.to_edit.text(),
            confirmed=form.confirmed_edit.date(),
        )

    def _follow(self, *_index: object) -> None:
        """Ask where to only of somebody who moves."""
        moves = self.form.how_box.currentData() == Leaving.TRANSFERRED.value
        self.form.transfer_panel.setVisible(moves)
        fit_anew(self)
