"""All that a secretary can do is taken back and done again, and the book is the same each time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cellsecretary.store import Book
from cellsecretary.store.ledger import Ledger
from tests.torture.undo import there_and_back

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.change import Changes
    from cellsecretary.store import Step

ACTS, SEED = 400, 0


@pytest.fixture
def path(replayed_file: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(replayed_file, tmp_path / "thon-3.chibo")


@pytest.mark.thorough
def test_whatever_was_done_is_undone_and_redone_to_the_same_book(path: Path) -> None:
    found = there_and_back(path, ACTS, SEED)
    assert found.acts.total() == ACTS
    assert len(found.acts) > 40
    assert found.steps > ACTS * 3 // 4


@pytest.mark.thorough
def test_an_undo_that_forgets_one_row_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Ledger.changes_of

    def forgetful(book: Book, step: Step, *, back: bool) -> Changes:
        found = honest(book, step, back=back)
        if back and len(found.changes) > 3:
            return type(found)(found.act, found.changes[:-1], found.words)
        return found

    monkeypatch.setattr(Book, "changes_of", forgetful)
    with pytest.raises(AssertionError):
        there_and_back(path, 60, SEED)
