"""A reader of windows: what it can hear, find and do through AT-SPI, and nothing else.

It runs under the Python of the system, whose gi knows Atspi; no line of the program is imported.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Thing = Any
"""An Atspi.Accessible: gi has no types."""

PATIENCE = 60.0
"""How long a person would wait, in seconds."""

WHOLE = {"table", "list", "combo box", "spin button", "tree"}
"""Roles of what is searched only when it is asked for: a table of 50 members has 200 cells."""


class NotHeardError(Exception):
    """What should be there by name and role is not."""


class Reader:
    """Finds things by role and name, acts on them, and remembers what was announced."""

    def __init__(self, log: Callable[[str], object]) -> None:
        self.log = log
        self.heard: list[str] = []
        Atspi.init()
        self.reached: list[str] = []
        hears = {
            "object:announcement": self._hear,
            "object:state-changed:showing": self._see,
            "object:state-changed:focused": self._reach,
        }
        self._listeners = {kind: Atspi.EventListener.new(act) for kind, act in hears.items()}
        for kind, listener in self._listeners.items():
            listener.register(kind)
        self._app: Thing = None
        self._menu: Thing = None

    # Waiting

    def wait(self, what: str, found: Callable[[], Thing]) -> Thing:
        """Give what is found as soon as it is; fail when patience ends."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                there = found()
            except GLib.Error:
                there = None  # it went away while it was looked at
            if there:
                return there
            if time.monotonic() > end:
                self.log(f"NOT HEARD: {what}")
                self.tell_window()
                raise NotHeardError(what)
            self._listen(50)

    def hear(self, beginning: str) -> str:
        """Wait until something was announced that begins so; what came before it is done with."""

        def there() -> int:
            found = [at for at, one in enumerate(self.heard) if one.startswith(beginning)]
            return found[0] + 1 if found else 0

        at = self.wait(f"announcement {beginning!r}", there)
        text: str = self.heard[at - 1]
        del self.heard[:at]
        return text

    def reach(self, words: str) -> None:
        """Wait until the keyboard is on something whose name has some words."""
        self.wait(f"focus on {words!r}", lambda: any(words in one for one in self.reached))
        self.reached.clear()

    def _listen(self, milliseconds: int) -> None:
        context, over = GLib.MainContext.default(), []
        GLib.timeout_add(milliseconds, lambda: over.append(1))
        while not over:
            context.iteration(True)

    def _hear(self, event: Thing) -> None:
        text = str(event.any_data)
        self.heard.append(text)
        self.log(f"   HEARD {text!r}")

    def _see(self, event: Thing) -> None:
        """Follow menus: they lie in no window, and are known only by coming up."""
        with suppress(GLib.Error):  # what came up may be gone
            if event.detail1 and event.source.get_role_name() == "popup menu":
                self._menu = event.source

    def _reach(self, event: Thing) -> None:
        """Remember what has the keyboard: a reader says it as it comes there."""
        with suppress(GLib.Error):
            if event.detail1:
                self.reached.append(str(event.source.get_name()))
                self.log(f"   REACHED {event.source.get_role_name()} {self.reached[-1]!r}")

    # Finding

    def window(self, role: str, name: str) -> Thing:
        """Find a window of the program by its role and title."""
        return self.wait(f"{role} {name!r}", lambda: self._window(role, name))

    def _window(self, role: str, name: str) -> Thing:
        if self._app is None:
            desktop = Atspi.get_desktop(0)
            apps = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
            apps = [one for one in apps if one is not None and one.get_name() == "cellsecretary"]
            if not apps:
                return None
            self._app = apps[0]
            self._app.set_cache_mask(Atspi.Cache.NONE)
        for one in self._children(self._app):
            if one.get_role_name() == role and one.get_name() == name:
                self.log(f"{role} {name!r}")
                return one
        return None

    def find(self, within: Thing, role: str, name: str, *, whole: bool = True) -> Thing:
        """Find what is showing by role and name, or by how its name begins when not `whole`."""

        def there() -> Thing:
            for one in self.below(within):
                called = self.name(one)
                if one.get_role_name() == role and (
                    called == name if whole else called.startswith(name)
                ):
                    return one
            return None

        found = self.wait(f"{role} {name!r}", there)
        self.log(f"{role} {self.name(found)!r}")
        return found

    def below(self, within: Thing) -> Iterator[Thing]:
        """Go through what is showing below a thing."""
        for one in self._children(within):
            if one.get_state_set().contains(Atspi.StateType.SHOWING):
                yield one
                if one.get_role_name() not in WHOLE:
                    yield from self.below(one)

    def name(self, one: Thing) -> str:
        """Give what a reader calls a thing: by its label, where it has one of its own."""
        if one.get_role_name() == "combo box":
            for relation in one.get_relation_set():
                if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY:
                    return str(relation.get_target(0).get_name())
        return str(one.get_name())

    def cells(self, view: Thing) -> Iterator[Thing]:
        """Give the cells of a table, or the entries of a list."""
        for one in self._children(view):
            if one.get_role_name() in {"table cell", "list item"}:
                yield one

    def cell(self, view: Thing, words: str) -> Thing:
        """Find the first cell of a table, or entry of a list, whose name has some words."""

        def there() -> Thing:
            return next((one for one in self.cells(view) if words in one.get_name()), None)

        found = self.wait(f"cell {words!r}", there)
        self.log(f"   {found.get_role_name()} {found.get_name()!r}")
        return found

    def _children(self, of: Thing) -> list[Thing]:
        found = [of.get_child_at_index(at) for at in range(of.get_child_count())]
        return [one for one in found if one is not None]

    # Acting

    def act(self, one: Thing, action: str = "Press") -> None:
        """Do one of the actions that a thing offers."""
        at = self.wait(f"action {action}", lambda: self._place(one, action))
        self.log(f"   {action}")
        one.do_action(at - 1)

    def press(self, within: Thing, role: str, name: str, *, whole: bool = True) -> None:
        """Find a button and press it."""
        self.act(self.find(within, role, name, whole=whole))

    def choose(self, within: Thing, button: str, entry: str) -> None:
        """Open the menu of a button and take an entry of it."""
        self.act(self.find(within, "push button", button), "ShowMenu")
        self.take(entry)

    def take(self, entry: str) -> None:
        """Take an entry of the menu that is open."""
        found = self.wait(f"menu item {entry!r}", lambda: self._entry(entry))
        self.log(f"menu item {found.get_name()!r}")
        self._menu = None
        self.act(found, "Press")

    def write(self, within: Thing, name: str, text: str) -> None:
        """Write into a field."""
        field = self.find(within, "text", name)
        self.log(f"   write {text!r}")
        assert field.get_editable_text_iface() is not None, name
        Atspi.EditableText.set_text_contents(field, text)

    def text(self, field: Thing) -> str:
        """Give what stands in a field."""
        return str(Atspi.Text.get_text(field, 0, -1))

    def _place(self, one: Thing, action: str) -> int:
        names = [one.get_action_name(at) for at in range(one.get_n_actions())]
        return names.index(action) + 1 if action in names else 0

    def _entry(self, name: str) -> Thing:
        for one in self._children(self._menu) if self._menu is not None else []:
            if str(one.get_name()).startswith(name):
                return one
        return None

    def tell_window(self) -> None:
        """Write down everything that can be found, for who looks for what went wrong."""
        for window in self._children(self._app) if self._app is not None else []:
            self.log(f"   {window.get_role_name()} {window.get_name()!r}")
            for one in self.below(window):
                if self.name(one):
                    self.log(f"      {one.get_role_name()} {self.name(one)!r}")
