"""One word for one thing: the glossary of the README holds in all that the program says."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tools import reading, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST = 80

SAID_OTHERWISE = {
    "about", "agenda", "all cells", "attendance", "back", "copied on", "day", "documents", "due",
    "from", "give up", "how", "meetings", "members", "minutes", "name", "no", "none", "number",
    "on paper", "open", "paper", "papers", "part", "points of the agenda", "print",
    "print the list", "probationary", "reply of the superior", "suggestions", "take over a book",
    "there", "to", "version", "what", "what happens", "what is the matter",
    "what is to be done", "what it is about", "what was changed", "what was done", "who",
    "who leads", "whole year", "compare the register", "cancel this meeting", "remove the password",
    "days off in the year", "note it", "keep it", "answered", "%n meeting(s)", "post",
    "page {page} of {count}", "undone: {act}", "due {day}",
    "this meeting stands in the paper book only; here are its figures",
    "cancel", "cell", "copies", "delete", "end", "form", "home", "off", "page down", "page up",
    "remove", "board",
}  # fmt: skip
"""English that means several things, or is as long in one place as another has room for."""


def glossary() -> dict[str, tuple[str, frozenset[str]]]:
    """Give by each English term its Vietnamese, and what is never said for it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = text.split("## Glossary")[1].split("\n## ")[0]
    lines = [line.strip("|") for line in part.splitlines() if line.startswith("|")][2:]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return {row[0]: (row[1], frozenset(filter(None, row[2].split(", ")))) for row in rows}


def catalogue() -> list[tuple[str, str, str]]:
    """Give place, English and Vietnamese of every text of the window and of Qt."""
    return [
        (one.context, one.source, form)
        for one in (*words.read(words.VIETNAMESE), *words.read(words.QT_VIETNAMESE))
        for form in one.forms
    ]


def vietnamese() -> list[str]:
    """Give all that the program says: the window, Qt, and the messages."""
    texts = [form.replace("&", "") for _place, _source, form in catalogue()]
    return texts + [text for variants in reading.sentences("vi").values() for text in variants]


def plain(text: str) -> str:
    """Give a text without what only its place asks for: keys, ellipsis, a colon."""
    return re.sub(r"&(?=\S)", "", text).strip(" .…:").lower()


def two_ways(texts: Iterable[tuple[str, str, str]], but: Iterable[str] = ()) -> list[str]:
    """Name the English texts that stand in several places with different Vietnamese."""
    said: dict[str, set[str]] = defaultdict(set)
    for _place, source, form in texts:
        said[plain(source)].add(plain(form))
    known = set(but)
    return [
        f"{source}: {sorted(forms)}"
        for source, forms in sorted(said.items())
        if len(forms) > 1 and source not in known
    ]


def never_said(
    texts: Iterable[str], rows: Mapping[str, tuple[str, frozenset[str]]], but: Iterable[str] = ()
) -> list[str]:
    """Name the texts with a word that the glossary has another one for."""
    wrong = {word for _right, words in rows.values() for word in words} - set(but)
    found = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(wrong)))})(?!\w)", re.IGNORECASE)
    return [text for text in texts if found.search(re.sub(r"\{\w+\}", "", text))]


def named_otherwise(
    texts: Iterable[tuple[str, str, str]], rows: Mapping[str, tuple[str, frozenset[str]]]
) -> list[str]:
    """Name the texts that are a term of the glossary alone, and say none of its words."""
    found = []
    for term, (right, _never) in rows.items():
        if re.search("[,;]", term):
            continue  # several terms in a row
        choices = [plain(re.sub(r"\(.*?\)", "", one)) for one in re.split("[,;]", right)]
        found += [
            f"{place}: {source}: {form}"
            for place, source, form in texts
            if plain(source).removeprefix("the ") in (term, f"{term}s")
            and not any(one in plain(form) for one in choices)
        ]
    return found


OTHER_PLACES = {
    "Minutes": "also the minutes of an hour",
    "&Minutes": "also the minutes of an hour",
    "Agenda": "a button that takes a template",
    "&Agenda": "a button that takes a template",
    "Number": "also that of a document",
    "&Number": "also that of a document",
    "&Numbers…": "figures",
    "&Practice cell": "what one does with it",
    "Attendance": "also the figures of those who came",
    "Mark": "the column of the marks",
    "&Preparation": "a step, not the things to prepare",
}
"""Terms alone that mean something else in their place."""


def test_the_glossary_is_short_and_has_one_vietnamese_for_each_term() -> None:
    rows = glossary()
    assert 20 < len(rows) <= MOST
    assert all(right for right, _never in rows.values())
    rights = {one for right, _never in rows.values() for one in re.split("[,;] ?", right)}
    wrong = {one for _right, never in rows.values() for one in never}
    assert not rights & wrong


def test_no_term_is_translated_two_ways() -> None:
    assert two_ways(catalogue(), SAID_OTHERWISE) == []


def test_a_term_alone_is_said_as_the_glossary_has_it() -> None:
    known = OTHER_PLACES.keys()
    texts = [one for one in catalogue() if not {one[1], plain(one[1])} & known]
    assert named_otherwise(texts, glossary()) == []


def test_no_dictionary_vietnamese_is_said_anywhere() -> None:
    assert never_said(vietnamese(), glossary()) == []
    messages = [text for texts in reading.sentences("vi").values() for text in texts]
    assert never_said(messages, glossary()) == []


def test_planted_faults_are_found() -> None:
    rows = glossary()
    assert never_said(["Bấm để tiết kiệm"], rows)
    assert never_said(["Cuộc họp của thành viên"], rows)
    assert not never_said(["Kỳ sinh hoạt của đảng viên"], rows)
    assert two_ways([("A", "&Save", "&Lưu"), ("B", "Save…", "Ghi lại…")])
    assert not two_ways([("A", "&Save", "&Lưu"), ("B", "Save…", "Lưu…")])
    assert named_otherwise([("A", "&Tasks", "Công việc")], rows)
    assert not named_otherwise([("A", "&Tasks", "Nhiệm &vụ")], rows)
