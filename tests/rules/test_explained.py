"""The page for the commune officer leaves nothing out."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from cellsecretary.core.kinds import DocumentType, MeetingKind, Needs, Part
from cellsecretary.core.ruleset import MeetingRules, TemplateItem, VoteRules
from cellsecretary.rules import Reason
from cellsecretary.rules.sections import SECTIONS, TITLE_NAMES, Choices, Header
from tests.rules.files import FILES

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
WORDS = {
    "files": [file.name for file in FILES],
    "sections": list(SECTIONS),
    "reasons": list(Reason),
    "kinds": [*MeetingKind, *Part, *Needs, *DocumentType],
    "names": [
        field.name
        for kind in (Header, MeetingRules, VoteRules, TemplateItem, Choices)
        for field in fields(kind)
    ],
    "title names": [f"${name}" for name in TITLE_NAMES],
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_page_explains_every(words: list[str]) -> None:
    explained = set(re.findall(r"[$\w.]+", PAGE))
    assert set(words) <= explained
