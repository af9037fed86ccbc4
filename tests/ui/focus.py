"""Where the keyboard goes by Tab, as it is seen: stops in order, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_STOPS = 400
ROWS = 88
"""Pixels of two rows of a table."""

TOLERANCE = 6
"""Pixels by which what stands in one line may differ."""


@dataclass(frozen=True)
class Round:
    """What Tab led to from the first stop until it came round, and what was seen on the way."""

    stops: tuple[QWidget, ...]
    faults: tuple[str, ...]


def go_round(window: QWidget, *, back: bool = False) -> Round:
    """Press Tab, or Shift+Tab, until the keyboard is where it began."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    modifiers = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    handle = window.windowHandle()
    assert handle is not None
    stops: list[QWidget] = []
    faults: list[str] = []
    for _ in range(MOST_STOPS):
        QTest.keyClick(handle, key, modifiers)
        QApplication.processEvents()
        stop = QApplication.focusWidget()
        if stop is None or stop.window() is not window:
            faults.append(f"the keyboard is lost after {name(stops[-1]) if stops else 'the start'}")
            break
        if stops and stop is stops[-1] and isinstance(stop, QTextBrowser):
            continue  # from link to link, as in any page that is read
        if stops and stop is stops[0]:
            break
        if stop in stops:
            faults.append(f"{name(stops[-1])} does not let go: it leads to {name(stop)}")
            break
        stops.append(stop)
        if not _is_seen(stop):
            faults.append(f"{name(stop)} has the keyboard and is not in view")
    else:
        faults.append("Tab never comes round")
    return Round(tuple(stops), tuple(faults))


def usable(window: QWidget) -> list[QWidget]:
    """Give what can be used by keys just now."""
    return [widget for widget in window.findChildren(QWidget) if _takes_tab(widget)]


def unreached(wanted: Iterable[QWidget], stops: tuple[QWidget, ...]) -> Iterator[str]:
    """Name what can be used and is not reached; of radio buttons the chosen one stands for all."""
    for widget in wanted:
        if not _takes_tab(widget) or widget in stops:
            continue
        if isinstance(widget, QRadioButton) and _fellow_reached(widget, stops):
            continue
        yield f"{name(widget)} is not reached"


def order_faults(stops: tuple[QWidget, ...]) -> list[str]:
    """Name each step that goes against reading: down, or to the right, or up to a column there.

    The one step round the end, to what stands highest, is none.
    """
    found: list[tuple[QWidget, str]] = []
    for one, other in pairwise((*stops, *stops[:1])):
        before, after = _places(one, other)
        goes_down = after.top() >= before.bottom() - TOLERANCE
        goes_right = after.left() >= before.right() - TOLERANCE
        inside = before.contains(after) or after.contains(before)
        if not (goes_down or goes_right or inside):
            said = f"{name(one)} {_said(before)} leads to {name(other)} {_said(after)}"
            found.append((other, said))
    tops = {stop: _top(stop) for stop in stops}
    for other, said in found:
        if tops[other] <= min(tops.values()) + TOLERANCE:
            found.remove((other, said))
            break
    return [said for _, said in found]


def name(widget: QWidget) -> str:
    """Give the name of a widget, or whose part it is."""
    said = widget.text() if isinstance(widget, QAbstractButton) else ""
    own = widget.objectName() or f"{type(widget).__name__} {said!r}".strip()
    parent = widget.parentWidget()
    if widget.objectName() or parent is None:
        return own
    while (above := parent.parentWidget()) is not None and not parent.objectName():
        parent = above
    return f"{own} in {parent.objectName() or type(parent).__name__}"


def _takes_tab(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QTabBar) and widget.count() < 2:
        return False
    return widget.isVisible() and widget.isEnabled() and not _is_inside(widget)


def _is_inside(widget: QWidget) -> bool:
    """Tell whether a widget is a part that Qt makes, reached through the whole."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QCalendarWidget)


def _fellow_reached(radio: QRadioButton, stops: tuple[QWidget, ...]) -> bool:
    group = radio.group()
    fellows = group.buttons() if group is not None else radio.parentWidget().children()
    return any(one in stops for one in fellows if isinstance(one, QRadioButton))


def _is_seen(widget: QWidget) -> bool:
    seen = _seen_part(widget)
    area = _area_of(widget)
    room = area.viewport().height() if area is not None else widget.height()
    wanted = min(widget.height(), room)
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit):
        # A table that is higher than its place scrolls to its current row.
        wanted = min(wanted, ROWS)
    return seen.height() >= wanted - TOLERANCE and seen.width() > 0


def _seen_part(widget: QWidget) -> QRect:
    """Give what its parents leave of a widget."""
    window = widget.window()
    seen = _place_on(window, widget)
    parent = widget.parentWidget()
    while parent is not None and widget is not window:
        seen = seen.intersected(_place_on(window, parent))
        parent = None if parent is window else parent.parentWidget()
    return seen


def _area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent if isinstance(parent, QScrollArea) else None


def _areas(widget: QWidget) -> list[QScrollArea]:
    """Give the areas around a widget, from the outermost."""
    found: list[QScrollArea] = []
    area = _area_of(widget)
    while area is not None:
        found.insert(0, area)
        area = _area_of(area)
    return found


def _places(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Give both places on the page that both lie on; what scrolls by itself stands for its part."""
    first, second = _areas(one), _areas(other)
    page: QWidget = one.window()
    while first and second and first[0] is second[0]:
        content = first[0].widget()
        assert content is not None
        page = content
        first, second = first[1:], second[1:]
    return _place_on(page, first[0] if first else one), _place_on(
        page, second[0] if second else other
    )


def _top(widget: QWidget) -> int:
    """Give where a widget stands in its window; what scrolls stands for all that is in it."""
    standing = (*_areas(widget), widget)[0]
    return standing.mapTo(widget.window(), QPoint(0, 0)).y()


def _place_on(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _said(place: QRect) -> str:
    return f"({place.left()}–{place.right()}, {place.top()}–{place.bottom()})"
