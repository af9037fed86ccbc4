"""`EntryDialog`: what dialogs share that fill one row and hand it to an operation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from cellsecretary.ui.chips import State
from cellsecretary.ui.field_notes import FieldNotes
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.keep_on_screen import grow
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.reading_order import read_in_order
from cellsecretary.ui.typed_field import TypedField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.banner import Banner
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session

PAUSE_MS: Final = 1000
"""So long nothing is typed before what is typed is looked at; people of seventy type slowly."""


class EntryDialog(QDialog):
    """Says at each field what is wrong with it, and closes over typed text only when asked twice.

    A subclass gives `entered`, calls `begin` when it is filled, and hands what is typed over by
    `hand_over`. With `unclear` and the operation's answer it says what is wrong as soon as typing
    pauses or a field is left.
    """

    _session: Session

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._begun: object = None
        self._warned = False
        self._banner: Banner | None = None
        self._fields: Mapping[str, QWidget] = {}
        self._typed_in: set[str] = set()
        self._views: list[FocusInView] = []
        self.notes = FieldNotes()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def entered(self) -> object:
        """Give what is typed as one value that can be compared."""
        raise NotImplementedError

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand what is typed to its operation by `do`: the session's doing, or only asking."""
        del do
        return None

    def keep(self) -> None:
        """Hand what is typed over, and close when it is done."""
        if self.points_at_unclear():
            return
        refusal = self.hand_over(self._session.do)
        if refusal is None:
            self.accept()
        else:
            self.refuse(refusal)

    def unclear(self) -> Mapping[str, str]:
        """Give the fields whose text says nothing, each with the sentence to say there."""
        return {}

    def refused(self) -> Refusal | None:
        """Ask the operation what it has against what is typed, writing nothing."""
        return self.hand_over(self._session.would_refuse)

    def begin(
        self,
        banner: Banner,
        keep_button: QPushButton,
        cancel_button: QPushButton,
        fields: Mapping[str, QWidget],
    ) -> None:
        """Take note of what is filled in; `fields` are the widgets by names of row fields."""
        self._banner = banner
        self._fields = fields
        keep_button.setDefault(True)
        keep_button.clicked.connect(self.keep)
        cancel_button.setAutoDefault(False)
        # The button says what it does; only Esc and the frame's cross may be a slip.
        cancel_button.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        banner.acted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        self._views = [FocusInView.of(area) for area in self.findChildren(QScrollArea)]
        for name, field in fields.items():
            self._listen_to(name, field)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note_leaving)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Take what is filled in now for the beginning: nothing is typed yet."""
        self._begun = self.entered()
        self._warned = False
        self._typed_in.clear()
        self._pause.stop()
        self.notes.clear()

    def points_at_unclear(self) -> bool:
        """Stop at the first field that says nothing clear."""
        for field in self._fields.values():
            if isinstance(field, TypedField | MemberPicker):
                field.settle()
        for name, text in self.unclear().items():
            self.point_at(name, text)
            return True
        return False

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was refused, and put the focus on the first field that it is about."""
        sentences: dict[str, str] = {}
        for problem in refusal.problems:
            sentences.setdefault(problem.field, self._words.refusal(problem))
        self._say(sentences)

    def point_at(self, field: str, text: str) -> None:
        """Say what is wrong with a field, and go there; without a field, say it at the top."""
        self._say({field: text})

    def start_at(self, field: str) -> None:
        """Put the focus on the field of a row when the dialog opens."""
        widget = self._fields.get(field)
        if widget is not None:
            widget.setFocus()

    def _say(self, sentences: Mapping[str, str]) -> None:
        """Say each sentence at its field, and go to the first field."""
        fields = {name: self._fields[name] for name in sentences if name in self._fields}
        first = next(iter(fields.values()), None)
        if first is not None:
            first.setFocus()
        for name, text in sentences.items():
            field = fields.get(name)
            if field is not None and self.notes.takes(field):
                self._typed_in.add(name)
                self.notes.show(field, text)
            elif self._banner is not None:
                self._banner.show_message(State.BAD, text)
        # A look that typing asked for before would take away at once what is said now.
        self._pause.stop()
        self.grow()
        if first is not None:
            self._bring_into_view(first)

    # Looking at what is typed

    def _listen_to(self, name: str, field: QWidget) -> None:
        typed = partial(self._note_typing, name)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(typed)
        elif isinstance(field, QComboBox):
            field.currentTextChanged.connect(typed)
        elif isinstance(field, QSpinBox):
            field.valueChanged.connect(typed)
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(typed)
        if isinstance(field, TypedField):
            field.changed.connect(typed)

    def _note_typing(self, name: str, *_what: object) -> None:
        if not isValid(self):
            # A field that is destroyed with the focus in it hands over its value once more.
            return
        self._typed_in.add(name)
        if self.notes.note(self._fields[name]) is not None:
            # What is said there goes as soon as it is right.
            self.look()
        else:
            self._pause.start()

    def _note_leaving(self, left: QWidget | None, _entered: QWidget | None) -> None:
        if left in self._fields.values():
            self.look()

    def look(self) -> None:
        """Say under each field what is wrong with it, and take away what is right by now."""
        if not self.isVisible() or not self._typed_in:
            return
        if QApplication.mouseButtons():
            # A button that moves away between press and release is not pressed.
            self._pause.start()
            return
        self._pause.stop()
        unclear = self.unclear()
        refusal = self.refused()
        wrong: dict[str, str] = {}
        for problem in refusal.problems if refusal else ():
            wrong.setdefault(problem.field, self._words.refusal(problem))
        wrong |= unclear
        for name, field in self._fields.items():
            if self.notes.takes(field):
                waits = self._waits(name, field, is_unclear=name in unclear)
                self.notes.show(field, "" if waits else wrong.get(name, ""))
        # What was shown or taken away has its place only after the layout ran.
        QTimer.singleShot(0, self, self.grow)

    def _waits(self, name: str, field: QWidget, *, is_unclear: bool) -> bool:
        """Tell whether nothing is said of a field yet: it was never filled in, or is just now."""
        if field.hasFocus() and (is_unclear or _is_empty(field)):
            return True
        return name not in self._typed_in and _is_empty(field)

    def _bring_into_view(self, field: QWidget) -> None:
        note = self.notes.note(field)
        for view in self._views:
            for widget in (field, note):
                if widget is not None and view.shows(widget):
                    view.show_widget(widget)

    def reject(self) -> None:
        """Close; when something is typed, say so first and close the next time."""
        if self._warned or self._banner is None or self.entered() == self._begun:
            super().reject()
            return
        self._warned = True
        self._banner.show_message(State.CARE, not_kept(), throw_away())

    def grow(self) -> None:
        """Be as high as the content asks for, as far as the screen allows."""
        grow(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go as one reads."""
        super().showEvent(event)
        read_in_order(self)


def not_kept() -> str:
    """Say that what was typed would be lost."""
    return QCoreApplication.translate(
        "EntryDialog", "What you typed here is not kept yet. Close once more to throw it away."
    )


def throw_away() -> str:
    """Name the button that does not wait for the next time."""
    return QCoreApplication.translate("EntryDialog", "Throw away")


def _is_empty(field: QWidget) -> bool:
    if isinstance(field, QLineEdit):
        return not field.text().strip()
    if isinstance(field, QComboBox):
        return not field.currentText().strip()
    return isinstance(field, QPlainTextEdit) and not field.toPlainText().strip()
