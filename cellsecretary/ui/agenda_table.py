"""The agenda as a table: three parts with their headings, items that can be dragged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from cellsecretary.core.kinds import Part
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import CellDelegate, dress_table
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import hour_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from cellsecretary.core.agenda_times import AgendaTimes
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.messages import Messages

Index = QModelIndex | QPersistentModelIndex

HEADING_ROLE: Final = Qt.ItemDataRole.UserRole + 2
TITLE_COLUMN: Final = 2
MIME: Final = "application/x-cellsecretary-agenda-item"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the table: an item with what is computed for it, or the heading of a part."""

    key: str
    part: Part
    heading: str = ""
    item: AgendaItem | None = None
    number: str = ""
    begins: str = ""
    presenter: str = ""
    minutes: str = ""

    @property
    def first_cell(self) -> str:
        """What stands in the first column, which a heading fills to the end."""
        return self.heading if self.item is None else self.number

    @property
    def title(self) -> str:
        """The title of an item."""
        return self.item.title if self.item else ""


class AgendaModel(RecordModel[AgendaLine]):
    """Lines of the agenda; `dropped` carries an item's id, its new place and its new part."""

    dropped = Signal(str, int, object)

    def __init__(
        self, columns: Sequence[Column[AgendaLine]], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, key=lambda line: line.key, parent=parent)
        self.movable = False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows; headings are bold, skipped items struck out."""
        if index.isValid() and role in (Qt.ItemDataRole.FontRole, HEADING_ROLE):
            line = self.row(index)
            if role == HEADING_ROLE:
                return line.item is None
            font = QFont()
            font.setBold(line.item is None)
            if index.column() == TITLE_COLUMN and line.item is not None:
                font.setStrikeOut(line.item.skipped)
            return font
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be dragged between others; headings are only read."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.row(index).item is None:
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.movable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Items move; nothing is copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Take items of this table only."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give the item that is dragged."""
        data = QMimeData()
        data.setData(MIME, self.row(indexes[0]).key.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where an item was dropped; the rows come back through `set_rows`."""
        if not data.hasFormat(MIME) or not self.movable:
            return False
        if row < 0:
            row = parent.row() if parent.isValid() else len(self.rows)
        above = self.rows[:row]
        item = bytes(data.data(MIME).data()).decode()
        place = sum(line.item is not None and line.key != item for line in above)
        self.dropped.emit(item, place, above[-1].part if above else self.rows[0].part)
        return True


class AgendaKeys(QObject):
    """Gives the table of an agenda its keys; each act is a function of the panel."""

    def __init__(
        self,
        table: QTableView,
        *,
        edit: Callable[[], None],
        add: Callable[[], None],
        skip: Callable[[], None],
        delete: Callable[[], None],
        move_by: Callable[[int], None],
    ) -> None:
        super().__init__(table)
        none, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
        self._acts: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]] = {
            (none, Qt.Key.Key_Return): edit,
            (none, Qt.Key.Key_Enter): edit,
            (none, Qt.Key.Key_F2): edit,
            (none, Qt.Key.Key_Insert): add,
            (none, Qt.Key.Key_Space): skip,
            (none, Qt.Key.Key_Delete): delete,
            (alt, Qt.Key.Key_Up): partial(move_by, -1),
            (alt, Qt.Key.Key_Down): partial(move_by, 1),
        }
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean an act."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            act = self._acts.get((modifiers, Qt.Key(event.key())))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)


class AgendaDelegate(CellDelegate):
    """Paints the headings of the parts on the ground of the page."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        if index.data(HEADING_ROLE):
            painter.fillRect(option.rect, current_theme().colour("ground"))
            option.state |= QStyle.StateFlag.State_Enabled
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for no width for a heading: it lies over all columns."""
        if index.data(HEADING_ROLE):
            return QSize(0, current_theme().row_height)
        return super().sizeHint(option, index)


def agenda_columns() -> list[Column[AgendaLine]]:
    """Give the columns of an agenda."""
    number = QCoreApplication.translate("AgendaTable", "No.")
    hour = QCoreApplication.translate("AgendaTable", "Hour")
    item = QCoreApplication.translate("AgendaTable", "Item")
    presenter = QCoreApplication.translate("AgendaTable", "Presenter")
    minutes = QCoreApplication.translate("AgendaTable", "Minutes")
    return [
        Column(number, lambda line: line.first_cell),
        Column(hour, lambda line: line.begins),
        Column(item, lambda line: line.title, names=True),
        Column(presenter, lambda line: line.presenter),
        Column(minutes, lambda line: line.minutes, align="right"),
    ]


def agenda_lines(record: MeetingRecord, times: AgendaTimes, *, words: Messages) -> list[AgendaLine]:
    """Give the lines of an agenda, part by part; none for an agenda without items."""
    numbers = {item.id: str(place) for place, item in enumerate(record.held_agenda, 1)}
    skipped = QCoreApplication.translate("AgendaTable", "skipped")
    lines = []
    for part in Part if record.agenda else ():
        lines.append(AgendaLine(part.value, part, words.value(part)))
        lines += [
            AgendaLine(
                key=item.id,
                part=part,
                item=item,
                number=numbers.get(item.id, "–"),
                begins=hour_text(times.begins.get(item.id)),
                presenter=record.name_of(item.presenter) or item.presenter_other or "–",
                minutes=skipped if item.skipped else str(item.minutes),
            )
            for item in record.agenda
            if item.part is part
        ]
    return lines


def sum_text(times: AgendaTimes) -> str:
    """Say how long an agenda is, whether that is enough, and when it ends."""
    if times.total == 0:
        return ""
    if times.minimum == 0:
        text = QCoreApplication.translate("AgendaTable", "Total {total} minutes.")
    elif times.is_enough:
        text = QCoreApplication.translate(
            "AgendaTable", "Total {total} minutes, at least {minimum} needed: enough."
        )
    else:
        text = QCoreApplication.translate(
            "AgendaTable", "Total {total} minutes, at least {minimum} needed: {lacking} too few."
        )
    text = text.format(
        total=times.total, minimum=times.minimum, lacking=times.minimum - times.total
    )
    ends = QCoreApplication.translate("AgendaTable", "Ends about {hour}.")
    return f"{text} {ends.format(hour=hour_text(times.ends))}"


def dress_agenda(view: QTableView) -> None:
    """Dress the table of an agenda after its model was set."""
    dress_table(view, stretch=TITLE_COLUMN, wrap=True)
    view.setItemDelegate(AgendaDelegate(view))
    view.setDragDropMode(QTableView.DragDropMode.InternalMove)
    view.setDragDropOverwriteMode(False)
    view.setDropIndicatorShown(True)


def span_headings(view: QTableView, lines: Sequence[AgendaLine], columns: int) -> None:
    """Let headings lie over all columns."""
    view.clearSpans()
    for place, line in enumerate(lines):
        if line.item is None:
            view.setSpan(place, 0, 1, columns)
