"""What the rules offer to choose from is offered, each text of it and nothing from the code."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cellsecretary.core.operations.rule_files import accept_rule_file
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.panels.attendance import AttendancePanel
from tests.building import NOVEMBER, meeting_id
from tests.rules.files import handed_out, section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk


def marked(name: str) -> list[str]:
    return [f"{text} <&{number}>" for number, text in enumerate(section("choices")[name])]


def hand_out(session: Session) -> None:
    choices = {name: marked(name) for name in ("absence_reasons", "posts")}
    text = handed_out(choices={"valid_from": dt.date(2026, 11, 1), **choices})
    assert session.do(accept_rule_file, session.register, "xa.toml", text) is None


def test_an_absence_has_the_reasons_of_the_rules(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages
) -> None:
    panel = AttendancePanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    hand_out(session)
    menu = panel._reasons_menu(panel.record.roster[0])
    offered = [one.text().replace("&&", "&") for one in menu.actions() if one.text()]
    assert offered[:-1] == marked("absence_reasons")


def test_a_member_has_the_posts_of_the_rules(
    qtbot: QtBot, session: Session, words: Messages
) -> None:
    hand_out(session)
    dialog = MemberDialog(session, words)
    qtbot.addWidget(dialog)
    box = dialog.form.post_box
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered == ["", *marked("posts")]
