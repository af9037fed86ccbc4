"""`PaperView`: a paper on the screen, page below page, as wide as the view or nearer."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from cellsecretary.ui.announcing import announce
from cellsecretary.ui.paper_pages import PaperPages
from cellsecretary.ui.theme import current_theme, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPaintEvent, QResizeEvent

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
"""Steps in percent of the width of the view."""
KEPT_IMAGES = 4


class PaperView(QAbstractScrollArea):
    """Shows a PDF; `moved` tells that another page, number of pages or zoom is shown.

    PageUp, PageDown and the arrows scroll, Home and End go to the first and the last page, plus
    and minus zoom.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PaperPages | None = None
        self._zoom = 100
        self._boxes: list[QRect] = []
        self._images: dict[tuple[int, int], QImage] = {}
        self._page = 0
        set_role(self, "desk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The bar is always there: one that comes and goes would change the width it depends on.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._note_place)
        app = QApplication.instance()
        assert app is not None
        # Its library complains of papers that are still open when Python goes.
        app.aboutToQuit.connect(self.clear)

    @property
    def page_count(self) -> int:
        """How many pages the paper has."""
        return len(self._boxes)

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def zoom(self) -> int:
        """The width of a page in percent of the width of the view."""
        return self._zoom

    @property
    def can_zoom_in(self) -> bool:
        """Whether the paper can be shown larger."""
        return self.page_count > 0 and self._zoom < ZOOMS[-1]

    @property
    def can_zoom_out(self) -> bool:
        """Whether the paper can be shown smaller."""
        return self.page_count > 0 and self._zoom > ZOOMS[0]

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper, at the place where the one before was left."""
        place = self._place()
        self._take(PaperPages(pdf))
        self._go_to(place)
        self._tell()

    def clear(self) -> None:
        """Show no paper; the next one begins at its top."""
        self._take(None)
        self.verticalScrollBar().setValue(0)
        self._tell()

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page, from 0."""
        if 0 <= page < len(self._boxes):
            self._go_to((page, 0.0))

    def zoom_in(self) -> None:
        """Show the paper one step larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Show the paper one step smaller."""
        self._zoom_by(-1)

    def text(self) -> str:
        """Give the words of the page in view."""
        return self._pages.text(self._page) if self._pages else ""

    # Pages and places

    def _take(self, pages: PaperPages | None) -> None:
        if self._pages is not None:
            self._pages.close()
        self._pages = pages
        self._images.clear()
        self._lay_out()

    def _zoom_by(self, steps: int) -> None:
        place = ZOOMS.index(self._zoom) + steps
        if not 0 <= place < len(ZOOMS):
            return
        at = self._place()
        self._zoom = ZOOMS[place]
        self._lay_out()
        self._go_to(at)
        self._tell()

    def _lay_out(self) -> None:
        """Put the pages below each other, in the middle of the width."""
        theme = current_theme()
        edge = theme.space(4)
        room = self.viewport().width()
        width = max((room - 2 * edge) * self._zoom // 100, 1)
        self._boxes = []
        top = edge
        for size in self._pages.sizes if self._pages else []:
            height = round(width * size.height() / size.width())
            self._boxes.append(QRect(max((room - width) // 2, edge), top, width, height))
            top += height + theme.space(3)
        below = top - theme.space(3) + edge - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height() - theme.grown(40))
        bar.setSingleStep(theme.grown(40))
        bar.setRange(0, max(below, 0) if self._boxes else 0)
        across = self.horizontalScrollBar()
        across.setPageStep(room)
        across.setSingleStep(theme.grown(40))
        beyond = max(width + 2 * edge - room, 0) if self._boxes else 0
        across.setRange(0, beyond)
        across.setValue(beyond // 2)
        self.viewport().update()

    def _place(self) -> tuple[int, float]:
        """Give the page at the top of the view, and how much of it is above."""
        if not self._boxes:
            return (0, 0.0)
        top = self.verticalScrollBar().value() + current_theme().space(4)
        page = max(bisect_right([box.top() for box in self._boxes], top) - 1, 0)
        box = self._boxes[page]
        return (page, (top - box.top()) / box.height())

    def _go_to(self, place: tuple[int, float]) -> None:
        if not self._boxes:
            return
        page, above = place
        box = self._boxes[min(page, len(self._boxes) - 1)]
        top = box.top() + round(above * box.height()) - current_theme().space(4)
        self.verticalScrollBar().setValue(top)
        self._note_place()

    def _note_place(self) -> None:
        """Find the page that the middle of the view shows."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = max(bisect_right([box.top() for box in self._boxes], middle) - 1, 0)
        if page != self._page:
            self._page = page
            self._tell()
            if self.hasFocus():
                announce(self, self._place_text())

    def _tell(self) -> None:
        spoken = f"{self._place_text()}\n{self.text()}" if self._boxes else ""
        self.setAccessibleDescription(spoken)
        self.moved.emit()

    def _place_text(self) -> str:
        text = self.tr("Page {page} of {count}")
        return text.format(page=self._page + 1, count=self.page_count)

    def _image(self, page: int) -> QImage:
        """Give the picture of a page as sharp as the screen is; a few are kept."""
        assert self._pages is not None
        ratio = self.devicePixelRatioF()
        width = round(self._boxes[page].width() * ratio)
        image = self._images.pop((page, width), None)
        if image is None:
            image = self._pages.image(page, width / self._pages.sizes[page].width())
            image.setDevicePixelRatio(ratio)
        self._images[page, width] = image
        while len(self._images) > KEPT_IMAGES:
            del self._images[next(iter(self._images))]
        return image

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk and the pages that lie in view."""
        theme = current_theme()
        viewport = self.viewport()
        painter = QPainter(viewport)
        painter.fillRect(event.rect(), theme.colour("desk"))
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.setPen(theme.colour("field_line"))
        for page, box in enumerate(self._boxes):
            place = box.translated(-shift)
            if place.intersects(event.rect()):
                painter.drawImage(place.topLeft(), self._image(page))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            inset = theme.focus_width / 2
            painter.setPen(QPen(theme.colour("focus"), theme.focus_width))
            painter.drawRect(QRectF(viewport.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom by keyboard."""
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to_page(0)
            case Qt.Key.Key_End:
                self.go_to_page(self.page_count - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width, the same words still in view."""
        place = self._place()
        super().resizeEvent(event)
        self._lay_out()
        self._go_to(place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
