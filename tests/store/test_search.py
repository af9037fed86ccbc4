"""A book is searched as it stands now: closed meetings, later changes, plain or encrypted."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.thirty_years import PLANTED, YEARS, Life
from cellsecretary.core.change import Act, Change, Changes, insert
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.rows import Meeting, Member, Opinion, Review, Task
from cellsecretary.core.search import SearchKind, Wanted, read_query
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.closed import closed_versions
from cellsecretary.store.columns import TABLES
from cellsecretary.store.search import BookSearch
from tests.building import AFTER, replayed
from tests.core.test_search import spellings
from tests.store.test_released import FILES, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Row

ALL = 100_000
# What the program gives names to, and what is told of a member by the register.
NOT_SEARCHED = {"id", "meeting", "item", "task"}


def places(search: BookSearch, text: str, wanted: Wanted | None = None) -> set[tuple[str, str]]:
    found = search.find(text, wanted or Wanted(), ALL)
    assert found.count == len(found.hits)
    return {(hit.place.table, hit.place.row) for hit in found.hits}


def write(book: Book, *changes: Change) -> None:
    book.apply(Changes(Act.CHANGE_CELL, changes), AFTER)


def texts(record: MeetingRecord) -> Iterator[tuple[Row, str]]:
    """Give every text that somebody wrote into a meeting, with its row."""
    rows: tuple[Row, ...] = (
        record.meeting,
        *record.agenda,
        *record.guests,
        *record.opinions,
        *record.votes,
        *record.documents,
        *record.tasks,
        *record.reviews,
        *record.petitions,
        *record.corrections,
        *record.reopenings,
    )
    for row in rows:
        for field in fields(row):
            value = getattr(row, field.name)
            if field.type == "str" and field.name not in NOT_SEARCHED and value:
                yield row, value
    yield from ((line, line.reason) for line in record.roster if line.reason)


def test_every_text_of_every_closed_record_is_found_at_its_row(practice_file: Path) -> None:
    with closing(Book.look(practice_file, bundled())) as book:
        search = BookSearch(book)
        closed = [one for one in book.rows(Meeting) if one.state is MeetingState.CLOSED]
        count = 0
        for meeting in closed:
            for row, text in texts(closed_versions(book, meeting.id)[-1]):
                if read_query(text) is None:
                    continue
                count += 1
                assert (TABLES[type(row)], row.id) in places(search, text), text
    assert len(closed) > 10
    assert count > 500


def test_the_name_that_the_minutes_say_is_found_after_the_member_is_called_otherwise(
    book: Book,
) -> None:
    search = BookSearch(book)
    member = book.rows(Member, order="number")[0]
    before = places(search, member.name)
    assert before == {("members", member.id)}
    write(book, Change(member, replace(member, name="Sùng Thị Khác")))
    assert places(search, "sung thi khac") == {("members", member.id)}
    earlier = places(search, member.name)
    assert earlier == {("attendance", f"{one}:{member.id}") for one in _attended(book, member.id)}
    assert earlier


def _attended(book: Book, member: str) -> list[str]:
    return book.values("select meeting from attendance where member = ?", member)


def test_what_is_written_changed_taken_back_and_deleted_is_found_as_it_is(book: Book) -> None:
    search = BookSearch(book)
    opinion = book.rows(Opinion)[0]
    place = ("opinions", opinion.id)
    assert place not in places(search, "cay da ben nua")
    change = Change(opinion, replace(opinion, text="Chỗ cây đa Bến Nứa"))
    write(book, change)
    assert place in places(search, "cay da ben nua")
    write(book, change.inverse())
    assert place not in places(search, "cay da ben nua")
    new = insert(replace(opinion, id="new", position=99, text="Nhờ sửa cầu Bến Nứa"))
    write(book, new)
    assert places(search, "ben nua") == {("opinions", "new")}
    write(book, new.inverse())
    assert places(search, "ben nua") == set()


def test_a_failed_act_leaves_nothing_to_be_found(book: Book) -> None:
    search = BookSearch(book)
    opinion = book.rows(Opinion)[0]

    def fail() -> None:
        with book.together():
            write(book, Change(opinion, replace(opinion, text="Chỗ cây đa Bến Nứa")))
            assert places(search, "ben nua")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert places(search, "ben nua") == set()
    # The step that has the number of the failed one is another one.
    write(book, Change(opinion, replace(opinion, text="Chỗ cây gạo Bến Mảng")))
    assert places(search, "ben nua") == set()
    assert places(search, "ben mang") == {("opinions", opinion.id)}


def test_what_another_connection_writes_is_found(replayed_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.chibo"
    shutil.copyfile(replayed_file, path)
    with (
        closing(Book.open(path, bundled())) as book,
        closing(Book.look(path, bundled(), book.file_head)) as looked,
    ):
        search = BookSearch(looked)
        assert not places(search, "ben nua")
        opinion = book.rows(Opinion)[0]
        write(book, Change(opinion, replace(opinion, text="Bến Nứa")))
        assert places(search, "ben nua") == {("opinions", opinion.id)}


def test_more_changes_than_are_read_one_by_one_are_all_found(book: Book) -> None:
    search = BookSearch(book)
    opinion = book.rows(Opinion)[0]
    assert not places(search, "ben nua")
    rows = [replace(opinion, id=f"n{at}", position=at, text=f"Bến Nứa {at}") for at in range(500)]
    write(book, *map(insert, rows))
    assert len(places(search, "ben nua")) == 500


def test_day_and_lead_follow_the_rows_that_say_them(book: Book) -> None:
    search = BookSearch(book)
    review = next(one for one in book.rows(Review) if one.note)
    task = book.row(Task, review.task)
    meeting = book.row(Meeting, review.meeting)
    assert task is not None
    assert meeting is not None
    place = ("reviews", review.id)
    year = Wanted(year=meeting.date.year)
    assert place in places(search, review.note, year)
    other = next(one.id for one in book.rows(Member) if one.id not in (task.lead, *task.helpers))
    assert place not in places(search, review.note, Wanted(person=other))
    write(book, Change(task, replace(task, lead=other)))
    assert place in places(search, review.note, Wanted(person=other))
    write(book, Change(meeting, replace(meeting, date=meeting.date.replace(year=2031))))
    assert place not in places(search, review.note, year)
    assert place in places(search, review.note, Wanted(year=2031))


def test_only_so_many_are_given_and_all_are_counted(book: Book) -> None:
    found = BookSearch(book).find("chi bo", Wanted(), 3)
    assert len(found.hits) == 3
    assert found.count > 3
    assert found.hits[0].excerpt.marks
    assert BookSearch(book).find(" … ", Wanted(), 3).count == 0


@pytest.mark.thorough
def test_every_planted_phrase_of_thirty_years_is_found_in_every_spelling(tmp_path: Path) -> None:
    with closing(Book.create(tmp_path / "a.chibo", bundled())) as book:
        Life(years=YEARS).write(book)
        search = BookSearch(book)
        for kind, phrase in PLANTED.items():
            found = {tuple(places(search, typed)) for typed in spellings(phrase)}
            assert len(found) == 1, phrase
            assert len(found.pop()) == 1, phrase
            (hit,) = search.find(phrase, Wanted(), ALL).hits
            assert hit.place.kind is kind
            assert [hit.excerpt.text[a:b] for a, b in hit.excerpt.marks] == [phrase]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("xa hoa lan", "x0 x1 x2 x3"),
        ("xã hoá lan", "x2 x0 x1 x3"),
        ("Xã Hóa lan", "x2 x0 x1 x3"),
        ("xã hoa lan", "x1 x0 x2 x3"),
        ("xã hò", "x0 x1 x2 x3"),
    ],
)
def test_what_has_the_marks_that_were_typed_comes_first(book: Book, typed: str, first: str) -> None:
    opinion = book.rows(Opinion)[0]
    said = ("xả hỏa lân", "xã hoa lan", "xã hóa lan", "lan, xã hoá")
    rows = (
        replace(opinion, id=f"x{at}", position=90 + at, text=text) for at, text in enumerate(said)
    )
    write(book, *map(insert, rows))
    hits = BookSearch(book).find(typed, Wanted(kind=SearchKind.OPINION), ALL).hits
    assert [hit.place.row for hit in hits if hit.place.row in first] == first.split()


def test_a_book_that_was_just_begun_has_nothing_to_be_found(tmp_path: Path) -> None:
    with closing(replayed(tmp_path / "a.chibo", acts=1)) as book:
        assert BookSearch(book).find("x", Wanted(), 9).hits == ()


def test_each_kind_is_searched(practice_file: Path) -> None:
    with closing(Book.look(practice_file, bundled())) as book:
        search = BookSearch(book)
        for kind in SearchKind:
            assert search.find("n", Wanted(kind=kind), 1).count, kind


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("book")])
def test_a_book_of_an_earlier_program_is_searched_as_it_is(name: str, tmp_path: Path) -> None:
    _, path = unpacked(tmp_path, name)
    with closing(Book.look(path, bundled())) as book:
        search = BookSearch(book)
        for opinion in book.rows(Opinion):
            if read_query(opinion.text):
                assert ("opinions", opinion.id) in places(search, opinion.text)
        member = book.rows(Member)[0]
        assert ("members", member.id) in places(search, member.name)
