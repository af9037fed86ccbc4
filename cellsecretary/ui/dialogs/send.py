"""`SendDialog`: copies something to a stick in one of its ways, and says when it is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.exchange.delivery import DeliveryError, Undelivered
from cellsecretary.exchange.drives import Drive, drives
from cellsecretary.papers import PaperError
from cellsecretary.store.key_file import KeyFileError
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.courier import Courier
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.stick_list import StickList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.cargo import Cargo, Way
    from cellsecretary.ui.courier import Load


class SendForm(Form):
    """The widgets of the dialog."""

    form = "send"
    notice_banner: Banner
    title_label: QLabel
    last_label: QLabel
    ways_panel: QWidget
    where_panel: QWidget
    drives_label: QLabel
    drives_list: QListWidget
    no_drive_label: QLabel
    progress_bar: QProgressBar
    close_button: QPushButton
    folder_button: QPushButton
    copy_button: QPushButton


class SendDialog(QDialog):
    """Offers the sticks that are there; while something is copied only giving up is offered."""

    def __init__(
        self,
        cargo: Cargo,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        find: Callable[[], tuple[Drive, ...]] = drives,
        courier: Courier | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cargo, self._ask, self._words = cargo, ask, words
        cargo.setParent(self)
        self._place = ""
        self._to_stick = True
        self._is_told = False
        self._courier = courier or Courier()
        self._courier.setParent(self)
        self.form = form = SendForm(self)
        self._sticks = StickList(form.drives_list, find, self._drive_text)
        self.setWindowTitle(self.tr("Copy to a USB stick"))
        self._ways = cargo.ways()
        self._way = self._ways[0]
        self.way_radios = [self._radio(way) for way in self._ways]
        form.ways_panel.setVisible(len(self._ways) > 1)
        form.notice_banner.dismiss()
        form.progress_bar.hide()
        form.notice_banner.acted.connect(self._do_what_follows)
        form.drives_list.currentRowChanged.connect(self._offer)
        form.drives_list.itemActivated.connect(self._copy)
        form.copy_button.clicked.connect(self._copy_or_give_up)
        form.folder_button.clicked.connect(self._choose_folder)
        form.close_button.clicked.connect(self.reject)
        self._courier.stepped.connect(self._show_step)
        self._courier.arrived.connect(self._tell_arrived)
        self._courier.failed.connect(self._tell_failed)
        self._show_cargo()
        self._sticks.looked.connect(self._show_sticks)
        # What was said is about the stick before.
        self._sticks.plugged_in.connect(self._say_nothing)
        self._sticks.watch()
        form.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 720, 480)

    def _radio(self, way: Way) -> QRadioButton:
        radio = QRadioButton(way.name, self.form.ways_panel)
        layout = self.form.ways_panel.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(radio)
        radio.setChecked(way is self._way)
        radio.toggled.connect(partial(self._choose_way, way))
        return radio

    def _choose_way(self, way: Way, chosen: bool) -> None:
        if chosen:
            self._way = way
            self._say_nothing()

    def _say_nothing(self) -> None:
        self._is_told = False
        self.form.notice_banner.dismiss()

    def done(self, result: int) -> None:
        """Wait for what is under way: a stick is never left in the middle of a file."""
        self._courier.call_back()
        self._courier.wait()
        super().done(result)

    # Showing

    def _show_cargo(self) -> None:
        last = self._cargo.last()
        self.form.title_label.setText(self._cargo.title())
        self.form.last_label.setText(last)
        self.form.last_label.setVisible(bool(last))

    def _show_sticks(self) -> None:
        """Say what there is to choose from."""
        found = not self._sticks.is_empty
        self.form.drives_list.setVisible(found)
        self.form.drives_label.setVisible(found)
        # Somebody who was just told that all is there is not asked for a stick.
        self.form.no_drive_label.setVisible(not found and not self._is_told)
        self._offer()

    def _drive_text(self, drive: Drive) -> str:
        free = QLocale().formattedDataSize(drive.free, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        if drive.read_only:
            return self.tr("{name} – locked, nothing can be written to it").format(name=drive.name)
        return self.tr("{name} – {free} free").format(name=drive.name, free=free)

    def _offer(self, _row: int = 0) -> None:
        form, under_way = self.form, self._courier.is_under_way
        drive = self._sticks.chosen
        form.copy_button.setText(self.tr("&Give up") if under_way else self.tr("Cop&y"))
        form.copy_button.setEnabled(under_way or (drive is not None and not drive.read_only))
        for widget in (
            *(form.ways_panel, form.where_panel),
            *(form.folder_button, form.close_button),
        ):
            widget.setEnabled(not under_way)
        form.progress_bar.setVisible(under_way)

    # Copying

    def _copy_or_give_up(self) -> None:
        if self._courier.is_under_way:
            self._courier.call_back()
            return
        self._copy()

    def _copy(self) -> None:
        drive = self._sticks.chosen
        if drive is not None and not drive.read_only and not self._courier.is_under_way:
            self._begin(drive.path, drive.name, drive)

    def _choose_folder(self) -> None:
        folder = self._ask.folder()
        if folder is not None:
            self._begin(folder, folder.name or str(folder), None)

    def _begin(self, folder: Path, place: str, drive: Drive | None) -> None:
        """Make the files and carry them; until the first is made nobody knows how many."""
        self._say_nothing()
        self.form.progress_bar.setMaximum(0)
        self._place, self._to_stick = place, drive is not None
        self._sticks.rest()
        self._courier.carry(self._way.pack, folder, drive)
        self._offer()

    def _show_step(self, done: int, total: int) -> None:
        # A bar counts in thousands: Qt's own numbers end at two thousand million.
        self.form.progress_bar.setMaximum(1000)
        self.form.progress_bar.setValue(1000 * done // max(total, 1))

    def _tell_arrived(self, load: Load) -> None:
        self._is_told = True
        self._sticks.go_on()
        if self._way.arrived is not None:
            self._way.arrived(self._place)
        files = len(load.files)
        papers = self.tr("%n paper(s)", "", load.papers)
        if self._way.told:
            said = self._way.told
        elif files == load.papers:
            said = self.tr("%n paper(s) were copied and checked.", "", files)
        else:
            said = self.tr("%n packet(s) ({papers}) were copied and checked.", "", files)
            said = said.format(papers=papers)
        if load.folder:
            where = self.tr("They are in the folder {folder}.").format(folder=load.folder)
            said = f"{said} {where}"
        if self._to_stick:
            out = self.tr("You may pull out the USB stick.")
            said = f"{said} {out}"
        self.form.notice_banner.show_message(State.GOOD, said, self._way.then_name, "done")
        self._show_cargo()
        self._show_sticks()
        self.form.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_what_follows(self) -> None:
        assert self._way.then is not None
        self.form.notice_banner.answer(self._way.then(), self._words)

    def _tell_failed(self, error: Exception) -> None:
        self._sticks.go_on()
        self._offer()
        state = State.BAD
        match error:
            case DeliveryError():
                cancelled = error.why is Undelivered.CANCELLED
                state = State.CARE if cancelled else State.BAD
                text = self._words.undelivered(error.why, error.place, stick=self._to_stick)
            case PaperError():
                text = self._words.paper(error.fault, error.place)
            case KeyFileError():
                text = self._words.command("key_damaged", name=error)
            case OSError():
                text = self._words.command("key_not_written")
            case _:
                raise error
        self.form.notice_banner.show_message(state, text)
