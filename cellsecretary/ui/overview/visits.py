"""`VisitsPage`: the officers of the superior over a year, with the meetings behind each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.visits import OfficerLine, Visit, Visits, officer_key, visits
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class OverviewVisitsForm(Form):
    """The widgets of the page."""

    form = "overview_visits"
    officers_table: QTableView
    visits_label: QLabel
    visits_table: QTableView
    empty_label: QLabel
    months_label: QLabel
    open_button: QPushButton


class VisitsPage(OverviewPage):
    """One line per officer, and below it the meetings of the officer who is chosen."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = OverviewVisitsForm(self)
        self._officers = RecordModel(self._of_officers(), lambda line: officer_key(line.name), self)
        self._visits = RecordModel(self._of_visits(), lambda visit: visit.meeting, self)
        form.officers_table.setModel(self._officers)
        dress_table(form.officers_table, wrap=True)
        SharedWidths(form.officers_table, {0: 1, 1: 1}, give_way=(1,), below=0)
        form.visits_table.setModel(self._visits)
        dress_table(form.visits_table, wrap=True)
        SharedWidths(form.visits_table, {1: 1, 3: 2})
        form.officers_table.selectionModel().currentRowChanged.connect(
            lambda *_rows: self._show_visits()
        )
        form.officers_table.activated.connect(lambda _index: form.visits_table.setFocus())
        form.visits_table.activated.connect(lambda _index: self._open())
        form.open_button.clicked.connect(self._open)

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page."""
        return QCoreApplication.translate("VisitsPage", "Visits of the superior")

    def show_period(self, period: PeriodRecord) -> None:
        """Fill the page."""
        form, found = self.form, visits(period)
        self._officers.set_rows(found.officers)
        some = bool(found.officers)
        for part in (form.officers_table, form.visits_label, form.visits_table, form.open_button):
            part.setVisible(some)
        form.empty_label.setVisible(not some)
        form.months_label.setText(self._months(found) if some else "")
        if some and not form.officers_table.currentIndex().isValid():
            form.officers_table.selectRow(0)
        self._show_visits()

    def _months(self, found: Visits) -> str:
        """Say how often the superior was there in each month, as the commune reports it."""
        text = self.tr("Visits: {came} in all; by month: {months}")
        months = (f"{line.month.month} ({line.visits})" for line in found.months if line.visits)
        return text.format(came=found.came, months=", ".join(months) or "–")

    def _show_visits(self) -> None:
        form = self.form
        officer = self._officers.at(form.officers_table.currentIndex())
        self._visits.set_rows(officer.visits if officer else ())
        text = self.tr("Meetings that concern {name}")
        form.visits_label.setText(text.format(name=officer.name) if officer else "")
        if officer and not form.visits_table.currentIndex().isValid():
            form.visits_table.selectRow(0)

    def _open(self) -> None:
        visit = self._visits.at(self.form.visits_table.currentIndex())
        if visit is not None:
            self.meeting_wanted.emit(visit.meeting)

    # Columns

    def _of_officers(self) -> list[Column[OfficerLine]]:
        return [
            Column(self.tr("Name"), lambda line: line.name, strong=True),
            Column(self.tr("Post"), lambda line: line.title),
            Column(self.tr("Invited"), lambda line: str(line.invited)),
            Column(self.tr("Came"), lambda line: str(line.came)),
            Column(self.tr("Spoke"), lambda line: str(line.spoke)),
            Column(self.tr("Scores confirmed"), lambda line: str(line.confirmed)),
        ]

    def _of_visits(self) -> list[Column[Visit]]:
        return [
            Column(self.tr("Date"), lambda visit: day_text(visit.date), strong=True),
            Column(self.tr("Kind"), lambda visit: self._words.value(visit.kind)),
            Column(self.tr("Came"), self._came, state=_came_state),
            Column(self.tr("Said"), lambda visit: "\n".join(visit.said)),
            Column(self.tr("Score confirmed"), lambda visit: day_text(visit.confirmed)),
        ]

    def _came(self, visit: Visit) -> str:
        if not visit.invited:
            return self.tr("not invited")
        return self.tr("there") if visit.came else self.tr("absent")


def _came_state(visit: Visit) -> State:
    if not visit.invited:
        return State.NONE
    return State.GOOD if visit.came else State.CARE
