"""Telex and VNI in every field: a word under composition is neither lost nor halved nor doubled."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.session import Session
from tests.building import AFTER, NOVEMBER, meeting_id
from tests.ui.board.conftest import NOW
from tests.ui.every_form import ELSEWHERE, VARIANTS, World, hosts
from tests.ui.typist import Typist, name_of
from tests.ui.unikey import TELEX, Unikey, press, text_of, type_as_on_windows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk

    class Show(Protocol):
        def __call__(self, field: W) -> W: ...


W = TypeVar("W", bound=QWidget)
WORD = TELEX[-1]
FORMS = [*sorted(set(hosts()) - set(ELSEWHERE)), *VARIANTS]


@pytest.fixture
def unikey(themed: QApplication) -> Iterator[Unikey]:
    made = Unikey(themed)
    yield made
    made.close()


@pytest.fixture
def world(
    themed: QApplication,
    replayed_file: Path,
    board_file: Path,
    words: Messages,
    tmp_path: Path,
) -> Iterator[World]:
    files = [shutil.copyfile(one, tmp_path / one.name) for one in (replayed_file, board_file)]
    with (
        closing(Book.open(files[0], bundled())) as book,
        closing(Board.open(files[1], bundled())) as board,
    ):
        yield World(Session(book, lambda: AFTER), BoardSession(board, lambda: NOW), words, tmp_path)


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Give a field with the keyboard, in a window beside another."""
    places = []

    def show(field: W) -> W:
        place = QWidget()
        places.append(place)
        box = QVBoxLayout(place)
        box.addWidget(field)
        box.addWidget(QLineEdit())
        qtbot.addWidget(place)
        with qtbot.waitActive(place):
            place.show()
            place.activateWindow()
        field.setFocus()
        return field

    return show


class Composer(Typist):
    """Composes a word in each field in each way, and looks what became of it."""

    def __init__(self, widget: QWidget, world: World, unikey: Unikey) -> None:
        super().__init__(widget)
        self.faults: list[str] = []
        self._world = world
        self._unikey = unikey

    def type_into(self, field: QLineEdit | QPlainTextEdit) -> None:
        self.typed.add(name_of(field))
        # A password is typed without an input method: its letters must not be shown anywhere.
        if not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return
        for way in (self.save_in_the_middle, self.type_as_on_windows, self.leave_in_the_middle):
            if not isValid(field) or not field.isVisible():
                return
            field.setFocus()
            if not field.hasFocus():
                return
            field.selectAll()
            fault = way(field)
            if fault:
                self.faults.append(f"{name_of(field)}: {way.__name__}: {fault}")
        flush_all(self.widget)
        QApplication.processEvents()

    def leave_in_the_middle(self, field: QWidget) -> str:
        word = word_for(field)
        self._unikey.compose(*word)
        field.clearFocus()
        kept, self._unikey.committed = self._unikey.committed, []
        return "" if [strip(one) for one in kept] == [word[-1]] else f"{kept}"

    def save_in_the_middle(self, field: QWidget) -> str:
        """Let autosave write, and everything be shown anew as after any change in the book."""
        word = word_for(field)
        if word is not TELEX:
            return ""
        self._unikey.compose(*word[:-1])
        flush_all(self.widget)
        self._world.session.changed.emit(())
        self._world.board.changed.emit(())
        QApplication.processEvents()
        if not isValid(field) or not field.isVisible() or not field.hasFocus():
            return "the field is gone"
        if isinstance(field, QPlainTextEdit) and composed(field) != word[-2]:
            return f"{composed(field)!r} is composed after saving"
        if text_of(field):
            return f"{text_of(field)!r} took the place of what is composed"
        self._unikey.compose(word[-1])
        self._unikey.commit()
        done = self._unikey.committed.pop()
        return "" if done == word[-1] else repr(done)

    def type_as_on_windows(self, field: QWidget) -> str:
        """Take letters back and type them anew: Unikey on Windows composes nothing."""
        word = word_for(field)
        type_as_on_windows(*word)
        return "" if strip(text_of(field)) == word[-1] else repr(text_of(field))


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS)
def test_a_composed_word_is_whole_after_saving_leaving_and_taking_back_letters(
    world: World, form: str, qtbot: QtBot, unikey: Unikey
) -> None:
    widget = world.open(form)
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(widget)
    widget.resize(1130, 700)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    composer = Composer(widget, world, unikey)
    composer.go_through()
    assert composer.faults == []
    for line in widget.findChildren(QLineEdit):
        # What is completed inside a line is taken for typed by whoever composes there.
        completer = line.completer()
        inline = QCompleter.CompletionMode.InlineCompletion
        assert completer is None or completer.completionMode() is not inline, name_of(line)


def word_for(field: QWidget) -> tuple[str, ...]:
    """Give what is composed in a field: where figures alone are taken, a figure."""
    if isinstance(field, QLineEdit) and (
        isinstance(field.parentWidget(), QAbstractSpinBox) or field.validator() is not None
    ):
        return ("1",)
    return TELEX


def strip(text: str) -> str:
    """Take the unit off that stands behind a figure: 1 %, 1 pt."""
    return text.split()[0] if text[:1].isdecimal() else text


def composed(field: QPlainTextEdit) -> str:
    """Give what is being composed in a text."""
    return field.textCursor().block().layout().preeditAreaText()


# Undo, lists and cells, one by one


TWO = ("họp", "chi bộ")


@pytest.mark.parametrize("kind", [QLineEdit, GrowingTextEdit])
def test_undo_takes_back_composed_words_and_redo_brings_them_again(
    kind: type[QLineEdit | GrowingTextEdit], shown: Show, unikey: Unikey
) -> None:
    field = shown(kind())
    for word in TWO:
        unikey.compose(*(word[: at + 1] for at in range(len(word))))
        unikey.commit()
        unikey.compose(" ")
        unikey.commit()
    assert text_of(field) == "họp chi bộ "
    seen = [text_of(field)]
    while text_of(field):
        field.undo()
        seen.append(text_of(field))
        assert len(seen) < 20
    # No state between ever held a word that was only being composed.
    assert set(seen) <= {"", "họp", "họp ", "họp chi bộ", "họp chi bộ "}
    for _ in seen:
        field.redo()
    assert text_of(field) == "họp chi bộ "


@pytest.mark.parametrize("kind", [QLineEdit, GrowingTextEdit])
def test_undo_in_the_middle_of_a_word_leaves_no_half_of_it(
    kind: type[QLineEdit | GrowingTextEdit], shown: Show, unikey: Unikey
) -> None:
    field = shown(kind())
    unikey.compose("họp")
    unikey.commit()
    unikey.compose("c", "ch")
    field.undo()
    unikey.compose("chi")
    unikey.commit()
    assert text_of(field) in {"chi", "họpchi"}


def test_what_is_composed_in_a_date_is_understood_before_it_is_committed(
    shown: Show, unikey: Unikey
) -> None:
    field = DateField()
    field.set_near(dt.date(2026, 11, 21))
    shown(field)
    unikey.compose("mùng")
    unikey.commit()
    unikey.compose(" 5")
    assert field.understood() == "Saturday, 05/12/2026, solar calendar"
    field.clearFocus()
    assert field.date() == dt.date(2026, 12, 5)


def test_a_date_that_is_composed_is_not_overwritten_by_what_the_book_holds(
    shown: Show, unikey: Unikey
) -> None:
    field = DateField()
    field.set_near(dt.date(2026, 11, 21))
    shown(field)
    unikey.compose("ma")
    field.set_date(dt.date(2026, 1, 1))
    unikey.compose("mai")
    unikey.commit()
    assert field.text() == "mai"


@dataclass(frozen=True)
class Person:
    id: str
    number: int
    name: str


def test_the_list_of_members_follows_a_name_that_is_still_composed(
    qtbot: QtBot, shown: Show, unikey: Unikey
) -> None:
    picker = MemberPicker()
    picker.set_people([Person("a", 1, "Lò Văn Tiếng"), Person("b", 12, "Hà Thị Mai")])
    shown(picker)
    unikey.compose(*TELEX)
    assert [picker._list.item(row).text() for row in range(picker._list.count())] == [
        "Lò Văn Tiếng · no. 1"
    ]
    picker.set_member("b")
    unikey.commit()
    assert picker.text() == WORD
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.member() == "a"


def test_a_figure_typed_in_vni_names_the_member_of_that_number(
    qtbot: QtBot, shown: Show, unikey: Unikey
) -> None:
    picker = MemberPicker()
    picker.set_people([Person("a", 1, "Lò Văn Tiếng"), Person("b", 12, "Hà Thị Mai")])
    shown(picker)
    unikey.compose("1", "12")
    unikey.commit()
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.member() == "b"


def test_a_cell_keeps_the_word_that_is_composed_when_another_is_clicked(
    qtbot: QtBot, shown: Show, unikey: Unikey
) -> None:
    kept: list[str] = []
    table = QTableView()
    column: Column[str] = Column("x", lambda line: line, set=lambda _line, text: kept.append(text))
    model = RecordModel([column], key=lambda line: line)
    model.set_rows(["một", "hai"])
    table.setModel(model)
    # As in the tables of the program that are written in.
    table.setEditTriggers(QTableView.EditTrigger.AllEditTriggers)
    shown(table)
    table.edit(model.index(0, 0))
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    unikey.compose(*TELEX)
    spot = table.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert kept[0] == WORD


def test_letters_in_the_roster_come_as_keys_and_none_is_lost_to_a_closed_cell(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    panel = AttendancePanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    table = panel.form.members_table
    table.setFocus()
    for column in range(table.model().columnCount()):
        table.setCurrentIndex(table.model().index(0, column))
        query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QApplication.sendEvent(table, query)
        assert query.value(Qt.InputMethodQuery.ImEnabled) is False
    press(Qt.Key.Key_N, "n")
    assert panel.form.search_edit.text() == "n"
