"""The papers of a month, a quarter or a year, from the page of the book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from cellsecretary.core.period import periods_of, read_period
from cellsecretary.ui.dialogs import period_papers
from cellsecretary.ui.dialogs.period_papers import PAPERS, PeriodPapersDialog
from cellsecretary.ui.panels.book import BookForm, BookPanel
from cellsecretary.ui.panels.tasks import TasksPanel
from tests.ui.printers import FilePrinting, NoPrinting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QPushButton
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

UI = Path(period_papers.__file__).parent.parent


class Hand:
    """What a secretary does with the dialog."""

    def __init__(self, dialog: PeriodPapersDialog, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.form = dialog.form
        self.qtbot = qtbot
        self.wait()

    def wait(self) -> None:
        """Go on when the paper, or a sentence instead, is there."""
        self.qtbot.waitUntil(lambda: "being made" not in self.form.empty_label.text())

    def press(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, box: QComboBox, text: str) -> None:
        assert box.findText(text) >= 0
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
        self.wait()

    def choose_paper(self, paper: str) -> None:
        box = self.form.paper_box
        self.choose(box, box.itemText(box.findData(paper)))

    def notice(self) -> str:
        banner = self.form.notice_banner
        return banner.text_label.text() if banner.isVisible() else ""


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    panel = BookPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.mouseClick(panel.form.papers_button, Qt.MouseButton.LeftButton)
    return Hand(panel.findChildren(PeriodPapersDialog)[0], qtbot)


def test_the_latest_month_with_a_meeting_comes_first(hand: Hand) -> None:
    form = hand.form
    assert form.paper_box.currentData() == "report"
    assert form.period_box.currentText() == "Month 11"
    assert form.year_box.currentText() == "2026"
    assert form.paper_view.page_count
    assert form.place_label.text().endswith("draft")


@pytest.mark.thorough
def test_each_paper_is_shown_saved_and_printed(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    for paper in PAPERS:
        hand.choose_paper(paper)
        shown = hand.form.paper_view.page_count
        assert shown, paper
        path = tmp_path / f"{paper}.pdf"
        ask.will_answer(path)
        hand.press(hand.form.save_button)
        pages = PdfReader(path).pages
        assert len(pages) == shown
        assert "2026" in "".join(page.extract_text() for page in pages)
        assert str(path) in hand.notice()
        printed = tmp_path / f"{paper} printed.pdf"
        hand.dialog.print_job = FilePrinting(printed)
        hand.press(hand.form.print_button)
        assert len(PdfReader(printed).pages) == shown
        assert hand.notice() == "The paper was handed to the printer."
    assert len(set(ask.asked)) == len(PAPERS)


@pytest.mark.thorough
def test_each_paper_offers_the_periods_that_it_can_be_about(hand: Hand) -> None:
    box = hand.form.period_box
    assert (box.itemText(0), box.itemText(15), box.count()) == ("Month 1", "Quarter IV", 16)
    hand.choose(box, "Quarter IV")
    assert hand.form.paper_view.page_count
    hand.choose_paper("attendance-year")
    assert [box.itemText(place) for place in range(box.count())] == ["Whole year"]
    hand.choose_paper("meeting-file")
    assert box.count() == 17
    assert box.currentText() == "Whole year"


def test_a_month_without_a_meeting_says_so(hand: Hand) -> None:
    hand.choose(hand.form.period_box, "Month 2")
    assert "No meeting" in hand.form.empty_label.text()
    assert hand.form.empty_page.isVisible()
    assert not hand.form.save_button.isEnabled()
    assert not hand.form.print_button.isEnabled()
    # The list of the fees is handed out before a meeting.
    hand.choose_paper("fees")
    assert hand.form.period_box.currentText() == "Month 2"
    assert hand.form.paper_view.page_count


def test_what_offices_reword_is_saved_for_word(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    ask.will_answer(path)
    hand.press(hand.form.word_button)
    assert ask.asked[0].endswith("_2026-11.docx")
    assert path.read_bytes().startswith(b"PK")
    hand.choose_paper("fees")
    assert not hand.form.word_button.isVisible()


def test_a_place_that_cannot_be_written_is_told(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    ask.will_answer(tmp_path / "no such folder" / "x.pdf")
    hand.press(hand.form.save_button)
    assert hand.notice().startswith("x.pdf could not be written.")


def test_without_a_printer_a_pdf_is_offered(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.dialog.print_job = NoPrinting()
    hand.press(hand.form.print_button)
    assert "no printer" in hand.notice()
    ask.will_answer(tmp_path / "x.pdf")
    hand.press(hand.form.notice_banner.act_button)
    assert (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("text", ["2026-11", "2026-Q4", "2026"])
def test_the_code_of_a_period_reads_as_the_period(text: str) -> None:
    period = read_period(text)
    assert period is not None
    assert period.code == text
    assert period in periods_of(2026, period.span)


def test_whoever_opens_the_dialog_lets_its_numbers_lead_to_their_meetings() -> None:
    openers = [
        source
        for path in UI.rglob("*.py")
        if "PeriodPapersDialog(\n" in (source := path.read_text(encoding="utf-8"))
        or "PeriodPapersDialog(self" in source
    ]
    assert len(openers) > 4
    assert [source[:60] for source in openers if "meeting_wanted.connect(" not in source] == []


@pytest.mark.parametrize("page", ["book", "tasks"])
def test_a_meeting_behind_a_number_is_turned_to_from_each_page(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, page: str
) -> None:
    kind = BookPanel if page == "book" else TasksPanel
    panel = kind(session, ask, words)
    assert isinstance(panel, (BookPanel, TasksPanel))
    qtbot.addWidget(panel)
    panel.show()
    form = panel.form
    (form.papers_button if isinstance(form, BookForm) else form.sheet_button).click()
    (dialog,) = panel.findChildren(PeriodPapersDialog)
    with qtbot.waitSignal(panel.meeting_wanted) as told:
        dialog.meeting_wanted.emit("m")
    assert told.args == ["m"]
