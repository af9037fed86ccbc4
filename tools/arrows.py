"""`python -m tools.arrows`: draws who imports whom, as the code is, into docs/architecture."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "cellsecretary"
PICTURE = PROJECT / "docs" / "architecture.svg"
PAGE = PROJECT / "docs" / "architecture.md"
BEGIN, END = "<!-- arrows: made by python -m tools.arrows -->", "<!-- end of arrows -->"

WIDE, HIGH, GAP, ROW, EDGE = 132, 46, 36, 104, 24
"""Of a room, between rooms of one row, from row to row, around it all; in pixels."""

Arrows = dict[str, Counter[str]]
"""For each room, the rooms that it imports, and by how many of its modules."""


def imports(source: str, module: str) -> Iterator[str]:
    """Name everything that `module` imports, at its top or inside a function, in full.

    `from a import b` gives both `a` and `a.b`: b may be a module.
    """
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=origin, names=names, level=level):
                above = module.split(".")[:-level] if level else []
                whole = ".".join([*above, *([origin] if origin else [])])
                yield whole
                yield from (f"{whole}.{name.name}" for name in names)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module")
                | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def room(module: str) -> str:
    """Name the room of a module of the package: its first folder or file."""
    return module.split(".")[1] if "." in module else "__init__"


def modules() -> Iterator[tuple[str, str]]:
    """Give the source and the name of every module of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PROJECT).with_suffix("").parts)
        yield path.read_text(encoding="utf-8"), name


def arrows(house: Iterable[tuple[str, str]]) -> Arrows:
    """Count from room to room the modules that import, those within a room left out."""
    found: Arrows = {}
    for source, module in house:
        here = room(module)
        if here == "__init__":
            continue
        rooms = {
            room(name) for name in imports(source, module) if name.startswith("cellsecretary.")
        }
        found.setdefault(here, Counter()).update(rooms - {here, "__init__"})
    known = set(found)
    # `from cellsecretary import __version__` names no room.
    return {here: Counter({to: n for to, n in there.items() if to in known})
            for here, there in found.items()}  # fmt: skip


def levels(known: Arrows) -> dict[str, int]:
    """Give each room its floor: 0 imports none, any other stands above all that it imports.

    Rooms that import each other in a circle have no floor: a `ValueError` names them.
    """
    floors: dict[str, int] = {}
    while len(floors) < len(known):
        ready = {
            here: 1 + max((floors[to] for to in there), default=-1)
            for here, there in known.items()
            if here not in floors and set(there) <= set(floors)
        }
        if not ready:
            raise ValueError(f"a circle: {sorted(set(known) - set(floors))}")
        floors |= ready
    return floors


def direct(known: Arrows) -> list[tuple[str, str]]:
    """Give the arrows that no way over other rooms says already."""
    reach: dict[str, set[str]] = {}
    for here in sorted(known, key=levels(known).__getitem__):
        reach[here] = set(known[here]).union(*(reach[to] for to in known[here]))
    return [
        (here, to)
        for here, there in known.items()
        for to in there
        if not any(to in reach[other] for other in there if other != to)
    ]


def table(known: Arrows) -> str:
    """List the rooms from the top floor to the ground, with what each imports."""
    floors = levels(known)
    lines = ["| room | modules that import others, by room |", "|---|---|"]
    for here in sorted(known, key=lambda one: (-floors[one], one)):
        there = sorted(known[here].items(), key=lambda one: (-one[1], one[0]))
        listed = ", ".join(f"{to} {count}" for to, count in there) or "none"
        lines.append(f"| `{here}` | {listed} |")
    return "\n".join(lines)


def picture(known: Arrows) -> str:
    """Draw the rooms by floors, and the arrows of `direct`, as SVG."""
    floors = levels(known)
    rows = [
        sorted(one for one in known if floors[one] == floor)
        for floor in range(max(floors.values()), -1, -1)
    ]
    width = max(len(row) for row in rows) * (WIDE + GAP) - GAP + 2 * EDGE
    places = {
        name: (
            (width - len(row) * (WIDE + GAP) + GAP) / 2 + index * (WIDE + GAP),
            EDGE + line * ROW,
        )
        for line, row in enumerate(rows)
        for index, name in enumerate(row)
    }
    height = 2 * EDGE + (len(rows) - 1) * ROW + HIGH
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="17" text-anchor="middle">',
        '<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" '
        'orient="auto"><path d="M0 0L8 4L0 8z" fill="#444"/></marker>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for here, to in sorted(direct(known)):
        (left, top), (under, bottom) = places[here], places[to]
        points = _way(left + WIDE / 2, top + HIGH, under + WIDE / 2, bottom, places.values())
        line = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
        parts.append(
            f'<path d="{line}" fill="none" stroke="#444" stroke-width="1.6" '
            'stroke-linejoin="round" marker-end="url(#head)"/>'
        )
    for name, (left, top) in places.items():
        parts.append(
            f'<rect x="{left:g}" y="{top:g}" width="{WIDE}" height="{HIGH}" rx="7" '
            'fill="#f3efe6" stroke="#7a1f1f" stroke-width="1.6"/>'
            f'<text x="{left + WIDE / 2:g}" y="{top + 29:g}">{escape(name)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _way(
    x: float, y: float, to_x: float, to_y: float, rooms: Iterable[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Lead a line from under one room to the top of another, beside the rooms in between."""
    points = [(x, y)]
    below = y + ROW - HIGH
    while below < to_y:
        row = [left for left, top in rooms if top == below]
        at = points[-1][0] + (to_x - points[-1][0]) * ROW / (to_y - points[-1][1])
        walls = [edge for left in row for edge in (left - GAP / 2, left + WIDE + GAP / 2)]
        if any(left - GAP / 3 < at < left + WIDE + GAP / 3 for left in row):
            at = min(walls, key=lambda wall: abs(wall - at))
        points += [(at, below), (at, below + HIGH)]
        below += ROW
    return [*points, (to_x, to_y)]


def written(page: str, known: Arrows) -> str:
    """Give the page with the table between its marks made anew."""
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n{table(known)}\n\n{END}{tail}"


def main() -> int:
    """Write the picture and the table."""
    known = arrows(modules())
    PICTURE.write_text(picture(known), encoding="utf-8", newline="\n")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(written(page, known), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
