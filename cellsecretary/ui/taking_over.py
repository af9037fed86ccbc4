"""`TakingOver`: a book made of a handover file, or of the packets of a book that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cellsecretary import paths
from cellsecretary.core.change import Changes, Context
from cellsecretary.exchange import handover
from cellsecretary.exchange.delivery import DeliveryError
from cellsecretary.exchange.intake import PacketRefused, bring, empty_book, preview, write_book
from cellsecretary.exchange.packet_reader import looks_like_packet
from cellsecretary.exchange.packet_zip import PacketError
from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.store.key_file import Locked
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.dialogs.intake import IntakeDialog
from cellsecretary.ui.dialogs.new_book import proposed_path
from cellsecretary.ui.ledger_session import new_id
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.unlocking import Who

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.store import Book
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.unlocking import Unlocking


class TakingOver(QObject):
    """Asks for the files and for the place of the book; what is wrong is said.

    `handed_over` and `made` carry the path of the new book.
    """

    handed_over = Signal(object)
    made = Signal(object)

    def __init__(
        self,
        ask: Ask,
        words: Messages,
        clock: Callable[[], dt.datetime],
        window: QWidget,
        unlocking: Unlocking,
    ) -> None:
        super().__init__(window)
        self._unlocking = unlocking
        self._ask = ask
        self._words = words
        self._clock = clock
        self._window = window

    def begin(self) -> None:
        """Ask for the file that was handed over, or for one or several packets."""
        paths = self._ask.open_paths(FileKind.PACKET)
        if not paths:
            return
        try:
            if looks_like_packet(paths[0]):
                self._show_packets(paths)
            else:
                self._take_over(paths[0])
        except handover.HandoverError as error:
            self._ask.tell(self._words.handover(error.fault, error.path))
        except PacketRefused as error:
            self._ask.tell(self._words.packet(error.flaw, error.path))
        except PacketError as error:
            self._ask.tell(self._words.packet(error.flaw, paths[0]))
        except BookError as error:
            self._ask.tell(self._words.fault(error.fault, error.path))
        except DeliveryError as error:
            self._ask.tell(self._words.undelivered(error.why, error.place))

    def _take_over(self, path: Path) -> None:
        received = self._received(path)
        if received is None:
            return
        target = self._ask.save_path(proposed_path(received.manifest.name), FileKind.BOOK)
        if target is not None:
            with waiting():
                handover.take_over(received, target, bundled(), paths.backups_folder())
            self.handed_over.emit(target)

    def _received(self, path: Path) -> handover.Received | None:
        """Read a handover, and ask for the password of the book in it; None when nobody knows."""
        while True:
            try:
                with waiting():
                    return handover.receive(path, bundled())
            except Locked as error:
                who = self._unlocking.unlock(error)
            if who is Who.DEPUTY:
                self._ask.tell(self._words.book_password("not_the_deputy"))
            if who is not Who.SECRETARY:
                return None

    def _show_packets(self, paths: tuple[Path, ...]) -> None:
        """Show what the packets would make of an empty book before one is made."""
        rules = bundled()
        with waiting():
            brought = bring(paths, rules)
        ctx = Context(self._clock(), new_id)
        book = empty_book(brought, ctx, rules)
        found = preview(book, brought, ctx)
        dialog = IntakeDialog(found, brought, self._words, self._window)
        if isinstance(found.answer, Changes):
            book.apply(found.answer, ctx.now)
        dialog.accepted.connect(lambda: self._write(book))
        dialog.finished.connect(lambda _result: book.close())
        dialog.open()

    def _write(self, book: Book) -> None:
        cell = book.cell_or_none()
        assert cell is not None
        target = self._ask.save_path(proposed_path(cell.name), FileKind.BOOK)
        if target is None:
            return
        try:
            with waiting():
                write_book(book, target, bundled())
        except BookError as error:
            self._ask.tell(self._words.fault(error.fault, error.path))
            return
        self.made.emit(target)
