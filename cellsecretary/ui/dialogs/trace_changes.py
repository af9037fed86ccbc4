"""`TraceChangesDialog`: what one act changed, field by field, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.trace import RowTrace, TraceLine
    from cellsecretary.messages import Messages
    from cellsecretary.sentences.trace import ChangeLine, TraceSentences

MOST_LINES = 300
"""Fields that are listed; of an act that changed more rows, such as an import, they are counted."""

ROW, BEFORE, AFTER = 0, 2, 3


class TraceChangesForm(Form):
    """The widgets of the dialog."""

    form = "trace_changes"
    act_label: QLabel
    who_label: QLabel
    changes_stack: QStackedWidget
    table_page: QWidget
    changes_table: QTableView
    empty_page: QFrame
    meeting_button: QPushButton
    close_button: QPushButton


class TraceChangesDialog(QDialog):
    """Shows one line of the history; `meeting_wanted` carries the meeting that it is about."""

    meeting_wanted = Signal(str)

    def __init__(
        self,
        line: TraceLine,
        rows: Iterable[RowTrace],
        say: TraceSentences,
        words: Messages,
        parent: QWidget | None = None,
        *,
        meetings: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = TraceChangesForm(self)
        self.setWindowTitle(self.tr("What was changed"))
        undone = say.undone(line)
        form.act_label.setText(f"{say.act(line)} ({undone})" if undone else say.act(line))
        who = self.tr("{moment}, account {account}").format(
            moment=say.when(line), account=say.account(line)
        )
        about = say.about(line)
        form.who_label.setText(f"{who} · {about}" if about else who)
        changes = say.changes(rows, MOST_LINES)
        titles = [words.trace("column", one) for one in ("row", "field", "before", "after")]
        numbered = list(enumerate(changes))
        self._model = RecordModel(_columns(titles), key=lambda one: one[0], parent=self)
        form.changes_table.setModel(self._model)
        dress_table(form.changes_table, wrap=True)
        SharedWidths(form.changes_table, {ROW: 3, BEFORE: 3, AFTER: 4})
        self._model.set_rows(numbered)
        form.changes_stack.setCurrentWidget(form.table_page if changes else form.empty_page)
        here = [one.id for one in line.meetings if one.id in meetings]
        form.meeting_button.setVisible(len(here) == 1)
        form.meeting_button.clicked.connect(lambda: self._go_to(here[0]))
        form.close_button.clicked.connect(self.reject)
        if changes:
            form.changes_table.selectRow(0)
            form.changes_table.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 980, 480)

    def _go_to(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)


def _columns(titles: list[str]) -> list[Column[tuple[int, ChangeLine]]]:
    row, field, before, after = titles
    return [
        Column(row, lambda one: one[1].row, strong=True),
        Column(field, lambda one: one[1].field),
        Column(before, lambda one: one[1].before),
        Column(after, lambda one: one[1].after),
    ]
