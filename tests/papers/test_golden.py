"""Every paper of the practice cell says what was read and found good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cellsecretary.papers.catalogue import FORMS
from tests.papers import golden_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.store import Book


@pytest.fixture(scope="module")
def practice() -> Iterator[Book]:
    book = golden_texts.two_meetings()
    yield book
    book.close()


@pytest.mark.parametrize("form", FORMS)
def test_the_paper_says_what_it_said(practice: Book, form: str) -> None:
    said = (golden_texts.FOLDER / f"{form}.txt").read_text(encoding="utf-8")
    # Where lines end is a matter of the layout, which has tests of its own.
    assert golden_texts.texts(practice, form).split() == said.split()


def test_there_is_no_golden_text_without_its_paper() -> None:
    assert {path.stem for path in golden_texts.FOLDER.glob("*.txt")} == set(FORMS)
