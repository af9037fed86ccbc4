"""The program's own line icons, drawn once and coloured for where they stand."""

from __future__ import annotations

from functools import lru_cache, partial
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QListWidget

from cellsecretary import paths
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QListWidgetItem, QWidget

SIGN_SIDES = (16, 24, 32, 48, 64)
AIR = 2 / 28

_made: Final[dict[int, Callable[[], QIcon]]] = {}
"""How each icon is made again, by its key: who holds one need not know which it is."""


def icon(name: str, colour: str = "ink") -> QIcon:
    """Give the icon `name` (a file of resources/icons) in the colour of a theme token.

    It holds the sizes that the text asks for on the screens that are there: with another text it is
    made again, as with other colours.
    """
    colours = current_theme().colours
    made = _icon(name, colour, getattr(colours, colour), colours.disabled, _sides())
    _made[made.cacheKey()] = partial(icon, name, colour)
    return made


def sign() -> QIcon:
    """Give the program's own sign, for the frames of windows and the list of open programs."""
    made = QIcon()
    renderer = QSvgRenderer(str(paths.resource("program.svg")))
    for side in SIGN_SIDES:
        made.addPixmap(_rendered(renderer, side, air=0))
    return made


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
    made = _numbered_icon(number, state, ground, ink, _sides())
    _made[made.cacheKey()] = partial(numbered_icon, number, state)
    return made


def recolour(widget: QWidget) -> None:
    """Give a widget its icons in the colours of the theme that is applied now."""
    put_icon(widget)
    if isinstance(widget, QAbstractButton):
        _renew(widget)
    for action in widget.actions():
        _renew(action)
    if isinstance(widget, QListWidget):
        for row in range(widget.count()):
            _renew(widget.item(row))


def _renew(holder: QAbstractButton | QAction | QListWidgetItem) -> None:
    anew = _made.get(holder.icon().cacheKey())
    if anew is not None:
        holder.setIcon(anew())


def draw(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a box."""
    QSvgRenderer(_source(name, colour.name())).render(painter, box)


@lru_cache(maxsize=256)
def _icon(name: str, _token: str, colour: str, disabled: str, sides: tuple[int, ...]) -> QIcon:
    made = QIcon()
    # Qt would tint the icon of a chosen row.
    modes = QIcon.Mode
    for mode, ink in ((modes.Normal, colour), (modes.Selected, colour), (modes.Disabled, disabled)):
        renderer = QSvgRenderer(_source(name, ink))
        for side in sides:
            made.addPixmap(_rendered(renderer, side), mode)
    return made


def _sides() -> tuple[int, ...]:
    """Give the pixels of an icon on each screen; they take memory, so there are no others."""
    side = current_theme().icon_size
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return tuple(sorted({side, *(ceil(side * ratio) for ratio in ratios)}))


@lru_cache(maxsize=64)
def _numbered_icon(number: int, state: str, ground: str, ink: str, sides: tuple[int, ...]) -> QIcon:
    made = QIcon()
    for side in sides:
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        air = side * AIR
        box = QRectF(air, air, side - 2 * air, side - 2 * air)
        painter.drawEllipse(box)
        if state == "done":
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


def _rendered(renderer: QSvgRenderer, side: int, air: float = AIR) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    air *= side
    renderer.render(painter, QRectF(air, air, side - 2 * air, side - 2 * air))
    painter.end()
    return pixmap


def _source(name: str, colour: str) -> QByteArray:
    svg = paths.resource("icons", f"{name}.svg").read_text("utf-8")
    return QByteArray(svg.replace("currentColor", colour).encode())
