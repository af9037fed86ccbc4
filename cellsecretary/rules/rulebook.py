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
from cellsecretary.rules.places import line_too_deep, lines_of
from cellsecretary.rules.sections import (
    SCORES,
    SECTIONS,
    Edition,
    check_wording,
    names_said,
    read_edition,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = 1
"""The format of rule files that this program knows; docs/rules.md describes it."""

LARGEST_FILE = 256 * 1024
"""Bytes of the largest file that is read, several times all the files of the program."""


class Rulebook:
    """Every section of the rules with its editions, oldest first.

    `left_out` has what is wrong with each further file that could not be laid over them.
    """

    def __init__(
        self,
        editions: Mapping[str, Sequence[Edition]],
        left_out: Mapping[tuple[str, str], RuleFileError] | None = None,
    ) -> None:
        self._editions = editions
        self.left_out = left_out or {}
        self._extended: dict[tuple[tuple[str, str], ...], Rulebook] = {}

    def with_files(self, files: tuple[tuple[str, str], ...]) -> Rulebook:
        """Lay further files over the rules, each name and text; the later one prevails.

        Of two editions that begin on one day that of the further file is in force. A file that
        this program cannot read is left out whole.
        """
        if not files:
            return self
        if files not in self._extended:
            editions, left_out = dict(self._editions), dict(self.left_out)
            for file in files:
                try:
                    for section, more in self.read(*file).items():
                        editions[section] = laid_over(editions[section], more)
                except RuleFileError as wrong:
                    left_out[file] = wrong
            self._extended[files] = Rulebook(editions, left_out)
        return self._extended[files]

    def read(self, name: str, text: str) -> Mapping[str, Sequence[Edition]]:
        """Read the editions of a further file; what is wrong raises `RuleFileError`."""
        if line := line_too_deep(text):
            raise RuleFileError(Path(name), line, "", Reason.NOT_TOML)
        said = names_said(edition.value for edition in self._editions["wording"])
        return read_text(Path(name), text, said=said)

    @property
    def newest_day(self) -> dt.date:
        """The last day from which on an edition is in force."""
        return max(edition.valid_from for found in self._editions.values() for edition in found)

    def editions(self, section: str) -> Sequence[Edition]:
        """Give the editions of a section, oldest first."""
        return self._editions[section]

    def in_force(self, day: dt.date) -> Mapping[str, Edition]:
        """Give the edition of each section that is in force on `day`."""
        return {name: in_force(editions, day) for name, editions in self._editions.items()}

    def on(self, day: dt.date) -> RuleSet:
        """Give the rules in force on `day`; before the first edition of a section, its first."""
        force = self.in_force(day)
        paper, choices = force["paper"].value, force["choices"].value
        return RuleSet(
            day=day,
            meeting=force["meeting"].value,
            vote=force["vote"].value,
            days=_days(force, day.year),
            register=force["register"].value,
            year_review=force["year_review"].value,
            term=force["term"].value,
            agendas=force["agendas"].value,
            titles=force["titles"].value,
            prompts=force["prompts"].value,
            absence_reasons=choices.absence_reasons,
            open_reasons=choices.open_reasons,
            posts=choices.posts,
            scores={name: force[name].value for name in SCORES},
            year_score=force["year_score"].value,
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
        for section, editions in read_text(file, text_of(file), found).items():
            found[section] = editions
    for section in SECTIONS:
        if section not in found:
            raise RuleFileError(folder, 0, section, Reason.MISSING)
    return Rulebook({section: found[section] for section in SECTIONS})


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


def in_force(editions: Sequence[Edition], day: dt.date) -> Edition:
    """Give the edition that holds on a day; before the first one, the first."""
    begun = [edition for edition in editions if edition.valid_from <= day]
    return begun[-1] if begun else editions[0]


def laid_over(editions: Sequence[Edition], more: Sequence[Edition]) -> Sequence[Edition]:
    """Give editions with further ones over them, which prevail where they begin on one day."""
    # Sorting keeps the order of equals: what was there stands first.
    return sorted((*editions, *more), key=attrgetter("valid_from"))


def read_text(
    file: Path,
    text: str,
    known: Mapping[str, object] | None = None,
    said: Mapping[str, frozenset[str]] | None = None,
) -> dict[str, Sequence[Edition]]:
    """Read the sections of one rule file; what is wrong raises `RuleFileError`.

    A section that is `known` already may not stand in it. `said` are the texts of the wording with
    their names; without it, those that the editions of the file itself have.
    """
    try:
        return _sections(_parsed(file, text), known or {}, said)
    except PlainError as wrong:
        field, lines = wrong.path, lines_of(text)
        if f"{field}.{wrong.value}" in lines:
            field = f"{field}.{wrong.value}"  # the key itself is what is wrong
        raise RuleFileError(file, _line(lines, field), field, Reason(wrong.reason)) from wrong
    except RecursionError as wrong:
        raise RuleFileError(file, 0, "", Reason.NOT_TOML) from wrong


def text_of(file: Path) -> str:
    """Read the text of a rule file; a file that is none raises `RuleFileError`."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except OSError as wrong:
        raise RuleFileError(file, 0, "", Reason.UNREADABLE) from wrong
    if len(raw) > LARGEST_FILE:
        raise RuleFileError(file, 0, "", Reason.TOO_LARGE)
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
        reason = Reason.NO_SUCH_DATE if "Invalid date" in str(wrong) else Reason.NOT_TOML
        raise RuleFileError(file, line, "", reason) from wrong


def _sections(
    plain: dict[str, Any],
    known: Mapping[str, object],
    said: Mapping[str, frozenset[str]] | None,
) -> dict[str, Sequence[Edition]]:
    if plain:
        _check_format(plain)
    if plain.keys() <= {"format"}:
        raise PlainError("", Reason.NO_SECTION)
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
        editions = _editions(section, tables)
        if section == "wording":
            texts = names_said(edition.value for edition in editions) if said is None else said
            for index, edition in enumerate(editions):
                check_wording(edition.value, f"{section}[{index}]", texts)
        found[section] = sorted(editions, key=attrgetter("valid_from"))
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
    return editions


def _line(lines: Mapping[str, int], field: str) -> int:
    """Give the line of a field, or of the nearest thing around it; 0 for the file as a whole."""
    if not field:
        return 0
    while field and field not in lines and f"{field}[0]" not in lines:
        field = field[: max(field.rfind("."), field.rfind("["), 0)]
    return lines.get(field) or lines.get(f"{field}[0]", 1)
