"""Who is asked about, and what speaks for whom: never for a key."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cellsecretary.core.board.grid import CellLine
from cellsecretary.core.board.record import BoardRecord
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.board_rows import AcceptanceKind, BoardOffice
from cellsecretary.exchange.collecting import Refused, Report, Sender
from cellsecretary.exchange.strangers import strangers

NOW = dt.datetime(2026, 11, 26, 8, 0)
KEY, OTHER = "aa" * 32, "bb" * 32


def board(office: str = "", *cells: CellLine) -> BoardRecord:
    offices = (BoardOffice("office", office, NOW),) if office else ()
    return BoardRecord(BoardRegister(offices=offices), cells, ())


def report(
    sender: Sender, reason: Refused | None = Refused.UNKNOWN_CELL, file: str = "a.zip"
) -> Report:
    arrived = Arrived.REFUSED if reason else Arrived.NEW
    return Report(Path(file), arrived, sender, reason=reason)


def test_a_sender_is_asked_about_once_with_all_that_it_sent() -> None:
    sender = Sender("c", "Chi bộ thôn 3", "Đảng ủy xã A", KEY)
    reports = [
        report(sender, file="1.zip"),
        report(sender, file="2.zip"),
        report(sender, None, "3.zip"),
        report(sender, Refused.TURNED_AWAY, "4.zip"),
        Report(Path("5.zip"), Arrived.REFUSED, reason=Refused.DAMAGED),
    ]
    (stranger,) = strangers(reports, board())
    assert [path.name for path in stranger.paths] == ["1.zip", "2.zip"]
    assert stranger.turned_away == (
        (AcceptanceKind.CELL, "Đảng ủy xã A"),
        (AcceptanceKind.NAME, "Chi bộ thôn 3"),
    )


@pytest.mark.parametrize(
    ("office", "superior", "expected"),
    [
        ("Đảng ủy xã Lưỡng Vượng", "Đảng bộ xã Lưỡng Vượng", True),
        ("Đảng ủy xã Lưỡng Vượng", "ĐẢNG BỘ XÃ LƯỠNG VƯỢNG", True),
        ("Đảng ủy xã Lưỡng Vượng", "Đảng bộ phường Lưỡng Vượng", False),
        ("", "Đảng bộ xã Lưỡng Vượng", False),
        ("Đảng ủy", "Đảng bộ", False),
    ],
)
def test_a_new_cell_is_expected_when_its_superior_is_ours(
    office: str, superior: str, expected: bool
) -> None:
    (stranger,) = strangers([report(Sender("c", "Chi bộ", superior, KEY))], board(office))
    assert stranger.is_expected is expected


def test_a_new_cell_beside_its_sisters_is_expected() -> None:
    sister = CellLine("d", "Chi bộ thôn 4", "Đảng ủy xã A", on_paper=False)
    sender = Sender("c", "Chi bộ thôn 3", "Đảng ủy xã A", KEY)
    (stranger,) = strangers([report(sender)], board("Tỉnh ủy", sister))
    assert stranger.is_expected
    assert stranger.known_as == ""


def test_a_new_name_is_expected_and_a_new_key_never() -> None:
    known = CellLine("c", "Chi bộ thôn 3", "Đảng ủy xã A", on_paper=False)
    renamed = Sender("c", "Chi bộ Liên Sơn", "Đảng ủy xã A", KEY)
    (stranger,) = strangers([report(renamed, Refused.UNKNOWN_NAME)], board("", known))
    assert (stranger.is_expected, stranger.known_as) == (True, "Chi bộ thôn 3")
    assert stranger.turned_away == ((AcceptanceKind.NAME, "Chi bộ Liên Sơn"),)
    new_key = Sender("c", "Chi bộ thôn 3", "Đảng ủy xã A", OTHER)
    (stranger,) = strangers([report(new_key, Refused.UNKNOWN_KEY)], board("", known))
    assert not stranger.is_expected
    assert stranger.turned_away == ((AcceptanceKind.KEY, OTHER),)


def test_two_keys_for_one_unknown_cell_speak_for_neither() -> None:
    senders = [Sender("c", "Chi bộ thôn 3", "Đảng ủy xã A", key) for key in (KEY, OTHER)]
    found = strangers(map(report, senders), board("Đảng ủy xã A"))
    assert [one.is_expected for one in found] == [False, False]
