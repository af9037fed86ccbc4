from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

import cellsecretary.ui
from cellsecretary import paths
from cellsecretary.ui.field_button import ClearButton
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form, FormError, FormFault
from cellsecretary.ui.panels.members import MembersForm
from tests.ui.form_faults import form_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

GOOD = """
<item><widget class="QLabel" name="name_label">
  <property name="text"><string>Name</string></property>
  <property name="buddy"><cstring>name_edit</cstring></property></widget></item>
<item><widget class="QLineEdit" name="name_edit"/></item>
<item><widget class="GrowingTextEdit" name="opinion_text">
  <property name="accessibleName"><string>Opinion</string></property></widget></item>
<item><widget class="QPushButton" name="next_button">
  <property name="role" stdset="0"><string notr="true">next</string></property>
  <property name="icon_name" stdset="0"><string notr="true">next</string></property>
  <property name="text"><string>On</string></property></widget></item>
"""


def written(items: str) -> str:
    return (
        '<ui version="4.0"><class>PersonForm</class><widget class="QWidget" name="person_panel">'
        f'<layout class="QVBoxLayout">{items}</layout></widget></ui>'
    )


@pytest.fixture
def write_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a form where the program looks for `person`."""
    path = tmp_path / "person.ui"
    monkeypatch.setattr(paths, "form", lambda name: path)

    def write(items: str) -> Path:
        path.write_text(written(items), "utf-8")
        return path

    return write


class PersonForm(Form):
    form = "person"
    name_edit: QLineEdit
    opinion_text: GrowingTextEdit
    next_button: QPushButton


class MissingNameForm(Form):
    form = "person"
    nmae_edit: QLineEdit


class WrongTypeForm(Form):
    form = "person"
    name_edit: QPushButton


class NotAWidgetForm(Form):
    form = "person"
    count: int


@pytest.fixture
def host(themed: QApplication, qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_form_fills_its_host_and_binds_its_names(
    write_form: Callable[[str], Path], host: QWidget
) -> None:
    write_form(GOOD)
    form = PersonForm(host)
    assert isinstance(form.name_edit, QLineEdit)
    assert isinstance(form.opinion_text, GrowingTextEdit)
    assert form.root.parent() is host
    layout = host.layout()
    assert layout is not None
    assert layout.contentsMargins().left() == 0
    assert not form.next_button.icon().isNull()
    label = host.findChild(QLabel, "name_label")
    assert label is not None
    assert label.buddy() is form.name_edit


@pytest.mark.parametrize(
    ("form", "fault", "name"),
    [
        (MissingNameForm, FormFault.MISSING_WIDGET, "nmae_edit"),
        (WrongTypeForm, FormFault.WRONG_TYPE, "name_edit"),
        (NotAWidgetForm, FormFault.BAD_ANNOTATION, "count"),
    ],
)
def test_a_wrong_annotation_fails_at_load_and_names_form_and_widget(
    write_form: Callable[[str], Path],
    host: QWidget,
    form: type[Form],
    fault: FormFault,
    name: str,
) -> None:
    write_form(GOOD)
    with pytest.raises(FormError) as caught:
        form(host)
    assert (caught.value.fault, caught.value.form, caught.value.name) == (fault, "person", name)
    assert "person" in str(caught.value)
    assert name in str(caught.value)


@pytest.mark.no_qt_log
def test_a_file_that_is_no_form_is_named(write_form: Callable[[str], Path], host: QWidget) -> None:
    write_form("").write_text("no form", "utf-8")
    with pytest.raises(FormError) as caught:
        PersonForm(host)
    assert caught.value.fault is FormFault.UNREADABLE
    assert caught.value.name == "person.ui"


def test_a_missing_form_is_named(host: QWidget) -> None:
    with pytest.raises(paths.MissingFile, match=r"person\.ui"):
        PersonForm(host)


def test_a_form_speaks_the_new_language_at_once(
    write_form: Callable[[str], Path], host: QWidget, themed: QApplication
) -> None:
    class Shouting(QTranslator):
        def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
            return False

        def translate(self, context: str, text: str, *_: object) -> str:
            return text.upper() if context == "PersonForm" else ""

    write_form(GOOD)
    form = PersonForm(host)
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    try:
        themed.processEvents()
        assert form.next_button.text() == "ON"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_gaps_come_from_the_theme(write_form: Callable[[str], Path], host: QWidget) -> None:
    card = (
        '<item><widget class="QFrame" name="side_card">'
        '<property name="role" stdset="0"><string notr="true">card</string></property>'
        '<layout class="QHBoxLayout"/></widget></item>'
    )
    write_form(GOOD + card)
    form = PersonForm(host)
    root = form.root.layout()
    inner = form.root.findChild(QHBoxLayout)
    assert root is not None
    assert inner is not None
    assert (root.spacing(), root.contentsMargins().left()) == (12, 0)
    assert (inner.spacing(), inner.contentsMargins().left()) == (8, 16)


# The forms of the program


def program_forms() -> list[type[Form]]:
    for module in pkgutil.walk_packages(cellsecretary.ui.__path__, "cellsecretary.ui."):
        importlib.import_module(module.name)
    ours = [form for form in subclasses(Form) if form.__module__.startswith("cellsecretary.")]
    return [form for form in ours if hasattr(form, "form")]


def subclasses(kind: type[Form]) -> Iterator[type[Form]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from subclasses(sub)


def form_files() -> list[Path]:
    return sorted((paths.resource().parent / "forms").glob("*.ui"))


def unmatched(files: list[str], classes: list[str]) -> list[str]:
    return [
        *(f"{name}: loaded by no class" for name in files if name not in classes),
        *(f"{name}: no such file" for name in classes if name not in files),
        *(f"{name}: loaded twice" for name in sorted(set(classes)) if classes.count(name) > 1),
    ]


def test_every_form_is_loaded_by_exactly_one_class() -> None:
    files = [path.stem for path in form_files()]
    assert unmatched(files, [form.form for form in program_forms()]) == []


@pytest.mark.parametrize("form", program_forms(), ids=lambda form: form.form)
def test_every_form_of_the_program_fits_its_class(form: type[Form], host: QWidget) -> None:
    loaded = form(host)
    for name, kind in form.expected().items():
        assert isinstance(getattr(loaded, name), kind)
        assert isinstance(getattr(loaded, name), QObject)


@pytest.mark.parametrize("path", form_files(), ids=lambda path: path.stem)
def test_every_form_of_the_program_is_well_made(path: Path) -> None:
    assert form_faults(path) == []


@pytest.mark.parametrize("form", program_forms(), ids=lambda form: form.form)
def test_every_form_names_its_class_as_context_of_translation(form: type[Form]) -> None:
    assert f"<class>{form.__name__}</class>" in paths.form(form.form).read_text("utf-8")


# Each check, seen to fail on a planted fault


def test_a_form_without_faults_has_none(write_form: Callable[[str], Path]) -> None:
    assert form_faults(write_form(GOOD)) == []


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        (
            '<item><layout class="QVBoxLayout">' * 6 + "</layout></item>" * 6,
            "7 layouts inside each other",
        ),
        ('<item><widget class="QFrame" name="sideFrame"/></item>', "sideFrame: no purpose_kind"),
        ('<item><widget class="QFrame" name="side"/></item>', "side: no purpose_kind"),
        ('<item><widget class="QFrame" name="person_panel"/></item>', "person_panel: named twice"),
        ('<item><widget class="QLabel" name="sum_label"/></item>', "sum_label: says nothing"),
        (
            '<item><widget class="QLabel" name="sum_label">'
            '<property name="text"><string/></property></widget></item>',
            "sum_label.text: empty, and not notr",
        ),
        (
            '<item><widget class="QFrame" name="side_frame"><property name="styleSheet">'
            '<string notr="true">color: red</string></property></widget></item>',
            "side_frame: styleSheet belongs to the theme",
        ),
        (
            '<item><widget class="QPushButton" name="more_button">'
            '<property name="text"><string>More</string></property>'
            '<property name="role" stdset="0"><string notr="true">next</string></property>'
            "</widget></item>",
            "more than one next step",
        ),
        (
            '<item><widget class="QComboBox" name="post_box"/></item>',
            "post_box: neither a label as buddy nor an accessible name",
        ),
    ],
)
def test_a_planted_fault_is_found(
    write_form: Callable[[str], Path], planted: str, fault: str
) -> None:
    assert form_faults(write_form(GOOD + planted)) == [fault]


def test_a_form_without_class_and_a_class_without_form_are_found() -> None:
    assert unmatched(["lost"], []) == ["lost: loaded by no class"]
    assert unmatched([], ["lost"]) == ["lost: no such file"]
    assert unmatched(["one"], ["one", "one"]) == ["one: loaded twice"]


def test_a_search_is_cleared_by_the_button_in_it(
    themed: QApplication, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    form = MembersForm(host)
    host.resize(900, 500)
    with qtbot.waitExposed(host):
        host.show()
    field = form.search_edit
    (button,) = field.findChildren(ClearButton)
    assert not button.isVisible()
    type_text(field, "Lò")
    assert button.isVisible()
    middle = button.geometry().center().y() - field.rect().center().y()
    assert abs(middle) <= 1
    assert button.height() >= field.height() - 8, "as large as the field"
    assert button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not button.isVisible()
