"""What the operations of core are asked about: the replayed book, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, OCTOBER, record_of

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.store import Book


@pytest.fixture
def register(book: Book) -> CellRecord:
    """Give the cell with its register."""
    return cell_record(book)


@pytest.fixture
def november(book: Book) -> MeetingRecord:
    """Give the open meeting."""
    return record_of(book, NOVEMBER)


@pytest.fixture
def october(book: Book) -> MeetingRecord:
    """Give the closed meeting."""
    return record_of(book, OCTOBER)
