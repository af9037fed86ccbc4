"""What a handover is made of, as headed lines that both secretaries read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.core.handover import handover
from cellsecretary.core.kinds import StandingKind
from cellsecretary.ui.wording import day_text, document_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.handover import SpecialMember
    from cellsecretary.core.rows import Meeting, Task
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of what is handed over: its title with its number, and a line for each thing."""

    title: str
    lines: tuple[str, ...]


class HandoverLines(QObject):
    """Says what is handed over in the language of the window."""

    def __init__(self, session: Session, words: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words

    def chapters(self) -> tuple[Chapter, ...]:
        """Give tasks, documents, petitions, members and what is unfinished, in this order."""
        today = self._session.today()
        given = handover(self._session.register, today)
        signs = self._session.rules(today).paper.signs
        people = len(given.special) + len(given.contacts)
        unfinished = len(given.unclosed) + len(given.unsigned)
        contact = self.tr("{name}: contact, member of another cell")
        return (
            Chapter(
                self.tr("%n open task(s)", "", len(given.tasks)),
                tuple(self._task(task) for task in given.tasks),
            ),
            Chapter(
                self.tr("%n document(s) in force", "", len(given.documents)),
                tuple(document_text(one, signs, self._words) for one in given.documents),
            ),
            Chapter(
                self.tr("%n petition(s) without an answer", "", len(given.petitions)),
                tuple(petition.text for petition in given.petitions),
            ),
            Chapter(
                self.tr("%n member(s) to know of", "", people),
                (
                    *(self._member(one) for one in given.special),
                    *(contact.format(name=one.name) for one in given.contacts),
                ),
            ),
            Chapter(
                self.tr("%n thing(s) unfinished", "", unfinished),
                (
                    *_on_days(self.tr("Meeting of {day}: not closed yet"), given.unclosed),
                    *_on_days(self.tr("Minutes of {day}: not noted as signed"), given.unsigned),
                ),
            ),
        )

    def _task(self, task: Task) -> str:
        parts = [f"{task.code}. {task.what}", self._session.register.name_of(task.lead)]
        if task.due:
            parts.append(self.tr("due {day}").format(day=day_text(task.due)))
        return " · ".join(part for part in parts if part)

    def _member(self, one: SpecialMember) -> str:
        said = [] if one.official else [self.tr("probationary")]
        if one.standing is not StandingKind.ACTIVE:
            said.append(self._words.value(one.standing))
        if one.span and one.span.until:
            said.append(self.tr("until {day}").format(day=day_text(one.span.until)))
        return f"{one.member.name}: {', '.join(said)}"


def _on_days(text: str, meetings: Iterable[Meeting]) -> tuple[str, ...]:
    return tuple(text.format(day=day_text(meeting.date)) for meeting in meetings)
