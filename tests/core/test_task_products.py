"""What tasks bring that can be counted: read from their words, found by meetings, added up."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.kinds import MeetingKind, MeetingState, Result
from cellsecretary.core.operations.tasks import change_task, give_task, review_task
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting, Review, Task
from cellsecretary.core.task_history import task_histories
from cellsecretary.core.task_products import (
    Amount,
    achieved_of,
    is_reached,
    product_sums,
    proposed_amount,
)
from cellsecretary.store.records import cell_record
from tests.building import carry_out, context, record_of
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

DAY = dt.date(2026, 1, 5)


@pytest.mark.parametrize(
    ("product", "expected"),
    [
        ("320 m đường", Amount(320, "m")),
        ("320m đường bê tông", Amount(320, "m")),
        ("2/2 hộ", Amount(2, "hộ")),
        ("1.200 m² sân", Amount(1200, "m²")),
        ("02 báo cáo", Amount(2, "báo cáo")),
        ("2 lượt tuyên truyền", Amount(2, "lượt")),
        ("5 buổi tuyên truyền cho nhân dân", Amount(5, "buổi")),
        ("3 hộ, có biên bản", Amount(3, "hộ")),
        ("Biên bản họp", None),
        ("100% hộ dân", None),
        ("1,5 km mương", None),
        ("03/11/2026 nộp báo cáo", None),
        ("0 hộ", None),
        ("12", None),
        ("", None),
    ],
)
def test_the_number_that_a_product_begins_with_is_read(
    product: str, expected: Amount | None
) -> None:
    assert proposed_amount(product) == expected


def test_a_unit_in_use_is_known_again() -> None:
    assert proposed_amount("3 hộ nghèo được giúp", ["hộ nghèo", "hộ"]) == Amount(3, "hộ nghèo")
    assert proposed_amount("3 Hộ", ["hộ nghèo", "hộ"]) == Amount(3, "hộ")


def counted(**values: object) -> Task:
    values = {"amount": 320, "unit": "m"} | values
    return Task("t", None, 1, "T1", DAY, "Làm đường", **values)  # type: ignore[arg-type]


def found(result: Result, achieved: int | None = None, **values: object) -> Review:
    return Review("r", "m", "t", result, achieved=achieved, **values)  # type: ignore[arg-type]


def test_what_is_done_is_there_as_a_whole_unless_another_amount_was_said() -> None:
    assert achieved_of(counted(), None) == 0
    assert achieved_of(counted(), found(Result.PARTLY, 110)) == 110
    assert achieved_of(counted(), found(Result.PARTLY)) == 0
    assert achieved_of(counted(), found(Result.DONE)) == 320
    assert achieved_of(counted(), found(Result.DONE, 300)) == 300
    assert not is_reached(counted(), found(Result.PARTLY, 319))
    assert is_reached(counted(), found(Result.PARTLY, 400))
    assert not is_reached(counted(amount=None), found(Result.DONE))


# The acts


def given(book: Book, amount: int | None, unit: str) -> Refusal | None:
    record = record_of(book)
    task = replace(counted(amount=amount, unit=unit), id="", code="")
    answer = give_task(record, context(), cell_record(book), task)
    return answer if isinstance(answer, Refusal) else None


def test_an_amount_goes_with_its_unit(book: Book) -> None:
    assert given(book, 320, " m ") is None
    assert given(book, None, "") is None
    for amount, unit, field in ((320, " ", "unit"), (None, "m", "amount"), (0, "m", "amount")):
        refusal = given(book, amount, unit)
        assert refusal is not None
        (problem,) = refusal.problems
        assert (problem.why, problem.field) == (Why.AMOUNT_INCOMPLETE, field)


@pytest.fixture
def carried(book: Book) -> MeetingRecord:
    """November, in which the first carried task is 320 m of something."""
    record = record_of(book)
    first, *others = record.carried
    road = replace(first, task=replace(first.task, amount=320, unit="m"))
    return replace(record, carried=(road, *others))


def reviewed(record: MeetingRecord, result: Result, **values: object) -> Review | Refusal:
    task = record.carried[0].task.id
    answer = review_task(record, context(), task, result, **values)  # type: ignore[arg-type]
    if isinstance(answer, Refusal):
        return answer
    row = answer.changes[0].after
    assert isinstance(row, Review)
    return row


def test_the_percentage_follows_from_what_is_there(carried: MeetingRecord) -> None:
    row = reviewed(carried, Result.PARTLY, achieved=110, percent=90)
    assert isinstance(row, Review)
    assert (row.achieved, row.percent) == (110, 34)
    more = reviewed(carried, Result.PARTLY, achieved=330)
    assert isinstance(more, Review)
    assert (more.achieved, more.percent) == (330, 100)
    done = reviewed(carried, Result.DONE)
    assert isinstance(done, Review)
    assert (done.achieved, done.percent) == (320, 100)


def test_less_than_nothing_is_refused(carried: MeetingRecord) -> None:
    answer = reviewed(carried, Result.PARTLY, achieved=-1)
    assert isinstance(answer, Refusal)
    assert answer.problems[0].why is Why.NEGATIVE_COUNT


def test_of_a_task_that_is_not_counted_nothing_is_achieved(book: Book) -> None:
    row = reviewed(record_of(book), Result.PARTLY, achieved=3, percent=40)
    assert isinstance(row, Review)
    assert (row.achieved, row.percent) == (None, 40)


def test_a_task_can_be_counted_later(book: Book) -> None:
    task = record_of(book).tasks[0]
    counted_now = replace(task, amount=2, unit="hộ")
    carry_out(book, change_task, record_of(book), cell_record(book), counted_now)
    assert record_of(book).tasks[0].amount == 2


# The sum


def history(seed: int) -> CellRecord:
    """Tasks of some units, each found by some of the meetings, in any order."""
    chance = random.Random(seed)
    meetings = [
        Meeting(
            f"m{at}",
            DAY + dt.timedelta(30 * at),
            MeetingKind.REGULAR,
            "",
            dt.time(8),
            "",
            state=MeetingState.CLOSED,
        )
        for at in range(1, 9)
    ]
    tasks, reviews = [], []
    for at in range(chance.randrange(12)):
        unit = chance.choice(["m", "hộ", "Hộ", "buổi", ""])
        amount = chance.randrange(1, 400) if unit else None
        task = replace(counted(amount=amount, unit=unit), id=f"t{at}", position=at)
        tasks.append(task)
        for meeting in chance.sample(meetings, chance.randrange(4)):
            result = chance.choice(list(Result))
            achieved = chance.choice([None, chance.randrange(500)]) if amount else None
            key = f"{meeting.id} {task.id}"
            reviews.append(Review(key, meeting.id, task.id, result, achieved=achieved))
    chance.shuffle(reviews)
    return CellRecord(
        records.cell(), meetings=tuple(meetings), tasks=tuple(tasks), reviews=tuple(reviews)
    )


@pytest.mark.parametrize("seed", range(80))
def test_only_like_units_are_added_and_nothing_is_lost_or_counted_twice(seed: int) -> None:
    register = history(seed)
    for until in (DAY, DAY + dt.timedelta(100), dt.date.max):
        sums = product_sums(task_histories(register, until).values())
        counted_tasks = [task for task in register.tasks if task.amount]
        assert sum(one.tasks for one in sums) == len(counted_tasks)
        assert sum(one.amount for one in sums) == sum(task.amount or 0 for task in counted_tasks)
        units = [one.unit.casefold() for one in sums]
        assert len(units) == len(set(units))
        assert set(units) == {task.unit.casefold() for task in counted_tasks}
        for one in sums:
            assert one.achieved >= 0
            assert one.percent is not None
            assert 0 <= one.percent <= 100


@pytest.mark.parametrize("seed", range(80))
def test_the_newest_result_counts_whatever_the_order_of_the_rows(seed: int) -> None:
    register = history(seed)
    expected = sum(achieved_of(task, register.last_review(task.id)) for task in register.tasks)
    sums = product_sums(task_histories(register).values())
    assert sum(one.achieved for one in sums) == expected
    turned = replace(register, reviews=tuple(reversed(register.reviews)))
    assert product_sums(task_histories(turned).values()) == sums


def test_a_result_after_the_period_is_not_counted_in_it() -> None:
    meetings = tuple(
        Meeting(key, day, MeetingKind.REGULAR, "", dt.time(8), "", state=MeetingState.CLOSED)
        for key, day in (("a", DAY), ("b", DAY + dt.timedelta(90)))
    )
    reviews = (
        Review("1", "a", "t", Result.PARTLY, achieved=110),
        Review("2", "b", "t", Result.DONE, achieved=320),
    )
    register = CellRecord(records.cell(), meetings=meetings, tasks=(counted(),), reviews=reviews)
    (then,) = product_sums(task_histories(register, DAY).values())
    (now,) = product_sums(task_histories(register).values())
    assert (then.achieved, then.amount, then.percent) == (110, 320, 34.4)
    assert (now.achieved, now.amount, now.percent) == (320, 320, 100.0)
