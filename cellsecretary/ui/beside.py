"""`Beside`: does beside the window what takes a second or two, and tells when it is done."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_COUNTING = Lock()
_under_way: list[None] = []


@contextmanager
def left_to_the_window() -> Iterator[None]:
    """Let Python not look for circles of references before the window has time again.

    While a thread beside the window works: what is found goes in the thread that looks, and widgets
    and timers may go only in their own. While the program starts: nearly all that is made stays.
    """
    with _COUNTING:
        _under_way.append(None)
        gc.disable()
    try:
        yield
    finally:
        with _COUNTING:
            _under_way.pop()
            if not _under_way:
                gc.enable()


class Act(QThread):
    """One act beside the window; `answer` is what it gave, `error` what it raised."""

    def __init__(self, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self.answer: object = None
        self.error: Exception | None = None

    @left_to_the_window()
    def run(self) -> None:
        """Do it, or keep what was raised: that is told, or raised again, in the window's thread."""
        try:
            self.answer = self._act()
        except Exception as error:
            self.error = error


class Beside(QObject):
    """Does one thing at a time, which may touch no file that is open in the window.

    `done` carries what it gave, `failed` what it raised.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._way: Act | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether something is being done."""
        return self._way is not None

    def begin(self, act: Callable[[], object]) -> None:
        """Begin to do something; nothing while something is under way."""
        if self._way is not None:
            return
        self._way = way = Act(act, self)
        way.finished.connect(self._end)
        way.start()

    def wait(self) -> None:
        """Return when nothing is under way any more."""
        if self._way is not None:
            self._way.wait()

    def _end(self) -> None:
        way, self._way = self._way, None
        assert way is not None
        way.deleteLater()
        if way.error is None:
            self.done.emit(way.answer)
        else:
            self.failed.emit(way.error)
