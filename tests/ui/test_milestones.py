"""What the first page points out of members leads to their line in the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.operations.members import change_member
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.settings import Settings
from tests.building import AFTER

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.rows import Member
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

TODAY = AFTER.date()


@pytest.fixture
def member(session: Session) -> Member:
    """A probationary member whose twelve months are over in 20 days."""
    row = session.register.members[-2]
    joined = (TODAY + dt.timedelta(days=20)).replace(year=TODAY.year - 1)
    row = replace(row, name="Lò Thị Mới", joined=joined, official=None, entered=None)
    assert session.do(change_member, session.register, row) is None
    return row


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path
) -> MainWindow:
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    return window


def said(window: MainWindow) -> dict[Point, str]:
    """What the first page says of members, by the point."""
    home = window.show_page("home")
    assert isinstance(home, HomePanel)
    return {
        sentence.key.point: sentence.text
        for sentence in (*home.form.late_list.sentences, *home.form.advice_list.sentences)
        if isinstance(sentence.key, Advice) and sentence.key.table == "members"
    }


def test_the_line_names_the_member_and_leads_to_the_register(
    member: Member, window: MainWindow
) -> None:
    text = said(window)[Point.PROBATION_SOON]
    assert text.startswith("The probation of Lò Thị Mới ends on 11/12/2026, in 20 day(s).")
    home = window.show_page("home")
    assert isinstance(home, HomePanel)
    (button,) = [one for one in home.form.advice_list.buttons if one.accessibleName() == text]
    button.click()
    members = window.show_page("members")
    assert isinstance(members, MembersPanel)
    table = members.form.members_table
    assert table.currentIndex().siblingAtColumn(1).data() == member.name


def test_the_line_goes_when_the_day_of_recognition_is_entered_and_comes_back_with_undo(
    member: Member, window: MainWindow, session: Session
) -> None:
    recognised = replace(member, official=TODAY)
    assert session.do(change_member, session.register, recognised) is None
    assert Point.PROBATION_SOON not in said(window)
    session.undo()
    assert Point.PROBATION_SOON in said(window)
