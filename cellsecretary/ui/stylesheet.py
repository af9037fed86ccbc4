"""The style sheet of the program, written from the values of a theme."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cellsecretary.ui.theme import Theme

FIELDS = "QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit"


def build_stylesheet(theme: Theme, family: str, images: str) -> str:
    """Write the style sheet; `images` is the path of the control images up to the scheme's name."""
    parts = (
        _text(theme, family),
        _grounds(theme),
        _buttons(theme),
        _places(theme),
        _fields(theme, images),
        _indicators(theme, images),
        _views(theme, images),
        _rest(theme, images),
        _states(theme),
    )
    return "\n".join(parts)


def _filled(template: str, theme: Theme, **values: object) -> str:
    """Put values into a template whose places are written @name@, since QSS is full of braces."""
    for name, value in {**asdict(theme.colours), **values}.items():
        template = template.replace(f"@{name}@", str(value))
    return template


def _text(theme: Theme, family: str) -> str:
    sizes = {
        step: f"{theme.points(step):g}pt"
        for step in ("base", "small", "heading", "title", "number")
    }
    return _filled(
        """
        * { font-family: "@family@"; font-size: @base@; }
        QLabel[role="title"] { font-size: @title@; font-weight: bold; }
        QLabel[role="heading"], QGroupBox[role="heading"] {
            font-size: @heading@; font-weight: bold; }
        QLabel[role="strong"] { font-weight: bold; }
        QLabel[role="number"] { font-size: @number@; font-weight: bold; }
        QLabel[role="quiet"] { color: @quiet@; }
        QLabel[role="small"] { color: @quiet@; font-size: @small@; }
        QFrame[role="rail"] QLabel[role="quiet"], QFrame[role="rail"] QLabel[role="small"] {
            color: @quiet_rail@; }
        """,
        theme,
        family=family,
        **sizes,
    )


def _grounds(theme: Theme) -> str:
    return _filled(
        """
        QMainWindow, QDialog { background: @ground@; }
        QFrame[role="card"] { background: @card@; border: 1px solid @line@;
            border-radius: @corner@px; }
        QFrame[role="card_current"] { background: @card@; border: 2px solid @ink@;
            border-radius: @corner@px; }
        QFrame[role="desk"] { background: @desk@; border: 1px solid @line@;
            border-radius: @corner@px; }
        QFrame[role="top"] { background: @card@; border: none; border-bottom: 1px solid @line@; }
        QFrame[role="rail"] { background: @rail@; border: none; border-right: 1px solid @line@; }
        QFrame[role="act"] { background: @none_ground@; border: none; border-radius: @corner@px; }
        QFrame[role="act"] QLabel { color: @none@; padding: 0 4px 0 12px; }
        QFrame[role="line"] { background: @line@; border: none; max-height: 1px;
            min-height: 1px; }
        QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {
            background: transparent; border: none; }
        QStackedWidget { background: transparent; }
        QSplitter::handle { background: transparent; width: @gap@px; height: @gap@px; }
        """,
        theme,
        corner=theme.corner,
        gap=theme.space(3),
    )


def _buttons(theme: Theme) -> str:
    return _filled(
        """
        QPushButton, QToolButton { background: @card@; color: @ink@; outline: none;
            border: 1px solid @field_line@; border-radius: @corner@px;
            padding: 4px 16px; min-height: @inner@px; icon-size: @icon@px; }
        QToolButton { padding: 4px 8px; }
        QPushButton:hover, QToolButton:hover { background: @hover@; }
        QPushButton:pressed, QToolButton:pressed { background: @selected@; }
        QPushButton:checked, QToolButton:checked { border: 2px solid @ink@;
            padding: 3px 15px; font-weight: bold; }
        QToolButton:checked { padding: 3px 7px; }
        QPushButton:disabled, QToolButton:disabled { color: @disabled@;
            background: @ground@; border-color: @line@; }
        QPushButton:focus, QToolButton:focus { border: 3px solid @focus@; padding: 2px 14px; }
        QToolButton:focus { padding: 2px 6px; }
        /* Two pixels more than the outline that was there: the ring is seen without its colour. */
        QPushButton:checked:focus { border: 4px solid @focus@; padding: 1px 13px; }
        QToolButton:checked:focus { border: 4px solid @focus@; padding: 1px 5px; }
        QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

        QPushButton[role="primary"] { border: 2px solid @ink@; font-weight: bold;
            padding: 3px 15px; }
        QPushButton[role="primary"]:disabled { border-color: @line@; }
        QPushButton[role="primary"]:focus { border: 4px solid @focus@; padding: 1px 13px; }

        QPushButton[role="next"] { background: @action@; color: @on_action@; font-weight: bold;
            border: 1px solid @action@; padding: 4px 20px; min-height: @next_inner@px; }
        QPushButton[role="next"]:hover, QPushButton[role="next"]:pressed {
            background: @action_hover@; }
        QPushButton[role="next"]:disabled { background: @none_ground@; color: @disabled@;
            border-color: @line@; }
        /* A seam of the ground within the ring, else it would vanish on the red. */
        QPushButton[role="next"]:focus { border: 6px double @focus@; padding: 0 15px;
            min-height: @next_seam@px; background-clip: padding; }

        QPushButton[role="plain"], QToolButton[role="plain"], QPushButton[role="name"] {
            background: transparent; border: 1px solid transparent; text-align: left;
            padding: 4px 8px; }
        QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover,
        QPushButton[role="name"]:hover { background: @hover@; }
        QPushButton[role="plain"]:focus, QToolButton[role="plain"]:focus,
        QPushButton[role="name"]:focus { border: 3px solid @focus@; padding: 2px 6px; }
        QPushButton[role="name"], QPushButton[role="name"]:disabled { color: @ink@;
            font-weight: bold; }

        QToolButton[role="inside"] { background: transparent; border: none; padding: 0;
            min-height: 0; }
        QToolButton[role="inside"]:hover { background: @hover@; }

        QPushButton[role="count"] { padding: 4px 8px; font-size: @small@;
            icon-size: @count_icon@px; }
        QPushButton[role="count"]:checked { padding: 3px 7px; }
        QPushButton[role="count"]:focus { padding: 2px 6px; }
        QPushButton[role="count"]:checked:focus { padding: 1px 5px; }

        QPushButton[role="choice"] { text-align: left; padding: 11px 16px; font-weight: bold; }
        QPushButton[role="choice"]:focus { padding: 9px 14px; }
        """,
        theme,
        corner=theme.corner,
        icon=theme.icon_size,
        count_icon=theme.grown(22),
        small=f"{theme.points('small'):g}pt",
        inner=theme.target - 10,
        next_inner=theme.next_target - 10,
        next_seam=theme.next_target - 12,
    )


def _places(theme: Theme) -> str:
    """Write the buttons that say where one is: side rail and steps."""
    return _filled(
        """
        QPushButton[role="rail"] { background: transparent; border: 1px solid transparent;
            text-align: left; padding: 4px 12px; min-height: @rail_inner@px; }
        QPushButton[role="rail"]:hover { background: @selected@; }
        QPushButton[role="rail"]:checked { background: @card@; border: 2px solid @ink@;
            padding: 3px 11px; font-weight: bold; }
        QPushButton[role="rail"]:focus { border: 3px solid @focus@; padding: 2px 10px; }
        QPushButton[role="rail"]:checked:focus { border: 4px solid @focus@; padding: 1px 9px; }

        QPushButton[role="step"] { border: 1px solid @field_line@; text-align: left;
            padding: 4px 12px; }
        QPushButton[role="step"]:hover { background: @hover@; }
        QPushButton[role="step"]:checked { border: 2px solid @ink@; padding: 3px 11px;
            font-weight: bold; }
        QPushButton[role="step"]:focus { border: 3px solid @focus@; padding: 2px 10px; }
        QPushButton[role="step"]:checked:focus { border: 4px solid @focus@; padding: 1px 9px; }
        """,
        theme,
        rail_inner=theme.target - 2,
    )


def _fields(theme: Theme, images: str) -> str:
    return _filled(
        """
        @fields@ { background: @card@; color: @ink@; border: 1px solid @field_line@;
            border-radius: @corner@px; padding: 4px 12px;
            selection-background-color: @focus@; selection-color: @on_focus@;
            placeholder-text-color: @quiet@; }
        /* A least height in a style sheet goes before the height that long text asks for. */
        QLineEdit, QComboBox, QAbstractSpinBox { min-height: @inner@px; }
        QPlainTextEdit, QTextEdit { padding: 8px 8px; }
        QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
            border: 3px solid @focus@; padding: 2px 10px; }
        QPlainTextEdit:focus, QTextEdit:focus { border: 3px solid @focus@; padding: 6px 6px; }
        QLineEdit:read-only, QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"],
        QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
        QPlainTextEdit:disabled { background: @ground@; border-color: @line@; }
        QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @disabled@; }
        QLineEdit:read-only:focus, QPlainTextEdit[readOnly="true"]:focus,
        QTextEdit[readOnly="true"]:focus { border-color: @focus@; }
        /* What was typed is no answer yet: kept, and marked. */
        QLineEdit[role="bad"], QComboBox[role="bad"], QAbstractSpinBox[role="bad"] {
            color: @bad@; background: @bad_ground@; border: 2px solid @bad@; padding: 3px 11px;
            placeholder-text-color: @bad@; }
        QLineEdit[role="bad"]:focus, QComboBox[role="bad"]:focus,
        QAbstractSpinBox[role="bad"]:focus { border: 3px solid @focus@; padding: 2px 10px; }
        QPlainTextEdit[role="bad"] { color: @bad@; background: @bad_ground@;
            border: 2px solid @bad@; padding: 7px 7px; placeholder-text-color: @bad@; }
        QPlainTextEdit[role="bad"]:focus { border: 3px solid @focus@; padding: 6px 6px; }
        QWidget[role="note"] QLabel { color: @bad@; }
        /* The line editor inside a spin box or combo box has no frame of its own. */
        QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
        QComboBox QLineEdit:focus { border: none; padding: 0 8px; min-height: 0;
            background: transparent; }
        QAbstractItemView QLineEdit { border-radius: 0; padding: 0 6px; min-height: 0; }

        QComboBox { combobox-popup: 0; }
        QComboBox::drop-down, QDateTimeEdit::drop-down { subcontrol-origin: border;
            subcontrol-position: right center; width: @side@px; border: none; }
        /* Minus and plus at the ends can be hit; two halves of a small arrow pair cannot. */
        QAbstractSpinBox::up-arrow {
            image: url(@images@_plus.svg); width: @arrow@px; height: @arrow@px; }
        QAbstractSpinBox::down-arrow {
            image: url(@images@_minus.svg); width: @arrow@px; height: @arrow@px; }
        QComboBox::down-arrow, QDateTimeEdit[calendarPopup="true"]::down-arrow {
            image: url(@images@_arrow_down.svg); width: @arrow@px; height: @arrow@px; }
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
            width: @target@px; height: @target@px; border: none; }
        QAbstractSpinBox::up-button { subcontrol-position: right center; }
        QAbstractSpinBox::down-button { subcontrol-position: left center; }
        QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {
            background: @hover@; border-radius: 5px; }
        QComboBox QAbstractItemView { background: @card@; border: 1px solid @field_line@;
            outline: none; padding: 4px; }
        """,
        theme,
        fields=FIELDS,
        corner=theme.corner,
        inner=theme.target - 10,
        side=theme.grown(20) + theme.space(3),
        target=theme.target - 6,
        arrow=theme.grown(16),
        images=images,
    )


def _indicators(theme: Theme, images: str) -> str:
    return _filled(
        """
        QCheckBox, QRadioButton { spacing: 8px; padding: 2px 4px; border: 1px solid transparent;
            border-radius: @corner@px; min-height: @inner@px; }
        QCheckBox:focus, QRadioButton:focus { border: 3px solid @focus@; padding: 0 2px; }
        QCheckBox:disabled, QRadioButton:disabled { color: @disabled@; }
        QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator,
        QGroupBox::indicator, QMenu::indicator { width: @side@px; height: @side@px; }
        QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked,
        QGroupBox::indicator:unchecked { image: url(@images@_check_off.svg); }
        QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,
        QGroupBox::indicator:checked, QMenu::indicator:checked {
            image: url(@images@_check_on.svg); }
        QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
            image: url(@images@_check_part.svg); }
        QMenu::indicator:exclusive:checked { image: url(@images@_radio_on.svg); }
        QMenu::indicator:exclusive:unchecked { image: url(@images@_radio_off.svg); }
        QRadioButton::indicator:unchecked { image: url(@images@_radio_off.svg); }
        QRadioButton::indicator:checked { image: url(@images@_radio_on.svg); }
        """,
        theme,
        corner=theme.corner,
        inner=theme.target - 6,
        side=theme.indicator_size,
        images=images,
    )


def _views(theme: Theme, images: str) -> str:
    return _filled(
        """
        QAbstractItemView { background: @card@; color: @ink@; border: 1px solid @line@;
            border-radius: @corner@px; gridline-color: @line@; outline: none;
            selection-background-color: @selected@; selection-color: @ink@; }
        QListView:focus, QTreeView:focus { border: 1px solid @focus@; }
        QListView::item, QTreeView::item { min-height: @row@px; padding: 2px 8px;
            border: 3px solid transparent; border-radius: @corner@px; }
        QListView::item:hover { background: @hover@; }
        /* What is chosen has a bar too: its ground alone is too faint a sign. */
        QListView::item:selected { background: @selected@; color: @ink@;
            border-left-color: @ink@; }
        QListView::item:selected:active:focus { border-color: @focus@; }
        QHeaderView { background: transparent; border: none; }
        QHeaderView::section { background: @card@; color: @quiet@; font-weight: bold;
            border: none; border-bottom: 2px solid @field_line@; padding: 8px 11px; }
        QHeaderView::section:first { border-top-left-radius: 7px; }
        QHeaderView::section:last { border-top-right-radius: 7px; }
        QHeaderView::section:only-one { border-top-left-radius: 7px;
            border-top-right-radius: 7px; }
        QHeaderView::up-arrow { image: url(@images@_arrow_up.svg); width: @arrow@px;
            height: @arrow@px; }
        QHeaderView::down-arrow { image: url(@images@_arrow_down.svg); width: @arrow@px;
            height: @arrow@px; }
        QHeaderView::section:hover { color: @ink@; }
        QTableCornerButton::section { background: @card@; border: none; }
        QScrollBar:vertical { background: transparent; width: @bar@px; margin: 0; }
        QScrollBar:horizontal { background: transparent; height: @bar@px; margin: 0; }
        QScrollBar::handle { background: @field_line@; border-radius: 5px; margin: 3px; }
        QScrollBar::handle:vertical { min-height: @target@px; }
        QScrollBar::handle:horizontal { min-width: @target@px; }
        QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @quiet@; }
        QAbstractScrollArea::corner { background: transparent; border: none; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
        """,
        theme,
        corner=theme.corner,
        row=theme.row_height - 10,
        bar=theme.scroll_width,
        target=theme.target,
        arrow=theme.grown(12),
        images=images,
    )


def _rest(theme: Theme, images: str) -> str:
    return _filled(
        """
        QMenu { menu-scrollable: 1; }
        QMenu { background: @card@; color: @ink@; border: 1px solid @field_line@; padding: 4px;
            icon-size: @icon@px; }
        QMenu::item { padding: @item_pad@px @item_end@px @item_pad@px 12px;
            border-radius: @corner@px; border: 3px solid transparent; }
        QMenu::item:selected { background: @selected@; border-color: @focus@; }
        QMenu::item:disabled { color: @disabled@; }
        QMenu::icon { padding-left: 12px; }
        QMenu::right-arrow { image: url(@images@_arrow_right.svg); width: @arrow@px;
            height: @arrow@px; right: 12px; }
        QMenu::indicator { margin-left: 12px; }
        QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
        QMenuBar::item { padding: 8px 12px; }
        QMenuBar::item:selected { background: @selected@; }
        QToolTip { background: @ink@; color: @card@; border: none; padding: 8px; }
        QGroupBox { background: transparent; border: none; margin-top: 0;
            padding-top: @title_height@px; font-weight: bold; }
        QGroupBox::title { subcontrol-origin: padding; subcontrol-position: top left; }
        QTabWidget::pane { border: 1px solid @line@; border-radius: @corner@px;
            background: @card@; padding: @menu_pad@px; }
        QTabBar::tab { background: transparent; border: 1px solid transparent;
            padding: @menu_pad@px 16px; }
        QTabBar::tab:selected { background: @card@; border: 2px solid @ink@;
            border-radius: @corner@px; font-weight: bold; }
        QTabBar::tab:selected:focus { border: 3px solid @focus@; padding: @tab_pad@px 14px; }
        QTabBar::scroller { width: @scroller@px; }
        QTabBar QToolButton { background: @card@; border: 1px solid @field_line@; padding: 0;
            min-height: 0; }
        QTabBar QToolButton::left-arrow { image: url(@images@_arrow_left.svg); }
        QTabBar QToolButton::right-arrow { image: url(@images@_arrow_right.svg); }
        QProgressBar { background: @none_ground@; border: 1px solid @field_line@;
            border-radius: @corner@px; min-height: @bar@px; text-align: center; }
        QProgressBar::chunk { background: @good@; border-radius: @corner@px; }
        QCalendarWidget QToolButton { background: transparent; border-color: transparent; }
        QCalendarWidget QToolButton:hover { background: @selected@; }
        QCalendarWidget QWidget#qt_calendar_navigationbar { background: @rail@; }
        """,
        theme,
        corner=theme.corner,
        icon=theme.icon_size,
        menu_pad=theme.space(2),
        tab_pad=theme.space(2) - 1,
        # As high as a button: more would make menus that a small screen has to scroll.
        item_end=theme.grown(16) + theme.space(5),
        item_pad=(theme.target - 6 - theme.icon_size) // 2,
        title_height=theme.grown(28),
        bar=theme.grown(24),
        arrow=theme.grown(16),
        scroller=2 * theme.target,
        images=images,
    )


def _states(theme: Theme) -> str:
    """Write the four states, on labels, message frames and the text inside them."""
    rules = []
    for state in ("good", "care", "bad", "none"):
        ink = getattr(theme.colours, state)
        ground = getattr(theme.colours, f"{state}_ground")
        rules.append(
            f'QLabel[role="{state}"] {{ color: {ink}; font-weight: bold; }}\n'
            f'QLabel[role="number_{state}"] {{ color: {ink}; font-weight: bold;'
            f" font-size: {theme.points('number'):g}pt; }}\n"
            f'QFrame[role="message_{state}"] {{ background: {ground}; border: none;'
            f" border-left: 6px solid {ink};"
            f" border-top-right-radius: 4px; border-bottom-right-radius: 4px; }}\n"
            f'QFrame[role="message_{state}"] QLabel {{ color: {ink}; }}'
        )
    return "\n".join(rules)
