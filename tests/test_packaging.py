"""What goes beside the program: lists of the bundle, files for desktops, the portable folder."""

from __future__ import annotations

import configparser
import os
import re
import sys
import tomllib
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from cellsecretary import __version__, paths, windows_start
from cellsecretary.messages import Messages
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from tools import bundle_contents, bundle_installer, bundle_version

if TYPE_CHECKING:
    from tools.bundle_contents import Entry

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"
OF_LINUX = PACKAGING / "linux"
ID = "vn.cellsecretary.cellsecretary"
ENDINGS = {Book.suffix, Board.suffix}

OLD_WINDOWS = [(6, 1, 7601), (6, 2, 9200), (6, 3, 9600)]
NEW_WINDOWS = [(10, 0, 10240), (10, 0, 19045), (10, 0, 26100)]

PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


# The portable folder


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program."""
    folder = tmp_path / "Ổ đĩa USB"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "cellsecretary"))
    return folder


def test_without_a_data_folder_settings_are_on_the_computer(stick: Path) -> None:
    assert paths.portable_folder() is None
    assert not paths.settings_file().is_relative_to(stick)


def test_a_data_folder_takes_the_settings_and_no_book(stick: Path) -> None:
    (stick / "data").mkdir()
    assert paths.settings_file() == stick / "data" / "settings.ini"
    on_computer = [paths.books_folder(), paths.backups_folder(), paths.log_folder()]
    on_computer += [paths.practice_book(), paths.first_window(), *paths.own_folders()]
    assert not any(path.is_relative_to(stick) for path in on_computer)
    assert list((stick / "data").iterdir()) == []


def test_added_words_are_looked_for_in_the_data_folder(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = stick / "data" / "i18n" / "tay.qm"
    words.parent.mkdir(parents=True)
    words.write_bytes(b"")
    monkeypatch.setattr(sys, "_MEIPASS", str(ROOT), raising=False)
    assert words in paths.catalogues()


def test_a_data_folder_that_takes_no_file_is_left_alone(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stick / "data"
    folder.mkdir()
    if os.geteuid() == 0:  # who may write everywhere is refused by the disk alone

        def refuse(**_named: object) -> object:
            raise PermissionError

        monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    folder.chmod(0o555)
    try:
        assert paths.portable_folder() is None
        assert not paths.settings_file().is_relative_to(stick)
    finally:
        folder.chmod(0o755)


def test_an_installed_program_has_no_portable_folder(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / "data").mkdir()
    monkeypatch.setattr(sys, "frozen", False)
    assert paths.portable_folder() is None


def test_on_a_mac_the_data_folder_is_beside_what_looks_like_the_program(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = stick / "cellsecretary.app" / "Contents" / "MacOS" / "cellsecretary"
    monkeypatch.setattr(sys, "executable", str(inside))
    (stick / "data").mkdir()
    assert paths.portable_folder() == stick / "data"


# An old Windows


@pytest.mark.parametrize("version", OLD_WINDOWS)
def test_an_old_windows_is_refused_with_one_sentence(version: tuple[int, ...]) -> None:
    told: list[str] = []
    assert windows_start.refused("win32", lambda: version, told.append)
    assert told == [Messages.load("vi").command("windows_too_old")]
    assert "Windows 10" in told[0]
    assert re.search("[ạảấớ]", told[0])


@pytest.mark.parametrize(
    ("platform", "version"),
    [*(("win32", version) for version in NEW_WINDOWS), ("linux", (6, 1)), ("darwin", ())],
)
def test_other_systems_are_not_refused(platform: str, version: tuple[int, ...]) -> None:
    told: list[str] = []
    assert not windows_start.refused(platform, lambda: version, told.append)
    assert told == []


# What goes in


IMPORT = re.compile(
    r"^ *(?:from (?P<of>[\w.]+) import (?P<names>\([^)]*\)|.*)|import (?P<whole>[\w.]+))",
    re.MULTILINE,
)


def imported() -> set[str]:
    """Name the modules that the program imports, with what it takes from each, anywhere."""
    found = set()
    for path in (ROOT / "cellsecretary").rglob("*.py"):
        for one in IMPORT.finditer(path.read_text(encoding="utf-8")):
            module = one["of"] or one["whole"]
            names = re.findall(r"\w+", one["names"] or "")
            found |= {module, *(f"{module}.{name}" for name in names)}
    return found


@pytest.fixture(scope="module")
def modules() -> set[str]:
    return imported()


def test_the_bundle_has_the_modules_of_qt_that_are_imported(modules: set[str]) -> None:
    of_qt = {name.split(".")[1] for name in modules if name.startswith("PySide6.")}
    assert of_qt == bundle_contents.QT_MODULES


def test_nothing_is_left_out_that_the_program_imports(modules: set[str]) -> None:
    left_out = bundle_contents.left_out(bundle_contents.EXTRAS)
    missing = {
        name for name in modules for out in left_out if name == out or name.startswith(f"{out}.")
    }
    # The extra `scale` is not shipped.
    assert {name.split(".")[0] for name in missing} == {"pyarrow"}
    assert "PIL.PngImagePlugin" in left_out


def test_the_extras_of_the_bundle_are_those_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (own,) = [
        text
        for text in project["optional-dependencies"]["bundle"]
        if text.startswith("cellsecretary")
    ]
    assert own == f"cellsecretary[{','.join(sorted(bundle_contents.EXTRAS))}]"
    plain = set(bundle_contents.left_out([]))
    for extra, names in bundle_contents.EXTRAS.items():
        assert plain.issuperset(names)
        assert not set(bundle_contents.left_out([extra])) & set(names)


def test_every_form_and_resource_goes_in_and_no_source_of_words() -> None:
    there = {Path(source).relative_to(ROOT) for source, _ in bundle_contents.data()}
    forms = {path.relative_to(ROOT) for path in (ROOT / "forms").glob("*.ui")}
    assert forms <= there
    assert {Path("resources/program.svg"), Path("resources/i18n/cellsecretary_vi.qm")} <= there
    assert not [path for path in there if path.suffix in {".ts", ".py"}]
    for source, place in bundle_contents.data():
        assert PurePath(place) == Path(source).parent.relative_to(ROOT)


def test_a_library_comes_with_what_needs_it_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    entries: list[Entry] = [
        ("PySide6/QtCore.abi3.so", "/venv/QtCore.abi3.so", "EXTENSION"),
        ("PySide6/QtQml.abi3.so", "/venv/QtQml.abi3.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/venv/libQt6Core.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "/venv/libQt6Qml.so.6", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/libqvnc.so", "BINARY"),
        ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", "BINARY"),
        ("libX11.so.6", "/usr/lib/libX11.so.6", "BINARY"),
    ]
    linked = {"QtCore.abi3.so": ["libQt6Core.so.6"], "libqxcb.so": ["libxcb-cursor.so.0"]}
    linked["libxcb-cursor.so.0"] = ["libX11.so.6"]
    kept = bundle_contents.binaries(entries, lambda file: linked.get(Path(file).name, []))
    assert [PurePath(place).name for place, _, _ in kept] == [
        "QtCore.abi3.so",
        "libQt6Core.so.6",
        "libqxcb.so",
        "libxcb-cursor.so.0",
    ]


def test_a_library_nobody_has_decided_about_stops_the_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    entries = [
        ("PySide6/QtCore.abi3.so", "/venv/QtCore.abi3.so", "EXTENSION"),
        ("libnew.so.1", "/usr/lib/libnew.so.1", "BINARY"),
    ]
    with pytest.raises(bundle_contents.UnknownLibrary, match="libnew"):
        bundle_contents.binaries(entries, lambda _file: ["libnew.so.1"])


# What desktops are told


def desktop_file() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(OF_LINUX / f"{ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_linux_knows_the_endings_and_opens_them_with_the_program() -> None:
    kinds = ElementTree.parse(OF_LINUX / f"{ID}.mime.xml").getroot()
    endings, types = set(), set()
    for kind in kinds:
        types.add(kind.get("type"))
        endings |= {
            str(glob.get("pattern")).lstrip("*") for glob in kind.iter() if glob.get("pattern")
        }
    assert endings == ENDINGS
    entry = desktop_file()
    assert set(entry["MimeType"].strip(";").split(";")) == types
    assert entry["Exec"] == "cellsecretary %f"
    script = (OF_LINUX / "add-to-menu.sh").read_text(encoding="utf-8")
    assert all(str(kind) in script for kind in types)
    told = ElementTree.parse(OF_LINUX / f"{ID}.metainfo.xml").getroot()
    assert {one.text for one in told.iter("mediatype")} == types


def test_a_book_and_a_board_bear_the_numbers_that_linux_looks_for() -> None:
    kinds = ElementTree.parse(OF_LINUX / f"{ID}.mime.xml").getroot()
    marks = {str(one.get("value")) for one in kinds.iter() if one.get("offset") == "68"}
    schemas = (Book.schema, Board.schema)
    assert marks == {one.application_id.to_bytes(4, "big").decode() for one in schemas}


def test_the_version_stands_in_one_place() -> None:
    for path in sorted(PACKAGING.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8-sig")
            assert __version__ not in text.replace(f"{__version__}.", ""), path
    assert 'release version="@VERSION@"' in (OF_LINUX / f"{ID}.metainfo.xml").read_text("utf-8")
    resource = bundle_version.resource()
    assert resource.count(f'"{__version__}"') == 2
    assert f"filevers={bundle_version.four_numbers()}" in resource
    assert not re.search("@[A-Z]+@", resource)
    assert "x64" in installer()["Setup"]["ArchitecturesAllowed"]
    assert installer()["Setup"]["AppVersion"] == "{#AppVersion}"
    told = bundle_installer.command("iscc", Path("bundle"), Path("sign.ico"))
    assert f"/DAppVersion={__version__}" in told
    asked = set(re.findall(r"\{#(\w+)\}", installer_text()))
    assert {one.split("=")[0] for one in told if one.startswith("/D")} == {f"/D{n}" for n in asked}


def test_a_version_becomes_four_numbers() -> None:
    assert bundle_version.four_numbers("0.1.0") == (0, 1, 0, 0)
    assert bundle_version.four_numbers("12.3") == (12, 3, 0, 0)


def test_a_mac_knows_the_endings() -> None:
    kinds = bundle_version.documents_of_mac()["CFBundleDocumentTypes"]
    assert {f".{end}" for kind in kinds for end in kind["CFBundleTypeExtensions"]} == ENDINGS


# The installer of Windows


def installer_text() -> str:
    return (PACKAGING / "windows" / "cellsecretary.iss").read_text(encoding="utf-8-sig")


def installer() -> dict[str, dict[str, str]]:
    """Give the sections of the script that are lists of names and values."""
    found: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in installer_text().splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        elif "=" in line and not line.startswith((";", "#", "Root:", "Name:", "Filename:")):
            name, value = line.split("=", 1)
            assert name not in section, name
            section[name] = value
    return found


def test_the_installer_needs_no_administrator_and_no_old_windows() -> None:
    setup = installer()["Setup"]
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["MinVersion"] == "10.0"
    assert re.fullmatch(r"\{\{[0-9A-F-]{36}\}", setup["AppId"])
    assert "HKLM" not in installer_text()


def test_the_installer_tells_windows_what_a_double_click_opens() -> None:
    keys = re.findall(r'Subkey: "Software\\Classes\\([^"]+)".*ValueData: "(.*?)"(?:;|$)',
                      installer_text(), re.MULTILINE)  # fmt: skip
    opened = dict(keys)
    for ending, name in bundle_version.KINDS.items():
        assert opened[f".{ending}"] == name
        assert opened[f"{name}\\shell\\open\\command"] == '""{app}\\cellsecretary.exe"" ""%1""'
    assert {key for key, _ in keys if key.startswith(".") and "\\" not in key} == ENDINGS


def test_the_uninstaller_takes_nothing_of_the_users() -> None:
    text = installer_text()
    assert "[UninstallDelete]" not in text
    (deleted,) = re.findall(r"^Type: .*", text, re.MULTILINE)
    assert deleted == 'Type: filesandordirs; Name: "{app}\\_internal"'


def test_the_installer_speaks_both_languages_and_asks_for_no_file_of_theirs() -> None:
    text, sections = installer_text(), installer()
    assert set(re.findall(r'MessagesFile: "(.*?)"', text)) == {"compiler:Default.isl"}
    own = {name.split(".")[1] for name in sections["CustomMessages"]} - {"NameAndVersion"}
    assert set(re.findall(r"\{cm:(\w+)\}", text)) == own
    for name in own:
        assert {f"vi.{name}", f"en.{name}"} <= set(sections["CustomMessages"])
    assert not [name for name in sections["Messages"] if not name.startswith(("vi.", "en."))]


# The public runners


def unpinned(workflow: str) -> list[str]:
    """Name the actions that somebody else can change."""
    used = re.findall(r"uses: *(.*)", workflow)
    return [one for one in used if not PINNED.fullmatch(one.strip())]


def test_the_workflow_runs_nothing_that_may_change() -> None:
    text = (ROOT / ".github" / "workflows" / "bundle.yml").read_text(encoding="utf-8")
    assert text.count("uses:") == 3
    assert unpinned(text) == []
    assert unpinned("uses: actions/checkout@v5\nuses: a/b@main # v1.0.0") != []
    assert "permissions:\n  contents: read" in text
    assert "--require-hashes" in text
    for module in re.findall(r"python -m (tools\.\w+)", text):
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file()
    for system in ("windows", "macos", "ubuntu"):
        assert f"{system}-" in text
