"""What can be undone and done again, read from the steps in the book: it outlives a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.store.ledger import Step

NEWEST = 2000
"""How many steps are read back: far more than anybody undoes."""


@dataclass(frozen=True, slots=True)
class History:
    """The two stacks, their tops last."""

    undoable: tuple[Step, ...] = ()
    redoable: tuple[Step, ...] = ()

    def after(self, step: Step) -> History:
        """Give the stacks after one more step."""
        if step.way == "undo":
            return History(self.undoable[:-1], (*self.redoable, self.undoable[-1]))
        if step.way == "redo":
            return History((*self.undoable, self.redoable[-1]), self.redoable[:-1])
        if step.act.is_beside:
            return self
        if step.act.is_barrier:
            return History()
        if step.way == "more":
            return History(self.undoable)
        return History((*self.undoable, step))


def read_history(steps: Iterable[Step]) -> History:
    """Replay the ways of the newest steps; an undo of a step too far back to see is passed over."""
    history = History()
    for step in steps:
        known = {"undo": history.undoable, "redo": history.redoable}.get(step.way)
        if known is None or (known and known[-1].of == step.of):
            history = history.after(step)
    return history
