"""What of a widget cannot be seen or hit: cut off, elided, overlapped, out of reach, too small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFontMetrics

TARGET = 44
"""Pixels: what a trembling hand still hits."""

SLACK = 2
"""Pixels by which rounding may miss."""

ROWS = 40
"""Rows of a table that are looked at."""


def faults(root: QWidget) -> list[str]:
    """Name each fault of what is shown, with its widget."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is not root or not widget.isVisible() or _is_a_part(widget):
            continue
        found += [f"{_name(widget)}: {fault}" for fault in _faults(widget)]
    return found


def menus_of(window: QWidget) -> Iterator[QMenu]:
    """Give the menus that a window, its pages and its buttons have, as they are when opened."""
    for menu in dict.fromkeys(
        (
            *window.findChildren(QMenu),
            *(one.menu() for one in window.findChildren(QPushButton) if one.menu() is not None),
        )
    ):
        menu.aboutToShow.emit()
        if any(action.isVisible() and not action.isSeparator() for action in menu.actions()):
            yield menu


def menu_faults(window: QWidget) -> list[str]:
    """Name the menus that would have to be scrolled, or that are cut off."""
    room, found = screen_room(window).size(), []
    for menu in menus_of(window):
        menu.aboutToShow.emit()  # entries come and go then
        size = menu.sizeHint()
        if size.width() > room.width() or size.height() > room.height():
            entries = [one.text() for one in menu.actions() if one.isVisible()]
            found.append(f"menu of {entries} needs {_size_text(size)} of {_size_text(room)}")
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    yield from _out_of_reach(widget)
    yield from _too_small(widget)
    yield from _overlapped(widget)
    match widget:
        case QLabel():
            yield from _label(widget)
        case QAbstractButton():
            yield from _button(widget)
        case QGroupBox():
            needed = widget.fontMetrics().horizontalAdvance(_plain(widget.title()))
            if needed > widget.width() + SLACK:
                yield f"title “{widget.title()}” needs {needed} of {widget.width()}"
        case QTabBar():
            yield from _tabs(widget)
        case QComboBox():
            yield from _box(widget)
        case QLineEdit():
            yield from _line(widget)
        case QHeaderView():
            yield from _head(widget)
        case QPlainTextEdit():
            yield from _text(widget)
        case QAbstractItemView():
            yield from _cells(widget)


# Where it is


def _out_of_reach(widget: QWidget) -> Iterator[str]:
    """Find what an ancestor cuts off, and what can only be reached by scrolling sideways."""
    if isinstance(widget, QAbstractScrollArea) and not _may_scroll_sideways(widget):
        beyond = widget.horizontalScrollBar().maximum()
        if beyond > 0:
            yield f"scrolls sideways by {beyond}"
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return
    box = widget.geometry()
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not box.isEmpty() and not room.contains(box):
        yield f"cut off: {_box_text(box)} in {_name(parent)} {_box_text(parent.rect())}"


def _may_scroll_sideways(area: QAbstractScrollArea) -> bool:
    return area.property("wide") is True


def _too_small(widget: QWidget) -> Iterator[str]:
    clickable = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    if not isinstance(widget, clickable) or not widget.isEnabled():
        return
    if widget.property("role") == "inside" or isinstance(widget.parentWidget(), QComboBox):
        return
    if widget.height() < TARGET or widget.width() < TARGET:
        yield f"a target of {widget.width()}×{widget.height()}"


def _overlapped(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    layout = parent.layout() if parent is not None else None
    if parent is None or layout is None or layout.indexOf(widget) < 0:
        return
    for at in range(layout.indexOf(widget)):
        item = layout.itemAt(at)
        other = item.widget() if item is not None else None
        if other is None or not other.isVisible() or other.parentWidget() is not parent:
            continue
        common = other.geometry().intersected(widget.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            yield f"lies on {_name(other)} by {common.width()}×{common.height()}"


# What it says


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            yield f"“{text[:60]}” needs a height of {needed}, has {label.height()}"
        longest = _longest_word(label.fontMetrics(), text)
        if longest > label.contentsRect().width() + SLACK:
            yield f"“{text[:60]}” has a word of {longest} in {label.contentsRect().width()}"
        return
    hint = label.sizeHint()
    if hint.width() > label.width() + SLACK or hint.height() > label.height() + SLACK:
        yield f"“{text[:60]}” needs {_size_text(hint)}, has {_size_text(label.size())}"


def _longest_word(metrics: QFontMetrics, text: str) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text():
        return
    hint = button.sizeHint()
    if hint.width() > button.width() + SLACK or hint.height() > button.height() + SLACK:
        yield f"“{button.text()}” needs {_size_text(hint)}, has {_size_text(button.size())}"


def _tabs(tabs: QTabBar) -> Iterator[str]:
    for at in range(tabs.count()):
        if not tabs.isTabVisible(at):
            continue
        text = _plain(tabs.tabText(at))
        needed = tabs.fontMetrics().horizontalAdvance(text)
        if needed > tabs.tabRect(at).width() + SLACK:
            yield f"tab “{text}” needs {needed} of {tabs.tabRect(at).width()}"
        if tabs.tabRect(at).height() < TARGET - SLACK:
            yield f"tab “{text}” is {tabs.tabRect(at).height()} high"
    if tabs.count() and tabs.tabRect(tabs.count() - 1).right() > tabs.width() + SLACK:
        yield f"tabs need {tabs.tabRect(tabs.count() - 1).right()} of {tabs.width()}"


def _box(box: QComboBox) -> Iterator[str]:
    if box.isEditable() or box.objectName() == "lookInCombo":
        return  # its line is looked at by itself; a path is as long as somebody made it
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    whole, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(whole, option, part, box).width()
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    # What a person wrote may be longer than the box: then its tip says it.
    if needed > room + SLACK and box.toolTip() != plain_tip(box.currentText()):
        yield f"“{box.currentText()}” needs {needed}, has {room}"


def _line(line: QLineEdit) -> Iterator[str]:
    # What was typed may be longer than its line; what the program says in it may not.
    text = line.placeholderText() if not line.text() else ""
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right() - 2 * TEXT_AIR
    needed = line.fontMetrics().horizontalAdvance(text)
    if needed > room + SLACK:
        yield f"placeholder “{text}” needs {needed}, has {room}"
    if isinstance(line.parentWidget(), QAbstractSpinBox):
        needed = line.fontMetrics().horizontalAdvance(line.text())
        if needed > room + SLACK:
            yield f"“{line.text()}” needs {needed}, has {room}"


TEXT_AIR = 15
"""Pixels between the edge of a field and its text: frame, padding, and the cursor's own."""


def _text(field: QPlainTextEdit) -> Iterator[str]:
    text = field.placeholderText() if not field.toPlainText() else ""
    if not text:
        return
    room = field.viewport().width() - 2 * round(field.document().documentMargin())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    box = field.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), int(flags), text)
    if box.height() > field.viewport().height() + SLACK or box.width() > room + SLACK:
        yield f"placeholder “{text[:60]}” needs {_size_text(box.size())}, has {room}"


def _head(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    if model is None or head.orientation() is not Qt.Orientation.Horizontal:
        return
    for section in range(head.count()):
        if head.isSectionHidden(section):
            continue
        needed, room = head.sectionSizeHint(section), head.sectionSize(section)
        if needed > room + SLACK:
            title = model.headerData(section, Qt.Orientation.Horizontal)
            yield f"head “{title}” needs {needed}, has {room}"


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None or isinstance(view, QHeaderView):
        return
    root = view.rootIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(min(model.rowCount(root), ROWS)):
        for column in range(columns):
            index = model.index(row, column, root)
            if isinstance(view, QTreeView) and view.isColumnHidden(column):
                continue
            if isinstance(view, QTableView) and (
                view.isColumnHidden(column) or view.isRowHidden(row)
            ):
                continue
            yield from _cell(view, index)


def _cell(view: QAbstractItemView, index: QModelIndex) -> Iterator[str]:
    text = index.data(Qt.ItemDataRole.DisplayRole)
    box = view.visualRect(index)
    if isinstance(view, QTableView):
        box.setSize(QSize(view.columnWidth(index.column()), view.rowHeight(index.row())))
        span = view.columnSpan(index.row(), index.column())
        if span > 1:
            return
    if view.indexWidget(index) is not None:
        return
    if 0 < box.height() < TARGET - SLACK and index.column() == 0:
        yield f"row {index.row()} is {box.height()} high"
    if not isinstance(text, str) or not text:
        return
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = box  # wrapped text is as high as its width asks for
    hint = view.itemDelegateForIndex(index).sizeHint(option, index)
    wraps = isinstance(view, (QTableView, QListView)) and view.wordWrap()
    if hint.height() > box.height() + SLACK:
        yield f"“{text[:60]}” ({index.row()}, {index.column()}) needs a height of " + (
            f"{hint.height()}, has {box.height()}"
        )
    if not wraps and hint.width() > box.width() + SLACK:
        yield f"“{text[:60]}” ({index.row()}, {index.column()}) needs {hint.width()}, has " + (
            f"{box.width()}"
        )
    if wraps:
        longest = _longest_word(view.fontMetrics(), text)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            longest += current_theme().indicator_size + 2 * current_theme().space(2) + TICK_AIR
        if longest > box.width():
            yield f"“{text[:60]}” has a word of {longest} in {box.width()}"


TICK_AIR = 6
"""Pixels between a tick and its words."""


# Words about widgets


def _is_a_part(widget: QWidget) -> bool:
    """Tell whether a widget is made by Qt inside of another, which answers for it."""
    if isinstance(widget, QScrollBar) or widget.objectName() == "qt_spinbox_lineedit":
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QCalendarWidget, QScrollBar, QTabBar)):
            return True
        if isinstance(parent, QAbstractItemView) and not isinstance(widget, QHeaderView):
            return True
        parent = parent.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    names = [widget.objectName() or type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and not widget.objectName():
        if parent.objectName():
            names.append(parent.objectName())
            break
        parent = parent.parentWidget()
    return " in ".join(names)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _box_text(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()}×{box.height()}"


def _size_text(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
