"""What became of a file, in plain words: damaged, made again, gone back, open elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cellsecretary.store.backup_file import backup_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum
    from pathlib import Path

    from cellsecretary.messages import Messages
    from cellsecretary.store.backup_file import Backup
    from cellsecretary.store.checking import Finding
    from cellsecretary.store.lock import Holder
    from cellsecretary.store.recovering import Recovered


MOST_DAYS = 3
"""So many meetings are named; a sentence is to be read."""


def recovered(words: Messages, found: Recovered) -> str:
    """Say from which copy a file was made again, what was done again, and where the old one is."""
    if found.backup is None:
        said = [words.recovery("from_journal", steps=found.steps)]
    else:
        at = found.backup.at
        said = [words.recovery("from_copy", moment=_moment(at), steps=found.steps)]
    if found.kept is not None:
        said.append(words.recovery("kept", file=found.kept.name))
    if not found.is_all:
        until = dt.datetime.fromisoformat(found.until)
        said.append(words.recovery("not_all", moment=_moment(until)))
    return " ".join(said)


def restored(words: Messages, copy: Path) -> str:
    """Say to which copy a file went back."""
    backup = backup_of(copy)
    moment = _moment(backup.at) if backup is not None else copy.name
    return words.recovery("restored", moment=moment)


def harmed(words: Messages, path: Path, findings: Iterable[Finding]) -> str:
    """Say that a file is not as it was written, and of which meetings."""
    days = sorted({finding.day for finding in findings if finding.day})
    if not days:
        return words.recovery("harmed", file=path.name)
    named = ", ".join(f"{dt.date.fromisoformat(day):%d/%m/%Y}" for day in days[:MOST_DAYS])
    if len(days) > MOST_DAYS:
        named += "…"
    return words.recovery("harmed_meetings", file=path.name, days=named)


def finding(words: Messages, one: Finding) -> str:
    """Say one thing that a check found, for the helper."""
    day = f"{dt.date.fromisoformat(one.day):%d/%m/%Y}" if one.day else ""
    key = f"{one.harm.value}_of_meeting" if day and one.harm.value in ("row", "record") else ""
    return words.recovery(key or one.harm.value, table=one.table, row=one.row, day=day)


def rebuilt(words: Messages, backup: Backup | None) -> str:
    """Say from which copy the journal makes a file again."""
    if backup is None:
        return words.recovery("no_backup_yet")
    return words.recovery("rebuilt", moment=_moment(backup.at))


def in_use(words: Messages, path: Path, holder: Holder | None) -> str:
    """Say who has a file open."""
    if holder is None:
        return words.recovery("open_elsewhere", file=path.name)
    since = _moment(dt.datetime.fromisoformat(holder.since))
    return words.recovery(
        "open_at", file=path.name, computer=holder.computer, account=holder.account, moment=since
    )


def missing(words: Messages, path: Path) -> str:
    """Say that a file is gone of which there are copies."""
    return words.recovery("missing", file=path.name)


def looking(words: Messages, why: StrEnum, path: Path) -> str:
    """Say why a file is open to look only."""
    return words.recovery(f"look_{why.value}", file=path.name)


def encrypted(words: Messages, path: Path, left: Sequence[Path]) -> str:
    """Say that a file is locked now, and which copies of it could not be."""
    said = words.recovery("encrypted", file=path.name)
    if not left:
        return said
    names = ", ".join(one.name for one in left)
    return f"{said} {words.recovery('left_plain', place=left[0].parent, names=names)}"


def decrypted(words: Messages, path: Path) -> str:
    """Say that a file opens without a password now."""
    return words.recovery("decrypted", file=path.name)


def _moment(at: dt.datetime) -> str:
    return f"{at:%H:%M} {at:%d/%m/%Y}"
