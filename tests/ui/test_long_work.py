"""Long work: nothing to see of what is quick, then a waiting mouse, then how far it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cellsecretary.ui.beside import Act
from cellsecretary.ui.long_work import (
    CURSOR_AFTER,
    DIALOG_AFTER,
    DIALOG_STAYS,
    Cancelled,
    LongWork,
    waiting,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

STEP = 0.1


class Clock:
    """Each look at it is a tenth of a second later; it tells what could be seen then."""

    def __init__(self) -> None:
        self.now = 0.0
        self.work: LongWork | None = None
        self.waited: list[float] = []
        self.shown: list[float] = []
        self.at: Callable[[float], object] = lambda _now: None

    def __call__(self) -> float:
        if self.work is not None:
            cursor = QApplication.overrideCursor()
            if cursor is not None and cursor.shape() == Qt.CursorShape.WaitCursor:
                self.waited.append(self.now)
            if self.work.dialog is not None and self.work.dialog.isVisible():
                self.shown.append(self.now)
            self.at(self.now)
        self.now += STEP
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(themed: QApplication, qtbot: QtBot) -> QPushButton:
    button = QPushButton("Sao lưu")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    return button


def _done_at(work: LongWork, clock: Clock, end: float) -> float:
    """Do work in its own thread until the clock shows a time."""
    enough = threading.Event()

    def look(now: float) -> None:
        if now >= end:
            enough.set()

    clock.work, clock.at = work, look
    work.beside(enough.wait)
    return clock.now


def test_quick_work_shows_nothing(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang sao lưu…", clock=clock)
    clock.work = work
    assert work.beside(lambda: 42) == 42
    assert clock.waited == clock.shown == []
    assert QApplication.overrideCursor() is None


def test_the_mouse_waits_first(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang sao lưu…", clock=clock)
    _done_at(work, clock, 0.5)
    assert clock.waited
    assert min(clock.waited) >= CURSOR_AFTER
    assert clock.shown == []
    assert QApplication.overrideCursor() is None


def test_then_it_is_said_what_is_done_and_does_not_flash(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang sao lưu…", clock=clock)
    _done_at(work, clock, DIALOG_AFTER + 2 * STEP)
    assert min(clock.shown) >= DIALOG_AFTER
    assert max(clock.shown) - min(clock.shown) >= DIALOG_STAYS - STEP
    assert max(clock.waited) <= min(clock.shown), "the dialog says it from then on"
    assert work.dialog is None


def test_what_goes_wrong_is_raised_where_it_was_asked_for(window: QPushButton) -> None:
    def fail() -> None:
        msg = "no room"
        raise OSError(msg)

    with pytest.raises(OSError, match="no room"):
        LongWork(window, "Đang sao lưu…").beside(fail)
    assert not QApplication.instance().property("cellsecretary_long_work")  # type: ignore[union-attr]


def test_it_can_be_given_up_and_says_so(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang làm giấy…", can_cancel=True, clock=clock)
    told = threading.Event()

    def act() -> str:
        number = 0
        while True:
            number += 1
            work.tell(number, 1000)
            told.wait(0.001)

    def press(_now: float) -> None:
        if work.dialog is not None:
            assert work.dialog.bar.maximum() in (0, 1000)
            work.dialog.cancel_button.click()

    clock.work, clock.at = work, press
    with pytest.raises(Cancelled):
        work.beside(act)
    assert not work.goes_on()


def test_what_cannot_be_left_has_no_button_for_it(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang khóa sổ…", clock=clock)
    seen: list[bool] = []

    def look(now: float) -> None:
        if work.dialog is not None:
            seen.append(work.dialog.cancel_button.isVisible())
            work.dialog.reject()
            assert work.dialog.isVisible(), "nor does Esc leave it"
        if now > 1:
            end.set()

    end = threading.Event()
    clock.work = work
    clock.at = look
    work.beside(end.wait)
    assert seen
    assert not any(seen)
    assert work.goes_on()


def test_clicks_of_the_impatient_do_nothing_later(
    window: QPushButton, clock: Clock, qtbot: QtBot
) -> None:
    clicked: list[int] = []
    window.clicked.connect(lambda: clicked.append(1))
    work = LongWork(window, "Đang sao lưu…", clock=clock)
    end = threading.Event()

    def click(now: float) -> None:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
        QTest.keyClick(window, Qt.Key.Key_Space)
        if now > 0.4:
            end.set()

    clock.work, clock.at = work, click
    work.beside(end.wait)
    QApplication.processEvents()
    assert clicked == []
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    assert clicked == [1]


def test_work_in_steps_of_the_window_shows_how_far_it_is(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang in…", can_cancel=True, clock=clock)
    clock.work = work
    far: list[int] = []
    with work.in_steps():
        for page in range(20):
            work.step(page, 20)
            if work.dialog is not None:
                far.append(work.dialog.bar.value())
    assert far == sorted(far)
    assert far[-1] > far[0]
    assert min(clock.shown) >= DIALOG_AFTER
    assert QApplication.overrideCursor() is None


def test_steps_can_be_given_up(window: QPushButton, clock: Clock) -> None:
    work = LongWork(window, "Đang in…", can_cancel=True, clock=clock)
    done: list[int] = []

    def take_steps() -> None:
        with work.in_steps():
            for page in range(100):
                work.step(page, 100)
                done.append(page)
                if work.dialog is not None:
                    work.dialog.cancel_button.click()

    with pytest.raises(Cancelled):
        take_steps()
    assert 0 < len(done) < 50
    assert QApplication.overrideCursor() is None


def test_work_within_work_is_one_to_see(window: QPushButton, clock: Clock) -> None:
    outer = LongWork(window, "Đang sao lưu…", clock=clock)
    inner = LongWork(window, "Đang làm giấy…")
    clock.work = outer
    with outer.in_steps():
        assert inner.beside(threading.current_thread) is threading.current_thread()
        with inner.in_steps():
            assert inner.dialog is None


def test_what_is_done_once_the_window_is_closed_is_told_too(
    window: QPushButton, clock: Clock
) -> None:
    window.close()
    work = LongWork(window, "Đang sao lưu…", clock=clock)
    _done_at(work, clock, 1.5)
    assert clock.shown


def test_nobody_waits_for_an_answer_that_is_not_wanted_any_more(
    window: QPushButton, clock: Clock, qtbot: QtBot
) -> None:
    work = LongWork(window, "Đang làm giấy…", can_leave=True, clock=clock)
    end = threading.Event()

    def press(_now: float) -> None:
        if work.dialog is not None:
            work.dialog.cancel_button.click()

    clock.work, clock.at = work, press
    with pytest.raises(Cancelled):
        work.beside(lambda: end.wait(30))
    assert not end.is_set()
    threads = QApplication.instance().findChildren(Act)  # type: ignore[union-attr]
    assert len(threads) == 1
    end.set()
    assert threads[0].wait()


def test_the_mouse_waits_while_the_window_itself_works(themed: QApplication) -> None:
    with waiting():
        cursor = QApplication.overrideCursor()
        assert cursor is not None
        assert cursor.shape() == Qt.CursorShape.WaitCursor
    assert QApplication.overrideCursor() is None
