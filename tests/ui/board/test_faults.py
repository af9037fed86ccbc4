"""A fault in a page of the board's window takes that page alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.board.meeting import BoardMeetingDialog
from cellsecretary.ui.board.window import PAGES, BoardWindow
from tests.ui.board.conftest import FIRST
from tests.ui.faults import meet, notice_button, only, plant, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.ui.board.session import BoardSession
    from cellsecretary.ui.crashing import CrashHook
    from cellsecretary.ui.program import Program


@pytest.fixture
def window(program: Program, filled: BoardSession, tmp_path: Path) -> BoardWindow:
    path = tmp_path / "opened.bangxa"
    shutil.copyfile(filled.board.path, path)
    assert program.open_file(path)
    assert isinstance(program.window, BoardWindow)
    return program.window


@pytest.mark.thorough
@pytest.mark.parametrize("failing", ["__init__", "refresh"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_board_that_fails_says_so_and_the_others_go_on(
    program: Program, window: BoardWindow, hook: CrashHook, page: str, failing: str
) -> None:
    if made := window._pages.pop(page, None):
        window.form.page_stack.removeWidget(made)
        made.deleteLater()
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, PAGES[page], failing)
        shown = window.show_page(page)
        assert shown.has_failed
        notice_button(shown, "copy_button").click()
        copied = QGuiApplication.clipboard().text()
        assert "ValueError" in copied
        assert "Mười" not in copied
        for other in PAGES:
            assert window.show_page(other).has_failed is (other == page)
        window.session.tell_collected()
        notice_button(window.show_page(page), "again_button").click()
        assert window._pages[page].has_failed, "the fault is still there"
    notice_button(window._pages[page], "again_button").click()
    assert type(window._pages[page]) is PAGES[page]
    assert not window._pages[page].has_failed
    assert window.form.page_stack.currentWidget() is window._pages[page]
    meet(lambda: None)
    assert not told(program), "it is said in its place"


def test_a_remark_that_is_being_typed_is_on_the_board_after_a_fault(
    program: Program,
    window: BoardWindow,
    hook: CrashHook,
    type_text: Callable[[QWidget, str], None],
) -> None:
    cell = next(one.id for one in window.session.record.cells if one.name == FIRST.name)
    window.open_cell(cell, None)
    (dialog,) = window.findChildren(BoardMeetingDialog)
    dialog.form.pages_tabs.setCurrentWidget(dialog.superior)
    type_text(dialog.superior.form.remark_edit, "Biên bản đầy đủ")
    meet()
    assert only(program).isVisible()
    assert not any(autosave.pending for autosave in window.findChildren(Autosave))
    assert window.session.board.values("select text from meeting_remarks") == ["Biên bản đầy đủ"]
