"""`EntryDialog`: what dialogs share that fill one row and hand it to an operation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QScrollArea, QWidget

from cellsecretary.ui.chips import State
from cellsecretary.ui.theme import set_role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.banner import Banner


class EntryDialog(QDialog):
    """Says a refusal at its field, and closes over typed text only when asked twice.

    A subclass gives `entered`, calls `begin` when it is filled, and overrides `keep`.
    """

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._begun: object = None
        self._warned = False
        self._banner: Banner | None = None
        self._fields: Mapping[str, QWidget] = {}

    def entered(self) -> object:
        """Give what is typed as one value that can be compared."""
        raise NotImplementedError

    def keep(self) -> None:
        """Hand what is typed to the operation, and close when it is done."""
        raise NotImplementedError

    def begin(
        self,
        banner: Banner,
        keep_button: QPushButton,
        cancel_button: QPushButton,
        fields: Mapping[str, QWidget],
    ) -> None:
        """Take note of what is filled in; `fields` are the widgets by names of row fields."""
        self._banner = banner
        self._fields = fields
        keep_button.setDefault(True)
        keep_button.clicked.connect(self.keep)
        cancel_button.setAutoDefault(False)
        # The button says what it does; only Esc and the frame's cross may be a slip.
        cancel_button.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        banner.acted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        for field in fields.values():
            if isinstance(field, QLineEdit):
                field.textEdited.connect(partial(self._unmark, field))
        self._begun = self.entered()

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was refused, and put the focus on the field that it is about."""
        text = " ".join(self._words.refusal(problem) for problem in refusal.problems)
        self.point_at(next((p.field for p in refusal.problems if p.field), ""), text)

    def point_at(self, field: str, text: str) -> None:
        """Say what is wrong with a field, and go there."""
        if self._banner is not None and text:
            self._banner.show_message(State.BAD, text)
        widget = self._fields.get(field)
        if widget is not None:
            widget.setFocus()
            set_role(widget, "bad")

    def _unmark(self, field: QLineEdit, _text: str) -> None:
        set_role(field, "")

    def start_at(self, field: str) -> None:
        """Put the focus on the field of a row when the dialog opens."""
        widget = self._fields.get(field)
        if widget is not None:
            widget.setFocus()

    def reject(self) -> None:
        """Close; when something is typed, say so first and close the next time."""
        if self._warned or self._banner is None or self.entered() == self._begun:
            super().reject()
            return
        self._warned = True
        text = self.tr("What you typed here is not kept yet. Press Esc again to throw it away.")
        self._banner.show_message(State.CARE, text, self.tr("Throw away"))

    def grow(self) -> None:
        """Be as high as the content asks for, as far as the screen allows."""
        wanted = self.sizeHint()
        for area in self.findChildren(QScrollArea):
            page = area.widget()
            assert page is not None
            height = page.heightForWidth(area.viewport().width())
            wanted += QSize(0, max(0, height - area.sizeHint().height()))
        room = self.screen().availableGeometry().size()
        self.resize(wanted.expandedTo(self.size()).boundedTo(room))

    def event(self, event: QEvent) -> bool:
        """Grow when a message or a longer text wants room: fields are never cut."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.grow()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with everything in view."""
        super().showEvent(event)
        self.grow()
