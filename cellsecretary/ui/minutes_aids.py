"""What helps to write less in the minutes: headings, usual phrases, the text of last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from cellsecretary.core.earlier_text import earlier_text, is_as_before, meetings_before
from cellsecretary.core.kinds import Part
from cellsecretary.core.phrases import Passage
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.phrase_offer import PhraseOffer
from cellsecretary.ui.prompted_text import PromptedText
from cellsecretary.ui.theme import set_role
from cellsecretary.ui.usual_phrases import UsualPhrases
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.ui.fields import GrowingTextEdit
    from cellsecretary.ui.session import Session


class WritingForm(Protocol):
    """The widgets of a form in which minutes are written."""

    prompts_button: QPushButton
    earlier_text_button: QPushButton
    as_before_label: QLabel
    body_edit: GrowingTextEdit
    conclusion_edit: GrowingTextEdit


class MinutesAids(QObject):
    """Helps with the fields of the minutes; `show_item` says which point is being written."""

    def __init__(self, session: Session, form: WritingForm) -> None:
        super().__init__(form.body_edit)
        self._meeting = ""
        self._phrases = UsualPhrases(session)
        self._prompted = PromptedText(form.prompts_button, form.body_edit)
        self.earlier = EarlierText(session, form.earlier_text_button, form.as_before_label)
        self.earlier.help_with(form.body_edit)
        self.offers = {
            Passage.BODY: self._offer(form.body_edit, Passage.BODY),
            Passage.CONCLUSION: self._offer(form.conclusion_edit, Passage.CONCLUSION),
        }

    def offer_in_opinion(self, edit: GrowingTextEdit) -> None:
        """Offer phrases in the field of an opinion."""
        self._offer(edit, Passage.OPINION)

    def show_item(self, record: MeetingRecord, item: AgendaItem) -> None:
        """Help with a point of a meeting."""
        self._meeting = record.meeting.id
        prompts = record.rules.prompts[record.cell.kind]
        self._prompted.offer(prompts if item.part is Part.CONTENT else ())
        self.earlier.show_item(record, item)

    def _offer(self, edit: GrowingTextEdit, passage: Passage) -> PhraseOffer:
        return PhraseOffer(edit, lambda: self._phrases.of(self._meeting, passage))


class EarlierText(QObject):
    """Brings in what the last meeting wrote on the same point, and marks it until it is edited."""

    def __init__(self, session: Session, button: QPushButton, label: QLabel) -> None:
        super().__init__(button)
        self._session = session
        self._button = button
        self._label = label
        self._edit: GrowingTextEdit | None = None
        self._text = ""
        self._asked = ("", "", "")
        self._is_open = False
        button.clicked.connect(self._bring_in)

    def help_with(self, edit: GrowingTextEdit) -> None:
        """Say which text it is that is helped with."""
        self._edit = edit
        edit.textChanged.connect(self._follow)

    def show_item(self, record: MeetingRecord, item: AgendaItem) -> None:
        """Look for what the last meeting that had a point said on it."""
        self._is_open = record.is_open
        asked = (record.meeting.id, item.id, item.title)
        if asked != self._asked:
            self._asked = asked
            self._look_back(record, item)
        set_role(self._label, "care")
        self._follow()

    def _look_back(self, record: MeetingRecord, item: AgendaItem) -> None:
        self._text = ""
        for before in meetings_before(self._session.register, record.meeting):
            self._text = earlier_text(item, self._session.meeting(before.id)).strip()
            if self._text:
                self._name(day_text(before.date))
                return

    def _name(self, day: str) -> None:
        self._button.setText(self.tr("Text o&f {day}").format(day=day))
        tip = self.tr("Bring in what was written on this point on {day}")
        self._button.setToolTip(tip.format(day=day))
        mark = self.tr("Word for word as on {day}: change what is different this time.")
        self._label.setText(mark.format(day=day))

    def _follow(self) -> None:
        assert self._edit is not None
        typed = self._edit.toPlainText()
        self._button.setVisible(bool(self._text) and not typed.strip() and self._is_open)
        self._label.setVisible(self._is_open and is_as_before(typed, self._text))

    def _bring_in(self) -> None:
        """Write it as if it were typed: kept, and undone, like any text."""
        assert self._edit is not None
        edit, text = self._edit, self._text
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        edit.setTextCursor(cursor)
        announce(edit, self._label.text())
