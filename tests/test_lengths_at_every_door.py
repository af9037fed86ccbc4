"""No text longer than one that is typed gets into a book or a board by another door."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary import commands
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.change import Act, Change, Changes, Refusal
from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.lengths import LONGEST_LINE, LONGEST_TEXT, long_text_in, within_limits
from cellsecretary.core.operations.board import change_office
from cellsecretary.core.operations.cell import bring_in_past
from cellsecretary.core.rows import Document, Member, Opinion
from cellsecretary.core.table import Column, Entry, Line, Table
from cellsecretary.exchange.collecting import Collecting, Refused
from cellsecretary.exchange.intake import preview
from cellsecretary.exchange.roster import RowProblem, read_roster
from cellsecretary.exchange.table_files import csv_bytes
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.board import Board
from cellsecretary.store.records import cell_record
from cellsecretary.ui.board.session import BoardSession
from tests import replies
from tests.building import AFTER, OCTOBER, THON_3, context, meeting_id
from tests.cells import SUPERIOR, Cell, held, packed
from tests.exchange.test_intake import brought

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Row

LONG_TEXT, LONG_LINE = "x" * (LONGEST_TEXT + 1), "x" * (LONGEST_LINE + 1)
CELL = Cell(3)


def with_long_opinion(record: MeetingRecord) -> MeetingRecord:
    first, *others = record.opinions
    return replace(record, opinions=(replace(first, text=LONG_TEXT), *others))


def with_long_name(record: MeetingRecord) -> MeetingRecord:
    first, *others = record.people
    return replace(record, people=(replace(first, name=LONG_LINE), *others))


SPOILT = {"an opinion": with_long_opinion, "a name": with_long_name}


def said(capsys: pytest.CaptureFixture[str], *words: object, code: int = 1) -> str:
    assert commands.run([str(word) for word in words]) == code, words
    told = capsys.readouterr()
    return told.err if code else told.out


def test_a_list_of_members_says_which_line_is_too_long(book: Book, tmp_path: Path) -> None:
    lines = [("91", "Lò Văn Mới", ""), ("92", LONG_LINE, ""), ("93", "Vàng A Cũ", LONG_LINE)]
    table = Table(
        *("x", ""),
        (Column("STT"), Column("Họ và tên"), Column("Chức vụ")),
        tuple(Line(tuple(map(Entry, line))) for line in lines),
    )
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes(table))
    found = read_roster(path, cell_record(book), AFTER.date())
    kinds = [[one.kind for one in row.problems] for row in found.rows]
    assert kinds == [[], [RowProblem.TEXT_TOO_LONG], [RowProblem.TEXT_TOO_LONG]]
    assert [member.name for member, _ in found.members()] == ["Lò Văn Mới"]


def test_old_papers_are_not_taken_with_a_title_that_is_too_long(book: Book) -> None:
    paper = Document("", None, DocumentType.RESOLUTION, 99, LONG_LINE, AFTER.date())
    answer = bring_in_past(cell_record(book), context(AFTER), documents=[paper])
    assert isinstance(within_limits(answer), Refusal)
    assert isinstance(answer, Changes)
    with pytest.raises(BookError) as caught:
        book.apply(answer, AFTER)
    assert caught.value.fault is Fault.TEXT_TOO_LONG


@pytest.mark.parametrize(
    "row", [Member("m", 99, LONG_LINE), Opinion("o", "m", "a", 1, None, LONG_TEXT)]
)
def test_the_file_itself_takes_no_text_that_is_too_long(book: Book, row: Row) -> None:
    before = book.last_step()
    for way in ("do", "more"):
        with pytest.raises(BookError) as caught:
            book.apply(Changes(Act.ADD_MEMBER, (Change(None, row),)), AFTER, way=way)
        assert caught.value.fault is Fault.TEXT_TOO_LONG
    assert book.last_step() == before


def test_going_back_to_a_text_of_before_the_limit_is_done(book: Book) -> None:
    member = cell_record(book).members[0]
    was = replace(member, name=LONG_LINE)
    book.apply(Changes(Act.CHANGE_MEMBER, (Change(member, was),)), AFTER, way="undo")
    assert cell_record(book).members[0].name == LONG_LINE
    changed = Changes(Act.CHANGE_MEMBER, (Change(was, replace(was, phone="0912345678")),))
    assert book.apply(changed, AFTER) is not None


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_packet_with_a_text_that_is_too_long_comes_in_by_no_command(
    spoil: str, replayed_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = SPOILT[spoil](held(CELL, 10))
    assert long_text_in(record)
    stick, book = tmp_path / "usb", tmp_path / "a.chibo"
    stick.mkdir()
    shutil.copyfile(replayed_file, book)
    packet = stick / "packet.zip"
    packet.write_bytes(packed(record, CELL).content)
    for words in (
        ("verify", packet),
        ("import", book, packet, "--yes"),
        ("import", tmp_path / "new.chibo", packet, "--yes"),
    ):
        told = said(capsys, *words)
        assert "chữ dài quá" in told
        assert len(told.splitlines()) == 1
    assert not (tmp_path / "new.chibo").exists()
    board = tmp_path / "xa.bangxa"
    told = said(capsys, "collect", board, stick, "--accept-new", code=0)
    assert "chữ dài quá" in told
    assert "1 để riêng" in told
    with closing(Board.open(board, bundled())) as opened:
        assert opened.whole().meetings == ()


def test_what_is_taken_back_is_measured_before_it_is_shown(book: Book) -> None:
    record = with_long_opinion(held(CELL, 10))
    cell = cell_record(book).cell
    record = replace(record, cell=replace(record.cell, id=cell.id))
    assert isinstance(preview(book, brought(record), context(AFTER)).answer, Refusal)


@pytest.mark.parametrize("spoil", [*SPOILT, "the office"])
def test_another_board_brings_no_text_that_is_too_long(spoil: str, tmp_path: Path) -> None:
    theirs, ours = tmp_path / "theirs.bangxa", tmp_path / "ours.bangxa"
    with closing(Board.create(theirs, bundled())) as other:
        session = BoardSession(other, lambda: AFTER)
        assert session.do(change_office, session.register, SUPERIOR, "Minh Đài") is None
        packet = tmp_path / "packet.zip"
        packet.write_bytes(packed(held(CELL, 10), CELL).content)
        list(Collecting(other, bundled(), session.context, accept_new=True).take_all([packet]))
        if spoil == "the office":
            spoil_office(other)
        else:
            from cellsecretary.core.board.keeping import kept_record

            record = SPOILT[spoil](held(CELL, 9))
            other.take([kept_record(record, AFTER.date(), "")], AFTER)
    with closing(Board.create(ours, bundled())) as board:
        session = BoardSession(board, lambda: AFTER)
        assert session.do(change_office, session.register, SUPERIOR, "Minh Đài") is None
        collecting = Collecting(board, bundled(), session.context, accept_new=True)
        report = collecting.take(theirs)
        assert (report.arrived, report.reason) == (Arrived.REFUSED, Refused.LONG_TEXT)
        assert board.whole().meetings == ()


def spoil_office(board: Board) -> None:
    """Write past every limit, as another program could."""
    (office,) = board.register().offices
    changed = Change(office, replace(office, place=LONG_LINE))
    board.apply(Changes(Act.CHANGE_OFFICE, (changed,)), AFTER, way="undo")


def test_a_reply_with_a_text_that_is_too_long_is_refused(
    replayed_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "a.chibo"
    shutil.copyfile(replayed_file, book)
    with closing(Book.open(book, bundled())) as there:
        cell, october = cell_record(there).cell.id, meeting_id(there, OCTOBER)
    told = (replies.received(october, remark=LONG_TEXT),)
    with pytest.MonkeyPatch.context() as patch:
        # What another program writes: ours would not pack it.
        patch.setattr("cellsecretary.exchange.reply.LONGEST_TEXT", 10**6)
        path = replies.written(
            tmp_path, replies.reply_to(cell, meetings=told), replies.office_key()
        )
    assert "chữ dài quá" in said(capsys, "reply", book, path, "--yes", "--accept-key")


def test_a_scenario_with_a_text_that_is_too_long_makes_no_book(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = json.loads(THON_3.read_text(encoding="utf-8"))
    plain["members"][0]["name"] = LONG_LINE
    path = tmp_path / "long.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    told = said(capsys, "demo", tmp_path / "a.chibo", "--from", path)
    assert "dài quá" in told
    assert not (tmp_path / "a.chibo").exists()
