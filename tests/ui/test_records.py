from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.chips import State
from cellsecretary.ui.records import STATE_ROLE, Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import Theme

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

ROLE = Qt.ItemDataRole


@dataclass(frozen=True)
class Person:
    no: int
    name: str
    present: bool = True


PEOPLE = [
    Person(1, "Trần Thị Bưởi"),
    Person(2, "Nguyễn Văn Ổi"),
    Person(3, "Lê Đình Đào", present=False),
    Person(4, "Hoàng Thị Cam"),
]


class Register:
    """Rows with the edits that were asked for."""

    def __init__(self) -> None:
        self.edits: list[tuple[int, object]] = []
        columns = [
            Column[Person]("TT", lambda p: str(p.no), sort=lambda p: p.no, align="right"),
            Column[Person](
                "Họ và tên", lambda p: p.name, set=self.edit, sort=lambda p: name_key(p.name)
            ),
            Column[Person](
                "Tình trạng",
                lambda p: "Có mặt" if p.present else "Vắng",
                state=lambda p: State.GOOD if p.present else State.CARE,
            ),
            Column[Person]("", lambda p: "", set=self.edit, checked=lambda p: p.present),
        ]
        self.model = RecordModel(columns, lambda p: p.no)
        self.model.set_rows(PEOPLE)

    def edit(self, person: Person, value: object) -> None:
        self.edits.append((person.no, value))

    def numbers(self) -> list[int]:
        return [person.no for person in self.model.rows]


@pytest.fixture
def register(qapp: QApplication) -> Register:
    return Register()


def test_the_model_keeps_the_contract_of_qt(register: Register, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(register.model)
    register.model.set_rows([*reversed(PEOPLE[1:]), Person(9, "Mới")])
    register.model.set_filter("a")
    register.model.sort(1)
    qtmodeltester.check(register.model)


def test_only_what_changed_is_told(register: Register, qtbot: QtBot) -> None:
    changed: list[tuple[int, int]] = []
    resets: list[bool] = []
    model = register.model
    model.dataChanged.connect(lambda a, b: changed.append((a.row(), b.row())))
    model.modelReset.connect(lambda: resets.append(True))
    model.layoutChanged.connect(lambda: resets.append(True))
    model.set_rows([*PEOPLE[:2], replace(PEOPLE[2], present=True), PEOPLE[3]])
    assert changed == [(2, 2)]
    assert not resets


def test_a_persistent_place_follows_its_row(register: Register) -> None:
    model = register.model
    place = QPersistentModelIndex(model.index_of(3))
    model.set_rows([Person(7, "Mới"), *PEOPLE])
    assert model.row(place).no == 3
    model.set_rows(list(reversed(PEOPLE)))
    assert model.row(place).no == 3
    model.sort(1)
    assert model.row(place).no == 3
    model.set_rows(PEOPLE[:2])
    assert not place.isValid()


def test_moved_rows_show_their_new_values(register: Register) -> None:
    register.model.set_rows([replace(PEOPLE[3], name="Hoàng Thị Chanh"), *PEOPLE[:3]])
    assert register.model.index(0, 1).data() == "Hoàng Thị Chanh"


def test_rows_sort_by_the_key_of_their_column(register: Register) -> None:
    register.model.sort(1)
    assert register.numbers() == [1, 4, 3, 2]  # Bưởi, Cam, Đào, Ổi
    register.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert register.numbers() == [4, 3, 2, 1]
    register.model.sort(-1)
    assert register.numbers() == [1, 2, 3, 4]


def test_the_filter_ignores_tone_marks_case_and_order(register: Register) -> None:
    register.model.set_filter("dao LE")
    assert register.numbers() == [3]
    register.model.set_filter("bưởi")
    assert register.numbers() == [1]
    register.model.set_filter("")
    assert register.numbers() == [1, 2, 3, 4]


def test_edits_go_to_the_column_and_unchanged_values_do_not(register: Register) -> None:
    model = register.model
    cell = model.index(1, 1)
    assert model.setData(cell, "Nguyễn Văn Ổi")
    assert register.edits == []
    assert model.setData(cell, "Nguyễn Văn Mận")
    assert model.setData(model.index(1, 3), Qt.CheckState.Unchecked.value, ROLE.CheckStateRole)
    assert register.edits == [(2, "Nguyễn Văn Mận"), (2, False)]
    assert not model.setData(model.index(1, 0), "5")


def test_cells_say_what_can_be_done_with_them(register: Register) -> None:
    model = register.model
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, 3)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_row_is_spoken_with_its_name_its_state_and_its_place(register: Register) -> None:
    model = register.model
    whole = "Lê Đình Đào, Vắng, TT: 3, row 3 of 4"
    said = [model.index(2, column).data(ROLE.AccessibleTextRole) for column in range(3)]
    assert said == [whole, whole, "Tình trạng: Vắng, Lê Đình Đào, row 3 of 4"]
    assert model.index(2, 2).data(STATE_ROLE) == State.CARE


def test_titles_can_change_with_the_language(register: Register) -> None:
    register.model.set_titles(["No.", "Name", "State", ""])
    header = register.model.headerData(1, Qt.Orientation.Horizontal)
    assert header == "Name"


def test_a_dressed_table_has_rows_one_can_hit_at_every_text_size(
    register: Register, themed: QApplication, qtbot: QtBot
) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(register.model)
    dress_table(view, stretch=1, sortable=True)
    with qtbot.waitExposed(view):
        view.show()
    for scale in (100, 200):
        Theme(scale).apply(themed)
        assert view.rowHeight(0) == Theme(scale).row_height
    view.setFocus()
    view.setCurrentIndex(register.model.index(1, 0))
    assert not view.grab().isNull()


def test_a_chip_is_never_shortened(register: Register, themed: QApplication, qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(register.model)
    dress_table(view, stretch=1)
    narrow = view.columnWidth(2)
    register.model.set_rows([replace(PEOPLE[0], present=True), *PEOPLE[1:]])
    view.resize(100, 300)
    assert view.columnWidth(2) >= narrow


def test_no_row_has_children(register: Register) -> None:
    assert register.model.rowCount(register.model.index(0, 0)) == 0
    assert register.model.columnCount(register.model.index(0, 0)) == 0
    assert register.model.data(QModelIndex()) is None
