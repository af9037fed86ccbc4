"""A third language is one file; a made-up one, long and full of marks, is shown in every view."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.manual import Manual
from cellsecretary.messages import Messages, placeholders
from cellsecretary.ui.language import Language, language_name, languages
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from tests.ui.measuring import measure
from tests.ui.walks import every_face
from tools import pseudo, reading, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.ui.program import Program


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pseudo.write(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture
def third(compiled: Path, own_home: Path) -> Path:
    """Put the language where one that is added on this computer lies."""
    place = paths.first_window().parent / "i18n"
    place.mkdir(parents=True, exist_ok=True)
    return place / shutil.copy(compiled, place)


# One file is all


def test_a_language_is_known_by_its_file(third: Path) -> None:
    assert languages() == ("vi", "en", pseudo.CODE)
    third.unlink()
    assert languages() == ("vi", "en")


def test_languages_are_named_in_themselves() -> None:
    assert [language_name(one) for one in ("vi", "en", "fr", pseudo.CODE)] == [
        *("Tiếng Việt", "English", "français", pseudo.CODE)
    ]


def test_it_is_chosen_from_the_menu_kept_and_left_again(
    third: Path, program: Program, tmp_path: Path
) -> None:
    program._change_language("en")
    entries = [one.text() for one in _menu(program).actions()]
    assert entries[entries.index("Tiếng Việt") + 1] == pseudo.CODE
    program._change_language(pseudo.CODE)
    assert program.window is not None
    assert pseudo.OPEN in program.window.windowTitle()
    assert Settings(tmp_path / "settings.ini").language == pseudo.CODE
    assert "English" in [one.text() for one in _menu(program).actions()]
    third.unlink()
    assert Settings(tmp_path / "settings.ini").language == "vi", "its file is gone"


def _menu(program: Program) -> QMenu:
    assert program.window is not None
    page = program.window.centralWidget()
    assert isinstance(page, StartPage)
    return page.display_menu


def test_window_messages_and_the_words_of_qt_come_from_the_one_file(
    third: Path, themed: QApplication
) -> None:
    language = Language(themed, pseudo.CODE, themed)
    said = [one for key in language.words._sections for one in _texts(language.words, key)]
    english = Messages.load("en")
    whole = [one for key in english._sections for one in _texts(english, key)]
    assert [pseudo.pseudo(text) for text in whole] == said
    assert [placeholders(text) for text in whole] == [placeholders(text) for text in said]
    assert pseudo.OPEN in QApplication.translate("QPlatformTheme", "Cancel")
    assert pseudo.OPEN in QApplication.translate("KeysDialog", "Everywhere")
    language.speak("en")


def _texts(messages: Messages, section: str) -> list[str]:
    return list(words.sentences({section: messages._sections[section]}))


def test_what_it_lacks_is_said_in_english(
    own_home: Path, themed: QApplication, tmp_path: Path
) -> None:
    kept = [one for one in pseudo.translated() if one.source in {"Everywhere", "Nothing"}]
    catalogue = tmp_path / "cellsecretary_qps.ts"
    words.begin(catalogue, pseudo.CODE, kept)
    place = paths.first_window().parent / "i18n"
    place.mkdir(parents=True)
    shutil.copy(words.compile_catalogue(catalogue), place)
    language = Language(themed, pseudo.CODE, themed)
    assert pseudo.OPEN in QApplication.translate("KeysDialog", "Everywhere")
    assert QApplication.translate("KeysDialog", "In a field") == "In a field"
    assert language.words._sections == Messages.load("en")._sections
    language.speak("en")


@pytest.mark.thorough
def test_the_one_file_holds_all_words_and_keeps_what_is_translated(tmp_path: Path) -> None:
    catalogue = tmp_path / "cellsecretary_qps.ts"
    words.begin(catalogue, pseudo.CODE)
    texts = {(one.context, one.source) for one in words.read(catalogue)}
    assert {(one.context, one.source) for one in words.read(words.QT_VIETNAMESE)} <= texts
    assert {("KeysDialog", "Everywhere"), ("KeysForm", "&Close")} <= texts
    english = [text for texts in reading.sentences("en").values() for text in texts]
    assert {(words.OF_MESSAGES, text) for text in english} <= texts
    assert len(words.unfinished(catalogue)) == len(words.read(catalogue))
    words.begin(catalogue, pseudo.CODE, pseudo.translated()[:3])
    words.begin(catalogue, pseudo.CODE)
    done = [one for one in words.read(catalogue) if one.finished]
    assert [one.key for one in done] == [one.key for one in pseudo.translated()[:3]]


def test_the_made_up_language_is_longer_and_has_marks_above_and_below() -> None:
    said = pseudo.pseudo("&Save {name} as PDF…")
    assert said.startswith("⟦&Sậvệ {name} ")
    assert len(said) >= 1.4 * len("Save  as PDF…")
    assert pseudo.pseudo("{count}%") == "{count}%"
    assert pseudo.pseudo("%n day(s)").count("%n") == 1


# In every view


@pytest.mark.thorough
@pytest.mark.parametrize("size", [100])
def test_nothing_of_it_is_cut_off(
    third: Path, own_home: Path, scene_files: tuple[Path, Path], tmp_path: Path, size: int
) -> None:
    measured = measure(scene_files, tmp_path, pseudo.CODE, size)
    assert measured.stdout.splitlines() == []
    assert measured.returncode == 0, measured.stderr


@pytest.mark.thorough
def test_nothing_is_said_past_the_translators(
    third: Path, themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = set()
    for place, window in every_face(themed, scene_files, tmp_path, pseudo.CODE):
        if isinstance(window, QFileDialog):
            continue  # Qt's own; its names of places come from the system
        for text in set(shown(window)) - MANUAL:
            if untranslated(text):
                found.add(f"{place}: {text}")
    assert sorted(found) == [], "\n".join(sorted(found))


MANUAL = {text for card in Manual.load("en").cards for text in (card.title, card.text)}
"""The manual is English in a language that has none."""

BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]+")


def english() -> frozenset[str]:
    """Give the words of the English catalogue that no Vietnamese text without marks has."""
    texts = [one.source for one in words.read(words.VIETNAMESE)]
    known = {word.lower() for text in texts for word in WORD.findall(text.replace("&", ""))}
    return frozenset(word for word in known if len(word) > 3)


ENGLISH = english()

SAME = re.compile(
    r"(?i)\b(pdf|word|excel|usb|enter|ctrl|alt|shift|tab|esc|del|home|page|up|down)\b"
)
"""Names of keys, files and programs that every language has."""


FILE = re.compile(r"\S*/\S*|\S+\.\w+\b")
"""The names of files and folders."""


def untranslated(text: str) -> bool:
    """Tell whether English is left of a text once its translated parts are taken out."""
    left = text
    while (less := BRACKETED.sub(" ", left)) != left:
        left = less
    left = SAME.sub(" ", FILE.sub(" ", left))
    found = WORD.findall(left)
    # What a person wrote is Vietnamese: among its words some have marks.
    return bool(found) and left.isascii() and any(word.lower() in ENGLISH for word in found)


def shown(window: QWidget) -> Iterator[str]:
    """Give every text that a window shows, tells in a tip, or says to a screen reader."""
    yield window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QGroupBox():
                yield widget.title()
            case QTabBar():
                yield from (widget.tabText(at) for at in range(widget.count()))
            case QComboBox():
                yield from (widget.itemText(at) for at in range(widget.count()))
            case QLineEdit() | QPlainTextEdit():
                yield widget.placeholderText()
            case QHeaderView() if widget.model() is not None:
                model, along = widget.model(), widget.orientation()
                if along == Qt.Orientation.Horizontal:
                    for at in range(model.columnCount()):
                        yield str(model.headerData(at, along) or "")
            case QMenu():
                yield from (one.text() for one in widget.actions())


def test_a_text_past_the_translators_is_found() -> None:
    assert untranslated("Present")
    assert untranslated(f"{pseudo.pseudo('Meeting')}: not closed yet")
    assert not untranslated(pseudo.pseudo("Present"))
    assert not untranslated("Nguyễn Thị Mười, Long Present")
    assert not untranslated("53 / 12,5%")
