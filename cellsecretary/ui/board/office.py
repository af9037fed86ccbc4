"""The office that a board belongs to: its name, who signs, and by when minutes are due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from cellsecretary.core.board.grid import DUE_DAY
from cellsecretary.core.operations.board import DUE_DAYS, change_office
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.wording import month_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.board.register import BoardRegister
    from cellsecretary.core.board_rows import BoardOffice
    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing

MONTHS_BACK = 24
"""So many months can be chosen for the first one that is waited for."""


class OfficeForm(Form):
    """The widgets of the dialog."""

    form = "board_office"
    notice_banner: Banner
    name_edit: QLineEdit
    place_edit: QLineEdit
    signer_title_edit: QLineEdit
    signer_edit: QLineEdit
    due_spin: QSpinBox
    since_box: QComboBox
    cancel_button: QPushButton
    keep_button: QPushButton


class OfficeDialog(EntryDialog):
    """Names the office by `do`, which for a new board makes its file first; `ask` only asks."""

    def __init__(
        self,
        register: BoardRegister,
        today: dt.date,
        do: Doing,
        ask: Doing,
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._register = register
        self._do, self._only_ask = do, ask
        self.form = form = OfficeForm(self)
        self.setWindowTitle(self.tr("The office"))
        form.due_spin.setRange(DUE_DAYS[0], DUE_DAYS[-1])
        form.due_spin.setValue(DUE_DAY)
        since = register.office.since if register.office else None
        form.since_box.addItem(self.tr("the first minutes that come"), "")
        for month in sorted({*_months(today), *([since] if since else [])}, reverse=True):
            form.since_box.addItem(month_text(month), month.isoformat())
        if register.office is not None:
            self._fill(register.office)
        fields = {
            "name": form.name_edit,
            "place": form.place_edit,
            "signer": form.signer_edit,
            "signer_title": form.signer_title_edit,
            "due_day": form.due_spin,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("name")
        ask_size(self, 720)

    def entered(self) -> object:
        """Give what is typed and chosen."""
        form = self.form
        edits = (form.name_edit, form.place_edit, form.signer_edit, form.signer_title_edit)
        chosen = form.due_spin.value(), form.since_box.currentIndex()
        return tuple(edit.text() for edit in edits), chosen

    def keep(self) -> None:
        """Hand the office over, and close when it is kept."""
        refusal = self.hand_over(self._do)
        if refusal is None:
            self.accept()
        else:
            self.refuse(refusal)

    def refused(self) -> Refusal | None:
        """Ask what stands against the office."""
        return self.hand_over(self._only_ask)

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the office over."""
        form = self.form
        since = form.since_box.currentData()
        return do(
            change_office,
            self._register,
            form.name_edit.text(),
            form.place_edit.text(),
            form.signer_edit.text(),
            form.signer_title_edit.text(),
            form.due_spin.value(),
            dt.date.fromisoformat(since) if since else None,
        )

    def _fill(self, office: BoardOffice) -> None:
        form = self.form
        form.name_edit.setText(office.name)
        form.place_edit.setText(office.place)
        form.signer_edit.setText(office.signer)
        form.signer_title_edit.setText(office.signer_title)
        form.due_spin.setValue(office.due_day)
        since = office.since.isoformat() if office.since else ""
        form.since_box.setCurrentIndex(form.since_box.findData(since))


def _months(today: dt.date) -> Iterator[dt.date]:
    """Give this month and those before it."""
    month = today.replace(day=1)
    for _ in range(MONTHS_BACK):
        yield month
        month = (month - dt.timedelta(days=1)).replace(day=1)
