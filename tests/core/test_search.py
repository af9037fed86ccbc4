"""Words are found whatever their marks, and marked where they stand."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from functools import partial

import pytest

from cellsecretary.core.search import (
    EXCERPT,
    Place,
    SearchKind,
    Wanted,
    WordIndex,
    excerpt,
    marked,
    read_query,
)
from cellsecretary.core.vietnamese import ToneStyle, fold, place_tones

ALL = 1000
TEXT = "Sau khi hòa giải, chi bộ họp ở Đèo Khuỷu; đường về thôn hoà chung niềm vui"


def spellings(text: str) -> set[str]:
    """Give a text in all spellings that somebody may type."""
    placed = {place_tones(text, style) for style in ToneStyle}
    cased = {way(one) for one in placed for way in (str, str.upper, str.lower, str.title)}
    bare = {fold(text), fold(text).upper(), text.replace("đ", "d").replace("Đ", "D")}
    return {
        way(one)
        for one in cased | bare
        for way in (partial(unicodedata.normalize, "NFC"), partial(unicodedata.normalize, "NFD"))
    }


def place(row: str, day: dt.date | None = None, kind: SearchKind = SearchKind.OPINION) -> Place:
    return Place(kind, "opinions", row, "m", day, (f"p{row}",))


def index(*texts: str) -> WordIndex:
    made = WordIndex()
    for number, text in enumerate(texts):
        made.put(place(str(number), dt.date(2000 + number, 1, 3)), text)
    return made


def rows(made: WordIndex, text: str, wanted: Wanted | None = None) -> list[str]:
    query = read_query(text)
    if query is None:
        return []
    found, count = made.find(query, wanted or Wanted(), ALL)
    assert count == len(found)
    return [one.row for one in found]


def test_every_spelling_of_the_text_is_found_by_every_spelling_of_the_words() -> None:
    phrases = ("hòa giải", "Đèo Khuỷu", "đường về thôn hoà")
    for stored in spellings(TEXT):
        made = index("không có gì", stored)
        for phrase in phrases:
            for typed in spellings(phrase):
                assert rows(made, typed) == ["1"], (stored, typed)


@pytest.mark.parametrize("text", ["hop", "bo chi", "deo khuyu duong", "03/11", "t"])
def test_all_words_have_to_be_there_in_any_order(text: str) -> None:
    made = index("Chi bộ họp 03/11/2026 ở Đèo Khuỷu, đường tốt", "chi họ ở đây")
    assert rows(made, text)[-1] == "0"


def test_words_are_found_from_their_beginning_and_only_the_last_may_go_on() -> None:
    made = index("nhân dân", "ân cần", "nhà dân", "dân nhà")
    assert rows(made, "an") == ["1"]
    assert rows(made, "nha dan") == ["2", "3"]  # the phrase first, be it older
    assert rows(made, "nh dan") == []
    assert rows(made, "dan nh") == ["3", "2", "0"]
    assert rows(made, "dan nh ") == []


def test_the_very_phrase_comes_first_then_the_newest() -> None:
    made = index("họp chi bộ", "bộ phận chi tiền, họp thôn", "hôm nay họp chi bộ")
    assert rows(made, "hop chi bo") == ["2", "0", "1"]


def test_people_without_a_day_come_before_all_days() -> None:
    made = index("Hòa phát biểu")
    made.put(place("9", None, SearchKind.PERSON), "Nguyễn Thị Hòa")
    assert rows(made, "hoa") == ["9", "0"]


def test_kind_year_and_person_narrow_what_is_found() -> None:
    made = index("họp", "họp", "họp")
    made.put(place("9", None, SearchKind.PERSON), "họp")
    assert rows(made, "hop", Wanted(kind=SearchKind.PERSON)) == ["9"]
    assert rows(made, "hop", Wanted(year=2001)) == ["1"]
    assert rows(made, "hop", Wanted(person="p2")) == ["2"]
    assert rows(made, "hop", Wanted(SearchKind.OPINION, 2002, "p1")) == []


def test_what_was_changed_or_taken_out_is_not_found_any_more() -> None:
    made = index("đường cũ", "cầu treo")
    made.put(place("0"), "đường mới")
    assert (rows(made, "cu"), rows(made, "moi")) == ([], ["0"])
    made.drop("opinions", "1")
    assert rows(made, "cau treo") == []
    made.put(place("0"), "…")
    assert rows(made, "moi") == []


@pytest.mark.parametrize("text", ["", "  ", "…", "“”!?", "\u0301"])
def test_without_a_word_nothing_is_looked_for(text: str) -> None:
    assert read_query(text) is None


def test_the_index_finds_what_a_plain_scan_finds() -> None:
    chance = random.Random(11)
    syllables = ["chi", "bộ", "họp", "hộp", "hòa", "hoà", "đá", "da", "dân", "nhân", "a"]
    texts = [" ".join(chance.choices(syllables, k=chance.randint(1, 9))) for _ in range(300)]
    made = index(*texts)
    for number in chance.sample(range(300), 60):
        texts[number] = " ".join(chance.choices(syllables, k=5)) if chance.random() < 0.7 else ""
        made.put(place(str(number), dt.date(2000 + number, 1, 3)), texts[number])
    for _ in range(300):
        *whole, last = chance.choices(syllables, k=chance.randint(1, 3))
        last = last[: chance.randint(1, 3)]
        expected = {
            str(number)
            for number, text in enumerate(texts)
            if set(map(fold, whole)) <= set(fold(text).split())
            and any(word.startswith(fold(last)) for word in fold(text).split())
        }
        assert set(rows(made, " ".join((*whole, last)))) == expected


# Marks


def shown(text: str, typed: str) -> str:
    query = read_query(typed)
    assert query is not None
    return marked(excerpt(text, query), "<", ">")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("hoa giai", "Sau khi <hòa giải>, chi bộ họp"),
        ("HOÀ", "Sau khi <hòa> giải, chi bộ họp"),
        ("ho", "Sau khi <hòa> giải, chi bộ <họp>"),
        ("hop bo", "Sau khi hòa giải, chi <bộ> <họp>"),
        ("bo hop", "Sau khi hòa giải, chi <bộ họp>"),
    ],
)
def test_what_was_found_is_marked_the_phrase_or_else_its_words(typed: str, wanted: str) -> None:
    assert shown("Sau khi hòa giải, chi bộ họp", typed) == wanted


def test_marks_are_right_in_a_text_whose_letters_are_taken_apart() -> None:
    text = unicodedata.normalize("NFD", "Đường về Đèo Khuỷu")
    assert fold(shown(text, "khuyu")) == "duong ve deo <khuyu>"


def test_a_long_text_is_shown_around_the_words_on_one_line() -> None:
    long = f"{'Báo cáo tình hình tháng. ' * 20}\n\nRiêng việc hòa giải thì chậm.{' Còn nữa.' * 50}"
    said = shown(long, "hoa giai")
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert "· Riêng việc <hòa giải> thì chậm." in said
    assert len(said) < EXCERPT + 10
    assert "\n" not in said


def test_a_word_as_long_as_a_page_is_shown_whole() -> None:
    said = shown(f"đầu {'x' * 500} cuối", "xxx")
    assert f"<{'x' * 500}>" in said
