"""The score of a meeting (bảng chấm điểm): criteria, most points, the cell's and the superior's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.score import form_of, own_score, score_sheet
from cellsecretary.papers import passages
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.tables import Column
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.score import ScoreSheet
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words


def score(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the score of a meeting that was scored; what nobody answered is left to the pen."""
    if not record.scores:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    say, meeting = sheet.words.say, record.meeting
    scored = score_sheet(record, form_of(record), record.scores)
    sheet.letterhead(record.cell, meeting.date)
    sheet.title(say("score.name"), say("score.subject", meeting=inside(meeting.title)))
    sheet.table(*_table(sheet.words, scored, superior=True))
    for said in (own_result(sheet.words, scored), _superior_result(sheet.words, record, scored)):
        if said:
            sheet.text(said)
    passages.signatures(sheet, record)


def self_assessment(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the cell's own score of a meeting once every criterion is answered."""
    scored = own_score(record)
    if scored is not None:
        sheet.table(*_table(sheet.words, scored, superior=False))
        sheet.text(own_result(sheet.words, scored))


def own_result(words: Words, scored: ScoreSheet) -> str:
    """Say the sum and the class, empty until every criterion is answered."""
    if scored.own_class is None:
        return ""
    return words.sentence(
        "score.own_result",
        points=scored.own_points,
        total=scored.total,
        grade=words.say(f"score.class.{scored.own_class}"),
    )


def _superior_result(words: Words, record: MeetingRecord, scored: ScoreSheet) -> str:
    """Say what the superior gave, and who confirmed it when; empty while neither is known."""
    said, meeting = [], record.meeting
    if scored.superior_class is not None:
        said.append(
            words.sentence(
                "score.superior_result",
                points=scored.superior_points,
                total=scored.total,
                grade=words.say(f"score.class.{scored.superior_class}"),
            )
        )
    if meeting.score_confirmed is not None:
        day = words.short_date(meeting.score_confirmed)
        name = meeting.score_confirmed_by
        key = "score.confirmed_by" if name else "score.confirmed"
        said.append(words.sentence(key, day=day, **({"name": name} if name else {})))
    return " ".join(said)


def _table(
    words: Words, scored: ScoreSheet, *, superior: bool
) -> tuple[list[Column], list[list[str]]]:
    say = words.say
    columns = [
        Column(say("score.number"), 12, centred=True),
        Column(say("score.criterion"), 80),
        Column(say("score.maximum"), 22, centred=True),
        Column(say("score.own"), 24, centred=True),
    ]
    rows = [[line.code, line.title, str(line.maximum), _points(line.own)] for line in scored.lines]
    own = "" if scored.unanswered else str(scored.own_points)
    rows.append(["", say("score.total"), str(scored.total), own])
    if superior:
        columns.append(Column(say("score.superior"), 24, centred=True))
        given = [_points(line.superior) for line in scored.lines]
        for row, points in zip(rows, [*given, _points(scored.superior_points)], strict=True):
            row.append(points)
    return columns, rows


def _points(points: int | None) -> str:
    return "" if points is None else str(points)
