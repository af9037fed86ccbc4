"""The keys of the office: locked by a password, brought back from paper, and never lost halfway."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import stat
import subprocess
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from cellsecretary.core.plain import canonical_json
from cellsecretary.exchange.keys import printed_code
from cellsecretary.exchange.office_keys import (
    KeyTrouble,
    OfficeKeyError,
    OfficeKeys,
    change_password,
    make_key,
    new_key,
    office_key_file,
    public_part,
    recover,
    unlock,
)
from cellsecretary.exchange.packet_reader import read_packet, unsealed_packet
from cellsecretary.exchange.packet_zip import Flaw, PacketError, zipped
from cellsecretary.exchange.recovery_code import code_of, identity_of, key_of_code, missing_letters
from cellsecretary.exchange.seal import SEAL, SEALED, NotForUs, seal_of, sealed
from cellsecretary.rules import bundled
from tests.exchange.mutations import IDENTITY, RECIPIENT
from tests.exchange.test_packet import october_packet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PASSWORD = "Mật khẩu của xã"
LETTERS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"


@dataclass(frozen=True)
class Office:
    """An office that made a key, then a new one; each act with a password takes a second."""

    first: OfficeKeys
    keys: OfficeKeys
    first_file: bytes
    file: bytes


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    board = tmp_path_factory.mktemp("office") / "Văn phòng.bangxa"
    first = make_key(board, PASSWORD)
    before = office_key_file(board).read_bytes()
    keys = new_key(board, normalize("NFD", PASSWORD))
    return Office(first, keys, before, office_key_file(board).read_bytes())


@pytest.fixture
def board(tmp_path: Path, office: Office) -> Path:
    """Give a board beside which the key file of the office is."""
    board = tmp_path / "Đảng ủy.bangxa"
    office_key_file(board).write_bytes(office.file)
    return board


def refused(act: Callable[[], object]) -> tuple[KeyTrouble, str]:
    with pytest.raises(OfficeKeyError) as caught:
        act()
    return caught.value.trouble, caught.value.place


def identities(keys: OfficeKeys) -> list[str]:
    return [f"AGE-SECRET-KEY-1{code.replace(' ', '')}" for code in keys.recovery_codes]


def test_packets_sealed_for_an_old_key_open_after_a_new_one(office: Office, tmp_path: Path) -> None:
    packet = october_packet().content
    assert office.keys.seal_key != office.first.seal_key
    for key in (office.first.seal_key, office.keys.seal_key):
        path = tmp_path / "Goi.zip"
        path.write_bytes(sealed(packet, key))
        assert office.keys.open(path.read_bytes()) == packet
        assert read_packet(path, bundled(), office.keys).meetings
        with pytest.raises(PacketError) as caught:
            read_packet(path, bundled())
        assert caught.value.flaw is Flaw.SEALED
    with pytest.raises(PacketError) as caught:
        read_packet(path, bundled(), office.first)
    assert caught.value.flaw is Flaw.OTHER_KEY


def test_with_keys_an_open_packet_is_read_as_ever(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "Goi.zip"
    path.write_bytes(october_packet().content)
    assert read_packet(path, bundled(), office.keys) == read_packet(path, bundled())


def test_what_is_inside_a_sealed_packet_is_believed_no_more(office: Office, tmp_path: Path) -> None:
    """A packet sealed twice, and one that is no packet inside, are refused as a stranger's."""
    key, path = office.keys.seal_key, tmp_path / "Goi.zip"
    for inside in (sealed(october_packet().content, key), b"", b"PK\x03\x04" + bytes(99)):
        path.write_bytes(sealed(inside, key))
        with pytest.raises(PacketError):
            read_packet(path, bundled(), office.keys)


def test_a_packet_for_us_that_does_not_open_is_damaged_and_not_anothers(office: Office) -> None:
    ours, theirs = (sealed(b"x", key) for key in (office.keys.seal_key, RECIPIENT))
    with pytest.raises(NotForUs):
        office.keys.open(theirs)
    seal = canonical_json(seal_of(ours)).encode()
    spoilt = zipped({SEAL: seal, SEALED: b"age-encryption.org/v1\n"})
    with pytest.raises(PacketError) as caught:
        unsealed_packet(spoilt, office.keys)
    assert caught.value.flaw is Flaw.DAMAGED


def test_the_public_part_is_known_without_a_password(board: Path, office: Office) -> None:
    part = public_part(board)
    assert part is not None
    assert part == office.keys.public
    assert part.seal_keys == (office.first.seal_key, office.keys.seal_key)
    assert part.seal_key == office.keys.seal_key
    assert part.signing_key == office.keys.signer.public
    assert part.code == printed_code(office.keys.signer.public)
    assert public_part(board.with_name("Khác.bangxa")) is None


def test_the_file_opens_as_its_description_says(office: Office) -> None:
    """With age, HKDF and the password; nothing of the program."""
    told = json.loads(office.file)
    assert told.keys() == {"format", "seal_keys", "signing_key", "secret", "sha256"}
    listed = json.loads(pyrage.passphrase.decrypt(base64.b64decode(told["secret"]), PASSWORD))
    assert listed == identities(office.keys)
    found = [str(pyrage.x25519.Identity.from_str(one).to_public()) for one in listed]
    assert found == told["seal_keys"]
    info = b"cellsecretary office signing key 1"
    seed = HKDF(SHA256(), 32, salt=None, info=info).derive(listed[-1].encode())
    signing = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    assert base64.b64encode(signing).decode() == told["signing_key"]
    whole = told.pop("sha256")
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(plain.encode()).hexdigest() == whole


def test_the_signing_key_of_an_identity_never_changes() -> None:
    """Else a cell would take the same office for another one after an update."""
    keys = OfficeKeys([IDENTITY])
    assert keys.seal_key == RECIPIENT
    assert printed_code(keys.signer.public) == "D4C6-FC06-715E-846F"
    assert keys.signer.sign(b"x").is_of(b"x")


def test_a_wrong_password_is_told_from_damage(board: Path) -> None:
    path = office_key_file(board)
    whole = path.read_bytes()
    assert refused(lambda: unlock(board, PASSWORD.upper())) == (
        KeyTrouble.WRONG_PASSWORD,
        path.name,
    )
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert refused(lambda: unlock(board, PASSWORD)) == (KeyTrouble.DAMAGED, path.name), at
    for spoilt in (b"", whole[:-1], whole[: len(whole) // 2], b"{}", b"[]", b"[1]", b"x" * 99_999):
        path.write_bytes(spoilt)
        assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.DAMAGED
        assert refused(lambda: public_part(board))[0] is KeyTrouble.DAMAGED
        assert path.read_bytes() == spoilt


def with_fields(board: Path, **fields: object) -> None:
    """Write a key file whose sum is right and whose fields are not."""
    path = office_key_file(board)
    told = json.loads(path.read_bytes()) | fields
    del told["sha256"]
    told["sha256"] = hashlib.sha256(canonical_json(told).encode()).hexdigest()
    path.write_text(canonical_json(told), encoding="utf-8")


def test_a_public_key_that_somebody_put_in_is_noticed(board: Path, office: Office) -> None:
    with_fields(board, seal_keys=[office.first.seal_key, RECIPIENT])
    assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.DAMAGED


@pytest.mark.parametrize(
    "fields",
    [
        {"seal_keys": []},
        {"seal_keys": "age1"},
        {"signing_key": "AAAA"},
        {"signing_key": "é"},
        {"secret": 3},
        {"format": "1"},
    ],
)
def test_fields_that_say_nothing_are_damage(board: Path, fields: dict[str, object]) -> None:
    with_fields(board, **fields)
    assert refused(lambda: public_part(board))[0] is KeyTrouble.DAMAGED


def test_a_secret_that_is_no_secret_is_damage(board: Path) -> None:
    with_fields(board, secret="é")
    assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.DAMAGED


def test_a_file_of_a_newer_program_is_left_alone(board: Path, office: Office) -> None:
    with_fields(board, format=2, secret={"something": "else"})
    before = office_key_file(board).read_bytes()
    assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.TOO_NEW
    codes = office.keys.recovery_codes
    assert refused(lambda: recover(board, codes, PASSWORD))[0] is KeyTrouble.TOO_NEW
    assert office_key_file(board).read_bytes() == before


def test_a_file_locked_by_a_far_faster_computer_is_no_wrong_password(board: Path) -> None:
    told = base64.b64decode(json.loads(office_key_file(board).read_bytes())["secret"])
    head, scrypt, rest = told.split(b"\n", 2)
    slow = b"\n".join([head, scrypt.rpartition(b" ")[0] + b" 30", rest])
    with_fields(board, secret=base64.b64encode(slow).decode())
    assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.TOO_SLOW


def test_nothing_is_made_or_changed_against_the_rules(board: Path, tmp_path: Path) -> None:
    before = office_key_file(board).read_bytes()
    short = (KeyTrouble.PASSWORD_TOO_SHORT, "8")
    assert refused(lambda: make_key(tmp_path / "a.bangxa", "1234567")) == short
    assert refused(lambda: change_password(board, PASSWORD, "")) == short
    # Seven letters, however they are written.
    assert refused(lambda: recover(board, [], normalize("NFD", "ếếếếếếế"))) == short
    assert refused(lambda: make_key(board, PASSWORD))[0] is KeyTrouble.EXISTS
    nowhere = tmp_path / "b.bangxa"
    missing = (KeyTrouble.NO_KEYS, "b.khoa")
    assert refused(lambda: unlock(nowhere, PASSWORD)) == missing
    assert refused(lambda: new_key(nowhere, PASSWORD)) == missing
    gone = tmp_path / "gone" / "c.bangxa"
    assert refused(lambda: make_key(gone, PASSWORD)) == (KeyTrouble.NOT_WRITTEN, "c.khoa")
    assert os.listdir(tmp_path) == ["Đảng ủy.khoa"]
    assert office_key_file(board).read_bytes() == before


def test_a_new_password_opens_the_same_keys_and_the_old_one_nothing(
    board: Path, office: Office
) -> None:
    change_password(board, PASSWORD, "another password")
    assert unlock(board, "another password").recovery_codes == office.keys.recovery_codes
    assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.WRONG_PASSWORD
    assert stat.S_IMODE(office_key_file(board).stat().st_mode) == 0o600
    assert os.listdir(board.parent) == ["Đảng ủy.khoa"]


def test_the_codes_on_paper_make_the_file_anew(tmp_path: Path, office: Office) -> None:
    board = tmp_path / "Máy mới.bangxa"
    typed = [code.lower().replace(" ", " - ") for code in office.keys.recovery_codes]
    recover(board, typed, "a new password")
    assert stat.S_IMODE(office_key_file(board).stat().st_mode) == 0o600
    keys = unlock(board, "a new password")
    assert keys.public == office.keys.public
    assert keys.open(sealed(b"x", office.first.seal_key)) == b"x"


def test_codes_typed_in_another_order_keep_the_newest_key(board: Path, office: Office) -> None:
    codes = office.keys.recovery_codes
    keys = recover(board, [*reversed(codes), codes[0]], "a new password")
    assert keys.public == office.keys.public
    assert os.listdir(board.parent) == ["Đảng ủy.khoa"]


def test_an_old_paper_does_not_lose_a_newer_key(board: Path, office: Office) -> None:
    old = office.first.recovery_codes
    before = office_key_file(board).read_bytes()
    why = refused(lambda: recover(board, old, PASSWORD))
    assert why == (KeyTrouble.LACKS_KEYS, "Đảng ủy.khoa")
    assert office_key_file(board).read_bytes() == before
    recover(board, old, PASSWORD, without_some=True)
    assert public_part(board) == office.first.public
    assert (board.parent / "Đảng ủy.1.khoa").read_bytes() == before


def test_a_damaged_file_is_kept_beside_the_recovered_one(board: Path, office: Office) -> None:
    office_key_file(board).write_bytes(office.file[:-9])
    (board.parent / "Đảng ủy.1.khoa").write_bytes(b"an older one")
    recover(board, office.keys.recovery_codes, PASSWORD)
    assert public_part(board) == office.keys.public
    assert (board.parent / "Đảng ủy.1.khoa").read_bytes() == b"an older one"
    assert (board.parent / "Đảng ủy.2.khoa").read_bytes() == office.file[:-9]


def test_every_wrong_letter_of_a_code_is_noticed(board: Path) -> None:
    code = code_of(IDENTITY)
    assert [len(group) for group in code.split()] == [4] * 14 + [2]
    assert key_of_code(code) == RECIPIENT
    for at, letter in enumerate(code):
        for other in LETTERS.replace(letter, "") if letter != " " else "":
            assert identity_of(code[:at] + other + code[at + 1 :]) is None, (at, other)
    for wrong in (code[:-1], f"{code}Q", code[5:], "", "age1", RECIPIENT, f"{code} {code}"):
        assert identity_of(wrong) is None
    for one, two in pairwise(range(len(code) - 1)):
        swapped = f"{code[:one]}{code[two]}{code[one]}{code[two + 1 :]}"
        if swapped.replace(" ", "") != code.replace(" ", ""):
            assert identity_of(swapped) is None
    before = office_key_file(board).read_bytes()
    mistyped = [code, code.replace(code[3], "", 1)]
    assert refused(lambda: recover(board, mistyped, PASSWORD)) == (KeyTrouble.BAD_CODE, "2")
    assert refused(lambda: recover(board, [], PASSWORD)) == (KeyTrouble.BAD_CODE, "1")
    assert office_key_file(board).read_bytes() == before


@pytest.mark.parametrize(
    "typed",
    [
        IDENTITY,
        IDENTITY.lower(),
        f" {code_of(IDENTITY).lower()}\n",
        code_of(IDENTITY).replace(" ", "-"),
        code_of(IDENTITY).replace("0", "O").replace("L", "1").replace("8", "B"),
        code_of(IDENTITY).replace("0", "o").replace("L", "i").replace(" ", "\u00a0"),
    ],
)
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert identity_of(typed) == IDENTITY


def test_letters_that_are_still_to_be_typed_are_counted() -> None:
    code = code_of(IDENTITY)
    assert missing_letters("") == missing_letters("AGE-SECRET-KEY-1") == 58
    assert missing_letters(code[:4]) == missing_letters(f" {code[:4].lower()} -") == 54
    assert missing_letters(code[:-1]) == 1
    assert missing_letters(code) == missing_letters(IDENTITY) == missing_letters(f"{code}Q") == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a real disk of 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no right to mount a disk here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_keeps_the_old_key_file(small_disk: Path, office: Office) -> None:
    board = small_disk / "a.bangxa"
    path = office_key_file(board)
    path.write_bytes(office.file)
    with (small_disk / "film").open("wb", buffering=0) as film, suppress(OSError):
        while film.write(b"x" * 4096):
            pass
    why = refused(lambda: change_password(board, PASSWORD, "another password"))
    assert why == (KeyTrouble.NO_ROOM, "a.khoa")
    assert path.read_bytes() == office.file
    assert sorted(os.listdir(small_disk)) == ["a.khoa", "film"]


def test_a_key_that_another_window_made_meanwhile_is_not_written_over(
    tmp_path: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locking takes a second, in which the other window may be done."""
    board = tmp_path / "xa.bangxa"
    locked = OfficeKeys.locked

    def slow(keys: OfficeKeys, password: str) -> bytes:
        office_key_file(board).write_bytes(office.file)
        return locked(keys, password)

    monkeypatch.setattr(OfficeKeys, "locked", slow)
    assert refused(lambda: make_key(board, PASSWORD)) == (KeyTrouble.EXISTS, "xa.khoa")
    assert office_key_file(board).read_bytes() == office.file


def test_a_key_file_that_cannot_be_read_is_not_called_missing(board: Path) -> None:
    office_key_file(board).unlink()
    assert public_part(board) is None
    office_key_file(board).mkdir()
    assert refused(lambda: public_part(board)) == (KeyTrouble.NOT_READ, "Đảng ủy.khoa")
    assert refused(lambda: unlock(board, PASSWORD))[0] is KeyTrouble.NOT_READ
    codes = [code_of(IDENTITY)]
    assert refused(lambda: recover(board, codes, PASSWORD))[0] is KeyTrouble.NOT_READ


@pytest.mark.parametrize("act", ["write", "sync", "replace"])
def test_killed_in_the_middle_it_leaves_the_old_file(board: Path, act: str, office: Office) -> None:
    script = (
        "import os, sys; from pathlib import Path\n"
        "from cellsecretary.store import private_files\n"
        "def die(*_, **__): os.kill(os.getpid(), 9)\n"
        "match sys.argv[2]:\n"
        "    case 'write': private_files.create = die\n"
        "    case 'sync': private_files.sync_file = die\n"
        "    case 'replace': os.replace = die\n"
        "private_files.put_in_place(b'new', Path(sys.argv[1]))"
    )
    path = office_key_file(board)
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), act],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == -9
    assert path.read_bytes() == office.file
    assert public_part(board) == office.keys.public
    left = [one for one in os.listdir(board.parent) if one != path.name]
    assert all(name.endswith(".part") for name in left)


def test_two_programs_that_begin_at_once_have_one_key(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from cellsecretary.store.private_files import put_new\n"
        "try: put_new(sys.argv[2].encode(), Path(sys.argv[1]))\n"
        "except FileExistsError: print('late')"
    )
    path = tmp_path / "a.khoa"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(path), name],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for name in "abcd"
    ]
    said = {name: one.communicate()[0] for name, one in zip("abcd", running, strict=True)}
    assert [name for name, out in said.items() if not out] == [path.read_text(encoding="ascii")]


def test_no_secret_is_in_what_can_be_read(
    office: Office, board: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    secrets = [
        part
        for code in office.keys.recovery_codes
        for part in (code, code.replace(" ", ""), code.replace(" ", "").lower(), code[:9])
    ]
    shown = [repr(office.keys), str(office.keys), repr(office.keys.signer), repr(office)]
    shown += [office.file.decode(), office.first_file.decode()]
    code = office.keys.recovery_codes[0]
    for act in (
        lambda: recover(board, [code[:-1]], PASSWORD),
        lambda: OfficeKeys([code]),
        lambda: recover(board, office.first.recovery_codes, PASSWORD),
        lambda: office.keys.open(sealed(b"x", RECIPIENT)),
    ):
        with pytest.raises((OfficeKeyError, ValueError, NotForUs)) as caught:
            act()
        shown += [repr(caught.value), "".join(traceback.format_exception(caught.value))]
    shown += capfd.readouterr()
    assert not [secret for secret in [*secrets, PASSWORD] for text in shown if secret in text]
