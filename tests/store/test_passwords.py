"""A lock holds as much as it can, whatever else the computer does at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
import pytest

from cellsecretary.store.passwords import (
    _TRIES,
    LEAST_WORK,
    TooSlow,
    WrongPassword,
    locked,
    unlocked,
    work_of,
)
from tests import easy_locks

if TYPE_CHECKING:
    from collections.abc import Callable

PASSWORD = "mật khẩu của sổ"


def made(work: int) -> bytes:
    """Give how a lock of so much work begins."""
    return b"age-encryption.org/v1\n-> scrypt c2FsdA %d\nbody" % work


@pytest.mark.thorough
@pytest.mark.parametrize("way", [easy_locks.encrypt, easy_locks.AGE], ids=["easy", "age"])
def test_a_secret_comes_back_by_its_password_alone(
    monkeypatch: pytest.MonkeyPatch, way: Callable[[bytes, str], bytes]
) -> None:
    monkeypatch.setattr(pyrage.passphrase, "encrypt", way)
    data = locked(b"secret", PASSWORD)
    assert (work_of(data) > easy_locks.WORK) is (way is easy_locks.AGE)
    assert unlocked(data, PASSWORD) == b"secret"
    with pytest.raises(WrongPassword):
        unlocked(data, "mật khẩu của so")


def test_a_lock_that_came_out_weak_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    works = iter([12, 14, LEAST_WORK + 1, 20])
    monkeypatch.setattr(pyrage.passphrase, "encrypt", lambda *_: made(next(works)))
    assert work_of(locked(b"x", PASSWORD)) == LEAST_WORK + 1


def test_on_a_slow_computer_the_strongest_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    works = iter([14, 16, 15, 13])
    monkeypatch.setattr(pyrage.passphrase, "encrypt", lambda *_: made(next(works)))
    assert work_of(locked(b"x", PASSWORD)) == 16


def test_a_busy_moment_is_no_slow_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([True, True, False])
    asked = 0

    def decrypt(*_what: object) -> bytes:
        nonlocal asked
        asked += 1
        if next(moments, True):
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return b"secret"

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
    assert unlocked(b"", PASSWORD) == b"secret"
    assert asked == 3
    with pytest.raises(TooSlow):
        unlocked(b"", PASSWORD)
    assert asked == 3 + _TRIES, "whoever waits is told at some time"


def test_what_is_no_lock_is_no_work() -> None:
    assert [work_of(data) for data in (b"", b"x", b"age\n-> X25519 abc\n")] == [0, 0, 0]
