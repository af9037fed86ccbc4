"""The cell signs with a key of its own; what is sealed opens for the commune and nobody else."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from cellsecretary.exchange.keys import printed_code, public_key, signing_key
from cellsecretary.exchange.packet import pack_meeting
from cellsecretary.exchange.packet_reader import open_packet
from cellsecretary.exchange.packet_zip import Flaw, PacketError, zipped
from cellsecretary.exchange.seal import (
    SEAL,
    SEALED,
    NoPublicKey,
    NotForUs,
    is_sealed,
    seal_of,
    sealed,
    unsealed,
)
from cellsecretary.rules import bundled
from cellsecretary.store.key_file import KeyFileError, key_file, put_signing_secret
from tests.exchange.mutations import RECIPIENT
from tests.exchange.mutations import sealed as sealed_files
from tests.exchange.test_packet import october_packet
from tests.exchange.test_packet_reader import files
from tests.papers.records import october


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "Chi bộ.chibo"


def test_the_key_is_made_once_and_for_the_owner_alone(book: Path) -> None:
    first = signing_key(book)
    assert signing_key(book).public == first.public
    assert stat.S_IMODE(key_file(book).stat().st_mode) == 0o600
    assert [path.name for path in book.parent.iterdir()] == ["Chi bộ.keys"]
    code = printed_code(first.public)
    assert len(code) == 19
    assert code in repr(first)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 1, "signing": "x"}', "\x00"])
def test_a_spoilt_key_file_is_said_and_kept(book: Path, text: str) -> None:
    key_file(book).write_text(text, encoding="utf-8")
    with pytest.raises(KeyFileError) as caught:
        signing_key(book)
    assert key_file(book).read_text(encoding="utf-8") == text
    assert str(caught.value) == "Chi bộ.keys"


def test_a_key_of_another_length_is_no_key(book: Path) -> None:
    put_signing_secret(book, bytes(31))
    with pytest.raises(KeyFileError):
        signing_key(book)
    assert public_key(book) is None


def test_a_public_key_is_told_where_there_is_one_and_nothing_is_made_for_it(book: Path) -> None:
    """It is shown on a page, which has to come up whatever is wrong with the file."""
    assert public_key(book) is None
    assert list(book.parent.iterdir()) == []
    key = signing_key(book)
    assert public_key(book) == key.public
    key_file(book).write_text("?", encoding="ascii")
    assert public_key(book) is None
    key_file(book).unlink()
    key_file(book).mkdir()
    assert public_key(book) is None


def test_two_programs_that_begin_at_once_have_one_key(book: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from cellsecretary.exchange.keys import signing_key\n"
        "print(signing_key(Path(sys.argv[1])).public.hex())"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(book)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(4)
    ]
    assert len({one.communicate()[0] for one in running}) == 1


@pytest.mark.thorough
def test_a_signed_packet_names_its_signer_and_a_changed_one_is_refused(book: Path) -> None:
    key = signing_key(book)
    packet = pack_meeting(october(), signer=key)
    assert pack_meeting(october(), signer=key).content == packet.content
    assert open_packet(packet.content, bundled()).signer == key.public
    assert open_packet(october_packet().content, bundled()).signer is None
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(packet.content)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    inside["manifest.json"] = inside["manifest.json"].replace("thôn 3".encode(), "thôn 4".encode())
    with pytest.raises(PacketError) as caught:
        open_packet(zipped(inside), bundled())
    assert caught.value.flaw is Flaw.ALTERED


def test_a_sealed_packet_opens_for_its_key_and_says_whose_that_is() -> None:
    commune, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    packet = october_packet().content
    closed = sealed(packet, f" {commune.to_public()}\n")
    assert is_sealed(closed)
    assert not is_sealed(packet)
    seal = seal_of(closed)
    assert seal is not None
    assert seal.recipient == str(commune.to_public())
    assert unsealed(closed, str(commune)) == packet
    with pytest.raises(NotForUs):
        unsealed(closed, str(other))
    for secret in ("Chi bộ", "thôn 3", "2026-10"):
        assert secret.encode() not in closed


@pytest.mark.parametrize("text", ["", "age1", "thôn 3", "AGE-SECRET-KEY-1QQQ"])
def test_a_text_that_is_no_public_key_seals_nothing(text: str) -> None:
    with pytest.raises(NoPublicKey):
        sealed(b"x", text)


def test_a_seal_that_was_tampered_with_is_refused() -> None:
    commune = pyrage.x25519.Identity.generate()
    closed = sealed(october_packet().content, str(commune.to_public()))
    for spoilt in (closed[:-1], closed[: len(closed) // 2], closed + b"x"):
        with pytest.raises(PacketError):
            unsealed(spoilt, str(commune))
    flipped = bytearray(closed)
    flipped[closed.index(SEALED.encode()) + 400] ^= 1
    with pytest.raises((PacketError, NotForUs)):
        unsealed(bytes(flipped), str(commune))
    with pytest.raises(PacketError):
        seal_of(bytes(flipped))
    with pytest.raises(PacketError):
        unsealed(zipped({SEAL: b"[]", SEALED: b""}), str(commune))
    with pytest.raises(PacketError):
        unsealed(zipped({SEAL: b"{}"} | files()), str(commune))
    for name in (SEAL, SEALED):
        with pytest.raises(PacketError) as caught:
            seal_of(zipped({SEAL: b"{}"} if name == SEALED else {name: b"{}"}))
        assert caught.value.flaw is Flaw.ALTERED


@pytest.mark.parametrize("recipient", [RECIPIENT, [RECIPIENT, "age2"]])
def test_a_seal_of_a_later_program_is_not_called_damaged(recipient: object) -> None:
    """Whatever that program says in it."""
    seal = json.dumps({"format": 2, "recipient": recipient, "more": 1}).encode()
    with pytest.raises(PacketError) as caught:
        seal_of(zipped(sealed_files() | {SEAL: seal}))
    assert caught.value.flaw is Flaw.TOO_NEW


@pytest.mark.parametrize(
    "seal",
    [
        {"format": 1, "recipient": "the secretary's own\u202e"},
        {"format": 1, "recipient": "age1\nsomebody"},
        {"format": 0, "recipient": RECIPIENT},
        {"format": 1, "recipient": RECIPIENT.upper()},
    ],
)
def test_a_seal_that_names_no_key_is_refused(seal: dict[str, object]) -> None:
    """People are shown the name of the key, and nothing protects it."""
    assert seal_of(zipped(sealed_files())) is not None
    with pytest.raises(PacketError) as caught:
        seal_of(zipped(sealed_files() | {SEAL: json.dumps(seal).encode()}))
    assert caught.value.flaw is Flaw.DAMAGED


def test_no_secret_is_in_what_can_be_read(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    key = signing_key(book)
    secret = key_file(book).read_text(encoding="ascii").split('"')[-2]
    packet = pack_meeting(october(), signer=key)
    assert secret.encode() not in packet.content
    assert secret not in repr(key)
    assert not any(capfd.readouterr())
    assert os.fsdecode(secret) not in packet.name
