"""The register of members: who they are, how they stand, how many they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.core.membership import MemberState, count_members, member_states
from cellsecretary.core.operations.members import change_member, confirm_transfer, delete_member
from cellsecretary.core.transfers import is_open_transfer
from cellsecretary.core.vietnamese import name_key
from cellsecretary.exchange.roster import read_roster
from cellsecretary.exchange.sheets import RosterError
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.contacts import ContactsDialog
from cellsecretary.ui.dialogs.leaving import LeavingDialog
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.dialogs.register_check import RegisterCheckDialog
from cellsecretary.ui.dialogs.roster_import import RosterImportDialog
from cellsecretary.ui.dialogs.standing import StandingDialog
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import icon
from cellsecretary.ui.long_work import Cancelled, LongWork
from cellsecretary.ui.member_table import NAME, MemberTable
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.stories import Stories
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.core.rows import Member
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class MembersForm(Form):
    """The widgets of the panel."""

    form = "members"
    notice_banner: Banner
    head_panel: QWidget
    search_edit: QLineEdit
    change_button: QPushButton
    history_button: QPushButton
    add_button: QPushButton
    more_button: QPushButton
    count_panel: QWidget
    count_label: QLabel
    members_table: QTableView
    empty_card: QFrame
    import_button: QPushButton
    first_button: QPushButton


class MembersPanel(Panel):
    """All members in the order of their given names; those who left are shown on demand."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = MembersForm(self)
        form = self.form
        self._table = MemberTable(form.members_table, words)
        self._model = self._table.model
        self.begin_at(form.members_table)
        self._make_menu()
        form.search_edit.textChanged.connect(self._search)
        form.search_edit.returnPressed.connect(self._go_to_found)
        form.change_button.clicked.connect(self.open_member)
        form.history_button.clicked.connect(self._show_story)
        form.add_button.clicked.connect(self.add_member)
        form.first_button.clicked.connect(self.add_member)
        form.import_button.clicked.connect(self.import_list)
        form.members_table.activated.connect(lambda _index: self.open_member())
        form.members_table.selectionModel().currentRowChanged.connect(self._follow_choice)

    @property
    def chosen(self) -> Member | None:
        """The member whose row is chosen."""
        index = self.form.members_table.currentIndex()
        return self._model.row(index).member if index.isValid() else None

    def refresh(self) -> None:
        """Show the register as it stands today."""
        states = member_states(self._session.register, self._session.today())
        has_left = any(state.has_left for state in states)
        self._left_action.setEnabled(has_left)
        shown = [state for state in states if self._left_action.isChecked() or not state.has_left]
        self._model.set_rows(
            sorted(shown, key=lambda s: (name_key(s.member.name), s.member.number))
        )
        for widget in (self.form.head_panel, self.form.count_panel, self.form.members_table):
            widget.setVisible(bool(states))
        self.form.empty_card.setVisible(not states)
        self._show_count(states)
        self._follow_choice()
        self._table.fit()

    def go_to(self, place: Problem | Advice) -> None:
        """Bring the member of a place into view, or ask what the place is about."""
        if place.table == "register_checks":
            self.compare_register()
        elif place.table == "contacts":
            self.show_contacts(place.row)
        else:
            self.choose(place.row)

    def choose(self, member: str) -> None:
        """Choose the row of a member, whatever is filtered or hidden."""
        self.update_now()
        row = self._session.register.member(member)
        if row is not None and row.left is not None and not self._model.index_of(member).isValid():
            self._left_action.setChecked(True)
        if not self._model.index_of(member).isValid():
            self.form.search_edit.clear()
        index = self._model.index_of(member, NAME)
        if index.isValid():
            self.form.members_table.setCurrentIndex(index)
            self.form.members_table.scrollTo(index)
            self.form.members_table.setFocus()

    # Acts

    def add_member(self) -> None:
        """Ask for a new member."""
        self._open_dialog("")

    def open_member(self) -> None:
        """Show everything about the chosen member, to be changed."""
        if self.chosen is not None:
            self._open_dialog(self.chosen.id)

    def change_standing(self, member: str = "") -> None:
        """Ask how a member takes part in the life of the cell, and from when."""
        row = self._session.register.member(member) or self.chosen
        if row is not None:
            dialog = StandingDialog(self._session, self._words, row, self)
            dialog.finished.connect(lambda _result: self.choose(row.id))
            dialog.open()

    def end_membership(self, member: str = "") -> None:
        """Ask when and why a membership ended."""
        row = self._session.register.member(member) or self.chosen
        if row is not None:
            LeavingDialog(self._session, self._words, row, self).open()

    def compare_register(self) -> None:
        """Ask when the register was compared with that of the superior."""
        RegisterCheckDialog(self._session, self._words, self).open()

    def show_contacts(self, contact: str = "") -> None:
        """Open the list of those who live here and belong elsewhere, at one of them."""
        dialog = ContactsDialog(self._session, self._ask, self._words, self)
        dialog.show_row(contact)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def import_list(self) -> None:
        """Ask for a list, and show what it would bring."""
        path = self._ask.open_path(FileKind.LIST)
        if path is None:
            return
        try:
            register, today = self._session.register, self._session.today()
            work = LongWork(self, self.tr("The list is being read…"), can_leave=True)
            preview = work.beside(lambda: read_roster(path, register, today))
        except Cancelled:
            return
        except RosterError as error:
            self.notice(self._words.roster(error.kind, file=error.path.name), State.BAD)
            return
        self.notice("")
        dialog = RosterImportDialog(self._session, self._words, path, preview, self)
        dialog.entered.connect(self._tell_entered)
        dialog.open()

    def _open_dialog(self, member: str) -> None:
        dialog = MemberDialog(self._session, self._words, self, member=member)
        dialog.kept.connect(self.choose)
        dialog.standing_wanted.connect(self.change_standing)
        dialog.leaving_wanted.connect(self.end_membership)
        dialog.open()

    def _show_story(self) -> None:
        """Show how the chosen member took part, meeting by meeting."""
        if self.chosen is not None:
            story = Stories(self._session, self._words).of_member(self.chosen.id)
            dialog = StoryDialog(story, self)
            dialog.meeting_wanted.connect(self.meeting_wanted)
            dialog.place_wanted.connect(self.place_wanted)
            dialog.open()

    def _delete(self) -> None:
        member = self.chosen
        if member is not None and self.run(delete_member, self._session.register, member.id):
            self.notice(self.tr("{name} was deleted.").format(name=member.name), State.GOOD)

    def _take_back(self) -> None:
        member = self.chosen
        if member is not None:
            back = replace(
                member, left=None, left_reason="", leaving=None, left_to="", left_confirmed=None
            )
            self.run(change_member, self._session.register, back)

    def _confirm(self) -> None:
        member, today = self.chosen, self._session.today()
        register = self._session.register
        if member is not None and self.run(confirm_transfer, register, member.id, today):
            text = self.tr("Noted: {name} was taken in elsewhere by today, {day}.")
            self.notice(text.format(name=member.name, day=day_text(today)), State.GOOD)

    def _tell_entered(self, count: int) -> None:
        # The button that asked for the list is gone with the first members.
        self.form.members_table.setFocus()
        self.notice(self.tr("%n member(s) entered.", "", count), State.GOOD)

    # Setting up

    def _make_menu(self) -> None:
        menu = QMenu(self)
        standing, leaving = lambda: self.change_standing(), lambda: self.end_membership()
        add = menu.addAction
        self._standing_action = add(icon("person"), self.tr("&Standing…"), standing)
        self._end_action = add(icon("close"), self.tr("&End membership…"), leaving)
        self._confirm_action = add(icon("done"), self.tr("Taken &in elsewhere"), self._confirm)
        self._back_action = add(icon("undo"), self.tr("&Take back into the cell"), self._take_back)
        by_mistake = self.tr("&Delete (entered by mistake)")
        self._delete_action = add(icon("delete"), by_mistake, self._delete)
        done, show = self.tr("What was do&ne…"), self.trace_wanted.emit
        add(icon("list_below"), done, lambda: show(self.chosen.id if self.chosen else ""))
        menu.addSeparator()
        add(icon("open_folder"), self.tr("Bring in a &list…"), self.import_list)
        add(icon("done"), self.tr("Compare the &register…"), self.compare_register)
        elsewhere = self.tr("Members of &other cells who live here…")
        add(icon("person"), elsewhere, lambda: self.show_contacts())
        self._left_action = QAction(self.tr("Show those &who left"), menu, checkable=True)
        self._left_action.toggled.connect(lambda _on: self.update_now())
        menu.addAction(self._left_action)
        give_menu(self.form.more_button, menu)

    # Showing

    def _show_count(self, states: tuple[MemberState, ...]) -> None:
        count = count_members(states)
        parts = [
            self.tr("%n member(s)", "", count.register),
            self.tr("%n official", "", count.official),
            self.tr("%n probationary", "", count.probationary),
            self.tr("%n exempt", "", count.exempt),
            self.tr("%n temporarily elsewhere", "", count.away),
            self.tr("%n visiting (not counted)", "", count.visiting),
        ]
        text = " · ".join(parts)
        if states and not self._model.rows:
            text = self.tr("Nobody is called that. Clear the search to see everybody.")
        self.form.count_label.setText(text)

    def _search(self, text: str) -> None:
        self._model.set_filter(text)
        self._show_count(member_states(self._session.register, self._session.today()))
        self._follow_choice()

    def _go_to_found(self) -> None:
        if self._model.rows:
            self.choose(self._model.row(0).member.id)

    def _follow_choice(self, *_indexes: object) -> None:
        member = self.chosen
        has_left = member is not None and member.left is not None
        named = member is not None and member.id in self._session.register.named
        self.form.change_button.setEnabled(member is not None)
        self.form.history_button.setEnabled(member is not None)
        self._standing_action.setEnabled(member is not None and not has_left)
        self._end_action.setVisible(not has_left)
        self._end_action.setEnabled(member is not None)
        self._confirm_action.setVisible(member is not None and is_open_transfer(member))
        self._back_action.setVisible(has_left)
        self._delete_action.setEnabled(member is not None and not named)
