"""`ProgressSpin`: how far a task is, in percent or in what is counted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSpinBox

from cellsecretary.core.kinds import Result

if TYPE_CHECKING:
    from cellsecretary.core.rows import Review, Task

WITH_PERCENT = (Result.PARTLY, Result.ONGOING)
PERCENT_STEP = 10
NOT_SAID = -1
MOST = 999_999


class ProgressSpin(QSpinBox):
    """A number of percent, or of the unit in which a task is counted, with how much is to be."""

    def show_progress(self, task: Task, review: Review | None) -> None:
        """Show what a result says, hidden where it says no more than done or not done."""
        counted = task.amount is not None
        stated = counted or (review is not None and review.result in WITH_PERCENT)
        self.setVisible(review is not None and stated)
        with QSignalBlocker(self):
            if counted:
                achieved = review.achieved if review else None
                self.setRange(NOT_SAID, MOST)
                self.setSingleStep(1)
                suffix = self.tr("/{amount} {unit}").format(amount=task.amount, unit=task.unit)
                self.setSuffix(suffix)
                self.setValue(NOT_SAID if achieved is None else achieved)
            else:
                self.setRange(0, 100)
                self.setSingleStep(PERCENT_STEP)
                self.setSuffix(self.tr(" %"))
                self.setValue(review.percent if review else 0)
            self.setSpecialValueText(self.tr("not said"))
