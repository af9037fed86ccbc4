"""`SettingsDialog`: what can be set of the program on one page, each with its effect at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.operations.preferences import change_preferences
from cellsecretary.core.preferences import preferences_of
from cellsecretary.core.vietnamese import SPELLED_IN_TWO_WAYS, ToneStyle, place_tones
from cellsecretary.ui.appearance import LOOKS
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.book_password import MINUTES
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.session import Session
from cellsecretary.ui.theme import TEXT_SIZES, current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.messages import Messages
    from cellsecretary.ui.display_menu import DisplayMenu
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.settings import Settings

V = TypeVar("V")

SAMPLE = ", ".join(SPELLED_IN_TWO_WAYS)


class SettingsForm(Form):
    """The widgets of the dialog."""

    form = "settings"
    notice_banner: Banner
    language_box: QComboBox
    language_label: QLabel
    size_box: QComboBox
    size_label: QLabel
    look_box: QComboBox
    look_label: QLabel
    start_box: QComboBox
    start_label: QLabel
    cover_box: QComboBox
    cover_label: QLabel
    tones_title_label: QLabel
    tones_box: QComboBox
    tones_label: QLabel
    close_button: QPushButton


class SettingsDialog(QDialog):
    """Sets what the menu sets too, by the same signals of it; there is nothing to keep or drop.

    Language, size and colours are seen on the window itself; of the others a sentence tells. Over
    a board there is no spelling of papers to choose.
    """

    def __init__(
        self,
        session: LedgerSession,
        settings: Settings,
        words: Messages,
        menu: DisplayMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._session, self._settings, self._words = session, settings, words
        self.form = form = SettingsForm(self)
        form.notice_banner.dismiss()
        english = "English"
        vietnamese = QLocale("vi").nativeLanguageName()
        _offer(form.language_box, {"vi": vietnamese, "en": english}, settings.language)
        _offer(form.size_box, {size: f"{size} %" for size in TEXT_SIZES}, current_theme().scale)
        looks = {look: menu.look_actions[look].text().replace("&", "") for look in LOOKS}
        _offer(form.look_box, looks, settings.look)
        starts = {True: self.tr("the book that was open last"), False: self.tr("the choice")}
        _offer(form.start_box, starts, settings.opens_last)
        covers = {one: self.tr("after {count} min").format(count=one) for one in MINUTES}
        covers[0] = self.tr("never")
        _offer(form.cover_box, covers, settings.lock_after)
        form.language_box.activated.connect(
            lambda _row: menu.language_wanted.emit(form.language_box.currentData())
        )
        form.size_box.activated.connect(
            lambda _row: menu.size_wanted.emit(form.size_box.currentData())
        )
        form.look_box.activated.connect(
            lambda _row: menu.look_wanted.emit(form.look_box.currentData())
        )
        form.start_box.activated.connect(self._keep_start)
        form.cover_box.activated.connect(self._keep_cover)
        form.tones_box.activated.connect(self._keep_tones)
        for label in (form.language_label, form.size_label, form.look_label):
            label.hide()
        is_book = isinstance(session, Session)
        for widget in (form.tones_title_label, form.tones_box, form.tones_label):
            widget.setVisible(is_book)
        form.tones_box.setEnabled(is_book and not session.ledger.looked_at)
        session.changed.connect(self._show)
        self._show()
        form.close_button.clicked.connect(self.accept)
        form.close_button.setDefault(True)
        form.language_box.setFocus()
        ask_size(self, 860)

    def _keep_start(self, _row: int) -> None:
        self._settings.opens_last = bool(self.form.start_box.currentData())
        self._show()

    def _keep_cover(self, _row: int) -> None:
        self._settings.lock_after = int(self.form.cover_box.currentData())
        self._show()

    def _keep_tones(self, _row: int) -> None:
        session = self._session
        assert isinstance(session, Session)
        held = preferences_of(session.rules(session.today()).paper)
        wanted = replace(held, tones=ToneStyle(self.form.tones_box.currentData()))
        refusal = session.do(change_preferences, session.register, held, wanted)
        self.form.notice_banner.answer(refusal, self._words)
        self._show()

    def _show(self, _changes: object = None) -> None:
        """Say what follows from what is chosen."""
        form, settings, ledger = self.form, self._settings, self._session.ledger
        books = settings.books if settings.opens_last else ()
        text = self.tr("Next time you choose what to open.")
        if books:
            text = self.tr("Next time “{name}” opens at once.").format(name=books[0].stem)
        form.start_label.setText(text)
        if ledger.key is None:
            text = self.tr("This book has no password, so it is never covered.")
        elif settings.lock_after:
            text = self.tr("Left alone it is covered, and its password is asked for.")
        else:
            text = self.tr("Left alone it stays open for whoever comes by.")
        form.cover_label.setText(text)
        if isinstance(self._session, Session):
            tones = self._session.rules(self._session.today()).paper.tones
            spelled = {style: place_tones(SAMPLE, style) for style in ToneStyle}
            names = {**spelled, ToneStyle.AS_TYPED: self.tr("As typed")}
            _offer(form.tones_box, names, tones)
            said = self.tr("Papers write: {words}").format(words=spelled[tones])
            if tones is ToneStyle.AS_TYPED:
                said = self.tr("Papers write each word as you typed it.")
            form.tones_label.setText(said)


def _offer(box: QComboBox, names: Mapping[V, str], chosen: V) -> None:
    box.clear()
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
