"""What a superior sent back and the book keeps: receipts with remarks, and directives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cellsecretary.core.reply import DirectiveKind


@dataclass(frozen=True, slots=True)
class Receipt:
    """That the superior has a meeting since `received`, and what it remarked on it.

    `revision` is the newest version that came, 0 where only paper did. One for each meeting.
    """

    id: str
    meeting: str
    revision: int
    received: dt.date
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """A document or topic to disseminate, or the theme of a quarter; its id is the superior's.

    It holds from `first` to `last`, both included, unless it is `withdrawn`.
    """

    id: str
    kind: DirectiveKind
    title: str
    first: dt.date
    last: dt.date
    number: str = ""
    issued: dt.date | None = None
    withdrawn: bool = False

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether it holds on a day."""
        return self.first <= day <= self.last and not self.withdrawn
