"""A slip for each cell whose packets are missing: whole, cut apart, two on a page."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest

from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.reminders import reminder_slips
from tests.papers import pages, rare
from tests.papers.boards import ALL_LETTERS, OFFICE, RULES, UGLY, missing
from tests.papers.test_layout import assert_inside_the_margins

UNTIL = dt.date(2026, 12, 10)


def test_a_slip_says_to_whom_what_until_when_and_who_asks() -> None:
    said = pages.text_of(reminder_slips([missing("Chi bộ thôn 3", 1, UNTIL)], RULES, OFFICE))
    for text in (
        "ĐẢNG ỦY XÃ LƯỠNG VƯỢNG",
        "Lưỡng Vượng, ngày 03 tháng 12 năm 2026",
        "Kính gửi: Chi bộ thôn 3",
        "Tháng 12/2026: chưa nhận được biên bản.",
        "chậm nhất ngày 10 tháng 12 năm 2026.",
        "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ",
        "Quan Văn Thuận",
    ):
        assert text in said


def test_all_missing_months_are_named_in_one_sentence() -> None:
    said = pages.text_of(reminder_slips([missing("Chi bộ thôn 3", 3)], RULES, OFFICE))
    assert "Tháng 10/2026, tháng 11/2026, tháng 12/2026: chưa nhận được" in said


def test_without_a_day_the_minutes_are_asked_for_soon() -> None:
    said = pages.text_of(reminder_slips([missing("Chi bộ thôn 3")], RULES, OFFICE))
    assert "chậm nhất" not in said
    assert "sớm gửi" in said


@pytest.mark.thorough
@pytest.mark.parametrize("count", [1, 2, 22, 120])
def test_two_slips_stand_on_a_page_with_a_line_between(count: int) -> None:
    slips = [missing(f"Chi bộ thôn {at}", 2, UNTIL) for at in range(count)]
    pdf = reminder_slips(slips, RULES, OFFICE)
    assert_inside_the_margins(pdf)
    texts = pages.page_texts(pdf)
    assert len(texts) == (count + 1) // 2
    assert sum(text.count("Kính gửi") for text in texts) == count
    wide = [rule for rule in pages.rules(pdf) if rule[1] - rule[0] > 400]
    cuts = [height for _, _, height, _ in wide]
    names = [line.baseline for line in pages.lines(pdf) if line.page == 1 and "Thuận" in line.text]
    heads = [line.baseline for line in pages.lines(pdf) if line.page == 1 and "ĐẢNGỦY" in line.text]
    assert len(names) == min(count, 2)
    if count > 1:
        assert any(names[0] > cut > heads[1] for cut in cuts)


def test_a_tall_slip_does_not_take_the_place_of_the_others() -> None:
    usual = [missing(f"Chi bộ thôn {at}") for at in range(4)]
    pdf = reminder_slips([*usual[:2], missing(UGLY, 24), *usual[2:]], RULES, OFFICE)
    texts = pages.page_texts(pdf)
    assert [text.count("Kính gửi") for text in texts] == [2, 1, 2]
    assert all(text.count("Kính gửi") == text.count("Quan Văn Thuận") for text in texts)


@pytest.mark.parametrize("months", [1, 24])
def test_the_ugliest_names_fit(months: int) -> None:
    office = replace(
        OFFICE, superior=UGLY, name=UGLY, place=UGLY, signer_title=UGLY * 2, signer=UGLY
    )
    slips = [missing(f"{UGLY} {at} hết", months, UNTIL) for at in range(3)]
    pdf = reminder_slips(slips, RULES, office)
    assert_inside_the_margins(pdf)
    assert pages.letters_of(pdf).count("hết") == 3


@pytest.mark.thorough
def test_a_slip_longer_than_a_page_goes_on() -> None:
    slips = [missing("Chi bộ " + "Nà Lầu Thượng Hạ " * 400), missing("Chi bộ thôn 2")]
    pdf = reminder_slips(slips, RULES, OFFICE)
    assert_inside_the_margins(pdf)
    assert pages.letters_of(pdf).count("LầuThượng") == 400
    assert "Kính gửi: Chi bộ thôn 2" in pages.text_of(pdf)


def test_no_line_begins_with_the_number_of_a_month() -> None:
    pdf = reminder_slips([missing("Chi bộ thôn 3", 24)], RULES, OFFICE)
    assert not [line for line in pages.lines(pdf) if line.text[:1].isdigit()]


def test_every_letter_and_every_normal_form_is_printed() -> None:
    typed = unicodedata.normalize("NFD", ALL_LETTERS)
    assert pages.bare(ALL_LETTERS) in pages.letters_of(
        reminder_slips([missing(typed)], RULES, OFFICE)
    )


def test_tones_stand_where_the_office_puts_them() -> None:
    rules = rare.preferring(RULES, tones=ToneStyle.SECOND)
    said = pages.text_of(reminder_slips([missing("Chi bộ Hòa Thủy")], rules, OFFICE))
    assert "Chi bộ Hoà Thuỷ" in said
    assert "ĐẢNG UỶ XÃ" in said


def test_without_a_cell_to_remind_there_is_no_paper() -> None:
    with pytest.raises(PaperError) as refused:
        reminder_slips([], RULES, OFFICE)
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING
