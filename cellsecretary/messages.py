"""The sentences for every kind of refusal, act, warning and fault, in the language of the user."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import PurePath
from string import Formatter
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from cellsecretary import paths
from cellsecretary.core.plan import Moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from enum import StrEnum
    from pathlib import Path

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Act, Problem, Refusal
    from cellsecretary.core.plain import PlainError
    from cellsecretary.core.reply_lines import ReplyLine
    from cellsecretary.core.score import Evidence
    from cellsecretary.core.year_plan import PlannedMonth
    from cellsecretary.rules.lunar import LunarDay

LANGUAGES = ("vi", "en")
"""Those with a file of sentences; a further language has its sentences with its other words."""

FULL_MOON = 15

_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DATES = {"date", "held", "received"}
_LONGEST_WORD = 60
_CUT = " …"
_UNKNOWN = "…"


class Messages:
    """One language file: a text per kind, or several of which the first that can be filled is used.

    Words come from the user and are filled in once, so that braces in them stay what they are.
    """

    def __init__(self, sections: Mapping[str, Any]) -> None:
        self._sections = sections

    @classmethod
    def load(cls, language: str) -> Messages:
        """Read the sentences of one of the `LANGUAGES`."""
        return cls(_sections(paths.resource("messages", f"{language}.toml")))

    def translated(self, say: Callable[[str], str]) -> Messages:
        """Give the same sentences as `say` has them in another language; "" leaves one as it is."""
        return Messages(_translated(self._sections, say))

    def refusal(self, problem: Problem) -> str:
        """Say why an operation was refused: in words for the very place, where there are some."""
        texts = self._sections["refused"]
        keys = (
            f"{problem.why}.{problem.table}.{problem.field}",
            f"{problem.why}.{problem.table}",
        )
        key = next((key for key in keys if key in texts), problem.why.value)
        return _filled(texts[key], _short(problem.words))

    def refusals(self, refusal: Refusal) -> str:
        """Say everything that stands in the way; empty for a fault of the file, told elsewhere."""
        return " ".join(self.refusal(problem) for problem in refusal.problems)

    def act(self, act: Act, words: Iterable[tuple[str, str]] = ()) -> str:
        """Name an act so that it can follow "Undo:"."""
        named = _short(words)
        if "step" in named:
            named["step"] = self._sections["value"]["TrackStep"].get(named["step"], "")
        return _filled(self._sections["act"][act.value], named)

    def advice(self, advice: Advice) -> str:
        """Say what is pointed out and does not block."""
        return _filled(self._sections["advice"][advice.point.value], _short(advice.words))

    def evidence(self, evidence: Evidence, percent: str) -> str:
        """Say a fact that points follow from; `percent` is its share as the window writes it."""
        texts = self._sections["evidence" if evidence.count else "no_evidence"]
        words = {"count": evidence.count, "base": evidence.base, "percent": percent}
        return _filled(texts[evidence.measure.value], _texts(words))

    def fault(self, fault: StrEnum, path: object) -> str:
        """Say what the world did to a book: a `Fault` of the store and the file it concerns."""
        return _filled(self._sections["fault"][fault.value], _file(path))

    def no_backup(self, fault: StrEnum, path: object) -> str:
        """Say that the book is safe and why no copy of it could be made."""
        texts = self._sections["no_backup"]
        return _filled(texts.get(fault.value, texts["other"]), _file(path))

    def clock(self, doubt: StrEnum, **words: object) -> str:
        """Say why the clock seems to be wrong, a `ClockDoubt`."""
        return _filled(self._sections["clock"][doubt.value], _texts(words))

    def recovery(self, key: str, **words: object) -> str:
        """Say what became of a file; `sentences.recovery` knows which."""
        return _filled(self._sections["recovery"][key], _texts(words))

    def book_password(self, key: str, **words: object) -> str:
        """Say why a password or a code does not open a book, or was not changed."""
        return _filled(self._sections["book_password"][key], _texts(words))

    def exercise(self, part: str, key: str, count: int = 0) -> str:
        """Say a step of the guided exercise, or a lesson of it; `part` is the section."""
        return _filled(self._sections["exercise"][part][key], {"count": str(count)})

    def place(self, risk: StrEnum, path: object) -> str:
        """Say what can happen to a file where it is, a `PlaceRisk`."""
        return _filled(self._sections["file_place"][risk.value], _file(path))

    def paper(self, fault: StrEnum, place: object) -> str:
        """Say why there is no paper: a `Fault` of the papers and its place."""
        return _filled(self._sections["paper"][fault.value], {"place": str(place), **_file(place)})

    def handover(self, fault: StrEnum, path: object) -> str:
        """Say why a file of a handover is not taken over."""
        return _filled(self._sections["handover"][fault.value], _file(path))

    def undelivered(self, why: StrEnum, place: object, *, stick: bool = True) -> str:
        """Say why a file did not come to its place, an `Undelivered`: onto a stick or a disk."""
        texts = self._sections["undelivered"]
        key = f"{why.value}.disk"
        return _filled(texts[key if not stick and key in texts else why.value], _file(place))

    def packet(self, flaw: StrEnum, path: object) -> str:
        """Say what is wrong with a packet: a `Flaw` and the file it was read from."""
        return _filled(self._sections["packet"][flaw.value], _file(path))

    def set_aside(self, reason: StrEnum, path: object, name: str, code: str) -> str:
        """Say why a file that was collected is set aside, with the cell and the code of its key."""
        texts = self._sections["set_aside"]
        if reason.value not in texts:
            return self.packet(reason, path)
        return _filled(texts[reason.value], {**_file(path), "name": name, "code": code})

    def collected(self, key: str, **words: object) -> str:
        """Give a sentence of the report of a stick."""
        return _filled(self._sections["collected"][key], _texts(words))

    def month_state(self, state: StrEnum, *, short: bool = False) -> str:
        """Say how a cell stands with a month on the board; `short` for a narrow field."""
        return str(self._sections["month_state_short" if short else "month_state"][state.value])

    def office_keys(self, trouble: StrEnum, place: str) -> str:
        """Say why the keys of an office are not used or changed, a `KeyTrouble` and its place."""
        return _filled(self._sections["office_keys"][trouble.value], {"place": place})

    def packet_word(self, key: str, **words: object) -> str:
        """Give a sentence about what packets hold and would change."""
        return _filled(self._sections["packets"][key], _texts(words))

    def reply_file(self, flaw: StrEnum, path: object) -> str:
        """Say what is wrong with a reply of the superior: a `Flaw` and its file."""
        texts = self._sections["reply_file"]
        return _filled(texts.get(flaw.value, texts["other"]), _file(path))

    def reply_line(self, line: ReplyLine) -> str:
        """Say one thing that is new in a reply of the superior, what was written there below it."""
        said = _filled(self._sections["reply"][line.news.value], _texts(dict(line.words)))
        return f"{said}\n{line.text}" if line.text else said

    def reply_word(self, key: str, **words: object) -> str:
        """Give a sentence about a reply of the superior."""
        return _filled(self._sections["replies"][key], _texts(words))

    def reply_back(self, key: str, **words: object) -> str:
        """Give a sentence about what the office writes back to its cells."""
        return _filled(self._sections["reply_back"][key], _texts(words))

    def form(self, form: str) -> str:
        """Name a kind of paper; one that a rule file made up keeps its name."""
        return str(self._sections["form"].get(form, form))

    def roster(self, kind: StrEnum, **words: object) -> str:
        """Say what is the matter with a list of members, or with one row of it."""
        return _filled(self._sections["roster"][kind.value], _texts(words))

    def plain(self, error: PlainError, path: object) -> str:
        """Say what does not fit in a file of plain values: a scenario, a file of rules."""
        words = {"place": error.path, "value": str(error.value), **_file(path)}
        return _filled(self._sections["plain"][error.reason], words)

    def value(self, member: StrEnum) -> str:
        """Give the display word of a value of one of the domain's closed lists."""
        return str(self._sections["value"][type(member).__name__][member.value])

    def moved(self, month: PlannedMonth) -> str:
        """Say why the day of a month is not simply that of the rule, empty when it is."""
        if month.reason or month.moved is Moved.NOT_MOVED:
            return month.reason
        return self.value(month.moved)

    def lunar(self, day: LunarDay) -> str:
        """Name a day of the lunar calendar as people do: its first ten days, the full moon."""
        texts = self._sections["lunar"]
        key = "full_moon" if day.day == FULL_MOON else "early" if day.day <= 10 else "other"
        words = {
            "day": str(day.day),
            "number": str(day.month),
            "name": str(texts["months"][day.month - 1]),
        }
        return _filled(texts[f"{key}_leap" if day.leap else key], words)

    def rule(self, table: str, key: str, **words: object) -> str:
        """Give a word or a sentence about rule files."""
        return _filled(self._sections["rule"][table][key], _texts(words))

    def difference(self, table: str, key: str, **words: object) -> str:
        """Give a word or a sentence about what differs between two versions."""
        return _filled(self._sections["difference"][table][key], _texts(words))

    def table(self, part: str, key: str, **words: object) -> str:
        """Give a word of the tables and charts of a board."""
        return _filled(self._sections["table"][part][key], _texts(words))

    def trace(self, part: str, key: str, **words: object) -> str:
        """Give a word of the list of what was done; `sentences.trace` knows which."""
        return _filled(self._sections["trace"][part][key], _texts(words))

    def trace_field(self, table: str, field: str) -> str:
        """Name a field of a row, in words for its table where there are some."""
        texts = self._sections["trace"]["field"]
        return str(texts.get(f"{table}.{field}", texts.get(field, field)))

    def score_form(self, form: str) -> str:
        """Name a form of the score as the rule files do; one that a file made up keeps its name."""
        return str(self._sections["rule"]["section"].get(form, form))

    def unit(self, field: str) -> str:
        """Give the unit in which a rule is counted, empty for none."""
        return str(self._sections["rule"]["unit"].get(field, ""))

    def command(self, key: str, **words: object) -> str:
        """Give a sentence of the command line."""
        return _filled(self._sections["command"][key], _texts(words))


@cache
def _sections(file: Path) -> Mapping[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _translated(entry: Any, say: Callable[[str], str]) -> Any:  # noqa: ANN401 - a part of a file
    match entry:
        case str():
            return say(entry) or entry
        case list():
            return [_translated(one, say) for one in entry]
    return {key: _translated(one, say) for key, one in entry.items()}


def placeholders(text: str) -> frozenset[str]:
    """Give the names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _filled(texts: str | list[str], words: Mapping[str, str]) -> str:
    given = {name: word for name, word in words.items() if word}
    for name in _DATES & given.keys():
        given[name] = _ISO_DATE.sub(r"\3/\2/\1", given[name])
    choices = [texts] if isinstance(texts, str) else texts
    text = next((text for text in choices if placeholders(text) <= given.keys()), choices[-1])
    return text.format_map(_Given(given))


class _Given(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return _UNKNOWN


def _short(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give what the user wrote as a sentence can hold it: in one line, not too long."""
    return {name: shorten(word, _LONGEST_WORD, placeholder=_CUT) for name, word in words}


def _texts(words: Mapping[str, object]) -> dict[str, str]:
    return {name: str(word) for name, word in words.items()}


def _file(path: object) -> dict[str, str]:
    # A name on a stick may be no text at all.
    name = PurePath(str(path)).name or str(path)
    file = name.encode("utf-8", "replace").decode()
    return {"file": file, "stem": PurePath(file).stem}
