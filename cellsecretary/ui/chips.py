"""States as sign + word + colour: the label, and the signs that tables paint too."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cellsecretary.ui.theme import current_theme


class State(StrEnum):
    """How something stands; each has its sign ● ◐ ▲ ○ and its colours."""

    GOOD = "good"
    CARE = "care"
    BAD = "bad"
    NONE = "none"


def chip_size(font: QFont, text: str) -> QSize:
    """Measure a chip; its text is never shortened."""
    metrics = _metrics(font)
    sign = metrics.height() * 0.6
    width = sign + metrics.horizontalAdvance(text) + _gap() * 3.5
    return QSize(round(width + 1), round(metrics.height() + _gap()))


def draw_chip(painter: QPainter, box: QRectF, state: State, text: str, font: QFont) -> None:
    """Paint a chip at the left of a box, centred in its height."""
    theme = current_theme()
    size = chip_size(font, text)
    chip = QRectF(box.left(), box.center().y() - size.height() / 2, size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{state}_ground"))
    painter.drawRoundedRect(chip, theme.corner - 2, theme.corner - 2)
    side = _metrics(font).height() * 0.6
    sign = QRectF(chip.left() + _gap() * 1.25, chip.center().y() - side / 2, side, side)
    draw_sign(painter, sign, state)
    painter.setFont(_bold(font))
    painter.setPen(theme.colour(state))
    words = chip.adjusted(sign.right() - chip.left() + _gap() * 0.75, 0, 0, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, flags | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


def draw_sign(painter: QPainter, box: QRectF, state: State) -> None:
    """Paint the sign of a state; fonts do not all have these characters."""
    colour = current_theme().colour(state)
    stroke = max(1.5, box.width() / 8)
    inner = box.adjusted(stroke, stroke, -stroke, -stroke)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(colour)
    pen.setWidthF(stroke)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if state in {State.GOOD, State.BAD} else Qt.BrushStyle.NoBrush)
    if state is State.BAD:
        corners = [QPointF(inner.center().x(), inner.top()), inner.bottomRight()]
        painter.drawPolygon(QPolygonF([*corners, inner.bottomLeft()]))
    else:
        painter.drawEllipse(inner)
    if state is State.CARE:
        painter.setBrush(colour)
        painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.restore()


class ChipLabel(QLabel):
    """A state beside other text; `show_state` is the only way to fill it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.NONE
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> State:
        """The state that is shown."""
        return self._state

    def show_state(self, state: State, text: str) -> None:
        """Show a state and its word."""
        self._state = state
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the whole chip."""
        return chip_size(self.font(), self.text())

    def minimumSizeHint(self) -> QSize:
        """Ask for the whole chip: its word is never shortened."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        if self.text():
            painter = QPainter(self)
            draw_chip(painter, QRectF(self.rect()), self._state, self.text(), self.font())
            painter.end()


def _gap() -> int:
    return current_theme().space(2)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _metrics(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(_bold(font))
