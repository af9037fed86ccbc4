"""What a later version changed, or how two versions of one number differ, in plain words."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.board.differences import (
    COUNTED,
    CUT,
    OTHER,
    TOLD,
    Difference,
    How,
    changed_part,
    differences,
)
from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.kinds import Mark, MeetingState, Result
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.sentences.differences import said
from tests.papers.records import november, october

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

AT = dt.datetime(2026, 10, 28, 9, 0)


def places(before: MeetingRecord, after: MeetingRecord) -> list[tuple[str, How]]:
    return [(one.place, one.how) for one in differences(before, after)]


def with_row(record: MeetingRecord, part: str, at: int, **values: object) -> MeetingRecord:
    rows = list(getattr(record, part))
    rows[at] = replace(rows[at], **values)
    return replace(record, **{part: tuple(rows)})  # type: ignore[arg-type]


def without(record: MeetingRecord, part: str, at: int) -> MeetingRecord:
    rows = list(getattr(record, part))
    del rows[at]
    return replace(record, **{part: tuple(rows)})  # type: ignore[arg-type]


def test_a_version_does_not_differ_from_itself_whatever_its_number_and_rules() -> None:
    record = october()
    again = replace(record, revision=7, rules=november().rules)
    assert differences(record, record) == differences(record, again) == ()


def test_a_changed_mark_tells_who_and_what_it_makes_of_the_attendance() -> None:
    record = october()
    at = next(n for n, line in enumerate(record.roster) if line.mark is Mark.PRESENT)
    after = with_row(record, "roster", at, mark=Mark.EXCUSED)
    counted, mark = differences(record, after)
    assert counted.place == "present"
    assert isinstance(counted.before, tuple)
    assert isinstance(counted.after, tuple)
    assert counted.before[0] - counted.after[0] == 1
    who = record.roster[at].name
    assert mark == Difference("roster.mark", How.CHANGED, who, Mark.PRESENT, Mark.EXCUSED)


def test_texts_tell_only_what_changed_in_them() -> None:
    record = october()
    at = next(n for n, item in enumerate(record.agenda) if item.conclusion)
    item = record.agenda[at]
    after = with_row(record, "agenda", at, conclusion=f"{item.conclusion} Giao đồng chí Bí thư.")
    (found,) = differences(record, after)
    assert (found.place, found.of) == ("agenda.conclusion", item.title)
    vi = said(Messages.load("vi"), found)
    assert vi.startswith(f"Kết luận của “{item.title[:20]}")
    assert "Giao đồng chí Bí thư." in vi
    assert item.conclusion.split(maxsplit=1)[0] not in vi.split(":", 1)[1]


def test_rows_that_came_and_went_are_named() -> None:
    record = october()
    fewer = without(record, "tasks", 0)
    task = record.tasks[0]
    assert differences(record, fewer) == (Difference("tasks", How.REMOVED, task.what),)
    assert differences(fewer, record) == (Difference("tasks", How.ADDED, task.what),)
    assert places(record, without(record, "documents", 0)) == [("documents", How.REMOVED)]


def test_a_task_tells_its_date_and_who_leads_it_by_name() -> None:
    record = october()
    lead = next(one for one in record.people if one.id != record.tasks[0].lead)
    due = dt.date(2026, 12, 31)
    found = differences(record, with_row(record, "tasks", 0, lead=lead.id, due=due))
    told = {one.place: (one.before, one.after) for one in found}
    assert told["tasks.due"][1] == due
    assert told["tasks.lead"] == (record.name_of(record.tasks[0].lead), lead.name)


def test_a_result_is_the_same_row_though_another_book_wrote_it_anew() -> None:
    record = november()
    result = next(one for one in Result if one is not record.reviews[0].result)
    after = with_row(record, "reviews", 0, id="another", result=result)
    (found,) = differences(record, after)
    assert (found.place, found.after) == ("reviews.result", result)
    assert found.of


def test_corrections_and_reasons_of_reopening_are_told() -> None:
    record = october()
    after = replace(
        record,
        corrections=(Correction("c", "m", AT, "Số 12 có mặt."),),
        reopenings=(Reopening("r", "m", 1, AT, "Ghi nhầm số 12"),),
    )
    assert [said(Messages.load("vi"), one) for one in differences(record, after)] == [
        "Thêm đính chính “Số 12 có mặt.”.",
        "Thêm lần mở lại biên bản, lý do “Ghi nhầm số 12”.",
    ]


def test_two_beside_each_other_are_told_as_a_and_b() -> None:
    record = october()
    after = without(with_row(record, "documents", 0, title="Về việc khác"), "tasks", 0)
    texts = [said(Messages.load("vi"), one, beside=True) for one in differences(record, after)]
    assert texts[0].startswith("Trích yếu văn bản")
    assert "bản A là" in texts[0]
    assert texts[1].startswith("Chỉ bản A có nhiệm vụ")


def test_a_draft_that_was_closed_says_so() -> None:
    record = october()
    draft = replace(record, meeting=replace(record.meeting, state=MeetingState.RUNNING))
    assert places(draft, record) == [("meeting.state", How.CHANGED)]


def test_what_has_no_words_of_its_own_is_not_kept_quiet() -> None:
    record = october()
    renamed = replace(record, cell=replace(record.cell, name="Chi bộ khác"))
    assert places(record, renamed) == [(OTHER, How.CHANGED)]
    moved = replace(record, opinions=tuple(reversed(record.opinions)))
    assert places(record, moved) == [(OTHER, How.CHANGED)]
    both = with_row(renamed, "documents", 0, title="Khác", date=dt.date(2026, 1, 1))
    assert places(record, both) == [("documents.title", How.CHANGED), (OTHER, How.CHANGED)]


def of_another(value: Any) -> object:  # noqa: ANN401 - any field of a row
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return f"{value} x"
        case None:
            return "x"
        case _:
            return None


SKIPPED = {
    "id",
    "speaker",
    "lead",
    "helpers",
    "task",
    "standing",
    "official",
    "mark",
    "type",
    "part",
    "meeting",
    "role",
}


@given(st.data())
def test_whatever_is_changed_something_is_told_of_it(data: st.DataObject) -> None:
    record = november()
    part = data.draw(st.sampled_from([part for part in TOLD if part != "meeting"]))
    rows = getattr(record, part)
    if not rows:
        return
    at = data.draw(st.integers(0, len(rows) - 1))
    names = [one.name for one in fields(rows[at]) if one.name not in SKIPPED]
    name = data.draw(st.sampled_from(names))
    old = getattr(rows[at], name)
    if old is not None and not isinstance(old, bool | int | str):
        return
    after = with_row(record, part, at, **{name: of_another(old)})
    assert differences(record, after), (part, name)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_the_part_that_changed_brings_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    before, after = changed_part(" ".join(old), " ".join(new))
    start = len(old) - len(before.removeprefix(CUT).removesuffix(CUT).split())
    assert start >= 0
    if before.startswith(CUT):
        assert after.startswith(CUT)
    if old == new:
        assert before == after


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_differ_has_words(language: str) -> None:
    what = Messages.load(language)._sections["difference"]["what"]
    wanted = {f"{part}.{field}" for part, names in TOLD.items() for field in names}
    assert what.keys() == wanted | (TOLD.keys() - {"meeting"}) | {*COUNTED, OTHER}
    words = Messages.load(language)
    for place in what:
        for how in How:
            for beside in (False, True):
                text = said(words, Difference(place, how, "x", "a b", "a c"), beside=beside)
                assert text.endswith("."), text
