"""`SearchDialog`: words looked for in all years of the book, and the way to where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.book_lines import book_years
from cellsecretary.core.search import EVERYTHING, SearchKind, Wanted
from cellsecretary.store import BookError
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.marked_text import MarkedText
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.messages import Messages
    from cellsecretary.store.search import Found, Hit
    from cellsecretary.ui.session import Session
    from cellsecretary.ui.tables import Index

MOST = 50
"""So many places are listed; whoever looks for one of more types another word."""

DAY, KIND, WHO, TEXT = range(4)
STORIES = {"tasks", "reviews", "petitions", "members", "standings", "year_reviews"}
"""Tables of which there is a story, of the row or of its member."""


@dataclass(frozen=True)
class Asked:
    """What was looked for, and the row that was chosen of what was found."""

    text: str = ""
    wanted: Wanted = EVERYTHING
    chosen: tuple[str, str] | None = None


class SearchForm(Form):
    """The widgets of the dialog."""

    form = "search"
    search_edit: QLineEdit
    filter_bar: QWidget
    kind_box: QComboBox
    year_box: QComboBox
    member_edit: MemberPicker
    all_button: QPushButton
    count_label: QLabel
    found_stack: QStackedWidget
    table_page: QWidget
    found_table: QTableView
    empty_page: QFrame
    empty_label: QLabel
    close_button: QPushButton
    story_button: QPushButton
    open_button: QPushButton


class SearchDialog(QDialog):
    """Looks with every letter that is typed; begins with what was looked for last.

    `place_wanted` carries the `Place` that was chosen, `story_wanted` the one whose story is to be
    told; what was `asked` is there until the dialog is gone.
    """

    place_wanted = Signal(object)
    story_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        words: Messages,
        parent: QWidget | None = None,
        *,
        before: Asked | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._names: dict[str, str] = {}
        self.form = form = SearchForm(self)
        self.setWindowTitle(self.tr("Search the book"))
        self._model = RecordModel(self._columns(), key=_key, parent=self)
        table = form.found_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        table.setItemDelegate(MarkedText(table, TEXT, self._marks))
        SharedWidths(table, {TEXT: 4, WHO: 1}, give_way=(KIND, WHO), below=TEXT)
        StackWhenNarrow(form.filter_bar)
        self._offer_filters()
        self._begin(before or Asked())
        form.search_edit.textChanged.connect(self._look)
        form.search_edit.returnPressed.connect(self._go_to_list)
        form.kind_box.activated.connect(self._look)
        form.year_box.activated.connect(self._look)
        form.member_edit.chosen.connect(self._look)
        form.all_button.clicked.connect(self._want_everything)
        table.activated.connect(self._go_there)
        table.selectionModel().currentRowChanged.connect(self._follow_choice)
        form.open_button.clicked.connect(self._go_there)
        form.story_button.clicked.connect(self._tell_story)
        form.close_button.clicked.connect(self.reject)
        session.changed.connect(self._look)
        ask_size(self, 1180, 700)

    @property
    def asked(self) -> Asked:
        """What is looked for, and the row that is chosen."""
        hit = self._chosen
        return Asked(self.form.search_edit.text(), self._wanted, _key(hit) if hit else None)

    # Asking

    def _offer_filters(self) -> None:
        form, register = self.form, self._session.register
        form.kind_box.addItem(self.tr("all kinds"), None)
        for kind in SearchKind:
            form.kind_box.addItem(self._words.value(kind), kind.value)
        form.year_box.addItem(self.tr("all years"), None)
        for year in book_years(register):
            form.year_box.addItem(str(year), year)
        form.member_edit.set_people(register.members)

    def _begin(self, before: Asked) -> None:
        """Ask again what was asked last: the way back to the other places that were found."""
        form, wanted = self.form, before.wanted
        form.search_edit.setText(before.text)
        form.search_edit.selectAll()
        form.kind_box.setCurrentIndex(
            max(form.kind_box.findData(wanted.kind and wanted.kind.value), 0)
        )
        form.year_box.setCurrentIndex(max(form.year_box.findData(wanted.year), 0))
        known = self._session.register.member(wanted.person)
        form.member_edit.set_member(known.id if known else None)
        self._look()
        index = self._model.index_of(before.chosen)
        if index.isValid():
            form.found_table.setCurrentIndex(index)
        form.search_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _wanted(self) -> Wanted:
        form = self.form
        # Qt gives the text of the kind back.
        kind = form.kind_box.currentData()
        year, person = form.year_box.currentData(), form.member_edit.member()
        return Wanted(SearchKind(kind) if kind else None, year, person)

    def _found(self) -> Found | None:
        """Give what is found; nothing of a book that cannot be read, which the window tells."""
        try:
            return self._session.found(self.form.search_edit.text(), self._wanted, MOST)
        except BookError as error:
            self._session.failed.emit(error)
            return None

    def _look(self, *_change: object) -> None:
        found = self._found()
        if found is None:
            self.reject()
            return
        self._show(found)
        if found.hits and not self._chosen:
            self.form.found_table.selectRow(0)
            self.form.found_table.scrollToTop()

    def _want_everything(self) -> None:
        form = self.form
        form.kind_box.setCurrentIndex(0)
        form.year_box.setCurrentIndex(0)
        form.member_edit.set_member(None)
        self._look()
        form.search_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _columns(self) -> list[Column[Hit]]:
        return [
            Column(self.tr("Day"), lambda hit: day_text(hit.place.day), strong=True),
            Column(self.tr("Kind"), lambda hit: self._words.value(hit.place.kind)),
            Column(self.tr("Who"), self._who),
            Column(self.tr("What it says"), lambda hit: hit.excerpt.text, names=True),
        ]

    def _who(self, hit: Hit) -> str:
        if hit.place.kind is SearchKind.PERSON:
            return ""  # that is what it says
        names = (self._names.get(one, "") for one in hit.place.people)
        return ", ".join(dict.fromkeys(name for name in names if name))

    def _marks(self, index: Index) -> Sequence[tuple[int, int]]:
        return self._model.row(index).excerpt.marks

    def _show(self, found: Found | None) -> None:
        form, hits = self.form, found.hits if found else ()
        self._names = {one.id: one.name for one in self._session.register.members}
        self._model.set_rows(hits)
        form.found_stack.setCurrentWidget(form.table_page if hits else form.empty_page)
        form.count_label.setText(self._count(found.count) if found else "")
        form.count_label.setVisible(bool(hits))
        form.empty_label.setText(self._nothing())
        form.all_button.setVisible(self._wanted != EVERYTHING)
        self._follow_choice()

    def _count(self, count: int) -> str:
        said = self.tr("%n place(s) found", "", count)
        if count <= MOST:
            return said
        more = self.tr("{count}; here are the first {most}. Type one more word to find fewer.")
        return more.format(count=said, most=MOST)

    def _nothing(self) -> str:
        if not self.form.search_edit.text().strip():
            return self.tr(
                "Type what you remember: a name, a place, a word that was said. Minutes, opinions, "
                "tasks, documents, petitions and members of all years are searched."
            )
        if self._wanted != EVERYTHING:
            return self.tr(
                "Nothing of what is chosen above has these words. Press “Search everything”, "
                "or type other words."
            )
        return self.tr("Nothing in the book has these words. Type fewer words, or others.")

    # Going there

    @property
    def _chosen(self) -> Hit | None:
        return self._model.at(self.form.found_table.currentIndex())

    def _follow_choice(self, *_indexes: object) -> None:
        hit, form = self._chosen, self.form
        form.open_button.setEnabled(hit is not None)
        form.story_button.setEnabled(hit is not None and hit.place.table in STORIES)

    def _go_to_list(self) -> None:
        if self._model.rows:
            self.form.found_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_there(self, _index: object = None) -> None:
        hit = self._chosen
        if hit is not None:
            self.accept()
            self.place_wanted.emit(hit.place)

    def _tell_story(self) -> None:
        hit = self._chosen
        if hit is not None:
            self.accept()
            self.story_wanted.emit(hit.place)


def _key(hit: Hit) -> tuple[str, str]:
    return hit.place.table, hit.place.row
