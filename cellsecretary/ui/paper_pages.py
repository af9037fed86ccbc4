"""`PaperPages`: the pages of a PDF as images and as text, for the screen and for the printer."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72


class PaperPages:
    """The pages of one PDF, numbered from 0; `sizes` are in points."""

    def __init__(self, pdf: bytes) -> None:
        # Its library takes a while to load, so it waits for the first paper.
        import pypdfium2

        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = [QSizeF(*self._document.get_page_size(n)) for n in range(len(self._document))]

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, page: int, scale: float) -> QImage:
        """Render a page; at scale 1 a point is a pixel."""
        leaf = self._document[page]
        bitmap = leaf.render(scale=scale, prefer_bgrx=True)
        shown = QImage(
            memoryview(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        # The image above lies in the memory of the bitmap, which ends with this call.
        image = shown.copy()
        bitmap.close()
        leaf.close()
        return image

    def text(self, page: int) -> str:
        """Give the words of a page."""
        leaf = self._document[page]
        words = leaf.get_textpage()
        text = str(words.get_text_bounded())
        words.close()
        leaf.close()
        return text

    def close(self) -> None:
        """Let go of the PDF."""
        self._document.close()
