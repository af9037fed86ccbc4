"""Records to print: meetings of the scenario, made by hand from its JSON, and small ones."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from cellsecretary.core.kinds import (
    CellKind,
    DocumentType,
    GuestRole,
    Mark,
    MeetingKind,
    MeetingState,
    Needs,
    Part,
    Result,
    Shift,
    StandingKind,
    VoteMethod,
)
from cellsecretary.core.record import CarriedTask, MeetingRecord, Person
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
    Cell,
    Document,
    Guest,
    Meeting,
    Opinion,
    Petition,
    Review,
    Task,
    Vote,
)
from cellsecretary.rules import bundled

TESTS = Path(__file__).resolve().parent.parent
SCENARIO = json.loads((TESTS / "scenarios" / "thon-3.json").read_text(encoding="utf-8"))


def october() -> MeetingRecord:
    """The October meeting, closed."""
    return scenario(0, MeetingState.CLOSED)


def november() -> MeetingRecord:
    """The November meeting, still running, with the tasks of October carried into it."""
    return scenario(1, MeetingState.RUNNING)


def scenario(index: int, state: MeetingState) -> MeetingRecord:
    """One meeting of the scenario as its record."""
    plain = SCENARIO["meetings"][index]
    day = dt.date.fromisoformat(plain["date"])
    places = list(enumerate(plain["agenda"]))
    return MeetingRecord(
        cell=cell(),
        meeting=Meeting(
            id="m",
            date=day,
            kind=MeetingKind(plain["kind"]),
            title=plain["title"],
            topic=plain.get("topic") or "",
            starts=dt.time.fromisoformat(plain["start"]),
            start=dt.time.fromisoformat(plain["start"]),
            end=dt.time.fromisoformat(plain["end"]),
            place=plain["place"],
            state=state,
            chair=str(plain["chair"]),
            minute_taker=str(plain["minute_taker"]),
            fees_paid=plain["fees"]["paid"],
        ),
        people=tuple(
            Person(str(m["no"]), m["no"], m["name"], m["post"] or "") for m in SCENARIO["members"]
        ),
        roster=tuple(_attendance(member, plain, day) for member in SCENARIO["members"]),
        guests=tuple(
            Guest(f"g{at}", "m", at, guest["name"], guest["title"], GuestRole(guest["role"]))
            for at, guest in enumerate(plain["guests"])
        ),
        agenda=tuple(
            AgendaItem(
                id=f"i{at}",
                meeting="m",
                position=at,
                part=Part(item["part"]),
                title=item["title"],
                presenter=str(item["presenter"]),
                minutes=item["minutes"],
                body=item["body"],
                conclusion=item["conclusion"],
            )
            for at, item in places
        ),
        opinions=tuple(
            Opinion(f"o{at}-{n}", "m", f"i{at}", n, str(opinion["speaker"]), opinion["text"])
            for at, item in places
            for n, opinion in enumerate(item["opinions"])
        ),
        votes=tuple(_vote(at, vote) for at, vote in enumerate(plain["votes"])),
        documents=tuple(
            Document(f"d{at}", "m", DocumentType(d["type"]), d["number"], d["title"], day)
            for at, d in enumerate(plain["documents"])
        ),
        tasks=_tasks(plain),
        carried=tuple(CarriedTask(t, 0) for t in _tasks(SCENARIO["meetings"][0]) if index == 1),
        reviews=tuple(
            Review(f"r{r['task']}", "m", r["task"], Result(r["result"]), r["percent"], r["note"])
            for r in plain["reviews"]
        ),
        petitions=tuple(
            Petition(f"p{at}", "m", at, p["from"], p["text"], p["to"])
            for at, p in enumerate(plain["petitions"])
        ),
        runs=(),
        rules=bundled().on(day),
    )


def cell() -> Cell:
    """The cell of the scenario."""
    plain = SCENARIO["cell"]
    return Cell(
        id="cell",
        name=plain["name"],
        kind=CellKind.VILLAGE,
        superior=plain["superior"],
        commune=plain["commune"],
        place=plain["place"],
        day=plain["day"],
        time=dt.time.fromisoformat(plain["time"]),
        shift=Shift.NONE,
        term_start=dt.date(2025, 1, 1),
    )


def _attendance(member: dict[str, Any], plain: dict[str, Any], day: dt.date) -> Attendance:
    number, marks = member["no"], plain["attendance"]
    standing = StandingKind(member["standing"])
    excused = {line["member"]: line["reason"] for line in marks["excused"]}
    late = {line["member"]: dt.time.fromisoformat(line["at"]) for line in marks["late"]}
    came = {*marks["exempt_present"], *marks["visiting_present"]}
    mark = Mark.PRESENT if standing is StandingKind.ACTIVE or number in came else Mark.NONE
    if number in excused:
        mark = Mark.EXCUSED
    if number in marks["unexcused"]:
        mark = Mark.UNEXCUSED
    official = member["official"]
    return Attendance(
        id=f"m:{number}",
        meeting="m",
        member=str(number),
        number=number,
        name=member["name"],
        post=member["post"] or "",
        official=bool(official) and dt.date.fromisoformat(official) <= day,
        standing=standing,
        mark=mark,
        reason=excused.get(number, ""),
        late=late.get(number),
        fee_owing=number in plain["fees"]["owing"],
    )


def _vote(at: int, plain: dict[str, Any]) -> Vote:
    return Vote(
        id=f"v{at}",
        meeting="m",
        item=f"i{plain['item']}",
        position=at,
        question=plain["question"],
        method=VoteMethod(plain["method"]),
        needs=Needs(plain["needs"]),
        in_favour=plain["for"],
        against=plain["against"],
        other=plain["other"],
        issued=plain.get("issued"),
        returned=plain.get("returned"),
        valid=plain.get("valid"),
    )


def _tasks(plain: dict[str, Any]) -> tuple[Task, ...]:
    return tuple(
        Task(
            id=task["code"],
            meeting="m",
            position=at,
            code=task["code"],
            given=dt.date.fromisoformat(plain["date"]),
            what=task["what"],
            product=task["product"],
            lead=str(task["lead"]),
            helpers=tuple(map(str, task["with"])),
            due=dt.date.fromisoformat(task["due"]),
        )
        for at, task in enumerate(plain["tasks"])
    )


def with_wording(record: MeetingRecord, **texts: str) -> MeetingRecord:
    """The record under another wording; keys with `__` for the dot."""
    changed = {key.replace("__", "."): text for key, text in texts.items()}
    paper = replace(record.rules.paper, wording={**record.rules.paper.wording, **changed})
    return replace(record, rules=replace(record.rules, paper=paper))
