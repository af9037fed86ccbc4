"""Tips over widgets: plain text, though Qt takes for markup what looks like it."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Give a tip that shows a text as it was typed."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
