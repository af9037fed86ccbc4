"""Contrast as it is seen: measured in a picture of a widget, at each text and control on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionGroupBox,
    QStyleOptionSlider,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT, DISABLED, CONTROL = 7.0, 4.5, 3.0
"""The least contrast of text, of text that answers to nothing now, and of a control's outline."""

ENOUGH = 3
"""Pixels of a colour that are no accident of smoothing."""

FRAMELESS = {"plain", "rail", "name", "inside"}
"""Roles of buttons that their words or icon alone make out."""


@dataclass(frozen=True)
class Spot:
    """A place in a picture, and the contrast that was measured there."""

    what: str
    need: float
    ratio: float
    colours: str

    def __str__(self) -> str:
        return f"{self.what}: {self.ratio:.2f} < {self.need} ({self.colours})"


@cache
def luminance(colour: int) -> float:
    """Give the relative luminance of a colour 0xRRGGBB (WCAG 2)."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: int, other: int) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Picture:
    """What a widget looks like, to be looked at closely."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self._image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        self._pixels = memoryview(self._image.constBits()).cast("I")
        self._line = self._image.bytesPerLine() // 4

    def colours(self, box: QRect) -> Counter[int]:
        """Count the colours of a box."""
        box = box.intersected(self._image.rect())
        found: Counter[int] = Counter()
        for y in range(box.top(), box.bottom() + 1):
            start = y * self._line + box.left()
            found.update(self._pixels[start : start + box.width()].tolist())
        return Counter({colour & 0xFFFFFF: many for colour, many in found.items()})

    def ink(self, box: QRect) -> tuple[float, str]:
        """Give the contrast of what is drawn in a box with its ground, 0 for an empty box."""
        found = self.colours(box)
        if len(found) < 2:
            return 0, ""
        ground = found.most_common(1)[0][0]
        inks = [one for one, many in found.items() if one != ground and many >= ENOUGH]
        if not inks:
            return 0, ""
        ink = max(inks, key=lambda one: contrast(one, ground))
        return contrast(ink, ground), f"#{ink:06X} on #{ground:06X}"

    def edge(self, box: QRect) -> tuple[float, str]:
        """Give the contrast of the left edge of a box with what is beside it."""
        middle = box.top() + box.height() // 2
        beside = self.colours(QRect(box.left() - 3, middle - 3, 2, 7))
        within = self.colours(QRect(box.left(), middle - 3, 4, 7))
        if not beside:
            return 21, ""
        ground = beside.most_common(1)[0][0]
        line = max(
            (one for one, many in within.items() if many >= ENOUGH),
            key=lambda one: contrast(one, ground),
            default=ground,
        )
        return contrast(line, ground), f"#{line:06X} beside #{ground:06X}"


def measured(shown: QWidget) -> list[Spot]:
    """Measure all texts and controls that can be seen of a widget."""
    if isinstance(focus := QApplication.focusWidget(), QWidget):
        # The ring and the mark of the cursor are measured by themselves.
        focus.clearFocus()
    for field in shown.findChildren(QLineEdit):
        field.deselect()
    QApplication.processEvents()
    picture = Picture(shown)
    spots = []
    for widget in [shown, *shown.findChildren(QWidget)]:
        if not widget.isVisible() or _is_paper(widget):
            continue
        seen = _seen(widget, shown)
        for name, box in _texts(widget):
            box = box.translated(widget.mapTo(shown, QPoint())).intersected(seen)
            if box.width() < 6 or box.height() < widget.fontMetrics().height() * 0.7:
                continue  # an edge that peeps out from under something
            ratio, colours = picture.ink(box)
            if ratio:
                need = TEXT if widget.isEnabled() else DISABLED
                spots.append(Spot(f"{_name(widget)} “{name[:30]}”", need, ratio, colours))
        for name, box in _controls(widget):
            box = box.translated(widget.mapTo(shown, QPoint()))
            if seen.contains(box) and box.left() >= 3:
                ratio, colours = picture.edge(box)
                spots.append(Spot(f"{_name(widget)} {name}", CONTROL, ratio, colours))
    return spots


def faint(spots: list[Spot]) -> list[str]:
    """Name what has too little contrast."""
    return [str(spot) for spot in spots if spot.ratio < spot.need - 0.005]


def _is_paper(widget: QWidget) -> bool:
    return isinstance(widget, PaperView) or isinstance(widget.parent(), PaperView)


def _seen(widget: QWidget, shown: QWidget) -> QRect:
    """Give the part of a widget that can be seen, in the picture of `shown`."""
    region = widget.visibleRegion().boundingRect()
    return region.translated(widget.mapTo(shown, QPoint()))


def _name(widget: QWidget) -> str:
    name = widget.objectName() or type(widget.parent()).__name__
    role = widget.property("role")
    return f"{type(widget).__name__} {name}" + (f" [{role}]" if role else "")


def _texts(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    """Give the texts of a widget with the boxes in which nothing else is drawn."""
    style = widget.style()
    match widget:
        case QLabel():
            if widget.text() and widget.pixmap().isNull():
                yield widget.text(), widget.rect()
        case QLineEdit():
            edge = 4
            box = widget.rect().adjusted(edge, edge, -edge, -edge)
            yield widget.text() or widget.placeholderText(), box
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText() or widget.placeholderText(), widget.viewport().geometry()
        case QCheckBox() | QRadioButton():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            part = QStyle.SubElement.SE_CheckBoxContents
            if isinstance(widget, QRadioButton):
                part = QStyle.SubElement.SE_RadioButtonContents
            yield widget.text(), style.subElementRect(part, option, widget)
        case QAbstractButton():
            if widget.text():
                yield widget.text(), _word_of_button(widget)
            elif not widget.icon().isNull():
                yield "(icon)", widget.rect().adjusted(5, 5, -5, -5)
        case QComboBox():
            if not widget.isEditable() and widget.currentText():
                combo = QStyleOptionComboBox()
                widget.initStyleOption(combo)
                yield (
                    widget.currentText(),
                    style.subControlRect(
                        QStyle.ComplexControl.CC_ComboBox,
                        combo,
                        QStyle.SubControl.SC_ComboBoxEditField,
                        widget,
                    ),
                )
        case QGroupBox():
            group = QStyleOptionGroupBox()
            widget.initStyleOption(group)
            title = QStyle.SubControl.SC_GroupBoxLabel
            yield (
                widget.title(),
                style.subControlRect(QStyle.ComplexControl.CC_GroupBox, group, title, widget),
            )
        case QTabBar():
            scrollers = [one.geometry() for one in widget.findChildren(QToolButton)]
            for at in range(widget.count()):
                box = widget.tabRect(at)
                if not any(one.intersects(box) for one in scrollers):
                    yield widget.tabText(at), box.adjusted(5, 5, -5, -5)
        case QMenu():
            for action in widget.actions():
                if action.text() and action.isEnabled():
                    box = widget.actionGeometry(action)
                    left = current_theme().icon_size + 24
                    yield action.text(), box.adjusted(left, 4, -20, -4)
        case QHeaderView():
            yield from _header_texts(widget)
        case QAbstractItemView():
            yield from _cell_texts(widget)
        case _:
            if widget.accessibleName() and type(widget).__name__ in {"ChartView"}:
                yield widget.accessibleName(), widget.rect()


def _word_of_button(button: QAbstractButton) -> QRect:
    """Give the box of a button's word, without its icon."""
    box = button.rect().adjusted(5, 5, -5, -5)
    if button.icon().isNull():
        return box
    width = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    if button.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QRect(box.left(), box.top(), min(width, box.width()), box.height())
    return QRect(box.right() - width * 2 // 3, box.top(), width * 2 // 3, box.height())


def _header_texts(header: QHeaderView) -> Iterator[tuple[str, QRect]]:
    model = header.model()
    for section in range(header.count()):
        text = str(model.headerData(section, header.orientation()) or "")
        start, size = header.sectionViewportPosition(section), header.sectionSize(section)
        if text and not header.isSectionHidden(section) and header.viewport().isVisible():
            box = QRect(start, 0, size, header.height())
            if header.orientation() == Qt.Orientation.Vertical:
                box = QRect(0, start, header.width(), size)
            yield text, box.adjusted(3, 3, -3, -4)


def _cell_texts(view: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    model, offset = view.model(), view.viewport().pos()
    if model is None:
        return
    columns = 1 if isinstance(view, QListView) else model.columnCount(view.rootIndex())
    for row in range(min(model.rowCount(view.rootIndex()), 40)):
        for column in range(min(columns, 30)):
            index = model.index(row, column, view.rootIndex())
            text = str(index.data() or "")
            box = view.visualRect(index)
            if text and box.isValid() and view.viewport().rect().contains(box):
                edge = 4
                if index.data(Qt.ItemDataRole.DecorationRole) is not None:
                    box = box.adjusted(view.iconSize().width() + 16, 0, 0, 0)
                if index.data(STATE_ROLE) is not None:
                    edge = 12  # within the chip, whose own ground counts
                yield text, box.adjusted(edge, edge, -edge, -edge).translated(offset)


def _controls(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    """Give the outlines by which the controls of a widget are made out."""
    if not widget.isEnabled():
        return
    style = widget.style()
    match widget:
        case QCheckBox() | QRadioButton():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            part = QStyle.SubElement.SE_CheckBoxIndicator
            if isinstance(widget, QRadioButton):
                part = QStyle.SubElement.SE_RadioButtonIndicator
            box = style.subElementRect(part, option, widget)
            # The drawing leaves a twelfth of its box free.
            air = box.width() // 12
            yield "box", box.adjusted(air, air, -air, -air)
        case QPushButton() | QToolButton():
            is_of_calendar = widget.objectName().startswith("qt_calendar")
            if widget.property("role") not in FRAMELESS and not is_of_calendar:
                yield "edge", widget.rect()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            parent = widget.parent()
            inner = isinstance(parent, (QComboBox, QAbstractSpinBox, QAbstractItemView))
            if not widget.isReadOnly() and not inner:
                yield "edge", widget.rect()
        case QComboBox() | QAbstractSpinBox():
            yield "edge", widget.rect()
        case QScrollBar():
            slider = QStyleOptionSlider()
            widget.initStyleOption(slider)
            handle = QStyle.SubControl.SC_ScrollBarSlider
            box = style.subControlRect(QStyle.ComplexControl.CC_ScrollBar, slider, handle, widget)
            if widget.orientation() == Qt.Orientation.Vertical:
                # The handle itself: the style sheet leaves 3 pixels around it.
                yield "handle", box.adjusted(3, 3, -3, -3)


def rgb(colour: str) -> int:
    """Give a colour of a token as a number."""
    return QColor(colour).rgb() & 0xFFFFFF


def states(shown: QWidget) -> list[tuple[str, str]]:
    """Give all that has a state in a scene, each with its word."""
    chips = [
        (chip.objectName(), chip.text())
        for chip in shown.findChildren(ChipLabel)
        if chip.isVisible()
    ]
    labels = [
        (label.objectName(), label.text())
        for label in shown.findChildren(QLabel)
        if label.isVisible() and str(label.property("role")) in set(State)
    ]
    return chips + labels + [one for view in shown.findChildren(QTableView) for one in _cells(view)]


def _cells(view: QTableView) -> list[tuple[str, str]]:
    model = view.model()
    if not view.isVisible() or model is None:
        return []
    found = []
    for row in range(min(model.rowCount(), 60)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if index.data(STATE_ROLE) is not None:
                found.append((view.objectName(), str(index.data() or "–")))
    return found
