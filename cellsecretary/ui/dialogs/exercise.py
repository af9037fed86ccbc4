"""`ExerciseDialog`: the end of the guided exercise: what went well, and what to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QWidget

from cellsecretary.core.exercise import lessons
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class ExerciseForm(Form):
    """The widgets of the dialog."""

    form = "exercise"
    over_label: QLabel
    well_frame: QFrame
    well_label: QLabel
    again_frame: QFrame
    again_label: QLabel
    again_button: QPushButton
    close_button: QPushButton


class ExerciseDialog(QDialog):
    """Looks back at a practised meeting; `again_wanted` asks for a fresh practice cell."""

    again_wanted = Signal()

    def __init__(
        self, session: Session, words: Messages, meeting: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How the exercise went"))
        self.form = form = ExerciseForm(self)
        found = lessons(session.meeting(meeting), session.paper_traces(meeting))
        form.over_label.setText(words.exercise("say", "over"))
        well = [words.exercise("well", one) for one in found.well]
        again = [words.exercise("again", one, count) for one, count in found.again]
        for frame, label, said in (
            (form.well_frame, form.well_label, well),
            (form.again_frame, form.again_label, again),
        ):
            frame.setVisible(bool(said))
            label.setText(_listed(said))
        form.close_button.clicked.connect(self.accept)
        form.again_button.clicked.connect(self._practise_again)
        form.close_button.setDefault(True)
        form.close_button.setFocus()
        ask_size(self, 720)

    def _practise_again(self) -> None:
        self.accept()
        self.again_wanted.emit()


def _listed(said: Iterable[str]) -> str:
    return "\n".join(f"•  {text}" for text in said)
