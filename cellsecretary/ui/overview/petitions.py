"""The wishes of the people: which wait, for what, how long, and the next step of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QTableView, QWidget

from cellsecretary.core.operations.petitions import follow_up_petition, write_answer
from cellsecretary.core.petition_lines import PetitionStep, last_step, next_step, petitions_of
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.stories import Stories
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import PETITION_STATES, day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.petition_lines import PetitionLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

TEXT_COLUMN, SOURCE_COLUMN, ADDRESSEE_COLUMN, MEETING_COLUMN = 2, 3, 4, 5


class OverviewPetitionsForm(Form):
    """The widgets of the page."""

    form = "overview_petitions"
    notice_banner: Banner
    count_label: QLabel
    petitions_stack: QStackedWidget
    table_page: QWidget
    petitions_table: QTableView
    empty_page: QFrame
    chosen_card: QFrame
    chosen_label: QLabel
    steps_panel: QWidget
    answer_panel: QWidget
    answer_edit: GrowingTextEdit
    paper_button: QPushButton
    history_button: QPushButton
    open_button: QPushButton


class PetitionsPage(OverviewPage):
    """Lists the petitions of the year and those still open from before; a row leads to its meeting.

    A step that is ticked was done today; its calendar has the other days.
    """

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = OverviewPetitionsForm(self)
        form.notice_banner.dismiss()
        self._year = 0
        self._shown = ""
        self._model = RecordModel(self._columns(), key=lambda line: line.petition.id, parent=self)
        table = form.petitions_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        # The card below the table says who asks, whom, and when too.
        SharedWidths(
            table,
            {TEXT_COLUMN: 3, SOURCE_COLUMN: 1, ADDRESSEE_COLUMN: 1},
            give_way=(SOURCE_COLUMN, ADDRESSEE_COLUMN, MEETING_COLUMN),
            below=TEXT_COLUMN,
        )
        self.steps: dict[PetitionStep, DatedTick] = {}
        steps = form.steps_panel.layout()
        assert steps is not None
        for step in PetitionStep:
            tick = DatedTick(form.steps_panel)
            tick.noted.connect(partial(self._note, step))
            self.steps[step] = tick
            steps.addWidget(tick)
        StackWhenNarrow(form.steps_panel)
        self._answer = Autosave(form.answer_edit, self._save_answer)
        self._answer.left.connect(session.end_step)
        table.activated.connect(self._go_to_meeting)
        table.selectionModel().currentRowChanged.connect(lambda *_indexes: self._turn())
        form.open_button.clicked.connect(self._go_to_meeting)
        form.paper_button.clicked.connect(self._open_paper)
        form.history_button.clicked.connect(self._show_story)

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page."""
        return QCoreApplication.translate("PetitionsPage", "Petitions")

    def show_period(self, period: PeriodRecord) -> None:
        """Show the petitions as they stand today."""
        form = self.form
        self._year = period.period.year
        lines = petitions_of(period, self._session.today())
        form.petitions_stack.setCurrentWidget(form.table_page if lines else form.empty_page)
        self._model.set_rows(lines)
        waiting = sum(line.is_open for line in lines)
        count = self.tr("%n petition(s)", "", len(lines))
        still_open = self.tr("%n not settled yet", "", waiting)
        form.count_label.setText(f"{count} · {still_open}" if waiting else count)
        form.count_label.setVisible(bool(lines))
        if lines and not form.petitions_table.currentIndex().isValid():
            form.petitions_table.selectRow(0)
        self._show_chosen()

    def show_row(self, row: str) -> None:
        """Choose a petition, so that its next step can be noted."""
        index = self._model.index_of(row)
        if index.isValid():
            self.form.petitions_table.setCurrentIndex(index)
            self.form.petitions_table.setFocus()

    def _columns(self) -> list[Column[PetitionLine]]:
        return [
            Column(
                self.tr("State"),
                lambda line: self._words.value(line.state),
                state=lambda line: PETITION_STATES[line.state],
            ),
            Column(self.tr("Waits"), self._days),
            Column(self.tr("Petition"), lambda line: line.petition.text, strong=True),
            Column(self.tr("From"), lambda line: line.petition.source),
            Column(self.tr("To"), lambda line: line.petition.addressee),
            Column(self.tr("Meeting"), lambda line: day_text(line.meeting.date)),
        ]

    def _days(self, line: PetitionLine) -> str:
        return self.tr("%n day(s)", "", line.days) if line.is_open else ""

    def _chosen(self) -> PetitionLine | None:
        index = self.form.petitions_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _turn(self) -> None:
        """Write what is typed about the petition before, then show the chosen one."""
        self._answer.flush()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say all of the chosen petition, and let those steps be noted whose turn it is."""
        form, line = self.form, self._chosen()
        form.chosen_card.setVisible(line is not None)
        form.open_button.setEnabled(line is not None)
        form.history_button.setEnabled(line is not None)
        if line is None:
            return
        self._shown = line.petition.id
        about = self._sentence(line)
        form.chosen_label.setText(about)
        form.chosen_label.setVisible(bool(about))
        names = {
            PetitionStep.SENT: self.tr("Sent"),
            PetitionStep.ANSWERED: self.tr("Answered"),
            PetitionStep.TOLD: self.tr("People were told"),
        }
        # What was done last can be taken back, what comes next can be done.
        shown = {last_step(line.petition), next_step(line.petition)}
        before, today = line.meeting.date, self._session.today()
        for step, tick in self.steps.items():
            done: dt.date | None = getattr(line.petition, step)
            tick.setVisible(step in shown)
            tick.show_step(names[step], day_text(done), done)
            tick.set_days(today, first=before)
            before = done or before
        form.answer_panel.setVisible(line.petition.answered is not None)
        self._answer.set_text(line.petition.answer)

    def _sentence(self, line: PetitionLine) -> str:
        """Say of a petition what the table has no room for."""
        petition = line.petition
        said = {
            self.tr("From: {who}"): petition.source,
            self.tr("About: {who}"): petition.concerns,
            self.tr("To: {who}"): petition.addressee,
            self.tr("Sent {who}"): day_text(petition.sent),
        }
        return " · ".join(text.format(who=who) for text, who in said.items() if who)

    def _note(self, step: PetitionStep, done: dt.date | None) -> None:
        self._answer.flush()
        register = self._session.register
        self._tell(self._session.do(follow_up_petition, register, self._shown, step, done))
        if done is not None and step is PetitionStep.ANSWERED:
            self.form.answer_edit.setFocus()

    def _save_answer(self, text: str) -> bool:
        register = self._session.register
        return self._tell(self._session.do(write_answer, register, self._shown, text))

    def _tell(self, refusal: Refusal | None) -> bool:
        done = self.form.notice_banner.answer(refusal, self._words)
        if not done:
            self._show_chosen()
        return done

    def _open_paper(self) -> None:
        dialog = PeriodPapersDialog(
            self._session, self._ask, self._words, self._year, self, paper="petitions"
        )
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def _show_story(self) -> None:
        self._answer.flush()
        dialog = StoryDialog(Stories(self._session, self._words).of_petition(self._shown), self)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def _go_to_meeting(self) -> None:
        line = self._chosen()
        if line is not None:
            self.meeting_wanted.emit(line.meeting.id)
