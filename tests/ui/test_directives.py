"""The agenda offers what the superior wants on it, and home says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cellsecretary.core.advice import Point
from cellsecretary.core.change import Act
from cellsecretary.core.directive_advice import directive_advice
from cellsecretary.core.operations.reply import take_reply
from cellsecretary.core.reply_lines import SignedBy
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.panels.home import HomePanel
from tests.building import NOVEMBER, meeting_id
from tests.core.test_directive_advice import TITLE, TOPIC
from tests.replies import DOCUMENT, reply_to

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


def tell(session: Session) -> None:
    reply = reply_to(session.register.cell.id, directives=(DOCUMENT, TOPIC))
    assert session.do(take_reply, session.register, reply, SignedBy(), session.meeting) is None


def test_a_press_puts_one_onto_the_agenda_and_undo_takes_it_off(
    agenda: AgendaPanel, session: Session, qtbot: QtBot
) -> None:
    card = agenda._side.directives
    assert not card.isVisible()
    tell(session)
    assert card.isVisible()
    lines = [sentence.text for sentence in card.directives_list.sentences]
    assert lines[0] == f"{TITLE}, until 31/01/2027"
    qtbot.mouseClick(card.directives_list.buttons[0], LEFT)
    meeting = meeting_id(session, NOVEMBER)
    assert TITLE in [item.title for item in session.meeting(meeting).agenda]
    assert [one.key.id for one in card.directives_list.sentences] == [TOPIC.id]  # type: ignore[attr-defined]
    last = session.last_undoable
    assert last is not None
    assert last.act is Act.ADD_ITEMS
    session.undo()
    assert len(card.directives_list.sentences) == 2
    for _ in range(2):
        qtbot.keyClick(card.directives_list.buttons[0], Qt.Key.Key_Space)
    assert not card.isVisible()


def test_in_a_narrow_window_the_way_from_home_brings_the_card_into_view(
    agenda: AgendaPanel, session: Session, qtbot: QtBot
) -> None:
    tell(session)
    agenda.resize(500, 420)
    agenda.activateWindow()
    qtbot.waitUntil(agenda.isActiveWindow)
    (place,) = directive_advice(agenda.record, session.register)
    agenda.go_to(place)
    button = agenda._side.directives.directives_list.buttons[0]
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    assert button.hasFocus()


def test_home_leads_to_the_card(program: Program, session: Session, qtbot: QtBot) -> None:
    tell(session)
    path: Path = session.book.path
    session.book.close()
    program.open_book(path)
    window = program.window
    assert isinstance(window, MainWindow)
    home = window.show_page("home")
    assert isinstance(home, HomePanel)
    points = [one.key for one in home.form.advice_list.sentences]
    place = next(i for i, one in enumerate(points) if one.point is Point.DIRECTIVES_WAITING)  # type: ignore[attr-defined]
    assert "2 documents" in home.form.advice_list.sentences[place].text
    qtbot.mouseClick(home.form.advice_list.buttons[place], LEFT)
    page = window._pages["meetings"]
    assert isinstance(page, MeetingPage)
    assert window.page == "meetings"
    assert isinstance(page.panel, AgendaPanel)
    card = page.panel._side.directives
    assert card.isVisible()
    assert window.focusWidget() is card.directives_list.buttons[0]
