"""`PromptsDialog`: what a cell of this kind may discuss, to tick what is of use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QTableView, QWidget

from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.key_table import ALONE, Key, bind
from cellsecretary.ui.mouse import SingleClicks
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex


class PromptsForm(Form):
    """The widgets of the dialog."""

    form = "prompts"
    prompts_table: QTableView
    cancel_button: QPushButton
    keep_button: QPushButton


@dataclass(frozen=True, slots=True)
class PromptLine:
    """One suggestion and whether it is ticked."""

    text: str
    ticked: bool = False


class PromptsDialog(QDialog):
    """Shows suggestions; `chosen` carries the texts that were ticked, in the order shown."""

    chosen = Signal(list)

    def __init__(self, prompts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines = [PromptLine(text) for text in prompts]
        self.form = form = PromptsForm(self)
        self.setWindowTitle(self.tr("Suggestions"))
        self._model = RecordModel(self._columns(), key=lambda line: line.text, parent=self)
        table = form.prompts_table
        table.setModel(self._model)
        dress_table(table, stretch=1, wrap=True)
        SingleClicks(table)
        table.clicked.connect(self._turn)
        bind(Key.TICK_ROW, table, lambda: self._turn(table.currentIndex()), ALONE)
        form.keep_button.setDefault(True)
        form.keep_button.clicked.connect(self._choose)
        form.cancel_button.setAutoDefault(False)
        form.cancel_button.clicked.connect(self.reject)
        self._show()
        table.setCurrentIndex(self._model.index(0, 1))
        table.setFocus()
        ask_size(self, 820, 640)

    def ticked(self) -> list[str]:
        """Give what is ticked."""
        return [line.text for line in self._lines if line.ticked]

    def _columns(self) -> list[Column[PromptLine]]:
        return [
            Column(
                self.tr("Take"),
                lambda _line: "",
                checked=lambda line: line.ticked,
                spoken=self._spoken,
            ),
            Column(self.tr("Matter"), lambda line: line.text, names=True),
        ]

    def _spoken(self, line: PromptLine) -> str:
        text = self.tr("{matter}, taken") if line.ticked else self.tr("{matter}, not taken")
        return text.format(matter=line.text)

    def _turn(self, index: QModelIndex) -> None:
        """Tick a matter, or take the tick off: a click anywhere on the line, or Space."""
        if not index.isValid():
            return
        line = self._model.row(index)
        self._lines[self._lines.index(line)] = replace(line, ticked=not line.ticked)
        self._show()

    def _show(self) -> None:
        self._model.set_rows(self._lines)
        count = len(self.ticked())
        self.form.keep_button.setEnabled(count > 0)
        self.form.keep_button.setText(
            self.tr("T&ake %n matter(s)", "", count) if count else self.tr("T&ake what is ticked")
        )

    def _choose(self) -> None:
        self.chosen.emit(self.ticked())
        self.accept()
