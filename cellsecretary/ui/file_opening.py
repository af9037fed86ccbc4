"""`FileOpening`: opens a file and says what is wrong; asks where there is a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.sentences import recovery
from cellsecretary.store import BookError, Fault
from cellsecretary.store.lock import InUse
from cellsecretary.store.opening import Looking, Opened, Opening
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.second_start import summon
from cellsecretary.ui.unlocking import ASKED, Who

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.messages import Messages
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.unlocking import Unlocking


class FileOpening(QObject):
    """Gives an open file, None where it stays closed; the user knows why.

    `is_elsewhere` says that it is open in a window of another start, which came to the front.
    """

    def __init__(
        self,
        opening: Opening,
        unlocking: Unlocking,
        ask: Ask,
        words: Callable[[], Messages],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._opening, self._unlocking = opening, unlocking
        self._ask, self._words = ask, words
        self.is_elsewhere = False

    def open(self, kind: type[Ledger], path: Path) -> Opened | None:
        """Open a file as it can be."""
        self.is_elsewhere = False
        try:
            return self._unlocked(kind, path, lambda: self._opening.write(kind, path))
        except InUse as error:
            return self._open_beside(kind, path, error)
        except BookError as error:
            if error.fault is Fault.MISSING and self._opening.has_copies(path):
                return self._bring_back(kind, path)
            return self._refused(error)

    def recover(self, kind: type[Ledger], path: Path) -> Opened | None:
        """Make a file again from its copies and open it."""
        try:
            return self._unlocked(kind, path, lambda: self._opening.write(kind, path, again=True))
        except BookError as error:
            return self._refused(error)

    def look(self, kind: type[Ledger], path: Path, why: Looking) -> Opened | None:
        """Open a file to look only."""
        try:
            return self._unlocked(kind, path, lambda: self._opening.look(kind, path, why))
        except BookError as error:
            return self._refused(error)

    def _unlocked(self, kind: type[Ledger], path: Path, act: Callable[[], Opened]) -> Opened | None:
        """Open a file, and ask for its password as often as that is what it lacks."""
        while True:
            try:
                with waiting():
                    return act()
            except BookError as error:
                if error.fault not in ASKED:
                    raise
                who = self._unlocking.unlock(error)
            if who is None:
                return None
            if who is Who.DEPUTY:
                return self._opening.look(kind, path, Looking.DEPUTY)

    def _open_beside(self, kind: type[Ledger], path: Path, in_use: InUse) -> Opened | None:
        """Raise the window that has a file open; where it cannot come, offer to look."""
        if in_use.holder is not None and in_use.holder.is_here and summon(path):
            self.is_elsewhere = True
            return None
        asked = recovery.in_use(self._words(), path, in_use.holder)
        if self._ask.choose(asked, [self.tr("Look only"), self.tr("Do not open")]) != 0:
            return None
        return self.look(kind, path, Looking.IN_USE)

    def _bring_back(self, kind: type[Ledger], path: Path) -> Opened | None:
        """Offer a file that is gone from its copies."""
        asked = recovery.missing(self._words(), path)
        if self._ask.choose(asked, [self.tr("Bring it back"), self.tr("Do not open")]) != 0:
            return None
        return self.recover(kind, path)

    def _refused(self, error: BookError) -> Opened | None:
        """Say what is wrong; nothing is open."""
        self._ask.tell(self._words().fault(error.fault, error.path))
        return None


def is_board(path: Path) -> bool:
    """Tell by its name whether a file is a board."""
    return path.suffix.lower() == f".{FileKind.BOARD.suffix}"
