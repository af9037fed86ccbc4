"""Votes and petitions of the minutes, in their dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from cellsecretary.core.kinds import Needs, VoteMethod
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.petitions import PetitionsDialog
from cellsecretary.ui.dialogs.vote import VoteDialog
from cellsecretary.ui.overview.petitions import PetitionsPage
from tests.ui.minutes_hand import CLOSING, KEY, LEFT, REPORT, TOPIC, Hand, open_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]


@pytest.fixture
def hand(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, type_text: TypeText
) -> Hand:
    return open_minutes(session, ask, words, qtbot, type_text)


# Votes


def test_a_vote_is_counted_and_its_result_computed_while_it_is_typed(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.vote_button)
    dialog = hand.dialog(VoteDialog)
    form = dialog.form
    assert "40" in form.voters_label.text()
    assert "43" in form.voters_label.text()
    assert form.question_edit.text() == hand.point.title
    assert form.result_chip.text() == "Not counted yet"
    form.against_spin.setValue(3)
    hand.click(form.all_button)
    assert form.in_favour_spin.value() == 37
    assert form.result_chip.text() == "Passed"
    assert form.result_label.text().startswith("In favour 37/43, 86.0 %")
    hand.click(form.keep_button)
    assert [(vote.in_favour, vote.against, vote.method) for vote in hand.votes] == [
        (37, 3, VoteMethod.HANDS)
    ]
    card = hand.panel.votes.cards[0]
    assert card.result_chip.text() == "Passed"


def test_what_was_voted_on_is_concluded_next_unless_it_is(hand: Hand) -> None:
    for place, waits in ((2, True), (REPORT, False)):
        hand.turn_to(place)
        assert bool(hand.point.conclusion) is not waits
        hand.click(hand.form.vote_button)
        form = hand.dialog(VoteDialog).form
        form.in_favour_spin.setValue(40)
        hand.click(form.keep_button)
        there = hand.panel.window().focusWidget()
        assert (there is hand.form.conclusion_edit) is waits


def test_more_votes_than_voters_are_refused_in_the_dialog(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.vote_button)
    dialog = hand.dialog(VoteDialog)
    dialog.form.in_favour_spin.setValue(41)
    assert dialog.form.result_chip.text() == "Check the count"
    hand.click(dialog.form.keep_button)
    assert dialog.isVisible()
    assert dialog.notes.text(dialog.form.in_favour_spin)
    assert hand.votes == ()
    hand.click(dialog.form.cancel_button)
    assert not dialog.isVisible()


def test_a_ballot_begins_with_one_for_every_voter_and_must_add_up(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.vote_button)
    form = hand.dialog(VoteDialog).form
    assert not form.ballots_panel.isVisible()
    hand.qtbot.mouseClick(form.ballot_radio, LEFT, pos=QPoint(5, 20))
    assert form.ballots_panel.isVisible()
    assert form.issued_spin.value() == form.valid_spin.value() == 40
    form.in_favour_spin.setValue(38)
    assert form.result_chip.text() == "Check the count"
    form.against_spin.setValue(2)
    form.two_thirds_radio.setChecked(True)
    assert form.result_chip.text() == "Passed"
    hand.click(form.keep_button)
    vote = hand.votes[0]
    assert (vote.method, vote.needs, vote.issued) == (VoteMethod.BALLOT, Needs.TWO_THIRDS, 40)


def test_a_vote_can_be_changed_and_undone(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    hand.click(hand.panel.votes.cards[0].change_button)
    form = hand.dialog(VoteDialog).form
    form.in_favour_spin.setValue(10)
    hand.click(form.keep_button)
    assert hand.votes[0].in_favour == 10
    assert hand.panel.votes.cards[0].result_chip.text() == "Not passed"
    hand.session.undo()
    assert hand.panel.votes.cards[0].result_chip.text() == "Passed"


def test_escape_drops_a_typed_count_only_the_second_time(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    hand.click(hand.panel.votes.cards[0].change_button)
    dialog = hand.dialog(VoteDialog)
    dialog.form.against_spin.setValue(1)
    hand.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    hand.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_a_deleted_vote_comes_back_with_one_click(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    before = hand.votes
    hand.click(hand.panel.votes.cards[0].delete_button)
    assert len(hand.votes) == 1
    hand.click(hand.form.notice_banner.act_button)
    assert hand.votes == before


# Petitions


def test_a_petition_is_kept_as_it_is_typed_and_deleted(hand: Hand) -> None:
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    form = dialog.form
    hand.write(form.source_edit, "Nhân dân xóm Giữa")
    hand.write(form.text_edit, "Sửa kênh mương")
    hand.write(form.concerns_edit, "Các hộ cuối kênh")
    hand.write(form.addressee_edit, "UBND xã")
    form.source_edit.setFocus()
    (petition,) = hand.stored.petitions
    assert (petition.source, petition.text, petition.concerns, petition.addressee) == (
        "Nhân dân xóm Giữa",
        "Sửa kênh mương",
        "Các hộ cuối kênh",
        "UBND xã",
    )
    hand.click(form.add_button)
    hand.write(form.text_edit, "Đèn đường")
    hand.click(form.close_button)
    assert not dialog.isVisible()
    assert [row.text for row in hand.stored.petitions] == ["Sửa kênh mương", "Đèn đường"]
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    hand.click(dialog.form.delete_button)
    assert [row.text for row in hand.stored.petitions] == ["Đèn đường"]
    hand.session.undo()
    assert [row.text for row in hand.stored.petitions] == ["Sửa kênh mương", "Đèn đường"]


def test_the_first_wish_moves_no_field_from_under_the_hand(hand: Hand) -> None:
    hand.panel._petitions_action.trigger()
    form = hand.dialog(PetitionsDialog).form
    hand.qtbot.waitUntil(form.source_edit.isVisible)
    before = form.source_edit.mapToGlobal(QPoint(0, 0))
    hand.write(form.text_edit, "Sửa kênh mương")
    form.source_edit.setFocus()
    hand.qtbot.waitUntil(lambda: len(hand.stored.petitions) == 1)
    QApplication.processEvents()
    assert form.source_edit.mapToGlobal(QPoint(0, 0)) == before


def test_a_petition_without_its_wish_is_not_dropped_without_a_word(hand: Hand) -> None:
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    hand.write(dialog.form.source_edit, "Nhân dân")
    hand.click(dialog.form.close_button)
    assert dialog.isVisible()
    assert dialog.form.notice_banner.isVisible()
    hand.click(dialog.form.close_button)
    assert not dialog.isVisible()
    assert hand.stored.petitions == ()


def test_what_earlier_meetings_left_open_stands_below_and_is_not_changed_here(hand: Hand) -> None:
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    form = dialog.form
    (old,) = hand.stored.waiting
    texts = [form.petitions_list.item(at).text() for at in range(form.petitions_list.count())]
    assert texts == [
        "Not settled yet from earlier meetings:",
        f"{old.source}: {old.text}",
    ]
    form.petitions_list.setCurrentRow(1)
    assert form.text_edit.toPlainText() == old.text
    assert form.text_edit.isReadOnly()
    assert not form.delete_button.isEnabled()
    hand.click(form.overview_button)
    overview = hand.dialog(OverviewDialog)
    assert isinstance(overview.page, PetitionsPage)
    overview.close()


# Opinions as petitions


def test_one_click_makes_a_petition_of_an_opinion_and_another_takes_it_back(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    row, opinion = hand.rows[0], hand.opinions[0]
    hand.qtbot.mouseClick(row.petition_check, LEFT, pos=QPoint(10, 12))
    (made,) = hand.stored.petitions
    assert (made.opinion, made.text) == (opinion.id, opinion.text)
    assert row.petition_check.isChecked()
    hand.session.undo()
    assert not row.petition_check.isChecked()
    hand.session.redo()
    hand.qtbot.mouseClick(row.petition_check, LEFT, pos=QPoint(10, 12))
    assert hand.stored.petitions == ()


def test_a_deleted_opinion_leaves_its_petition(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    hand.qtbot.mouseClick(hand.rows[0].petition_check, LEFT, pos=QPoint(10, 12))
    hand.click(hand.rows[0].delete_button)
    (left,) = hand.stored.petitions
    assert left.opinion is None
    hand.click(hand.form.notice_banner.act_button)
    assert hand.stored.petitions[0].opinion == hand.opinions[0].id
    assert hand.rows[0].petition_check.isChecked()


def test_an_opinion_without_text_says_why_it_is_no_petition(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    hand.rows[0].text_edit.clear()
    hand.qtbot.mouseClick(hand.rows[0].petition_check, LEFT, pos=QPoint(10, 12))
    assert hand.form.notice_banner.isVisible()
    assert not hand.rows[0].petition_check.isChecked()
    assert hand.stored.petitions == ()
