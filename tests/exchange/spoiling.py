"""JSON spoilt in a place: another type, a number too large, a day that is none, a key too many."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable

    Place = tuple[str | int, ...]
    Act = Callable[[random.Random, Any, Place], None]

HIDDEN = ("\u202e", "\u200b", "\u2066", "\x00", "\x07", "\ue000", "\U000e0041", "\ufeff")
TEXTS = (
    *("", " ", "<b>", "x" * 20_000, "\U0001f600", "Nguye\u0302\u0303n", "\u1100\u1161", "İ", "ß"),
    *("\ud800", "a\udfffb", "../x", "m", "1", "null", "$name ${", "%s {0}", "\u2028", "'\"\\"),
)
DAYS = (
    *("0001-01-01", "9999-12-31", "2026-02-29", "2026-13-01", "20261003", "2026-W40-6"),
    *("2026-10-03T19:30", "2026-10-03 ", "+2026-10-03", "２０２６-10-03", "1900-01-31", ""),
)
TIMES = (
    *("24:00", "23:59:59", "19:30:00.5", "19", "1930", "19:30+07:00", "19:30Z", "99:99", "25"),
    *("2026-10-03T10:00:00+07:00", "2026-10-03T10:00:00.25", "0001-01-01T00:00", "T10:00"),
)
NUMBERS = (
    *(0, -1, 1, 2, 7, 31, 32, 255, 2**31, 2**63, -(2**63), 10**19, 10**20, 10**30),
    *(-0.0, 0.5, 1e308, 5e-324, float("nan"), float("inf"), -float("inf"), True, False),
)
RAW = "@raw@"
"""Stands for a text that no writer of JSON would write; it is put in at the end."""

RAWS = (
    *("1e999", "-1e999", "9" * 5000, "0." + "1" * 5000, "1E400", "01", "+1", ".5", "1.", "0x10"),
    *("[" * 60 + "]" * 60, "[" * 66 + "]" * 66, "[" * 10_000 + "]" * 10_000, "[" * 10_000),
    *('{"a":' * 3000 + "1" + "}" * 3000, '"\\ud800"', '"\\u0000"', '"\\x"', '"open', "'a'"),
    *("", "{}{}", "[1,]", "/* */1", "NaN", "-Infinity", "\ufeff1", "tru"),
)


def spoilt(chance: random.Random, plain: Any) -> str:  # noqa: ANN401 - JSON
    """Change values in a place or some, and give the JSON."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        found = [one for one in places(plain) if one]
        if not found:
            break
        # Top fields as often as deep ones: a record has two thousand of those.
        if chance.random() < 0.3:
            found = [one for one in found if len(one) < 5] or found
        chance.choices(ACTS, WEIGHTS)[0](chance, plain, chance.choice(found))
    text = json.dumps(plain, ensure_ascii=chance.random() < 0.5)
    while f'"{RAW}"' in text:
        text = text.replace(f'"{RAW}"', chance.choice(RAWS), 1)
    if chance.random() < 0.02:
        text = doubled_key(chance, text)
    if chance.random() < 0.005:  # a text of quotes without an end
        text = text[: chance.randrange(len(text) + 1)] + '"' + '\\"' * 30_000
    return text


def places(plain: object, path: Place = ()) -> list[Place]:
    """Give the place of each value."""
    if isinstance(plain, dict):
        below: Iterable[tuple[str | int, object]] = plain.items()
    elif isinstance(plain, list):
        below = enumerate(plain)
    else:
        below = ()
    return [path, *(place for key, value in below for place in places(value, (*path, key)))]


def at(plain: Any, place: Place) -> Any:  # noqa: ANN401
    """Give the value in a place."""
    for key in place:
        plain = plain[key]
    return plain


def odd(chance: random.Random, value: object) -> object:
    """Give a value of the same type that nobody means."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return chance.choice((value + 1, -value, value * 10**6, *NUMBERS))
    if isinstance(value, list):
        return chance.choice(([], value * 2, value[::-1], value[:1] * 50, value[1:]))
    if isinstance(value, dict):
        return chance.choice(({}, dict(list(value.items())[1:])))
    if not isinstance(value, str):
        return chance.choice((*DAYS, *TEXTS, *NUMBERS))
    if value[:4].isdigit() and value[4:5] == "-":
        return chance.choice((*DAYS, *TIMES))
    if value[:2].isdigit() and value[2:3] == ":":
        return chance.choice(TIMES)
    middle = chance.randrange(len(value) + 1)
    hidden = f"{value[:middle]}{chance.choice(HIDDEN)}{value[middle:]}"
    return chance.choice((*TEXTS, hidden, hidden, hidden, value.upper(), value + value))


def of_same_type(chance: random.Random, plain: Any, place: Place) -> None:  # noqa: ANN401
    at(plain, place[:-1])[place[-1]] = odd(chance, at(plain, place))


def of_other_type(chance: random.Random, plain: Any, place: Place) -> None:  # noqa: ANN401
    others: tuple[object, ...] = (
        None,
        True,
        0,
        1.5,
        "x",
        [],
        {},
        [[[]]],
        {"x": 1},
        [None],
        RAW,
        RAW,
        RAW,
    )
    at(plain, place[:-1])[place[-1]] = chance.choice(others)


def taken_out(_chance: random.Random, plain: Any, place: Place) -> None:  # noqa: ANN401
    del at(plain, place[:-1])[place[-1]]


def key_changed(chance: random.Random, plain: Any, place: Place) -> None:  # noqa: ANN401
    within = at(plain, place[:-1])
    if isinstance(within, dict):
        key = chance.choice((str(place[-1]).upper(), chance.choice(TEXTS), f"{place[-1]} ", "id"))
        value = within[place[-1]]
        if chance.random() < 0.6:
            del within[place[-1]]
        within[key] = value
    else:
        within.insert(place[-1], chance.choice(within))


def from_elsewhere(chance: random.Random, plain: Any, place: Place) -> None:  # noqa: ANN401
    """Put a value of another place here, where one of its type is found: well typed, and wrong."""
    here = at(plain, place)
    for _ in range(20):
        other = chance.choice(places(plain))
        there = at(plain, other)
        if type(there) is type(here) and other[: len(place)] != place:
            at(plain, place[:-1])[place[-1]] = json.loads(json.dumps(there))
            return


ACTS: tuple[Act, ...] = (of_same_type, of_other_type, taken_out, key_changed, from_elsewhere)
WEIGHTS = (5, 2, 1, 1, 3)


def doubled_key(chance: random.Random, text: str) -> str:
    """Say a key of some object twice."""
    found = list(re.finditer(r'\{("[^"]*")', text))
    if not found:
        return text
    key = chance.choice(found)
    return f"{text[: key.start(1)]}{key[1]}: null, {text[key.start(1) :]}"
