"""A full disk, or one that is gone: the act fails, the window says so, and nothing else happens."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Changes
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book, Fault
from cellsecretary.store.history import NEWEST, read_history
from cellsecretary.store.records import cell_record
from tests.building import contents
from tests.random_clerk import RandomClerk
from tests.store.disk import Disk, NoLibrary, Trouble, library
from tests.torture.full import FAULTS, ActSession, in_trouble

if TYPE_CHECKING:
    from pathlib import Path

ACTS, SEED = 4, 0


@pytest.mark.thorough
@pytest.mark.parametrize("trouble", FAULTS)
def test_trouble_at_any_write_costs_that_act_alone(tmp_path: Path, trouble: Trouble) -> None:
    try:
        library()
    except NoLibrary as reason:
        pytest.skip(str(reason))
    (disk := tmp_path / "disk").mkdir()
    assert in_trouble(disk, trouble, ACTS, SEED) > 15 * ACTS


def test_when_nobody_can_tell_whether_an_act_is_on_the_disk_undo_is_as_the_book(
    tmp_path: Path, replayed_file: Path
) -> None:
    try:
        library()
    except NoLibrary as reason:
        pytest.skip(str(reason))
    path = shutil.copyfile(replayed_file, tmp_path / "thon-3.chibo")
    with Disk(tmp_path) as disk, closing(Book.open(path, bundled())) as book:
        session = ActSession(book)
        place = replace(session.register.cell, place="Nhà ông Hai")
        disk.plan(Trouble.UNSURE, 1)
        assert session.do(change_cell, session.register, place) is not None
        disk.mend()
        assert disk.failed == 1
        assert session.register == cell_record(book)
        assert session.history == read_history(book.steps(NEWEST))


@pytest.mark.thorough
def test_on_a_small_disk_that_fills_up_nothing_is_lost(
    small_disk: Path, replayed_file: Path
) -> None:
    (other := small_disk / "photos.zip").write_bytes(bytes(150_000))
    path = small_disk / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    with closing(Book.open(path, bundled())) as book:
        session, clerk = ActSession(book), RandomClerk(book, random.Random(SEED))
        while not session.failures:
            session.act += 1
            session.end_step()
            one, before, history = clerk.wish(), contents(book), session.history
            if (
                isinstance(answer := one.answer(session.context()), Changes)
                and answer.act.is_barrier
            ):
                continue
            session.do(one.operation, one.subject, *one.args, **one.more)
        (failure,) = session.failures
        assert failure.fault is Fault.FULL
        assert session.history == history
        assert contents(book) == before
        assert book.values("pragma integrity_check") == ["ok"]
        other.unlink()
        assert session.do(one.operation, one.subject, *one.args, **one.more) is None
        after = contents(book)
        assert after != before
    with closing(Book.open(path, bundled())) as again:
        assert contents(again) == after
