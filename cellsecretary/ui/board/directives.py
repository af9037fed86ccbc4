"""What the superior gives all cells to do: documents, topics, themes of a quarter, rule files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QWidget,
)

from cellsecretary.core.board.directives import (
    DirectiveState,
    directive_state,
    in_order,
    whole_quarter,
)
from cellsecretary.core.operations.board import hand_out_rules, withdraw_directive
from cellsecretary.core.period import QUARTERS
from cellsecretary.rules import RuleFileError, bundled, text_of
from cellsecretary.rules.comparing import differences
from cellsecretary.sentences.rules import refused
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.directive import DirectiveDialog
from cellsecretary.ui.board.page import BoardPage
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.rule_file import RuleFileDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.board_rows import HandedRuleFile, IssuedDirective
    from cellsecretary.messages import Messages
    from cellsecretary.rules import Rulebook
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

KIND_COLUMN, TITLE_COLUMN, NUMBER_COLUMN, SPAN_COLUMN = 1, 2, 3, 4

DIRECTIVE_STATES = {
    DirectiveState.IN_FORCE: State.GOOD,
    DirectiveState.COMING: State.CARE,
    DirectiveState.OVER: State.NONE,
    DirectiveState.WITHDRAWN: State.NONE,
}


class BoardDirectivesForm(Form):
    """The widgets of the page."""

    form = "board_directives"
    notice_banner: Banner
    reply_label: QLabel
    sides_tabs: QTabWidget


class BoardIssuedForm(Form):
    """The widgets of the side of the directives."""

    form = "board_issued"
    rows_stack: QStackedWidget
    table_page: QWidget
    issued_table: QTableView
    empty_page: QFrame
    change_button: QPushButton
    withdraw_button: QPushButton
    add_button: QPushButton


class BoardRulesForm(Form):
    """The widgets of the side of the rule files."""

    form = "board_rules"
    rows_stack: QStackedWidget
    table_page: QWidget
    files_table: QTableView
    empty_page: QFrame
    withdraw_button: QPushButton
    add_button: QPushButton


class DirectivesPage(BoardPage):
    """Two lists; nothing of them is deleted: what goes back to cells says that it was withdrawn."""

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = BoardDirectivesForm(self)
        form.notice_banner.dismiss()
        form.notice_banner.acted.connect(session.undo)
        issued_side, rules_side = QWidget(self), QWidget(self)
        self.issued = BoardIssuedForm(issued_side)
        self.rules = BoardRulesForm(rules_side)
        form.sides_tabs.addTab(issued_side, self.tr("Documents, topics, themes"))
        form.sides_tabs.addTab(rules_side, self.tr("Rule files"))
        self._directives: RecordModel[IssuedDirective] = RecordModel(
            self._directive_columns(), key=lambda one: one.id, parent=self
        )
        self._files: RecordModel[HandedRuleFile] = RecordModel(
            self._file_columns(), key=lambda one: one.id, parent=self
        )
        issued, rules = self.issued, self.rules
        issued.issued_table.setModel(self._directives)
        dress_table(issued.issued_table, wrap=True)
        SharedWidths(issued.issued_table, {TITLE_COLUMN: 3}, give_way=(KIND_COLUMN, NUMBER_COLUMN))
        rules.files_table.setModel(self._files)
        dress_table(rules.files_table, stretch=(0,), wrap=True)
        for table in (issued.issued_table, rules.files_table):
            table.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer())
        issued.issued_table.activated.connect(lambda _index: self._change())
        issued.add_button.clicked.connect(self._add)
        issued.change_button.clicked.connect(self._change)
        issued.withdraw_button.clicked.connect(self._withdraw)
        rules.add_button.clicked.connect(self._choose_file)
        rules.withdraw_button.clicked.connect(self._withdraw_file)

    def title(self) -> str:
        """Give the word for the page."""
        return self.tr("Directives")

    def begin(self) -> None:
        """Put the keyboard on the button that begins."""
        self.issued.add_button.setFocus()

    def refresh(self) -> None:
        """Show both lists as they stand today."""
        register = self._session.register
        self._directives.set_rows(in_order(register.directives, self._session.today()))
        self._files.set_rows(register.rule_files)
        for side, table in (
            (self.issued, self.issued.issued_table),
            (self.rules, self.rules.files_table),
        ):
            count = table.model().rowCount()
            side.rows_stack.setCurrentWidget(side.table_page if count else side.empty_page)
            if count and not table.currentIndex().isValid():
                table.selectRow(0)
        self._offer()

    def _directive_columns(self) -> list[Column[IssuedDirective]]:
        return [
            Column(
                self.tr("State"),
                lambda one: self._words.value(self._state(one)),
                state=lambda one: DIRECTIVE_STATES[self._state(one)],
            ),
            Column(self.tr("Kind"), lambda one: self._words.value(one.kind)),
            Column(self.tr("About"), lambda one: one.title, strong=True),
            Column(self.tr("Number"), self._number),
            Column(self.tr("For"), self._span),
        ]

    def _file_columns(self) -> list[Column[HandedRuleFile]]:
        return [
            Column(self.tr("File"), lambda file: file.id, strong=True),
            Column(self.tr("Since"), lambda file: day_text(file.changed.date())),
            Column(
                self.tr("State"),
                lambda file: self.tr("withdrawn") if file.withdrawn else self.tr("handed out"),
                state=lambda file: State.NONE if file.withdrawn else State.GOOD,
            ),
        ]

    def _state(self, directive: IssuedDirective) -> DirectiveState:
        return directive_state(directive, self._session.today())

    def _number(self, directive: IssuedDirective) -> str:
        if directive.number and directive.issued:
            return self.tr("{number} of {day}").format(
                number=directive.number, day=day_text(directive.issued)
            )
        return directive.number or day_text(directive.issued)

    def _span(self, directive: IssuedDirective) -> str:
        """Name the quarter, or the months, that a directive is for."""
        quarter = whole_quarter(directive.first, directive.last)
        if quarter is not None:
            return self.tr("quarter {number}/{year}").format(
                number=QUARTERS[quarter.number - 1], year=quarter.year
            )
        first, last = f"{directive.first:%m/%Y}", f"{directive.last:%m/%Y}"
        if first == last:
            return self.tr("month {first}").format(first=first)
        return self.tr("{first} to {last}").format(first=first, last=last)

    def _offer(self) -> None:
        """Offer what can be done with the chosen rows."""
        directive, file = self._directive(), self._file()
        issued, rules = self.issued, self.rules
        issued.change_button.setEnabled(directive is not None)
        for button, row in ((issued.withdraw_button, directive), (rules.withdraw_button, file)):
            gone = row is not None and row.withdrawn
            button.setText(self.tr("Let it hold a&gain") if gone else self.tr("&Withdraw"))
            button.setEnabled(row is not None)

    def _directive(self) -> IssuedDirective | None:
        return self._directives.at(self.issued.issued_table.currentIndex())

    def _file(self) -> HandedRuleFile | None:
        return self._files.at(self.rules.files_table.currentIndex())

    # Directives

    def _add(self) -> None:
        known = {one.id for one in self._session.register.directives}
        dialog = DirectiveDialog(self._session, self._words, self)
        dialog.accepted.connect(lambda: self._select_new(known))
        dialog.open()

    def _select_new(self, known: set[str]) -> None:
        """Choose what was just entered, wherever its place is."""
        for row in self._directives.rows:
            if row.id not in known:
                index = self._directives.index_of(row.id)
                self.issued.issued_table.setCurrentIndex(index)

    def _change(self) -> None:
        directive = self._directive()
        if directive is not None:
            DirectiveDialog(self._session, self._words, self, directive=directive).open()

    def _withdraw(self) -> None:
        directive = self._directive()
        if directive is not None:
            register = self._session.register
            self.run(withdraw_directive, register, directive.id, not directive.withdrawn)

    # Rule files

    def _choose_file(self) -> None:
        """Read a file, and show what it would change before it is handed out."""
        path = self._ask.open_path(FileKind.RULES)
        if path is None:
            return
        self.notice("")
        today = self._session.today()
        try:
            text = text_of(path)
            found = differences(self._rulebook(path.name), path.name, text, today)
        except RuleFileError as wrong:
            self.notice(refused(self._words, wrong), State.BAD)
            return
        register = self._session.register
        hand_out = partial(self._session.do, hand_out_rules, register, path.name, text)
        dialog = HandOutDialog(self._words, path.name, found, hand_out, self)
        dialog.used.connect(self._tell_handed_out)
        dialog.open()

    def _rulebook(self, name: str) -> Rulebook:
        """Give the rules with what is handed out, but for the file that takes another's place."""
        files = self._session.register.rule_files
        others = ((one.id, one.text) for one in files if not one.withdrawn and one.id != name)
        return bundled().with_files(tuple(others))

    def _tell_handed_out(self, name: str) -> None:
        text = self.tr("{file} goes to each cell with the next reply on its stick.")
        self.notice(text.format(file=name), State.GOOD)

    def _withdraw_file(self) -> None:
        file = self._file()
        if file is not None:
            register = self._session.register
            self.run(hand_out_rules, register, file.id, file.text, not file.withdrawn)


class HandOutDialog(RuleFileDialog):
    """What a rule file would change in the cells, before it is handed out to them."""

    def dress(self) -> None:
        """Say what is decided here."""
        self.setWindowTitle(self.tr("Rule file for the cells"))
        self.form.cancel_button.setText(self.tr("&Do not hand it out"))
        self.form.keep_button.setText(self.tr("&Hand it out to the cells"))
