"""The yearly review of all members on one table (bảng tổng hợp xếp loại), and the cell's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.year_review import YearFact, year_reviews
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from cellsecretary.core.figure import Figure
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.year_review import ReviewLine, YearReviews
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_SIZE = 12.0
_FACTS = (
    *(YearFact.PRESENT, YearFact.UNEXCUSED, YearFact.SPOKEN),
    *(YearFact.IN_TIME, YearFact.LATE, YearFact.OPEN),
)
"""The facts that have a column; the sheet of a member has all of them."""


def year_review(sheet: Sheet, year: PeriodRecord) -> None:
    """Write facts, points and level of each member; what is not decided is left to the pen."""
    found, say = year_reviews(year), sheet.words.say
    sheet.begin(sheet.form, size=_SIZE, landscape=True)
    sheet.letterhead(year.cell, None)
    sheet.title(say("review.name"), sheet.words.period(year.period))
    _members(sheet, found)
    if found.members:
        sheet.line("review.legend")
    _counts(sheet, found)
    _cell(sheet, found.cell)
    issue_of_period(sheet, year)


def _members(sheet: Sheet, found: YearReviews) -> None:
    say, rules = sheet.words.say, found.rules
    columns = [
        Column(say("table.number"), 9, centred=True),
        Column(say("table.name"), 44),
        *(Column(say(f"review.column.{fact}"), 14, centred=True) for fact in _FACTS),
        Column(say("review.general", most=rules.general), 20, centred=True),
        Column(say("review.results", most=rules.results), 20, centred=True),
        Column(say("review.points"), 16, centred=True),
        Column(say("review.level"), 58),
        Column(say("review.votes"), 14, centred=True),
    ]
    sheet.table(columns, [_row(sheet.words, line) for line in found.members])


def _row(words: Words, line: ReviewLine) -> list[str]:
    assert line.member
    general, results = (line.review.general, line.review.results) if line.review else (None, None)
    return [
        str(line.member.number),
        line.member.name,
        *(figure(words, line.fact(fact)) for fact in _FACTS),
        *("" if one is None else str(one) for one in (general, results, line.points)),
        level(words, line),
        "",
    ]


def figure(words: Words, fact: Figure) -> str:
    """Say a fact, with what it is a share of."""
    if fact.base is None:
        return str(fact.count)
    return words.say("review.share", count=fact.count, base=fact.base)


def level(words: Words, line: ReviewLine) -> str:
    """Say the level, or why there is none; empty where it is still to be decided."""
    if line.level:
        return words.say(f"review.level_of.{line.level}")
    return words.say(f"review.left_out_of.{line.left_out}") if line.left_out else ""


def _counts(sheet: Sheet, found: YearReviews) -> None:
    """Say how many have which level; without any there is room to write."""
    say = sheet.words.say
    levels = [
        say("review.count", level=say(f"review.level_of.{each}"), count=found.count(each))
        for each in YearLevel
    ]
    if found.rated:
        said = sheet.words.listing(levels)
        sheet.line("review.counts", total=len(found.members), rated=found.rated, levels=said)
    if found.waiting:
        sheet.line("review.waiting", count=len(found.waiting))
    if not_rated := sum(1 for line in found.members if line.left_out and line.level is None):
        sheet.line("review.left_out", count=not_rated)


def _cell(sheet: Sheet, cell: ReviewLine) -> None:
    if cell.level is None:
        sheet.dotted(sheet.words.say("review.cell_blank"))
        return
    decided = level(sheet.words, cell)
    if cell.points is None:
        sheet.line("review.cell", level=decided)
    else:
        sheet.line("review.cell_points", points=cell.points, level=decided)
