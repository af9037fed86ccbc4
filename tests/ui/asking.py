"""An `Ask` with queued answers, which fails when it is asked what no test expected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.ui.ask import Ask, FileKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class QueuedAsk(Ask):
    """Answers from a queue, in order; `asked` and `told` keep what was said."""

    def __init__(self, *answers: object) -> None:
        super().__init__()
        self._answers = list(answers)
        self.asked: list[str] = []
        self.told: list[str] = []

    def will_answer(self, *answers: object) -> None:
        self._answers.extend(answers)

    def confirm(self, text: str, yes: str, no: str) -> bool:
        answer = self._answer(text)
        assert isinstance(answer, bool)
        return answer

    def choose(self, text: str, options: Sequence[str]) -> int | None:
        answer = self._answer(text)
        if isinstance(answer, str):
            return list(options).index(answer)
        assert answer is None or isinstance(answer, int)
        return answer

    def tell(self, text: str) -> None:
        self.told.append(text)

    def text(self, title: str, label: str, value: str = "") -> str | None:
        answer = self._answer(title)
        assert answer is None or isinstance(answer, str)
        return answer

    def open_path(self, kind: FileKind) -> Path | None:
        return self._path(f"open {kind.name}")

    def open_paths(self, kind: FileKind) -> tuple[Path, ...]:
        answer = self._answer(f"open {kind.name}")
        if isinstance(answer, tuple):
            return answer
        assert answer is None or isinstance(answer, Path)
        return (answer,) if answer else ()

    def save_path(self, suggested: Path, kind: FileKind) -> Path | None:
        return self._path(f"save {suggested.name}")

    def folder(self) -> Path | None:
        return self._path("folder")

    def _path(self, question: str) -> Path | None:
        answer = self._answer(question)
        assert answer is None or isinstance(answer, Path)
        return answer

    def _answer(self, question: str) -> object:
        self.asked.append(question)
        assert self._answers, f"asked without an answer: {question}"
        return self._answers.pop(0)
