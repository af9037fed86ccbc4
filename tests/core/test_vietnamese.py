"""Order, folding and tidiness of Vietnamese text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.vietnamese import fold, name_key, sort_key, tidy, tidy_line


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
