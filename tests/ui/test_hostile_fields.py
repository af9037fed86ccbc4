"""Hostile texts typed into every field, and shown by every panel, page and dialog."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QPushButton,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.columns import TABLES
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.session import Session
from tests.building import AFTER, NOVEMBER, record_of
from tests.hostile import HUGE, TEXTS, is_clean
from tests.ui.board.conftest import NOW
from tests.ui.every_form import ELSEWHERE, VARIANTS, World, give_two_hats, has_table, hosts, poison
from tests.ui.scenes import fill_board
from tests.ui.test_form import program_forms
from tests.ui.typist import Typist, commit, fields_of, leave, paste

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.store.ledger import Ledger

FORMS = [*sorted(set(hosts()) - set(ELSEWHERE)), *VARIANTS]
KEPT = ("html", "format", "surrogate", "access_keys")
"""What is kept, one after the other, in each dialog: keeping takes longer than typing."""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, replayed_file: Path) -> tuple[Path, Path]:
    """Give a book and a board in which every text is hostile."""
    folder = tmp_path_factory.mktemp("poisoned")
    files = folder / "a.chibo", folder / "a.bangxa"
    shutil.copyfile(replayed_file, files[0])
    with closing(Book.open(files[0], bundled())) as book:
        poison(book)
        give_two_hats(book, record_of(book, NOVEMBER))
    with closing(Board.create(files[1], bundled())) as board:
        fill_board(board, folder / "stick")
        poison(board)
    return files


@pytest.fixture
def world(
    themed: QApplication, poisoned: tuple[Path, Path], words: Messages, tmp_path: Path
) -> Iterator[World]:
    files = [shutil.copyfile(one, tmp_path / one.name) for one in poisoned]
    with (
        closing(Book.open(files[0], bundled())) as book,
        closing(Board.open(files[1], bundled())) as board,
    ):
        yield World(Session(book, lambda: AFTER), BoardSession(board, lambda: NOW), words, tmp_path)
    # What was copied last would be let go after Python, which made it.
    QGuiApplication.clipboard().clear()


def show(world: World, form: str, qtbot: QtBot) -> QWidget:
    widget = world.open(form)
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(widget)
    widget.resize(1130, 700)
    widget.show()
    QApplication.processEvents()
    return widget


def test_no_form_is_forgotten() -> None:
    files = {form.form for form in program_forms()}
    assert set(hosts()) == files
    assert set(ELSEWHERE) <= files


# What shows texts


def faults(root: QWidget) -> list[str]:
    """Name what of a widget would read a text as more than its letters."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            found.append(f"{name}: rich text {widget.text()!r}")
        if isinstance(widget, QLabel) and widget.buddy() and has_key(widget.text()):
            found.append(f"{name}: a key out of a text {widget.text()!r}")
        # The manual is read in one: its pages are the program's own, and nothing is typed there.
        if isinstance(widget, QTextEdit) and not isinstance(widget, QTextBrowser):
            found.append(f"{name}: takes rich text")
        if is_read(widget.toolTip()) or is_read(widget.statusTip()) or is_read(widget.whatsThis()):
            found.append(f"{name}: a rich tip {widget.toolTip()!r}")
        if "[*]" in widget.windowTitle().replace("[*][*]", ""):
            found.append(f"{name}: a placeholder in the title {widget.windowTitle()!r}")
        if isinstance(widget, QAbstractButton) and has_key(widget.text()):
            found.append(f"{name}: a key out of a text {widget.text()!r}")
        if isinstance(widget, QGroupBox) and has_key(widget.title()):
            found.append(f"{name}: a key out of a text {widget.title()!r}")
        if isinstance(widget, QTabBar):
            texts = [widget.tabText(at) for at in range(widget.count())]
            found += [f"{name}: a key out of a text {text!r}" for text in texts if has_key(text)]
        if isinstance(widget, QAbstractItemView):
            found += [f"{name}: {fault}" for fault in item_faults(widget)]
    for action in root.findChildren(QAction):
        if has_key(action.text()):
            found.append(f"QAction: a key out of a text {action.text()!r}")
        # Qt makes a tip of the text of an action by itself, and shows it in tool bars alone.
    return found


def has_key(text: str) -> bool:
    return re.search(r"(?<!&)(&&)*&Ợ", text) is not None


def is_read(tip: str) -> bool:
    """Tell whether a tip has markup beyond what shows a plain text in lines."""
    return GuiQt.mightBeRichText(tip) and "<" in re.sub(r"</?p>|<br ?/?>", "", tip)


def item_faults(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    roles = Qt.ItemDataRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 30)):
        for column in range(columns):
            tip = model.index(row, column).data(roles.ToolTipRole)
            if isinstance(tip, str) and is_read(tip):
                yield f"a rich tip {tip!r}"
    for way, count in (
        (Qt.Orientation.Horizontal, columns),
        (Qt.Orientation.Vertical, min(model.rowCount(), 30)),
    ):
        for at in range(count):
            tip = model.headerData(at, way, roles.ToolTipRole)
            if isinstance(tip, str) and is_read(tip):
                yield f"a rich tip of a head {tip!r}"


def test_a_planted_fault_of_each_kind_is_found(themed: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label, button = QLabel("<b>x</b>", page), QPushButton("&Ợ", page)
    box = QComboBox(page)
    box.addItem("x")
    box.setItemData(0, "<b>x</b>", Qt.ItemDataRole.ToolTipRole)
    button.setToolTip("<b>x</b>")
    label.setObjectName("planted")
    assert len([fault for fault in faults(page) if "view" not in fault]) >= 4


# What takes texts


def clean(book: Ledger) -> list[str]:
    """Name the texts of a book that are not as a book may keep them."""
    return [
        f"{TABLES[kind]}.{name}: {value!r}"
        for kind in TABLES
        if has_table(book, kind)
        for row in book.rows(kind)
        for name in row.__dataclass_fields__
        if isinstance(value := getattr(row, name), str) and name not in {"json", "text"}
        if not is_clean(value)
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_are_shown_taken_and_kept_as_they_are(
    world: World, form: str, qtbot: QtBot
) -> None:
    widget = show(world, form, qtbot)
    assert faults(widget) == []
    typist = Typist(widget)
    typist.go_through()
    assert faults(widget) == []
    assert typist.found - typist.typed == NOBODY_TYPES.get(form, set())
    if isinstance(widget, QDialog) and fields_of(widget):
        widget.done(0)
        for name in KEPT:
            keep(show(world, form, qtbot), TEXTS[name])
    assert clean(world.session.book) == []
    assert clean(world.board.board) == []


_OF_REVIEWS = {"SecondReader", "QWidget", "qt_spinbox_lineedit in ProgressSpin"}
NOBODY_TYPES = {
    "overview": {"answer_edit"},  # in: overview_petitions of an answered one
    "overview_petitions": {"answer_edit"},
    "board_paper": {"until_edit"},  # in: board_paper of reminders
    "score": {"confirmed_by_edit"},  # in: score of a closed meeting
    "take_over": {"secretary_edit"},  # in: take_over at its end
    # The panels of these are forms of their own: assignment and minutes.
    "main_window": _OF_REVIEWS,
    "meeting_page": _OF_REVIEWS | {"SpeakerChooser"},
}
"""Fields of a form that are typed into in another form or variant of it."""


def keep(dialog: QWidget, text: str) -> None:
    """Type a text into every field of a dialog, and keep it."""
    assert isinstance(dialog, QDialog)
    for field in fields_of(dialog):
        field.selectAll()
        commit(field, text)
    button = dialog.findChild(QPushButton, "keep_button")
    if button is not None and button.isEnabled():
        button.click()
    QApplication.processEvents()
    assert faults(dialog) == []
    dialog.done(0)


def test_a_text_of_ten_megabytes_is_not_taken(world: World, qtbot: QtBot) -> None:
    page = show(world, "minutes", qtbot)
    assert isinstance(page, MinutesPanel)
    before = page.form.body_edit.toPlainText()
    paste(page.form.body_edit, HUGE)
    leave(page.form.body_edit, page)
    assert page.form.body_edit.toPlainText() == before
    dialog = show(world, "member", qtbot)
    assert isinstance(dialog, MemberDialog)
    paste(dialog.form.name_edit, HUGE)
    dialog.keep()
    assert "too long" in dialog.notes.text(dialog.form.name_edit)
    assert dialog.isVisible()
