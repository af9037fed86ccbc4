"""`ContactsDialog`: those of other cells who live here (213-QĐ/TW), and the remark of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QTableView

from cellsecretary.core.contacts import has_remark, in_order, keeps_contact
from cellsecretary.core.operations.contacts import delete_contact, note_remark
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.contact import ContactDialog
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.empty_text import EmptyText
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.life_rows import Contact
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

NAME, WORKS_AT = range(2)


class ContactsForm(Form):
    """The widgets of the dialog."""

    form = "contacts"
    notice_banner: Banner
    add_button: QPushButton
    change_button: QPushButton
    remark_button: QPushButton
    delete_button: QPushButton
    contacts_table: QTableView
    print_button: QPushButton
    close_button: QPushButton


class ContactsDialog(QDialog):
    """A list outside the register; those whose contact ended stay in it and say until when.

    `meeting_wanted` carries a meeting that a number of its papers comes from.
    """

    meeting_wanted = Signal(str)

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._ask = ask
        self._words = words
        self.form = form = ContactsForm(self)
        self.setWindowTitle(self.tr("Members of other cells who live here"))
        self._model = RecordModel(self._columns(), key=lambda row: row.id, parent=self)
        form.contacts_table.setModel(self._model)
        dress_table(form.contacts_table, stretch=(NAME, WORKS_AT), wrap=True)
        nothing = self.tr(
            "Who lives here and belongs to another cell stands here. Press “Add somebody”."
        )
        EmptyText(form.contacts_table, nothing)
        form.contacts_table.activated.connect(lambda _index: self._open())
        form.contacts_table.selectionModel().currentRowChanged.connect(self._follow_choice)
        form.add_button.clicked.connect(lambda: self._enter(None))
        form.change_button.clicked.connect(self._open)
        form.remark_button.clicked.connect(self._note_remark)
        form.delete_button.clicked.connect(self._delete)
        form.print_button.clicked.connect(self._print)
        form.close_button.clicked.connect(self.accept)
        session.changed.connect(self._show)
        self._show()
        ask_size(self, 900, 560)

    @property
    def chosen(self) -> Contact | None:
        """The one whose row is chosen."""
        index = self.form.contacts_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def show_row(self, contact: str) -> None:
        """Choose the row of somebody."""
        index = self._model.index_of(contact, NAME)
        if index.isValid():
            self.form.contacts_table.setCurrentIndex(index)
            self.form.contacts_table.scrollTo(index)

    def _columns(self) -> list[Column[Contact]]:
        year = self._session.today().year
        return [
            Column(self.tr("Full name"), lambda row: row.name, strong=True),
            Column(self.tr("Works at"), lambda row: row.works_at),
            Column(self.tr("Keeps contact"), self._kept),
            Column(
                self.tr("Remark {year}").format(year=year),
                self._remark,
                state=lambda row: State.CARE if self._lacks_remark(row) else State.NONE,
            ),
        ]

    def _kept(self, row: Contact) -> str:
        said = (
            self.tr("from {since}").format(since=day_text(row.since)) if row.since else "",
            self.tr("until {until}").format(until=day_text(row.until)) if row.until else "",
        )
        return "\n".join(text for text in said if text)

    def _lacks_remark(self, row: Contact) -> bool:
        today = self._session.today()
        return keeps_contact(row, today, today) and not has_remark(row, today.year)

    def _remark(self, row: Contact) -> str:
        if has_remark(row, self._session.today().year):
            return day_text(row.opinion_given)
        return self.tr("not yet") if self._lacks_remark(row) else ""

    def _show(self, _changes: object = None) -> None:
        chosen = self.chosen.id if self.chosen else ""
        rows = in_order(self._session.register.contacts)
        self._model.set_rows(rows)
        known = {row.id for row in rows}
        if rows:
            self.show_row(chosen if chosen in known else rows[0].id)
        self._follow_choice()

    def _follow_choice(self, *_indexes: object) -> None:
        row, form = self.chosen, self.form
        for button in (form.change_button, form.delete_button):
            button.setEnabled(row is not None)
        form.remark_button.setEnabled(row is not None and self._lacks_remark(row))
        form.print_button.setEnabled(bool(self._session.register.contacts))

    def _enter(self, contact: Contact | None) -> None:
        ContactDialog(self._session, self._words, self, contact=contact).open()

    def _open(self) -> None:
        if self.chosen is not None:
            self._enter(self.chosen)

    def _note_remark(self) -> None:
        if self.chosen is not None:
            session = self._session
            today = session.today()
            self._tell(session.do(note_remark, session.register, self.chosen.id, today))
            # The button is off now; the next one would be that which deletes.
            self.form.contacts_table.setFocus()

    def _delete(self) -> None:
        if self.chosen is not None:
            session = self._session
            self._tell(session.do(delete_contact, session.register, self.chosen.id))

    def _print(self) -> None:
        year = self._session.today().year
        papers = PeriodPapersDialog(
            self._session, self._ask, self._words, year, self, paper="contacts"
        )
        papers.meeting_wanted.connect(self._go_to_meeting)
        papers.open()

    def _go_to_meeting(self, meeting: str) -> None:
        self.accept()
        self.meeting_wanted.emit(meeting)

    def _tell(self, refusal: Refusal | None) -> None:
        self.form.notice_banner.answer(refusal, self._words)
