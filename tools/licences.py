"""Writes resources/licences/: what is shipped, under which licence, and the texts of them.

python -m tools.licences        of what is installed, which must be what requirements.lock says

The About page of the window shows it. Licences and texts are those that the distributions carry;
what these do not say is in tools/licences.toml. A list of parts that a wheel brings, such as the
libraries compiled into it, is put below its text.
"""

from __future__ import annotations

import importlib
import json
import shutil
import sys
import tomllib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from tools.reach import PROJECT, NotInstalled, shipped

if TYPE_CHECKING:
    from importlib.metadata import Distribution, PackagePath

TARGET = PROJECT / "resources" / "licences"
SHIPPED = "shipped.json"
FACTS = Path(__file__).with_suffix(".toml")
TEXTS = Path(__file__).parent / "licence_texts"

TEXT_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
HOMES = ("homepage", "home", "repository", "source", "source code", "github", "code")
"""How distributions call the address of their project, the best first."""


class NoLicence(Exception):
    """A distribution says nothing of its licence, or comes without the text of it."""


def files() -> dict[str, str]:
    """Give the files of the folder by their names, as they should be."""
    facts = tomllib.loads(FACTS.read_text(encoding="utf-8"))
    entries: list[dict[str, str]] = []
    texts: dict[str, str] = {}
    for part in facts["parts"]:
        text = "\n".join(_own_text(name) for name in part["texts"])
        entries.append(_entry(texts, part, _version(part["version"]), text))
    for name, there in shipped().items():
        kept = facts["texts"].get(name)
        text = "\n".join(map(_own_text, kept)) if kept else _texts(there)
        said = {
            "name": there.name,
            "licence": facts["licences"].get(name) or _licence(there),
            "home": _home(there),
            "inside": "",
        }
        entries.append(_entry(texts, said, there.version, text + _parts(there)))
    listed = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    return {SHIPPED: listed, **texts}


def _entry(texts: dict[str, str], said: dict[str, str], version: str, text: str) -> dict[str, str]:
    """Give the entry of one part; its text gets a file of its own name."""
    file = "".join(c if c.isalnum() else "-" for c in said["name"].lower()) + ".txt"
    texts[file] = text
    keys = ("name", "licence", "home", "inside")
    return {**{key: said[key] for key in keys}, "version": version, "text": file}


def _own_text(name: str) -> str:
    path = PROJECT / name if "/" in name else TEXTS / name
    return _tidy(path.read_text(encoding="utf-8"))


def _licence(there: Distribution) -> str:
    said = _said(there, "License-Expression") or _said(there, "License")
    try:
        return str(canonicalize_license_expression(said))
    except InvalidLicenseExpression as error:
        raise NoLicence(f"{there.name}: {said[:60]!r} is no SPDX expression") from error


def _home(there: Distribution) -> str:
    pairs = (line.partition(",") for line in there.metadata.get_all("Project-URL") or ())
    urls = {label.strip().lower(): url.strip() for label, _, url in pairs}
    named = next((urls[label] for label in HOMES if label in urls), "")
    return named or _said(there, "Home-page")


def _said(there: Distribution, key: str) -> str:
    return str((there.metadata.get_all(key) or [""])[0])


def _texts(there: Distribution) -> str:
    """Put the licence texts of a distribution together, each below the name of its file."""
    found = sorted((str(file), file) for file in there.files or () if _is_text(file))
    if not found:
        raise NoLicence(f"{there.name}: no licence text comes with it")
    texts = [(name, _tidy(_read(file))) for name, file in found]
    if len(texts) == 1:
        return texts[0][1]
    return "\n".join(f"--- {_short(name)} ---\n\n{text}" for name, text in texts)


def _read(file: PackagePath) -> str:
    return Path(str(file.locate())).read_text("utf-8", "replace")


def _is_text(file: PackagePath) -> bool:
    path = PurePosixPath(file)
    if not path.parts[0].endswith(".dist-info"):
        return False
    return "licenses" in path.parts or path.name.upper().startswith(TEXT_NAMES)


def _short(name: str) -> str:
    parts = PurePosixPath(name).parts[1:]
    return "/".join(parts[1:] if parts[0] == "licenses" else parts)


def _parts(there: Distribution) -> str:
    """List what a wheel says that it was built of: libraries of other hands inside it."""
    lines: set[str] = set()
    for file in there.files or ():
        if file.parent.name == "sboms" and file.name.endswith(".json"):
            bill = json.loads(_read(file))
            lines |= {_part(one) for one in bill.get("components", ()) if one["name"] != there.name}
    if not lines:
        return ""
    return "\n--- Parts of it, as it lists them ---\n\n" + "\n".join(sorted(lines)) + "\n"


def _part(component: dict[str, Any]) -> str:
    terms = [
        one.get("expression") or one["license"].get("id") or one["license"].get("name", "")
        for one in component.get("licenses") or ()
    ]
    words = (component["name"], component.get("version", ""), " AND ".join(terms))
    return " ".join(word for word in words if word)


def _tidy(text: str) -> str:
    """Leave out what is no text: trailing blanks, form feeds, foreign line ends."""
    lines = (line.rstrip() for line in text.replace("\f", "").splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def _version(of: str) -> str:
    """Ask a part for its version; empty when it has none of its own."""
    # What is asked is loaded here alone: the window toolkit among it.
    match of:
        case "cellsecretary":
            return str(importlib.import_module("cellsecretary").__version__)
        case "fonts":
            fonts = importlib.import_module("fontTools.ttLib")
            font = PROJECT / "resources" / "fonts" / "LiberationSans-Regular.ttf"
            name: str = fonts.TTFont(font)["name"].getDebugName(5)
            return name.removeprefix("Version ")
        case "Qt":
            return str(importlib.import_module("PySide6.QtCore").qVersion())
        case "SQLCipher":
            return _ask_sqlcipher("cipher_version").partition(" ")[0]
        case "OpenSSL of SQLCipher":
            return _ask_sqlcipher("cipher_provider_version").split()[1]
        case "OpenSSL of cryptography":
            backend = importlib.import_module("cryptography.hazmat.backends.openssl").backend
            return str(backend.openssl_version_text().split()[1])
    return ""


def _ask_sqlcipher(what: str) -> str:
    connection = importlib.import_module("sqlcipher3.dbapi2").connect(":memory:")
    # Only a file with a key has a cipher to tell of.
    connection.execute("pragma key = 'any'")
    ((answer,),) = connection.execute(f"pragma {what}").fetchall()
    connection.close()
    return str(answer)


def main() -> int:
    """Write the folder anew."""
    try:
        wanted = files()
    except (NoLicence, NotInstalled) as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir()
    for name, text in wanted.items():
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(PROJECT)}: {len(wanted) - 1} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
