"""`DisplayMenu`: how large the text is, in which colours, in which language, and what this is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from cellsecretary.ui.appearance import LOOKS
from cellsecretary.ui.icons import icon
from cellsecretary.ui.language import language_name, languages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.ui.settings import Look, Settings


class DisplayMenu(QMenu):
    """Its title names the other languages; over an open file it tells of the program too.

    The signals carry what was chosen: a step of the text size (whether larger) or all of it in
    percent, a `Look`, a language. The page of all settings gives its choices by them too.
    """

    text_wanted = Signal(bool)
    look_wanted = Signal(str)
    language_wanted = Signal(str)
    size_wanted = Signal(int)
    settings_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, about: bool = False
    ) -> None:
        super().__init__(parent)
        others = {one: language_name(one) for one in languages() if one != settings.language}
        named = ", ".join(others.values())
        # One entry for all of it: the menu around it is as high as a small screen.
        title = self.tr("Te&xt, colours, {language}")
        if about:
            title = self.tr("Settings, te&xt, about, {language}")
        self.setTitle(title.format(language=named))
        self.setIcon(icon("display"))
        if about:
            page = self.addAction(icon("edit"), self.tr("S&ettings on one page…"))
            page.triggered.connect(lambda: self.settings_wanted.emit())
            self.addSeparator()
        larger = self.addAction(icon("text_larger"), self.tr("&Larger text"))
        larger.triggered.connect(lambda: self.text_wanted.emit(True))
        smaller = self.addAction(icon("text_smaller"), self.tr("S&maller text"))
        smaller.triggered.connect(lambda: self.text_wanted.emit(False))
        self.addSeparator()
        self._settings = settings
        self._group = QActionGroup(self)
        names: dict[Look, str] = {
            "system": self.tr("As the &computer is set"),
            "light": self.tr("Ligh&t: dark text on white"),
            "dark": self.tr("&Dark: bright text on grey"),
            "contrast": self.tr("&Strong contrast: white on black"),
        }
        self.look_actions = {look: self.addAction(names[look]) for look in LOOKS}
        for look, action in self.look_actions.items():
            action.setCheckable(True)
            self._group.addAction(action)
            action.triggered.connect(partial(self.look_wanted.emit, look))
        self.addSeparator()
        for other, name in others.items():
            speak = self.addAction(icon("info"), name)
            speak.triggered.connect(partial(self.language_wanted.emit, other))
        if about:
            tell = self.addAction(icon("help"), self.tr("About th&is program…"))
            tell.triggered.connect(lambda: self.about_wanted.emit())
        self.aboutToShow.connect(self._show_chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.look_actions[self._settings.look].setChecked(True)
