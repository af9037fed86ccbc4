"""What a screen reader is told of a window: its controls with their names, roles and faults."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

Role = QAccessible.Role

WHOLE = {Role.Table, Role.List, Role.Tree, Role.ComboBox, Role.SpinBox, Role.ScrollBar}
"""Roles of what is one control, whatever it is made of."""

SAYS_NOTHING = {Role.NoRole, Role.Client, Role.Window, Role.Border, Role.LayeredPane}
"""Roles that tell nobody what can be done with a control."""

PLACES = {Role.Pane, Role.PageTabList}
"""Roles of what other controls lie in: a page may be called as its tab is."""

WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|&|<")


@dataclass(frozen=True)
class Spoken:
    """One thing of a window as a screen reader has it."""

    role: QAccessible.Role
    name: str
    widget: str
    is_control: bool

    def __str__(self) -> str:
        return f"{self.widget} ({self.role.name}) {self.name!r}"


def spoken(widget: QWidget) -> list[Spoken]:
    """Give everything that can be seen in a window."""
    root = QAccessible.queryAccessibleInterface(widget)
    return [_told(one) for one in _below(root)]


def _below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if not one.isValid() or one.state().invisible:
        return
    yield one
    if one.role() not in WHOLE:
        for place in range(one.childCount()):
            yield from _below(one.child(place))


def _told(one: QAccessibleInterface) -> Spoken:
    actions = one.actionInterface()
    is_pressed = actions is not None and set(actions.actionNames()) & {"Press", "Toggle"}
    about = one.object()
    name = about.objectName() if about is not None else ""
    has_proxy = isinstance(about, QWidget) and about.focusProxy() is not None
    is_focused = one.state().focusable and not has_proxy
    return Spoken(
        one.role(),
        _label(one) if one.role() is Role.ComboBox else one.text(QAccessible.Text.Name),
        f"{type(about).__name__} {name}".rstrip(),
        bool(is_focused or is_pressed) or one.role() in {Role.Button, Role.CheckBox},
    )


def _label(box: QAccessibleInterface) -> str:
    """Give what a combo box is called on Linux, where Qt gives what is chosen as its name."""
    labels = [one for one, _kind in box.relations(QAccessible.RelationFlag.Label)]
    return " ".join(one.text(QAccessible.Text.Name) for one in labels)


def spoken_faults(widget: QWidget) -> Iterator[str]:
    """Find what leaves somebody who only hears the window in the dark."""
    seen = spoken(widget)
    if seen[0].role is not Role.Client and not WORD.search(seen[0].name):
        yield f"{seen[0]}: the window has no name"
    controls = [one for one in seen[1:] if one.is_control]
    for one in controls:
        if not WORD.search(one.name):
            yield f"{one}: no name"
        elif CODE.search(one.name):
            yield f"{one}: not spoken language"
        if one.role in SAYS_NOTHING:
            yield f"{one}: no role"
    for one in seen:
        if one.role is Role.StaticText and one.name.strip() and not WORD.search(one.name):
            yield f"{one}: a figure of nothing"
    called = [one for one in controls if one.name and one.role not in PLACES]
    names = Counter(one.name.casefold() for one in called)
    yield from (f"{one}: named twice" for one in called if names[one.name.casefold()] > 1)
    for menu in widget.findChildren(QMenu):
        yield from _menu_faults(menu)


def _menu_faults(menu: QMenu) -> Iterator[str]:
    texts = [one.text() for one in menu.actions() if not one.isSeparator() and one.isVisible()]
    for text, count in Counter(texts).items():
        if not WORD.search(text) or count > 1:
            yield f"{type(menu).__name__}: {text!r} {count} times"
