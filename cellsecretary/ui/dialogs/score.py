"""`ScoreDialog`: the score of a meeting, the facts beside each criterion, the class below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from cellsecretary.core.kinds import GuestRole, MeetingState, ScoreClass, Scorer
from cellsecretary.core.operations.score import (
    answer,
    change_form,
    confirm_score,
    note_superior,
    take_proposals,
)
from cellsecretary.core.score import form_of, last_form, score_sheet
from cellsecretary.core.vietnamese import tidy_line
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.reading_order import TabAsRead
from cellsecretary.ui.score_lines import ScoreLines
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.toggle import ToggleButton
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Meeting, ScoreMark
    from cellsecretary.core.score import ScoreSheet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

CLASS_STATES = {
    ScoreClass.GOOD: State.GOOD,
    ScoreClass.FAIR: State.GOOD,
    ScoreClass.AVERAGE: State.CARE,
    ScoreClass.WEAK: State.BAD,
}

LEAST_LINES = 216
"""Pixels of usual text: where there is less room for the lines, all of the dialog scrolls."""


class ScoreForm(Form):
    """The widgets of the dialog."""

    form = "score"
    notice_banner: Banner
    form_box: QComboBox
    cell_button: ToggleButton
    superior_button: ToggleButton
    lines_area: QScrollArea
    lines_page: QWidget
    sum_label: QLabel
    class_chip: ChipLabel
    beside_label: QLabel
    confirmed_panel: QWidget
    confirmed_tick: DatedTick
    confirmed_by_edit: QLineEdit
    proposals_button: QPushButton
    close_button: QPushButton


class ScoreDialog(TabAsRead, QDialog):
    """Scores an open meeting; of a closed one only the superior's points can still be noted."""

    def __init__(
        self, session: Session, words: Messages, meeting: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._meeting = meeting
        self.form = form = ScoreForm(self)
        self.setWindowTitle(self.tr("Score of the meeting"))
        form.notice_banner.dismiss()
        form.lines_area.setMinimumHeight(current_theme().grown(LEAST_LINES))
        record = self.record
        self._scorer = Scorer.CELL if record.is_open else Scorer.SUPERIOR
        self._chosen = form_of(record, last_form(session.register))
        self.lines = ScoreLines(form.lines_page, words)
        self.lines.answered.connect(self._answer)
        for name, rules in record.rules.scores.items():
            if record.meeting.kind in rules.kinds:
                form.form_box.addItem(rules.name, name)
        form.form_box.activated.connect(self._choose_form)
        form.cell_button.clicked.connect(lambda: self._turn(Scorer.CELL))
        form.superior_button.clicked.connect(lambda: self._turn(Scorer.SUPERIOR))
        form.proposals_button.clicked.connect(self._take_proposals)
        form.close_button.clicked.connect(self.accept)
        form.confirmed_tick.noted.connect(self._confirm)
        form.confirmed_by_edit.setText(self._officer())
        form.confirmed_by_edit.editingFinished.connect(self._rename_officer)
        session.changed.connect(self._refresh)
        self._refresh()
        form.close_button.setFocus()
        ask_size(self, 860, 640)

    @property
    def record(self) -> MeetingRecord:
        """The record of the meeting."""
        return self._session.meeting(self._meeting)

    def _superior_marks(self) -> tuple[ScoreMark, ...]:
        """Give the superior's points as they are now: they may come after the closing."""
        marks = self._session.register.scores
        return tuple(mark for mark in marks if mark.meeting == self._meeting)

    def _refresh(self, *_changes: object) -> None:
        record, form = self.record, self.form
        self._chosen = form_of(record, self._chosen)
        sheet = score_sheet(record, self._chosen, self._superior_marks())
        own = self._scorer is Scorer.CELL
        self.lines.show_sheet(sheet, self._scorer, changeable=record.is_open or not own)
        form.form_box.setCurrentIndex(form.form_box.findData(self._chosen))
        form.form_box.setEnabled(record.is_open)
        form.cell_button.setChecked(own)
        form.superior_button.setChecked(not own)
        open_now = own and record.is_open
        form.proposals_button.setVisible(open_now)
        form.proposals_button.setEnabled(
            any(line.proposed is not None for line in sheet.unanswered)
        )
        self._show_result(sheet)
        self._show_confirmed()

    def _show_result(self, sheet: ScoreSheet) -> None:
        form = self.form
        own = self._scorer is Scorer.CELL
        given = [line.own if own else line.superior for line in sheet.lines]
        points = sum(one or 0 for one in given)
        left = given.count(None)
        band = sheet.own_class if own else sheet.superior_class
        form.sum_label.setText(
            self.tr("{points}/{total} points").format(points=points, total=sheet.total)
        )
        if band is None:
            form.class_chip.show_state(State.NONE, self.tr("%n not answered yet", "", left))
        else:
            form.class_chip.show_state(CLASS_STATES[band], self._words.value(band))
        beside = sheet.superior_points if own else sheet.own_points
        other = self.tr("superior: {points}") if own else self.tr("the cell itself: {points}")
        known = beside is not None and (own or not sheet.unanswered)
        form.beside_label.setText(other.format(points=beside) if known else "")

    def _row(self) -> Meeting:
        row = self._session.register.meeting(self._meeting)
        assert row is not None
        return row

    def _officer(self) -> str:
        """Give who confirmed the score, or propose who of the superior was there."""
        sent = (g.name for g in self.record.guests_present if g.role is GuestRole.ASSIGNED_SUPERIOR)
        return self._row().score_confirmed_by or next(sent, self._session.register.cell.assigned)

    def _show_confirmed(self) -> None:
        """Show whether the superior confirmed the score; it is noted once the meeting is closed."""
        form, row = self.form, self._row()
        form.confirmed_panel.setVisible(row.state is MeetingState.CLOSED)
        form.confirmed_tick.show_step(
            self.tr("The superior confirmed the score"),
            day_text(row.score_confirmed),
            row.score_confirmed,
        )
        form.confirmed_tick.set_days(self._session.today(), first=row.date)

    def _confirm(self, done: dt.date | None) -> None:
        by = self.form.confirmed_by_edit.text()
        register = self._session.register
        self._tell(self._session.do(confirm_score, register, self._meeting, done, by))
        self._show_confirmed()

    def _rename_officer(self) -> None:
        """Note another name of whoever confirmed the score already."""
        row, name = self._row(), self.form.confirmed_by_edit.text()
        if row.score_confirmed is not None and tidy_line(name) != row.score_confirmed_by:
            self._confirm(row.score_confirmed)

    def _choose_form(self, _index: int) -> None:
        """Score on another form; what was answered on the one before goes, and can be undone."""
        chosen = self.form.form_box.currentData()
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if self.record.scores:
            self._tell(self._session.do(change_form, self.record, chosen))
        self._refresh()

    def _turn(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._refresh()

    def _take_proposals(self) -> None:
        self._tell(self._session.do(take_proposals, self.record, self._chosen))

    def _answer(self, code: str, points: int) -> None:
        if self._scorer is Scorer.CELL:
            refusal = self._session.do(answer, self.record, self._chosen, code, points)
        else:
            marks = self._superior_marks()
            refusal = self._session.do(
                note_superior, self.record, marks, self._chosen, code, points
            )
        self._tell(refusal)

    def _tell(self, refusal: Refusal | None) -> None:
        self.form.notice_banner.answer(refusal, self._words)
