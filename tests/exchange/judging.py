"""What may become of a spoilt packet, judged by a reader that shares nothing with the program."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import fields
from time import thread_time
from typing import TYPE_CHECKING, Any

from cellsecretary.core.facts import facts
from cellsecretary.core.plain import canonical_json, to_plain
from cellsecretary.core.record import MeetingRecord
from cellsecretary.exchange.packet import MANIFEST, RECORD, SIGNATURE, Content, Manifest
from cellsecretary.exchange.packet_reader import Opened, open_packet
from cellsecretary.exchange.packet_zip import PacketError
from cellsecretary.exchange.seal import SEAL, SEALED, NotForUs, seal_of, unsealed
from cellsecretary.rules import bundled
from tests.exchange import stranger
from tests.exchange.mutations import IDENTITY, INSIDE, OURS, PAPERS, THEIRS
from tests.exchange.zips import insist_on_plainness

if TYPE_CHECKING:
    from cellsecretary.exchange.seal import Seal
    from tests.exchange.mutations import Mutant

LONGEST = 1.0
"""Seconds of the processor that one of these packets may take; they take milliseconds."""


FIELDS = {field.name for kind in (Manifest, MeetingRecord) for field in fields(kind)}
LAYERS = {MANIFEST, *PAPERS, RECORD, SIGNATURE, SEAL, SEALED, "cell", "draft", "rules", "subject"}


class Finding(Exception):
    """The program did with a spoilt packet what it must not do."""


def judged(mutant: Mutant) -> tuple[str, ...]:
    """Give what became of a mutant, in a word or some; whatever may not be raises `Finding`."""
    began = thread_time()
    try:
        seal = seal_of(mutant.data)
        if seal is not None:
            return ("sealed", _judge_seal(seal, mutant))
        opened = open_packet(mutant.data, bundled())
    except PacketError as refused:
        return ("refused", refused.flaw.value, _layer(refused.place))
    finally:
        if thread_time() - began > LONGEST:
            raise Finding(f"it takes {thread_time() - began:.1f} s")
    try:
        _judge_opened(opened, mutant)
    except Finding:
        raise
    except Exception as wrong:
        raise Finding(f"what was let through is no packet: {wrong!r}") from wrong
    return ("opened", "as it was" if not mutant.fitted else "fitted", _told(opened))


def _judge_seal(seal: Seal, mutant: Mutant) -> str:
    if seal.format != 1 or not re.fullmatch("age1[0-9a-z]{58}", seal.recipient):
        raise Finding(f"a seal is believed: {seal}")
    insist_on_plainness(mutant.data)
    try:
        inside = unsealed(mutant.data, IDENTITY)
    except NotForUs:
        return "not for us"
    if inside != INSIDE:
        raise Finding("a sealed packet was changed unnoticed")
    return "unsealed"


def _judge_opened(opened: Opened, mutant: Mutant) -> None:
    insist_on_plainness(mutant.data)
    manifest, meetings = stranger.read(io.BytesIO(mutant.data))
    content = Content(opened.meetings)
    canonical_json(content).encode()
    _insist_on_same(manifest, to_plain(opened.manifest), "manifest")
    _insist_on_same(meetings, to_plain(content)["meetings"], "meetings")
    if opened.signer not in (None, THEIRS.public, OURS.public):
        raise Finding("nobody has this key")
    if mutant.fitted and opened.signer == OURS.public:
        raise Finding("the cell never signed this")
    if not mutant.fitted:
        honest = open_packet(mutant.of, bundled())
        same = (opened.manifest, opened.meetings, opened.papers)
        if same != (honest.manifest, honest.meetings, honest.papers):
            raise Finding("a change was not noticed")
    _insist_on_truth(opened.manifest, opened)


def _insist_on_same(said: Any, read: Any, place: str) -> None:  # noqa: ANN401 - JSON
    """Insist that what is said was read as it stands; defaults and rules may have come to it."""
    if isinstance(said, dict) and isinstance(read, dict):
        for key, value in said.items():
            key = unicodedata.normalize("NFC", key)
            if key in read:
                _insist_on_same(value, read[key], f"{place}.{key}")
            elif place != "manifest" and not place.startswith("manifest."):
                raise Finding(f"{place}.{key} was passed over")
    elif isinstance(said, list) and isinstance(read, list):
        if len(said) != len(read):
            raise Finding(f"{place} has another length")
        for at, (one, other) in enumerate(zip(said, read, strict=True)):
            _insist_on_same(one, other, f"{place}[{at}]")
    elif isinstance(said, str) and isinstance(read, str):
        if unicodedata.normalize("NFC", said) != read:
            raise Finding(f"{place}: {said[:40]!r} was read as {read[:40]!r}")
    elif said != read or isinstance(said, bool) is not isinstance(read, bool):
        raise Finding(f"{place}: {str(said)[:40]} was read as {str(read)[:40]}")


def _insist_on_truth(told: Manifest, opened: Opened) -> None:
    names = [told.sender.name, told.sender.superior, told.subject.code]
    names += [name for one in opened.meetings for name in (one.cell.name, one.cell.superior)]
    if any(unicodedata.category(letter)[0] == "C" for name in names for letter in name):
        raise Finding("a name hides letters")
    days = [record.meeting.date for record in opened.meetings]
    ids = [record.meeting.id for record in opened.meetings]
    if days != sorted(days) or len(set(ids)) != len(ids):
        raise Finding("the meetings are not in the order of time, or one is told twice")
    if told.subject.kind == "meeting":
        (record,) = opened.meetings
        cell, sender = record.cell, told.sender
        if (cell.id, cell.name, cell.superior) != (sender.id, sender.name, sender.superior):
            raise Finding("the manifest names another cell than the record")
    elif not re.fullmatch("[0-9]{4}(-(Q[1-4]|[01][0-9]))?", told.subject.code):
        raise Finding(f"no period: {told.subject.code!r}")
    if (told.format, told.record_format in (1, 2, 3)) != (1, True):
        raise Finding("a format that nobody knows")


def _told(opened: Opened) -> str:
    """Give how the figures fare on what was let through; absurd values may be too much for them."""
    try:
        for record in opened.meetings:
            facts(record)
    except Exception as wrong:
        trace = wrong.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = trace.tb_frame.f_code.co_name if trace else ""
        return f"facts: {type(wrong).__name__} in {where}"
    return "facts too"


def _layer(place: str) -> str:
    """Give what refused: the zip, a file of the packet, or a field of manifest or record."""
    file, _, path = place.partition(": ")
    field = re.sub(r"^meetings\[\d+\]\.|\W.*", "", path, flags=re.DOTALL)
    if field in FIELDS:
        return f"{file}: {field}"
    return file if file in LAYERS else "zip"
