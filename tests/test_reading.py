"""The page of all sentences, to be read through; and what every sentence owes its reader."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from cellsecretary.messages import Messages
from tools import reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TOLD = (
    *("refused", "fault", "no_backup", "paper", "handover", "undelivered", "packet", "set_aside"),
    *("office_keys", "reply_file", "book_password", "file_place", "roster", "plain"),
)
"""The sections that tell that something did not go: what happened, what is lost, what to do."""

OF_COMMANDS = ("command", "plain", "recovery", "set_aside", "reply_back", "rule")
"""What the commands say too, to whoever maintains the computer: it may name a file format."""

JARGON = {
    "vi": r"cơ sở dữ liệu|hệ thống|tham số|ngoại lệ|dữ liệu|tập tin|định dạng|phần mềm|ứng dụng|"
    r"thiết lập|cập nhật|vui lòng|người dùng|bạn|JSON|TOML|UTF-?8|SQLite?|null|byte|hash",
    "en": r"database|exception|parameter|invalid|illegal|abort(ed)?|fatal|null|byte|hash|parse|"
    r"error|JSON|TOML|UTF-?8|SQLite?|please|user",
}
"""What a secretary of seventy would have to ask about, or would not say."""


def with_jargon(texts: Iterable[tuple[str, str]], language: str) -> list[str]:
    found = re.compile(rf"(?<!\w)({JARGON[language]})(?!\w)", re.IGNORECASE)
    return [f"{key}: {text}" for key, text in texts if found.search(re.sub(r"\{\w+\}", "", text))]


def texts_of(language: str, *sections: str) -> list[tuple[str, str]]:
    return [
        (key, text)
        for key, variants in reading.sentences(language).items()
        if not sections or key.split()[0] in sections
        for text in variants
    ]


def without_help(texts: Iterable[tuple[str, str]], language: str) -> list[str]:
    """Name the messages of one sentence that say neither what to do nor that all is well."""
    return [f"{key}: {text}" for key, text in texts if len(sentences_of(text)) < 2]


def sentences_of(text: str) -> list[str]:
    return re.findall(r"[^.!?;]+[.!?;](?=\s|$)", text)


def test_the_page_has_every_sentence_in_both_languages(tmp_path: Path) -> None:
    out = tmp_path / "lời.html"
    assert reading.main([str(out)]) == 0
    page = unescape(out.read_text(encoding="utf-8"))
    for language in reading.LANGUAGES:
        given = dict(Messages.load(language)._sections)
        assert {key.split()[0] for key in reading.sentences(language)} == given.keys()
        assert [text for _key, text in texts_of(language) if text not in page] == []
    for key, (vietnamese, english) in reading.of_window().items():
        assert vietnamese in page, key
        assert english in page, key


@pytest.mark.parametrize("language", reading.LANGUAGES)
def test_no_sentence_for_the_window_has_jargon(language: str) -> None:
    of_window = [
        (key, text) for key, text in texts_of(language) if key.split()[0] not in OF_COMMANDS
    ]
    assert with_jargon(of_window, language) == []


def test_no_text_of_the_window_has_jargon() -> None:
    pairs = reading.of_window()
    vietnamese = [(key, vi) for key, (vi, _en) in pairs.items() if not key.startswith("About")]
    assert with_jargon(vietnamese, "vi") == []


@pytest.mark.parametrize("language", reading.LANGUAGES)
def test_whatever_did_not_go_is_told_with_what_to_do(language: str) -> None:
    assert without_help(texts_of(language, *TOLD), language) == []


def test_planted_faults_are_found() -> None:
    assert with_jargon([("x", "Không cập nhật được tham số.")], "vi")
    assert with_jargon([("x", "Invalid date.")], "en")
    assert not with_jargon([("x", "Sổ {user} có lẽ ở bàn.")], "vi")
    assert without_help([("x", "Ổ đĩa đã đầy.")], "vi")
    assert not without_help([("x", "Ổ đĩa đã đầy. Hãy xóa bớt.")], "vi")
    assert not without_help([("x", "Sổ còn nguyên; hãy gõ lại.")], "vi")
