"""Every sentence of the program on one page, both languages side by side, to be read through.

python -m tools.reading OUT.html

The page is made anew each time and kept nowhere, so that it cannot be out of date. A message is
what happened, what is lost, what to do: two sentences, no jargon.
"""

from __future__ import annotations

import re
import sys
import tomllib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import words

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGES = words.PROJECT / "resources" / "messages"
LANGUAGES = ("vi", "en")

_MNEMONIC = re.compile(r"&(?=\S)")
_HEAD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>cellsecretary</title>
<style>body{font:16px/1.45 serif;margin:2em}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #999;padding:.3em .5em;vertical-align:top;text-align:left}
td:first-child{font:12px monospace;width:16%}</style></head><body>"""


def sentences(language: str) -> dict[str, tuple[str, ...]]:
    """Give the variants of each message by its key, in the order of the file."""
    text = (MESSAGES / f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text)))


def _flat(section: dict[str, Any], path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, entry in section.items():
        match entry:
            case dict():
                yield from _flat(entry, f"{path}{key} ")
            case str():
                yield f"{path}{key}", (entry,)
            case list():
                yield f"{path}{key}", tuple(entry)


def of_window() -> dict[str, tuple[str, str]]:
    """Give the texts of the window, Vietnamese and English, by their place in the catalogue."""
    english = {m.key: m.forms for m in words.read(words.ENGLISH)}
    found = {}
    for message in words.read(words.VIETNAMESE):
        source = english.get(message.key, (message.source,))
        key = f"{message.context}: {message.source} {message.comment}".strip()
        found[key] = (_plain(message.forms), _plain(source))
    return found


def page() -> str:
    """Give the whole page: the sentences of the messages, then the texts of the window."""
    vietnamese, english = (sentences(language) for language in LANGUAGES)
    parts = [_HEAD, "<h1>Lời của chương trình</h1>"]
    section = ""
    for key in dict.fromkeys((*vietnamese, *english)):
        if (name := key.rpartition(" ")[0]) != section or not parts[-1].startswith("<tr>"):
            parts += ["</table>"] * parts[-1].startswith("<tr>")
            parts.append(f"<h2>{escape(name)}</h2><table>")
            section = name
        cells = (_lines(texts.get(key, ())) for texts in (vietnamese, english))
        parts.append(_row(key.rpartition(" ")[2], *cells))
    parts.append("</table><h2>Cửa sổ</h2><table>")
    parts += [_row(key, escape(vi), escape(en)) for key, (vi, en) in of_window().items()]
    return "\n".join([*parts, "</table></body></html>\n"])


def _row(key: str, *cells: str) -> str:
    inside = "".join(f"<td>{cell}</td>" for cell in (escape(key), *cells))
    return f"<tr>{inside}</tr>"


def _lines(variants: tuple[str, ...]) -> str:
    return "<br>".join(map(escape, variants))


def _plain(forms: tuple[str, ...]) -> str:
    return " / ".join(_MNEMONIC.sub("", form) for form in forms)


def main(arguments: list[str]) -> int:
    """Write the page where the first argument says."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    Path(arguments[0]).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
