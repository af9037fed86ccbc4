"""`Courier`: carries files to a stick beside the window, watched, and called back at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from cellsecretary.exchange.delivery import DeliveryError, deliver
from cellsecretary.exchange.drives import eject

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cellsecretary.exchange.delivery import Device
    from cellsecretary.exchange.drives import Drive


class _Load(QThread):
    """One way to a folder with some files, all of them bytes already: no book is touched here."""

    stepped = Signal(int, int)

    def __init__(
        self,
        files: Sequence[tuple[str, bytes]],
        folder: Path,
        drive: Drive | None,
        device: Device | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._files, self._folder, self._drive, self._device = files, folder, drive, device
        self.called_back = False
        self.error: DeliveryError | None = None

    def run(self) -> None:
        """Deliver each file, then let the stick go."""
        total = 2 * sum(len(data) for _, data in self._files)
        before = 0
        try:
            for name, data in self._files:
                self._carry(name, data, before, total)
                before += 2 * len(data)
        except DeliveryError as error:
            self.error = error
            return
        if self._drive is not None:
            eject(self._drive)

    def _carry(self, name: str, data: bytes, before: int, total: int) -> None:
        def tell(done: int, _of: int) -> bool:
            self.stepped.emit(before + done, total)
            return not self.called_back

        deliver(data, self._folder, name, device=self._device, progress=tell)


class Courier(QObject):
    """Carries one load at a time.

    `stepped` carries the bytes done of all. `arrived` comes only when each file was read back and
    was the same; `failed` carries the `DeliveryError` otherwise.
    """

    stepped = Signal(int, int)
    arrived = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, device: Device | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._load: _Load | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a load is being carried."""
        return self._load is not None

    def carry(
        self, files: Sequence[tuple[str, bytes]], folder: Path, drive: Drive | None = None
    ) -> None:
        """Begin to carry files, names and bytes, into a folder; a `drive` is let go afterwards."""
        if self._load is not None:
            return
        self._load = load = _Load(files, folder, drive, self._device, self)
        load.stepped.connect(self.stepped)
        load.finished.connect(self._end)
        load.start()

    def call_back(self) -> None:
        """Give up; what is under way ends with `failed`, and nothing bears a new name."""
        if self._load is not None:
            self._load.called_back = True

    def wait(self) -> None:
        """Return when nothing is under way any more."""
        if self._load is not None:
            self._load.wait()

    def _end(self) -> None:
        load, self._load = self._load, None
        assert load is not None
        load.deleteLater()
        if load.error is None:
            self.arrived.emit()
        else:
            self.failed.emit(load.error)
