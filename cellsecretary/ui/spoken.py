"""What screen readers need beyond Qt: labels that they find, and roles of the program's widgets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAccessibleInterface

ROLES: Final = {
    "QScrollArea": QAccessible.Role.Pane,
    "ChartView": QAccessible.Role.Chart,
    "PaperView": QAccessible.Role.Document,
}
"""Roles by the names of classes that Qt would call a client area and nothing more."""

_MNEMONIC: Final = re.compile(r"&(.)")


def spoken_name(field: QWidget) -> str:
    """Give what a field is called: by its own spoken name, else by its label."""
    label = _label_of(field)
    return field.accessibleName() or (_plain(label.text()) if label is not None else "")


def label_for_ears(root: QWidget) -> None:
    """Give each named field a label beside it where readers look for one, seen by nobody.

    They take a label of the same parent alone. On Linux a combo box is called by what is chosen
    in it, whatever its spoken name is: there its label is all that tells one from another.
    """
    for label in root.findChildren(QLabel):
        field = label.buddy()
        if field is not None and label.parent() is not field.parent():
            _Tag(field, label)
    for box in root.findChildren(QComboBox):
        if box.accessibleName() and _label_of(box) is None:
            _Tag(box, None)


def give_menu(button: QPushButton, menu: QMenu) -> None:
    """Put a menu below a button, called as the button is."""
    button.setMenu(menu)
    name_menu(menu, button.accessibleName() or _plain(button.text()))


def name_menu(menu: QMenu, name: str) -> None:
    """Call a menu by a name, and let it go when a tool for access takes one of its entries."""
    menu.setWindowTitle(name)
    # Qt closes it for mouse and keyboard alone, before the act.
    menu.triggered.connect(menu.close)


def said_whole(name: str, parts: Iterable[tuple[str, str]], row: int, count: int) -> str:
    """Say a row of a table: its name, its parts as title and text, and its place from 0."""
    texts = [f"{title}: {text}" if title else text for title, text in parts if text]
    return _said([name, *texts, _place(row, count)])


def said_of(title: str, text: str, name: str, row: int, count: int) -> str:
    """Say a cell of a table: what it holds, be it nothing, then of which row."""
    text = text.strip() or QCoreApplication.translate("Spoken", "empty")
    return _said([f"{title}: {text}" if title else text, name, _place(row, count)])


def _place(row: int, count: int) -> str:
    text = QCoreApplication.translate("Spoken", "row {row} of {count}")
    return text.format(row=row + 1, count=count)


def _said(texts: list[str]) -> str:
    return ", ".join(text.strip().replace("\n", ". ") for text in texts if text.strip())


@cache
def give_roles() -> None:
    """Let readers know the roles of widgets for which Qt has none."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, of: QObject | None) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    return QAccessibleWidget(of, role) if role and isinstance(of, QWidget) else None


class _Tag(QLabel):
    """The hidden label of a field, called as its label elsewhere, else as the field itself."""

    def __init__(self, field: QWidget, label: QLabel | None) -> None:
        super().__init__(field.parentWidget())
        self._field, self._label = field, label
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()
        self.setBuddy(field)
        self._follow()
        field.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Follow what the label says: code may name it after the form was loaded."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.LanguageChange}:
            self._follow()
        return False

    def _follow(self) -> None:
        of = self._field.accessibleName() if self._label is None else _plain(self._label.text())
        self.setText(of)


def _label_of(field: QWidget) -> QLabel | None:
    parent = field.parentWidget()
    if parent is None:
        return None
    beside = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((one for one in beside if one.buddy() is field), None)


def _plain(text: str) -> str:
    """Give a text without the signs of its accelerator."""
    return _MNEMONIC.sub(r"\1", text)
