"""`send` and `verify` as processes: what they print, and what is on the stick afterwards."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyrage
import pytest

from cellsecretary import paths
from cellsecretary.exchange.keys import printed_code
from cellsecretary.exchange.seal import unsealed
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record
from tests import replies
from tests.building import NOVEMBER, OCTOBER, THON_3, meeting_id, replayed

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from cellsecretary.core.register import CellRecord

    Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent
PACKET = "ChiBoThon3_2026-10_BienBan.zip"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "a.chibo"
    replayed(path, THON_3).close()
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_a_meeting_is_sent_and_verified(book: Path, stick: Path, run: Run) -> None:
    done = run("send", book, "--meeting", OCTOBER, "--to", stick)
    assert done.returncode == 0, done.stderr
    assert "3 giấy tờ" in done.stdout
    assert [path.name for path in stick.iterdir()] == [PACKET]
    said = run("verify", stick / PACKET)
    assert said.returncode == 0
    for word in ("nguyên vẹn", "Chi bộ thôn 3", "03/10/2026", "đã ký"):
        assert word in said.stdout
    assert "DỰ THẢO" not in said.stdout
    before = (stick / PACKET).read_bytes()
    assert run("send", book, "--meeting", OCTOBER, "--to", stick).returncode == 0
    assert (stick / PACKET).read_bytes() == before


@pytest.mark.thorough
def test_a_draft_and_a_whole_quarter_say_what_they_are(book: Path, stick: Path, run: Run) -> None:
    assert run("send", book, "--meeting", NOVEMBER, "--to", stick).returncode == 0
    assert "DỰ THẢO" in run("verify", stick / "ChiBoThon3_2026-11_BienBan.zip").stdout
    assert run("send", book, "--period", "2026-Q4", "--to", stick).returncode == 0
    assert "2026-Q4" in run("verify", stick / "ChiBoThon3_2026-Q4_BaoCao.zip").stdout
    assert run("send", book, "--period", "2026", "--to", stick, "--full").returncode == 0
    assert run("verify", stick / "ChiBoThon3_2026_HoSo.zip").returncode == 0


def test_a_sealed_packet_names_its_receiver_alone(book: Path, stick: Path, run: Run) -> None:
    commune = pyrage.x25519.Identity.generate()
    public = str(commune.to_public())
    assert run("send", book, "--to", stick, "--meeting", OCTOBER, "--seal", public).returncode == 0
    said = run("verify", stick / PACKET)
    assert said.returncode == 0
    assert public in said.stdout
    assert "Chi bộ" not in said.stdout
    inside = unsealed((stick / PACKET).read_bytes(), str(commune))
    (stick / "open.zip").write_bytes(inside)
    assert "Chi bộ thôn 3" in run("verify", stick / "open.zip").stdout


def test_what_cannot_be_sent_is_said_and_leaves_nothing(book: Path, stick: Path, run: Run) -> None:
    refused(run("send", book, "--to", stick / "gone"))
    refused(run("send", book, "--to", stick, "--seal", "age1"))
    refused(run("send", book, "--to", stick, "--meeting", "2026-10-04"))
    book.with_suffix(".keys").write_text("?", encoding="ascii")
    refused(run("send", book, "--to", stick))
    assert list(stick.iterdir()) == []


def test_what_is_no_packet_is_said(book: Path, stick: Path, run: Run) -> None:
    refused(run("verify", stick / "gone.zip"))
    refused(run("verify", book))
    run("send", book, "--meeting", OCTOBER, "--to", stick)
    whole = (stick / PACKET).read_bytes()
    (stick / "short.zip").write_bytes(whole[: len(whole) // 2])
    assert "short.zip" in refused(run("verify", stick / "short.zip"))


@pytest.mark.thorough
def test_packets_are_taken_back_after_they_were_shown(
    book: Path, stick: Path, run: Run, tmp_path: Path
) -> None:
    assert run("send", book, "--meeting", OCTOBER, "--to", stick, "--full").returncode == 0
    new = tmp_path / "moi.chibo"
    shown = run("import", new, stick / PACKET)
    assert shown.returncode == 0, shown.stderr
    assert "03/10/2026" in shown.stdout
    assert "--yes" in shown.stdout
    assert not new.exists()
    done = run("import", new, stick / PACKET, "--yes")
    assert done.returncode == 0, done.stderr
    theirs, ours = (run("show", one, "--meeting", OCTOBER, "--json") for one in (book, new))
    assert ours.stdout == theirs.stdout
    assert "Sổ đã có hết" in refused(run("import", new, stick / PACKET, "--yes"))


def test_before_packets_come_into_a_book_it_is_copied(
    book: Path, stick: Path, run: Run, tmp_path: Path
) -> None:
    assert run("send", book, "--meeting", OCTOBER, "--to", stick, "--full").returncode == 0
    assert run("send", book, "--meeting", NOVEMBER, "--to", stick, "--full").returncode == 0
    packets = sorted(stick.iterdir())
    new = tmp_path / "moi.chibo"
    assert run("import", new, packets[0], "--yes").returncode == 0
    before = new.read_bytes()
    done = run("import", new, packets[1], "--yes")
    assert done.returncode == 0, done.stderr
    (copy,) = paths.backups_folder().rglob("*.chibo")
    shown = run("show", copy, "--meeting", OCTOBER, "--json")
    assert shown.returncode == 0
    assert new.read_bytes() != before
    assert "Sổ không có" in run("show", copy, "--meeting", NOVEMBER, "--json").stderr


def test_packets_that_are_not_to_be_believed_change_no_book(
    book: Path, stick: Path, run: Run, tmp_path: Path
) -> None:
    assert run("send", book, "--meeting", OCTOBER, "--to", stick).returncode == 0
    whole = (stick / PACKET).read_bytes()
    before = book.read_bytes()
    (stick / PACKET).write_bytes(whole[:-100])
    assert PACKET in refused(run("import", book, stick / PACKET, "--yes"))
    assert PACKET in refused(run("import", tmp_path / "moi.chibo", stick / PACKET, "--yes"))
    assert book.read_bytes() == before
    assert not (tmp_path / "moi.chibo").exists()


def test_a_reply_is_shown_first_and_taken_over_with_yes(book: Path, stick: Path, run: Run) -> None:
    with closing(Book.open(book, bundled())) as there:
        register = cell_record(there)
        october = meeting_id(there, OCTOBER)
    told = (replies.received(october, remark="Biên bản ghi rõ.\nCần nêu tên."),)
    reply = replies.reply_to(register.cell.id, meetings=told, rules=(replies.RULE_FILE,))
    path = replies.written(stick, reply, replies.office_key())
    shown = run("reply", book, path)
    assert shown.returncode == 0, shown.stderr
    code = printed_code(replies.office_key().public)
    for word in (replies.OFFICE, "10/11/2026", code, "03/10/2026", "Cần nêu tên.", "--accept-key"):
        assert word in shown.stdout
    assert "Không nhận" in shown.stdout
    assert cell_of(book).receipts == ()
    done = run("reply", book, path, "--yes", "--accept-key")
    assert done.returncode == 0, done.stderr
    assert f"{code} được chấp nhận" in done.stdout
    assert "Không nhận" not in done.stdout
    register = cell_of(book)
    assert [one.meeting for one in register.receipts] == [october]
    assert [file.name for file in register.rule_files] == [replies.RULE_FILE.name]
    assert list(paths.backups_folder().rglob("*.chibo")), "a copy was made before"
    assert "Sổ đã có hết" in refused(run("reply", book, path, "--yes"))


def test_what_is_no_reply_of_ours_is_refused_in_one_line(
    book: Path, stick: Path, run: Run, tmp_path: Path
) -> None:
    cell = cell_of(book).cell.id
    broken = '[[meeting]]\nvalid_from = "x"'
    rules = (replace(replies.RULE_FILE, text=broken),)
    reply = replies.reply_to(cell, rules=rules)
    path = replies.written(stick, reply, replies.office_key())
    assert replies.RULE_FILE.name in refused(run("reply", book, path, "--yes"))
    path = replies.written(stick, replies.reply_to("another", directives=(replies.DOCUMENT,)))
    assert "chi bộ khác" in refused(run("reply", book, path, "--yes"))
    path.write_bytes(path.read_bytes()[:-9])
    assert path.name in refused(run("reply", book, path))
    run("send", book, "--meeting", OCTOBER, "--to", stick)
    assert "không phải là phản hồi" in refused(run("reply", book, stick / PACKET))
    assert refused(run("reply", book, tmp_path / "nothing.zip"))
    assert refused(run("reply", tmp_path / "nothing.chibo", path))
    path.write_bytes(replies.written(stick, reply).read_bytes())
    assert "không phải là gói" in refused(run("import", book, path, "--yes"))


def cell_of(path: Path) -> CellRecord:
    with closing(Book.open(path, bundled())) as book:
        return cell_record(book)
