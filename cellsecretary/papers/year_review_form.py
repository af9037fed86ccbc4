"""The sheet of one member for the yearly review (phiếu xếp loại): facts printed, points by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.signing import signer_on
from cellsecretary.core.year_review import year_reviews
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.tables import Column
from cellsecretary.papers.year_review import figure

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.rows import Standing
    from cellsecretary.core.ruleset import YearReviewRules
    from cellsecretary.core.year_review import ReviewLine
    from cellsecretary.papers.catalogue import Wish
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_SIZE = 12.0
_ROOM = 1.3
"""Height of a row in lines: points are written in it."""
_REMARK_LINES = 2


def year_review_form(sheet: Sheet, year: PeriodRecord, wish: Wish) -> None:
    """Write a sheet for each member to be rated in the year, or for the wished ones alone."""
    found = year_reviews(year)
    lines = [line for line in found.members if line.left_out is None]
    for line in lines:
        if not wish or (line.member and line.member.id in wish):
            _sheet(sheet, year, line, found.rules)
    if not lines:
        sheet.letterhead(year.cell, None)
        sheet.title(sheet.words.say("review.form"), sheet.words.period(year.period))
        sheet.line("review.nobody")


def _sheet(sheet: Sheet, year: PeriodRecord, line: ReviewLine, rules: YearReviewRules) -> None:
    say, words, member = sheet.words.say, sheet.words, line.member
    assert member
    sheet.begin(sheet.form, size=_SIZE)
    sheet.letterhead(year.cell, None)
    sheet.title(say("review.form"), words.period(year.period))
    posts = words.listing(list(line.posts))
    sheet.line("review.held" if posts else "review.person", name=member.name, posts=posts)
    for span in line.spans:
        sheet.text(_span(words, span))
    sheet.part(say("review.facts"))
    _facts(sheet, line)
    sheet.part(say("review.marking"))
    _marking(sheet, rules)
    sheet.part(say("review.levels"))
    _levels(sheet, rules)
    sheet.dotted(say("review.remark"), _REMARK_LINES)
    signer = signer_on(year.register, year.period.last, year.rules)
    sheet.signatures(
        Signer(say("review.member"), member.name),
        Signer(say("review.secretary"), signer.name if signer else ""),
    )


def _facts(sheet: Sheet, line: ReviewLine) -> None:
    """Write the facts two in a row, so that the whole sheet has room on a page."""
    say, half = sheet.words.say, (len(line.facts) + 1) // 2
    cells = [[say(f"review.fact_of.{fact.key}"), figure(sheet.words, fact)] for fact in line.facts]
    cells += [["", ""]] * (2 * half - len(cells))
    columns = [
        Column(say("review.fact"), 56),
        Column(say("review.figure"), 18, centred=True),
    ]
    rows = [left + right for left, right in zip(cells[:half], cells[half:], strict=True)]
    sheet.table(columns * 2, rows)


def _marking(sheet: Sheet, rules: YearReviewRules) -> None:
    """Write the groups of criteria with room for the points by the member and by the cell."""
    say = sheet.words.say
    columns = [
        Column(say("review.group"), 84),
        Column(say("review.most"), 22, centred=True),
        Column(say("review.own"), 24, centred=True),
        Column(say("review.by_cell"), 28, centred=True),
    ]
    rows = [
        [say("review.general_group"), str(rules.general), "", ""],
        [say("review.results_group"), str(rules.results), "", ""],
        [say("review.whole"), str(rules.total), "", ""],
    ]
    sheet.table(columns, rows, room=_ROOM)


def _levels(sheet: Sheet, rules: YearReviewRules) -> None:
    """Write the levels with room for what the member asks for, what the cell decides, and votes."""
    say, least = sheet.words.say, rules.levels
    lowest = say("review.below_points", least=least[YearLevel.FULFILLED])
    columns = [
        Column(say("review.level"), 58),
        Column(say("review.least"), 24, centred=True),
        Column(say("review.own_level"), 22, centred=True),
        Column(say("review.cell_level"), 34, centred=True),
        Column(say("review.votes"), 20, centred=True),
    ]
    rows = [
        [
            say(f"review.level_of.{level}"),
            say("review.from_points", least=least[level]) if level in least else lowest,
            *("", "", ""),
        ]
        for level in YearLevel
    ]
    sheet.table(columns, rows, room=_ROOM)


def _span(words: Words, span: Standing) -> str:
    days = {
        name: words.short_date(day)
        for name, day in (("since", span.since), ("until", span.until))
        if day
    }
    key = {("since", "until"): "from_to", ("since",): "from_day", ("until",): "until_day"}
    standing = words.say(f"standing.{span.kind}")
    if not days:
        return standing
    dates = words.say(f"review.{key[tuple(days)]}", **days)
    return words.sentence("review.span", standing=standing, dates=dates)
