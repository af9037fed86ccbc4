"""What a screen reader says although the keyboard is elsewhere: counts, messages, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Voice(QObject):
    """Hands texts to the screen reader, if there is one; `said` tells each, and how urgent it is.

    The application has one, as it has one screen reader.
    """

    said = Signal(str, bool)

    @classmethod
    def of_application(cls) -> Voice:
        """Give the voice of the application."""
        app = QCoreApplication.instance()
        assert app is not None
        found = app.findChild(cls)
        return found if isinstance(found, cls) else cls(app)

    def say(self, widget: QWidget, text: str, *, urgent: bool) -> None:
        """Let a text be read as one about a widget."""
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(widget, text)
            kinds = QAccessible.AnnouncementPoliteness
            event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
            QAccessible.updateAccessibility(event)
        self.said.emit(text, urgent)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Say what changed in a widget that can be seen; what is urgent breaks into other speech."""
    if text and widget.isVisible():
        Voice.of_application().say(widget, text, urgent=urgent)
