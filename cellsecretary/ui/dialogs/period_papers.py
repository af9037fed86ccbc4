"""`PeriodPapersDialog`: the papers of a month, a quarter or a year: seen, saved, printed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from cellsecretary import papers
from cellsecretary.core.book_lines import book_years
from cellsecretary.core.period import Span, period_with, periods_of, read_period
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.cargo import PeriodCargo
from cellsecretary.ui.dialogs.paper import PaperDialog, PaperForm
from cellsecretary.ui.dialogs.report_figures import ReportFiguresDialog
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.long_work import LongWork
from cellsecretary.ui.paper_desk import file_name
from cellsecretary.ui.portions_choice import PortionsChoice
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.wording import period_text

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.ruleset import RuleSet
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


class PeriodPapersForm(PaperForm):
    """The widgets of the dialog."""

    form = "period_papers"
    choice_panel: QWidget
    paper_box: QComboBox
    period_box: QComboBox
    year_box: QComboBox
    portions_button: QPushButton
    figures_button: QPushButton
    send_button: QPushButton
    word_button: QPushButton


class PeriodPapersDialog(PaperDialog):
    """Begins with a paper of the latest time of a year that had a meeting; `wish` as in papers.

    `meeting_wanted` carries the meeting that a number of the report comes from.
    """

    meeting_wanted = Signal(str)
    form: PeriodPapersForm

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
        super().__init__(ask, words, parent)
        self._session = session
        self._record: PeriodRecord | None = None
        self.form = form = PeriodPapersForm(self)
        self.setWindowTitle(self.tr("Papers of a period"))
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
        form.period_box.activated.connect(lambda _index: self.make_anew())
        form.figures_button.clicked.connect(self._show_figures)
        form.send_button.clicked.connect(self._send)
        form.word_button.clicked.connect(partial(self.save_as, FileKind.WORD))
        StackWhenNarrow(form.choice_panel)
        self.begin()
        self._offer(None)
        form.paper_box.setFocus()

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
        self.make_anew()

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

    def make_anew(self) -> None:
        """Forget the record, which is that of another time, and wait for the paper."""
        self._record = None
        super().make_anew()

    def _divide(self) -> None:
        """Show what was chosen of the paper, at its top."""
        self.form.notice_banner.dismiss()
        self.form.paper_view.clear()
        self.show_paper()

    def put(self, paper: bytes | str) -> None:
        """Offer, too, what else can be done with this paper and its time."""
        super().put(paper)
        form, chosen = self.form, self.form.paper_box.currentData()
        form.word_button.setVisible(papers.FORMS[chosen].word)
        form.figures_button.setVisible(chosen == "report")
        has_meetings = self._record is not None and bool(self._record.records)
        form.send_button.setVisible(has_meetings)
        for button in (form.word_button, form.figures_button):
            button.setEnabled(isinstance(paper, bytes))

    def made(self) -> bytes | str:
        """Make the paper of the period."""
        paper: str = self.form.paper_box.currentData()
        self._record = record = self._session.period_record(self._period())
        self._portions.offer()
        # What does not wait for a meeting, as the list of the fees, needs none.
        if not record.records and not papers.FORMS[paper].final:
            return self.tr("No meeting was held in this time, so there is nothing to print.")
        wish = self._portions.wish
        return self.beside(lambda: papers.render(paper, record, wish))

    def _shown(self) -> tuple[str, PeriodRecord] | None:
        """Give the paper that is chosen and its record, None until that is read."""
        return (self.form.paper_box.currentData(), self._record) if self._record else None

    def place(self, text: str) -> str:
        """Say, too, that the paper is a draft."""
        paper, record = self._chosen()
        if record.is_draft and not papers.FORMS[paper].final:
            return self.tr("{place} · draft").format(place=text)
        return text

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

    def file_stem(self) -> str:
        """Name the file after the paper, its time and its portions."""
        paper, record = self._chosen()
        title = record.rules.paper.marked(self._title(paper))
        return file_name(title, record.period.code, self._portions.wished)

    def write(self, path: Path, kind: FileKind) -> None:
        """Make the paper once more as a file of a kind, which its suffix tells."""
        del kind
        paper, record = self._chosen()
        wish = self._portions.wish
        work = LongWork(self, self.tr("The paper is being saved…"))
        work.beside(lambda: papers.write(paper, record, path, wish))

    def paper_rules(self) -> RuleSet:
        """Give the rules at the end of the time."""
        return self._chosen()[1].rules

    def _chosen(self) -> tuple[str, PeriodRecord]:
        shown = self._shown()
        assert shown is not None
        return shown
