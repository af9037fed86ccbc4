"""`Late`: the kinds of pages by name, each imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")


class Late(Mapping[str, K]):
    """Kinds of pages in their order.

    A page brings its dialogs with it, and those what they do: the first one is to be shown before
    the others are read.
    """

    def __init__(self, kinds: Mapping[str, Callable[[], K]]) -> None:
        self._kinds = kinds

    def __getitem__(self, name: str) -> K:
        return self._kinds[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)
