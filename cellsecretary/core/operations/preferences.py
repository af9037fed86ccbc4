"""What an office can choose for its papers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
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
from cellsecretary.core.preferences import NAMES, RANGES, SUPERIOR_KEY

if TYPE_CHECKING:
    from cellsecretary.core.preferences import Preferences
    from cellsecretary.core.register import CellRecord


_PUBLIC_KEY = re.compile(r"age1[0-9a-z]{58}")


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
    if key and not _PUBLIC_KEY.fullmatch(key):
        return refuse(Why.NO_PUBLIC_KEY, "preferences", "", SUPERIOR_KEY)
    row = next((row for row in register.preferences if row.name == SUPERIOR_KEY), None)
    value = canonical_json(key)
    if row is not None:
        change = update(row, value=value) if key else delete(row)
        return Changes(Act.CHANGE_PREFERENCES, (change,))
    new = [insert(Preference(ctx.new_id(), SUPERIOR_KEY, value))] if key else []
    return Changes(Act.CHANGE_PREFERENCES, tuple(new))
