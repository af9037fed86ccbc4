"""A secretary who does anything that the window offers, by chance, and minds no refusal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import Changes, Context
from cellsecretary.core.kinds import (
    DocumentType,
    GuestRole,
    Mark,
    MeetingKind,
    Needs,
    Part,
    Result,
    Sex,
    StandingKind,
    VoteMethod,
)
from cellsecretary.core.life_rows import Contact
from cellsecretary.core.operations import (
    agenda,
    attendance,
    calendar,
    cell,
    contacts,
    documents,
    meetings,
    members,
    minutes,
    petitions,
    register_checks,
    tasks,
    templates,
    terms,
)
from cellsecretary.core.rows import (
    AgendaItem,
    Document,
    Guest,
    Meeting,
    Member,
    Opinion,
    Petition,
    Task,
    Vote,
)
from cellsecretary.core.year_plan import month_plan
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import AFTER
from tests.chance import Chance, Wish, wish

if TYPE_CHECKING:
    import random

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.store import Book

MOST = 14
"""So many rows of a sort are enough: beyond that nothing is added, so that a book stays a book."""


class RandomClerk(Chance):
    """Wants one thing after another of a book; the same chance wants the same of the same book."""

    def __init__(self, book: Book, chance: random.Random) -> None:
        self._book = book
        super().__init__(chance)
        self._register: CellRecord
        self._record: MeetingRecord
        self._of_register = (
            *(self._change_cell, self._add_member, self._change_member, self._delete_member),
            *(self._stand, self._contact, self._check, self._plan_meeting, self._choose_day),
            *(self._day_off, self._template, self._hand_post_over),
        )
        self._of_meeting = (
            *(self._change_meeting, self._delete_meeting, self._set_times, self._add_item),
            *(self._change_item, self._move_item, self._skip_item, self._delete_item),
            *(self._mark, self._mark_all, self._note, self._fees, self._guest),
            *(self._write_body, self._write_conclusion, self._opinion, self._vote),
            *(self._task, self._review, self._document, self._petition),
        )

    def wish(self) -> Wish:
        """Give the next wish, of the book as it is now."""
        self._register = cell_record(self._book)
        open_ones = [meeting for meeting in self._register.meetings if meeting.is_open]
        while True:
            if not open_ones or self.often(0.25):
                found = self.random.choice(self._of_register)()
            else:
                # Most is done at one meeting, and that is the last to come.
                key = self.random.choice([*open_ones, open_ones[-1]]).id
                self._record = meeting_record(self._book, key)
                found = self.random.choice(self._of_meeting)()
            if found is not None:
                return found

    def act(self, ctx: Context, *, at_most: int = 100) -> Changes:
        """Give the changes of the next wish that is granted and changes something; no barrier."""
        for _ in range(at_most):
            answer = self.wish().answer(ctx)
            if isinstance(answer, Changes) and answer.changes and not answer.act.is_barrier:
                return answer
        msg = "everything is refused"
        raise AssertionError(msg)

    def _some_member(self) -> Member | None:
        return self.one(self._register.members)

    # The register and the year

    def _change_cell(self) -> Wish:
        changed = replace(self._register.cell, place=self.text(4))
        return wish(cell.change_cell, self._register, changed)

    def _add_member(self) -> Wish | None:
        if len(self._register.members) > 40:
            return None
        joined = dt.date(2000 + self.random.randrange(25), 5, 19)
        number = 100 + self.number()
        new = Member("", number, f"Đỗ Văn {self.text(1).title()} {number}", Sex.MALE, None, joined)
        return wish(members.add_member, self._register, new)

    def _change_member(self) -> Wish | None:
        member = self._some_member()
        if member is None:
            return None
        changed = replace(member, phone=f"09{self.random.randrange(10**8):08}", card=self.text(1))
        return wish(members.change_member, self._register, changed)

    def _delete_member(self) -> Wish | None:
        return wish(members.delete_member, self._register, self.id(self._register.members))

    def _stand(self) -> Wish | None:
        member, kind, day = self._some_member(), self.one(list(StandingKind)), self.day()
        if member is None:
            return None
        until = self.one([None, day + dt.timedelta(days=30)])
        return wish(members.change_standing, self._register, member.id, kind, day, until, "Ốm")

    def _hand_post_over(self) -> Wish | None:
        posts = [member.post for member in self._register.members if member.post]
        member, post = self._some_member(), self.one(posts)
        if member is None or post is None:
            return None
        return wish(terms.hand_post_over, self._register, post, member.id)

    def _contact(self) -> Wish | None:
        found = self.one(self._register.contacts)
        if found is None or (self.often(0.4) and len(self._register.contacts) < MOST):
            new = Contact("", f"Trần Thị {self.number()}", works_at=self.text(3))
            return wish(contacts.add_contact, self._register, new)
        if self.often(0.5):
            return wish(contacts.delete_contact, self._register, found.id)
        changed = replace(found, note=self.text())
        return wish(contacts.change_contact, self._register, changed)

    def _check(self) -> Wish:
        quarter = dt.date(2026, self.random.choice([1, 4, 7, 10]), 1)
        total = self.random.randrange(40)
        return wish(
            register_checks.note_check, self._register, quarter, AFTER.date(), total, self.text(3)
        )

    def _plan_meeting(self) -> Wish | None:
        if sum(meeting.is_open for meeting in self._register.meetings) > 5:
            return None
        day = self.day()
        kind = self.one([MeetingKind.REGULAR, MeetingKind.THEMATIC, MeetingKind.EXTRAORDINARY])
        assert kind is not None
        chair, taker = self.id(self._register.members), self.id(self._register.members)
        new = Meeting(
            *("", day, kind, self.text(4), dt.time(19, 30), "Nhà văn hóa"),
            chair=chair,
            minute_taker=taker,
            off_day_reason="Vướng lịch",
        )
        rules = self._book.rules(day)
        return wish(meetings.plan_meeting, self._register, new, rules, steps=())

    def _choose_day(self) -> Wish | None:
        first = self.day().replace(day=1)
        (month,) = month_plan(self._register, first, 1, self._book.rules)
        if self.often(0.3):
            return wish(calendar.take_day_back, month)
        day = first.replace(day=self.random.randint(1, 28))
        return wish(calendar.choose_day, month, day, "Vướng lịch")

    def _day_off(self) -> Wish:
        day = self.day()
        given = self._book.rule_source().on(day).days
        off = self.often(0.5)
        return wish(calendar.change_day_off, self._register, day, given, off=off)

    def _template(self) -> Wish | None:
        found = self.one(self._register.templates)
        if found is None or (self.often(0.4) and len(self._register.templates) < MOST):
            meeting = self.one([one for one in self._register.meetings if one.is_open])
            if meeting is None:
                return None
            record = meeting_record(self._book, meeting.id)
            name = f"Mẫu {self.number()}"
            return wish(templates.keep_template, self._register, record, name)
        if self.often(0.5):
            return wish(templates.delete_template, self._register, found.id)
        name = f"Mẫu {self.number()}"
        return wish(templates.rename_template, self._register, found.id, name)

    # A meeting

    def _change_meeting(self) -> Wish:
        changed = replace(self._record.meeting, topic=self.text(5), title=self.text(5))
        return wish(meetings.change_meeting, self._record, self._register, changed)

    def _delete_meeting(self) -> Wish | None:
        if self.often(0.7):
            return None
        return wish(meetings.delete_meeting, self._record, self._register)

    def _set_times(self) -> Wish:
        start = dt.time(19, self.random.randrange(60))
        end = self.one([None, dt.time(21, self.random.randrange(60))])
        return wish(meetings.set_times, self._record, start, end)

    def _add_item(self) -> Wish | None:
        if len(self._record.agenda) > MOST:
            return None
        key, part = self._record.meeting.id, self.one(list(Part))
        assert part is not None
        new = AgendaItem("", key, 0, part, self.text(6), minutes=self.random.randrange(30))
        return wish(agenda.add_item, self._record, new, self.id(self._record.agenda))

    def _change_item(self) -> Wish | None:
        item = self.one(self._record.agenda)
        if item is None:
            return None
        presenter = self.id(self._register.members)
        changed = replace(item, title=self.text(6), presenter=presenter, presenter_other="")
        return wish(agenda.change_item, self._record, changed)

    def _move_item(self) -> Wish | None:
        key = self.id(self._record.agenda)
        if key is None:
            return None
        index = self.random.randrange(len(self._record.agenda))
        part = self.one([None, *Part])
        return wish(agenda.move_item, self._record, key, index, part)

    def _skip_item(self) -> Wish | None:
        key = self.id(self._record.agenda)
        return None if key is None else wish(agenda.skip_item, self._record, key, self.often(0.5))

    def _delete_item(self) -> Wish | None:
        key = self.id(self._record.agenda)
        return None if key is None else wish(agenda.delete_item, self._record, key)

    def _mark(self) -> Wish | None:
        line = self.one(self._record.roster)
        mark = self.one(list(Mark))
        reason = self.one([None, "Ốm", "Đi làm xa"])
        return (
            None if line is None else wish(attendance.mark, self._record, line.member, mark, reason)
        )

    def _mark_all(self) -> Wish:
        return wish(attendance.mark_all_present, self._record)

    def _note(self) -> Wish | None:
        line = self.one(self._record.roster)
        late = self.one([None, dt.time(19, 45)])
        return (
            None
            if line is None
            else wish(attendance.note, self._record, line.member, reason="Ốm", late=late)
        )

    def _fees(self) -> Wish:
        owing = [line.member for line in self._record.roster if self.often(0.1)]
        paid = self.one([None, self.random.randrange(500_000)])
        return wish(attendance.change_fees, self._record, paid, owing)

    def _guest(self) -> Wish | None:
        found, key = self.one(self._record.guests), self._record.meeting.id
        if found is None or (self.often(0.4) and len(self._record.guests) < MOST):
            role = self.one(list(GuestRole))
            assert role is not None
            new = Guest("", key, 0, f"Lê Văn {self.number()}", self.text(2), role)
            return wish(attendance.add_guest, self._record, new)
        if self.often(0.5):
            return wish(attendance.delete_guest, self._record, found.id)
        return wish(attendance.change_guest, self._record, replace(found, title=self.text(2)))

    def _write_body(self) -> Wish | None:
        key = self.id(self._record.agenda)
        return None if key is None else wish(minutes.write_body, self._record, key, self.text(80))

    def _write_conclusion(self) -> Wish | None:
        key = self.id(self._record.agenda)
        return (
            None
            if key is None
            else wish(minutes.write_conclusion, self._record, key, self.text(30))
        )

    def _opinion(self) -> Wish | None:
        found: Opinion | None = self.one(self._record.opinions)
        item = self.id(self._record.agenda)
        if item is None:
            return None
        if found is None or (self.often(0.4) and len(self._record.opinions) < MOST):
            line = self.one(self._record.roster)
            speaker = line.member if line else None
            return wish(minutes.add_opinion, self._record, item, speaker, self.text(30))
        if self.often(0.3):
            return wish(minutes.delete_opinion, self._record, found.id)
        if self.often(0.3):
            return wish(minutes.mark_beforehand, self._record, found.id, self.often(0.5))
        if self.often(0.3):
            return wish(petitions.mark_opinion, self._record, found.id)
        return wish(minutes.write_opinion, self._record, replace(found, text=self.text(40)))

    def _vote(self) -> Wish | None:
        found, item = self.one(self._record.votes), self.id(self._record.agenda)
        if item is None:
            return None
        in_favour, against = self.random.randrange(8), self.random.randrange(3)
        if found is None or (self.often(0.4) and len(self._record.votes) < MOST):
            needs = self.one(list(Needs))
            assert needs is not None
            key, method = self._record.meeting.id, VoteMethod.HANDS
            new = Vote("", key, item, 0, self.text(8), method, needs, in_favour, against)
            return wish(minutes.add_vote, self._record, new)
        if self.often(0.4):
            return wish(minutes.delete_vote, self._record, found.id)
        changed = replace(found, in_favour=in_favour, against=against)
        return wish(minutes.change_vote, self._record, changed)

    def _task(self) -> Wish | None:
        found = self.one(self._record.tasks)
        args = (self._record, self._register)
        if found is None or (self.often(0.4) and len(self._record.tasks) < MOST):
            meeting, due = self._record.meeting, self._record.meeting.date + dt.timedelta(days=30)
            new = Task("", meeting.id, 0, "", meeting.date, self.text(9), due=due)
            new = replace(new, lead=self.id(self._register.members))
            return wish(tasks.give_task, *args, new)
        if self.often(0.4):
            return wish(tasks.delete_task, *args, found.id)
        return wish(tasks.change_task, *args, replace(found, what=self.text(9)))

    def _review(self) -> Wish | None:
        found = self.one(self._register.tasks)
        if found is None:
            return None
        if self.often(0.3):
            return wish(tasks.delete_review, self._record, found.id)
        result, percent = self.one(list(Result)), self.random.randrange(101)
        return wish(tasks.review_task, self._record, found.id, result, percent, self.text(5))

    def _document(self) -> Wish | None:
        found = self.one(self._record.documents)
        args = (self._record, self._register)
        if found is None or (self.often(0.4) and len(self._record.documents) < MOST):
            meeting, kind = self._record.meeting, self.one(list(DocumentType))
            assert kind is not None
            new = Document("", meeting.id, kind, self.number(), self.text(6), meeting.date)
            return wish(documents.add_document, *args, new)
        if self.often(0.4):
            return wish(documents.delete_document, *args, found.id)
        return wish(documents.change_document, *args, replace(found, title=self.text(6)))

    def _petition(self) -> Wish | None:
        found = self.one(self._record.petitions)
        if found is None or (self.often(0.4) and len(self._record.petitions) < MOST):
            new = Petition("", self._record.meeting.id, 0, "Nhân dân", self.text(9), "UBND xã")
            return wish(petitions.add_petition, self._record, new)
        if self.often(0.4):
            return wish(petitions.delete_petition, self._record, found.id)
        changed = replace(found, text=self.text(9))
        return wish(petitions.change_petition, self._record, changed)
