"""A cell that goes on for many years: its members who come and go, its terms, its days."""

from __future__ import annotations

import datetime as dt
import itertools
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

from benchmarks import village_words as words
from cellsecretary.core.kinds import CellKind, Leaving, MeetingKind, Sex, Shift
from cellsecretary.core.life_rows import PostSpan, Term
from cellsecretary.core.record import is_in_cell
from cellsecretary.core.rows import Cell, Member

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMBERS, LAST = 60, dt.date(2026, 11, 3)
MEETINGS_A_YEAR = 16
POSTS = ("Bí thư", "Phó bí thư", "Chi ủy viên")
EVENING = dt.time(19, 30)
_TERM_YEARS = 5
_LONGEST = 365 * 45


class LongCell:
    """A cell in so many years up to `LAST`; the same years and seed give the same cell."""

    def __init__(self, years: int, seed: int, planted: str) -> None:
        self._chance = Random(f"cell {seed}")
        self.days = _days(years)
        self.first = self.days[0][0]
        self.members = tuple(self._members(planted))

    @cached_property
    def cell(self) -> Cell:
        """The cell, in the last of its terms."""
        return Cell(
            "cell",
            "Chi bộ thôn Nà Đình",
            CellKind.VILLAGE,
            "Đảng ủy xã Khuôn Hà",
            "xã Khuôn Hà",
            "Nhà văn hóa thôn Nà Đình",
            LAST.day,
            EVENING,
            Shift.NONE,
            self._terms[-1],
        )

    def terms(self) -> Iterator[Term | PostSpan]:
        """Give the terms, and who held which post in each."""
        ends = [since - dt.timedelta(days=1) for since in self._terms[1:]]
        for since, until in itertools.zip_longest(self._terms, ends):
            yield Term(f"term-{since.year}", since, until)
            for member, post in self._posts[since].items():
                yield PostSpan(f"post-{since.year}-{member}", member, post, since, until)

    def term_of(self, day: dt.date) -> dt.date:
        """Give the first day of the term that a day is in."""
        return max(since for since in self._terms if since <= day)

    def post(self, member: str, day: dt.date) -> str:
        """Give the post of a member on a day, empty for none."""
        return self._posts[self.term_of(day)].get(member, "")

    @cached_property
    def _terms(self) -> list[dt.date]:
        years = range(LAST.year - 1, self.first.year, -_TERM_YEARS)
        return [dt.date(year, 1, 1) for year in (self.first.year, *reversed(years))]

    @cached_property
    def _posts(self) -> dict[dt.date, dict[str, str]]:
        """Give by term who holds which post: members who are there from its first to its last."""
        found = {}
        for since, until in itertools.zip_longest(self._terms, self._terms[1:], fillvalue=LAST):
            begin = max(since, self.first)
            staying = [
                one.id for one in self.members if is_in_cell(one, begin) and is_in_cell(one, until)
            ]
            found[since] = dict(zip(staying[since.year % 7 :], POSTS, strict=False))
        return found

    def _members(self, planted: str) -> Iterator[Member]:
        """Give all who ever were in the register; for each who leaves another one comes."""
        entered: list[dt.date | None] = [None] * MEMBERS
        for number in itertools.count(1):
            if number > len(entered):
                return
            yield (made := self._member(number, entered[number - 1], planted))
            if made.left is not None:
                entered.append(made.left)

    def _member(self, number: int, entered: dt.date | None, planted: str) -> Member:
        chance = self._chance
        is_woman = chance.random() < 0.4
        names = (words.FAMILIES, words.MIDDLES[is_woman], words.GIVEN)
        name = " ".join(chance.choice(one) for one in names)
        came = entered or self.first - dt.timedelta(days=chance.randint(1, 9000))
        left = (entered or self.first) + dt.timedelta(days=chance.randint(400, _LONGEST))
        goes = left <= LAST
        return Member(
            f"p{number}",
            number,
            planted if number == MEMBERS // 2 else name,
            sex=Sex.FEMALE if is_woman else Sex.MALE,
            born=came - dt.timedelta(days=chance.randint(8000, 16000)),
            joined=came - dt.timedelta(days=800),
            official=came - dt.timedelta(days=400),
            card=str(chance.randint(10_000_000, 99_999_999)),
            phone=f"09{chance.randint(10_000_000, 99_999_999)}",
            entered=entered,
            left=left if goes else None,
            left_reason="Chuyển nơi ở" if goes else "",
            leaving=Leaving.TRANSFERRED if goes else None,
            left_to="Chi bộ tổ dân phố 9" if goes else "",
        )


def _days(years: int) -> list[tuple[dt.date, MeetingKind]]:
    """Give day and kind of each meeting: one a month, and four more a year."""
    found = []
    for year, month in itertools.product(range(LAST.year - years, LAST.year + 1), range(1, 13)):
        thematic = month % 3 == 0
        kind = MeetingKind.REGULAR_THEMATIC if thematic else MeetingKind.REGULAR
        found.append((dt.date(year, month, LAST.day), kind))
        if thematic:
            kind = MeetingKind.EXTRAORDINARY if month < 12 else MeetingKind.YEARLY_REVIEW
            found.append((dt.date(year, month, 18), kind))
    return [one for one in found if one[0] <= LAST][-years * MEETINGS_A_YEAR :]
