"""Tab goes as one reads, also through what code puts between the widgets of a form."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from cellsecretary.ui.placed import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    _AnyWindow = QWidget
else:
    _AnyWindow = object


def read_in_order(part: QWidget) -> None:
    """Let Tab go through the window around a part in the order in which its layouts lay it out.

    Qt keeps the order in which widgets were made, and those that code makes come last, after all
    of the window: the order within the part alone would not bring its first back to its place.
    """
    for before, after in pairwise(_stops(part.window())):
        QWidget.setTabOrder(before, after)


class TabAsRead(_AnyWindow):
    """What a window is before it is a `QWidget`, where code changes what can be seen in it."""

    def focusNextPrevChild(self, next: bool) -> bool:
        """Put the order right, then go on; every widget of a window asks it."""
        read_in_order(self)
        return super().focusNextPrevChild(next)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab can stop at on the pages that are turned to, in the order of reading."""
    if isinstance(widget, QTabWidget):
        # It hands the keyboard to its bar, and must not stay behind: whoever came to it there
        # would be sent back.
        yield widget
        yield widget.tabBar()
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return
    for inside in _inside(widget):
        yield from _stops(inside)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QStackedWidget):
        # A window with further pages is a `TabAsRead`.
        page = widget.currentWidget()
        if page is not None:
            yield page
    elif isinstance(widget, QTabWidget):
        yield from (found for place in range(widget.count()) if (found := widget.widget(place)))
    elif isinstance(widget, QScrollArea):
        page = widget.widget()
        if page is not None:
            yield page
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    found: list[tuple[int, QWidget | QLayout]] = [*placed(layout)]
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for inner in layout.findChildren(QLayout, options=direct):
        found.append((layout.indexOf(inner), inner))
    if isinstance(layout, QGridLayout):
        found.sort(key=lambda pair: layout.getItemPosition(pair[0])[:2])  # type: ignore[index]
    else:
        found.sort(key=lambda pair: pair[0])
    for _place, one in found:
        if isinstance(one, QLayout):
            yield from _laid_out(one)
        else:
            yield one
