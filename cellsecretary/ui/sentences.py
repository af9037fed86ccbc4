"""`SentenceList`: whole sentences below each other, each with its sign, some of them to press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cellsecretary.ui.chips import State, draw_sign
from cellsecretary.ui.icons import draw
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QPaintEvent


@dataclass(frozen=True)
class Sentence:
    """One line: its sign is a state or the name of an icon; only one with a `key` is pressed."""

    text: str
    sign: State | str
    key: Hashable = None
    leads: str = ""
    """The name of the icon at the end that says what pressing does."""


class SentenceList(QWidget):
    """Lines that wrap, so that nothing is cut off; `chosen` carries the key of the one pressed.

    New lines come last in the order of Tab, so a panel puts its order right after changing them.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: list[Sentence] = []
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The lines that are shown."""
        return tuple(self._sentences)

    @property
    def buttons(self) -> list[QPushButton]:
        """The lines that can be pressed."""
        return [line for line in self._lines if isinstance(line, QPushButton)]

    def set_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show other lines; the keyboard stays at its place."""
        if list(sentences) == self._sentences:
            return
        focused = next((n for n, line in enumerate(self._lines) if line.hasFocus()), None)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._sentences = list(sentences)
        self._lines = [self._line(sentence) for sentence in sentences]
        self._box.setSpacing(current_theme().space(2))
        # Shown one by one, each line would let all those before it be laid out again.
        is_hidden = self.isHidden()
        self.hide()
        for line in self._lines:
            self._box.addWidget(line)
            line.show()
        self.setHidden(is_hidden)
        if focused is not None and self._lines:
            self._lines[min(focused, len(self._lines) - 1)].setFocus()

    def _line(self, sentence: Sentence) -> QWidget:
        if sentence.key is None:
            return _Line(sentence, self)
        button = _SentenceButton(sentence, self)
        button.clicked.connect(lambda: self.chosen.emit(sentence.key))
        return button


class _Sign(QWidget):
    """The sign of a line: its shape says the state, not its colour alone."""

    def __init__(self, sign: State | str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if isinstance(self._sign, State):
            inset = box.width() * 0.2
            draw_sign(painter, box.adjusted(inset, inset, -inset, -inset), self._sign)
        else:
            draw(painter, box, self._sign, current_theme().colour("ink"))
        painter.end()


class _Line(QWidget):
    """A sign and a sentence."""

    def __init__(self, sentence: Sentence, parent: QWidget) -> None:
        super().__init__(parent)
        _fill(self, sentence)


class _SentenceButton(QPushButton):
    """A button that holds a sign and a wrapped sentence."""

    def __init__(self, sentence: Sentence, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        box = _fill(self, sentence)
        theme = current_theme()
        box.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Ask for the room of the sentence."""
        box = self.layout()
        assert box is not None
        return box.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the longest word."""
        box = self.layout()
        assert box is not None
        return box.totalMinimumSize()


def _fill(line: QWidget, sentence: Sentence) -> QHBoxLayout:
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current_theme().space(2))
    text = QLabel(sentence.text, line)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    box.addWidget(_Sign(sentence.sign, line), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(text, 1)
    if sentence.leads:
        box.addWidget(_Sign(sentence.leads, line), 0, Qt.AlignmentFlag.AlignVCenter)
    return box
