"""The papers on the panel: seen page by page, saved, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from cellsecretary.core.change import Problem
from cellsecretary.core.operations.meetings import cancel_meeting
from cellsecretary.ui.panels.printing import PrintingPanel
from tests.building import NOVEMBER, OCTOBER, meeting_id
from tests.papers.pages import text_of
from tests.ui.printers import FilePrinting, NoPrinting
from tests.ui.printing_hand import Hand

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    panel = PrintingPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show()
    return Hand(panel, session, qtbot)


def test_the_minutes_are_shown_page_by_page_as_a_draft(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert hand.desk.place_label.text() == "Page 1 of 4 · draft"
    hand.press(hand.desk.zoom_in_button)
    assert hand.view.zoom == 125
    hand.view.go_to_page(2)
    assert hand.desk.place_label.text() == "Page 3 of 4 · draft"
    hand.turn(OCTOBER)
    assert hand.desk.place_label.text() == "Page 1 of 4"


def test_the_paper_follows_what_is_changed(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.view.go_to_page(1)
    before = hand.panel.desk._made
    hand.finish_november()
    hand.qtbot.waitUntil(lambda: hand.panel.desk._made is not before)
    assert hand.view.page == 1


def test_a_meeting_not_begun_has_its_papers_of_before(hand: Hand) -> None:
    hand.plan_december()
    hand.turn("2026-12-03")
    assert "notice" in hand.offered()
    assert "minutes" not in hand.offered()
    assert hand.desk.paper_box.currentData() == "notice"
    assert hand.view.page_count
    assert hand.problems() == []
    assert hand.form.save_button.isVisible()
    with hand.qtbot.waitSignal(hand.panel.place_wanted) as wanted:
        hand.press(hand.form.next_button)
    assert wanted.args
    problem = wanted.args[0]
    assert isinstance(problem, Problem)
    assert problem.table == "attendance"


@pytest.mark.thorough
def test_each_paper_of_a_meeting_is_shown_saved_and_printed(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    assert hand.desk.paper_box.currentData() == "minutes"
    for paper in hand.offered():
        hand.choose(paper)
        shown = hand.view.page_count
        assert shown, paper
        path = tmp_path / f"{paper}.pdf"
        ask.will_answer(path)
        hand.press(hand.form.save_button)
        assert len(PdfReader(path).pages) == shown
        printed = tmp_path / f"{paper} printed.pdf"
        hand.panel.desk.print_job = FilePrinting(printed)
        hand.press(hand.form.next_button)
        assert len(PdfReader(printed).pages) == shown
    # Which paper it is can be read from the name of each file.
    assert len(set(ask.asked)) == len(hand.offered())


@pytest.mark.thorough
def test_the_chosen_paper_stays_while_the_meeting_changes(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.choose("notice")
    before = hand.panel.desk._made
    hand.finish_november()
    hand.qtbot.waitUntil(lambda: hand.panel.desk._made is not before)
    assert hand.desk.paper_box.currentData() == "notice"
    hand.turn(OCTOBER)
    assert hand.desk.paper_box.currentData() == "minutes"


def test_a_cancelled_meeting_says_why_it_has_no_minutes(hand: Hand) -> None:
    hand.plan_december()
    record = hand.session.meeting(meeting_id(hand.session, "2026-12-03"))
    assert hand.session.do(cancel_meeting, record, hand.session.register, "mưa bão") is None
    hand.turn("2026-12-03")
    assert hand.form.state_label.text() == "Reason: mưa bão"
    assert "cancelled" in hand.desk.empty_label.text()
    assert not hand.form.next_button.isVisible()


def test_a_panel_without_a_meeting_stays_quiet(hand: Hand) -> None:
    hand.panel.update_now()
    assert hand.view.page_count == 0


def test_a_narrow_panel_shows_one_half_and_the_way_to_the_other(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert not hand.form.side_button.isVisible()
    hand.panel.resize(500, 520)
    assert (hand.form.side_area.isVisible(), hand.form.paper_panel.isVisible()) == (True, False)
    hand.press(hand.form.side_button)
    assert (hand.form.side_area.isVisible(), hand.form.paper_panel.isVisible()) == (False, True)
    # Closing is offered only beside what it means.
    assert not hand.form.next_button.isVisible()
    hand.press(hand.form.side_button)
    assert hand.form.next_button.isVisible()
    assert "Save as PDF…" in hand.acts()


# Saving and printing


def test_the_minutes_are_saved_where_the_user_says(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    path = tmp_path / "Biên bản tháng 10.pdf"
    ask.will_answer(path)
    hand.press(hand.form.save_button)
    assert ask.asked == ["save Minutes_2026-10-03.pdf"]
    assert "Chi bộ thôn 3".upper() in text_of(path.read_bytes())
    assert str(path) in hand.notice()


def test_what_offices_reword_is_saved_for_word(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.turn(OCTOBER)
    path = tmp_path / "x.docx"
    ask.will_answer(path)
    hand.acts()["Save for Word…"].trigger()
    assert ask.asked == ["save Minutes_2026-10-03.docx"]
    assert path.read_bytes().startswith(b"PK")
    assert str(path) in hand.notice()
    hand.choose("notice")
    assert "Save for Word…" not in hand.acts()


def test_a_closed_meeting_is_saved_for_the_archive(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    path = tmp_path / "x.pdf"
    ask.will_answer(path)
    hand.acts()["Save for the archive…"].trigger()
    assert ask.asked == ["save Minutes_2026-10-03_PDFA.pdf"]
    assert b"pdfaid:part" in path.read_bytes()
    hand.turn(NOVEMBER)
    assert "Save for the archive…" not in hand.acts()


def test_a_place_that_cannot_be_written_is_told(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.turn(OCTOBER)
    ask.will_answer(tmp_path / "no such folder" / "x.pdf")
    hand.press(hand.form.save_button)
    assert hand.notice().startswith("x.pdf could not be written.")


def test_not_choosing_a_place_writes_nothing(hand: Hand, ask: QueuedAsk) -> None:
    hand.turn(OCTOBER)
    ask.will_answer(None)
    hand.press(hand.form.save_button)
    assert hand.notice() == ""


@pytest.mark.thorough
def test_the_minutes_are_printed_page_for_page(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    hand.panel.desk.print_job = FilePrinting(path)
    hand.turn(OCTOBER)
    hand.press(hand.form.next_button)
    assert len(PdfReader(path).pages) == 4
    assert hand.notice() == "The paper was handed to the printer."


@pytest.mark.thorough
def test_a_draft_is_printed_from_the_menu(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    hand.panel.desk.print_job = FilePrinting(path)
    hand.turn(NOVEMBER)
    hand.acts()["Print this paper…"].trigger()
    assert len(PdfReader(path).pages) == 4


def test_without_a_printer_a_pdf_is_offered(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.panel.desk.print_job = NoPrinting()
    hand.turn(OCTOBER)
    hand.press(hand.form.next_button)
    assert "no printer" in hand.notice()
    ask.will_answer(tmp_path / "x.pdf")
    hand.press(hand.form.notice_banner.act_button)
    assert (tmp_path / "x.pdf").exists()


@pytest.mark.no_qt_log
def test_a_printer_that_fails_is_told(hand: Hand, tmp_path: Path) -> None:
    hand.panel.desk.print_job = FilePrinting(tmp_path / "no such folder" / "printed.pdf")
    hand.turn(OCTOBER)
    hand.press(hand.form.next_button)
    assert hand.notice().startswith("The printer did not take the paper")


# What became of a paper


@pytest.mark.thorough
def test_what_left_the_program_is_remembered_by_paper_and_version(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.turn(OCTOBER)
    assert not hand.form.trace_label.isVisible()
    hand.panel.desk.print_job = FilePrinting(tmp_path / "printed.pdf")
    hand.press(hand.form.next_button)
    assert hand.form.trace_label.text() == "Minutes: printed 21/11/2026"
    assert hand.notice() == "The paper was handed to the printer."
    ask.will_answer(tmp_path / "x.pdf")
    hand.press(hand.form.save_button)
    hand.acts()["It is signed"].trigger()
    text = "Minutes: printed 21/11/2026, saved 21/11/2026, signed 21/11/2026"
    assert hand.form.trace_label.text() == text
    assert "It is signed" not in hand.acts()
    hand.choose("notice")
    assert not hand.form.trace_label.isVisible()
    hand.turn(NOVEMBER)
    assert not hand.form.trace_label.isVisible()
    assert "It is signed" not in hand.acts()
    hand.turn(OCTOBER)
    assert hand.form.trace_label.text() == text


@pytest.mark.thorough
def test_undo_takes_a_signature_back_and_passes_over_what_was_printed(
    hand: Hand, tmp_path: Path
) -> None:
    hand.finish_november()
    hand.turn(OCTOBER)
    hand.acts()["It is signed"].trigger()
    hand.panel.desk.print_job = FilePrinting(tmp_path / "printed.pdf")
    hand.press(hand.form.next_button)
    hand.session.undo()
    hand.turn(NOVEMBER)
    hand.turn(OCTOBER)
    assert hand.form.trace_label.text() == "Minutes: printed 21/11/2026"
    hand.session.undo()
    hand.turn(NOVEMBER)
    assert len(hand.problems()) == 1
