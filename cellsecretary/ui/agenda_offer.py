"""`AgendaOffer`: a box to choose the agenda from that a meeting begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.core.templates import Origin, last_of_kind, offered_agendas
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QComboBox

    from cellsecretary.core.kinds import MeetingKind
    from cellsecretary.core.ruleset import TemplateItem
    from cellsecretary.core.templates import OfferedAgenda
    from cellsecretary.ui.session import Session


class AgendaOffer(QObject):
    """Fills its box with the agendas for a kind of meeting, the one proposed first chosen."""

    def __init__(self, session: Session, box: QComboBox) -> None:
        super().__init__(box)
        self._session = session
        self._box = box
        self._offered: tuple[OfferedAgenda, ...] = ()

    def show_for(self, kind: MeetingKind, day: dt.date, but: str = "") -> None:
        """Offer the agendas for a kind on a day, that of the meeting `but` not among them.

        What was chosen stays chosen while the same is offered.
        """
        register = self._session.register
        last = last_of_kind(register, kind, but)
        record = self._session.meeting(last.id) if last else None
        offered = offered_agendas(register, self._session.rules(day), kind, record)
        if offered == self._offered:
            return
        self._offered = offered
        self._box.clear()
        self._box.addItems([self._name(agenda) for agenda in offered])

    def steps(self) -> tuple[TemplateItem, ...]:
        """Give the steps of the agenda that is chosen."""
        return self._offered[max(self._box.currentIndex(), 0)].steps

    def is_choice(self) -> bool:
        """Tell whether there is more than one agenda to choose from."""
        return len(self._offered) > 1

    def _name(self, agenda: OfferedAgenda) -> str:
        if agenda.origin is Origin.OWN:
            return agenda.name
        if agenda.origin is Origin.LAST:
            return self.tr("As at the meeting of {day}").format(day=day_text(agenda.date))
        return self.tr("General template, by the rules")
