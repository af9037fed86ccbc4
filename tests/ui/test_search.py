"""Searching the whole book in the window: from everywhere, with marks, and to the place itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cellsecretary.core.kinds import DocumentType, StandingKind
from cellsecretary.core.operations.members import change_standing
from cellsecretary.core.operations.petitions import add_petition
from cellsecretary.core.rows import Petition
from cellsecretary.core.search import SearchKind
from cellsecretary.ui.dialogs.documents import DocumentsDialog
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.search import MOST, SearchDialog
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.panels.tasks import TasksPanel
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import current_theme
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

D = TypeVar("D", bound=QDialog)

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    tmp_path: Path,
    enter_key: None,
    qtbot: QtBot,
) -> MainWindow:
    settings = Settings(tmp_path / "search.ini")
    settings.language = "en"
    window = MainWindow(session, ask, words, settings)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show_page("home")
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    # The offscreen platform does not give the window back what a dialog had.
    window.activateWindow()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)


def searched(window: MainWindow, text: str, type_text: TypeText) -> SearchDialog:
    press(window, KEY.Key_F, CONTROL)
    dialog = opened(window, SearchDialog)
    dialog.form.search_edit.clear()
    type_text(dialog.form.search_edit, text)
    return dialog


def opened(window: MainWindow, kind: type[D]) -> D:
    return [one for one in window.findChildren(kind) if one.isVisible()][-1]


def lines(dialog: SearchDialog) -> list[list[str]]:
    model = dialog.form.found_table.model()
    return [
        [str(model.index(row, column).data()) for column in range(4)]
        for row in range(model.rowCount())
    ]


def choose(dialog: SearchDialog, table: str, part: str = "") -> None:
    rows = dialog._model.rows
    row = next(at for at, hit in enumerate(rows) if hit.place.table == table and part in hit.text)
    dialog.form.found_table.selectRow(row)


@pytest.mark.thorough
def test_the_key_opens_it_from_every_page_and_step_and_so_does_the_button(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    for page in PAGES:
        window.show_page(page).begin()
        press(window, KEY.Key_F, CONTROL)
        opened(window, SearchDialog).reject()
    meeting = window.show_meeting(meeting_id(session, NOVEMBER))
    assert isinstance(meeting, MeetingPage)
    for step in STEPS:
        meeting.show_step(step)
        press(window, KEY.Key_F, CONTROL)
        dialog = opened(window, SearchDialog)
        assert dialog.form.search_edit.hasFocus()
        dialog.reject()
    qtbot.mouseClick(window.form.search_button, LEFT)
    assert opened(window, SearchDialog)


def test_it_finds_while_one_types_and_marks_what_it_found(
    window: MainWindow, type_text: TypeText
) -> None:
    dialog = searched(window, "bao h", type_text)
    first = len(dialog._model.rows)
    type_text(dialog.form.search_edit, "iem y te")
    rows = dialog._model.rows
    assert 0 < len(rows) < first
    text, marks = rows[0].excerpt.text, rows[0].excerpt.marks
    assert {text[begin:end].casefold() for begin, end in marks} == {"bảo hiểm y tế"}
    assert lines(dialog)[0][3] == text
    assert dialog.form.count_label.text().startswith(f"{len(rows)} place")


def test_marks_are_painted_on_a_ground_of_their_own(
    window: MainWindow, type_text: TypeText
) -> None:
    dialog = searched(window, "duong", type_text)
    QApplication.processEvents()
    care = current_theme().colour("care_ground").rgb()

    def has_marks(image: QImage) -> bool:
        return any(
            image.pixel(x, y) == care
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 4)
        )

    table = dialog.form.found_table
    assert has_marks(table.grab().toImage())
    dialog._model.set_rows([])
    assert not has_marks(table.grab().toImage())


@pytest.mark.parametrize("text", ["", "  "])
def test_before_anything_is_typed_it_says_what_is_searched(
    window: MainWindow, type_text: TypeText, text: str
) -> None:
    dialog = searched(window, text, type_text)
    assert dialog.form.empty_label.isVisible()
    assert dialog.form.empty_label.text().startswith("Type what you remember")
    assert not dialog.form.open_button.isEnabled()
    assert not dialog.form.story_button.isEnabled()


def test_nothing_found_says_so_and_how_to_go_on(
    window: MainWindow, type_text: TypeText, qtbot: QtBot
) -> None:
    dialog = searched(window, "xyz", type_text)
    form = dialog.form
    assert form.empty_label.text().startswith("Nothing in the book has these words.")
    form.search_edit.clear()
    type_text(form.search_edit, "chi")
    assert dialog._model.rows
    form.kind_box.setCurrentIndex(form.kind_box.findData("document"))
    form.kind_box.activated.emit(form.kind_box.currentIndex())
    type_text(form.search_edit, " bo xyz")
    assert "Search everything" in form.empty_label.text()
    for _ in " xyz":
        qtbot.keyClick(form.search_edit, KEY.Key_Backspace)
    qtbot.mouseClick(form.all_button, LEFT)
    assert dialog._model.rows
    assert not form.all_button.isVisible()


def test_kind_year_and_member_narrow_the_list(
    window: MainWindow, session: Session, type_text: TypeText
) -> None:
    dialog = searched(window, "t", type_text)
    form = dialog.form
    form.kind_box.setCurrentIndex(form.kind_box.findData("opinion"))
    form.kind_box.activated.emit(0)
    assert {hit.place.kind for hit in dialog._model.rows} == {SearchKind.OPINION}
    speaker = dialog._model.rows[0].place.people[0]
    name = session.register.name_of(speaker)
    type_text(form.member_edit, name)
    form.member_edit.settle()
    assert {hit.place.people for hit in dialog._model.rows} == {(speaker,)}
    assert {line[2] for line in lines(dialog)} == {name}
    form.year_box.setCurrentIndex(form.year_box.count() - 1)
    form.year_box.activated.emit(0)
    assert all(hit.place.day and hit.place.day.year == 2026 for hit in dialog._model.rows)


def test_of_many_places_the_first_are_listed_and_all_are_counted(
    window: MainWindow, type_text: TypeText
) -> None:
    dialog = searched(window, "t", type_text)
    assert len(dialog._model.rows) == MOST
    assert f"the first {MOST}" in dialog.form.count_label.text()


def test_enter_leads_to_the_list_and_from_there_to_the_opinion(
    window: MainWindow, session: Session, type_text: TypeText, qtbot: QtBot
) -> None:
    opinion = session.meeting(meeting_id(session, OCTOBER)).opinions[2]
    dialog = searched(window, opinion.text, type_text)
    qtbot.keyClick(dialog.form.search_edit, KEY.Key_Return)
    assert dialog.form.found_table.hasFocus()
    qtbot.keyClick(dialog.form.found_table, KEY.Key_Return)
    page = window._pages["meetings"]
    assert isinstance(page, MeetingPage)
    assert (window.page, page.meeting, page.step) == ("meetings", opinion.meeting, "minutes")
    assert page.panel is not None
    assert page.panel.item.id == opinion.item  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("table", "step"),
    [
        ("agenda_items", "minutes"),
        ("votes", "minutes"),
        ("attendance", "attendance"),
        ("guests", "attendance"),
        ("reviews", "assignment"),
    ],
)
def test_a_place_in_a_meeting_leads_to_its_step(
    window: MainWindow, session: Session, type_text: TypeText, table: str, step: str
) -> None:
    record = session.meeting(meeting_id(session, OCTOBER))
    text, row = {
        "agenda_items": lambda: next((one.body, one.id) for one in record.agenda if one.body),
        "votes": lambda: (record.votes[0].question, record.votes[0].id),
        "attendance": lambda: next((one.reason, one.id) for one in record.roster if one.reason),
        "guests": lambda: (record.guests[0].name, record.guests[0].id),
        "reviews": lambda: next(
            (one.note, one.id)
            for one in session.meeting(meeting_id(session, NOVEMBER)).reviews
            if one.note
        ),
    }[table]()
    dialog = searched(window, text, type_text)
    index = dialog._model.index_of((table, row))
    dialog.form.found_table.setCurrentIndex(index)
    dialog.form.open_button.click()
    page = window._pages["meetings"]
    assert isinstance(page, MeetingPage)
    meeting = OCTOBER if table != "reviews" else NOVEMBER
    assert (page.meeting, page.step) == (meeting_id(session, meeting), step)


@pytest.mark.thorough
def test_a_person_a_task_a_petition_and_a_document_lead_to_where_they_are_kept(
    window: MainWindow, session: Session, type_text: TypeText
) -> None:
    register = session.register
    member = register.members[7]
    dialog = searched(window, member.name, type_text)
    choose(dialog, "members")
    dialog.form.open_button.click()
    panel = window._pages["members"]
    assert isinstance(panel, MembersPanel)
    assert (window.page, panel.chosen) == ("members", member)
    task = register.tasks[0]
    dialog = searched(window, task.what, type_text)
    choose(dialog, "tasks")
    dialog.form.open_button.click()
    tasks = window._pages["tasks"]
    assert isinstance(tasks, TasksPanel)
    line = tasks._current()
    assert line is not None
    assert line.task == task
    petition = register.petitions[0]
    dialog = searched(window, petition.text, type_text)
    choose(dialog, "petitions")
    dialog.form.open_button.click()
    overview = opened(window, OverviewDialog)
    assert overview.form.year_box.currentText() == "2026"
    overview.reject()
    document = next(one for one in register.documents if one.type is DocumentType.RESOLUTION)
    dialog = searched(window, document.title, type_text)
    choose(dialog, "documents", document.title)
    dialog.form.open_button.click()
    documents = opened(window, DocumentsDialog)
    shown = documents._chosen()
    assert shown is not None
    assert shown.document == document
    documents.reject()


def test_why_a_member_stands_otherwise_leads_to_the_member_and_to_the_story(
    window: MainWindow, session: Session, type_text: TypeText
) -> None:
    member = session.register.members[20].id
    since, why = AFTER.date(), "Đi làm ở Bắc Ninh"
    away = (member, StandingKind.AWAY, since, None, why)
    assert session.do(change_standing, session.register, *away) is None
    standing = next(one for one in session.register.standings if one.reason == why)
    for button in ("open_button", "story_button"):
        dialog = searched(window, standing.reason, type_text)
        dialog.form.found_table.setCurrentIndex(dialog._model.index_of(("standings", standing.id)))
        getattr(dialog.form, button).click()
    panel = window._pages["members"]
    assert isinstance(panel, MembersPanel)
    assert panel.chosen == session.register.member(standing.member)
    story = opened(window, StoryDialog)
    assert story.form.name_label.text() == session.register.name_of(standing.member)


def test_it_comes_back_with_what_was_looked_for_and_the_place_that_was_chosen(
    window: MainWindow, type_text: TypeText
) -> None:
    dialog = searched(window, "chi bo", type_text)
    choose(dialog, "opinions")
    chosen = dialog.asked.chosen
    dialog.form.open_button.click()
    press(window, KEY.Key_F, CONTROL)
    again = opened(window, SearchDialog)
    assert again.form.search_edit.text() == "chi bo"
    assert again.form.search_edit.selectedText() == "chi bo"
    assert again.asked.chosen == chosen


def test_the_story_of_what_was_found_is_one_click_away(
    window: MainWindow, session: Session, type_text: TypeText
) -> None:
    register = session.register
    for table, text, name in (
        ("members", register.members[3].name, register.members[3].name),
        ("tasks", register.tasks[0].what, register.tasks[0].what),
        ("petitions", register.petitions[0].text, register.petitions[0].text),
    ):
        dialog = searched(window, text, type_text)
        choose(dialog, table)
        dialog.form.story_button.click()
        story = opened(window, StoryDialog)
        assert name in story.form.name_label.text()
        assert story._model.rows
        story.reject()
    opinion = session.meeting(meeting_id(session, OCTOBER)).opinions[0]
    dialog = searched(window, opinion.text, type_text)
    choose(dialog, "opinions")
    assert not dialog.form.story_button.isEnabled()


def test_what_is_written_meanwhile_is_found(
    window: MainWindow, session: Session, type_text: TypeText
) -> None:
    dialog = searched(window, "ben nua", type_text)
    assert not dialog._model.rows
    record = session.meeting(meeting_id(session, NOVEMBER))
    petition = Petition("", record.meeting.id, 0, "Xóm", "Sửa cầu Bến Nứa")
    assert session.do(add_petition, record, petition) is None
    assert [hit.text.splitlines()[0] for hit in dialog._model.rows] == ["Sửa cầu Bến Nứa"]
    session.undo()
    assert not dialog._model.rows
