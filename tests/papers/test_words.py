"""Dates, hours and shares as party documents write them."""

from __future__ import annotations

import datetime as dt

import pytest

from cellsecretary.papers import fonts
from cellsecretary.papers.printable import lines, markup, printable, with_whole_names
from cellsecretary.papers.words import Words, ended
from cellsecretary.rules import bundled

WORDS = Words(bundled().on(dt.date(2026, 10, 3)).paper.wording)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (dt.date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026"),
        (dt.date(2026, 3, 5), "ngày 05 tháng 3 năm 2026", "05/3/2026"),
        (dt.date(2026, 5, 27), "ngày 27 tháng 5 năm 2026", "27/5/2026"),
        (dt.date(2026, 10, 3), "ngày 03 tháng 10 năm 2026", "03/10/2026"),
    ],
)
def test_only_small_days_and_the_first_two_months_have_a_zero(
    day: dt.date, long: str, short: str
) -> None:
    assert WORDS.long_date(day) == long
    assert WORDS.short_date(day) == short


def test_hours_are_said_in_two_figures() -> None:
    assert WORDS.clock(dt.time(19, 30)) == "19 giờ 30 phút"
    assert WORDS.clock(dt.time(7, 5)) == "07 giờ 05 phút"


@pytest.mark.parametrize(("value", "said"), [(93.3, "93,3%"), (100.0, "100%"), (0.0, "0%")])
def test_shares_have_a_comma_and_no_empty_decimal(value: float, said: str) -> None:
    assert WORDS.percent(value) == said


def test_a_share_of_nothing_is_no_figure() -> None:
    assert WORDS.percent(None) == "không tính"


def test_a_sentence_ends_once() -> None:
    assert [ended(text) for text in ("Ốm", "Ốm.", "Vì sao?", "Ốm  ", "")] == [
        "Ốm.",
        "Ốm.",
        "Vì sao?",
        "Ốm.",
        "",
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("a\x00b\x07c\x1b", "abc"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("a\tb", "a\u00a0\u00a0\u00a0 b"),
        ("tốt 👍🏽👍", "tốt [?]"),
        ("một 会 hai", "một [?] hai"),
        ("\ufffd", "[?]"),
        ("\uf0b7 việc", "• việc"),
        ("42\u2011HD", "42-HD"),
        ("a\u2003b", "a b"),
        ("a\ud800b", "ab"),
        ("≥ 85 %", "≥ 85 %"),
    ],
)
def test_what_cannot_be_printed_is_told_or_taken_out(typed: str, shown: str) -> None:
    fonts.register()
    assert printable(typed) == shown
    assert printable(shown) == shown


def test_lines_are_those_of_the_writer_without_the_empty_ones() -> None:
    fonts.register()
    assert lines("một\r\nhai\n\n \u200b\n  ba\u2028bốn") == ["một", "hai", "ba", "bốn"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("theo gương Hồ Chí Minh ở thôn", "theo gương Hồ~Chí~Minh ở thôn"),
        ("kết nạp Nông Văn Ý, Lý Mai", "kết nạp Nông~Văn~Ý, Lý~Mai"),
        ("quý IV năm 2026", "quý IV năm 2026"),
        ("HỌP BẤT THƯỜNG CHI BỘ", "HỌP BẤT THƯỜNG CHI BỘ"),
        ("Một Hai Ba Bốn Năm Sáu", "Một Hai Ba Bốn Năm Sáu"),
        ("", ""),
    ],
)
def test_names_are_kept_whole(typed: str, kept: str) -> None:
    assert with_whole_names(typed) == kept.replace("~", "\u00a0")


def test_markup_is_escaped() -> None:
    fonts.register()
    assert markup('<b>&"\nx') == '&lt;b&gt;&amp;"<br/>x'
