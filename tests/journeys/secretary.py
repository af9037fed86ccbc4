"""A secretary at the real window: each method is one thing that the person wants done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from cellsecretary.core.hours import write_time
from cellsecretary.core.kinds import GuestRole, Mark, MeetingState, Needs, Part, VoteMethod
from cellsecretary.core.moments import write_date
from cellsecretary.core.track import TrackStep
from cellsecretary.core.vietnamese import fold
from cellsecretary.ui.agenda_table import TITLE_COLUMN
from cellsecretary.ui.dialogs.agenda_item import AgendaItemDialog
from cellsecretary.ui.dialogs.cell import CellDialog
from cellsecretary.ui.dialogs.document import DocumentDialog
from cellsecretary.ui.dialogs.fees import FeesDialog
from cellsecretary.ui.dialogs.guests import GuestsDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.new_book import NewBookDialog
from cellsecretary.ui.dialogs.petitions import PetitionsDialog
from cellsecretary.ui.dialogs.roster_import import RosterImportDialog
from cellsecretary.ui.dialogs.task import TaskDialog
from cellsecretary.ui.dialogs.vote import VoteDialog
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.panels.assignment import AssignmentPanel
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.start import StartPage
from tests.journeys.desk import Desk
from tests.journeys.hands import KEY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.exchange.scenario import (
        CellInput,
        DocumentInput,
        FeesInput,
        ItemInput,
        MeetingInput,
        OpinionInput,
        PetitionInput,
        ReviewInput,
        TaskInput,
        VoteInput,
    )
    from cellsecretary.ui.member_picker import MemberPicker


PLAN, AGENDA, PREPARATION = "the plan", "the agenda", "preparation, and who is sent"
ROLL, FEES, TIMES = "the roll", "party fees", "start and end"
SAID, VOTES, WISHES = "what was said and concluded", "votes", "wishes of the people"
TASKS, DOCUMENTS, PRINTING = "tasks", "documents", "closing and printing"
STEPS = "from step to step"
"""The stages of an evening, for whoever counts."""


class Secretary(Desk):
    """Somebody with a list of the members and the notes of an evening.

    Who `takes_offers` leaves what the program proposes beyond the notes.
    """

    takes_offers = False

    # The book and the register

    def start_the_first_time(self) -> None:
        self.program.start()
        self.sit_down()

    def open_last_book(self) -> None:
        assert self.program.open_book(self.program._settings.books[0])
        self.sit_down()

    def begin_book(self, cell: CellInput) -> None:
        start = self.program.window
        assert start is not None
        page = start.centralWidget()
        assert isinstance(page, StartPage)
        self.hand.press(page.form.new_button)
        form = self.dialog(NewBookDialog).form
        for field, text in (
            (form.name_edit, cell.name),
            (form.superior_edit, cell.superior),
            (form.commune_edit, cell.commune),
            (form.place_edit, cell.place),
        ):
            self.hand.write(field, text)
        self.hand.count(form.day_spin, cell.day)
        self.hand.write(form.hour_edit, write_time(cell.time))
        self.hand.press(form.keep_button)
        self.is_back()

    def say_since_when_the_term_runs(self, day: dt.date) -> None:
        self.hand.from_menu(self.window.form.more_button, "Chi bộ và ngày họp…")
        form = self.dialog(CellDialog).form
        self.hand.write(form.term_edit, write_date(day))
        self.hand.press(form.keep_button)
        self.is_back()

    def bring_in_members(self, list_of_members: Path) -> None:
        self.ask.will_answer(list_of_members)
        self.hand.press(self.panel(MembersPanel).form.import_button)
        dialog = self.dialog(RosterImportDialog)
        assert not dialog.form.problems_radio.isEnabled()
        self.hand.press(dialog.form.keep_button)
        self.is_back()
        assert self.hand.has(self.panel(MembersPanel).form.members_table)

    # Before the meeting

    def plan_first(self, meeting: MeetingInput) -> None:
        self.begin_stage(PLAN)
        self.turn_page("home")
        self.hand.press(self.panel(HomePanel).form.next_button)
        self._fill_plan(meeting)

    def plan_next(self, meeting: MeetingInput) -> None:
        self.hand.press(self.page.form.plan_button)
        self._fill_plan(meeting)

    def _fill_plan(self, meeting: MeetingInput) -> None:
        self.begin_stage(PLAN)
        form = self.dialog(MeetingDialog).form
        self.hand.choose(form.kind_box, self.program.words.value(meeting.kind))
        self.hand.write(form.date_edit, write_date(meeting.date))
        self.hand.write(form.hour_edit, write_time(meeting.start))
        self.hand.write(form.place_edit, meeting.place)
        self.hand.write(form.title_edit, meeting.title)
        if meeting.topic:
            self.hand.write(form.topic_edit, meeting.topic)
        self.pick(form.chair_edit, meeting.chair or 0)
        self.pick(form.minute_taker_edit, meeting.minute_taker or 0)
        lines = [f"{guest.name}, {guest.title}" for guest in meeting.guests]
        self.hand.write(form.guests_edit, "\n".join(lines))
        self.hand.press(form.keep_button)
        self.is_back()

    def make_agenda(self, items: Sequence[ItemInput]) -> None:
        """Turn the usual agenda into that of the notes, part by part."""
        for part in Part:
            wanted = [item for item in items if item.part is part]
            for place, item in enumerate(wanted):
                there = self._items(part)
                if place < len(there) and self._says(there[place], item):
                    continue
                if place < len(there):
                    self._choose_item(there[place])
                    self.edit_item()
                else:
                    self._choose_item(there[-1])
                    self.hand.press(self.panel(AgendaPanel).form.add_button)
                self._fill_item(item)
            for surplus in self._items(part)[len(wanted) :]:
                self._choose_item(surplus)
                self.delete_item()

    def _fill_item(self, item: ItemInput) -> None:
        form = self.dialog(AgendaItemDialog).form
        if form.title_edit.text() != item.title:
            self.hand.write(form.title_edit, item.title)
        if self._number_of(form.presenter_edit.member()) != item.presenter:
            self.pick(form.presenter_edit, item.presenter or 0)
        if form.minutes_spin.value() != item.minutes:
            self.hand.count(form.minutes_spin, item.minutes)
        self.hand.press(form.keep_button)
        self.is_back()

    def _says(self, there: AgendaItem, item: ItemInput) -> bool:
        wanted = (item.title, item.minutes, item.presenter)
        return (there.title, there.minutes, self._number_of(there.presenter)) == wanted

    def _number_of(self, member: str | None) -> int | None:
        return next((row.number for row in self.record.people if row.id == member), None)

    def _items(self, part: Part) -> list[AgendaItem]:
        return [item for item in self.record.agenda if item.part is part]

    def _choose_item(self, item: AgendaItem) -> None:
        panel = self.panel(AgendaPanel)
        self.hand.choose_row(panel.form.agenda_table, panel._model.index_of(item.id, TITLE_COLUMN))

    def prepare(self, meeting: MeetingInput) -> None:
        """Tick each step on its day."""
        days = (
            (meeting.committee_meeting, TrackStep.COMMITTEE_MET),
            (meeting.notified, TrackStep.NOTIFIED),
            (meeting.superior_notified, TrackStep.SUPERIOR_NOTIFIED),
            (meeting.posted, TrackStep.POSTED),
        )
        for day, step in sorted((day, step) for day, step in days if day):
            self.come_back(day)
            self.hand.press(self.panel(AgendaPanel)._steps.steps[step].check)

    # At the meeting

    def get_ready(self, meeting: MeetingInput) -> None:
        """Turn a planned meeting into one that can be held: agenda, preparation, who is sent."""
        self.begin_stage(AGENDA)
        self.make_agenda(meeting.agenda)
        self.begin_stage(PREPARATION)
        self.prepare(meeting)
        self.say_who_was_sent(meeting)

    def arrive(self, meeting: MeetingInput) -> None:
        """Come back on the evening of a meeting, to what the program left open."""
        assert meeting.start is not None
        self.come_back(meeting.date, meeting.start)
        if self.page.step != "attendance":
            self.go_on()

    def hold(self, meeting: MeetingInput) -> None:
        """Take a meeting that is ready to the last step, as the evening goes."""
        self.call_the_roll(meeting)
        self.go_on()
        self.write_minutes(meeting)
        self.end_meeting(meeting)
        self.go_on()
        self.review_tasks(meeting.reviews)
        self.give_tasks(meeting.tasks)
        self.go_on()
        self.issue(meeting.documents)

    def pick(self, field: MemberPicker, *numbers: int) -> None:
        """Name members in a field, one after the other; leaving it takes the last."""
        self.hand.enter(field)
        self.hand.replace_all()
        for place, number in enumerate(numbers):
            if place:
                self.hand.key(KEY.Key_Comma)
            self.hand.keys(fold(self.names[number]))

    def call_the_roll(self, meeting: MeetingInput) -> None:
        """Who is excused and why, then all the others, then who is neither."""
        noted, fees = meeting.attendance, meeting.fees
        assert noted is not None
        assert fees is not None
        self.begin_stage(ROLL)
        for line in noted.excused:
            self.excuse(line.member, line.reason)
        self.hand.press(self.panel(AttendancePanel).form.all_present_button)
        for number in noted.unexcused:
            self.mark(number, Mark.UNEXCUSED)
        for number in (*noted.exempt_present, *noted.visiting_present):
            self.mark(number, Mark.PRESENT)
        for late in noted.late:
            self.come_late(late.member, late.at)
        self.begin_stage(FEES)
        self._note_fees(fees)

    def say_who_was_sent(self, meeting: MeetingInput) -> None:
        """Say which of the guests follows the cell for the superior."""
        self.turn_step("attendance")
        for guest in meeting.guests:
            if guest.role is GuestRole.ASSIGNED_SUPERIOR:
                self._say_who_was_sent(guest.name)

    def _note_fees(self, fees: FeesInput) -> None:
        self.hand.from_menu(self.panel(AttendancePanel).form.more_button, "Đảng phí…")
        form = self.dialog(FeesDialog).form
        self.hand.count(form.paid_edit, fees.paid or 0)
        for number in fees.owing:
            self.tick_debtor(form, number)
        self.hand.press(form.save_button)
        self.is_back()

    def _say_who_was_sent(self, name: str) -> None:
        self.hand.press(self.panel(AttendancePanel).form.guests_button)
        form = self.dialog(GuestsDialog).form
        model = form.guests_table.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        self.hand.choose_row(
            form.guests_table, next(index for index in rows if index.data() == name)
        )
        self.hand.press(form.superior_check)
        self.hand.press(form.save_button)
        self.hand.press(form.close_button)
        self.is_back()

    def write_minutes(self, meeting: MeetingInput) -> None:
        """Write point by point what was said, as it is said."""
        panel = self.panel(MinutesPanel)
        form, times = panel.form, panel.times.form
        self.begin_stage(TIMES)
        self.hand.press(times.planned_button)
        for place, item in enumerate(meeting.agenda):
            votes = [vote for vote in meeting.votes if vote.item == place]
            self.begin_stage(SAID)
            if not (item.body or item.opinions or item.conclusion or votes):
                continue
            self.turn_to_point(panel, place)
            assert item.title in form.title_label.text()
            if item.body:
                self.hand.write(form.body_edit, item.body)
            for opinion in item.opinions:
                self.note_opinion(panel, opinion)
            for vote in votes:
                self.begin_stage(VOTES)
                self.hand.press(form.vote_button)
                self._count_votes(vote)
            self.begin_stage(SAID)
            if item.conclusion:
                self.hand.write(form.conclusion_edit, item.conclusion)
        self.begin_stage(WISHES)
        for petition in meeting.petitions:
            self._pass_on(panel, petition)

    def end_meeting(self, meeting: MeetingInput) -> None:
        times = self.panel(MinutesPanel).times.form
        assert meeting.end is not None
        self.begin_stage(TIMES)
        self.clock.set(meeting.date, meeting.end)
        self.hand.press(times.now_button)

    def note_opinion(self, panel: MinutesPanel, opinion: OpinionInput) -> None:
        self.ask_for_speaker(panel)
        picker = panel.opinions.chooser.picker
        assert self.hand.has(picker)
        assert opinion.speaker is not None
        self.pick(picker, opinion.speaker)
        self.hand.key(KEY.Key_Colon)
        row = panel.opinions.rows[-1]
        assert self.hand.has(row.text_edit), "the text of the opinion waits for its letters"
        self.hand.type_text(opinion.text)

    def _count_votes(self, vote: VoteInput) -> None:
        hand, form = self.hand, self.dialog(VoteDialog).form
        if form.question_edit.text() != vote.question:
            hand.write(form.question_edit, vote.question)
        for radio in (
            form.ballot_radio if vote.method is VoteMethod.BALLOT else form.hands_radio,
            form.half_radio if vote.needs is Needs.HALF else form.two_thirds_radio,
        ):
            if not radio.isChecked():
                hand.press(radio)
        counts = [(form.in_favour_spin, vote.in_favour), (form.against_spin, vote.against)]
        counts.append((form.other_spin, vote.other))
        if vote.method is VoteMethod.BALLOT:
            counts += [
                (form.issued_spin, vote.issued or 0),
                (form.returned_spin, vote.returned or 0),
                (form.valid_spin, vote.valid or 0),
            ]
        for spin, number in counts:
            if spin.value() != number:
                hand.count(spin, number)
        hand.press(form.keep_button)
        self.is_back()

    def _pass_on(self, panel: MinutesPanel, petition: PetitionInput) -> None:
        self.hand.from_menu(panel.form.more_button, "Kiến nghị của nhân dân…")
        form = self.dialog(PetitionsDialog).form
        self.hand.write(form.text_edit, petition.text)
        self.hand.write(form.source_edit, petition.source)
        self.hand.write(form.addressee_edit, petition.addressee)
        self.hand.press(form.close_button)
        self.is_back()

    def review_tasks(self, reviews: Sequence[ReviewInput]) -> None:
        panel = self.panel(AssignmentPanel)
        ids = {carried.task.code: carried.task.id for carried in self.record.carried}
        for review in reviews:
            row = panel.reviews.rows[ids[review.task]]
            self.hand.press(row.result_buttons[review.result])
            if review.note:
                self.hand.write(row.why_edit, review.note)
            if review.percent is not None and row.percent_spin.isVisible():
                self.hand.count(row.percent_spin, review.percent)

    def give_tasks(self, tasks: Sequence[TaskInput]) -> None:
        if not tasks:
            return
        self.begin_stage(TASKS)
        self.hand.press(self.panel(AssignmentPanel).form.give_button)
        form = self.dialog(TaskDialog).form
        for task in tasks:
            self.hand.write(form.what_edit, task.what)
            self.hand.write(form.product_edit, task.product)
            if form.amount_spin.value() and not self.takes_offers:
                self.hand.count(form.amount_spin, 0)
            self.pick(form.lead_edit, task.lead or 0, *task.helpers)
            if task.due is not None:
                self.hand.write(form.due_edit, write_date(task.due))
            assert form.code_edit.text() == task.code, form.code_edit.text()
            self.hand.press(form.keep_button if task is tasks[-1] else form.another_button)
        self.is_back()

    def issue(self, documents: Sequence[DocumentInput]) -> None:
        self.begin_stage(DOCUMENTS)
        for document in documents:
            self.hand.press(self.panel(PrintingPanel).form.add_document_button)
            form = self.dialog(DocumentDialog).form
            self.hand.choose(form.type_box, self.program.words.value(document.type))
            if form.number_spin.value() != document.number:
                self.hand.count(form.number_spin, document.number)
            self.hand.write(form.title_edit, document.title)
            self.hand.press(form.keep_button)
            self.is_back()

    def go_on(self) -> None:
        """Press the one button that leads to the next step."""
        self.begin_stage(STEPS)
        panel = self.page.panel
        assert panel is not None
        button = panel.findChild(QPushButton, "next_button")
        assert isinstance(button, QPushButton)
        self.hand.press(button)

    def close_meeting(self) -> None:
        self.begin_stage(PRINTING)
        self.hand.press(self.panel(PrintingPanel).form.next_button)

    def is_closed(self) -> bool:
        return self.record.meeting.state is MeetingState.CLOSED

    def missing(self) -> list[str]:
        """Read what the last step says is missing."""
        sentences = self.panel(PrintingPanel).form.problems_list.sentences
        return [sentence.text for sentence in sentences]

    def go_to_what_is_missing(self) -> None:
        self.hand.press(self.panel(PrintingPanel).form.problems_list.buttons[0])

    def save_paper(self, path: Path) -> bytes:
        self.ask.will_answer(path)
        self.hand.press(self.panel(PrintingPanel).form.save_button)
        return path.read_bytes()
