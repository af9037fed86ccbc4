"""The versions of meetings that came, as a set: in which order they came changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from cellsecretary.core.board.figures import BoardFigures
    from cellsecretary.core.board_rows import VersionChoice
    from cellsecretary.core.kinds import MeetingKind, MeetingState


class Arrived(StrEnum):
    """What a packet is to the board; each packet that was found is exactly one of these.

    An older copy is known: it is kept as history and never takes the place of a newer one.
    """

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class VersionKey:
    """What makes a version one: two with the same key say the same.

    `content` is the SHA-256 of the record as `store.board` keeps it.
    """

    cell: str
    meeting: str
    revision: int
    is_draft: bool
    content: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a meeting that came, without its record.

    `size` is the length of the record: of drafts, which have no number, the longest holds.
    `received` is when it first came, `signer` the public key in hexadecimal.
    """

    key: VersionKey
    date: dt.date
    starts: dt.time
    kind: MeetingKind
    state: MeetingState
    name: str
    superior: str
    size: int
    received: dt.date
    signer: str
    figures: BoardFigures


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """One meeting of a cell on the board: the version that holds, and all that came.

    In a conflict two versions of one number say different things and the clerk has not chosen;
    `current` is then one of them and counts nowhere.
    """

    current: Version
    versions: tuple[Version, ...]
    is_conflict: bool

    @property
    def cell(self) -> str:
        """The cell by id."""
        return self.current.key.cell

    @property
    def id(self) -> str:
        """The id that the cell gave the meeting."""
        return self.current.key.meeting

    @property
    def counts(self) -> bool:
        """Whether the meeting goes into sums: closed, and of one content."""
        return not (self.is_conflict or self.current.key.is_draft)

    @property
    def rivals(self) -> tuple[Version, ...]:
        """The closed versions of the newest number, where several of them say different things."""
        newest = max(self.closed_revisions, default=-1)
        same = [one for one in self.versions if not one.key.is_draft and one.key.revision == newest]
        return tuple(same) if len(same) > 1 else ()

    def before(self, version: Version, seen: int | None = None) -> Version | None:
        """Give what a version is to be compared with, None for the first that came.

        That is the newest one before it that the clerk looked at, by its number, else the one
        before it.
        """
        if version.key.is_draft:
            drafts = [one for one in self.versions if one.key.is_draft]
            at = drafts.index(version)
            return drafts[at - 1] if at else None
        earlier = [
            one
            for one in self.versions
            if not one.key.is_draft and one.key.revision < version.key.revision
        ]
        known = [one for one in earlier if seen is not None and one.key.revision <= seen]
        return next(reversed(known or earlier), None)

    @property
    def first_received(self) -> dt.date:
        """The day on which a closed version first came; of drafts alone that of the first."""
        closed = [one for one in self.versions if not one.key.is_draft]
        return min(one.received for one in closed or self.versions)

    @property
    def closed_revisions(self) -> frozenset[int]:
        """The numbers of its closed versions."""
        return frozenset(one.key.revision for one in self.versions if not one.key.is_draft)


def judged(held: Collection[VersionKey], new: VersionKey) -> Arrived:
    """Tell what a version is to the versions of the same meeting that the board holds."""
    if new in held:
        return Arrived.KNOWN
    closed = [one for one in held if not one.is_draft]
    newest = max((one.revision for one in closed), default=-1)
    if new.is_draft:
        if new.revision < newest:
            return Arrived.KNOWN
        return Arrived.CHANGED if held else Arrived.NEW
    if any(one.revision == new.revision for one in closed):
        return Arrived.CONFLICT
    if new.revision < newest:
        return Arrived.KNOWN
    return Arrived.CHANGED if held else Arrived.NEW


def board_meetings(
    versions: Iterable[Version], choices: Iterable[VersionChoice] = ()
) -> tuple[BoardMeeting, ...]:
    """Bring the versions of each meeting together, by cell, then in the order of time."""
    chosen = {(one.cell, one.meeting, one.revision): one.content for one in choices}
    ordered = sorted(versions, key=_place)
    found = (
        _meeting(tuple(group), chosen)
        for _, group in groupby(ordered, key=lambda one: (one.key.cell, one.key.meeting))
    )
    return tuple(sorted(found, key=lambda one: (one.cell, one.current.date, one.id)))


def _meeting(
    versions: tuple[Version, ...], chosen: dict[tuple[str, str, int], str]
) -> BoardMeeting:
    closed = [one for one in versions if not one.key.is_draft]
    if not closed:
        return BoardMeeting(max(versions, key=_draft_age), versions, False)
    newest = max(one.key.revision for one in closed)
    same = [one for one in closed if one.key.revision == newest]
    key = same[0].key
    choice = chosen.get((key.cell, key.meeting, newest))
    held = next((one for one in same if one.key.content == choice), None)
    return BoardMeeting(held or same[0], versions, held is None and len(same) > 1)


def _place(version: Version) -> tuple[str, str, bool, int, str]:
    key = version.key
    return key.cell, key.meeting, not key.is_draft, key.revision, key.content


def _draft_age(version: Version) -> tuple[int, int, str]:
    return version.key.revision, version.size, version.key.content
