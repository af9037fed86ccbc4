"""`PasswordDialog`: asks for a password, an old one, a new one, or both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from cellsecretary.exchange.office_keys import KeyTrouble
from cellsecretary.store.passwords import missing_characters
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.slow_entry import SlowEntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.messages import Messages

OLD, NEW, AGAIN = "old", "new", "again"
"""The names of the fields."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for and why: `title` of the window, `text` above the fields, `act` to press.

    `new_name` names the new password where there could be a doubt whose it is. `told` gives the
    field and the sentence for what the act raised, None for what is a bug.
    """

    title: str
    text: str
    act: str
    told: Callable[[Exception], tuple[str, str] | None]
    old: bool = False
    new: bool = False
    new_name: str = ""


class PasswordForm(Form):
    """The widgets of the dialog."""

    form = "password"
    notice_banner: Banner
    fields_page: QWidget
    text_label: QLabel
    old_label: QLabel
    old_edit: QLineEdit
    new_label: QLabel
    new_edit: QLineEdit
    length_label: QLabel
    again_label: QLabel
    again_edit: QLineEdit
    show_check: QCheckBox
    progress_bar: QProgressBar
    act_panel: QWidget
    cancel_button: QPushButton
    keep_button: QPushButton


class PasswordDialog(SlowEntryDialog):
    """Hands what is typed, old and new password, to `act` beside the window.

    `kept` carries what it gave; what it refused is said at the field.
    """

    form: PasswordForm
    kept = Signal(object)

    def __init__(
        self,
        wish: Wish,
        act: Callable[[str, str], object],
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._wish, self._act = wish, act
        self.form = form = PasswordForm(self)
        self.setWindowTitle(wish.title)
        form.text_label.setText(wish.text)
        form.keep_button.setText(wish.act)
        for widget in (form.old_label, form.old_edit):
            widget.setVisible(wish.old)
        for widget in (
            *(form.new_label, form.new_edit, form.length_label),
            *(form.again_label, form.again_edit),
        ):
            widget.setVisible(wish.new)
        if wish.new_name:
            form.new_label.setText(wish.new_name)
        form.progress_bar.hide()
        self.new_password = NewPassword(form.new_edit, form.length_label, form.again_edit)
        show_when_ticked(form.show_check, form.old_edit, form.new_edit, form.again_edit)
        fields = {OLD: form.old_edit, NEW: form.new_edit, AGAIN: form.again_edit}
        asked = {name: field for name, field in fields.items() if not field.isHidden()}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, asked)
        self.start_at(OLD if wish.old else NEW)
        ask_size(self, 640)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        return tuple(edit.text() for edit in (form.old_edit, form.new_edit, form.again_edit))

    def unclear(self) -> Mapping[str, str]:
        """Say that a password is missing, too short, or was typed in two ways."""
        said = {}
        if self._wish.old and not self.form.old_edit.text():
            said[OLD] = self.tr("Type the password.")
        return said | (self.new_password.unclear(self._words) if self._wish.new else {})

    def keep(self) -> None:
        """Hand the passwords over."""
        if self.is_under_way or self.points_at_unclear():
            return
        form, act = self.form, self._act
        old, new = form.old_edit.text(), form.new_edit.text()
        form.notice_banner.dismiss()
        self.notes.clear()
        self.act_beside(lambda: act(old, new))

    def ended(self, answer: object) -> None:
        """Hand on what the act gave."""
        self.kept.emit(answer)
        self.accept()

    def failed(self, error: Exception) -> None:
        """Say at its field what was refused."""
        said = self._wish.told(error)
        if said is None:
            raise error
        self.point_at(*said)
        if said[0] == OLD:
            self.form.old_edit.selectAll()


class NewPassword(QObject):
    """A new password that is typed twice, and whether it is long enough yet."""

    def __init__(self, edit: QLineEdit, length_label: QLabel, again_edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit, self._label, self._again = edit, length_label, again_edit
        edit.textChanged.connect(self._show_length)
        self._show_length()

    def unclear(self, words: Messages) -> dict[str, str]:
        """Say by `new` and `again` what is wrong with them."""
        missing = missing_characters(self._edit.text())
        if missing:
            least = missing_characters("")
            return {NEW: words.office_keys(KeyTrouble.PASSWORD_TOO_SHORT, str(least))}
        if self._edit.text() != self._again.text():
            return {AGAIN: self.tr("This is not the same as above. Type it again.")}
        return {}

    def _show_length(self) -> None:
        text = self._edit.text()
        missing = missing_characters(text)
        if not missing:
            said = self.tr("Long enough.")
        elif text:
            said = self.tr("%n more character(s) are needed.", "", missing)
        else:
            said = self.tr(
                "At least %n characters. A short sentence that you remember is better than signs "
                "that nobody remembers.",
                "",
                missing,
            )
        self._label.setText(said)


def show_when_ticked(tick: QCheckBox, *edits: QLineEdit) -> None:
    """Show what is typed while a box is ticked, dots else."""
    modes = QLineEdit.EchoMode
    for edit in edits:
        tick.toggled.connect(
            lambda shown, edit=edit: edit.setEchoMode(modes.Normal if shown else modes.Password)
        )
