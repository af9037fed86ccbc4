"""Own templates: kept from an agenda, chosen when planning, renamed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations.agenda import delete_item
from cellsecretary.core.operations.templates import keep_template
from cellsecretary.core.templates import general_steps
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.templates import TemplateDialog, TemplatesDialog
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.panels.agenda import AgendaPanel
    from cellsecretary.ui.session import Session

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
HARVEST = "Mẫu mùa gặt"


@pytest.fixture
def plan(qtbot: QtBot, session: Session, words: Messages) -> Callable[[], MeetingDialog]:
    def make() -> MeetingDialog:
        made = MeetingDialog(session, words)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.open()
        return made

    return make


def opened(parent: QWidget, kind: type[W]) -> W:
    (found,) = (dialog for dialog in parent.findChildren(kind) if dialog.isVisible())
    return found


def keep(session: Session, name: str, day: str = OCTOBER) -> None:
    record = session.meeting(meeting_id(session.book, day))
    assert session.do(keep_template, session.register, record, name) is None


def names(session: Session) -> list[str]:
    return [template.name for template in session.register.templates]


def choices(dialog: MeetingDialog | AgendaPanel) -> list[str]:
    box = dialog.form.agenda_box
    return [box.itemText(place) for place in range(box.count())]


def test_an_agenda_is_kept_as_a_template_and_undo_takes_it_back(
    agenda: AgendaPanel,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    agenda._keep_action.trigger()
    dialog = opened(agenda, TemplateDialog)
    type_text(dialog.form.name_edit, HARVEST)
    qtbot.mouseClick(dialog.form.keep_button, LEFT)
    assert names(session) == [HARVEST]
    assert session.register.templates[0].kind is MeetingKind.REGULAR_THEMATIC
    session.undo()
    assert names(session) == []


def test_a_name_that_is_missing_or_taken_is_said_at_the_name(
    agenda: AgendaPanel,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    keep(session, HARVEST, NOVEMBER)
    agenda._keep_action.trigger()
    dialog = opened(agenda, TemplateDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.mouseClick(dialog.form.keep_button, LEFT)
    assert "no name yet" in dialog.notes.text(dialog.form.name_edit)
    type_text(dialog.form.name_edit, HARVEST)
    qtbot.keyClick(dialog.form.name_edit, Qt.Key.Key_Tab)
    assert "already" in dialog.notes.text(dialog.form.name_edit)
    dialog.form.name_edit.setFocus()
    type_text(dialog.form.name_edit, " 2")
    assert dialog.notes.note(dialog.form.name_edit) is None
    qtbot.mouseClick(dialog.form.keep_button, LEFT)
    assert names(session) == [HARVEST, f"{HARVEST} 2"]


def test_the_newest_own_template_is_proposed_when_a_meeting_of_its_kind_is_planned(
    plan: Callable[[], MeetingDialog], session: Session
) -> None:
    keep(session, "Mẫu cũ")
    keep(session, HARVEST)
    dialog = plan()
    assert choices(dialog) == [
        HARVEST,
        "Mẫu cũ",
        "General template, by the rules",
        "As at the meeting of 03/10/2026",
    ]
    dialog.keep()
    planned = session.register.meetings[-1]
    october = session.meeting(meeting_id(session.book, OCTOBER))
    assert [item.title for item in session.meeting(planned.id).agenda] == [
        item.title for item in october.agenda
    ]


def test_without_an_own_template_the_general_one_is_proposed(
    plan: Callable[[], MeetingDialog], session: Session
) -> None:
    dialog = plan()
    assert choices(dialog)[0] == "General template, by the rules"
    dialog.keep()
    planned = session.meeting(session.register.meetings[-1].id)
    steps = general_steps(planned.rules, MeetingKind.REGULAR, session.register.cell.kind)
    assert [item.title for item in planned.agenda] == [step.title for step in steps]


def test_the_choice_follows_the_kind_and_is_hidden_where_there_is_none(
    plan: Callable[[], MeetingDialog], session: Session
) -> None:
    keep(session, HARVEST)
    dialog = plan()
    assert dialog.form.agenda_box.isVisible()
    box = dialog.form.kind_box
    box.setCurrentIndex(box.findData(MeetingKind.CONGRESS.value))
    assert choices(dialog) == ["General template, by the rules"]
    assert not dialog.form.agenda_box.isVisible()


def test_a_choice_stays_when_something_else_of_the_plan_changes(
    plan: Callable[[], MeetingDialog], session: Session, type_text: Callable[[QWidget, str], None]
) -> None:
    keep(session, HARVEST)
    dialog = plan()
    dialog.form.agenda_box.setCurrentIndex(1)
    dialog.form.date_edit.setFocus()
    dialog.form.date_edit.selectAll()
    type_text(dialog.form.date_edit, "8/12/2026")
    dialog.form.place_edit.setFocus()
    assert dialog.form.agenda_box.currentIndex() == 1


def test_a_meeting_that_exists_keeps_its_agenda_and_is_asked_for_none(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    keep(session, HARVEST, NOVEMBER)
    dialog = MeetingDialog(session, words, meeting=meeting_id(session.book, NOVEMBER))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert not dialog.form.agenda_box.isVisible()


def test_an_empty_agenda_takes_the_template_that_is_chosen(
    agenda: AgendaPanel, session: Session, qtbot: QtBot
) -> None:
    keep(session, HARVEST, NOVEMBER)
    kept = [step.title for step in session.register.templates[0].items]
    for item in agenda.record.agenda:
        session.do(delete_item, agenda.record, item.id)
    assert choices(agenda) == [HARVEST, "General template, by the rules"]
    agenda.form.agenda_box.setFocus()
    qtbot.keyClick(agenda.form.agenda_box, Qt.Key.Key_Down)
    qtbot.keyClick(agenda.form.agenda_box, Qt.Key.Key_Up)
    qtbot.mouseClick(agenda.form.template_button, LEFT)
    assert [item.title for item in agenda.record.agenda] == kept
    session.undo()
    assert agenda.record.agenda == ()


def test_an_empty_agenda_is_nothing_to_keep(agenda: AgendaPanel, session: Session) -> None:
    for item in agenda.record.agenda:
        session.do(delete_item, agenda.record, item.id)
    assert not agenda._keep_action.isEnabled()


def test_own_templates_are_renamed_and_deleted(
    agenda: AgendaPanel,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    keep(session, "Mẫu cũ")
    keep(session, HARVEST)
    agenda.show_templates()
    dialog = opened(agenda, TemplatesDialog)
    table = dialog.form.templates_table
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.form.rename_button, LEFT)
    name = opened(dialog, TemplateDialog)
    name.form.name_edit.selectAll()
    type_text(name.form.name_edit, "Mẫu mùa cấy")
    qtbot.mouseClick(name.form.keep_button, LEFT)
    assert names(session) == ["Mẫu cũ", "Mẫu mùa cấy"]
    qtbot.mouseClick(dialog.form.delete_button, LEFT)
    assert names(session) == ["Mẫu cũ"]
    session.undo()
    assert set(names(session)) == {"Mẫu cũ", "Mẫu mùa cấy"}


def test_without_own_templates_the_list_says_how_to_keep_one(agenda: AgendaPanel) -> None:
    agenda.show_templates()
    form = opened(agenda, TemplatesDialog).form
    assert "Keep as a template" in form.what_label.text()
    assert not form.rename_button.isEnabled()
    assert not form.delete_button.isEnabled()


@pytest.mark.parametrize("kind", MeetingKind)
def test_a_meeting_of_every_kind_can_be_planned(
    plan: Callable[[], MeetingDialog], session: Session, kind: MeetingKind, words: Messages
) -> None:
    dialog = plan()
    box = dialog.form.kind_box
    box.setCurrentIndex(box.findData(kind.value))
    assert box.currentText() == words.value(kind)
    dialog.keep()
    planned = session.register.meetings[-1]
    record = session.meeting(planned.id)
    assert planned.kind is kind
    assert planned.title
    assert len(record.agenda) >= 4
    assert record.roster
