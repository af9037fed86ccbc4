"""`FittingTabs`: tabs that become a list to choose from where they do not fit beside each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QTabWidget, QWidget

from cellsecretary.ui.theme import current_theme


class FittingTabs(QObject):
    """Puts a box with the titles above tabs whose bar would have to be scrolled.

    The box is named as the tabs are, and turns to the same pages; hidden pages are left out.
    """

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._bar = tabs.tabBar()
        self._places: list[int] = []
        around = tabs.parentWidget()
        layout = around.layout() if around is not None else None
        assert isinstance(layout, QBoxLayout)
        # Tabs that shrink or vanish would say nothing.
        tabs.setUsesScrollButtons(True)
        self._row = QWidget(around)
        self._box = QComboBox(self._row)
        self._label = QLabel(self._row)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(self._box)
        line = QHBoxLayout(self._row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_theme().space(3))
        line.addWidget(self._label)
        line.addWidget(self._box, 1)
        layout.insertWidget(layout.indexOf(tabs), self._row)
        self._row.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._arrange)
        self._box.activated.connect(lambda place: tabs.setCurrentIndex(self._places[place]))
        # The number of a page must not be taken for milliseconds.
        tabs.currentChanged.connect(lambda _page: self._later.start())
        tabs.installEventFilter(self)
        self._bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width, and the titles when they come, go and grow."""
        kinds = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}
        if event.type() in kinds:
            self._later.start()
        if event.type() == QEvent.Type.Show and watched is self._tabs:
            self._arrange()
        return False

    def _arrange(self) -> None:
        bar, box = self._bar, self._box
        seen = [place for place in range(bar.count()) if bar.isTabVisible(place)]
        titles = [bar.tabText(place).replace("&", "") for place in seen]
        if titles != [box.itemText(place) for place in range(box.count())]:
            box.clear()
            box.addItems(titles)
        self._places = seen
        current = self._tabs.currentIndex()
        box.setCurrentIndex(seen.index(current) if current in seen else -1)
        self._label.setText(self._tabs.accessibleName())
        # The title of the tab that is seen is bold, so the bar is not always as wide.
        needed = bar.sizeHint().width() + current_theme().space(5)
        fits = needed <= self._tabs.width()
        if fits == bar.isHidden():
            had_focus = bar.hasFocus() or box.hasFocus()
            bar.setVisible(fits)
            self._row.setVisible(not fits)
            if had_focus:
                (bar if fits else box).setFocus()
