import _ctypes
import os
import sys
from pathlib import Path

import pytest

from tools import prepare

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian and Ubuntu")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH: the machine has what a test puts there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one library that Qt needs here, which is missing."""
    path = tmp_path / "libneeded.so.1"
    monkeypatch.setattr(prepare, "QT_LIBRARIES", {str(path): "libneeded1"})
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return path


def install_script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def allow_sudo(programs: Path) -> None:
    """Let a test that runs as an ordinary user be administrator without a question."""
    install_script(
        programs / "sudo",
        'while [ "${1#-}" != "$1" ]; do shift; done\n[ "$1" = true ] || exec "$@"',
    )


def test_a_library_that_the_linker_finds_is_there() -> None:
    assert prepare.is_there("libc.so.6")
    assert not prepare.is_there("libnothing.so.9")


def test_a_missing_library_is_named_by_its_package(library: Path) -> None:
    assert prepare.missing_packages() == ["libneeded1"]


def test_libraries_of_the_screen_are_asked_for_only_with_a_screen(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "SCREEN_LIBRARIES", {"libnothing.so.9": "libnothing9"})
    assert prepare.missing_packages() == ["libneeded1"]
    monkeypatch.setenv("DISPLAY", ":0")
    assert prepare.missing_packages() == ["libneeded1", "libnothing9"]


def test_missing_packages_are_installed_without_a_question(programs: Path, library: Path) -> None:
    allow_sudo(programs)
    install_script(
        programs / "apt-get",
        f'case "$*" in *install*libneeded1*) /bin/cp {_ctypes.__file__} {library};; esac',
    )
    assert prepare.install_packages(["libneeded1"])
    assert prepare.missing_packages() == []


def test_the_one_command_is_named_when_installing_fails(
    programs: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    allow_sudo(programs)
    install_script(programs / "apt-get", "exit 100")
    assert not prepare.install_packages(["libneeded1"])
    assert "apt-get install -y libneeded1\n" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root never needs to ask")
def test_nothing_is_installed_when_a_password_would_be_asked(
    programs: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install_script(programs / "sudo", "exit 1")
    install_script(programs / "apt-get", f"/bin/cp {_ctypes.__file__} {library}")
    assert not prepare.install_packages(["libneeded1"])
    assert not library.exists()
    assert "sudo apt-get install -y libneeded1\n" in capsys.readouterr().err


def test_another_kind_of_linux_is_told_what_is_missing(
    programs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not prepare.install_packages(["libneeded1"])
    assert "libneeded1" in capsys.readouterr().err


def test_half_an_environment_does_not_count_as_one(tmp_path: Path) -> None:
    assert prepare.works(Path(sys.executable))
    assert not prepare.works(tmp_path / "python")
    install_script(tmp_path / "python", "exit 1")
    assert not prepare.works(tmp_path / "python")
