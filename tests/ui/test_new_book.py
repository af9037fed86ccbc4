"""A new book asks six things; everything else has a default."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary import paths
from cellsecretary.core.kinds import CellKind, Shift
from cellsecretary.ui.dialogs.new_book import NewBookDialog, proposed_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk

TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def dialog(qtbot: QtBot, themed: QApplication, ask: QueuedAsk, words: Messages) -> NewBookDialog:
    made = NewBookDialog(TODAY, ask, words)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def fill(dialog: NewBookDialog, type_text: Callable[[QWidget, str], None]) -> None:
    type_text(dialog.form.name_edit, "Chi bộ bản Mới")
    type_text(dialog.form.superior_edit, "Đảng bộ xã Lưỡng Vượng")
    type_text(dialog.form.commune_edit, "Lưỡng Vượng")
    type_text(dialog.form.place_edit, "Nhà văn hóa bản Mới")


def test_six_lines_give_a_cell_and_a_path(
    dialog: NewBookDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    fill(dialog, type_text)
    dialog.form.day_spin.setValue(5)
    dialog.form.hour_edit.selectAll()
    type_text(dialog.form.hour_edit, "20h")
    with qtbot.waitSignal(dialog.ready, timeout=0) as ready:
        qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)
    cell, path = ready.args
    assert (cell.name, cell.superior) == ("Chi bộ bản Mới", "Đảng bộ xã Lưỡng Vượng")
    assert (cell.commune, cell.place) == ("Lưỡng Vượng", "Nhà văn hóa bản Mới")
    assert (cell.day, cell.time) == (5, dt.time(20))
    assert (cell.kind, cell.shift) == (CellKind.VILLAGE, Shift.NONE)
    assert cell.term_start == dt.date(2026, 1, 1)
    assert path == paths.books_folder() / "Chi bộ bản Mới.chibo"


def test_the_dialog_stays_until_the_book_is_made(
    dialog: NewBookDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    fill(dialog, type_text)
    dialog.keep()
    assert dialog.isVisible()
    assert dialog.form.name_edit.text() == "Chi bộ bản Mới"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name_edit", "", "The cell has no name yet"),
        ("superior_edit", " ", "superior body is missing"),
        ("commune_edit", "", "commune is missing"),
        ("hour_edit", "25h", "no hour"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    dialog: NewBookDialog,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
    field: str,
    text: str,
    sentence: str,
) -> None:
    fill(dialog, type_text)
    getattr(dialog.form, field).setText(text)
    with qtbot.assertNotEmitted(dialog.ready):
        dialog.keep()
    assert sentence in dialog.notes.text(getattr(dialog.form, field))
    assert dialog.focusWidget() is getattr(dialog.form, field)


def test_the_place_of_the_book_is_said_in_words_and_can_be_another(
    dialog: NewBookDialog,
    ask: QueuedAsk,
    qtbot: QtBot,
    tmp_path: Path,
    type_text: Callable[[QWidget, str], None],
) -> None:
    fill(dialog, type_text)
    assert "“Chi bộ bản Mới.chibo”" in dialog.form.file_label.text()
    assert f"“{paths.books_folder().name}”" in dialog.form.file_label.text()
    ask.will_answer(None, tmp_path / "khác.chibo")
    qtbot.mouseClick(dialog.form.elsewhere_button, Qt.MouseButton.LeftButton)
    assert "“Chi bộ bản Mới.chibo”" in dialog.form.file_label.text()
    qtbot.mouseClick(dialog.form.elsewhere_button, Qt.MouseButton.LeftButton)
    assert "“khác.chibo”" in dialog.form.file_label.text()
    with qtbot.waitSignal(dialog.ready, timeout=0) as ready:
        dialog.keep()
    assert ready.args[1] == tmp_path / "khác.chibo"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Chi bộ thôn 3", "Chi bộ thôn 3.chibo"),
        ("Chi bộ 3/4: Đồng <Xanh>?", "Chi bộ 3 4  Đồng  Xanh.chibo"),
        ("  ", "Party cell.chibo"),
        ("...", "Party cell.chibo"),
        ("../../etc", "etc.chibo"),
        ("Ă" * 300, "Ă" * 80 + ".chibo"),
    ],
)
def test_any_name_gives_a_file_that_every_system_can_have(name: str, file: str) -> None:
    assert proposed_path(name) == paths.books_folder() / file


def test_a_book_that_is_there_is_never_proposed() -> None:
    first = proposed_path("Chi bộ thôn 3")
    first.parent.mkdir(parents=True, exist_ok=True)
    first.touch()
    assert proposed_path("Chi bộ thôn 3").name == "Chi bộ thôn 3 2.chibo"
