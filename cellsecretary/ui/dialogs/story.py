"""`StoryDialog`: what became of a task, of a petition or of a member, meeting by meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.ui.chips import ChipLabel
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.ui.stories import Story, StoryLine

WHAT_COLUMN, NOTE_COLUMN = 1, 2


class StoryForm(Form):
    """The widgets of the dialog."""

    form = "story"
    name_label: QLabel
    terms_label: QLabel
    state_chip: ChipLabel
    steps_table: QTableView
    close_button: QPushButton
    meeting_button: QPushButton


class StoryDialog(QDialog):
    """Begins with the newest line; a line leads to its meeting, and to the place there.

    `meeting_wanted` carries the meeting, then `place_wanted` the `Problem` that names the place.
    """

    meeting_wanted = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, story: Story, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = StoryForm(self)
        self.setWindowTitle(story.title)
        form.name_label.setText(story.name)
        form.terms_label.setText("\n".join(story.terms))
        form.state_chip.setVisible(story.state is not None)
        if story.state is not None:
            form.state_chip.show_state(story.state, story.said)
        self._model = RecordModel(self._columns(), key=lambda line: line.number, parent=self)
        table = form.steps_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        SharedWidths(table, {NOTE_COLUMN: 1})
        self._model.set_rows(story.lines)
        table.activated.connect(self._go_to_meeting)
        table.selectionModel().currentRowChanged.connect(self._show_way)
        form.meeting_button.clicked.connect(self._go_to_meeting)
        form.close_button.clicked.connect(self.reject)
        self._show_way()
        table.selectRow(len(self._model.rows) - 1)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 820, 480)

    def _columns(self) -> list[Column[StoryLine]]:
        return [
            Column(self.tr("Date"), lambda line: day_text(line.day), strong=True),
            Column(self.tr("What happened"), lambda line: line.what, state=lambda line: line.state),
            Column(self.tr("Note"), lambda line: line.note),
        ]

    @property
    def _current(self) -> StoryLine | None:
        return self._model.at(self.form.steps_table.currentIndex())

    def _show_way(self, *_indexes: object) -> None:
        """Name the meeting of the chosen line."""
        line, button = self._current, self.form.meeting_button
        leads = line is not None and bool(line.meeting)
        button.setEnabled(leads)
        if line is None or not leads:
            button.setText(self.tr("To its &meeting"))
        else:
            button.setText(self.tr("To the &meeting of {day}").format(day=day_text(line.day)))

    def _go_to_meeting(self, _index: object = None) -> None:
        line = self._current
        if line is not None and line.meeting:
            self.accept()
            self.meeting_wanted.emit(line.meeting)
            if line.place is not None:
                self.place_wanted.emit(line.place)
