"""The power goes while the disk has not synced all: no act is lost, none is half done."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from cellsecretary.store import backups
from cellsecretary.store import journal as journal_module
from tests.store.cuts import Medium, Way
from tests.store.disk import Disk, NoLibrary, library
from tests.store.disk_events import Create, Rename, Sync, SyncFolder, Write
from tests.torture.power import cut_all, journey, power
from tests.torture.remaking import remaking

if TYPE_CHECKING:
    from pathlib import Path

SEED = 0


def _can_be_watched() -> bool:
    try:
        library()
    except NoLibrary:
        return False
    return True


watched = pytest.mark.skipif(not _can_be_watched(), reason="SQLite is built into this Python")


@pytest.mark.thorough
@watched
def test_after_a_power_cut_at_any_point_every_act_is_there_and_none_is_half_done() -> None:
    found = power(4, SEED, (2, 4), processes=2, every=2)
    assert found.wrong == ()
    assert found.disks > 500
    # The cuts hit what they are for: a step half done, and one that nobody had heard of.
    assert found.hot > 20
    assert found.ahead > 0


@pytest.mark.thorough
@watched
@pytest.mark.parametrize(
    "spoil",
    [
        "pragma synchronous = off",
        "pragma synchronous = full",
        "pragma journal_mode = memory",
        "pragma journal_mode = off",
    ],
)
def test_a_book_opened_less_carefully_would_lose_acts(tmp_path: Path, spoil: str) -> None:
    made = journey(tmp_path / "spoilt", 1, SEED, spoil=spoil)
    assert cut_all(made, tmp_path, SEED).wrong


@pytest.mark.thorough
@watched
def test_a_copy_whose_name_was_not_synced_would_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "sync_folder", lambda folder: None)
    made = journey(tmp_path / "spoilt", 1, SEED, (1,))
    found = cut_all(made, tmp_path, SEED, every=len(made.events), first=len(made.events) - 1)
    assert any("lost copies" in wrong for wrong in found.wrong)


@watched
def test_what_python_writes_is_written_down(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    with Disk(tmp_path) as disk:
        with log.open("w") as file:
            file.write("one\n")
        disk.mark("said")
        with log.open("a") as file:
            file.write("two\n")
        log.rename(tmp_path / "old.txt")
    path = str(log)
    written = [event for event in disk.events if not hasattr(event, "what")]
    assert written == [
        Create(path),
        Write(path, 0, b"one\n"),
        Write(path, 4, b"two\n"),
        Rename(path, str(tmp_path / "old.txt")),
    ]


def test_only_what_was_synced_is_sure_to_be_there() -> None:
    medium = Medium({"/d/old": b"old"})
    for event in (Create("/d/new"), Write("/d/new", 0, b"a" * 512), Sync("/d/new")):
        medium.take(event)
    assert medium.cut(Way.NONE, random.Random(SEED)) == {"/d/old": b"old"}
    medium.take(SyncFolder("/d"))
    medium.take(Write("/d/new", 512, b"b" * 1024))
    medium.take(Rename("/d/new", "/d/old"))
    assert medium.whole() == {"/d/old": b"a" * 512 + b"b" * 1024}
    none = {"/d/old": b"old", "/d/new": b"a" * 512}
    assert medium.cut(Way.NONE, random.Random(SEED)) == none
    assert medium.cut(Way.ALL, random.Random(SEED)) == medium.whole()
    assert medium.cut(Way.NAMES, random.Random(SEED)) == {"/d/old": b"a" * 512}
    seen = {
        data[512:]
        for seed in range(200)
        for data in medium.cut(Way.TORN, random.Random(seed)).values()
    }
    assert {b"", b"b" * 512, bytes(512) + b"b" * 512, b"b" * 1024} <= seen


@pytest.mark.thorough
@watched
def test_a_line_of_the_journal_that_was_not_synced_would_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "sync_file", lambda file: None)
    made = journey(tmp_path / "spoilt", 1, SEED)
    found = cut_all(made, tmp_path, SEED, every=len(made.events), first=len(made.events) - 1)
    assert any("written down to" in wrong for wrong in found.wrong)


@pytest.mark.thorough
@watched
@pytest.mark.parametrize(("name", "every"), [("begin", 10), ("recover", 25), ("restore", 25)])
def test_a_cut_while_a_book_is_made_leaves_it_whole_or_to_be_made_again(
    name: str, every: int
) -> None:
    found = remaking(name, SEED, every)
    assert found.wrong == [], found.wrong[0]
    assert found.disks["done"] > 0
    assert found.disks.total() > 15
