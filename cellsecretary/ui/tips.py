"""Tips and titles of windows that show a text as it was typed, though Qt would read it."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Give a tip in which nothing is markup."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def plain_title(text: str) -> str:
    """Give a title in which nothing is the place for the mark of what is not kept."""
    return text.replace("[*]", "[*][*]")
