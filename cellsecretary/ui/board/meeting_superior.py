"""What the superior says of one meeting: a remark, points by criterion, who confirmed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from cellsecretary.core.board.given import form_given, given_to, own_points, superior_marks
from cellsecretary.core.kinds import GuestRole, Scorer
from cellsecretary.core.operations.board import confirm_points, give_points, write_remark
from cellsecretary.core.score import score_sheet
from cellsecretary.core.vietnamese import tidy_line
from cellsecretary.ui.autosave import Autosave, flush_all
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.dialogs.score import CLASS_STATES
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.score_lines import ScoreLines
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.board.versions import BoardMeeting
    from cellsecretary.core.board_rows import MeetingScore
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.score import ScoreSheet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.banner import Banner
    from cellsecretary.ui.board.session import BoardSession


class BoardSuperiorForm(Form):
    """The widgets of the page."""

    form = "board_superior"
    superior_area: QScrollArea
    remark_edit: GrowingTextEdit
    no_score_label: QLabel
    score_panel: QWidget
    score_head_panel: QWidget
    form_label: QLabel
    own_button: QPushButton
    lines_page: QWidget
    sum_label: QLabel
    class_chip: ChipLabel
    beside_label: QLabel
    confirmed_panel: QWidget
    confirmed_tick: DatedTick
    confirmed_by_edit: QLineEdit


class SuperiorPage(QWidget):
    """Remarks on a meeting and scores what holds of it, which a conflict and a draft do not."""

    def __init__(
        self,
        session: BoardSession,
        words: Messages,
        banner: Banner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._banner = banner
        self._meeting: BoardMeeting | None = None
        self._record: MeetingRecord | None = None
        self._form = ""
        self.form = form = BoardSuperiorForm(self)
        self.lines = ScoreLines(form.lines_page, words)
        self.lines.answered.connect(lambda code, points: self._give([(code, points)]))
        self._remark = Autosave(form.remark_edit, self._save_remark)
        self._remark.left.connect(session.end_step)
        form.own_button.clicked.connect(self._take_own)
        form.confirmed_tick.noted.connect(self._confirm)
        form.confirmed_by_edit.editingFinished.connect(self._rename_officer)
        StackWhenNarrow(form.score_head_panel)
        StackWhenNarrow(form.confirmed_panel)

    def show_meeting(self, meeting: BoardMeeting, record: MeetingRecord | None) -> None:
        """Show what was said of a meeting; `record` is the version that holds."""
        if self._meeting is None or (meeting.cell, meeting.id) != self._place:
            flush_all(self)
            self.form.confirmed_by_edit.clear()
        self._meeting, self._record = meeting, record
        remarks = self._session.register.remarks
        texts = (one.text for one in remarks if (one.cell, one.meeting) == self._place)
        self._remark.set_text(next(texts, ""))
        self._show_score()

    @property
    def _place(self) -> tuple[str, str]:
        assert self._meeting is not None
        return self._meeting.cell, self._meeting.id

    def _score(self) -> MeetingScore | None:
        return given_to(self._session.register.scores, *self._place)

    def _show_score(self) -> None:
        assert self._meeting is not None
        form, record, score = self.form, self._record, self._score()
        self._form = form_given(record, score) if record else ""
        why_not = ""
        if self._meeting.is_conflict:
            why_not = self.tr("Points can be given once you have chosen which version counts.")
        elif record is None or record.is_draft:
            why_not = self.tr("Points can be given once the cell has closed its minutes.")
        elif not self._form:
            why_not = self.tr("Meetings of this kind are given no points.")
        form.no_score_label.setText(why_not)
        form.no_score_label.setVisible(bool(why_not))
        form.score_panel.setVisible(not why_not)
        if why_not or record is None:
            return
        sheet = score_sheet(record, self._form, superior_marks(score))
        form.form_label.setText(sheet.name)
        self.lines.show_sheet(sheet, Scorer.SUPERIOR, changeable=True)
        open_lines = {line.code for line in sheet.lines if line.superior is None}
        own = own_points(record, self._form)
        form.own_button.setEnabled(any(code in open_lines for code, _ in own))
        self._show_result(sheet)
        self._show_confirmed(record, score)

    def _show_result(self, sheet: ScoreSheet) -> None:
        form = self.form
        given = [line.superior for line in sheet.lines]
        text = self.tr("{points}/{total} points")
        form.sum_label.setText(
            text.format(points=sum(one or 0 for one in given), total=sheet.total)
        )
        grade = sheet.superior_class
        if grade is None:
            left = given.count(None)
            form.class_chip.show_state(State.NONE, self.tr("%n without points yet", "", left))
        else:
            form.class_chip.show_state(CLASS_STATES[grade], self._words.value(grade))
        own = ""
        if sheet.own_class is not None:
            own = self.tr("the cell itself: {points}, {grade}").format(
                points=sheet.own_points, grade=self._words.value(sheet.own_class).lower()
            )
        form.beside_label.setText(own)

    def _show_confirmed(self, record: MeetingRecord, score: MeetingScore | None) -> None:
        form = self.form
        done = score.confirmed if score else None
        form.confirmed_tick.show_step(self.tr("The points are confirmed"), day_text(done), done)
        form.confirmed_tick.set_days(self._session.today(), first=record.meeting.date)
        is_typed = form.confirmed_by_edit.hasFocus()
        if not is_typed and (done is not None or not form.confirmed_by_edit.text()):
            sent = (
                guest.name
                for guest in record.guests_present
                if guest.role is GuestRole.ASSIGNED_SUPERIOR
            )
            by = score.confirmed_by if score else ""
            form.confirmed_by_edit.setText(by or next(sent, record.cell.assigned))

    # What is written

    def _save_remark(self, text: str) -> bool:
        return self._tell(
            self._session.do(write_remark, self._session.register, *self._place, text)
        )

    def _give(self, points: list[tuple[str, int | None]]) -> None:
        if self._record is not None:
            register = self._session.register
            self._tell(self._session.do(give_points, register, self._record, self._form, points))

    def _take_own(self) -> None:
        """Fill in the cell's own points where there are none yet."""
        if self._record is not None:
            score = self._score()
            given = {one.criterion for one in score.points} if score else set()
            own = own_points(self._record, self._form)
            self._give([(code, points) for code, points in own if code not in given])

    def _confirm(self, done: dt.date | None) -> None:
        if self._record is not None:
            by = self.form.confirmed_by_edit.text()
            register = self._session.register
            self._tell(self._session.do(confirm_points, register, self._record, done, by))

    def _rename_officer(self) -> None:
        if self._meeting is None:
            return
        score = self._score()
        name = tidy_line(self.form.confirmed_by_edit.text())
        if score and score.confirmed is not None and name != score.confirmed_by:
            self._confirm(score.confirmed)

    def _tell(self, refusal: Refusal | None) -> bool:
        done = self._banner.answer(refusal, self._words)
        if not done and self._meeting is not None:
            self._show_score()
        return done
