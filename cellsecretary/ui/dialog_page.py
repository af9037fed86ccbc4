"""`DialogPage`: what of a dialog scrolls where its screen is too low; never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.banner import Banner
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayoutItem

LEAST_ROWS = 2
"""So many rows are seen of what scrolls, however low the screen."""


class DialogPage(QScrollArea):
    """Holds the rows of a dialog; it asks for the height of all of them, and takes what there is.

    What has the keyboard is kept in view.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = QWidget()
        self.rows.setProperty("role", "page")
        QVBoxLayout(self.rows).setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows.installEventFilter(self)
        FocusInView(self)

    def height_for(self, width: int) -> int:
        """Give the height that the rows have in a width."""
        rows, least = self.rows, self.rows.minimumSizeHint().height()
        if rows.hasHeightForWidth():
            return max(rows.heightForWidth(width), least)
        return max(rows.sizeHint().height(), least)

    def sizeHint(self) -> QSize:
        """Ask for all rows."""
        return QSize(self.rows.sizeHint().width(), self.height_for(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the rows and the bar beside them, and low."""
        theme = current_theme()
        height = min(self.height_for(self.viewport().width()), LEAST_ROWS * theme.row_height)
        return QSize(self.rows.minimumSizeHint().width() + theme.scroll_width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more when rows come or grow; be found by Tab when nothing in it is."""
        if watched is self.rows and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def put_rows_into_page(root: QWidget) -> DialogPage | None:
    """Let all of a form scroll but its messages, which stay above, and its buttons, below.

    A form without a row of buttons at its end stays as it is.
    """
    layout = root.layout()
    if not isinstance(layout, QVBoxLayout) or not _is_row_of_buttons(_last(layout)):
        return None
    messages = [one for one in _widgets(layout) if isinstance(one, Banner)]
    ends = [_last(layout), *(one for one in _widgets(layout) if isinstance(one, QProgressBar))]
    page = DialogPage(root)
    rows = page.rows.layout()
    assert isinstance(rows, QVBoxLayout)
    rows.setSpacing(layout.spacing())
    for place in reversed(range(layout.count())):
        stretch, item = layout.stretch(place), layout.itemAt(place)
        if item is not None and item.widget() not in [*messages, *ends]:
            _move(layout, place, rows, stretch)
    for place, message in enumerate(messages):
        layout.removeWidget(message)
        layout.insertWidget(place, message)
    layout.insertWidget(len(messages), page, 1)
    return page


def _move(layout: QBoxLayout, place: int, rows: QBoxLayout, stretch: int) -> None:
    item: QLayoutItem | None = layout.takeAt(place)
    assert item is not None
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        hidden = widget.isHidden()
        rows.insertWidget(0, widget, stretch, item.alignment())
        widget.setVisible(not hidden)
    elif inner is not None:
        rows.insertLayout(0, inner, stretch)
    else:
        rows.insertItem(0, item)
        rows.setStretch(0, stretch)


def _widgets(layout: QBoxLayout) -> list[QWidget]:
    items = [layout.itemAt(place) for place in range(layout.count())]
    return [widget for item in items if item is not None if (widget := item.widget()) is not None]


def _last(layout: QBoxLayout) -> QWidget | None:
    item = layout.itemAt(layout.count() - 1)
    return item.widget() if item is not None else None


def _is_row_of_buttons(widget: QWidget | None) -> bool:
    layout = widget.layout() if widget is not None else None
    return isinstance(layout, QHBoxLayout) and any(
        isinstance(one, QPushButton) for one in _widgets(layout)
    )
