"""`YearReviewDialog`: the year of one member or of the cell, its facts beside points and level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.operations.year_review import review_year
from cellsecretary.core.year_review import year_reviews
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.field_notes import FieldNotes
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.figures import FigureTables
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.points_field import PointsField
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.period import Period
    from cellsecretary.core.rows import Standing
    from cellsecretary.core.year_review import ReviewLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

POINTS = ("general", "results")
"""The fields of points, by the names of the row that they fill."""


class YearReviewForm(Form):
    """The widgets of the dialog."""

    form = "year_review"
    person_label: QLabel
    terms_label: QLabel
    figures_table: QTableView
    meetings_table: QTableView
    meeting_button: QPushButton
    general_label: QLabel
    general_edit: PointsField
    results_label: QLabel
    results_edit: PointsField
    sum_label: QLabel
    level_box: QComboBox
    note_edit: GrowingTextEdit
    close_button: QPushButton
    place_label: QLabel
    previous_button: QPushButton
    next_button: QPushButton


class YearReviewDialog(QDialog):
    """Goes from one to the next, beginning with `member`, None for the cell itself.

    What is typed is kept at once; `meeting_wanted` carries the meeting that a number is from.
    """

    meeting_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        words: Messages,
        year: Period,
        member: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._year = year
        self._member = member
        self._warned = False
        self._notes = FieldNotes()
        self.form = form = YearReviewForm(self)
        self.setWindowTitle(self.tr("Review of the year {year}").format(year=year.year))
        self._figures = FigureTables(
            form.figures_table, form.meetings_table, form.meeting_button, words
        )
        self._figures.meeting_wanted.connect(self._go_to_meeting)
        self._points = {"general": form.general_edit, "results": form.results_edit}
        for name, field in self._points.items():
            field.changed.connect(lambda name=name: self._save_points(name))
        form.level_box.addItem(self.tr("Not rated yet"), None)
        for level in YearLevel:
            form.level_box.addItem(words.value(level), level)
        form.level_box.activated.connect(self._save_level)
        self._note = Autosave(form.note_edit, self._save_note)
        self._note.left.connect(session.end_step)
        form.previous_button.clicked.connect(lambda: self._step(-1))
        form.next_button.clicked.connect(lambda: self._step(1))
        form.close_button.clicked.connect(self.reject)
        session.changed.connect(self._show)
        self._show()
        form.general_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 1000, 640)

    def done(self, result: int) -> None:
        """Keep what is typed before the dialog goes; say once what cannot be kept."""
        if self._settled() or self._warned:
            super().done(result)
        self._warned = True

    def _settled(self) -> bool:
        """Write what is typed; go to points that cannot be kept."""
        self._note.flush()
        for field in self._points.values():
            field.settle()
            if not field.is_valid():
                self._notes.show(field, self.tr("A whole number is needed here."))
        wrong = [field for field in self._points.values() if self._notes.text(field)]
        for field in wrong[:1]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _step(self, by: int) -> None:
        """Go to the one beside; behind the last one the dialog is done."""
        if not self._settled():
            return
        self._session.end_step()
        lines = self._lines()
        at = self._place(lines) + by
        if at == len(lines):
            self.accept()
            return
        line = lines[at]
        self._member = line.member.id if line.member else None
        self._show()
        self.form.general_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.general_edit.selectAll()

    def _lines(self) -> tuple[ReviewLine, ...]:
        self._found = found = year_reviews(self._session.period_record(self._year))
        return (found.cell, *found.members)

    def _place(self, lines: tuple[ReviewLine, ...]) -> int:
        ids = [line.member.id if line.member else None for line in lines]
        return ids.index(self._member) if self._member in ids else 0

    def _show(self, *_changes: object) -> None:
        form, lines = self.form, self._lines()
        at = self._place(lines)
        line, rules = lines[at], self._found.rules
        self._figures.show_figures(line.facts, self._session.register)
        form.person_label.setText(self._name(line))
        form.terms_label.setText(self._terms(line))
        form.terms_label.setVisible(bool(form.terms_label.text()))
        form.general_label.setText(
            self.tr("&General criteria, at most {most} points").format(most=rules.general)
        )
        form.results_label.setText(
            self.tr("&Results of work, at most {most} points").format(most=rules.results)
        )
        review = line.review or YearReview("", self._year.year)
        for name, field in self._points.items():
            if not self._notes.text(field):
                field.set_value(getattr(review, name))
        self._note.set_text(review.note)
        form.level_box.setCurrentIndex(form.level_box.findData(line.level))
        form.sum_label.setText(self._sum(line, rules.total))
        place = self.tr("{place} of {count}").format(place=at + 1, count=len(lines))
        form.place_label.setText(place)
        spoken = self.tr("Line {place} of {count}")
        form.place_label.setAccessibleName(spoken.format(place=at + 1, count=len(lines)))
        form.previous_button.setEnabled(at > 0)
        is_last = at == len(lines) - 1
        form.next_button.setText(self.tr("Do&ne") if is_last else self.tr("&Next one"))

    def _name(self, line: ReviewLine) -> str:
        if line.member is None:
            return self._session.register.cell_on(self._year.last).name
        text = self.tr("{number}. {name}")
        return text.format(number=line.member.number, name=line.member.name)

    def _terms(self, line: ReviewLine) -> str:
        """Say what the member held in the year, how the member stood, and why not rated."""
        said = list(line.posts)
        said += [self._span(span) for span in line.spans]
        if line.left_out:
            said.append(self._words.value(line.left_out))
        return " · ".join(said)

    def _span(self, span: Standing) -> str:
        kind = self._words.value(span.kind)
        if span.since and span.until:
            text = self.tr("{kind} {since} – {until}")
        elif span.until:
            text = self.tr("{kind} until {until}")
        elif span.since:
            text = self.tr("{kind} since {since}")
        else:
            return kind
        return text.format(kind=kind, since=day_text(span.since), until=day_text(span.until))

    def _sum(self, line: ReviewLine, total: int) -> str:
        if line.points is None or line.proposed is None:
            return self.tr("Both numbers of points make the level.")
        text = self.tr("{points}/{total} points: {level}")
        level = self._words.value(line.proposed)
        return text.format(points=line.points, total=total, level=level)

    def _save_points(self, name: str) -> None:
        self._session.end_step()
        self._save(**{name: self._points[name].value()})
        self._session.end_step()

    def _save_level(self, _index: int) -> None:
        self._session.end_step()
        self._save(level=self.form.level_box.currentData())
        self._session.end_step()

    def _save_note(self, text: str) -> bool:
        return self._save(note=text)

    def _save(self, **values: object) -> bool:
        """Keep what is given; a number that is none is said under its field."""
        lines = self._lines()
        review = lines[self._place(lines)].review
        wanted = replace(review or YearReview("", self._year.year, self._member), **values)  # type: ignore[arg-type]
        refusal = self._session.do(review_year, self._session.register, wanted, self._found.rules)
        for problem in refusal.problems if refusal else ():
            self._notes.show(self._points[problem.field], self._words.refusal(problem))
        if refusal is None:
            for name in values.keys() & self._points.keys():
                self._notes.show(self._points[name], "")
            self._show()
        return refusal is None

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)
