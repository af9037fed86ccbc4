"""`SendDialog`: copies a meeting to a stick, as packet or papers, and says when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)

from cellsecretary.core.kinds import MeetingState, Trace
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.core.sending import PACKET, SentState, sending
from cellsecretary.exchange.delivery import Undelivered
from cellsecretary.exchange.drives import Drive, drives
from cellsecretary.exchange.keys import KeyFileError, signing_key
from cellsecretary.exchange.packet import loose_papers, pack_meeting
from cellsecretary.papers import PaperError
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.courier import Courier
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.exchange.delivery import DeliveryError
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

LOOK = 1000
"""Milliseconds between two looks for sticks: one that is plugged in shows within two seconds."""

DRIVE = Qt.ItemDataRole.UserRole


class SendForm(Form):
    """The widgets of the dialog."""

    form = "send"
    notice_banner: Banner
    meeting_label: QLabel
    last_label: QLabel
    packet_radio: QRadioButton
    papers_radio: QRadioButton
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
        session: Session,
        ask: Ask,
        words: Messages,
        record: MeetingRecord,
        parent: QWidget | None = None,
        *,
        find: Callable[[], tuple[Drive, ...]] = drives,
        courier: Courier | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._ask, self._words = session, ask, words
        self._record = record
        self._find = find
        self._place = ""
        self._said = ""
        self._courier = courier or Courier()
        self._courier.setParent(self)
        self.form = form = SendForm(self)
        self.setWindowTitle(self.tr("Copy to a USB stick"))
        form.notice_banner.dismiss()
        form.progress_bar.hide()
        form.drives_list.currentRowChanged.connect(self._offer)
        form.drives_list.itemActivated.connect(self._copy)
        form.copy_button.clicked.connect(self._copy_or_give_up)
        form.folder_button.clicked.connect(self._choose_folder)
        form.close_button.clicked.connect(self.reject)
        self._courier.stepped.connect(self._show_step)
        self._courier.arrived.connect(self._tell_arrived)
        self._courier.failed.connect(self._tell_failed)
        self._show_meeting()
        self._look()
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self._looking.start(LOOK)
        form.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        theme = current_theme()
        room = self.screen().availableGeometry().size()
        self.resize(QSize(theme.grown(720), theme.grown(460)).boundedTo(room))

    def done(self, result: int) -> None:
        """Wait for what is under way: a stick is never left in the middle of a file."""
        self._courier.call_back()
        self._courier.wait()
        super().done(result)

    # Showing

    def _show_meeting(self) -> None:
        meeting = self._record.meeting
        day = day_text(meeting.date)
        closed = meeting.state is MeetingState.CLOSED
        draft = self.tr("Meeting of {day}, not closed: the papers say that they are drafts")
        sentence = self.tr("Meeting of {day}, closed") if closed else draft
        self.form.meeting_label.setText(sentence.format(day=day))
        known = sending(self._record, self._session.paper_traces(meeting.id))
        text = ""
        if known.last is not None:
            sentence = (
                self.tr("Copied on {day} to {place}.")
                if known.state is SentState.SENT
                else self.tr("Copied on {day} to {place}; it has changed since.")
            )
            text = sentence.format(day=day_text(known.last.at), place=known.last.place)
        self.form.last_label.setText(text or self.tr("Not copied to be sent yet."))

    def _look(self) -> None:
        """Show the sticks that are there now; the chosen one stays chosen."""
        if self._courier.is_under_way:
            return
        box, found = self.form.drives_list, self._find()
        if [box.item(row).data(DRIVE) for row in range(box.count())] != list(found):
            chosen = self._drive()
            box.clear()
            for drive in found:
                item = QListWidgetItem(self._drive_text(drive), box)
                item.setData(DRIVE, drive)
                if chosen is not None and drive.path == chosen.path:
                    box.setCurrentItem(item)
            if box.currentRow() < 0:
                box.setCurrentRow(0)
        box.setVisible(bool(found))
        self.form.drives_label.setVisible(bool(found))
        self.form.no_drive_label.setVisible(not found)
        self._offer()

    def _drive_text(self, drive: Drive) -> str:
        free = QLocale().formattedDataSize(drive.free, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        if drive.read_only:
            return self.tr("{name} – locked, nothing can be written to it").format(name=drive.name)
        return self.tr("{name} – {free} free").format(name=drive.name, free=free)

    def _drive(self) -> Drive | None:
        item = self.form.drives_list.currentItem()
        drive = item.data(DRIVE) if item is not None else None
        return drive if isinstance(drive, Drive) else None

    def _offer(self, _row: int = 0) -> None:
        form, under_way = self.form, self._courier.is_under_way
        drive = self._drive()
        form.copy_button.setText(self.tr("&Give up") if under_way else self.tr("C&opy"))
        form.copy_button.setEnabled(under_way or (drive is not None and not drive.read_only))
        for widget in (
            *(form.packet_radio, form.papers_radio, form.where_panel),
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
        drive = self._drive()
        if drive is not None and not drive.read_only and not self._courier.is_under_way:
            self._begin(drive.path, drive.name, drive)

    def _choose_folder(self) -> None:
        folder = self._ask.folder()
        if folder is not None:
            self._begin(folder, folder.name or str(folder), None)

    def _begin(self, folder: Path, place: str, drive: Drive | None) -> None:
        """Pack the meeting, then carry it; what cannot be packed is said."""
        self.form.notice_banner.dismiss()
        try:
            if self.form.packet_radio.isChecked():
                key = signing_key(self._session.book.path)
                packet = pack_meeting(self._record, signer=key)
                files = [(packet.name, packet.content)]
                said = self.tr("1 packet (%n paper(s)) was copied and checked.", "", packet.papers)
            else:
                files = loose_papers(self._record)
                said = self.tr("%n paper(s) were copied and checked.", "", len(files))
        except PaperError as error:
            self._warn(self._words.paper(error.fault, error.place))
            return
        except KeyFileError as error:
            self._warn(
                self.tr(
                    "The key file {name} beside the book is damaged, so the packet cannot be "
                    "signed. Bring back the file from a copy of the book's folder."
                ).format(name=error)
            )
            return
        except OSError:
            self._warn(
                self.tr(
                    "The cell's key could not be written beside the book. See whether the disk is "
                    "full or the folder is locked, then try again."
                )
            )
            return
        self._place, self._said = place, said
        self._courier.carry(files, folder, drive)
        self._offer()

    def _show_step(self, done: int, total: int) -> None:
        # A bar counts in thousands: Qt's own numbers end at two thousand million.
        self.form.progress_bar.setMaximum(1000)
        self.form.progress_bar.setValue(1000 * done // max(total, 1))

    def _tell_arrived(self) -> None:
        if self.form.packet_radio.isChecked():
            self._session.do(note_paper, self._record, PACKET, Trace.SENT, self._place)
        text = self.tr("{said} You may pull out the USB stick.").format(said=self._said)
        self.form.notice_banner.show_message(State.GOOD, text)
        self._show_meeting()
        self._offer()
        self.form.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_failed(self, error: DeliveryError) -> None:
        state = State.CARE if error.why is Undelivered.CANCELLED else State.BAD
        self.form.notice_banner.show_message(state, self._words.undelivered(error.why, error.place))
        self._offer()

    def _warn(self, text: str) -> None:
        self.form.notice_banner.show_message(State.BAD, text)
