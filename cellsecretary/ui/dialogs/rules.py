"""The rules in force, where they come from, and the rule files of the superior that are used."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.operations.rule_files import accept_rule_file, withdraw_rule_file
from cellsecretary.rules import RuleFileError, text_of
from cellsecretary.rules.comparing import differences
from cellsecretary.sentences.rules import refused
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.rule_file import RuleFileDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.office_rows import RuleFile
    from cellsecretary.messages import Messages
    from cellsecretary.rules.sections import Edition
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

    Section = tuple[str, Edition]

SECTION, SINCE, SOURCE = range(3)
FILE, ACCEPTED, STATE, MATTER = range(4)


class RulesForm(Form):
    """The widgets of the dialog."""

    form = "rules"
    notice_banner: Banner
    today_label: QLabel
    rules_table: QTableView
    no_files_label: QLabel
    files_table: QTableView
    withdraw_button: QPushButton
    close_button: QPushButton
    take_button: QPushButton


class RulesDialog(QDialog):
    """Shows what holds today, takes a further file, and lets one go."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._ask = ask
        self._words = words
        self._rulebook = session.rulebook()
        self.form = form = RulesForm(self)
        self.setWindowTitle(self.tr("Rules in use"))
        form.notice_banner.dismiss()
        form.notice_banner.acted.connect(session.undo)
        self._rules: RecordModel[Section] = RecordModel(
            [
                Column(self.tr("About"), lambda one: words.rule("section", one[0]), strong=True),
                Column(self.tr("In force since"), lambda one: day_text(one[1].valid_from)),
                Column(self.tr("From which document"), lambda one: one[1].source),
            ],
            key=lambda one: one[0],
            parent=self,
        )
        self._files: RecordModel[RuleFile] = RecordModel(
            [
                Column(self.tr("File"), lambda file: file.name, strong=True),
                Column(self.tr("Taken on"), lambda file: day_text(file.accepted.date())),
                Column(self.tr("State"), self._state, state=self._state_sign),
                Column(self.tr("What is the matter"), self._matter),
            ],
            key=lambda file: file.id,
            parent=self,
        )
        form.rules_table.setModel(self._rules)
        dress_table(form.rules_table, wrap=True)
        SharedWidths(form.rules_table, {SECTION: 2, SOURCE: 3})
        form.files_table.setModel(self._files)
        dress_table(form.files_table, stretch=(FILE, MATTER), wrap=True)
        form.files_table.selectionModel().currentRowChanged.connect(self._choose)
        form.withdraw_button.clicked.connect(self._withdraw)
        form.withdraw_button.setAutoDefault(False)
        form.close_button.clicked.connect(self.accept)
        form.close_button.setAutoDefault(False)
        form.take_button.clicked.connect(self._take)
        session.changed.connect(self._refresh)
        self._refresh()
        for wrong in self._rulebook.left_out.values():
            form.notice_banner.show_message(State.CARE, refused(words, wrong))
        form.take_button.setFocus()
        ask_size(self, 1040, 640)

    def _refresh(self, *_changes: object) -> None:
        form, session = self.form, self._session
        today, files = session.today(), session.register.rule_files
        self._rulebook = session.rulebook()
        text = self.tr(
            "In force today, {day}. Meetings that are closed keep the rules of their day."
        )
        form.today_label.setText(text.format(day=day_text(today)))
        self._rules.set_rows(list(self._rulebook.in_force(today).items()))
        self._files.set_rows(files)
        form.no_files_label.setVisible(not files)
        form.files_table.setVisible(bool(files))
        form.files_table.setColumnHidden(MATTER, not self._rulebook.left_out)
        if files and not form.files_table.currentIndex().isValid():
            form.files_table.selectRow(len(files) - 1)
        form.withdraw_button.setVisible(bool(files))
        self._choose()

    def _wrong(self, file: RuleFile) -> RuleFileError | None:
        return self._rulebook.left_out.get((file.name, file.text))

    def _state(self, file: RuleFile) -> str:
        return self.tr("cannot be used") if self._wrong(file) else self.tr("in use")

    def _state_sign(self, file: RuleFile) -> State:
        return State.BAD if self._wrong(file) else State.GOOD

    def _matter(self, file: RuleFile) -> str:
        wrong = self._wrong(file)
        return refused(self._words, wrong) if wrong else ""

    def _choose(self, *_indexes: object) -> None:
        self.form.withdraw_button.setEnabled(self.form.files_table.currentIndex().isValid())

    def _take(self) -> None:
        path = self._ask.open_path(FileKind.RULES)
        if path is None:
            return
        form, session = self.form, self._session
        form.notice_banner.dismiss()
        try:
            text = text_of(path)
            found = differences(self._rulebook, path.name, text, session.today())
        except RuleFileError as wrong:
            form.notice_banner.show_message(State.BAD, refused(self._words, wrong))
            return
        use = partial(session.do, accept_rule_file, session.register, path.name, text)
        dialog = RuleFileDialog(self._words, path.name, found, use, self)
        dialog.used.connect(self._tell_used)
        dialog.open()

    def _tell_used(self, name: str) -> None:
        self._tell(self.tr("The rule file {file} is in use from now on.").format(file=name))

    def _withdraw(self) -> None:
        file = self._files.row(self.form.files_table.currentIndex())
        refusal = self._session.do(withdraw_rule_file, self._session.register, file.id)
        if refusal is None:
            self._tell(self.tr("The rule file {file} is no longer used.").format(file=file.name))
            return
        self.form.notice_banner.answer(refusal, self._words)

    def _tell(self, text: str) -> None:
        self.form.notice_banner.show_message(State.GOOD, text, self.tr("Undo"), "undo")
