"""Rule files that a superior handed out lie over those of the program, from their day on."""

from __future__ import annotations

import datetime as dt

from cellsecretary.rules import Reason, bundled
from tests.rules.files import FOLDER

BEFORE, AFTER = dt.date(2026, 12, 31), dt.date(2027, 1, 1)


def votes(valid_from: str, *, visiting: bool) -> str:
    """Give a rule file of one section."""
    return f"""format = 1
[[vote]]
valid_from = {valid_from}
source = "QĐ 07-QĐ/ĐU, 15/12/2026"
place = ""
visiting_may_vote = {str(visiting).lower()}
shares.half = {{ numerator = 1, denominator = 2, inclusive = false }}
shares.two_thirds = {{ numerator = 2, denominator = 3 }}
"""


def test_a_further_file_holds_from_its_day_on() -> None:
    book = bundled().with_files((("xa.toml", votes("2027-01-01", visiting=True)),))
    assert book.on(BEFORE) == bundled().on(BEFORE)
    assert book.on(AFTER).vote.visiting_may_vote
    assert book.on(AFTER).sources["vote"] == "QĐ 07-QĐ/ĐU, 15/12/2026"
    assert book.on(AFTER).meeting == bundled().on(AFTER).meeting


def test_of_two_files_for_one_day_the_later_one_prevails() -> None:
    first, second = (votes("2027-01-01", visiting=value) for value in (True, False))
    book = bundled().with_files((("a.toml", first), ("b.toml", second)))
    assert not book.on(AFTER).vote.visiting_may_vote


def test_a_further_file_prevails_over_an_edition_of_the_program_of_the_same_day() -> None:
    book = bundled().with_files((("xa.toml", votes("2011-01-19", visiting=True)),))
    assert book.on(AFTER).vote.visiting_may_vote


def test_a_file_that_cannot_be_read_is_left_out_and_named() -> None:
    good, bad = votes("2027-01-01", visiting=True), "format = 99\n"
    book = bundled().with_files((("new.toml", bad), ("xa.toml", good)))
    assert book.on(AFTER).vote.visiting_may_vote
    ((file, wrong),) = book.left_out.items()
    assert file == ("new.toml", bad)
    assert (wrong.file.name, wrong.line, wrong.reason) == ("new.toml", 1, Reason.LATER_FORMAT)


def test_the_files_of_the_program_may_be_handed_out_again() -> None:
    files = tuple((file.name, file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml"))
    book = bundled().with_files(files)
    assert not book.left_out
    assert book.on(AFTER) == bundled().on(AFTER)
