"""A file that is handed out is hostile input: refused with its line, or harmless on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.papers import render
from cellsecretary.rules import Reason, RuleFileError, bundled, text_of
from cellsecretary.rules.rulebook import LARGEST_FILE
from cellsecretary.sentences.rules import refused
from tests.papers.pages import bare, letters_of
from tests.papers.records import november
from tests.rules.files import FOLDER, HANDED_OUT, handed_out

TODAY, LATER = dt.date(2026, 11, 3), dt.date(2027, 1, 1)
WORDING = (FOLDER / "wording.toml").read_text(encoding="utf-8")


def wrong_with(text: str) -> RuleFileError:
    """Insist that a file is refused when it is handed out, and changes nothing when it is used."""
    with pytest.raises(RuleFileError) as caught:
        bundled().read(HANDED_OUT, text)
    book = bundled().with_files(((HANDED_OUT, text),))
    assert [str(left) for left in book.left_out.values()] == [str(caught.value)]
    assert book.on(LATER) == bundled().on(LATER)
    return caught.value


def line_with(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ('star = "*"', 'star = "*"\nmoon = "x"', "head.moon", Reason.UNKNOWN_KEY),
        ('star = "*"', 'star = "*"\nstar2.x = "x"', "head.star2.x", Reason.UNKNOWN_KEY),
        ('[wording.mark] ', '[wording.marks] ', "marks.present", Reason.UNKNOWN_KEY),
        ('star = "*"\n', "", "head.star", Reason.MISSING),
        ('star = "*"', "star = 5", "head.star", Reason.WRONG_TYPE),
        ('star = "*"', 'star = ["*"]', "head.star", Reason.WRONG_TYPE),
        ('"$place, $date"', '"$place, $datum"', "head.place_and_date", Reason.UNKNOWN_NAME),
        ('"$place, $date"', '"$place, ${year}"', "head.place_and_date", Reason.UNKNOWN_NAME),
        ('star = "*"', 'star = "$cell"', "head.star", Reason.UNKNOWN_NAME),
        ('star = "*"', 'star = "$__class__"', "head.star", Reason.UNKNOWN_NAME),
        ('star = "*"', 'star = "${a.b}"', "head.star", Reason.BROKEN_TEMPLATE),
        ('star = "*"', 'star = "5 $"', "head.star", Reason.BROKEN_TEMPLATE),
    ],
)  # fmt: skip
def test_the_wording_says_what_the_program_asks_and_nothing_else(
    old: str, new: str, field: str, reason: Reason
) -> None:
    assert old in WORDING
    text = WORDING.replace(old, new, 1)
    wrong = wrong_with(text)
    assert (wrong.field, wrong.reason) == (f"wording[0].{field}", reason)
    if reason is Reason.MISSING:
        assert wrong.line == line_with(text, "[wording.head]")
    else:
        assert field.split(".")[1] in text.splitlines()[wrong.line - 1]


def test_a_lacking_group_of_texts_is_named() -> None:
    start = WORDING.index("[wording.mark]")
    text = WORDING[:start] + WORDING[WORDING.index("[wording.standing]") :]
    wrong = wrong_with(text)
    assert (wrong.field, wrong.reason) == ("wording[0].mark.present", Reason.MISSING)
    assert wrong.line == line_with(text, "[[wording]]")


def test_each_edition_of_the_wording_is_held_to_it() -> None:
    second = WORDING[WORDING.index("[[wording]]") :].replace("2026-05-27", "2027-01-01")
    text = f"{WORDING}\n{second.replace('$minutes phút', '$minute phút', 1)}"
    wrong = wrong_with(text)
    assert (wrong.field, wrong.reason) == ("wording[1].agenda.minutes", Reason.UNKNOWN_NAME)
    assert "$minute phút" in text.splitlines()[wrong.line - 1]


@pytest.mark.parametrize(
    ("text", "line", "field", "reason"),
    [
        ("", 0, "", Reason.NO_SECTION),
        ("# nothing\n", 0, "", Reason.NO_SECTION),
        ("format = 1\n", 0, "", Reason.NO_SECTION),
        ("format = 2\n", 1, "format", Reason.LATER_FORMAT),
        ("format = 1\n[[scores]]\n", 2, "scores", Reason.UNKNOWN_KEY),
        ("format = 1\nvote = []\n", 2, "vote", Reason.WRONG_TYPE),
        ("format = 1\nvote = 3\n", 2, "vote", Reason.WRONG_TYPE),
        ("Kính gửi các chi bộ", 1, "", Reason.NOT_TOML),
        ("format = 1\nx = " + "[" * 9000, 0, "", Reason.NOT_TOML),
        ("format = 1\n[[wording]]\nsource = 'a'\nplace = ''\nvalid_from = 2027-01-01\n"
         + ".".join(["a"] * 100_000) + " = 'x'", 6, "", Reason.NOT_TOML),
        ("format = 1\n[" + " . ".join(["'a b'"] * 30_000) + "]", 2, "", Reason.NOT_TOML),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_what_is_no_rule_file_is_refused(text: str, line: int, field: str, reason: Reason) -> None:
    wrong = wrong_with(text)
    assert (wrong.line, wrong.field, wrong.reason) == (line, field, reason)


def test_two_editions_of_one_day_are_refused_and_so_is_the_good_section_beside_them() -> None:
    one = handed_out(meeting={"carried": 5}).removeprefix('"format" = 1\n"meeting" = [')[:-1]
    vote = handed_out(vote={"visiting_may_vote": True}).removeprefix('"format" = 1\n')
    wrong = wrong_with(f"format = 1\n{vote}\nmeeting = [{one},\n{one}]")
    assert (wrong.line, wrong.field) == (4, "meeting[1].valid_from")
    assert wrong.reason is Reason.SAME_DATE


# The file itself


def refusal_of(path: Path) -> RuleFileError:
    with pytest.raises(RuleFileError) as caught:
        text_of(path)
    return caught.value


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "xa.toml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    assert refusal_of(path).reason is Reason.TOO_LARGE
    path.write_bytes(b"#" * LARGEST_FILE)
    assert len(text_of(path)) == LARGEST_FILE
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) * 3 < LARGEST_FILE


def test_what_cannot_be_read_as_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xa.toml"
    path.write_bytes("format = 1\n# Chi bộ".encode("utf-16"))
    assert refusal_of(path).reason is Reason.NOT_TEXT
    assert refusal_of(tmp_path).reason is Reason.UNREADABLE
    assert refusal_of(tmp_path / "none.toml").reason is Reason.UNREADABLE


# In words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_says_line_and_field_as_far_as_it_has_them(reason: Reason, language: str) -> None:
    words = Messages.load(language)
    said = [
        refused(words, RuleFileError(Path("/usb/xa.toml"), *place, reason))
        for place in ((7, "vote[0].shares"), (7, ""), (0, ""))
    ]
    assert "xa.toml" in said[2]
    assert ["7" in text for text in said] == [True, True, False]
    assert ["vote[0].shares" in text for text in said] == [True, False, False]
    assert not [text for text in said if "…" in text or "{" in text or "/usb" in text]


# On paper


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('<b>&"', '<b>&"'),
        ("<font size=99>&amp;</font>", "<font size=99>&amp;</font>"),
        ("</para><img src='/etc/passwd'/>", "</para><img src='/etc/passwd'/>"),
        ("$$ 5", "$ 5"),
        ("$$number", "$number"),
        ("{0} {number} %s %(number)s", "{0} {number} %s %(number)s"),
        ("$number", "1"),
        ("${number}", "1"),
        ("a\nb", "a b"),
        ("\u202e\ufffe\U0001f600", "[?]"),
        ("", ""),
    ],
)
def test_a_hostile_wording_is_printed_as_it_is_written(written: str, printed: str) -> None:
    day = {"valid_from": TODAY}
    group: dict[str, Any] = {"item": f"{written} $title", "chair": "Chủ trì: $person"}
    text = handed_out(wording=day | {"minutes": group})
    book = bundled().with_files(((HANDED_OUT, text),))
    assert not book.left_out
    record = replace(november(), rules=book.on(TODAY))
    title = record.agenda[0].title
    assert bare(f"{printed} {title}") in letters_of(render("minutes", record))


def test_no_fact_of_the_meeting_is_read_as_wording() -> None:
    record = november()
    first = replace(record.agenda[0], title="$number ${title} $$ {0} <i>")
    record = replace(record, agenda=(first, *record.agenda[1:]))
    assert bare("1. $number ${title} $$ {0} <i>") in letters_of(render("minutes", record))
