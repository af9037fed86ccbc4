"""The look of the program, somebody in front of it, and a watch for sockets."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.journeys.desk import Clock
from tests.journeys.hands import KeyHand, MouseHand
from tests.journeys.thon_3 import NAMES
from tests.journeys.ways import KeySecretary, MouseSecretary
from tests.ui.asking import QueuedAsk
from tests.ui.conftest import themed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.secretary import Secretary

    Hire = Callable[[str], Secretary]

__all__ = ["themed"]

BEFORE = dt.datetime(2026, 9, 28, 8, 0)

_sockets: list[str] = []


def _watch(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        _sockets.append(event)


# It cannot be taken away again.
sys.addaudithook(_watch)


@pytest.fixture
def no_network() -> Iterator[None]:
    """Insist that nothing opens a socket, not even one to the same computer."""
    _sockets.clear()
    yield
    assert _sockets == []


@pytest.fixture
def hire(themed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Hire]:
    """Start the program anew, with somebody at the mouse or at the keys in front of it."""
    started: list[Program] = []
    clock = Clock(BEFORE)

    def stop() -> None:
        for program in started:
            program.close()
            program.deleteLater()
        started.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def start(way: str) -> Secretary:
        stop()
        ask = QueuedAsk()
        program = Program(themed, Settings(tmp_path / "settings.ini"), clock=clock, ask=ask)
        started.append(program)
        if way == "mouse":
            return MouseSecretary(program, ask, clock, MouseHand(qtbot), NAMES)
        return KeySecretary(program, ask, clock, KeyHand(qtbot), NAMES)

    yield start
    stop()
