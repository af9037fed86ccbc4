"""The end of a membership: the day and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from cellsecretary.core.operations.members import end_membership
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.rows import Member
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Doing, Session


class LeavingForm(Form):
    """The widgets of the dialog."""

    form = "leaving"
    notice_banner: Banner
    who_label: QLabel
    left_edit: DateField
    reason_box: QComboBox
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
        # Completion inside the line breaks typing in Telex.
        form.reason_box.setCompleter(None)  # type: ignore[arg-type]
        form.reason_box.addItems(
            [
                self.tr("Moved to another cell"),
                self.tr("Died"),
                self.tr("Left the Party at own wish"),
                self.tr("Struck off the list"),
                self.tr("Expelled"),
            ]
        )
        form.reason_box.setCurrentText(member.left_reason)
        fields = {"left": form.left_edit, "left_reason": form.reason_box}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("left_reason")
        self.resize(current_theme().grown(560), 0)

    def entered(self) -> object:
        """Give what is typed."""
        return self.form.left_edit.text(), self.form.reason_box.currentText()

    def unclear(self) -> Mapping[str, str]:
        """Ask for the day, which may not stay empty."""
        text = self.tr("This is no day. Write it like this: 03/11/2026.")
        return {} if self.form.left_edit.date() else {"left": text}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand over who leaves, when and why."""
        form, register = self.form, self._session.register
        day = form.left_edit.date() or self._session.today()
        return do(end_membership, register, self._member.id, day, form.reason_box.currentText())
