"""What searching a book of thirty years costs, against SQLite's own index of the same texts."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.rows import Row
from benchmarks.thirty_years import PLANTED
from benchmarks.timing import ROUNDS, compare, medians, timed
from cellsecretary.core.search import Wanted, read_query
from cellsecretary.core.vietnamese import fold_long
from cellsecretary.rules import bundled
from cellsecretary.store import Book
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


class Searching:
    """A book of many years read for searching, and an index of FTS5 of the same folded texts."""

    def __init__(self, path: Path) -> None:
        self._book = Book.look(path, bundled())
        self._search = BookSearch(self._book)
        self._search.catch_up()
        self._texts = [text for _, text in self._search.texts()]
        self._index = sqlite3.connect(":memory:")
        self._index.execute("create virtual table texts using fts5(text)")
        folded = ((fold_long(text),) for text in self._texts)
        self._index.executemany("insert into texts values (?)", folded)

    def close(self) -> None:
        """Let go of both."""
        self._index.close()
        self._book.close()

    def row(self, rounds: int = ROUNDS) -> Row:
        """Compare giving the same answer: how many there are, and the texts of the first 50."""
        for kind, phrase in PLANTED.items():
            found = self._search.find(phrase, Wanted(), MOST)
            assert kind in [hit.place.kind for hit in found.hits], phrase
        each = len(QUERIES)
        ours, floor = medians(timed(self._ours, each), timed(self._ranked, each), rounds=rounds)
        what = "search without tone marks over 30 years, a query"
        return Row(what, "raw FTS5 of the same words, texts by rank", 2, ours * 1000, floor * 1000)

    def further(self) -> None:
        """Print the same against the numbers of all rows alone, and what the first one reads."""
        compare("rows", self._ours, self._numbers, len(QUERIES))
        compare("first", lambda: BookSearch(self._book).catch_up(), self._selected)

    def _ours(self) -> None:
        for words in QUERIES:
            self._search.find(words, Wanted(), MOST)

    def _ranked(self) -> None:
        sql = "select rowid, text from texts where texts match ? order by rank limit ?"
        for words in QUERIES:
            self._index.execute(sql, (asked(words), MOST)).fetchall()

    def _numbers(self) -> None:
        for words in QUERIES:
            sql = "select rowid from texts where texts match ?"
            self._index.execute(sql, (asked(words),)).fetchall()

    def _selected(self) -> None:
        assert len(list(self._search.texts())) == len(self._texts)


def searching(book: Path, rounds: int = ROUNDS) -> Row:
    """Give the row of searching."""
    with closing(Searching(book)) as both:
        return both.row(rounds)


def further(book: Path) -> None:
    """Print further figures of searching."""
    with closing(Searching(book)) as both:
        both.further()


def asked(words: str) -> str:
    """Write words as FTS5 asks for them, all of them, the last one begun."""
    query = read_query(words)
    assert query is not None
    return f"{' '.join(query.words)}*"
