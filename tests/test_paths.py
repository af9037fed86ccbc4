import sys
from pathlib import Path

import pytest

from cellsecretary import paths

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package elsewhere, with nothing in or beside it."""
    folder = tmp_path / "cellsecretary"
    folder.mkdir()
    monkeypatch.setattr(paths, "__file__", str(folder / "paths.py"))
    return folder


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    return path


def test_the_source_tree_has_its_fonts() -> None:
    font = paths.resource("fonts", "LiberationSerif-Regular.ttf")
    assert font.is_file()
    assert font.is_relative_to(PROJECT)


def test_files_beside_the_package_are_found(package: Path) -> None:
    beside = write(package.parent / "forms" / "start.ui")
    assert paths.form("start") == beside
    assert paths.form("start.ui") == beside


def test_files_inside_an_installed_package_are_found(package: Path) -> None:
    inside = write(package / "resources" / "icons" / "book.svg")
    assert paths.resource("icons", "book.svg") == inside


def test_an_installed_package_never_looks_in_its_neighbours(package: Path) -> None:
    write(package / "resources" / "icons" / "book.svg")
    write(package.parent / "resources" / "icons" / "other.svg")
    with pytest.raises(paths.MissingFile) as caught:
        paths.resource("icons", "other.svg")
    assert caught.value.path == package / "resources" / "icons" / "other.svg"


def test_a_frozen_program_looks_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = tmp_path / "_internal"
    icon = write(unpacked / "resources" / "icons" / "book.svg")
    start = write(unpacked / "cellsecretary" / "forms" / "start.ui")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(unpacked), raising=False)
    assert paths.resource("icons", "book.svg") == icon
    assert paths.form("start") == start


def test_a_missing_file_names_its_place(package: Path) -> None:
    with pytest.raises(paths.MissingFile) as caught:
        paths.form("nothing")
    assert caught.value.path == package.parent / "forms" / "nothing.ui"
    assert str(caught.value) == str(caught.value.path)


def test_the_users_folders_are_absolute() -> None:
    assert paths.books_folder().is_absolute()
    assert paths.settings_file().name == "settings.ini"
    assert paths.backups_folder().is_absolute()
    assert paths.log_folder().is_absolute()
