"""The hand of a secretary at the panel of closing and printing, and what stands on it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from cellsecretary.core.kinds import MeetingKind, Result
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.rows import Meeting
from tests.building import NOVEMBER, meeting_id

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.panels.printing import PrintingPanel
    from cellsecretary.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
D = TypeVar("D", bound=QWidget)


class Hand:
    """What a secretary does with the panel, and what stands on it."""

    def __init__(self, panel: PrintingPanel, session: Session, qtbot: QtBot) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.form = panel.form
        self.desk = panel.desk.form
        self.view = panel.desk.form.paper_view

    def turn(self, day: str) -> None:
        self.panel.show_meeting(meeting_id(self.session, day))
        self.qtbot.waitUntil(lambda: not self.panel.desk._soon.isActive())

    def offered(self) -> list[str]:
        """Give the papers to choose from."""
        box = self.desk.paper_box
        return [box.itemData(index) for index in range(box.count())]

    def choose(self, paper: str) -> None:
        box = self.desk.paper_box
        box.setFocus()
        box.setCurrentIndex(box.findData(paper))
        box.activated.emit(box.currentIndex())

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, LEFT)

    def problems(self) -> list[str]:
        return [sentence.text for sentence in self.form.problems_list.sentences]

    def documents(self) -> list[str]:
        return [sentence.text for sentence in self.form.documents_list.sentences]

    def notice(self) -> str:
        banner = self.form.notice_banner
        return banner.text_label.text() if banner.isVisible() else ""

    def acts(self) -> dict[str, QAction]:
        """Give what the menu offers, submenus included."""
        found: dict[str, QAction] = {}
        menus = [self.form.more_button.menu()]
        while menus:
            for action in menus.pop().actions():
                if action.isVisible():
                    found[action.text().replace("&", "")] = action
                    if isinstance(below := action.menu(), QMenu):
                        menus.append(below)
        return found

    def dialog(self, kind: type[D]) -> D:
        found = [box for box in self.panel.findChildren(kind) if box.isVisible()]
        assert len(found) == 1
        return found[0]

    def finish_november(self) -> None:
        """Give the one task without a result its result."""
        record = self.session.meeting(meeting_id(self.session, NOVEMBER))
        task = next(c.task.id for c in record.carried if c.task.code == "T4")
        assert self.session.do(review_task, record, task, Result.DONE) is None

    def close_november(self) -> None:
        self.finish_november()
        self.turn(NOVEMBER)
        self.press(self.form.next_button)

    def plan_december(self) -> None:
        day = dt.date(2026, 12, 3)
        plan = Meeting("", day, MeetingKind.REGULAR, "", dt.time(19, 30), "Nhà văn hóa")
        session = self.session
        assert session.do(plan_meeting, session.register, plan, session.rules(day)) is None
