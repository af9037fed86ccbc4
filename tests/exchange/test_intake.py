"""Packets taken back: a new laptop has the same records, an old one only what it lacked."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from contextlib import closing
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Context, Refusal, Why
from cellsecretary.core.closed_rows import ClosedRecord
from cellsecretary.core.coherence import loose_end
from cellsecretary.core.intake import Arrival, Counted
from cellsecretary.core.kinds import MeetingKind, MeetingState, Result, Scorer
from cellsecretary.core.operations import cell, meetings
from cellsecretary.core.operations import closing as closings
from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.core.redact import redact
from cellsecretary.core.rows import Meeting, Member, Review, ScoreMark, Task
from cellsecretary.exchange.intake import (
    Brought,
    PacketRefused,
    Preview,
    bring,
    empty_book,
    preview,
    write_book,
)
from cellsecretary.exchange.packet import Profile, pack_meeting
from cellsecretary.exchange.packet_zip import Flaw, PacketError
from cellsecretary.exchange.seal import sealed
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.closed import closed_versions, closing_times
from cellsecretary.store.records import (
    cell_record,
    meeting_record,
)
from tests.building import AFTER, NOVEMBER, OCTOBER, done, practice_year, record_of
from tests.exchange.test_delivery import tmpfs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord, Person

__all__ = ["tmpfs"]

LATER = dt.datetime(2027, 1, 5, 8, 0)
IDS = itertools.count(1)
CTX = Context(LATER, lambda: f"in-{next(IDS)}")


@cache
def year() -> tuple[MeetingRecord, ...]:
    """Give the meetings of the practice cell in the order of time, the last one open."""
    book = practice_year()
    order = book.values("select id from meetings order by date, starts, id")
    return tuple(meeting_record(book, meeting) for meeting in order)


def brought(*records: MeetingRecord) -> Brought:
    return Brought((), records, frozenset({None}), is_shortened=False)


def taken(book: Book, *records: MeetingRecord) -> Preview:
    """Take records into a book, as far as it takes them."""
    found = preview(book, brought(*records), CTX)
    if not isinstance(found.answer, Refusal):
        book.apply(found.answer, LATER)
    return found


def arrivals(found: Preview) -> list[Arrival]:
    return [one.arrival for one in found.found]


def made_of(*records: MeetingRecord) -> Book:
    book = empty_book(brought(*records), CTX, bundled())
    taken(book, *records)
    return book


def all_records(book: Book) -> list[MeetingRecord]:
    order = book.values("select id from meetings order by date, starts, id")
    return [meeting_record(book, meeting) for meeting in order]


def chain_is_whole(book: Book) -> bool:
    stored = book.rows(ClosedRecord, order="position")
    before = ["", *(one.sha256 for one in stored)]
    return [one.position for one in stored] == list(range(1, len(stored) + 1)) and all(
        one.previous == previous and one.sha256 == chained_hash(one.json, previous)
        for one, previous in zip(stored, before, strict=False)
    )


def bare(record: MeetingRecord) -> MeetingRecord:
    """Give a record with nothing but its meeting and the people."""
    return replace(
        record,
        roster=(),
        guests=(),
        agenda=(),
        opinions=(),
        votes=(),
        documents=(),
        tasks=(),
        carried=(),
        reviews=(),
        petitions=(),
        waiting=(),
        runs=(),
        scores=(),
    )


# A new laptop


@pytest.mark.thorough
def test_a_book_made_of_all_packets_has_the_same_records() -> None:
    with closing(made_of(*year())) as book:
        assert tuple(all_records(book)) == year()
        assert chain_is_whole(book)
        assert book.value("pragma integrity_check") == "ok"
        assert book.values("pragma foreign_key_check") == []
        register = cell_record(book)
        assert register.cell_on(LATER.date()).name == year()[-1].cell.name
        assert len(register.members) == len({p.id for one in year() for p in one.people})


@pytest.mark.thorough
def test_what_the_next_meeting_looks_at_is_what_the_lost_book_had(practice: Book) -> None:
    """Tasks, petitions and runs come from rows, not from the stored records."""
    with closing(made_of(*year())) as book:
        for kept in (practice, book):
            assert kept.row(Meeting, year()[-1].meeting.id) == year()[-1].meeting
        ours, theirs = meeting_record(book, year()[-1].meeting.id), year()[-1]
        assert (ours.carried, ours.waiting, ours.runs) == (
            theirs.carried,
            theirs.waiting,
            theirs.runs,
        )
        assert ours.carried


def without_waiting(records: Iterable[MeetingRecord]) -> list[MeetingRecord]:
    """Leave out what a meeting that is open looks up among the petitions of now."""
    return [replace(record, waiting=()) if record.is_draft else record for record in records]


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(6))
def test_packets_may_come_one_by_one_in_any_order(seed: int) -> None:
    """Only that a petition was answered since may be forgotten, and has to be noted again."""
    *shuffled, still_open = year()
    random.Random(seed).shuffle(shuffled)
    shuffled.append(still_open)
    with closing(empty_book(brought(shuffled[0]), CTX, bundled())) as book:
        for record in shuffled:
            assert arrivals(taken(book, record)) == [Arrival.NEW]
        assert without_waiting(all_records(book)) == without_waiting(year())
        assert chain_is_whole(book)
        tasks = {task.id: task for record in year() for task in record.tasks}
        assert {task.id: task for task in book.rows(Task)} == tasks


def test_who_is_not_summoned_any_more_has_left_whichever_comes_first() -> None:
    last = next(one for one in reversed(year()) if one.meeting.state is MeetingState.CLOSED)
    gone = {line.member for line in year()[0].roster} - {line.member for line in last.roster}
    assert gone, "somebody left in the practice year"
    together, backwards = made_of(last, year()[0]), made_of(last)
    taken(backwards, year()[0])
    for book in (together, backwards):
        with closing(book):
            left = {member.id: member.left for member in book.rows(Member) if member.left}
            assert left == dict.fromkeys(gone, last.meeting.date)


def test_the_register_says_no_more_than_the_records() -> None:
    with closing(made_of(year()[0])) as book:
        register = cell_record(book)
        day = year()[0].meeting.date
        for line in year()[0].roster:
            member = register.member(line.member)
            assert member is not None
            assert (member.name, member.post) == (line.name, line.post)
            assert (member.official == day) is line.official
            assert register.standing(line.member, day) is line.standing
            assert member.born is None
            assert member.card == ""


def test_after_a_merger_each_meeting_keeps_the_names_of_its_day() -> None:
    first, second = year()[0], year()[1]
    merged = replace(second, cell=replace(second.cell, name="Chi bộ thôn Mới", commune="xã Mới"))
    with closing(made_of(first, merged)) as book:
        register = cell_record(book)
        assert register.cell_on(first.meeting.date).name == first.cell.name
        assert register.cell_on(second.meeting.date).name == "Chi bộ thôn Mới"
        assert all_records(book) == [first, merged]


def test_a_wish_answered_between_two_meetings_does_not_come_up_again(book: Book) -> None:
    october = record_of(book, OCTOBER)
    wish = october.petitions[0]
    closed = done(
        closings.close(
            replace(
                record_of(book, NOVEMBER),
                waiting=tuple(p for p in record_of(book).waiting if p.id != wish.id),
                carried=(),
                reviews=(),
            ),
            CTX,
            cell_record(book),
            book.chain_head(),
        )
    )
    book.apply(closed, AFTER)
    november = record_of(book, NOVEMBER)
    with closing(made_of(october, november)) as other:
        told = next(p for p in cell_record(other).petitions if p.id == wish.id).told
        assert told == november.meeting.date - dt.timedelta(days=1)
        assert all_records(other) == [october, november]


# A lost month, and what is there already


def test_what_is_known_changes_nothing(practice: Book) -> None:
    found = preview(practice, brought(*year()), CTX)
    assert set(arrivals(found)) == {Arrival.KNOWN}
    assert isinstance(found.answer, Refusal)
    assert found.answer.problems[0].why is Why.NOTHING_TO_TAKE_IN
    assert found.tallies == ()


def test_what_was_left_out_for_the_commune_is_no_other_version(practice: Book) -> None:
    found = preview(practice, brought(*map(redact, year())), CTX)
    assert set(arrivals(found)) == {Arrival.KNOWN}


def test_a_copy_with_the_reasons_is_taken_before_one_without() -> None:
    full = next(one for one in year() if redact(one) != one)
    for copies in ((full, redact(full)), (redact(full), full)):
        with closing(made_of(*copies)) as book:
            assert all_records(book) == [full]


def test_a_lost_month_comes_back_and_its_tasks_find_their_meeting(practice: Book) -> None:
    lost = year()[5]
    rest = [one for one in year() if one is not lost]
    with closing(made_of(*rest)) as book:
        given = [task.id for task in lost.tasks]
        rows = {task.id: task for task in book.rows(Task)}
        assert {rows[task].meeting for task in given if task in rows} == {None}
        found = taken(book, lost)
        assert arrivals(found) == [Arrival.NEW]
        added = {tally.counted: tally.added for tally in found.tallies}
        assert added[Counted.MEETING] == 1
        assert added[Counted.ATTENDANCE] == len(lost.roster)
        assert tuple(all_records(book)) == year()
        assert book.values("select meeting from tasks where meeting is null") == []


def test_a_meeting_that_stayed_open_here_is_closed_by_its_packet(book: Book) -> None:
    """An older copy of the book had the meeting planned; what was done since comes back."""
    open_one = record_of(book, NOVEMBER)
    done_there = replace(
        open_one,
        meeting=replace(open_one.meeting, state=MeetingState.CLOSED),
        opinions=open_one.opinions[:2],
        revision=1,
    )
    found = taken(book, done_there)
    assert arrivals(found) == [Arrival.CLOSES]
    counts = {tally.counted: tally for tally in found.tallies}
    assert counts[Counted.OPINION].removed == len(open_one.opinions) - 2
    assert counts[Counted.MEETING].changed == 1
    assert record_of(book, NOVEMBER) == done_there
    assert chain_is_whole(book)


def corrected(book: Book) -> MeetingRecord:
    """Give October with a correction, as another copy of the book has it."""
    october = record_of(book, OCTOBER)
    changes = done(closings.correct(october, CTX, "Số 12 là số 21.", (0, "")))
    row = next(c.after for c in changes.changes if type(c.after).__name__ == "Correction")
    return replace(october, corrections=(row,), revision=october.revision + 1)  # type: ignore[arg-type]


def test_a_later_version_replaces_and_the_older_one_is_kept(book: Book) -> None:
    older, newer = record_of(book, OCTOBER), corrected(book)
    points = ScoreMark("s1", older.meeting.id, "hd42", "1", Scorer.SUPERIOR, 5)
    meeting = book.row(Meeting, older.meeting.id)
    assert meeting is not None
    posted = replace(meeting, minutes_posted=dt.date(2026, 10, 5))
    from cellsecretary.core.change import Act, Change, Changes

    book.apply(Changes(Act.CHANGE_MEETING, (Change(meeting, posted), Change(None, points))), AFTER)
    assert arrivals(taken(book, newer)) == [Arrival.NEWER]
    assert record_of(book, OCTOBER) == newer
    assert closed_versions(book, older.meeting.id) == [older, newer]
    assert book.row(ScoreMark, "s1") == points, "what comes after the closing stays"
    assert book.row(Meeting, older.meeting.id) == posted
    assert arrivals(preview(book, brought(older), CTX)) == [Arrival.OLDER]
    assert chain_is_whole(book)


def test_the_same_version_with_other_words_is_not_taken(book: Book) -> None:
    october = record_of(book, OCTOBER)
    other = replace(october, meeting=replace(october.meeting, topic="Khác"))
    found = preview(book, brought(other), CTX)
    assert arrivals(found) == [Arrival.CONFLICT]
    assert isinstance(found.answer, Refusal)
    assert arrivals(preview(book, brought(october, other), CTX)) == [Arrival.CONFLICT]


def test_a_draft_comes_in_only_where_there_is_nothing(book: Book) -> None:
    draft = record_of(book, NOVEMBER)
    other = replace(draft, meeting=replace(draft.meeting, topic="Khác"))
    assert arrivals(preview(book, brought(other), CTX)) == [Arrival.DRAFT]
    with closing(made_of(record_of(book, OCTOBER), draft)) as copy:
        assert all_records(copy) == [record_of(book, OCTOBER), draft]
        assert len(copy.rows(ClosedRecord)) == 1


def test_a_meeting_opened_again_is_not_closed_by_what_it_was_opened_from(book: Book) -> None:
    october = record_of(book, OCTOBER)
    reopened = closings.reopen(october, CTX, cell_record(book), "Ghi nhầm")
    book.apply(done(reopened), AFTER)
    assert arrivals(preview(book, brought(october), CTX)) == [Arrival.OLDER]


def test_another_meeting_on_the_day_stands_in_the_way(book: Book) -> None:
    october = record_of(book, OCTOBER)
    with closing(made_of(record_of(book, NOVEMBER))) as copy:
        register = cell_record(copy)
        again = replace(
            october.meeting, chair=None, minute_taker=None, start=None, end=None, fees_paid=None
        )
        rules = copy.rules(again.date)
        copy.apply(done(meetings.plan_meeting(register, CTX, again, rules)), AFTER)
        assert arrivals(preview(copy, brought(october), CTX)) == [Arrival.DAY_TAKEN]


def test_another_cell_is_refused_and_an_empty_book_becomes_that_of_the_packets(
    book: Book,
) -> None:
    october = record_of(book, OCTOBER)
    other = replace(october, cell=replace(october.cell, id="another"))
    found = preview(book, brought(other), CTX)
    assert isinstance(found.answer, Refusal)
    assert found.answer.problems[0].why is Why.OTHER_CELL
    with closing(Book.in_memory(bundled())) as empty:
        started = cell.start_book(CTX, replace(october.cell, name="Chi bộ mới lập"))
        empty.apply(done(started), AFTER)
        taken(empty, october)
        assert cell_record(empty).cell == october.cell
        assert all_records(empty) == [october]


def test_rows_that_another_meeting_has_are_never_written_over(book: Book) -> None:
    october, november = record_of(book, OCTOBER), record_of(book, NOVEMBER)
    stolen = replace(october.agenda[0], meeting="m-new")
    meeting = replace(november.meeting, id="m-new", date=dt.date(2026, 12, 3))
    forged = replace(bare(november), meeting=meeting, agenda=(stolen,))
    assert loose_end(forged) == ""
    assert arrivals(preview(book, brought(forged), CTX)) == [Arrival.CONFLICT]


def test_a_task_that_another_meeting_looked_at_does_not_vanish(book: Book) -> None:
    october = corrected(book)
    reviewed = record_of(book, NOVEMBER).reviews[0].task
    shorter = replace(october, tasks=tuple(t for t in october.tasks if t.id != reviewed))
    found = preview(book, brought(shorter), CTX)
    assert isinstance(found.answer, Refusal)
    assert found.answer.problems[0].why is Why.TASK_STILL_NEEDED


def test_the_minutes_of_the_committee_do_not_say_who_left() -> None:
    small = next(one for one in year() if one.meeting.kind is not MeetingKind.COMMITTEE)
    day = small.meeting.date + dt.timedelta(days=2)
    meeting = replace(small.meeting, id="c", kind=MeetingKind.COMMITTEE, date=day)
    roster = tuple(replace(line, id=f"c{line.id}", meeting="c") for line in small.roster[:3])
    board = replace(bare(small), meeting=meeting, roster=roster)
    with closing(made_of(small, board)) as book:
        assert not [member for member in book.rows(Member) if member.left]


def test_a_meeting_that_came_back_in_its_second_version_knows_when_it_was_closed(
    book: Book,
) -> None:
    newer = corrected(book)
    with closing(made_of(newer)) as copy:
        assert closing_times(copy, newer.meeting.id) == {2: LATER}


def test_a_petition_that_the_later_version_dropped_goes(book: Book) -> None:
    newer = replace(corrected(book), petitions=())
    gone = {petition.id for petition in record_of(book, OCTOBER).petitions}
    taken(book, newer)
    assert not gone & {petition.id for petition in cell_record(book).petitions}
    assert record_of(book, OCTOBER) == newer


def test_petitions_of_the_book_are_not_answered_by_a_meeting_that_knew_none(book: Book) -> None:
    october, november = record_of(book, OCTOBER), record_of(book, NOVEMBER)
    before = {petition.id: petition for petition in cell_record(book).petitions}
    later = replace(bare(november), meeting=replace(november.meeting, id="x"), waiting=())
    later = replace(later, meeting=replace(later.meeting, date=dt.date(2026, 12, 3)))
    taken(book, later)
    assert {petition.id: petition for petition in cell_record(book).petitions} == before
    assert october.petitions


def test_a_review_of_a_task_that_nobody_knows_stays_in_the_closed_record_alone(
    book: Book,
) -> None:
    """After an earlier meeting was opened again a task may be done twice over."""
    october = record_of(book, OCTOBER)
    review = Review("r-x", october.meeting.id, "no such task", Result.DONE)
    odd = replace(october, reviews=(*october.reviews, review))
    with closing(made_of(odd)) as copy:
        assert all_records(copy) == [odd]
        assert copy.row(Review, "r-x") is None
        assert copy.values("pragma foreign_key_check") == []


def test_of_two_meetings_for_one_day_the_first_comes(book: Book) -> None:
    october = record_of(book, OCTOBER)
    twin = replace(bare(october), meeting=replace(october.meeting, id="twin", title="Khác"))
    found = preview(empty_book(brought(october), CTX, bundled()), brought(october, twin), CTX)
    assert sorted(arrivals(found)) == [Arrival.DAY_TAKEN, Arrival.NEW]


def test_a_meeting_that_moved_onto_a_taken_day_is_not_taken(book: Book) -> None:
    october, november = record_of(book, OCTOBER), record_of(book, NOVEMBER)
    moved = replace(november.meeting, date=october.meeting.date, state=MeetingState.CLOSED)
    there = replace(november, meeting=moved, revision=1)
    assert arrivals(preview(book, brought(there), CTX)) == [Arrival.DAY_TAKEN]


def test_a_cancelled_meeting_takes_no_day(book: Book) -> None:
    october = record_of(book, OCTOBER)
    meeting = replace(october.meeting, id="c", state=MeetingState.CANCELLED, cancel_reason="Bão")
    cancelled = replace(bare(october), meeting=meeting, revision=0)
    assert arrivals(preview(book, brought(cancelled), CTX)) == [Arrival.NEW]


def test_one_that_was_opened_again_comes_only_as_it_was_closed(book: Book) -> None:
    october = record_of(book, OCTOBER)
    book.apply(done(closings.reopen(october, CTX, cell_record(book), "Ghi nhầm")), AFTER)
    reopened = record_of(book, OCTOBER)
    assert reopened.revision == 1
    empty = empty_book(brought(reopened), CTX, bundled())
    assert arrivals(preview(empty, brought(reopened), CTX)) == [Arrival.DRAFT]
    assert arrivals(preview(empty, brought(reopened, october), CTX)) == [Arrival.NEW]


def test_two_windows_that_take_the_same_packet_in_are_told(book: Book) -> None:
    october = record_of(book, OCTOBER)
    with closing(empty_book(brought(october), CTX, bundled())) as copy:
        one, other = (preview(copy, brought(october), CTX).answer for _ in range(2))
        copy.apply(done(one), LATER)
        with pytest.raises(BookError) as told:
            copy.apply(done(other), LATER)
        assert told.value.fault is Fault.CHANGED_ELSEWHERE
        assert all_records(copy) == [october]


def test_a_task_reviewed_by_another_that_arrives_does_not_vanish(book: Book) -> None:
    october, november = corrected(book), record_of(book, NOVEMBER)
    reviewed = november.reviews[0].task
    shorter = replace(october, tasks=tuple(t for t in october.tasks if t.id != reviewed))
    done_there = replace(
        november, meeting=replace(november.meeting, state=MeetingState.CLOSED), revision=1
    )
    found = preview(book, brought(shorter, done_there), CTX)
    assert isinstance(found.answer, Refusal)
    assert found.answer.problems[0].why is Why.TASK_STILL_NEEDED


def test_who_is_named_and_not_summoned_is_no_member_of_today(book: Book) -> None:
    """Somebody who left still leads a task that is open."""
    october = record_of(book, OCTOBER)
    gone = october.roster[-1].member
    other = replace(october, roster=october.roster[:-1])
    assert gone in {person.id for person in other.people}
    with closing(made_of(other)) as copy:
        row = copy.row(Member, gone)
        assert row is not None
        assert row.left == october.meeting.date
        assert len(cell_record(copy).members_on(LATER.date())) == len(other.roster)


def test_a_committee_meeting_finds_the_meeting_that_it_prepared(book: Book) -> None:
    october = record_of(book, OCTOBER)
    day = october.meeting.date - dt.timedelta(days=2)
    about = replace(october.meeting, id="c", kind=MeetingKind.COMMITTEE, date=day)
    committee = replace(bare(october), meeting=replace(about, prepares=october.meeting.id))
    for order in ((committee, october), (october, committee)):
        with closing(made_of(order[0])) as copy:
            taken(copy, order[1])
            row = copy.row(Meeting, "c")
            assert row is not None
            assert row.prepares == october.meeting.id
            assert all_records(copy) == [committee, october]


def test_a_number_that_was_given_again_is_that_of_who_has_it_now() -> None:
    first, last = year()[0], year()[-2]
    left, came = first.roster[0].member, last.roster[-1].member
    number = first.roster[0].number
    earlier = replace(first, roster=(first.roster[0],), people=people_of(first, left))
    again = replace(last.roster[-1], number=number)
    later = replace(last, roster=(again,), people=people_of(last, came, number))
    with closing(made_of(bare_with(earlier), bare_with(later))) as book:
        numbers = {member.id: member.number for member in book.rows(Member)}
        assert numbers[came] == number
        assert numbers[left] != number


def people_of(record: MeetingRecord, member: str, number: int | None = None) -> tuple[Person, ...]:
    person = record.person(member)
    assert person is not None
    return (replace(person, number=number or person.number),)


def bare_with(record: MeetingRecord) -> MeetingRecord:
    """Leave the roster and its people, and nobody else's name."""
    meeting = replace(record.meeting, chair=None, minute_taker=None)
    return replace(bare(record), meeting=meeting, roster=record.roster, people=record.people)


def test_minutes_that_went_on_apart_are_not_laid_over_each_other(book: Book) -> None:
    """Each copy of the book corrected the minutes; the one with more corrections is not better."""
    october = record_of(book, OCTOBER)
    book.apply(done(closings.correct(october, CTX, "Ở đây.", book.chain_head())), AFTER)
    there = corrected(book)
    there = replace(there, corrections=there.corrections[-1:], revision=3)
    found = preview(book, brought(there), CTX)
    assert arrivals(found) == [Arrival.CONFLICT]


# Files


def packets(folder: Path, *records: MeetingRecord) -> tuple[Path, ...]:
    paths = []
    for record in records:
        packet = pack_meeting(record, Profile.FULL)
        paths.append(folder / packet.name)
        paths[-1].write_bytes(packet.content)
    return tuple(paths)


def test_a_book_is_written_whole_and_opens(tmp_path: Path) -> None:
    found = bring(packets(tmp_path, *year()[:2]), bundled())
    assert not found.is_shortened
    assert found.signers == {None}
    path = tmp_path / "moi.chibo"
    with closing(empty_book(found, CTX, bundled())) as book:
        taken(book, *found.meetings)
        write_book(book, path, bundled())
    with closing(Book.open(path, bundled())) as book:
        assert tuple(all_records(book)) == year()[:2]
    assert path.stat().st_mode & 0o777 == 0o600


def test_of_a_book_that_the_disk_has_no_room_for_nothing_is_left(
    book: Book, tmpfs: Callable[[str], Path], tmp_path: Path
) -> None:
    Book.create(tmp_path / "empty.chibo", bundled()).close()
    room = (tmp_path / "empty.chibo").stat().st_size // 1024 + 64
    disk = tmpfs(f"size={room}k")
    with pytest.raises(BookError) as full:
        write_book(book, disk / "new.chibo", bundled())
    assert full.value.fault is Fault.FULL
    assert list(disk.iterdir()) == []
    write_book(book, tmp_path / "new.chibo", bundled())
    with closing(Book.open(tmp_path / "new.chibo", bundled())) as there:
        assert all_records(there) == all_records(book)


def test_one_bad_packet_keeps_all_out_and_is_named(tmp_path: Path) -> None:
    good, bad = packets(tmp_path, *year()[:2])
    bad.write_bytes(bad.read_bytes()[:-30])
    with pytest.raises(PacketRefused) as refused:
        bring((good, bad), bundled())
    assert (refused.value.flaw, refused.value.path) == (Flaw.CUT_OFF, bad)


def test_a_sealed_packet_is_for_its_receiver_alone(tmp_path: Path) -> None:
    import pyrage

    key = str(pyrage.x25519.Identity.generate().to_public())
    path = tmp_path / "a.zip"
    path.write_bytes(sealed(pack_meeting(year()[0]).content, key))
    with pytest.raises(PacketRefused) as refused:
        bring((path,), bundled())
    assert refused.value.flaw is Flaw.SEALED


def test_no_book_is_made_of_nothing() -> None:
    with pytest.raises(PacketError) as refused:
        empty_book(brought(), CTX, bundled())
    assert refused.value.flaw is Flaw.NO_MEETING
    nameless = replace(year()[0], cell=replace(year()[0].cell, name=""))
    with pytest.raises(PacketError) as refused:
        empty_book(brought(nameless), CTX, bundled())
    assert refused.value.flaw is Flaw.DAMAGED
