"""A second reader is asked for where a lead of a task has two hats, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import Mark
from cellsecretary.ui.second_reader import SecondReader
from tests.building import NOVEMBER, meeting_id

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.session import Session


def test_the_line_is_there_only_for_two_hats_and_offers_others(
    session: Session, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = SecondReader(window)
    record = session.meeting(meeting_id(session, NOVEMBER))
    task = next(one.task for one in record.carried if record.review_of(one.task.id))
    line.show_task(record, task, is_open=True)
    assert line.isHidden()
    people = tuple(
        replace(one, post="Bí thư", village_head=True) if one.id == task.lead else one
        for one in record.people
    )
    hatted = replace(record, people=people)
    line.show_task(hatted, task, is_open=True)
    assert not line.isHidden()
    line.show_task(hatted, task, is_open=False)
    assert line.isHidden()
    line.show_task(hatted, task, is_open=True)
    reader = next(one.member for one in record.marked(Mark.PRESENT) if one.member != task.lead)
    given: list[object] = []
    line.given.connect(given.append)
    line.picker.setText(record.name_of(reader))
    line.picker.settle()
    assert line.picker.member() != task.lead
