"""The look of the program, as in the tests of the window; and a watch for sockets."""

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


@pytest.fixture
def no_network() -> Iterator[None]:
    """Insist that nothing opens a socket, not even one to the same computer."""
    _sockets.clear()
    yield
    assert _sockets == []
