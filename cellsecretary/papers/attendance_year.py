"""Who came to which meeting of a year, with each member's and each meeting's share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from cellsecretary.core.attendance_over_time import AttendanceOverTime, MeetingLine, Tally
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.rows import Attendance
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_ACROSS = 12
"""The meetings that fit side by side; more go into a table of their own."""
_SIZE = 12.0
_TALLIES = {"required": 18.5, "present": 17.5, "excused": 19.5, "unexcused": 17, "percent": 17}
"""The figures of a line with the share of the width that the column of each has."""


def attendance_year(sheet: Sheet, year: PeriodRecord) -> None:
    """Write the members against the meetings, on pages laid across, and then the meetings."""
    found, say = attendance_over_time(year), sheet.words.say
    sheet.begin(sheet.form, size=_SIZE, landscape=True)
    sheet.letterhead(year.cell, None)
    sheet.title(say("attendance.name"), sheet.words.period(year.period))
    for first in range(0, len(found.kept), _ACROSS):
        _members(sheet, found, first)
    if found.members:
        sheet.line("attendance.legend")
        sheet.line("attendance.counted")
    sheet.section(say("attendance.meetings"))
    sheet.table(*meetings(sheet.words, found))
    issue_of_period(sheet, year, receivers=False)


def _members(sheet: Sheet, found: AttendanceOverTime, first: int) -> None:
    """Write one table of members; the sums stand in the last one."""
    say, words = sheet.words.say, sheet.words
    across = found.kept[first : first + _ACROSS]
    is_last = first + _ACROSS >= len(found.kept)
    columns = [
        Column(say("table.number"), 10, centred=True),
        Column(say("table.name"), 58),
        *(Column(words.day_and_month(meeting.date), 12, centred=True) for meeting in across),
    ]
    if is_last:
        columns += _tally_columns(words)
    sheet.table(
        columns,
        [
            [
                str(member.number),
                member.name,
                *(_sign(words, line) for line in member.lines[first : first + _ACROSS]),
                *(_tally(words, member.tally) if is_last else ()),
            ]
            for member in found.members
        ],
    )


def _sign(words: Words, line: Attendance | None) -> str:
    if line is None:
        return ""
    if line.standing is StandingKind.ACTIVE:
        return words.say(f"attendance.sign.{line.mark}")
    came = "came" if line.mark is Mark.PRESENT else line.standing
    return words.say(f"attendance.sign.{came}")


def meetings(words: Words, found: AttendanceOverTime) -> tuple[list[Column], list[list[str]]]:
    """Give the table of the meetings, with all of them together in its last line."""
    say = words.say
    columns = [
        Column(say("table.number"), 9, centred=True),
        Column(say("table.date"), 26, centred=True),
        Column(say("table.meeting"), 42),
        *_tally_columns(words),
    ]
    rows = [
        [str(at), words.short_date(line.date), _kind(words, line), *_tally(words, line.tally)]
        for at, line in enumerate(found.meetings, 1)
    ]
    if len(rows) > 1:
        rows.append(["", "", say("attendance.whole"), *_tally(words, found.whole)])
    return columns, rows


def _kind(words: Words, line: MeetingLine) -> str:
    kind = words.say(f"kind.{line.kind}")
    return words.say("attendance.on_paper", kind=kind) if line.on_paper_only else kind


def _tally_columns(words: Words) -> list[Column]:
    return [
        Column(words.say(f"attendance.{name}"), share, centred=True)
        for name, share in _TALLIES.items()
    ]


def _tally(words: Words, tally: Tally) -> list[str]:
    counts = (tally.required, tally.present, tally.excused, tally.unexcused)
    percent = words.percent(tally.percent) if tally.required else words.say("figure.nothing")
    return [*map(str, counts), percent]
