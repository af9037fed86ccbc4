"""The phrases that are offered are those that were used often, and lately, in such a field."""

from __future__ import annotations

import datetime as dt
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.phrases import (
    MOST_OFFERED,
    Offer,
    Passage,
    Said,
    offer,
    phrases_in,
    usual_phrases,
)

TODAY = dt.date(2026, 11, 21)
AGREED = "Nhất trí với báo cáo của chi ủy"


def said(*texts: str, passage: Passage = Passage.OPINION, ago: int = 30) -> list[Said]:
    return [Said(passage, TODAY - dt.timedelta(days=ago), text) for text in texts]


def usual(*texts: Said, passage: Passage = Passage.OPINION) -> tuple[str, ...]:
    return usual_phrases(texts, passage, TODAY)


def test_a_sentence_is_offered_once_it_was_used_in_two_texts() -> None:
    once = said(f"{AGREED}. Đề nghị sửa đường.")
    twice = said(f"{AGREED}; không có ý kiến gì thêm.")
    assert usual(*once) == ()
    assert usual(*once, *twice) == (AGREED,)


def test_twice_in_one_text_is_one_use() -> None:
    assert usual(*said(f"{AGREED}. {AGREED}.")) == ()


def test_the_beginning_that_different_sentences_share_is_a_phrase() -> None:
    texts = said(f"{AGREED}, đề nghị sửa cống.", f"{AGREED}, đề nghị trồng cây.")
    assert usual(*texts) == (AGREED,)


def test_a_colon_stays_with_the_beginning_it_ends() -> None:
    texts = said("Đồng chí Bí thư kết luận: sửa cống.", "Đồng chí Bí thư kết luận: trồng cây.")
    assert usual(*texts) == ("Đồng chí Bí thư kết luận:",)


def test_a_part_that_never_stood_alone_is_left_to_the_longer_phrase() -> None:
    whole = f"{AGREED}, đề nghị thôn làm ngay"
    assert usual(*said(f"{whole}.", f"{whole}!")) == (whole,)


def test_bullets_and_numbers_are_no_part_of_a_phrase() -> None:
    assert phrases_in(f"- {AGREED}\n2. {AGREED}.") == (AGREED,)


def test_what_is_short_or_very_long_is_not_worth_choosing() -> None:
    assert phrases_in("Đồng ý. Nhất trí.") == ()
    assert phrases_in("rất dài " * 40) == ()


def test_one_phrase_is_written_as_it_was_written_last() -> None:
    old = said("NHẤT TRÍ VỚI BÁO CÁO CỦA CHI UỶ.", ago=90)
    assert usual(*said(AGREED), *old) == (AGREED,)
    assert usual(*old, *said(AGREED)) == (AGREED,)


def test_frequent_comes_before_rare_and_last_month_before_last_year() -> None:
    rare, often = "Phân công đồng chí trưởng thôn", "Giao ban công tác mặt trận"
    texts = [*said(*[f"{often}."] * 4), *said(*[f"{rare}."] * 2)]
    assert usual(*texts) == (often, rare)
    aged = [*said(*[f"{often}."] * 4, ago=500), *said(*[f"{rare}."] * 2)]
    assert usual(*aged) == (rare, often)


def test_words_of_the_same_kind_of_field_come_first() -> None:
    task, opinion = "Vận động các hộ dọn vệ sinh", "Đề nghị xem lại mức đóng góp"
    texts = [*said(*[task] * 2, passage=Passage.TASK), *said(*[opinion] * 2)]
    assert usual(*texts, passage=Passage.TASK) == (task, opinion)
    assert usual(*texts) == (opinion, task)


# What is offered while typing


PHRASES = (AGREED, "Nhất trí với kết luận của đồng chí chủ trì", "đề nghị thôn làm ngay")


def test_the_sentence_at_the_cursor_is_looked_for_without_tone_marks() -> None:
    assert offer(PHRASES, "Xong việc. nhat tri voi b") == Offer("nhat tri voi b", (AGREED,))
    assert offer(PHRASES, "- Nhất trí").phrases == PHRASES[:2]
    apart = unicodedata.normalize("NFD", "Nhất trí với k")
    assert offer(PHRASES, apart) == Offer(apart, (PHRASES[1],))


def test_a_part_after_a_comma_is_looked_for_too() -> None:
    assert offer(PHRASES, "Đường hỏng, de ng") == Offer("de ng", (PHRASES[2],))


def test_nothing_is_offered_for_one_letter_or_inside_a_word() -> None:
    assert offer(PHRASES, "N").phrases == ()
    assert offer(["N a b"], "N ").phrases == ()
    assert offer(PHRASES, "Nhấ", "t trí").phrases == ()
    assert offer(PHRASES, "Nhấ", " trí").phrases == PHRASES[:2]


def test_what_stands_there_whole_is_not_offered_again() -> None:
    assert offer(PHRASES, AGREED).phrases == ()
    assert offer(PHRASES, f"{AGREED} ").phrases == ()


def test_the_list_is_short() -> None:
    many = [f"Phân công đồng chí số {number} phụ trách" for number in range(20)]
    assert len(offer(many, "Phân").phrases) == MOST_OFFERED


@given(st.text(alphabet="Nhất rívớbáocu. ,;:\n-", max_size=60), st.text(max_size=5))
def test_what_is_offered_begins_as_what_it_replaces(before: str, after: str) -> None:
    found = offer(PHRASES, before, after)
    assert before.endswith(found.typed)
    assert all(phrase in PHRASES for phrase in found.phrases)


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_give_phrases_that_each_stand_in_two_of_them(texts: list[str]) -> None:
    for phrase in usual(*said(*texts)):
        assert sum(phrase in phrases_in(text) for text in texts) >= 1
