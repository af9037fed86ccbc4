"""Printers for tests: one that leaves a file, and none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from cellsecretary.ui.print_job import PrintJob

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class FilePrinting(PrintJob):
    """A printer in the house whose paper is a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def has_printer(self) -> bool:
        return True

    def choose_printer(self, parent: QWidget, start: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        start(printer)


class NoPrinting(PrintJob):
    def has_printer(self) -> bool:
        return False
