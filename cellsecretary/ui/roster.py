"""The roster as a table: what each line shows and says, and the keys and clicks that mark it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView

from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.core.rows import Attendance
from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.chips import chip_size
from cellsecretary.ui.mouse import SingleClicks
from cellsecretary.ui.records import Column
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import MARK_STATES, hour_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    words: Messages,
    place_of: Callable[[Attendance], int],
    set_reason: Callable[[Attendance, str], object],
) -> list[Column[Attendance]]:
    """Give the columns of the roster; `place_of` tells the place of a line on the screen."""

    def spoken(line: Attendance) -> str:
        text = QCoreApplication.translate("Roster", "{name}, {state}, row {place}")
        return text.format(name=line.name, state=mark_text(words, line), place=place_of(line))

    titles = roster_titles()
    return [
        Column(
            titles[NUMBER],
            lambda line: str(line.number),
            sort=lambda line: line.number,
            spoken=spoken,
            align="right",
        ),
        Column(
            titles[NAME],
            lambda line: line.name,
            sort=lambda line: name_key(line.name),
            spoken=spoken,
            strong=True,
        ),
        Column(
            titles[STATE],
            lambda line: mark_text(words, line),
            state=lambda line: MARK_STATES[line.mark],
            spoken=spoken,
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


class RosterWidths(QObject):
    """Gives the columns their widths: state and name what their words need, the note the rest.

    Measured from the words alone, so that a mark neither measures the rows nor moves a column.
    """

    def __init__(self, table: QTableView, words: Messages) -> None:
        super().__init__(table)
        self._table = table
        self._words = words
        self._names: tuple[str, ...] = ()
        self._standings: frozenset[StandingKind] = frozenset()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.viewport().installEventFilter(self)

    def set_lines(self, lines: Sequence[Attendance]) -> None:
        """Make room for these names, and for whatever these members can be marked."""
        names = tuple(line.name for line in lines)
        standings = frozenset(line.standing for line in lines)
        if (names, standings) != (self._names, self._standings):
            self._names, self._standings = names, standings
            self.fit()

    def fit(self) -> None:
        """Share the width of the table out anew."""
        theme, header = current_theme(), self._table.horizontalHeader()
        room = 2 * theme.space(2)
        bold = QFontMetrics(theme.font(bold=True))
        number = max(bold.horizontalAdvance("000") + room, header.sectionSizeHint(NUMBER))
        names = (bold.horizontalAdvance(name) for name in self._names)
        name = min(max(names, default=0) + 2 * room, theme.grown(MOST_NAME))
        states = (
            chip_size(theme.font(), mark_text(self._words, line)).width()
            for line in _SAMPLES
            if line.standing is StandingKind.ACTIVE or line.standing in self._standings
        )
        state = max(max(states) + room, header.sectionSizeHint(STATE))
        width = self._table.viewport().width()
        # Given names stand last, so that a name that is too long loses its middle.
        name = max(min(name, width - state), theme.grown(LEAST_NAME))
        left = width - name - state
        # In large text the number gives way: who it is and how they stand must be seen together.
        self._table.setColumnHidden(NUMBER, left < number)
        if left >= number:
            left -= number
        for column, width in enumerate((number, name, state, max(left, theme.grown(LEAST_NOTE)))):
            header.resizeSection(column, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the table and of the text."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange}:
            self.fit()
        return False


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
