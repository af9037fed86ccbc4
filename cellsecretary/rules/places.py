"""Where in a TOML text each value stands: `tomllib` reads values and forgets their lines."""

import re
from collections.abc import Iterator

DEEPEST_KEY = 32
"""Dots in a key; the deepest of the program's own has three."""

_TOKEN = re.compile(
    r"""
      (?P<blank>[ \t\r]+|\#[^\n]*)
    | (?P<newline>\n)
    | (?P<long>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5})
    | (?P<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    | (?P<mark>[\[\]{}=,])
    | (?P<word>[^\s\[\]{}=,"'\#]+)
    """,
    re.VERBOSE | re.DOTALL,
)


def lines_of(text: str) -> dict[str, int]:
    """Give the line of each value by its path, such as `meeting[0].minimum_minutes.regular`.

    The text must be valid TOML.
    """
    return _Scanner(text).lines


def line_too_deep(text: str) -> int:
    """Give the line of the first key with more parts than any rule has, 0 for none.

    `tomllib` takes the square of the time for the parts of a key: minutes for a hostile file.
    """
    parts = 0
    for kind, token, line in _tokens(text):
        if kind in ("word", "text"):
            parts += token.count(".") if kind == "word" else 0
        else:
            parts = 0
        if parts > DEEPEST_KEY:
            return line
    return 0


class _Scanner:
    """Walks the tokens of a valid TOML text and notes the line of each path."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self._tables: dict[str, int] = {}  # how many tables each array of tables has so far
        self._tokens = list(_tokens(text))
        self._at = 0
        prefix = ""
        while self._at < len(self._tokens):
            if self._kind() == "newline":
                self._at += 1
            elif self._sees("["):
                prefix = self._header()
            else:
                self._pair(prefix)

    def _kind(self) -> str | None:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else None

    def _sees(self, mark: str) -> bool:
        return self._kind() == "mark" and self._tokens[self._at][1] == mark

    def _line_here(self) -> int:
        return self._tokens[min(self._at, len(self._tokens) - 1)][2]

    def _header(self) -> str:
        line = self._line_here()
        self._at += 1
        is_array = self._sees("[")
        self._at += is_array
        keys = self._keys("]")
        self._at += 1 + is_array
        path = ""
        for depth, key in enumerate(keys, 1):
            path = _join(path, key)
            if is_array and depth == len(keys):
                self._tables[path] = self._tables.get(path, 0) + 1
            if path in self._tables:
                path = f"{path}[{self._tables[path] - 1}]"
        self.lines[path] = line
        return path

    def _keys(self, end: str) -> list[str]:
        written = ""
        while not self._sees(end):
            kind, token, _ = self._tokens[self._at]
            # A dot inside quotes is part of the key, a bare one parts two keys.
            written += token[1:-1] if kind == "text" else token.replace(".", "\0")
            self._at += 1
        return written.split("\0")

    def _pair(self, prefix: str) -> None:
        line = self._line_here()
        path = prefix
        for key in self._keys("="):
            path = _join(path, key)
        self._at += 1
        self.lines[path] = line
        self._value(path)

    def _value(self, path: str) -> None:
        if self._sees("["):
            self._at += 1
            index = 0
            while self._skip_to_item("]"):
                self.lines[f"{path}[{index}]"] = self._line_here()
                self._value(f"{path}[{index}]")
                index += 1
        elif self._sees("{"):
            self._at += 1
            while self._skip_to_item("}"):
                self._pair(path)
        else:
            # A moment may be written as two words: 2026-10-03 19:30:00.
            while self._kind() in ("text", "long", "word"):
                self._at += 1

    def _skip_to_item(self, end: str) -> bool:
        """Pass over separators; tell whether an item follows, else pass over the end as well."""
        while self._kind() == "newline" or self._sees(","):
            self._at += 1
        if self._kind() is None or self._sees(end):
            self._at += 1
            return False
        return True


def _tokens(text: str) -> Iterator[tuple[str | None, str, int]]:
    """Give the kind, the text and the line of every token that is not blank."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "blank":
            yield match.lastgroup, match.group(), line
        line += match.group().count("\n")


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
