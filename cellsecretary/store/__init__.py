"""The book of a cell: one SQLite file. sqlite-utils lives in this package only."""

# Before sqlite-utils is imported anywhere: it takes the SQLite that it finds then.
from cellsecretary.store.engine import CAN_ENCRYPT  # isort: skip
from cellsecretary.store.book import Book
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.ledger import Step

__all__ = ["CAN_ENCRYPT", "Book", "BookError", "Fault", "Step"]
