"""Sizes and texts that no one plans for: the paper comes out whole and inside its margins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.printable import printable
from tests.papers import pages, records
from tests.papers.test_layout import assert_inside_the_margins

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

SENTENCE = "Đề nghị chi bộ xem xét, sớm giải quyết kiến nghị của nhân dân xóm Giữa. "
PLAIN = st.text(st.sampled_from("aăâđêôơưệỗữÝ ỂABC<>&\"'$%{}\\/;:.,-–0123456789\t\n"), max_size=120)
ANY = st.text(max_size=80)
LONG_WORDS = st.text(st.sampled_from("nghiêngƯỢW_"), min_size=100, max_size=400)
NAMES = st.text(st.sampled_from("NguyễnVănĐặngThị <&>\"'"), max_size=200)


def printed(record: MeetingRecord) -> bytes:
    pdf = render("minutes", record)
    assert_inside_the_margins(pdf)
    assert all(pages.fonts(pdf).values())
    text = pages.text_of(pdf)
    assert "\ufffd" not in text
    assert "\0" not in text
    return pdf


def with_body(text: str) -> MeetingRecord:
    full = records.october()
    first, *others = full.agenda
    return replace(full, agenda=(replace(first, body=text), *others))


def test_300_members_who_are_all_absent_are_all_named_with_their_reasons() -> None:
    full = records.october()
    roster = tuple(
        replace(
            full.roster[0],
            id=f"m:{n}",
            member=f"x{n}",
            number=n,
            name=f"Nguyễn Thị Người {n}",
            mark=Mark.EXCUSED,
            standing=StandingKind.ACTIVE,
            reason=f"Lý do thứ {n}",
        )
        for n in range(1, 301)
    )
    text = pages.text_of(printed(replace(full, roster=roster, opinions=(), votes=())))
    for n in range(1, 301):
        assert f"- Đồng chí Nguyễn Thị Người {n}: Lý do thứ {n}." in text


def test_an_opinion_of_four_pages_is_printed_whole() -> None:
    full = records.october()
    long = " ".join(f"({n}) {SENTENCE.strip()}" for n in range(130))
    pdf = printed(replace(full, opinions=(replace(full.opinions[0], text=long),)))
    assert len(pages.page_texts(pdf)) >= 7
    assert long in pages.text_of(pdf)


def test_60_opinions_are_all_printed() -> None:
    full = records.october()
    opinions = tuple(
        replace(full.opinions[0], id=f"o{n}", position=n, text=f"Ý kiến {n}: {SENTENCE * 2}")
        for n in range(60)
    )
    text = pages.text_of(printed(replace(full, opinions=opinions)))
    assert all(f"Ý kiến {n}: {SENTENCE * 2}".strip() in text for n in range(60))


def test_40_tasks_with_all_helpers_are_printed() -> None:
    full = records.october()
    helpers = tuple(person.id for person in full.people[:20])
    tasks = tuple(
        replace(full.tasks[0], id=f"t{n}", code=f"T{n}", helpers=helpers) for n in range(40)
    )
    text = pages.text_of(printed(replace(full, tasks=tasks)))
    assert all(f"- T{n}. Đồng chí" in text for n in range(40))


def test_a_village_name_of_200_letters_stays_in_its_column() -> None:
    full = records.october()
    name = ("Chi bộ thôn " + "Nà Lầu Phú Thịnh " * 20)[:200].strip()
    pdf = printed(replace(full, cell=replace(full.cell, name=name, superior=name, commune=name)))
    text = pages.text_of(pdf)
    assert text.count(name.upper()) == 2
    party = [g for g in pages.glyphs(pdf) if g.page == 1 and round(g.size) == 15]
    beside = [
        g
        for g in pages.glyphs(pdf)
        if g.page == 1 and g.font.endswith("-Bold") and round(g.size) == 14 and g.x < party[0].x
    ]
    assert beside
    assert max(g.right for g in beside) < party[0].left


def test_a_record_with_hardly_anything_is_printed() -> None:
    full = records.october()
    nothing = replace(
        full,
        people=(),
        roster=(),
        guests=(),
        agenda=(),
        opinions=(),
        votes=(),
        documents=(),
        tasks=(),
        carried=(),
        reviews=(),
        petitions=(),
        cell=replace(full.cell, name="", superior="", commune=""),
        meeting=replace(
            full.meeting,
            title="",
            place="",
            start=None,
            end=None,
            chair=None,
            minute_taker=None,
            fees_paid=None,
        ),
    )
    assert "BIÊN BẢN" in pages.text_of(printed(nothing))


@pytest.mark.parametrize("length", [200, 2000, 20000])
def test_an_endless_word_is_broken_and_whole(length: int) -> None:
    word = ("nghiêng_Ượ" * length)[:length]
    assert word in pages.letters_of(printed(with_body(f"trước {word} sau")))


def test_an_agenda_title_longer_than_a_page_is_printed() -> None:
    full = records.october()
    first, *others = full.agenda
    title = SENTENCE * 80
    pdf = printed(replace(full, agenda=(replace(first, title=title, body="Sau."), *others)))
    assert pages.bare(title) in pages.letters_of(pdf)


def test_line_breaks_and_tabs_are_kept() -> None:
    text = pages.page_texts(printed(with_body("một\nhai\tba\n\nbốn")))
    lines = [" ".join(line.split()) for page in text for line in page.splitlines()]
    at = lines.index("một")
    assert lines[at : at + 3] == ["một", "hai ba", "bốn"]


@pytest.mark.thorough
@given(title=PLAIN, body=PLAIN, opinion=PLAIN, reason=PLAIN, word=LONG_WORDS, name=NAMES)
@settings(max_examples=25, deadline=None)
def test_any_readable_text_is_extracted_as_it_was_typed(
    *, title: str, body: str, opinion: str, reason: str, word: str, name: str
) -> None:
    full = records.october()
    first, *others = full.agenda
    record = replace(
        full,
        cell=replace(full.cell, name=name, commune=name),
        meeting=replace(full.meeting, place=reason, title=title),
        agenda=(replace(first, title=title, body=body, conclusion=word), *others),
        opinions=(replace(full.opinions[0], text=opinion),),
        roster=tuple(replace(line, name=name, reason=reason) for line in full.roster),
        people=tuple(replace(person, name=name) for person in full.people),
        petitions=(replace(full.petitions[0], source=name, text=opinion, addressee=reason),),
    )
    letters = pages.letters_of(printed(record))
    for typed in (title, body, opinion, reason, word, name):
        assert pages.bare(printable(typed)) in letters


@pytest.mark.thorough
@example(body="", name="0U\r", reason="")
@given(body=ANY, name=ANY, reason=ANY)
@settings(max_examples=25, deadline=None)
def test_any_text_at_all_makes_a_paper(*, body: str, name: str, reason: str) -> None:
    full = records.november()
    first, *others = full.agenda
    printed(
        replace(
            full,
            cell=replace(full.cell, name=name, superior=body),
            meeting=replace(full.meeting, place=reason, title=name, topic=body),
            agenda=(replace(first, title=name, body=body, conclusion=reason), *others),
            people=tuple(replace(person, name=name, post=reason) for person in full.people),
            tasks=(replace(full.tasks[0], what=body, product=reason, code=name),),
        )
    )
