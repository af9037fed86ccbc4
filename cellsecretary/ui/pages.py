"""The pages of the window of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.ui.late import Late
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.home import HomePanel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.ui.panel import Panel


def _members() -> type[Panel]:
    from cellsecretary.ui.panels.members import MembersPanel

    return MembersPanel


def _tasks() -> type[Panel]:
    from cellsecretary.ui.panels.tasks import TasksPanel

    return TasksPanel


def _book() -> type[Panel]:
    from cellsecretary.ui.panels.book import BookPanel

    return BookPanel


PAGES: Mapping[str, type[Panel]] = Late(
    {
        "home": lambda: HomePanel,
        "meetings": lambda: MeetingPage,
        "members": _members,
        "tasks": _tasks,
        "book": _book,
    }
)
"""The pages of the rail in their order; a page is made when it is first visited."""

OF_MEMBERS = ("members", "register_checks", "contacts")
"""The tables whose places are on the page of the members."""
