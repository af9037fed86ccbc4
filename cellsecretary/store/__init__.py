"""The book of a cell: one SQLite file. sqlite-utils lives in this package only."""

from cellsecretary.store.book import Book
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.ledger import Step

__all__ = ["Book", "BookError", "Fault", "Step"]
