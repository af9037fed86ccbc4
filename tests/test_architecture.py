"""The arrows between the rooms of the house; each rule is also shown a planted fault."""

import ast
import re
import sys
from collections.abc import Callable

import pytest

from tools import arrows
from tools.arrows import PACKAGE, imports, modules, room

Rule = Callable[[str, str], list[str]]

LIBRARY = {"core", "rules", "store", "papers", "exchange", "paths", "own_files"}
MAY_IMPORT = {
    "core": {"core"},
    "rules": {"core", "rules", "paths"},
    "store": {"core", "store", "own_files"},
    "papers": {"core", "papers", "paths", "own_files"},
    "exchange": LIBRARY,
    "paths": {"paths"},
    "own_files": {"own_files"},
    # The sentences for the kinds of core; only who speaks to the user may know them.
    "messages": {"core", "rules", "paths"},
    "manual": {"core", "paths"},
    "sentences": LIBRARY | {"messages", "sentences"},
    "commands": LIBRARY | {"messages", "sentences", "commands"},
    # app hands the rehearsal of the window to the self-test.
    "selftest": LIBRARY | {"messages", "manual", "commands"},
    "ui": LIBRARY | {"messages", "manual", "sentences", "ui"},
    "windows_start": {"messages"},
    "app": LIBRARY | {"messages", "commands", "selftest", "ui", "windows_start"},
    "__main__": {"app"},
    "__init__": set[str](),
}
ONLY_IN = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "docx": {"papers"},
    "lunar_vn": {"rules"},
    "openpyxl": {"exchange"},
    "pikepdf": {"papers"},
    "platformdirs": {"paths"},
    "pyarrow": {"exchange"},
    "pypdfium2": {"ui", "selftest"},
    "reportlab": {"papers"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
}
# Core knows no clock, no file, no machine: time and data are handed in.
NOT_IN_CORE = {
    "asyncio", "ctypes", "glob", "io", "locale", "logging", "multiprocessing", "os", "pathlib",
    "platform", "random", "secrets", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys",
    "tempfile", "threading", "time", "urllib",
}  # fmt: skip
CLOCKS_AND_FILES = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "input", "print"}
VAGUE_NAMES = {"utils", "util", "misc", "common", "helper", "helpers", "manager", "managers"}
LONGEST_FILE = 400


def broken_arrows(source: str, module: str) -> list[str]:
    """Name the imports of another room that `module` may not know."""
    here = room(module)
    if here not in MAY_IMPORT:
        return [f"{module}: the design has no room {here!r}"]
    return [
        f"{module} imports {name}"
        for name in imports(source, module)
        if name.startswith("cellsecretary.")
        and (there := room(name)) in MAY_IMPORT
        and there not in MAY_IMPORT[here]
    ]


def misplaced_libraries(source: str, module: str) -> list[str]:
    """Name the libraries that only another room may import."""
    here = room(module)
    return [
        f"{module} imports {name}"
        for name in imports(source, module)
        if here not in ONLY_IN.get(name.split(".")[0], {here})
    ]


def impurities(source: str, module: str) -> list[str]:
    """Name what a module of core imports or calls beside plain computing."""
    if room(module) != "core":
        return []
    plain = (sys.stdlib_module_names - NOT_IN_CORE) | {"cellsecretary"}
    faults = [
        f"{module} imports {name}"
        for name in imports(source, module)
        if name.split(".")[0] not in plain
    ]
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                if name in CLOCKS_AND_FILES:
                    faults.append(f"{module}:{node.lineno} calls {name}()")
    return faults


def acquainted_panels(source: str, module: str) -> list[str]:
    """Name the panels that a panel imports: they talk through the session alone."""
    panels = "cellsecretary.ui.panels."
    if not module.startswith(panels):
        return []
    own = module.removeprefix(panels).split(".")[0]
    return [
        f"{module} imports {name}"
        for name in imports(source, module)
        if name.startswith(panels) and name.removeprefix(panels).split(".")[0] != own
    ]


def vague_name(source: str, module: str) -> list[str]:
    """Refuse a name that says nothing about what is inside."""
    return [module] if VAGUE_NAMES & set(module.split(".")) else []


def too_long(source: str, module: str) -> list[str]:
    """Refuse a file that should be split along domain words."""
    lines = len(source.splitlines())
    return [f"{module} has {lines} lines"] if lines > LONGEST_FILE else []


RULES: list[Rule] = [
    broken_arrows,
    misplaced_libraries,
    impurities,
    acquainted_panels,
    vague_name,
    too_long,
]


@pytest.mark.parametrize("rule", RULES)
def test_the_package_keeps(rule: Rule) -> None:
    faults = [fault for source, module in modules() for fault in rule(source, module)]
    assert faults == []


def test_every_module_is_looked_at() -> None:
    assert "cellsecretary.paths" in [module for _, module in modules()]


PLANTED = [
    (broken_arrows, "core.vote", "import cellsecretary.store"),
    (broken_arrows, "core.vote", "from cellsecretary import paths"),
    (broken_arrows, "core.operations.close", "from ...rules import load"),
    (broken_arrows, "rules.files", "from cellsecretary.papers.minutes import draw"),
    (broken_arrows, "store.book", "def f():\n    from cellsecretary.exchange import packet"),
    (broken_arrows, "papers.minutes", "from cellsecretary.rules import load"),
    (broken_arrows, "exchange.packet", "import cellsecretary.commands"),
    (broken_arrows, "exchange.packet", "from cellsecretary.messages import Messages"),
    (broken_arrows, "commands", "from cellsecretary import ui"),
    (broken_arrows, "commands", "import importlib\nimportlib.import_module('cellsecretary.ui')"),
    (broken_arrows, "selftest", "import cellsecretary.ui.theme"),
    (broken_arrows, "ui.session", "from .. import app"),
    (broken_arrows, "ui.panels.agenda", "from cellsecretary.commands import demo"),
    (broken_arrows, "__main__", "from cellsecretary.ui import theme"),
    (broken_arrows, "attic.old", "pass"),
    (misplaced_libraries, "commands", "from PySide6.QtCore import QObject"),
    (misplaced_libraries, "selftest", "import PySide6"),
    (misplaced_libraries, "ui.session", "import sqlite3"),
    (misplaced_libraries, "exchange.packet", "from sqlite_utils import Database"),
    (misplaced_libraries, "ui.panels.print", "from reportlab.pdfgen import canvas"),
    (misplaced_libraries, "papers.minutes", "import pypdfium2"),
    (misplaced_libraries, "store.book", "import openpyxl"),
    (misplaced_libraries, "ui.dialogs.year_plan", "from lunar_vn import solar_to_lunar"),
    (misplaced_libraries, "ui.main_window", "import platformdirs"),
    (impurities, "core.vote", "import sqlite3"),
    (impurities, "core.vote", "import sqlite_utils"),
    (impurities, "core.vote", "import hypothesis"),
    (impurities, "core.vote", "from pathlib import Path"),
    (impurities, "core.vote", "import time"),
    (impurities, "core.vote", "from datetime import datetime\nx = datetime.now()"),
    (impurities, "core.vote", "import datetime\nx = datetime.date.today()"),
    (impurities, "core.vote", "def f(p):\n    return open(p)"),
    (impurities, "core.vote", "def f(p):\n    return p.open()"),
    (acquainted_panels, "ui.panels.agenda", "from cellsecretary.ui.panels import minutes"),
    (acquainted_panels, "ui.panels.agenda", "from .minutes import MinutesPanel"),
    (acquainted_panels, "ui.panels.agenda", "def f():\n    import cellsecretary.ui.panels.tasks"),
    (vague_name, "core.utils", ""),
    (vague_name, "ui.helpers.rows", ""),
    (too_long, "core.vote", "x = 1\n" * 401),
]


@pytest.mark.parametrize(("rule", "module", "source"), PLANTED)
def test_a_planted_fault_is_found(rule: Rule, module: str, source: str) -> None:
    assert rule(source, f"cellsecretary.{module}") != []


ALLOWED = [
    ("core.vote", "from dataclasses import dataclass\nfrom cellsecretary.core import cell"),
    ("core.operations.close", "from datetime import date\nfrom ..vote import Vote"),
    ("papers.minutes", "from reportlab.pdfgen import canvas\nfrom cellsecretary import paths"),
    ("store.book", "import sqlite3\nfrom cellsecretary.core.change import Change"),
    ("ui.panels.agenda", "from cellsecretary.ui.form import Form\nimport PySide6.QtCore"),
    ("app", "def main():\n    from cellsecretary.ui.main_window import MainWindow"),
    ("commands", "from cellsecretary import __version__\nx = open('a')"),
    ("core.vote", "x = 1\n" * 400),
]


@pytest.mark.parametrize(("module", "source"), ALLOWED)
def test_what_the_design_allows_is_no_fault(module: str, source: str) -> None:
    assert [f for rule in RULES for f in rule(source, f"cellsecretary.{module}")] == []


def lasting_connections(source: str, _module: str) -> list[str]:
    """Name the lines that tie a lambda to the session: it would outlive the widget it calls."""
    return [
        f"line {node.lineno}: a lambda on {ast.unparse(node.func)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] == "connect"
        and "session." in ast.unparse(node.func)
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]


def test_no_lambda_listens_to_the_session() -> None:
    assert lasting_connections("session.changed.connect(lambda _: show())", "ui.a")
    assert not lasting_connections("session.changed.connect(self._show)", "ui.a")
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        assert lasting_connections(file.read_text(encoding="utf-8"), file.stem) == [], file


def test_no_widget_is_asked_for_its_screen() -> None:
    """PySide ties the screen to the widget, and destroys it with a dialog: see `screen_room`."""
    asked = [
        path.name
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        if re.search(r"\.screen\(\)", path.read_text(encoding="utf-8"))
    ]
    assert asked == []


def test_the_page_draws_the_arrows_as_they_are() -> None:
    known = arrows.arrows(modules())
    page = arrows.PAGE.read_text(encoding="utf-8")
    assert page == arrows.written(page, known), "run python -m tools.arrows"
    assert arrows.PICTURE.read_text(encoding="utf-8") == arrows.picture(known)


def test_rooms_stand_above_what_they_import_and_a_circle_has_no_floor() -> None:
    house = [
        ("from cellsecretary import core, rules", "cellsecretary.app"),
        ("from cellsecretary.core import kinds", "cellsecretary.rules.files"),
        ("import cellsecretary.core.kinds", "cellsecretary.rules.load"),
        ("", "cellsecretary.core.kinds"),
    ]
    known = arrows.arrows(house)
    assert known == {"app": {"core": 1, "rules": 1}, "rules": {"core": 2}, "core": {}}
    assert arrows.levels(known) == {"core": 0, "rules": 1, "app": 2}
    assert arrows.direct(known) == [("app", "rules"), ("rules", "core")]
    circle = arrows.arrows([*house, ("import cellsecretary.app", "cellsecretary.core.act")])
    with pytest.raises(ValueError, match="circle"):
        arrows.levels(circle)
