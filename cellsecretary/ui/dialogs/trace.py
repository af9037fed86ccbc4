"""`TraceDialog`: who did what and when, newest first, to be searched, printed and saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.core.signing import issuing
from cellsecretary.core.trace import TraceFilter
from cellsecretary.exchange.table_files import write_table
from cellsecretary.papers.errors import PaperError
from cellsecretary.sentences.trace import TraceSentences
from cellsecretary.store import BookError
from cellsecretary.store.trace import trace_changes, trace_page
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.paper import BoardPaperDialog
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.trace_changes import TraceChangesDialog
from cellsecretary.ui.dialogs.trace_filter import Subjects, TraceFilterDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import icon
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.paper_desk import file_name
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.office import Office
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.table import Table
    from cellsecretary.core.trace import TraceLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.session import Session

WHEN, WHAT, STATE, ABOUT, ACCOUNT = range(5)
SEARCH_MS = 400
"""So long nothing is typed before it is looked for."""


class TraceForm(Form):
    """The widgets of the dialog."""

    form = "trace"
    notice_banner: Banner
    filter_bar: QWidget
    search_edit: QLineEdit
    filter_button: QPushButton
    chosen_bar: QWidget
    chosen_label: QLabel
    all_button: QPushButton
    trace_stack: QStackedWidget
    table_page: QWidget
    trace_table: QTableView
    empty_page: QFrame
    empty_label: QLabel
    count_bar: QWidget
    count_label: QLabel
    older_button: QPushButton
    more_button: QPushButton
    close_button: QPushButton
    changes_button: QPushButton


class _ActCount(QObject):
    """A plural of its own: a subclass of the dialog would not find those of the dialog."""

    def acts(self, count: int) -> str:
        return self.tr("%n act(s), the newest on top", "", count)


class TraceDialog(QDialog):
    """Lists the history of an open file a page at a time; `about` is shown alone at first.

    A subclass says what acts can be about, and who issues the list: `subjects`, `rules`, `office`.
    `meeting_wanted` carries a meeting of the book.
    """

    meeting_wanted = Signal(str)
    about_title = "meeting"

    def __init__(
        self,
        session: LedgerSession,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ledger_session = session
        self._ask, self._words = ask, words
        self._say = TraceSentences(words)
        self._wanted = TraceFilter((about,) if about else ())
        self._lines: list[TraceLine] = []
        self._before: int | None = None
        self.form = form = TraceForm(self)
        self.setWindowTitle(words.trace("say", "title"))
        form.notice_banner.dismiss()
        StackWhenNarrow(form.filter_bar)
        StackWhenNarrow(form.count_bar)
        self._model = RecordModel(self._columns(), key=lambda line: line.number, parent=self)
        table = form.trace_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        SharedWidths(table, {WHAT: 3, ABOUT: 1}, give_way=(ABOUT, ACCOUNT), below=WHAT)
        table.activated.connect(self.show_changes)
        table.selectionModel().currentRowChanged.connect(self._follow_choice)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SEARCH_MS)
        self._soon.timeout.connect(self.show_newest)
        form.search_edit.textChanged.connect(lambda _text: self._soon.start())
        form.search_edit.returnPressed.connect(self.show_newest)
        form.filter_button.clicked.connect(self._ask_what)
        form.all_button.clicked.connect(lambda: self.show_only(TraceFilter()))
        form.older_button.clicked.connect(self.show_older)
        form.changes_button.clicked.connect(self.show_changes)
        form.close_button.clicked.connect(self.reject)
        menu = QMenu(self)
        menu.addAction(icon("print"), self.tr("&Print this list…"), self._print)
        for kind, text in (
            (FileKind.SHEET, self.tr("Save for &Excel (XLSX)…")),
            (FileKind.CSV, self.tr("Save as &CSV…")),
            (FileKind.PDF, self.tr("Save as PD&F…")),
        ):
            menu.addAction(icon("save"), text, partial(self._save, kind))
        give_menu(form.more_button, menu)
        session.changed.connect(self.show_newest)
        self.show_newest()
        (table if self._lines else form.search_edit).setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 1180, 640)

    # What the file is

    def subjects(self) -> Subjects:
        """Give what acts can be about."""
        raise NotImplementedError

    def rules(self) -> RuleSet:
        """Give the rules that say how the list is printed."""
        raise NotImplementedError

    def office(self) -> Office:
        """Give who issues the list."""
        raise NotImplementedError

    # Showing

    @property
    def lines(self) -> tuple[TraceLine, ...]:
        """The lines that are shown."""
        return tuple(self._lines)

    def show_only(self, wanted: TraceFilter) -> None:
        """Show what a filter asks for, from its newest."""
        self._wanted = wanted
        self.show_newest()

    def show_newest(self, _changes: object = None) -> None:
        """Show the newest page of what is asked for."""
        self._soon.stop()
        self._lines, self._before = [], None
        self._read()
        if self._lines:
            self.form.trace_table.selectRow(0)
            self.form.trace_table.scrollToTop()

    def show_older(self) -> None:
        """Add the page before those that are shown."""
        row = len(self._lines)
        self._read()
        if row < len(self._lines):
            self.form.trace_table.selectRow(row)
        self.form.trace_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        matches = self._say.matching(self.form.search_edit.text())
        try:
            page = trace_page(
                self._ledger_session.ledger, self._wanted, self._before, matches=matches
            )
        except BookError as error:
            self._ledger_session.failed.emit(error)
            return
        self._lines += page.lines
        self._before = page.before
        self._show()

    def _show(self) -> None:
        form = self.form
        self._model.set_rows(self._lines)
        form.trace_table.setColumnHidden(STATE, not any(one.is_undone for one in self._lines))
        form.trace_stack.setCurrentWidget(form.table_page if self._lines else form.empty_page)
        is_asked = bool(self._wanted.about or self._wanted.day or form.search_edit.text().strip())
        form.empty_label.setText(self._nothing(is_asked=is_asked))
        chosen = self._chosen_words()
        form.chosen_label.setText(self.tr("Only: {what}").format(what=chosen))
        form.chosen_bar.setVisible(bool(chosen))
        form.count_label.setText(_ActCount().acts(len(self._lines)) if self._lines else "")
        form.older_button.setVisible(self._before is not None)
        form.more_button.setEnabled(bool(self._lines))
        self._follow_choice()

    def _nothing(self, *, is_asked: bool) -> str:
        if self._before is not None:
            return self.tr("Nothing of this among the newer acts. Press “Show older” to go on.")
        if is_asked:
            return self.tr("Nothing like this was done. Try other words, or show everything again.")
        return self.tr("Whatever is done will stand here: when, by whom, and what it changed.")

    def _chosen_words(self) -> str:
        subjects = self.subjects()
        unknown = self._words.trace("say", "unknown")
        parts = [subjects.name_of(one) or unknown for one in self._wanted.about]
        if self._wanted.day:
            parts.append(self.tr("day {day}").format(day=day_text(self._wanted.day)))
        return "; ".join(parts)

    def _columns(self) -> list[Column[TraceLine]]:
        say, word = self._say, partial(self._words.trace, "column")
        return [
            Column(word("at"), say.when),
            Column(word("what"), say.act, strong=True),
            Column("", say.undone, state=lambda line: State.CARE if line.is_undone else None),
            Column(word(self.about_title), say.about),
            Column(word("account"), say.account),
        ]

    @property
    def _chosen(self) -> TraceLine | None:
        return self._model.at(self.form.trace_table.currentIndex())

    def _follow_choice(self, *_indexes: object) -> None:
        self.form.changes_button.setEnabled(self._chosen is not None)

    # Acting

    def _ask_what(self) -> None:
        today = self._ledger_session.today()
        dialog = TraceFilterDialog(self.subjects(), self._wanted, today, self)
        dialog.wanted.connect(self.show_only)
        dialog.open()

    def show_changes(self, _index: object = None) -> None:
        """Show what the chosen line changed."""
        line = self._chosen
        if line is None:
            return
        try:
            rows = trace_changes(self._ledger_session.ledger, line)
        except BookError as error:
            self._ledger_session.failed.emit(error)
            return
        known = frozenset(one for one, _ in self.subjects().meetings)
        dialog = TraceChangesDialog(line, rows, self._say, self._words, self, meetings=known)
        dialog.meeting_wanted.connect(self._go_to_meeting)
        dialog.open()

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)

    def table(self) -> Table:
        """Give what is shown as a table: what is printed is what was read."""
        today = self._ledger_session.today().isoformat()
        parts = [self._chosen_words(), self._words.trace("say", "subtitle", date=today)]
        subtitle = ". ".join(part for part in parts if part)
        table = self._say.table(self._lines, subtitle, self.about_title)
        return replace(table, title=self.rules().paper.marked(table.title))

    def _print(self) -> None:
        table, rules, office = self.table(), self.rules(), self.office()

        def make() -> bytes:
            # ReportLab takes a quarter of a second to import.
            from cellsecretary.papers.board_table import table_pdf

            return table_pdf(table, rules, office)

        BoardPaperDialog(
            *(table.title, self._file_name(table), make, rules), *(self._ask, self._words, self)
        ).open()

    def _save(self, kind: FileKind) -> None:
        table = self.table()
        name = f"{self._file_name(table)}.{kind.suffix}"
        path = self._ask.save_path(paths.books_folder() / name, kind)
        if path is None:
            return
        try:
            with waiting():
                write_table(table, path, self.rules(), self.office())
        except PaperError as error:
            text = self._words.paper(error.fault, error.place)
            self.form.notice_banner.show_message(State.BAD, text)
        else:
            text = self.tr("Saved: {path}").format(path=path)
            self.form.notice_banner.show_message(State.GOOD, text)

    def _file_name(self, table: Table) -> str:
        return file_name(table.title, self._ledger_session.today().isoformat())


class BookTraceDialog(TraceDialog):
    """The history of a book: of its meetings and its members."""

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        self._session = session
        super().__init__(session, ask, words, parent, about=about)

    def subjects(self) -> Subjects:
        """Give the meetings, the newest first, and all who ever were in the register."""
        register = self._session.register
        text = self.tr("{day}, {kind}")
        return Subjects(
            meetings=[
                (one.id, text.format(day=day_text(one.date), kind=self._words.value(one.kind)))
                for one in reversed(register.meetings)
            ],
            members=register.members,
        )

    def rules(self) -> RuleSet:
        """Give the rules of today."""
        return self._session.rules(self._session.today())

    def office(self) -> Office:
        """Give the cell as it is today."""
        return issuing(self._session.register, self._session.today(), self.rules())
