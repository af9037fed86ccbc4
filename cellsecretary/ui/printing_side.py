"""The side of step 5: how the meeting stands, what it lacks, its score, its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QWidget

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.meeting_advice import meeting_advice
from cellsecretary.core.operations import closing
from cellsecretary.core.score import form_of, is_scored, last_form, score_sheet
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dialogs.document import DocumentDialog
from cellsecretary.ui.dialogs.score import ScoreDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.track import FollowUpCard
from cellsecretary.ui.wording import day_text, document_text, hour_text

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.panel import Panel
    from cellsecretary.ui.session import Session


class PrintingForm(Form):
    """The widgets of the panel."""

    form = "printing"
    notice_banner: Banner
    side_area: QScrollArea
    side_page: QWidget
    state_chip: ChipLabel
    state_label: QLabel
    trace_label: QLabel
    problems_list: SentenceList
    advice_label: QLabel
    advice_list: SentenceList
    score_card: QFrame
    score_label: QLabel
    score_button: QPushButton
    documents_list: SentenceList
    no_documents_label: QLabel
    add_document_button: QPushButton
    paper_panel: QWidget
    above_next_label: QLabel
    next_bar: QWidget
    previous_button: QPushButton
    more_button: QPushButton
    save_button: QPushButton
    side_button: QPushButton
    next_label: QLabel
    next_button: QPushButton


class PrintingSide(QObject):
    """Fills the cards beside the papers; `place_wanted` carries what is pressed of them."""

    place_wanted = Signal(object)

    def __init__(
        self, panel: Panel, form: PrintingForm, session: Session, ask: Ask, words: Messages
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._ask = ask
        self._words = words
        self._meeting = ""
        self.form = form
        self.follow_up = FollowUpCard(panel, session)
        side = form.side_page.layout()
        assert isinstance(side, QBoxLayout)
        side.insertWidget(1, self.follow_up)
        form.problems_list.chosen.connect(self.place_wanted)
        form.advice_list.chosen.connect(self.place_wanted)
        form.documents_list.chosen.connect(self.edit_document)
        form.add_document_button.clicked.connect(lambda: self.edit_document(None))
        form.score_button.clicked.connect(self.open_score)
        form.trace_label.hide()

    def show_record(self, record: MeetingRecord) -> None:
        """Show how a meeting stands."""
        self._meeting = record.meeting.id
        self._show_state(record)
        self.follow_up.show_record(record)
        self._show_score(record)
        self._show_documents(record)

    @property
    def stops(self) -> list[QWidget]:
        """What can be pressed, from top to bottom."""
        form = self.form
        return [
            *(*form.problems_list.buttons, *form.advice_list.buttons, *self.follow_up.checks),
            *(form.score_button, *form.documents_list.buttons, form.add_document_button),
        ]

    @property
    def waiting(self) -> list[QWidget]:
        """What is never pressed from habit: a day would be noted, or the panel be left."""
        return [*self.follow_up.checks, *self.form.advice_list.buttons, self.form.score_button]

    def _show_state(self, record: MeetingRecord) -> None:
        form, state = self.form, record.meeting.state
        running = state is MeetingState.RUNNING
        problems = closing.problems(record, self._session.context()) if running else ()
        form.problems_list.set_sentences(
            [Sentence(self._words.refusal(p), State.BAD, p, "next") for p in problems]
        )
        form.problems_list.setVisible(bool(problems))
        advice = meeting_advice(record) if running else ()
        form.advice_list.set_sentences(
            [Sentence(self._words.advice(one), State.CARE, one, "next") for one in advice]
        )
        form.advice_list.setVisible(bool(advice))
        form.advice_label.setVisible(bool(advice))
        chip, word, text = self._state_words(record, len(problems))
        if running and record.reopenings:
            text = f"{text}\n{self._reopened(record)}"
        form.state_chip.show_state(chip, word)
        form.state_label.setText(text)

    def _state_words(self, record: MeetingRecord, problems: int) -> tuple[State, str, str]:
        """Say how the meeting stands: chip, its word, and a sentence."""
        match record.meeting.state:
            case MeetingState.CLOSED:
                at = self._session.closing_times(self._meeting)[record.revision]
                text = self.tr(
                    "Closed on {day} at {hour}, version {version}. It can only be read now."
                )
                text = text.format(
                    day=day_text(at.date()), hour=hour_text(at.time()), version=record.revision
                )
                return State.GOOD, self.tr("Closed"), f"{text}\n{self._reopened(record)}"
            case MeetingState.CANCELLED:
                text = self.tr("Reason: {reason}").format(reason=record.meeting.cancel_reason)
                return State.NONE, self.tr("Cancelled"), text
            case MeetingState.PLANNED:
                text = self.tr("It begins with the attendance. Afterwards it is closed here.")
                return State.NONE, self.tr("Not begun yet"), text
            case _ if problems:
                text = self.tr("Press a line to go to its place.")
                return State.BAD, self.tr("%n thing(s) missing", "", problems), text
        return State.GOOD, self.tr("Nothing is missing"), self.tr("The meeting can be closed.")

    def _reopened(self, record: MeetingRecord) -> str:
        """Say whether the minutes were ever reopened, when, and why."""
        if not record.reopenings:
            return self.tr("They were never reopened.")
        text = self.tr("Version {version} was reopened on {day} at {hour}: {reason}")
        return "\n".join(
            text.format(
                version=one.revision,
                day=day_text(one.at.date()),
                hour=hour_text(one.at.time()),
                reason=one.reason,
            )
            for one in record.reopenings
        )

    def _show_documents(self, record: MeetingRecord) -> None:
        form = self.form
        signs, is_open = record.rules.paper.signs, record.is_open
        form.documents_list.set_sentences(
            [
                Sentence(
                    document_text(document, signs, self._words),
                    "paper",
                    document.id if is_open else None,
                    "edit" if is_open else "",
                )
                for document in record.documents
            ]
        )
        form.documents_list.setVisible(bool(record.documents))
        form.no_documents_label.setVisible(not record.documents)
        form.no_documents_label.setText(
            self.tr("Resolutions and other numbered papers of this meeting stand here.")
            if record.is_open
            else self.tr("None were issued.")
        )
        form.add_document_button.setVisible(record.is_open)

    def _show_score(self, record: MeetingRecord) -> None:
        """Show the cell's own score, once the meeting has begun and its kind is scored."""
        form, session = self.form, self._session
        begun = record.meeting.state in (MeetingState.RUNNING, MeetingState.CLOSED)
        form.score_card.setVisible(begun and is_scored(record))
        if form.score_card.isHidden():
            return
        sheet = score_sheet(record, form_of(record, last_form(session.register)))
        if sheet.own_class is not None:
            text = self.tr("{points}/{total} points: {grade}").format(
                points=sheet.own_points, total=sheet.total, grade=self._words.value(sheet.own_class)
            )
        elif record.scores:
            text = self.tr("%n criterion(s) not answered yet", "", len(sheet.unanswered))
        else:
            text = self.tr("Not scored yet.")
        form.score_label.setText(text)

    def open_score(self) -> None:
        """Open the score of the meeting."""
        ScoreDialog(self._session, self._words, self._meeting, self._panel).open()

    def edit_document(self, document: object) -> None:
        """Ask for a document: a new one, or the one with this id."""
        record = self._session.meeting(self._meeting)
        row = next((row for row in record.documents if row.id == document), None)
        DocumentDialog(self._session, self._ask, self._words, record, row, self._panel).open()
