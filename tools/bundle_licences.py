"""The licences of a bundle: of what is really in it, and of what the bundler and the system put in.

`resources/licences/` lists what the wheels bring. Some of it stays out of a bundle, and on Linux
libraries of the building system go in; tools/licences.toml names the licences of those.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, packages_distributions
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

from tools.licences import FACTS, SHIPPED, TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.bundle_contents import Entry

FOLDER = "resources/licences"
DEBIAN_DOCUMENTS = Path("/usr/share/doc")


class NoLicence(Exception):
    """A file of the system goes along and nobody has said under which licence."""


def write(folder: Path, entries: Iterable[Entry]) -> list[Entry]:
    """Write the list and the texts for a bundle of these entries; give them as entries of it."""
    entries = list(entries)
    folder.mkdir(parents=True, exist_ok=True)
    listed = [one for one in read() if is_in(one, distributions(entries))]
    texts = {one["text"]: (TARGET / one["text"]).read_text(encoding="utf-8") for one in listed}
    for entry, text in (_bundler(), *_of_system(entries)):
        listed = [one for one in listed if one["name"] != entry["name"]] + [entry]
        texts[entry["text"]] = text
    texts[SHIPPED] = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [(f"{FOLDER}/{name}", str(folder / name), "DATA") for name in sorted(texts)]


def read() -> list[dict[str, str]]:
    """Read the list of all that the wheels bring."""
    found: list[dict[str, str]] = json.loads((TARGET / SHIPPED).read_text(encoding="utf-8"))
    return found


def distributions(entries: Iterable[Entry]) -> set[str]:
    """Name the distributions that have a module or a library among the entries."""
    owners = packages_distributions()
    tops = {re.split(r"[./\\]", place, maxsplit=1)[0] for place, _, _ in entries}
    return {canonicalize_name(name) for top in tops for name in owners.get(top, ())}


def is_in(part: dict[str, str], present: set[str]) -> bool:
    """Tell whether a listed part is in the bundle: itself, or in one of what it is a part of."""
    known = {canonicalize_name(one["name"]) for one in read()}
    known -= {canonicalize_name(one) for one in _named_parts()}
    names = [canonicalize_name(name) for name in part["inside"].split(", ") if name]
    if not names:
        names = [canonicalize_name(part["name"])]
    return any(name not in known or name in present for name in names)


def _named_parts() -> list[str]:
    """Name what is listed and is no distribution."""
    return [part["name"] for part in tomllib.loads(FACTS.read_text(encoding="utf-8"))["parts"]]


def _bundler() -> tuple[dict[str, str], str]:
    """Give the entry of PyInstaller: its starter is the file that a user opens."""
    there = distribution("pyinstaller")
    (file,) = (one for one in there.files or () if PurePath(one).name == "COPYING.txt")
    entry = _entry("PyInstaller", there.version, "GPL-2.0-or-later WITH Bootloader-exception")
    entry["home"] = "https://pyinstaller.org/"
    return entry, Path(str(file.locate())).read_text(encoding="utf-8")


def _of_system(entries: Iterable[Entry]) -> list[tuple[dict[str, str], str]]:
    """Give an entry for each library of the building Linux, with the text that Debian keeps."""
    if sys.platform != "linux":
        return []  # Python's own folder has them, and Python's licence text names them.
    facts = tomllib.loads(FACTS.read_text(encoding="utf-8"))["system"]
    found: dict[str, tuple[dict[str, str], str]] = {}
    for _, source, _ in entries:
        path = Path(source)
        if path.parts[1:2] not in (("lib",), ("usr",)):
            continue
        stem = path.name.split(".so")[0]
        fact = next((one for one in facts if re.fullmatch(one["files"], stem)), None)
        if fact is None:
            raise NoLicence(f"{path}: enter it under [[system]] in {FACTS.name}")
        if fact["name"] not in found:
            version, text = _of_package(path)
            entry = _entry(fact["name"], version, fact["licence"])
            found[fact["name"]] = (entry, text)
    return [found[name] for name in sorted(found)]


def _entry(name: str, version: str, licence: str) -> dict[str, str]:
    file = "".join(c if c.isalnum() else "-" for c in name.lower()) + ".txt"
    keys = {"home": "", "inside": ""}
    return {"name": name, "licence": licence, **keys, "version": version, "text": file}


def _of_package(library: Path) -> tuple[str, str]:
    """Ask Debian whose file it is: give the version of that package, and its licence text."""
    # Debian's list may know it under /lib or under /usr/lib, which are one folder.
    real = library.resolve()
    for path in (real, Path("/", *real.parts[2:]), library):
        asked = ["dpkg-query", "--search", str(path)]
        done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
        if done.returncode == 0:
            package = done.stdout.split(":")[0]
            shown = ["dpkg-query", "--show", "--showformat", "${source:Upstream-Version}", package]
            version = subprocess.run(shown, capture_output=True, encoding="utf-8", check=True)
            text = (DEBIAN_DOCUMENTS / package / "copyright").read_text(encoding="utf-8")
            return version.stdout, text
    raise NoLicence(f"{library}: no package of this system has it")
