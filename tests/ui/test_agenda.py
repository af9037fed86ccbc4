"""The agenda of a meeting: its hours, its items and how they move, its plan and preparation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCalendarWidget, QStackedWidget, QWidget

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.kinds import Mark, MeetingState, Part
from cellsecretary.core.operations.agenda import delete_item
from cellsecretary.core.operations.attendance import mark
from cellsecretary.core.templates import general_steps
from cellsecretary.core.track import TrackStep
from cellsecretary.ui.agenda_table import MIME
from cellsecretary.ui.dialogs.agenda_item import AgendaItemDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.session import Session
from cellsecretary.ui.talks import TalksCard
from cellsecretary.ui.theme import Theme
from tests.building import NOVEMBER, OCTOBER, meeting_id
from tests.ui.pressing import double_click
from tests.ui.year_before import UNEXCUSED, hold_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> QStackedWidget:
    # As in the window, where a page may be narrower than both halves of the panel.
    made = QStackedWidget()
    qtbot.addWidget(made)
    made.resize(1130, 520)
    return made


@pytest.fixture
def panel(
    qtbot: QtBot, page: QStackedWidget, session: Session, ask: QueuedAsk, words: Messages
) -> AgendaPanel:
    made = AgendaPanel(session, ask, words)
    page.addWidget(made)
    made.show_meeting(meeting_id(session.book, NOVEMBER))
    with qtbot.waitExposed(page):
        page.show()
    return made


def titles(panel: AgendaPanel) -> list[str]:
    return [item.title for item in panel.record.agenda]


def agenda(panel: AgendaPanel) -> tuple[AgendaItem, ...]:
    return panel.record.agenda


def shown(panel: AgendaPanel, column: int) -> list[str]:
    model = panel.form.agenda_table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(panel: AgendaPanel, place: int) -> AgendaItem:
    item = agenda(panel)[place]
    panel._choose(item.id)
    return item


def key(qtbot: QtBot, panel: AgendaPanel, *keys: Qt.Key, alt: bool = False) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    for one in keys:
        qtbot.keyClick(panel.form.agenda_table, one, modifier)


def dialog(panel: AgendaPanel, kind: type[QWidget]) -> QWidget:
    found = [child for child in panel.findChildren(kind) if child.isVisible()]
    assert len(found) == 1
    return found[0]


def item_dialog(panel: AgendaPanel) -> AgendaItemDialog:
    found = dialog(panel, AgendaItemDialog)
    assert isinstance(found, AgendaItemDialog)
    return found


def test_three_parts_have_their_headings_and_items_their_numbers_and_hours(
    panel: AgendaPanel,
) -> None:
    assert shown(panel, 0)[0] == "Opening"
    assert [text for text in shown(panel, 0) if text.isdigit()] == list("12345678")
    assert shown(panel, 1)[1:4] == ["19:30", "19:35", "19:40"]


def test_the_sum_says_in_words_whether_it_is_enough(panel: AgendaPanel, session: Session) -> None:
    text = panel.form.sum_label.text()
    assert "100 minutes, at least 120 needed: 20 too few" in text
    assert "21:10" in text
    panel.show_meeting(meeting_id(session.book, OCTOBER))
    assert "enough" in panel.form.sum_label.text()


def test_another_meeting_comes_while_an_item_is_chosen(
    panel: AgendaPanel, session: Session
) -> None:
    panel.show_meeting(meeting_id(session.book, OCTOBER))
    choose(panel, 1)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    assert panel.form.edit_button.isEnabled()


def test_alt_down_moves_an_item_and_the_choice_goes_along(panel: AgendaPanel, qtbot: QtBot) -> None:
    before = titles(panel)
    choose(panel, 0)
    key(qtbot, panel, Qt.Key.Key_Down, alt=True)
    assert titles(panel) == [before[1], before[0], *before[2:]]
    current = panel._current()
    assert current is not None
    assert current.title == before[0]


def test_at_the_end_of_a_part_an_item_moves_into_the_next_part(
    panel: AgendaPanel, qtbot: QtBot
) -> None:
    last = choose(panel, 2)
    assert last.part is Part.OPENING
    order = titles(panel)
    key(qtbot, panel, Qt.Key.Key_Down, alt=True)
    assert (agenda(panel)[2].part, titles(panel)) == (Part.CONTENT, order)
    key(qtbot, panel, Qt.Key.Key_Up, alt=True)
    assert (agenda(panel)[2].part, titles(panel)) == (Part.OPENING, order)


def test_nothing_moves_past_the_ends(panel: AgendaPanel, qtbot: QtBot, session: Session) -> None:
    steps = session.last_undoable
    choose(panel, 0)
    assert not panel.form.up_button.isEnabled()
    key(qtbot, panel, Qt.Key.Key_Up, alt=True)
    choose(panel, len(agenda(panel)) - 1)
    assert not panel.form.down_button.isEnabled()
    key(qtbot, panel, Qt.Key.Key_Down, alt=True)
    assert session.last_undoable == steps


def test_an_item_dropped_below_a_heading_takes_that_part(panel: AgendaPanel) -> None:
    model = panel.form.agenda_table.model()
    dragged = choose(panel, 0)
    data = model.mimeData([model.index(1, 0)])
    heading = shown(panel, 0).index("Closing")
    move = Qt.DropAction.MoveAction
    assert model.dropMimeData(data, move, heading + 1, 0, QModelIndex())
    moved = next(item for item in agenda(panel) if item.id == dragged.id)
    assert moved.part is Part.CLOSING
    assert next(i for i in agenda(panel) if i.part is Part.CLOSING) == moved


def test_only_items_of_the_agenda_can_be_dropped(panel: AgendaPanel) -> None:
    model = panel.form.agenda_table.model()
    text = QMimeData()
    text.setText("anything")
    assert not model.dropMimeData(text, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert model.mimeTypes() == [MIME]


def test_headings_cannot_be_chosen_or_dragged(panel: AgendaPanel, qtbot: QtBot) -> None:
    model = panel.form.agenda_table.model()
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    choose(panel, 2)
    key(qtbot, panel, Qt.Key.Key_Down)
    current = panel._current()
    assert current is not None
    assert current.id == agenda(panel)[3].id


def test_space_skips_an_item_and_takes_it_up_again(panel: AgendaPanel, qtbot: QtBot) -> None:
    item = choose(panel, 5)
    key(qtbot, panel, Qt.Key.Key_Space)
    row = next(r for r, text in enumerate(shown(panel, 2)) if text == item.title)
    assert (shown(panel, 0)[row], shown(panel, 1)[row], shown(panel, 4)[row]) == (
        "–",
        "",
        "skipped",
    )
    assert "Total 65 minutes" in panel.form.sum_label.text()
    key(qtbot, panel, Qt.Key.Key_Space)
    assert "Total 100 minutes" in panel.form.sum_label.text()


def test_a_deleted_item_comes_back_with_undo(
    panel: AgendaPanel, qtbot: QtBot, session: Session
) -> None:
    before = titles(panel)
    choose(panel, 5)
    key(qtbot, panel, Qt.Key.Key_Delete)
    assert len(titles(panel)) == len(before) - 1
    assert panel._current() is not None
    session.undo()
    assert titles(panel) == before


def test_an_item_is_added_below_the_chosen_one(
    panel: AgendaPanel, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    choose(panel, 4)
    qtbot.mouseClick(panel.form.add_button, Qt.MouseButton.LeftButton)
    form = item_dialog(panel).form
    type_text(form.title_edit, "Kết nạp đảng viên")
    form.presenter_edit.setFocus()
    type_text(form.presenter_edit, "2")
    form.minutes_spin.setValue(15)
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    added = agenda(panel)[5]
    assert (added.title, added.minutes, added.part) == ("Kết nạp đảng viên", 15, Part.CONTENT)
    assert panel.record.name_of(added.presenter)
    current = panel._current()
    assert current is not None
    assert current.id == added.id


def test_an_item_without_a_title_is_refused_at_its_field(panel: AgendaPanel, qtbot: QtBot) -> None:
    before = titles(panel)
    panel.add()
    open_dialog = item_dialog(panel)
    qtbot.mouseClick(open_dialog.form.keep_button, Qt.MouseButton.LeftButton)
    assert open_dialog.notes.text(open_dialog.form.title_edit)
    assert open_dialog.form.title_edit.property("role") == "bad"
    assert titles(panel) == before


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_change_an_item(panel: AgendaPanel, qtbot: QtBot, way: Qt.Key) -> None:
    item = choose(panel, 3)
    key(qtbot, panel, way)
    form = item_dialog(panel).form
    assert form.title_edit.text() == item.title
    form.minutes_spin.setValue(20)
    qtbot.keyClick(form.minutes_spin, Qt.Key.Key_Return)
    assert agenda(panel)[3].minutes == 20


def test_a_double_click_changes_an_item(panel: AgendaPanel, qtbot: QtBot) -> None:
    table = panel.form.agenda_table
    where = table.visualRect(table.model().index(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    double_click(table.viewport(), where)
    assert item_dialog(panel).form.title_edit.text() == agenda(panel)[0].title


def test_another_part_chosen_in_the_dialog_moves_the_item(panel: AgendaPanel) -> None:
    item = choose(panel, 0)
    panel.edit()
    open_dialog = item_dialog(panel)
    open_dialog.form.part_box.setCurrentIndex(2)
    open_dialog.keep()
    assert next(i for i in agenda(panel) if i.id == item.id).part is Part.CLOSING


def test_esc_throws_typed_text_away_only_when_pressed_twice(
    panel: AgendaPanel, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.add()
    open_dialog = item_dialog(panel)
    type_text(open_dialog.form.title_edit, "Kết nạp")
    qtbot.keyClick(open_dialog, Qt.Key.Key_Escape)
    assert open_dialog.isVisible()
    assert open_dialog.form.notice_banner.isVisible()
    qtbot.keyClick(open_dialog, Qt.Key.Key_Escape)
    assert not open_dialog.isVisible()


def test_esc_closes_at_once_when_nothing_was_typed(panel: AgendaPanel, qtbot: QtBot) -> None:
    choose(panel, 3)
    panel.edit()
    open_dialog = item_dialog(panel)
    qtbot.keyClick(open_dialog, Qt.Key.Key_Escape)
    assert not open_dialog.isVisible()


def test_an_empty_agenda_offers_the_usual_one(
    panel: AgendaPanel, qtbot: QtBot, session: Session
) -> None:
    for item in agenda(panel):
        session.do(delete_item, panel.record, item.id)
    assert panel.form.empty_label.isVisible()
    qtbot.mouseClick(panel.form.template_button, Qt.MouseButton.LeftButton)
    kind, cell = panel.record.meeting.kind, session.register.cell.kind
    template = general_steps(panel.record.rules, kind, cell)
    assert titles(panel) == [step.title for step in template]


def test_a_closed_meeting_can_only_be_read(
    panel: AgendaPanel, qtbot: QtBot, session: Session
) -> None:
    panel.show_meeting(meeting_id(session.book, OCTOBER))
    before = titles(panel)
    assert panel.form.closed_label.isVisible()
    assert not panel.form.add_button.isVisible()
    assert not panel.form.change_button.isVisible()
    choose(panel, 0)
    key(qtbot, panel, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Insert)
    key(qtbot, panel, Qt.Key.Key_Down, alt=True)
    assert titles(panel) == before
    assert panel.findChildren(AgendaItemDialog) == []


def test_the_plan_stands_beside_the_agenda(panel: AgendaPanel) -> None:
    assert "19:30" in panel.form.place_label.text()
    assert "Quan Văn Thuận, Đảng ủy viên" in panel.form.people_label.text()
    assert not panel.form.side_button.isVisible()


def test_with_large_text_plan_and_agenda_take_turns(
    panel: AgendaPanel, page: QStackedWidget, qtbot: QtBot, themed: QApplication
) -> None:
    Theme(200).apply(themed)
    page.resize(1130, 520)
    qtbot.waitUntil(panel.form.side_button.isVisible)
    assert panel.form.agenda_table.isVisible()
    assert not panel.form.side_area.isVisible()
    qtbot.mouseClick(panel.form.side_button, Qt.MouseButton.LeftButton)
    assert panel.form.side_area.isVisible()
    assert not panel.form.agenda_table.isVisible()
    qtbot.mouseClick(panel.form.side_button, Qt.MouseButton.LeftButton)
    assert panel.form.agenda_table.isVisible()


def test_a_step_ticked_after_the_meeting_asks_for_its_day(panel: AgendaPanel, qtbot: QtBot) -> None:
    posted = panel._steps.steps[TrackStep.POSTED]
    qtbot.mouseClick(posted.check, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert panel.record.meeting.posted is None
    assert not posted.check.isChecked()
    calendar = posted.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.isVisible()
    calendar.clicked.emit(calendar.selectedDate())
    assert panel.record.meeting.posted == dt.date(2026, 11, 3)
    assert posted.check.isChecked()
    assert "1 day(s) late" in posted.check.text()


def test_a_tick_taken_away_takes_the_day_away(panel: AgendaPanel, qtbot: QtBot) -> None:
    notified = panel._steps.steps[TrackStep.NOTIFIED]
    assert "31/10/2026" in notified.check.text()
    qtbot.mouseClick(notified.check, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert panel.record.meeting.notified is None


def test_a_tick_before_the_meeting_means_today(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages
) -> None:
    early = Session(session.book, lambda: dt.datetime(2026, 11, 2, 8, 0))
    made = AgendaPanel(early, ask, words)
    qtbot.addWidget(made)
    made.show_meeting(meeting_id(session.book, NOVEMBER))
    with qtbot.waitExposed(made):
        made.show()
    qtbot.mouseClick(made._steps.steps[TrackStep.POSTED].check, Qt.MouseButton.LeftButton)
    assert made.record.meeting.posted == dt.date(2026, 11, 2)


def test_a_problem_of_the_plan_opens_the_plan_at_its_field(panel: AgendaPanel) -> None:
    meeting = panel.record.meeting
    panel.go_to(Problem(Why.CHAIR_MISSING, "meetings", meeting.id, "chair"))
    open_dialog = dialog(panel, MeetingDialog)
    assert isinstance(open_dialog, MeetingDialog)
    assert open_dialog.focusWidget() is open_dialog.form.chair_edit


def test_only_a_planned_meeting_can_be_cancelled_and_only_with_a_reason(
    panel: AgendaPanel, ask: QueuedAsk, session: Session, words: Messages
) -> None:
    cancel = next(a for a in panel.findChildren(QAction) if "Cancel" in a.text())
    assert not cancel.isEnabled()
    planning = MeetingDialog(session, words, panel)
    planning.planned.connect(panel.show_meeting)
    planning.keep()
    assert cancel.isEnabled()
    ask.will_answer("")
    cancel.trigger()
    assert panel.form.notice_banner.isVisible()
    ask.will_answer("Mưa lũ, đường ngập")
    cancel.trigger()
    assert panel.record.meeting.state is MeetingState.CANCELLED
    assert "Mưa lũ, đường ngập" in panel.form.closed_label.text()
    assert not panel.form.next_button.isEnabled()


def test_what_is_missing_stands_beside_the_next_step(panel: AgendaPanel, qtbot: QtBot) -> None:
    assert not panel.form.missing_label.isVisible()
    panel.edit()
    open_dialog = item_dialog(panel)
    open_dialog.form.presenter_edit.set_member(None)
    open_dialog.keep()
    assert "without a presenter" in panel.form.missing_label.text()
    with qtbot.waitSignal(panel.next_wanted, timeout=0):
        qtbot.mouseClick(panel.form.next_button, Qt.MouseButton.LeftButton)


# Whom to see before the meeting


def test_whom_to_see_stands_beside_the_agenda_and_leads_to_the_register(
    panel: AgendaPanel, session: Session, qtbot: QtBot
) -> None:
    card = panel.form.talks_panel.findChild(TalksCard)
    assert isinstance(card, TalksCard)
    assert card.isHidden()
    hold_before(session.book)
    record = panel.record
    line = next(line for line in record.roster if line.number == UNEXCUSED)
    assert session.do(mark, record, line.member, Mark.NONE) is None
    assert not card.isHidden()
    (sentence,) = card.talks_list.sentences
    assert sentence.text.startswith(f"{line.name} missed meetings without a reason in 2 months")
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        card.talks_list.buttons[0].click()
    assert (wanted.args[0].table, wanted.args[0].row) == ("members", line.member)
    assert session.do(mark, panel.record, line.member, Mark.PRESENT) is None
    assert card.isHidden()
