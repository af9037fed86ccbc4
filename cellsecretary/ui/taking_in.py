"""Packets that were copied once, taken back into the open book; what they change is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.operations.intake import take_in as taking_in
from cellsecretary.core.preferences import is_practice
from cellsecretary.exchange.intake import PacketRefused, bring, preview
from cellsecretary.exchange.keys import public_key
from cellsecretary.store import BookError
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.dialogs.intake import IntakeDialog
from cellsecretary.ui.long_work import waiting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


def take_in(session: Session, ask: Ask, words: Messages, window: QWidget) -> None:
    """Ask for packets, show what they would change, and take them in when that is wanted."""
    paths = ask.open_paths(FileKind.PACKET)
    if not paths:
        return
    try:
        with waiting():
            practice = is_practice(session.register.preferences)
            brought = bring(paths, session.rulebook(), practice=practice)
            found = preview(session.book, brought, session.context())
    except PacketRefused as error:
        ask.tell(words.packet(error.flaw, error.path))
        return
    except BookError as error:
        ask.tell(words.fault(error.fault, error.path))
        return
    dialog = IntakeDialog(found, brought, words, window, own_key=public_key(session.book.path))

    def write() -> None:
        refusal = session.do(taking_in, session.register, found.found, found.shelf)
        if refusal is not None and refusal.problems:
            ask.tell(words.refusals(refusal))

    dialog.accepted.connect(write)
    dialog.open()
