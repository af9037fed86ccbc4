"""`Language`: what the window speaks, Qt's own words included."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator

from cellsecretary import paths
from cellsecretary.messages import LANGUAGES, Messages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PROGRAM, QT = "cellsecretary_", "qtbase_"
"""How the names of compiled catalogues begin; the code of the language follows."""

SENTENCES = "Messages"
"""The context in which the catalogue of a further language has the sentences of the messages."""

FIRST, SOURCE = LANGUAGES
"""Vietnamese, and the language that the program is written in and falls back to."""


def languages() -> tuple[str, ...]:
    """Give the codes of all languages that there are words of, Vietnamese and English first."""
    found = {file.stem.removeprefix(PROGRAM) for file in _of(PROGRAM)}
    return (*LANGUAGES, *sorted(found - set(LANGUAGES)))


def language_name(language: str) -> str:
    """Name a language in itself, so that whoever needs it can read it."""
    if language == SOURCE:
        return "English"
    locale = QLocale(language)
    return locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else language


class Language(QObject):
    """Holds the translators that are installed; `words` are the sentences in their language.

    What a language has no words for is said in English.
    """

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
        usual = {"vi": "vi_VN", "en": "en_GB"}
        QLocale.setDefault(QLocale(usual.get(language, language)))
        # Qt asks the catalogue that was installed last first.
        if language != SOURCE:
            self._install(QT, language)
        self._install(PROGRAM, language)
        if language in LANGUAGES:
            self.words = Messages.load(language)
        else:
            self.words = Messages.load(SOURCE).translated(self._sentence)

    def _install(self, kind: str, language: str) -> None:
        name = f"{kind}{language}.qm"
        places = [file for file in _of(kind) if file.name == name]
        if kind == QT:
            # Qt brings its own words of the languages that it knows.
            shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            places.append(Path(shipped, name))
        for place in places:
            translator = QTranslator(self)
            if place.is_file() and translator.load(str(place)):
                self._app.installTranslator(translator)
                self._translators.append(translator)
                return

    def _sentence(self, text: str) -> str:
        found = (one.translate(SENTENCES, text) for one in reversed(self._translators))
        return next((said for said in found if said), "")


def _of(kind: str) -> list[Path]:
    return [file for file in paths.catalogues() if file.name.startswith(kind)]
