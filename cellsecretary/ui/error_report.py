"""What may be told of an error to strangers: places in the code and kinds, never a value.

A message of an error carries what it failed on: a name, an opinion, a number. Here only words of
the program pass: those of a fixed list and the identifiers of the code that failed, and of these
none that could be a Vietnamese syllable. What stands between them is one sign, however long it is.
"""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from types import CodeType, TracebackType

MASK = "…"

FRAMES = 40
"""So many places of one error are told; of an endless recursion the first and the last."""

ERRORS = 12
"""So many errors of a chain or a group are told."""

# What Python, SQLite and Qt say. Who types one of these words tells nothing of a village.
_SAID = """
already application argument arguments ascii attempting attribute attributes begins callable
cannot closed codec codepoint column comparison concatenate connected constraint
convert converted copied corrupt could created current cursor database datatype decode
decoding deleted deque destroyed device dictionary different disk division does empty encode
encoding exceeded exist exists expected failed finished float following foreign format given
hashable image import imported infinite initialized instance instances integer internal
invalid isoformat iterable iteration keyword layout length libshiboken limit literal locked
malformed mapping maximum memory mismatch missing module multiple negative object objects
operand operation ordinal outside owned painter parent permission pixmap position positional
primary readonly received recursion referenced required resource returned schema sequence
should signal slice slot source started stopped string subscriptable supported surrogates
syntax table thread timeout timer transaction types unable unexpected unhashable unique
unknown unpack unrecognized unsupported utf values widget wrapped writable zero
bool bytes int list dict tuple type str date datetime timedelta
"""
WORDS = frozenset(_SAID.split())

_WORD = re.compile(r"\w+")
_QT_NAME = re.compile(r"Q[A-Z][A-Za-z]+")
_JOINT = re.compile(r" |: |, |\.|::|\(\) ?| '|' ")
_SYLLABLE = re.compile(
    r"(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x)?"
    r"[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?"
)
_SQLITE_KIND = re.compile(r"SQLITE_[A-Z_]+")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an error happened in: versions, the system, and what was on the screen."""

    program: str
    python: str
    qt: str
    sqlite: str
    system: str
    schema: str
    place: str

    def lines(self) -> tuple[str, ...]:
        """Give them for a report."""
        return (
            f"cellsecretary {self.program}, schema {self.schema}",
            f"Python {self.python}, Qt {self.qt}, SQLite {self.sqlite}, {self.system}",
            f"at {self.place or 'no window'}",
        )


def error_report(
    error: BaseException, surroundings: Surroundings, known: Collection[str] = ()
) -> str:
    """Tell of an error what the program may tell; `known` are further identifiers of the code."""
    return "\n".join((*surroundings.lines(), "", error_chain(error, known)))


def error_chain(error: BaseException, known: Collection[str] = ()) -> str:
    """Tell where an error and those that it came from happened, the last of them first."""
    lines: list[str] = []
    for told, (link, one) in enumerate(_chain(error)):
        if told == ERRORS:
            lines.append(MASK)
            break
        lines += [f"{link}{_headline(one, known)}", *_places(one.__traceback__)]
    return "\n".join(lines)


def error_place(error: BaseException) -> str:
    """Tell in one line what failed and where: equal for the same error met again."""
    while error.__cause__ is not None and not error.__traceback__:
        error = error.__cause__
    return " ".join((_type_name(error), *_places(error.__traceback__)[-1:]))


def mask(text: str, known: Collection[str] = ()) -> str:
    """Leave the words of the program alone; what else the text holds becomes one sign."""
    masked, end = "", 0
    for word in _WORD.finditer(text):
        if _may_pass(word[0], known):
            masked += _between(text[end : word.start()], is_first=not masked) + word[0]
            end = word.end()
    return (masked + (f" {MASK}" if _WORD.search(text, end) else "")).strip()


def _between(gap: str, *, is_first: bool) -> str:
    """Give what stands for the text between two words that pass."""
    if is_first:
        return f"{MASK} " if _WORD.search(gap) else ""
    return gap if _JOINT.fullmatch(gap) else f" {MASK} "


def _may_pass(word: str, known: Collection[str]) -> bool:
    if word.lower() in WORDS or _QT_NAME.fullmatch(word):
        return True
    return word in known and len(word) > 2 and not _SYLLABLE.fullmatch(word.lower())


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """Give an error, what it came from, and what it holds; each once."""
    waiting, seen = [("", error)], set[int]()
    while waiting:
        link, one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield link, one
        if isinstance(one, BaseExceptionGroup):
            waiting += [("with ", part) for part in one.exceptions]
        if one.__cause__ is not None:
            waiting.append(("because of ", one.__cause__))
        elif one.__context__ is not None and not one.__suppress_context__:
            waiting.append(("after ", one.__context__))


def _headline(error: BaseException, known: Collection[str]) -> str:
    kinds = " ".join(_kinds(error))
    message = mask(_message(error), {*known, *_identifiers(error.__traceback__)})
    notes = [mask(str(note), known) for note in getattr(error, "__notes__", ())]
    words = " ".join(part for part in (message, *notes) if part)
    head = f"{_type_name(error)} [{kinds}]" if kinds else _type_name(error)
    return f"{head}: {words}" if words else head


def _type_name(error: BaseException) -> str:
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"{module}{kind.__qualname__}"


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return ""  # an error may fail to speak


def _kinds(error: BaseException) -> Iterator[str]:
    """Give the kinds that an error carries: names out of the code, and codes of the system."""
    for value in vars(error).values():
        if isinstance(value, Enum):
            yield f"{type(value).__name__}.{value.name}"
    if isinstance(error, OSError) and error.errno is not None:
        yield errno.errorcode.get(error.errno, MASK)
    kind = getattr(error, "sqlite_errorname", None)
    if isinstance(kind, str) and _SQLITE_KIND.fullmatch(kind):
        yield kind


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, CodeType, int]]:
    while trace is not None:
        frame = trace.tb_frame
        # The name of the module, not its file: that lies in somebody's home.
        yield str(frame.f_globals.get("__name__", "?")), frame.f_code, trace.tb_lineno
        trace = trace.tb_next


def _places(trace: TracebackType | None) -> list[str]:
    lines = [
        f"  {module}:{number} in {code.co_qualname}" for module, code, number in _frames(trace)
    ]
    if len(lines) > FRAMES:
        half = FRAMES // 2
        lines[half:-half] = [f"  {MASK} {len(lines) - FRAMES} more"]
    return lines


def _identifiers(trace: TracebackType | None) -> set[str]:
    """Give the names that the code uses which failed; no value is among them."""
    found = set[str]()
    for _module, code, _number in _frames(trace):
        found.update(code.co_names, code.co_varnames)
    return found
