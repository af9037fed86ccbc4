"""The guests of a meeting: who is invited besides the members, and whether they came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.core.kinds import GuestRole
from cellsecretary.core.operations.attendance import add_guest, change_guest, delete_guest
from cellsecretary.core.rows import Guest
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.key_table import ALONE, Key, bind
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class GuestsForm(Form):
    """The widgets of the dialog."""

    form = "guests"
    notice_banner: Banner
    guests_table: QTableView
    empty_label: QLabel
    guest_card: QFrame
    name_edit: QLineEdit
    title_edit: QLineEdit
    superior_check: QCheckBox
    remove_button: QPushButton
    save_button: QPushButton
    new_button: QPushButton
    close_button: QPushButton


class GuestsDialog(QDialog):
    """Lists the guests; the lines below it are those of the chosen guest, or of a new one.

    What is typed and not on the list yet is never lost without a word: closing says so first.
    """

    def __init__(
        self, session: Session, words: Messages, meeting: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._meeting = meeting
        self._guest = self._blank()
        self._warned = False
        self.form = GuestsForm(self)
        self.setWindowTitle(self.tr("Guests"))
        self._model = RecordModel(self._columns(), key=lambda guest: guest.id, parent=self)
        table = self.form.guests_table
        table.setModel(self._model)
        dress_table(table, stretch=(0, 1), wrap=True)
        table.selectionModel().currentRowChanged.connect(lambda index, _: self._choose(index.row()))
        bind(Key.TICK_ROW, table, self._turn_came, ALONE)
        self.form.save_button.clicked.connect(self._save)
        self.form.remove_button.clicked.connect(self._remove)
        self.form.new_button.clicked.connect(self._begin)
        self.form.close_button.clicked.connect(self.close)
        self.form.notice_banner.acted.connect(self._save)
        self._refresh()
        self._begin()
        ask_size(self, 640, 520)

    def reject(self) -> None:
        """Close, but say first that something typed is not on the list."""
        if self._is_typed() and not self._warned:
            self._warned = True
            name = self.form.name_edit.text().strip()
            text = self.tr("“{name}” is not noted yet. Close again to leave it out.")
            banner = self.form.notice_banner
            banner.show_message(State.CARE, text.format(name=name), self.tr("Note it"), "done")
            return
        super().reject()

    @property
    def _record(self) -> MeetingRecord:
        return self._session.meeting(self._meeting)

    def _columns(self) -> list[Column[Guest]]:
        return [
            Column(self.tr("Name"), lambda guest: guest.name, strong=True),
            Column(self.tr("Post"), lambda guest: guest.title),
            Column(self.tr("Role"), lambda guest: self._words.value(guest.role)),
            Column(
                self.tr("Came"),
                lambda guest: self.tr("yes") if guest.came else self.tr("no"),
                self._note_came,
                checked=lambda guest: guest.came,
            ),
        ]

    def _note_came(self, guest: Guest, came: bool) -> None:
        """Note whether a guest came; what is typed below the list stays as it is."""
        refusal = self._session.do(change_guest, self._record, replace(guest, came=came))
        if refusal is not None:
            self._say(refusal)
            return
        if self._guest.id == guest.id:
            self._guest = replace(self._guest, came=came)
        self._refresh()

    def _turn_came(self) -> None:
        guest = self._model.at(self.form.guests_table.currentIndex())
        if guest is not None:
            self._note_came(guest, not guest.came)

    def _refresh(self) -> None:
        record = self._record
        self._model.set_rows(record.guests)
        self.form.guests_table.setVisible(bool(record.guests))
        self.form.empty_label.setVisible(not record.guests)
        self.form.guest_card.setVisible(record.is_open)
        self.form.new_button.setVisible(record.is_open)

    def _blank(self) -> Guest:
        return Guest(id="", meeting=self._meeting, position=0, name="")

    def _begin(self) -> None:
        """Begin with a new guest."""
        if self._is_typed() and not self._keep():
            return
        self.form.guests_table.clearSelection()
        self.form.guests_table.setCurrentIndex(self._model.index(-1, 0))
        self._fill(self._blank())
        self.form.name_edit.setFocus()

    def _choose(self, row: int) -> None:
        """Show another guest; what was typed for the one before is kept."""
        if row < 0:
            return
        guest = self._model.row(row)
        if not self._is_typed() or self._keep():
            self._fill(guest)

    def _fill(self, guest: Guest) -> None:
        self._guest = guest
        self._warned = False
        self.form.name_edit.setText(guest.name)
        self.form.title_edit.setText(guest.title)
        self.form.superior_check.setChecked(guest.role is GuestRole.ASSIGNED_SUPERIOR)
        is_new = not guest.id
        self.form.save_button.setText(self.tr("A&dd guest") if is_new else self.tr("&Keep change"))
        self.form.save_button.setProperty("icon_name", "plus" if is_new else "done")
        put_icon(self.form.save_button)
        self.form.remove_button.setVisible(not is_new)
        self.form.new_button.setEnabled(not is_new)

    def _typed(self) -> Guest:
        role = GuestRole.ASSIGNED_SUPERIOR if self.form.superior_check.isChecked() else None
        return replace(
            self._guest,
            name=self.form.name_edit.text(),
            title=self.form.title_edit.text(),
            role=role or GuestRole.GUEST,
        )

    def _is_typed(self) -> bool:
        typed = self._typed()
        return typed != self._guest and bool(typed.name.strip()) and self._record.is_open

    def _save(self) -> None:
        if self._keep():
            self._begin()

    def _keep(self) -> bool:
        operation = change_guest if self._guest.id else add_guest
        return self._told(self._session.do(operation, self._record, self._typed()))

    def _remove(self) -> None:
        if self._told(self._session.do(delete_guest, self._record, self._guest.id)):
            self._begin()

    def _told(self, refusal: Refusal | None) -> bool:
        if refusal is None:
            self._guest = self._typed()
            self.form.notice_banner.dismiss()
            self._refresh()
            return True
        self._say(refusal)
        self.form.name_edit.setFocus()
        return False

    def _say(self, refusal: Refusal) -> None:
        self.form.notice_banner.answer(refusal, self._words)
