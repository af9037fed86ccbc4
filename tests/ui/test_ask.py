"""The questions that the window asks."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from cellsecretary import paths
from cellsecretary.ui.ask import Ask, FileKind, usual_places
from cellsecretary.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def vietnamese(themed: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(paths.resource("i18n", "cellsecretary_vi.qm")))
    themed.installTranslator(translator)
    yield
    themed.removeTranslator(translator)


@pytest.mark.usefixtures("vietnamese")
def test_a_message_bears_the_name_of_the_program_in_the_users_language() -> None:
    titles = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        titles.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, close)
    Ask().tell("Sổ bị hỏng")
    assert titles == ["Sổ sinh hoạt chi bộ"]


def test_the_file_dialog_fits_on_the_screen(themed: QApplication, tmp_path: Path) -> None:
    Theme(scale=200).apply(themed)
    sizes = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        sizes.append(dialog.size().boundedTo(dialog.screen().availableSize()) == dialog.size())
        dialog.reject()

    QTimer.singleShot(0, close)
    assert Ask().save_path(tmp_path / "a.pdf", FileKind.PDF) is None
    assert sizes == [True]


def test_a_folder_that_is_not_there_is_not_proposed(themed: QApplication, tmp_path: Path) -> None:
    begun = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        begun.append(Path(dialog.directory().absolutePath()))
        dialog.reject()

    QTimer.singleShot(0, close)
    assert Ask().save_path(tmp_path / "none" / "at all" / "a.pdf", FileKind.PDF) is None
    assert begun == [tmp_path]


def test_the_folder_used_last_is_proposed_the_next_time(
    themed: QApplication, tmp_path: Path, own_home: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.pdf").write_bytes(b"%PDF")
    begun: list[Path] = []
    ask = Ask()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        begun.append(Path(dialog.directory().absolutePath()))
        dialog.setDirectory(str(stick))
        dialog.selectFile("a.pdf")
        dialog.accept()

    for _ in range(2):
        QTimer.singleShot(0, choose)
        assert ask.open_path(FileKind.PDF) == stick / "a.pdf"
    assert begun[0] != stick
    assert begun[1] == stick
    shutil.rmtree(stick)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())  # type: ignore[union-attr]
    assert ask.open_path(FileKind.PDF) is None, "a stick that is out is passed over"


def test_the_file_dialog_offers_the_folders_of_the_person(own_home: Path) -> None:
    (own_home / "Desktop").mkdir()
    places = usual_places()
    assert str(own_home) in places
    assert str(own_home / "Desktop") in places
    assert all(Path(place).is_dir() for place in places)
