"""What an office can choose for its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Answer, Changes, Context, Why, insert, refuse, update
from cellsecretary.core.office_rows import Preference
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.preferences import NAMES, RANGES

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
