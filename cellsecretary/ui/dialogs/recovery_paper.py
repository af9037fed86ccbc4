"""`SheetDialog`: the recovery sheet on the screen, which has to go onto paper before it closes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QWidget

from cellsecretary import paths
from cellsecretary.exchange.delivery import DeliveryError, deliver
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.paper_desk import file_name, margin_shift
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.tips import plain_title

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtPrintSupport import QPrinter

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask


class SheetForm(Form):
    """The widgets of the dialog."""

    form = "recovery_sheet"
    notice_banner: Banner
    text_label: QLabel
    paper_view: PaperView
    kept_check: QCheckBox
    close_button: QPushButton
    save_button: QPushButton
    print_button: QPushButton


class SheetDialog(QDialog):
    """Closes once the sheet was printed or saved and the clerk ticks that it is locked away.

    Without `must` it may be closed at any time: an earlier sheet of the same keys is in the safe.
    """

    def __init__(
        self,
        pdf: bytes,
        day: dt.date,
        rules: RuleSet,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        must: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ask, self._words, self._must = ask, words, must
        self.print_job = PrintJob()
        self._pdf, self._day, self._rules = pdf, day, rules
        self._name = self.tr("Recovery sheet")
        self._is_out = False
        self.form = form = SheetForm(self)
        self.setWindowTitle(plain_title(self._name))
        form.notice_banner.dismiss()
        form.paper_view.show_pdf(self._pdf)
        form.kept_check.setVisible(must)
        form.kept_check.toggled.connect(self._offer)
        form.print_button.clicked.connect(self._print)
        form.save_button.clicked.connect(self._save)
        form.close_button.clicked.connect(self.reject)
        form.notice_banner.acted.connect(self._save)
        self._offer()
        form.print_button.setFocus()
        ask_size(self, 860, 700)

    def reject(self) -> None:
        """Close, unless the sheet is nowhere yet."""
        if self._must and not self._is_kept:
            self._say_what_is_missing()
            return
        super().reject()

    @property
    def _is_kept(self) -> bool:
        return self._is_out and self.form.kept_check.isChecked()

    def _say_what_is_missing(self) -> None:
        if not self._is_out:
            text = self.tr(
                "The sheet is not printed yet. Without it the keys are lost when the password is "
                "forgotten or the computer breaks: print it, or save it as a PDF."
            )
        else:
            text = self.tr("Look at the printed sheet, lock it away, then tick the line below.")
        self.form.notice_banner.show_message(State.CARE, text)

    def _offer(self) -> None:
        form = self.form
        form.kept_check.setEnabled(self._is_out)
        form.close_button.setEnabled(not self._must or self._is_kept)

    def _print(self) -> None:
        if not self.print_job.has_printer():
            text = self.tr(
                "This computer has no printer. Save the sheet as a PDF on a stick, print it "
                "elsewhere, and delete the file afterwards."
            )
            self.form.notice_banner.show_message(State.CARE, text, self.tr("Save as PDF"), "save")
            return
        self.print_job.choose_printer(self, partial(self._print_on, self._name))

    def _print_on(self, name: str, printer: QPrinter) -> None:
        if self.print_job.print_pdf(self._pdf, name, printer, margin_shift(self._rules)):
            self._note_out(self.tr("The sheet was handed to the printer."))
            return
        text = self.tr(
            "The printer did not take the sheet. See whether it is switched on, then print again."
        )
        self.form.notice_banner.show_message(State.BAD, text)

    def _save(self) -> None:
        name = f"{file_name(self._name, self._day.isoformat())}.{FileKind.PDF.suffix}"
        path = self._ask.save_path(paths.books_folder() / name, FileKind.PDF)
        if path is None:
            return
        try:
            deliver(self._pdf, path.parent, path.name)
        except DeliveryError as error:
            text = self._words.undelivered(error.why, error.place, stick=False)
            self.form.notice_banner.show_message(State.BAD, text)
            return
        text = self.tr("Saved: {path}. Print it, then delete the file: it opens everything.")
        self._note_out(text.format(path=path))

    def _note_out(self, text: str) -> None:
        self._is_out = True
        self.form.notice_banner.show_message(State.GOOD, text)
        self._offer()
        focus = self.form.kept_check if self._must else self.form.close_button
        focus.setFocus()
