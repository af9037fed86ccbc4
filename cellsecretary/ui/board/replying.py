"""`RepliesDialog`: writes onto a stick what the office tells each cell, and says what each got."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.board.reply import ReplyCounts, reply_counts, reply_to
from cellsecretary.exchange.drives import Drive, drives, eject
from cellsecretary.exchange.office_keys import OfficeKeyError, public_part
from cellsecretary.exchange.replying import WrittenReply, answerable, write_replies
from cellsecretary.sentences.boards import contents, written
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.beside import Beside
from cellsecretary.ui.board.unlock import UnlockDialog
from cellsecretary.ui.chips import State
from cellsecretary.ui.empty_text import EmptyText
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.stick_list import StickList
from cellsecretary.ui.tables import dress_table, turn_whole_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from cellsecretary.core.board.grid import CellLine
    from cellsecretary.exchange.delivery import Device
    from cellsecretary.exchange.office_keys import OfficeKeys, PublicPart
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession


class Stage(IntEnum):
    """The pages of the dialog in their order."""

    CHOOSE = 0
    WRITTEN = 1


@dataclass(frozen=True)
class ReplyLine:
    """One cell, what its reply would tell, and whether it is to get one."""

    cell: CellLine
    counts: ReplyCounts
    ticked: bool


class RepliesForm(Form):
    """The widgets of the dialog."""

    form = "board_replies"
    notice_banner: Banner
    title_label: QLabel
    signed_label: QLabel
    stage_stack: QStackedWidget
    cells_table: QTableView
    all_button: QPushButton
    none_button: QPushButton
    where_panel: QWidget
    drives_label: QLabel
    drives_list: QListWidget
    place_label: QLabel
    no_drive_label: QLabel
    lines_area: QScrollArea
    lines_list: SentenceList
    progress_bar: QProgressBar
    close_button: QPushButton
    folder_button: QPushButton
    write_button: QPushButton


class RepliesDialog(QDialog):
    """Begins with the cells whose packets came, and with the folder that they came from.

    Without `cells` none is ticked: what the office tells a cell is for no other.
    """

    _stepped = Signal(int, int)

    def __init__(
        self,
        session: BoardSession,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        cells: Collection[str] = (),
        folder: Path | None = None,
        find: Callable[[], tuple[Drive, ...]] = drives,
        device: Device | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._ask, self._words = session, ask, words
        self._wanted, self._folder, self._device = folder, folder, device
        self._public: PublicPart | None = None
        self._drive: Drive | None = None
        self._gave_up = False
        self._hindrance = ""
        self._beside = Beside(self)
        self.form = form = RepliesForm(self)
        self.setWindowTitle(self.tr("Write answers to a USB stick"))
        form.notice_banner.dismiss()
        self.model = RecordModel(self._columns(), key=lambda line: line.cell.id, parent=self)
        form.cells_table.setModel(self.model)
        dress_table(form.cells_table, stretch=2, wrap=True)
        EmptyText(form.cells_table, self.tr("Cells that sent something will be here."))
        turn_whole_rows(form.cells_table, self._turn)
        self.sticks = StickList(form.drives_list, find, lambda drive: drive.name)
        self._connect()
        self._show_keys()
        self._show_cells(cells)
        self._show_stage(Stage.CHOOSE)
        self.sticks.watch()
        self._choose_stick_of(folder)
        form.write_button.setFocus()
        ask_size(self, 860, 700)

    def _connect(self) -> None:
        form = self.form
        form.all_button.clicked.connect(lambda: self._tick(ticked=True))
        form.none_button.clicked.connect(lambda: self._tick(ticked=False))
        form.drives_list.currentRowChanged.connect(self._offer)
        form.folder_button.clicked.connect(self._choose_folder)
        form.write_button.clicked.connect(self._go)
        form.close_button.clicked.connect(self.reject)
        self.sticks.looked.connect(self._offer)
        self._stepped.connect(self._show_step)
        self._beside.done.connect(self._tell)
        self._beside.failed.connect(self._tell_failed)

    @property
    def stage(self) -> Stage:
        """The page that is shown."""
        return Stage(self.form.stage_stack.currentIndex())

    def done(self, result: int) -> None:
        """Wait for what is under way: a stick is never left in the middle of a file."""
        self.sticks.rest()
        self._gave_up = True
        self._beside.wait()
        super().done(result)

    # Who gets one

    def _columns(self) -> list[Column[ReplyLine]]:
        return [
            Column(
                self.tr("Gets one"),
                lambda _line: "",
                checked=lambda line: line.ticked,
                spoken=self._spoken,
            ),
            Column(self.tr("Cell"), lambda line: line.cell.name, strong=True),
            Column(self.tr("What it is told"), lambda line: contents(self._words, line.counts)),
        ]

    def _spoken(self, line: ReplyLine) -> str:
        text = self.tr("{name}, gets a reply") if line.ticked else self.tr("{name}, gets none")
        return text.format(name=line.cell.name)

    def _show_cells(self, ticked: Collection[str]) -> None:
        session = self._session
        board, now, key = session.record, session.now(), self._seal_key
        lines = [
            ReplyLine(
                cell, reply_counts(reply_to(board, cell.id, now, key)), ticked=cell.id in ticked
            )
            for cell in answerable(board)
        ]
        # What comes off a stick goes back onto it, so that stands first.
        self.model.set_rows(sorted(lines, key=lambda line: not line.ticked))
        self.form.cells_table.setCurrentIndex(self.model.index(0, 0))

    def _turn(self, index: QModelIndex) -> None:
        turned = self.model.row(index)
        self._set(replace(one, ticked=one.ticked ^ (one == turned)) for one in self.model.rows)

    def _tick(self, *, ticked: bool) -> None:
        self._set(replace(one, ticked=ticked) for one in self.model.rows)

    def _set(self, lines: Iterable[ReplyLine]) -> None:
        self.model.set_rows(list(lines))
        self._offer()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The cells that are to get a reply."""
        return tuple(line.cell.id for line in self.model.rows if line.ticked)

    # Who signs

    @property
    def _seal_key(self) -> str:
        return self._public.seal_key if self._public else ""

    def _show_keys(self) -> None:
        """Say whether replies are signed, and what stands against writing any."""
        form, words = self.form, self._words
        try:
            self._public = public_part(self._session.board.path)
        except OfficeKeyError as error:
            self._hindrance = words.office_keys(error.trouble, error.place)
        if self._session.register.office is None:
            self._hindrance = self.tr(
                "The board has no name of an office yet, and a cell would not know who replies. "
                "Write the name with “Board, settings…” at the top of the window."
            )
        if self._hindrance:
            form.notice_banner.show_message(State.BAD, self._hindrance)
        if self._public is None:
            said = words.reply_back("unsigned")
        elif self._session.keys is None:
            said = self.tr("The password is asked for, and the replies are signed.")
        else:
            said = self.tr("The replies are signed with the key {code}.")
            said = said.format(code=self._public.code)
        form.signed_label.setText(said)

    # Where to

    def _choose_stick_of(self, folder: Path | None) -> None:
        box = self.form.drives_list
        for row in range(box.count()):
            drive = box.item(row).data(Qt.ItemDataRole.UserRole)
            if isinstance(drive, Drive) and drive.path == folder:
                box.setCurrentRow(row)
                self._wanted = None
        self._offer()

    def _choose_folder(self) -> None:
        folder = self._ask.folder()
        if folder is not None:
            self._begin(folder, None)

    # Writing

    def _go(self) -> None:
        if self._beside.is_under_way:
            self._gave_up = True
        elif self.stage is Stage.WRITTEN:
            self._choose_again()
        elif self._wanted is not None:
            self._begin(self._wanted, None)
        elif (drive := self.sticks.chosen) is not None:
            self._begin(drive.path, drive)

    def _begin(self, folder: Path, drive: Drive | None) -> None:
        self._folder, self._drive = folder, drive
        session = self._session
        if self._public is None or session.keys is not None:
            self._write()
            return
        why = self.tr("The replies are signed, so that the cells believe them.")
        dialog = UnlockDialog(session.board.path, why, self._words, self)
        dialog.kept.connect(self._write_signed)
        dialog.open()

    def _write_signed(self, keys: OfficeKeys) -> None:
        self._session.keys = keys
        self._show_keys()
        self._write()

    def _write(self) -> None:
        session, folder, drive = self._session, self._folder, self._drive
        assert folder is not None
        board, cells, keys = session.record, self.ticked, session.keys
        made, seal_key, device = session.now(), self._seal_key, self._device

        def act() -> tuple[WrittenReply, ...]:
            replies = write_replies(
                board,
                cells,
                folder,
                keys,
                made,
                seal_key=seal_key,
                device=device,
                progress=self._step,
                volume=drive.volume if drive else 0,
            )
            if drive is not None and all(one.trouble is None for one in replies):
                eject(drive)
            return replies

        self._gave_up = False
        self.sticks.rest()
        self.form.notice_banner.dismiss()
        self._beside.begin(act)
        self._offer()

    def _step(self, done: int, of: int) -> bool:
        self._stepped.emit(done, of)
        return not self._gave_up

    def _show_step(self, done: int, of: int) -> None:
        self.form.progress_bar.setMaximum(of)
        self.form.progress_bar.setValue(done)

    def _tell(self, replies: tuple[WrittenReply, ...]) -> None:
        """Say what every cell got, and whether the stick can go."""
        form, words = self.form, self._words
        is_stick = self._drive is not None or self._wanted is not None
        done = sum(one.trouble is None for one in replies)
        form.lines_list.set_sentences(
            [
                Sentence(
                    written(words, one, stick=is_stick), State.BAD if one.trouble else State.GOOD
                )
                for one in replies
            ]
        )
        if done < len(replies):
            text = self.tr("%n cell(s) got a reply, and not all: see below.", "", done)
            state = State.BAD
        else:
            text = self.tr("%n cell(s) got a reply; all was read back.", "", done)
            state = State.GOOD
            if is_stick:
                out = self.tr("You may pull out the USB stick.")
                text = f"{text} {out}"
        form.notice_banner.show_message(state, text)
        self._show_stage(Stage.WRITTEN)
        form.close_button.setFocus()

    def _tell_failed(self, error: Exception) -> None:
        self._offer()
        raise error

    def _choose_again(self) -> None:
        """Go back to the cells, for another stick."""
        self.form.notice_banner.dismiss()
        self._wanted = None
        self._show_stage(Stage.CHOOSE)
        self.sticks.watch()

    # Showing

    def _show_stage(self, stage: Stage) -> None:
        self.form.stage_stack.setCurrentIndex(stage)
        self._offer()

    def _offer(self, _row: int = 0) -> None:
        form, under_way = self.form, self._beside.is_under_way
        is_choice = self.stage is Stage.CHOOSE
        count = len(self.ticked)
        title = self.tr("%n cell(s) get a reply: what came, remarks, points, answers.", "", count)
        form.title_label.setText(title)
        form.title_label.setVisible(is_choice)
        form.signed_label.setVisible(is_choice)
        has_place = self._offer_place()
        form.progress_bar.setVisible(under_way)
        form.folder_button.setVisible(is_choice)
        can_write = bool(count) and not self._hindrance
        form.folder_button.setEnabled(can_write and not under_way)
        form.stage_stack.setEnabled(not under_way)
        form.close_button.setEnabled(not under_way)
        text = self.tr("&Write") if is_choice else self.tr("&Another stick")
        form.write_button.setText(self.tr("&Give up") if under_way else text)
        form.write_button.setEnabled(under_way or not is_choice or (can_write and has_place))

    def _offer_place(self) -> bool:
        """Say where they go; only of several sticks one is chosen. False while there is none."""
        form, stick = self.form, self.sticks.chosen
        place = stick.name if stick is not None else ""
        if self._wanted is not None:
            place = self._wanted.name or str(self._wanted)
        is_choice = self._wanted is None and form.drives_list.count() > 1
        form.drives_label.setVisible(is_choice)
        form.drives_list.setVisible(is_choice)
        form.place_label.setVisible(bool(place) and not is_choice)
        form.place_label.setText(self.tr("They are written to {name}.").format(name=place))
        form.no_drive_label.setVisible(not place)
        return bool(place)
