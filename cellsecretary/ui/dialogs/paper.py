"""`PaperDialog`: what dialogs of one paper share: it is made once seen, then saved or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from cellsecretary import paths
from cellsecretary.papers.errors import PaperError
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.long_work import Cancelled, LongWork
from cellsecretary.ui.paper_desk import DELAY, margin_shift
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.stacking import StackWhenNarrow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask


class PaperForm(Form):
    """The widgets that every form of such a dialog has."""

    notice_banner: Banner
    paper_stack: QStackedWidget
    paper_page: QWidget
    place_label: QLabel
    zoom_out_button: QPushButton
    zoom_in_button: QPushButton
    paper_view: PaperView
    empty_page: QFrame
    empty_label: QLabel
    way_panel: QWidget
    close_button: QPushButton
    save_button: QPushButton
    print_button: QPushButton


class PaperDialog(QDialog):
    """Shows the pages that `made` gives after the dialog is seen.

    A subclass loads its form as `form`, fills it, calls `begin`, and says what the paper is:
    `made`, `write`, `file_stem`, `paper_rules`.
    """

    form: PaperForm

    def __init__(self, ask: Ask, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.print_job = PrintJob()
        self._ask = ask
        self._words = words
        self._pdf: bytes | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY)
        self._soon.timeout.connect(self.show_paper)

    def made(self) -> bytes | str:
        """Make the paper, or give a sentence why there is none."""
        raise NotImplementedError

    def write(self, path: Path, kind: FileKind) -> None:
        """Write the paper that is shown into a file."""
        raise NotImplementedError

    def file_stem(self) -> str:
        """Give the name that is suggested for a file of the paper, without its suffix."""
        raise NotImplementedError

    def paper_rules(self) -> RuleSet:
        """Give the rules that say where the margins of the paper are."""
        raise NotImplementedError

    def place(self, text: str) -> str:
        """Give what stands over the page beside its number, `text`."""
        return text

    def begin(self) -> None:
        """Wire the form and take the size of a page, as far as the screen allows."""
        form = self.form
        StackWhenNarrow(form.way_panel)
        form.zoom_in_button.clicked.connect(form.paper_view.zoom_in)
        form.zoom_out_button.clicked.connect(form.paper_view.zoom_out)
        form.paper_view.moved.connect(self._show_place)
        form.notice_banner.acted.connect(self.save)
        form.close_button.clicked.connect(self.reject)
        form.save_button.clicked.connect(self.save)
        form.print_button.clicked.connect(self._print)
        ask_size(self, 980, 660)

    def make_anew(self) -> None:
        """Say that a paper comes, and make it once that is seen."""
        self.form.notice_banner.dismiss()
        self.form.paper_view.clear()
        self.put(self.tr("The paper is being made…"))
        self._soon.start()

    def done(self, result: int) -> None:
        """Close; a paper that is still to come is made no more."""
        self._soon.stop()
        super().done(result)

    def beside(self, act: Callable[[], bytes]) -> bytes:
        """Make a paper of what can change no more, while the user may give it up."""
        work = LongWork(self, self.tr("The paper is being made…"), can_leave=True)
        return work.beside(act)

    def show_paper(self) -> None:
        """Make the paper and show it, or say why there is none."""
        try:
            self.put(self.made())
        except Cancelled:
            self.put(self.tr("The paper was not made. Choose it again to make it."))
        except PaperError as error:
            self.put(self._words.paper(error.fault, error.place))

    def put(self, paper: bytes | str) -> None:
        """Show the paper, or a sentence why there is none; without one nothing can be done."""
        form = self.form
        self._pdf = paper if isinstance(paper, bytes) else None
        form.empty_label.setText(paper if isinstance(paper, str) else "")
        form.paper_stack.setCurrentWidget(form.empty_page if self._pdf is None else form.paper_page)
        for button in (form.save_button, form.print_button):
            button.setEnabled(self._pdf is not None)
        if self._pdf is not None:
            form.paper_view.show_pdf(self._pdf)
            self._show_place()

    def _show_place(self) -> None:
        form, view = self.form, self.form.paper_view
        place = self.tr("Page {page} of {count}").format(page=view.page + 1, count=view.page_count)
        is_shown = self._pdf is not None and view.page_count > 0
        form.place_label.setText(self.place(place) if is_shown else "")
        form.zoom_in_button.setEnabled(view.can_zoom_in)
        form.zoom_out_button.setEnabled(view.can_zoom_out)

    def save(self) -> None:
        """Ask where, and write the paper as a PDF."""
        self.save_as(FileKind.PDF)

    def save_as(self, kind: FileKind) -> None:
        """Ask where, and write the paper as a file of a kind."""
        assert self._pdf is not None
        suggested = paths.books_folder() / f"{self.file_stem()}.{kind.suffix}"
        path = self._ask.save_path(suggested, kind)
        if path is None:
            return
        try:
            self.write(path, kind)
        except PaperError as error:
            self.tell(State.BAD, self._words.paper(error.fault, error.place))
        else:
            self.tell(State.GOOD, self.tr("Saved: {path}").format(path=path))

    def _print(self) -> None:
        """Print the paper; without a printer, offer the PDF."""
        if self.print_job.has_printer():
            self.print_job.choose_printer(self, self._print_on)
            return
        text = self.tr(
            "This computer has no printer. Save the paper as a PDF on a stick and print it "
            "elsewhere."
        )
        self.tell(State.CARE, text, self.tr("Save as PDF"))

    def _print_on(self, printer: QPrinter) -> None:
        assert self._pdf is not None
        shift = margin_shift(self.paper_rules())
        try:
            is_taken = self.print_job.print_pdf(self._pdf, self.file_stem(), printer, shift, self)
        except Cancelled:
            self.tell(State.CARE, self.tr("Printing was stopped."))
            return
        if is_taken:
            self.tell(State.GOOD, self.tr("The paper was handed to the printer."))
            return
        text = self.tr(
            "The printer did not take the paper; nothing was lost. See whether it is switched on, "
            "then print again."
        )
        self.tell(State.BAD, text)

    def tell(self, state: State, text: str, act: str = "") -> None:
        """Show a message over the paper; its button `act` saves the paper."""
        self.form.notice_banner.show_message(state, text, act, "save")
