"""Whatever the program makes in a whole journey is for its owner alone, papers and packets too."""

from __future__ import annotations

import ast
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cellsecretary import own_files
from tests.whole_journey import GIVEN, WAYS, at_home

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cellsecretary"

posix = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")

WATCH = """
import os, stat, sys

made = set()

def watch(event, arguments):
    # What is gone again was there for somebody to read.
    place = os.fsdecode(arguments[0]) if event == "os.rename" else ""
    # What Python compiles is of the program.
    if place and "__pycache__" not in place:
        if os.path.isfile(place) and os.stat(place).st_mode & 0o077:
            made.add(f"{stat.S_IMODE(os.stat(place).st_mode):o} {place} -> {arguments[1]}")

sys.addaudithook(watch)
from pathlib import Path
from tests.whole_journey import WAYS

WAYS[sys.argv[1]](Path(sys.argv[2]))
for one in made:
    print("OPEN", one)
"""

# What Qt and its libraries keep of their own: nothing of a book is in it.
OF_LIBRARIES = {".cache/fontconfig", ".cache/mesa_shader_cache"}


def open_ones(here: Path) -> list[str]:
    """Name what others than their owner could read of a journey."""
    return [
        f"{stat.S_IMODE(path.lstat().st_mode):o} {name}"
        for path in sorted(here.rglob("*"))
        if (name := path.relative_to(here).as_posix()).split("/")[0] != GIVEN
        if not any(one in name for one in OF_LIBRARIES)
        if path.lstat().st_mode & 0o077
    ]


@pytest.mark.thorough
@posix
@pytest.mark.parametrize("way", WAYS)
def test_every_file_and_folder_of_a_whole_journey_is_for_its_owner(
    way: str, tmp_path: Path
) -> None:
    here = tmp_path / way
    here.mkdir(mode=0o700)
    done = subprocess.run(
        [sys.executable, "-c", WATCH, way, str(here)],
        cwd=here,
        env=at_home(here),
        umask=0o022,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert [line for line in done.stdout.splitlines() if line.startswith("OPEN ")] == []
    assert open_ones(here) == []
    kinds = {path.suffix for path in here.rglob("*") if path.is_file()}
    wanted = {
        "commands": {".chibo", ".bangxa", ".pdf", ".zip", ".keys", ".txt"},
        "windows": {".chibo", ".pdf", ".docx", ".xlsx", ".csv", ".ini", ".log", ".keys", ".txt"},
    }
    assert wanted[way] <= kinds, sorted(kinds)
    assert list((here / "tmp").iterdir()) == []


@posix
def test_a_file_that_others_can_read_is_seen(tmp_path: Path) -> None:
    own_files.touch(tmp_path / "own")
    assert open_ones(tmp_path) == []
    (tmp_path / "left.pdf").touch(mode=0o644)
    assert open_ones(tmp_path) == ["644 left.pdf"]


# Where files are made

WRITTEN_ELSEWHERE = {
    # In a folder that is for its owner alone, and gone after a moment.
    "store/connecting.py": {"write_bytes"},
    # A file without a name, for its owner alone, to see whether a folder takes any.
    "paths.py": {"TemporaryFile"},
    # The console of Windows, which is no file.
    "windows_start.py": {"open"},
    # On a disk that knows no links, which knows no owners either.
    "store/recovering.py": {"copyfile"},
    # Pictures of the practice cell, for the documents of the program.
    "ui/tour.py": {"mkdir"},
}
MAKERS = {"write_text", "write_bytes", "touch", "mkdir", "makedirs", "mknod", "symlink_to"}
MAKERS |= {
    "copyfile",
    "copy",
    "copy2",
    "copytree",
    "NamedTemporaryFile",
    "mkdtemp",
    "TemporaryFile",
}


def doors(source: str) -> list[str]:
    """Name the calls that make a file or folder whose mode nobody says."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or says_mode(node):
            continue
        match node.func:
            case ast.Name(id="open") | ast.Attribute(attr="open"):
                if writes(node):
                    found.append("open")
            case ast.Attribute(value=ast.Name(id="shutil" | "tempfile" | "os"), attr=name) if (
                name in MAKERS
            ):
                found.append(name)
            case ast.Attribute(attr=name) if name in MAKERS - {"copy"}:
                found.append(name)
    return found


def says_mode(call: ast.Call) -> bool:
    named = {"OF_OWNER", "FOLDER_OF_OWNER", "_mode"}
    given = [*call.args, *(one.value for one in call.keywords)]
    return any(
        (isinstance(one, ast.Constant) and one.value in (0o600, 0o700))
        or (isinstance(one, ast.Name) and one.id in named)
        or (isinstance(one, ast.Attribute) and one.attr in named)
        or (isinstance(one, ast.Name) and one.id == "_owner_opens")
        for one in given
    )


def writes(call: ast.Call) -> bool:
    """Tell whether an opening makes a file: by a mode of `open`, or the flag of the system."""
    given = [*call.args, *(one.value for one in call.keywords)]
    modes = [one.value for one in given if isinstance(one, ast.Constant)]
    letters = [one for one in modes if isinstance(one, str) and _WRITES.fullmatch(one)]
    return bool(letters) or "O_CREAT" in ast.unparse(call)


_WRITES = re.compile(r"[wxa][bt]?\+?[bt]?")


def test_every_file_is_made_by_what_makes_it_for_its_owner() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): set(doors(path.read_text(encoding="utf-8")))
        for path in PACKAGE.rglob("*.py")
    }
    unsaid = {name: made - WRITTEN_ELSEWHERE.get(name, set()) for name, made in found.items()}
    assert {name: made for name, made in unsaid.items() if made} == {}


@pytest.mark.parametrize(
    "planted",
    [
        'path.open("xb")',
        'open(path, "w", encoding="utf-8")',
        'open(path, mode="ab")',
        "path.write_text(text)",
        "path.write_bytes(content)",
        "path.touch()",
        "path.mkdir(exist_ok=True)",
        "os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)",
        "os.makedirs(path)",
        "shutil.copyfile(one, other)",
        "tempfile.mkdtemp()",
    ],
)
def test_a_planted_door_is_found(planted: str) -> None:
    assert doors(planted)


@pytest.mark.parametrize(
    "sound", ['path.open("rb")', "open(path)", "path.touch(mode=0o600)", 'path.open("r+b")']
)
def test_what_makes_no_open_file_is_let_be(sound: str) -> None:
    assert doors(sound) == []
