"""Sealing a packet to the commune's public key, so that a lost stick tells nobody anything.

A sealed packet is an ordinary zip of two files: `seal.json` says for whom, `packet.age` is the
whole packet in the format of age (X25519), which the tool `age` opens too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.plain import Lenient, PlainError, canonical_json, from_plain
from cellsecretary.exchange.packet_zip import Flaw, PacketError, begins_with, unzipped, zipped
from cellsecretary.exchange.strict_json import strict_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.exchange.packet_zip import Packed

FORMAT = 1
SEAL, SEALED = "seal.json", "packet.age"
_NAMES = re.compile(f"{re.escape(SEAL)}|{re.escape(SEALED)}")
_RECIPIENT = re.compile("age1[0-9a-z]{58}")


class NoPublicKey(ValueError):
    """A text is not the public key of an age identity."""


class NotForUs(Exception):
    """A sealed packet is for another key."""


@dataclass(frozen=True)
class Seal(Lenient):
    """For whom a packet is sealed: the public key, `age1…`."""

    format: int
    recipient: str


def sealed(packet: bytes, recipient: str) -> bytes:
    """Seal a packet for a public key."""
    import pyrage

    try:
        key = pyrage.x25519.Recipient.from_str(recipient.strip())
    except (pyrage.RecipientError, UnicodeEncodeError) as wrong:
        raise NoPublicKey(recipient) from wrong
    seal = canonical_json(Seal(FORMAT, str(key))).encode()
    return zipped({SEAL: seal, SEALED: pyrage.encrypt(packet, [key])})


def seal_of(data: bytes) -> Seal | None:
    """Give for whom a packet is sealed; None for one that is open."""
    return _seal(unzipped(data, _NAMES)) if is_sealed(data) else None


def is_sealed(data: bytes) -> bool:
    """Tell whether a file begins as a sealed packet does."""
    return begins_with(data, SEAL)


def unsealed(data: bytes, *identities: str) -> bytes:
    """Open a sealed packet with any of these private keys; for another key it raises `NotForUs`."""
    import pyrage

    files = unzipped(data, _NAMES)
    _seal(files)
    try:
        keys = [pyrage.x25519.Identity.from_str(identity.strip()) for identity in identities]
        return bytes(pyrage.decrypt(files[SEALED].content(), keys))
    except pyrage.DecryptError as wrong:
        raise NotForUs from wrong


def _seal(files: Mapping[str, Packed]) -> Seal:
    if files.keys() != {SEAL, SEALED}:
        raise PacketError(Flaw.ALTERED, SEAL)
    plain = strict_json(files[SEAL].content(), SEAL)
    number = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise PacketError(Flaw.TOO_NEW)
    try:
        seal = from_plain(Seal, plain)
    except PlainError as wrong:
        raise PacketError(Flaw.DAMAGED, SEAL) from wrong
    for _ in files[SEALED].pieces():
        pass  # without the key its sums are all that can be checked
    # It is shown to people, and nothing else protects it.
    if seal.format < 1 or not _RECIPIENT.fullmatch(seal.recipient):
        raise PacketError(Flaw.DAMAGED, SEAL)
    return seal
