"""New names from a day on, terms with their committee: entered, shown, corrected, undone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.terms import committee, present_term
from cellsecretary.ui.dialogs.cell import CellDialog
from cellsecretary.ui.dialogs.earlier_posts import EarlierPostsDialog
from cellsecretary.ui.dialogs.renamings import RenamingsDialog
from cellsecretary.ui.dialogs.term import TermDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id
from tests.ui.test_cell_dialogs import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

TODAY = AFTER.date()
END = dt.date(2029, 12, 31)


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path
) -> MainWindow:
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show_page("home")
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def renamings(qtbot: QtBot, session: Session, words: Messages) -> RenamingsDialog:
    return opened(RenamingsDialog(session, words), qtbot)


def rename(dialog: RenamingsDialog, day: dt.date, qtbot: QtBot) -> None:
    dialog.form.since_edit.set_date(day)
    dialog.form.name_edit.setText("Chi bộ thôn Đồng Tâm")
    qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)


def test_the_window_is_called_as_the_cell_is_today_and_undo_takes_it_back(
    window: MainWindow, session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened(RenamingsDialog(session, words), qtbot)
    rename(dialog, dt.date(2026, 11, 1), qtbot)
    assert not dialog.isVisible()
    assert window.windowTitle() == "Chi bộ thôn Đồng Tâm"
    assert window.form.cell_label.text() == "Chi bộ thôn Đồng Tâm"
    assert session.meeting(meeting_id(session, OCTOBER)).cell.name == "Chi bộ thôn 3"
    assert session.meeting(meeting_id(session, NOVEMBER)).cell.name == "Chi bộ thôn Đồng Tâm"
    window.undo()
    assert window.windowTitle() == "Chi bộ thôn 3"


def test_names_of_a_coming_day_wait_for_it(
    window: MainWindow, session: Session, words: Messages, qtbot: QtBot
) -> None:
    rename(opened(RenamingsDialog(session, words), qtbot), TODAY + dt.timedelta(days=1), qtbot)
    assert window.windowTitle() == "Chi bộ thôn 3"


def test_closed_meetings_that_the_names_come_too_late_for_are_counted(
    renamings: RenamingsDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    late = renamings.form.late_label
    assert not late.isVisible()
    type_text(renamings.form.since_edit, "1/10/2026")
    qtbot.keyClick(renamings.form.since_edit, Qt.Key.Key_Tab)
    assert late.isVisible()
    assert late.text().startswith("1 meeting")
    rename(renamings, dt.date(2026, 10, 1), qtbot)
    assert not renamings.isVisible()


def test_names_without_a_day_or_the_same_as_before_are_refused(
    renamings: RenamingsDialog, session: Session
) -> None:
    renamings.keep()
    assert "no day" in renamings.notes.text(renamings.form.since_edit)
    renamings.form.since_edit.set_date(TODAY)
    renamings.keep()
    assert "those in use" in renamings.notes.text(renamings.form.name_edit)
    assert session.register.renamings == ()


def test_names_can_be_taken_out_of_the_list(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    rename(opened(RenamingsDialog(session, words), qtbot), TODAY, qtbot)
    dialog = opened(RenamingsDialog(session, words), qtbot)
    assert dialog.form.names_table.isVisible()
    qtbot.mouseClick(dialog.form.remove_button, Qt.MouseButton.LeftButton)
    assert session.register.renamings == ()
    assert not dialog.form.names_table.isVisible()
    session.undo()
    assert dialog.form.names_table.isVisible()


def test_the_dialog_of_the_cell_leads_to_names_and_terms(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    for name, wanted in (("renamings", "renamings_wanted"), ("terms", "terms_wanted")):
        dialog = opened(CellDialog(session, words), qtbot)
        dialog.form.place_edit.setText(f"Nhà văn hóa {name}")
        with qtbot.waitSignal(getattr(dialog, wanted), timeout=0):
            button = getattr(dialog.form, f"{name}_button")
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert session.register.cell.place == f"Nhà văn hóa {name}"
        assert not dialog.isVisible()


# Terms


@pytest.fixture
def term(qtbot: QtBot, session: Session, words: Messages) -> TermDialog:
    return opened(TermDialog(session, words), qtbot)


def on_committee(session: Session) -> list[str]:
    rules = session.rules(TODAY)
    return [member.post for member in committee(session.register, TODAY, rules)]


def test_the_end_of_the_present_term_is_proposed_and_kept(
    term: TermDialog, session: Session, qtbot: QtBot
) -> None:
    start, before = session.register.cell.term_start, on_committee(session)
    assert term.form.since_edit.date() == start
    assert "present term" in term.form.effect_label.text()
    assert len(term.committee_tags.buttons) == len(before)
    term.form.until_edit.set_date(END)
    qtbot.mouseClick(term.form.keep_button, Qt.MouseButton.LeftButton)
    kept = present_term(session.register)
    assert kept is not None
    assert (kept.since, kept.until) == (start, END)
    assert on_committee(session) == before


def test_a_new_term_begins_with_the_committee_that_was_put_together(
    term: TermDialog, session: Session, qtbot: QtBot
) -> None:
    register = session.register
    new = next(m for m in register.members_on(TODAY) if not m.post)
    term.form.since_edit.set_date(TODAY)
    term._follow()
    assert "20/11/2026" in term.form.effect_label.text()
    assert term.form.until_edit.date() == dt.date(2031, 11, 20)
    count = len(term.committee_tags.buttons)
    term.form.holder_edit.set_member(new.id)
    term._add()
    assert len(term.committee_tags.buttons) == count
    qtbot.mouseClick(term.committee_tags.buttons[1], Qt.MouseButton.LeftButton)
    assert len(term.committee_tags.buttons) == count - 1
    qtbot.mouseClick(term.form.keep_button, Qt.MouseButton.LeftButton)
    assert not term.isVisible()
    assert session.register.cell.term_start == TODAY
    assert committee(session.register, TODAY, session.rules(TODAY))[0].id == new.id
    session.undo()
    assert session.register == register


def test_terms_and_posts_of_the_past_are_listed(
    term: TermDialog, session: Session, words: Messages, qtbot: QtBot
) -> None:
    term.form.since_edit.set_date(TODAY)
    term.keep()
    again = opened(TermDialog(session, words), qtbot)
    model = again.form.terms_table.model()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert "21/11/2026" in rows[0][0]
    assert [post for _, post, _ in rows][:2] == ["Bí thư", "Phó bí thư"]
    assert any("20/11/2026" in who for _, _, who in rows)
    assert again.form.long_label.isVisible()
    assert "2 terms in a row" in again.form.long_label.text()


def test_the_advice_of_an_ended_term_leads_to_its_dialog(
    window: MainWindow, session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened(TermDialog(session, words), qtbot)
    dialog.form.until_edit.set_date(dt.date(2026, 11, 20))
    dialog.keep()
    found = [
        advice
        for advice in cell_advice(session.register, TODAY, session.rules)
        if advice.point is Point.TERM_ENDED
    ]
    assert [advice.pressing for advice in found] == [True]
    window.go_to(found[0])
    opened_now = window.findChildren(TermDialog)
    assert [one.form.since_edit.date() for one in opened_now] == [TODAY]
    opened_now[0].done(0)


# Before the book


def rows_of(dialog: TermDialog) -> list[list[str]]:
    model = dialog.form.terms_table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def earlier(dialog: TermDialog, qtbot: QtBot) -> EarlierPostsDialog:
    qtbot.mouseClick(dialog.form.earlier_button, Qt.MouseButton.LeftButton)
    return next(one for one in dialog.findChildren(EarlierPostsDialog) if one.isVisible())


def test_a_term_before_the_book_is_entered_shown_counted_and_taken_out(
    term: TermDialog, session: Session, qtbot: QtBot
) -> None:
    secretary = committee(session.register, TODAY, session.rules(TODAY))[0]
    assert not term.form.long_label.isVisible()
    dialog = earlier(term, qtbot)
    assert not dialog.form.posts_table.isVisible()
    assert dialog.form.holder_edit.member() == secretary.id
    assert dialog.form.until_edit.date() == dt.date(2024, 12, 31)
    dialog.form.since_edit.set_date(dt.date(2020, 1, 1))
    qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert rows_of(term)[-1] == [
        "Before the book", "Bí thư", f"{secretary.name} (01/01/2020 – 31/12/2024)",
    ]  # fmt: skip
    assert "2 terms in a row" in term.form.long_label.text()
    again = earlier(term, qtbot)
    assert again.form.until_edit.date() == dt.date(2019, 12, 31), "the term before that one"
    qtbot.mouseClick(again.form.remove_button, Qt.MouseButton.LeftButton)
    assert not again.form.posts_table.isVisible()
    again.done(0)
    assert session.register.post_spans == ()
    assert not term.form.long_label.isVisible()
    assert term.isVisible()
    session.undo()
    assert len(session.register.post_spans) == 1


def test_days_within_the_book_and_names_of_nobody_are_said_at_their_fields(
    term: TermDialog, session: Session, qtbot: QtBot
) -> None:
    dialog = earlier(term, qtbot)
    dialog.keep()
    assert "no day" in dialog.notes.text(dialog.form.since_edit)
    dialog.form.since_edit.set_date(dt.date(2020, 1, 1))
    dialog.form.until_edit.set_date(dt.date(2025, 1, 1))
    dialog.keep()
    assert "01/01/2025" in dialog.notes.text(dialog.form.until_edit)
    dialog.form.holder_edit.set_member(None)
    dialog.form.until_edit.set_date(dt.date(2024, 12, 31))
    dialog.keep()
    assert dialog.notes.text(dialog.form.holder_edit)
    assert session.register.post_spans == ()
    dialog.done(0)


def test_what_is_typed_of_a_term_stays_while_one_before_the_book_is_entered(
    term: TermDialog, qtbot: QtBot
) -> None:
    term.form.name_edit.setText("2025–2030")
    qtbot.mouseClick(term.committee_tags.buttons[1], Qt.MouseButton.LeftButton)
    chosen = term.entered()
    dialog = earlier(term, qtbot)
    dialog.form.since_edit.set_date(dt.date(2020, 1, 1))
    dialog.keep()
    assert term.entered() == chosen
