"""`PromptedText`: helps a text that is still empty to its first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cellsecretary.ui.dialogs.prompts import PromptsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPlainTextEdit, QPushButton


class PromptedText(QObject):
    """Shows its button while there is nothing in the text; what is ticked is written as headings.

    Each heading stands on a line of its own and waits for what was said about it.
    """

    def __init__(self, button: QPushButton, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._button = button
        self._edit = edit
        self._prompts: tuple[str, ...] = ()
        button.clicked.connect(self._open)
        edit.textChanged.connect(self._follow)

    def offer(self, prompts: Sequence[str]) -> None:
        """Say what can be chosen; without anything the button stays away."""
        self._prompts = tuple(prompts)
        self._follow()

    def _follow(self) -> None:
        is_empty = not self._edit.toPlainText().strip()
        self._button.setVisible(bool(self._prompts) and is_empty and not self._edit.isReadOnly())

    def _open(self) -> None:
        dialog = PromptsDialog(self._prompts, self._button.window())
        dialog.chosen.connect(self._write)
        dialog.open()

    def _write(self, headings: list[str]) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self._edit.textCursor()
        start = cursor.position()
        cursor.insertText("\n".join(f"{heading}: " for heading in headings))
        # Begin at the first heading, behind its colon.
        cursor.setPosition(start + len(headings[0]) + 2)
        self._edit.setTextCursor(cursor)
