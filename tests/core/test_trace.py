"""What one act changed: which fields are told, and how rows and values are called."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import fields
from typing import Any

import pytest

from cellsecretary.core.board.differences import How
from cellsecretary.core.change import Act
from cellsecretary.core.kinds import Mark, MeetingKind
from cellsecretary.core.rows import Attendance, Meeting, Task
from cellsecretary.core.trace import (
    NAMED_BY,
    FieldTrace,
    Mention,
    RowTrace,
    TraceLine,
    is_told,
    of_rows,
    row_trace,
    typed_texts,
)
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.sentences.trace import TraceSentences
from cellsecretary.store.columns import TABLES, to_columns

AT = dt.datetime(2026, 11, 3, 19, 42, 10)
TOLD = {
    f"{table}.{field.name}"
    for kind, table in TABLES.items()
    for field in fields(kind)
    if is_told(table, field.name)
}


def mention(table: str, row: str) -> Mention:
    if table == "meetings":
        return Mention(table, row, date=dt.date(2026, 11, 3), kind=MeetingKind.REGULAR)
    return Mention(table, row, f"{table} {row}")


def lacking(section: dict[str, Any]) -> list[str]:
    """Name the fields and the tables that a language has no words for, and needless words."""
    names = section["field"]
    faults = [one for one in TOLD if one not in names and one.partition(".")[2] not in names]
    bare = {one.partition(".")[2] for one in TOLD}
    faults += [one for one in names if one not in TOLD and one not in bare]
    return sorted([*faults, *(section["row"].keys() ^ set(TABLES.values()))])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_field_that_can_be_changed_has_its_words(language: str) -> None:
    section = Messages.load(language)._sections["trace"]
    assert lacking(section) == []
    broken = section | {"field": section["field"] | {"nothing": "x"}, "row": {}}
    del broken["field"]["body"]
    assert {"agenda_items.body", "nothing", "members"} <= set(lacking(broken))


def test_every_row_is_called_by_fields_that_it_has() -> None:
    assert NAMED_BY.keys() == set(TABLES.values())
    for kind, table in TABLES.items():
        assert set(NAMED_BY[table]) <= {field.name for field in fields(kind)}, table


def test_a_changed_field_is_told_with_both_values() -> None:
    whole = {"id": "a", "meeting": "m", "member": "x", "name": "Hoàng Văn Thắng"}
    found = row_trace(
        "attendance",
        Attendance,
        {"mark": "none", "late": None},
        {"mark": "present", "late": "19:40"},
        whole,
        mention,
    )
    assert (found.how, found.of) == (How.CHANGED, ("Hoàng Văn Thắng",))
    assert found.fields == (
        FieldTrace("mark", Mark.NONE, Mark.PRESENT),
        FieldTrace("late", None, dt.time(19, 40)),
    )


def test_of_a_new_row_only_that_is_told_which_it_does_not_have_by_itself() -> None:
    task = Task(
        "t", "m", 2, "T5", dt.date(2026, 11, 3), "Phát quang đường", lead="a", helpers=("b", "c")
    )
    columns = to_columns(task)
    found = row_trace("tasks", Task, None, columns, columns, mention)
    assert found.of == ("T5", "Phát quang đường")
    assert [one.field for one in found.fields] == ["given", "lead", "helpers"]
    assert found.fields[1].after == Mention("members", "a", "members a")
    assert found.fields[2].after == (
        Mention("members", "b", "members b"),
        Mention("members", "c", "members c"),
    )


def test_what_a_later_program_wrote_is_shown_as_it_stands() -> None:
    whole = {"id": "m", "date": "2026-11-03", "kind": "regular"}
    found = row_trace("meetings", Meeting, {"state": "x"}, {"state": "melted"}, whole, mention)
    assert found.fields == (FieldTrace("state", "x", "melted"),)


def test_a_row_in_which_only_the_program_changed_something_is_left_out() -> None:
    silent = RowTrace("meeting_looks", How.CHANGED, (), ())
    told = RowTrace("closed_records", How.ADDED, (1,), ())
    assert of_rows([silent, told]) == (told,)


# In words


def line(**values: object) -> TraceLine:
    return TraceLine(
        **{  # type: ignore[arg-type]
            "number": 7,
            "at": AT,
            "account": "thuky",
            "way": "do",
            "act": Act.WRITE_BODY,
            "words": (("title", "Mở đầu"),),
            "until": AT,
            "of": 7,
            **values,
        }
    )


def test_a_line_says_when_who_and_what() -> None:
    say = TraceSentences(Messages.load("vi"))
    meeting = Mention("meetings", "m", date=dt.date(2026, 11, 3), kind=MeetingKind.REGULAR)
    one = line(meetings=(meeting,))
    assert say.when(one) == "19:42 03/11/2026"
    assert say.act(one) == "Ghi nội dung “Mở đầu”"
    assert say.about(one) == "03/11/2026, thường kỳ"
    assert say.account(line(account="")) == "không rõ"


def test_typing_says_from_when_to_when() -> None:
    say = TraceSentences(Messages.load("vi"))
    typed = line(until=AT.replace(minute=58))
    assert say.when(typed) == "19:42–19:58 03/11/2026"
    assert say.when(line(until=AT.replace(second=50))) == "19:42 03/11/2026"
    assert "04/11/2026" in say.when(line(until=AT.replace(day=4)))


def test_undo_and_redo_say_what_they_are_about() -> None:
    say = TraceSentences(Messages.load("vi"))
    then = AT.replace(hour=18)
    assert say.act(line(way="undo", of_at=then)) == (
        "Hoàn tác (việc lúc 18:42 03/11/2026): ghi nội dung “Mở đầu”"
    )
    assert say.act(line(way="redo")) == "Làm lại: ghi nội dung “Mở đầu”"
    assert say.undone(line(is_undone=True)) == "đã hoàn tác"


def test_a_search_needs_no_tone_marks_and_knows_members() -> None:
    say = TraceSentences(Messages.load("vi"))
    member = Mention("members", "x", "Hoàng Văn Thắng")
    matches = say.matching("hoang thang  noi DUNG")
    assert matches is not None
    assert matches(line(members=(member,)), ())
    assert not matches(line(), ())
    assert say.matching("  ") is None


@pytest.mark.parametrize("typed", ["đường liên thôn", "ĐƯỜNG", "duong lien", "noi dung đường"])
def test_a_search_looks_into_the_texts_that_were_changed(typed: str) -> None:
    say, text = TraceSentences(Messages.load("vi")), "Bàn việc làm Đường liên thôn."
    for asked in (typed, unicodedata.normalize("NFD", typed)):
        matches = say.matching(asked)
        assert matches is not None
        assert matches(line(), ("", text))
        assert matches(line(), ("", unicodedata.normalize("NFD", text)))
        assert not matches(line(), ("Bàn việc thu đảng phí.",))


def test_only_texts_of_people_are_searched() -> None:
    task = Task("x", "m", 1, "T1", dt.date(2026, 11, 3), "Sửa cầu", lead="member-id")
    texts = set(typed_texts("tasks", Task, to_columns(task)))
    assert "Sửa cầu" in texts
    assert not texts & {"x", "m", "member-id", "2026-11-03"}
    assert not set(typed_texts("attendance", Attendance, {"mark": "excused", "later": "Sau"}))


def test_changes_are_said_in_plain_words() -> None:
    say = TraceSentences(Messages.load("vi"))
    row = RowTrace(
        "attendance",
        How.CHANGED,
        ("Hoàng Văn Thắng",),
        (
            FieldTrace("mark", Mark.NONE, Mark.EXCUSED),
            FieldTrace("fee_owing", before=False, after=True),
            FieldTrace("reason", "", "ốm"),
        ),
    )
    said = [(one.row, one.field, one.before, one.after) for one in say.changes([row], 10)]
    assert said == [
        ("Sửa điểm danh Hoàng Văn Thắng", "điểm danh", "Chưa điểm danh", "Vắng có lý do"),
        ("", "chưa nộp đảng phí", "không", "có"),
        ("", "lý do", "để trống", "ốm"),
    ]


def test_of_a_long_text_that_is_shown_which_differs() -> None:
    say = TraceSentences(Messages.load("vi"))
    words = [f"từ{number}" for number in range(200)]
    before, after = " ".join(words), " ".join([*words[:100], "khác", *words[101:]])
    row = RowTrace("agenda_items", How.CHANGED, ("Mở đầu",), (FieldTrace("body", before, after),))
    (said,) = say.changes([row], 10)
    assert said.after == "… từ97 từ98 từ99 khác từ101 từ102 từ103 …"
    assert "từ100" in said.before


def test_of_very_many_rows_the_rest_is_counted() -> None:
    say = TraceSentences(Messages.load("vi"))
    rows = [RowTrace("members", How.ADDED, (f"Người {n}",), ()) for n in range(30)]
    said = say.changes(rows, 10)
    assert len(said) == 11
    assert "20" in said[-1].row


def test_a_table_of_lines_says_what_the_window_says() -> None:
    say = TraceSentences(Messages.load("vi"))
    table = say.table([line(is_undone=True)], "In ngày 04/11/2026")
    assert table.title == "Nhật ký việc đã làm"
    assert table.shown(table.rows[0]) == (
        "19:42 03/11/2026",
        "thuky",
        "Ghi nội dung “Mở đầu” (đã hoàn tác)",
        "",
    )
