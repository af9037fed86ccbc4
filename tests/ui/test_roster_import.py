"""A list is shown row by row before anything of it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.ui.dialogs.roster_import import FATE, MATTER, NAME, RosterImportDialog
from cellsecretary.ui.panels.members import MembersPanel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

HEADER = "STT;Họ và tên;Giới tính;Ngày sinh;Ngày chính thức;Quê quán"
LINES = (
    "1;Hà Xuân Huy;Nam;21/08/1980;20/02/2019;Tuyên Quang",
    "70;Nguyễn Thị Hồng Nhung;Nữ;31/02/1999;03/02/2025;",
    "71;Trần Văn Ất;Nam;05/06/1979;01/02/2001;",
    "2;Đỗ Văn Mới;Nam;05/06/1980;01/02/2002;",
)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages) -> MembersPanel:
    made = MembersPanel(session, ask, words)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def preview(panel: MembersPanel, ask: QueuedAsk, path: Path, *lines: str) -> RosterImportDialog:
    path.write_text("\n".join((HEADER, *lines)), encoding="utf-8")
    ask.will_answer(path)
    panel.import_list()
    dialogs = [d for d in panel.findChildren(RosterImportDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def column(dialog: RosterImportDialog, place: int) -> list[str]:
    model = dialog.form.rows_table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_problems_come_first_row_by_row(
    panel: MembersPanel, ask: QueuedAsk, tmp_path: Path
) -> None:
    dialog = preview(panel, ask, tmp_path / "danh sách.csv", *LINES)
    assert dialog.form.file_label.text() == "danh sách.csv"
    assert column(dialog, NAME) == ["Nguyễn Thị Hồng Nhung", "Đỗ Văn Mới"]
    assert column(dialog, FATE) == ["entered in part", "left out"]
    matters = column(dialog, MATTER)
    assert "31/02/1999" in matters[0]
    assert "Number 2 belongs to somebody else" in matters[1]
    assert "2 to be entered · 1 known already · 1 left out" in dialog.form.count_label.text()
    assert "Quê quán" in dialog.form.left_out_label.text()


def test_all_rows_show_what_was_read(
    panel: MembersPanel, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = preview(panel, ask, tmp_path / "a.csv", *LINES)
    dialog.form.all_radio.click()
    assert column(dialog, FATE) == ["known already", "entered in part", "entered", "left out"]
    assert dialog.form.rows_table.isColumnHidden(MATTER)
    model = dialog.form.rows_table.model()
    said = [model.index(2, place).data() for place in range(model.columnCount())]
    assert {"71", "05/06/1979", "01/02/2001"} <= set(said)


def test_nothing_is_written_before_it_is_accepted(
    panel: MembersPanel, session: Session, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    before = session.register.members
    dialog = preview(panel, ask, tmp_path / "a.csv", *LINES)
    assert session.register.members == before
    qtbot.mouseClick(dialog.form.cancel_button, Qt.MouseButton.LeftButton)
    assert session.register.members == before
    dialog = preview(panel, ask, tmp_path / "a.csv", *LINES)
    qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)
    added = session.register.members[len(before) :]
    assert [m.name for m in added] == ["Nguyễn Thị Hồng Nhung", "Trần Văn Ất"]
    assert not dialog.isVisible()
    assert "2 member" in panel.form.notice_banner.text_label.text()
    assert panel.focusWidget() is panel.form.members_table


def test_the_same_list_again_adds_nobody(
    panel: MembersPanel, session: Session, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    good = LINES[2]
    dialog = preview(panel, ask, tmp_path / "a.csv", good)
    qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)
    dialog = preview(panel, ask, tmp_path / "a.csv", good)
    assert dialog.form.all_radio.isChecked()
    assert not dialog.form.problems_radio.isEnabled()
    assert column(dialog, FATE) == ["known already"]
    assert not dialog.form.keep_button.isEnabled()


def test_a_file_that_is_no_list_is_refused_in_one_sentence(
    panel: MembersPanel, ask: QueuedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "thư.csv"
    path.write_text("Kính gửi các đồng chí", encoding="utf-8")
    ask.will_answer(path, tmp_path / "mất.csv", None)
    panel.import_list()
    assert "thư.csv" in panel.form.notice_banner.text_label.text()
    panel.import_list()
    assert "mất.csv" in panel.form.notice_banner.text_label.text()
    panel.import_list()
    assert not panel.findChildren(RosterImportDialog)


def test_names_are_shown_as_written(
    panel: MembersPanel, session: Session, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = preview(panel, ask, tmp_path / "<b>&.csv", '80;"<b>Lò & Vàng";Nam;1/2/1970;1/2/1999;')
    assert dialog.form.file_label.text() == "<b>&.csv"
    assert dialog.form.file_label.textFormat() == Qt.TextFormat.PlainText
    dialog.form.all_radio.click()
    assert column(dialog, NAME) == ["<b>Lò & Vàng"]
