"""`TimeField`: a line to type a time of day in, `19:30` or `7h30 tối`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from cellsecretary.core.hours import read_time, understand_time, write_time
from cellsecretary.ui.typed_field import TypedField
from cellsecretary.ui.understood import time_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.ui.chips import State


class TimeField(TypedField[dt.time]):
    """Takes any usual way to write a time, and shows the one way when it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name()

    def time(self) -> dt.time | None:
        """Give the time, None for nothing and for what is no time."""
        return self.value()

    def set_time(self, time: dt.time | None) -> None:
        """Fill the line; what is being typed is never overwritten."""
        self.set_value(time)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _read(self, text: str) -> dt.time | None:
        return read_time(text)

    def _words(self, text: str) -> tuple[str, State]:
        return time_words(understand_time(text))

    def _write(self, value: dt.time | None) -> str:
        return write_time(value)

    def _widest(self) -> str:
        return max(self.placeholderText(), write_time(dt.time(20, 30)), key=len)

    def _name(self) -> None:
        self.setPlaceholderText(self.tr("hour:minute"))
