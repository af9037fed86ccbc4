"""What was received, stick by stick: the reports that the board keeps."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from cellsecretary.ui.board.report_view import ReportView
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.wording import day_text, hour_text

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.store.board import ArrivalLine
    from cellsecretary.ui.board.session import BoardSession

NEWEST = 5000
"""So many files of the sticks received last are shown."""


class ArrivalsForm(Form):
    """The widgets of the dialog."""

    form = "board_arrivals"
    stick_box: QComboBox
    report_place_panel: QWidget
    empty_label: QLabel
    close_button: QPushButton


class ArrivalsDialog(QDialog):
    """Shows the report of each stick again, the newest first."""

    def __init__(
        self, session: BoardSession, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = ArrivalsForm(self)
        self.setWindowTitle(self.tr("What was received"))
        self.report = ReportView(words, form.report_place_panel)
        put_into(form.report_place_panel, self.report)
        arrivals = session.board.arrivals(NEWEST)
        self._sticks = [
            tuple(lines) for _, lines in groupby(arrivals, key=lambda line: (line.at, line.place))
        ]
        for lines in self._sticks:
            form.stick_box.addItem(self._name(lines[0]))
        form.stick_box.activated.connect(self._show_stick)
        form.close_button.clicked.connect(self.reject)
        form.empty_label.setVisible(not self._sticks)
        form.report_place_panel.setVisible(bool(self._sticks))
        form.stick_box.setEnabled(bool(self._sticks))
        if self._sticks:
            self._show_stick(0)
        ask_size(self, 1000, 600)

    def _show_stick(self, place: int) -> None:
        self.report.show_lines(self._sticks[place])

    def _name(self, line: ArrivalLine) -> str:
        text = self.tr("{day} {hour}, {place}")
        at = line.at
        return text.format(day=day_text(at.date()), hour=hour_text(at.time()), place=line.place)
