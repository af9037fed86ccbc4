"""What was done in plain words: the lines of the history, and what one of them changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from textwrap import shorten
from typing import TYPE_CHECKING

from cellsecretary.core.board.differences import CUT, How, changed_part
from cellsecretary.core.preferences import NAMES, RANGES
from cellsecretary.core.table import Column, Entry, Line, Table
from cellsecretary.core.trace import REDO, UNDO, Mention
from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cellsecretary.core.trace import FieldTrace, RowTrace, TraceLine, Value
    from cellsecretary.messages import Messages

LONGEST_NAME = 80
LONGEST_VALUE = 240
"""Of longer texts only that is shown in which they differ."""
LONGEST_PART = 1200
MOST_MEETINGS = 2
"""So many meetings of one act are named; more are counted."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed field, or a row without one: its row, the field, before and after.

    `row` is empty below the first field of a row.
    """

    row: str
    field: str
    before: str
    after: str


class TraceSentences:
    """Says lines and changes in one language."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    # Lines

    def act(self, line: TraceLine) -> str:
        """Name an act; an undo and a redo say what they are about."""
        what = self._words.act(line.act, line.words)
        if line.way not in (UNDO, REDO):
            return f"{what[:1].upper()}{what[1:]}"
        then = moment(line.of_at) if line.of_at else ""
        return self._words.trace("say", line.way, what=what, moment=then)

    def undone(self, line: TraceLine) -> str:
        """Say that an act was taken back later, empty where it was not."""
        return self._words.trace("say", "undone") if line.is_undone else ""

    def account(self, line: TraceLine) -> str:
        """Say whose account of the computer it was."""
        return line.account or self._words.trace("say", "no_account")

    def when(self, line: TraceLine) -> str:
        """Say when; of a text that was typed for some minutes from when to when."""
        if line.until.replace(second=0) <= line.at.replace(second=0):
            return moment(line.at)
        if line.until.date() == line.at.date():
            return f"{line.at:%H:%M}–{line.until:%H:%M} {line.at:%d/%m/%Y}"
        return f"{moment(line.at)} – {moment(line.until)}"

    def about(self, line: TraceLine) -> str:
        """Name the meetings that it was about, at the board the cells."""
        named = line.meetings or line.cells
        if len(named) > MOST_MEETINGS and line.meetings:
            return self._words.trace("say", "many_meetings", count=len(named))
        return "; ".join(self.mention(one) for one in named[: MOST_MEETINGS + 1])

    def searched(self, line: TraceLine) -> str:
        """Give what a search looks in, without tone marks."""
        members = " ".join(one.name for one in line.members)
        said = (self.act(line), self.account(line), self.about(line), members, self.undone(line))
        return fold(" ".join(said))

    def matching(self, text: str) -> Callable[[TraceLine, Sequence[str]], bool] | None:
        """Give what finds the lines with every word of a text, None for no text.

        A word may stand in what is said of the line or in the texts that it changed.
        """
        words = fold(text).split()
        if not words:
            return None

        def matches(line: TraceLine, changed: Sequence[str]) -> bool:
            said = self.searched(line)
            rest = [word for word in words if word not in said]
            inside = [fold(one) for one in changed] if rest else []
            return all(any(word in one for one in inside) for word in rest)

        return matches

    def table(self, lines: Sequence[TraceLine], subtitle: str, about: str = "meeting") -> Table:
        """Give lines as a table, to be printed or saved; `about` titles the last column."""
        heads = ("at", "account", "what", about)
        columns = tuple(Column(self._words.trace("column", one)) for one in heads)
        rows = tuple(
            Line(tuple(Entry(text) for text in self._texts(line)), str(line.number))
            for line in lines
        )
        return Table(self._words.trace("say", "title"), subtitle, columns, rows)

    def _texts(self, line: TraceLine) -> tuple[str, str, str, str]:
        act, undone = self.act(line), self.undone(line)
        said = f"{act} ({undone})" if undone else act
        return self.when(line), self.account(line), said, self.about(line)

    # Changes

    def changes(self, rows: Iterable[RowTrace], most: int) -> tuple[ChangeLine, ...]:
        """Say what was changed, field by field; beyond the first rows it is only counted."""
        said: list[ChangeLine] = []
        told = list(rows)
        for place, row in enumerate(told):
            if len(said) >= most:
                more = self._words.trace("say", "more", count=len(told) - place)
                said.append(ChangeLine(more, "", "", ""))
                break
            said += self._row(row)
        return tuple(said)

    def _row(self, row: RowTrace) -> list[ChangeLine]:
        of = ", ".join(
            filter(None, (self.value(one, row.table, "", is_name=True) for one in row.of))
        )
        if row.table == "preferences":
            of = self._choice(of)
        elif row.table == "paper_traces":
            of = self._words.form(of)
        of = shorten(of, LONGEST_NAME, placeholder=f" {CUT}")
        what = self._words.trace("row", row.table, of=of)
        head = self._words.trace("say", row.how, what=what)
        if not row.fields:
            return [ChangeLine(head, "", "", "")]
        lines = []
        for place, one in enumerate(row.fields):
            name = self._words.trace_field(row.table, one.field)
            before, after = self._values(row, one)
            lines.append(ChangeLine("" if place else head, name, before, after))
        return lines

    def _values(self, row: RowTrace, one: FieldTrace) -> tuple[str, str]:
        before = self.value(one.before, row.table, one.field)
        after = self.value(one.after, row.table, one.field)
        if before and after and max(len(before), len(after)) > LONGEST_VALUE:
            before, after = changed_part(before, after)
        nothing = self._words.difference("word", "nothing")
        before, after = _short(before) or nothing, _short(after) or nothing
        return "" if row.how is How.ADDED else before, "" if row.how is How.REMOVED else after

    def _choice(self, name: str) -> str:
        """Name a choice of the office, as the comparison of rules does."""
        if name in RANGES:
            return self._words.rule("field", f"paper.layout.{name}")
        if name in NAMES:
            return self._words.rule("field", f"paper.{name}")
        return self._words.trace("choice", name)

    def value(self, value: Value, table: str, field: str, *, is_name: bool = False) -> str:
        """Write a value as the screen does; empty for none."""
        match value:
            case None | "":
                return ""
            case bool():
                return self._words.trace("say", "yes" if value else "no")
            case StrEnum():
                return self._words.value(value)
            case dt.datetime():
                return moment(value)
            case dt.date() if table in ("month_plans", "paper_minutes") and field != "date":
                return f"{value:%m/%Y}"
            case dt.date():
                return f"{value:%d/%m/%Y}"
            case dt.time():
                return f"{value:%H:%M}"
            case Mention():
                return self.mention(value)
            case float():
                return f"{value:g}".replace(".", ",")
            case tuple():
                parts = [self.value(one, table, field) for one in value]
                return ", ".join(part for part in parts if part)
            case str() if (table, field) == ("paper_traces", "form"):
                return self._words.form(value)
            case str() if field == "form":
                return self._words.score_form(value)
            case str() if table == "preferences" and not is_name:
                return self._words.form(value)
        return str(value)

    def mention(self, one: Mention) -> str:
        """Name a row that is spoken of."""
        if one.date is None or one.kind is None:
            return one.name or self._words.trace("say", "unknown")
        kind = self._words.value(one.kind)
        text = self._words.trace("say", "meeting", date=one.date.isoformat(), kind=kind)
        return self._words.trace("say", "of_cell", name=one.name, text=text) if one.name else text


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_PART else f"{text[:LONGEST_PART]} {CUT}"


def moment(at: dt.datetime) -> str:
    """Write a moment as people do."""
    return f"{at:%H:%M} {at:%d/%m/%Y}"
