"""The book of a cell: one SQLite file. sqlite-utils lives in this package only."""

from cellsecretary.store.book import Book, Step
from cellsecretary.store.errors import BookError, Fault

__all__ = ["Book", "BookError", "Fault", "Step"]
