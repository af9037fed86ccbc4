"""Those who live here and belong elsewhere, in the window."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.kinds import Leaving
from cellsecretary.core.life_rows import Contact
from cellsecretary.core.operations.contacts import add_contact
from cellsecretary.core.operations.members import end_membership
from cellsecretary.ui.dialogs.contact import ContactDialog
from cellsecretary.ui.dialogs.contacts import ContactsDialog
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.settings import Settings
from tests.building import AFTER
from tests.ui.test_members import menu_action

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QPushButton, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    D = TypeVar("D", bound=QDialog)

TODAY = AFTER.date()
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path
) -> MainWindow:
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show_page("members")
    with qtbot.waitExposed(window):
        window.show()
    return window


def members(window: MainWindow) -> MembersPanel:
    page = window.show_page("members")
    assert isinstance(page, MembersPanel)
    return page


def opened(place: QWidget, kind: type[D]) -> D:
    dialogs = [dialog for dialog in place.findChildren(kind) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def shown(dialog: ContactsDialog) -> list[list[str]]:
    model = dialog.form.contacts_table.model()
    columns = range(model.columnCount())
    return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, LEFT)


def test_somebody_is_entered_given_a_remark_ended_and_deleted(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    count = members(window).form.count_label.text()
    menu_action(members(window), "other cells").trigger()
    dialog = opened(window, ContactsDialog)
    assert not dialog.form.change_button.isEnabled()
    assert not dialog.form.print_button.isEnabled()
    press(qtbot, dialog.form.add_button)
    entry = opened(dialog, ContactDialog)
    type_text(entry.form.name_edit, "Vi Văn Xa")
    entry.form.since_edit.set_date(dt.date(2026, 3, 2))
    press(qtbot, entry.form.keep_button)
    assert shown(dialog) == [["Vi Văn Xa", "", "from 02/03/2026", "not yet"]]
    assert members(window).form.count_label.text() == count
    press(qtbot, dialog.form.remark_button)
    assert shown(dialog)[0][-1] == "21/11/2026"
    assert not dialog.form.remark_button.isEnabled()
    session.undo()
    assert shown(dialog)[0][-1] == "not yet"
    press(qtbot, dialog.form.change_button)
    entry = next(one for one in dialog.findChildren(ContactDialog) if one.isVisible())
    entry.form.until_edit.set_date(dt.date(2026, 9, 30))
    press(qtbot, entry.form.keep_button)
    assert shown(dialog) == [["Vi Văn Xa", "", "from 02/03/2026\nuntil 30/09/2026", ""]]
    press(qtbot, dialog.form.delete_button)
    assert session.register.contacts == ()


def test_what_is_wrong_with_a_contact_is_said_at_its_field(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    members(window).show_contacts()
    press(qtbot, opened(window, ContactsDialog).form.add_button)
    entry = opened(window, ContactDialog)
    press(qtbot, entry.form.keep_button)
    assert "name" in entry.notes.text(entry.form.name_edit)
    assert session.register.contacts == ()


def test_the_list_is_printed_from_its_own_button(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    session.do(add_contact, session.register, Contact("", "Vi Văn Xa"))
    members(window).show_contacts()
    press(qtbot, opened(window, ContactsDialog).form.print_button)
    paper = opened(window, PeriodPapersDialog)
    assert paper.form.paper_box.currentData() == "contacts"


def test_an_advice_of_a_remark_leads_to_the_very_person(
    window: MainWindow, session: Session
) -> None:
    for name in ("Lò Thị An", "Vi Văn Xa"):
        session.do(add_contact, session.register, Contact("", name))
    given = session.register.contacts[0]
    home = window.show_page("home")
    assert isinstance(home, HomePanel)
    home.update_now()
    sentences = home.form.advice_list.sentences
    at = next(n for n, one in enumerate(sentences) if "remark" in one.text)
    button = home.form.advice_list.buttons[at]
    button.click()
    dialog = opened(window, ContactsDialog)
    assert dialog.chosen is not None
    assert dialog.chosen.id == given.id


def test_one_click_notes_that_the_other_cell_took_somebody_in_and_taking_back_forgets_it(
    window: MainWindow, session: Session
) -> None:
    panel = members(window)
    gone = session.register.members[-1]
    assert not menu_action(panel, "Taken in").isVisible()
    day = dt.date(2026, 11, 2)
    session.do(end_membership, session.register, gone.id, day, "", Leaving.TRANSFERRED)
    panel.choose(gone.id)
    menu_action(panel, "Taken in").trigger()
    row = session.register.member(gone.id)
    assert row is not None
    assert row.left_confirmed == TODAY
    assert not menu_action(panel, "Taken in").isVisible()
    menu_action(panel, "Take back").trigger()
    back = session.register.member(gone.id)
    assert back is not None
    assert (back.left, back.leaving, back.left_to, back.left_confirmed) == (None, None, "", None)
