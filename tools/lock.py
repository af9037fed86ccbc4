"""Writes requirements.lock: what the bundle is made of, each wheel by its hash.

python -m tools.lock            the newest versions that the ranges of pyproject.toml allow

It asks the registry that uv is set up for, so it needs a network and the extra `supply`. The
tests are resolved along with what is shipped, so that both get the same versions; a wheel must be
there for every platform and Python below. Only wheels are locked: whoever installs them runs no
code of theirs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.tags import compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

from tools.reach import LOCK, PROJECT, SHIPPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from packaging.tags import Tag

PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))

PLATFORMS = {
    "Windows, x64": ["win_amd64"],
    # Nothing newer than the C library of Debian 12.
    "Linux, x86-64": [
        *(f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)),
        *(f"manylinux{name}_x86_64" for name in ("2014", "2010", "1")),
    ],
    # cryptography has no wheels any more for Macs with an Intel processor.
    "macOS, Apple": list(mac_platforms((15, 0), "arm64")),
}

COOLING = "7 days"
"""A release that was tampered with is mostly found in its first days."""

HEAD = """\
# What the bundle is made of, each wheel by its hash; where it comes from does not matter.
# Written by `python -m tools.lock`, see docs/supply.md.
"""


class NoWheel(Exception):
    """A distribution has no wheel for a platform that is shipped to."""


def main() -> int:
    """Write the file."""
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        pins, wheels = resolve(pyproject["project"], Path(folder))
    try:
        LOCK.write_text(HEAD + "".join(entry(pin, wheels) for pin in pins), encoding="utf-8")
    except NoWheel as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    print(f"{LOCK.name}: {len(pins)} distributions")
    return 0


def resolve(
    project: Mapping[str, Any], folder: Path
) -> tuple[list[str], dict[tuple[str, str], dict[str, str]]]:
    """Let uv choose versions: give the pins of what is shipped, and all wheels with their hashes.

    The wheels are by name and version, then by file name.
    """
    extras = {name: project["optional-dependencies"][name] for name in (*SHIPPED, "test")}
    (folder / "pyproject.toml").write_text(
        f"[project]\nname = {json.dumps(project['name'])}\nversion = '0'\n"
        f"requires-python = {json.dumps(project['requires-python'])}\n"
        f"dependencies = {json.dumps(project['dependencies'])}\n"
        "[project.optional-dependencies]\n"
        + "".join(f"{name} = {json.dumps(wanted)}\n" for name, wanted in extras.items()),
        encoding="utf-8",
    )
    # One version for all Pythons, where there is one, so that it is the one that is tested.
    same = ["--fork-strategy", "fewest", "--exclude-newer", COOLING]
    run("lock", "--quiet", *same, folder=folder)
    plain = ["--no-hashes", "--no-annotate", "--no-header", "--no-emit-project", "--frozen"]
    shipped = chain.from_iterable(("--extra", name) for name in SHIPPED)
    pins = run("export", "--quiet", *plain, *shipped, folder=folder).splitlines()
    found = tomllib.loads((folder / "uv.lock").read_text(encoding="utf-8"))
    wheels = {
        (one["name"], one["version"]): {
            wheel["url"].rpartition("/")[2]: wheel["hash"] for wheel in one.get("wheels", ())
        }
        for one in found["package"]
    }
    return pins, wheels


def run(*arguments: str, folder: Path) -> str:
    """Run uv of this environment and give what it says."""
    uv = [sys.executable, "-m", "uv"]
    done = subprocess.run(
        [*uv, *arguments], cwd=folder, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return done.stdout


def entry(pin: str, wheels: Mapping[tuple[str, str], Mapping[str, str]]) -> str:
    """Give a pin with the hashes of its wheels, as the file has it."""
    wanted = Requirement(pin)
    (specifier,) = wanted.specifier
    there = wheels[canonicalize_name(wanted.name), specifier.version]
    try:
        hashes = sorted({there[name] for name in fitting(there)})
    except NoWheel as error:
        raise NoWheel(f"{wanted.name} {specifier.version}: {error}") from error
    return " \\\n    ".join([pin, *(f"--hash={one}" for one in hashes)]) + "\n"


def fitting(names: Iterable[str]) -> set[str]:
    """Choose the wheels that one of the platforms takes; each must have one for each Python."""
    tags = {name: parse_wheel_filename(name)[3] for name in names}
    chosen = set()
    for platform, platforms in PLATFORMS.items():
        for python in PYTHONS:
            known = tags_of(python, platforms)
            fit = {name for name, its in tags.items() if its & known}
            if not fit:
                version = ".".join(map(str, python))
                raise NoWheel(f"no wheel for {platform}, Python {version}")
            chosen |= fit
    return chosen


def tags_of(python: tuple[int, int], platforms: list[str]) -> frozenset[Tag]:
    """Give the tags of the wheels that a Python takes."""
    interpreter = f"cp{python[0]}{python[1]}"
    return frozenset(
        chain(
            cpython_tags(python, [interpreter], platforms),
            compatible_tags(python, interpreter, platforms),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
