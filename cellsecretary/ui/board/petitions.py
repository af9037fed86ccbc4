"""The petitions of all cells: which wait for the superior, how long, and the answer to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.board.waiting import waiting_lines
from cellsecretary.core.operations.board import answer_petition
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.page import BoardPage
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.board.waiting import WaitingLine
    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

CELL_COLUMN, RAISED_COLUMN, TEXT_COLUMN, ABOUT_COLUMN = 2, 3, 4, 5


class BoardPetitionsForm(Form):
    """The widgets of the page."""

    form = "board_petitions"
    notice_banner: Banner
    head_panel: QWidget
    count_label: QLabel
    cell_box: QComboBox
    petitions_stack: QStackedWidget
    table_page: QWidget
    petitions_table: QTableView
    empty_page: QFrame
    chosen_card: QFrame
    chosen_label: QLabel
    known_label: QLabel
    answer_panel: QWidget
    answer_edit: GrowingTextEdit
    day_panel: QWidget
    answered_label: QLabel
    answered_edit: DateField
    open_button: QPushButton


class PetitionsPage(BoardPage):
    """Lists the petitions, those that wait first; what is typed below is the answer to one.

    The order stays while the page is seen: a row that had its answer must not jump away from
    under the hand. The text makes an answer; its day is today unless another one is given.
    """

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = BoardPetitionsForm(self)
        form.notice_banner.dismiss()
        self._places: dict[tuple[str, str], int] = {}
        self._shown: WaitingLine | None = None
        self._is_turning = False
        self._model = RecordModel(self._columns(), key=lambda line: line.key, parent=self)
        table = form.petitions_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        # The card below says of the chosen one what has no room in large text.
        SharedWidths(
            table,
            {CELL_COLUMN: 2, TEXT_COLUMN: 4, ABOUT_COLUMN: 2},
            give_way=(RAISED_COLUMN, ABOUT_COLUMN),
            below=TEXT_COLUMN,
        )
        table.activated.connect(self._open)
        table.selectionModel().currentRowChanged.connect(lambda *_indexes: self._turn())
        self._answer = Autosave(form.answer_edit, self._save_answer)
        self._answer.left.connect(session.end_step)
        form.answered_edit.set_near(session.today())
        form.answered_edit.changed.connect(self._save_day)
        form.cell_box.activated.connect(self._filter)
        form.open_button.clicked.connect(self._open)
        StackWhenNarrow(form.head_panel)
        StackWhenNarrow(form.day_panel)

    def title(self) -> str:
        """Give the word for the page."""
        return self.tr("Petitions")

    def begin(self) -> None:
        """Put the keyboard on the list."""
        self.form.petitions_table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Order the list anew: what was answered is below now."""
        self._places = {}
        self._stale = True
        super().showEvent(event)

    def refresh(self) -> None:
        """Show the petitions as they stand today."""
        form = self.form
        lines = waiting_lines(self._session.record.petitions(), self._session.today())
        if not self._places:
            self._places = {line.key: place for place, line in enumerate(lines)}
        cell = self._fill_cells(lines)
        lines = tuple(line for line in lines if cell in ("", line.key[0]))
        last = len(self._places)
        lines = tuple(sorted(lines, key=lambda line: self._places.get(line.key, last)))
        form.petitions_stack.setCurrentWidget(form.table_page if lines else form.empty_page)
        self._model.set_rows(lines)
        waiting = sum(line.petition.is_waiting for line in lines)
        form.count_label.setText(self.tr("%n petition(s) waiting for an answer", "", waiting))
        if lines and not form.petitions_table.currentIndex().isValid():
            form.petitions_table.selectRow(0)
        self._show_chosen()

    def _fill_cells(self, lines: tuple[WaitingLine, ...]) -> str:
        """Offer the cells that have petitions, and give the chosen one, empty for all."""
        box = self.form.cell_box
        chosen = box.currentData() or ""
        cells = {line.key[0]: line.petition.cell.name for line in lines}
        offered = [("", self.tr("All cells"))]
        offered += [(one.id, one.name) for one in self._session.record.cells if one.id in cells]
        if [box.itemData(at) for at in range(box.count())] != [id for id, _ in offered]:
            box.clear()
            for id, name in offered:
                box.addItem(name, id)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        return str(box.currentData() or "")

    def _columns(self) -> list[Column[WaitingLine]]:
        return [
            Column(
                self.tr("State"),
                lambda line: (
                    self.tr("waiting") if line.petition.is_waiting else self.tr("answered")
                ),
                state=lambda line: State.CARE if line.petition.is_waiting else State.GOOD,
            ),
            Column(self.tr("Waits"), self._days),
            Column(self.tr("Cell"), lambda line: line.petition.cell.name),
            Column(self.tr("Raised on"), lambda line: day_text(line.petition.raised)),
            Column(self.tr("Petition"), lambda line: line.petition.petition.text, strong=True),
            Column(self.tr("About"), lambda line: line.petition.petition.concerns),
        ]

    def _days(self, line: WaitingLine) -> str:
        return "" if line.days is None else self.tr("%n day(s)", "", line.days)

    def _turn(self) -> None:
        """Write what is typed about the petition before, then show the chosen one."""
        # While the text is written its field takes no other one.
        self._is_turning = True
        self._answer.flush()
        self.form.answered_edit.settle()
        self._is_turning = False
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._is_turning:
            return
        form = self.form
        line = self._model.at(form.petitions_table.currentIndex())
        form.chosen_card.setVisible(line is not None)
        self._shown = line
        if line is None:
            return
        about = self._sentence(line)
        form.chosen_label.setText(about)
        form.chosen_label.setVisible(bool(about))
        form.known_label.setText(
            self.tr("The cell had an answer on {day}: {text}").format(
                day=day_text(line.answered), text=line.answer or "–"
            )
        )
        form.known_label.setVisible(not line.is_ours)
        form.answer_panel.setVisible(line.is_ours)
        form.answered_label.setVisible(line.is_ours)
        form.answered_edit.setVisible(line.is_ours)
        self._answer.set_text(line.answer if line.is_ours else "")
        form.answered_edit.set_date(line.answered if line.is_ours else None)

    def _sentence(self, line: WaitingLine) -> str:
        """Say of a petition what the table may have no room for."""
        petition = line.petition.petition
        said = {
            self.tr("From: {who}"): petition.source,
            self.tr("About: {who}"): petition.concerns,
            self.tr("To: {who}"): petition.addressee,
            self.tr("Raised on {who}"): day_text(line.petition.raised),
        }
        return " · ".join(text.format(who=who) for text, who in said.items() if who)

    # What is written

    def _save_answer(self, text: str) -> bool:
        day = self.form.answered_edit.date() or self._session.today()
        return self._write(day if text.strip() else None, text)

    def _save_day(self) -> None:
        """Note another day of the answer; without a day its text is left alone."""
        day, text = self.form.answered_edit.date(), self.form.answer_edit.toPlainText()
        if day is not None and text.strip():
            self._write(day, text)
        elif self._shown is not None:
            self.form.answered_edit.set_date(self._shown.answered)

    def _write(self, answered: dt.date | None, text: str) -> bool:
        line = self._shown
        if line is None or not line.is_ours:
            return True
        register = self._session.register
        return self._tell(self._session.do(answer_petition, register, *line.key, answered, text))

    def _tell(self, refusal: Refusal | None) -> bool:
        done = self.form.notice_banner.answer(refusal, self._words)
        if not done:
            self._show_chosen()
        return done

    def _filter(self) -> None:
        self._answer.flush()
        self.refresh()

    def _open(self) -> None:
        """Ask for the minutes of the month that the petition was raised in."""
        line = self._shown
        if line is None:
            return
        self._answer.flush()
        meetings = self._session.record.meetings_of(line.key[0])
        raised = line.petition.petition.meeting
        months = (one.current.figures.month for one in meetings if one.id == raised)
        self.cell_wanted.emit(line.key[0], next(months, None))
