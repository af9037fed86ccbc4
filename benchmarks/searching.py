"""What searching a book of thirty years costs, against SQLite's own index of the same texts."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.thirty_years import PLANTED, drawn_book
from benchmarks.timing import compare
from cellsecretary.core.search import Wanted, read_query
from cellsecretary.core.vietnamese import fold_long
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.search import BookSearch

if TYPE_CHECKING:
    from pathlib import Path

MOST = 50
QUERIES = (
    *("h", "ho", "hop", "hop c", "họp chi bộ"),
    *("đường", "đường liên thôn", "xi măng", "Khe Lau", "hòa giải", "HOÀ", "nguyen thi"),
    *("kiến nghị với đảng ủy xã", "bo chi", "ngap truoc tet", "không có ở đâu"),
    *PLANTED.values(),
)
"""Words as they are typed: begun, whole, rare, frequent, not there."""


def searching(folder: Path) -> None:
    """Compare looking for words with FTS5, and reading all texts with a bare SELECT."""
    path = folder / "thirty.chibo"
    with closing(drawn_book(path)) as book, closing(sqlite3.connect(":memory:")) as floor:
        search = BookSearch(book)
        search.catch_up()
        for kind, phrase in PLANTED.items():
            found = search.find(phrase, Wanted(), MOST)
            assert [hit.place.kind for hit in found.hits] == [kind], phrase
        texts = [text for _, text in search.texts()]
        floor.execute("create virtual table texts using fts5(text)")
        folded = ((fold_long(text),) for text in texts)
        floor.executemany("insert into texts values (?)", folded)

        def ours() -> None:
            for words in QUERIES:
                search.find(words, Wanted(), MOST)

        def bare() -> None:
            for words in QUERIES:
                floor.execute(
                    "select rowid, text from texts where texts match ? order by rank limit ?",
                    (asked(words), MOST),
                ).fetchall()

        compare("search", ours, bare, len(QUERIES))

        def numbers() -> None:
            for words in QUERIES:
                sql = "select rowid from texts where texts match ?"
                floor.execute(sql, (asked(words),)).fetchall()

        compare("rows", ours, numbers, len(QUERIES))

        def read() -> None:
            BookSearch(book).catch_up()

        def selected() -> None:
            assert len(list(search.texts())) == len(texts)

        compare("first", read, selected)


def asked(words: str) -> str:
    """Write words as FTS5 asks for them, all of them, the last one begun."""
    query = read_query(words)
    assert query is not None
    return f"{' '.join(query.words)}*"
