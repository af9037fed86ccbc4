"""A language that nobody speaks: English, longer, with marks above and below every vowel.

python -m tools.pseudo FOLDER    write cellsecretary_CODE.ts and .qm into a folder

It shows what a real third language would meet: text 40 % longer, lines higher, and whatever is
said without its brackets was never given to a translator.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

from tools import words

CODE = "qps"
"""A code for private use, which no language has."""

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4
"""How much is added to each text, as a part of its length."""

_MARKED = str.maketrans("aeiouyAEIOUY", "ậệịộụỵẬỆỊỘỤỴ")
_KEPT = re.compile(r"(\{\w*\}|%n|%\d|%L\d|<[^>]+>|&\S|&&)")
_LETTER = re.compile(r"[^\W\d_]")


def pseudo(text: str) -> str:
    """Give a text as it would be in a long language; placeholders and letters of keys stay."""
    if not _LETTER.search(_KEPT.sub("", text)):
        return text
    parts = _KEPT.split(text)
    marked = "".join(part if at % 2 else part.translate(_MARKED) for at, part in enumerate(parts))
    letters = len(_LETTER.findall(_KEPT.sub("", text)))
    more = round(letters * LONGER)
    added = " ".join([_FILLING[:7]] * (more // 7) + [_FILLING[: more % 7]] * bool(more % 7))
    return f"{OPEN}{marked} {added}{CLOSE}" if added else f"{OPEN}{marked}{CLOSE}"


_FILLING = "ẫộễẩổểỗ"
"""Letters with marks above and below, to be added in words of at most seven."""


def translated() -> list[words.Message]:
    """Give all that the program says, as that language has it."""
    return [replace(one, finished=True, forms=(pseudo(one.source),)) for one in words.whole()]


def write(folder: Path) -> Path:
    """Write the language into a folder and give its compiled file."""
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = folder / f"cellsecretary_{CODE}.ts"
    words.begin(catalogue, CODE, translated())
    return words.compile_catalogue(catalogue)


def main(arguments: list[str]) -> int:
    """Write the language where the first argument says."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    print(write(Path(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
