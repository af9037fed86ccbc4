"""Who writes a book is one program at a time, and whoever is turned away learns who it is."""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from cellsecretary.store.errors import Fault
from cellsecretary.store.lock import (
    Holder,
    InUse,
    WriterLock,
    account,
    ask_for_window,
    hold,
    lock_file,
    read_holder,
    request_file,
)
from tests.building import AFTER

if TYPE_CHECKING:
    from collections.abc import Iterator

posix = pytest.mark.skipif(os.name != "posix", reason="locks and modes of POSIX")
two_accounts = pytest.mark.skipif(
    not hasattr(os, "seteuid") or os.geteuid() != 0, reason="needs two accounts"
)
NOBODY = 65534

HOLDING = """
import sys
from pathlib import Path
from cellsecretary.store.lock import WriterLock
from tests.building import AFTER
lock = WriterLock(Path(sys.argv[1]), AFTER)
print("held", flush=True)
for line in sys.stdin:
    print(lock.was_asked_for(), flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give where a book lies; a lock asks nothing of its content."""
    path = tmp_path / "so.chibo"
    path.write_bytes(b"x")
    return path


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be another account for a while."""
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a book in a folder that each account of the computer may write to."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "so.chibo")
        path.write_bytes(b"x")
        path.chmod(0o666)
        path.parent.chmod(0o777)
        yield path


def test_the_window_of_another_program_is_named_and_can_be_asked_for(path: Path) -> None:
    holding = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(
        holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(InUse) as wrong:
            WriterLock(path, AFTER)
        assert wrong.value.fault is Fault.IN_USE
        holder = wrong.value.holder
        assert holder is not None
        assert (holder.process, holder.since) == (other.pid, "2026-11-21T09:00")
        assert holder.is_here
        asked = []
        for is_asked in (False, True, False):
            if is_asked:
                assert ask_for_window(path)
            print(file=other.stdin, flush=True)
            asked.append(other.stdout.readline().strip())
        assert asked == ["False", "True", "False"], "once for each time it was asked"
        other.stdin.close()
        assert other.wait() == 0
    # It ended without letting go: the system did.
    lock = WriterLock(path, AFTER)
    lock.release()
    assert not lock_file(path).exists()


def test_a_window_on_another_computer_or_of_another_account_is_not_here() -> None:
    here = platform.node()
    assert Holder(here, account(), 1, "").is_here
    assert not Holder(f"{here}-2", account(), 1, "").is_here
    assert not Holder(here, f"{account()}-2", 1, "").is_here


def test_what_was_asked_of_an_earlier_window_is_not_asked_of_the_next(path: Path) -> None:
    assert ask_for_window(path)
    lock = WriterLock(path, AFTER)
    assert not lock.was_asked_for()
    lock.release()


@posix
def test_a_lock_that_the_first_window_took_away_meanwhile_holds_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The other window ends between the opening of its lock and the hold on it.
    first = WriterLock(path, AFTER)
    held: list[bool] = []

    def just_gone(handle: int) -> bool:
        if not held:
            first.release()
        held.append(hold(handle))
        return held[-1]

    monkeypatch.setattr("cellsecretary.store.lock.hold", just_gone)
    second = WriterLock(path, AFTER)
    assert held == [True, True], "what was held first had no name any more"
    monkeypatch.undo()
    with pytest.raises(InUse):
        WriterLock(path, AFTER)
    second.release()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"computer": "x"}', '{"process": "x"}'])
def test_a_lock_that_nobody_can_read_names_nobody(path: Path, content: str) -> None:
    lock_file(path).write_text(content)
    assert read_holder(path) is None


@two_accounts
def test_in_a_folder_that_cannot_be_written_to_a_lock_is_no_obstacle(shared: Path) -> None:
    # SQLite says itself that nothing can be written there.
    shared.parent.chmod(0o755)
    with as_nobody():
        lock = WriterLock(shared, AFTER)
        assert not lock_file(shared).exists()
        assert not ask_for_window(shared)
        lock.release()


@two_accounts
def test_a_lock_that_another_account_keeps_for_itself_turns_away_unread(shared: Path) -> None:
    shared.chmod(0o600)
    lock = WriterLock(shared, AFTER)
    with as_nobody(), pytest.raises(InUse) as wrong:
        WriterLock(shared, AFTER)
    assert wrong.value.holder is None
    lock.release()


@posix
def test_on_a_disk_that_knows_no_locks_a_book_is_written_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", no_locks)
    lock = WriterLock(path, AFTER)
    told = json.loads(lock_file(path).read_text(encoding="utf-8"))
    assert told["process"] == os.getpid()
    lock.release()
    assert not lock_file(path).exists()


def test_an_account_without_a_name_has_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert account() == ""


def test_a_lock_is_let_go_before_it_is_deleted_where_an_open_file_cannot_be(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = WriterLock(path, AFTER)
    handle, unlink = lock._handle, Path.unlink
    assert handle is not None

    def of_windows(self: Path, *, missing_ok: bool = False) -> None:
        with pytest.raises(OSError, match=r"\[Errno 9\]"):
            os.fstat(handle)
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "unlink", of_windows)
    lock.release()
    assert not lock_file(path).exists()
    lock.release()  # a second time nothing is left to let go


def test_the_files_of_a_lock_lie_beside_the_book_that_a_link_leads_to(path: Path) -> None:
    link = path.parent / "desk" / "link.chibo"
    link.parent.mkdir()
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    assert lock_file(link) == path.parent / "so.chibo.lock"
    assert request_file(link) == path.parent / "so.chibo.show"
