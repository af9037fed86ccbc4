"""The petitions of a year on the screen: what they wait for, and the next step of each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.operations.petitions import follow_up_petition
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.overview.petitions import PetitionsPage
from tests.building import AFTER, OCTOBER, meeting_id, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.rows import Petition
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
SENT, ANSWERED, TOLD = PetitionStep


class Hand:
    """What a secretary does with the page, and what stands in the book."""

    def __init__(self, dialog: OverviewDialog, session: Session, qtbot: QtBot) -> None:
        page = dialog.page
        assert isinstance(page, PetitionsPage)
        self.dialog, self.page, self.form = dialog, page, page.form
        self.session = session
        self.qtbot = qtbot

    @property
    def petition(self) -> Petition:
        (found,) = self.session.register.petitions
        return found

    def rows(self) -> list[list[str]]:
        model = self.form.petitions_table.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def tick(self, step: PetitionStep) -> None:
        check = self.page.steps[step].check
        assert check.isVisible()
        self.qtbot.mouseClick(check, LEFT, pos=QPoint(10, check.height() // 2))

    def shown(self) -> list[PetitionStep]:
        return [step for step, tick in self.page.steps.items() if tick.isVisible()]


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    dialog = OverviewDialog(session, ask, words, 2026, page="petitions")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return Hand(dialog, session, qtbot)


def test_a_petition_is_followed_up_by_one_tick_a_step(
    hand: Hand, type_text: Callable[[QWidget, str], None]
) -> None:
    closed = record_of(hand.session.book, OCTOBER)
    assert hand.rows()[0][:2] == ["To be sent", "49 day(s)"]
    assert hand.shown() == [SENT]
    hand.tick(SENT)
    assert hand.petition.sent == AFTER.date()
    assert hand.rows()[0][:2] == ["Waiting for an answer", "0 day(s)"]
    assert hand.shown() == [SENT, ANSWERED]
    hand.tick(ANSWERED)
    assert hand.shown() == [ANSWERED, TOLD]
    type_text(hand.form.answer_edit, "Xã hỗ trợ 3 tấn")
    hand.tick(TOLD)
    assert (hand.petition.answer, hand.petition.told) == ("Xã hỗ trợ 3 tấn", AFTER.date())
    assert hand.rows()[0][:2] == ["People were told", ""]
    assert hand.form.count_label.text() == "1 petition(s)"
    assert record_of(hand.session.book, OCTOBER) == closed


def test_a_step_is_taken_back_with_its_answer_and_undone(hand: Hand) -> None:
    hand.tick(SENT)
    hand.tick(ANSWERED)
    hand.tick(ANSWERED)
    assert hand.petition.answered is None
    assert not hand.form.answer_edit.isVisible()
    hand.session.undo()
    assert hand.petition.answered == AFTER.date()
    assert hand.form.answer_edit.isVisible()


def test_a_day_out_of_order_is_refused_in_words(hand: Hand) -> None:
    hand.page.steps[SENT].noted.emit(dt.date(2026, 10, 1))
    assert hand.form.notice_banner.isVisible()
    assert hand.petition.sent is None
    hand.tick(SENT)
    assert not hand.form.notice_banner.isVisible()


def test_an_open_petition_stands_in_the_years_after_it(
    hand: Hand, words: Messages, ask: QueuedAsk
) -> None:
    year_later = OverviewDialog(hand.session, ask, words, 2027, page="petitions")
    hand.qtbot.addWidget(year_later)
    year_later.show()
    later = Hand(year_later, hand.session, hand.qtbot)
    assert len(later.rows()) == 1
    for step in PetitionStep:
        register = hand.session.register
        day = AFTER.date()
        assert hand.session.do(follow_up_petition, register, hand.petition.id, step, day) is None
    assert later.rows() == []
    assert len(hand.rows()) == 1


def test_a_row_leads_to_its_meeting(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.dialog.meeting_wanted) as asked:
        hand.qtbot.keyClick(hand.form.petitions_table, Qt.Key.Key_Return)
    assert asked.args == [meeting_id(hand.session, OCTOBER)]
    assert not hand.dialog.isVisible()


def test_the_list_of_the_year_is_printed_from_here(hand: Hand) -> None:
    hand.qtbot.mouseClick(hand.form.paper_button, LEFT)
    (papers,) = hand.page.findChildren(PeriodPapersDialog)
    assert papers.form.paper_box.currentData() == "petitions"
    papers.close()


def test_advice_leads_to_the_petition_it_is_about(hand: Hand) -> None:
    advice = Advice(Point.PETITION_NOT_SENT, "petitions", hand.petition.id, "sent")
    hand.form.petitions_table.clearSelection()
    hand.dialog.show_row(advice.row)
    assert hand.form.petitions_table.currentIndex().row() == 0
