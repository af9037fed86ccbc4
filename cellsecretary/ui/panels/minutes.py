"""Step 3: what was said, put to the vote and concluded, point by point, while it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from cellsecretary.core.facts import usual_needs
from cellsecretary.core.operations.meetings import set_times
from cellsecretary.core.operations.minutes import (
    add_opinion,
    delete_opinion,
    delete_vote,
    mark_beforehand,
    write_body,
    write_conclusion,
    write_opinion,
)
from cellsecretary.core.progress import is_written, unwritten_points
from cellsecretary.core.rows import Vote
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.vote import VoteDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.key_table import INSIDE, Key, bind
from cellsecretary.ui.meeting_times import MeetingTimes
from cellsecretary.ui.minutes_aids import MinutesAids
from cellsecretary.ui.opinions import OpinionList, possible_speakers
from cellsecretary.ui.panel import StepPanel
from cellsecretary.ui.petition_marks import PetitionMarks, marked_opinions
from cellsecretary.ui.points import PointList
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.undo_offer import UndoOffer
from cellsecretary.ui.voices import heard_text, speaker_name
from cellsecretary.ui.votes import VoteList

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Opinion
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class MinutesForm(Form):
    """The widgets of the panel."""

    form = "minutes"
    notice_banner: Banner
    times_panel: QWidget
    work_panel: QWidget
    agenda_list: QListWidget
    title_label: QLabel
    editor_area: QScrollArea
    body_label: QLabel
    body_edit: GrowingTextEdit
    as_before_label: QLabel
    opinions_label: QLabel
    opinions_panel: QWidget
    acts_panel: QWidget
    prompts_button: QPushButton
    earlier_text_button: QPushButton
    opinion_button: QPushButton
    vote_button: QPushButton
    votes_panel: QWidget
    conclusion_label: QLabel
    conclusion_edit: GrowingTextEdit
    points_panel: QWidget
    earlier_button: QPushButton
    later_button: QPushButton
    empty_card: QFrame
    previous_button: QPushButton
    more_button: QPushButton
    missing_label: QLabel
    next_button: QPushButton


class MinutesPanel(StepPanel):
    """The points of the agenda beside the text of the one that is written now."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = MinutesForm(self)
        self._item = ""
        self._undo_offer = UndoOffer(session, form.notice_banner)
        self._body = Autosave(form.body_edit, self._save_body)
        self._conclusion = Autosave(form.conclusion_edit, self._save_conclusion)
        self.times = MeetingTimes()
        self.opinions = OpinionList(self._save_opinion)
        self.petitions = PetitionMarks(self, session, ask, words, self.opinions)
        self.votes = VoteList()
        put_into(form.times_panel, self.times)
        put_into(form.opinions_panel, self.opinions)
        put_into(form.votes_panel, self.votes)
        self.aids = MinutesAids(session, form)
        self.opinions.row_made.connect(self.aids.offer_in_opinion)
        form.notice_banner.dismiss()
        self._points = PointList(form.agenda_list)
        for row in (form.acts_panel, form.points_panel):
            StackWhenNarrow(row)
        self.begin_at(form.body_edit)
        self._view = FocusInView.of(form.editor_area)
        self._make_menu()
        self._connect()
        self._make_shortcuts()

    # What the panel shows

    @property
    def item(self) -> AgendaItem | None:
        """The point that is written now."""
        return next((item for item in self.record.agenda if item.id == self._item), None)

    def show_meeting(self, meeting: str) -> None:
        """Turn to a meeting, unless what is typed in this one cannot be kept yet."""
        if self._is_kept():
            super().show_meeting(meeting)

    def refresh(self) -> None:
        """Show times, points and the text of the current point."""
        record = self.record
        self.times.show_times(record.meeting, self._session.today())
        self._choose_item(record)
        self._show_agenda(record)
        self._show_item(record)
        self._show_missing(record)

    def show_item(self, item: str) -> bool:
        """Turn to a point; False when what is typed on this one cannot be kept yet."""
        if item == self._item:
            return True
        if not self._is_kept():
            self._show_agenda(self.record)
            return False
        self._item = item
        self._body.turn()
        self._conclusion.turn()
        self.refresh()
        for edit in (self.form.body_edit, self.form.conclusion_edit):
            # The field's own undo must not bring in the text of another point.
            edit.document().clearUndoRedoStacks()
        self.form.editor_area.verticalScrollBar().setValue(0)
        return True

    def go_to(self, place: Problem | Advice) -> None:
        """Put the focus on the time, point, opinion or vote of a place."""
        record = self.record
        if place.table == "meetings":
            times = self.times.form
            self._focus(times.end_edit if place.field == "end" else times.start_edit)
        elif place.table in ("agenda", "agenda_items"):
            self.show_item(place.row)
            self._focus(self.form.body_edit)
        elif place.table in ("opinions", "votes"):
            rows: tuple[Opinion | Vote, ...] = (*record.opinions, *record.votes)
            item = next((row.item for row in rows if row.id == place.row), "")
            if item and self.show_item(item) and place.table == "votes":
                self._change_vote(place.row)
            self.opinions.focus_on(place.row)
        elif place.table == "petitions":
            self.petitions.open_list()

    def flush(self) -> None:
        """Write what is typed, and the word that the input method still composes."""
        QGuiApplication.inputMethod().commit()
        super().flush()

    # Filling

    def _choose_item(self, record: MeetingRecord) -> None:
        """Stay at the point, or go to the first that is not written yet."""
        held = record.held_agenda
        if any(item.id == self._item for item in held):
            return
        empty = [item for item in held if not is_written(record, item)]
        chosen = (empty if record.is_open and empty else held)[:1]
        self._item = chosen[0].id if chosen else ""

    def _show_agenda(self, record: MeetingRecord) -> None:
        form = self.form
        form.work_panel.setVisible(bool(self._item))
        form.empty_card.setVisible(not self._item)
        self._points.show_points(record, self._item)
        order = [item.id for item in record.held_agenda]
        place = order.index(self._item) if self._item else 0
        form.earlier_button.setEnabled(place > 0)
        form.later_button.setEnabled(place < len(order) - 1)

    def _show_item(self, record: MeetingRecord) -> None:
        item = self.item
        if item is None:
            return
        form, is_open = self.form, record.is_open
        number = [held.id for held in record.held_agenda].index(item.id) + 1
        form.title_label.setText(f"{number}. {item.title}")
        self._body.set_text(item.body)
        self._conclusion.set_text(item.conclusion)
        opinions = record.opinions_on(item.id)
        self.opinions.set_people(*possible_speakers(record))
        self.opinions.set_read_only(not is_open)
        self.opinions.set_opinions(opinions, partial(speaker_name, record), marked_opinions(record))
        count = self.tr("%n opinion(s)", "", len(opinions)) if opinions else ""
        said = " · ".join(part for part in (count, heard_text(record)) if part)
        form.opinions_label.setText(said)
        form.opinions_label.setVisible(bool(said))
        form.opinions_panel.setVisible(is_open or bool(opinions))
        votes = record.votes_on(item.id)
        self.votes.set_votes(record, votes)
        form.votes_panel.setVisible(bool(votes))
        form.acts_panel.setVisible(is_open)
        for label, edit, text in (
            (form.body_label, form.body_edit, item.body),
            (form.conclusion_label, form.conclusion_edit, item.conclusion),
        ):
            edit.setReadOnly(not is_open)
            label.setVisible(is_open or bool(text))
            edit.setVisible(is_open or bool(text))
        self.aids.show_item(record, item)

    def _show_missing(self, record: MeetingRecord) -> None:
        missing = []
        if record.meeting.start is None:
            missing.append(self.tr("start time"))
        if record.meeting.end is None:
            missing.append(self.tr("end time"))
        empty = sum(not opinion.text.strip() for opinion in record.opinions)
        if empty:
            missing.append(self.tr("text of %n opinion(s)", "", empty))
        unwritten = len(unwritten_points(record))
        if unwritten:
            missing.append(self.tr("words on %n point(s)", "", unwritten))
        text = self.tr("Still missing: {what}").format(what=", ".join(missing))
        self.form.missing_label.setText(text if missing and record.is_open else "")

    # Keeping

    def _is_kept(self) -> bool:
        """Write what is typed; False when the disk does not take it."""
        self.flush()
        fields = (self._body.pending, self._conclusion.pending, self.opinions.pending())
        return not any(fields)

    def _save_body(self, text: str) -> bool:
        return self.item is None or self.run(write_body, self.record, self._item, text)

    def _save_conclusion(self, text: str) -> bool:
        return self.item is None or self.run(write_conclusion, self.record, self._item, text)

    def _save_opinion(self, opinion: str, text: str) -> bool:
        row = self._opinion(opinion)
        return row is None or self.run(write_opinion, self.record, replace(row, text=text))

    def _opinion(self, opinion: str) -> Opinion | None:
        return next((row for row in self.record.opinions if row.id == opinion), None)

    def _save_times(self, start: dt.time | None, end: dt.time | None) -> None:
        self.run(set_times, self.record, start, end)

    def _end_now(self) -> None:
        now = self._session.now().time().replace(second=0, microsecond=0)
        self._save_times(self.record.meeting.start, now)

    # Opinions

    def _ask_speaker(self) -> None:
        if self.item is None or not self.record.is_open:
            return
        self.flush()
        self.form.opinions_panel.show()
        self.opinions.ask_speaker()
        self._view.show_widget(self.opinions.chooser)

    def _give_speaker(self, opinion: str, member: str | None, other: str) -> None:
        for guest in self.record.guests:
            if guest.id == member:
                member, other = None, guest.name
        self.flush()
        row = self._opinion(opinion)
        if row is not None:
            changed = replace(row, speaker=member, speaker_other=other)
            done = self.run(write_opinion, self.record, changed)
        else:
            done = self.run(add_opinion, self.record, self._item, member, "", other)
            opinion = self.record.opinions_on(self._item)[-1].id if done else ""
        self._session.end_step()
        if done:
            self.opinions.focus_on(opinion)

    def _mark_beforehand(self, opinion: str, beforehand: bool) -> None:
        self.flush()
        if self.run(mark_beforehand, self.record, opinion, beforehand):
            self.opinions.focus_on(opinion)

    def _delete_opinion(self, opinion: str) -> None:
        self.flush()
        row = self._opinion(opinion)
        if row is None:
            return
        # The focus goes first, or Qt would hand it to whatever comes next.
        if not self.opinions.focus_beside(opinion):
            self._focus(self.form.opinion_button)
        if self.run(delete_opinion, self.record, opinion):
            text = self.tr("Deleted the opinion of {name}.")
            self._undo_offer.show_text(text.format(name=speaker_name(self.record, row)))

    # Votes

    def _add_vote(self) -> None:
        item = self.item
        if item is not None and self.record.is_open:
            self.flush()
            vote = Vote("", self._meeting, item.id, 0, item.title, needs=usual_needs(self.record))
            self._open_vote(vote)

    def _change_vote(self, vote: str) -> None:
        self._open_vote(next(row for row in self.record.votes if row.id == vote))

    def _open_vote(self, vote: Vote) -> None:
        dialog = VoteDialog(self._session, self._words, self.record, vote, self)
        dialog.accepted.connect(self._conclude)
        dialog.open()

    def _conclude(self) -> None:
        """Go on to what was concluded, once it was voted on, unless that is written already."""
        if not self.form.conclusion_edit.toPlainText().strip():
            self._focus(self.form.conclusion_edit)

    def _delete_vote(self, vote: str) -> None:
        self._focus(self.form.vote_button)
        question = next(row.question for row in self.record.votes if row.id == vote)
        if self.run(delete_vote, self.record, vote):
            text = self.tr("Deleted the vote “{question}”.")
            self._undo_offer.show_text(text.format(question=question))

    # Wiring

    def _connect(self) -> None:
        form = self.form
        for autosave in (self._body, self._conclusion):
            autosave.left.connect(self._session.end_step)
        self.opinions.left.connect(self._session.end_step)
        self.opinions.speaker_given.connect(self._give_speaker)
        self.opinions.beforehand_given.connect(self._mark_beforehand)
        self.opinions.delete_wanted.connect(self._delete_opinion)
        self.votes.change_wanted.connect(self._change_vote)
        self.votes.delete_wanted.connect(self._delete_vote)
        self.times.given.connect(self._save_times)
        self.times.end_wanted.connect(self._end_now)
        self._points.chosen.connect(self.show_item)
        # A click says where to write next; the arrows only walk through the list.
        form.agenda_list.clicked.connect(lambda _index: self._focus(form.body_edit))
        form.earlier_button.clicked.connect(lambda: self._step(-1))
        form.later_button.clicked.connect(lambda: self._step(1))
        form.opinion_button.clicked.connect(self._ask_speaker)
        form.vote_button.clicked.connect(self._add_vote)
        form.previous_button.clicked.connect(self.previous_wanted)
        form.next_button.clicked.connect(self.next_wanted)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        wishes = self.tr("&Wishes of the people…")
        self._petitions_action = menu.addAction(wishes, self.petitions.open_list)
        give_menu(self.form.more_button, menu)

    def _make_shortcuts(self) -> None:
        bind(Key.SPEAKER, self, self._ask_speaker, INSIDE)
        bind(Key.POINT_BEFORE, self, lambda: self._step(-1), INSIDE)
        bind(Key.POINT_AFTER, self, lambda: self._step(1), INSIDE)

    def _step(self, by: int) -> None:
        order = [item.id for item in self.record.held_agenda]
        place = order.index(self._item) + by if self._item else -1
        if 0 <= place < len(order) and self.show_item(order[place]):
            self._focus(self.form.body_edit)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
