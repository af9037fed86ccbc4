"""What the office tells its cells goes back on their sticks, each cell its own."""

from __future__ import annotations

import datetime as dt
import errno
import itertools
import os
import sys
from contextlib import closing
from dataclasses import replace
from typing import IO, TYPE_CHECKING

import pytest

from cellsecretary.core.board.reply import ReplyCounts
from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.change import Changes, Context
from cellsecretary.core.operations.board import (
    answer_petition,
    answer_sender,
    change_office,
    give_points,
    hand_out_rules,
    issue_directive,
    withdraw_directive,
    write_remark,
)
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.exchange import reply as reply_file
from cellsecretary.exchange.collecting import Collecting, packets_in
from cellsecretary.exchange.delivery import DeliveryError, Device, Undelivered
from cellsecretary.exchange.office_keys import OfficeKeys
from cellsecretary.exchange.packet_zip import PacketError
from cellsecretary.exchange.recovery_code import code_of
from cellsecretary.exchange.reply import read_reply
from cellsecretary.exchange.replying import (
    NoOfficeError,
    answerable,
    senders_of,
    write_replies,
)
from cellsecretary.messages import Messages
from cellsecretary.rules import bundled
from cellsecretary.sentences.boards import contents, written
from cellsecretary.store.board import Board
from tests.cells import Cell, held, packed, write
from tests.exchange.mutations import IDENTITY, RECIPIENT
from tests.replies import RULES

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.exchange.replying import WrittenReply

NOW = dt.datetime(2026, 11, 26, 8, 0)
FIRST, SECOND = Cell(0), Cell(1)
OFFICE = "Đảng ủy xã Minh Đài"


class Office:
    """A board with the packets of two cells, and what its clerk does."""

    def __init__(self, board: Board, stick: Path) -> None:
        self.board, self.stick = board, stick
        ids = itertools.count()
        self.ctx = Context(NOW, lambda: f"new-{next(ids)}")
        collecting = Collecting(board, bundled(), lambda: self.ctx, accept_new=True)
        self.reports = list(collecting.take_all(packets_in([stick])))

    def do(self, operation: Callable[..., object], *words: object) -> None:
        changes = operation(self.board.register(), self.ctx, *words)
        assert isinstance(changes, Changes)
        self.board.apply(changes, NOW)

    def write(
        self, *cells: Cell, keys: OfficeKeys | None = None, **more: object
    ) -> tuple[WrittenReply, ...]:
        ids = [cell.id for cell in cells]
        return write_replies(self.board.whole(), ids, self.stick, keys, NOW, **more)  # type: ignore[arg-type]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    stick = tmp_path / "stick"
    write((packed(held(cell, month), cell) for cell in (FIRST, SECOND) for month in (9, 10)), stick)
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        office = Office(board, stick)
        office.do(change_office, OFFICE)
        yield office


@pytest.fixture(scope="module")
def keys() -> OfficeKeys:
    """Give keys without their password, which would take a second."""
    return OfficeKeys([IDENTITY])


def test_a_cell_gets_all_that_is_its_own_and_nothing_of_another(office: Office) -> None:
    record = held(FIRST, 10)
    office.do(write_remark, FIRST.id, record.meeting.id, "Biên bản ghi rõ.")
    office.do(write_remark, SECOND.id, held(SECOND, 10).meeting.id, "Thiếu chữ ký.")
    form, rules = next(iter(record.rules.scores.items()))
    office.do(give_points, record, form, [(rules.criteria[0].code, 1)])
    office.do(answer_petition, FIRST.id, "p-1", NOW.date(), "Xã sẽ sửa đường.")
    for id, title in (("d-1", "Phòng cháy rừng"), ("d-2", "Đã rút")):
        first, last = dt.date(2026, 11, 1), dt.date(2026, 12, 31)
        office.do(issue_directive, id, DirectiveKind.TOPIC, title, first, last)
    office.do(withdraw_directive, "d-2", True)
    office.do(hand_out_rules, "huong-dan.toml", RULES)
    (one,) = office.write(FIRST)
    assert one.counts == ReplyCounts(2, 1, 1, 1, 1, 1, 0)
    assert one.path == office.stick / "PhanHoi_ChiBoThon1.zip"
    reply = read_reply(one.path).reply
    assert (reply.office, reply.cell, reply.made) == (OFFICE, FIRST.id, NOW)
    assert [told.remark for told in reply.meetings] == ["", "Biên bản ghi rõ."]


def test_replies_are_signed_with_the_key_that_packets_are_sealed_for(
    office: Office, keys: OfficeKeys
) -> None:
    (one,) = office.write(FIRST, keys=keys)
    assert one.path is not None
    opened = read_reply(one.path)
    assert opened.signer == keys.public.signing_key
    assert opened.reply.seal_key == RECIPIENT
    assert one.counts.key == 1


def test_the_key_to_seal_for_goes_along_while_the_keys_are_locked(office: Office) -> None:
    (one,) = office.write(FIRST, seal_key=RECIPIENT)
    assert one.path is not None
    opened = read_reply(one.path)
    assert (opened.signer, opened.reply.seal_key) == (None, RECIPIENT)


def test_a_reply_on_a_stick_is_no_packet(office: Office) -> None:
    before = list(packets_in([office.stick]))
    office.write(FIRST, SECOND)
    assert len(list(office.stick.iterdir())) == len(before) + 2
    assert list(packets_in([office.stick])) == before


def test_a_reply_takes_the_place_of_an_earlier_one_and_of_no_other_file(office: Office) -> None:
    (first,) = office.write(FIRST)
    (again,) = office.write(FIRST)
    assert first.path == again.path
    assert first.path is not None
    first.path.write_bytes(b"Holiday photographs")
    (beside,) = office.write(FIRST)
    assert beside.path == office.stick / "PhanHoi_ChiBoThon1_2.zip"
    assert first.path.read_bytes() == b"Holiday photographs"


def test_a_reply_that_was_cut_off_gives_its_place_to_the_whole_one(office: Office) -> None:
    (first,) = office.write(FIRST)
    assert first.path is not None
    first.path.write_bytes(first.path.read_bytes()[:-9])
    (again,) = office.write(FIRST)
    assert again.path == first.path
    assert read_reply(first.path).reply.cell == FIRST.id
    assert len(list(office.stick.glob("PhanHoi_*"))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_with_the_name_of_a_reply_keeps_nobody_waiting(office: Office) -> None:
    os.mkfifo(office.stick / "PhanHoi_ChiBoThon1.zip")
    (reply,) = office.write(FIRST)
    assert reply.path == office.stick / "PhanHoi_ChiBoThon1_2.zip"


def test_cells_that_are_called_the_same_get_a_file_each(office: Office) -> None:
    twin = Cell(40)
    record = held(twin, 10)
    named = replace(record, cell=replace(record.cell, name=FIRST.name))
    folder = office.stick.parent / "more"
    write(iter([packed(named, twin)]), folder)
    collecting = Collecting(office.board, bundled(), lambda: office.ctx, accept_new=True)
    list(collecting.take_all(packets_in([folder])))
    replies = office.write(FIRST, twin)
    assert {read_reply(one.path).reply.cell for one in replies if one.path} == {FIRST.id, twin.id}
    again = office.write(twin, FIRST)
    assert {one.cell: one.path for one in replies} == {one.cell: one.path for one in again}


def test_only_cells_that_came_and_belong_here_are_answered(office: Office) -> None:
    assert senders_of(office.reports) == (FIRST.id, SECOND.id)
    office.do(answer_sender, SECOND.id, [(AcceptanceKind.CELL, "")], False)
    assert [cell.id for cell in answerable(office.board.whole())] == [FIRST.id]
    assert [one.cell for one in office.write(FIRST, SECOND)] == [FIRST.id]
    strangers = Collecting(office.board, bundled(), lambda: office.ctx)
    write(iter([packed(held(Cell(7), 10), Cell(7))]), office.stick.parent / "strange")
    reports = list(strangers.take_all(packets_in([office.stick.parent / "strange"])))
    assert senders_of(reports) == ()


def test_a_full_stick_ends_it_and_every_cell_is_told_of(office: Office) -> None:
    class Full(Device):
        def __init__(self) -> None:
            self.written = 0

        def create(self, path: Path) -> IO[bytes]:
            self.written += 1
            if self.written > 1:
                raise OSError(errno.ENOSPC, "full")
            return super().create(path)

    device = Full()
    replies = office.write(FIRST, SECOND, device=device)
    assert [one.path is not None for one in replies] == [True, False]
    trouble = replies[1].trouble
    assert isinstance(trouble, DeliveryError)
    assert trouble.why is Undelivered.NO_ROOM
    assert {path.suffix for path in office.stick.iterdir()} == {".zip"}
    said = written(Messages.load("en"), replies[1])
    assert said.startswith("Chi bộ thôn 2: the reply was not written. The stick has no room.")


def test_giving_up_leaves_whole_replies(office: Office) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 1

    replies = office.write(FIRST, SECOND, progress=tell)
    assert told == [(0, 2), (1, 2)]
    assert replies[0].path is not None
    assert read_reply(replies[0].path).reply.cell == FIRST.id
    assert isinstance(replies[1].trouble, DeliveryError)
    assert replies[1].trouble.why is Undelivered.CANCELLED


def test_how_far_it_is_can_be_seen_to_the_end(office: Office) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    assert all(one.path for one in office.write(FIRST, SECOND, progress=tell))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_text_that_no_cell_would_read_stops_only_its_own_reply(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A program of tomorrow may let more be written than a cell takes.
    monkeypatch.setattr(reply_file, "LONGEST_TEXT", 80)
    office.do(write_remark, FIRST.id, held(FIRST, 10).meeting.id, "x" * 81)
    long, other = office.write(FIRST, SECOND)
    assert isinstance(long.trouble, PacketError)
    assert "too long" in written(Messages.load("en"), long)
    assert other.path is not None


def test_a_board_without_an_office_answers_nobody(office: Office, tmp_path: Path) -> None:
    with (
        closing(Board.create(tmp_path / "other.bangxa", bundled())) as board,
        pytest.raises(NoOfficeError),
    ):
        write_replies(board.whole(), [FIRST.id], tmp_path, None, NOW)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_in_a_reply_is_said_without_what_is_not(language: str) -> None:
    words = Messages.load(language)
    some = contents(words, ReplyCounts(12, 0, 1, 0, 3, 0, 1))
    assert "12" in some
    assert "0" not in some
    assert contents(words, ReplyCounts(0, 0, 0, 0, 0, 0, 0)) == words.reply_back("nothing")


def test_the_command_writes_replies_back_into_each_folder(
    office: Office, tmp_path: Path, run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    for path in list(office.stick.iterdir())[:2]:
        path.rename(second / path.name)
    path = office.board.path
    done = run("collect", path, office.stick, second, "--reply")
    assert done.returncode == 0, done.stderr
    found = [
        {read_reply(one).reply.cell for one in folder.glob("PhanHoi_*.zip")}
        for folder in (office.stick, second)
    ]
    assert set.union(*found) == {FIRST.id, SECOND.id}
    assert "Chi bộ thôn 1: 2 biên nhận." in done.stdout
    assert "không có chữ ký" in done.stdout
    again = run("collect", path, office.stick, second)
    assert "Thấy 4 gói: 0 mới, 0 đã sửa, 4 đã có" in again.stdout


def test_the_command_tells_whoever_has_a_key_to_sign_and_does_nothing_without(
    office: Office, run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    key = office.board.path.with_suffix(".khoa")
    key.write_text(code_of(IDENTITY))
    done = run("collect", office.board.path, office.stick, "--reply")
    assert done.returncode == 1
    assert "--password-file" in done.stderr
    assert not list(office.stick.glob("PhanHoi_*"))


def test_the_command_says_when_nobody_named_the_office(
    office: Office, tmp_path: Path, run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = run("collect", tmp_path / "new.bangxa", office.stick, "--accept-new", "--reply")
    assert done.returncode == 1
    assert "Đảng ủy" in done.stderr.splitlines()[-1]
