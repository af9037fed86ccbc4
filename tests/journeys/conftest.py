"""The look of the program, as in the tests of the window; and no journey leaves the computer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import themed

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["themed"]

_sockets: list[str] = []


def _watch(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        _sockets.append(event)


# It cannot be taken away again.
sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    _sockets.clear()
    yield
    assert _sockets == []
