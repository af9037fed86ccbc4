"""`PortionsChoice`: the button beside a paper that says, and asks, which portions are wanted."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cellsecretary import papers
from cellsecretary.core.portions import choice
from cellsecretary.ui.dialogs.portions import PortionsDialog
from cellsecretary.ui.wording import portions_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.portions import Portion
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages

    Shown = tuple[str, MeetingRecord | PeriodRecord]

LONGEST_CHOICE = 30
"""How many letters the button says of what is chosen."""


class PortionsChoice(QObject):
    """Remembers what is chosen of the paper that `shown` tells; `changed` when the user chose."""

    changed = Signal()

    def __init__(
        self, button: QPushButton, words: Messages, shown: Callable[[], Shown | None]
    ) -> None:
        super().__init__(button)
        self._button = button
        self._words = words
        self._shown = shown
        self._chosen: papers.Wish = ()
        button.clicked.connect(self._ask)

    def choose(self, wish: papers.Wish) -> None:
        """Choose portions by their ids, none for the whole paper."""
        self._chosen = wish

    @property
    def portions(self) -> tuple[Portion, ...]:
        """The portions that can be chosen of the paper."""
        shown = self._shown()
        kind = papers.FORMS[shown[0]].portions if shown else None
        return choice(shown[1], kind) if shown and kind else ()

    @property
    def wished(self) -> tuple[Portion, ...]:
        """The chosen portions that there still are; none means the whole paper."""
        return tuple(portion for portion in self.portions if portion.id in self._chosen)

    @property
    def wish(self) -> papers.Wish:
        """The ids of the chosen portions."""
        return tuple(portion.id for portion in self.wished)

    def offer(self) -> None:
        """Offer the portions of the paper, and say which are shown."""
        button, shown = self._button, self._shown()
        kind = papers.FORMS[shown[0]].portions if shown else None
        button.setVisible(bool(self.portions))
        if kind is None:
            return
        which = portions_text(self.wished) or self.tr("all")
        text = self.tr("{what}: {which}").format(what=self._words.value(kind), which=which)
        button.setAccessibleName(text)
        # A button takes & for the mark of its key.
        button.setText(shorten(text, LONGEST_CHOICE, placeholder=" …").replace("&", "&&"))

    def _ask(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        title = self._words.form(shown[0])
        dialog = PortionsDialog(title, self.portions, self.wished, self._button.parentWidget())
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, wish: papers.Wish) -> None:
        self._chosen = wish
        self.changed.emit()
