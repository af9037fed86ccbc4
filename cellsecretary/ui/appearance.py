"""`Appearance`: how the program looks: what the user chose, else what the system asks for."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import QObject, Qt, Signal

from cellsecretary.ui.settings import Look
from cellsecretary.ui.theme import TEXT_SIZES, Theme, current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from cellsecretary.ui.display_menu import DisplayMenu
    from cellsecretary.ui.settings import Settings
    from cellsecretary.ui.theme import Scheme

LOOKS: Final[tuple[Look, ...]] = get_args(Look)
"""What can be chosen, the wish of the system first."""


class Appearance(QObject):
    """Dresses the application, at once and again whenever the user or the system wants it else.

    `changed` comes after everything was dressed anew. `asked` tells what the system asks for.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        parent: QObject,
        asked: Callable[[QApplication], Scheme] | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._asked = asked or system_scheme
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self.follow)
        self._dress()

    def obey(self, menu: DisplayMenu) -> None:
        """Do what is chosen in a menu."""
        menu.text_wanted.connect(lambda larger: self.resize_text(larger=larger))
        menu.size_wanted.connect(self.take_size)
        menu.look_wanted.connect(self.choose)

    def choose(self, look: Look) -> None:
        """Take a look, and remember it."""
        self._settings.look = look
        self.follow()

    def resize_text(self, *, larger: bool) -> None:
        """Step the text size, and remember it."""
        theme = current_theme()
        self.take_size((theme.larger() if larger else theme.smaller()).scale)

    def take_size(self, percent: int) -> None:
        """Take a text size, and remember it."""
        self._settings.text_size = percent
        self.follow()

    def follow(self) -> None:
        """Dress everything anew when it is not yet as it is wanted."""
        if self._wanted() != current_theme():
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        self._wanted().apply(self._app)

    def _wanted(self) -> Theme:
        look, size = self._settings.look, self._settings.text_size
        hints = self._app.styleHints()
        # The frames and file dialogs that the system draws are to look the same.
        if look == "system":
            hints.unsetColorScheme()
        else:
            bright = Qt.ColorScheme.Light if look == "light" else Qt.ColorScheme.Dark
            hints.setColorScheme(bright)
        scheme = self._asked(self._app) if look == "system" else look
        return Theme(size if size in TEXT_SIZES else TEXT_SIZES[0], scheme)


def system_scheme(app: QApplication) -> Scheme:
    """Give the scheme that the desktop asks for; a high contrast goes before dark and light."""
    hints = app.styleHints()
    if hasattr(hints, "accessibility"):
        wish = hints.accessibility().contrastPreference()
        wants_contrast = wish == Qt.ContrastPreference.HighContrast
    else:
        wants_contrast = _windows_wants_contrast()
    if wants_contrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class _HighContrast(ctypes.Structure):
    """HIGHCONTRASTW of the Windows API."""

    _fields_ = (
        ("size", ctypes.c_uint),
        ("flags", ctypes.c_uint),
        ("default_scheme", ctypes.c_wchar_p),
    )


def _windows_wants_contrast() -> bool:
    """Ask Windows itself: Qt before 6.10 does not know."""
    if sys.platform != "win32":
        return False
    state = _HighContrast()
    state.size = ctypes.sizeof(state)
    asked = ctypes.windll.user32.SystemParametersInfoW(
        _GET_HIGH_CONTRAST, state.size, ctypes.byref(state), 0
    )
    return bool(asked) and bool(state.flags & _IS_ON)


_GET_HIGH_CONTRAST: Final = 0x42
_IS_ON: Final = 1
