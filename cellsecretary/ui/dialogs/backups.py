"""`BackupsDialog`: the copies of the open file, what was done since, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.store import BookError
from cellsecretary.store.backup_lines import Course, backup_lines, is_of_another
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.unlocking import ASKED
from cellsecretary.ui.wording import hour_text, long_day_text

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.messages import Messages
    from cellsecretary.store import Step
    from cellsecretary.store.backup_lines import BackupLine
    from cellsecretary.store.backups import Backups
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.unlocking import Unlocking

SINCE_COLUMN, PLACE_COLUMN = 1, 2


class BackupsForm(Form):
    """The widgets of the dialog."""

    form = "backups"
    notice_banner: Banner
    when_label: QLabel
    now_button: QPushButton
    backups_stack: QStackedWidget
    table_page: QWidget
    backups_table: QTableView
    empty_page: QFrame
    effect_label: QLabel
    other_button: QPushButton
    close_button: QPushButton
    restore_button: QPushButton


class BackupsDialog(QDialog):
    """Lists the copies, the newest first.

    `backup_wanted` asks for a copy of now, which is there when the signal returns;
    `restore_wanted` carries the path of the copy that is to take the place of the open file.
    """

    backup_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(
        self,
        session: LedgerSession,
        backups: Backups,
        ask: Ask,
        words: Messages,
        unlocking: Unlocking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._backups, self._unlocking = session, backups, unlocking
        self._ask, self._words = ask, words
        self.form = form = BackupsForm(self)
        self.setWindowTitle(self.tr("Backups"))
        form.notice_banner.dismiss()
        self._model = RecordModel(self._columns(), key=lambda line: line.backup.path, parent=self)
        table = form.backups_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        SharedWidths(table, {SINCE_COLUMN: 1})
        table.selectionModel().selectionChanged.connect(self._show_effect)
        form.now_button.clicked.connect(self._back_up)
        form.other_button.clicked.connect(self._choose_file)
        form.restore_button.clicked.connect(self._restore_chosen)
        form.close_button.clicked.connect(self.reject)
        session.changed.connect(self._show)
        self._show()
        ask_size(self, 960, 600)

    def tell_trouble(self, text: str) -> None:
        """Say why there is no copy."""
        self.form.notice_banner.show_message(State.BAD, text)

    # Showing

    def _columns(self) -> list[Column[BackupLine]]:
        return [
            Column(self.tr("Copied on"), self._when, strong=True),
            Column(self.tr("Since then"), self._since),
            Column(self.tr("From"), self._place, state=_place_state),
        ]

    def _show(self, _changes: object = None) -> None:
        form = self.form
        lines = backup_lines(self._backups, self._session.ledger)
        self._model.set_rows(lines)
        elsewhere = any(line.is_elsewhere for line in lines)
        form.backups_table.setColumnHidden(PLACE_COLUMN, not elsewhere)
        form.backups_stack.setCurrentWidget(form.table_page if lines else form.empty_page)
        form.effect_label.setVisible(bool(lines))
        (form.backups_table if lines else form.now_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_effect()

    def _when(self, line: BackupLine) -> str:
        at = line.backup.at
        text = self.tr("{day}, {hour}")
        return text.format(day=long_day_text(at.date()), hour=hour_text(at.time()))

    def _since(self, line: BackupLine) -> str:
        match line.course:
            case Course.SAME:
                return self.tr("nothing changed")
            case Course.APART:
                return self.tr("went on in another way than what is open")
            case Course.EARLIER:
                return self.tr("made by an earlier version of the program")
        text = self.tr("%n change(s), the last: {act}", "", line.acts)
        return text.format(act=self._act(line.newest) if line.newest else "")

    def _act(self, step: Step) -> str:
        act = self._words.act(step.act, step.words)
        return self.tr("undone: {act}").format(act=act) if step.way == "undo" else act

    def _place(self, line: BackupLine) -> str:
        return self.tr("another place") if line.is_elsewhere else ""

    @property
    def _chosen(self) -> BackupLine | None:
        rows = self.form.backups_table.selectionModel().selectedRows()
        return self._model.row(rows[0]) if rows else None

    def _show_effect(self, *_selections: object) -> None:
        """Say what restoring the chosen copy would do."""
        line = self._chosen
        self.form.restore_button.setEnabled(line is not None)
        if line is None:
            said = self.tr("Choose a copy, and here is said what restoring it does.")
        else:
            back = self.tr("What is open now is copied first, so you can come back to it.")
            said = f"{self._effect(line)} {back}"
        self.form.effect_label.setText(said)

    def _effect(self, line: BackupLine) -> str:
        if line.course is Course.BEFORE:
            text = self.tr(
                "Everything will be as it was on {when}, without the %n later change(s).",
                "",
                line.acts,
            )
        else:
            text = self.tr("Everything will be as it was on {when}.")
        return text.format(when=self._when(line))

    # Acting

    def _back_up(self) -> None:
        self.form.notice_banner.dismiss()
        self.backup_wanted.emit()
        self._show()
        lines = self._model.rows
        same = [one for one in lines if one.course is Course.SAME and not one.is_elsewhere]
        if same:
            text = self.tr("What is open now is copied: {when}.").format(when=self._when(same[0]))
            self.form.notice_banner.show_message(State.GOOD, text)

    def _restore_chosen(self) -> None:
        line = self._chosen
        if line is not None:
            self._restore(line.backup.path)

    def _choose_file(self) -> None:
        path = self._ask.open_path(self._session.file_kind)
        if path is None:
            return
        try:
            is_strange = self._is_of_another(path)
        except BookError as error:
            self.tell_trouble(self._words.fault(error.fault, error.path))
            return
        if is_strange:
            text = self.tr(
                "“{file}” is the book of another cell; nothing was changed. "
                "To look into it, open it as a book."
            )
            self.tell_trouble(text.format(file=path.name))
            return
        self._restore(path)

    def _is_of_another(self, path: Path) -> bool:
        """Tell whether a file is of another cell; a locked one is unlocked for that."""
        while True:
            try:
                return is_of_another(path, self._session.ledger)
            except BookError as error:
                if error.fault not in ASKED or self._unlocking.unlock(error) is None:
                    raise

    def _restore(self, path: Path) -> None:
        self.accept()
        self.restore_wanted.emit(path)


def _place_state(line: BackupLine) -> State | None:
    return State.CARE if line.is_elsewhere else None
