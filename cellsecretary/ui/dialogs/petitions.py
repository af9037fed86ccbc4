"""`PetitionsDialog`: the wishes of the people that a meeting passes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from cellsecretary.core.change import Why, refuse
from cellsecretary.core.operations.petitions import add_petition, change_petition, delete_petition
from cellsecretary.core.rows import Petition
from cellsecretary.ui.autosave import Autosave, flush_all
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

ID = Qt.ItemDataRole.UserRole
HEAD = "head"
"""Stands for the id of the line above what earlier meetings left open."""


class PetitionsForm(Form):
    """The widgets of the dialog."""

    form = "petitions"
    notice_banner: Banner
    petitions_list: QListWidget
    petition_card: QFrame
    text_edit: GrowingTextEdit
    source_edit: QLineEdit
    concerns_edit: QLineEdit
    addressee_edit: QLineEdit
    overview_button: QPushButton
    add_button: QPushButton
    delete_button: QPushButton
    close_button: QPushButton


class PetitionsDialog(QDialog):
    """The list of petitions above the fields of one; what is typed is kept by itself.

    A new petition is written when its wish is typed, with what the other fields say by then.
    Then stand those of earlier meetings; `overview_wanted` asks for where they are followed up.
    """

    overview_wanted = Signal()

    def __init__(
        self, session: Session, words: Messages, meeting: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._meeting = meeting
        self._current = ""
        self._warned = False
        self.form = form = PetitionsForm(self)
        self.setWindowTitle(self.tr("Wishes of the people"))
        form.notice_banner.dismiss()
        self._texts = {
            "text": Autosave(form.text_edit, lambda text: self._save(text=text)),
            "source": Autosave(form.source_edit, lambda text: self._save(source=text)),
            "concerns": Autosave(form.concerns_edit, lambda text: self._save(concerns=text)),
            "addressee": Autosave(form.addressee_edit, lambda text: self._save(addressee=text)),
        }
        for autosave in self._texts.values():
            autosave.left.connect(session.end_step)
        form.petitions_list.currentItemChanged.connect(self._turn)
        form.add_button.clicked.connect(self._begin)
        form.delete_button.clicked.connect(self._delete)
        form.close_button.clicked.connect(self.accept)
        form.overview_button.clicked.connect(self._follow_up)
        session.changed.connect(self._refresh)
        self._refresh()
        if self.record.petitions:
            form.petitions_list.setCurrentRow(0)
        else:
            form.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 760, 560)

    @property
    def record(self) -> MeetingRecord:
        """The record of the meeting."""
        return self._session.meeting(self._meeting)

    def done(self, result: int) -> None:
        """Keep what is typed before the dialog goes; say once what cannot be kept."""
        if self._settled() or self._warned:
            super().done(result)
        self._warned = True

    def _settled(self) -> bool:
        """Write what is typed; where that cannot be, ask for the wish itself."""
        flush_all(self)
        if not any(autosave.pending for autosave in self._texts.values()):
            return True
        self._tell(refuse(Why.TEXT_MISSING, "petitions", self._current, "text"))
        self.form.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _petition(self) -> Petition:
        rows = (*self.record.petitions, *self.record.waiting)
        found = [row for row in rows if row.id == self._current]
        return found[0] if found else Petition("", self._meeting, 0, "", "")

    def _entries(self) -> list[tuple[str, str]]:
        """Give id and text of each line: the petitions of this meeting, then what is left open."""
        record = self.record
        entries = [(row.id, self._line(row)) for row in record.petitions]
        if record.waiting:
            entries.append((HEAD, self.tr("Not settled yet from earlier meetings:")))
        entries += [(row.id, self._line(row)) for row in record.waiting]
        return entries

    def _line(self, row: Petition) -> str:
        who = row.source or self.tr("Somebody")
        return self.tr("{who}: {text}").format(who=who, text=row.text)

    def _refresh(self, *_changes: object) -> None:
        form, entries = self.form, self._entries()
        if self._current not in dict(entries):
            self._current = ""
        form.petitions_list.blockSignals(True)
        while form.petitions_list.count() > len(entries):
            form.petitions_list.takeItem(form.petitions_list.count() - 1)
        for place, (key, text) in enumerate(entries):
            item = form.petitions_list.item(place) or QListWidgetItem(form.petitions_list)
            item.setText(text)
            item.setData(ID, key)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(Qt.ItemFlag.NoItemFlags if key == HEAD else flags)
            if key == self._current:
                form.petitions_list.setCurrentItem(item)
        if not self._current:
            form.petitions_list.setCurrentRow(-1)
        form.petitions_list.blockSignals(False)
        # Shown from the beginning: the first wish must not move the fields from under the hand.
        form.petitions_list.setEnabled(bool(entries))
        self._show()

    def _show(self) -> None:
        petition = self._petition()
        for name, autosave in self._texts.items():
            autosave.set_text(getattr(petition, name))
        record, form = self.record, self.form
        # What an earlier meeting passed on stays as it said it.
        earlier = any(row.id == self._current for row in record.waiting)
        is_open = record.is_open and not earlier
        for field in (form.text_edit, form.source_edit, form.concerns_edit, form.addressee_edit):
            field.setReadOnly(not is_open)
        form.add_button.setEnabled(record.is_open)
        form.delete_button.setEnabled(is_open and bool(self._current))

    def _turn(self, item: QListWidgetItem | None) -> None:
        if self._settled():
            self._current = str(item.data(ID)) if item else ""
        self._refresh()

    def _begin(self) -> None:
        if self._settled():
            self._current = ""
        self._refresh()
        self.form.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self) -> None:
        flush_all(self)
        self._tell(self._session.do(delete_petition, self.record, self._current))

    def _follow_up(self) -> None:
        """Leave for the petitions of the year, where what became of them is noted."""
        if self._settled():
            self.accept()
            self.overview_wanted.emit()

    def _save(self, **typed: str) -> bool:
        petition = replace(self._petition(), **typed)  # type: ignore[arg-type]
        if petition.id:
            return self._tell(self._session.do(change_petition, self.record, petition))
        form = self.form
        if not form.text_edit.toPlainText().strip():
            return False
        petition = replace(
            petition,
            text=form.text_edit.toPlainText(),
            source=form.source_edit.text(),
            concerns=form.concerns_edit.text(),
            addressee=form.addressee_edit.text(),
        )
        known = {row.id for row in self.record.petitions}
        if not self._tell(self._session.do(add_petition, self.record, petition)):
            return False
        self._current = next(row.id for row in self.record.petitions if row.id not in known)
        self._refresh()
        return True

    def _tell(self, refusal: Refusal | None) -> bool:
        return self.form.notice_banner.answer(refusal, self._words)
