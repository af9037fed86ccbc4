"""Rule files for tests: the program's own, whole or with one thing changed."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary import paths
from cellsecretary.rules import RuleFileError, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = paths.resource("rules")
FILES = sorted(FOLDER.glob("*.toml"))

Place = tuple[str | int, ...]


def plain(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def copied(folder: Path) -> Path:
    """Copy the program's rule files, so that one of them can be changed."""
    for file in FILES:
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """Copy the rule files with the first `old` in one of them replaced."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert old in text
    (copied(folder) / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def refusal(folder: Path) -> RuleFileError:
    """Insist that the files of a folder are refused."""
    with pytest.raises(RuleFileError) as caught:
        load(folder)
    return caught.value


def leaves(tree: object, above: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Give every value that is no table and no list, with its place."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*above, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from leaves(value, (*above, index))
    else:
        yield above, tree


def tables(tree: object, above: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Give every table with its place, the whole file among them."""
    items: Any = ()
    if isinstance(tree, dict):
        yield above, tree
        items = tree.items()
    elif isinstance(tree, list):
        items = enumerate(tree)
    for key, value in items:
        yield from tables(value, (*above, key))


def at(tree: Any, place: Place) -> Any:  # noqa: ANN401 - a TOML value
    for step in place:
        tree = tree[step]
    return tree


def path_of(place: Place) -> str:
    """Write a place as errors do."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


def toml(value: object) -> str:
    """Write a value as TOML, tables in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def written(file: Path, tree: dict[str, Any]) -> None:
    lines = [f"{json.dumps(key)} = {toml(value)}" for key, value in tree.items()]
    file.write_text("\n".join(lines), encoding="utf-8")


HANDED_OUT, BEGINS = "xa.toml", dt.date(2027, 1, 1)


def section(name: str) -> dict[str, Any]:
    """Give the newest edition of a section of the program's own files, as plain values."""
    for file in FILES:
        if name in (tree := plain(file)):
            return dict(max(tree[name], key=lambda edition: edition["valid_from"]))
    raise KeyError(name)


def handed_out(**sections: dict[str, Any]) -> str:
    """Write a further file: the newest editions of sections, some values of them changed.

    Names are changed within tables: `wording={"minutes": {"name": "…"}}` keeps the other texts.
    """
    tree: dict[str, Any] = {"format": 1}
    for name, values in sections.items():
        edition = {"valid_from": BEGINS, "source": "QĐ 07-QĐ/ĐU, 15/12/2026", "place": ""}
        tree[name] = [_over(section(name), edition | values)]
    return "\n".join(f"{json.dumps(key)} = {toml(value)}" for key, value in tree.items())


def _over(table: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    return table | {
        key: _over(table[key], value) if isinstance(value, dict) and key in table else value
        for key, value in values.items()
    }
