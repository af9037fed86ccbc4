"""The manual: whole in both languages, true to the words of the window, without a dead link."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from cellsecretary import paths
from cellsecretary.core.vietnamese import fold
from cellsecretary.manual import Block, Kind, Manual, ManualPage, blocks, plain
from cellsecretary.ui.help import FILE, QUESTION
from tools.words import PROJECT, VIETNAMESE, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LANGUAGES = ("vi", "en")
WITHOUT_FORM = {QUESTION, FILE}
MOST_STEPS = 7
LONGEST_SENTENCE = 32
"""Words, of which Vietnamese has one for each syllable."""

LARGEST = 4_000_000
QUOTED = re.compile(r"“([^”]+)”")
OF_THE_BOOK = {"trên sổ giấy", "on paper", "DỰ THẢO"}


@pytest.fixture(params=LANGUAGES)
def manual(request: pytest.FixtureRequest) -> Manual:
    return Manual.load(request.param)


def dead_links(manual: Manual) -> list[str]:
    found = []
    for page in manual.pages:
        for name, part in page.links():
            target = manual.page(name) if name else page
            if target is None or (part and part not in target.parts):
                found.append(f"{page.name}: {name}#{part}")
    return found


def test_every_link_leads_to_a_page_and_a_part_of_it(manual: Manual) -> None:
    assert dead_links(manual) == []
    assert sum(1 for page in manual.pages for _link in page.links()) > 40


def test_a_dead_link_is_found() -> None:
    text = "# Sổ\n\n[sổ](book.md#khong-co), [đảng viên](none.md), [dưới](#phan-hai).\n\n## Phần hai"
    page = ManualPage("book", "", (), blocks(text))
    other = Manual("vi", [page], [], Manual.load("vi").ten_steps)
    assert dead_links(other) == ["book: book#khong-co", "book: none#"]


def test_every_form_has_one_page_and_no_page_a_form_that_is_gone() -> None:
    listed = Counter(screen for page in Manual.load("vi").pages for screen in page.screens)
    forms = {path.stem for path in paths.form("start").parent.glob("*.ui")}
    assert set(listed) - WITHOUT_FORM == forms
    assert set(listed.values()) == {1}


def test_both_languages_have_the_same_pages_and_pictures() -> None:
    vietnamese, english = (Manual.load(language) for language in LANGUAGES)
    for one, other in zip(vietnamese.pages, english.pages, strict=True):
        assert (one.name, one.pictures) == (other.name, other.pictures)
        assert len(one.parts) == len(other.parts), one.name
    assert [card.picture for card in vietnamese.cards] == [card.picture for card in english.cards]
    assert len(vietnamese.cards) == 5
    assert len(vietnamese.ten_steps.steps) == len(english.ten_steps.steps) == 10


def test_no_file_lies_beside_that_no_page_asks_for(manual: Manual) -> None:
    folder = manual.picture("x").parent
    pages = {f"{page.name}.md" for page in manual.pages}
    pictures = {file for page in manual.pages for file in page.pictures}
    cards = {card.picture for card in manual.cards}
    listed = pages | pictures | cards | {"words.toml", "prints.json"}
    assert {path.name for path in folder.iterdir()} == listed


def test_the_pictures_of_the_cards_are_those_that_are_taken(manual: Manual) -> None:
    taken = tomllib.loads(paths.resource("manual", "cards.toml").read_text(encoding="utf-8"))
    assert {card.picture for card in manual.cards} == {f"{name}.png" for name in taken}


def test_the_whole_manual_is_small() -> None:
    files = [path for path in paths.resource("manual").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LARGEST


def test_each_page_says_what_for_shows_it_once_and_leads_in_few_steps(manual: Manual) -> None:
    for page in manual.pages:
        kinds = [block.kind for block in page.blocks]
        assert kinds[0] is Kind.TITLE, page.name
        assert kinds[1] is Kind.TEXT, page.name
        assert kinds.count(Kind.TITLE) == kinds.count(Kind.PICTURE) == 1, page.name
        assert len(page.parts) >= 1, page.name
        for number in runs(page.blocks):
            assert number <= MOST_STEPS, page.name


def runs(found: Iterable[Block]) -> Iterator[int]:
    """Give how many steps follow each other, for each run of them."""
    count = 0
    for block in found:
        if block.kind is Kind.STEP:
            count += 1
        elif count:
            yield count
            count = 0
    if count:
        yield count


def test_the_sentences_are_short(manual: Manual) -> None:
    for page in manual.pages:
        for block in page.blocks:
            for sentence in re.split(r"[.:;?!](?:\s|$)", plain(block.text)):
                assert len(sentence.split()) <= LONGEST_SENTENCE, f"{page.name}: {sentence}"


def window_words(language: str) -> set[str]:
    """Give every word of the window, without the underlined letters."""
    found = set()
    for message in read(VIETNAMESE):
        texts = message.forms if language == "vi" else (message.source,)
        found |= {text.replace("&", "").strip() for text in texts}
    for path in messages(language):
        found |= set(re.findall(r'"([^"\n]+)"', path.read_text(encoding="utf-8")))
    return found


def messages(language: str) -> list[Path]:
    return [PROJECT / "resources" / "messages" / f"{language}.toml"]


def unknown_words(texts: Iterable[str], known: set[str]) -> set[str]:
    begun = {fold(word.split("(")[0].split("{")[0].strip()) for word in known} - {""}
    quoted = {found for text in texts for found in QUOTED.findall(text)}
    return {
        word
        for word in quoted - known
        if fold(word.rstrip(".…, ")) not in {one.rstrip(".…, ") for one in begun}
    }


def test_every_word_in_quotation_marks_stands_in_the_window(manual: Manual) -> None:
    """A button that is called something else now is not to be looked for in vain."""
    texts = [block.text for page in manual.pages for block in page.blocks]
    texts += [card.text for card in manual.cards]
    texts += [how for _what, how in manual.ten_steps.steps]
    texts.append(manual.ten_steps.end)
    found = unknown_words(texts, window_words(manual.language)) - OF_THE_BOOK
    assert found == set()
    assert sum(len(QUOTED.findall(text)) for text in texts) > 200


def test_a_button_that_is_gone_is_found() -> None:
    known = {"Khách mời ({count})", "Lưu"}
    texts = ["Bấm “Khách mời”, rồi “Lưu”.", "Bấm “Cất đi”."]
    assert unknown_words(texts, known) == {"Cất đi"}


def test_a_page_is_found_without_tone_marks_those_of_that_name_first() -> None:
    manual = Manual.load("vi")
    assert manual.find("diem danh")[0].name == "attendance"
    assert manual.find("MẬT KHẨU")[0].name == "password"
    assert manual.find("đang phi")[0].name == "attendance", "the words stand together there"
    assert manual.find("khongcochunay") == []
    assert manual.find("  ") == list(manual.pages)


def test_a_page_is_read_as_blocks() -> None:
    text = "# Sổ\n\nMột dòng\nvà dòng nữa.\n\n1. Bấm “Lưu”.\n2. Xong.\n\n![Hình](book.png)\n- ý"
    assert blocks(text) == (
        Block(Kind.TITLE, "Sổ"),
        Block(Kind.TEXT, "Một dòng và dòng nữa."),
        Block(Kind.STEP, "Bấm “Lưu”."),
        Block(Kind.STEP, "Xong."),
        Block(Kind.PICTURE, "Hình", "book.png"),
        Block(Kind.POINT, "ý"),
    )
