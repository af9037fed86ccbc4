"""`TopBar`: what was done last, beside the large button that takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from cellsecretary.ui.following import ROOM, SIZE, Follow
from cellsecretary.ui.placed import placed, wanted_width
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFrame

    from cellsecretary.messages import Messages
    from cellsecretary.store import Step

LINES = 2
"""More lines would make the bar higher than its buttons."""

AIR = 20
"""Pixels that the style sheet leaves beside the words: a tint ends there."""

NAME_AIR = 8
"""Pixels before the name that can be spared."""

FLICKER = 24
"""Pixels more than needed before buttons say their whole words again."""


class TopBar(QObject):
    """Says the last act in as many words as there is room for, in `frame` with its button.

    It stands until the next act; when there is nothing to take back it is not there. `spared` is
    a name that goes before the act has to be said in fewer words; where not even those find room,
    buttons with the dynamic property `brief` say that instead of their words; and where that is
    too long too, the label with `spared_last` goes: the frame of the window has its name as well.
    """

    def __init__(
        self,
        bar: QFrame,
        frame: QFrame,
        label: QLabel,
        button: QPushButton,
        spared: QLabel | None,
    ) -> None:
        super().__init__(bar)
        self._bar, self._frame, self._label, self._button = bar, frame, label, button
        self._spared = spared
        self._ways: tuple[str, ...] = ()
        self._words = {
            button: (button.text(), brief)
            for button in bar.findChildren(QPushButton)
            if (brief := button.property("brief")) is not None
        }
        self._is_brief = False
        labels = bar.findChildren(QLabel)
        self._last = next((one for one in labels if one.property("spared_last")), None)
        label.setIndent(0)
        # The bar must not widen the window: its width says what fits.
        bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        Follow(bar, self.fit, SIZE, ROOM)

    def show_act(self, last: Step | None, words: Messages) -> None:
        """Name the act that would be taken back, None when there is none."""
        self._frame.setVisible(last is not None)
        self._button.setEnabled(last is not None)
        if last is None:
            self._ways = ()
            self._button.setToolTip("")
            return
        whole, brief = words.act(last.act, last.words), words.act(last.act)
        told = self.tr("Last: {act}")
        self._ways = (told.format(act=whole), told.format(act=brief), brief)
        self._button.setToolTip(plain_tip(self.tr("Undo: {act}").format(act=whole)))
        self._button.setAccessibleDescription(whole)
        self.fit()

    def fit(self) -> None:
        """Choose the words that the bar has room for."""
        free, spared = self._give_room(), self._spared
        name = spared.sizeHint().width() + NAME_AIR if spared is not None else 0
        beside = self._way(self._ways[:1], free - name)
        has_name = free >= name if not self._ways else beside is not None
        if spared is not None:
            spared.setVisible(has_name)
        if not self._ways:
            return
        way = beside if has_name else self._way(self._ways, free)
        # Else the tip of the button says it.
        self._label.setVisible(way is not None)
        if way is not None:
            text, width = way
            self._label.setText(text)
            self._label.setFixedWidth(width + AIR)

    def _give_room(self) -> int:
        """Say buttons briefly where it must be, and give the width that is left then."""
        gain = sum(self._gain(button) for button in self._words)
        whole = self._free() - (gain if self._is_brief else 0)
        # What was brief stays so a little longer: else it would flicker at the edge.
        room = whole - (FLICKER if self._is_brief else 0)
        brief = room < 0 or bool(self._ways and self._way(self._ways, room) is None)
        if brief != self._is_brief:
            self._is_brief = brief
            for button, texts in self._words.items():
                button.setText(texts[brief])
                button.setAccessibleName(button.accessibleName() or texts[False])
        return self._spare_last(whole + (gain if brief else 0))

    def _spare_last(self, free: int) -> int:
        """Leave a name out that would be cut, and give the width that is left then."""
        last = self._last
        if last is None:
            return free
        width, hidden = last.sizeHint().width(), last.isHidden()
        beside = free - width if hidden else free
        must_go = beside < (FLICKER if hidden else 0)
        last.setVisible(not must_go)
        return beside + (width if must_go else 0)

    def _gain(self, button: QPushButton) -> int:
        metrics = button.fontMetrics()
        whole, brief = self._words[button]
        return metrics.horizontalAdvance(whole) - metrics.horizontalAdvance(brief)

    def _way(self, texts: Sequence[str], room: int) -> tuple[str, int] | None:
        """Give the first text that fits, with the width that it needs."""
        widths = ((text, self._width(text, room)) for text in texts)
        return next(((text, width) for text, width in widths if width is not None), None)

    def _free(self) -> int:
        """Give the width that is left for names that can be spared, and for the act."""
        layout = self._bar.layout()
        assert layout is not None
        taken = sum(
            wanted_width(widget) + layout.spacing()
            for _at, widget in placed(layout)
            if widget is not self._frame and not widget.isHidden()
        )
        inside = self._frame.layout()
        assert inside is not None
        margins = layout.contentsMargins()
        taken += margins.left() + margins.right() + inside.spacing() + AIR
        if self._spared is not None and not self._spared.isHidden():
            taken -= self._spared.sizeHint().width() + NAME_AIR
        return self._bar.width() - taken - self._button.sizeHint().width()

    def _width(self, text: str, room: int) -> int | None:
        """Give the width in which a text has at most `LINES` lines, None where there is none."""
        metrics = QFontMetrics(current_theme().font())
        whole = metrics.horizontalAdvance(text)
        if whole <= room:
            return whole
        box = QRect(0, 0, max(room, 1), 10_000)
        wrapped = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), text)
        # Qt rounds every line up.
        is_low = wrapped.height() < (LINES + 1) * metrics.lineSpacing()
        fits = is_low and wrapped.width() <= room
        return room if fits else None
