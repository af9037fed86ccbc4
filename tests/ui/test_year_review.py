"""The yearly review in the window: points typed, levels chosen, numbers followed to meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.operations.year_review import review_year
from cellsecretary.core.period import Period, Span
from cellsecretary.core.report_figures import ReportFigure, report_figures
from cellsecretary.core.year_review import year_reviews
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.dialogs.report_figures import ReportFiguresDialog
from cellsecretary.ui.dialogs.year_review import YearReviewDialog
from cellsecretary.ui.figures import figure_text
from cellsecretary.ui.overview.reviews import ReviewsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.points_field import PointsField
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
YEAR = Period(Span.YEAR, 2026)
CAP = "Outstanding 2, should be at most 0 of the 2 good or better."


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()


@pytest.fixture
def dialog(session: Session, words: Messages, qtbot: QtBot) -> YearReviewDialog:
    dialog = YearReviewDialog(session, words, YEAR, session.register.members[0].id)
    shown(qtbot, dialog)
    return dialog


@pytest.fixture
def overview(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> OverviewDialog:
    overview = OverviewDialog(session, ask, words, 2026, page="reviews")
    shown(qtbot, overview)
    return overview


@pytest.fixture
def page(overview: OverviewDialog) -> ReviewsPage:
    page = overview.page
    assert isinstance(page, ReviewsPage)
    return page


def type_points(qtbot: QtBot, field: PointsField, points: str) -> None:
    field.selectAll()
    for key in points:
        qtbot.keyClick(field, key)
    field.settle()


def kept(session: Session, member: str | None) -> YearReview | None:
    rows = session.register.year_reviews
    return next((row for row in rows if row.member == member), None)


def rate(session: Session, member: str | None, general: int, results: int) -> None:
    rules = session.rules(YEAR.last).year_review
    wanted = YearReview("", 2026, member, general, results)
    assert session.do(review_year, session.register, wanted, rules) is None


def test_points_typed_are_kept_and_make_the_level(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    type_points(qtbot, dialog.form.general_edit, "28")
    type_points(qtbot, dialog.form.results_edit, "65")
    row = kept(session, session.register.members[0].id)
    assert row is not None
    assert (row.general, row.results, row.level) == (28, 65, YearLevel.OUTSTANDING)
    assert dialog.form.sum_label.text().startswith("93/100")
    assert dialog.form.level_box.currentData() == YearLevel.OUTSTANDING


def test_each_number_is_a_step_of_undo(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    type_points(qtbot, dialog.form.general_edit, "28")
    type_points(qtbot, dialog.form.results_edit, "65")
    session.undo()
    row = kept(session, session.register.members[0].id)
    assert row is not None
    assert (row.general, row.results, row.level) == (28, None, None)
    assert dialog.form.results_edit.text() == ""
    session.undo()
    assert kept(session, session.register.members[0].id) is None


def test_too_many_points_are_said_under_the_field_and_nothing_is_lost(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    type_points(qtbot, dialog.form.general_edit, "31")
    assert session.register.year_reviews == ()
    qtbot.mouseClick(dialog.form.next_button, LEFT)
    assert dialog.form.person_label.text().startswith("1. ")
    assert dialog.form.general_edit.text() == "31"
    type_points(qtbot, dialog.form.general_edit, "30")
    qtbot.mouseClick(dialog.form.next_button, LEFT)
    assert dialog.form.person_label.text().startswith("2. ")
    assert dialog.form.general_edit.text() == ""


def test_what_is_no_number_is_asked_about(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    type_points(qtbot, dialog.form.results_edit, "a lot")
    assert session.register.year_reviews == ()
    qtbot.mouseClick(dialog.form.next_button, LEFT)
    assert dialog.form.person_label.text().startswith("1. ")


def test_another_level_can_be_chosen_and_stays(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    type_points(qtbot, dialog.form.general_edit, "28")
    type_points(qtbot, dialog.form.results_edit, "65")
    box = dialog.form.level_box
    place = box.findData(YearLevel.GOOD)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    type_points(qtbot, dialog.form.results_edit, "66")
    row = kept(session, session.register.members[0].id)
    assert row is not None
    assert row.level is YearLevel.GOOD
    assert dialog.form.sum_label.text().startswith("94/100")


def test_the_note_is_kept_when_the_next_one_comes(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.form.note_edit.setPlainText("Gương mẫu")
    qtbot.mouseClick(dialog.form.next_button, LEFT)
    row = kept(session, session.register.members[0].id)
    assert row is not None
    assert row.note == "Gương mẫu"
    assert dialog.form.note_edit.toPlainText() == ""


def test_a_number_leads_to_its_meeting(
    dialog: YearReviewDialog, session: Session, qtbot: QtBot
) -> None:
    (line, *_) = year_reviews(session.period_record(YEAR)).members
    assert dialog.form.meetings_table.model().rowCount() == len(line.facts[0].meetings)
    with qtbot.waitSignal(dialog.meeting_wanted) as wanted:
        qtbot.mouseClick(dialog.form.meeting_button, LEFT)
    assert wanted.args == [line.facts[0].meetings[0]]


def test_the_cell_comes_first_and_who_waits_is_counted(page: ReviewsPage, session: Session) -> None:
    model = page.form.reviews_table.model()
    assert model.index(0, 1).data() == session.register.cell.name
    waiting = len(year_reviews(session.period_record(YEAR)).waiting)
    assert page.form.waiting_chip.text() == f"Not rated yet: {waiting}"
    rate(session, session.register.members[0].id, 20, 50)
    assert page.form.waiting_chip.text() == f"Not rated yet: {waiting - 1}"


def test_too_many_outstanding_ones_are_pointed_out_and_not_refused(
    page: ReviewsPage, session: Session
) -> None:
    assert not page.form.cap_list.sentences
    for member in session.register.members[:2]:
        rate(session, member.id, 30, 70)
    assert [said.text for said in page.form.cap_list.sentences] == [CAP]


def test_the_sheets_to_fill_in_are_one_press_away(page: ReviewsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.form.forms_button, LEFT)
    (papers,) = page.findChildren(PeriodPapersDialog)
    assert papers.form.paper_box.currentData() == "year-review-form"


def opened_report(session: Session, words: Messages, qtbot: QtBot) -> ReportFiguresDialog:
    record = session.period_record(Period(Span.QUARTER, 2026, 4))
    dialog = ReportFiguresDialog(record, "Quý IV", words)
    shown(qtbot, dialog)
    return dialog


def cells(table: QTableView, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_screen_lists_every_number_of_the_report(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened_report(session, words, qtbot)
    figures = report_figures(session.period_record(Period(Span.QUARTER, 2026, 4)))
    assert cells(dialog.form.figures_table, 1) == [figure_text(one) for one in figures.lines]


def test_enter_on_a_meeting_behind_a_number_opens_it(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened_report(session, words, qtbot)
    figures = report_figures(session.period_record(Period(Span.QUARTER, 2026, 4)))
    keys = [one.key for one in figures.lines]
    dialog.form.figures_table.selectRow(keys.index(ReportFigure.PRESENT))
    meetings = figures.lines[keys.index(ReportFigure.PRESENT)].meetings
    assert dialog.form.meetings_table.model().rowCount() == len(meetings) == 2
    dialog.form.meetings_table.selectRow(1)
    with qtbot.waitSignal(dialog.meeting_wanted) as wanted:
        qtbot.keyClick(dialog.form.meetings_table, Qt.Key.Key_Return)
    assert wanted.args == [meetings[1]]


def test_a_number_of_the_register_has_no_meeting_to_open(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened_report(session, words, qtbot)
    assert dialog.form.meeting_button.isEnabled()
    dialog.form.figures_table.selectRow(0)
    assert not dialog.form.meeting_button.isEnabled()


def test_the_papers_offer_the_numbers_of_the_report_alone(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    dialog = PeriodPapersDialog(session, ask, words, 2026)
    shown(qtbot, dialog)
    qtbot.waitUntil(dialog.form.figures_button.isEnabled)
    qtbot.mouseClick(dialog.form.figures_button, LEFT)
    (figures,) = dialog.findChildren(ReportFiguresDialog)
    meeting = session.register.meetings[-1].id
    with qtbot.waitSignal(dialog.meeting_wanted) as wanted:
        figures.meeting_wanted.emit(meeting)
    assert wanted.args == [meeting]
    box = dialog.form.paper_box
    box.setCurrentIndex(box.findData("fees"))
    box.activated.emit(box.currentIndex())
    assert dialog.form.figures_button.isHidden()
