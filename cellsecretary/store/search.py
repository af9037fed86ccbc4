"""`BookSearch`: all texts of an open book, found by words, as the book has them now."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.search import (
    Excerpt,
    Place,
    SearchKind,
    Wanted,
    WordIndex,
    excerpt,
    is_spelled,
    read_query,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cellsecretary.core.search import Query
    from cellsecretary.store.book import Book

_FEW = 400
"""So many changed rows are read one by one; after more of them all is read anew."""

_SPELLED = 100
"""So many of the places that were found may come first for their marks."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The texts of a table; the columns are SQL, `people` a JSON list of ids."""

    kind: SearchKind
    table: str
    texts: tuple[str, ...]
    meeting: str = "null"
    day: str = "null"
    people: str = "'[]'"
    where: str = "1"

    @property
    def text(self) -> str:
        """What is searched, one line for each column."""
        return " || char(10) || ".join(f"coalesce({one}, '')" for one in self.texts)


_OF_MEETING = "(select date from meetings where meetings.id = meeting)"
# Who is called otherwise today is still found by the name that the minutes say.
_EARLIER_NAME = "iif(name = (select name from members where members.id = member), '', name)"

_SOURCES = (
    _Source(
        SearchKind.PERSON,
        "members",
        ("name", "post", "card", "phone", "entered_from", "left_to", "left_reason"),
        people="json_array(id)",
    ),
    _Source(
        SearchKind.PERSON,
        "standings",
        ("reason",),
        day="coalesce(since, until)",
        people="json_array(member)",
        where="reason != ''",
    ),
    _Source(
        SearchKind.PERSON,
        "year_reviews",
        ("note",),
        day="year || '-12-31'",
        people="json_array(member)",
        where="note != '' and member is not null",
    ),
    _Source(SearchKind.PERSON, "contacts", ("name", "works_at", "cell", "phone", "note")),
    _Source(SearchKind.PERSON, "guests", ("name", "title"), "meeting", _OF_MEETING),
    _Source(
        SearchKind.MINUTES,
        "meetings",
        ("title", "topic", "place", "off_day_reason", "cancel_reason"),
        "id",
        "date",
        "json_array(chair, minute_taker)",
    ),
    _Source(
        SearchKind.MINUTES,
        "agenda_items",
        ("title", "body", "conclusion", "note", "presenter_other"),
        "meeting",
        _OF_MEETING,
        "json_array(presenter)",
    ),
    _Source(
        SearchKind.MINUTES,
        "attendance",
        ("reason", _EARLIER_NAME),
        "meeting",
        _OF_MEETING,
        "json_array(member)",
        f"(reason != '' or {_EARLIER_NAME} != '')",
    ),
    _Source(SearchKind.MINUTES, "votes", ("question",), "meeting", _OF_MEETING),
    _Source(SearchKind.MINUTES, "corrections", ("text",), "meeting", _OF_MEETING),
    _Source(SearchKind.MINUTES, "reopenings", ("reason",), "meeting", _OF_MEETING),
    _Source(SearchKind.MINUTES, "receipts", ("remark",), "meeting", _OF_MEETING),
    _Source(
        SearchKind.OPINION,
        "opinions",
        ("speaker_other", "text"),
        "meeting",
        _OF_MEETING,
        "json_array(speaker)",
    ),
    _Source(SearchKind.DOCUMENT, "documents", ("title", "number"), "meeting", "date"),
    _Source(
        SearchKind.TASK,
        "tasks",
        ("what", "product", "unit", "code"),
        "meeting",
        "given",
        "json_insert(helpers, '$[#]', lead)",
    ),
    _Source(
        SearchKind.TASK,
        "reviews",
        ("note",),
        "meeting",
        _OF_MEETING,
        "json_array(second_reader, (select lead from tasks where tasks.id = task))",
        "note != ''",
    ),
    _Source(
        SearchKind.PETITION,
        "petitions",
        ("text", "source", "concerns", "addressee", "answer"),
        "meeting",
        _OF_MEETING,
    ),
)

# What is told of a row hangs on rows of other tables too: its day, its people.
_HANGING = {
    "tasks": {"reviews": "task"},
    "members": {"attendance": "member"},
    "meetings": {one.table: "meeting" for one in _SOURCES if one.day == _OF_MEETING},
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found, and all that stands there."""

    place: Place
    text: str
    query: Query

    @property
    def excerpt(self) -> Excerpt:
        """The part of the text around what was found; made for those alone that are seen."""
        return excerpt(self.text, self.query)


@dataclass(frozen=True, slots=True)
class Found:
    """The first of the places that were found, and how many there are."""

    hits: tuple[Hit, ...] = ()
    count: int = 0


class BookSearch:
    """Reads all texts at the first question, afterwards what was changed since the one before."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._index = WordIndex()
        self._read_to: tuple[int, str] | None = None

    def find(self, text: str, wanted: Wanted, most: int) -> Found:
        """Give the first places with the words of a text, and count all.

        Whoever types marks is shown first what has the same: Hòa before hoa and hóa.
        """
        query = read_query(text)
        with self._book.reading():
            self.catch_up()
            if query is None:
                return Found()
            looked_at = max(most, _SPELLED) if query.spelled else most
            places, count = self._index.find(query, wanted, looked_at)
            texts = self._texts_of(places)
        hits = [Hit(place, texts[place.table, place.row], query) for place in places]
        if query.spelled:
            hits.sort(key=lambda hit: not is_spelled(hit.text, query))
        return Found(tuple(hits[:most]), count)

    def catch_up(self) -> None:
        """Read what was changed since the last question: all of a book that is not known yet."""
        head = self._book.head()
        if head == self._read_to:
            return
        changed = self._changed()
        if changed is None:
            self._index = WordIndex()
            for place, text in self.texts():
                self._index.put(place, text)
        else:
            for source in _SOURCES:
                for row in changed.get(source.table, ()):
                    self._index.drop(source.table, row)
                for place, text in self._some(source, changed.get(source.table, ())):
                    self._index.put(place, text)
        self._read_to = head

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Give every text of the book as it is now, with its place."""
        for source in _SOURCES:
            yield from self._rows(source, "1")

    def _changed(self) -> dict[str, set[str]] | None:
        """Give the rows that were changed since, by table; None where all is to be read."""
        if self._read_to is None or self._book.hash_of(self._read_to[0]) != self._read_to[1]:
            return None
        sql = 'select distinct "table", row from changes where step > ? limit ?'
        found = self._book.connection.execute(sql, (self._read_to[0], _FEW + 1)).fetchall()
        if len(found) > _FEW:
            return None
        rows: dict[str, set[str]] = {}
        for changed, row in found:
            rows.setdefault(changed, set()).add(row)
            for table, name in _HANGING.get(changed, {}).items():
                sql = f"select id from [{table}] where [{name}] = ?"
                rows.setdefault(table, set()).update(self._book.values(sql, row))
        return rows

    def _texts_of(self, places: Sequence[Place]) -> dict[tuple[str, str], str]:
        """Give the texts of places as the book has them."""
        return {
            (source.table, place.row): text
            for source in _SOURCES
            for place, text in self._some(
                source, [one.row for one in places if one.table == source.table]
            )
        }

    def _some(self, source: _Source, rows: Iterable[str]) -> Iterator[tuple[Place, str]]:
        wanted = json.dumps(list(rows))
        if wanted != "[]":
            yield from self._rows(source, "id in (select value from json_each(?))", wanted)

    def _rows(self, source: _Source, where: str, *values: str) -> Iterator[tuple[Place, str]]:
        sql = (
            f"select id, {source.meeting}, {source.day}, {source.people}, {source.text} "
            f"from [{source.table}] where {source.where} and {where}"
        )
        found = self._book.connection.execute(sql, values)
        for row, meeting, day, people, text in found:
            at = dt.date.fromisoformat(day) if day else None
            named = tuple(one for one in json.loads(people) if one)
            yield Place(source.kind, source.table, row, meeting, at, named), text
