"""What a further rule file changes, value by value, for whoever decides whether to use it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from cellsecretary.core.ruleset import Criterion, Share, TemplateItem
from cellsecretary.rules.rulebook import in_force, laid_over

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from cellsecretary.rules.rulebook import Rulebook
    from cellsecretary.rules.sections import Edition


TITLED = (TemplateItem, Criterion)
"""What goes by its title in a list: under the same title it is the same entry, perhaps changed."""


class How(StrEnum):
    """What happened to a value, or to the entries of a list."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is another one `since` a day.

    `field` names it by section and field, such as `meeting.minimum_minutes`; a text of the wording
    by its group, `wording.minutes`. `of` says which one: a kind, a step of an agenda. None stands
    for what is not set; where `how` is about a list, only the entries concerned are given.
    """

    field: str
    of: tuple[str, ...]
    how: How
    before: Any
    after: Any
    since: dt.date


def differences(now: Rulebook, name: str, text: str, today: dt.date) -> tuple[Difference, ...]:
    """Give what a further file would change from today on; a faulty one raises `RuleFileError`.

    Each edition is compared with what would hold without it on its first day, or today where it
    has begun already.
    """
    return tuple(
        difference
        for section, editions in now.read(name, text).items()
        for difference in _of_section(section, now.editions(section), editions, today)
    )


def _of_section(
    section: str, held: Sequence[Edition], more: Sequence[Edition], today: dt.date
) -> Iterator[Difference]:
    ends = [later.valid_from for _, later in pairwise(more)]
    over = sum(end <= today for end in ends)  # so many gave way to a later one already
    for edition in more[over:]:
        day = max(today, edition.valid_from)
        before = in_force(held, day).value
        held = laid_over(held, [edition])
        after = in_force(held, day).value
        for field, of, how, old, new in _between(section, (), before, after):
            yield Difference(field, of, how, old, new, edition.valid_from)


_Found = tuple[str, tuple[str, ...], How, Any, Any]


def _between(
    field: str,
    of: tuple[str, ...],
    before: Any,  # noqa: ANN401 - any value of a rule
    after: Any,  # noqa: ANN401 - any value of a rule
) -> Iterator[_Found]:
    """Walk two values of one shape down to what differs."""
    if before == after:
        return
    if isinstance(after, Mapping):
        for key in {**before, **after}:
            # The texts of the wording are many: they go by the group that they stand in.
            place = f"{field}.{key.split('.')[0]}" if field == "wording" else field
            inner = of if field == "wording" else (*of, key)
            yield from _between(place, inner, before.get(key), after.get(key))
    elif isinstance(after, tuple):
        yield from _between_lists(field, of, before, after)
    elif is_dataclass(after) and not isinstance(after, Share):
        for part in fields(after):
            values = (getattr(side, part.name) for side in (before, after))
            yield from _between(f"{field}.{part.name}", of, *values)
    else:
        yield field, of, How.CHANGED, before, after


def _between_lists(
    field: str, of: tuple[str, ...], before: tuple[Any, ...], after: tuple[Any, ...]
) -> Iterator[_Found]:
    old, new = _by_name(before), _by_name(after)
    if gone := tuple(entry for name, entry in old.items() if name not in new):
        yield field, of, How.REMOVED, gone, None
    if come := tuple(entry for name, entry in new.items() if name not in old):
        yield field, of, How.ADDED, None, come
    kept = [name for name in old if name in new]
    for name in kept:
        yield from _between(field, (*of, str(name[0])), old[name], new[name])
    if kept != [name for name in new if name in old]:
        yield field, of, How.REORDERED, before, after


def _by_name(entries: tuple[Any, ...]) -> dict[tuple[Any, int], Any]:
    """Give entries by what they are called, and which of that name they are."""
    count: Counter[Any] = Counter()
    named = {}
    for entry in entries:
        name = entry.title if isinstance(entry, TITLED) else entry
        count[name] += 1
        named[name, count[name]] = entry
    return named
