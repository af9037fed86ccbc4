"""`StickCopy`: once a month a stick that is plugged in is offered a copy of the open file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cellsecretary.core.backup_plan import is_stick_copy_due
from cellsecretary.exchange.delivery import DeliveryError
from cellsecretary.store import BookError
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.chips import State
from cellsecretary.ui.courier import Courier, Load
from cellsecretary.ui.long_work import waiting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.exchange.drives import Drive
    from cellsecretary.exchange.stick_copy import Copied
    from cellsecretary.messages import Messages
    from cellsecretary.ui.banner import Banner
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.settings import Settings
    from cellsecretary.ui.stick_watch import StickWatch


class StickCopy(QObject):
    """Offers the copy in a banner, makes it, and says where it is; `copying` comes before it.

    The stick is not let go afterwards: whoever plugged it in wants something else with it too.
    """

    copying = Signal()

    def __init__(
        self,
        session: LedgerSession,
        words: Messages,
        settings: Settings,
        banner: Banner,
        watch: StickWatch,
        window: QWidget,
        courier: Courier | None = None,
    ) -> None:
        super().__init__(window)
        self._session, self._words = session, words
        self._settings, self._banner = settings, banner
        self._courier = courier or Courier()
        self._courier.setParent(self)
        self._sticks: tuple[Drive, ...] = ()
        self._stick: Drive | None = None
        self._is_trouble = False
        self._courier.arrived.connect(self._tell_arrived)
        self._courier.failed.connect(self._tell_failed)
        watch.changed.connect(self._follow)
        banner.acted.connect(self.copy)

    # Offering

    def _follow(self, sticks: tuple[Drive, ...]) -> None:
        self._sticks = sticks
        if self._courier.is_under_way:
            return
        if not self._is_there and not self._is_trouble:
            # What was said is about a stick that is gone; what went wrong stays said.
            self._banner.dismiss()
        self._offer()

    def _offer(self) -> None:
        """Offer the copy to the first stick that can take it, when it is time."""
        ledger = self._session.ledger
        last = self._settings.stick_copied(ledger.path)
        if ledger.looked_at or not is_stick_copy_due(last, self._session.today()):
            return
        for stick in self._sticks:
            if not stick.read_only and not self._holds_file(stick):
                self._stick = stick
                text = self._never_text() if last is None else self._month_text()
                self._show_offer(State.CARE, text.format(name=stick.name))
                return

    @property
    def _is_there(self) -> bool:
        """Whether the stick that was offered is still plugged in."""
        here = [(stick.path, stick.volume) for stick in self._sticks]
        return self._stick is not None and (self._stick.path, self._stick.volume) in here

    def _holds_file(self, stick: Drive) -> bool:
        """Tell whether the file itself lies on a stick: both would be lost together."""
        return self._session.ledger.path.resolve().is_relative_to(stick.path.resolve())

    def _month_text(self) -> str:
        if self._session.file_kind is FileKind.BOARD:
            return self.tr(
                "The USB stick “{name}” is plugged in. "
                "The board was not copied to a stick for more than a month."
            )
        return self.tr(
            "The USB stick “{name}” is plugged in. "
            "The book was not copied to a stick for more than a month."
        )

    def _never_text(self) -> str:
        if self._session.file_kind is FileKind.BOARD:
            return self.tr(
                "The USB stick “{name}” is plugged in. The board was never copied to a stick yet."
            )
        return self.tr(
            "The USB stick “{name}” is plugged in. The book was never copied to a stick yet."
        )

    def _show_offer(self, state: State, text: str) -> None:
        self._is_trouble = state is State.BAD
        self._banner.show_message(state, text, self.tr("Make a copy"), "copy")

    # Copying

    def copy(self) -> None:
        """Copy the file onto the stick that was offered."""
        stick = self._stick
        if stick is None or self._courier.is_under_way:
            return
        self.copying.emit()
        session = self._session
        try:
            with waiting():
                from cellsecretary.exchange.stick_copy import copied

                copy = copied(session.ledger, session.name, session.today())
        except BookError as error:
            self._tell_failed(error)
            return
        self._is_trouble = False
        text = self.tr("Copying to the USB stick “{name}”. Please leave it plugged in…")
        self._banner.show_message(State.CARE, text.format(name=stick.name))
        self._courier.carry(partial(_load, copy, stick), stick.path, stick, let_go=False)

    def wait(self) -> None:
        """Return when nothing is copied any more."""
        self._courier.wait()

    def stop(self) -> None:
        """Copy no more: the window closes."""
        self._courier.call_back()
        self._courier.wait()

    def _tell_arrived(self, load: Load) -> None:
        assert self._stick is not None
        session = self._session
        self._settings.remember_stick_copy(session.ledger.path, session.today())
        text = self.tr(
            "Copied and checked: {file} in the folder {folder} of the USB stick “{name}”. "
            "You may pull out the stick."
        )
        file, _content = load.files[-1]
        said = text.format(file=file, folder=load.folder, name=self._stick.name)
        self._banner.show_message(State.GOOD, said)

    def _tell_failed(self, error: Exception) -> None:
        match error:
            case DeliveryError():
                text = self._words.undelivered(error.why, error.place)
            case BookError():
                text = self._words.no_backup(error.fault, error.path)
            case _:
                raise error
        if self._is_there:
            self._show_offer(State.BAD, text)
        else:
            self._is_trouble = True
            self._banner.show_message(State.BAD, text)


def _load(copy: Copied, stick: Drive) -> Load:
    """Prove a copy, and name it so that it takes the place of nothing."""
    from cellsecretary.exchange.stick_copy import FOLDER

    return Load(copy.named(copy.file_name(stick.path)), 0, FOLDER)
