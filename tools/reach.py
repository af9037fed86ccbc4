"""What the program is shipped with: the distributions that its dependencies lead to."""

from __future__ import annotations

import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "requirements.lock"

SHIPPED = ("archive", "password")
"""The extras that are in the bundle."""

SYSTEMS = (
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
)
"""The systems that are shipped to, in the words of markers."""


class NotInstalled(Exception):
    """What is installed here is not what the lock says."""


def wanted() -> list[Requirement]:
    """Read what pyproject.toml asks for, with the extras that are shipped."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = list(project["dependencies"])
    for extra in SHIPPED:
        texts += project["optional-dependencies"][extra]
    return [Requirement(text) for text in texts]


def locked() -> dict[str, str]:
    """Read the versions of the lock, by names of one spelling."""
    pins: dict[str, str] = {}
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            pin = Requirement(line.removesuffix(" \\"))
            (version,) = pin.specifier
            pins[canonicalize_name(pin.name)] = version.version
    return pins


def reached(
    requirements: Iterable[Requirement], systems: Iterable[Mapping[str, str]] = SYSTEMS
) -> dict[str, Distribution | None]:
    """Follow requirements through what is installed; None where that is not installed here.

    A requirement counts when it holds on one of the systems.
    """
    systems = list(systems)
    found: dict[str, Distribution | None] = {}
    asked: set[tuple[str, frozenset[str]]] = set()
    waiting = [(one, "") for one in requirements]
    while waiting:
        one, extra = waiting.pop()
        if one.marker and not any(one.marker.evaluate({**at, "extra": extra}) for at in systems):
            continue
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        if (name, extras) in asked:
            continue
        asked.add((name, extras))
        try:
            found[name] = there = distribution(name)
        except PackageNotFoundError:
            found[name] = None
            continue
        further = [Requirement(text) for text in there.requires or ()]
        waiting += [(each, own) for each in further for own in extras | {""}]
    return found


def shipped() -> dict[str, Distribution]:
    """Give what is shipped as it is installed here, in the versions of the lock."""
    pins = locked()
    there: dict[str, Distribution] = {}
    for name, one in reached(wanted()).items():
        if one is None or pins.get(name) != one.version:
            here = one.version if one else "nothing"
            asked = pins.get(name, "nothing")
            raise NotInstalled(f"{name}: {here} is installed, the lock says {asked}")
        there[name] = one
    return dict(sorted(there.items()))
