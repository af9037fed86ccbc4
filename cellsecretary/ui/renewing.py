"""`Renewing`: another file in the place of the open one: made again, a copy, locked, or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cellsecretary.sentences import recovery
from cellsecretary.store import BookError
from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.long_work import LongWork, waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.store.file_key import FileKey
    from cellsecretary.store.key_file import KeySlots
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.ui.ledger_window import LedgerWindow
    from cellsecretary.ui.program import Program


class Renewing(QObject):
    """Closes the open file, has another put in its place, and opens that."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    def follow(self, window: LedgerWindow) -> None:
        """Do what a window asks for; it goes away by that, so whoever asks is to end first."""
        later = Qt.ConnectionType.QueuedConnection
        window.recover_wanted.connect(self.recover, later)
        window.restore_wanted.connect(self.restore, later)
        window.encrypt_wanted.connect(self.encrypt, later)
        window.decrypt_wanted.connect(self.decrypt, later)

    def recover(self) -> None:
        """Make the open file again from its copies: it was found damaged, or is gone."""
        program = self._program
        kind, path = self._open_file()
        program.close(with_copy=False, lock=False)
        with waiting():
            again = program.files.recover(kind, path)
        program.start() if again is None else program.take(again)

    def restore(self, copy: Path) -> None:
        """Put a copy in the place of the open file; the file of today is copied first."""
        program = self._program
        opened, window = program.opened, program.window
        assert opened is not None, "a window has a file"
        assert window is not None, "who asks has a window"
        kind, path = self._open_file()
        flush_all(window)
        try:
            with waiting():
                today = program.opening.keep(opened.ledger)
        except BookError as error:
            program.tell_no_backup(error)
            return
        shown = self._renew(lambda: program.opening.restore(kind, path, copy))
        if shown is not None:
            shown.show_restored(recovery.restored(program.words, copy), today)

    def encrypt(self, key: FileKey, slots: KeySlots) -> None:
        """Let a password lock the open file from now on, its copies and its journal too."""
        program = self._program
        kind, path = self._open_file()
        left: list[Path] = []
        shown = self._renew(lambda: left.extend(program.opening.encrypt(kind, path, key, slots)))
        if shown is not None:
            shown.show_note(recovery.encrypted(program.words, path, left))

    def decrypt(self, key: FileKey) -> None:
        """Let no password lock the open file any more."""
        program = self._program
        kind, path = self._open_file()
        shown = self._renew(lambda: program.opening.decrypt(kind, path, key))
        if shown is not None:
            shown.show_note(recovery.decrypted(program.words, path))

    def _open_file(self) -> tuple[type[Ledger], Path]:
        opened = self._program.opened
        assert opened is not None, "a window has a file"
        return type(opened.ledger), opened.ledger.path

    def _renew(self, act: Callable[[], object]) -> LedgerWindow | None:
        """Do something with the file while nobody has it open; give its window when it was done."""
        program = self._program
        kind, path = self._open_file()
        program.close(lock=False)
        fault = None
        work = LongWork(None, self.tr("Another file is put in the place of the open one…"))
        try:
            work.beside(act)
        except BookError as error:
            fault = program.words.fault(error.fault, error.path)
        window: LedgerWindow | None = program.open_as(kind, path)
        if fault is None:
            return window
        program.tell(fault)
        return None
