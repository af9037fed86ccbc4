"""What a screen reader is told of a window: its controls with their names, roles and faults."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QMenu,
    QScrollBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = QAccessible.Role

WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QScrollBar)
"""What is one control, whatever it is made of."""

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
    """Give everything that can be seen in a window.

    Each widget is asked for its interface; to go down by the children of interfaces and ask those
    for their widgets would let PySide hold the widgets for theirs, and take them with it.
    """
    seen = [one for one in widget.findChildren(QWidget) if one.isVisibleTo(widget)]
    return [_told(one) for one in (widget, *seen) if not _is_inside(one, widget)]


def _is_inside(one: QWidget, window: QWidget) -> bool:
    """Tell whether a widget is a part of what is one control, or has a window of its own."""
    if one is not window and one.isWindow():
        return True
    around = one.parentWidget() if one is not window else None
    while around is not None and around is not window:
        if isinstance(around, WHOLE) or around.isWindow():
            return True
        around = around.parentWidget()
    return False


def _told(about: QWidget) -> Spoken:
    one = QAccessible.queryAccessibleInterface(about)
    actions = one.actionInterface()
    is_pressed = actions is not None and set(actions.actionNames()) & {"Press", "Toggle"}
    is_focused = one.state().focusable and about.focusProxy() is None
    return Spoken(
        one.role(),
        _label(about) if isinstance(about, QComboBox) else one.text(QAccessible.Text.Name),
        f"{type(about).__name__} {about.objectName()}".rstrip(),
        bool(is_focused or is_pressed) or one.role() in {Role.Button, Role.CheckBox},
    )


def _label(box: QWidget) -> str:
    """Give what a combo box is called on Linux, where Qt gives what is chosen as its name.

    It is its label beside it. That Qt tells so is heard in `tests/ear`: to ask its interface for
    relations here would let Python delete what Qt still holds.
    """
    around = box.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    beside = around.findChildren(QLabel, options=direct) if around is not None else []
    labels = [one for one in beside if one.buddy() is box]
    return " ".join(one.text().replace("&", "") for one in labels)


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
