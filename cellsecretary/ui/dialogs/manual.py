"""`ManualDialog`: the manual beside the work: its pages, a search, and one page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from cellsecretary.ui.announcing import announce
from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.key_table import INSIDE, Key, bind
from cellsecretary.ui.manual_text import page_html, put_pictures
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.manual import Manual, ManualPage

PICTURE_PART: Final = 0.6
"""How much of the height of a page its picture takes at the most."""

_NAME: Final = Qt.ItemDataRole.UserRole


class ManualForm(Form):
    """The widgets of the dialog."""

    form = "manual"
    search_edit: QLineEdit
    found_label: QLabel
    pages_list: QListWidget
    page_text: QTextBrowser
    way_panel: QWidget
    back_button: QPushButton
    sheet_button: QPushButton
    cards_button: QPushButton
    close_button: QPushButton


class ManualDialog(QDialog):
    """Stays open beside the work, over the window that it belongs to.

    It begins with the page of the first of the `screens` that has one. `sheet_wanted` asks for
    the ten steps on paper, `cards_wanted` for the cards of the first look.
    """

    sheet_wanted = Signal()
    cards_wanted = Signal()

    def __init__(
        self, manual: Manual, parent: QWidget | None = None, *, screens: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._manual = manual
        self._page = manual.page_of(screens)
        self._before: list[str] = []
        self._look: tuple[object, ...] = ()
        self.form = form = ManualForm(self)
        self.setWindowTitle(self.tr("Manual"))
        StackWhenNarrow(form.way_panel)
        form.pages_list.setWordWrap(True)
        form.pages_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form.page_text.setOpenLinks(False)
        form.page_text.anchorClicked.connect(self._follow_link)
        form.pages_list.currentItemChanged.connect(self._show_chosen)
        form.search_edit.textChanged.connect(self._find)
        form.search_edit.returnPressed.connect(form.page_text.setFocus)
        form.back_button.clicked.connect(self._go_back)
        form.sheet_button.clicked.connect(self.sheet_wanted)
        form.cards_button.clicked.connect(self.cards_wanted)
        form.close_button.clicked.connect(self.reject)
        bind(Key.SEARCH, self, form.search_edit.setFocus, INSIDE)
        Follow(form.page_text, self._dress, SIZE, TEXT_SIZE)
        ask_size(self, 1240, 690)
        self._find("")
        self._turn_to(self._page)
        form.page_text.setFocus()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page.name

    def show_page(self, name: str, part: str = "") -> None:
        """Turn to a page, at its top or at a part of it."""
        page = self._manual.page(name)
        if page is None:
            return
        if page.name not in self._listed():
            self.form.search_edit.clear()
        if page is not self._page:
            self._before.append(self._page.name)
        self._turn_to(page)
        if part:
            self.form.page_text.scrollToAnchor(part)

    def show_page_of(self, screens: Sequence[str]) -> None:
        """Turn to the page of the first of these screens that has one."""
        self.show_page(self._manual.page_of(screens).name)

    def _turn_to(self, page: ManualPage) -> None:
        form = self.form
        self._page = page
        form.back_button.setEnabled(bool(self._before))
        form.pages_list.blockSignals(True)
        for item in self._items():
            if item.data(_NAME) == page.name:
                form.pages_list.setCurrentItem(item)
        form.pages_list.blockSignals(False)
        self._look = ()
        self._dress()
        form.page_text.verticalScrollBar().setValue(0)

    def _dress(self) -> None:
        """Write the page anew where its width, its text or its colours are others."""
        browser, theme = self.form.page_text, current_theme()
        # As if there were a scroll bar: else it would come and go with the height of the picture.
        width = browser.width() - theme.scroll_width - 5 * theme.space(3)
        look = (self._page.name, width, browser.height(), theme)
        if width <= 0 or self._look == look:
            return
        self._look = look
        place = browser.verticalScrollBar().value() / max(browser.verticalScrollBar().maximum(), 1)
        document = browser.document()
        document.clear()
        document.setDocumentMargin(theme.space(3))
        # No higher either: the first step has to be in view below it.
        size = QSize(width, int(browser.height() * PICTURE_PART))
        put_pictures(document, self._manual, self._page, theme, size)
        browser.setHtml(page_html(self._page, theme))
        browser.verticalScrollBar().setValue(round(place * browser.verticalScrollBar().maximum()))

    def _find(self, text: str) -> None:
        """List the pages with all words of a text; without one all pages under their groups."""
        form = self.form
        found = self._manual.find(text)
        form.pages_list.blockSignals(True)
        form.pages_list.clear()
        group = ""
        for page in found:
            if not text.strip() and page.group != group:
                group = page.group
                self._add_group(group)
            item = QListWidgetItem(page.title, form.pages_list)
            item.setData(_NAME, page.name)
            if page is self._page:
                form.pages_list.setCurrentItem(item)
        form.pages_list.blockSignals(False)
        said = self.tr("Pages found: {count}").format(count=len(found)) if text.strip() else ""
        if not found:
            said = self.tr("No page has these words. Try fewer or other words.")
        form.found_label.setText(said)
        form.found_label.setVisible(bool(said))
        if said:
            announce(form.found_label, said)
        if text.strip() and found and self._page not in found:
            self._turn_to(found[0])

    def _add_group(self, name: str) -> None:
        item = QListWidgetItem(name, self.form.pages_list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(current_theme().font("base", bold=True))
        item.setForeground(current_theme().colour("ink"))

    def _items(self) -> list[QListWidgetItem]:
        pages = self.form.pages_list
        return [pages.item(row) for row in range(pages.count())]

    def _listed(self) -> set[str]:
        return {item.data(_NAME) for item in self._items()}

    def _show_chosen(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None and item.data(_NAME):
            self.show_page(item.data(_NAME))

    def _follow_link(self, link: QUrl) -> None:
        page = link.path().removesuffix(".md") or self._page.name
        self.show_page(page, link.fragment())

    def _go_back(self) -> None:
        page = self._manual.page(self._before.pop()) if self._before else None
        if page is not None:
            if page.name not in self._listed():
                self.form.search_edit.clear()
            self._turn_to(page)
