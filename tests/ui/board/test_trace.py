"""What the clerk of an office did at the board, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Act
from cellsecretary.core.operations.board import write_remark
from cellsecretary.core.trace import TraceFilter
from cellsecretary.ui.board.trace import BoardTraceDialog
from cellsecretary.ui.dialogs.trace import ABOUT, WHAT
from cellsecretary.ui.dialogs.trace_changes import TraceChangesDialog
from cellsecretary.ui.dialogs.trace_filter import TraceFilterDialog
from tests.ui.board.conftest import FIRST, SECOND

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk


def test_acts_are_named_by_cell_and_found_by_cell(
    filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    meeting = filled.record.meetings_of(FIRST.id)[0]
    text = "Biên bản rõ ràng"
    assert filled.do(write_remark, filled.register, FIRST.id, meeting.id, text) is None
    dialog = BoardTraceDialog(filled, ask, words)
    qtbot.addWidget(dialog)
    dialog.open()
    model = dialog.form.trace_table.model()
    assert FIRST.name in model.index(0, ABOUT).data()
    assert "remark" in model.index(0, WHAT).data().lower()
    dialog.form.changes_button.click()
    shown = dialog.findChildren(TraceChangesDialog)[0]
    assert FIRST.name in shown.form.changes_table.model().index(0, 0).data()
    shown.close()
    dialog._ask_what()
    form = dialog.findChildren(TraceFilterDialog)[0].form
    assert form.cell_box.isVisible()
    assert form.cell_box.findData(SECOND.id) > 0
    form.cell_box.setCurrentIndex(form.cell_box.findData(FIRST.id))
    form.show_button.click()
    assert {cell.id for line in dialog.lines for cell in line.cells} == {FIRST.id}
    assert FIRST.name in dialog.form.chosen_label.text()
    dialog.show_only(TraceFilter((SECOND.id,)))
    assert Act.REMARK_ON_MEETING not in {line.act for line in dialog.lines}
