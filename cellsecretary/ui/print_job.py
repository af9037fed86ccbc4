"""`PrintJob`: a paper on a printer that the user chooses."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from cellsecretary.ui.long_work import Cancelled, LongWork
from cellsecretary.ui.paper_pages import POINTS_PER_INCH, PaperPages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSizeF
    from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300
SPOOLER = "/run/cups/cups.sock"
"""The file through which Linux prints; without it CUPS would look for a spooler by the network."""


class PrintJob:
    """Chooses a printer and puts papers on it; tests choose another way."""

    def has_printer(self) -> bool:
        """Tell whether there is a printer at all; Qt calls its printer valid without one."""
        _stay_on_this_computer()
        return bool(QPrinterInfo.availablePrinterNames())

    def choose_printer(self, parent: QWidget, start: Callable[[QPrinter], None]) -> None:
        """Ask for printer, copies and pages, then hand the printer on."""
        _stay_on_this_computer()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_a4())
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda answer: start(printer) if answer else None)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def prints_both_sides(self, printer: QPrinter) -> bool:
        """Tell whether the user chose to have backs printed too."""
        return printer.duplex() is not QPrinter.DuplexMode.DuplexNone

    def print_pdf(
        self,
        pdf: bytes,
        name: str,
        printer: QPrinter,
        back: float = 0,
        over: QWidget | None = None,
    ) -> bool:
        """Print the chosen pages on A4 at their true size; False when the printer does not take it.

        Pages that lie across are printed across. `name` is what the printer's queue shows. `back`
        is how far upright backs move to the right, in points, so that the wide margin lies on the
        side where sheets are bound. `over` is the window in which `Cancelled` can be asked for: of
        what the printer was given by then it lets go.
        """
        printer.setDocName(name)
        pages = PaperPages(pdf)
        chosen = _chosen(printer, len(pages))
        printer.setPageLayout(_a4())
        printer.setFullPage(True)
        printer.setResolution(DOTS_PER_INCH)
        if chosen:
            printer.setPageOrientation(_orientation(pages.sizes[chosen[0]]))
        painter = QPainter()
        if not painter.begin(printer):
            pages.close()
            return False
        work = LongWork(over, QCoreApplication.translate("PrintJob", "Printing…"), can_cancel=True)
        try:
            with work.in_steps():
                return self._print_pages(pages, chosen, printer, painter, back, work)
        except Cancelled:
            printer.abort()
            raise
        finally:
            painter.end()
            pages.close()

    def _print_pages(
        self,
        pages: PaperPages,
        chosen: range,
        printer: QPrinter,
        painter: QPainter,
        back: float,
        work: LongWork,
    ) -> bool:
        mirrored = self.prints_both_sides(printer)
        for place, page in enumerate(chosen):
            work.step(place, len(chosen))
            # What is said of a page has to be said before it begins.
            printer.setPageOrientation(_orientation(pages.sizes[page]))
            if place and not printer.newPage():
                return False
            size = pages.sizes[page] * printer.resolution() / POINTS_PER_INCH
            image = pages.image(page, DOTS_PER_INCH / POINTS_PER_INCH)
            moves = mirrored and place % 2 and size.height() > size.width()
            left = back * printer.resolution() / POINTS_PER_INCH if moves else 0
            painter.drawImage(QRectF(left, 0, size.width(), size.height()), image)
        return True


def _a4() -> QPageLayout:
    # The paper has its own margins.
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
    )


def _orientation(size: QSizeF) -> QPageLayout.Orientation:
    across = size.width() > size.height()
    return QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait


def _stay_on_this_computer() -> None:
    if sys.platform == "linux":
        # Whoever set it knows of another way to the printers.
        os.environ.setdefault("CUPS_SERVER", SPOOLER)


def _chosen(printer: QPrinter, count: int) -> range:
    """Give the pages to print, from 0."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(printer.fromPage() - 1, min(printer.toPage() or count, count))
