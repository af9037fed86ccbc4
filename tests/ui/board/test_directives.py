"""What goes to all cells: directives are entered and withdrawn, rule files read before they go."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.reply import DirectiveKind
from cellsecretary.ui.board.directive import DirectiveDialog
from cellsecretary.ui.board.directives import DirectivesPage, HandOutDialog
from tests.rules.files import handed_out
from tests.ui.board.sent import TODAY, begun, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.store.board import Board
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk

RULES = handed_out(
    meeting={"valid_from": dt.date(2026, 11, 1), "minimum_minutes": {"regular": 100}}
)


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    with closing(begun(tmp_path / "xa.bangxa")) as board:
        yield board


@pytest.fixture
def session(themed: QApplication, board: Board) -> BoardSession:
    return session_of(board)


@pytest.fixture
def page(session: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> DirectivesPage:
    page = DirectivesPage(session, ask, words)
    qtbot.addWidget(page)
    page.resize(1130, 560)
    with qtbot.waitExposed(page):
        page.show()
    return page


def asked(page: DirectivesPage) -> DirectiveDialog:
    (dialog,) = [one for one in page.findChildren(DirectiveDialog) if one.isVisible()]
    return dialog


def texts(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, place).data()) for place in range(model.columnCount())]


def issue(page: DirectivesPage, kind: DirectiveKind, title: str) -> None:
    page.issued.add_button.click()
    form = asked(page).form
    form.kind_box.setCurrentIndex(form.kind_box.findData(kind))
    form.title_edit.setPlainText(title)
    form.keep_button.click()


def test_a_document_has_a_number_and_a_day_and_is_for_some_months(
    page: DirectivesPage, session: BoardSession
) -> None:
    assert page.issued.empty_page.isVisible()
    page.issued.add_button.click()
    dialog = asked(page)
    form = dialog.form
    assert form.document_panel.isVisible()
    assert not form.quarter_panel.isVisible()
    form.title_edit.setPlainText("Hướng dẫn tổng kết năm")
    form.number_edit.setText("12-HD/ĐU")
    form.issued_edit.setText("20/11/2026")
    form.first_box.setCurrentIndex(form.first_box.findText("Month 12 of 2026"))
    form.last_box.setCurrentIndex(form.last_box.findText("Month 12 of 2026"))
    form.keep_button.click()
    (row,) = session.register.directives
    assert (row.kind, row.number, row.issued) == (
        DirectiveKind.DOCUMENT,
        "12-HD/ĐU",
        dt.date(2026, 11, 20),
    )
    assert (row.first, row.last) == (dt.date(2026, 12, 1), dt.date(2026, 12, 31))
    assert texts(page.issued.issued_table, 0) == [
        "coming",
        "Document to disseminate",
        "Hướng dẫn tổng kết năm",
        "12-HD/ĐU of 20/11/2026",
        "month 12/2026",
    ]


def test_a_theme_is_for_a_quarter_and_has_no_number(
    page: DirectivesPage, session: BoardSession
) -> None:
    issue(page, DirectiveKind.THEME, "Học và làm theo Bác")
    (row,) = session.register.directives
    assert (row.first, row.last) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    assert (row.number, row.issued) == ("", None)
    assert texts(page.issued.issued_table, 0)[-1] == "quarter IV/2026"
    assert texts(page.issued.issued_table, 0)[0] == "in force"


def test_a_directive_is_changed_where_it_stands(
    page: DirectivesPage, session: BoardSession, qtbot: QtBot
) -> None:
    issue(page, DirectiveKind.TOPIC, "Phòng cháy")
    issue(page, DirectiveKind.THEME, "Nêu gương")
    row = next(one for one in session.register.directives if one.title == "Phòng cháy")
    page.issued.issued_table.setCurrentIndex(page._directives.index_of(row.id))
    qtbot.keyClick(page.issued.issued_table, Qt.Key.Key_Return)
    form = asked(page).form
    assert form.title_edit.toPlainText() == "Phòng cháy"
    form.title_edit.setPlainText("Phòng cháy mùa hanh khô")
    form.keep_button.click()
    assert {one.id for one in session.register.directives if one.title.startswith("Phòng")} == {
        row.id
    }
    assert len(session.register.directives) == 2


def test_what_lacks_a_title_or_a_day_is_said_at_its_field(
    page: DirectivesPage, session: BoardSession
) -> None:
    page.issued.add_button.click()
    dialog = asked(page)
    dialog.form.keep_button.click()
    note = dialog.notes.note(dialog.form.title_edit)
    assert dialog.isVisible()
    assert note is not None or dialog.form.notice_banner.isVisible()
    dialog.form.title_edit.setPlainText("Nêu gương")
    dialog.form.issued_edit.setText("ngày nào đó")
    dialog.form.keep_button.click()
    assert dialog.isVisible()
    assert session.register.directives == ()


def test_the_last_month_follows_the_first_one(page: DirectivesPage) -> None:
    page.issued.add_button.click()
    form = asked(page).form
    form.first_box.setCurrentIndex(form.first_box.count() - 1)
    form.first_box.activated.emit(form.first_box.currentIndex())
    assert form.last_box.currentIndex() == form.first_box.currentIndex()


def test_a_directive_is_withdrawn_and_holds_again(
    page: DirectivesPage, session: BoardSession
) -> None:
    issue(page, DirectiveKind.THEME, "Nêu gương")
    button = page.issued.withdraw_button
    button.click()
    assert session.register.directives[0].withdrawn
    assert texts(page.issued.issued_table, 0)[0] == "withdrawn"
    assert button.text() == "Let it hold a&gain"
    button.click()
    assert not session.register.directives[0].withdrawn


# Rule files


def taken(page: DirectivesPage, ask: QueuedAsk, path: Path, text: str) -> HandOutDialog:
    path.write_text(text, encoding="utf-8")
    ask.will_answer(path)
    page.rules.add_button.click()
    shown: HandOutDialog
    (shown,) = [one for one in page.findChildren(HandOutDialog) if one.isVisible()]
    return shown


def test_a_rule_file_is_read_in_plain_words_before_it_goes(
    page: DirectivesPage, session: BoardSession, ask: QueuedAsk, tmp_path: Path
) -> None:
    page.form.sides_tabs.setCurrentIndex(1)
    dialog = taken(page, ask, tmp_path / "hop.toml", RULES)
    assert any("100" in one.text for one in dialog.form.changes_list.sentences)
    assert [*session.register.rule_files] == []
    dialog.form.keep_button.click()
    (file,) = session.register.rule_files
    assert (file.id, file.text) == ("hop.toml", RULES)
    assert texts(page.rules.files_table, 0) == ["hop.toml", "26/11/2026", "handed out"]
    assert "next reply" in page.form.notice_banner.text_label.text()


def test_a_faulty_rule_file_is_refused_with_its_line(
    page: DirectivesPage, session: BoardSession, ask: QueuedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "sai.toml"
    path.write_text("[[meeting]\n", encoding="utf-8")
    ask.will_answer(path)
    page.rules.add_button.click()
    assert "sai.toml" in page.form.notice_banner.text_label.text()
    assert session.register.rule_files == ()
    assert not any(isinstance(one, HandOutDialog) for one in page.children())


def test_a_file_of_the_same_name_takes_the_place_of_the_other_and_is_compared_without_it(
    page: DirectivesPage, session: BoardSession, ask: QueuedAsk, tmp_path: Path
) -> None:
    taken(page, ask, tmp_path / "hop.toml", RULES).form.keep_button.click()
    more = RULES.replace("100", "110")
    again = taken(page, ask, tmp_path / "hop.toml", more)
    assert "110" in again.form.changes_list.sentences[0].text
    assert "100" not in again.form.changes_list.sentences[0].text
    again.form.keep_button.click()
    assert [one.text for one in session.register.rule_files] == [more]


def test_a_rule_file_is_withdrawn_and_handed_out_again(
    page: DirectivesPage, session: BoardSession, ask: QueuedAsk, tmp_path: Path
) -> None:
    page.form.sides_tabs.setCurrentIndex(1)
    taken(page, ask, tmp_path / "hop.toml", RULES).form.keep_button.click()
    page.rules.withdraw_button.click()
    assert session.register.rule_files[0].withdrawn
    assert texts(page.rules.files_table, 0)[2] == "withdrawn"
    page.rules.withdraw_button.click()
    assert not session.register.rule_files[0].withdrawn
    assert session.register.rule_files[0].changed.date() == TODAY
