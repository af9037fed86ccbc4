"""`Replies`: finds what the superior sent back, on a stick by itself, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread

from cellsecretary.core.operations.reply import reply_lines
from cellsecretary.exchange.packet_zip import PacketError
from cellsecretary.exchange.reply import read_reply, reply_in
from cellsecretary.exchange.reply_look import look_at
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.beside import left_to_the_window
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.reply import ReplyDialog
from cellsecretary.ui.long_work import waiting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from cellsecretary.exchange.drives import Drive
    from cellsecretary.exchange.reply import OpenedReply
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.banner import Banner
    from cellsecretary.ui.session import Session
    from cellsecretary.ui.stick_watch import StickWatch


class _Look(QThread):
    """One look into sticks, beside the window: a stick may be slow, or full of photographs."""

    def __init__(self, sticks: Iterable[Drive], cell: str, parent: QObject) -> None:
        super().__init__(parent)
        self.sticks, self._cell = tuple(sticks), cell
        self.found: tuple[Drive, OpenedReply] | None = None

    @left_to_the_window()
    def run(self) -> None:
        """Find the newest reply for the cell."""
        found = [
            (stick, reply[1])
            for stick in self.sticks
            if (reply := reply_in(stick.path, self._cell)) is not None
        ]
        self.found = max(found, key=lambda one: one[1].reply.made, default=None)


class Replies(QObject):
    """Looks into sticks that are plugged in; the banner offers what one of them has that is new."""

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        window: QWidget,
        banner: Banner,
        watch: StickWatch,
    ) -> None:
        super().__init__(window)
        self._session, self._ask, self._words = session, ask, words
        self._window, self._banner, self._watch = window, banner, watch
        self._sticks: tuple[Drive, ...] = ()
        self._found: OpenedReply | None = None
        self._look: _Look | None = None
        watch.changed.connect(self._follow)
        banner.acted.connect(self._show_found)

    # Looking

    def stop(self) -> None:
        """Look no more: the window closes."""
        self.wait()
        self._look = None

    def wait(self) -> None:
        """Return when no stick is looked into any more."""
        if self._look is not None:
            self._look.wait()

    def _follow(self, sticks: tuple[Drive, ...]) -> None:
        """Look into the sticks that are there now, once the look before has ended."""
        self._sticks = sticks
        if self._look is None:
            self._look_into(sticks)

    def _look_into(self, sticks: tuple[Drive, ...]) -> None:
        self._found = None
        self._banner.dismiss()
        if sticks:
            self._look = _Look(sticks, self._session.register.cell.id, self)
            self._look.finished.connect(self._end_look)
            self._look.start()

    def _end_look(self) -> None:
        look = self._look
        if look is None or not look.isFinished():
            return  # who asked for the reply waited for the look that ends here
        self._look = None
        look.deleteLater()
        if look.sticks != self._sticks:
            self._look_into(self._sticks)
        elif look.found is not None:
            stick, self._found = look.found
            if self._has_news(self._found):
                self._offer(stick, self._found)

    def _has_news(self, opened: OpenedReply) -> bool:
        session = self._session
        look = look_at(opened, session.register, session.rulebook())
        given = (look.reply, look.signed(accept=False), session.meeting)
        lines = reply_lines(session.register, session.context(), *given)
        return any(line.is_news for line in lines)

    def _offer(self, stick: Drive, opened: OpenedReply) -> None:
        text = self.tr("{office} has sent a reply on the USB stick “{name}”.")
        said = text.format(office=opened.reply.office, name=stick.name)
        self._banner.show_message(State.CARE, said, self.tr("Look at the reply…"), "usb")

    # Showing

    def take(self) -> None:
        """Show the reply that is on a stick, else ask for the file."""
        with waiting():
            self._watch.look()
            while self._look is not None:
                self.wait()
                self._end_look()
        if self._found is not None:
            self._show(self._found)
        else:
            self._ask_for_file()

    def _show_found(self) -> None:
        assert self._found is not None
        self._show(self._found)

    def _ask_for_file(self) -> None:
        path = self._ask.open_path(FileKind.PACKET)
        if path is None:
            return
        try:
            opened = read_reply(path)
        except PacketError as error:
            self._ask.tell(self._words.reply_file(error.flaw, path))
            return
        self._show(opened)

    def _show(self, opened: OpenedReply) -> None:
        session = self._session
        look = look_at(opened, session.register, session.rulebook())
        dialog = ReplyDialog(session, self._words, look, self._window)
        dialog.taken.connect(self._banner.dismiss)
        dialog.other_wanted.connect(self._ask_for_file)
        dialog.open()
