"""`LedgerWindow`: what the window of any open file has: its bars, its rail, and its habits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QPushButton, QStackedWidget

from cellsecretary.sentences import recovery
from cellsecretary.store.errors import LOST
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.clock import ClockQuestion
from cellsecretary.ui.display_menu import DisplayMenu
from cellsecretary.ui.form import Form
from cellsecretary.ui.help import HelpWish
from cellsecretary.ui.key_table import Key, bind, bind_each
from cellsecretary.ui.looking import LookOnly
from cellsecretary.ui.place_warning import PlaceWarning
from cellsecretary.ui.rail import Rail
from cellsecretary.ui.reading_order import TabAsRead
from cellsecretary.ui.stick_copy import StickCopy
from cellsecretary.ui.stick_watch import StickWatch
from cellsecretary.ui.top_bar import TopBar
from cellsecretary.ui.unlocking import Unlocking
from cellsecretary.ui.wording import hour_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent

    from cellsecretary.messages import Messages
    from cellsecretary.store import BookError, Step
    from cellsecretary.store.backups import Backups
    from cellsecretary.store.checking import Finding
    from cellsecretary.store.opening import Looking
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.clock import CorrectedClock
    from cellsecretary.ui.dialogs.backups import BackupsDialog
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.place import Place
    from cellsecretary.ui.settings import Settings

MINUTE = 60_000
"""Milliseconds after which a new day is noticed while nobody touches the window."""


class LedgerWindowForm(Form):
    """The widgets that every such window has; each has a form of its own."""

    smaller_button: QPushButton
    larger_button: QPushButton
    help_button: QPushButton
    undo_button: QPushButton
    more_button: QPushButton
    fault_banner: Banner
    place_banner: Banner
    note_banner: Banner
    copy_banner: Banner
    top_frame: QFrame
    act_frame: QFrame
    rail_frame: QFrame
    page_stack: QStackedWidget
    saved_label: QLabel
    act_label: QLabel


class LedgerWindow(TabAsRead, QMainWindow):
    """One open file: undo, text size, what was saved or not, and the rail of pages.

    A subclass calls `frame` once its form is loaded, then `show_state`. `language_wanted` asks the
    program for another language, `moved` to open the copy of the file that was made elsewhere,
    `backup_wanted` to copy the file now, `restore_wanted` to put a copy in its place,
    `recover_wanted` to make the file again from its copies, `encrypt_wanted` to lock it by a
    `FileKey` and its slots, `decrypt_wanted` to make it plain, `help_wanted` for a `HelpWish`.
    `backups` are the copies of the file, None where none are kept.
    """

    language_wanted = Signal(str)
    recent_wanted = Signal(object)
    recover_wanted = Signal()
    moved = Signal(object)
    backup_wanted = Signal()
    restore_wanted = Signal(object)
    encrypt_wanted = Signal(object, object)
    decrypt_wanted = Signal(object)
    day_came = Signal()
    help_wanted = Signal(object)

    def __init__(self, session: LedgerSession, words: Messages, settings: Settings) -> None:
        super().__init__()
        self._ledger_session = session
        self._words = words
        self._settings = settings
        self.display_menu = DisplayMenu(settings, self, about=True)
        self.display_menu.language_wanted.connect(self.language_wanted)
        self.display_menu.about_wanted.connect(self.show_about)
        self.display_menu.settings_wanted.connect(self.show_settings)
        self.backups: Backups | None = None
        self.unlocking = Unlocking(settings, lambda: words, lambda: self, self)
        self._no_backup = ""
        self._back_to: Path | None = None
        self._day = session.today()
        self._rail: Rail | None = None
        self._redo: QAction | None = None
        self.sticks = StickWatch(self)
        self.stick_copy: StickCopy | None = None

    def frame(
        self,
        form: LedgerWindowForm,
        buttons: Mapping[str, QPushButton],
        redo: QAction,
        keys: Mapping[Key, Sequence[Callable[[], object]]],
    ) -> None:
        """Bring the bars to life; `buttons` are those of the rail by page, `keys` further keys."""
        self._bars = form
        self._redo = redo
        self._rail = Rail(form.rail_frame, buttons)
        self._night = QTimer(self)
        self._night.timeout.connect(self._follow_day)
        self._night.timeout.connect(self.keep_place)
        self._night.start(MINUTE)
        form.fault_banner.dismiss()
        form.place_banner.dismiss()
        form.note_banner.dismiss()
        form.fault_banner.acted.connect(self.recover_wanted)
        form.copy_banner.dismiss()
        form.smaller_button.clicked.connect(lambda: self.display_menu.text_wanted.emit(False))
        form.larger_button.clicked.connect(lambda: self.display_menu.text_wanted.emit(True))
        form.help_button.clicked.connect(lambda: self.help_wanted.emit(HelpWish.MANUAL))
        form.undo_button.clicked.connect(self.undo)
        self._say_saved("")
        undo = (form.act_frame, form.act_label, form.undo_button)
        self._top = TopBar(form.top_frame, *undo, self.spared_name())
        self._make_shortcuts(keys)
        session = self._ledger_session
        session.changed.connect(self._follow_changes)
        session.saved.connect(self._show_saved)
        session.undone.connect(self._say_undone)
        session.redone.connect(self._say_redone)
        session.failed.connect(self.show_fault)
        self.grow_rail()
        self.show_state()

    def watch_over(self, clock: CorrectedClock, ask: Ask) -> None:
        """Ask about a clock that seems wrong, and say what can happen to the file at its place.

        Once a month a copy of the file is offered to a stick.
        """
        session, words = self._ledger_session, self._words
        self.clock_question = ClockQuestion(clock, session, self._settings, words, self)
        self.clock_question.settled.connect(self._follow_day)
        self.day_came.connect(self.clock_question.look)
        banner = self._bars.place_banner
        self.place_warning = PlaceWarning(session, ask, words, self._settings, banner, self)
        self.place_warning.copying.connect(self.flush)
        self.place_warning.copied.connect(self.moved)
        copies = (session, words, self._settings, self._bars.copy_banner, self.sticks, self)
        self.stick_copy = StickCopy(*copies)
        self.stick_copy.copying.connect(self.flush)
        # Once the window is there: neither may keep it from coming up.
        QTimer.singleShot(0, self, self.place_warning.look)
        QTimer.singleShot(0, self, self.clock_question.look)

    @property
    def ledger_session(self) -> LedgerSession:
        """The open file."""
        return self._ledger_session

    def show_names(self) -> None:
        """Show what the file is called; called after every change."""
        raise NotImplementedError

    def place(self) -> Place:
        """Give the place that is shown."""
        raise NotImplementedError

    def keep_place(self) -> None:
        """Remember the place that is shown, for the next start."""
        place = self.place()
        if place.page:
            self._settings.keep_place(self._ledger_session.ledger.path, place)

    def _kept_place(self) -> Place | None:
        return self._settings.place(self._ledger_session.ledger.path)

    def show_day(self) -> None:
        """Show anew what depends on today: another day has come."""
        raise NotImplementedError

    def show_backups(self, ask: Ask) -> None:
        """Show the copies of the file, to go back to one of them."""
        if self.backups is None:
            return
        from cellsecretary.ui.dialogs.backups import BackupsDialog

        self.flush()
        session, words = self._ledger_session, self._words
        dialog = BackupsDialog(session, self.backups, ask, words, self.unlocking, self)
        dialog.restore_wanted.connect(self.restore_wanted)
        dialog.backup_wanted.connect(partial(self._back_up, dialog))
        dialog.open()

    def show_about(self) -> None:
        """Show what the program is and what it is made of."""
        from cellsecretary.ui.dialogs.about import AboutDialog

        AboutDialog(self._ledger_session.ledger.path, self).open()

    def show_settings(self) -> None:
        """Show all that can be set, on one page."""
        from cellsecretary.ui.dialogs.settings import SettingsDialog

        given = (self._ledger_session, self._settings, self._words)
        SettingsDialog(*given, self.display_menu, self).open()

    def show_keys(self) -> None:
        """Show the list of keys."""
        from cellsecretary.ui.dialogs.keys import KeysDialog

        KeysDialog(self).open()

    def _back_up(self, dialog: BackupsDialog) -> None:
        self.backup_wanted.emit()
        if self._no_backup:
            dialog.tell_trouble(self._no_backup)

    # The bars

    def flush(self) -> None:
        """Write everything that is typed and not yet saved."""
        flush_all(self)

    def undo(self) -> None:
        """Take the last act back."""
        self.flush()
        self._ledger_session.undo()

    def redo(self) -> None:
        """Do the last undone act again."""
        self.flush()
        self._ledger_session.redo()

    def show_state(self) -> None:
        """Show the names, and what undo would take back."""
        self.show_names()
        is_looked_at = self._ledger_session.ledger.looked_at
        last = None if is_looked_at else self._ledger_session.last_undoable
        again = None if is_looked_at else self._ledger_session.last_redoable
        assert self._redo is not None
        self._redo.setEnabled(again is not None)
        self._top.show_act(last, self._words)

    def _follow_changes(self, _changes: object = None) -> None:
        self.show_state()

    def _show_saved(self, at: dt.datetime) -> None:
        if not self._no_backup:
            self._bars.fault_banner.dismiss()
        text = self.tr("✓ Saved {time}").format(time=hour_text(at.time()))
        if text != self._bars.saved_label.text():
            self._say_saved(text)
            announce(self._bars.saved_label, text.removeprefix("✓ "))

    def _say_saved(self, text: str) -> None:
        label = self._bars.saved_label
        label.setText(text)
        label.setVisible(bool(text))

    def _say_undone(self, step: Step) -> None:
        act = self._words.act(step.act, step.words)
        announce(self, self.tr("Undone: {act}").format(act=act))

    def _say_redone(self, step: Step) -> None:
        act = self._words.act(step.act, step.words)
        announce(self, self.tr("Done again: {act}").format(act=act))

    def show_fault(self, error: BookError) -> None:
        """Say that something is not saved, and why."""
        self._say_saved(self.tr("▲ Not saved"))
        sentence = self._words.fault(error.fault, error.path)
        is_lost = error.fault in LOST and self.backups is not None
        act = self.tr("Bring the book back") if is_lost else ""
        self._bars.fault_banner.show_message(State.BAD, sentence, act)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say what the check of the whole file found."""
        if findings:
            sentence = recovery.harmed(self._words, self._ledger_session.ledger.path, findings)
            self._bars.fault_banner.show_message(
                State.BAD, sentence, self.tr("Bring the book back") if self.backups else ""
            )

    def show_note(self, text: str) -> None:
        """Say what was done to the file before it was opened; it stays until it is closed."""
        self._bars.note_banner.show_message(State.CARE, text)

    def show_restored(self, text: str, before: Path) -> None:
        """Say to which copy the file went back, and offer to take that back."""
        self._back_to = before
        self._bars.note_banner.acted.connect(self._take_restore_back)
        self._bars.note_banner.show_message(State.CARE, text, self.tr("Undo this"), "undo")

    def _take_restore_back(self) -> None:
        if self._back_to is not None:
            self.restore_wanted.emit(self._back_to)

    def look_only(self, why: Looking) -> None:
        """Say that the file is open to look only, and why; nothing can be typed."""
        self._looking = LookOnly(self)
        self._say_saved(self.tr("Look only"))
        sentence = recovery.looking(self._words, why, self._ledger_session.ledger.path)
        self._bars.note_banner.show_message(State.CARE, sentence)

    def show_no_backup(self, error: BookError) -> None:
        """Say that the file is saved and a copy of it could not be made, until one is made."""
        if error.path == self._ledger_session.ledger.path:
            self.show_fault(error)  # it is the file itself that is no good
            return
        self._no_backup = self._words.no_backup(error.fault, error.path)
        self._bars.fault_banner.show_message(State.CARE, self._no_backup)

    def show_backup(self) -> None:
        """Say no more that there is no copy."""
        if self._no_backup:
            self._no_backup = ""
            self._bars.fault_banner.dismiss()

    def _follow_day(self) -> None:
        """Look at the clock, as after a night asleep."""
        if self._day == self._ledger_session.today():
            return
        # It may be the clock that jumped; then it may be put right before anything is shown.
        self.day_came.emit()
        if self._day != self._ledger_session.today():
            self._day = self._ledger_session.today()
            self.show_state()
            self.show_day()

    def _make_shortcuts(self, further: Mapping[Key, Sequence[Callable[[], object]]]) -> None:
        bind(Key.LIST, self, self.show_keys)
        bind(Key.UNDO, self, self.undo)
        bind(Key.REDO, self, self.redo)
        bind(Key.LARGER, self, self._bars.larger_button.click)
        bind(Key.SMALLER, self, self._bars.smaller_button.click)
        for key, acts in further.items():
            bind_each(key, self, acts)

    def grow_rail(self) -> None:
        """Give the rail its width; where that would take the room of the page, signs must do."""
        if self._rail is not None:
            self._rail.grow(self.width())

    def spared_name(self) -> QLabel | None:
        """Give the name that can be left out where there is little room."""
        return None

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the rail."""
        super().resizeEvent(event)
        self.grow_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Write what is typed when the user turns to another program; look at the day after.

        Sticks are looked for while the window is in front.
        """
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        self.sticks.watch(on=self.isActiveWindow())
        if self.isActiveWindow():
            self._follow_day()
        else:
            QTimer.singleShot(0, self, self.flush)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is typed and remember the window; closing asks nothing."""
        self.sticks.stop()
        if self.stick_copy is not None:
            self.stick_copy.stop()
        self.flush()
        self.keep_place()
        self._settings.window = self.saveGeometry()
        super().closeEvent(event)
