"""A stick goes from a cell to the office and back, twice: what each tells the other arrives."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.change import Changes, Context
from cellsecretary.core.kinds import PetitionState, Result, Scorer
from cellsecretary.core.operations import closing as closing_acts
from cellsecretary.core.operations.board import (
    answer_petition,
    change_office,
    confirm_points,
    give_points,
    hand_out_rules,
    issue_directive,
    write_remark,
)
from cellsecretary.core.operations.reply import take_reply
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.petition_lines import petition_state
from cellsecretary.core.preferences import superior_key
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.core.sending import ReceiptState, receipt_state
from cellsecretary.exchange.collecting import Collecting, Refused, packets_in
from cellsecretary.exchange.office_keys import make_key, new_key, unlock
from cellsecretary.exchange.reply import reply_in
from cellsecretary.exchange.reply_look import look_at
from cellsecretary.exchange.replying import senders_of, write_replies
from cellsecretary.exchange.seal import seal_of
from cellsecretary.rules import Rulebook, bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import NOVEMBER, OCTOBER, carry_out, context, meeting_id, record_of
from tests.replies import RULES

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.core.change import Answer
    from cellsecretary.exchange.collecting import Report
    from cellsecretary.exchange.office_keys import OfficeKeys

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.usefixtures("no_network")

PASSWORD = "Suối Nhùng mùa nước"
OFFICE = "Đảng ủy xã Lưỡng Vượng"
FIRST_DAY = dt.datetime(2026, 11, 23, 9, 0)
NEXT_DAY = dt.datetime(2026, 11, 25, 9, 0)


class Clerk:
    """The office: its board, its keys, and what its clerk does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.board = Board.create(path, bundled())
        self.now = FIRST_DAY
        self._made = 0

    def context(self) -> Context:
        def new_id() -> str:
            self._made += 1
            return f"office-{self._made}"

        return Context(self.now, new_id)

    def do(self, operation: Callable[..., Answer], *words: object) -> None:
        changes = operation(self.board.register(), self.context(), *words)
        assert isinstance(changes, Changes), changes
        self.board.apply(changes, self.now)

    def collect(self, stick: Path, keys: OfficeKeys | None = None) -> list[Report]:
        collecting = Collecting(self.board, bundled(), self.context, accept_new=True, keys=keys)
        return list(collecting.take_all(packets_in([stick])))

    def reply(self, stick: Path, reports: list[Report], keys: OfficeKeys | None) -> None:
        written = write_replies(self.board.whole(), senders_of(reports), stick, keys, self.now)
        assert [one.trouble for one in written] == [None]


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    (tmp_path / "office").mkdir()
    clerk = Clerk(tmp_path / "office" / "xa.bangxa")
    yield clerk
    clerk.board.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def taken_over(book: Book, stick: Path, now: dt.datetime) -> None:
    """Take over, as the secretary, the reply that lies on the stick, believing its key."""
    register = cell_record(book)
    found = reply_in(stick, register.cell.id)
    assert found is not None
    rules = book.rule_source()
    assert isinstance(rules, Rulebook)
    look = look_at(found[1], register, rules)
    answer = take_reply(
        register,
        context(now),
        look.reply,
        look.signed(accept=True),
        lambda key: meeting_record(book, key),
    )
    assert isinstance(answer, Changes), answer
    book.apply(answer, now)


def close_november(book: Book) -> None:
    november = record_of(book, NOVEMBER)
    task = next(one.task.id for one in november.carried if one.task.code == "T4")
    carry_out(book, review_task, november, task, Result.DONE)
    november = record_of(book, NOVEMBER)
    carry_out(book, closing_acts.close, november, cell_record(book), book.chain_head())


def test_a_stick_goes_there_and_back(
    replayed_file: Path, tmp_path: Path, clerk: Clerk, stick: Path, run: Run
) -> None:
    file = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, file)

    # The cell sends October, which is closed; nobody sealed it.
    done = run("send", file, "--meeting", OCTOBER, "--to", stick)
    assert done.returncode == 0, done.stderr
    with closing(Book.open(file, bundled())) as book:
        cell, october = cell_record(book).cell, record_of(book, OCTOBER)
        petition = next(p.id for p in cell_record(book).petitions)

    # The office takes it, and writes.
    clerk.do(change_office, OFFICE, "Lưỡng Vượng")
    keys = make_key(clerk.path, PASSWORD)
    reports = clerk.collect(stick)
    assert [one.arrived for one in reports] == [Arrived.NEW]
    form, score = next(iter(october.rules.scores.items()))
    clerk.do(write_remark, cell.id, october.meeting.id, "Biên bản ghi rõ, cần nêu thời hạn.")
    clerk.do(give_points, october, form, [(score.criteria[0].code, 4)])
    clerk.do(confirm_points, october, FIRST_DAY.date(), "Đinh Văn Xuân")
    clerk.do(answer_petition, cell.id, petition, FIRST_DAY.date(), "Xã sửa đường trong quý I.")
    first, last = dt.date(2026, 11, 1), dt.date(2027, 1, 31)
    clerk.do(
        issue_directive, "", DirectiveKind.DOCUMENT, "Chỉ thị về rừng", first, last, "12-CT/ĐU"
    )
    clerk.do(hand_out_rules, "huong-dan-12.toml", RULES)
    clerk.reply(stick, reports, keys)

    # The cell takes the reply over and knows that October arrived.
    with closing(Book.open(file, bundled())) as book:
        taken_over(book, stick, FIRST_DAY)
        register = cell_record(book)
        (receipt,) = register.receipts
        assert (receipt.meeting, receipt.revision) == (october.meeting.id, 1)
        assert receipt.received == FIRST_DAY.date()
        assert receipt_state(receipt.revision, october.revision) is ReceiptState.SAME
        assert receipt.remark == "Biên bản ghi rõ, cần nêu thời hạn."
        given = [one.points for one in register.scores if one.scorer is Scorer.SUPERIOR]
        assert given == [4]
        answered = next(one for one in register.petitions if one.id == petition)
        assert petition_state(answered) is PetitionState.TO_TELL
        assert answered.answer == "Xã sửa đường trong quý I."
        assert [one.title for one in register.directives] == ["Chỉ thị về rừng"]
        assert [one.text for one in register.rule_files] == [RULES]
        assert superior_key(register.preferences) == keys.seal_key
        close_november(book)

    # What the cell sends next is sealed for the office, of itself.
    done = run("send", file, "--meeting", NOVEMBER, "--to", stick)
    assert done.returncode == 0, done.stderr
    sealed = [path for path in packets_in([stick]) if seal_of(path.read_bytes())]
    assert len(sealed) == 1
    clerk.now = NEXT_DAY
    locked = clerk.collect(stick)
    assert sorted(str(one.reason or one.arrived) for one in locked) == ["known", Refused.SEALED]
    opened = clerk.collect(stick, unlock(clerk.path, PASSWORD))
    assert sorted(str(one.arrived) for one in opened) == ["known", "new"]

    # A new key; what was sealed for the old one still opens, and the cell learns the new one.
    newer = new_key(clerk.path, PASSWORD)
    again = clerk.collect(stick, newer)
    assert [one.arrived for one in again] == [Arrived.KNOWN, Arrived.KNOWN]
    clerk.reply(stick, again, newer)
    with closing(Book.open(file, bundled())) as book:
        taken_over(book, stick, NEXT_DAY)
        register = cell_record(book)
        assert superior_key(register.preferences) == newer.seal_key != keys.seal_key
        assert {one.meeting for one in register.receipts} == {
            october.meeting.id,
            meeting_id(book, NOVEMBER),
        }
