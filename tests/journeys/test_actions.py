"""What it takes to hold the October meeting of thôn 3 and print its minutes, counted at the window."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.core.facts import facts
from cellsecretary.core.plain import to_plain
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.journeys.actions import ACT, CLICK, MOVE, SCROLL, Actions
from tests.journeys.desk import Clock
from tests.journeys.hands import KeyHand, MouseHand
from tests.journeys.test_two_meetings import begin_with_members, says_everything
from tests.journeys.thon_3 import EXPECTED, NAMES, OCTOBER
from tests.journeys.ways import KeySecretary, MouseSecretary
from tests.ui.asking import QueuedAsk

BEFORE = dt.datetime(2026, 9, 28, 8, 0)


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_count(themed, qtbot, tmp_path, way):
    clock = Clock(BEFORE)
    settings = Settings(tmp_path / "settings.ini")

    def start():
        ask = QueuedAsk()
        program = Program(themed, settings, clock=clock, ask=ask)
        if way == "mouse":
            return program, MouseSecretary(program, ask, clock, MouseHand(qtbot), NAMES)
        return program, KeySecretary(program, ask, clock, KeyHand(qtbot), NAMES)

    program, s = start()
    begin_with_members(s, tmp_path / "Danh sách đảng viên.csv")
    actions = Actions(themed)
    m = OCTOBER
    actions.stage = "plan"
    s.plan_first(m)
    actions.stage = "agenda"
    s.make_agenda(m.agenda)
    actions.stage = "prepare"
    s.prepare(m)
    s.say_who_was_sent(m)
    actions.stage = ""
    program.close()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    clock.set(m.date, m.start)
    program, s = start()
    s.open_last_book()
    actions.stage = "roll"
    s.call_the_roll(m)
    actions.stage = "minutes"
    s.go_on()
    s.write_minutes(m)
    actions.stage = "end"
    s.end_meeting(m)
    actions.stage = "tasks"
    s.go_on()
    s.give_tasks(m.tasks)
    actions.stage = "documents"
    s.go_on()
    s.issue(m.documents)
    actions.stage = "close"
    s.close_meeting()
    actions.stage = "print"
    says_everything(s.save_paper(tmp_path / "10.pdf"), s.record)
    print(actions.table())
    for line in actions.log:
        print(*line, sep=" | ")
    actions.stop()
    program.close()
    program.deleteLater()
