"""The command line at a locked book: it asks for the password, and tells whose it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store import connecting as connecting_module
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.key_file import key_file, slots_of
from tests.building import OCTOBER
from tests.encrypted import DEPUTY, PASSWORD, Encrypted

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent
NFD = normalize("NFD", PASSWORD)


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Insist on the one plain sentence, and give it."""
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


@pytest.fixture
def run(process: Run) -> Run:
    """Give processes of their own: what a command unlocked, its process may read."""
    return process


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give an empty stick."""
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


@pytest.mark.parametrize("password", [PASSWORD, DEPUTY, NFD], ids=["secretary", "deputy", "nfd"])
def test_whoever_has_a_password_may_look(locked: Encrypted, run: Run, password: str) -> None:
    done = run("show", locked.path, "--meeting", OCTOBER, "--json", typed=f"{password}\r\n")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["state"] == "closed"


def test_a_wrong_password_and_none_are_told_apart(locked: Encrypted, run: Run) -> None:
    before = locked.path.read_bytes()
    wrong = refused(run("show", locked.path, "--json", typed="mật khẩu của sô\n"))
    assert "Mật khẩu không đúng" in wrong
    assert "dòng đầu của đầu vào" in refused(run("show", locked.path, "--json"))
    assert locked.path.read_bytes() == before


def test_a_missing_and_a_spoilt_key_file_are_named(locked: Encrypted, run: Run) -> None:
    keys = key_file(locked.path)
    content = keys.read_bytes()
    keys.unlink()
    said = refused(run("check", locked.path, typed=f"{PASSWORD}\n"))
    assert "thiếu tệp thon-3.keys" in said
    keys.write_bytes(content[:-9])
    said = refused(run("check", locked.path, typed=f"{PASSWORD}\n"))
    assert "thon-3.keys cạnh sổ bị hỏng" in said


def test_where_nothing_can_be_decrypted_no_password_is_asked_for(
    locked: Encrypted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting_module, "CAN_ENCRYPT", False)
    with pytest.raises(BookError) as told:
        Book.look(locked.path, bundled())
    assert told.value.fault is Fault.CANNOT_ENCRYPT


@pytest.mark.thorough
def test_a_copy_goes_to_a_stick_and_comes_back_on_another_computer(
    locked: Encrypted, run: Run, stick: Path
) -> None:
    assert run("backup", locked.path, "--to", stick, typed=f"{DEPUTY}\n").returncode == 0
    copy, keys = sorted(stick.iterdir())
    assert (copy.suffix, keys.name) == (".chibo", f"{copy.stem}.keys")
    new = stick.parent / "new.chibo"
    done = run("restore", copy, new, typed=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    assert mark_of(new) == locked.key.mark
    assert slots_of(new) == locked.slots
    assert run("check", new, typed=f"{DEPUTY}\n").returncode == 0


def test_copies_among_the_backups_are_checked_by_the_password(locked: Encrypted, run: Run) -> None:
    done = run("backup", locked.path, typed=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    done = run("check", locked.path, typed=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr


@pytest.mark.thorough
def test_the_deputy_neither_writes_nor_sends(locked: Encrypted, run: Run, stick: Path) -> None:
    sending = ("send", locked.path, "--meeting", OCTOBER, "--to", stick)
    assert "phó bí thư" in refused(run(*sending, typed=f"{DEPUTY}\n"))
    assert list(stick.iterdir()) == []
    assert run(*sending, typed=f"{PASSWORD}\n").returncode == 0
    (packet,) = stick.iterdir()
    before = locked.path.read_bytes()
    assert "phó bí thư" in refused(run("import", locked.path, packet, "--yes", typed=f"{DEPUTY}\n"))
    assert locked.path.read_bytes() == before
    done = run("import", locked.path, packet, typed=f"{PASSWORD}\n")
    assert "Mật khẩu" not in done.stderr
    restoring = ("restore", locked.path, stick.parent / "new.chibo")
    assert "phó bí thư" in refused(run(*restoring, typed=f"{DEPUTY}\n"))
    assert not (stick.parent / "new.chibo").exists()


def test_a_handover_stays_locked(locked: Encrypted, run: Run, stick: Path) -> None:
    done = run("handover", locked.path, "--to", stick, typed=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    (path,) = stick.iterdir()
    unlocked.add(locked.key)
    with closing(Book.look(locked.path, bundled())) as book:
        name = book.values("select name from members")[0]
    assert name.encode() not in path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_on_a_terminal_the_password_is_asked_for_and_not_shown(locked: Encrypted) -> None:
    terminal, inside = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "cellsecretary", "plan", str(locked.path), "--from", "2027-01"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=inside,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as asking:
        assert asking.stderr is not None
        said = b""
        while b"thon-3.chibo: " not in said:
            new = os.read(asking.stderr.fileno(), 4096)
            assert new, said
            said += new
        os.write(terminal, f"{PASSWORD}\n".encode())
        out, err = asking.communicate(timeout=60)
        assert asking.returncode == 0, err
    os.close(inside)
    assert "Mật khẩu của sổ" in said.decode()
    assert out.decode().count("2027") >= 12
    os.set_blocking(terminal, False)
    shown = b""
    try:
        shown = os.read(terminal, 4096)
    except OSError:
        pass
    finally:
        os.close(terminal)
    assert PASSWORD.encode() not in shown
