"""A paper on the screen: its pages, zoom and places; and the same paper on a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from cellsecretary import papers
from cellsecretary.ui.paper_pages import PaperPages
from cellsecretary.ui.paper_view import KEPT_IMAGES, ZOOMS, PaperView
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.theme import Theme, current_theme
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.session import Session


@pytest.fixture
def october(session: Session) -> bytes:
    """Give the minutes of October: four pages."""
    return papers.render("minutes", session.meeting(meeting_id(session, OCTOBER)))


@pytest.fixture
def view(themed: QApplication, qtbot: QtBot) -> PaperView:
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    return view


def darkness(image: QImage) -> float:
    """Give the share of dark points, of every seventh."""
    places = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    return sum(image.pixelColor(x, y).lightness() < 100 for x, y in places) / len(places)


# On the screen


def test_a_paper_begins_at_its_first_page_as_wide_as_the_view(
    view: PaperView, october: bytes
) -> None:
    view.show_pdf(october)
    assert (view.page, view.page_count, view.zoom) == (0, 4, 100)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().value() == 0
    assert view.verticalScrollBar().maximum() > 3 * view.height()


def test_the_page_is_painted(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    # Print on white, at the usual density of a page of text.
    assert 0.002 < darkness(view.grab().toImage()) < 0.3


def test_the_keyboard_goes_through_the_pages(view: PaperView, october: bytes, qtbot: QtBot) -> None:
    view.show_pdf(october)
    with qtbot.waitSignal(view.moved):
        qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < view.verticalScrollBar().value() < view.height()


def test_zooming_keeps_the_words_in_view(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    view.go_to_page(2)
    view.zoom_in()
    assert (view.page, view.zoom) == (2, 125)
    assert view.horizontalScrollBar().maximum() > 0
    view.zoom_out()
    view.zoom_out()
    assert (view.page, view.zoom) == (2, 75)


def test_zoom_ends_at_both_ends(view: PaperView, october: bytes, qtbot: QtBot) -> None:
    assert not view.can_zoom_in
    view.show_pdf(october)
    for _ in ZOOMS:
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == ZOOMS[-1]
    assert not view.can_zoom_in
    for _ in ZOOMS:
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == ZOOMS[0]
    assert not view.can_zoom_out


def test_a_changed_paper_stays_at_its_place(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    view.go_to_page(2)
    place = view.verticalScrollBar().value()
    view.show_pdf(october)
    assert (view.page, view.verticalScrollBar().value()) == (2, place)


def test_a_shorter_paper_shows_its_last_page(
    view: PaperView, october: bytes, session: Session
) -> None:
    view.show_pdf(october)
    view.go_to_page(3)
    assert view.page == 3
    view.show_pdf(papers.render("agenda", session.meeting(meeting_id(session, NOVEMBER))))
    assert view.page_count < 4
    assert view.page == view.page_count - 1


def test_a_new_width_keeps_the_page(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    view.go_to_page(1)
    view.resize(1000, 400)
    assert view.page == 1
    assert view.horizontalScrollBar().maximum() == 0


def test_no_paper_has_no_pages(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    view.clear()
    assert (view.page, view.page_count, view.text()) == (0, 0, "")
    view.grab()


def test_only_a_few_pages_are_kept_as_images(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    for zoom_by in (view.zoom_in, view.zoom_out):
        for page in range(4):
            view.go_to_page(page)
            view.grab()
        zoom_by()
    assert len(view._images) <= KEPT_IMAGES


def test_a_screen_reader_is_given_the_words_of_the_page(view: PaperView, october: bytes) -> None:
    view.show_pdf(october)
    assert view.accessibleDescription().startswith("Page 1 of 4\n")
    assert "CHI BỘ THÔN 3" in view.accessibleDescription()
    view.go_to_page(3)
    assert "CHI BỘ THÔN 3" not in view.accessibleDescription()
    assert "CHỦ TRÌ HỘI NGHỊ" in view.accessibleDescription()
    assert view.accessibleDescription() == f"Page 4 of 4\n{view.text()}"


def test_the_paper_follows_the_text_size(
    view: PaperView, october: bytes, themed: QApplication
) -> None:
    view.show_pdf(october)
    view.go_to_page(2)
    Theme(200).apply(themed)
    assert view.page == 2
    assert current_theme().scale == 200
    view.grab()


# On a printer


def printer_to(path: Path) -> QPrinter:
    """Give a real printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.thorough
def test_a_printed_page_is_the_page_at_its_true_size(
    themed: QApplication, october: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "printed.pdf"
    assert PrintJob().print_pdf(october, "BienBan", printer_to(path))
    printed, paper = PaperPages(path.read_bytes()), PaperPages(october)
    assert len(printed) == len(paper) == 4
    for page, size in enumerate(printed.sizes):
        assert size.width() == pytest.approx(paper.sizes[page].width(), abs=1)
        assert size.height() == pytest.approx(paper.sizes[page].height(), abs=1)
        assert darkness(printed.image(page, 2)) == pytest.approx(
            darkness(paper.image(page, 2)), rel=0.25
        )
    printed.close()
    paper.close()


def test_a_page_laid_across_is_printed_across(themed: QApplication, tmp_path: Path) -> None:
    paper, path = PdfWriter(), tmp_path / "printed.pdf"
    for width, height in ((842, 595), (595, 842), (842, 595)):
        paper.add_blank_page(width, height)
    paper.write(tmp_path / "paper.pdf")
    pdf = (tmp_path / "paper.pdf").read_bytes()
    assert PrintJob().print_pdf(pdf, "Bang", printer_to(path))
    printed = PaperPages(path.read_bytes())
    assert [size.width() > size.height() for size in printed.sizes] == [True, False, True]
    printed.close()


class BothSides(PrintJob):
    """A printer that turns the paper: the one that prints into a file cannot be told to."""

    def prints_both_sides(self, printer: QPrinter) -> bool:
        return True


def left_edge(image: QImage) -> int:
    """Give the first column with ink on it."""
    columns, rows = range(image.width()), range(0, image.height(), 2)
    return next(x for x in columns if any(image.pixelColor(x, y).red() < 128 for y in rows))


def test_on_the_back_of_a_sheet_the_margins_change_sides(
    themed: QApplication, october: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "printed.pdf"
    fifteen_millimetres = 15 / 25.4 * 72
    job = BothSides()
    assert job.print_pdf(october, "BienBan", printer_to(path), -fifteen_millimetres)
    printed, paper = PaperPages(path.read_bytes()), PaperPages(october)
    moved = [
        left_edge(paper.image(page, 1)) - left_edge(printed.image(page, 1)) for page in range(4)
    ]
    assert moved == pytest.approx([0, fifteen_millimetres] * 2, abs=1.5)
    printed.close()
    paper.close()


def test_only_the_chosen_pages_are_printed(
    themed: QApplication, october: bytes, tmp_path: Path
) -> None:
    printer = printer_to(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert PrintJob().print_pdf(october, "BienBan", printer)
    printed = PaperPages((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == 3
    printed.close()


@pytest.mark.no_qt_log
def test_a_printer_that_takes_nothing_is_told(
    themed: QApplication, october: bytes, tmp_path: Path
) -> None:
    printer = printer_to(tmp_path / "no such folder" / "printed.pdf")
    assert not PrintJob().print_pdf(october, "BienBan", printer)


def test_leaving_the_choice_of_a_printer_prints_nothing(themed: QApplication, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen: list[QPrinter] = []
    PrintJob().choose_printer(parent, chosen.append)
    dialog = parent.findChild(QPrintDialog)
    assert dialog is not None
    dialog.reject()
    assert chosen == []
