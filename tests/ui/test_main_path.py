"""One obvious next step, and few enough controls beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cellsecretary.ui.board.window import PAGES as BOARD_PAGES
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.column_pages import ColumnBar
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.meeting_times import MeetingTimes
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.reviews import ReviewList
from cellsecretary.ui.sentences import SentenceList
from cellsecretary.ui.side_card import SideCard
from cellsecretary.ui.toggle import ToggleButton
from cellsecretary.ui.track import TrackSteps
from tests.ui.scenes import SCREENS, appear, stage

MOST = 7

SCENES = [
    *(page for page in PAGES if page != "meetings"),
    *STEPS,
    *(f"board {page}" for page in BOARD_PAGES),
]

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit)
CONTENTS = (SentenceList, SideCard, TrackSteps, ReviewList, QAbstractItemView)
"""What a panel shows: its lines may be pressed, but are not controls that have to be understood."""

WAY = {"previous_button", "next_button", "more_button"}
"""The same on every step: back, on, and the rest."""


def panel_of(window: QWidget) -> QWidget:
    assert isinstance(window, MainWindow | BoardWindow)
    page = window.form.page_stack.currentWidget()
    assert page is not None
    if isinstance(page, MeetingPage):
        assert page.panel is not None
        return page.panel
    return page


def choices(panel: QWidget) -> set[object]:
    """Give what somebody has to choose from: alternatives side by side are one choice."""
    found: set[object] = set()
    for control in panel.findChildren(QWidget):
        parent = control.parentWidget()
        if not isinstance(control, CONTROLS) or not control.isVisible() or parent is None:
            continue
        if isinstance(parent, (*CONTROLS, ColumnBar)) or control.objectName() in WAY:
            continue
        above = ancestors(control, panel)
        if any(isinstance(one, CONTENTS) for one in above):
            continue
        times = next((one for one in above if isinstance(one, MeetingTimes)), None)
        alternatives = isinstance(control, ToggleButton) or control.property("stepping")
        found.add(times or ((parent, type(control)) if alternatives else control))
    return found


def ancestors(widget: QWidget, top: QWidget) -> list[QWidget]:
    found = []
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        found.append(parent)
        parent = parent.parentWidget()
    return found


@pytest.mark.parametrize("scene", SCENES)
def test_a_panel_has_few_controls_and_one_next_step(
    themed: QApplication, tmp_path: Path, scene_files: tuple[Path, Path], scene: str
) -> None:
    book, board = (Path(shutil.copy(file, tmp_path)) for file in scene_files)
    with stage(themed, book, board, "vi") as world:
        window = appear(world, scene, SCREENS[0])
        panel = panel_of(window)
        found = choices(panel)
        assert len(found) <= MOST, [getattr(one, "objectName", str)() for one in found]
        wanted = [
            one
            for one in panel.findChildren(QAbstractButton)
            if one.isVisible() and one.property("role") == "next"
        ]
        assert len(wanted) <= 1
        if scene in STEPS or scene == "home":
            (button,) = wanted
            assert button.isEnabled()
            assert button.height() >= 52
        window.close()
        window.deleteLater()
