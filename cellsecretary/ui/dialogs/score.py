"""`ScoreDialog`: the score of a meeting, the facts beside each criterion, the class below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.kinds import ScoreClass, Scorer
from cellsecretary.core.operations.score import answer, change_form, note_superior, take_proposals
from cellsecretary.core.score import form_of, last_form, score_sheet
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.form import Form
from cellsecretary.ui.score_lines import ScoreLines
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.toggle import ToggleButton

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import ScoreMark
    from cellsecretary.core.score import ScoreSheet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

CLASS_STATES = {
    ScoreClass.GOOD: State.GOOD,
    ScoreClass.FAIR: State.GOOD,
    ScoreClass.AVERAGE: State.CARE,
    ScoreClass.WEAK: State.BAD,
}


class ScoreForm(Form):
    """The widgets of the dialog."""

    form = "score"
    notice_banner: Banner
    form_box: QComboBox
    cell_button: ToggleButton
    superior_button: ToggleButton
    lines_page: QWidget
    sum_label: QLabel
    class_chip: ChipLabel
    beside_label: QLabel
    proposals_button: QPushButton
    close_button: QPushButton


class ScoreDialog(QDialog):
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
        session.changed.connect(self._refresh)
        self._refresh()
        form.close_button.setFocus()
        theme = current_theme()
        room = self.screen().availableGeometry().size()
        self.resize(QSize(theme.grown(860), theme.grown(640)).boundedTo(room))

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
        if refusal is None:
            self.form.notice_banner.dismiss()
            return
        text = " ".join(self._words.refusal(problem) for problem in refusal.problems)
        if text:
            self.form.notice_banner.show_message(State.CARE, text)
