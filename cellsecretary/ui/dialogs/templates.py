"""The cell's own templates of agendas: keep one under a name, rename one, delete one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from cellsecretary.core.operations.templates import (
    delete_template,
    keep_template,
    rename_template,
)
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.empty_text import EmptyText
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.office_rows import Template
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class TemplateForm(Form):
    """The widgets of the dialog for one template."""

    form = "template"
    notice_banner: Banner
    what_label: QLabel
    name_edit: QLineEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class TemplateDialog(EntryDialog):
    """Keeps the agenda of `meeting` as a template under a name, or gives `template` another."""

    def __init__(
        self,
        session: Session,
        words: Messages,
        parent: QWidget | None = None,
        *,
        meeting: str = "",
        template: Template | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._meeting = meeting
        self._template = template
        self.form = form = TemplateForm(self)
        if template is not None:
            self.setWindowTitle(self.tr("Rename a template"))
            form.what_label.hide()
            form.name_edit.setText(template.name)
        else:
            self.setWindowTitle(self.tr("Keep as a template"))
            kind = words.value(session.meeting(meeting).meeting.kind)
            text = self.tr(
                "The items of this agenda, with part, minutes and the presenter's post, can be "
                "taken again for every meeting of the kind “{kind}”."
            )
            form.what_label.setText(text.format(kind=kind))
        fields = {"name": form.name_edit}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("name")
        ask_size(self, 620)

    def entered(self) -> str:
        """Give the name."""
        return self.form.name_edit.text()

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the name of the template over."""
        register = self._session.register
        if self._template is not None:
            return do(rename_template, register, self._template.id, self.entered())
        return do(keep_template, register, self._session.meeting(self._meeting), self.entered())


class TemplatesForm(Form):
    """The widgets of the dialog for all templates."""

    form = "templates"
    what_label: QLabel
    templates_table: QTableView
    rename_button: QPushButton
    delete_button: QPushButton
    close_button: QPushButton


class TemplatesDialog(QDialog):
    """Lists the cell's own templates, to be renamed or deleted; undo brings a deleted one back."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self.form = form = TemplatesForm(self)
        self.setWindowTitle(self.tr("Own templates"))
        columns: list[Column[Template]] = [
            Column(self.tr("Name"), lambda row: row.name),
            Column(self.tr("For meetings"), lambda row: words.value(row.kind)),
            Column(self.tr("Items"), lambda row: str(len(row.items)), align="right"),
        ]
        self._model = RecordModel(columns, key=lambda row: row.id, parent=self)
        form.templates_table.setModel(self._model)
        dress_table(form.templates_table, stretch=0, wrap=True)
        EmptyText(form.templates_table, self.tr("The templates of this cell will be here."))
        form.templates_table.activated.connect(lambda _index: self.rename())
        form.rename_button.clicked.connect(self.rename)
        form.delete_button.clicked.connect(self.delete)
        form.close_button.clicked.connect(self.accept)
        for button in (form.rename_button, form.delete_button):
            button.setAutoDefault(False)
        session.changed.connect(self._show)
        self._show()
        form.templates_table.setFocus()
        ask_size(self, 760, 440)

    def rename(self) -> None:
        """Ask for another name of the chosen template."""
        template = self._current()
        if template is not None:
            TemplateDialog(self._session, self._words, self, template=template).open()

    def delete(self) -> None:
        """Take the chosen template out."""
        template = self._current()
        if template is not None:
            self._session.do(delete_template, self._session.register, template.id)

    def _current(self) -> Template | None:
        index = self.form.templates_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _show(self, _changes: object = None) -> None:
        form, rows = self.form, self._session.register.templates
        self._model.set_rows(rows)
        if rows and self._current() is None:
            form.templates_table.setCurrentIndex(self._model.index(0, 0))
        form.rename_button.setEnabled(bool(rows))
        form.delete_button.setEnabled(bool(rows))
        form.what_label.setText(
            self.tr("These can be chosen when a meeting is planned.")
            if rows
            else self.tr("There is none yet. In step 1 choose More…, Keep as a template…")
        )
