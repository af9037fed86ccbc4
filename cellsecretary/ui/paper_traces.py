"""`PaperTraces`: what happened to the papers of a meeting once they left the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cellsecretary.core.kinds import Trace
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.office_rows import PaperTrace
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class PaperTraces:
    """Notes and says what was printed, saved and signed, each paper in its version of now."""

    def __init__(self, session: Session, words: Messages) -> None:
        self._session = session
        self._words = words

    def note(self, record: MeetingRecord, form: str, trace: Trace) -> None:
        """Note what happened; the paper is out even when the book cannot be written."""
        self._session.do(note_paper, record, form, trace)

    def is_signed(self, record: MeetingRecord, form: str) -> bool:
        """Tell whether the paper is noted as signed."""
        return any(trace.trace is Trace.SIGNED for trace in self._of(record, form))

    def sentence(self, record: MeetingRecord, form: str) -> str:
        """Say when the paper was last printed, saved, signed; empty when it never left."""
        last = {trace.trace: trace.at for trace in self._of(record, form)}
        if not last:
            return ""
        what = ", ".join(f"{self._words.value(kind)} {day_text(at)}" for kind, at in last.items())
        line = QCoreApplication.translate("PaperTraces", "{paper}: {what}")
        return line.format(paper=self._words.form(form), what=what)

    def _of(self, record: MeetingRecord, form: str) -> list[PaperTrace]:
        revision = 0 if record.is_open else record.revision
        return [
            trace
            for trace in self._session.paper_traces(record.meeting.id)
            if trace.form == form and trace.revision == revision
        ]
