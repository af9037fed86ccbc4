"""`Book`: one cell's file; records are read from it in `store.records`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.office_rows import DayOff, Preference, RuleFile
from cellsecretary.core.preferences import overlaid
from cellsecretary.core.rows import Cell
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.ledger import Ledger
from cellsecretary.store.schema import SCHEMA

if TYPE_CHECKING:
    from datetime import date

    from cellsecretary.core.ruleset import RuleSet, RuleSource


class Book(Ledger):
    """The one connection to a book file; records are read in `store.records`."""

    schema = SCHEMA
    suffix = ".chibo"

    @property
    def backup_name(self) -> str:
        """The id of the cell; packets that are taken in may make the book that of another."""
        return str(self.value("select id from cells") or "")

    def _is_begun(self) -> bool:
        return self.cell_or_none() is not None

    def cell_or_none(self) -> Cell | None:
        """Give the cell; None only in a book that was never begun."""
        cells = self.rows(Cell)
        return cells[0] if cells else None

    def cell(self) -> Cell:
        """Give the cell of a book in use; one that lost it is damaged."""
        cell = self.cell_or_none()
        if cell is None:
            raise BookError(Fault.DAMAGED, self.path)
        return cell

    def chain_head(self) -> tuple[int, str]:
        """Give position and hash of the last closed record, (0, "") before the first."""
        with self.reading():
            row = self._db.execute(
                "select position, sha256 from closed_records order by position desc limit 1"
            ).fetchone()
        return (row[0], row[1]) if row else (0, "")

    def rules(self, day: date) -> RuleSet:
        """Give the rules in force on a day, with what this book lays over them.

        That is: the rule files that were accepted, days off, the preferences of the office.
        """
        rules = self.rule_source().on(day)
        days = self.rows(DayOff)
        added, removed = ([row.date for row in days if row.off is off] for off in (True, False))
        rules = replace(rules, days=rules.days.changed(added, removed))
        try:
            return overlaid(rules, self.rows(Preference))
        except ValueError as error:
            fault = Fault.TOO_NEW if self.is_newer else Fault.DAMAGED
            raise BookError(fault, self.path) from error

    def rule_source(self) -> RuleSource:
        """Give the rules of the program with the rule files of this book laid over them."""
        files = self.rows(RuleFile, order="accepted, rowid")
        return self._rules.with_files(tuple((file.name, file.text) for file in files))
