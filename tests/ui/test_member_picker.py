"""Picking a member: typed as people type, chosen from the list below, never completed inline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from cellsecretary.core.record import Person
from cellsecretary.ui.member_picker import MemberPicker, find_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

PEOPLE = [
    Person("a", 1, "Trần Hữu An", "Bí thư"),
    Person("b", 12, "Phạm Thị Hồng Trang", ""),
    Person("c", 3, "Nguyễn Văn Đức", ""),
    Person("d", 21, "Ma Văn Ánh", ""),
    Person("e", 30, "Đỗ Thị Hồng Phượng", ""),
]


class Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.picker = MemberPicker()
        self.picker.set_people(PEOPLE)
        self.other = QLineEdit()
        box = QVBoxLayout(self)
        box.addWidget(self.picker)
        box.addWidget(self.other)
        box.addStretch(1)
        self.resize(500, 600)
        self.chosen: list[str | None] = []
        self.picker.chosen.connect(lambda: self.chosen.append(self.picker.member()))

    @property
    def popup(self) -> QListWidget:
        found = self.findChild(QListWidget)
        assert isinstance(found, QListWidget)
        return found

    def names(self) -> list[str]:
        if not self.popup.isVisible():
            return []
        return [self.popup.item(row).text() for row in range(self.popup.count())]


@pytest.fixture
def place(qtbot: QtBot, themed: QApplication) -> Place:
    widget = Place()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.picker.setFocus()
    return widget


def test_typing_opens_a_list_below_and_leaves_the_line_as_typed(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "hong")
    assert place.picker.text() == "hong"
    assert [name.split(" ·")[0] for name in place.names()] == [
        "Đỗ Thị Hồng Phượng",
        "Phạm Thị Hồng Trang",
    ]
    assert place.popup.geometry().top() >= place.picker.geometry().bottom()
    assert place.picker.hasFocus()


def test_tone_marks_do_not_matter_but_may_be_typed(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "Đức")
    assert [name.split(" ·")[0] for name in place.names()] == ["Nguyễn Văn Đức"]


def test_arrows_and_enter_choose(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "hong")
    qtbot.keyClick(place.picker, Qt.Key.Key_Down)
    qtbot.keyClick(place.picker, Qt.Key.Key_Return)
    assert place.picker.member() == "b"
    assert place.chosen == ["b"]
    assert place.picker.text() == "Phạm Thị Hồng Trang · no. 12"
    assert place.names() == []


def test_a_click_in_the_list_chooses(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "van")
    where = place.popup.visualItemRect(place.popup.item(0)).center()
    qtbot.mouseClick(place.popup.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert place.picker.member() == "d"
    assert place.picker.hasFocus()


def test_a_click_into_a_line_that_names_somebody_begins_anew(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    place.picker.set_member("a")
    qtbot.mouseClick(place.picker, Qt.MouseButton.LeftButton)
    type_text(place.picker, "hong")
    assert place.picker.text() == "hong"


def test_a_line_that_a_window_opens_with_begins_anew(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.other.setFocus()
    place.picker.set_member("a")
    place.picker.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    type_text(place.picker, "hong")
    assert place.picker.text() == "hong"


def test_a_register_number_is_enough(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "1")
    assert [name.split()[-1] for name in place.names()] == ["1", "12"]
    assert place.picker.member() == "a"
    type_text(place.picker, "2")
    place.other.setFocus()
    assert place.picker.member() == "b"
    assert place.chosen == ["b"]


def test_what_names_nobody_stays_as_typed_and_is_marked(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "hong")
    place.other.setFocus()
    assert place.picker.text() == "hong"
    assert place.picker.member() is None
    assert not place.picker.is_valid()
    assert place.picker.property("role") == "bad"
    assert place.chosen == []


def test_somebody_else_may_be_named_where_that_is_allowed(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    place.picker.set_allow_other(True)
    type_text(place.picker, "Tổ Hồng  thập tự")
    assert place.picker.other_text() == "Tổ Hồng thập tự"
    qtbot.keyClick(place.picker, Qt.Key.Key_Return)
    assert place.picker.is_valid()
    assert (place.picker.member(), place.picker.other_text()) == (None, "Tổ Hồng thập tự")
    assert place.chosen == [None]


def test_a_text_that_resembles_a_member_can_be_kept_as_typed(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    place.picker.set_allow_other(True)
    type_text(place.picker, "Trang")
    assert place.names()[-1] == "Keep “Trang” as typed"
    qtbot.keyClick(place.picker, Qt.Key.Key_Down)
    qtbot.keyClick(place.picker, Qt.Key.Key_Return)
    assert (place.picker.member(), place.picker.other_text()) == (None, "Trang")


def test_escape_closes_the_list_and_nothing_else(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "an")
    qtbot.keyClick(place.picker, Qt.Key.Key_Escape)
    assert place.names() == []
    assert place.picker.text() == "an"


def test_emptying_the_line_names_nobody(place: Place, qtbot: QtBot) -> None:
    place.picker.set_member("a")
    place.picker.selectAll()
    qtbot.keyClick(place.picker, Qt.Key.Key_Delete)
    place.other.setFocus()
    assert place.picker.member() is None
    assert place.picker.is_valid()
    assert place.chosen == [None]


def test_the_button_and_the_down_key_show_everybody(place: Place, qtbot: QtBot) -> None:
    place.picker.set_member("c")
    qtbot.keyClick(place.picker, Qt.Key.Key_Down)
    assert [name.split(" ·")[0].split()[-1] for name in place.names()] == [
        "An",
        "Ánh",
        "Đức",
        "Phượng",
        "Trang",
    ]
    assert place.popup.currentItem().text().startswith("Nguyễn Văn Đức")


def test_filling_does_not_overwrite_what_is_being_typed(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(place.picker, "tran")
    place.picker.set_member("c")
    assert place.picker.text() == "tran"


def test_a_list_without_room_below_lies_above(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    box = place.layout()
    assert isinstance(box, QVBoxLayout)
    box.insertStretch(0, 20)
    box.activate()
    type_text(place.picker, "n")
    assert place.popup.geometry().bottom() <= place.picker.geometry().top()
    assert place.popup.geometry().top() >= 0


def test_two_of_one_name_are_told_apart_by_number() -> None:
    twins = [Person("x", 4, "Lý Văn Ba", ""), Person("y", 5, "Lý Văn Ba", "")]
    assert [person.id for person in find_people(twins, "ba 5")] == ["y"]


@pytest.mark.parametrize(("typed", "member"), [("phuong", "e"), ("hong", None)])
def test_leaving_takes_the_only_one_who_can_be_meant(
    place: Place, type_text: Callable[[QWidget, str], None], typed: str, member: str | None
) -> None:
    type_text(place.picker, typed)
    place.picker.settle()
    assert place.picker.member() == member
    assert place.picker.is_valid() == (member is not None)


def test_a_comma_ends_a_name_as_enter_does(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    ended: list[bool] = []
    place.picker.ended.connect(lambda: ended.append(True))
    type_text(place.picker, "hong tr,")
    assert place.picker.member() == "b"
    assert place.chosen == ["b"]
    assert ended == [True]
    assert place.names() == []


def test_a_comma_behind_what_names_nobody_stays_with_it(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    ended: list[bool] = []
    place.picker.ended.connect(lambda: ended.append(True))
    type_text(place.picker, "xyz,")
    assert place.picker.member() is None
    assert place.picker.text() == "xyz"
    assert ended == []


def test_somebody_else_may_have_a_comma_and_ends_with_a_colon(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.picker.set_allow_other(True)
    type_text(place.picker, "Bà Lò Thị Xuân, xóm Giữa:")
    assert place.picker.member() is None
    assert place.picker.other_text() == "Bà Lò Thị Xuân, xóm Giữa"
