"""What came for a month, in words: how it stands, each version, and what a version says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from cellsecretary.core.board.grid import MonthState, due_on
from cellsecretary.core.kinds import Mark
from cellsecretary.ui.chips import State
from cellsecretary.ui.sentences import Sentence
from cellsecretary.ui.wording import day_text, hour_text, long_day_text, percent_text

if TYPE_CHECKING:
    from cellsecretary.core.board.figures import BoardFigures
    from cellsecretary.core.board.grid import MonthField
    from cellsecretary.core.board.versions import BoardMeeting, Version
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages

LETTERS = "ABCDEFGH"
"""How versions of one number are told apart; there are two of them, hardly ever three."""


def month_sentence(field: MonthField, due_day: int) -> str:
    """Say what follows from how a cell stands with a month, empty where its word says it all."""
    due = day_text(due_on(field.month, due_day))
    match field.state:
        case MonthState.MISSING:
            text = QCoreApplication.translate("BoardMeeting", "The minutes were due on {due}.")
        case MonthState.WAITING:
            text = QCoreApplication.translate("BoardMeeting", "The minutes are due on {due}.")
        case MonthState.LATE:
            text = QCoreApplication.translate(
                "BoardMeeting", "They came on {day}; they were due on {due}."
            )
        case MonthState.RECEIVED:
            text = QCoreApplication.translate("BoardMeeting", "They came on {day}.")
        case MonthState.DRAFT:
            text = QCoreApplication.translate(
                "BoardMeeting", "The cell has not closed these minutes yet."
            )
        case MonthState.TWICE:
            text = QCoreApplication.translate(
                "BoardMeeting",
                "Two regular meetings stand in this month, and both are counted. Ask the cell: one "
                "may belong to another month, or stand in a copy of its book.",
            )
        case _:
            return ""
    first = min((one.first_received for one in field.meetings), default=None)
    return text.format(due=due, day=day_text(first))


def meeting_text(meeting: BoardMeeting, words: Messages) -> str:
    """Name a meeting by its day and what it is for."""
    template = QCoreApplication.translate("BoardMeeting", "{day} · {kind}")
    current = meeting.current
    return template.format(day=day_text(current.date), kind=words.value(current.kind))


def version_name(meeting: BoardMeeting, version: Version) -> str:
    """Name a version: a draft, or by its number; of two with one number each has a letter."""
    if version.key.is_draft:
        return QCoreApplication.translate("BoardMeeting", "Draft")
    same = [
        one
        for one in meeting.versions
        if (one.key.revision, one.key.is_draft) == (version.key.revision, False)
    ]
    template = QCoreApplication.translate("BoardMeeting", "Version {number}")
    if len(same) > 1:
        template = QCoreApplication.translate("BoardMeeting", "Version {number}, {letter}")
    letter = LETTERS[same.index(version) % len(LETTERS)]
    return template.format(number=version.key.revision, letter=letter)


def version_text(meeting: BoardMeeting, version: Version) -> str:
    """Name a version with the day on which it came."""
    template = QCoreApplication.translate("BoardMeeting", "{version} · came on {day}")
    return template.format(version=version_name(meeting, version), day=day_text(version.received))


def version_sentences(meeting: BoardMeeting) -> list[Sentence]:
    """Say of each version whether it counts, the newest first."""
    sentences = []
    for version in reversed(meeting.versions):
        text = version_text(meeting, version)
        holds = version == meeting.current and not meeting.is_conflict
        if holds and meeting.counts:
            text = QCoreApplication.translate("BoardMeeting", "{version}: this one counts").format(
                version=text
            )
        sentences.append(Sentence(text, State.GOOD if holds and meeting.counts else State.NONE))
    return sentences


class FigureWords(QObject):
    """The figures of one version in words; lupdate finds plurals in `tr` alone."""

    def __init__(self, words: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def held(self, version: Version) -> str:
        """Say when the meeting was held, and whether that is its day."""
        day = self.tr("{day}, {hour}").format(
            day=long_day_text(version.date), hour=hour_text(version.starts)
        )
        if version.figures.on_day:
            return day
        return self.tr("{day} (not its usual day)").format(day=day)

    def kind(self, version: Version) -> str:
        """Say what for, with the topic."""
        kind = self._words.value(version.kind)
        topic = version.figures.topic
        return self.tr("{kind}: {topic}").format(kind=kind, topic=topic) if topic else kind

    def came(self, figures: BoardFigures) -> str:
        """Say how many came of those required, and how the others were absent."""
        tally = figures.tally
        came = self.tr("{present} of {required} ({percent})").format(
            present=tally.present,
            required=tally.required,
            percent=percent_text(tally.percent),
        )
        absent = self.tr("absent with a reason {excused}, without {unexcused}").format(
            excused=tally.excused, unexcused=tally.unexcused
        )
        return f"{came}; {absent}" if tally.missed else came

    def spoke(self, figures: BoardFigures) -> str:
        """Say how many of those present spoke."""
        return self.tr("{spoke} of {present} who were there").format(
            spoke=figures.spoke, present=figures.present
        )

    def own(self, figures: BoardFigures) -> str:
        """Say the cell's own points and class."""
        points = figures.points
        if points is None:
            return self.tr("none")
        return self.tr("{points}/{total} · {grade}").format(
            points=points.points, total=points.total, grade=self._words.value(points.grade)
        )

    def tasks(self, figures: BoardFigures) -> str:
        """Say how many tasks were given, are open and are overdue."""
        return self.tr("{given} given, {open} still open, {overdue} overdue").format(
            given=figures.tasks_given, open=figures.tasks_open, overdue=figures.tasks_overdue
        )

    def petitions(self, figures: BoardFigures) -> str:
        """Say how many petitions were raised."""
        return self.tr("%n raised", "", figures.raised)

    def visits(self, figures: BoardFigures) -> str:
        """Name the officers who came, and who of them spoke."""
        came = [one for one in figures.visits if one.came]
        spoke = self.tr("{name} (spoke)")
        names = [spoke.format(name=one.name) if one.spoke else one.name for one in came]
        return ", ".join(names) or self.tr("nobody")

    def content(self, record: MeetingRecord) -> list[Sentence]:
        """Say what a record says, for two that stand side by side."""
        texts = []
        marks = ((Mark.EXCUSED, "excused"), (Mark.UNEXCUSED, "unexcused"))
        for mark, _ in marks:
            names = ", ".join(line.name for line in record.marked(mark))
            if names:
                texts.append(("person", f"{self._words.value(mark)}: {names}"))
        for item in record.held_agenda:
            if item.conclusion:
                text = self.tr("Conclusion on “{title}”: {text}")
                texts.append(("note", text.format(title=item.title, text=item.conclusion)))
        for document in record.documents:
            kind = self._words.value(document.type)
            texts.append(("paper", f"{kind} {document.number}: {document.title}"))
        for task in record.tasks:
            lead = record.name_of(task.lead)
            text = self.tr("Task: {what} ({lead}, by {due})")
            due = day_text(task.due) or "–"
            texts.append(("tasks", text.format(what=task.what, lead=lead, due=due)))
        texts += [("edit", one.text) for one in record.corrections]
        return [Sentence(text, sign) for sign, text in texts]
