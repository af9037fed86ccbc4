"""Papers of the office: seen, saved as PDF, printed; a table, or slips that remind the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.core.board.coming import looked_back, slips
from cellsecretary.papers.errors import PaperError
from cellsecretary.papers.target import replace_file
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.form import Form
from cellsecretary.ui.paper_desk import DELAY, file_name, margin_shift
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import month_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession


class BoardPaperForm(Form):
    """The widgets of the dialog."""

    form = "board_paper"
    notice_banner: Banner
    choice_panel: QWidget
    month_box: QComboBox
    until_edit: DateField
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


class BoardPaperDialog(QDialog):
    """Shows a paper that `make` makes after the dialog is seen; `name` is that of its file."""

    def __init__(
        self,
        title: str,
        name: str,
        make: Callable[[], bytes],
        rules: RuleSet,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.print_job = PrintJob()
        self._name = name
        self._make = make
        self._rules = rules
        self._ask = ask
        self._words = words
        self._pdf: bytes | None = None
        self.form = form = BoardPaperForm(self)
        self.setWindowTitle(title)
        StackWhenNarrow(form.choice_panel)
        StackWhenNarrow(form.way_panel)
        form.choice_panel.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY)
        self._soon.timeout.connect(self._show)
        form.zoom_in_button.clicked.connect(form.paper_view.zoom_in)
        form.zoom_out_button.clicked.connect(form.paper_view.zoom_out)
        form.paper_view.moved.connect(self._show_place)
        form.notice_banner.acted.connect(self._save)
        form.close_button.clicked.connect(self.reject)
        form.save_button.clicked.connect(self._save)
        form.print_button.clicked.connect(self._print)
        self.make_anew()
        form.paper_view.setFocus()
        theme = current_theme()
        wanted = QSize(theme.grown(980), theme.grown(660))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def make_anew(self) -> None:
        """Say that a paper comes, and make it once that is seen."""
        self.form.notice_banner.dismiss()
        self.form.paper_view.clear()
        self._put(None, self.tr("The paper is being made…"))
        self._soon.start()

    def _put(self, pdf: bytes | None, instead: str = "") -> None:
        """Show the paper, or a sentence why there is none; without one nothing can be done."""
        form = self.form
        self._pdf = pdf
        form.empty_label.setText(instead)
        form.paper_stack.setCurrentWidget(form.empty_page if pdf is None else form.paper_page)
        for button in (form.save_button, form.print_button):
            button.setEnabled(pdf is not None)
        if pdf is not None:
            form.paper_view.show_pdf(pdf)
            self._show_place()

    def _show(self) -> None:
        try:
            pdf = self._make()
        except PaperError as error:
            self._put(None, self._words.paper(error.fault, error.place))
            return
        self._put(pdf)

    def _show_place(self) -> None:
        form, view = self.form, self.form.paper_view
        place = self.tr("Page {page} of {count}").format(page=view.page + 1, count=view.page_count)
        form.place_label.setText(place if view.page_count else "")
        form.zoom_in_button.setEnabled(view.can_zoom_in)
        form.zoom_out_button.setEnabled(view.can_zoom_out)

    def _save(self) -> None:
        assert self._pdf is not None
        suggested = paths.books_folder() / f"{self._name}.{FileKind.PDF.suffix}"
        path = self._ask.save_path(suggested, FileKind.PDF)
        if path is None:
            return
        try:
            replace_file(path, self._pdf)
        except PaperError as error:
            self._tell(State.BAD, self._words.paper(error.fault, error.place))
        else:
            self._tell(State.GOOD, self.tr("Saved: {path}").format(path=path))

    def _print(self) -> None:
        """Print the paper; without a printer, offer the PDF."""
        if self.print_job.has_printer():
            self.print_job.choose_printer(self, self._print_on)
            return
        text = self.tr(
            "This computer has no printer. Save the paper as a PDF on a stick and print it "
            "elsewhere."
        )
        self._tell(State.CARE, text, self.tr("Save as PDF"))

    def _print_on(self, printer: QPrinter) -> None:
        assert self._pdf is not None
        if self.print_job.print_pdf(self._pdf, self._name, printer, margin_shift(self._rules)):
            self._tell(State.GOOD, self.tr("The paper was handed to the printer."))
            return
        text = self.tr(
            "The printer did not take the paper; nothing was lost. See whether it is switched on, "
            "then print again."
        )
        self._tell(State.BAD, text)

    def _tell(self, state: State, text: str, act: str = "") -> None:
        self.form.notice_banner.show_message(state, text, act, "save")


class RemindersDialog(BoardPaperDialog):
    """Slips for the cells whose minutes of a month are missing; `month` is offered first."""

    def __init__(
        self,
        session: BoardSession,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        month: dt.date | None = None,
    ) -> None:
        self._session = session
        today = session.today()
        super().__init__(*("", "", self._slips, session.rules(today)), *(ask, words, parent))
        form = self.form
        self.setWindowTitle(self.tr("Reminders for the cells"))
        for one in looked_back(today):
            count = len(session.record.missing((one,), today))
            if count:
                text = self.tr("{month}: %n cell(s)", "", count)
                form.month_box.addItem(text.format(month=month_text(one)), one)
        has_any = form.month_box.count() > 0
        form.month_box.setCurrentIndex(max(form.month_box.findData(month), 0) if has_any else -1)
        form.until_edit.set_near(today)
        form.choice_panel.setVisible(has_any)
        form.month_box.activated.connect(lambda _index: self.make_anew())
        form.until_edit.changed.connect(self.make_anew)
        if not has_any:
            self._soon.stop()
            self._put(None, self.tr("No minutes are missing: nobody has to be reminded."))
        form.month_box.setFocus()

    def _slips(self) -> bytes:
        """Make the slips of the month that is chosen."""
        # ReportLab takes a quarter of a second to import.
        from cellsecretary.papers.reminders import reminder_slips

        month = self.form.month_box.currentData()
        today = self._session.today()
        missing = self._session.record.missing((month,), today)
        self._name = file_name(self.tr("Reminders"), f"{month:%Y-%m}")
        office = self._session.register.issuing(today)
        return reminder_slips(slips(missing, self.form.until_edit.date()), self._rules, office)
