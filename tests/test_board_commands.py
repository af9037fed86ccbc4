"""`collect` and `board` as the clerk's helper types them."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from cellsecretary.commands.asked import CommandError
from cellsecretary.commands.board import collected
from cellsecretary.exchange.collecting import packets_in
from cellsecretary.exchange.office_keys import make_key
from cellsecretary.exchange.seal import sealed
from cellsecretary.messages import Messages
from tests.cells import Cell, held, packed
from tests.exchange.test_collecting import crowded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

THIRD = Cell(2)


def stick(tmp_path: Path, *months: int, cell: Cell = THIRD) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir(exist_ok=True)
    for month in months:
        (folder / f"{cell.number}-{month}.zip").write_bytes(packed(held(cell, month), cell).content)
    return folder


@pytest.mark.thorough
def test_it_says_what_each_file_was_and_numbers_that_add_up(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    wanted = crowded(folder)
    done = run("collect", tmp_path / "xa.bangxa", folder, "--accept-new")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == wanted.found + 2
    assert lines[-2] == "Thấy 80 gói: 60 mới, 0 đã sửa, 0 đã có, 0 trùng khác nhau, 20 để riêng."
    assert sum("không phải là gói gửi" in line for line in lines) == 5
    assert sum(line.endswith("mới.") and "Chi bộ thôn" in line for line in lines) == 60


def test_without_accept_new_unknown_cells_are_named_with_their_code(
    run: Run, tmp_path: Path
) -> None:
    done = run("collect", tmp_path / "xa.bangxa", stick(tmp_path, 10))
    assert done.returncode == 0
    assert "Chi bộ thôn 3" in done.stdout
    assert "--accept-new" in done.stdout
    assert "1 để riêng" in done.stdout


def test_the_board_is_printed_as_json(run: Run, tmp_path: Path) -> None:
    board = tmp_path / "xa.bangxa"
    run("collect", board, stick(tmp_path, 9, 10), "--accept-new")
    done = run("board", board, "--json")
    plain = json.loads(done.stdout)
    assert [one["date"] for one in plain["meetings"]] == ["2026-09-03", "2026-10-03"]
    assert plain["periods"]["2026-Q4"]["held"] == 1


def test_another_board_is_merged_when_it_may_be(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.bangxa", tmp_path / "other" / "other.bangxa"
    other.parent.mkdir()
    run("collect", one, stick(tmp_path, 9), "--accept-new")
    run("collect", other, stick(tmp_path, 9, 10), "--accept-new")
    assert "1 để riêng" in run("collect", one, other.parent).stdout
    assert "1 mới" in run("collect", one, other.parent, "--accept-new").stdout
    shown = [run("board", path, "--json").stdout for path in (one, other)]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no board", "không phải là bảng"),
        (b"SQLite format 3\x00" + bytes(200), "không phải là bảng"),
    ],
)
def test_what_is_no_board_is_left_as_it_is(
    run: Run, tmp_path: Path, content: bytes, said: str
) -> None:
    board = tmp_path / "xa.bangxa"
    board.write_bytes(content)
    for done in (run("board", board, "--json"), run("collect", board, stick(tmp_path, 1))):
        assert done.returncode == 1
        assert said in done.stderr
    assert board.read_bytes() == content


def test_a_book_is_no_board_and_a_board_no_book(
    run: Run, tmp_path: Path, replayed_file: Path
) -> None:
    book = tmp_path / "so.chibo"
    shutil.copy(replayed_file, book)
    done = run("collect", book, stick(tmp_path, 1))
    assert done.returncode == 1
    assert "không phải là bảng" in done.stderr
    assert book.read_bytes() == replayed_file.read_bytes()
    board = tmp_path / "xa.bangxa"
    run("collect", board, stick(tmp_path, 1))
    assert run("show", board, "--json").returncode == 1


def test_a_folder_that_is_not_there_is_said_and_no_board_is_made(run: Run, tmp_path: Path) -> None:
    done = run("collect", tmp_path / "xa.bangxa", tmp_path / "usb")
    assert done.returncode == 1
    assert "usb" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_search_that_was_not_whole_ends_with_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the stick is pulled out: a file is listed, and gone when it is looked at."""
    usb = tmp_path / "usb"
    usb.mkdir()
    monkeypatch.setattr(os, "walk", lambda *_a, **_k: iter([(str(usb), [], ["a.zip"])]))
    options = argparse.Namespace(
        board=tmp_path / "xa.bangxa",
        places=[usb],
        reply=False,
        accept_new=False,
        password_file=None,
    )
    with pytest.raises(CommandError, match=r"Not all packets were found: .*could not be read"):
        collected(options, Messages.load("en"))


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="mounts a small disk")
def test_a_place_of_which_nobody_can_tell_what_it_is_is_not_there(run: Run, tmp_path: Path) -> None:
    """A name that is too long fails like a broken stick, not like one that is missing."""
    place = tmp_path / ("x" * 300)
    done = run("collect", tmp_path / "xa.bangxa", place)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert list(packets_in([place])) == []


@pytest.mark.thorough
def test_on_a_full_disk_the_board_keeps_what_it_had(run: Run, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk], check=True)
    try:
        board = disk / "xa.bangxa"
        assert run("collect", board, stick(tmp_path, 1), "--accept-new").returncode == 0
        before = run("board", board, "--json").stdout
        for number in range(60):
            stick(tmp_path, *range(2, 5), cell=Cell(number))
        done = run("collect", board, tmp_path / "usb", "--accept-new")
        assert done.returncode == 1
        assert "đầy" in done.stderr
        found = json.loads(run("board", board, "--json").stdout)
        kept = {one["meeting"] for one in found["meetings"]}
        assert {one["meeting"] for one in json.loads(before)["meetings"]} <= kept
    finally:
        subprocess.run(["umount", disk], check=True)


def test_what_was_sealed_for_the_office_is_opened_with_its_password(
    run: Run, tmp_path: Path
) -> None:
    board = tmp_path / "xa.bangxa"
    keys = make_key(board, "mật khẩu dài")
    folder = tmp_path / "usb"
    folder.mkdir()
    inside = packed(held(THIRD, 10), THIRD).content
    (folder / "a.zip").write_bytes(sealed(inside, keys.seal_key))
    password = tmp_path / "password.txt"
    password.write_text("mật khẩu dài\n", encoding="utf-8")
    assert "niêm phong" in run("collect", board, folder, "--accept-new").stdout
    opened = run("collect", board, folder, "--accept-new", "--password-file", password)
    assert "1 mới" in opened.stdout
    password.write_text("mật khẩu sai", encoding="utf-8")
    wrong = run("collect", board, folder, "--password-file", password)
    assert wrong.returncode == 1
    assert "Mật khẩu không đúng" in wrong.stderr


def test_the_figures_are_written_as_parquet_or_it_is_said_what_is_missing(
    run: Run, tmp_path: Path
) -> None:
    board, file = tmp_path / "xa.bangxa", tmp_path / "xa.parquet"
    run("collect", board, stick(tmp_path, 9), "--accept-new")
    done = run("board", board, "--parquet", file)
    if find_spec("pyarrow"):
        assert (done.returncode, done.stderr) == (0, "")
        assert file.read_bytes().startswith(b"PAR1")
    else:
        assert done.returncode == 1
        assert "pyarrow" in done.stderr
        assert not file.exists()
