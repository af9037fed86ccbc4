"""`DirectivesCard`: what the superior wants on the agenda of an open meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.directive_advice import directives_for, title_of
from cellsecretary.core.operations.directives import take_up
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.side_card import SideCard
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.superior_rows import Directive
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.session import Session


class DirectivesCard(SideCard):
    """One line per directive, which puts it onto the agenda; hidden while there is none."""

    def __init__(self, panel: Panel, session: Session) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self.title_label.setText(self.tr("The superior wants on the agenda"))
        self.directives_list = SentenceList(self)
        self.directives_list.chosen.connect(self._take_up)
        self.put(self.directives_list)

    def show_record(self, record: MeetingRecord) -> None:
        """Show what a meeting does not have yet."""
        found = directives_for(record, self._session.register)
        self.directives_list.set_sentences(
            [Sentence(self._text(one), "note", one, "plus") for one in found]
        )
        self.setVisible(bool(found))

    def _text(self, one: Directive) -> str:
        text = self.tr("{title}, until {day}")
        if one.kind is DirectiveKind.THEME:
            text = self.tr("As the topic of this meeting: {title}")
        return text.format(title=title_of(one), day=day_text(one.last))

    def _take_up(self, directive: Directive) -> None:
        self._panel.run(take_up, self._panel.record, directive)
