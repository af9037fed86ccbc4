"""The long acts of the program, done for real: beside the window, seen, and given up."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QPushButton

from cellsecretary import papers
from cellsecretary.core.period import Period, Span
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.backups import Backups
from cellsecretary.ui import long_work
from cellsecretary.ui.backing_up import BackingUp
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.long_work import Cancelled
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.session import Session
from tests.building import AFTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the dialog come at the first look, so that work of a moment is long enough."""
    monkeypatch.setattr(long_work, "CURSOR_AFTER", 0)
    monkeypatch.setattr(long_work, "DIALOG_AFTER", 0)
    monkeypatch.setattr(long_work, "DIALOG_STAYS", 0)


@pytest.fixture
def year(themed: QApplication, practice_file: Path, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "thon-3.chibo"
    path.write_bytes(practice_file.read_bytes())
    book = Book.open(path, bundled())
    yield Session(book, lambda: AFTER)
    book.close()


def _progress() -> QDialog | None:
    return next(
        (
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, long_work.Progress) and one.isVisible()
        ),
        None,
    )


def _whenever_seen(act: Callable[[QDialog], object]) -> QTimer:
    """Do something as soon as the dialog of a long work is seen."""
    timer = QTimer()
    timer.timeout.connect(lambda: (dialog := _progress()) and act(dialog))
    timer.start(0)
    return timer


def _press(dialog: QDialog) -> None:
    dialog.findChildren(QPushButton)[0].click()


@pytest.fixture
def paper(
    year: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> Iterator[PeriodPapersDialog]:
    dialog = PeriodPapersDialog(year, ask, words, 2026, paper="member-tasks")
    dialog.form.period_box.setCurrentIndex(
        dialog.form.period_box.findData(Period(Span.YEAR, 2026).code)
    )
    dialog._soon.stop()
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def test_the_papers_of_a_year_are_made_beside_the_window(
    paper: PeriodPapersDialog, at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    makers: list[threading.Thread] = []
    seen: list[str] = []
    render = papers.render

    def told(*given: object) -> bytes:
        makers.append(threading.current_thread())
        return render(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "render", told)
    timer = _whenever_seen(lambda dialog: seen.append(dialog.windowTitle()))
    paper.show_paper()
    timer.stop()
    assert makers != [threading.main_thread()]
    assert set(seen) == {"The paper is being made…"}
    assert paper.form.paper_view.page_count > 10
    assert _progress() is None


@pytest.mark.thorough
def test_a_paper_that_takes_too_long_is_given_up(paper: PeriodPapersDialog, at_once: None) -> None:
    timer = _whenever_seen(_press)
    paper.show_paper()
    timer.stop()
    assert paper.form.paper_view.page_count == 0
    assert "not made" in paper.form.empty_label.text()
    assert not paper.form.print_button.isEnabled()
    # Chosen again it comes.
    paper.show_paper()
    assert paper.form.paper_view.page_count > 10


def test_a_backup_is_proved_beside_the_window_and_can_be_given_up(
    year: Session, at_once: None, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    backing_up = BackingUp(year, folder, year)
    failed: list[object] = []
    made: list[int] = []
    backing_up.failed.connect(failed.append)
    backing_up.made.connect(lambda: made.append(1))
    backups = Backups.of(folder, year.ledger)

    timer = _whenever_seen(_press)
    assert not backing_up.run()
    timer.stop()
    assert failed == made == []
    assert backups.all() == ()
    assert not list(folder.rglob("*.part"))

    timer = _whenever_seen(lambda _dialog: None)
    assert backing_up.run()
    timer.stop()
    assert len(backups.all()) == 1
    assert made == [1]


def test_a_backup_that_nobody_asked_for_takes_no_key_away(
    year: Session, at_once: None, tmp_path: Path, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    backing_up = BackingUp(year, tmp_path / "copies", year)
    seen: list[object] = []
    timer = _whenever_seen(seen.append)
    # As half an hour after a change.
    QTimer.singleShot(0, backing_up._later.timeout.emit)
    QTimer.singleShot(0, lambda: QTest.keyClicks(field, "Ha Xuan Huy"))
    with qtbot.waitSignal(backing_up.made):
        pass
    QApplication.processEvents()
    timer.stop()
    assert field.text() == "Ha Xuan Huy"
    assert seen == []


def test_the_copy_before_what_cannot_be_undone_is_not_given_up(
    year: Session, at_once: None, tmp_path: Path
) -> None:
    backing_up = BackingUp(year, tmp_path / "copies", year)
    seen: list[bool] = []

    def press(dialog: QDialog) -> None:
        seen.append(dialog.findChildren(QPushButton)[0].isVisible())
        dialog.reject()

    timer = _whenever_seen(press)
    year.cannot_be_undone.emit()
    timer.stop()
    assert seen
    assert not any(seen)
    assert len(Backups.of(tmp_path / "copies", year.ledger).all()) == 1
    del backing_up


@pytest.mark.thorough
def test_printing_tells_its_pages_and_can_be_stopped(
    paper: PeriodPapersDialog, at_once: None, tmp_path: Path
) -> None:
    paper.show_paper()
    assert paper._pdf is not None
    far: list[int] = []

    def look(dialog: QDialog) -> None:
        bar = dialog.findChildren(QProgressBar)[0]
        far.append(bar.value())
        assert bar.maximum() in {0, paper.form.paper_view.page_count}
        if bar.value() >= 3:
            _press(dialog)

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    timer = _whenever_seen(look)
    with pytest.raises(Cancelled):
        PrintJob().print_pdf(paper._pdf, "GiaoViec", printer, over=paper)
    timer.stop()
    assert max(far) < paper.form.paper_view.page_count - 1


def test_what_was_stopped_at_the_printer_is_said(
    paper: PeriodPapersDialog, at_once: None, tmp_path: Path
) -> None:
    paper.show_paper()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    timer = _whenever_seen(_press)
    paper._print_on(printer)
    timer.stop()
    assert "stopped" in paper.form.notice_banner.text_label.text()
