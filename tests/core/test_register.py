"""The register tells which numbers of documents are missing."""

from __future__ import annotations

import datetime as dt

import pytest

from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Document
from tests.papers import records

TERM = records.cell().term_start


def document(number: int, kind: DocumentType, day: dt.date) -> Document:
    return Document(f"{kind}{number}{day}", None, kind, number, "", day)


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ((), []),
        ((12,), []),
        ((1, 2, 3), []),
        ((12, 14, 13), []),
        ((12, 14), [[13]]),
        ((3, 9, 5), [[4], [6, 7, 8]]),
    ],
)
def test_missing_numbers_lie_between_known_ones(
    numbers: tuple[int, ...], missing: list[list[int]]
) -> None:
    documents = tuple(document(number, DocumentType.RESOLUTION, TERM) for number in numbers)
    register = CellRecord(records.cell(), documents=documents)
    found = register.missing_document_numbers(DocumentType.RESOLUTION)
    assert [list(run) for run in found] == missing


def test_other_types_and_terms_fill_no_gap_and_make_none() -> None:
    before = TERM - dt.timedelta(days=1)
    documents = (
        document(1, DocumentType.RESOLUTION, before),
        document(5, DocumentType.RESOLUTION, TERM),
        document(6, DocumentType.RESOLUTION, before),
        document(6, DocumentType.REPORT, TERM),
        document(7, DocumentType.RESOLUTION, TERM),
    )
    register = CellRecord(records.cell(), documents=documents)
    assert register.missing_document_numbers(DocumentType.RESOLUTION) == (range(6, 7),)
    assert register.missing_document_numbers(DocumentType.REPORT) == ()
