"""The points of the agenda as a list with signs: written, being written, empty, skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cellsecretary.core.progress import is_written
from cellsecretary.ui.icons import icon
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem

Index = QModelIndex | QPersistentModelIndex

ID = Qt.ItemDataRole.UserRole


class PointList(QObject):
    """Fills a list of a form with the points of a meeting; `chosen` carries the id of one."""

    chosen = Signal(str)

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        view.setItemDelegate(_PointDelegate(view))
        view.currentItemChanged.connect(self._choose)

    def show_points(self, record: MeetingRecord, current: str) -> None:
        """Show the points of a meeting, and which one is being written."""
        view = self._view
        side = current_theme().icon_size
        view.setIconSize(QSize(side, side))
        view.blockSignals(True)
        while view.count() > len(record.agenda):
            view.takeItem(view.count() - 1)
        number = 0
        for place, item in enumerate(record.agenda):
            number += not item.skipped
            entry = view.item(place) or QListWidgetItem(view)
            sign, word = self._state(record, item, current)
            title = item.title if item.skipped else f"{number}. {item.title}"
            entry.setText(title)
            entry.setIcon(icon(sign))
            entry.setData(ID, item.id)
            entry.setToolTip(plain_tip(word))
            spoken = self.tr("{title}, {state}").format(title=title, state=word)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            font = QFont()
            font.setBold(item.id == current)
            entry.setFont(font)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            entry.setFlags(Qt.ItemFlag.NoItemFlags if item.skipped else flags)
            if item.id == current:
                view.setCurrentItem(entry)
        view.blockSignals(False)

    def _state(self, record: MeetingRecord, item: AgendaItem, current: str) -> tuple[str, str]:
        if item.skipped:
            return "minus", self.tr("skipped")
        if item.id == current:
            return "current", self.tr("being written")
        if is_written(record, item):
            return "done", self.tr("written")
        return "circle", self.tr("nothing written yet")

    def _choose(self, entry: QListWidgetItem | None) -> None:
        if entry is not None and entry.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(str(entry.data(ID)))


class _PointDelegate(QStyledItemDelegate):
    """Gives every line of a title its room; the style forgets the frame that it draws."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of the whole title."""
        theme = current_theme()
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        view = filled.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        room = width - theme.icon_size - theme.space(5) - theme.space(3)
        flags = Qt.TextFlag.TextWordWrap.value
        text = filled.fontMetrics.boundingRect(QRect(0, 0, room, 0), flags, filled.text)
        return QSize(0, max(theme.row_height, text.height() + 2 * theme.space(2)))
