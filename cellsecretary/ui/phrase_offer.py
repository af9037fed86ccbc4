"""`PhraseOffer`: under a text that is written, the phrases that may be meant, in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from cellsecretary.core.phrases import Offer, offer
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.spoken import said_whole
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.ui.fields import GrowingTextEdit


class PhraseOffer(QObject):
    """Offers phrases while their beginning is typed; nothing is completed inside the text.

    The list takes no keyboard: Down goes into it, Enter takes what is chosen there, Esc closes it,
    and whoever types on has lost nothing. `phrases` is asked anew at each letter.
    """

    def __init__(self, edit: GrowingTextEdit, phrases: Callable[[], Sequence[str]]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._phrases = phrases
        self._offer = Offer("", ())
        self._seen = ("", "")
        self._list = _PhraseList(edit)
        self._list.itemClicked.connect(self._take)
        edit.installEventFilter(self)
        edit.textChanged.connect(self._look_up)
        edit.composed.connect(self._look_up)
        edit.cursorPositionChanged.connect(self._follow_cursor)
        edit.destroyed.connect(self._list.deleteLater)

    @property
    def shown(self) -> tuple[str, ...]:
        """The phrases in the list, none when it is closed."""
        return self._offer.phrases if self._list.isVisible() else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list with the keys that are its own while it is open."""
        if not isValid(self._list):
            return False
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self._list.hide()
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            # The text grows and shrinks with what is typed, after it was typed.
            self._list.follow()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._list.isVisible() and self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        if not plain:
            return False
        if key == Qt.Key.Key_Down:
            self._list.step(1)
            return True
        if key == Qt.Key.Key_Up and self._list.currentRow() >= 0:
            self._list.step(-1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentRow() >= 0:
            self._take(self._list.currentItem())
            return True
        return False

    def _look_up(self) -> None:
        if not self._edit.hasFocus() or self._edit.isReadOnly():
            self._list.hide()
            return
        before, after = _around_cursor(self._edit)
        self._seen = before, after
        self._offer = offer(self._phrases(), before, after) if before else Offer("", ())
        if not self._offer.phrases:
            self._list.hide()
            return
        was_open = self._list.isVisible()
        self._list.open_below(self._offer.phrases)
        if not was_open:
            announce(self._edit, self.tr("Usual phrases below: press Down to choose"))

    def _follow_cursor(self) -> None:
        """Go when the cursor is moved to another place of the text; typing moves it too."""
        around = _around_cursor(self._edit)
        if around != self._seen and "".join(around) == "".join(self._seen):
            self._list.hide()

    def _take(self, item: QListWidgetItem | None) -> None:
        """Put the phrase in the place of its beginning: one step for the undo of the field."""
        QGuiApplication.inputMethod().commit()
        before, _ = _around_cursor(self._edit)
        if item is None or self._edit.composing or not before.endswith(self._offer.typed):
            return
        cursor = self._edit.textCursor()
        keep, length = QTextCursor.MoveMode.KeepAnchor, len(self._offer.typed)
        cursor.movePosition(QTextCursor.MoveOperation.Left, keep, length)
        phrase = item.text()
        cursor.insertText(phrase)
        self._edit.setTextCursor(cursor)
        self._list.hide()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _around_cursor(edit: GrowingTextEdit) -> tuple[str, str]:
    """Give the paragraph before the cursor, with what is being composed there, and after it."""
    cursor = edit.textCursor()
    text, at = cursor.block().text(), cursor.positionInBlock()
    return text[:at] + edit.composing, text[at:]


class _PhraseList(QListWidget):
    """The list under the text; part of the window, so that the keyboard stays in the text."""

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Usual phrases"))
        self.hide()

    def open_below(self, phrases: Sequence[str]) -> None:
        """Show phrases under the text, or above it where there is more room; none is chosen yet."""
        self.clear()
        self.addItems(list(phrases))
        keys = QListWidgetItem(self.tr("Down: choose · Enter: take · Esc: close"), self)
        keys.setFlags(Qt.ItemFlag.NoItemFlags)
        keys.setFont(current_theme().font("small"))
        keys.setForeground(current_theme().colour("quiet"))
        window = self._edit.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.ensurePolished()
        self._lie(window)
        self.setCurrentRow(-1)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go down or up, above the first back into the text; say what Enter would take."""
        phrases = self.count() - 1
        row = min(self.currentRow() + by, phrases - 1)
        self.setCurrentRow(row)
        if row >= 0:
            announce(self, said_whole(self.item(row).text(), (), row, phrases))

    def follow(self) -> None:
        """Stay at the text when that takes another size or place."""
        if self.isVisible():
            self._lie(self._edit.window())

    def _lie(self, window: QWidget) -> None:
        top = self._edit.mapTo(window, QPoint(0, 0))
        bottom = top.y() + self._edit.height()
        below = window.height() - bottom
        self.setGeometry(top.x(), bottom, self._edit.width(), max(below, top.y()))
        self.doItemsLayout()
        rows = (self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        wanted = sum(rows) + 2 * self.frameWidth() + current_theme().space(1)
        is_below = wanted <= below or below >= top.y()
        height = min(wanted, below if is_below else top.y())
        at = bottom if is_below else top.y() - height
        self.setGeometry(top.x(), at, self._edit.width(), height)
