"""`ReportFiguresDialog`: every number of a report, and the meetings that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.report_figures import report_figures
from cellsecretary.ui.figures import FigureTables
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.messages import Messages


class ReportFiguresForm(Form):
    """The widgets of the dialog."""

    form = "report_figures"
    period_label: QLabel
    figures_table: QTableView
    meetings_table: QTableView
    close_button: QPushButton
    meeting_button: QPushButton


class ReportFiguresDialog(QDialog):
    """Shows the numbers as the report has them; `meeting_wanted` carries the one to be opened."""

    meeting_wanted = Signal(str)

    def __init__(
        self, period: PeriodRecord, named: str, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = ReportFiguresForm(self)
        self.setWindowTitle(self.tr("Numbers of the report"))
        form.period_label.setText(named)
        self._figures = FigureTables(
            form.figures_table, form.meetings_table, form.meeting_button, words
        )
        self._figures.meeting_wanted.connect(self._go_to_meeting)
        self._figures.show_figures(report_figures(period).lines, period.register)
        form.close_button.clicked.connect(self.reject)
        form.figures_table.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 1000, 600)

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)
