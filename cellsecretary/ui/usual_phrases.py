"""`UsualPhrases`: what the book of a session offers to whoever writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.phrases import Passage, usual_phrases

if TYPE_CHECKING:
    from cellsecretary.ui.session import Session


class UsualPhrases:
    """The phrases of a book, learnt once for each meeting that is written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._meeting = ""
        self._found: dict[Passage, tuple[str, ...]] = {}

    def of(self, meeting: str, passage: Passage) -> tuple[str, ...]:
        """Give what is likely to be typed in such a field of a meeting, the likeliest first."""
        if meeting != self._meeting:
            self._meeting, self._found = meeting, {}
        if passage not in self._found:
            said = self._session.said_before(meeting)
            day = self._session.meeting(meeting).meeting.date
            self._found[passage] = usual_phrases(said, passage, day)
        return self._found[passage]
