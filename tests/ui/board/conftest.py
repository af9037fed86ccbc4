"""A board with real packets on it, in a session, and the stick that they came from."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Changes, Context
from cellsecretary.core.operations.board import change_office, change_paper_cell
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.exchange.office_keys import make_key, office_key_file
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.ledger_session import new_id
from tests.cells import SUPERIOR, Cell, draft, held, packed, write
from tests.ui.board import sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from cellsecretary.exchange.packet import Packet

BEGUN, NOW = dt.datetime(2026, 9, 1, 8, 0), dt.datetime(2026, 11, 26, 8, 0)
PASSWORD = "Suối Nhùng mùa nước"
FIRST, SECOND, THIRD = Cell(0), Cell(1), Cell(2)


@pytest.fixture
def stick(tmp_path: Path) -> Callable[..., Path]:
    """Write packets onto a stick of a name, and give its folder."""

    def written(name: str, *packets: Packet) -> Path:
        write(iter(packets), tmp_path / name)
        return tmp_path / name

    return written


@pytest.fixture
def empty(themed: QApplication, tmp_path: Path) -> Iterator[BoardSession]:
    """Give a board that knows its office and nothing else."""
    board = Board.create(tmp_path / "xa.bangxa", bundled())
    session = BoardSession(board, lambda: NOW)
    assert session.do(change_office, session.register, SUPERIOR, "Minh Đài") is None
    yield session
    board.close()


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a board with three cells that send, and one that hands in paper, to be copied.

    The first sent September and October, October twice; the second sent September and a draft of
    October; the third sent September in two contents, and nothing of October.
    """
    folder = tmp_path_factory.mktemp("filled")
    packets = (
        packed(held(FIRST, 9), FIRST),
        packed(held(FIRST, 10), FIRST),
        packed(held(FIRST, 10, revision=2), FIRST),
        packed(held(SECOND, 9), SECOND),
        packed(draft(held(SECOND, 10)), SECOND),
        packed(held(THIRD, 9), THIRD),
        packed(held(THIRD, 9, seed=1), THIRD),
    )
    write(iter(packets), folder / "stick")
    path = folder / "xa.bangxa"
    with closing(Board.create(path, bundled())) as board:
        session = BoardSession(board, lambda: NOW)
        assert session.do(change_office, session.register, SUPERIOR, "Minh Đài") is None
        collecting = Collecting(board, bundled(), session.context, accept_new=True)
        list(collecting.take_all(sorted((folder / "stick").iterdir())))
        # It was written down in time: only of what came later something is missing.
        then = Context(BEGUN, new_id)
        added = change_paper_cell(board.register(), then, "", "Chi bộ Quân sự", True)
        assert isinstance(added, Changes)
        board.apply(added, BEGUN)
    return path


@pytest.fixture
def filled(themed: QApplication, filled_file: Path, tmp_path: Path) -> Iterator[BoardSession]:
    """Give a copy of the filled board."""
    copy = Path(shutil.copy(filled_file, tmp_path / "xa.bangxa"))
    with closing(Board.open(copy, bundled())) as board:
        yield BoardSession(board, lambda: NOW)


@pytest.fixture(scope="session")
def sent_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the board of `tests.ui.board.sent`, to be copied."""
    path = tmp_path_factory.mktemp("sent") / "xa.bangxa"
    sent.filled(path).close()
    return path


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a key file that PASSWORD opens, made once: it takes a second."""
    board = tmp_path_factory.mktemp("keys") / "xa.bangxa"
    make_key(board, PASSWORD)
    return office_key_file(board)


@pytest.fixture
def with_keys(filled: BoardSession, key_file: Path) -> BoardSession:
    """Give the filled board with keys beside it, locked."""
    shutil.copyfile(key_file, office_key_file(filled.board.path))
    return filled
