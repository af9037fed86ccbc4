"""`MemberPicker`: a line to type a member's name or number in, with a list of members below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from cellsecretary.core.vietnamese import fold, name_key, tidy_line
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.field_button import FieldButton
from cellsecretary.ui.spoken import said_whole
from cellsecretary.ui.theme import set_role

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from PySide6.QtGui import (
        QFocusEvent,
        QHideEvent,
        QInputMethodEvent,
        QKeyEvent,
        QMouseEvent,
    )

MOST_ROWS = 7

_ENDS = ",;:"
_OTHER_ENDS = ":"
"""What ends a name as on paper; what somebody else is called may have a comma in it."""


class Named(Protocol):
    """Whoever can be picked: a member of the register, or a person of a record."""

    @property
    def id(self) -> str:
        """The name of the row."""

    @property
    def number(self) -> int:
        """The number in the register, 0 for somebody who is not in it."""

    @property
    def name(self) -> str:
        """The whole name."""


class MemberPicker(QLineEdit):
    """Picks one member by name without tone marks or by register number.

    The list lies under the line and takes no focus: nothing is completed inside the line, which
    would break typing in Telex. With `set_allow_other` any other text is an answer too.
    A comma or a colon behind the name takes what the list offers, as Enter does.
    `chosen` tells that the answer changed by the user's hand, `ended` that such a mark ended it.
    """

    chosen = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: list[Named] = []
        self._allow_other = False
        self._member: str | None = None
        self._told: tuple[str | None, str] = (None, "")
        self._typing = self._filling = False
        self._composing = ""
        self._fresh_focus = False
        self._list = _PeopleList(self)
        self._list.itemClicked.connect(self._take)
        self._button = FieldButton(self, "list_below")
        self._button.clicked.connect(self._toggle)
        self._name_button()
        self.textEdited.connect(self._look_up)
        self.textChanged.connect(self._note_dictation)
        self.destroyed.connect(self._list.deleteLater)

    def set_people(self, people: Iterable[Named], first: Container[str] = ()) -> None:
        """Say who can be picked; the list shows them in the order of Vietnamese names.

        Those whose ids are in `first` come before the others.
        """
        self._people = sorted(
            people,
            key=lambda person: (person.id not in first, name_key(person.name), person.number),
        )
        if not self._typing:
            self._show_answer()

    def set_allow_other(self, allow: bool) -> None:
        """Say whether somebody who is not in the list may be named too."""
        self._allow_other = allow

    def member(self) -> str | None:
        """Give the id of the member, None when nobody of the list is named."""
        return self._member

    def other_text(self) -> str:
        """Give the text that names nobody of the list, empty unless that is allowed."""
        if self._member is not None or not self._allow_other:
            return ""
        return tidy_line(self.text())

    def set_member(self, member: str | None, other: str = "") -> None:
        """Fill the line; what is being typed is never overwritten."""
        if self._typing:
            return
        self._member = member
        self.setText(self._label_of(member) if member else other)
        self._told = self._answer()
        self._mark()

    def is_valid(self) -> bool:
        """Tell whether the line is empty or says whom it means."""
        return self._member is not None or self._allow_other or not self.text().strip()

    def settle(self) -> None:
        """Take what is typed as the answer, now: before saving, leaving, turning the page."""
        self._list.close_list()
        if self._typing and self._member is None and not self._allow_other and self.text().strip():
            found = self._found()
            if len(found) == 1:
                self._member = found[0].id
        self._typing = False
        self._show_answer()
        if self._answer() != self._told:
            self._told = self._answer()
            self.chosen.emit()

    def setText(self, text: str | None) -> None:
        """Fill the line from the program: no user's hand did it."""
        self._filling = True
        super().setText(text)
        self._filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list and choose, without leaving the line."""
        is_open = self._list.isVisible()
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            if not is_open:
                self._open(self._found() if self._typing else self._people)
            else:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and is_open:
            self._list.step(MOST_ROWS if key == Qt.Key.Key_PageDown else -MOST_ROWS)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_open:
            self._take(self._list.currentItem())
        elif key == Qt.Key.Key_Escape and is_open:
            self._list.close_list()
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.settle()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Write; the list shows whom the word may mean that is only being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        if self._composing:
            self._typing = True
            self._member = None
            found = self._found()
            if found or not self._allow_other:
                self._open(found)
            else:
                self._list.close_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the whole text, so that typing begins anew."""
        super().focusInEvent(event)
        self._fresh_focus = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self._fresh_focus and not self._typing:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the whole text after the click that came into the line.

        A name of the list is chosen whole by every click: letters typed into it would name nobody.
        """
        super().mouseReleaseEvent(event)
        named = self._member is not None and not self._typing
        if (self._fresh_focus or named) and not self.hasSelectedText():
            self.selectAll()
        self._fresh_focus = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list along."""
        super().hideEvent(event)
        self._list.close_list()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and hide the button of a line that cannot be changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_button()
            if not self._typing:
                self._show_answer()
        elif event.type() in {QEvent.Type.ReadOnlyChange, QEvent.Type.EnabledChange}:
            self._button.setVisible(self.isEnabled() and not self.isReadOnly())

    def _note_dictation(self, text: str) -> None:
        """Take what a screen reader or dictation wrote into the line for typed: Qt does not."""
        # Qt tells of a text that was taken and replaced meanwhile, too.
        if not self._filling and text == self.text():
            self._typing = True
            self._member = self._meant(text)
            set_role(self, "")

    def _look_up(self, text: str) -> None:
        ends = _OTHER_ENDS if self._allow_other else _ENDS
        if text[-1:] in ends and text.strip(ends + " "):
            self._end(text[:-1])
            return
        self._note_dictation(text)
        found = self._found()
        if not text.strip() or (not found and self._allow_other):
            self._list.close_list()
        else:
            self._open(found)

    def _end(self, text: str) -> None:
        """Take the name before the mark that was typed."""
        self.setText(text)
        self._look_up(text)
        if self._list.isVisible():
            self._take(self._list.currentItem())
        else:
            self.settle()
        if self.is_valid():
            self.ended.emit()

    def _found(self) -> list[Named]:
        at = self.cursorPosition()
        return find_people(self._people, self.text()[:at] + self._composing + self.text()[at:])

    def _meant(self, text: str) -> str | None:
        """Give the one member whose name, number or label was typed whole."""
        typed = fold(tidy_line(text))
        meant = [
            person.id
            for person in self._people
            if typed in (fold(person.name), str(person.number), fold(self._label(person)))
        ]
        return meant[0] if len(meant) == 1 else None

    def _open(self, people: Sequence[Named]) -> None:
        if self.isReadOnly() or not self.isEnabled():
            return
        rows = [(self._label(person), person.id) for person in people]
        if not rows:
            rows = [(self.tr("Nobody is called that"), "")]
        elif self._typing and self._allow_other and self._member is None:
            rows.append((self.tr("Keep “{text}” as typed").format(text=self.text()), ""))
        self._list.open_below(self, rows, self._member)

    def _toggle(self) -> None:
        was_open = self._list.isVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if was_open:
            self._list.close_list()
        else:
            self._open(self._people)

    def _take(self, item: QListWidgetItem | None) -> None:
        member = item.data(Qt.ItemDataRole.UserRole) if item else ""
        # A click finds a word still being composed; it would be written behind the name.
        QGuiApplication.inputMethod().commit()
        if member:
            self._member = member
        elif not self._allow_other:
            return
        self.settle()

    def _answer(self) -> tuple[str | None, str]:
        return self._member, self.other_text()

    def _show_answer(self) -> None:
        if self._member is not None:
            label = self._label_of(self._member)
            if label != self.text():
                self.setText(label)
        self._mark()

    def _mark(self) -> None:
        set_role(self, "" if self.is_valid() else "bad")

    def _label_of(self, member: str | None) -> str:
        return next((self._label(p) for p in self._people if p.id == member), "")

    def _label(self, person: Named) -> str:
        if not person.number:
            return person.name
        return self.tr("{name} · no. {number}").format(name=person.name, number=person.number)

    def _name_button(self) -> None:
        self._button.set_name(self.tr("Show all members"))


def find_people(people: Iterable[Named], text: str) -> list[Named]:
    """Find people by parts of their names without tone marks, or by number.

    A whole number comes first, then names with words that begin so, then the rest; otherwise
    the order stays.
    """
    words = fold(text).split()
    ranked = [(_rank(person, words), person) for person in people]
    found = [pair for pair in ranked if pair[0] is not None]
    found.sort(key=lambda pair: pair[0] or 0)
    return [person for _, person in found]


def _rank(person: Named, words: list[str]) -> int | None:
    name, number = fold(person.name), str(person.number)
    if words == [number]:
        return 0
    parts = name.split()
    if all(any(part.startswith(word) for part in parts) for word in words):
        return 1
    if all(word in name or number.startswith(word) for word in words):
        return 2
    return None


class _PeopleList(QListWidget):
    """The list under the line; part of the window, so that the keyboard stays in the line."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def open_below(
        self, field: QWidget, rows: Sequence[tuple[str, str]], current: str | None
    ) -> None:
        """Show rows of text and id under a field, or above it where there is more room."""
        self.clear()
        for text, member in rows:
            item = QListWidgetItem(text, self)
            item.setData(Qt.ItemDataRole.UserRole, member)
        places = [place for place, (_, member) in enumerate(rows) if member and member == current]
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.ensurePolished()
        self._lie(field, window, len(rows))
        self.setCurrentRow(places[0] if places else 0)
        self.show()
        self.raise_()
        self._speak()

    def close_list(self) -> None:
        """Take the list away."""
        self.hide()

    def step(self, by: int) -> None:
        """Go down or up, as far as the list goes."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))
        self._speak()

    def _speak(self) -> None:
        """Say what Enter would take: the keyboard stays in the line."""
        announce(self, said_whole(self.currentItem().text(), (), self.currentRow(), self.count()))

    def _lie(self, field: QWidget, window: QWidget, rows: int) -> None:
        top = field.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - field.height()
        frame = 2 * self.frameWidth()
        row = self.sizeHintForRow(0)
        wanted = min(rows, MOST_ROWS) * row + frame
        if below < wanted and top.y() > below:
            height = min(wanted, top.y())
            self.setGeometry(top.x(), top.y() - height, field.width(), height)
        else:
            height = max(min(wanted, below), row + frame)
            self.setGeometry(top.x(), top.y() + field.height(), field.width(), height)
