"""What the two meetings of thôn 3 say: as typed, as content without ids, as facts on paper."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from cellsecretary.core.kinds import DocumentType, Mark, Needs, StandingKind, VoteMethod
from cellsecretary.core.moments import write_date
from cellsecretary.core.plain import canonical_json
from cellsecretary.exchange.scenario import read_scenario
from tests.building import THON_3

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.exchange.scenario import MeetingInput

SCENARIO = read_scenario(THON_3.read_text(encoding="utf-8"))
EXPECTED: dict[str, dict[str, Any]] = json.loads(THON_3.read_text(encoding="utf-8"))["expected"]
OCTOBER, NOVEMBER = SCENARIO.meetings
NAMES = {member.no: member.name for member in SCENARIO.members}

_TITLES = (
    *("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức"),
    *("Số thẻ", "Chức vụ", "Diện sinh hoạt"),
)
_STANDINGS = {
    StandingKind.ACTIVE: "",
    StandingKind.EXEMPT: "Miễn công tác và sinh hoạt",
    StandingKind.AWAY: "Sinh hoạt tạm thời ở nơi khác",
    StandingKind.VISITING: "Sinh hoạt tạm thời đến",
}


def write_members(path: Path) -> None:
    """Write the register as a spreadsheet in Vietnam saves it: semicolons, UTF-8 with its mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(_TITLES)
        for member in SCENARIO.members:
            days = (write_date(day) for day in (member.born, member.joined, member.official))
            sex = "Nữ" if member.sex == "female" else "Nam"
            rest = (member.card, member.post, _STANDINGS[member.standing])
            lines.writerow([member.no, member.name, sex, *days, *rest])


def entered(meeting: MeetingInput) -> dict[str, int]:
    """Count the facts that the evening of a meeting adds, by what they are about.

    A fact is one value of the scenario that the program does not have by then: not what the plan
    and the agenda say already, not that all the others are present, nor codes of tasks and what
    stands in a new vote, a new document anyway.
    """
    noted, fees = meeting.attendance, meeting.fees
    assert noted is not None
    assert fees is not None
    titles = [item.title for item in meeting.agenda]
    opinions = [opinion for item in meeting.agenda for opinion in item.opinions]
    votes = sum(
        _given(
            vote.question != titles[vote.item],
            vote.method is not VoteMethod.HANDS,
            vote.needs is not Needs.HALF,
            *(vote.in_favour, vote.against, vote.other, vote.issued, vote.returned, vote.valid),
        )
        for vote in meeting.votes
    )
    tasks = sum(
        _given(task.what, task.product, task.lead, task.due, *task.helpers)
        for task in meeting.tasks
    )
    wishes = sum(_given(one.source, one.text, one.addressee) for one in meeting.petitions)
    documents = sum(
        _given(one.type is not DocumentType.RESOLUTION, one.number, one.title)
        for one in meeting.documents
    )
    there = (*noted.unexcused, *noted.exempt_present, *noted.visiting_present)
    return {
        "who is excused, and why": 2 * len(noted.excused),
        "who is absent, came all the same, or late and when": len(there) + 2 * len(noted.late),
        "fees": _given(fees.paid, *fees.owing),
        "when it ended": _given(meeting.end),
        "what was reported": _given(*(item.body for item in meeting.agenda)),
        "who spoke, and what": 2 * len(opinions),
        "what was concluded": _given(*(item.conclusion for item in meeting.agenda)),
        "votes": votes,
        "wishes": wishes,
        "tasks": tasks,
        "documents": documents,
    }


def _given(*values: object) -> int:
    return sum(bool(value) for value in values)


def content(record: MeetingRecord) -> dict[str, Any]:
    """Give what a record says with places in place of ids, which differ in every book."""
    places = {record.cell.id: "cell", record.meeting.id: "meeting"}
    for carried in record.carried:
        places[carried.task.id] = f"task {carried.task.code}"
        places[carried.task.meeting or ""] = "earlier meeting"
    for person in record.people:
        places[person.id] = f"member {person.number}"
    for line in record.roster:
        places[line.member] = f"member {line.number}"
    for petition in record.waiting:
        places[petition.meeting] = "earlier meeting"
    kinds = ("guests", "agenda", "opinions", "votes", "documents", "tasks", "reviews")
    for kind in (*kinds, "petitions", "waiting"):
        for number, row in enumerate(getattr(record, kind)):
            places[row.id] = f"{kind} {number}"
    text = canonical_json(record)
    for key, place in places.items():
        text = text.replace(key, place)
    plain: dict[str, Any] = json.loads(text)
    plain["runs"].sort(key=lambda run: run["member"])
    return plain


def words_on_paper(record: MeetingRecord) -> Iterator[str]:
    """Give every fact of a record as its minutes have to say it."""
    meeting = record.meeting
    yield from (record.cell.name.upper(), record.cell.superior.upper(), record.cell.commune)
    yield from (meeting.title, meeting.topic, meeting.place, _day(meeting.date))
    yield from (_hour(meeting.start), _hour(meeting.end))
    yield from (record.name_of(meeting.chair), record.name_of(meeting.minute_taker))
    for guest in record.guests:
        yield from (guest.name, guest.title)
    yield from _attendance(record)
    for item in record.agenda:
        yield from (item.title, item.body, item.conclusion)
    for opinion in record.opinions:
        yield f"{record.name_of(opinion.speaker)}: {opinion.text}"
    for vote in record.votes:
        yield from (vote.question, f"Tán thành {vote.in_favour}/")
        yield from (f"không tán thành {vote.against}", f"ý kiến khác {vote.other}")
        if vote.issued is not None:
            yield f"Phát ra {vote.issued} phiếu, thu về {vote.returned} phiếu"
            yield f"hợp lệ {vote.valid} phiếu"
    for task in record.tasks:
        yield from (task.what, task.product, record.name_of(task.lead), write_date(task.due))
        yield from (record.name_of(helper) for helper in task.helpers)
    for review in record.reviews:
        yield from (f"đạt {review.percent}%", review.note)
    for petition in (*record.petitions, *record.waiting):
        yield from (petition.source, petition.text, petition.addressee)
    for document in record.documents:
        yield from (f"số {document.number}-", document.title)


def _attendance(record: MeetingRecord) -> Iterator[str]:
    for line in record.marked(Mark.EXCUSED):
        yield from (line.name, line.reason)
    yield from (line.name for line in record.marked(Mark.UNEXCUSED))
    for line in record.marked(Mark.PRESENT):
        if line.late is not None:
            yield f"{line.name} ({_hour(line.late)})"
        if line.standing is not StandingKind.ACTIVE:
            yield line.name
    yield f"đã nộp {record.meeting.fees_paid} đồng chí"
    yield from (line.name for line in record.roster if line.fee_owing)


def _day(day: dt.date) -> str:
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"


def _hour(time: dt.time | None) -> str:
    assert time is not None
    return f"{time.hour:02} giờ {time.minute:02} phút"
