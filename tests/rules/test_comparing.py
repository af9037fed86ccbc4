"""What a further file changes is said value by value, against what would hold without it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import pytest

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.ruleset import Share
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.rules import bundled
from cellsecretary.rules.comparing import TITLED, How, differences
from cellsecretary.rules.sections import SECTIONS, Header
from cellsecretary.sentences.rules import LONGEST_LIST, changed
from tests.rules.files import FILES, HANDED_OUT, handed_out, section

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 11, 3)
OF_ITSELF = set(Header.__dataclass_fields__)


def said(*texts: str, language: str = "vi", today: dt.date = TODAY) -> list[str]:
    """Give what the last file changes, in words, the others being in use."""
    *used, text = texts
    now = bundled().with_files(tuple((HANDED_OUT, one) for one in used))
    words = Messages.load(language)
    return [changed(words, found) for found in differences(now, HANDED_OUT, text, today)]


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("meeting", {"minimum_minutes": {"regular": 100}},
         "Thời lượng tối thiểu, sinh hoạt thường kỳ: 90 → 100 phút (từ 01/01/2027)"),
        ("meeting", {"minimum_minutes": {"committee": 60}},
         "Thời lượng tối thiểu, họp chi ủy: không quy định → 60 phút (từ 01/01/2027)"),
        ("meeting", {"small_cell": {"fewer_than": 9}},
         "Chi bộ ít đảng viên là dưới: 0 → 9 đồng chí (từ 01/01/2027)"),
        ("meeting", {"thematic_kinds": ["thematic"]},
         "Loại được tính là sinh hoạt chuyên đề: bỏ thường kỳ và chuyên đề (từ 01/01/2027)"),
        ("meeting", {"attendance_floor": {"numerator": 3, "denominator": 4, "inclusive": False}},
         "Tỷ lệ dự họp: từ 85/100 trở lên → trên 3/4 (từ 01/01/2027)"),
        ("vote", {"visiting_may_vote": True},
         "Đảng viên sinh hoạt tạm thời đến được biểu quyết: không → có (từ 01/01/2027)"),
        ("vote", {"shares": {"half": {"inclusive": True}}},
         "Tỷ lệ để được thông qua, quá nửa: trên 1/2 → từ 1/2 trở lên (từ 01/01/2027)"),
        ("fixed_days", {"days": ["01-01", "04-30", "05-01", "09-02", "12-22"]},
         "Ngày lễ dương lịch: bỏ 24/11 (từ 01/01/2027)"),
        ("days_changed", {"added": [dt.date(2027, 2, 10)]},
         "Ngày nghỉ thêm: thêm 10/02/2027 (từ 01/01/2027)"),
        ("titles", {"congress": "Đại hội $year"},
         "Tên kỳ sinh hoạt, đại hội chi bộ: “Đại hội chi bộ năm …” → “Đại hội …” (từ 01/01/2027)"),
        ("choices", {"posts": ["Phó bí thư", "Bí thư", "Chi ủy viên", "Đảng viên"]},
         "Chức vụ để chọn: thứ tự mới là “Phó bí thư”, “Bí thư”, “Chi ủy viên”, “Đảng viên” "
         "(từ 01/01/2027)"),
        ("paper", {"layout": {"rule_thickness": 0.5}},
         "Độ dày đường kẻ: 0,75 → 0,5 pt (từ 01/01/2027)"),
        ("paper", {"authority": "committee"}, "Ký thay mặt: Chi bộ → Chi ủy (từ 01/01/2027)"),
        ("paper", {"dashes_under": ["minutes", "extract", "resolution", "report", "notice"]},
         "Giấy có năm gạch nối dưới trích yếu: thêm giấy mời kèm chương trình (từ 01/01/2027)"),
        ("paper", {"signs": {"letter": "TH"}},
         "Ký hiệu văn bản, công văn: “CV” → “TH” (từ 01/01/2027)"),
        ("paper", {"receivers": []}, None),
        ("wording", {"minutes": {"part": {"opening": "A. PHẦN MỞ ĐẦU"}}},
         "Lời in trên biên bản: “A. MỞ ĐẦU” → “A. PHẦN MỞ ĐẦU” (từ 01/01/2027)"),
        ("wording", {"head": {"place_and_date": "$date, $place"}},
         "Lời in ở đầu văn bản: “$place, $date” → “$date, $place” (từ 01/01/2027)"),
        ("wording", {"head": {"star": ""}},
         "Lời in ở đầu văn bản: “*” → để trống (từ 01/01/2027)"),
    ],
)  # fmt: skip
def test_a_change_is_said_in_plain_words(
    name: str, values: dict[str, Any], sentence: str | None
) -> None:
    found = said(handed_out(**{name: values}))
    if sentence is None:
        assert all(": bỏ “" in line for line in found)
    else:
        assert sentence in found
        assert len(found) <= 2


def test_the_steps_of_an_agenda_are_added_removed_changed_and_moved() -> None:
    steps = section("agendas")["committee"]
    first = {"part": "opening", "title": "Chào cờ", "minutes": 3}
    changed_step = steps[1] | {"minutes": 20, "presenter_post": ""}
    agenda = [first, steps[0], steps[2], changed_step, *steps[3:-1]]
    assert said(handed_out(agendas={"committee": agenda})) == [
        "Chương trình mẫu, họp chi ủy: bỏ “Kết luận, phân công chuẩn bị buổi sinh hoạt” "
        "(10 phút, Bí thư) (từ 01/01/2027)",
        "Chương trình mẫu, họp chi ủy: thêm “Chào cờ” (3 phút) (từ 01/01/2027)",
        f"Thời gian trong chương trình mẫu, họp chi ủy, “{steps[1]['title']}”: 15 → 20 phút "
        "(từ 01/01/2027)",
        f"Người trình bày trong chương trình mẫu, họp chi ủy, “{steps[1]['title']}”: "
        "“Bí thư” → để trống (từ 01/01/2027)",
        "Chương trình mẫu, họp chi ủy: thứ tự mới là “Chào cờ” (3 phút), "
        f"“{steps[0]['title']}” (5 phút, Bí thư), “{steps[2]['title']}” (15 phút, Bí thư), "
        f"“{steps[1]['title']}” (20 phút), “{steps[3]['title']}” (15 phút, Phó bí thư) "
        "(từ 01/01/2027)",
    ]


def test_two_steps_of_one_name_are_two() -> None:
    steps = section("agendas")["committee"]
    twice = [*steps, steps[-1]]
    (line,) = said(handed_out(agendas={"committee": twice}))
    assert ": thêm “Kết luận" in line


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_the_program_itself_changes_nothing(file: Path) -> None:
    assert said(file.read_text(encoding="utf-8")) == []


def test_a_file_that_is_used_already_changes_nothing() -> None:
    text = handed_out(meeting={"carried": 5})
    assert len(said(text)) == 1
    assert said(text, text) == []


def test_a_file_is_compared_with_those_that_are_used() -> None:
    used, text = (handed_out(meeting={"carried": count}) for count in (5, 6))
    assert said(used, text) == ["Nhắc khi nhiệm vụ phải chuyển qua: 5 → 6 kỳ (từ 01/01/2027)"]


def editions(*values: tuple[str, int]) -> str:
    """Give a file with several editions of one section: first day, and when a task is often."""
    files = [
        handed_out(meeting={"valid_from": dt.date.fromisoformat(day), "carried": count})
        for day, count in values
    ]
    inner = [text.partition("[")[2].rpartition("]")[0] for text in files]
    return f"format = 1\nmeeting = [{', '.join(inner)}]"


def test_editions_to_come_are_said_one_after_the_other_going_back_too() -> None:
    assert said(editions(("2028-01-01", 3), ("2027-01-01", 5))) == [
        "Nhắc khi nhiệm vụ phải chuyển qua: 3 → 5 kỳ (từ 01/01/2027)",
        "Nhắc khi nhiệm vụ phải chuyển qua: 5 → 3 kỳ (từ 01/01/2028)",
    ]


def test_of_editions_that_began_already_the_last_one_counts() -> None:
    assert said(editions(("2026-01-01", 7), ("2026-11-03", 5))) == [
        "Nhắc khi nhiệm vụ phải chuyển qua: 3 → 5 kỳ (từ 03/11/2026)"
    ]


def test_an_edition_older_than_that_of_the_program_changes_nothing() -> None:
    assert said(editions(("2025-10-27", 7))) == []
    assert said(editions(("2025-10-28", 7))) != []


def test_a_long_list_is_cut_and_counted() -> None:
    days = [dt.date(2070, 1, 1) + dt.timedelta(days=count) for count in range(40)]
    (line,) = said(handed_out(days_changed={"added": days}))
    assert line.count("/2070") == LONGEST_LIST
    assert line.endswith("và 28 mục khác (từ 01/01/2027)")


def named_fields(kind: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Give the names under which differences in values of a type are said, with the type."""
    args = get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind) and kind is not Share:
        for name, inner in get_type_hints(kind).items():
            if kind not in TITLED or name != "title":
                yield from named_fields(inner, f"{path}.{name}")
    elif get_origin(kind) is tuple and args[0] in TITLED:
        yield path, kind
        yield from named_fields(args[0], path)
    elif path == "wording":
        yield from ((f"wording.{group}", str) for group in set(section(path)) - OF_ITSELF)
    elif issubclass(get_origin(kind) or object, Mapping):
        yield from named_fields(args[1], path)
    else:
        yield path, kind


FIELDS = {
    field: kind
    for name, read in SECTIONS.items()
    for field, kind in named_fields(get_type_hints(read)["return"], name)
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_section_has_its_words(language: str) -> None:
    given = Messages.load(language)._sections["rule"]
    assert given["field"].keys() == FIELDS.keys()
    assert given["unit"].keys() <= FIELDS.keys()
    assert given["section"].keys() == SECTIONS.keys()
    assert given["how"].keys() == {how.value for how in How}
    assert given["kind"].keys() == {kind.value for kind in MeetingKind}


def test_every_number_of_a_rule_has_its_unit() -> None:
    given = Messages.load("vi")._sections["rule"]["unit"]
    assert given.keys() == {field for field, kind in FIELDS.items() if kind in (int, float)}
