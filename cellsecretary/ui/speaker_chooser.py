"""The line that asks who speaks, or whose an opinion is and whether it was handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget

from cellsecretary.ui.member_picker import MemberPicker, find_people
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.toggle import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class SpeakerChooser(QWidget):
    """Asks in one line who speaks; of an opinion that is there also how it was given.

    `given` carries opinion, member and other name; `beforehand_given` an opinion, and whether it
    was handed in.
    """

    given = Signal(str, object, str)
    beforehand_given = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opinion = ""
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.picker = SpeakerPicker(self)
        self.picker.set_allow_other(True)
        self.beforehand_check = LeavingCheck(self)
        self.picker.chosen.connect(self._give)
        self.picker.left.connect(lambda: self._leave_for(self.beforehand_check))
        self.beforehand_check.left.connect(lambda: self._leave_for(self.picker))
        self.beforehand_check.clicked.connect(self._give_beforehand)
        self._label.setBuddy(self.picker)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space(2))
        row.addWidget(self._label)
        row.addWidget(self.picker, 1)
        row.addWidget(self.beforehand_check)

    def ask(self, opinion: str, *, beforehand: bool = False) -> None:
        """Show the line, empty, with the list of those present below it.

        An opinion that is there tells whether it was handed in; a new one finds that out itself.
        """
        self._opinion = opinion
        question = self.tr("Who speaks?")
        self._label.setText(question)
        # Large text leaves no room for question, answer and mark: the question goes into the field.
        self._label.setVisible(not opinion)
        self.picker.setPlaceholderText(question if opinion else "")
        self.picker.setAccessibleName(question)
        self.beforehand_check.setText(self.tr("&Handed in beforehand"))
        self.beforehand_check.setChecked(beforehand)
        self.beforehand_check.setVisible(bool(opinion))
        self.picker.start()
        self.show()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picker.open_list()

    def _leave_for(self, other: QWidget) -> None:
        """Go with the focus, unless it only went to the other field of the line."""
        if QApplication.focusWidget() is not other:
            self.hide()

    def _give(self) -> None:
        member, other = self.picker.member(), self.picker.other_text()
        opinion = self._opinion
        unsure = member is None and not self.picker.hasFocus() and self.picker.has_likely()
        self.hide()
        if (member or other) and not unsure:
            self.given.emit(opinion, member, other)

    def _give_beforehand(self, beforehand: bool) -> None:
        opinion = self._opinion
        self.hide()
        self.beforehand_given.emit(opinion, beforehand)


class LeavingCheck(Tick):
    """A check box that tells when it is left, by the focus or by Escape."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape give the question up."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it; another window is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()


class SpeakerPicker(MemberPicker):
    """A picker that goes when it is left; Tab takes what the list offers, as Enter does."""

    left = Signal()

    def start(self) -> None:
        """Begin with an empty line."""
        self._list.close_list()
        self._typing = False
        self.set_member(None)

    def open_list(self) -> None:
        """Show everybody."""
        self._open(self._people)

    def has_likely(self) -> bool:
        """Tell whether somebody of the list may be meant by what is typed."""
        return bool(find_people(self._people, self.text()))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Take the answer before Tab goes on."""
        if next and self.text().strip():
            self._take(self._list.currentItem()) if self._list.isVisible() else self.settle()
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape give the question up."""
        if event.key() == Qt.Key.Key_Escape:
            self.start()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go, with or without an answer; another window is no leaving."""
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            QLineEdit.focusOutEvent(self, event)
            return
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
