"""`PortionsDialog`: which portions of a paper are wanted: whose slips, which items, resolutions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table, turn_whole_rows
from cellsecretary.ui.tips import plain_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from cellsecretary.core.portions import Portion


@dataclass(frozen=True)
class PortionLine:
    """One portion, and whether it is ticked."""

    portion: Portion
    ticked: bool


class PortionsForm(Form):
    """The widgets of the dialog."""

    form = "portions"
    portions_label: QLabel
    portions_table: QTableView
    cancel_button: QPushButton
    whole_button: QPushButton
    take_button: QPushButton


class PortionsDialog(QDialog):
    """Begins with what was chosen before; `chosen` carries ids, none for the whole paper."""

    chosen = Signal(tuple)

    def __init__(
        self,
        title: str,
        portions: Sequence[Portion],
        ticked: Sequence[Portion],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plain_title(title))
        self.form = form = PortionsForm(self)
        self._model = RecordModel(self._columns(), key=lambda line: line.portion.id, parent=self)
        table = form.portions_table
        table.setModel(self._model)
        dress_table(table, stretch=2, wrap=True)
        table.horizontalHeader().hide()
        turn_whole_rows(table, self._turn)
        self._show([PortionLine(portion, portion in ticked) for portion in portions])
        table.setCurrentIndex(self._model.index(0, 0))
        table.setFocus()
        form.cancel_button.clicked.connect(self.reject)
        form.whole_button.clicked.connect(lambda: self._choose(()))
        form.take_button.clicked.connect(lambda: self._choose(self._ticked()))
        ask_size(self, 640, 560)

    def _columns(self) -> list[Column[PortionLine]]:
        return [
            Column(
                self.tr("Wanted"),
                lambda _line: "",
                checked=lambda line: line.ticked,
                spoken=self._spoken,
            ),
            Column(self.tr("No."), lambda line: str(line.portion.number), align="right"),
            Column(self.tr("Name"), lambda line: line.portion.title, names=True),
        ]

    def _spoken(self, line: PortionLine) -> str:
        text = self.tr("{name}, wanted") if line.ticked else self.tr("{name}, not wanted")
        return text.format(name=line.portion.title)

    def _turn(self, index: QModelIndex) -> None:
        """Tick a portion, or take the tick off."""
        turned = self._model.row(index)
        lines = self._model.rows
        self._show([replace(one, ticked=one.ticked ^ (one == turned)) for one in lines])

    def _show(self, lines: Sequence[PortionLine]) -> None:
        self._model.set_rows(lines)
        self.form.take_button.setEnabled(bool(self._ticked()))

    def _ticked(self) -> tuple[str, ...]:
        return tuple(line.portion.id for line in self._model.rows if line.ticked)

    def _choose(self, portions: tuple[str, ...]) -> None:
        self.chosen.emit(portions)
        self.accept()
