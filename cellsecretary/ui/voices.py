"""Who is to be heard at a meeting: whom to ask to speak, and the opinions handed in beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from cellsecretary.core.voices import meeting_voice, to_invite
from cellsecretary.ui.dialogs.beforehand import BeforehandDialog
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme, set_role

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Opinion
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

NAMED = 4
"""So many are named; of more the number is enough."""


def heard_text(record: MeetingRecord) -> str:
    """Say how many of those who came have spoken, empty before anybody came."""
    voice = meeting_voice(record)
    if not voice.present:
        return ""
    text = QCoreApplication.translate("Voices", "{spoke} of {present} have spoken")
    return text.format(spoke=voice.spoke, present=voice.present)


def speaker_name(record: MeetingRecord, opinion: Opinion) -> str:
    """Name who gave an opinion, and say when it was handed in."""
    name = opinion.speaker_other
    if opinion.speaker is not None:
        text = QCoreApplication.translate("Voices", "Comrade {name}")
        name = text.format(name=record.name_of(opinion.speaker))
    if opinion.beforehand:
        text = QCoreApplication.translate("Voices", "{name} (handed in)")
        name = text.format(name=name)
    return name


class VoicesCard(QFrame):
    """Says whom the chair might ask, kindly, and leads to what was handed in beforehand."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words, self._meeting = session, words, ""
        self.setProperty("role", "card")
        self._title = QLabel(self.tr("To be heard"), self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._title, "strong")
        self.invite_label = QLabel(self)
        self.invite_label.setTextFormat(Qt.TextFormat.PlainText)
        self.invite_label.setWordWrap(True)
        self.beforehand_button = QPushButton(self)
        self.beforehand_button.setProperty("icon_name", "note")
        put_icon(self.beforehand_button)
        self.beforehand_button.clicked.connect(self._open)
        box = QVBoxLayout(self)
        theme = current_theme()
        edge = theme.space(3)
        box.setContentsMargins(edge, edge, edge, edge)
        box.setSpacing(theme.space(2))
        for widget in (self._title, self.invite_label, self.beforehand_button):
            box.addWidget(widget)

    def show_record(self, record: MeetingRecord) -> None:
        """Show whom to ask at this meeting, and how many opinions were handed in."""
        self._meeting = record.meeting.id
        asked = to_invite(record)
        names = [one.line.name for one in asked[:NAMED]]
        text = ""
        if names:
            sentence = self.tr("Not heard for {months} months or more; ask them kindly: {names}")
            text = sentence.format(months=asked[-1].months, names=", ".join(names))
            if len(asked) > NAMED:
                rest = self.tr("and %n more", "", len(asked) - NAMED)
                text = f"{text} {rest}"
        self.invite_label.setText(text)
        self.invite_label.setVisible(bool(text))
        count = sum(opinion.beforehand for opinion in record.opinions)
        self.beforehand_button.setText(
            self.tr("%n opinion(s) &handed in…", "", count)
            if count
            else self.tr("Opinions &handed in…")
        )
        self.setVisible(bool(record.held_agenda) and (record.is_open or bool(count)))

    def _open(self) -> None:
        BeforehandDialog(self._session, self._words, self._meeting, self.window()).open()
