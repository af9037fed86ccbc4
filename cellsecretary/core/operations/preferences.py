"""What an office can choose for its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    update,
)
from cellsecretary.core.office_rows import Preference
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.preferences import NAMES, PRACTICE, PUBLIC_KEY, RANGES, SUPERIOR_KEY

if TYPE_CHECKING:
    from cellsecretary.core.preferences import Preferences
    from cellsecretary.core.register import CellRecord


def change_preferences(
    register: CellRecord, ctx: Context, held: Preferences, wanted: Preferences
) -> Answer:
    """Keep what the office wants where it is not what `held` so far; closed papers stay."""
    for name, (least, most) in RANGES.items():
        if not least <= getattr(wanted, name) <= most:
            words = {"least": f"{least:g}", "most": f"{most:g}"}
            return refuse(Why.MEASURE_OUT_OF_RANGE, "preferences", "", name, **words)
    rows = {row.name: row for row in register.preferences}
    changes = []
    for name in NAMES:
        if getattr(wanted, name) == getattr(held, name):
            continue
        value = canonical_json(getattr(wanted, name))
        if name in rows:
            changes.append(update(rows[name], value=value))
        else:
            changes.append(insert(Preference(ctx.new_id(), name, value)))
    return Changes(Act.CHANGE_PREFERENCES, tuple(changes))


def keep_superior_key(register: CellRecord, ctx: Context, key: str) -> Answer:
    """Keep the public key that packets are sealed for, `age1…`; empty takes it back."""
    key = key.strip()
    if key and not PUBLIC_KEY.fullmatch(key):
        return refuse(Why.NO_PUBLIC_KEY, "preferences", "", SUPERIOR_KEY)
    return Changes(Act.CHANGE_PREFERENCES, kept(register, ctx, SUPERIOR_KEY, key))


def mark_as_practice(ctx: Context) -> Changes:
    """Mark a book that is begun as a practice cell, so that nothing of it is taken for real."""
    row = Preference(ctx.new_id(), PRACTICE, canonical_json(True))
    return Changes(Act.CHANGE_PREFERENCES, (insert(row),))


def kept(register: CellRecord, ctx: Context, name: str, value: object) -> tuple[Change, ...]:
    """Give the change that keeps a value under a name; an empty one takes it back."""
    row = next((row for row in register.preferences if row.name == name), None)
    written = canonical_json(value)
    if row is not None:
        return (update(row, value=written) if value else delete(row),)
    return (insert(Preference(ctx.new_id(), name, written)),) if value else ()
