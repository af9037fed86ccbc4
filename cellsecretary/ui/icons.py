"""The program's own line icons, drawn once and coloured for where they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from cellsecretary import paths
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIDES = (28, 35, 42, 49, 56, 112)
AIR = 2 / 28


def icon(name: str, colour: str = "ink") -> QIcon:
    """Give the icon `name` (a file of resources/icons) in the colour of a theme token.

    It holds every size that the text sizes and usual screens ask for.
    """
    colours = current_theme().colours
    return _icon(name, getattr(colours, colour), colours.disabled)


def put_icon(widget: QWidget) -> None:
    """Give a button the icon that its dynamic property `icon_name` asks for, to suit its role."""
    name = widget.property("icon_name")
    if name and isinstance(widget, QAbstractButton):
        colour = "on_action" if widget.property("role") == "next" else "ink"
        widget.setIcon(icon(name, colour))
        if name == "next" and colour == "on_action":
            # The arrow points away from the words, so it stands behind them.
            widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def numbered_icon(number: int, state: str) -> QIcon:
    """Give the sign of a step: its number in a circle (`open`, `current`), or a tick (`done`)."""
    colours = current_theme().colours
    ground, ink = {
        "open": (colours.selected, colours.ink),
        "current": (colours.ink, colours.card),
        "done": (colours.good, colours.card),
    }[state]
    return _numbered_icon(number, state == "done", ground, ink)


def draw(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a box."""
    QSvgRenderer(_source(name, colour.name())).render(painter, box)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    # Qt would tint the icon of a chosen row.
    modes = QIcon.Mode
    for mode, ink in ((modes.Normal, colour), (modes.Selected, colour), (modes.Disabled, disabled)):
        renderer = QSvgRenderer(_source(name, ink))
        for side in SIDES:
            made.addPixmap(_rendered(renderer, side), mode)
    return made


@lru_cache(maxsize=64)
def _numbered_icon(number: int, done: bool, ground: str, ink: str) -> QIcon:
    made = QIcon()
    for side in SIDES:
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        air = side * AIR
        box = QRectF(air, air, side - 2 * air, side - 2 * air)
        painter.drawEllipse(box)
        if done:
            inset = side * 0.17
            draw(painter, box.adjusted(inset, inset, -inset, -inset), "done", QColor(ink))
        else:
            font = painter.font()
            font.setBold(True)
            font.setPixelSize(round(side * 0.6))
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()
        made.addPixmap(pixmap)
    return made


def _rendered(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    air = side * AIR
    renderer.render(painter, QRectF(air, air, side - 2 * air, side - 2 * air))
    painter.end()
    return pixmap


def _source(name: str, colour: str) -> QByteArray:
    svg = paths.resource("icons", f"{name}.svg").read_text("utf-8")
    return QByteArray(svg.replace("currentColor", colour).encode())
