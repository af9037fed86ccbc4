"""One item of an agenda: title, presenter, minutes, part, and a note for the chair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from cellsecretary.core.kinds import Part
from cellsecretary.core.operations.agenda import add_item, change_item
from cellsecretary.core.rows import AgendaItem
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

USUAL_MINUTES = 10


class AgendaItemForm(Form):
    """The widgets of the dialog."""

    form = "agenda_item"
    notice_banner: Banner
    title_edit: QLineEdit
    presenter_edit: MemberPicker
    minutes_spin: QSpinBox
    part_box: QComboBox
    note_edit: GrowingTextEdit
    keep_button: QPushButton
    cancel_button: QPushButton


class AgendaItemDialog(EntryDialog):
    """Changes `item`, or adds one behind `after`; `kept` carries the id of the item."""

    kept = Signal(str)

    def __init__(
        self,
        session: Session,
        words: Messages,
        meeting: str,
        parent: QWidget | None = None,
        *,
        item: AgendaItem | None = None,
        after: AgendaItem | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._meeting = meeting
        self._after = after
        self._is_new = item is None
        part = after.part if after else Part.CONTENT
        self._item = item or AgendaItem("", meeting, 0, part, "", minutes=USUAL_MINUTES)
        self.form = AgendaItemForm(self)
        self.setWindowTitle(self.tr("New item") if self._is_new else self.tr("Agenda item"))
        self._fill()
        fields: dict[str, QWidget] = {"title": self.form.title_edit}
        form = self.form
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        # Of an item that exists the presenter changes most.
        (form.title_edit if self._is_new else form.presenter_edit).setFocus()
        self.resize(current_theme().grown(820), 0)

    def entered(self) -> AgendaItem:
        """Give the item as it is typed."""
        form = self.form
        return replace(
            self._item,
            title=form.title_edit.text(),
            presenter=form.presenter_edit.member(),
            presenter_other=form.presenter_edit.other_text(),
            minutes=form.minutes_spin.value(),
            part=Part(form.part_box.currentData()),
            note=form.note_edit.toPlainText(),
        )

    def keep(self) -> None:
        """Add or change the item, and close when that is done."""
        record = self._session.meeting(self._meeting)
        item = self.entered()
        if self._is_new:
            before = {row.id for row in record.agenda}
            after = self._after.id if self._after and self._after.part is item.part else None
            refusal = self._session.do(add_item, record, item, after)
            now = self._session.meeting(self._meeting).agenda
            added = next((row.id for row in now if row.id not in before), "")
        else:
            added = item.id
            refusal = self._session.do(change_item, record, item)
        if refusal is not None:
            self.refuse(refusal)
            return
        self.kept.emit(added)
        self.accept()

    def _fill(self) -> None:
        form, item = self.form, self._item
        record = self._session.meeting(self._meeting)
        for part in Part:
            form.part_box.addItem(self._words.value(part), part.value)
        form.part_box.setCurrentIndex(list(Part).index(item.part))
        form.title_edit.setText(item.title)
        form.title_edit.setCursorPosition(0)
        form.presenter_edit.set_allow_other(True)
        form.presenter_edit.set_people(self._session.register.members_on(record.meeting.date))
        form.presenter_edit.set_member(item.presenter, item.presenter_other)
        form.minutes_spin.setValue(item.minutes)
        form.note_edit.setPlainText(item.note)
