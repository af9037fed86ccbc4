"""Who is to be heard at a meeting: whom to ask to speak, and the opinions handed in beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.core.voices import Unheard, invitation, meeting_voice
from cellsecretary.ui.dialogs.beforehand import BeforehandDialog
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.side_card import SideCard

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Opinion
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


def heard_text(record: MeetingRecord) -> str:
    """Say how many of those who came have spoken, empty before anybody came."""
    voice = meeting_voice(record)
    if not voice.present:
        return ""
    text = QCoreApplication.translate("Voices", "{spoke} of {present} have spoken")
    return text.format(spoke=voice.spoke, present=voice.present)


def speaker_name(record: MeetingRecord, opinion: Opinion) -> str:
    """Name who gave an opinion; one that was handed in says so, and is shorter for that."""
    name = record.name_of(opinion.speaker) or opinion.speaker_other
    if opinion.beforehand:
        text = QCoreApplication.translate("Voices", "{name} (handed in)")
    elif opinion.speaker is not None:
        text = QCoreApplication.translate("Voices", "Comrade {name}")
    else:
        return name
    return text.format(name=name)


class VoicesCard(SideCard):
    """Says whom the chair might ask, kindly, and leads to what was handed in beforehand.

    `meeting_wanted` carries the meeting that was chosen in the look back at the year.
    """

    meeting_wanted = Signal(str)

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, gap=2)
        self._session, self._ask, self._words = session, ask, words
        self._record: MeetingRecord | None = None
        self.title_label.setText(self.tr("To be heard"))
        self.invite_label = QLabel(self)
        self.invite_label.setTextFormat(Qt.TextFormat.PlainText)
        self.invite_label.setWordWrap(True)
        self.all_button = QPushButton(self.tr("See e&verybody…"), self)
        self.all_button.setProperty("icon_name", "members")
        self.beforehand_button = QPushButton(self)
        self.beforehand_button.setProperty("icon_name", "note")
        self.all_button.clicked.connect(self._look_back)
        self.beforehand_button.clicked.connect(self._open)
        for button in (self.all_button, self.beforehand_button):
            put_icon(button)
        self.put(self.invite_label, self.all_button, self.beforehand_button)

    def show_record(self, record: MeetingRecord) -> None:
        """Show whom to ask at this meeting, and how many opinions were handed in."""
        self._record = record
        asked = invitation(record)
        text = ""
        if asked.named and record.is_open:
            sentence = self.tr("Not heard for long; ask them kindly: {names}")
            text = sentence.format(names=", ".join(map(self._reason, asked.named)))
            if asked.more:
                rest = self.tr("and %n more", "", asked.more)
                text = f"{text} {rest}"
        self.invite_label.setText(text)
        for widget in (self.invite_label, self.all_button):
            widget.setVisible(bool(text))
        count = sum(opinion.beforehand for opinion in record.opinions)
        self.beforehand_button.setText(
            self.tr("%n opinion(s) &handed in…", "", count)
            if count
            else self.tr("Opinions &handed in…")
        )
        self.setVisible(bool(record.held_agenda) and (record.is_open or bool(count)))

    def _reason(self, one: Unheard) -> str:
        months = self.tr("%n month(s)", "", one.months)
        return self.tr("{name} ({months})").format(name=one.line.name, months=months)

    def _open(self) -> None:
        if self._record is not None:
            meeting = self._record.meeting.id
            BeforehandDialog(self._session, self._words, meeting, self.window()).open()

    def _look_back(self) -> None:
        """Show everybody of the year of the meeting, first those who were not heard."""
        if self._record is None:
            return
        year = self._record.meeting.date.year
        dialog = OverviewDialog(
            self._session, self._ask, self._words, year, self.window(), page="voices"
        )
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()
