"""`PointsField`: a line to type points in."""

from __future__ import annotations

from cellsecretary.ui.typed_field import TypedField

WIDEST = "100"


class PointsField(TypedField[int]):
    """Takes a whole number; whether there are so many points is for the operation to say."""

    def _read(self, text: str) -> int | None:
        digits = text.strip()
        return int(digits) if digits.isascii() and digits.isdecimal() else None

    def _write(self, value: int | None) -> str:
        return "" if value is None else str(value)

    def _widest(self) -> str:
        return WIDEST
