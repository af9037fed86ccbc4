"""`CountedProduct`: proposes amount and unit from the words of a product while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.core.task_products import proposed_amount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLineEdit, QSpinBox

NOT_COUNTED = 0
MOST = 999_999


class CountedProduct(QObject):
    """Fills in what a product begins with, until somebody enters amount or unit by hand.

    0 stands for a product that is not counted.
    """

    def __init__(
        self,
        product_edit: QLineEdit,
        amount_spin: QSpinBox,
        unit_edit: QLineEdit,
        units: Iterable[str],
    ) -> None:
        super().__init__(amount_spin)
        self._amount = amount_spin
        self._unit = unit_edit
        self._units = tuple(units)
        self._proposed: tuple[int | None, str] = (None, "")
        amount_spin.setRange(NOT_COUNTED, MOST)
        amount_spin.setSpecialValueText(self.tr("not counted"))
        product_edit.textEdited.connect(self._propose)
        amount_spin.valueChanged.connect(self._forget_unit)

    def show_amount(self, amount: int | None, unit: str) -> None:
        """Show what a task says."""
        self._amount.setValue(amount or NOT_COUNTED)
        self._unit.setText(unit)
        self._proposed = (None, "") if amount is None else (NOT_COUNTED, "")

    def amount(self) -> tuple[int | None, str]:
        """Give amount and unit as they are entered."""
        return self._amount.value() or None, self._unit.text().strip()

    def _forget_unit(self, amount: int) -> None:
        """Let the unit that was proposed go with its amount."""
        if amount == NOT_COUNTED and self._unit.text() == self._proposed[1]:
            self._unit.clear()

    def _propose(self, product: str) -> None:
        if self.amount() != self._proposed:
            return
        found = proposed_amount(product, self._units)
        self._proposed = (found.count, found.unit) if found else (None, "")
        self._amount.setValue(self._proposed[0] or NOT_COUNTED)
        self._unit.setText(self._proposed[1])
