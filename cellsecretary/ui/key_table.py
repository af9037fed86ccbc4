"""Every key of the program that is more than text: where it counts, and what makes it act.

Shortcuts are made from this table alone, by `bind`, so that no key acts that the list of keys does
not tell; tests/ui/test_keys.py holds every view to it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget


class Group(Enum):
    """Where a key counts, in the order of the list."""

    EVERYWHERE = auto()
    MEETING = auto()
    ROSTER = auto()
    TABLE = auto()
    FIELD = auto()


class Key(Enum):
    """What is done by keys; each value says where, and by which keys in Qt's own writing.

    Where no keys stand, widgets take them by themselves, as Tab: they are told all the same.
    """

    HELP = (Group.EVERYWHERE, "F1")
    LIST = (Group.EVERYWHERE, "Ctrl+/")
    WALK = (Group.EVERYWHERE,)
    PRESS = (Group.EVERYWHERE,)
    LETTER = (Group.EVERYWHERE,)
    LEAVE = (Group.EVERYWHERE,)
    UNDO = (Group.EVERYWHERE, "Ctrl+Z")
    REDO = (Group.EVERYWHERE, "Ctrl+Y", "Ctrl+Shift+Z")
    LARGER = (Group.EVERYWHERE, "Ctrl++", "Ctrl+=")
    SMALLER = (Group.EVERYWHERE, "Ctrl+-")
    SEARCH = (Group.EVERYWHERE, "Ctrl+F")
    OPEN = (Group.EVERYWHERE, "Ctrl+O")
    QUIT = (Group.EVERYWHERE, "Ctrl+Q")
    PAGES = (Group.EVERYWHERE, "Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5")
    STEPS = (Group.MEETING, "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")
    SPEAKER = (Group.MEETING, "Ctrl+Return", "Ctrl+Enter")
    POINT_BEFORE = (Group.MEETING, "Ctrl+PgUp")
    POINT_AFTER = (Group.MEETING, "Ctrl+PgDown")
    FIND_NAME = (Group.ROSTER,)
    MARK = (Group.ROSTER,)
    NEXT_MARK = (Group.ROSTER,)
    REASON = (Group.ROSTER,)
    TYPE_REASON = (Group.ROSTER,)
    ROWS = (Group.TABLE,)
    OPEN_ROW = (Group.TABLE,)
    TICK_ROW = (Group.TABLE, "Space")
    DELETE_ROW = (Group.TABLE, "Del")
    FIND = (Group.TABLE, "Ctrl+L")
    COPY_TABLE = (Group.TABLE, "Ctrl+C")
    PRINT_TABLE = (Group.TABLE, "Ctrl+P")
    BELOW = (Group.FIELD,)
    END_NAME = (Group.FIELD,)
    CHOOSE_ALL = (Group.FIELD,)
    COPY = (Group.FIELD,)

    group: Group
    keys: tuple[str, ...]

    def __new__(cls, group: Group, *keys: str) -> Key:
        """Give each entry a value of its own: alike ones would be one."""
        made = object.__new__(cls)
        made._value_ = len(cls.__members__)
        made.group, made.keys = group, keys
        return made


IN_WINDOW = Qt.ShortcutContext.WindowShortcut
INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
ALONE = Qt.ShortcutContext.WidgetShortcut
"""Where the keyboard has to be: in the window, in the widget or its parts, on the widget itself."""


def bind(
    key: Key,
    owner: QWidget,
    act: Callable[[], object],
    where: Qt.ShortcutContext = IN_WINDOW,
) -> None:
    """Let all keys of an entry act alike."""
    bind_each(key, owner, [act] * len(key.keys), where)


def bind_each(
    key: Key,
    owner: QWidget,
    acts: Iterable[Callable[[], object]],
    where: Qt.ShortcutContext = IN_WINDOW,
) -> None:
    """Let each key of an entry have an act of its own; keys that are left over do nothing."""
    for written, act in zip(key.keys, acts, strict=False):
        # From Qt's own writing: in the user's language Return and Enter have one name.
        shortcut = QShortcut(QKeySequence.fromString(written), owner)
        shortcut.setContext(where)
        shortcut.activated.connect(act)


def bind_action(key: Key, action: QAction, where: Qt.ShortcutContext = IN_WINDOW) -> None:
    """Let all keys of an entry trigger an action, which shows them where it stands in a menu."""
    action.setShortcuts([QKeySequence.fromString(written) for written in key.keys])
    action.setShortcutContext(where)
