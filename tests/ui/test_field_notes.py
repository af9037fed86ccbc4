"""What is wrong is said under its field at once, and goes when it is right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.ui.dialogs import entry
from cellsecretary.ui.dialogs.agenda_item import AgendaItemDialog
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.dialogs.task import TaskDialog
from tests.building import NOVEMBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

D = TypeVar("D", bound=EntryDialog)
TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backspace


class Shown(Protocol):
    """Opens a dialog as the window does."""

    def __call__(self, dialog: D) -> D:
        """Give the dialog, seen."""


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(dialog: D) -> D:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        dialog.activateWindow()
        return dialog

    return show


@pytest.fixture
def member(shown: Shown, session: Session, words: Messages) -> MemberDialog:
    return shown(MemberDialog(session, words))


@pytest.fixture
def plan(shown: Shown, session: Session, words: Messages) -> MeetingDialog:
    return shown(MeetingDialog(session, words))


def retype(field: QWidget, text: str, type_text: Callable[[QWidget, str], None]) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    type_text(field, text)


def below(dialog: EntryDialog, field: QWidget) -> bool:
    """Tell whether the sentence of a field stands right under it, and nothing between."""
    note = dialog.notes.note(field)
    assert note is not None
    assert note.isVisible()
    foot = field.mapTo(dialog, QPoint(0, field.height())).y()
    top = note.mapTo(dialog, QPoint(0, 0)).y()
    return 0 <= top - foot < field.height()


def test_a_birth_in_the_future_is_said_when_the_field_is_left(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    form = member.form
    retype(form.born_edit, "3/2/2090", type_text)
    assert member.notes.text(form.born_edit) == ""
    qtbot.keyClick(form.born_edit, TAB)
    assert "has not come yet" in member.notes.text(form.born_edit)
    assert form.born_edit.property("role") == "bad"
    assert form.born_edit.accessibleDescription() == member.notes.text(form.born_edit)
    assert not form.born_edit.hasFocus()
    qtbot.waitUntil(lambda: below(member, form.born_edit))


def test_it_is_said_when_typing_pauses_and_the_focus_stays(
    member: MemberDialog,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    member._pause.setInterval(0)
    retype(member.form.joined_edit, "3/2/2090", type_text)
    qtbot.waitUntil(lambda: bool(member.notes.text(member.form.joined_edit)))
    assert member.form.joined_edit.hasFocus()
    assert entry.PAUSE_MS >= 500


def test_it_goes_as_soon_as_it_is_right(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    born = member.form.born_edit
    retype(born, "3/2/2090", type_text)
    qtbot.keyClick(born, TAB)
    assert member.notes.note(born) is not None
    retype(born, "3/2/1990", type_text)
    assert member.notes.note(born) is None
    assert born.property("role") == ""
    assert born.accessibleDescription() == ""


def test_an_empty_dialog_does_not_scold(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    for _ in range(14):
        qtbot.keyClick(member.focusWidget() or member, TAB)
    retype(member.form.phone_edit, "0987", type_text)
    qtbot.keyClick(member.form.phone_edit, TAB)
    assert [field for field in member._fields.values() if member.notes.note(field)] == []
    assert not member.form.notice_banner.isVisible()


def test_a_name_taken_out_again_is_missed_only_after_the_field_is_left(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    name = member.form.name_edit
    retype(name, "Đ", type_text)
    qtbot.keyClick(name, BACK)
    member.look()
    assert member.notes.note(name) is None
    qtbot.keyClick(name, TAB)
    assert "no name yet" in member.notes.text(name)


def test_half_a_date_is_let_be_while_it_is_typed(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    born = member.form.born_edit
    retype(born, "31/02/", type_text)
    member.look()
    assert member.notes.note(born) is None
    qtbot.keyClick(born, TAB)
    assert "no date" in member.notes.text(born)


def test_official_before_joined_is_said_at_the_official_day(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    retype(member.form.joined_edit, "3/2/2010", type_text)
    retype(member.form.official_edit, "3/2/2009", type_text)
    qtbot.keyClick(member.form.official_edit, TAB)
    assert "earlier than joining" in member.notes.text(member.form.official_edit)
    retype(member.form.joined_edit, "3/2/2008", type_text)
    qtbot.keyClick(member.form.joined_edit, TAB)
    assert member.notes.note(member.form.official_edit) is None


def test_a_number_of_another_member_is_said_at_the_number(
    member: MemberDialog, qtbot: QtBot
) -> None:
    spin = member.form.number_spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "1")
    qtbot.keyClick(spin, TAB)
    assert "belongs to another" in member.notes.text(spin)


def test_two_sentences_stand_each_under_its_own_field(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    form = member.form
    retype(form.born_edit, "3/2/2090", type_text)
    spin = form.number_spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "1")
    qtbot.keyClick(spin, TAB)
    qtbot.waitUntil(lambda: below(member, form.born_edit) and below(member, spin))
    # What was under the field is under the sentence now.
    note, label = member.notes.note(form.born_edit), member.findChild(QLabel, "joined_title_label")
    assert note is not None
    assert isinstance(label, QLabel)
    assert note.geometry().bottom() < label.geometry().top()
    assert label.geometry().bottom() < form.joined_edit.geometry().top()


def test_the_cancel_button_stays_under_the_mouse_that_leaves_a_bad_field(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    retype(member.form.born_edit, "3/2/2090", type_text)
    qtbot.mousePress(member.form.cancel_button, Qt.MouseButton.LeftButton)
    assert member.notes.note(member.form.born_edit) is None
    qtbot.mouseRelease(member.form.cancel_button, Qt.MouseButton.LeftButton)
    assert not member.isVisible()


def test_after_another_member_is_asked_for_nothing_is_said_yet(
    member: MemberDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    retype(member.form.name_edit, "Lò Văn Mới", type_text)
    qtbot.mouseClick(member.form.another_button, Qt.MouseButton.LeftButton)
    assert member.form.name_edit.text() == ""
    member.look()
    assert member.notes.note(member.form.name_edit) is None


def test_a_day_before_the_term_is_said_at_the_day(
    plan: MeetingDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    date = plan.form.date_edit
    retype(date, "3/12/2024", type_text)
    qtbot.keyClick(date, TAB)
    assert "01/01/2025" in plan.notes.text(date)
    qtbot.waitUntil(lambda: bool(plan.notes.note(date)) and plan.notes.note(date).isVisible())  # type: ignore[union-attr]


def test_a_second_meeting_of_a_kind_on_a_day_is_said_until_kind_or_day_is_another(
    plan: MeetingDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    date, kind = plan.form.date_edit, plan.form.kind_box
    retype(date, "3/10/2026", type_text)
    qtbot.keyClick(date, TAB)
    assert "already a meeting" in plan.notes.text(date)
    kind.setFocus()
    kind.setCurrentIndex(kind.findData(MeetingKind.CONGRESS.value))
    qtbot.keyClick(kind, TAB)
    assert plan.notes.note(date) is None


def test_nothing_is_written_by_looking(
    plan: MeetingDialog, session: Session, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    before = session.book.value("select count(*) from steps")
    retype(plan.form.place_edit, "Nhà ông Bảy", type_text)
    qtbot.keyClick(plan.form.place_edit, TAB)
    assert session.book.value("select count(*) from steps") == before


def test_an_older_meeting_before_a_new_term_is_not_scolded(
    shown: Shown,
    session: Session,
    words: Messages,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    later = replace(session.register.cell, term_start=dt.date(2026, 11, 20))
    assert session.do(change_cell, session.register, later) is None
    plan = shown(MeetingDialog(session, words, meeting=meeting_id(session.book, NOVEMBER)))
    retype(plan.form.place_edit, "Nhà ông Bảy", type_text)
    qtbot.keyClick(plan.form.place_edit, TAB)
    assert plan.notes.note(plan.form.date_edit) is None


def test_a_task_that_is_due_before_it_was_given_is_said_at_the_day(
    shown: Shown,
    session: Session,
    words: Messages,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    dialog = shown(TaskDialog(session, words, meeting_id(session.book, NOVEMBER)))
    retype(dialog.form.due_edit, "1/10/2026", type_text)
    qtbot.keyClick(dialog.form.due_edit, TAB)
    assert dialog.notes.text(dialog.form.due_edit)
    # What it is about was not asked for yet.
    assert dialog.notes.note(dialog.form.what_edit) is None


def test_an_item_without_its_title_is_said_at_the_title(
    shown: Shown,
    session: Session,
    words: Messages,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    dialog = shown(AgendaItemDialog(session, words, meeting_id(session.book, NOVEMBER)))
    dialog.form.keep_button.setFocus()
    qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.notes.text(dialog.form.title_edit)
    assert dialog.focusWidget() is dialog.form.title_edit
    retype(dialog.form.title_edit, "Rừng", type_text)
    assert dialog.notes.note(dialog.form.title_edit) is None
