"""`python -m benchmarks.drawing FOLDER CELLS SPARE`: draws the communes that it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Self

from benchmarks.drawn import CELLS, Pattern, Province
from benchmarks.practice import closed_meeting


class Drawing:
    """A process of its own that draws: what it costs, and what it needs, is not ours.

    Only what was asked for lies on the disk.
    """

    def __init__(self, folder: Path, cells: int = CELLS, spare: int = 0) -> None:
        folder.mkdir()
        self._folder = folder
        self._asked: list[int] = []
        self._done: list[int] = []
        self.province = Province(size=cells, spare=spare)

    def __enter__(self) -> Self:
        numbers = [str(self.province.size), str(self.province.spare)]
        command = [sys.executable, "-m", "benchmarks.drawing", str(self._folder), *numbers]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    @property
    def communes(self) -> range:
        """The communes by number."""
        return range(len(self.province.communes))

    def drawn(self, commune: int) -> list[Path]:
        """Give the files of a commune, which are on the disk now."""
        assert self._process.stdout
        self.ask(commune)
        while commune not in self._done:
            self._done.append(int(self._process.stdout.readline()))
        return [self.folder(commune) / file.name for file in self.province.files(commune)]

    def ask(self, commune: int) -> None:
        """Let a commune be drawn meanwhile, if there is such a one."""
        assert self._process.stdin
        if commune in self.communes and commune not in self._asked:
            self._asked.append(commune)
            print(commune, file=self._process.stdin, flush=True)

    def folder(self, commune: int) -> Path:
        """Give where the files of a commune are."""
        return self._folder / str(commune)


def main(folder: Path, cells: int, spare: int) -> None:
    """Draw each commune that is asked for."""
    province = Province(size=cells, spare=spare)
    pattern = Pattern(closed_meeting(folder / "pattern.chibo"))
    for line in sys.stdin:
        province.write(int(line), pattern, folder / line.strip())
        print(line.strip(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
