"""`ReviewsPage`: how the cell and each member were rated for a year, and who still is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.year_review import YearFact, year_reviews
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.dialogs.year_review import YearReviewDialog
from cellsecretary.ui.figures import figure_text
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.year_review import ReviewLine, YearReviews
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

NAME_COLUMN, PRESENT_COLUMN, LEVEL_COLUMN = 1, 2, 4

LEVEL_STATES = {
    YearLevel.OUTSTANDING: State.GOOD,
    YearLevel.GOOD: State.GOOD,
    YearLevel.FULFILLED: State.CARE,
    YearLevel.NOT_FULFILLED: State.BAD,
}


class ReviewsForm(Form):
    """The widgets of the page."""

    form = "overview_reviews"
    waiting_chip: ChipLabel
    counts_label: QLabel
    cap_list: SentenceList
    reviews_table: QTableView
    paper_button: QPushButton
    forms_button: QPushButton
    rate_button: QPushButton


class ReviewsPage(OverviewPage):
    """Lists the cell first, then its members; Enter or a double click rates the chosen one."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._shown: PeriodRecord | None = None
        self.form = form = ReviewsForm(self)
        self._model = RecordModel(self._columns(), key=_key, parent=self)
        form.reviews_table.setModel(self._model)
        self.begin_at(form.reviews_table)
        dress_table(form.reviews_table, wrap=True)
        SharedWidths(
            form.reviews_table,
            {NAME_COLUMN: 1, LEVEL_COLUMN: 1},
            give_way=(PRESENT_COLUMN,),
            below=NAME_COLUMN,
        )
        form.reviews_table.activated.connect(lambda _index: self._rate())
        form.rate_button.clicked.connect(self._rate)
        form.paper_button.clicked.connect(lambda: self._print("year-review"))
        form.forms_button.clicked.connect(lambda: self._print("year-review-form"))

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page."""
        return QCoreApplication.translate("ReviewsPage", "Review of the year")

    def show_period(self, period: PeriodRecord) -> None:
        """Show the reviews of a year."""
        self._shown = period
        found, form = year_reviews(period), self.form
        self._model.set_rows((found.cell, *found.members))
        if not form.reviews_table.currentIndex().isValid():
            form.reviews_table.selectRow(0)
        waiting = len(found.waiting)
        if waiting:
            form.waiting_chip.show_state(
                State.CARE, self.tr("Not rated yet: {count}").format(count=waiting)
            )
        else:
            form.waiting_chip.show_state(State.GOOD, self.tr("Everybody is rated"))
        form.counts_label.setText(self._counts(found))
        form.cap_list.set_sentences(
            [Sentence(self._cap(found), State.CARE)] * (found.above_cap > 0)
        )

    def _columns(self) -> list[Column[ReviewLine]]:
        return [
            Column(
                self.tr("No."),
                lambda line: str(line.member.number) if line.member else "",
                align="right",
            ),
            Column(self.tr("Name"), self._name, strong=True),
            Column(self.tr("Present"), lambda line: figure_text(line.fact(YearFact.PRESENT))),
            Column(self.tr("Points"), _points, align="right"),
            Column(self.tr("Level"), self._level, state=_state),
        ]

    def _name(self, line: ReviewLine) -> str:
        if line.member:
            return line.member.name
        assert self._shown is not None
        return self._shown.register.cell_on(self._shown.period.last).name

    def _level(self, line: ReviewLine) -> str:
        if line.level:
            return self._words.value(line.level)
        return self._words.value(line.left_out) if line.left_out else self.tr("Not rated yet")

    def _counts(self, found: YearReviews) -> str:
        """Say how many members have which level, in short words."""
        text = self.tr(
            "Outstanding {outstanding} · good {good} · fulfilled {fulfilled} · not {not_}"
        )
        return text.format(
            outstanding=found.count(YearLevel.OUTSTANDING),
            good=found.count(YearLevel.GOOD),
            fulfilled=found.count(YearLevel.FULFILLED),
            not_=found.count(YearLevel.NOT_FULFILLED),
        )

    def _cap(self, found: YearReviews) -> str:
        text = self.tr(
            "Outstanding {count}, should be at most {most} of the {base} good or better."
        )
        return text.format(
            count=found.count(YearLevel.OUTSTANDING),
            base=found.good_or_better,
            most=found.most_outstanding,
        )

    def _rate(self) -> None:
        index = self.form.reviews_table.currentIndex()
        if not index.isValid() or self._shown is None:
            return
        member = self._model.row(index).member
        dialog = YearReviewDialog(
            self._session,
            self._words,
            self._shown.period,
            member.id if member else None,
            self,
        )
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def _print(self, paper: str) -> None:
        assert self._shown is not None
        year = self._shown.period.year
        dialog = PeriodPapersDialog(self._session, self._ask, self._words, year, self, paper=paper)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()


def _key(line: ReviewLine) -> str:
    return line.member.id if line.member else ""


def _points(line: ReviewLine) -> str:
    return "" if line.points is None else str(line.points)


def _state(line: ReviewLine) -> State:
    return State.NONE if line.level is None else LEVEL_STATES[line.level]
