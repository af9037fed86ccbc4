"""The catalogues are complete, fresh and whole; each check is also shown a planted fault."""

import ast
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from tools import words
from tools.words import Message

CATALOGUES = pytest.mark.parametrize("catalogue", words.CATALOGUES, ids=lambda path: path.stem)
VIETNAMESE = pytest.mark.parametrize(
    "catalogue", [words.VIETNAMESE, words.QT_VIETNAMESE], ids=lambda path: path.stem
)


# Text and canvas have a translate() too.
QTS_TRANSLATE = re.compile(r"(^|Application\.|\bapp\.)translate$")

# Contexts whose labels stand in one dialog or one menu.
TOGETHER = {
    "QPrintWidget": "QPrintDialog",
    "QPrintSettingsOutput": "QPrintDialog",
    "QAbstractSpinBox": "QLineEdit",
}


def lost_placeholders(message: Message) -> bool:
    """Say whether a translation names other {things}, %1 or %n than its source."""
    inside = re.compile(r"\{[^{}]*\}|%\d|%L\d|%n")
    wanted = set(inside.findall(message.source))
    return any(set(inside.findall(form)) != wanted for form in message.forms)


def false_plural(message: Message) -> bool:
    """Say whether a message has plural forms without %n or the reverse.

    lupdate takes a trailing comma after the comment of tr() for a number.
    """
    return message.numerus != ("%n" in message.source)


def accelerator(text: str) -> str:
    """Name the letter behind & in a text; empty when there is none."""
    found = re.search(r"&([^&\s])", text.replace("&&", ""))
    return found[1].lower() if found else ""


def bad_accelerator(message: Message) -> bool:
    """Say whether the letter behind & is lost, new, or no plain key of the keyboard."""
    letters = [accelerator(form) for form in message.forms]
    return any(
        bool(letter) != bool(accelerator(message.source)) or not letter.isascii()
        for letter in letters
    )


def clashing_accelerators(messages: list[Message]) -> list[str]:
    """Name the different labels of one place that answer to the same letter."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for message in messages:
        text = message.forms[0]
        if letter := accelerator(text):
            place = TOGETHER.get(message.context, message.context)
            labels[place, letter].add("".join(filter(str.isalpha, text)))
    return [f"{place}: {texts}" for place, texts in labels.items() if len(texts) > 1]


def decomposed(message: Message) -> bool:
    """Say whether a translation is not in the one normal form of Vietnamese letters (NFC)."""
    return not all(unicodedata.is_normalized("NFC", form) for form in message.forms)


def untranslatable(source: str) -> list[str]:
    """Name the calls of tr() and translate() whose text lupdate cannot read: no plain literal."""
    faults = []
    called = set()
    nodes = list(ast.walk(ast.parse(source)))
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr="tr") as function, args=arguments):
                called.add(function)
                texts = arguments[:2]
            case ast.Call(func=function, args=arguments) if QTS_TRANSLATE.search(
                ast.unparse(function)
            ):
                texts = arguments[:3]
            case _:
                continue
        if not texts or not all(
            isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
        ):
            faults.append(f"line {node.lineno}: {ast.unparse(node)}")
    faults += [
        f"line {node.lineno}: lupdate does not see the texts of a tr that is passed on"
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr == "tr" and node not in called
    ]
    return faults


def unknown_to_qt(messages: list[Message], translators: list[QTranslator]) -> list[str]:
    """Name the messages that Qt never asks for: no catalogue of Qt's own has them."""
    return [
        f"{message.context}: {message.source}"
        for message in messages
        if not any(t.translate(message.context, message.source) for t in translators)
    ]


def write_catalogue(path: Path, *messages: str) -> Path:
    """Write a catalogue with one context, Panel."""
    context = f"<context><name>Panel</name>{''.join(messages)}</context>" if messages else ""
    path.write_text(f'<TS version="2.1" language="vi_VN">{context}</TS>', encoding="utf-8")
    return path


def entry(source: str, text: str, kind: str = "") -> str:
    """Write one message of a catalogue."""
    return (
        f"<message><source>{escape(source)}</source>"
        f"<translation{kind}>{escape(text)}</translation></message>"
    )


def message(source: str, *forms: str, numerus: bool = False) -> Message:
    """Make a finished message."""
    return Message("Panel", source, "", numerus, True, forms)


@CATALOGUES
def test_every_message_is_translated(catalogue: Path) -> None:
    assert words.unfinished(catalogue) == []


@pytest.mark.parametrize(
    "bad",
    [entry("Save", ""), entry("Save", "Lưu", ' type="unfinished"'), entry("Save", "", ' type="x"')],
)
def test_an_untranslated_message_is_found(tmp_path: Path, bad: str) -> None:
    catalogue = write_catalogue(tmp_path / "x.ts", entry("Open", "Mở"), bad)
    assert [m.source for m in words.unfinished(catalogue)] == ["Save"]


def test_an_empty_plural_form_is_found(tmp_path: Path) -> None:
    plural = (
        '<message numerus="yes"><source>%n task(s)</source><translation>'
        "<numerusform>%n task</numerusform><numerusform></numerusform></translation></message>"
    )
    catalogue = write_catalogue(tmp_path / "x.ts", plural)
    assert [m.source for m in words.unfinished(catalogue)] == ["%n task(s)"]


def test_the_catalogues_have_the_words_of_the_program() -> None:
    assert words.stale(words.sources(), words.VIETNAMESE, words.ENGLISH) == []


def test_new_and_lost_words_are_found(tmp_path: Path) -> None:
    module = tmp_path / "panel.py"
    module.write_text(
        "class Panel(QObject):\n"
        "    def words(self, count):\n"
        "        return self.tr('New word'), self.tr('%n vote(s)', '', count)\n",
        encoding="utf-8",
    )
    vietnamese = write_catalogue(tmp_path / "vi.ts", entry("Old word", "Từ cũ"))
    english = write_catalogue(tmp_path / "en.ts")
    assert words.stale([module], vietnamese, english) == [
        "vi.ts lacks ('Panel', '%n vote(s)', '', True)",
        "vi.ts lacks ('Panel', 'New word', '', False)",
        "vi.ts still has ('Panel', 'Old word', '', False)",
        "en.ts lacks ('Panel', '%n vote(s)', '', True)",
    ]


@CATALOGUES
def test_the_compiled_catalogue_is_fresh(catalogue: Path) -> None:
    assert not words.outdated(catalogue)


def test_an_outdated_compiled_catalogue_is_found(tmp_path: Path) -> None:
    catalogue = write_catalogue(tmp_path / "x.ts", entry("Open", "Mở"))
    assert words.outdated(catalogue)
    words.compile_catalogue(catalogue)
    assert not words.outdated(catalogue)
    write_catalogue(catalogue, entry("Open", "Mở ra"))
    assert words.outdated(catalogue)


@CATALOGUES
def test_placeholders_survive_translation(catalogue: Path) -> None:
    assert [m for m in words.read(catalogue) if lost_placeholders(m)] == []


def test_a_lost_placeholder_is_found() -> None:
    assert lost_placeholders(message("{name} absent", "{ten} vắng"))
    assert lost_placeholders(message("Undo %1", "Hoàn tác"))
    assert lost_placeholders(message("%n day(s)", "%n day", "days", numerus=True))
    assert not lost_placeholders(message("{name}, {reason}", "{reason}: {name}"))


@CATALOGUES
def test_plural_forms_are_where_a_number_is(catalogue: Path) -> None:
    assert [m for m in words.read(catalogue) if false_plural(m)] == []


def test_a_false_plural_is_found() -> None:
    assert false_plural(message("Save", "Lưu", numerus=True))
    assert false_plural(message("%n day(s)", "%n ngày"))


@VIETNAMESE
def test_accelerators_survive_translation(catalogue: Path) -> None:
    assert [m for m in words.read(catalogue) if bad_accelerator(m)] == []


def test_a_bad_accelerator_is_found() -> None:
    assert bad_accelerator(message("&Open", "Mở"))
    assert bad_accelerator(message("Open", "&Mở"))
    assert bad_accelerator(message("&Close", "&Đóng"))
    assert not bad_accelerator(message("&Open", "&Mở"))
    assert not bad_accelerator(message("Bed && board", "Ăn && ở"))


def test_no_letter_has_two_meanings_in_one_of_qts_dialogs() -> None:
    assert clashing_accelerators(words.read(words.QT_VIETNAMESE)) == []


def test_a_letter_with_two_meanings_is_found() -> None:
    clash = [message("&Copy", "&Chép"), message("&Choose", "&Chọn")]
    assert len(clashing_accelerators(clash)) == 1
    same = [message("&More <<", "&Thêm <<"), message("&More >>", "&Thêm >>")]
    assert clashing_accelerators(same) == []


@VIETNAMESE
def test_translations_are_in_one_normal_form(catalogue: Path) -> None:
    assert [m for m in words.read(catalogue) if decomposed(m)] == []


def test_decomposed_letters_are_found() -> None:
    assert decomposed(message("Open", unicodedata.normalize("NFD", "Mở")))


def test_texts_for_the_screen_are_literals() -> None:
    modules = [path for path in words.sources() if path.suffix == ".py"]
    faults = {str(p): untranslatable(p.read_text(encoding="utf-8")) for p in modules}
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    "bad",
    [
        'self.tr(f"Hello {name}")',
        "self.tr(text)",
        'self.tr("Hello " + name)',
        'self.tr("Hello {}".format(name))',
        "self.tr()",
        'QCoreApplication.translate("Kinds", kind.name)',
        'QCoreApplication.translate(context, "Excused")',
        'translate("Kinds", TEXTS[kind])',
        'speak = self.tr; self.tr("Open")',
    ],
)
def test_a_text_that_is_no_literal_is_found(bad: str) -> None:
    assert len(untranslatable(bad)) == 1


@pytest.mark.parametrize(
    "good",
    [
        'self.tr("Hello {name}").format(name=name)',
        'self.tr("%n member(s)", "", count)',
        'self.tr("One long text " "in two lines")',
        'QCoreApplication.translate("Kinds", "Excused")',
        "text.translate(TABLE)",
        "canvas.translate(x, y)",
    ],
)
def test_a_literal_is_no_fault(good: str) -> None:
    assert untranslatable(good) == []


@pytest.fixture
def vietnamese_qt(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(words.QT_VIETNAMESE.with_suffix(".qm")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("vietnamese_qt")
def test_qts_own_buttons_and_menus_speak_vietnamese() -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Hủy"
    field = QLineEdit("chữ")
    menu = field.createStandardContextMenu()
    labels = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert labels[:5] == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán"]
    menu.deleteLater()


@pytest.fixture
def translators_of_qt(qapp: QApplication) -> list[QTranslator]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translators = []
    for path in sorted(folder.glob("qtbase_*.qm")):
        translator = QTranslator()
        assert translator.load(str(path))
        translators.append(translator)
    return translators


def test_qt_knows_every_message_of_our_catalogue_for_it(
    translators_of_qt: list[QTranslator],
) -> None:
    assert unknown_to_qt(words.read(words.QT_VIETNAMESE), translators_of_qt) == []


def test_a_message_that_qt_never_asks_for_is_found(translators_of_qt: list[QTranslator]) -> None:
    wrong = Message("QPlatformTheme", "Cancle", "", False, True, ("Hủy",))
    assert unknown_to_qt([wrong], translators_of_qt) == ["QPlatformTheme: Cancle"]
