"""`KeysDialog`: the list of keys, over any window and dialog, by Ctrl+/ or from the menu."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.key_table import Group, Key, bind
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table

WHAT = 2

ONLY_IN_BOOKS = (Group.MEETING, Group.ROSTER)
NOT_ON_BOARDS = (Key.SEARCH,)


class Line(NamedTuple):
    """One line of the list; where a key counts is said once for all that follow."""

    where: str
    keys: str
    what: str
    key: Key


class KeysForm(Form):
    """The widgets of the dialog."""

    form = "keys"
    letters_label: QLabel
    keys_table: QTableView
    close_button: QPushButton


class KeysDialog(QDialog):
    """Lists all keys; over a board those that only a book knows are left out."""

    def __init__(self, parent: QWidget | None = None, *, board: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = KeysForm(self)
        self.setWindowTitle(self.tr("List of keys"))
        self._model: RecordModel[Line] = RecordModel(
            [
                Column(self.tr("Where"), lambda line: line.where, strong=True),
                Column(self.tr("Keys"), lambda line: line.keys, strong=True),
                Column(self.tr("What they do"), lambda line: line.what),
            ],
            key=lambda line: line.key,
            parent=self,
        )
        table = form.keys_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        SharedWidths(table, {WHAT: 1})
        self._model.set_rows(self.lines(board=board))
        table.setCurrentIndex(self._model.index(0, 1))
        table.setFocus()
        form.close_button.clicked.connect(self.accept)
        ask_size(self, 900, 640)

    def lines(self, *, board: bool = False) -> list[Line]:
        """Give the lines of the list in their order."""
        shown = [
            key
            for key in Key
            if not (board and (key.group in ONLY_IN_BOOKS or key in NOT_ON_BOARDS))
        ]
        lines = []
        for group, keys in groupby(shown, key=lambda key: key.group):
            for place, key in enumerate(keys):
                where = "" if place else self._where(group)
                lines.append(Line(where, self._written(key), self._what(key), key))
        return lines

    def _written(self, key: Key) -> str:
        """Write the keys as they stand on the keys."""
        told = {
            Key.WALK: self.tr("Tab, Shift+Tab"),
            Key.PRESS: self.tr("Enter, Space"),
            Key.LETTER: self.tr("Alt+a letter"),
            Key.LEAVE: "Esc",
            Key.FIND_NAME: self.tr("A letter"),
            Key.MARK: "1, 2, 3, 0",
            Key.NEXT_MARK: self.tr("Space bar"),
            Key.REASON: "Enter",
            Key.TYPE_REASON: "F2",
            Key.ROWS: "↑ ↓ Page Up, Page Down",
            Key.OPEN_ROW: "Enter",
            Key.TICK_ROW: self.tr("Space bar"),
            Key.BELOW: "↓",
            Key.END_NAME: self.tr("Comma, colon"),
            Key.CHOOSE_ALL: "Ctrl+A",
            Key.COPY: "Ctrl+C, Ctrl+X, Ctrl+V",
            Key.LARGER: "Ctrl++",
            Key.SPEAKER: "Ctrl+Enter",
        }
        if key in told:
            return told[key]
        native = QKeySequence.SequenceFormat.NativeText
        names = [QKeySequence.fromString(one).toString(native) for one in key.keys]
        if key in (Key.PAGES, Key.STEPS):
            return f"{names[0]} … {names[-1]}"
        return ", ".join(names)

    def _where(self, group: Group) -> str:
        return {
            Group.EVERYWHERE: self.tr("Everywhere"),
            Group.MEETING: self.tr("In a meeting"),
            Group.ROSTER: self.tr("On the roster"),
            Group.TABLE: self.tr("In a table"),
            Group.FIELD: self.tr("In a field"),
        }[group]

    def _what(self, key: Key) -> str:
        return {
            Key.HELP: self.tr("Opens the manual at the page of what is in front"),
            Key.LIST: self.tr("Shows this list"),
            Key.WALK: self.tr("To the next field or button, and back"),
            Key.PRESS: self.tr("Presses the button that has the frame; Space sets a tick"),
            Key.LETTER: self.tr("Presses the button, or goes to the field, with this letter"),
            Key.LEAVE: self.tr("Closes a list or a dialog; nothing typed is lost at once"),
            Key.UNDO: self.tr("Takes the last act back"),
            Key.REDO: self.tr("Does it again"),
            Key.LARGER: self.tr("Larger text"),
            Key.SMALLER: self.tr("Smaller text"),
            Key.SEARCH: self.tr("Searches the whole book, all years"),
            Key.OPEN: self.tr("Opens another book"),
            Key.QUIT: self.tr("Closes the program; all is saved"),
            Key.PAGES: self.tr("The pages on the left, from the top"),
            Key.STEPS: self.tr("The five steps of the meeting"),
            Key.SPEAKER: self.tr("Somebody speaks: a new opinion"),
            Key.POINT_BEFORE: self.tr("The point before"),
            Key.POINT_AFTER: self.tr("The next point"),
            Key.FIND_NAME: self.tr("Looks for a name; Enter goes to its line"),
            Key.MARK: self.tr("Present, excused, absent without a reason, not marked"),
            Key.NEXT_MARK: self.tr("The next mark"),
            Key.REASON: self.tr("The reasons, each with a figure; of who is there, the times"),
            Key.TYPE_REASON: self.tr("Types the reason"),
            Key.ROWS: self.tr("From row to row"),
            Key.OPEN_ROW: self.tr("Opens the row, where rows can be opened"),
            Key.TICK_ROW: self.tr("Ticks the row, where rows can be ticked"),
            Key.DELETE_ROW: self.tr("Deletes the row, where rows can be deleted"),
            Key.FIND: self.tr("Goes to the search line"),
            Key.COPY_TABLE: self.tr("Copies the whole list, to paste it into a spreadsheet"),
            Key.PRINT_TABLE: self.tr("Prints the list"),
            Key.BELOW: self.tr("Opens the list or the calendar below the field"),
            Key.END_NAME: self.tr("Behind a name: takes it and goes on"),
            Key.CHOOSE_ALL: self.tr("Chooses the whole text"),
            Key.COPY: self.tr("Copies, cuts, pastes"),
        }[key]


class KeysOnDialogs(QObject):
    """One event filter for the application: Ctrl+/ shows the list over a dialog too.

    A window has the key by itself; it does not act while a dialog is in front.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a dialog the key when it first appears."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            known = watched.property("has_list_of_keys")
            if not known and not isinstance(watched, KeysDialog):
                watched.setProperty("has_list_of_keys", True)
                bind(Key.LIST, watched, lambda: KeysDialog(watched).open())
        return False
