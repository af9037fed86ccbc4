"""What a secretary does with the minutes panel, and what then stands in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from cellsecretary.store.records import meeting_record
from cellsecretary.ui.panels.minutes import MinutesPanel
from tests.building import NOVEMBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Opinion, Vote
    from cellsecretary.messages import Messages
    from cellsecretary.ui.opinions import OpinionRow
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
W = TypeVar("W", bound=QWidget)

REPORT, TOPIC, CLOSING = 4, 5, 6
"""Points of November: a report, a theme with five opinions, a conclusion with two votes."""


class Hand:
    """What a secretary does with the panel, and what stands in the book."""

    def __init__(
        self, panel: MinutesPanel, session: Session, qtbot: QtBot, type_text: TypeText
    ) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.type_text = type_text
        self.form = panel.form
        self.times = panel.times.form

    @property
    def stored(self) -> MeetingRecord:
        """The record as the disk has it, read anew."""
        return meeting_record(self.session.book, self.panel.record.meeting.id)

    @property
    def point(self) -> AgendaItem:
        item = self.panel.item
        assert item is not None
        return next(row for row in self.stored.agenda if row.id == item.id)

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        return self.stored.opinions_on(self.point.id)

    @property
    def votes(self) -> tuple[Vote, ...]:
        return self.stored.votes_on(self.point.id)

    @property
    def rows(self) -> tuple[OpinionRow, ...]:
        return self.panel.opinions.rows

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def turn_to(self, place: int) -> None:
        entry = self.form.agenda_list.item(place)
        self.form.agenda_list.scrollToItem(entry)
        spot = self.form.agenda_list.visualItemRect(entry).center()
        self.qtbot.mouseClick(self.form.agenda_list.viewport(), LEFT, pos=spot)

    def write(self, field: QWidget, text: str) -> None:
        field.setFocus()
        self.type_text(field, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.qtbot.keyClick(self.focus, key, modifier or Qt.KeyboardModifier.NoModifier)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, LEFT)

    def proposed(self) -> list[str]:
        """Name those in the list under the question who speaks."""
        lists = [found for found in self.panel.findChildren(QListWidget) if found.isVisible()]
        people = [found for found in lists if found is not self.form.agenda_list]
        return [people[0].item(row).text() for row in range(people[0].count())] if people else []

    def dialog(self, kind: type[W]) -> W:
        dialog = self.panel.findChildren(kind)[-1]
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def undo_name(self) -> str:
        step = self.session.last_undoable
        assert step is not None
        return self.panel._words.act(step.act, step.words)

    def compose(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.focus, event)


def open_minutes(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, type_text: TypeText
) -> Hand:
    """Open the minutes of November."""
    panel = MinutesPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return Hand(panel, session, qtbot, type_text)
