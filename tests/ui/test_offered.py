"""What the rules offer to choose from is offered, each text of it and nothing from the code."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cellsecretary.core.kinds import CellKind
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.rule_files import accept_rule_file
from cellsecretary.ui.dialogs.agenda_item import AgendaItemDialog
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.dialogs.prompts import PromptsDialog
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


def test_an_agenda_has_the_prompts_of_the_cells_kind(
    qtbot: QtBot, session: Session, words: Messages
) -> None:
    prompts = {
        kind.value: [
            f"{text} <&{kind}{number}>" for number, text in enumerate(section("prompts")[kind])
        ]
        for kind in CellKind
    }
    text = handed_out(prompts={"valid_from": dt.date(2026, 11, 1), **prompts})
    assert session.do(accept_rule_file, session.register, "xa.toml", text) is None
    for kind in CellKind:
        cell = replace(session.register.cell, kind=kind)
        assert session.do(change_cell, session.register, cell) is None
        dialog = AgendaItemDialog(session, words, meeting_id(session.book, NOVEMBER))
        qtbot.addWidget(dialog)
        dialog.form.prompts_button.click()
        (offered,) = dialog.findChildren(PromptsDialog)
        assert [line.text for line in offered._model.rows] == prompts[kind.value]


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
    panel._offer_reasons(panel.record.roster[0])
    menu = panel.findChild(QMenu, "reasons_menu")
    assert menu is not None
    offered = [re.sub(r"^&\d\. ", "", one.text()) for one in menu.actions() if one.text()]
    assert [one.replace("&&", "&") for one in offered[:-1]] == marked("absence_reasons")


def test_a_member_has_the_posts_of_the_rules(
    qtbot: QtBot, session: Session, words: Messages
) -> None:
    hand_out(session)
    dialog = MemberDialog(session, words)
    qtbot.addWidget(dialog)
    box = dialog.form.post_box
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered == ["", *marked("posts")]
