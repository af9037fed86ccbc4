"""What can be done with the rule files that a superior hands out: use one, and no longer use it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    delete,
    refuse,
)
from cellsecretary.core.office_rows import RuleFile
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from cellsecretary.core.register import CellRecord


def accept_rule_file(register: CellRecord, ctx: Context, name: str, text: str) -> Answer:
    """Use a rule file, which was checked before, over all that are used so far.

    One with the same text is used once; closed meetings keep the rules of their day.
    """
    if not text.strip():
        return refuse(Why.TEXT_MISSING, "rule_files", "", "text")
    words = (("name", tidy_line(name)),)
    # In NFC, as rows are read, but nothing dropped: what was checked is what will be used.
    text = normalize("NFC", text)
    known = next((file for file in register.rule_files if file.text == text), None)
    if known is None:
        change = Change(None, RuleFile(ctx.new_id(), tidy_line(name), text, ctx.now))
    elif known == register.rule_files[-1]:
        return Changes(Act.ACCEPT_RULE_FILE, (), words)
    else:
        change = Change(known, replace(known, accepted=ctx.now))
    return Changes(Act.ACCEPT_RULE_FILE, (change,), words)


def withdraw_rule_file(register: CellRecord, ctx: Context, rule_file: str) -> Answer:
    """Use a rule file no longer; the rules below it are in force again."""
    row = next((file for file in register.rule_files if file.id == rule_file), None)
    if row is None:
        return refuse(Why.RULE_FILE_UNKNOWN, "rule_files", rule_file)
    return Changes(Act.WITHDRAW_RULE_FILE, (delete(row),), (("name", row.name),))
