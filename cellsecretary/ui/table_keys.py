"""What can be done with every table and list of the program: copy it whole, print it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QListView,
    QMainWindow,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.exchange.pasting import html_text, tab_text
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.icons import icon
from cellsecretary.ui.key_table import ALONE, Key, bind_action
from cellsecretary.ui.shown_table import shown_table
from cellsecretary.ui.spoken import spoken_name

if TYPE_CHECKING:
    from cellsecretary.ui.program import Program

_KNOWN = "can_be_copied"


class TableKeys(QObject):
    """One event filter for the application: `app.installEventFilter(TableKeys(…))`.

    A table has its keys, and a menu of the right button, from when it first appears.
    """

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a table its keys when it first appears."""
        if event.type() != QEvent.Type.Show or not isinstance(watched, QTableView | QListView):
            return False
        if not watched.property(_KNOWN) and _is_of_program(watched):
            watched.setProperty(_KNOWN, True)
            self._dress(watched)
        return False

    def _dress(self, view: QAbstractItemView) -> None:
        copy = QAction(icon("copy"), self.tr("&Copy the whole list"), view)
        copy.triggered.connect(partial(self.copy, view))
        bind_action(Key.COPY_TABLE, copy, ALONE)
        paper = QAction(icon("print"), self.tr("&Print this list…"), view)
        paper.triggered.connect(partial(self.print_list, view))
        bind_action(Key.PRINT_TABLE, paper, ALONE)
        view.addActions([copy, paper])
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def copy(self, view: QAbstractItemView, *_triggered: object) -> None:
        """Copy a table with its heads, to be pasted into a spreadsheet or a letter."""
        table = shown_table(view, title_of(view))
        data = QMimeData()
        data.setText(tab_text(table))
        data.setHtml(html_text(table))
        QGuiApplication.clipboard().setMimeData(data)
        announce(view, self.tr("The list is copied. Paste it into the spreadsheet."))

    def print_list(self, view: QAbstractItemView, *_triggered: object) -> None:
        """Show a table as the paper that would be printed."""
        # The first window is to come up before all that these know is read.
        from cellsecretary.ui.dialogs.listing import ListingDialog
        from cellsecretary.ui.ledger_window import LedgerWindow
        from cellsecretary.ui.page import Page

        program = self._program
        about = [self.tr("printed on {day}").format(day=f"{program.today():%d/%m/%Y}")]
        around: QWidget | None = view
        while around is not None:
            if isinstance(around, Page) and around.of_what():
                about.insert(0, around.of_what())
            around = around.parentWidget()
        if isinstance(program.window, LedgerWindow):
            about.insert(0, program.window.ledger_session.name)
        table = shown_table(view, title_of(view), " · ".join(about))
        ListingDialog(table, program.today(), program.ask, program.words, view.window()).open()


def title_of(view: QAbstractItemView) -> str:
    """Give what a table is called: by its own spoken name, else as its page or dialog."""
    window = view.window()
    rail = window.findChild(QFrame, "rail_frame")
    pages = rail.findChildren(QPushButton) if rail is not None else []
    page = next((one.accessibleName() for one in pages if one.isChecked()), "")
    return spoken_name(view) or page or window.windowTitle()


def _is_of_program(view: QAbstractItemView) -> bool:
    """Tell a table of a page or a dialog from the parts of fields and of the dialogs of Qt."""
    window = view.window()
    if view.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return False  # the list below a field
    if isinstance(window, QFileDialog) or not isinstance(window, QMainWindow | QDialog):
        return False
    around = view.parentWidget()
    return around is None or not around.inherits("QCalendarWidget")
