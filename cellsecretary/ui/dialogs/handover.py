"""Handing the cell over: the record to be signed, and the one file that the successor gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.store import BookError
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.cargo import HandoverCargo
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.handover_lines import HandoverLines
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class HandoverForm(Form):
    """The widgets of the dialog."""

    form = "handover"
    notice_banner: Banner
    lines_label: QLabel
    print_button: QPushButton
    write_button: QPushButton
    close_button: QPushButton


class HandoverDialog(QDialog):
    """Two steps in their order; `record_wanted` asks for the record of the handover."""

    record_wanted = Signal()

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._ask = ask
        self._words = words
        self.form = form = HandoverForm(self)
        self.setWindowTitle(self.tr("Hand the book over"))
        chapters = HandoverLines(session, words, self).chapters()
        form.lines_label.setText("\n".join(f"– {chapter.title}" for chapter in chapters))
        form.notice_banner.dismiss()
        form.print_button.clicked.connect(lambda: self.record_wanted.emit())
        form.write_button.clicked.connect(self._write)
        form.close_button.clicked.connect(self.accept)
        form.print_button.setFocus()
        ask_size(self, 680, 560)

    def _write(self) -> None:
        """Read the book for the handover, then offer the sticks."""
        try:
            cargo = HandoverCargo(self._session)
            SendDialog(cargo, self._ask, self._words, self).open()
        except BookError as error:
            text = self._words.fault(error.fault, error.path)
            self.form.notice_banner.show_message(State.BAD, text)
