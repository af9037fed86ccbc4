"""Which widgets a layout holds, and where.

Not by `itemAt`: PySide keeps what that gave when Qt has deleted it long since, and takes for it
whatever is made at its address later. A window then falls with a wrong type, or with the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def placed(layout: QLayout) -> list[tuple[int, QWidget]]:
    """Give the widgets of a layout in their order, each with its place."""
    around = layout.parentWidget()
    if around is None:
        return []
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    children = around.findChildren(QWidget, options=direct)
    found = ((layout.indexOf(child), child) for child in children)
    return sorted(((at, child) for at, child in found if at >= 0), key=lambda pair: pair[0])


def wanted_width(widget: QWidget) -> int:
    """Give the width that a layout would ask for a widget."""
    if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return widget.minimumWidth()
    wanted = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return wanted.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize()).width()
