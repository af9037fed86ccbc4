"""Keeping in view, in a scrolling page, the place where somebody types."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from cellsecretary.ui.theme import current_theme


class FocusInView(QObject):
    """Scrolls an area to the widget with the focus, and along with the cursor in a long text.

    Each area of a form has one: Qt itself does so only when Tab leaves another widget of the area.
    """

    @classmethod
    def of(cls, area: QScrollArea) -> FocusInView:
        """Give the one of an area, made when it has none."""
        return area.findChild(cls) or cls(area)

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._field: QPlainTextEdit | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def _page(self) -> QWidget:
        page = self._area.widget()
        assert page is not None
        return page

    def shows(self, widget: QWidget) -> bool:
        """Tell whether a widget is in the area."""
        return self._page.isAncestorOf(widget)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll to a widget; of one higher than the area, to its upper end."""
        page = self._page
        # What was just added or shown has no place yet.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        top = widget.mapTo(page, QPoint(0, 0)).y()
        height = min(widget.height(), self._area.viewport().height())
        self._show(top, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a field that grows while it is typed in."""
        if event.type() == QEvent.Type.Resize and watched is self._field:
            self._show_cursor()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The focus also moves while a window and its areas are being destroyed.
        if not isValid(self._area):
            return
        self._let_go()
        if new is None or not self._page.isAncestorOf(new):
            return
        self.show_widget(new)
        if isinstance(new, QPlainTextEdit):
            self._field = new
            new.installEventFilter(self)
            new.cursorPositionChanged.connect(self._show_cursor)
            new.destroyed.connect(self._forget)

    def _let_go(self) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.cursorPositionChanged.disconnect(self._show_cursor)
            self._field.destroyed.disconnect(self._forget)
            self._field = None

    def _forget(self) -> None:
        self._field = None

    def _show_cursor(self) -> None:
        if self._field is None:
            return
        line = self._field.cursorRect()
        place = self._field.viewport().mapTo(self._page, line.topLeft())
        self._show(place.y(), line.height())

    def _show(self, top: int, height: int) -> None:
        if QApplication.mouseButtons():
            # What moves between press and release of the mouse is missed by the click.
            return
        margin = current_theme().space(3)
        centre = top + height // 2
        self._area.ensureVisible(0, centre, 0, height // 2 + margin)
