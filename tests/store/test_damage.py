"""A damaged block of a file does no harm, or it is noticed and made good."""

from __future__ import annotations

from contextlib import closing

import pytest

from cellsecretary.core.rows import Guest
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.records import cell_record
from tests.store.test_checking import plant
from tests.torture.damage import damages, read, told

VARIANTS, SEED = 60, 0


@pytest.mark.thorough
def test_damage_anywhere_in_a_file_is_noticed_and_made_good() -> None:
    seen = damages(VARIANTS, SEED)
    assert seen.wrong == [], seen.wrong[0]
    assert seen.outcomes.total() == VARIANTS
    # The variants are those that they are for.
    assert len(seen.outcomes) > 3, told(seen, SEED, 0)


@pytest.mark.parametrize(
    "sql",
    [
        "update meetings set starts = '25:99'",
        "update tasks set helpers = '[' where rowid = 1",
        "update steps set operation = 'never heard of' where step = 3",
        "update steps set words = '{' where step = 3",
        "update closed_records set at = 'yesterday'",
        "update attendance set mark = 'presen', member = 'nobody' where rowid = "
        "(select max(rowid) from attendance)",
        "delete from cells",
    ],
)
def test_a_value_that_is_none_is_damage_to_every_reader(book: Book, sql: str) -> None:
    plant(book.path, sql)
    with closing(Book.look(book.path, bundled()) if "cells" not in sql else book) as looked:
        with pytest.raises(BookError) as wrong:
            list(read(looked))
        assert wrong.value.fault is Fault.DAMAGED


def test_what_goes_wrong_with_a_sound_file_is_a_bug(book: Book) -> None:
    with pytest.raises(ZeroDivisionError), book.reading():
        assert 1 / 0
    with pytest.raises(ValueError, match="nothing"), book.reading():
        raise ValueError("nothing")
    assert cell_record(book).members


def test_a_table_that_lost_a_column_is_damage(book: Book) -> None:
    plant(book.path, "alter table guests rename column role to rolf")
    with closing(Book.look(book.path, bundled())) as looked:
        with pytest.raises(BookError) as wrong:
            looked.rows(Guest)
        assert wrong.value.fault is Fault.DAMAGED
