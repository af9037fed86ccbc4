"""`DialogPage`: what of a dialog scrolls where its screen is too low; never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.banner import Banner
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.placed import placed
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

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
    if not isinstance(layout, QVBoxLayout):
        return None
    widgets = _widgets(layout)
    if not widgets or not _is_row_of_buttons(widgets[-1][0]):
        return None
    messages = [one for one, _stretch in widgets if isinstance(one, Banner)]
    ends = [widgets[-1][0], *(one for one, _stretch in widgets if isinstance(one, QProgressBar))]
    page = DialogPage(root)
    rows = page.rows.layout()
    assert isinstance(rows, QVBoxLayout)
    rows.setSpacing(layout.spacing())
    for widget, stretch in widgets:
        if widget not in [*messages, *ends]:
            # A layout takes a widget out of the one that had it.
            rows.addWidget(widget, stretch)
    # Where what grows is hidden, the rest stays at the top.
    rows.addStretch()
    for place, message in enumerate(messages):
        layout.insertWidget(place, message)
    layout.insertWidget(len(messages), page, 1)
    _split_when_narrow(ends[0])
    return page


def _split_when_narrow(row: QWidget) -> None:
    """Let the buttons at the left of a row stand above those at its right, where both do not fit.

    What a row says in words wraps by itself.
    """
    layout = row.layout()
    assert isinstance(layout, QHBoxLayout)
    found = placed(layout)
    taken = {at for at, _widget in found}
    gap = next((at for at in range(layout.count()) if at not in taken), None)
    if gap is None:
        return
    sides = ([one for at, one in found if at < gap], [one for at, one in found if at > gap])
    if not all(sides):
        return
    layout.takeAt(gap)
    for side, widgets in enumerate(sides):
        part = QWidget(row)
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(layout.spacing())
        line.addStretch(side)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1 - side)
        layout.addWidget(part, side)
    StackWhenNarrow(row)


def _widgets(layout: QVBoxLayout) -> list[tuple[QWidget, int]]:
    """Give the widgets with their stretch, and take out what is only space between them."""
    places = placed(layout)
    found = [(widget, layout.stretch(at)) for at, widget in places]
    taken = {at for at, _widget in places}
    for at in reversed(range(layout.count())):
        if at not in taken:
            layout.takeAt(at)
    return found


def _is_row_of_buttons(widget: QWidget | None) -> bool:
    if widget is None or not isinstance(widget.layout(), QHBoxLayout):
        return False
    others = (QAbstractScrollArea, QLineEdit, QTabWidget)
    return widget.findChild(QPushButton) is not None and not any(
        widget.findChildren(kind) for kind in others
    )
