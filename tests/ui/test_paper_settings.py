"""What offices differ in, chosen beside the paper that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.preferences import preferences_of
from cellsecretary.core.ruleset import Authority, Superior
from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.papers import FORMS
from cellsecretary.ui.dialogs.paper_settings import PaperSettingsDialog
from tests.building import NOVEMBER, OCTOBER, meeting_id, new_book

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.preferences import Preferences
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


def opened(dialog: PaperSettingsDialog, qtbot: QtBot) -> PaperSettingsDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    wait(dialog, qtbot)
    return dialog


def wait(dialog: PaperSettingsDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._soon.isActive())


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, words: Messages) -> PaperSettingsDialog:
    return opened(PaperSettingsDialog(session, words), qtbot)


def choose(box: QComboBox, kind: str) -> None:
    box.setCurrentIndex(box.findData(kind))


def held(session: Session) -> Preferences:
    return preferences_of(session.meeting(meeting_id(session, NOVEMBER)).rules.paper)


def page(dialog: PaperSettingsDialog) -> str:
    return " ".join(dialog.form.paper_view.text().split())


def test_it_opens_with_what_holds_and_the_last_minutes(
    dialog: PaperSettingsDialog, session: Session
) -> None:
    assert dialog.entered() == held(session)
    assert "BIÊN BẢN" in page(dialog)
    assert "03 tháng 11 năm 2026" in page(dialog)
    assert dialog.form.preview_label.isHidden()


def test_the_paper_follows_every_choice_before_anything_is_kept(
    dialog: PaperSettingsDialog, session: Session, qtbot: QtBot
) -> None:
    form, before = dialog.form, held(session)
    choose(form.superior_box, Superior.COMMITTEE)
    choose(form.tones_box, ToneStyle.SECOND)
    wait(dialog, qtbot)
    assert "ĐẢNG UỶ" in page(dialog)
    first_page = len(page(dialog))
    form.body_spin.setValue(15)
    form.spacing_spin.setValue(22)
    wait(dialog, qtbot)
    assert len(page(dialog)) < first_page
    assert held(session) == before


def test_ticks_by_paper_take_dashes_and_date_away(
    dialog: PaperSettingsDialog, qtbot: QtBot
) -> None:
    assert "-----" in page(dialog)
    assert "Lưỡng Vượng, ngày" in page(dialog)
    model = dialog._lines
    row = model.index_of("minutes").row()
    for column in (1, 2):
        state = Qt.CheckState.Unchecked.value
        assert model.setData(model.index(row, column), state, Qt.ItemDataRole.CheckStateRole)
    wait(dialog, qtbot)
    assert "-----" not in page(dialog)
    assert "Lưỡng Vượng, ngày" not in page(dialog)
    assert "minutes" not in dialog.entered().dashes_under


def test_what_is_kept_holds_for_open_meetings_in_one_step_of_undo(
    dialog: PaperSettingsDialog, session: Session, qtbot: QtBot
) -> None:
    form, before = dialog.form, held(session)
    choose(form.authority_box, Authority.COMMITTEE)
    choose(form.end_box, "./.")
    form.large_spin.setValue(20)
    form.receivers_edit.setPlainText("Đảng ủy xã\n\n  Lưu Chi bộ ")
    wanted = dialog.entered()
    assert wanted.receivers == ("Đảng ủy xã", "Lưu Chi bộ")
    qtbot.mouseClick(form.keep_button, LEFT)
    assert not dialog.isVisible()
    assert held(session) == wanted
    closed = session.meeting(meeting_id(session, OCTOBER))
    assert preferences_of(closed.rules.paper) == before
    session.undo()
    assert held(session) == before


def test_choices_are_not_thrown_away_by_one_slip(
    dialog: PaperSettingsDialog, session: Session, qtbot: QtBot
) -> None:
    before = held(session)
    choose(dialog.form.tones_box, ToneStyle.FIRST)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert held(session) == before


@pytest.mark.thorough
def test_every_paper_can_be_looked_at_and_has_a_name(
    dialog: PaperSettingsDialog, qtbot: QtBot
) -> None:
    box = dialog.form.preview_box
    for index in range(box.count()):
        box.setCurrentIndex(index)
        wait(dialog, qtbot)
        told = dialog.form.preview_label.isVisible()
        assert told != bool(dialog.form.paper_view.page_count), box.itemText(index)
    assert [line.form for line in dialog._lines.rows] == list(FORMS)


def test_a_book_without_a_meeting_has_settings_all_the_same(
    session: Session, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    from cellsecretary.core.operations.cell import start_book
    from cellsecretary.ui.session import Session as NewSession
    from tests.building import AFTER, context, done

    book = new_book(tmp_path / "new.chibo")
    book.apply(done(start_book(context(), session.register.cell)), AFTER)
    dialog = opened(PaperSettingsDialog(NewSession(book, lambda: AFTER), words), qtbot)
    assert dialog.form.preview_label.isVisible()
    choose(dialog.form.tones_box, ToneStyle.FIRST)
    qtbot.mouseClick(dialog.form.keep_button, LEFT)
    assert not dialog.isVisible()
    book.close()
