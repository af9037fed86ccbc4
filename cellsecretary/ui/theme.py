"""The look in one place: colours, type scale, spacing, sizes, and how they reach the widgets."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from cellsecretary import paths
from cellsecretary.own_files import rewrite
from cellsecretary.ui.stylesheet import build_stylesheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Scheme = Literal["light", "dark", "contrast"]

TEXT_SIZES: Final = (100, 125, 150, 175, 200)
POINTS: Final = {"base": 14, "small": 12, "heading": 16, "title": 18, "number": 28}
SPACES: Final = (4, 8, 12, 16, 24)
FALLBACK_FAMILY: Final = "Liberation Sans"
GENERIC_FAMILIES: Final = {"", "sans serif", "sans", "sans-serif", "helvetica"}


@dataclass(frozen=True)
class Colours:
    """The colours of one scheme, named for their use."""

    ground: str
    card: str
    rail: str
    desk: str
    ink: str
    quiet: str
    quiet_rail: str
    disabled: str
    action: str
    action_hover: str
    on_action: str
    good: str
    good_ground: str
    care: str
    care_ground: str
    bad: str
    bad_ground: str
    none: str
    none_ground: str
    line: str
    field_line: str
    focus: str
    on_focus: str
    selected: str
    hover: str


COLOURS: Final[dict[Scheme, Colours]] = {
    "light": Colours(
        ground="#FAF8F4",
        card="#FFFFFF",
        rail="#F1ECE2",
        desk="#E7E0D2",
        ink="#1C1B19",
        quiet="#55504A",
        quiet_rail="#4A453F",
        disabled="#6A655D",
        action="#8E1B1B",
        action_hover="#741414",
        on_action="#FFFFFF",
        good="#084A3E",
        good_ground="#E3F2EE",
        care="#5A3B00",
        care_ground="#FBF0D6",
        bad="#7A1515",
        bad_ground="#FBE7E5",
        none="#3F3B36",
        none_ground="#ECE8E0",
        line="#D8D2C6",
        field_line="#807869",
        focus="#094BB5",
        on_focus="#FFFFFF",
        selected="#E7E0D2",
        hover="#F4F0E8",
    ),
    "dark": Colours(
        ground="#191816",
        card="#232220",
        rail="#2B2926",
        desk="#45413A",
        ink="#F5F2EB",
        quiet="#CCC6BB",
        quiet_rail="#D3CDC2",
        disabled="#ABA59A",
        action="#F2B8B5",
        action_hover="#F8D2D0",
        on_action="#410E0B",
        good="#A8E6D3",
        good_ground="#0F3B32",
        care="#F5D68F",
        care_ground="#3C2E08",
        bad="#FBC5C0",
        bad_ground="#4A1513",
        none="#DDD7CB",
        none_ground="#3A3733",
        line="#4A463F",
        field_line="#968E81",
        focus="#8AB4F8",
        on_focus="#10203A",
        selected="#45413A",
        hover="#302E2A",
    ),
    "contrast": Colours(
        ground="#000000",
        card="#000000",
        rail="#000000",
        desk="#1A1A1A",
        ink="#FFFFFF",
        quiet="#FFFFFF",
        quiet_rail="#FFFFFF",
        disabled="#B8B8B8",
        action="#FFD60A",
        action_hover="#FFE866",
        on_action="#000000",
        good="#7CFFB2",
        good_ground="#00210F",
        care="#FFE08A",
        care_ground="#2B2000",
        bad="#FFB3AD",
        bad_ground="#360000",
        none="#FFFFFF",
        none_ground="#2A2A2A",
        line="#9A9A9A",
        field_line="#FFFFFF",
        focus="#4CC9FF",
        on_focus="#000000",
        selected="#003A66",
        hover="#262626",
    ),
}


@dataclass(frozen=True)
class Theme:
    """One text size and one colour scheme; sizes grow with the text, spaces and lines do not."""

    scale: int = 100
    scheme: Scheme = "light"

    @property
    def colours(self) -> Colours:
        """Give the colours of the scheme."""
        return COLOURS[self.scheme]

    def colour(self, token: str) -> QColor:
        """Give the colour of a token, such as `ink` or `good_ground`."""
        return QColor(getattr(self.colours, token))

    def points(self, step: str = "base") -> float:
        """Give a step of the type scale (`base small heading title number`) in points."""
        return POINTS[step] * self.scale / 100

    def font(self, step: str = "base", *, bold: bool = False) -> QFont:
        """Give the font of a step for what is painted by hand."""
        font = QFont(text_family())
        font.setPointSizeF(self.points(step))
        font.setBold(bold)
        return font

    def space(self, step: int) -> int:
        """Give step 1 to 5 of the spaces, in pixels."""
        return SPACES[step - 1]

    def grown(self, pixels: int) -> int:
        """Scale a size that belongs to the text, such as an icon."""
        return round(pixels * self.scale / 100)

    @property
    def target(self) -> int:
        """The least height of anything to click: the room around the text does not grow."""
        return 44 + self.grown(22) - 22

    @property
    def next_target(self) -> int:
        """The height of the one button for the next step."""
        return self.target + 8

    @property
    def row_height(self) -> int:
        """The height of a table row of one line."""
        return self.target

    @property
    def icon_size(self) -> int:
        """The side of an icon beside text: 24 drawn, and air that keeps it off the word."""
        return self.grown(28)

    @property
    def indicator_size(self) -> int:
        """The side of a check box."""
        return self.grown(24)

    @property
    def scroll_width(self) -> int:
        """The width of a scroll bar."""
        return 14 + self.grown(4)

    @property
    def corner(self) -> int:
        """The radius of cards and buttons."""
        return 8

    @property
    def focus_width(self) -> int:
        """The width of the ring around what has the keyboard."""
        return 3

    def larger(self) -> Theme:
        """Step the text size up, as far as it goes."""
        return self._stepped(1)

    def smaller(self) -> Theme:
        """Step the text size down, as far as it goes."""
        return self._stepped(-1)

    def stylesheet(self, images: str = "") -> str:
        """Write the style sheet of the whole program; `images` is the folder of control images."""
        return build_stylesheet(self, text_family(), images)

    def apply(self, app: QApplication) -> None:
        """Give this look to every widget that exists or will exist.

        The theme travels with the application, as its font and palette do: `current_theme`.
        """
        if app.style().name().casefold() != "fusion":
            app.setStyle("Fusion")
        app.setProperty(_THEME, self)
        app.setPalette(self._palette())
        images = app.findChild(_ControlImages) or _ControlImages(app)
        # The style sheet sets the font of widgets; the application font is for painted text.
        app.setFont(self.font())
        app.setStyleSheet(self.stylesheet(images.write(self)))
        from cellsecretary.ui.icons import recolour  # icons are coloured from this module

        for widget in app.allWidgets():
            recolour(widget)

    def _stepped(self, by: int) -> Theme:
        place = TEXT_SIZES.index(self.scale) + by
        return Theme(TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)], self.scheme)

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "ground",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "card",
            QPalette.ColorRole.AlternateBase: "ground",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.PlaceholderText: "quiet",
            QPalette.ColorRole.Button: "card",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.BrightText: "on_action",
            QPalette.ColorRole.Highlight: "focus",
            QPalette.ColorRole.HighlightedText: "on_focus",
            QPalette.ColorRole.Link: "focus",
            QPalette.ColorRole.ToolTipBase: "ink",
            QPalette.ColorRole.ToolTipText: "card",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Dark: "field_line",
            QPalette.ColorRole.Light: "card",
            QPalette.ColorRole.Accent: "focus",
        }
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette


def current_theme() -> Theme:
    """Give the theme that was applied to the application."""
    app = QApplication.instance()
    theme = app.property(_THEME) if app is not None else None
    return theme if isinstance(theme, Theme) else Theme()


def set_role(widget: QWidget, role: str) -> None:
    """Change the role of a widget, such as `chip_good`, and show it at once."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    from cellsecretary.ui.icons import put_icon  # icons are coloured from this module

    put_icon(widget)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def text_family() -> str:
    """Choose the screen font: the system's own when it knows Vietnamese, else the bundled one."""
    return _family_beside(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family())


@cache
def _family_beside(system: str) -> str:
    """Give the system's family or the bundled one; which fonts there are takes long to ask."""
    speaks = QFontDatabase.WritingSystem.Vietnamese in QFontDatabase.writingSystems(system)
    if speaks and system.casefold() not in GENERIC_FAMILIES:
        return system
    for style in ("Regular", "Bold"):
        font_file = paths.resource("fonts", f"LiberationSans-{style}.ttf")
        QFontDatabase.addApplicationFont(str(font_file))
    return FALLBACK_FAMILY


class _ControlImages(QObject):
    """The images of check boxes and arrows, in a folder of their own: a style sheet reads files."""

    def __init__(self, app: QApplication) -> None:
        from cellsecretary.store.private import PassingFolder  # its room takes long to read

        super().__init__(app)
        self._folder = PassingFolder()

    def write(self, theme: Theme) -> str:
        """Write the images of a scheme; their path up to the scheme's name."""
        colours = asdict(theme.colours)
        for template in sorted(paths.resource("icons", "controls").glob("*.svg")):
            image = self._folder.path / f"{theme.scheme}_{template.name}"
            drawn = Template(template.read_text("utf-8")).substitute(colours)
            with rewrite(image) as file:
                file.write(drawn)
        return (self._folder.path / theme.scheme).as_posix()


_THEME: Final = "cellsecretary_theme"
