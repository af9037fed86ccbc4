"""The line of every value in a TOML text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules.places import lines_of
from tests.rules.files import FILES, leaves, path_of, plain, tables

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_value_of_the_rule_files_is_found_on_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found, lines = lines_of(text), text.splitlines()
    for place, value in leaves(plain(file)):
        line = lines[found[path_of(place)] - 1]
        if not isinstance(place[-1], int):
            assert place[-1] in line
        if isinstance(value, str):
            assert f'"{value}"' in line


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_edition_is_found_at_its_heading(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found, lines = lines_of(text), text.splitlines()
    for place, _ in tables(plain(file)):
        if len(place) == 2:
            assert lines[found[path_of(place)] - 1] == f"[[{place[0]}]]"


def test_odd_spellings_are_found() -> None:
    text = """\
# [not] = "a table"
"quoted key" = 1  # comment = 2
a.b . c = { d = [ 1,
  2 ], "e.f" = 'x = "y" # [z]' }
when = 2026-10-03 19:30:00
long = \"\"\"
line = 1
[line]\"\"\"
[[t]]
[[t.u]]
v = [
  # between
  { w = 1 }, { w = 2 },

  [3, [4]],
]
[[t]]
[t.x]
y = -1.5
"""
    assert lines_of(text) == {
        "quoted key": 2, "a.b.c": 3, "a.b.c.d": 3, "a.b.c.d[0]": 3, "a.b.c.d[1]": 4,
        "a.b.c.e.f": 4, "when": 5, "long": 6, "t[0]": 9, "t[0].u[0]": 10, "t[0].u[0].v": 11,
        "t[0].u[0].v[0]": 13, "t[0].u[0].v[0].w": 13, "t[0].u[0].v[1]": 13,
        "t[0].u[0].v[1].w": 13, "t[0].u[0].v[2]": 15, "t[0].u[0].v[2][0]": 15,
        "t[0].u[0].v[2][1]": 15, "t[0].u[0].v[2][1][0]": 15, "t[1]": 17, "t[1].x": 18,
        "t[1].x.y": 19,
    }  # fmt: skip
