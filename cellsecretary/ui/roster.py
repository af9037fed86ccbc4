"""The roster as a table: what each line shows and says, and the keys and clicks that mark it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTableView

from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.core.rows import Attendance
from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.mouse import SingleClicks
from cellsecretary.ui.records import Column
from cellsecretary.ui.wording import MARK_STATES, hour_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex

    from cellsecretary.messages import Messages

NUMBER, NAME, STATE, NOTE = range(4)
LEAST_NAME, MOST_NAME = 140, 260
LEAST_NOTE = 130

# Digits, because letters are the beginning of a name that is looked for.
_MARK_KEYS: Final = {
    Qt.Key.Key_1: Mark.PRESENT,
    Qt.Key.Key_2: Mark.EXCUSED,
    Qt.Key.Key_3: Mark.UNEXCUSED,
    Qt.Key.Key_0: Mark.NONE,
    Qt.Key.Key_Delete: Mark.NONE,
}
_SAMPLES: Final = [
    Attendance("", "", "", 0, "", "", official=True, standing=standing, mark=mark)
    for standing, mark in (
        *((StandingKind.ACTIVE, mark) for mark in Mark),
        *((standing, Mark.NONE) for standing in StandingKind),
    )
]
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def roster_columns(
    words: Messages, set_reason: Callable[[Attendance, str], object]
) -> list[Column[Attendance]]:
    """Give the columns of the roster."""
    titles = roster_titles()
    return [
        Column(
            titles[NUMBER],
            lambda line: str(line.number),
            sort=lambda line: line.number,
            align="right",
        ),
        Column(
            titles[NAME],
            lambda line: line.name,
            sort=lambda line: name_key(line.name),
            strong=True,
        ),
        Column(
            titles[STATE],
            lambda line: mark_text(words, line),
            state=lambda line: MARK_STATES[line.mark],
        ),
        Column(
            titles[NOTE],
            lambda line: note_text(words, line),
            set=set_reason,
            edit=lambda line: line.reason,
        ),
    ]


def roster_titles() -> list[str]:
    """Give the titles of the columns in the language of the window."""
    return [
        QCoreApplication.translate("Roster", "No."),
        QCoreApplication.translate("Roster", "Name"),
        QCoreApplication.translate("Roster", "State"),
        QCoreApplication.translate("Roster", "Reason, note"),
    ]


def mark_text(words: Messages, line: Attendance) -> str:
    """Give the word for how a member stands at the meeting."""
    if line.standing is StandingKind.ACTIVE or line.mark is not Mark.NONE:
        return words.value(line.mark)
    if line.standing is StandingKind.VISITING:
        return QCoreApplication.translate("Roster", "Visiting")
    return words.value(line.standing)


def note_text(words: Messages, line: Attendance) -> str:
    """Give the reason of an absence, the standing of who need not come, and times in part."""
    if line.mark is Mark.EXCUSED:
        return line.reason or QCoreApplication.translate("Roster", "Choose the reason…")
    parts = []
    if line.standing is not StandingKind.ACTIVE and line.mark is Mark.PRESENT:
        parts.append(words.value(line.standing))
    if line.late:
        late = QCoreApplication.translate("Roster", "came at {time}")
        parts.append(late.format(time=hour_text(line.late)))
    if line.left_early:
        early = QCoreApplication.translate("Roster", "left at {time}")
        parts.append(early.format(time=hour_text(line.left_early)))
    return ", ".join(parts)


class RosterHand(QObject):
    """Turns clicks and keys on the table and its search line into what is wanted of a line.

    Letters go to the search line.
    """

    next_mark_wanted = Signal(int)
    mark_wanted = Signal(int, object)
    note_wanted = Signal(int)
    edit_wanted = Signal(int)

    def __init__(self, table: QTableView, search: QLineEdit) -> None:
        super().__init__(table)
        self._table = table
        self._search = search
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.clicked.connect(self._take_click)
        table.installEventFilter(self)
        SingleClicks(table)
        search.installEventFilter(self)

    def choose(self, row: int) -> None:
        """Make a line the current one, with the keyboard on it."""
        self._table.setCurrentIndex(self._table.model().index(row, NAME))
        self._table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self._search:
                return self._find(event)
            # What the editor of a reason leaves, such as its Enter, comes by here too.
            return self._table.hasFocus() and self._act(event)
        if isinstance(event, QInputMethodQueryEvent) and watched is self._table:
            # An input method would compose in a cell that does not open, and nothing would show:
            # so the keys themselves come here, the first letter too.
            event.setValue(Qt.InputMethodQuery.ImEnabled, False)
            return True
        return False

    def _take_click(self, index: QModelIndex) -> None:
        if index.column() == STATE:
            self.next_mark_wanted.emit(index.row())
        elif index.column() == NOTE:
            self.note_wanted.emit(index.row())

    def _find(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, *_ENTER) and self._table.model().rowCount():
            current = self._table.currentIndex()
            self.choose(current.row() if current.isValid() and not self._search.text() else 0)
            return True
        return False

    def _act(self, event: QKeyEvent) -> bool:
        key, row = Qt.Key(event.key()), self._table.currentIndex().row()
        if event.modifiers() not in _PLAIN:
            return False
        if key == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            self._table.scrollTo(self._table.currentIndex())
        elif key == Qt.Key.Key_Space or key in _MARK_KEYS or key in _ENTER or key == Qt.Key.Key_F2:
            if row >= 0 and not event.isAutoRepeat():
                self._want(key, row)
        elif event.text()[:1].isalpha():
            self._search.setFocus()
            self._search.setText(event.text())
        else:
            return False
        return True

    def _want(self, key: Qt.Key, row: int) -> None:
        if key == Qt.Key.Key_Space:
            self.next_mark_wanted.emit(row)
        elif key in _MARK_KEYS:
            self.mark_wanted.emit(row, _MARK_KEYS[key])
        elif key == Qt.Key.Key_F2:
            self.edit_wanted.emit(row)
        else:
            self.note_wanted.emit(row)
