"""The keys of the office for people: made once and printed, shown, changed, brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QStackedWidget, QWidget

from cellsecretary.exchange.office_keys import (
    OfficeKeyError,
    OfficeKeys,
    PublicPart,
    change_password,
    make_key,
    new_key,
    public_part,
)
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.recovering import RecoverDialog
from cellsecretary.ui.board.unlock import UnlockDialog, told_of_keys
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.passwords import PasswordDialog, Wish
from cellsecretary.ui.dialogs.recovery_paper import SheetDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

GROUP = 6
"""Letters of a group of a public key: people compare it group by group."""

NONE, THERE = 0, 1


class KeysForm(Form):
    """The widgets of the dialog."""

    form = "board_keys"
    notice_banner: Banner
    state_stack: QStackedWidget
    make_button: QPushButton
    recover_first_button: QPushButton
    code_label: QLabel
    seal_label: QLabel
    copy_button: QPushButton
    count_label: QLabel
    sheet_button: QPushButton
    password_button: QPushButton
    add_button: QPushButton
    recover_button: QPushButton
    close_button: QPushButton


class KeysDialog(QDialog):
    """Shows what everybody may know of the keys, and does with them what needs the password."""

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._ask, self._words = session, ask, words
        self._board = session.board.path
        self.form = form = KeysForm(self)
        self.setWindowTitle(self.tr("Keys of the office"))
        form.notice_banner.dismiss()
        form.make_button.clicked.connect(self._make)
        form.recover_first_button.clicked.connect(self._recover)
        form.copy_button.clicked.connect(self._copy)
        form.sheet_button.clicked.connect(self._print_again)
        form.password_button.clicked.connect(self._change_password)
        form.add_button.clicked.connect(self._add)
        form.recover_button.clicked.connect(self._recover)
        form.close_button.clicked.connect(self.reject)
        self.show_keys()
        ask_size(self, 760, 700)

    def show_keys(self) -> None:
        """Show the keys that are there now, or that there are none."""
        form = self.form
        try:
            there = public_part(self._board)
        except OfficeKeyError as error:
            # A file that cannot be read is not replaced by a new key: what is sealed would be lost.
            form.notice_banner.show_message(
                State.BAD, self._words.office_keys(error.trouble, error.place)
            )
            form.state_stack.setCurrentIndex(NONE)
            form.make_button.setEnabled(False)
            form.recover_first_button.setFocus()
            return
        form.make_button.setEnabled(True)
        form.state_stack.setCurrentIndex(NONE if there is None else THERE)
        if there is None:
            form.make_button.setFocus()
            return
        self._show_public(there)
        form.close_button.setFocus()

    def _show_public(self, there: PublicPart) -> None:
        form, count = self.form, len(there.seal_keys)
        form.code_label.setText(there.code)
        form.seal_label.setText(_grouped(there.seal_key))
        form.count_label.setVisible(count > 1)
        older = self.tr("Packets that were sealed for %n older key(s) still open.", "", count - 1)
        form.count_label.setText(older)

    def _copy(self) -> None:
        there = public_part(self._board)
        assert there is not None
        QGuiApplication.clipboard().setText(there.seal_key)
        self._say(self.tr("The key is copied; it can be pasted into a letter or a message."))

    # What needs a password

    def _make(self) -> None:
        wish = Wish(
            self.tr("Make the keys of the office"),
            self.tr(
                "The password is asked for when sealed packets are received or replies are "
                "signed. Next the recovery sheet is printed."
            ),
            self.tr("&Make the keys"),
            partial(told_of_keys, self._words),
            new=True,
        )
        self._ask_password(wish, lambda _old, new: make_key(self._board, new), self._print_new)

    def _add(self) -> None:
        wish = Wish(
            self.tr("Add a new key"),
            self.tr(
                "The next reply on each stick takes the new key along. Packets that were sealed "
                "for the old one still open. Next a new recovery sheet is printed."
            ),
            self.tr("&Add the key"),
            partial(told_of_keys, self._words),
            old=True,
        )
        self._ask_password(wish, lambda old, _new: new_key(self._board, old), self._print_new)

    def _change_password(self) -> None:
        wish = Wish(
            self.tr("Change the password"),
            self.tr("The keys stay the same, and so does the recovery sheet."),
            self.tr("&Change it"),
            partial(told_of_keys, self._words),
            old=True,
            new=True,
        )
        done = self.tr("The password is changed.")
        self._ask_password(
            wish,
            lambda old, new: change_password(self._board, old, new),
            lambda _keys: self._say(done),
        )

    def _ask_password(
        self,
        wish: Wish,
        act: Callable[[str, str], OfficeKeys],
        then: Callable[[OfficeKeys], None],
    ) -> None:
        dialog = PasswordDialog(wish, act, self._words, self)
        dialog.kept.connect(self._take)
        dialog.kept.connect(then)
        dialog.open()

    def _print_again(self) -> None:
        why = self.tr("Whoever has the sheet has the keys, so the password is asked for.")
        dialog = UnlockDialog(self._board, why, self._words, self)
        dialog.kept.connect(self._take)
        dialog.kept.connect(partial(self._print, must=False))
        dialog.open()

    def _recover(self) -> None:
        dialog = RecoverDialog(self._board, self._ask, self._words, self)
        dialog.recovered.connect(self._take)
        done = self.tr("The keys are back, with the new password.")
        dialog.recovered.connect(lambda _keys: self._say(done))
        dialog.open()

    def _take(self, keys: OfficeKeys) -> None:
        self.form.notice_banner.dismiss()
        self._session.keys = keys
        self.show_keys()

    def _print_new(self, keys: OfficeKeys) -> None:
        sheet = self._print(keys, must=True)
        done = self.tr("The keys are made, and their sheet is in the safe.")
        sheet.finished.connect(lambda _result: self._say(done))

    def _print(self, keys: OfficeKeys, *, must: bool) -> SheetDialog:
        # Papers are slow to import, and a window has to be seen first.
        from cellsecretary.papers.recovery_sheet import recovery_sheet

        session, day = self._session, self._session.today()
        office, rules = session.register.office, session.rules(day)
        pdf = recovery_sheet(
            rules,
            office.name if office else session.board.path.stem,
            keys.recovery_codes,
            seal_key=keys.seal_key,
            signing_code=keys.public.code,
            made=day,
        )
        sheet = SheetDialog(pdf, day, rules, self._ask, self._words, self, must=must)
        sheet.open()
        return sheet

    def _say(self, text: str) -> None:
        self.form.notice_banner.show_message(State.GOOD, text)


def _grouped(key: str) -> str:
    return " ".join(key[at : at + GROUP] for at in range(0, len(key), GROUP))
