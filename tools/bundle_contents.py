"""What goes into the bundle, of all that PyInstaller finds; packaging/cellsecretary.spec asks.

Lists of what is used, not of what is not: what a new version of a library brings stays out until
somebody has looked at it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from encodings.aliases import aliases
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tools.reach import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Entry = tuple[str, str, str]
"""Where a file stands in the bundle, where it comes from, and its kind: as PyInstaller has it."""

LINK = "SYMLINK"
"""The kind of an entry that leads to another one."""

EXTRAS = {
    "password": ("sqlcipher3",),
    "archive": ("pikepdf", "fontTools", "jsonschema", "attr", "attrs", "referencing", "rpds"),
}
"""The extras that are shipped, and the modules that come with each alone."""

# The letters of Macs and mainframes long ago, and of China, Japan and Korea.
_FOREIGN = ("mac_", "big5", "euc_", "gb", "hz", "iso2022", "johab", "ptcp", "shift_", "cp932",
    "cp949", "cp950", "cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "hp_roman", "tis_",
    "kz1048", "koi8")  # fmt: skip

NOT_USED = (
    # The program knows no network; what asks for these asks in vain and goes on.
    *("ssl", "_ssl", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "http.server"),
    # For people who write programs.
    *("tkinter", "unittest", "doctest", "pydoc", "pydoc_data", "pdb", "bdb", "lib2to3", "idlelib"),
    *("distutils", "setuptools", "pkg_resources", "pip", "ensurepip", "venv", "turtledemo", "test"),
    *("IPython", "readline", "curses", "_curses", "rlcompleter", "cProfile", "profile"),
    *("asyncio", "multiprocessing", "concurrent.futures.process"),
    # The hashes of Python's own are what is needed; OpenSSL's are 5 MB more.
    *("_hashlib", "_pydecimal", "_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr"),
    *("_codecs_tw", "_codecs_iso2022", "_multibytecodec"),
    *(f"encodings.{name}" for name in aliases.values() if name.startswith(_FOREIGN)),
    # Optional doors of libraries that the program never goes through.
    *("reportlab.graphics", "reportlab.lib.rparsexml", "charset_normalizer", "chardet", "bs4"),
    *("lxml.objectify", "lxml.html", "lxml.isoschematron", "lxml.sax", "lxml.cssselect"),
    *("lxml.doctestcompare", "lxml.builder", "pypdfium2_cli", "pypdfium2.__main__"),
    *("sqlite_utils.cli", "pyarrow", "pandas", "numpy", "matplotlib", "psutil.tests"),
    *("PIL.ImageCms", "PIL.ImageFont", "PIL.ImageGrab", "PIL.ImageMath", "PIL.ImageMorph"),
    *("PIL.ImageQt", "PIL.ImageShow", "PIL.ImageTk", "PIL.PdfParser", "PIL.features"),
    *("fontTools.ttLib.woff2", "fontTools.varLib", "fontTools.ufoLib"),
)
"""Modules that are left out; `excludes` of PyInstaller takes those below them too."""

QT_MODULES = frozenset(
    ("QtCore", "QtDBus", "QtGui", "QtPrintSupport", "QtSvg", "QtUiTools", "QtWidgets")
)
"""What the program imports of PySide6; tests/test_packaging.py compares it with the code."""

_LINUX_PLUGINS = {
    # Wayland desktops show it through XWayland, where the Vietnamese input methods are proven.
    "platforms": {"xcb", "offscreen"},
    "platforminputcontexts": {"ibus", "compose"},
    "printsupport": {"cupsprintersupport"},
}
PLUGINS = {
    "linux": _LINUX_PLUGINS,
    "win32": {"platforms": {"windows", "offscreen"}},
    "darwin": {"platforms": {"cocoa", "offscreen"}},
}
"""The plugins of Qt for each system, by their folder; pictures are PNG, which needs none, and SVG.

The program draws itself in Fusion, so no plugin of a style is here.
"""
for _of_system in PLUGINS.values():
    _of_system |= {"imageformats": {"svg"}}

OF_PILLOW = {"_imaging"}
"""The compiled parts of Pillow: ReportLab asks for the module, the program draws no pictures."""

FROM_SYSTEM = re.compile(
    # What Qt wants of X and many a desktop has not, until another Qt program was installed.
    r"libxcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)"
    r"|libxkbcommon(-x11)?"
    # What Python itself was built with.
    r"|libpython3\.\d+|libuuid|libffi|libsqlite3|libbz2|liblzma|libcrypto|libexpat"
)
"""Libraries of the building Linux that go along, by their names up to `.so`."""

ON_EVERY_DESKTOP = re.compile(
    r"ld-linux-x86-64|lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|z|zstd)"
    r"|lib(X11|X11-xcb|xcb|EGL|GL|dbus-1|fontconfig|freetype|glib-2\.0|gthread-2\.0|cups)"
)
"""Libraries that are never taken along: drivers and services must fit the machine, not us."""


UNREAD = {"py.typed", "dateutil-zoneinfo.tar.gz"}
"""Files of libraries that the program never reads."""

HOOKS_LEFT_OUT = {"pyi_rth_pyside6"}
"""Scripts of PyInstaller that would run before the program.

This one loads Qt for every command, and on a Windows where Qt cannot load before we can say so. The
wheels of PySide6 find their plugins without it.
"""

LOADED = re.compile(r"(lib)?(pdfium|python3[\d.]*)\.|Python$")
"""Libraries that nothing is linked with: they are loaded by their name."""


class UnknownLibrary(Exception):
    """A library of the building machine that nobody has decided about."""


def left_out(extras: Iterable[str]) -> list[str]:
    """Name the modules that a bundle with these extras goes without."""
    chosen = set(extras)
    modules = [name for extra, names in EXTRAS.items() if extra not in chosen for name in names]
    return [*NOT_USED, *_kinds_of_pictures(), *modules]


def _kinds_of_pictures() -> list[str]:
    """Name the modules of Pillow that read and write one kind of picture each."""
    folder = find_spec("PIL")
    places = folder.submodule_search_locations if folder else None
    files = (file for place in places or () for file in Path(place).glob("*Plugin.py"))
    return [f"PIL.{file.stem}" for file in files]


def data() -> list[tuple[str, str]]:
    """Name the files of the program itself that go along, and the folder of each in the bundle.

    The licences are another list: that of what is really in the bundle (tools/bundle_licences.py).
    """
    found = []
    for top in ("forms", "resources"):
        for file in sorted((PROJECT / top).rglob("*")):
            place = file.relative_to(PROJECT).parent
            if file.is_file() and file.suffix != ".ts" and "licences" not in place.parts:
                found.append((str(file), place.as_posix()))
    return found


def binaries(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Choose the compiled files: those that are used, and the libraries that these need.

    `needs` names the libraries that a file is linked with, each by its path or its name.
    """
    entries = list(entries)
    by_name: dict[str, list[Entry]] = {}
    for one in entries:
        by_name.setdefault(PurePath(one[0]).name, []).append(one)
    chosen = {one[0] for one in entries if _is_used(one)}
    waiting = [one for one in entries if one[0] in chosen]
    while waiting:
        for needed in needs(waiting.pop()[1]):
            for one in by_name.get(PurePath(needed).name, ()):
                if one[0] not in chosen and not _stays(one):
                    chosen.add(one[0])
                    if one[2] != LINK:
                        waiting.append(one)
    return [one for one in entries if one[0] in chosen]


def documents(entries: Iterable[Entry]) -> list[Entry]:
    """Choose the other files: those of the program, and what libraries read while they run."""
    kept = []
    for entry in entries:
        path = PurePath(entry[0])
        # Some libraries ask for their own version.
        for_pip = path.parts[0].endswith(".dist-info") and path.name != "METADATA"
        in_lxml = path.parts[0] == "lxml"
        of_qt = path.parts[0] == "PySide6" and "translations" in path.parts
        # Without a link to follow, or a name to look for.
        unread = "default-docx-template" in path.parts or path.name in UNREAD
        if entry[2] != LINK and not (for_pip or in_lxml or of_qt or unread):
            kept.append(entry)
    return kept


def _is_used(entry: Entry) -> bool:
    """Tell whether a file is used by itself: what others are linked with comes along with them."""
    path = PurePath(entry[0])
    if entry[2] == LINK:
        return False
    if "plugins" in path.parts:
        kind, name = path.parts[-2:]
        return _plugin(name) in PLUGINS[sys.platform].get(kind, ())
    if not _is_extension(path):
        return LOADED.match(path.name) is not None
    stem = path.name.split(".")[0]
    wanted = {"PySide6": QT_MODULES, "PIL": OF_PILLOW}.get(path.parts[0])
    return wanted is None or stem in wanted


def _stays(entry: Entry) -> bool:
    """Tell whether a library is left to the machine; raise where nobody has decided."""
    source = Path(entry[1])
    if sys.platform != "linux" or entry[2] == LINK or source.parts[1] not in {"lib", "usr"}:
        return False
    name = source.name.split(".so")[0]
    if FROM_SYSTEM.fullmatch(name):
        return False
    if ON_EVERY_DESKTOP.fullmatch(name):
        return True
    raise UnknownLibrary(f"{source}: enter it in tools/bundle_contents.py")


def _is_extension(path: PurePath) -> bool:
    """Tell whether a file is a compiled module of Python."""
    return re.search(r"\.((abi3|cpython-[\w-]+)\.so|pyd)$", path.name) is not None


def _plugin(name: str) -> str:
    """Give the name of a plugin of Qt without what its system puts around it."""
    stem = name.split(".")[0]
    return stem.removeprefix("lib").removeprefix("q")


def needs(file: str) -> Iterable[str]:
    """Name the libraries that a file is linked with itself, by path or by name alone."""
    if sys.platform != "linux":
        from PyInstaller.depend.bindepend import get_imports

        return [path or name for name, path in get_imports(file)]
    asked = ["objdump", "--private-headers", file]
    said = subprocess.run(asked, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)$", said, re.MULTILINE)
