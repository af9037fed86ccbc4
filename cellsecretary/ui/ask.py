"""Every question to the user, in one object that tests replace by one with queued answers."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, QStorageInfo, Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

# Where Linux and macOS mount sticks, and the letters of Windows after the system's own.
DRIVES = ("/media/", "/run/media/", "/mnt/", "/Volumes/", *(f"{c}:" for c in "DEFGHIJKLMNOP"))


class FileKind(Enum):
    """The kinds of file that the user opens or writes; the value is the pattern of names."""

    BOOK = "*.chibo"
    BOARD = "*.bangxa"
    ANY = "*.chibo *.bangxa"
    LIST = "*.csv *.xlsx"
    SHEET = "*.xlsx"
    CSV = "*.csv"
    PDF = "*.pdf"
    WORD = "*.docx"
    RULES = "*.toml"
    PACKET = "*.zip"
    COLLECTED = "*.zip *.bangxa"

    @property
    def suffix(self) -> str:
        """The suffix that a new file of this kind gets, without its dot."""
        return self.value.split()[0].removeprefix("*.")


class Ask:
    """Asks the person at the window; `None` or False means that nothing was decided."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window
        self._last: Path | None = None

    def belong_to(self, window: QWidget) -> None:
        """Ask in front of this window from now on."""
        self._window = window

    def confirm(self, text: str, yes: str, no: str) -> bool:
        """Ask before what cannot be undone; `yes` and `no` name the acts, and Enter means no."""
        dialog = _Question(self._window, text)
        dialog.add_button(yes, 1)
        dialog.add_button(no, 0)
        return bool(dialog.exec())

    def choose(self, text: str, options: Sequence[str]) -> int | None:
        """Ask for one of a few acts, each a button; the place of the one taken."""
        dialog = _Question(self._window, text)
        for place, option in enumerate(options):
            dialog.add_button(option, place + 1)
        answer = dialog.exec()
        return answer - 1 if answer else None

    def tell(self, text: str) -> None:
        """Say what must not be overlooked; anything less belongs in a banner."""
        dialog = _Question(self._window, text)
        dialog.add_button(QCoreApplication.translate("Ask", "Close"), 1)
        dialog.exec()

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for one line of text."""
        dialog = _Question(self._window, title)
        field = dialog.add_field(label, value)
        dialog.add_button(QCoreApplication.translate("Ask", "Cancel"), 0)
        dialog.add_button(QCoreApplication.translate("Ask", "OK"), 1)
        field.setFocus()
        return field.text().strip() if dialog.exec() else None

    def open_path(self, kind: FileKind) -> Path | None:
        """Ask which file to open."""
        title = QCoreApplication.translate("Ask", "Open a file")
        dialog = self._file_dialog(title, paths.books_folder(), kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return next(iter(self._chosen(dialog)), None)

    def open_paths(self, kind: FileKind) -> tuple[Path, ...]:
        """Ask which files to open, one or several; none when nothing was decided."""
        title = QCoreApplication.translate("Ask", "Open files")
        dialog = self._file_dialog(title, paths.books_folder(), kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return self._chosen(dialog)

    def save_path(self, suggested: Path, kind: FileKind) -> Path | None:
        """Ask where to write a file; whether to replace an existing one is asked too."""
        title = QCoreApplication.translate("Ask", "Save as")
        dialog = self._file_dialog(title, suggested.parent, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffix)
        dialog.selectFile(suggested.name)
        return next(iter(self._chosen(dialog)), None)

    def folder(self) -> Path | None:
        """Ask for a folder to write into."""
        title = QCoreApplication.translate("Ask", "Choose a folder")
        dialog = self._file_dialog(title, paths.books_folder(), FileKind.PDF)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(self._chosen(dialog)), None)

    def _chosen(self, dialog: QFileDialog) -> tuple[Path, ...]:
        """Give what was chosen, and remember its folder until the program ends."""
        if not dialog.exec():
            return ()
        self._last = Path(dialog.directory().absolutePath())
        return tuple(map(Path, dialog.selectedFiles()))

    def _file_dialog(self, title: str, folder: Path, kind: FileKind) -> QFileDialog:
        if folder == paths.books_folder() and self._last is not None:
            # Who took a file from a stick looks there again; a pulled out one is passed over below.
            folder = self._last if self._last.is_dir() else folder
        # A folder for documents is proposed by the system even where there is none.
        there = next((place for place in (folder, *folder.parents) if place.is_dir()), folder)
        dialog = QFileDialog(self._window, title, str(there), _pattern(kind))
        # The system's own dialog would speak the system's language, at the system's size.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        ask_size(dialog, 900, 560)
        dialog.setSidebarUrls([QUrl.fromLocalFile(place) for place in usual_places()])
        return dialog


def usual_places() -> list[str]:
    """Give the folders that people look in first: their own, then every stick and other drive."""
    kinds = QStandardPaths.StandardLocation
    own = [
        QStandardPaths.writableLocation(kind)
        for kind in (
            kinds.DocumentsLocation,
            kinds.DesktopLocation,
            kinds.DownloadLocation,
            kinds.HomeLocation,
        )
    ]
    drives = [
        volume.rootPath()
        for volume in QStorageInfo.mountedVolumes()
        if volume.isReady() and volume.rootPath().startswith(DRIVES)
    ]
    return list(dict.fromkeys(place for place in (*own, *drives) if Path(place).is_dir()))


class _Question(QDialog):
    """A sentence in plain text above a row of buttons that name what they do."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setWindowTitle(QCoreApplication.translate("Program", "Cell secretary"))
        self._text = QLabel(text, self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(theme.grown(400))
        self._body = QVBoxLayout(self)
        edge = theme.space(5)
        self._body.setContentsMargins(edge, edge, edge, edge)
        self._body.setSpacing(theme.space(4))
        self._body.addWidget(self._text)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.space(3))
        self._buttons.addStretch(1)
        self._body.addLayout(self._buttons)

    def add_button(self, text: str, answer: int) -> None:
        """Add a button that ends the dialog; the last one added is taken by Enter."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self.done(answer))
        button.setDefault(True)
        self._buttons.addWidget(button)

    def add_field(self, label: str, value: str) -> QLineEdit:
        """Add a line to type into, above the buttons."""
        field = QLineEdit(value, self)
        name = QLabel(label, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setBuddy(field)
        field.selectAll()
        self._body.insertWidget(self._body.count() - 1, name)
        self._body.insertWidget(self._body.count() - 1, field)
        return field


def _pattern(kind: FileKind) -> str:
    words = {
        FileKind.BOOK: QCoreApplication.translate("Ask", "Books of a party cell"),
        FileKind.BOARD: QCoreApplication.translate("Ask", "Boards of a superior"),
        FileKind.ANY: QCoreApplication.translate("Ask", "Books and boards"),
        FileKind.LIST: QCoreApplication.translate("Ask", "Lists"),
        FileKind.SHEET: QCoreApplication.translate("Ask", "Tables for Excel"),
        FileKind.CSV: QCoreApplication.translate("Ask", "Tables as text"),
        FileKind.PDF: QCoreApplication.translate("Ask", "Papers"),
        FileKind.WORD: QCoreApplication.translate("Ask", "Papers for Word"),
        FileKind.RULES: QCoreApplication.translate("Ask", "Rule files"),
        FileKind.PACKET: QCoreApplication.translate("Ask", "Handover files and packets"),
        FileKind.COLLECTED: QCoreApplication.translate("Ask", "Packets and boards"),
    }
    return f"{words[kind]} ({kind.value})"
