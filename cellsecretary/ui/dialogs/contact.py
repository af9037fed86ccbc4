"""One member of another cell who keeps contact here: who, where, since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton

from cellsecretary.core.life_rows import Contact
from cellsecretary.core.operations.contacts import add_contact, change_contact
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session

TEXTS = ("name", "works_at", "cell", "phone", "note")
DAYS = ("born", "since", "until", "opinion_given")


class ContactForm(Form):
    """The widgets of the dialog."""

    form = "contact"
    notice_banner: Banner
    name_edit: QLineEdit
    born_edit: DateField
    works_at_edit: QLineEdit
    phone_edit: QLineEdit
    cell_edit: QLineEdit
    since_edit: DateField
    until_edit: DateField
    opinion_given_edit: DateField
    note_edit: QLineEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class ContactDialog(EntryDialog):
    """Enters somebody, or changes what is known; a last day ends the contact."""

    def __init__(
        self,
        session: Session,
        words: Messages,
        parent: QWidget | None = None,
        *,
        contact: Contact | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._contact = contact or Contact("", "")
        self.form = form = ContactForm(self)
        self.setWindowTitle(self.tr("Keeps contact where they live"))
        self._texts: dict[str, QLineEdit] = {name: getattr(form, f"{name}_edit") for name in TEXTS}
        self._days: dict[str, DateField] = {name: getattr(form, f"{name}_edit") for name in DAYS}
        for name, edit in self._texts.items():
            edit.setText(getattr(self._contact, name))
        for name, day in self._days.items():
            if name != "born":
                day.set_near(session.today())
            day.set_date(getattr(self._contact, name))
        fields: dict[str, QWidget] = {**self._texts, **self._days}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("name")
        ask_size(self, 760)

    def entered(self) -> object:
        """Give what is typed."""
        return tuple(edit.text() for edit in (*self._texts.values(), *self._days.values()))

    def unclear(self) -> Mapping[str, str]:
        """Give the days that are none."""
        text = self.tr("This is no day. Write it like this: 03/11/2026.")
        return {name: text for name, edit in self._days.items() if not edit.is_valid()}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand over what is known."""
        known = Contact(
            self._contact.id,
            **{name: edit.text() for name, edit in self._texts.items()},  # type: ignore[arg-type]
            **{name: edit.date() for name, edit in self._days.items()},  # type: ignore[arg-type]
        )
        return do(change_contact if known.id else add_contact, self._session.register, known)
