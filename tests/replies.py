"""Replies of an office as tests need them."""

from __future__ import annotations

import datetime as dt
from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cellsecretary.core.reply import (
    DirectiveKind,
    DirectiveReply,
    HandedRules,
    MeetingReply,
    PetitionReply,
    Reply,
)
from cellsecretary.exchange.keys import SigningKey
from tests.rules.files import handed_out

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "Đảng ủy xã Tân Lập"
MADE = dt.datetime(2026, 11, 10, 8, 30)
SEAL_KEY = f"age1{'q' * 58}"
RULES = handed_out(meeting={"valid_from": dt.date(2027, 1, 1), "minimum_minutes": {"regular": 100}})
RULE_FILE = HandedRules("huong-dan-12.toml", RULES)
DOCUMENT = DirectiveReply(
    "d-1",
    DirectiveKind.DOCUMENT,
    "Chỉ thị về chuyển đổi số trong nông nghiệp",
    dt.date(2026, 11, 1),
    dt.date(2027, 1, 31),
    "12-CT/ĐU",
    dt.date(2026, 10, 28),
)
THEME = DirectiveReply(
    "d-2", DirectiveKind.THEME, "Học Bác về tiết kiệm", dt.date(2026, 10, 1), dt.date(2026, 12, 31)
)


def office_key(seed: int = 1) -> SigningKey:
    """Give the key of an office, the same for the same seed."""
    return SigningKey(Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


def code(key: SigningKey) -> str:
    """Give a public key as the book keeps it."""
    return b64encode(key.public).decode()


def reply_to(cell: str, **parts: object) -> Reply:
    """Give a reply of the office to a cell."""
    return replace(Reply(1, OFFICE, cell, MADE), **parts)  # type: ignore[arg-type]


def received(meeting: str, **parts: object) -> MeetingReply:
    """Say that the first version of October came on 5 October."""
    told = MeetingReply(meeting, dt.date(2026, 10, 3), 1, dt.date(2026, 10, 5))
    return replace(told, **parts)  # type: ignore[arg-type]


def answered(petition: str, text: str = "Xã sẽ sửa đường trong quý I.") -> PetitionReply:
    """Answer a petition on 9 November."""
    return PetitionReply(petition, dt.date(2026, 11, 9), text)


def written(folder: Path, reply: Reply, signer: SigningKey | None = None, name: str = "") -> Path:
    """Write a reply to a folder."""
    from cellsecretary.exchange.reply import pack_reply

    packed = pack_reply(reply, "Chi bộ thôn 3", signer)
    path = folder / (name or packed.name)
    path.write_bytes(packed.content)
    return path
