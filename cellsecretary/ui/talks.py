"""`TalksCard`: whom to go and see before an open meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.advice import advice_before
from cellsecretary.ui.chips import State
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.side_card import SideCard

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.session import Session


class TalksCard(SideCard):
    """One line per member, which leads to the register; hidden while there is nobody."""

    def __init__(self, panel: Panel, session: Session, words: Messages) -> None:
        super().__init__(panel)
        self._session = session
        self._words = words
        self.title_label.setText(self.tr("Worth a visit before the meeting"))
        self.talks_list = SentenceList(self)
        self.talks_list.chosen.connect(panel.place_wanted)
        self.put(self.talks_list)

    def show_record(self, record: MeetingRecord) -> None:
        """Show whom to see before a meeting."""
        found = advice_before(record, self._session.register, self._session.rules)
        self.talks_list.set_sentences(
            [Sentence(self._words.advice(one), State.CARE, one, "next") for one in found]
        )
        self.setVisible(bool(found))
