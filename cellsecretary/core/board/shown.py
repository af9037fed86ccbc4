"""The board as plain values: what `board --json` prints, equal whatever order packets came in.

Days of receipt are not in it, nor whether something came late: they depend on the order. Nor is
anything that depends on today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.core.attendance_over_time import tally_facts
from cellsecretary.core.period import Span, period_with
from cellsecretary.core.plain import to_plain
from cellsecretary.core.year_score import shown as one_decimal

if TYPE_CHECKING:
    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.sums import BoardSums, CellSums
    from cellsecretary.core.board.versions import BoardMeeting
    from cellsecretary.core.period import Period
    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.core.year_score import YearScore

FORMAT = 1


def shown_board(board: BoardRecord, rules: RuleSource) -> dict[str, Any]:
    """Give the whole board; docs/board.md describes it."""
    register = board.register
    office = register.office
    plain: dict[str, Any] = to_plain(
        {
            "format": FORMAT,
            "office": office.name if office else "",
            "cells": board.cells,
            "meetings": [_meeting(one) for one in board.meetings],
            "periods": {period.code: _sums(board, period, rules) for period in _periods(board)},
            "petitions": [
                {
                    "cell": one.cell.id,
                    "petition": one.petition,
                    "raised": one.raised,
                    "state": one.state,
                    "waiting": one.is_waiting,
                    "answered": one.answer.answered if one.answer else None,
                    "answer": one.answer.answer if one.answer else "",
                }
                for one in board.petitions()
            ],
            "paper": [
                {"cell": one.cell, "month": f"{one.month:%Y-%m}"}
                for one in register.paper_minutes
                if one.received
            ],
            "remarks": [
                {"cell": one.cell, "meeting": one.meeting, "text": one.text}
                for one in register.remarks
                if one.text
            ],
            "scores": [
                {
                    "cell": one.cell,
                    "meeting": one.meeting,
                    "form": one.form,
                    "points": {given.criterion: given.points for given in one.points},
                    "total": one.total,
                    "class": one.grade,
                    "confirmed": one.confirmed,
                    "confirmed_by": one.confirmed_by,
                }
                for one in register.scores
            ],
            "directives": [
                {
                    "kind": one.kind,
                    "title": one.title,
                    "number": one.number,
                    "issued": one.issued,
                    "first": one.first,
                    "last": one.last,
                }
                for one in sorted(register.directives, key=lambda one: (one.first, one.title))
                if not one.withdrawn
            ],
            "rule_files": [one.id for one in register.rule_files if not one.withdrawn],
        }
    )
    return plain


def _meeting(meeting: BoardMeeting) -> dict[str, Any]:
    current = meeting.current
    figures = current.figures
    return {
        "cell": meeting.cell,
        "meeting": meeting.id,
        "date": current.date,
        "month": f"{figures.month:%Y-%m}",
        "kind": current.kind,
        "state": current.state,
        "revision": current.key.revision,
        "draft": current.key.is_draft,
        "conflict": meeting.is_conflict,
        "content": current.key.content,
        "on_day": figures.on_day,
        "thematic": figures.is_thematic,
        "topic": figures.topic,
        "register": figures.register,
        "attendance": tally_facts(figures.tally),
        "present": figures.present,
        "spoke": figures.spoke,
        "score": figures.points,
        "tasks": {
            "given": figures.tasks_given,
            "open": figures.tasks_open,
            "overdue": figures.tasks_overdue,
        },
        "visits": figures.visits,
        "versions": [
            {
                "revision": one.key.revision,
                "draft": one.key.is_draft,
                "content": one.key.content,
            }
            for one in meeting.versions
        ],
    }


def _periods(board: BoardRecord) -> list[Period]:
    """Give the months, quarters and years that something came for."""
    months = {one.current.figures.month for one in board.meetings}
    found = {period_with(month, span) for month in months for span in Span}
    return sorted(found, key=lambda period: period.code)


def _sums(board: BoardRecord, period: Period, rules: RuleSource) -> dict[str, Any]:
    settled = board.settled
    assert settled is not None
    sums = board.sums(period, rules.on(period.last), settled)
    return {
        **_whole(sums),
        "cells": {one.cell.id: _cell(one) for one in sums.cells},
        "officers": [
            {
                "name": one.name,
                "title": one.title,
                "invited": one.invited,
                "came": one.came,
                "spoke": one.spoke,
                "cells": [cell.id for cell in one.cells],
            }
            for one in board.officers(period)
        ],
    }


def _whole(sums: BoardSums) -> dict[str, Any]:
    return {
        "expected": sums.expected,
        "held": sums.held,
        "on_day": sums.on_day,
        "attendance": tally_facts(sums.tally),
        "own": sums.classes(superior=False),
        "superior": sums.classes(superior=True),
    }


def _cell(sums: CellSums) -> dict[str, Any]:
    return {
        "expected": sums.expected,
        "held": sums.held,
        "known": sums.known,
        "on_day": sums.on_day,
        "attendance": tally_facts(sums.tally),
        "present": sums.present,
        "spoke": sums.spoke,
        "own": _score(sums.own),
        "superior": _score(sums.superior),
        "thematic": {one.quarter.code: [one.held, one.wanted] for one in sums.thematic},
        "tasks": {"given": sums.tasks_given, "open": sums.open_tasks, "overdue": sums.overdue},
        "petitions": {"raised": sums.raised, "waiting": sums.waiting},
        "visits": sums.visits,
    }


def _score(score: YearScore | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "mean": one_decimal(score.percent),
        "class": score.grade,
        "meetings": len(score.meetings),
    }
