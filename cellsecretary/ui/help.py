"""`Help`: F1 anywhere opens the manual at the page of what is in front; the cards, the sheet."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QWidget

from cellsecretary.manual import Manual
from cellsecretary.rules import bundled
from cellsecretary.ui.ask import Question
from cellsecretary.ui.form import Form
from cellsecretary.ui.key_table import Key, bind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.paper import BoardPaperDialog
    from cellsecretary.ui.dialogs.manual import ManualDialog
    from cellsecretary.ui.dialogs.welcome import WelcomeDialog
    from cellsecretary.ui.settings import Settings

HAS_KEY: Final = "has_help"
"""The property of a dialog in which F1 helps."""

QUESTION: Final = "question"
FILE: Final = "file"
"""What pages call the questions of `Ask` and the choice of a file, which have no form."""


class HelpWish(Enum):
    """What can be asked of the menu and of the first page."""

    MANUAL = auto()
    CARDS = auto()
    SHEET = auto()


class Help(QObject):
    """Opens what helps over the window or the dialog that asks; the work stays as it is."""

    def __init__(
        self,
        settings: Settings,
        ask: Ask,
        words: Callable[[], Messages],
        clock: Callable[[], dt.datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ask = ask
        self._words = words
        self._clock = clock

    def follow(self, window: QWidget) -> None:
        """Help in a window, when it or what is in it asks by its `help_wanted`."""
        bind(Key.HELP, window, partial(self.show_page, window))
        inside = (window.centralWidget(),) if isinstance(window, QMainWindow) else ()
        for one in (window, *inside):
            wanted = getattr(one, "help_wanted", None)
            if wanted is not None:
                wanted.connect(partial(self._obey, window))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a dialog the key when it first appears."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            from cellsecretary.ui.dialogs.manual import ManualDialog

            if not watched.property(HAS_KEY) and not isinstance(watched, ManualDialog):
                watched.setProperty(HAS_KEY, True)
                bind(Key.HELP, watched, partial(self.show_page, watched))
        return False

    def show_page(self, over: QWidget) -> ManualDialog:
        """Open the manual at the page of what is in front; one that is open turns to it."""
        from cellsecretary.ui.dialogs.manual import ManualDialog

        screens = tuple(screens_of(over))
        manual = over.findChild(ManualDialog)
        if manual is None:
            manual = ManualDialog(self._manual(), over, screens=screens)
            manual.sheet_wanted.connect(partial(self.show_sheet, manual))
            manual.cards_wanted.connect(partial(self.show_cards, manual))
        manual.show_page_of(screens)
        manual.show()
        manual.raise_()
        manual.activateWindow()
        return manual

    def show_cards(self, over: QWidget) -> WelcomeDialog:
        """Show the cards of the first look."""
        from cellsecretary.ui.dialogs.welcome import WelcomeDialog

        dialog = WelcomeDialog(self._manual(), over)
        dialog.show()
        return dialog

    def show_sheet(self, over: QWidget) -> BoardPaperDialog:
        """Show the sheet of the ten steps, to print it or save it."""
        from cellsecretary.ui.board.paper import BoardPaperDialog
        from cellsecretary.ui.paper_desk import file_name

        steps = self._manual().ten_steps
        rules = bundled().on(self._clock().date())

        def made() -> bytes:
            # ReportLab takes a quarter of a second to import.
            from cellsecretary.papers.ten_steps import ten_steps

            return ten_steps(rules, steps.title, steps.subject, steps.heads, steps.steps, steps.end)

        name = file_name(steps.title, "")
        dialog = BoardPaperDialog(steps.title, name, made, rules, self._ask, self._words(), over)
        dialog.open()
        return dialog

    def _manual(self) -> Manual:
        return Manual.load(self._settings.language)

    def _obey(self, window: QWidget, wish: HelpWish) -> None:
        {
            HelpWish.MANUAL: self.show_page,
            HelpWish.CARDS: self.show_cards,
            HelpWish.SHEET: self.show_sheet,
        }[wish](window)


def screens_of(window: QWidget) -> Iterator[str]:
    """Name what a window shows, what tells most of it first.

    A dialog is one thing, whatever is in it; in a window it is the page or the step that counts,
    so the forms follow from the innermost out.
    """
    if isinstance(window, QDialog):
        yield from _form_of(window)
    if isinstance(window, Question):
        yield QUESTION
    if isinstance(window, QFileDialog):
        yield FILE
    inside = [
        (_depth(one), name)
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.window() is window
        for name in _form_of(one)
    ]
    yield from (name for _depth, name in sorted(inside, key=lambda one: -one[0]))
    yield from _form_of(window)


def _form_of(widget: QWidget) -> Iterator[str]:
    form = getattr(widget, "form", None)
    if isinstance(form, Form):
        yield form.form


def _depth(widget: QWidget) -> int:
    above = widget.parentWidget()
    # At a root there is none, whatever the stubs of Qt say.
    return 0 if above is None else 1 + _depth(above)
