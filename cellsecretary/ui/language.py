"""`Language`: what the window speaks, Qt's own words included."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTranslator

from cellsecretary import paths
from cellsecretary.messages import Messages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

CATALOGUES = ("qtbase", "cellsecretary")


class Language(QObject):
    """Holds the translators that are installed; `words` are the sentences in their language."""

    words: Messages

    def __init__(self, app: QApplication, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._translators: list[QTranslator] = []
        self.speak(language)

    def speak(self, language: str) -> None:
        """Take the language for every window made from now on, and for Qt's own words."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
        for catalogue in CATALOGUES:
            translator = QTranslator(self)
            file = Path("i18n", f"{catalogue}_{language}.qm")
            if catalogue == "qtbase" and language == "en":
                continue
            if translator.load(str(paths.resource(*file.parts))):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        self.words = Messages.load(language)
