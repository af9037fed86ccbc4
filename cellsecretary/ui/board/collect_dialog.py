"""`CollectDialog`: from a stick onto the board: where from, how far, who is that, what came."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.operations.board import answer_sender
from cellsecretary.exchange.collecting import Refused, lines_of
from cellsecretary.exchange.drives import Drive, drives
from cellsecretary.exchange.office_keys import OfficeKeyError, public_part
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.collecting import Collector
from cellsecretary.ui.board.report_view import ReportView
from cellsecretary.ui.board.strangers_model import Asked, Say, StrangersModel
from cellsecretary.ui.board.unlock import UnlockDialog
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.stick_list import StickList
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table, turn_whole_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cellsecretary.exchange.office_keys import OfficeKeys
    from cellsecretary.messages import Messages
    from cellsecretary.store import BookError
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

WHO, WHAT = 1, 2


class Stage(IntEnum):
    """The pages of the dialog in their order."""

    WHERE = 0
    PROGRESS = 1
    STRANGERS = 2
    REPORT = 3


class CollectForm(Form):
    """The widgets of the dialog."""

    form = "board_collect"
    notice_banner: Banner
    stage_stack: QStackedWidget
    drives_label: QLabel
    drives_list: QListWidget
    no_drive_label: QLabel
    progress_label: QLabel
    progress_bar: QProgressBar
    file_label: QLabel
    strangers_table: QTableView
    away_button: QPushButton
    report_page: QWidget
    close_button: QPushButton
    folder_button: QPushButton
    files_button: QPushButton
    reply_button: QPushButton
    stop_button: QPushButton
    again_button: QPushButton
    go_button: QPushButton


class CollectDialog(QDialog):
    """Takes packets from sticks, one after the other.

    `reply_wanted` carries the folder of the stick on which answers are to be written; it is
    offered when somebody listens.
    """

    reply_wanted = Signal(object)

    def __init__(
        self,
        session: BoardSession,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        find: Callable[[], tuple[Drive, ...]] = drives,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._ask, self._words = session, ask, words
        self._folder: Path | None = None
        self._asked: set[object] = set()
        self._is_noted = True
        self._was_stopped = False
        self._fault: BookError | None = None
        self.collector = Collector(session, self)
        self.form = form = CollectForm(self)
        self.setWindowTitle(self.tr("Receive packets"))
        form.notice_banner.dismiss()
        self.sticks = StickList(form.drives_list, find, lambda drive: drive.name)
        self.strangers = StrangersModel(self)
        form.strangers_table.setModel(self.strangers)
        dress_table(form.strangers_table, wrap=True)
        SharedWidths(form.strangers_table, {WHO: 2, WHAT: 3})
        turn_whole_rows(form.strangers_table, self.strangers.turn)
        self.report = ReportView(words, form.report_page)
        put_into(form.report_page, self.report)
        self._connect()
        self._show_stage(Stage.WHERE)
        self.sticks.watch()
        ask_size(self, 940, 560)

    def _connect(self) -> None:
        form = self.form
        form.drives_list.itemActivated.connect(self._begin_with_stick)
        form.folder_button.clicked.connect(self._choose_folder)
        form.files_button.clicked.connect(self._choose_files)
        form.go_button.clicked.connect(self._go)
        form.stop_button.clicked.connect(self._stop)
        form.again_button.clicked.connect(self._begin_again)
        form.away_button.clicked.connect(self._turn_away)
        form.reply_button.clicked.connect(lambda: self.reply_wanted.emit(self._folder))
        form.close_button.clicked.connect(self.reject)
        self.sticks.looked.connect(self._offer)
        self.sticks.plugged_in.connect(self._welcome_stick)
        self.collector.stepped.connect(self._show_step)
        self.collector.finished.connect(self._go_on)
        self.collector.failed.connect(self._note_fault)

    @property
    def stage(self) -> Stage:
        """The page that is shown."""
        return Stage(self.form.stage_stack.currentIndex())

    def done(self, result: int) -> None:
        """End after the file that is under way; what was taken stays and is told."""
        self.sticks.rest()
        self.collector.finished.disconnect(self._go_on)
        self.collector.stop()
        self.collector.wait()
        self._keep_report()
        super().done(result)

    def begin(self, places: Sequence[Path], place: str, folder: Path | None = None) -> None:
        """Take what is in places; `folder` is that of a stick."""
        self.sticks.rest()
        self.form.notice_banner.dismiss()
        self._folder = folder
        self._asked = set()
        self._fault = None
        self._is_noted = self._was_stopped = False
        self._show_stage(Stage.PROGRESS)
        self.collector.begin(places, place)

    # Where from

    def _go(self) -> None:
        if self.stage is Stage.WHERE:
            self._begin_with_stick()
        elif self.stage is Stage.STRANGERS:
            self._answer()

    def _begin_with_stick(self, *_item: object) -> None:
        drive = self.sticks.chosen
        if drive is not None:
            self.begin([drive.path], drive.name, drive.path)

    def _welcome_stick(self) -> None:
        """Let Enter receive from the stick that was just plugged in."""
        self._offer()
        if self.stage is Stage.WHERE:
            self.form.go_button.setFocus()

    def _choose_folder(self) -> None:
        folder = self._ask.folder()
        if folder is not None:
            self.begin([folder], folder.name or str(folder))

    def _choose_files(self) -> None:
        paths = self._ask.open_paths(FileKind.COLLECTED)
        if paths:
            self.begin(paths, ", ".join(path.name for path in paths[:3]))

    def _begin_again(self) -> None:
        self.form.notice_banner.dismiss()
        self._show_stage(Stage.WHERE)
        self.sticks.watch()
        self.form.go_button.setFocus()

    # How far

    def _show_step(self, done: int, total: int, name: str) -> None:
        form = self.form
        form.progress_bar.setMaximum(total)
        form.progress_bar.setValue(done)
        if total:
            text = self.tr("File {done} of {total}")
            form.progress_label.setText(text.format(done=done, total=total))
        else:
            form.progress_label.setText(self.tr("Looking for packets."))
        form.file_label.setText(name)

    def _stop(self) -> None:
        self._was_stopped = True
        self.collector.stop()

    def _note_fault(self, error: BookError) -> None:
        self._fault = error
        self._session.failed.emit(error)

    def _go_on(self) -> None:
        """Ask what is to be asked once no file is left; then show the report."""
        is_whole = not (self._was_stopped or self._fault or self.collector.was_pulled_out)
        if is_whole and self._unlock():
            return
        if (
            self._fault is None
            and not self.collector.was_pulled_out
            and self._ask_about_strangers()
        ):
            return
        self._show_report()

    # Who is that

    def _unlock(self) -> bool:
        """Ask for the password, once, where the office has keys that would open sealed packets."""
        if not self.collector.sealed() or self._session.keys or "keys" in self._asked:
            return False
        self._asked.add("keys")
        board = self._session.board.path
        try:
            if public_part(board) is None:
                return False
        except OfficeKeyError as error:
            text = self._words.office_keys(error.trouble, error.place)
            self.form.notice_banner.show_message(State.BAD, text)
            return False
        why = self.tr("%n packet(s) are sealed for the office.", "", len(self.collector.sealed()))
        dialog = UnlockDialog(board, why, self._words, self)
        dialog.kept.connect(self._keep_keys)
        dialog.finished.connect(self._take_sealed)
        dialog.open()
        return True

    def _keep_keys(self, keys: OfficeKeys) -> None:
        self._session.keys = keys

    def _take_sealed(self, _result: int) -> None:
        self.collector.take_again(self.collector.sealed() if self._session.keys else [])

    def _ask_about_strangers(self) -> bool:
        strangers = [
            one for one in self.collector.strangers() if (one.sender, one.reason) not in self._asked
        ]
        boards = [path for path in self.collector.boards() if path not in self._asked]
        if not strangers and not boards:
            return False
        self.strangers.ask(strangers, boards)
        self._asked |= {row.key for row in self.strangers.rows}
        self._show_stage(Stage.STRANGERS)
        self.form.strangers_table.setCurrentIndex(self.strangers.index(0, 0))
        self.form.strangers_table.setFocus()
        return True

    def _turn_away(self) -> None:
        self.strangers.turn_away(self.form.strangers_table.currentIndex())

    def _answer(self) -> None:
        again: list[Path] = []
        answered: set[str] = set()
        for asked in self.strangers.rows:
            if asked.say is not Say.LATER:
                again += self._carry_out(asked)
                answered |= {asked.stranger.sender.cell} if asked.stranger else set()
        for asked in self.strangers.rows:
            left = asked.stranger if asked.say is Say.LATER else None
            if left is not None and left.sender.cell in answered:
                # The report may have to say another reason by now; the clerk is not asked twice.
                again += left.paths
                self._asked |= {(left.sender, reason) for reason in Refused if reason.is_question}
        self._show_stage(Stage.PROGRESS)
        self.collector.take_again(again)

    def _carry_out(self, asked: Asked) -> Sequence[Path]:
        """Write an answer down; give the files that are to be taken again with it."""
        if asked.stranger is None:
            assert asked.board is not None
            with waiting():
                self.collector.merge(asked.board)
            return ()
        sender = asked.stranger.sender
        accepted = asked.say is Say.ACCEPT
        values = sender.values if accepted else asked.stranger.turned_away
        self._session.do(answer_sender, self._session.register, sender.cell, values, accepted)
        return asked.stranger.paths

    # What came

    def _show_report(self) -> None:
        self._keep_report()
        reports, session = self.collector.reports, self._session
        self.report.show_lines(lines_of(reports, session.now(), self.collector.place))
        self._show_stage(Stage.REPORT)
        state, text = self._end()
        self.form.notice_banner.show_message(state, text)
        self.form.again_button.setFocus()

    def _end(self) -> tuple[State, str]:
        """Say how it ended."""
        if self._fault is not None:
            return State.BAD, self._words.fault(self._fault.fault, self._fault.path)
        if self.collector.was_pulled_out:
            return State.BAD, self.tr(
                "The stick was pulled out before the end. What was received is kept; plug it in "
                "and receive once more."
            )
        if self._was_stopped:
            return State.CARE, self.tr("Stopped. What was received by then is kept.")
        if self.collector.trouble is not None:
            trouble, path = self.collector.trouble
            return State.BAD, self._words.collected(trouble.value, path=path)
        if not self.collector.reports:
            return State.CARE, self.tr("There is no packet. Look whether it is the right stick.")
        if self._folder is not None:
            return State.GOOD, self.tr("Received and kept. You may pull out the USB stick.")
        return State.GOOD, self.tr("Received and kept.")

    def _keep_report(self) -> None:
        if not self._is_noted:
            self._is_noted = True
            self.collector.note()

    # Stages

    def _show_stage(self, stage: Stage) -> None:
        self.form.stage_stack.setCurrentIndex(stage)
        self._offer()

    def _offer(self) -> None:
        form, stage = self.form, self.stage
        is_where, is_report = stage is Stage.WHERE, stage is Stage.REPORT
        form.drives_list.setVisible(not self.sticks.is_empty)
        form.drives_label.setVisible(not self.sticks.is_empty)
        form.no_drive_label.setVisible(self.sticks.is_empty)
        form.folder_button.setVisible(is_where)
        form.files_button.setVisible(is_where)
        form.stop_button.setVisible(stage is Stage.PROGRESS)
        form.close_button.setVisible(stage is not Stage.PROGRESS)
        form.again_button.setVisible(is_report)
        listens = self.isSignalConnected(QMetaMethod.fromSignal(self.reply_wanted))
        form.reply_button.setVisible(is_report and listens and self._folder is not None)
        form.go_button.setVisible(stage in (Stage.WHERE, Stage.STRANGERS))
        form.go_button.setEnabled(not is_where or self.sticks.chosen is not None)
        form.go_button.setText(self.tr("&Receive") if is_where else self.tr("&Go on"))
        form.go_button.setProperty("icon_name", "usb" if is_where else "done")
        put_icon(form.go_button)
        form.go_button.setDefault(form.go_button.isVisibleTo(self))
