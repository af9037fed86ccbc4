"""Replaying scenarios: the same book each time, and nothing written of a broken one."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.change import Why
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import MeetingKind, MeetingState, StandingKind
from cellsecretary.core.plain import PlainError, canonical_json
from cellsecretary.exchange.replay import Replay, ReplayRefused
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, OCTOBER, THON_3, record_of

if TYPE_CHECKING:
    from collections.abc import Callable


def _plain() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(THON_3.read_text(encoding="utf-8"))
    return found


def _played(plain: dict[str, Any]) -> tuple[Book, Replay]:
    book = Book.in_memory(bundled())
    replay = Replay(read_scenario(json.dumps(plain)), book)
    for _ in replay.steps():
        pass
    return book, replay


def test_november_stays_open_because_of_t4_and_nothing_else() -> None:
    _, replay = _played(_plain())
    ((record, refusal),) = replay.refused
    assert record.meeting.date.isoformat() == NOVEMBER
    (problem,) = refusal.problems
    assert problem.why is Why.TASK_WITHOUT_RESULT
    assert dict(problem.words)["code"] == "T4"


def test_two_replays_give_equal_records() -> None:
    first, second = _played(_plain())[0], _played(_plain())[0]
    assert canonical_json(record_of(first)) == canonical_json(record_of(second))


def test_a_scenario_in_decomposed_unicode_gives_composed_records() -> None:
    text = unicodedata.normalize("NFD", json.dumps(_plain(), ensure_ascii=False))
    book = Book.in_memory(bundled())
    for _ in Replay(read_scenario(text), book).steps():
        pass
    assert unicodedata.is_normalized("NFC", canonical_json(record_of(book)))


def _wrong_type(plain: dict[str, Any]) -> None:
    plain["members"][4]["no"] = "five"


def _unknown_member(plain: dict[str, Any]) -> None:
    plain["meetings"][0]["attendance"]["excused"][0]["member"] = 99


def _two_with_one_number(plain: dict[str, Any]) -> None:
    plain["members"][7]["no"] = 1


def _no_such_date(plain: dict[str, Any]) -> None:
    plain["meetings"][1]["date"] = "2026-11-31"


def _no_such_item(plain: dict[str, Any]) -> None:
    plain["meetings"][0]["votes"][0]["item"] = 80


def _unknown_kind(plain: dict[str, Any]) -> None:
    plain["meetings"][0]["kind"] = "party"


def _unknown_reviewed(plain: dict[str, Any]) -> None:
    plain["year_reviews"] = [{"year": 2026, "member": 99, "decided": "2026-11-20"}]


def _unknown_second_reader(plain: dict[str, Any]) -> None:
    plain["meetings"][1]["reviews"][0]["second_reader"] = 99


def _unknown_speaker(plain: dict[str, Any]) -> None:
    plain["meetings"][0]["agenda"][0]["opinions"] = [{"speaker": 99, "text": "Nhất trí."}]


def _not_entered_yet(plain: dict[str, Any]) -> None:
    plain["members"][8]["entered"] = "2026-10-20"
    plain["meetings"][0]["attendance"]["unexcused"] = [plain["members"][8]["no"]]


def _newer(plain: dict[str, Any]) -> None:
    plain["schema"] = 2


@pytest.mark.parametrize(
    ("spoil", "path", "reason"),
    [
        (_wrong_type, "members[4].no", "wrong_type"),
        (_unknown_member, "meetings[0].attendance.excused[0]", "no_such_member"),
        (_two_with_one_number, "members[7].no", "number_twice"),
        (_no_such_date, "meetings[1].date", "no_such_date"),
        (_no_such_item, "meetings[0].votes[0].item", "no_such_item"),
        (_unknown_kind, "meetings[0].kind", "unknown_value"),
        (_unknown_reviewed, "year_reviews[0].member", "no_such_member"),
        (_unknown_second_reader, "meetings[1].reviews[0].second_reader", "no_such_member"),
        (_unknown_speaker, "meetings[0].agenda[0].opinions[0].speaker", "no_such_member"),
        (_not_entered_yet, "meetings[0].attendance.unexcused[0]", "no_such_member"),
        (_newer, "schema", "too_new"),
    ],
)
def test_a_broken_scenario_is_refused_with_its_place(
    spoil: Callable[[dict[str, Any]], None], path: str, reason: str
) -> None:
    plain = _plain()
    spoil(plain)
    with pytest.raises(PlainError) as caught:
        read_scenario(json.dumps(plain))
    assert (caught.value.path, caught.value.reason) == (path, reason)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_what_is_no_scenario_is_refused(text: str) -> None:
    with pytest.raises(PlainError):
        read_scenario(text)


def test_more_votes_than_voters_are_refused() -> None:
    plain = _plain()
    plain["meetings"][0]["votes"][0]["for"] = 42
    with pytest.raises(ReplayRefused) as caught:
        _played(plain)
    assert caught.value.refusal.problems[0].why is Why.VOTE_EXCEEDS_VOTERS


def test_only_the_committee_is_summoned_to_a_committee_meeting() -> None:
    plain = _plain()
    meeting = plain["meetings"][0]
    plain["meetings"] = [
        {
            "date": "2026-10-02",
            "kind": "committee",
            "title": "Họp chi ủy",
            "start": "15:00",
            "end": "16:00",
            "chair": 1,
            "minute_taker": 3,
            "attendance": {"excused": [{"member": 5, "reason": "Ốm"}]},
            "agenda": [],
        },
        meeting,
    ]
    book, replay = _played(plain)
    assert replay.refused == []
    found = facts(record_of(book, "2026-10-02"))
    assert (found.register, found.present, found.excused) == (5, 4, 1)
    assert found.warnings == ("attendance_low",)


def test_a_meeting_before_the_term_is_refused_with_its_place() -> None:
    plain = _plain()
    plain["meetings"][0]["date"] = "2024-12-31"
    with pytest.raises(ReplayRefused) as caught:
        _played(plain)
    (problem,) = caught.value.refusal.problems
    assert (problem.why, problem.field) == (Why.BEFORE_TERM, "date")


def test_a_birth_after_all_that_a_scenario_tells_is_refused() -> None:
    plain = _plain()
    plain["members"][0] |= {"born": "2026-11-04", "joined": None, "official": None}
    with pytest.raises(ReplayRefused) as caught:
        _played(plain)
    (problem,) = caught.value.refusal.problems
    assert (problem.why, problem.field) == (Why.DATE_IN_FUTURE, "born")


def test_a_scenario_without_meetings_may_tell_of_members_who_joined_within_the_term() -> None:
    plain = _plain() | {"meetings": []}
    book, _ = _played(plain)
    assert len(cell_record(book).members) == len(plain["members"])


@pytest.mark.parametrize("kind", sorted({*MeetingKind} - {MeetingKind.COMMITTEE}))
def test_a_meeting_of_every_kind_of_the_cell_is_held_and_closed(kind: MeetingKind) -> None:
    plain = _plain()
    november = plain["meetings"][1]
    november["kind"] = kind.value
    november["reviews"].append({"task": "T4", "result": "done"})
    book, replay = _played(plain)
    assert replay.refused == []
    record = record_of(book)
    assert (record.meeting.kind, record.meeting.state) == (kind, MeetingState.CLOSED)


def test_a_meeting_that_names_nobody_yet_is_replayed_and_stays_open() -> None:
    plain = _plain()
    november = plain["meetings"][1] | {"chair": None, "minute_taker": None}
    november["agenda"][0]["presenter"] = None
    november["tasks"][0]["lead"] = None
    plain["meetings"][1] = november
    book, replay = _played(plain)
    ((record, refusal),) = replay.refused
    assert record.meeting.date.isoformat() == NOVEMBER
    whys = {problem.why for problem in refusal.problems}
    assert {Why.CHAIR_MISSING, Why.MINUTE_TAKER_MISSING} <= whys
    record = record_of(book)
    assert (record.meeting.chair, record.agenda[0].presenter, record.tasks[0].lead) == (None,) * 3


def test_who_reads_a_task_with_the_other_is_named() -> None:
    plain = _plain()
    plain["meetings"][1]["reviews"][0]["second_reader"] = 5
    record = record_of(_played(plain)[0])
    (named,) = [one.second_reader for one in record.reviews if one.second_reader]
    reader = record.person(named)
    assert reader is not None
    assert reader.number == 5


# What happens between two meetings


def test_who_comes_in_exempt_is_exempt_from_that_day_on() -> None:
    plain = _plain()
    new = {"no": 90, "name": "Ma Thị Kiên", "entered": "2026-10-20", "standing": "exempt"}
    plain["members"].append(new)
    book, _ = _played(plain)
    assert 90 not in {line.number for line in record_of(book, OCTOBER).roster}
    (line,) = [line for line in record_of(book).roster if line.number == 90]
    assert line.standing is StandingKind.EXEMPT
    (span,) = [one for one in cell_record(book).standings if one.member == line.member]
    assert (span.kind, span.since) == (StandingKind.EXEMPT, dt.date(2026, 10, 20))


def test_who_cannot_come_in_is_told_as_a_refusal() -> None:
    plain = _plain()
    plain["members"].append({"no": 90, "name": "  ", "entered": "2026-10-20"})
    with pytest.raises(ReplayRefused) as caught:
        _played(plain)
    (problem,) = caught.value.refusal.problems
    assert problem.field == "name"
