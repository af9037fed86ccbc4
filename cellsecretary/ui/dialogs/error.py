"""`ErrorDialog`: what happened, that the work is safe, and what the helper may be sent."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size


class Safe(Enum):
    """How safe is what was typed: saved, still to be kept where it stands, or not all of it."""

    SAVED = auto()
    STANDS = auto()
    NOT_ALL = auto()


class ErrorForm(Form):
    """The widgets of the dialog."""

    form = "error"
    what_label: QLabel
    safe_label: QLabel
    help_label: QLabel
    copy_button: QPushButton
    close_button: QPushButton


class ErrorDialog(QDialog):
    """Says an unexpected error; `said` are better words for what happened, where there are any.

    `report` is what is copied: it holds no value of the book.
    """

    def __init__(
        self,
        report: str,
        said: str = "",
        safe: Safe = Safe.SAVED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        self.form = form = ErrorForm(self)
        self.setWindowTitle(self.tr("Unexpected fault"))
        if said:
            form.what_label.setText(said)
        form.safe_label.setText(self._safe_text(safe))
        form.copy_button.clicked.connect(self._copy)
        form.close_button.clicked.connect(self.accept)
        form.close_button.setDefault(True)
        form.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 640)

    def _safe_text(self, safe: Safe) -> str:
        match safe:
            case Safe.SAVED:
                return self.tr("Everything you typed is saved, and you can go on working.")
            case Safe.STANDS:
                return self.tr(
                    "Everything is saved but what you typed into the form that is open: it still "
                    "stands there, and you can go on working."
                )
            case Safe.NOT_ALL:
                return self.tr(
                    "What was saved before is safe, but what you typed last could not be saved: "
                    "write it down on paper before you close the program."
                )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        # In the place of longer words: the dialog does not grow.
        self.form.help_label.setText(self.tr("Copied. In a message, press Ctrl+V to put it there."))
