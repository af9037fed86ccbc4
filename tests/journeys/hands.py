"""The two hands of a secretary: one at the mouse, one at the keyboard alone.

Both give their events to the window, as the system does, and not to the widget that is meant: what
is covered, scrolled away or without focus fails as it fails for a person.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from re import sub
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.reading_order import TabAsRead, read_in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
TAB_FOCUS = Qt.FocusPolicy.TabFocus
TYPED_IN = (QLineEdit, QPlainTextEdit, QSpinBox)
PATIENCE = 60
"""How often somebody presses Tab, or turns the wheel, before giving up."""

LAYOUTS = 8
"""More than any layouts lie in each other."""

NOTCH = 120
"""What one notch of a wheel turns."""


def look() -> None:
    """Look until nothing moves any more: layouts in layouts follow one another."""
    for _ in range(LAYOUTS):
        QApplication.processEvents()


class Hand(ABC):
    """What any hand does: keys for text, and an eye on where the keyboard is."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        return widget

    def has(self, widget: QWidget) -> bool:
        """Tell whether the keyboard is at a widget; a field may pass it on to a part of it."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        QTest.keyClick(window, key, modifiers)

    def keys(self, text: str) -> None:
        """Type letters without tone marks, and figures."""
        for letter in text:
            self.key(KEY(ord(letter.upper())))

    def type_text(self, text: str) -> None:
        """Type Vietnamese as Telex does: each word is composed, then committed."""
        for place, word in enumerate(text.split(" ")):
            if place:
                self._input("", " ")
            if word:
                self._input(word[:-1], "")
                self._input("", word)

    def write(self, field: QWidget, text: str) -> None:
        """Write into a field in place of what stands there."""
        self.enter(field)
        self.replace_all()
        if text:
            self.type_text(text)
        elif self._said():
            self.key(KEY.Key_Delete)

    def count(self, field: QWidget, number: int) -> None:
        """Write a figure into a field."""
        self.enter(field)
        self.replace_all()
        self.keys(str(number))

    def replace_all(self) -> None:
        """Let what is typed next replace what the field says; often it is chosen already."""
        if self._said() and not self._is_all_chosen():
            self.key(KEY.Key_A, CTRL)

    def _said(self) -> str:
        field = self.focus
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit | QSpinBox)
        return field.text()

    def _is_all_chosen(self) -> bool:
        field = self.focus
        if isinstance(field, QPlainTextEdit):
            return False
        line = field.lineEdit() if isinstance(field, QSpinBox) else field
        assert isinstance(line, QLineEdit)
        return line.selectedText() == line.text()

    def _input(self, preedit: str, commit: str) -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        receiver = QGuiApplication.focusObject()
        assert receiver is not None, "the input method has nobody to type for"
        QCoreApplication.sendEvent(receiver, event)

    @abstractmethod
    def press(self, button: QAbstractButton) -> None:
        """Press a button, or change a tick."""

    @abstractmethod
    def enter(self, field: QWidget) -> None:
        """Put the keyboard into a field."""

    @abstractmethod
    def choose(self, box: QComboBox, text: str) -> None:
        """Choose an entry of a box."""

    @abstractmethod
    def choose_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Make a row of a table or a list the current one."""

    def take(self, words: str) -> None:
        """Take an entry of the menu that is open."""
        menu = self._menu()
        owner = menu.parentWidget()
        assert owner is not None
        below = owner.window()
        self._take(menu, self._entries()[words])
        if QApplication.activeModalWidget() in (None, below):
            # Without a screen no window manager gives the keyboard back to the window below.
            below.activateWindow()
            self.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is below.windowHandle())

    @abstractmethod
    def _take(self, menu: QMenu, action: QAction) -> None: ...

    def from_menu(self, button: QAbstractButton, words: str) -> None:
        """Open the menu of a button and take one of its entries."""
        self.press(button)
        self.take(words)

    def offered(self) -> list[str]:
        """Read the entries of the menu that is open."""
        return list(self._entries())

    def _menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        return menu

    def _entries(self) -> dict[str, QAction]:
        actions = [a for a in self._menu().actions() if a.isVisible() and a.isEnabled()]
        words = (a.text().replace("&", "").partition("\t")[0] for a in actions)
        return {sub(r"^\d\. ", "", said): a for said, a in zip(words, actions, strict=True)}


class MouseHand(Hand):
    """Clicks what lies under the pointer; turns the wheel where something is out of sight."""

    def press(self, button: QAbstractButton) -> None:
        assert button.isEnabled(), f"“{button.text()}” cannot be pressed"
        self._bring_into_sight(button)
        spot = button.rect().center()
        if isinstance(button, (QCheckBox, QRadioButton)):
            # One aims at the mark; beside the words nothing can be pressed.
            spot.setX(spot.y())
        self.click(button, spot)

    def enter(self, field: QWidget) -> None:
        look()
        if self.has(field):
            return
        if isinstance(QApplication.focusWidget(), TYPED_IN) and self._next_stop() is field:
            # The hands are on the keys: what was typed, and what is typed next.
            self.key(KEY.Key_Tab)
        else:
            self._bring_into_sight(field)
            self.click(field, field.rect().center())
        assert self.has(field)

    def _next_stop(self) -> QWidget | None:
        """Give where Tab leads."""
        if isinstance(self.focus.window(), TabAsRead):
            read_in_order(self.focus)  # as it does when Tab is pressed
        stop = self.focus.nextInFocusChain()
        while stop is not None and not _can_be_entered(stop):
            stop = stop.nextInFocusChain()
        return stop

    def choose(self, box: QComboBox, text: str) -> None:
        if box.currentText() == text:
            return
        self.press_box(box)
        view = box.view()
        index = view.model().index(box.findText(text), 0)
        self.click_cell(view, index)

    def press_box(self, box: QComboBox) -> None:
        self._bring_into_sight(box)
        self.click(box, box.rect().center())

    def choose_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        self._bring_into_sight(view)
        self.click_cell(view, index)

    def click_cell(self, view: QAbstractItemView, index: QModelIndex) -> None:
        assert index.isValid()
        self._turn_wheel(view, lambda: view.visualRect(index))
        self.click(view.viewport(), view.visualRect(index).center())

    def _take(self, menu: QMenu, action: QAction) -> None:
        self.click(menu, menu.actionGeometry(action).center())

    def click(self, widget: QWidget, spot: QPoint) -> None:
        """Click a spot of a widget, which must lie on top there."""
        assert widget.isVisible(), f"{widget.objectName()} is not on the screen"
        window = widget.window()
        place = widget.mapTo(window, spot)
        top = window.childAt(place) or window
        assert top is widget or widget.isAncestorOf(top), (
            f"{top.objectName() or type(top).__name__} lies on {widget.objectName()}"
        )
        handle = window.windowHandle()
        assert handle is not None
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, PLAIN, place)
        if isValid(widget) and widget.isVisible():
            below = widget.rect().contains(widget.mapFrom(window, place))
            assert below, f"{widget.objectName()} moved from under the pointer"
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, PLAIN, place)

    def _bring_into_sight(self, widget: QWidget) -> None:
        look()
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                self._turn_wheel(parent, partial(_place_in, parent.viewport(), widget))
            parent = parent.parentWidget()

    def _turn_wheel(self, area: QAbstractScrollArea, place: Callable[[], QRect]) -> None:
        """Turn the wheel over an area until a place of it is in sight."""
        view = area.viewport()
        for _ in range(PATIENCE):
            spot = place().center()
            if view.rect().top() < spot.y() < view.rect().bottom():
                return
            self._turn_once(view, -NOTCH if spot.y() > 0 else NOTCH)
        raise AssertionError(f"the wheel does not bring {area.objectName()} to its place")

    def _turn_once(self, view: QWidget, by: int) -> None:
        window = view.window()
        spot = view.mapTo(window, view.rect().center())
        handle = window.windowHandle()
        assert handle is not None
        QTest.wheelEvent(handle, QPointF(spot), QPoint(0, by))
        QApplication.processEvents()


def _place_in(view: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())


def _can_be_entered(widget: QWidget) -> bool:
    # The line of a figure has the focus of the whole field.
    by_tab = bool(widget.focusPolicy() & TAB_FOCUS) and widget.focusProxy() is None
    return by_tab and widget.isVisible() and widget.isEnabled()


class KeyHand(Hand):
    """Never touches the mouse: Tab, arrows, Enter, Space, and the underlined letters.

    `tabs` counts the longest way by Tab to a widget, by its name.
    """

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.tabs: dict[str, int] = {}

    def press(self, button: QAbstractButton) -> None:
        look()
        assert button.isEnabled(), f"“{button.text()}” cannot be pressed"
        assert button.isVisible(), f"“{button.text()}” is not on the screen"
        letter = button.shortcut()
        if self._enter_presses(button):
            if isinstance(self.focus, MemberPicker) and self.focus._list.isVisible():
                # The first Enter takes the name.
                self.key(KEY.Key_Return)
            self.key(KEY.Key_Return)
        elif letter.isEmpty():
            self.enter(button)
            self.key(KEY.Key_Space)
        else:
            # Qt shows the button pressed for a moment before it acts.
            with self.qtbot.waitSignal(button.clicked):
                self._sequence(letter)

    def enter(self, field: QWidget) -> None:
        look()
        assert field.isVisible(), f"{field.objectName()} is not on the screen"
        assert field.isEnabled(), f"{field.objectName()} cannot be entered"
        if self.has(field):
            return
        letter = self._letter_of(field)
        if letter is not None:
            self._sequence(letter)
            assert self.has(field), f"{letter.toString()} leads to {self.focus.objectName()}"
        else:
            self._walk_to(field)

    def choose(self, box: QComboBox, text: str) -> None:
        if box.currentText() == text:
            return
        self.enter(box)
        wanted = box.findText(text)
        while box.currentIndex() != wanted:
            before = box.currentIndex()
            self.key(KEY.Key_Down if before < wanted else KEY.Key_Up)
            assert box.currentIndex() != before

    def choose_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        assert index.isValid()
        self.enter(view)
        row = index.row()
        while view.currentIndex().row() != row:
            before = view.currentIndex().row()
            self.key(KEY.Key_Down if before < row else KEY.Key_Up)
            assert view.currentIndex().row() != before, "the arrows do not move"

    def _take(self, menu: QMenu, action: QAction) -> None:
        letter = QKeySequence.mnemonic(action.text())
        if not letter.isEmpty():
            self._sequence(QKeySequence(letter.toString().removeprefix("Alt+")))
            return
        for _ in menu.actions():
            if menu.activeAction() is action:
                break
            self.key(KEY.Key_Down)
        assert menu.activeAction() is action
        self.key(KEY.Key_Return)

    def _enter_presses(self, button: QAbstractButton) -> bool:
        in_line = isinstance(self.focus, (QLineEdit, QSpinBox))
        return in_line and isinstance(button, QPushButton) and button.isDefault()

    def _letter_of(self, field: QWidget) -> QKeySequence | None:
        for label in field.window().findChildren(QLabel):
            if label.isVisible() and label.buddy() is field:
                letter = QKeySequence.mnemonic(label.text())
                return None if letter.isEmpty() else letter
        return None

    def _sequence(self, sequence: QKeySequence) -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        QTest.keySequence(window, sequence)

    def _walk_to(self, widget: QWidget) -> None:
        for steps in range(1, PATIENCE):
            self.key(KEY.Key_Tab)
            if self.has(widget):
                name = widget.objectName() or type(widget).__name__
                self.tabs[name] = max(steps, self.tabs.get(name, 0))
                return
        raise AssertionError(f"Tab does not lead to {widget.objectName()}")
