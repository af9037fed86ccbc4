"""All rule files of a folder as one rule book, which gives the rules in force on a day."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cellsecretary import paths
from cellsecretary.core.plain import PlainError
from cellsecretary.core.ruleset import DayRules, PaperRules, RuleSet
from cellsecretary.rules.errors import Reason, RuleFileError
from cellsecretary.rules.places import lines_of
from cellsecretary.rules.sections import SCORES, SECTIONS, Edition, read_edition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = 1
"""The format of rule files that this program knows; docs/rules.md describes it."""


class Rulebook:
    """Every section of the rules with its editions, oldest first.

    `left_out` has what is wrong with a further file that could not be laid over them.
    """

    def __init__(
        self,
        editions: Mapping[str, Sequence[Edition]],
        left_out: tuple[RuleFileError, ...] = (),
    ) -> None:
        self._editions = editions
        self.left_out = left_out
        self._extended: dict[tuple[tuple[str, str], ...], Rulebook] = {}

    def with_files(self, files: tuple[tuple[str, str], ...]) -> Rulebook:
        """Lay further files over the rules, each name and text; the later one prevails.

        Of two editions that begin on one day that of the further file is in force. A file that
        this program cannot read is left out whole.
        """
        if not files:
            return self
        if files not in self._extended:
            editions, left_out = dict(self._editions), []
            for name, text in files:
                try:
                    for section, more in read_text(Path(name), text).items():
                        # Sorting keeps the order of equals: what was there stands first.
                        both = (*editions[section], *more)
                        editions[section] = sorted(both, key=attrgetter("valid_from"))
                except RuleFileError as wrong:
                    left_out.append(wrong)
            self._extended[files] = Rulebook(editions, tuple(left_out))
        return self._extended[files]

    def on(self, day: dt.date) -> RuleSet:
        """Give the rules in force on `day`; before the first edition of a section, its first."""
        force = {name: _in_force(editions, day) for name, editions in self._editions.items()}
        paper, choices = force["paper"].value, force["choices"].value
        return RuleSet(
            day=day,
            meeting=force["meeting"].value,
            vote=force["vote"].value,
            days=_days(force, day.year),
            agendas=force["agendas"].value,
            titles=force["titles"].value,
            prompts=force["prompts"].value,
            absence_reasons=choices.absence_reasons,
            posts=choices.posts,
            scores={name: force[name].value for name in SCORES},
            paper=PaperRules(
                layout=paper.layout,
                wording=force["wording"].value,
                signs=paper.signs,
                dashes_under=paper.dashes_under,
                place_line_on=paper.place_line_on,
                text_end=paper.text_end,
                superior=paper.superior,
                tones=paper.tones,
                authority=paper.authority,
                receivers=paper.receivers,
            ),
            sources={name: edition.cited for name, edition in force.items()},
        )


def load(folder: Path) -> Rulebook:
    """Read every `*.toml` of a folder; the first thing wrong raises `RuleFileError`."""
    found: dict[str, Sequence[Edition]] = {}
    for file in sorted(folder.glob("*.toml")):
        for section, editions in _read(file, known=found).items():
            found[section] = editions
    for section in SECTIONS:
        if section not in found:
            raise RuleFileError(folder, 0, section, Reason.MISSING)
    return Rulebook(found)


@cache
def bundled() -> Rulebook:
    """Read the rule files that come with the program."""
    return load(paths.resource("rules"))


def _days(force: Mapping[str, Edition], year: int) -> DayRules:
    """Give the holidays of a year and of those beside it: a shift may cross their border."""

    def near(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
        return tuple(day for day in days if abs(day.year - year) <= 1)

    days = DayRules(force["fixed_days"].value.days, near(force["yearly_days"].value.days))
    changed = force["days_changed"].value
    return days.changed(near(changed.added), near(changed.removed))


def _in_force(editions: Sequence[Edition], day: dt.date) -> Edition:
    begun = [edition for edition in editions if edition.valid_from <= day]
    return begun[-1] if begun else editions[0]


def _read(file: Path, known: Mapping[str, object]) -> dict[str, Sequence[Edition]]:
    return read_text(file, _text(file), known)


def read_text(
    file: Path, text: str, known: Mapping[str, object] | None = None
) -> dict[str, Sequence[Edition]]:
    """Read the sections of one rule file; what is wrong raises `RuleFileError`.

    A section that is `known` already may not stand in it.
    """
    plain = _parsed(file, text)
    try:
        return _sections(plain, known or {})
    except PlainError as wrong:
        field, lines = wrong.path, lines_of(text)
        if f"{field}.{wrong.value}" in lines:
            field = f"{field}.{wrong.value}"  # the key itself is what is wrong
        raise RuleFileError(file, _line(lines, field), field, Reason(wrong.reason)) from wrong


def _text(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as wrong:
        raise RuleFileError(file, 0, "", Reason.UNREADABLE) from wrong
    try:
        # Windows Notepad may put a byte order mark before the text and CR before each LF.
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise RuleFileError(file, line, "", Reason.NOT_TEXT) from wrong


def _parsed(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as wrong:  # tomllib's own error, or a number too long for Python
        named = re.search(r"at line (\d+)", str(wrong))
        line = int(named[1]) if named else text.rstrip().count("\n") + 1
        raise RuleFileError(file, line, "", Reason.NOT_TOML) from wrong
    except RecursionError as wrong:
        raise RuleFileError(file, 0, "", Reason.NOT_TOML) from wrong


def _sections(plain: dict[str, Any], known: Mapping[str, object]) -> dict[str, Sequence[Edition]]:
    _check_format(plain)
    found: dict[str, Sequence[Edition]] = {}
    for section, tables in plain.items():
        if section == "format":
            continue
        if section not in SECTIONS:
            raise PlainError(section, Reason.UNKNOWN_KEY)
        if section in known:
            raise PlainError(section, Reason.SECTION_TWICE)
        if not isinstance(tables, list) or not tables:
            raise PlainError(section, Reason.WRONG_TYPE)
        found[section] = _editions(section, tables)
    return found


def _check_format(plain: dict[str, Any]) -> None:
    if "format" not in plain:
        raise PlainError("format", Reason.MISSING)
    number = plain["format"]
    if not isinstance(number, int) or isinstance(number, bool):
        raise PlainError("format", Reason.WRONG_TYPE)
    if number > FORMAT:
        raise PlainError("format", Reason.LATER_FORMAT)
    if number < FORMAT:
        raise PlainError("format", Reason.UNKNOWN_VALUE)


def _editions(section: str, tables: list[object]) -> Sequence[Edition]:
    editions = [
        read_edition(section, table, f"{section}[{index}]") for index, table in enumerate(tables)
    ]
    begun = [edition.valid_from for edition in editions]
    for index, day in enumerate(begun):
        if day in begun[:index]:
            raise PlainError(f"{section}[{index}].valid_from", Reason.SAME_DATE)
    return sorted(editions, key=attrgetter("valid_from"))


def _line(lines: Mapping[str, int], field: str) -> int:
    """Give the line of a field, or of the nearest thing around it that is in the file."""
    while field and field not in lines and f"{field}[0]" not in lines:
        field = field[: max(field.rfind("."), field.rfind("["), 0)]
    return lines.get(field) or lines.get(f"{field}[0]", 1)
