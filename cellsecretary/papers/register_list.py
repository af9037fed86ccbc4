"""The register of members as a list (sổ danh sách đảng viên, Mẫu 7-HSĐV of HD 09-HD/BTCTW)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Leaving, StandingKind
from cellsecretary.core.register_advice import last_check
from cellsecretary.core.register_lines import register_lines
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.register_lines import RegisterLine
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_SIZE = 10.0
_COLUMNS = (
    *(("sex", 16), ("home", 18), ("education", 19), ("work", 18), ("joined", 19), ("card", 18)),
    *(("service", 15), ("moved", 16), ("came", 18), ("died", 15), ("struck", 16)),
)
"""The columns between the name and the note, with their widths."""
_LEAVING = {
    Leaving.TRANSFERRED: "moved",
    Leaving.DIED: "died",
    Leaving.LEFT_PARTY: "struck",
    Leaving.STRUCK_OFF: "struck",
    Leaving.EXPELLED: "struck",
}


def register_list(sheet: Sheet, year: PeriodRecord) -> None:
    """Write everybody who was of the cell in a year; what the book does not know stays empty."""
    say = sheet.words.say
    sheet.begin(sheet.form, size=_SIZE, landscape=True)
    sheet.letterhead(year.cell, None)
    sheet.title(say("register.name"), sheet.words.period(year.period), say("register.model"))
    lines = register_lines(year)
    sheet.table(
        [
            Column(say("table.number"), 8, centred=True),
            Column(say("register.member"), 34),
            *(Column(say(f"register.{name}"), width, centred=True) for name, width in _COLUMNS),
            Column(say("table.note"), 30),
        ],
        [_row(sheet.words, line) for line in lines],
    )
    sheet.line("register.total", count=len(lines))
    if went := sum(line.left is not None for line in lines):
        sheet.line("register.went", count=went)
    if check := last_check(year.register, year.period.last):
        sheet.line("register.checked", date=sheet.words.short_date(check.done), count=check.total)
    issue_of_period(sheet, year, receivers=False)


def _row(words: Words, line: RegisterLine) -> list[str]:
    member = line.member
    known = {
        "sex": words.say(f"register.{member.sex}") if member.sex else "",
        "joined": _joined(words, line),
        "card": member.card,
        "came": _when(words, line.came, member.entered_from),
    }
    if line.left and member.leaving:
        known[_LEAVING[member.leaving]] = _gone(words, line)
    between = (known.get(name, "") for name, _width in _COLUMNS)
    return [str(member.number), member.name, *between, _note(words, line)]


def _when(words: Words, day: dt.date | None, text: str) -> str:
    """Give a day and what belongs to it, one under the other."""
    return "\n".join(part for part in (words.short_date(day) if day else "", text) if part)


def _gone(words: Words, line: RegisterLine) -> str:
    """Give when and where to, or when, how and why somebody left."""
    member = line.member
    if member.leaving is Leaving.TRANSFERRED:
        return _when(words, line.left, member.left_to or member.left_reason)
    told = [member.left_reason] if member.left_reason else []
    if member.leaving is not Leaving.DIED:
        told.insert(0, words.say(f"register.form.{member.leaving}"))
    return _when(words, line.left, "\n".join(told))


def _joined(words: Words, line: RegisterLine) -> str:
    """Give the days of joining and of recognition, one under the other."""
    joined, official = line.member.joined, line.official
    return "\n".join(
        [
            words.short_date(joined) if joined else words.say("register.unknown"),
            words.short_date(official) if official else words.say("register.probationary"),
        ]
    )


def _note(words: Words, line: RegisterLine) -> str:
    """Give the standing, the badge of the year, and of whom it is not said how they left, why."""
    notes = []
    if line.standing is not StandingKind.ACTIVE:
        notes.append(words.say(f"standing.{line.standing}"))
    if line.badge:
        day = words.short_date(line.badge.day)
        notes.append(words.say("register.badge", years=line.badge.years, date=day))
    if line.left and not line.member.leaving:
        day = words.short_date(line.left)
        notes += [words.say("register.left", date=day), line.member.left_reason]
    return "\n".join(notes)
