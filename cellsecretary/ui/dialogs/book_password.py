"""`BookPasswordDialog`: the password of a book set, changed, removed; the deputy; the sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from cellsecretary.exchange.recovery_code import code_of
from cellsecretary.store import BookError
from cellsecretary.store.encrypting import change_slots
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.key_file import KeyFileError, KeySlots, new_key, new_slots, slots_of
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.passwords import PasswordDialog, Wish
from cellsecretary.ui.dialogs.recovery_paper import SheetDialog
from cellsecretary.ui.dialogs.unlock_book import NotTheDeputy, told_of_book
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.messages import Messages
    from cellsecretary.store.backups import Backups
    from cellsecretary.store.file_key import FileKey
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session
    from cellsecretary.ui.settings import Settings

    Found = tuple[FileKey, KeySlots]

MINUTES = (5, 10, 20, 30, 60, 0)
"""After which a book may be covered; 0 is never."""

NONE, THERE = 0, 1


class BookPasswordForm(Form):
    """The widgets of the dialog."""

    form = "book_password"
    notice_banner: Banner
    state_stack: QStackedWidget
    none_area: QScrollArea
    acts_area: QScrollArea
    cannot_label: QLabel
    set_button: QPushButton
    lock_box: QComboBox
    change_button: QPushButton
    sheet_button: QPushButton
    deputy_label: QLabel
    deputy_button: QPushButton
    no_deputy_button: QPushButton
    remove_button: QPushButton
    close_button: QPushButton


class BookPasswordDialog(QDialog):
    """Everything about the password of the open book, behind its password.

    `encrypt_wanted` carries a `FileKey` and its slots once their sheet is printed,
    `decrypt_wanted` the key of a book that is to be plain.
    """

    encrypt_wanted = Signal(object, object)
    decrypt_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        backups: Backups,
        ask: Ask,
        words: Messages,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._backups = session, backups
        self._ask, self._words, self._settings = ask, words, settings
        self._path = session.ledger.path
        self.form = form = BookPasswordForm(self)
        self.setWindowTitle(self.tr("Password of the book"))
        form.notice_banner.dismiss()
        form.cannot_label.setVisible(not CAN_ENCRYPT)
        form.set_button.setEnabled(CAN_ENCRYPT)
        form.set_button.clicked.connect(self._set)
        form.change_button.clicked.connect(self._change)
        form.sheet_button.clicked.connect(self._print_again)
        form.deputy_button.clicked.connect(self._set_deputy)
        form.no_deputy_button.clicked.connect(self._take_deputy_away)
        form.remove_button.clicked.connect(self._remove)
        form.close_button.clicked.connect(self.reject)
        for minutes in MINUTES:
            text = self.tr("after %n minute(s)", "", minutes) if minutes else self.tr("never")
            form.lock_box.addItem(text, minutes)
        form.lock_box.setCurrentIndex(max(form.lock_box.findData(settings.lock_after), 0))
        form.lock_box.activated.connect(self._keep_minutes)
        self.show_state()
        ask_size(self, 720, 620)

    def show_state(self) -> None:
        """Show whether the book has a password, and whether its deputy has one."""
        form, slots = self.form, self._slots()
        is_there = self._session.ledger.key is not None
        form.state_stack.setCurrentIndex(THERE if is_there else NONE)
        has_deputy = slots is not None and bool(slots.deputy)
        form.no_deputy_button.setVisible(has_deputy)
        form.deputy_label.setText(
            self.tr("The deputy has a password, with which the book can be read and printed only.")
            if has_deputy
            else self.tr("The deputy can have a password to read and print the book only.")
        )
        for button in (form.change_button, form.deputy_button, form.no_deputy_button):
            button.setEnabled(slots is not None)
        (form.close_button if is_there else form.set_button).setFocus()

    def _slots(self) -> KeySlots | None:
        try:
            return slots_of(self._path)
        except (KeyFileError, OSError) as error:
            text = self._words.book_password("unusable", place=error)
            self.form.notice_banner.show_message(State.BAD, text)
            return None

    def _keep_minutes(self, _index: int) -> None:
        self._settings.lock_after = int(self.form.lock_box.currentData())

    # What a password is asked for

    def _set(self) -> None:
        wish = Wish(
            self.tr("Set a password"),
            self.tr(
                "It is asked for whenever the book is opened. Next the recovery sheet is printed."
            ),
            self.tr("&Go on"),
            self._told,
            new=True,
        )

        def made(_old: str, new: str) -> Found:
            key = new_key()
            return key, new_slots(key, new)

        self._ask_for(wish, made, self._print_first)

    def _change(self) -> None:
        wish = Wish(
            self.tr("Change the password"),
            self.tr("The recovery sheet stays the same."),
            self.tr("&Change it"),
            self._told,
            old=True,
            new=True,
        )

        def changed(old: str, new: str) -> Found:
            key, slots = self._opened(old)
            return key, slots.with_password(key, new)

        self._ask_for(wish, changed, partial(self._put, self.tr("The password is changed.")))

    def _set_deputy(self) -> None:
        wish = Wish(
            self.tr("Password of the deputy"),
            self.tr(
                "Type your own password, then one for the deputy: whoever has it reads and prints "
                "the book, and changes nothing."
            ),
            self.tr("&Set it"),
            self._told,
            old=True,
            new=True,
            new_name=self.tr("Password &for the deputy"),
        )

        def changed(old: str, new: str) -> Found:
            key, slots = self._opened(old)
            return key, slots.with_deputy(key, new)

        self._ask_for(wish, changed, partial(self._put, self.tr("The deputy has a password.")))

    def _take_deputy_away(self) -> None:
        wish = Wish(
            self.tr("Take the deputy's password away"),
            self.tr("Nobody but you opens the book then."),
            self.tr("&Take it away"),
            self._told,
            old=True,
        )

        def changed(old: str, _new: str) -> Found:
            key, slots = self._opened(old)
            return key, slots.with_deputy(key, "")

        said = self.tr("The deputy has no password any more.")
        self._ask_for(wish, changed, partial(self._put, said))

    def _print_again(self) -> None:
        wish = Wish(
            self.tr("Print the recovery sheet"),
            self.tr("Whoever has the sheet opens the book, so the password is asked for."),
            self.tr("&Go on"),
            self._told,
            old=True,
        )
        self._ask_for(
            wish, lambda old, _new: self._opened(old), lambda found: self._sheet(found, must=False)
        )

    def _remove(self) -> None:
        wish = Wish(
            self.tr("Remove the password"),
            self.tr(
                "The book and its copies can be read by everybody then who finds this computer."
            ),
            self.tr("&Remove it"),
            self._told,
            old=True,
        )
        self._ask_for(wish, lambda old, _new: self._opened(old), self._give_up)

    def _ask_for(
        self, wish: Wish, act: Callable[[str, str], Found], then: Callable[[Found], object]
    ) -> None:
        self.form.notice_banner.dismiss()
        dialog = PasswordDialog(wish, act, self._words, self)
        dialog.kept.connect(then)
        dialog.open()

    def _told(self, error: Exception) -> tuple[str, str] | None:
        return told_of_book(self._words, error)

    def _opened(self, password: str) -> Found:
        """Give the key by the password of the secretary; it reads the key file alone."""
        slots = slots_of(self._path)
        if slots is None:
            raise KeyFileError(self._path.name)
        key, is_deputy = slots.opened_by(password)
        if is_deputy:
            raise NotTheDeputy
        return key, slots

    # What is done then

    def _put(self, said: str, found: Found) -> None:
        key, slots = found
        try:
            change_slots(self._path, slots, key, self._backups)
        except BookError as error:
            text = self._words.fault(error.fault, error.path)
            self.form.notice_banner.show_message(State.BAD, text)
            return
        self.show_state()
        self.form.notice_banner.show_message(State.GOOD, said)

    def _print_first(self, found: Found) -> None:
        sheet = self._sheet(found, must=True)
        sheet.accepted.connect(partial(self._go_on, found))
        sheet.rejected.connect(partial(self._go_on, found))

    def _go_on(self, found: Found) -> None:
        self.accept()
        self.encrypt_wanted.emit(*found)

    def _sheet(self, found: Found, *, must: bool) -> SheetDialog:
        # Papers are slow to import, and a window has to be seen first.
        from cellsecretary.papers.recovery_sheet import book_recovery_sheet

        session, day = self._session, self._session.today()
        rules = session.rules(day)
        pdf = book_recovery_sheet(rules, session.name, code_of(found[0].secret), day)
        sheet = SheetDialog(pdf, day, rules, self._ask, self._words, self, must=must)
        sheet.open()
        return sheet

    def _give_up(self, found: Found) -> None:
        self.accept()
        self.decrypt_wanted.emit(found[0])
