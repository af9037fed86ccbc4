"""The rules in use are shown with their source; a file is read before it is used."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations.rule_files import accept_rule_file
from cellsecretary.rules.sections import SECTIONS
from cellsecretary.ui.dialogs.rule_file import RuleFileDialog
from cellsecretary.ui.dialogs.rules import (
    ACCEPTED,
    FILE,
    MATTER,
    SECTION,
    SINCE,
    SOURCE,
    STATE,
    RulesDialog,
)
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.settings import Settings
from tests.building import NOVEMBER
from tests.rules.files import handed_out

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

BEGUN = {"valid_from": dt.date(2026, 11, 1)}
FILE_TEXT = handed_out(
    meeting=BEGUN | {"minimum_minutes": {"regular": 100}},
    choices=BEGUN | {"posts": ["Bí thư", "Phó bí thư", "Chi ủy viên"]},
)


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages) -> RulesDialog:
    made = RulesDialog(session, ask, words)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def column(table: QTableView, place: int) -> list[str]:
    model = table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def taken(dialog: RulesDialog, ask: QueuedAsk, path: Path, text: str) -> RuleFileDialog:
    """Take a file and give the dialog that shows what it changes."""
    path.write_text(text, encoding="utf-8")
    ask.will_answer(path)
    dialog.form.take_button.click()
    (shown,) = [one for one in dialog.findChildren(RuleFileDialog) if one.isVisible()]
    return shown


def least(session: Session) -> int:
    rules = session.rules(dt.date.fromisoformat(NOVEMBER))
    return rules.meeting.minimum_minutes[MeetingKind.REGULAR]


def test_every_section_is_shown_with_its_source_and_first_day(dialog: RulesDialog) -> None:
    table = dialog.form.rules_table
    assert len(column(table, SECTION)) == len(SECTIONS)
    assert (column(table, SECTION)[0], column(table, SINCE)[0]) == (
        "Meetings of the cell", "28/10/2025",
    )  # fmt: skip
    assert column(table, SOURCE)[0].startswith("HD 42-HD/BTCTW, 28/10/2025")
    assert "21/11/2026" in dialog.form.today_label.text()
    assert dialog.form.no_files_label.isVisible()
    assert not dialog.form.files_table.isVisible()
    assert not dialog.form.withdraw_button.isVisible()


def test_a_file_shows_what_it_changes_and_is_used_with_one_press(
    dialog: RulesDialog, ask: QueuedAsk, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = taken(dialog, ask, tmp_path / "xa.toml", FILE_TEXT)
    assert ask.asked == ["open RULES"]
    assert shown.form.file_label.text() == "xa.toml"
    assert [line.text for line in shown.form.changes_list.sentences] == [
        "Least length, regular meeting: 90 → 100 minutes (from 01/11/2026)",
        "Posts to choose: “Đảng viên” dropped (from 01/11/2026)",
    ]
    assert "2 rule" in shown.form.count_label.text()
    assert least(session) == 90
    qtbot.mouseClick(shown.form.keep_button, Qt.MouseButton.LeftButton)
    assert least(session) == 100
    files = dialog.form.files_table
    said = [column(files, place)[0] for place in (FILE, ACCEPTED, STATE)]
    assert said == ["xa.toml", "21/11/2026", "in use"]
    assert files.isColumnHidden(MATTER)
    assert column(dialog.form.rules_table, SOURCE)[0] == "QĐ 07-QĐ/ĐU, 15/12/2026"
    assert "xa.toml" in dialog.form.notice_banner.text_label.text()


def test_what_was_used_is_undone_in_the_same_place(
    dialog: RulesDialog, ask: QueuedAsk, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    taken(dialog, ask, tmp_path / "xa.toml", FILE_TEXT).form.keep_button.click()
    dialog.form.notice_banner.act_button.click()
    assert least(session) == 90
    assert dialog.form.no_files_label.isVisible()


def test_a_file_that_is_not_wanted_leaves_everything(
    dialog: RulesDialog, ask: QueuedAsk, session: Session, tmp_path: Path
) -> None:
    taken(dialog, ask, tmp_path / "xa.toml", FILE_TEXT).form.cancel_button.click()
    assert session.register.rule_files == ()
    ask.will_answer(None)
    dialog.form.take_button.click()
    assert session.register.rule_files == ()


def test_a_file_that_changes_nothing_says_so_and_is_not_used(
    dialog: RulesDialog, ask: QueuedAsk, tmp_path: Path
) -> None:
    shown = taken(dialog, ask, tmp_path / "xa.toml", handed_out(meeting={}))
    assert "changes no rule" in shown.form.count_label.text()
    assert not shown.form.keep_button.isEnabled()


def test_a_faulty_file_says_line_and_field_and_changes_nothing(
    dialog: RulesDialog, ask: QueuedAsk, session: Session, tmp_path: Path
) -> None:
    before = session.rulebook()
    path = tmp_path / "xa.toml"
    path.write_text(FILE_TEXT.replace('"carried" = 3', '"carried" = "3"'), encoding="utf-8")
    ask.will_answer(path, tmp_path, tmp_path / "none.toml")
    dialog.form.take_button.click()
    said = dialog.form.notice_banner.text_label.text()
    assert "xa.toml, line 2, “meeting[0].carried”" in said
    for _ in range(2):
        dialog.form.take_button.click()
        assert "cannot be opened" in dialog.form.notice_banner.text_label.text()
    assert not dialog.findChildren(RuleFileDialog)
    assert session.rulebook() is before


def test_a_file_is_let_go_and_undo_brings_it_back(
    dialog: RulesDialog, ask: QueuedAsk, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    taken(dialog, ask, tmp_path / "xa.toml", FILE_TEXT).form.keep_button.click()
    assert dialog.form.withdraw_button.isEnabled()
    qtbot.mouseClick(dialog.form.withdraw_button, Qt.MouseButton.LeftButton)
    assert least(session) == 90
    assert "no longer used" in dialog.form.notice_banner.text_label.text()
    dialog.form.notice_banner.act_button.click()
    assert least(session) == 100
    assert column(dialog.form.files_table, FILE) == ["xa.toml"]


def test_a_file_that_this_program_cannot_read_is_named_with_the_reason(
    dialog: RulesDialog, session: Session
) -> None:
    for name, text in (("new.toml", "format = 9\n[[vote]]\n"), ("xa.toml", FILE_TEXT)):
        assert session.do(accept_rule_file, session.register, name, text) is None
    files = dialog.form.files_table
    assert not files.isColumnHidden(MATTER)
    states = dict(zip(column(files, FILE), column(files, STATE), strict=True))
    assert states == {"new.toml": "cannot be used", "xa.toml": "in use"}
    (said, nothing) = column(files, MATTER)
    assert "line 1" in said
    assert "newer program" in said
    assert nothing == ""
    assert least(session) == 100


def test_a_file_that_is_left_out_is_told_when_the_rules_are_opened(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages
) -> None:
    assert session.do(accept_rule_file, session.register, "new.toml", "format = 9\n") is None
    dialog = RulesDialog(session, ask, words)
    qtbot.addWidget(dialog)
    assert "new.toml" in dialog.form.notice_banner.text_label.text()
    assert not dialog.form.notice_banner.isHidden()


def test_a_hostile_file_is_shown_as_it_is_written(
    dialog: RulesDialog, ask: QueuedAsk, session: Session, tmp_path: Path
) -> None:
    text = handed_out(choices=BEGUN | {"source": "<b>&x", "posts": ["<b>&", "{0} %n $a"]})
    shown = taken(dialog, ask, tmp_path / "<i>&x.toml", text)
    assert shown.form.file_label.text() == "<i>&x.toml"
    assert any("“<b>&”, “{0} %n …”" in line.text for line in shown.form.changes_list.sentences)
    shown.form.keep_button.click()
    assert "<b>&x" in column(dialog.form.rules_table, SOURCE)
    assert session.rules(session.today()).posts == ("<b>&", "{0} %n $a")


def test_the_menu_leads_there(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path
) -> None:
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    menu = window.form.more_button.menu()
    assert menu is not None
    entries = menu.findChildren(QAction)
    next(one for one in entries if one.text() == "R&ules in use…").trigger()
    (opened,) = window.findChildren(RulesDialog)
    assert opened.isVisible()
    opened.close()
