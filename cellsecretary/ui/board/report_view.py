"""`ReportView`: what a stick held, in numbers and then file by file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QTableView, QWidget

from cellsecretary.core.board.versions import Arrived
from cellsecretary.exchange.collecting import Refused, counts
from cellsecretary.ui.board.states import ARRIVED_STATES
from cellsecretary.ui.form import Form
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.toggle import ToggleButton
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.messages import Messages
    from cellsecretary.store.board import ArrivalLine

WHO, MEETINGS, WHY = 0, 1, 3

FEW = 2
"""So many meetings of a packet are named by their days."""

ORDER = (Arrived.REFUSED, Arrived.CONFLICT, Arrived.CHANGED, Arrived.NEW, Arrived.KNOWN)
"""What asks for the clerk comes first."""


class ReportForm(Form):
    """The widgets of the view."""

    form = "board_report"
    counts_label: QLabel
    kinds_bar: QWidget
    lines_table: QTableView


class ReportView(QWidget):
    """The lines of one stick; pressing a number shows what is behind it alone."""

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[ArrivalLine, ...] = ()
        self._kind: Arrived | None = None
        self.form = form = ReportForm(self)
        self.model = RecordModel(self._columns(), id, self)
        form.lines_table.setModel(self.model)
        dress_table(form.lines_table, wrap=True)
        SharedWidths(
            form.lines_table, {WHO: 3, MEETINGS: 2, WHY: 5}, give_way=(MEETINGS,), below=WHO
        )
        bar = form.kinds_bar.layout()
        assert isinstance(bar, QHBoxLayout)
        self.buttons: dict[Arrived, ToggleButton] = {}
        for place, kind in enumerate(Arrived):
            button = ToggleButton(form.kinds_bar)
            button.setProperty("role", "count")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, kind))
            bar.insertWidget(place, button)
            self.buttons[kind] = button

    def show_lines(self, lines: Sequence[ArrivalLine]) -> None:
        """Show the report of a stick."""
        self._lines = tuple(lines)
        self._kind = None
        told = counts(lines)
        numbers = {name: getattr(told, name) for name in told.__slots__}
        self.form.counts_label.setText(self._words.collected("counts", **numbers))
        for kind, button in self.buttons.items():
            count = getattr(told, kind.value)
            word = self._words.value(kind)
            button.setText(self.tr("{count} {state}").format(count=count, state=word))
            button.setVisible(bool(count))
            button.setChecked(False)
        self._show()

    def _choose(self, kind: Arrived, *_clicked: object) -> None:
        self._kind = kind if self.buttons[kind].isChecked() else None
        for one, button in self.buttons.items():
            button.setChecked(one is self._kind)
        self._show()

    def _show(self) -> None:
        lines = [line for line in self._lines if self._kind in (None, line.arrived)]
        lines.sort(key=lambda line: ORDER.index(line.arrived))
        self.model.set_rows(lines)

    def _columns(self) -> list[Column[ArrivalLine]]:
        return [
            Column(self.tr("From"), lambda line: line.name or line.file, strong=True),
            Column(self.tr("Meetings"), self._meetings),
            Column(
                self.tr("What it is"),
                lambda line: self._words.value(line.arrived),
                state=lambda line: ARRIVED_STATES[line.arrived],
            ),
            Column(self.tr("Why"), self._why),
        ]

    def _meetings(self, line: ArrivalLine) -> str:
        """Name the days of the meetings; those of a whole year take the room of two."""
        if len(line.meetings) <= FEW:
            return ", ".join(map(day_text, line.meetings))
        text = self.tr("%n meeting(s), {first} to {last}", "", len(line.meetings))
        first, last = min(line.meetings), max(line.meetings)
        return text.format(first=day_text(first), last=day_text(last))

    def _why(self, line: ArrivalLine) -> str:
        if line.arrived is Arrived.CONFLICT:
            return self.tr("Two versions of one number differ. Choose the right one at the cell.")
        if not line.reason:
            return ""
        match Refused(line.reason):
            case Refused.UNKNOWN_CELL:
                return self.tr("This cell is not on the board yet, and was not accepted.")
            case Refused.UNKNOWN_NAME:
                return self.tr("The name is another than is known, and was not accepted.")
            case Refused.UNKNOWN_KEY:
                return self.tr("It is signed with a new key, which was not accepted.")
            case Refused.SEALED:
                return self.tr(
                    "It is sealed: only the keys of the office and their password open it."
                )
            case Refused.BOARD:
                return self.tr("This is a board of another computer; it was not merged.")
            case reason:
                return self._words.set_aside(reason, line.file, line.name, "")
