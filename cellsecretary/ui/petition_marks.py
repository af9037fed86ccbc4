"""What the minutes can do with petitions: make one of an opinion, and show all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.core.operations.petitions import mark_opinion, unmark_opinion
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.petitions import PetitionsDialog
from cellsecretary.ui.toggle import Tick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.opinions import OpinionList
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.session import Session


class PetitionCheck(Tick):
    """The tick that makes a petition of an opinion."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._read_only = False

    def show_mark(self, name: str, *, marked: bool) -> None:
        """Show whether the opinion of somebody is a petition."""
        self.setText(self.tr("Petition"))
        self.setToolTip(self.tr("Pass this on as a petition"))
        self.setAccessibleName(self.tr("Pass the opinion of {name} on").format(name=name))
        self.setChecked(marked)
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Let the mark be read only: then it is seen only where there is one."""
        self._read_only = read_only
        self.setEnabled(not read_only)
        self._show()

    def _show(self) -> None:
        self.setVisible(self.isChecked() or not self._read_only)


class PetitionMarks(QObject):
    """Marks the opinions of a panel, and leads from them to petitions and to those of the year."""

    def __init__(
        self, panel: Panel, session: Session, ask: Ask, words: Messages, opinions: OpinionList
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._ask = ask
        self._words = words
        opinions.petition_wanted.connect(self._mark)

    def open_list(self) -> None:
        """Show the petitions of the meeting."""
        self._panel.flush()
        meeting = self._panel.record.meeting.id
        dialog = PetitionsDialog(self._session, self._words, meeting, self._panel)
        dialog.overview_wanted.connect(self._open_overview)
        dialog.open()

    def _mark(self, opinion: str, wanted: bool) -> None:
        self._panel.flush()
        operation = mark_opinion if wanted else unmark_opinion
        self._panel.run(operation, self._panel.record, opinion)

    def _open_overview(self) -> None:
        year = self._panel.record.meeting.date.year
        dialog = OverviewDialog(
            self._session, self._ask, self._words, year, self._panel, page="petitions"
        )
        dialog.meeting_wanted.connect(self._panel.meeting_wanted)
        dialog.open()


def marked_opinions(record: MeetingRecord) -> set[str]:
    """Give the ids of the opinions of which a petition was made."""
    return {petition.opinion for petition in record.petitions if petition.opinion}
