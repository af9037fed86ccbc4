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
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.ui.dialog_page import DialogPage
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 560
"""Of a question, in pixels at 100 %."""

PLACES = 240
"""The width of the places beside the files."""

NAME, SIZE, KIND, DAY = range(4)
"""The columns of the files."""

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
        dialog = Question(self._window, text)
        dialog.add_button(yes, 1)
        dialog.add_button(no, 0)
        return bool(dialog.exec())

    def choose(self, text: str, options: Sequence[str]) -> int | None:
        """Ask for one of a few acts, each a button; the place of the one taken."""
        dialog = Question(self._window, text)
        for place, option in enumerate(options):
            dialog.add_button(option, place + 1)
        answer = dialog.exec()
        return answer - 1 if answer else None

    def tell(self, text: str) -> None:
        """Say what must not be overlooked; anything less belongs in a banner."""
        dialog = Question(self._window, text)
        dialog.add_button(QCoreApplication.translate("Ask", "Close"), 1)
        dialog.exec()

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for one line of text."""
        dialog = Question(self._window, title)
        field = dialog.add_field(label, value)
        dialog.add_button(QCoreApplication.translate("Ask", "Cancel"), 0)
        dialog.add_button(QCoreApplication.translate("Ask", "OK"), 1)
        field.setFocus()
        return field.text().strip() if dialog.exec() else None

    def open_path(self, kind: FileKind) -> Path | None:
        """Ask which file to open."""
        title = QCoreApplication.translate("Ask", "Open a file")
        dialog = self.file_dialog(title, paths.books_folder(), kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return next(iter(self._chosen(dialog)), None)

    def open_paths(self, kind: FileKind) -> tuple[Path, ...]:
        """Ask which files to open, one or several; none when nothing was decided."""
        title = QCoreApplication.translate("Ask", "Open files")
        dialog = self.file_dialog(title, paths.books_folder(), kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return self._chosen(dialog)

    def save_path(self, suggested: Path, kind: FileKind) -> Path | None:
        """Ask where to write a file; whether to replace an existing one is asked too."""
        title = QCoreApplication.translate("Ask", "Save as")
        dialog = self.file_dialog(title, suggested.parent, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffix)
        dialog.selectFile(suggested.name)
        return next(iter(self._chosen(dialog)), None)

    def folder(self) -> Path | None:
        """Ask for a folder to write into."""
        title = QCoreApplication.translate("Ask", "Choose a folder")
        dialog = self.file_dialog(title, paths.books_folder(), FileKind.PDF)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(self._chosen(dialog)), None)

    def _chosen(self, dialog: QFileDialog) -> tuple[Path, ...]:
        """Give what was chosen, and remember its folder until the program ends."""
        if not dialog.exec():
            return ()
        self._last = Path(dialog.directory().absolutePath())
        return tuple(map(Path, dialog.selectedFiles()))

    def file_dialog(self, title: str, folder: Path, kind: FileKind) -> QFileDialog:
        """Make the dialog that asks for files, in the language and the size of the program."""
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
        _make_readable(dialog)
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


def _make_readable(dialog: QFileDialog) -> None:
    """Give names and places the room; of a file its name and day say enough.

    The signs of its buttons are those of the program: Qt's own are black on any ground.
    """
    for name, sign in SIGNS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setProperty("icon_name", sign)
            button.setVisible(bool(sign))
            put_icon(button)
    splitter, files = dialog.findChild(QSplitter), dialog.findChild(QTreeView)
    if splitter is None or files is None:
        return
    head = files.header()
    for column in (SIZE, KIND):
        files.setColumnHidden(column, True)
    head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(DAY, QHeaderView.ResizeMode.ResizeToContents)
    places = current_theme().grown(PLACES)
    splitter.setSizes([places, dialog.width() - places])


SIGNS = {
    "backButton": "previous",
    "forwardButton": "next",
    "toParentButton": "up",
    "newFolderButton": "plus",
    # Another way to show the same names is one more thing not to understand.
    "listModeButton": "",
    "detailModeButton": "",
}
"""The icons of the buttons of Qt's dialog for files, none for those that are left out."""


class Question(QDialog):
    """A sentence in plain text above a row of buttons that name what they do."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setWindowTitle(QCoreApplication.translate("Program", "Cell secretary"))
        self._text = QLabel(text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        page = DialogPage(self)
        rows = page.rows.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.setSpacing(theme.space(4))
        rows.addWidget(self._text)
        self._rows = rows
        panel = QWidget(self)
        self._buttons = QHBoxLayout(panel)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(theme.space(3))
        self._buttons.addStretch(1)
        StackWhenNarrow(panel)
        body = QVBoxLayout(self)
        edge = theme.space(5)
        body.setContentsMargins(edge, edge, edge, edge)
        body.setSpacing(theme.space(4))
        body.addWidget(page, 1)
        body.addWidget(panel)
        ask_size(self, WIDTH)

    def add_button(self, text: str, answer: int) -> None:
        """Add a button that ends the dialog; the last one added is taken by Enter."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self.done(answer))
        button.setDefault(True)
        self._buttons.addWidget(button)

    def add_field(self, label: str, value: str) -> QLineEdit:
        """Add a line to type into, below the sentence."""
        field = QLineEdit(value)
        name = QLabel(label)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setBuddy(field)
        field.selectAll()
        self._rows.addWidget(name)
        self._rows.addWidget(field)
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
