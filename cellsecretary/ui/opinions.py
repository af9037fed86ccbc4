"""The opinions on one point: who spoke, and what was said, as flowing text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.core.kinds import Mark
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.petition_marks import PetitionCheck
from cellsecretary.ui.speaker_button import SpeakerButton
from cellsecretary.ui.speaker_chooser import SpeakerChooser
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Opinion
    from cellsecretary.ui.member_picker import Named

NARROWEST = 560
"""Below this width, grown with the text, the names stand above what was said."""


@dataclass(frozen=True)
class Guest:
    """A guest among those who may speak; guests have no number."""

    id: str
    name: str
    number: int = 0


def possible_speakers(record: MeetingRecord) -> tuple[list[Named], set[str]]:
    """Give all who may speak at a meeting, and the ids of those among them who are here."""
    guests = [Guest(guest.id, guest.name) for guest in record.guests_present]
    here = {line.member for line in record.marked(Mark.PRESENT)}
    summoned = {line.member for line in record.roster}
    people = [person for person in record.people if person.id in summoned]
    return [*people, *guests], here | {guest.id for guest in guests}


class OpinionList(QWidget):
    """One growing field for each opinion, with the speaker in front.

    `save` keeps the text of an opinion, given by its id, and tells whether it did. `speaker_given`
    carries an opinion (empty for a new one), a member or None, and the name of somebody else;
    `beforehand_given` an opinion, and whether it was handed in; `row_made` the text field of a new
    row.
    """

    speaker_given = Signal(str, object, str)
    beforehand_given = Signal(str, bool)
    delete_wanted = Signal(str)
    petition_wanted = Signal(str, bool)
    row_made = Signal(object)
    left = Signal()

    def __init__(self, save: Callable[[str, str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._rows: dict[str, OpinionRow] = {}
        self._read_only = False
        self._chooser = SpeakerChooser(self)
        self._chooser.given.connect(self.speaker_given)
        self._chooser.beforehand_given.connect(self.beforehand_given)
        self._chooser.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(current_theme().space(2))
        self._box.addWidget(self._chooser)
        Follow(self, self._arrange, SIZE, TEXT_SIZE)

    @property
    def rows(self) -> tuple[OpinionRow, ...]:
        """The rows that are shown, in their order."""
        return tuple(self._rows.values())

    @property
    def chooser(self) -> SpeakerChooser:
        """The line that asks who speaks."""
        return self._chooser

    def set_opinions(
        self,
        opinions: Sequence[Opinion],
        names: Callable[[Opinion], str],
        petitions: Container[str] = (),
    ) -> None:
        """Show these opinions, some as `petitions`; fields that stay keep cursor and focus."""
        wanted = {opinion.id for opinion in opinions}
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        rows: dict[str, OpinionRow] = {}
        for place, opinion in enumerate(opinions):
            row = self._rows.get(opinion.id) or self._make(opinion.id)
            rows[opinion.id] = row
            if self._box.indexOf(row) != place:
                self._box.insertWidget(place, row)
                # A layout shows what it is given a little later, too late for the focus.
                row.show()
            row.show_opinion(names(opinion), opinion, petition=opinion.id in petitions)
        self._rows = rows
        self._arrange()

    def set_people(self, people: Sequence[Named], here: Container[str]) -> None:
        """Say who can be chosen as speaker; those here are proposed first."""
        self._chooser.picker.set_people(people, here)

    def set_read_only(self, read_only: bool) -> None:
        """Let the opinions be read only, or written."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        for row in self._rows.values():
            row.set_read_only(read_only)

    def ask_speaker(self, opinion: str = "") -> None:
        """Ask who speaks next, or who gave an opinion that is there already."""
        row = self._rows.get(opinion)
        place = self._box.indexOf(row) if row else self._box.count()
        self._box.removeWidget(self._chooser)
        self._box.insertWidget(min(place, self._box.count()), self._chooser)
        self._chooser.ask(opinion, beforehand=row is not None and row.beforehand)

    def focus_on(self, opinion: str) -> None:
        """Put the cursor behind what was said in an opinion."""
        row = self._rows.get(opinion)
        if row is not None:
            row.focus_text()

    def focus_beside(self, opinion: str) -> bool:
        """Put the cursor into the opinion after this one, else before it; False without one."""
        order = list(self._rows)
        place = order.index(opinion)
        beside = (order[place + 1 :] or order[:place][-1:])[:1]
        for found in beside:
            self.focus_on(found)
        return bool(beside)

    def pending(self) -> bool:
        """Tell whether a text could not be kept yet."""
        return any(row.pending() for row in self._rows.values())

    def _make(self, opinion: str) -> OpinionRow:
        row = OpinionRow(partial(self._save, opinion), self)
        row.speaker_button.clicked.connect(lambda: self.ask_speaker(opinion))
        row.delete_button.clicked.connect(lambda: self.delete_wanted.emit(opinion))
        mark = row.petition_check.clicked
        mark.connect(lambda marked: self.petition_wanted.emit(opinion, marked))
        row.left.connect(self.left)
        row.set_read_only(self._read_only)
        self.row_made.emit(row.text_edit)
        return row

    def _arrange(self) -> None:
        if self.width() < current_theme().grown(NARROWEST):
            column = 0
        else:
            widths = (row.speaker_button.full_width() for row in self._rows.values())
            column = min(max(widths, default=0), self.width() * 2 // 5)
        for row in self._rows.values():
            row.arrange(column)


class OpinionRow(QWidget):
    """One opinion: whose it is, what was said, and a button that takes it out."""

    left = Signal()

    def __init__(self, save: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.speaker_button = SpeakerButton(self)
        self.text_edit = GrowingTextEdit(self)
        self.text_edit.setProperty("lines", 1)
        self.petition_check = PetitionCheck(self)
        self.delete_button = QToolButton(self)
        self.delete_button.setProperty("role", "plain")
        self.delete_button.setProperty("icon_name", "delete")
        put_icon(self.delete_button)
        self._autosave = Autosave(self.text_edit, save)
        self._autosave.left.connect(self.left)
        self.beforehand = False
        self._column = -1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_theme().space(1))

    def show_opinion(self, name: str, opinion: Opinion, *, petition: bool) -> None:
        """Show whose opinion it is, and what was said unless that is being typed."""
        self.beforehand = opinion.beforehand
        self.speaker_button.set_name(name)
        self._autosave.set_text(opinion.text)
        self.petition_check.show_mark(name, marked=petition)
        self.text_edit.setAccessibleName(self.tr("Opinion of {name}").format(name=name))
        delete = self.tr("Delete the opinion of {name}").format(name=name)
        self.delete_button.setAccessibleName(delete)
        self.delete_button.setToolTip(self.tr("Delete this opinion"))

    def set_read_only(self, read_only: bool) -> None:
        """Let the opinion be read only, or written."""
        self.text_edit.setReadOnly(read_only)
        self.speaker_button.setEnabled(not read_only)
        self.petition_check.set_read_only(read_only)
        self.delete_button.setVisible(not read_only)

    def arrange(self, column: int) -> None:
        """Put the name in front, in a column of this width; above where that is nought."""
        if not column:
            self.speaker_button.free_width()
        if column == self._column:
            return
        self._column = column
        for widget in (
            *(self.speaker_button, self.text_edit),
            *(self.petition_check, self.delete_button),
        ):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        if column:
            self.speaker_button.setFixedWidth(column)
            self._grid.addWidget(self.speaker_button, 0, 0, top)
            self._grid.addWidget(self.text_edit, 0, 1)
        else:
            self._grid.addWidget(self.speaker_button, 0, 0, 1, 2, top)
            self._grid.addWidget(self.text_edit, 1, 0, 1, 4)
        self._grid.addWidget(self.petition_check, 0, 2, top)
        self._grid.addWidget(self.delete_button, 0, 3, top)
        self._grid.setColumnStretch(1, 1)

    def focus_text(self) -> None:
        """Put the cursor behind what was said."""
        self.text_edit.moveCursor(self.text_edit.textCursor().MoveOperation.End)
        self.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def pending(self) -> bool:
        """Tell whether the text could not be kept yet."""
        return self._autosave.pending
