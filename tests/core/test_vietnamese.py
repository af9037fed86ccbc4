"""Order, folding and tidiness of Vietnamese text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cellsecretary.core.vietnamese import (
    SPELLED_IN_TWO_WAYS,
    ToneStyle,
    fold,
    name_key,
    place_tones,
    sort_key,
    tidy,
    tidy_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_letters_come_in_the_order_of_the_alphabet() -> None:
    alphabet = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(reversed(alphabet), key=sort_key) == alphabet


def test_tones_come_in_their_order_after_the_letters() -> None:
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(reversed(tones), key=sort_key) == tones
    assert sorted(["mạ", "man", "ma"], key=sort_key) == ["ma", "mạ", "man"]


def test_people_are_sorted_by_given_name_then_family_name_then_the_middle() -> None:
    names = ["Trần Hữu An", "Hà Xuân Ân", "Lê Đức Cường", "Quan Hữu Cường", "Bàn Văn Đạt"]
    assert sorted(reversed(names), key=name_key) == names


@pytest.mark.parametrize("text", ["họp chi bộ", "HỌP CHI BỘ", "hop chi bo"])
def test_search_passes_over_marks_case_and_decomposition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == "hop chi bo"


def test_search_reads_d_for_the_letter_with_a_stroke() -> None:
    assert fold("Đường") == "duong"


def test_old_and_new_places_of_the_tone_fold_alike() -> None:
    assert fold("ủy") == fold("uỷ")


@given(st.text())
def test_tidy_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert unicodedata.is_normalized("NFC", once)
    assert tidy(once) == once
    once.encode("utf-8")
    assert "\x00" not in once


def test_line_breaks_and_markup_are_kept_as_typed() -> None:
    assert tidy('a\r\nb <b>&" \tc') == 'a\nb <b>&" \tc'
    assert tidy_line("  Nguyễn \n Văn  A ") == "Nguyễn Văn A"


@given(st.text(alphabet="aàảãáạăâđĐêôơưNn ", max_size=20))
def test_the_sort_key_takes_composed_and_decomposed_text_alike(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)


TONES = {"\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0301": "sắc", "\u0323": "nặng"}
CASES = [str, str.upper, str.capitalize]


@pytest.mark.parametrize("case", CASES, ids=["lower", "upper", "capitalised"])
@pytest.mark.parametrize("tone", TONES, ids=TONES.values())
@pytest.mark.parametrize("pair", ["oa", "oe", "uy"])
@pytest.mark.parametrize("before", ["", "h", "th", "ng", "ngh", "kh"])
def test_an_open_pair_takes_its_tone_where_the_office_wants_it(
    before: str, pair: str, tone: str, case: Callable[[str], str]
) -> None:
    first, second = (
        case(unicodedata.normalize("NFC", before + spelled))
        for spelled in (f"{pair[0]}{tone}{pair[1]}", f"{pair}{tone}")
    )
    for typed in (first, second, unicodedata.normalize("NFD", first)):
        assert place_tones(typed, ToneStyle.FIRST) == first
        assert place_tones(typed, ToneStyle.SECOND) == second
    assert place_tones(second, ToneStyle.AS_TYPED) == second


@pytest.mark.parametrize("style", ToneStyle)
def test_a_word_with_one_spelling_keeps_it(style: ToneStyle) -> None:
    words = (
        "quý QUÝ quỳ quỹ Quỵ quà quá quả quê quẻ quạ thuở giờ già giá của múa mùa chùa mía nghĩa "
        "hoàn toàn ngoài khoái xoáy loét ngoẹo khoẻn huỳnh huýt quỳnh khuỷu tuyết truyền huệ thuế "
        "buồng người rượu Đảng xã hoa hoe thuy ủi úi"
    )
    assert place_tones(words, style) == words


def test_a_whole_paper_changes_between_its_marks_of_punctuation() -> None:
    first = "ĐẢNG ỦY XÃ HÒA BÌNH: «Thủy», khỏe/ốm, úy-lạo, tòa\nủy viên, số 2ủy; quý"
    second = "ĐẢNG UỶ XÃ HOÀ BÌNH: «Thuỷ», khoẻ/ốm, uý-lạo, toà\nuỷ viên, số 2uỷ; quý"
    assert place_tones(first, ToneStyle.SECOND) == second
    assert place_tones(second, ToneStyle.FIRST) == first


@example("u\u1ef2\u0301")
@given(st.text(alphabet="qhouaeyòàỏảủỷúýÙỲN n\u0301", max_size=12))
def test_placing_tones_twice_is_placing_them_once_and_keeps_every_sound(text: str) -> None:
    for style in (ToneStyle.FIRST, ToneStyle.SECOND):
        once = place_tones(text, style)
        assert place_tones(once, style) == once
        assert fold(once) == fold(text)


def test_each_word_that_shows_the_two_ways_is_a_syllable_that_has_both() -> None:
    for word in SPELLED_IN_TWO_WAYS:
        assert word.islower()
        ways = {place_tones(word, style) for style in ToneStyle}
        assert word in ways
        assert len(ways) == 2
