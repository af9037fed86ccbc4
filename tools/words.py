"""Collects the words of the program, compiles their translations, and says what is missing.

python -m tools.words update          lupdate and lrelease
python -m tools.words missing         what has no Vietnamese yet, as JSON
python -m tools.words merge FILE      put the "text" of such a JSON into the catalogue
python -m tools.words check           exit 1 when a catalogue is stale or incomplete
python -m tools.words begin CODE      the one file of a further language, or what is new in it

A further language is one file, cellsecretary_CODE.ts: the words of the window, the sentences of the
messages and Qt's own words, with English as the source. What it lacks is said in English.
"""

import json
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "resources" / "i18n"
VIETNAMESE = FOLDER / "cellsecretary_vi.ts"
ENGLISH = FOLDER / "cellsecretary_en.ts"
QT_VIETNAMESE = FOLDER / "qtbase_vi.ts"
CATALOGUES = (VIETNAMESE, ENGLISH, QT_VIETNAMESE)
SENTENCES = PROJECT / "resources" / "messages" / "en.toml"
OF_MESSAGES = "Messages"
"""The context of the sentences in the file of a further language."""


@dataclass(frozen=True)
class Message:
    """One entry of a catalogue; `forms` has one text, or one per plural form."""

    context: str
    source: str
    comment: str
    numerus: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What identifies the entry, its translation apart."""
        return self.context, self.source, self.comment, self.numerus


def read(catalogue: Path) -> list[Message]:
    """Read every message of a .ts file."""
    messages = []
    for context in ElementTree.parse(catalogue).iter("context"):
        for element in context.iter("message"):
            translation = element.find("translation")
            assert translation is not None
            numerus = element.get("numerus") == "yes"
            forms = translation.findall("numerusform") if numerus else [translation]
            messages.append(
                Message(
                    context.findtext("name", ""),
                    element.findtext("source", ""),
                    element.findtext("comment", ""),
                    numerus,
                    translation.get("type") is None,
                    tuple(form.text or "" for form in forms),
                )
            )
    return messages


def sentences(section: dict[str, Any]) -> Iterator[str]:
    """Give every text of a file of messages."""
    for entry in section.values():
        if isinstance(entry, dict):
            yield from sentences(entry)
        else:
            yield from [entry] if isinstance(entry, str) else entry


def whole() -> list[Message]:
    """Give all that a further language needs, in English and not translated."""
    with tempfile.TemporaryDirectory() as folder:
        window, plurals = (Path(shutil.copy(old, folder)) for old in (VIETNAMESE, ENGLISH))
        collect(sources(), window, plurals)
        found = [replace(one, finished=False) for one in (*read(window), *read(QT_VIETNAMESE))]
    texts = dict.fromkeys(sentences(tomllib.loads(SENTENCES.read_text(encoding="utf-8"))))
    found += [Message(OF_MESSAGES, text, "", False, False, ()) for text in texts]
    return [replace(one, forms=()) for one in found]


def begin(catalogue: Path, code: str, messages: Iterable[Message] = ()) -> None:
    """Write the file of a further language: what is finished in it already stays.

    `messages` are further translations to take; whatever the program says no more is left out.
    """
    old = read(catalogue) if catalogue.is_file() else []
    known = {one.key: one for one in (*old, *messages) if one.finished}
    root = ElementTree.Element("TS", version="2.1", language=code, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for one in whole():
        context = contexts.get(one.context)
        if context is None:
            context = contexts[one.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = one.context
        given = {"numerus": "yes"} if one.numerus else {}
        message = ElementTree.SubElement(context, "message", given)
        ElementTree.SubElement(message, "source").text = one.source
        if one.comment:
            ElementTree.SubElement(message, "comment").text = one.comment
        done = known.get(one.key)
        kind = {} if done else {"type": "unfinished"}
        translation = ElementTree.SubElement(message, "translation", kind)
        forms = done.forms if done else ("",)
        if one.numerus:
            for form in forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    tree = ElementTree.ElementTree(root)
    ElementTree.indent(tree)
    tree.write(catalogue, encoding="utf-8", xml_declaration=True)


def further() -> list[Path]:
    """Name the files of the languages beyond Vietnamese and English."""
    return [file for file in sorted(FOLDER.glob("cellsecretary_*.ts")) if file not in CATALOGUES]


def sources() -> list[Path]:
    """Name the files that hold words for the screen."""
    modules = sorted((PROJECT / "cellsecretary").rglob("*.py"))
    return modules + sorted((PROJECT / "forms").rglob("*.ui"))


def collect(sources: list[Path], vietnamese: Path, english: Path) -> None:
    """Bring both catalogues up to date with the sources: new words in, lost words out."""
    common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    run("lupdate", *common, "-target-language", "vi_VN", *sources, "-ts", vietnamese)
    # English needs no translation; only "%n" has a singular and a plural.
    run("lupdate", *common, "-target-language", "en", "-pluralonly", *sources, "-ts", english)


def compile_catalogue(catalogue: Path) -> Path:
    """Write the .qm beside a .ts and return it."""
    compiled = catalogue.with_suffix(".qm")
    run("lrelease", "-silent", catalogue, "-qm", compiled)
    return compiled


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of the Linguist tools that come with PySide6."""
    program = shutil.which(f"pyside6-{tool}", path=sysconfig.get_path("scripts"))
    assert program is not None, f"pyside6-{tool} is not installed"
    subprocess.run([program, *map(str, arguments)], check=True, cwd=PROJECT)


def unfinished(catalogue: Path) -> list[Message]:
    """Name the messages that have no whole translation yet."""
    return [m for m in read(catalogue) if not m.finished or not all(m.forms)]


def merge(catalogue: Path, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put each `text` at its `context`, `source`, `comment`; return those with no such place."""
    waiting = {(r["context"], r["source"], r.get("comment", "")): r for r in rows if r["text"]}
    tree = ElementTree.parse(catalogue)
    for context in tree.iter("context"):
        for element in context.iter("message"):
            key = (context.findtext("name", ""), element.findtext("source", ""))
            found = waiting.pop((*key, element.findtext("comment", "")), None)
            translation = element.find("translation")
            if found is None or translation is None:
                continue
            translation.attrib.pop("type", None)
            texts = found["text"] if isinstance(found["text"], list) else [found["text"]]
            forms = translation.findall("numerusform") or [translation]
            for form, text in zip(forms, texts, strict=True):
                form.text = text
    tree.write(catalogue, encoding="utf-8", xml_declaration=True)
    return list(waiting.values())


def stale(sources: list[Path], vietnamese: Path, english: Path) -> list[str]:
    """Say in which way the two catalogues differ from what the sources would give now."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = [Path(shutil.copy(old, folder)) for old in (vietnamese, english)]
        collect(sources, *fresh)
        for old, new in zip((vietnamese, english), fresh, strict=True):
            before, now = ({m.key for m in read(path)} for path in (old, new))
            faults += [f"{old.name} lacks {key}" for key in sorted(now - before)]
            faults += [f"{old.name} still has {key}" for key in sorted(before - now)]
    return faults


def outdated(catalogue: Path) -> bool:
    """Say whether the .qm beside a .ts is not what this .ts gives."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = compile_catalogue(Path(shutil.copy(catalogue, folder)))
        compiled = catalogue.with_suffix(".qm")
        return not compiled.is_file() or compiled.read_bytes() != fresh.read_bytes()


def main(arguments: list[str]) -> int:
    """Do what the first argument says."""
    match arguments:
        case ["update"]:
            collect(sources(), VIETNAMESE, ENGLISH)
            for catalogue in further():
                begin(catalogue, catalogue.stem.removeprefix("cellsecretary_"))
            for catalogue in (*CATALOGUES, *further()):
                compile_catalogue(catalogue)
            print(f"{len(unfinished(VIETNAMESE))} messages have no Vietnamese yet,")
            print(f"{len(unfinished(ENGLISH))} have no English plural yet.")
        case ["missing", *language]:
            rows = [
                {"context": m.context, "source": m.source, "comment": m.comment, "text": ""}
                for m in unfinished(ENGLISH if language == ["en"] else VIETNAMESE)
            ]
            print(json.dumps(rows, ensure_ascii=False, indent=1))
        case ["merge", *language, file]:
            rows = json.loads(Path(file).read_text(encoding="utf-8"))
            for lost in merge(ENGLISH if language == ["en"] else VIETNAMESE, rows):
                print(f"No such message: {lost['context']}: {lost['source']}")
            return main(["update"])
        case ["begin", code]:
            catalogue = FOLDER / f"cellsecretary_{code}.ts"
            begin(catalogue, code)
            compile_catalogue(catalogue)
            print(f"{catalogue}: {len(unfinished(catalogue))} texts wait for their translation.")
        case ["check"]:
            faults = stale(sources(), VIETNAMESE, ENGLISH)
            for catalogue in CATALOGUES:
                faults += [f"{catalogue.stem}.qm is out of date"] * outdated(catalogue)
                faults += [f"{catalogue.name} unfinished: {m.key}" for m in unfinished(catalogue)]
            print("\n".join(faults) or "Translations are complete and fresh.")
            if faults:
                print("make words brings the catalogues up to date; then translate what is new.")
            return bool(faults)
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
