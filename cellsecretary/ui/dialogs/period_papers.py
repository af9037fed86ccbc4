"""`PeriodPapersDialog`: the papers of a month, a quarter or a year: seen, saved, printed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from cellsecretary import papers, paths
from cellsecretary.core.book_lines import book_years
from cellsecretary.core.period import Span, period_with, periods_of, read_period
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.cargo import PeriodCargo
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.report_figures import ReportFiguresDialog
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.paper_desk import DELAY, file_name, margin_shift
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.portions_choice import PortionsChoice
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import period_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

PAPERS = (
    "report",
    "petitions",
    "fees",
    "year",
    "attendance-year",
    "register",
    "contacts",
    "member-tasks",
    "year-review",
    "year-review-form",
    "meeting-file",
    "handover",
)
"""The papers of a period, the usual one first."""


class PeriodPapersForm(Form):
    """The widgets of the dialog."""

    form = "period_papers"
    notice_banner: Banner
    paper_box: QComboBox
    period_box: QComboBox
    year_box: QComboBox
    paper_stack: QStackedWidget
    paper_page: QWidget
    place_label: QLabel
    portions_button: QPushButton
    figures_button: QPushButton
    zoom_out_button: QPushButton
    zoom_in_button: QPushButton
    paper_view: PaperView
    empty_page: QFrame
    empty_label: QLabel
    way_panel: QWidget
    close_button: QPushButton
    send_button: QPushButton
    word_button: QPushButton
    save_button: QPushButton
    print_button: QPushButton


class PeriodPapersDialog(QDialog):
    """Begins with a paper of the latest time of a year that had a meeting; `wish` as in papers.

    `meeting_wanted` carries the meeting that a number of the report comes from.
    """

    meeting_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        year: int,
        parent: QWidget | None = None,
        *,
        paper: str = PAPERS[0],
        wish: papers.Wish = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.print_job = PrintJob()
        self._session = session
        self._ask = ask
        self._words = words
        self._record: PeriodRecord | None = None
        self._made: tuple[str, PeriodRecord, bytes] | None = None
        self.form = form = PeriodPapersForm(self)
        StackWhenNarrow(form.way_panel)
        self.setWindowTitle(self.tr("Papers of a period"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY)
        self._soon.timeout.connect(self._show)
        for one in PAPERS:
            form.paper_box.addItem(self._title(one), one)
        form.paper_box.setCurrentIndex(form.paper_box.findData(paper))
        for known in sorted({*book_years(session.register), year}, reverse=True):
            form.year_box.addItem(str(known), known)
        form.year_box.setCurrentIndex(form.year_box.findData(year))
        self._portions = PortionsChoice(form.portions_button, words, self._shown)
        self._portions.choose(wish)
        self._portions.changed.connect(self._divide)
        form.portions_button.hide()
        form.paper_box.activated.connect(lambda _index: self._choose_paper())
        form.year_box.activated.connect(lambda _index: self._offer(None))
        form.period_box.activated.connect(lambda _index: self._wait())
        form.zoom_in_button.clicked.connect(form.paper_view.zoom_in)
        form.zoom_out_button.clicked.connect(form.paper_view.zoom_out)
        form.paper_view.moved.connect(self._show_place)
        form.notice_banner.acted.connect(partial(self._save, FileKind.PDF))
        form.figures_button.clicked.connect(self._show_figures)
        form.close_button.clicked.connect(self.reject)
        form.send_button.clicked.connect(self._send)
        form.word_button.clicked.connect(partial(self._save, FileKind.WORD))
        form.save_button.clicked.connect(partial(self._save, FileKind.PDF))
        form.print_button.clicked.connect(self._print)
        self._offer(None)
        form.paper_box.setFocus()
        theme = current_theme()
        wanted = QSize(theme.grown(980), theme.grown(660))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _choose_paper(self) -> None:
        """Turn to another paper, whole, of the same time where it has that."""
        self._portions.choose(())
        self._offer(self._period())

    def _offer(self, wanted: Period | None) -> None:
        """Offer the periods of the year that the paper can be about; keep the wanted one."""
        form, year = self.form, self.form.year_box.currentData()
        spans = papers.FORMS[form.paper_box.currentData()].spans
        form.period_box.clear()
        for span in sorted(spans, key=list(Span).index):
            for period in periods_of(year, span):
                form.period_box.addItem(period_text(period), period.code)
        latest = self._latest_day(year)
        usual = period_with(latest, spans[0])
        period = wanted if wanted is not None and wanted.span in spans else usual
        form.period_box.setCurrentIndex(form.period_box.findData(period.code))
        self._wait()

    def _latest_day(self, year: int) -> dt.date:
        """Give the day of the last meeting held in a year; without one its last day, or today."""
        last = dt.date(year, 12, 31)
        held = self._session.records_between(dt.date(year, 1, 1), last)
        return held[-1].meeting.date if held else min(last, self._session.today())

    def _title(self, paper: str) -> str:
        if paper == "meeting-file":  # elsewhere it is named as the file of one meeting
            return self.tr("All papers of the time")
        return self._words.form(paper)

    def _period(self) -> Period:
        period = read_period(self.form.period_box.currentData())
        assert period is not None
        return period

    def _wait(self) -> None:
        """Say that a paper comes, and make it once that is seen."""
        form = self.form
        form.notice_banner.dismiss()
        self._record = self._made = None
        form.paper_view.clear()
        self._put(self.tr("The paper is being made…"))
        self._soon.start()

    def _divide(self) -> None:
        """Show what was chosen of the paper, at its top."""
        self.form.notice_banner.dismiss()
        self.form.paper_view.clear()
        self._show()

    def _put(self, instead: str) -> None:
        """Show the paper, or a sentence why there is none; without one nothing can be done."""
        form = self.form
        form.empty_label.setText(instead)
        form.paper_stack.setCurrentWidget(form.empty_page if instead else form.paper_page)
        paper = form.paper_box.currentData()
        form.word_button.setVisible(papers.FORMS[paper].word)
        form.figures_button.setVisible(paper == "report")
        has_meetings = self._record is not None and bool(self._record.records)
        form.send_button.setVisible(has_meetings)
        buttons = (form.word_button, form.figures_button, form.save_button, form.print_button)
        for button in buttons:
            button.setEnabled(not instead)

    def _show(self) -> None:
        paper: str = self.form.paper_box.currentData()
        self._record = record = self._session.period_record(self._period())
        self._portions.offer()
        # What does not wait for a meeting, as the list of the fees, needs none.
        if not record.records and not papers.FORMS[paper].final:
            self._put(self.tr("No meeting was held in this time, so there is nothing to print."))
            return
        try:
            pdf = papers.render(paper, record, self._portions.wish)
        except papers.PaperError as error:
            self._put(self._words.paper(error.fault, error.place))
            return
        self._made = (paper, record, pdf)
        self._put("")
        self.form.paper_view.show_pdf(pdf)
        self._show_place()

    def _shown(self) -> tuple[str, PeriodRecord] | None:
        """Give the paper that is chosen and its record, None until that is read."""
        return (self.form.paper_box.currentData(), self._record) if self._record else None

    def _show_place(self) -> None:
        if self._made is None:
            return
        form, view = self.form, self.form.paper_view
        place = self.tr("Page {page} of {count}").format(page=view.page + 1, count=view.page_count)
        paper, record, _pdf = self._made
        if record.is_draft and not papers.FORMS[paper].final:
            place = self.tr("{place} · draft").format(place=place)
        form.place_label.setText(place)
        form.zoom_in_button.setEnabled(view.can_zoom_in)
        form.zoom_out_button.setEnabled(view.can_zoom_out)

    def _show_figures(self) -> None:
        """Show every number of the report with the meetings behind it."""
        assert self._record is not None
        named = self.tr("{period} of {year}").format(
            period=period_text(self._record.period), year=self._record.period.year
        )
        dialog = ReportFiguresDialog(self._record, named, self._words, self)
        dialog.meeting_wanted.connect(self._go_to_meeting)
        dialog.open()

    def _send(self) -> None:
        """Copy the time that is chosen to a stick, for the superior or to be printed elsewhere."""
        assert self._record is not None
        cargo = PeriodCargo(self._session, self._record)
        SendDialog(cargo, self._ask, self._words, self).open()

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)

    def _name(self) -> str:
        assert self._made is not None
        paper, record, _pdf = self._made
        return file_name(self._title(paper), record.period.code, self._portions.wished)

    def _save(self, kind: FileKind) -> None:
        assert self._made is not None
        paper, record, _pdf = self._made
        name = f"{self._name()}.{kind.suffix}"
        path = self._ask.save_path(paths.books_folder() / name, kind)
        if path is None:
            return
        try:
            papers.write(paper, record, path, self._portions.wish)
        except papers.PaperError as error:
            self._tell(State.BAD, self._words.paper(error.fault, error.place))
        else:
            self._tell(State.GOOD, self.tr("Saved: {path}").format(path=path))

    def _print(self) -> None:
        """Print the paper; without a printer, offer the PDF."""
        assert self._made is not None
        if self.print_job.has_printer():
            self.print_job.choose_printer(self, self._print_on)
            return
        text = self.tr(
            "This computer has no printer. Save the paper as a PDF on a stick and print it "
            "elsewhere."
        )
        self._tell(State.CARE, text, self.tr("Save as PDF"))

    def _print_on(self, printer: QPrinter) -> None:
        assert self._made is not None
        _paper, record, pdf = self._made
        if self.print_job.print_pdf(pdf, self._name(), printer, margin_shift(record.rules)):
            self._tell(State.GOOD, self.tr("The paper was handed to the printer."))
            return
        text = self.tr(
            "The printer did not take the paper; nothing was lost. See whether it is switched on, "
            "then print again."
        )
        self._tell(State.BAD, text)

    def _tell(self, state: State, text: str, act: str = "") -> None:
        self.form.notice_banner.show_message(state, text, act, "save")
