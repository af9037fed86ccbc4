"""`Collector`: takes the packets of a place onto the open board, in steps that block nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal

from cellsecretary.exchange.collecting import (
    Collecting,
    Refused,
    Report,
    is_file,
    lines_of,
    packets_in,
)
from cellsecretary.exchange.strangers import strangers
from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.ui.beside import left_to_the_window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cellsecretary.exchange.collecting import SearchTrouble
    from cellsecretary.exchange.strangers import Stranger
    from cellsecretary.ui.board.session import BoardSession

STEP = 80
"""Milliseconds of one step: files are taken together so long, then the window has its turn."""


class _Search(QThread):
    """Looks for packets beside the window: a stick may hold thousands of photographs."""

    def __init__(self, places: Sequence[Path], own: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._own = own
        self.found: list[Path] = []
        self.troubles: list[tuple[SearchTrouble, Path]] = []
        self.called_back = False

    @left_to_the_window()
    def run(self) -> None:
        """Find all packets, or as many as there is time for."""

        def tell(trouble: SearchTrouble, path: Path) -> None:
            self.troubles.append((trouble, path))

        for path in packets_in(self._places, tell):
            if self.called_back:
                return
            if path.resolve() != self._own:
                self.found.append(path)


class Collector(QObject):
    """Takes the files of one place after the other, then again those that an answer concerns.

    `stepped` carries how many files are done, of how many (0 while they are looked for), and the
    name of the last; `finished` comes when there is no more to do for now, `failed` carries a
    `BookError` after which it ends too. What was taken stays, whatever ends it.
    """

    stepped = Signal(int, int, str)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, session: BoardSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = ""
        self._search: _Search | None = None
        self._waiting: list[Path] = []
        self._total = 0
        self._reports: dict[Path, Report] = {}
        self._collecting: Collecting | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)
        self.was_pulled_out = False
        self.trouble: tuple[SearchTrouble, Path] | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether files are looked for or taken."""
        return self._search is not None or self._next.isActive()

    @property
    def reports(self) -> tuple[Report, ...]:
        """What became of each file by now."""
        return tuple(self._reports.values())

    @property
    def place(self) -> str:
        """What people call the place."""
        return self._place

    def begin(self, places: Sequence[Path], place: str) -> None:
        """Look for packets in places, folders or files, and take each."""
        assert not self.is_under_way
        self._place = place
        self._reports = {}
        self.was_pulled_out = False
        self.trouble = None
        self._session.cannot_be_undone.emit()
        self._search = _Search(places, self._session.board.path.resolve(), self)
        self._search.finished.connect(self._take_found)
        self.stepped.emit(0, 0, "")
        self._search.start()

    def stop(self) -> None:
        """End after the file that is under way."""
        self._waiting = []
        if self._search is not None:
            self._search.called_back = True

    def wait(self) -> None:
        """Return when no file is looked for any more."""
        if self._search is not None:
            self._search.wait()

    def strangers(self) -> tuple[Stranger, ...]:
        """Give the senders that the clerk is to be asked about."""
        return strangers(self.reports, self._session.record)

    def boards(self) -> tuple[Path, ...]:
        """Give the boards of others that were found and not merged."""
        return tuple(one.path for one in self.reports if one.reason is Refused.BOARD)

    def sealed(self) -> tuple[Path, ...]:
        """Give the files that the keys of the office would open."""
        return tuple(one.path for one in self.reports if one.reason is Refused.SEALED)

    def take_again(self, paths: Iterable[Path]) -> None:
        """Take files once more: the clerk accepted who sent them, or unlocked the keys."""
        self._take(list(paths))

    def merge(self, path: Path) -> None:
        """Merge the board of another, which the clerk said is to be believed."""
        try:
            self._reports[path] = self._new_collecting().merge(path)
        except BookError as error:
            self.failed.emit(error)

    def note(self) -> None:
        """Keep the report on the board, and tell everybody that something came."""
        if not self._reports:
            return
        session = self._session
        try:
            session.board.note_arrivals(lines_of(self.reports, session.now(), self._place))
        except BookError as error:
            session.failed.emit(error)
        session.tell_collected()

    def _take_found(self) -> None:
        search, self._search = self._search, None
        assert search is not None
        search.deleteLater()
        self.trouble = next(iter(search.troubles), None)
        self._take([] if search.called_back else search.found)

    def _take(self, paths: list[Path]) -> None:
        self._waiting = paths
        self._total = len(paths)
        self._collecting = self._new_collecting()
        self._next.start()

    def _new_collecting(self) -> Collecting:
        session = self._session
        return Collecting(session.board, bundled(), session.context, keys=session.keys)

    def _step(self) -> None:
        """Take as many files as a step has time for; what they say is on the disk at its end."""
        done: list[Report] = []
        try:
            with self._session.board.together():
                clock = QElapsedTimer()
                clock.start()
                while self._waiting and clock.elapsed() < STEP and not self.was_pulled_out:
                    self._take_one(done)
        except BookError as error:
            self._waiting = []
            self.failed.emit(error)
            self.finished.emit()
            return
        self._reports |= {report.path: report for report in done}
        if done:
            name = done[-1].path.name
            self.stepped.emit(self._total - len(self._waiting), self._total, name)
        if self._waiting:
            self._next.start()
        else:
            self.finished.emit()

    def _take_one(self, done: list[Report]) -> None:
        path = self._waiting[0]
        if not is_file(path):
            self.was_pulled_out = True
            self._waiting = []
            return
        assert self._collecting is not None
        done.append(self._collecting.take(path))
        del self._waiting[0]
