"""`ListingDialog`: any list of the window as a paper: seen, saved as PDF, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.target import replace_file
from cellsecretary.rules import bundled
from cellsecretary.ui.dialogs.paper import PaperDialog, PaperForm
from cellsecretary.ui.paper_desk import file_name
from cellsecretary.ui.tips import plain_title

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.table import Table
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask, FileKind


class ListingForm(PaperForm):
    """The widgets of the dialog."""

    form = "listing"


class ListingDialog(PaperDialog):
    """Shows a table of plain values, laid out as the rules of the program say.

    It is no official paper; its title and day name the file.
    """

    form: ListingForm

    def __init__(
        self,
        table: Table,
        day: dt.date,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ask, words, parent)
        self._table, self._day = table, day
        self._rules = bundled().on(day)
        self.form = form = ListingForm(self)
        self.setWindowTitle(plain_title(table.title))
        self.begin()
        self.make_anew()
        form.paper_view.setFocus()

    def put(self, paper: bytes | str) -> None:
        """Show the pages; Enter prints them then."""
        super().put(paper)
        if self.form.print_button.isEnabled():
            self.form.print_button.setFocus()

    def made(self) -> bytes | str:
        """Make the pages of the list."""
        # ReportLab takes a quarter of a second to import.
        from cellsecretary.papers.listing import list_pdf

        if not self._table.rows:
            return self.tr("There is nothing in this list: there is nothing to print.")
        return self.beside(lambda: list_pdf(self._table, self._rules))

    def write(self, path: Path, _kind: FileKind) -> None:
        """Write the pages that are shown."""
        assert self._pdf is not None
        replace_file(path, self._pdf)

    def file_stem(self) -> str:
        """Name the file after the list and its day."""
        return file_name(self._table.title, self._day.isoformat())

    def paper_rules(self) -> RuleSet:
        """Give the rules by which the pages were made."""
        return self._rules
