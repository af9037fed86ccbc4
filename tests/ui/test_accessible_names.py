"""Every control of every view has a name and a role for ears, and rows are heard whole."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QDate, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.chart import ChartView
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.spoken import give_menu, give_roles, label_for_ears
from cellsecretary.ui.suggestion_field import SuggestionField
from cellsecretary.ui.toggle import Tick, ToggleButton
from tests.building import NOVEMBER, meeting_id
from tests.ui.every_form import FILE_SEED
from tests.ui.scenes import SCENES, SCREENS, appear, faces, stage
from tests.ui.spoken import spoken, spoken_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.session import Session

ROW = {"vi": "hàng {row} trên {count}", "en": "row {row} of {count}"}
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Let a reader listen, as one does that runs while the program is open."""
    give_roles()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def files(tmp_path: Path, scene_files: tuple[Path, Path]) -> tuple[Path, Path]:
    """Give copies of a book and a board."""
    book, board = (Path(shutil.copy(file, tmp_path)) for file in scene_files)
    return book, board


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["vi", "en"])
def test_everything_is_named_and_answers_to_who_only_hears_it(
    themed: QApplication, files: tuple[Path, Path], language: str
) -> None:
    found, controls, rows = [], 0, 0
    with stage(themed, *files, language) as world:
        for scene in SCENES:
            widget = appear(world, scene, SCREENS[0])
            for face in faces(widget):
                controls += sum(one.is_control for one in spoken(widget))
                tables = [one for one in widget.findChildren(QTableView) if one.isVisible()]
                rows += sum(one.model().rowCount() for one in tables)
                faults = [
                    *spoken_faults(widget),
                    *_deaf_buttons(widget),
                    *_pictures_without_words(widget),
                    *(fault for table in tables for fault in _rows_half_said(table, language)),
                    *_deaf_views(widget),
                ]
                # A name of a file that nobody would give.
                told = [fault for fault in faults if FILE_SEED not in fault]
                found += [f"{scene} {face}: {fault}" for fault in told]
            widget.close()
            widget.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not found, "\n".join(found)
    # What was not there was not checked.
    assert controls > 900
    assert rows > 500


def _rows_half_said(table: QTableView, language: str) -> Iterator[str]:
    """Find rows that do not say all their cells where they are named, or not where they stand."""
    model = table.model()
    if table.selectionBehavior() is not QAbstractItemView.SelectionBehavior.SelectRows:
        return
    count = model.rowCount()
    for row in range(count):
        texts = [
            str(model.index(row, column).data(SPOKEN)) for column in range(model.columnCount())
        ]
        place = ROW[language].format(row=row + 1, count=count)
        yield from (f"{text!r}: no place" for text in texts if not text.endswith(f", {place}"))
        for column in range(model.columnCount()):
            shown = str(model.index(row, column).data() or "").strip().replace("\n", ". ")
            if shown not in texts[0]:
                yield f"{texts[0]!r}: without {shown!r}"


def _deaf_buttons(widget: QWidget) -> Iterator[str]:
    """Find what is turned by a click alone: a tool for access only toggles it."""
    for button in widget.findChildren(QAbstractButton):
        hears_tools = not button.isCheckable() or isinstance(button, (ToggleButton, Tick))
        clicks = [SIGNAL("clicked(bool)"), SIGNAL("clicked()")]
        if not hears_tools and any(button.receivers(one) for one in clicks):
            yield f"{type(button).__name__} {button.text()!r}: listens to clicks alone"


def _deaf_views(widget: QWidget) -> Iterator[str]:
    """Find views whose current row is another one than a tool for access selected."""
    for view in widget.findChildren(QAbstractItemView):
        cell = _last_cell(view)
        # The dialog for files is Qt's own: there a name can be typed.
        if not view.isVisible() or cell is None or isinstance(view.window(), QFileDialog):
            continue
        chosen = view.selectionModel()
        before = view.currentIndex()
        cell.actionInterface().doAction("Toggle")
        QApplication.processEvents()
        rows = {one.row() for one in chosen.selectedIndexes()}
        if rows and view.currentIndex().row() not in rows:
            yield f"{type(view).__name__} {view.accessibleName()!r}: selecting chooses nothing"
        if before.isValid():
            view.setCurrentIndex(before)


def _last_cell(view: QAbstractItemView) -> QAccessibleInterface | None:
    one = QAccessible.queryAccessibleInterface(view)
    kinds = {QAccessible.Role.Cell, QAccessible.Role.ListItem}
    for place in reversed(range(one.childCount())):
        child = one.child(place)
        if child is not None and child.role() in kinds and not child.state().disabled:
            return child
    return None


def _pictures_without_words(widget: QWidget) -> Iterator[str]:
    """Find charts and papers whose figures and words are for eyes alone."""
    for view in widget.findChildren(ChartView):
        chart = view.chart
        for row in chart.rows if chart is not None and view.isVisible() else ():
            for word in (row.label, *(bar.text for bar in row.bars if bar)):
                if word not in view.accessibleDescription():
                    yield f"chart {view.accessibleName()!r}: without {word!r}"
    for paper in widget.findChildren(PaperView):
        if (
            paper.isVisible()
            and paper.page_count
            and paper.text() not in (paper.accessibleDescription())
        ):
            yield f"paper {paper.accessibleName()!r}: without its words"


# Faults that are planted are found


def _unnamed() -> QWidget:
    page = QWidget()
    QLineEdit(page)
    return page


def _symbol() -> QWidget:
    page = QWidget()
    QPushButton("…", page)
    return page


def _code() -> QWidget:
    page = QWidget()
    QPushButton("Lưu", page).setAccessibleName("save_button")
    return page


def _twice() -> QWidget:
    page = QWidget()
    for height in (0, 60):
        QPushButton("Sửa", page).move(0, height)
    return page


def _chosen_alone() -> QWidget:
    page = QWidget()
    box = QComboBox(page)
    box.addItem("Bí thư")
    box.setAccessibleName("Chức vụ")  # which Linux does not read
    return page


def _figure() -> QWidget:
    page = QWidget()
    QLabel("42 / 45", page)
    return page


def _no_role() -> QWidget:
    page = QWidget()
    painted = QWidget(page)
    painted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    painted.setAccessibleName("Bức tranh")
    painted.resize(100, 100)
    return page


def _menu_twice() -> QWidget:
    page = QWidget()
    menu = QMenu(page)
    menu.addAction("Xóa")
    menu.addAction("Xóa")
    return page


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_unnamed, "no name"),
        (_symbol, "no name"),
        (_code, "not spoken language"),
        (_twice, "named twice"),
        (_chosen_alone, "no name"),
        (_figure, "a figure of nothing"),
        (_no_role, "no role"),
        (_menu_twice, "2 times"),
    ],
)
def test_a_planted_fault_is_heard(
    qtbot: QtBot, themed: QApplication, make: Callable[[], QWidget], said: str
) -> None:
    page = make()
    qtbot.addWidget(page)
    page.resize(400, 200)
    page.show()
    assert any(fault.endswith(said) for fault in spoken_faults(page))


def test_a_button_that_listens_to_clicks_alone_is_found(qtbot: QtBot, themed: QApplication) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for kind in (QCheckBox, Tick):
        kind(page).clicked.connect(page.hide)
    assert [fault.partition(" ")[0] for fault in _deaf_buttons(page)] == ["QCheckBox"]


# The mechanisms


def test_a_field_in_a_box_of_its_own_is_called_by_its_label(
    qtbot: QtBot, themed: QApplication
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows, inner = QFormLayout(page), QWidget(page)
    field = QLineEdit(inner)
    label = QLabel("&Ngày sinh", page)
    label.setBuddy(field)
    rows.addRow(label, inner)
    told = QAccessible.queryAccessibleInterface(field)
    assert told.text(QAccessible.Text.Name) == ""
    label_for_ears(page)
    assert told.text(QAccessible.Text.Name) == "Ngày sinh"
    label.setText("&Ngày vào Đảng")
    page.show()
    assert told.text(QAccessible.Text.Name) == "Ngày vào Đảng"


@pytest.mark.parametrize("kind", [ToggleButton, Tick])
def test_what_a_reader_turns_is_clicked_and_what_the_program_turns_is_not(
    qtbot: QtBot, themed: QApplication, kind: type[ToggleButton | Tick]
) -> None:
    button = kind()
    qtbot.addWidget(button)
    clicked: list[bool] = []
    button.clicked.connect(lambda on: clicked.append(on))
    button.setChecked(True)
    assert clicked == []
    button.click()
    assert clicked == [False]
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Toggle")
    assert clicked == [False, True]
    assert button.isChecked()


def test_of_several_that_exclude_each_other_only_the_turned_one_is_clicked(
    qtbot: QtBot, themed: QApplication
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, clicked = QVBoxLayout(page), []
    for word in ("Một", "Hai"):
        button = ToggleButton(page)
        button.setText(word)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda on, word=word: clicked.append((word, on)))
        box.addWidget(button)
    one, two = page.findChildren(ToggleButton)
    one.setChecked(True)
    QAccessible.queryAccessibleInterface(two).actionInterface().doAction("Toggle")
    assert clicked == [("Hai", True)]
    assert not one.isChecked()


def test_an_entry_that_a_reader_takes_lets_its_menu_go(qtbot: QtBot, themed: QApplication) -> None:
    button = QPushButton("&Việc khác…")
    qtbot.addWidget(button)
    menu, done = QMenu(button), []
    menu.addAction("Xóa", lambda: done.append("Xóa"))
    give_menu(button, menu)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    told = QAccessible.queryAccessibleInterface(menu)
    assert told.text(QAccessible.Text.Name) == "Việc khác…"
    told.child(0).actionInterface().doAction("Press")
    assert done == ["Xóa"]
    assert not menu.isVisible()


def test_the_calendar_of_a_date_is_named(qtbot: QtBot, themed: QApplication) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setAccessibleName("Birthday")
    field.show()
    (button,) = field.findChildren(QToolButton)
    assert button.accessibleName() == "Pick from the calendar: Birthday"
    field.open_calendar()
    assert field._calendar is not None
    found = [one for one in spoken_faults(field._calendar) if "QSpinBox" not in one]
    assert not found, "\n".join(found)
    field._calendar.calendar.setSelectedDate(QDate(2026, 11, 3))
    field._calendar.hide()


def test_a_list_of_suggestions_is_named(qtbot: QtBot, themed: QApplication) -> None:
    field = SuggestionField()
    qtbot.addWidget(field)
    field.setAccessibleName("Place")
    field.set_suggestions(["Hall", "School"])
    field.show()
    field.open_list()
    assert field._popup is not None
    assert list(spoken_faults(field._popup)) == []
    field._popup.hide()


def test_a_date_that_a_reader_writes_counts_as_typed(qtbot: QtBot, themed: QApplication) -> None:
    field = DateField()
    qtbot.addWidget(field)
    changed: list[object] = []
    field.changed.connect(lambda: changed.append(field.date()))
    field.set_date(dt.date(2026, 10, 3))
    _write(field, "3/11/2026")
    field.set_date(dt.date(2026, 12, 3))  # what is being typed is never overwritten
    field.settle()
    assert changed == [dt.date(2026, 11, 3)]


def test_a_name_that_a_reader_writes_picks_the_member(
    qtbot: QtBot, themed: QApplication, session: Session
) -> None:
    picker = MemberPicker()
    qtbot.addWidget(picker)
    people = session.meeting(meeting_id(session.book, NOVEMBER)).people
    picker.set_people(people)
    for person in people[3:5]:
        _write(picker, person.name)
        picker.settle()
        assert picker.member() == person.id


def _write(field: QLineEdit, text: str) -> None:
    told = QAccessible.queryAccessibleInterface(field)
    told.setText(QAccessible.Text.Value, text)
    assert field.text() == text
