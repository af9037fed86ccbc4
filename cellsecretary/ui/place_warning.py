"""`PlaceWarning`: says when the open file lies in a bad place, and copies it into the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cellsecretary import paths
from cellsecretary.exchange.delivery import Undelivered
from cellsecretary.exchange.places import copy_in, risk_of, safe_folder
from cellsecretary.store import BookError, Fault
from cellsecretary.ui.chips import State
from cellsecretary.ui.long_work import waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.exchange.places import PlaceRisk
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.banner import Banner
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.settings import Settings


_WHY = {
    Fault.FULL: Undelivered.NO_ROOM,
    Fault.READ_ONLY: Undelivered.READ_ONLY,
    Fault.DAMAGED: Undelivered.DIFFERENT,
}
"""What is said of a copy that was not made; the sentences of faults are about the open file."""


class PlaceWarning(QObject):
    """Looks once at the place of a file; the banner says what can happen there, and offers a copy.

    `copying` comes before the file is read, `copied` carries the path of the copy to be opened.
    """

    copying = Signal()
    copied = Signal(object)

    def __init__(
        self,
        session: LedgerSession,
        ask: Ask,
        words: Messages,
        settings: Settings,
        banner: Banner,
        window: QWidget,
        risk: Callable[[Path], PlaceRisk | None] = risk_of,
    ) -> None:
        super().__init__(window)
        self._session, self._ask, self._words = session, ask, words
        self._settings, self._banner, self._risk = settings, banner, risk
        banner.acted.connect(self.copy)

    def look(self) -> None:
        """Say what can happen to the file where it is; a good place is not spoken of."""
        path = self._session.ledger.path
        risk = self._risk(path)
        if risk is not None:
            self._warn(State.CARE, self._words.place(risk, path))

    def _warn(self, state: State, said: str) -> None:
        self._banner.show_message(state, said, self.tr("Copy into the computer"), "copy")

    def copy(self) -> None:
        """Copy the file into the computer, say where it is now, and ask for it to be opened."""
        self.copying.emit()
        old = self._session.ledger.path
        folder = safe_folder(paths.own_folders(), self._risk)
        try:
            with waiting():
                new = copy_in(self._session.ledger, folder)
        except BookError as error:
            why = _WHY.get(error.fault, Undelivered.BROKEN)
            self._warn(State.BAD, self._words.undelivered(why, error.path, stick=False))
            return
        self._settings.move_book(old, new)
        text = self.tr(
            "From now on you work with the file “{file}” in the folder “{folder}”; the old file, "
            "{old}, stays as it is and is not used any more."
        )
        said = text.format(file=new.name, folder=new.parent, old=old)
        self._ask.tell(said)
        self.copied.emit(new)
