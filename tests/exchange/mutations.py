"""Spoilt packets without end, each known by seed and number: bits, zips, files, records that lie.

Most mutations make hashes, sizes and signature fit again; else the first checksum would stop them
all, and the layers below would never be reached.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.kinds import MeetingState, Scorer
from cellsecretary.core.plain import canonical_json, to_plain
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord, Run
from cellsecretary.core.rows import ScoreMark
from cellsecretary.exchange.keys import SigningKey
from cellsecretary.exchange.packet import MANIFEST, NO_RULES, RECORD, SIGNATURE, rules_hash
from cellsecretary.exchange.seal import SEAL, SEALED
from tests.exchange.spoiling import spoilt
from tests.exchange.zips import WAYS_OF_ZIPS, Zip
from tests.papers.records import november, october

if TYPE_CHECKING:
    from collections.abc import Callable

    Files = dict[str, bytes]
    # What was spoilt, what became of it, and whether hashes and signature were made to fit.
    Made = tuple[bytes, bytes, bool]

OURS, THEIRS = (SigningKey(Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32)) for n in (1, 2))
"""The key of the cell, and that of somebody who makes packets of their own."""

IDENTITY = "AGE-SECRET-KEY-1KA5CEPCYP9PNTA9VQXRXU7N5GDKUY7N5AW78EZ8VVL5TT38CE58SX8JMFT"
RECIPIENT = "age1e7kre8jqzal366unmwsnkuxecm3jfdnahg3lusx4wqk7pvy0yymqnvvnkn"
"""A commune's key, of these tests alone."""

INSIDE = b"a packet, as far as the seal is concerned"
AGE = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBJRlR4bEtxU1hOcHpKNXcvKzVrajBSa05SUEJxYk4rTEZGTXky"
    "SEJ2U0ZVCmRrQk1BWlRMdU80eFFCVk02dVg1eXJOZmhtQlMvbFg2S2lNZ1NUZXBTZXMKLT4gWiFLNEptLWdyZWFzZSA6"
    "QD0gKFYyMQo4YTJpL3l3TTUycjR3QmhVNm9oRVBZYXJzaldOV29jK2FzdnpBb29DMDFhNk9wd09hcTU3VFRESzliK0tI"
    "MVM2Cnl5b0VlbUg1N29xWgotLS0gQmU3ZDc5TFI0R1NJU1NyVXVWaWViUVpmZXhrYnhrbFMxWHRTdlpMVnQ4WQqMbsjd"
    "lZSc9AwsvkzhDESp3qBLwxDg3+S7HKej11k/PiNhgKNpyXpvKOM6d6E4HJUGZZIcZeKWs98ulkRd02s8eY4v4xomduSc"
)
"""`INSIDE` sealed for the commune; kept, as sealing uses chance that no seed governs."""

PAPERS = {"papers/BienBan.pdf": b"%PDF-1.4\n%%EOF " * 100, "papers/NghiQuyet.pdf": b""}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt packet: in which `way`, made `of` which one.

    One that is not `fitted` was changed by somebody who could not make hashes and signature fit:
    where it is read at all, it must be read as the one that it was made of.
    """

    way: str
    of: bytes
    data: bytes
    fitted: bool


def mutant(seed: int, number: int) -> Mutant:
    """Give a mutant; the same seed and number give the same one."""
    chance = random.Random(f"{seed}/{number}")
    way = chance.choices(list(WAYS), list(WAYS.values()))[0]
    return Mutant(way.__name__, *way(chance))


# The packets that are spoilt


@cache
def meetings() -> tuple[str, str]:
    """Give the JSON of two closed meetings of a cell, small, with a row of everything."""
    first, second = october(), november()
    closed = replace(second.meeting, id="n", state=MeetingState.CLOSED)
    text = _small(replace(second, meeting=closed))
    return _small(first), text.replace('"meeting":"m"', '"meeting":"n"')


def _small(record: MeetingRecord) -> str:
    id, day = record.meeting.id, record.meeting.date
    at = dt.datetime.combine(day, dt.time(21))
    whole = replace(
        record,
        runs=(Run("3", 1, 2, day),),
        revision=2,
        corrections=(Correction("c", id, at, "Ba, không phải hai."),),
        reopenings=(Reopening("r", id, 1, at, "Thiếu tên"),),
        scores=(ScoreMark("s", id, "thang", "1", Scorer.CELL, 5),),
        waiting=record.petitions,
    )
    trimmed = _trimmed(to_plain(whole))
    # What was left must still hang together: items on the agenda, members among the people.
    for row in (*trimmed["opinions"], *trimmed["votes"]):
        row["item"] = trimmed["agenda"][0]["id"]
    del trimmed["people"]
    text = canonical_json(trimmed)
    people = [to_plain(one) for one in record.people if f'"{one.id}"' in text]
    return canonical_json({**trimmed, "people": people})


def _trimmed(plain: Any) -> Any:  # noqa: ANN401
    """Leave two entries of each list, and three texts of the wording: the files complete it."""
    if isinstance(plain, dict):
        most = 3 if len(plain) > 50 else None
        return {key: _trimmed(value) for key, value in list(plain.items())[:most]}
    return [_trimmed(one) for one in plain[:2]] if isinstance(plain, list) else plain


def plain_meetings(count: int) -> list[Any]:
    """Give so many meetings as new plain values."""
    return [json.loads(text) for text in meetings()[:count]]


@cache
def whole(count: int = 1) -> tuple[tuple[str, bytes], ...]:
    """Give the files of an honest packet of one meeting, or of the two of a quarter."""
    plain = plain_meetings(count)
    return tuple(fitting(json.dumps({"meetings": plain}).encode(), plain, OURS).items())


def fitting(record: bytes, plain: list[Any], key: SigningKey | None) -> Files:
    """Give the files of a packet whose manifest tells the truth, as far as the record has one."""
    files = {**PAPERS, RECORD: record}
    return signed({MANIFEST: json.dumps(told_of(plain, files)).encode(), **files}, key)


def signed(files: Files, key: SigningKey | None) -> Files:
    """Give the files with the signature of a key, or without one."""
    files = {name: data for name, data in files.items() if name != SIGNATURE}
    if key is not None:
        parts = key.sign(files[MANIFEST])
        plain = {"key": parts.key, "signature": parts.signature}
        text = {name: b64encode(part).decode() for name, part in plain.items()}
        files[SIGNATURE] = json.dumps(text).encode()
    return files


def told_of(plain: list[Any], files: Files) -> dict[str, Any]:
    """Give the manifest that goes with a record."""
    first = plain[0] if plain and isinstance(plain[0], dict) else {}
    cell, meeting = (_object(first.get(key)) for key in ("cell", "meeting"))
    if len(plain) == 1:
        subject = {
            "kind": "meeting",
            "code": _day(meeting.get("date")),
            "meeting": meeting.get("id"),
            "revision": first.get("revision", 0),
        }
    else:
        subject = {"kind": "period", "code": "2026-Q4"}
    try:
        last = plain[-1] if plain else None
        rules = rules_hash(last["rules"]) if last else NO_RULES
    except (TypeError, KeyError, ValueError):
        rules = "?"
    return {
        "format": 1,
        "record_format": RECORD_FORMAT,
        "profile": "full",
        "sender": {key: cell.get(key) for key in ("id", "name", "superior")},
        "subject": subject,
        "draft": any(
            _object(_object(one).get("meeting")).get("state") != "closed" for one in plain
        ),
        "content": hashlib.sha256(files[RECORD]).hexdigest(),
        "files": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
            if name != MANIFEST
        ],
        "program": "0",
        "rules": rules,
    }


def _object(plain: object) -> dict[str, Any]:
    return plain if isinstance(plain, dict) else {}


def _day(text: object) -> object:
    try:
        return dt.date.fromisoformat(str(text)).isoformat()
    except ValueError:
        return text


def packed(files: Files) -> bytes:
    """Give the zip of files."""
    return Zip.of(files).join()


# The ways to spoil them


def bits(chance: random.Random) -> Made:
    """Change the bytes of the zip itself."""
    data = _of(chance.choice((1, 2)))
    return data, bytes_changed(chance, data), False


def headers(chance: random.Random) -> Made:
    """Let the headers of the zip lie."""
    files = dict(whole(chance.choice((1, 2))))
    made = Zip.of(files)
    for _ in range(chance.choice((1, 1, 2))):
        if made.entries:
            chance.choice(WAYS_OF_ZIPS)(chance, made)
    return packed(files), made.join(), False


def file_exchanged(chance: random.Random) -> Made:
    """Change a file, and not what the manifest says of it."""
    files = dict(whole(chance.choice((1, 2))))
    data, name = packed(files), chance.choice(list(files))
    files[name] = bytes_changed(chance, files[name])
    return data, packed(files), False


def record_bytes(chance: random.Random) -> Made:
    """Change the bytes of the record, and make hashes and signature fit."""
    count = chance.choice((1, 2))
    record = bytes_changed(chance, dict(whole(count))[RECORD])
    return _of(count), packed(fitting(record, plain_meetings(count), any_key(chance))), True


def record_values(chance: random.Random) -> Made:
    """Change values of the record, and make hashes, signature and mostly the manifest fit."""
    count = chance.choice((1, 1, 2))
    plain = {"meetings": plain_meetings(count)}
    record = spoilt(chance, plain).encode("utf-8", "surrogatepass")
    found = plain.get("meetings") if chance.random() < 0.9 else plain_meetings(count)
    told = found if isinstance(found, list) else []
    return _of(count), packed(fitting(record, told, any_key(chance))), True


def records_exchanged(chance: random.Random) -> Made:
    """Put parts of one meeting into the other, or change which meetings there are."""
    plain = plain_meetings(2)
    for _ in range(chance.choice((1, 1, 2, 3))):
        one, other = chance.choice(plain), chance.choice(plain)
        key = chance.choice(list(one))
        act = chance.randrange(5)
        if act == 0:
            one[key], other[key] = other[key], one[key]
        elif act == 1:
            plain.append(json.loads(json.dumps(one)))
        elif act == 2:
            plain.reverse()
        elif act == 3 and len(plain) > 1:
            plain.remove(one)
        elif isinstance(one[key], list) and isinstance(other[key], list):
            one[key] += other[key]
    record = json.dumps({"meetings": plain}).encode()
    return _of(2), packed(fitting(record, plain, any_key(chance))), True


def manifest_values(chance: random.Random) -> Made:
    """Change values of the manifest, and sign it anew or not."""
    count = chance.choice((1, 2))
    files = dict(whole(count))
    files[MANIFEST] = spoilt(chance, json.loads(files[MANIFEST])).encode("utf-8", "surrogatepass")
    resigned = chance.random() < 0.8
    if resigned:
        files = signed(files, any_key(chance))
    return _of(count), packed(files), resigned


def signature_values(chance: random.Random) -> Made:
    """Change the signature."""
    files = dict(whole())
    if chance.random() < 0.5:
        files[SIGNATURE] = bytes_changed(chance, files[SIGNATURE])
    else:
        text = spoilt(chance, json.loads(files[SIGNATURE]))
        files[SIGNATURE] = text.encode("utf-8", "surrogatepass")
    return _of(1), packed(files), False


def seal_values(chance: random.Random) -> Made:
    """Change values of `seal.json`, which nothing protects."""
    plain = {"format": 1, "recipient": RECIPIENT}
    seal = spoilt(chance, plain).encode("utf-8", "surrogatepass")
    return packed(sealed()), packed({SEAL: seal, SEALED: AGE}), True


def sealed_bytes(chance: random.Random) -> Made:
    """Change what is sealed, or the zip around it."""
    files = sealed()
    data = packed(files)
    if chance.random() < 0.5:
        files[SEALED] = bytes_changed(chance, AGE)
        return data, packed(files), False
    made = Zip.of(files)
    chance.choice(WAYS_OF_ZIPS)(chance, made)
    return data, made.join(), False


WAYS: dict[Callable[[random.Random], Made], int] = {
    bits: 10,
    headers: 14,
    file_exchanged: 4,
    record_bytes: 10,
    record_values: 34,
    records_exchanged: 6,
    manifest_values: 12,
    signature_values: 3,
    seal_values: 3,
    sealed_bytes: 4,
}
"""How often each way is gone, of a hundred times."""


def sealed() -> Files:
    """Give the files of a sealed packet."""
    return {SEAL: json.dumps({"format": 1, "recipient": RECIPIENT}).encode(), SEALED: AGE}


def any_key(chance: random.Random) -> SigningKey | None:
    """Give the key of somebody else, or none: nobody has that of the cell."""
    return THEIRS if chance.random() < 0.5 else None


@cache
def _of(count: int) -> bytes:
    return packed(dict(whole(count)))


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    """Flip, set, cut, insert, zero or double bytes, once or some times."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        at, act = chance.randrange(len(spoilt) + 1), chance.randrange(8)
        block = slice(at // 512 * 512, at // 512 * 512 + 512)
        if act == 0:
            bit = 1 << chance.randrange(8)
            spoilt[at : at + 1] = bytes(byte ^ bit for byte in spoilt[at : at + 1])
        elif act == 1:
            spoilt[at : at + 1] = bytes((chance.randrange(256),))
        elif act == 2:
            del spoilt[at:]
        elif act == 3:
            del spoilt[at : at + chance.choice((1, 2, 16, 512))]
        elif act == 4:
            spoilt[at:at] = chance.randbytes(chance.choice((1, 2, 16, 512)))
        elif act == 5:
            spoilt[block] = bytes(len(spoilt[block]))
        elif act == 6:
            spoilt[at:at] = spoilt[block]
        else:  # a letter that means something to readers of JSON
            spoilt[at : at + 1] = chance.choice((b'"', b"[", b"]", b"{", b"}", b",", b"9", b"\\"))
    return bytes(spoilt)
