"""What tasks bring that can be counted: how much of it is there, and the sum of like units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import Result
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.rows import Review, Task
    from cellsecretary.core.task_history import TaskHistory

_BEGINNING = re.compile(
    r"(?:\d+\s*/\s*)?(?P<amount>\d{1,3}(?:\.\d{3})+|\d+)\s*(?P<rest>[^\W\d_].*)", re.DOTALL
)
_END = re.compile(r"[,;:.(–]")
_SYMBOL = re.compile(r"[bcdfghjklmnpqrstvwxz]+[²³23]?", re.IGNORECASE)
"""A sign of measure as m, km or kg: no word of Vietnamese is without a vowel."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a unit."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class ProductSum:
    """All products of one unit: of how many tasks, how much is there, and how much is to be."""

    unit: str
    tasks: int
    achieved: int
    amount: int

    @property
    def percent(self) -> float | None:
        """The share that is there, 100 at most."""
        return percent_of(min(self.achieved, self.amount), self.amount)


def proposed_amount(product: str, units: Iterable[str] = ()) -> Amount | None:
    """Read the number that a product begins with and its unit; None where it begins with none.

    A unit that is in use is known again. Else it is a sign of measure, or all of a short text, or
    the first word.
    """
    match = _BEGINNING.match(product.strip())
    if match is None:
        return None
    count = int(match["amount"].replace(".", ""))
    words = _END.split(tidy_line(match["rest"]), maxsplit=1)[0].split()
    if count < 1 or not words:
        return None
    for known in sorted(units, key=len, reverse=True):
        length = len(known.split())
        if length and " ".join(words[:length]).casefold() == known.casefold():
            return Amount(count, known)
    short = len(words) <= 2 and not _SYMBOL.fullmatch(words[0])
    return Amount(count, " ".join(words) if short else words[0])


def achieved_of(task: Task, review: Review | None) -> int:
    """Tell how much of a task's amount is there by a result; what is done is there as a whole."""
    if review is None:
        return 0
    if review.achieved is not None:
        return review.achieved
    return task.amount or 0 if review.result is Result.DONE else 0


def is_reached(task: Task, review: Review | None) -> bool:
    """Tell whether all of a task's amount is there, so that it may be called done."""
    return task.amount is not None and achieved_of(task, review) >= task.amount


def product_sums(histories: Iterable[TaskHistory]) -> tuple[ProductSum, ...]:
    """Add up what tasks bring, by unit, in the order in which the units come; the newest counts."""
    sums: dict[str, ProductSum] = {}
    for history in histories:
        task = history.task
        if task.amount is None:
            continue
        key = task.unit.casefold()
        before = sums.get(key, ProductSum(task.unit, 0, 0, 0))
        newest = history.findings[-1].review if history.findings else None
        sums[key] = ProductSum(
            before.unit,
            before.tasks + 1,
            before.achieved + achieved_of(task, newest),
            before.amount + task.amount,
        )
    return tuple(sums.values())


def units_of(tasks: Iterable[Task]) -> tuple[str, ...]:
    """Give the units in use, each once."""
    return tuple(dict.fromkeys(task.unit for task in tasks if task.unit))
