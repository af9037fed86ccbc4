"""`AboutDialog`: what the program is, where its data lie, and under which licences it is made."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QWidget,
)

from cellsecretary import __version__, paths
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.shipped import Part, licence_text, parts
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from pathlib import Path

NAME, VERSION, LICENCE = range(3)

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class AboutForm(Form):
    """The widgets of the dialog."""

    form = "about"
    pages_tabs: QTabWidget
    version_label: QLabel
    what_label: QLabel
    network_label: QLabel
    replace_label: QLabel
    program_area: QScrollArea
    program_page: QWidget
    places_edit: GrowingTextEdit
    parts_page: QWidget
    parts_table: QTableView
    licence_edit: QPlainTextEdit
    copy_button: QPushButton
    close_button: QPushButton


class AboutDialog(QDialog):
    """Shows where the open file and the copies of it are; texts are plain and can be copied."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = AboutForm(self)
        self.setWindowTitle(self.tr("About this program"))
        version = self.tr("Version {version} (with Python {python} and Qt {qt})")
        form.version_label.setText(
            version.format(version=__version__, python=platform.python_version(), qt=qVersion())
        )
        form.places_edit.setPlainText(self._places(file))
        self._parts: RecordModel[Part] = RecordModel(
            [
                Column(self.tr("Part"), lambda part: part.name, strong=True),
                Column(self.tr("Version"), lambda part: part.version),
                Column(self.tr("Licence"), lambda part: part.licence),
            ],
            key=lambda part: part.name,
            parent=self,
        )
        form.parts_table.setModel(self._parts)
        dress_table(form.parts_table, wrap=True)
        # The text below says the licence as well.
        SharedWidths(form.parts_table, {NAME: 3, LICENCE: 2}, give_way={LICENCE}, below=NAME)
        form.parts_table.selectionModel().currentRowChanged.connect(self._show_licence)
        self._parts.set_rows(parts())
        for edit in (form.places_edit, form.licence_edit):
            # Read-only alone would take the keyboard away from choosing text.
            edit.setTextInteractionFlags(SELECTABLE)
            edit.setTabChangesFocus(True)
        form.parts_table.selectRow(0)
        form.copy_button.clicked.connect(self._copy)
        form.close_button.clicked.connect(self.reject)
        form.pages_tabs.currentChanged.connect(self._offer_copy)
        self._offer_copy()
        theme = current_theme()
        edge = theme.space(3)
        for page in (form.program_page, form.parts_page):
            page.setContentsMargins(edge, edge, edge, edge)
        ask_size(self, 900, 660)

    def _places(self, file: Path) -> str:
        """Say where the data lie, each place below what it is."""
        places = {
            self.tr("The file that is open:"): file,
            self.tr("Copies that the program makes of it:"): paths.backups_folder(),
            self.tr("Notes of faults, for whoever is asked for help:"): paths.log_folder(),
            self.tr("Size of the text, and other settings of the window:"): paths.settings_file(),
        }
        return "\n".join(f"{words}\n    {place}" for words, place in places.items())

    def _show_licence(self, *_indexes: object) -> None:
        part = self._parts.at(self.form.parts_table.currentIndex())
        if part is None:
            return
        lines = [
            f"{part.name} {part.version}".rstrip(),
            self.tr("Licence: {licence}").format(licence=part.licence),
        ]
        if part.inside:
            lines.append(self.tr("Part of: {whole}").format(whole=part.inside))
        if part.home:
            lines.append(self.tr("On the internet: {address}").format(address=part.home))
        self.form.licence_edit.setPlainText("\n".join((*lines, "", licence_text(part))))
        self._offer_copy()

    def _offer_copy(self, *_page: object) -> None:
        is_first = self.form.pages_tabs.currentIndex() == 0
        text = self.tr("C&opy these places") if is_first else self.tr("C&opy this licence")
        self._label_copy(text, "copy")

    def _label_copy(self, text: str, sign: str) -> None:
        button = self.form.copy_button
        button.setText(text)
        button.setProperty("icon_name", sign)
        put_icon(button)

    def _copy(self) -> None:
        form = self.form
        if form.pages_tabs.currentIndex() == 0:
            text = f"cellsecretary\n{form.version_label.text()}\n{form.places_edit.toPlainText()}"
        else:
            text = form.licence_edit.toPlainText()
        QGuiApplication.clipboard().setText(text)
        self._label_copy(self.tr("C&opied"), "done")
