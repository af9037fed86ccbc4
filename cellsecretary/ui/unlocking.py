"""`Unlocking`: asks whoever opens a locked book for its password, or for the code of its sheet."""

from __future__ import annotations

from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.store.backup_file import SUFFIXES
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.file_key import FileKey, mark_of, unlocked
from cellsecretary.store.key_file import KeyFileError, KeySlots, Locked, key_file, put_slots
from cellsecretary.ui.dialogs.recover_book import RecoverBookDialog
from cellsecretary.ui.dialogs.unlock_book import UnlockBookDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.ui.settings import Settings

ASKED = (Fault.NEEDS_PASSWORD, Fault.KEYS_MISSING, Fault.KEYS_UNUSABLE)
"""Faults of a file that a password, or the recovery sheet, does away with."""


class Who(Enum):
    """Who opens a book."""

    SECRETARY = auto()
    DEPUTY = auto()


class Unlocking(QObject):
    """Puts the key of a file among the unlocked ones; `window` gives that in front of which."""

    def __init__(
        self,
        settings: Settings,
        words: Callable[[], Messages],
        window: Callable[[], QWidget | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._words, self._window = settings, words, window

    def unlock(self, error: BookError) -> Who | None:
        """Ask for what opens the file of one of the faults; None when nobody knew it.

        Without a key file that can be used only the code does. What the disk does raises
        `BookError`.
        """
        path = Path(error.path)
        if not isinstance(error, Locked):
            return self._by_code(path, None)
        slots = error.slots
        dialog = UnlockBookDialog(
            self.tr("The book has a password"),
            self.tr("Type the password of the book {file}.").format(file=path.name),
            slots,
            self._settings,
            self._words(),
            self._window(),
        )
        found: list[tuple[FileKey, bool]] = []
        dialog.kept.connect(found.append)
        dialog.exec()
        if found:
            ((key, is_deputy),) = found
            unlocked.add(key)
            return Who.DEPUTY if is_deputy else Who.SECRETARY
        return self._by_code(path, slots) if dialog.wants_code else None

    def _by_code(self, path: Path, slots: KeySlots | None) -> Who | None:
        try:
            mark = mark_of(path) if slots is None else slots.mark
        except OSError as error:
            raise BookError(Fault.of(error), path) from error
        dialog = RecoverBookDialog(mark, self._words(), self._window())
        found: list[tuple[FileKey, KeySlots]] = []
        dialog.recovered.connect(lambda key, new: found.append((key, new)))
        dialog.exec()
        if not found:
            return None
        ((key, new),) = found
        unlocked.add(key)
        self._settings.note_passwords(key.mark, 0)
        if path.suffix in SUFFIXES:  # else it lies inside a handover
            _keep(path, new, key)
        return Who.SECRETARY


def _keep(path: Path, slots: KeySlots, key: FileKey) -> None:
    """Let the new password open the file from now on; a key file that was no good stays aside."""
    place = key_file(path)
    try:
        try:
            put_slots(path, slots, key)
        except KeyFileError:
            place.rename(_free(place))
            put_slots(path, slots, key)
    except OSError as error:
        raise BookError(Fault.of(error), place) from error


def _free(place: Path) -> Path:
    names = (place.with_name(f"{place.stem}.{number}{place.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())
