"""What every page of a window is, a panel of a cell or a page of the board: fresh when seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtWidgets import QWidget

from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.change import Answer, Context, Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.ledger_session import LedgerSession

S = TypeVar("S")
P = ParamSpec("P")


class Page(QWidget):
    """A page of work. Subclasses load their form in `__init__` and fill it in `refresh`."""

    _session: LedgerSession

    def __init__(
        self, session: LedgerSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._words = words
        self._stale = True
        session.changed.connect(self._note_change)

    def refresh(self) -> None:
        """Fill the page from the session. Called only while it is seen."""

    def begin(self) -> None:
        """Put the keyboard where the work of the page begins."""
        self.setFocus()

    def has_subject(self) -> bool:
        """Tell whether there is anything to show."""
        return True

    def run(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Carry an operation out; a refusal is told in the page's own words. True when done."""
        refusal = self._session.do(operation, subject, *args, **kwargs)
        if refusal is None:
            self.notice("")
            return True
        self.tell(refusal)
        return False

    def tell(self, refusal: Refusal) -> None:
        """Say why something was refused, in the page's banner."""
        self.notice(self._words.refusals(refusal))

    def notice(self, text: str, state: State = State.CARE) -> None:
        """Show a message at the top of the page, or take it away."""
        banner = self.findChild(Banner, "notice_banner")
        if banner is None:
            return
        if text:
            banner.show_message(state, text)
        else:
            banner.dismiss()

    def update_now(self) -> None:
        """Refresh at once when seen, else when next seen."""
        if self.isVisible() and self.has_subject():
            self._stale = False
            self.refresh()
        else:
            self._stale = True

    def _note_change(self, _changes: tuple[object, ...]) -> None:
        self.update_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.update_now()
