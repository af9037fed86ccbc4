"""Finding words in a book whatever their tone marks, case and đ, and showing where they stand."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import fold, fold_long, spelling_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

EXCERPT = 160
"""About so many letters of a text are shown around the words that were found."""

_BEFORE = 50
_WORD = re.compile(r"[\w\u0300-\u036f]+")


class SearchKind(StrEnum):
    """What a found text belongs to, in the order in which kinds are offered."""

    MINUTES = "minutes"
    OPINION = "opinion"
    TASK = "task"
    DOCUMENT = "document"
    PETITION = "petition"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: its row, its meeting and day where it has one, whom it concerns."""

    kind: SearchKind
    table: str
    row: str
    meeting: str | None
    day: dt.date | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """The words that are looked for, folded; while the last is open it may be the beginning of one.

    `spelled` are the words with their marks where they were typed with any, wherever tones stand.
    """

    words: tuple[str, ...]
    is_open: bool
    spelled: str = ""

    @property
    def phrase(self) -> str:
        """The words as they stand in a text one after the other."""
        return f" {' '.join(self.words)}{'' if self.is_open else ' '}"

    @property
    def parts(self) -> tuple[str, ...]:
        """Each of the words as it stands in a text."""
        *whole, last = self.words
        return (*(f" {word} " for word in whole), f" {last}{'' if self.is_open else ' '}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the places that were found are wanted; None wants all."""

    kind: SearchKind | None = None
    year: int | None = None
    person: str | None = None

    def takes(self, place: Place) -> bool:
        """Tell whether a place is wanted; what has no day is of no year."""
        return (
            (self.kind is None or place.kind is self.kind)
            and (self.year is None or (place.day is not None and place.day.year == self.year))
            and (self.person is None or self.person in place.people)
        )


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text and the spans in it of what was found, each by its begin and end."""

    text: str
    marks: tuple[tuple[int, int], ...]


def read_query(text: str) -> Query | None:
    """Read what is typed; None as long as there is no word in it."""
    folded = fold_long(text)
    words = tuple(_WORD.findall(folded))
    if not words:
        return None
    has_marks = folded != text.casefold()
    return Query(words, folded[-1:].isalnum(), _spelled(text) if has_marks else "")


def is_spelled(text: str, query: Query) -> bool:
    """Tell whether the words stand in a text one after the other with the marks they were typed."""
    return bool(query.spelled) and query.spelled in _spelled(text)


def _spelled(text: str) -> str:
    return f" {' '.join(map(spelling_key, _WORD.findall(text)))} "


class WordIndex:
    """All texts of a book, folded, with the texts that each word stands in.

    A text that was taken out leaves its number behind at its words: what a word leads to is looked
    at before it counts.
    """

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._texts: list[str] = []
        self._days: list[int] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._with: dict[str, list[int]] = {}
        self._words: list[str] = []

    def put(self, place: Place, text: str) -> None:
        """Take in a text, in the place of the one that its row had."""
        self.drop(place.table, place.row)
        words = _WORD.findall(fold_long(text))
        if not words:
            return
        number = len(self._texts)
        self._numbers[place.table, place.row] = number
        self._places.append(place)
        self._days.append((place.day or dt.date.max).toordinal())
        self._texts.append(f" {' '.join(words)} ")
        known = len(self._with)
        for word in set(words):
            self._with.setdefault(word, []).append(number)
        if len(self._with) > known:
            self._words = []

    def drop(self, table: str, row: str) -> None:
        """Take out the text of a row."""
        number = self._numbers.pop((table, row), None)
        if number is not None:
            self._texts[number] = ""

    def find(self, query: Query, wanted: Wanted, most: int) -> tuple[list[Place], int]:
        """Give the first places with all words, and count all.

        Those with the very phrase come first, each newest first; people, who have no day, before
        all others: whoever looks for a name looks for them.
        """
        texts, phrase, parts = self._texts, query.phrase, query.parts
        numbers: Iterable[int] = self._candidates(query)
        for part in parts:
            numbers = [number for number in numbers if part in texts[number]]
        if wanted != EVERYTHING:
            numbers = [number for number in numbers if wanted.takes(self._places[number])]
        exact, loose = list(numbers), []
        if len(parts) > 1:
            exact = [number for number in numbers if phrase in texts[number]]
            known = set(exact)
            loose = [number for number in numbers if number not in known]
        for one in (exact, loose):
            one.sort(key=self._days.__getitem__, reverse=True)
        first = islice((*exact, *loose), most)
        return [self._places[number] for number in first], len(exact) + len(loose)

    def _candidates(self, query: Query) -> Collection[int]:
        """Give the texts with the rarest of the words."""
        *whole, last = query.words
        lists = [self._with.get(word, []) for word in whole]
        if not query.is_open:
            return min((*lists, self._with.get(last, [])), key=len)
        begun = [self._with[word] for word in self._beginning_with(last)]
        rarest = min(lists, key=len, default=None)
        if rarest is not None and len(rarest) <= sum(map(len, begun)):
            return rarest
        return begun[0] if len(begun) == 1 else set().union(*begun)

    def _beginning_with(self, begin: str) -> Iterator[str]:
        if not self._words:
            self._words = sorted(self._with)
        first = bisect_left(self._words, begin)
        following = (self._words[at] for at in range(first, len(self._words)))
        return takewhile(lambda word: word.startswith(begin), following)


def excerpt(text: str, query: Query) -> Excerpt:
    """Give the part of a text around the first mark, on one line."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    text = " · ".join(line for line in lines if line)
    marks = _marks(text, query)
    first = marks[0][0] if marks else 0
    begin, end = 0, len(text)
    if end > EXCERPT:
        if first > _BEFORE:
            begin = text.find(" ", first - _BEFORE, first) + 1 or first
        if begin + EXCERPT < end:
            end = max(text.rfind(" ", begin, begin + EXCERPT), marks[0][1] if marks else 0)
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    moved = len(before) - begin
    inside = tuple((a + moved, b + moved) for a, b in marks if a >= begin and b <= end)
    return Excerpt(f"{before}{text[begin:end]}{after}", inside)


def _marks(text: str, query: Query) -> list[tuple[int, int]]:
    """Give where the phrase stands; where it does not, each of its words."""
    found = [(one.start(), one.end(), fold(one.group())) for one in _WORD.finditer(text)]
    *whole, last = query.words
    size = len(query.words)
    runs = []
    for at in range(len(found) - size + 1):
        words = [word for _, _, word in found[at : at + size]]
        if words[:-1] == whole and _is(words[-1], last, query):
            runs.append((found[at][0], found[at + size - 1][1]))
    if runs:
        return runs
    return [(begin, end) for begin, end, word in found if word in whole or _is(word, last, query)]


def _is(word: str, last: str, query: Query) -> bool:
    return word.startswith(last) if query.is_open else word == last


def marked(part: Excerpt, before: str, after: str) -> str:
    """Write an excerpt with signs around what was found, where colours cannot be."""
    pieces, at = [], 0
    for begin, end in part.marks:
        pieces += [part.text[at:begin], before, part.text[begin:end], after]
        at = end
    return "".join((*pieces, part.text[at:]))
