"""The page of all tasks: filters, states, and the way to the meeting."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.kinds import Result
from cellsecretary.core.operations.tasks import give_task, review_task
from cellsecretary.core.task_history import TaskHistory
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.dialogs.portions import PortionsDialog
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.panels.tasks import LAST, STATE, WHO, TasksPanel
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.session import Session
from cellsecretary.ui.stories import Stories
from cellsecretary.ui.theme import Theme
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id, replayed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def panel(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> TasksPanel:
    return shown(TasksPanel(session, ask, words), qtbot)


def shown(panel: TasksPanel, qtbot: QtBot) -> TasksPanel:
    qtbot.addWidget(panel)
    panel.resize(1130, 650)
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


def codes(panel: TasksPanel) -> list[str]:
    return [line.task.code for line in panel._model.rows]


def cell(panel: TasksPanel, code: str, column: int, role: int = 0) -> object:
    row = codes(panel).index(code)
    return panel._model.index(row, column).data(role)


def choose(panel: TasksPanel, code: str) -> None:
    panel.form.tasks_table.setCurrentIndex(panel._model.index(codes(panel).index(code), 1))


def test_open_tasks_are_shown_first_the_overdue_at_the_top(panel: TasksPanel) -> None:
    assert codes(panel) == ["T2", "T4", "T5", "T6"]
    assert cell(panel, "T4", STATE) == "overdue"
    assert cell(panel, "T4", STATE, STATE_ROLE) == State.BAD
    assert cell(panel, "T5", STATE, STATE_ROLE) == State.NONE
    assert panel.form.summary_label.text() == "In time in 2026: 2 of 3 · 66.7 %"


def test_all_tasks_come_with_what_became_of_them(panel: TasksPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.form.all_button, LEFT)
    assert codes(panel) == ["T2", "T4", "T5", "T6", "T3", "T1"]
    assert cell(panel, "T1", STATE) == "Done"
    assert cell(panel, "T1", STATE, STATE_ROLE) == State.GOOD
    assert cell(panel, "T1", LAST) == "03/11/2026: Done. Còn 6/143 hộ chưa tham gia"
    assert cell(panel, "T2", LAST) == (
        "03/11/2026: Partly done, 50 %. 1 hộ đã di dời, 1 hộ cam kết trước 15/11"
    )
    assert cell(panel, "T4", LAST) == ""
    assert panel.form.all_button.text().endswith("(6)")


def test_one_member_leads_or_helps(panel: TasksPanel, qtbot: QtBot, type_text: TypeText) -> None:
    picker = panel.form.member_edit
    type_text(picker, "quan dinh thang")
    qtbot.keyClick(picker, KEY.Key_Return)
    assert codes(panel) == ["T5"]
    assert cell(panel, "T5", WHO) == "Trần Hữu An, with Quan Đình Thắng"
    # Who helps is not answerable for the day.
    assert panel.form.summary_label.text() == ""
    qtbot.mouseClick(panel.form.clear_button, LEFT)
    assert len(codes(panel)) == 4
    assert picker.text() == ""
    assert not panel.form.clear_button.isVisible()


def test_a_member_is_told_the_share_of_the_tasks_that_the_member_leads(
    panel: TasksPanel, qtbot: QtBot, type_text: TypeText
) -> None:
    type_text(panel.form.member_edit, "nguyen huu manh")
    qtbot.keyClick(panel.form.member_edit, KEY.Key_Return)
    assert panel.form.summary_label.text() == "As the lead in time in 2026: 0 of 1 · 0.0 %"


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        ("open", ["T2", "T4", "T5", "T6"]),
        ("overdue", ["T2", "T4"]),
        ("done", ["T3", "T1"]),
        ("all", ["T2", "T4", "T5", "T6", "T3", "T1"]),
    ],
)
def test_tasks_are_seen_by_their_state(
    panel: TasksPanel, qtbot: QtBot, state: str, wanted: list[str]
) -> None:
    button = getattr(panel.form, f"{state}_button")
    qtbot.mouseClick(button, LEFT)
    assert codes(panel) == wanted
    assert button.text().endswith(f"({len(wanted)})")


def history_of(panel: TasksPanel, code: str, qtbot: QtBot) -> StoryDialog:
    qtbot.mouseClick(panel.form.all_button, LEFT)
    choose(panel, code)
    qtbot.mouseClick(panel.form.history_button, LEFT)
    return panel.findChildren(StoryDialog)[-1]


def told(dialog: StoryDialog) -> list[list[str]]:
    model = dialog._model
    return [
        [str(model.index(row, column).data()) for column in range(3)]
        for row in range(model.rowCount())
    ]


def test_a_task_tells_its_history_meeting_by_meeting(panel: TasksPanel, qtbot: QtBot) -> None:
    dialog = history_of(panel, "T2", qtbot)
    assert dialog.form.name_label.text().startswith("T2 · ")
    assert dialog.form.terms_label.text().splitlines() == [
        "Nguyễn Hữu Mạnh, with Lý Tiến Quý, Đặng Tiến Long",
        "Product: 2/2 hộ di dời",
        "Due 30/10/2026",
    ]
    assert (dialog.form.state_chip.text(), dialog.form.state_chip.state) == ("Late", State.BAD)
    assert [line[:2] for line in told(dialog)] == [
        ["03/10/2026", "Given"],
        ["03/11/2026", "Partly done, 50 %"],
    ]
    assert told(dialog)[1][2] == "1 hộ đã di dời, 1 hộ cam kết trước 15/11"


def test_a_line_of_the_history_leads_to_its_meeting(
    panel: TasksPanel, session: Session, qtbot: QtBot
) -> None:
    meetings: list[str] = []
    places: list[Problem] = []
    panel.meeting_wanted.connect(meetings.append)
    panel.place_wanted.connect(places.append)
    dialog = history_of(panel, "T1", qtbot)
    assert dialog.form.meeting_button.text().replace("&", "") == "To the meeting of 03/11/2026"
    dialog.form.steps_table.selectRow(0)
    qtbot.keyClick(dialog.form.steps_table, KEY.Key_Return)
    assert meetings == [meeting_id(session, OCTOBER)]
    assert [place.table for place in places] == ["tasks"]
    dialog = history_of(panel, "T1", qtbot)
    qtbot.mouseClick(dialog.form.meeting_button, LEFT)
    assert meetings[1:] == [meeting_id(session, NOVEMBER)]
    assert places[-1].table == "reviews"


def test_a_task_from_paper_has_no_meeting_that_gave_it(
    panel: TasksPanel, session: Session, words: Messages, qtbot: QtBot
) -> None:
    task = replace(panel._lines[0].task, meeting=None, due=None)
    stories = Stories(session, words)
    dialog = StoryDialog(stories.of_task(TaskHistory(task, None, ())), panel)
    qtbot.addWidget(dialog)
    assert told(dialog) == [["03/10/2026", "Given", "on paper, before this book"]]
    assert dialog.form.state_chip.text() == "Without a date"
    assert not dialog.form.meeting_button.isEnabled()


def papers_of(panel: TasksPanel, qtbot: QtBot) -> PeriodPapersDialog:
    qtbot.mouseClick(panel.form.sheet_button, LEFT)
    dialog = panel.findChildren(PeriodPapersDialog)[-1]
    qtbot.waitUntil(lambda: dialog.form.paper_view.page_count > 0)
    return dialog


def test_the_sheet_of_the_chosen_member_is_shown_and_saved(
    panel: TasksPanel, ask: QueuedAsk, qtbot: QtBot, type_text: TypeText, tmp_path: Path
) -> None:
    type_text(panel.form.member_edit, "nguyen huu manh")
    qtbot.keyClick(panel.form.member_edit, KEY.Key_Return)
    dialog = papers_of(panel, qtbot)
    assert dialog.form.paper_box.currentData() == "member-tasks"
    assert dialog.form.year_box.currentText() == "2026"
    assert dialog.form.portions_button.text().endswith("Nguyễn Hữu Mạnh")
    assert dialog.form.paper_view.page_count == 1
    path = tmp_path / "x.pdf"
    ask.will_answer(path)
    qtbot.mouseClick(dialog.form.save_button, LEFT)
    (page,) = PdfReader(path).pages
    assert "Nguyễn Hữu Mạnh" in page.extract_text()
    assert ask.asked[0].endswith("NguyenHuuManh_2026.pdf")


def test_without_a_chosen_member_there_are_all_sheets_to_choose_from(
    panel: TasksPanel, qtbot: QtBot
) -> None:
    dialog = papers_of(panel, qtbot)
    assert dialog.form.paper_view.page_count > 5
    qtbot.mouseClick(dialog.form.portions_button, LEFT)
    choice = dialog.findChildren(PortionsDialog)[0]
    table = choice.form.portions_table
    spot = table.visualRect(table.model().index(0, 2)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    qtbot.mouseClick(choice.form.take_button, LEFT)
    assert dialog.form.paper_view.page_count == 1
    box = dialog.form.paper_box
    box.setCurrentIndex(box.findData("attendance-year"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.form.paper_view.page_count > 0)
    assert not dialog.form.portions_button.isVisible()


def test_sixty_tasks_are_all_there(panel: TasksPanel, session: Session, qtbot: QtBot) -> None:
    record = session.meeting(meeting_id(session, NOVEMBER))
    panel.hide()
    for number in range(54):
        task = replace(record.tasks[0], code=f"X{number}", what=f"Việc thứ {number}")
        given = session.meeting(record.meeting.id)
        assert session.do(give_task, given, session.register, task) is None
    panel.show()
    qtbot.mouseClick(panel.form.all_button, LEFT)
    assert len(codes(panel)) == 60
    dialog = history_of(panel, "X53", qtbot)
    assert dialog.form.state_chip.text() == "Not decided yet"
    assert len(told(dialog)) == 1


def test_words_are_found_without_tone_marks(panel: TasksPanel, type_text: TypeText) -> None:
    type_text(panel.form.search_edit, "ranh thoat")
    assert codes(panel) == ["T4"]
    panel.form.search_edit.clear()
    type_text(panel.form.search_edit, "không có")
    assert codes(panel) == []
    assert "No task fits" in panel.form.empty_label.text()
    assert panel.form.empty_label.isVisible()


def test_enter_leads_to_the_meeting_where_the_result_is_wanted(
    panel: TasksPanel, session: Session, qtbot: QtBot
) -> None:
    meetings: list[str] = []
    places: list[Problem] = []
    panel.meeting_wanted.connect(meetings.append)
    panel.place_wanted.connect(places.append)
    choose(panel, "T4")
    panel.form.tasks_table.setFocus()
    qtbot.keyClick(panel.form.tasks_table, KEY.Key_Return)
    t4 = panel._model.row(panel.form.tasks_table.currentIndex()).task
    assert meetings == [meeting_id(session, NOVEMBER)]
    assert places == [Problem(Why.TASK_WITHOUT_RESULT, "reviews", t4.id)]


def test_the_button_names_the_meeting(panel: TasksPanel, session: Session, qtbot: QtBot) -> None:
    button = panel.form.meeting_button
    assert not button.isEnabled()
    choose(panel, "T4")
    assert button.text().replace("&", "") == "Result, meeting 03/11/2026"
    choose(panel, "T5")
    assert button.text().replace("&", "") == "To the meeting of 03/11/2026"
    places: list[Problem] = []
    panel.place_wanted.connect(places.append)
    qtbot.mouseClick(button, LEFT)
    assert [place.table for place in places] == ["tasks"]


def test_a_done_task_leads_to_the_meeting_that_found_it_done(
    panel: TasksPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.form.all_button, LEFT)
    choose(panel, "T1")
    with qtbot.waitSignal(panel.meeting_wanted) as wanted:
        qtbot.mouseClick(panel.form.meeting_button, LEFT)
    assert wanted.args == [meeting_id(session, NOVEMBER)]


def test_a_result_given_elsewhere_takes_the_task_off_the_open_ones(
    panel: TasksPanel, session: Session
) -> None:
    choose(panel, "T5")
    record = session.meeting(meeting_id(session, NOVEMBER))
    t4 = next(c.task.id for c in record.carried if c.task.code == "T4")
    assert session.do(review_task, record, t4, Result.DONE) is None
    assert codes(panel) == ["T2", "T5", "T6"]
    assert panel._model.row(panel.form.tasks_table.currentIndex()).task.code == "T5"


def test_large_text_puts_everything_into_one_column(
    panel: TasksPanel, themed: QApplication, qtbot: QtBot
) -> None:
    table = panel.form.tasks_table
    Theme(200).apply(themed)
    qtbot.waitUntil(lambda: table.isColumnHidden(LAST))
    assert table.horizontalHeader().length() <= table.viewport().width()
    text = str(cell(panel, "T2", 1))
    assert "Nguyễn Hữu Mạnh" in text
    assert "30/10/2026" in text
    assert "Partly done, 50 %" in text
    Theme(100).apply(themed)
    qtbot.waitUntil(lambda: not table.isColumnHidden(LAST))


def test_an_empty_book_says_what_will_be_here(
    themed: QApplication, tmp_path: Path, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    book = replayed(tmp_path / "a.chibo", acts=1)
    panel = shown(TasksPanel(Session(book, lambda: AFTER), ask, words), qtbot)
    assert "given at a meeting" in panel.form.empty_label.text()
    assert not panel.form.tasks_table.isVisible()
    for button in ("meeting_button", "history_button", "sheet_button"):
        assert not getattr(panel.form, button).isEnabled()
    book.close()


def test_home_names_what_is_overdue_and_leads_to_the_task(
    program: Program, replayed_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    book = shutil.copyfile(replayed_file, tmp_path / "late.chibo")
    assert program.open_book(book)
    window = program.window
    assert isinstance(window, MainWindow)
    home = window.show_page("home")
    assert isinstance(home, HomePanel)
    texts = [one.text for one in home.form.late_list.sentences]
    (place,) = [at for at, text in enumerate(texts) if text.startswith("Task T4 ")]
    assert "1 day(s) overdue" in texts[place]
    qtbot.mouseClick(home.form.late_list.buttons[place], LEFT)
    assert window.page == "tasks"
    tasks = window.show_page("tasks")
    assert isinstance(tasks, TasksPanel)
    current = tasks.form.tasks_table.currentIndex()
    assert "T4" in str(current.siblingAtColumn(1).data())
