from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QRawFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

import cellsecretary.ui
from cellsecretary import paths
from cellsecretary.ui.icons import icon
from cellsecretary.ui.theme import (
    COLOURS,
    TEXT_SIZES,
    Colours,
    Scheme,
    Theme,
    current_theme,
    set_role,
    text_family,
)
from tests.ui.contrast import contrast, rgb

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TEXT_ON_GROUND = [
    *[("ink", ground) for ground in ("ground", "card", "rail", "selected", "hover")],
    *[("ink", f"{state}_ground") for state in ("good", "care", "bad", "none")],
    *[("quiet", ground) for ground in ("ground", "card", "hover")],
    ("quiet_rail", "rail"),
    ("card", "ink"),  # tips
    ("on_focus", "focus"),  # chosen text
    *[("focus", ground) for ground in ("ground", "card")],  # links
    ("on_action", "action"),
    ("on_action", "action_hover"),
    *[(state, f"{state}_ground") for state in ("good", "care", "bad", "none")],
    *[(state, ground) for state in ("good", "care", "bad") for ground in ("card", "ground")],
]
DISABLED_ON_GROUND = [("disabled", ground) for ground in ("ground", "card", "none_ground")]
CONTROL_ON_GROUND = [
    *[("field_line", ground) for ground in ("ground", "card", "rail", "desk", "selected")],
    *[("focus", ground) for ground in ("ground", "card", "rail", "desk", "selected")],
    *[("action", ground) for ground in ("ground", "card")],
    ("good", "none_ground"),  # how far something is
    ("ink", "ground"),
]


def ratio_of(colours: Colours, one: str, other: str) -> float:
    return contrast(rgb(getattr(colours, one)), rgb(getattr(colours, other)))


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_every_text_has_a_contrast_of_seven_to_one(scheme: Scheme) -> None:
    colours = COLOURS[scheme]
    for text, ground in TEXT_ON_GROUND:
        ratio = ratio_of(colours, text, ground)
        assert ratio >= 7, f"{text} on {ground}: {ratio:.1f}"


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_what_answers_to_nothing_now_can_still_be_read(scheme: Scheme) -> None:
    for text, ground in DISABLED_ON_GROUND:
        ratio = ratio_of(COLOURS[scheme], text, ground)
        assert ratio >= 4.5, f"{text} on {ground}: {ratio:.1f}"


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_every_control_has_a_contrast_of_three_to_one(scheme: Scheme) -> None:
    colours = COLOURS[scheme]
    for control, ground in CONTROL_ON_GROUND:
        ratio = ratio_of(colours, control, ground)
        assert ratio >= 3, f"{control} on {ground}: {ratio:.1f}"


def test_the_measure_of_contrast_knows_the_two_ends() -> None:
    assert contrast(0x000000, 0xFFFFFF) == pytest.approx(21, abs=0.01)
    assert contrast(0x777777, 0x777777) == pytest.approx(1)


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_every_token_is_a_colour(scheme: Scheme) -> None:
    assert all(QColor(getattr(COLOURS[scheme], field.name)).isValid() for field in fields(Colours))


@pytest.mark.parametrize("scale", TEXT_SIZES)
def test_targets_never_fall_below_44_pixels(scale: int) -> None:
    theme = Theme(scale)
    assert theme.target >= 44
    assert theme.row_height >= 44
    assert theme.next_target >= 52
    assert theme.scroll_width >= 16


def test_the_style_sheet_is_filled_in_completely(themed: QApplication) -> None:
    sheet = Theme().stylesheet("images")
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_text_sizes_end_at_their_ends() -> None:
    assert Theme(200).larger() == Theme(200)
    assert Theme(100).smaller() == Theme(100)
    assert Theme(100).larger().smaller() == Theme(100)


@pytest.mark.parametrize("scale", TEXT_SIZES)
def test_the_text_size_reaches_living_widgets(
    themed: QApplication, qtbot: QtBot, scale: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    kinds = (QLabel, QPushButton, QLineEdit, QComboBox, QSpinBox, QCheckBox, QTableView)
    widgets = [kind() for kind in kinds]
    for widget in widgets:
        box.addWidget(widget)
    dialog = QDialog(window)
    menu = QMenu(window)
    window.show()

    Theme(scale).apply(themed)

    for child in [dialog, menu, *window.findChildren(QWidget)]:
        child.ensurePolished()
        assert child.font().pointSizeF() == pytest.approx(14 * scale / 100)
    clickable = (QPushButton, QLineEdit, QComboBox, QSpinBox, QCheckBox)
    for widget in widgets:
        if isinstance(widget, clickable):
            assert widget.sizeHint().height() >= Theme(scale).target
            assert widget.sizeHint().height() > QFontMetrics(widget.font()).height()


def test_roles_take_their_step_of_the_type_scale(themed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("12")
    qtbot.addWidget(label)
    for role, points in (("small", 12), ("heading", 16), ("title", 18), ("number", 28)):
        set_role(label, role)
        assert label.font().pointSizeF() == points


def test_focus_moves_nothing(themed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    roles = ("", "next", "primary", "plain", "rail", "step", "choice")
    buttons = [QPushButton(role) for role in roles]
    field = QLineEdit()
    for button in buttons:
        button.setProperty("role", button.text())
        box.addWidget(button)
    box.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for widget in [*buttons, field]:
        widget.clearFocus()
        before = (widget.sizeHint(), widget.geometry())
        widget.setFocus()
        assert widget.hasFocus()
        assert (widget.sizeHint(), widget.geometry()) == before


def test_the_theme_travels_with_the_application(themed: QApplication) -> None:
    Theme(150, "dark").apply(themed)
    assert current_theme() == Theme(150, "dark")


def test_the_screen_font_knows_vietnamese(themed: QApplication) -> None:
    font = QRawFont.fromFont(Theme().font())
    assert font.familyName() == text_family()
    assert all(font.supportsCharacter(ord(letter)) for letter in "ăâđêôơưẳẵặẩẫậểễệổỗộởỡợửữựỷỹỵ")


def test_every_icon_can_be_drawn_and_shows_something(themed: QApplication) -> None:
    files = sorted(paths.resource("icons").glob("*.svg"))
    assert len(files) >= 35
    for file in files:
        image = icon(file.stem).pixmap(28, 28).toImage()
        inked = sum(
            image.pixelColor(x, y).alpha() > 0
            for x in range(image.width())
            for y in range(image.height())
        )
        assert inked > 20, file.name


def test_every_icon_that_is_asked_for_is_there() -> None:
    asked: set[str] = set()
    for form in paths.form("start").parent.glob("*.ui"):
        text = form.read_text("utf-8")
        asked |= set(re.findall(r'name="icon_name"[^>]*><string[^>]*>(\w+)</string>', text))
    for module in Path(cellsecretary.ui.__file__).parent.rglob("*.py"):
        text = module.read_text("utf-8")
        asked |= set(re.findall(r'\bicon\("(\w+)"', text))
        asked |= set(re.findall(r'"icon_name", "(\w+)"', text))
        asked |= set(re.findall(r'_add\("(\w+)", self', text))
    assert len(asked) >= 30
    have = {file.stem for file in paths.resource("icons").glob("*.svg")}
    assert asked <= have, asked - have


def test_icons_are_one_family() -> None:
    for file in sorted(paths.resource("icons").glob("*.svg")):
        text = file.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in text, file.name
        assert 'stroke="currentColor" stroke-width="2" stroke-linecap="round"' in text, file.name


def test_buttons_get_their_icons_in_the_colours_of_a_new_scheme(
    themed: QApplication, qtbot: QtBot
) -> None:
    button = QPushButton("Hoàn tác")
    qtbot.addWidget(button)
    button.setProperty("icon_name", "undo")
    button.show()
    for scheme in get_args(Scheme):
        Theme(100, scheme).apply(themed)
        image = button.icon().pixmap(28, 28).toImage()
        drawn = [
            image.pixelColor(x, y).name().upper()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        ]
        assert COLOURS[scheme].ink.upper() in drawn
