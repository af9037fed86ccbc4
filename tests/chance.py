"""Words, days and choices by chance, and what somebody who chooses by chance wishes for."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from cellsecretary.core.change import Answer, Context

T = TypeVar("T")

WORDS = "đường ngõ xóm nhà ông Thuận còn bốn mươi mét chưa có rãnh thoát nước, chi bộ thống nhất"
FIRST_DAY, DAYS = dt.date(2026, 9, 1), 240


@dataclass(frozen=True, slots=True)
class Wish:
    """What the secretary wants to do: an operation, and what it is given."""

    operation: Callable[..., Answer]
    subject: object
    args: tuple[Any, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    def answer(self, ctx: Context) -> Answer:
        """Give what the operation says."""
        return self.operation(self.subject, ctx, *self.args, **self.more)


def wish(
    operation: Callable[..., Answer],
    subject: object,
    *args: Any,  # noqa: ANN401 - whatever an operation takes
    **more: Any,  # noqa: ANN401
) -> Wish:
    """Put a wish together as the call of the operation would be."""
    return Wish(operation, subject, args, more)


class Chance:
    """Chooses; the same seed chooses the same."""

    def __init__(self, chance: random.Random) -> None:
        self.random = chance
        self._count = itertools.count(1)

    def one(self, given: Sequence[T]) -> T | None:
        return self.random.choice(given) if given else None

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def text(self, most: int = 12) -> str:
        words = WORDS.split()
        return " ".join(self.random.choice(words) for _ in range(self.random.randint(1, most)))

    def day(self) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=self.random.randrange(DAYS))

    def number(self) -> int:
        return next(self._count)

    def id(self, given: Sequence[Any]) -> str | None:
        found = self.one(given)
        return found.id if found is not None else None
