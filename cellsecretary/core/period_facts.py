"""The figures of a month, a quarter or a year as plain values, one key for each side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.core.attendance_over_time import attendance_over_time, tally_facts
from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.period import Span
from cellsecretary.core.petition_lines import petitions_of
from cellsecretary.core.plain import to_plain
from cellsecretary.core.report_figures import report_figures
from cellsecretary.core.task_history import histories_of
from cellsecretary.core.task_products import product_sums
from cellsecretary.core.visits import visits
from cellsecretary.core.voices import voices
from cellsecretary.core.year_figures import year_figures
from cellsecretary.core.year_review import year_reviews
from cellsecretary.core.year_score import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.attendance_over_time import MeetingLine
    from cellsecretary.core.figure import Figure
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.visits import Visit
    from cellsecretary.core.voices import MemberVoice
    from cellsecretary.core.year_review import ReviewLine
    from cellsecretary.core.year_score import Points, YearScore


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
        "whole": tally_facts(found.whole),
        "meetings": [{**_meeting(line), **tally_facts(line.tally)} for line in found.meetings],
        "members": [
            {
                "member": member.member,
                "number": member.number,
                "name": member.name,
                **tally_facts(member.tally),
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


def _voices(period: PeriodRecord) -> dict[str, Any]:
    found = voices(period)
    return {
        "came": found.came,
        "spoke": found.spoke,
        "meetings": [
            {
                "meeting": line.id,
                "date": line.date,
                "kind": line.kind,
                "present": line.present,
                "spoke": line.spoke,
                "percent": line.percent,
            }
            for line in found.meetings
        ],
        "members": [_voice(member) for member in found.members],
    }


def _voice(member: MemberVoice) -> dict[str, Any]:
    meeting, date = member.last or (None, None)
    return {
        "member": member.member,
        "number": member.number,
        "name": member.name,
        "present": member.present,
        "spoke": member.spoke,
        "opinions": member.opinions,
        "last": {"meeting": meeting, "date": date} if meeting else None,
        "unheard_months": member.unheard.months if member.unheard else None,
    }


def _year(period: PeriodRecord) -> dict[str, Any]:
    found = year_figures(period)
    return {
        "months": [
            {
                "month": f"{line.month:%Y-%m}",
                "meeting": line.meeting.id if line.meeting else None,
                "on_day": line.on_day,
            }
            for line in found.months
        ],
        "cancelled": [meeting.id for meeting in found.cancelled],
        "thematic": [
            {
                "quarter": line.quarter.code,
                "wanted": line.wanted,
                "held": line.held,
                "planned": line.planned,
                "meetings": line.meetings,
            }
            for line in found.thematic
        ],
        "scores": [
            {"meeting": line.id, "own": _points(line.own), "superior": _points(line.superior)}
            for line in found.meetings
            if line.own or line.superior
        ],
        "own": _mean(found.own),
        "superior": _mean(found.superior),
        "tasks": {
            name: [history.task.code for history in getattr(found, name)]
            for name in ("given", "in_time", "late", "open")
        },
        "petitions": {"raised": len(found.raised), "unanswered": len(found.unanswered)},
    }


def _points(points: Points | None) -> dict[str, Any] | None:
    if points is None:
        return None
    return {"points": points.points, "total": points.total, "class": points.grade}


def _mean(score: YearScore | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {"mean": shown(score.percent), "class": score.grade, "meetings": score.meetings}


def _report(period: PeriodRecord) -> list[dict[str, Any]]:
    return [{"figure": one.key, **_figure(one)} for one in report_figures(period).lines]


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "count": figure.count,
        "base": figure.base,
        "percent": figure.percent,
        "meetings": figure.meetings,
    }


def _reviews(period: PeriodRecord) -> dict[str, Any] | None:
    """Give how members and cell were rated; only years are."""
    if period.period.span is not Span.YEAR:
        return None
    found = year_reviews(period)
    return {
        "rated": found.rated,
        "waiting": len(found.waiting),
        "levels": {level: found.count(level) for level in YearLevel},
        "most_outstanding": found.most_outstanding,
        "above_cap": found.above_cap,
        "cell": _review(found.cell),
        "members": [
            {
                "member": line.member.id,
                "number": line.member.number,
                "name": line.member.name,
                "posts": line.posts,
                "left_out": line.left_out,
                **_review(line),
            }
            for line in found.members
            if line.member
        ],
    }


def _review(line: ReviewLine) -> dict[str, Any]:
    review = line.review
    return {
        "facts": {fact.key: _figure(fact) for fact in line.facts},
        "general": review.general if review else None,
        "results": review.results if review else None,
        "points": line.points,
        "proposed": line.proposed,
        "level": line.level,
        "note": review.note if review else "",
    }


FIGURES: Mapping[str, Callable[[PeriodRecord], object]] = {
    "attendance": _attendance,
    "voices": _voices,
    "visits": _visits,
    "petitions": _petitions,
    "products": _products,
    "year": _year,
    "report": _report,
    "reviews": _reviews,
}
"""The sides of a period by their key; each gives what `core.plain.to_plain` takes."""
