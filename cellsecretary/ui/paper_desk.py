"""`PaperDesk`: the minutes page by page, made after the panel is seen, saved and printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from cellsecretary import papers, paths
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.print_job import PrintJob

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtPrintSupport import QPrinter

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask

PAPER = "minutes"
DELAY = 60
"""Milliseconds until a paper is made: the panel is seen first, and fast changes make one paper."""


class PaperDeskForm(Form):
    """The widgets of the desk."""

    form = "paper_desk"
    paper_stack: QStackedWidget
    paper_page: QWidget
    place_label: QLabel
    newest_button: QPushButton
    zoom_out_button: QPushButton
    zoom_in_button: QPushButton
    paper_view: PaperView
    empty_page: QFrame
    empty_label: QLabel


class PaperDesk(QWidget):
    """Shows one version of one meeting; `print_job` is how a printer is chosen.

    `told` carries a sentence, its state and the label of a button that would save the paper, often
    empty. `newest_wanted`: enough of an earlier version.
    """

    told = Signal(str, object, str)
    newest_wanted = Signal()

    def __init__(self, ask: Ask, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.print_job = PrintJob()
        self._ask = ask
        self._words = words
        self._record: MeetingRecord | None = None
        self._instead = ""
        self._earlier = False
        self._made: tuple[MeetingRecord, bytes] | None = None
        self.form = form = PaperDeskForm(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY)
        self._soon.timeout.connect(self._show)
        form.empty_label.setText(self.tr("The paper is being made…"))
        form.paper_stack.setCurrentWidget(form.empty_page)
        form.newest_button.clicked.connect(self.newest_wanted)
        form.zoom_in_button.clicked.connect(form.paper_view.zoom_in)
        form.zoom_out_button.clicked.connect(form.paper_view.zoom_out)
        form.paper_view.moved.connect(self._show_place)

    def lay(self, record: MeetingRecord, instead: str = "", *, earlier: bool = False) -> None:
        """Show the paper of a record soon, or `instead` a sentence why there is none."""
        if (record, instead, earlier) == (self._record, self._instead, self._earlier):
            return
        if self._record is not None and record.meeting.id != self._record.meeting.id:
            self._made = None
            self.form.paper_view.clear()
        self._record, self._instead, self._earlier = record, instead, earlier
        self.form.newest_button.setVisible(earlier)
        self._soon.start()

    def save_paper(self) -> None:
        """Ask where, and write the paper as a PDF."""
        assert self._record is not None
        path = self._ask.save_path(paths.books_folder() / f"{self._name()}.pdf", FileKind.PDF)
        if path is None:
            return
        try:
            papers.write(PAPER, self._record, path)
        except papers.PaperError as error:
            self.told.emit(self._words.paper(error.fault, error.place), State.BAD, "")
        else:
            text = self.tr("The minutes were saved as {path}").format(path=path)
            self.told.emit(text, State.GOOD, "")

    def print_paper(self) -> None:
        """Print the paper; without a printer, offer the PDF."""
        if not self.print_job.has_printer():
            text = self.tr(
                "This computer has no printer. Save the minutes as a PDF on a stick and print "
                "them elsewhere."
            )
            self.told.emit(text, State.CARE, self.tr("Save as PDF"))
            return
        try:
            pdf = self._pdf()
        except papers.PaperError as error:
            self.told.emit(self._words.paper(error.fault, error.place), State.BAD, "")
            return
        self.print_job.choose_printer(self, partial(self._print_on, pdf, self._name()))

    def _print_on(self, pdf: bytes, name: str, printer: QPrinter) -> None:
        if self.print_job.print_pdf(pdf, name, printer):
            self.told.emit(self.tr("The minutes were handed to the printer."), State.GOOD, "")
            return
        text = self.tr(
            "The printer did not take the paper; nothing was lost. See whether it is switched on, "
            "then print again."
        )
        self.told.emit(text, State.BAD, "")

    def _name(self) -> str:
        assert self._record is not None
        return f"BienBan_{self._record.meeting.date.isoformat()}"

    def _pdf(self) -> bytes:
        """Give the paper of the record; made once."""
        assert self._record is not None
        if self._made is None or self._made[0] != self._record:
            self._made = (self._record, papers.render(PAPER, self._record))
        return self._made[1]

    def _show(self) -> None:
        """Make the paper and show it, or say why there is none."""
        form = self.form
        if self._record is None or not self.isVisible():
            return
        text, pdf = self._instead, None
        if not text:
            try:
                pdf = self._pdf()
            except papers.PaperError as error:
                text = self._words.paper(error.fault, error.place)
        form.empty_label.setText(text)
        form.paper_stack.setCurrentWidget(form.empty_page if text else form.paper_page)
        if pdf is None:
            form.paper_view.clear()
        else:
            form.paper_view.show_pdf(pdf)
        self._show_place()

    def _show_place(self) -> None:
        if self._record is None:
            return
        view = self.form.paper_view
        place = self.tr("Page {page} of {count}").format(page=view.page + 1, count=view.page_count)
        if self._earlier:
            version = self.tr("Earlier version {number}").format(number=self._record.revision)
            place = f"{version} · {place}"
        elif self._record.is_draft:
            place = self.tr("{place} · draft").format(place=place)
        self.form.place_label.setText(place if view.page_count else "")
        self.form.zoom_in_button.setEnabled(view.can_zoom_in)
        self.form.zoom_out_button.setEnabled(view.can_zoom_out)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the paper that nobody has seen yet."""
        super().showEvent(event)
        self._soon.start()
