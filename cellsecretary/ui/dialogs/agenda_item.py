"""One item of an agenda: title, presenter, minutes, part, and a note for the chair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from cellsecretary.core.kinds import Part
from cellsecretary.core.operations.agenda import add_item, add_items, change_item
from cellsecretary.core.rows import AgendaItem
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.dialogs.prompts import PromptsDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
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
    prompts_button: QPushButton
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
        form.prompts_button.setVisible(self._is_new)
        form.prompts_button.setAutoDefault(False)
        form.prompts_button.clicked.connect(self.offer_prompts)
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        # Of an item that exists the presenter changes most.
        (form.title_edit if self._is_new else form.presenter_edit).setFocus()
        ask_size(self, 820)

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

    def offer_prompts(self) -> None:
        """Show what a cell like this one may discuss."""
        record = self._session.meeting(self._meeting)
        dialog = PromptsDialog(record.rules.prompts[record.cell.kind], self)
        dialog.chosen.connect(self._add_chosen)
        dialog.open()

    def keep(self) -> None:
        """Add or change the item, and close when that is done."""
        self._keep_with(self.hand_over)

    def _add_chosen(self, titles: list[str]) -> None:
        record = self._session.meeting(self._meeting)
        after = self._after.id if self._after else None
        self._keep_with(lambda do: do(add_items, record, titles, USUAL_MINUTES, after))

    def _keep_with(self, hand_over: Callable[[Doing], Refusal | None]) -> None:
        before = {row.id for row in self._session.meeting(self._meeting).agenda}
        refusal = hand_over(self._session.do)
        if refusal is not None:
            self.refuse(refusal)
            return
        now = self._session.meeting(self._meeting).agenda
        self.kept.emit(next((row.id for row in now if row.id not in before), self._item.id))
        self.accept()

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the item to the agenda."""
        record = self._session.meeting(self._meeting)
        item = self.entered()
        if not self._is_new:
            return do(change_item, record, item)
        after = self._after.id if self._after and self._after.part is item.part else None
        return do(add_item, record, item, after)

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
