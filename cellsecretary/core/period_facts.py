"""The figures of a month, a quarter or a year as plain values, one key for each side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.petition_lines import petitions_of
from cellsecretary.core.plain import to_plain
from cellsecretary.core.task_history import histories_of
from cellsecretary.core.task_products import product_sums
from cellsecretary.core.visits import visits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.attendance_over_time import MeetingLine, Tally
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.visits import Visit


def period_facts(period: PeriodRecord) -> dict[str, Any]:
    """Give what `show --period` prints; docs/record.md describes it."""
    figures = {name: figure(period) for name, figure in FIGURES.items()}
    plain: dict[str, Any] = to_plain(
        {
            "period": period.period.code,
            "first": period.period.first,
            "last": period.period.last,
            "draft": period.is_draft,
            **figures,
        }
    )
    return plain


def _attendance(period: PeriodRecord) -> dict[str, Any]:
    found = attendance_over_time(period)
    return {
        "whole": _tally(found.whole),
        "meetings": [{**_meeting(line), **_tally(line.tally)} for line in found.meetings],
        "members": [
            {
                "member": member.member,
                "number": member.number,
                "name": member.name,
                **_tally(member.tally),
                "missed": [
                    {**_meeting(miss.meeting), "mark": miss.line.mark, "reason": miss.line.reason}
                    for miss in found.missed(member)
                ],
            }
            for member in found.members
        ],
    }


def _meeting(line: MeetingLine) -> dict[str, Any]:
    return {
        "meeting": line.id,
        "date": line.date,
        "kind": line.kind,
        "on_paper_only": line.on_paper_only,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "required": tally.required,
        "present": tally.present,
        "excused": tally.excused,
        "unexcused": tally.unexcused,
        "percent": tally.percent,
    }


def _visits(period: PeriodRecord) -> dict[str, Any]:
    found = visits(period)
    return {
        "officers": [
            {
                "name": officer.name,
                "title": officer.title,
                "invited": officer.invited,
                "came": officer.came,
                "spoke": officer.spoke,
                "scores_confirmed": officer.confirmed,
                "visits": [_visit(visit) for visit in officer.visits],
            }
            for officer in found.officers
        ],
        "months": [
            {"month": f"{line.month:%Y-%m}", "meetings": line.meetings, "visits": line.visits}
            for line in found.months
        ],
    }


def _visit(visit: Visit) -> dict[str, Any]:
    return {
        "meeting": visit.meeting,
        "date": visit.date,
        "kind": visit.kind,
        "invited": visit.invited,
        "came": visit.came,
        "said": visit.said,
        "score_confirmed": visit.confirmed,
    }


def _petitions(period: PeriodRecord) -> list[dict[str, Any]]:
    return [
        {
            "meeting": line.meeting.id,
            "date": line.meeting.date,
            "source": line.petition.source,
            "text": line.petition.text,
            "concerns": line.petition.concerns,
            "addressee": line.petition.addressee,
            "state": line.state,
            "days": line.days,
            "sent": line.petition.sent,
            "answered": line.petition.answered,
            "answer": line.petition.answer,
            "told": line.petition.told,
        }
        for line in petitions_of(period)
    ]


def _products(period: PeriodRecord) -> list[dict[str, Any]]:
    return [
        {
            "unit": one.unit,
            "tasks": one.tasks,
            "achieved": one.achieved,
            "amount": one.amount,
            "percent": one.percent,
        }
        for one in product_sums(histories_of(period))
    ]


FIGURES: Mapping[str, Callable[[PeriodRecord], object]] = {
    "attendance": _attendance,
    "visits": _visits,
    "petitions": _petitions,
    "products": _products,
}
"""The sides of a period by their key; each gives what `core.plain.to_plain` takes."""
