"""Dialogs that show what comes with a file: a board, a recovery sheet, packets, a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.exchange.intake import bring, preview
from cellsecretary.exchange.merging import BoardLook
from cellsecretary.exchange.reply import read_reply
from cellsecretary.exchange.reply_look import look_at
from cellsecretary.papers.recovery_sheet import book_recovery_sheet
from tests.building import AFTER, OCTOBER, meeting_id
from tests.cells import SUPERIOR
from tests.cells import packed as pack_without_papers
from tests.core.test_reply_operation import whole
from tests.replies import office_key, written
from tests.ui.board.conftest import FIRST

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.every_form import World


def merge(world: World, host: Any) -> QWidget:  # noqa: ANN401
    path = world.folder / f"{world.file_name}.bangxa"
    made: QWidget = host(world.board, world.words, path, BoardLook(SUPERIOR, 2, 3, 2))
    return made


def recovery_sheet(world: World, host: Any) -> QWidget:  # noqa: ANN401
    rules, day = world.session.rules(AFTER.date()), AFTER.date()
    pdf = book_recovery_sheet(rules, world.session.name, "ABCD EFGH", day)
    made: QWidget = host(pdf, day, rules, world.ask, world.words)
    return made


def intake(world: World, host: Any) -> QWidget:  # noqa: ANN401
    session = world.session
    made_of = session.meeting(meeting_id(session, OCTOBER))
    packed = pack_without_papers(made_of, FIRST, signed=False)
    path = world.folder / packed.name
    path.write_bytes(packed.content)
    brought = bring((path,), session.rulebook())
    made: QWidget = host(preview(session.book, brought, session.context()), brought, world.words)
    return made


def reply(world: World, host: Any) -> QWidget:  # noqa: ANN401
    session = world.session
    path = written(world.folder, whole(session.book), office_key())
    opened = read_reply(path)
    look = look_at(opened, session.register, session.rulebook())
    made: QWidget = host(session, world.words, look)
    return made
