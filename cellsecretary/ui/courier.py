"""`Courier`: makes files and carries them to a stick beside the window; can be called back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from cellsecretary.exchange.delivery import (
    DeliveryError,
    Undelivered,
    deliver,
    make_folder,
)
from cellsecretary.exchange.drives import eject
from cellsecretary.exchange.packet_reader import name_beside
from cellsecretary.ui.beside import left_to_the_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.exchange.delivery import Device
    from cellsecretary.exchange.drives import Drive


@dataclass(frozen=True, slots=True)
class Load:
    """Files to be carried, names and bytes, into a `folder` of their own below the place or none.

    `papers` counts the papers in them.
    """

    files: tuple[tuple[str, bytes], ...]
    papers: int
    folder: str = ""


class _Way(QThread):
    """One way to a folder. It works on frozen records: no book is touched here."""

    stepped = Signal(int, int)

    def __init__(
        self,
        pack: Callable[[], Load],
        folder: Path,
        drive: Drive | None,
        device: Device | None,
        parent: QObject,
        *,
        let_go: bool,
    ) -> None:
        super().__init__(parent)
        self._pack, self._folder, self._drive, self._device = pack, folder, drive, device
        self._let_go = let_go
        self._volume = drive.volume if drive is not None else 0
        self.called_back = False
        self.load: Load | None = None
        self.error: Exception | None = None

    @left_to_the_window()
    def run(self) -> None:
        """Make the files, deliver each, then let the stick go."""
        try:
            load = self._pack()
            self._deliver(load)
        except Exception as error:
            # It is told, or raised again, in the thread of the window.
            self.error = error
            return
        self.load = load
        if self._drive is not None and self._let_go:
            eject(self._drive)

    def _deliver(self, load: Load) -> None:
        if self.called_back:
            raise DeliveryError(Undelivered.CANCELLED, str(self._folder))
        folder = self._folder
        if load.folder:
            folder = make_folder(folder, load.folder, self._device, volume=self._volume)
        total = 2 * sum(len(data) for _, data in load.files)
        before = 0
        for name, data in load.files:
            self._carry(folder, name, data, before, total)
            before += 2 * len(data)

    def _carry(self, folder: Path, name: str, data: bytes, before: int, total: int) -> None:
        def tell(done: int, _of: int) -> bool:
            self.stepped.emit(before + done, total)
            return not self.called_back

        name = name_beside(folder, name, data)
        deliver(data, folder, name, device=self._device, progress=tell, volume=self._volume)


class Courier(QObject):
    """Carries one load at a time.

    `stepped` carries the bytes done of all. `arrived` carries the `Load`, and comes only when each
    file was read back and was the same; `failed` carries what was raised otherwise.
    """

    stepped = Signal(int, int)
    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, device: Device | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._way: _Way | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a load is being made or carried."""
        return self._way is not None

    def carry(
        self,
        pack: Callable[[], Load],
        folder: Path,
        drive: Drive | None = None,
        *,
        let_go: bool = True,
    ) -> None:
        """Begin to make files and carry them into a folder, of a `drive` or of a disk.

        With `let_go` the drive may be pulled out afterwards as far as the system is concerned too.
        """
        if self._way is not None:
            return
        self._way = way = _Way(pack, folder, drive, self._device, self, let_go=let_go)
        way.stepped.connect(self.stepped)
        way.finished.connect(self._end)
        way.start()

    def call_back(self) -> None:
        """Give up; what is under way ends with `failed`, and nothing bears a new name."""
        if self._way is not None:
            self._way.called_back = True

    def wait(self) -> None:
        """Return when nothing is under way any more."""
        if self._way is not None:
            self._way.wait()

    def _end(self) -> None:
        way, self._way = self._way, None
        assert way is not None
        way.deleteLater()
        if way.error is None:
            self.arrived.emit(way.load)
        else:
            self.failed.emit(way.error)
