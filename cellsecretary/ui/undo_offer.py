"""`UndoOffer`: a banner that says what was deleted and brings it back with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    from cellsecretary.store import Step
    from cellsecretary.ui.banner import Banner
    from cellsecretary.ui.session import Session


class UndoOffer(QObject):
    """Offers to take back the act that was done last, as long as it is the last one."""

    def __init__(self, session: Session, banner: Banner) -> None:
        super().__init__(banner)
        self._session, self._banner = session, banner
        self._step: Step | None = None
        banner.acted.connect(self._undo)

    def show_text(self, text: str) -> None:
        """Say what was done, and offer to take it back."""
        self._step = self._session.last_undoable
        self._banner.show_message(State.NONE, text, self.tr("Undo"), "undo")

    def _undo(self) -> None:
        # Something else may have been done, or this undone elsewhere, since it was offered.
        if self._step is not None and self._session.last_undoable == self._step:
            self._session.undo()
