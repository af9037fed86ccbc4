"""The book of a cell over thirty years, drawn from a seed.

`python -m benchmarks.thirty_years FILE` writes it, in some ten seconds.

Sixty members at a time who come and go, 16 meetings a year, some 29,000 attendances, 5,000 opinions
and 4,000 tasks. It is written meeting by meeting through the store, each closed by the operation
that closes; what a meeting knows of those before it is carried along, since reading it from the
book each time would take most of an hour.
"""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections import Counter, deque
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import village_words as words
from benchmarks.long_cell import EVENING, LAST, POSTS, LongCell
from benchmarks.village_words import drawn
from cellsecretary.core.change import Act, Changes, Context, insert
from cellsecretary.core.kinds import (
    DocumentType,
    Mark,
    MeetingKind,
    MeetingState,
    Part,
    Result,
    StandingKind,
)
from cellsecretary.core.operations.closing import close
from cellsecretary.core.petition_lines import known_on
from cellsecretary.core.record import CarriedTask, MeetingRecord, Person, Run, is_in_cell
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
    Document,
    Meeting,
    Opinion,
    Petition,
    Review,
    Task,
    Vote,
)
from cellsecretary.core.search import SearchKind
from cellsecretary.core.voices import unheard_since
from cellsecretary.rules import bundled
from cellsecretary.store import Book

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cellsecretary.core.rows import Row
    from cellsecretary.core.ruleset import RuleSet

YEARS = 30
PLANTED = {
    SearchKind.MINUTES: "hòa giải bờ ao Đầm Vạc",
    SearchKind.OPINION: "thủy lợi nội đồng Khuổi Đuông",
    SearchKind.TASK: "khoá sổ quỹ Nà Đoàn",
    SearchKind.DOCUMENT: "uỷ quyền trông coi đền Đức Hoả",
    SearchKind.PETITION: "trả lại thửa đất Đồng Hoè",
    SearchKind.PERSON: "Đoàn Thuỳ Hoạ Mi",
}
"""What stands once in the book, in a text of each kind; tones are placed in either style."""

_SEEN = 24  # meetings that a run is counted over, as in store.records
_MARKS = (Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED)
_CAME = (18, 2, 1)
_RESULTS = (Result.DONE, Result.PARTLY, Result.ONGOING, Result.NOT_DONE)
_OFTEN = (15, 3, 2, 1)


class Life:
    """What a cell did, meeting by meeting, the newest not closed yet; it is gone through once."""

    def __init__(self, years: int = YEARS, seed: int = 0) -> None:
        self.long = LongCell(years, seed, PLANTED[SearchKind.PERSON])
        self._seed = seed
        self._chance = Random()
        self._open: dict[Task, int] = {}
        self._petitions: list[Petition] = []
        self._seen: deque[MeetingRecord] = deque(maxlen=_SEEN)
        self._documents: Counter[dt.date] = Counter()
        self._tasks = itertools.count(1)
        # One in each part of the time.
        part = len(self.long.days) // len(PLANTED)
        self._planted = {(at * part, kind): text for at, (kind, text) in enumerate(PLANTED.items())}

    def write(self, book: Book) -> MeetingRecord:
        """Write it all into a new book; give the last meeting as the book has to have it."""
        rules, ids, head = book.rule_source(), itertools.count(1), (0, "")
        long, register = self.long, CellRecord(self.long.cell)
        with book.together():
            _apply(book, long.first, [long.cell, *long.members, *long.terms()])
            for number, (day, _) in enumerate(long.days):
                record = self._held(number, rules.on(day))
                _apply(book, day, _rows(record))
                if day == LAST:
                    break
                ctx = Context(dt.datetime.combine(day, dt.time(22)), lambda: f"r{next(ids)}")
                answer = close(record, ctx, register, head)
                assert isinstance(answer, Changes), answer
                book.apply(answer, ctx.now)
                head = book.chain_head()
        return record

    def _held(self, number: int, rules: RuleSet) -> MeetingRecord:
        """Give a meeting as it stands before it is closed."""
        chance, long = self._chance, self.long
        day, kind = long.days[number]
        # A day has the same luck in a book of any length: their last meetings are alike.
        chance.seed(f"life {self._seed} {day}")
        key = f"m{number}"
        roster = tuple(self._roster(key, day))
        present = [line for line in roster if line.mark is Mark.PRESENT]
        chair = min(present, key=lambda line: (line.post != POSTS[0], line.number)).member
        meeting = Meeting(
            key,
            day,
            kind,
            f"Sinh hoạt tháng {day:%m/%Y}",
            EVENING,
            long.cell.place,
            state=MeetingState.RUNNING,
            topic=drawn(chance, words.TOPICS) if kind is MeetingKind.REGULAR_THEMATIC else "",
            start=EVENING,
            end=dt.time(21, 35),
            chair=chair,
            minute_taker=chance.choice(present).member,
            notified=day - dt.timedelta(days=3),
            superior_notified=day - dt.timedelta(days=3),
            fees_paid=sum(not line.fee_owing for line in roster),
        )
        agenda = tuple(self._agenda(key, number, chair))
        carried = tuple(CarriedTask(task, count) for task, count in self._open.items())
        tasks = tuple(self._given(key, number, present))
        waiting = [one for one in self._petitions if one.told is None or one.told >= day]
        record = MeetingRecord(
            cell=long.cell,
            meeting=meeting,
            people=self._people(roster, (*tasks, *(one.task for one in carried))),
            roster=roster,
            guests=(),
            agenda=agenda,
            opinions=tuple(self._opinions(key, number, agenda, present)),
            votes=(
                Vote(
                    f"{key}-v",
                    key,
                    agenda[-1].id,
                    1,
                    "Thông qua kết luận của kỳ sinh hoạt",
                    in_favour=len(present),
                ),
            ),
            documents=tuple(self._issued(key, number)),
            tasks=tasks,
            carried=carried,
            reviews=tuple(self._found(key, carried)),
            petitions=tuple(self._raised(key, number)),
            runs=tuple(self._runs(day, rules)),
            rules=rules,
            waiting=tuple(known_on(one, day) for one in waiting),
        )
        self._pass_on(record)
        return record

    def _pass_on(self, record: MeetingRecord) -> None:
        """Keep what later meetings know of this one."""
        results = {review.task: review.result for review in record.reviews}
        still = {
            task: count + (results[task.id] in (Result.PARTLY, Result.NOT_DONE))
            for task, count in self._open.items()
            if results[task.id] is not Result.DONE
        }
        self._open = still | dict.fromkeys(record.tasks, 0)
        self._petitions += record.petitions
        self._seen.appendleft(record)

    # Its parts

    def _plant(self, number: int, kind: SearchKind, text: str) -> str:
        planted = self._planted.get((number, kind))
        return f"{text} Còn việc {planted} thì làm sau." if planted else text

    def _roster(self, key: str, day: dt.date) -> Iterator[Attendance]:
        there = [one for one in self.long.members if is_in_cell(one, day)]
        marks = self._chance.choices(_MARKS, _CAME, k=len(there))
        for member, mark in zip(there, marks, strict=True):
            yield Attendance(
                f"{key}:{member.id}",
                key,
                member.id,
                member.number,
                member.name,
                self.long.post(member.id, day),
                official=True,
                standing=StandingKind.ACTIVE,
                mark=mark,
                reason=self._chance.choice(words.REASONS) if mark is Mark.EXCUSED else "",
                fee_owing=self._chance.random() < 0.03,
            )

    def _people(self, roster: tuple[Attendance, ...], tasks: Iterable[Task]) -> tuple[Person, ...]:
        there = {line.member: line.post for line in roster}
        named = {one for task in tasks for one in (task.lead, *task.helpers)}
        return tuple(
            Person(one.id, one.number, one.name, there.get(one.id, ""))
            for one in self.long.members
            if one.id in there or one.id in named
        )

    def _agenda(self, key: str, number: int, chair: str) -> Iterator[AgendaItem]:
        parts = (Part.OPENING, *(Part.CONTENT,) * 4, Part.CLOSING)
        for place, part in enumerate(parts, 1):
            content = part is Part.CONTENT
            title = drawn(self._chance, words.TOPICS) if content else "Ổn định, nêu lý do"
            body = drawn(self._chance, words.REPORTS, 5 if place == 2 else 2) if content else ""
            yield AgendaItem(
                f"{key}-a{place}",
                key,
                place,
                part,
                title if part is not Part.CLOSING else "Kết luận kỳ sinh hoạt",
                chair,
                minutes=25 if content else 10,
                body=self._plant(number, SearchKind.MINUTES, body) if place == 3 else body,
                conclusion=drawn(self._chance, words.CONCLUSIONS) if content else "",
            )

    def _opinions(
        self, key: str, number: int, agenda: tuple[AgendaItem, ...], present: list[Attendance]
    ) -> Iterator[Opinion]:
        chance = self._chance
        items = sorted(chance.randint(1, 4) for _ in range(chance.randint(8, 13)))
        for place, item in enumerate(items, 1):
            text = drawn(chance, words.OPINIONS, chance.randint(1, 4))
            if place == len(items):
                text = self._plant(number, SearchKind.OPINION, text)
            speaker = chance.choice(present).member
            yield Opinion(f"{key}-o{place}", key, agenda[item].id, place, speaker, text)

    def _given(self, key: str, number: int, present: list[Attendance]) -> Iterator[Task]:
        chance, day = self._chance, self.long.days[number][0]
        for place in range(1, chance.randint(7, 10) + 1):
            lead, *helpers = chance.sample(present, chance.randint(1, 3))
            what = drawn(chance, words.TASKS)
            yield Task(
                f"{key}-t{place}",
                key,
                place,
                f"T{next(self._tasks)}",
                day,
                self._plant(number, SearchKind.TASK, what) if place == 1 else what,
                drawn(chance, words.PRODUCTS),
                lead.member,
                tuple(one.member for one in helpers),
                day + dt.timedelta(days=chance.randint(10, 70)),
            )

    def _found(self, key: str, carried: tuple[CarriedTask, ...]) -> Iterator[Review]:
        for one in carried:
            (result,) = self._chance.choices(_RESULTS, _OFTEN)
            note = "" if result is Result.DONE else drawn(self._chance, words.NOTES)
            percent = 100 if result is Result.DONE else self._chance.randint(0, 9) * 10
            yield Review(f"{key}-{one.task.id}", key, one.task.id, result, percent, note)

    def _issued(self, key: str, number: int) -> Iterator[Document]:
        day, kind = self.long.days[number]
        if kind is MeetingKind.REGULAR and (number, SearchKind.DOCUMENT) not in self._planted:
            return
        term = self.long.term_of(day)
        self._documents[term] += 1
        title = self._plant(number, SearchKind.DOCUMENT, drawn(self._chance, words.DOCUMENTS))
        yield Document(f"{key}-d", key, DocumentType.RESOLUTION, self._documents[term], title, day)

    def _raised(self, key: str, number: int) -> Iterator[Petition]:
        chance, day = self._chance, self.long.days[number][0]
        for place in range(1, chance.randint(1, 2) + 1):
            text = drawn(chance, words.PETITIONS)
            steps = itertools.accumulate(chance.randint(2, 60) for _ in range(3))
            days = (day + dt.timedelta(days=step) for step in steps)
            sent, answered, told = (one if one < LAST else None for one in days)
            yield Petition(
                f"{key}-w{place}",
                key,
                place,
                drawn(chance, words.SOURCES),
                self._plant(number, SearchKind.PETITION, text) if place == 1 else text,
                drawn(chance, ("{body}",)),
                sent=sent,
                answered=answered,
                answer=drawn(chance, words.ANSWERS) if answered else "",
                told=told,
            )

    def _runs(self, day: dt.date, rules: RuleSet) -> Iterator[Run]:
        """Count the runs of those who were on the last rosters, as `store.records` does."""
        lines: dict[str, list[Attendance]] = {}
        attended: dict[str, list[tuple[dt.date, bool]]] = {}
        for record in self._seen:
            spoke = {opinion.speaker for opinion in record.opinions}
            for line in record.roster:
                lines.setdefault(line.member, []).append(line)
                if line.mark is Mark.PRESENT:
                    came = (record.meeting.date, line.member in spoke)
                    attended.setdefault(line.member, []).append(came)
        for member, history in sorted(lines.items()):
            excused = _leading(line.mark is Mark.EXCUSED for line in history)
            owing = _leading(line.fee_owing for line in history)
            unheard = unheard_since(attended.get(member, ()), day, rules.meeting.silent_months)
            if excused or owing or unheard:
                yield Run(member, excused, owing, unheard)


def _leading(values: Iterable[bool]) -> int:
    return sum(1 for _ in itertools.takewhile(bool, values))


def _rows(record: MeetingRecord) -> Iterator[Row]:
    yield record.meeting
    yield from record.agenda
    yield from record.roster
    yield from record.opinions
    yield from record.votes
    yield from record.documents
    yield from record.tasks
    yield from record.reviews
    yield from record.petitions


def _apply(book: Book, day: dt.date, rows: Iterable[Row]) -> None:
    changes = Changes(Act.START_BOOK, tuple(insert(row) for row in rows))
    book.apply(changes, dt.datetime.combine(day, dt.time(21)))


def drawn_book(path: Path, years: int = YEARS, seed: int = 0) -> Book:
    """Draw a book into a new file."""
    book = Book.create(path, bundled())
    Life(years, seed).write(book)
    return book


if __name__ == "__main__":
    with closing(drawn_book(Path(sys.argv[1]))) as made:
        print(f"{made.value('select count(*) from meetings')} meetings, step {made.last_step()}")
