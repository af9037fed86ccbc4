"""The page for the commune officer leaves nothing out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields
from pathlib import Path

import pytest

from cellsecretary.core.kinds import DocumentType, MeetingKind, Needs, Part
from cellsecretary.core.ruleset import (
    MeetingRules,
    RegisterRules,
    TemplateItem,
    VoteRules,
    YearReviewRules,
)
from cellsecretary.rules import Reason, bundled
from cellsecretary.rules.comparing import differences
from cellsecretary.rules.rulebook import LARGEST_FILE
from cellsecretary.rules.sections import SECTIONS, TITLE_NAMES, Choices, Header
from tests.rules.files import FILES

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
RULES = (*(Header, MeetingRules, VoteRules, RegisterRules, YearReviewRules, TemplateItem, Choices),)
WORDS = {
    "files": [file.name for file in FILES],
    "sections": list(SECTIONS),
    "reasons": list(Reason),
    "kinds": [*MeetingKind, *Part, *Needs, *DocumentType],
    "names": [field.name for kind in RULES for field in fields(kind)],
    "title names": [f"${name}" for name in TITLE_NAMES],
}


def test_the_example_of_a_file_to_hand_out_is_taken() -> None:
    (example,) = re.findall(r"```toml\n(format = 1\n.*?)```", PAGE, re.DOTALL)
    found = differences(bundled(), "xa.toml", example, dt.date(2026, 11, 3))
    assert [(one.field, one.after, one.since) for one in found] == [
        ("vote.visiting_may_vote", True, dt.date(2027, 1, 1))
    ]


def test_the_page_names_the_size_of_the_largest_file() -> None:
    assert f"{LARGEST_FILE // 1024} KB" in PAGE


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_page_explains_every(words: list[str]) -> None:
    explained = set(re.findall(r"[$\w.]+", PAGE))
    assert set(words) <= explained
