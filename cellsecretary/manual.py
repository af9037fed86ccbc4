"""The manual: its pages in a language, which of them tells of a screen, and how one is found.

A page is a little Markdown: `#` and `##` headings, paragraphs, `1.` steps, `-` points, one picture
`![what it shows](scene.png)`, `**bold**`, and links `[words](page.md)` or `(page.md#part)`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from cellsecretary import paths
from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FOLDER = "manual"

LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_STEP = re.compile(r"\d+\.\s+")


class Kind(Enum):
    """What a block of a page is."""

    TITLE = auto()
    PART = auto()
    TEXT = auto()
    STEP = auto()
    POINT = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, step or point; of a picture `text` says what it shows."""

    kind: Kind
    text: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page; `screens` are the forms that it tells of."""

    name: str
    group: str
    screens: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """Give the heading of the page."""
        return next(block.text for block in self.blocks if block.kind is Kind.TITLE)

    @property
    def parts(self) -> dict[str, str]:
        """Give the headings of the parts by what links call them."""
        return {anchor(one.text): one.text for one in self.blocks if one.kind is Kind.PART}

    @property
    def pictures(self) -> tuple[str, ...]:
        """Name the files of the pictures."""
        return tuple(block.file for block in self.blocks if block.kind is Kind.PICTURE)

    def links(self) -> Iterator[tuple[str, str]]:
        """Give the page and the part of each link; a part may be empty."""
        for block in self.blocks:
            for _words, target in LINK.findall(block.text):
                page, _, part = target.partition("#")
                yield page.removesuffix(".md"), part

    def words(self) -> str:
        """Give all words of the page, folded for search."""
        return fold(" ".join(plain(block.text) for block in self.blocks))


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the first look: a sentence or two, and a picture of the place."""

    title: str
    text: str
    picture: str


@dataclass(frozen=True, slots=True)
class TenSteps:
    """What stands on the sheet for the wall: each step with what is to be done."""

    title: str
    subject: str
    heads: tuple[str, str, str]
    steps: tuple[tuple[str, str], ...]
    end: str


class Manual:
    """All pages in one language, in the order of their list."""

    def __init__(
        self,
        language: str,
        pages: Sequence[ManualPage],
        cards: Sequence[Card],
        ten_steps: TenSteps,
    ) -> None:
        self.language = language
        self.pages = tuple(pages)
        self.cards = tuple(cards)
        self.ten_steps = ten_steps

    @classmethod
    def load(cls, language: str) -> Manual:
        """Read the manual in a language of the window, in English where it has none in that."""
        if not (paths.resource(FOLDER) / language).is_dir():
            language = "en"
        words = _read(paths.resource(FOLDER, language, "words.toml"))
        pages = [
            ManualPage(name, words["groups"][group], tuple(screens), _page(language, name))
            for group, named in _read(paths.resource(FOLDER, "pages.toml")).items()
            for name, screens in named.items()
        ]
        cards = [Card(one["title"], one["text"], one["picture"]) for one in words["cards"]]
        sheet = words["ten_steps"]
        steps = tuple((one["what"], one["how"]) for one in sheet["steps"])
        heads = (sheet["number"], sheet["what"], sheet["how"])
        ten = TenSteps(sheet["title"], sheet["subject"], heads, steps, sheet["end"])
        return cls(language, pages, cards, ten)

    def page(self, name: str) -> ManualPage | None:
        """Give a page by its name."""
        return next((page for page in self.pages if page.name == name), None)

    def page_of(self, screens: Sequence[str]) -> ManualPage:
        """Give the page of the first of these screens that has one, else the first page."""
        by_screen = {screen: page for page in self.pages for screen in page.screens}
        known = (by_screen[screen] for screen in screens if screen in by_screen)
        return next(known, self.pages[0])

    def find(self, text: str) -> list[ManualPage]:
        """Give the pages with all words: first in the title, then side by side, then anywhere."""
        wanted = fold(text).split()
        phrase = " ".join(wanted)

        def rank(page: ManualPage) -> tuple[bool, bool]:
            in_title = all(word in fold(page.title) for word in wanted)
            return not in_title, re.search(rf"\b{re.escape(phrase)}\b", page.words()) is None

        return sorted(
            (page for page in self.pages if all(word in page.words() for word in wanted)), key=rank
        )

    def picture(self, file: str) -> Path:
        """Name the file of a picture of this language."""
        return paths.resource(FOLDER, self.language) / file


def anchor(heading: str) -> str:
    """Give what a link calls a part: its heading folded, words joined by `-`."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(heading)))


def plain(text: str) -> str:
    """Take the marks of bold and links out of a text."""
    return LINK.sub(r"\1", text).replace("**", "")


def blocks(text: str) -> tuple[Block, ...]:
    """Read the blocks of a page; lines that follow each other are one paragraph."""
    found: list[Block] = []
    joins = False
    for line in text.splitlines():
        stripped = line.strip()
        block = _block(stripped) if stripped else None
        if block is not None and block.kind is Kind.TEXT and joins and found:
            last = found.pop()
            block = Block(last.kind, f"{last.text} {block.text}")
        if block is not None:
            found.append(block)
        joins = block is not None and block.kind in {Kind.TEXT, Kind.STEP, Kind.POINT}
    return tuple(found)


def _block(line: str) -> Block:
    if picture := PICTURE.fullmatch(line):
        return Block(Kind.PICTURE, picture[1], picture[2])
    if step := _STEP.match(line):
        return Block(Kind.STEP, line[step.end() :])
    for mark, kind in (("## ", Kind.PART), ("# ", Kind.TITLE), ("- ", Kind.POINT)):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    return Block(Kind.TEXT, line)


def _page(language: str, name: str) -> tuple[Block, ...]:
    return blocks(paths.resource(FOLDER, language, f"{name}.md").read_text(encoding="utf-8"))


def _read(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
