"""What can be wrong with a form file, told without loading it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_LEVELS = 6
KINDS = (
    *("label", "button", "edit", "table", "list", "box", "spin", "check", "radio", "panel"),
    *("frame", "card", "chip", "banner", "stack", "area", "tree", "bar", "text", "group", "view"),
    *("dialog", "page", "layout", "tabs", "tick"),
)
NAME = re.compile(rf"[a-z][a-z0-9]*(_[a-z0-9]+)*_({'|'.join(KINDS)})")
# Widgets that a person reads, and the properties that may hold their words.
WORDED = {
    "QLabel": ("text",),
    "QPushButton": ("text", "accessibleName"),
    "QToolButton": ("text", "accessibleName"),
    "QCheckBox": ("text",),
    "QRadioButton": ("text",),
    "QGroupBox": ("title",),
}
# Sizes, fonts and colours belong to the theme.
THEME_PROPERTIES = {
    *("font", "styleSheet", "palette", "minimumSize", "maximumSize", "minimumWidth"),
    *("minimumHeight", "maximumWidth", "maximumHeight", "fixedWidth", "fixedHeight", "iconSize"),
    *("spacing", "horizontalSpacing", "verticalSpacing"),
    *("leftMargin", "rightMargin", "topMargin", "bottomMargin", "margin"),
}


def form_faults(path: Path) -> list[str]:
    root = ET.parse(path).getroot()
    top = root.find("widget")
    if top is None:
        return ["no widget"]
    return [
        *_deep(top),
        *_misnamed(root),
        *_wordless(root),
        *_dressed(root),
        *_two_next_steps(root),
        *_unlabelled(root),
    ]


def _deep(top: ET.Element) -> Iterator[str]:
    def depth(element: ET.Element) -> int:
        below = max((depth(child) for child in element), default=0)
        return below + (element.tag == "layout")

    if depth(top) > MOST_LEVELS:
        yield f"{depth(top)} layouts inside each other"


def _misnamed(root: ET.Element) -> Iterator[str]:
    names = [e.get("name", "") for tag in ("widget", "layout", "action") for e in root.iter(tag)]
    named = [name for name in names if name]
    yield from (f"{name}: no purpose_kind" for name in named if not NAME.fullmatch(name))
    yield from (f"{name}: named twice" for name in sorted({n for n in named if named.count(n) > 1}))


def _wordless(root: ET.Element) -> Iterator[str]:
    """Find words that are neither translated nor marked as not to be."""
    for widget in root.iter("widget"):
        name = widget.get("name") or widget.get("class")
        strings = {
            prop.get("name"): string
            for prop in widget.findall("property")
            if (string := prop.find("string")) is not None
        }
        for prop, string in strings.items():
            if not (string.text or "").strip() and string.get("notr") != "true":
                yield f"{name}.{prop}: empty, and not notr"
        wanted = WORDED.get(widget.get("class", ""))
        if wanted and not any(prop in strings for prop in wanted):
            yield f"{name}: says nothing"


def _dressed(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag in {"widget", "layout"}:
            for prop in element.findall("property"):
                if prop.get("name") in THEME_PROPERTIES:
                    yield f"{element.get('name')}: {prop.get('name')} belongs to the theme"


def _two_next_steps(root: ET.Element) -> Iterator[str]:
    roles = [p.findtext("string") for p in root.iter("property") if p.get("name") == "role"]
    if roles.count("next") > 1:
        yield "more than one next step"


def _unlabelled(root: ET.Element) -> Iterator[str]:
    """Find fields whose purpose a screen reader cannot tell."""
    fields = "QLineEdit QComboBox QDateEdit QTimeEdit QSpinBox QPlainTextEdit GrowingTextEdit"
    views = "QTableView QListView QListWidget QTreeView QTableWidget"
    buddies = {p.findtext("cstring") for p in root.iter("property") if p.get("name") == "buddy"}
    for widget in root.iter("widget"):
        if widget.get("class") in (*fields.split(), *views.split()):
            spoken = any(p.get("name") == "accessibleName" for p in widget.findall("property"))
            if not spoken and widget.get("name") not in buddies:
                yield f"{widget.get('name')}: neither a label as buddy nor an accessible name"
