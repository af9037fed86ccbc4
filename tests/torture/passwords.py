"""Locked books: killed at any moment, and searched for what was ever written in them.

Encrypting, making plain again and changing the password are killed; whatever is left opens, plain
or by the old or the new password, and the next opening finishes it. Then the texts of a secretary
are looked for in every byte that a locked book leaves on a disk.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import tempfile
import time
import traceback
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from unicodedata import normalize

from cellsecretary.core.change import Context
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.exchange.stick_copy import copied
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.backup_file import backups_in
from cellsecretary.store.columns import to_columns
from cellsecretary.store.connecting import content_hash, journal_of
from cellsecretary.store.encrypting import change_slots
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.journal import is_sealed
from cellsecretary.store.key_file import (
    Locked,
    new_key,
    new_slots,
    put_signing_secret,
    signing_secret,
    slots_of,
)
from cellsecretary.store.opening import Opening
from cellsecretary.store.private import clear_left_behind
from cellsecretary.store.records import cell_record
from cellsecretary.store.recovering import rebuilds
from cellsecretary.store.sqlite_file import SqliteFile
from tests.building import AFTER, context, done, replayed
from tests.random_clerk import RandomClerk
from tests.torture.places import folder_in_memory, workers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from cellsecretary.core.change import Changes
    from cellsecretary.store.file_key import FileKey
    from cellsecretary.store.key_file import KeySlots

PASSWORD, OTHER = "mật khẩu của sổ", "đổi từ tháng mười"
SECRET = b"s" * 32
PLACE = "Nhà văn hóa thôn Đồng Tâm mới sửa"
"""What is written in the book, in its journal and in its copies."""

COPIES = 4
TEXTS_FOR_A_KILL = 5
TOLD = 5
"""Findings after which no more is tried."""

PLAIN = b"SQLite format 3\x00"


@contextmanager
def own_temporary_folder(folder: Path) -> Iterator[Path]:
    """Let the program put what it needs for a moment into a folder that can be searched."""
    before = tempfile.tempdir
    folder.mkdir(exist_ok=True)
    tempfile.tempdir = str(folder)
    try:
        yield folder
    finally:
        tempfile.tempdir = before


def files_in(folder: Path) -> list[Path]:
    """Give all files below a folder."""
    return sorted(one for one in folder.rglob("*") if one.is_file())


def opening(folder: Path, at: dt.datetime = AFTER) -> Opening:
    """Give what opens the book in a folder."""
    return Opening(lambda: folder / "backups", bundled, lambda: at)


# Killed


class Way(StrEnum):
    """What is done when the power goes."""

    ENCRYPT = "encrypting"
    DECRYPT = "making plain"
    CHANGE = "changing the password"


@dataclass
class Desk:
    """A folder with a book, its copies and its journal, laid out anew for each attempt."""

    folder: Path
    key: FileKey
    old: KeySlots
    new: KeySlots
    spans: dict[Way, float] = field(default_factory=dict)
    rows: str = ""

    @property
    def path(self) -> Path:
        """Where the book is."""
        return self.folder / "work" / "thon-3.chibo"

    def lay(self, name: str) -> None:
        """Put a layout that was kept in the place of what is there."""
        shutil.rmtree(self.path.parent, ignore_errors=True)
        shutil.copytree(self.folder / name, self.path.parent)
        unlocked.forget(self.key)

    def do(self, way: Way) -> None:
        """Do the whole of it."""
        unlocked.add(self.key)
        match way:
            case Way.ENCRYPT:
                assert self.opening.encrypt(Book, self.path, self.key, self.old) == ()
            case Way.DECRYPT:
                self.opening.decrypt(Book, self.path, self.key)
            case Way.CHANGE:
                with closing(Book.look(self.path, bundled())) as book:
                    backups = self.opening.follow(book)
                change_slots(self.path, self.new, self.key, backups)

    @property
    def opening(self) -> Opening:
        """What opens the book."""
        return opening(self.path.parent)


@dataclass
class Killed:
    """How many attempts were killed and were not, what was there then, and what is wrong."""

    kills: Counter[Way] = field(default_factory=Counter)
    ended: int = 0
    states: Counter[str] = field(default_factory=Counter)
    mixed: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Killed) -> None:
        """Take over what another process saw."""
        self.kills += other.kills
        self.ended += other.ended
        self.states += other.states
        self.mixed += other.mixed
        self.wrong += other.wrong


def desk_in(folder: Path) -> Desk:
    """Lay out a plain book and an encrypted one, with copies and a journal."""
    key = new_key()
    old = new_slots(key, PASSWORD)
    desk = Desk(folder, key, old, old.with_password(key, OTHER))
    for slots, password in ((desk.old, PASSWORD), (desk.new, OTHER)):
        assert slots.opened_by(password) == (key, False)
    desk.path.parent.mkdir()
    replayed(desk.path).close()
    put_signing_secret(desk.path, SECRET)
    for number in range(COPIES):
        at = AFTER.replace(minute=number)
        with closing(opening(desk.path.parent, at).write(Book, desk.path)) as opened:
            assert isinstance(opened.ledger, Book)
            assert opened.backups is not None
            move(opened.ledger, f"{PLACE} lần {number}")
            opened.backups.make(opened.ledger, at)
            move(opened.ledger, f"{PLACE} sau lần {number}")
            desk.rows = content_hash(opened.ledger.connection)
    shutil.copytree(desk.path.parent, folder / "plain")
    desk.do(Way.ENCRYPT)
    shutil.copytree(desk.path.parent, folder / "encrypted")
    return desk


def move(book: Book, place: str) -> None:
    """Do one act."""
    register = cell_record(book)
    book.apply(done(change_cell(register, context(), replace(register.cell, place=place))), AFTER)


def killed(count: int, seed: int, part: int = 0, parts: int = 1) -> Killed:
    """Kill so many attempts, or every so manieth of them, each in a child of this process."""
    found = Killed()
    with folder_in_memory() as folder, own_temporary_folder(folder / "tmp"):
        desk = desk_in(folder)
        for way in Way:
            desk.spans[way] = _span(desk, way)
        number = part
        wanted = len(range(part, count, parts))
        while found.kills.total() < wanted and len(found.wrong) < TOLD:
            way = list(Way)[number % len(Way)]
            try:
                _attempt(desk, way, random.Random(f"{seed} {number}"), found)
            except Exception:  # whatever it is, it must not have come out
                place = f"{way}, attempt {number}, seed {seed}"
                found.wrong.append(f"{place}\n{traceback.format_exc(limit=-6)}")
            number += parts
    return found


def _layout(way: Way) -> str:
    return "plain" if way is Way.ENCRYPT else "encrypted"


def _span(desk: Desk, way: Way) -> float:
    """Give how many seconds a child takes for all of it."""
    desk.lay(_layout(way))
    began = time.monotonic()
    _, status = os.waitpid(_child(lambda: desk.do(way)), 0)
    assert status == 0, way
    return time.monotonic() - began


def _child(act: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        _be(act)
    return child


def _be(act: Callable[[], object]) -> NoReturn:
    """Be the program that is killed: this process was forked for it, and does not come back."""
    code = 1
    try:
        act()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _attempt(desk: Desk, way: Way, chance: random.Random, found: Killed) -> None:
    desk.lay(_layout(way))
    child = _child(lambda: desk.do(way))
    time.sleep(chance.uniform(0, desk.spans[way]))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        found.kills[way] += 1
    else:
        assert os.waitstatus_to_exitcode(status) == 0, way
        found.ended += 1
    found.mixed += len({mark_of(one) for one in _marked(desk)}) > 1
    state = _opened_by(desk)
    found.states[state] += 1
    _insist_on_one_state(desk)


def _marked(desk: Desk) -> list[Path]:
    """Name the book and its copies."""
    folders = (desk.path.parent / "backups").iterdir()
    return [desk.path, *(one.path for folder in folders for one in backups_in(folder))]


def _opened_by(desk: Desk) -> str:
    """Open the book to look, and tell what opened it."""
    by = "plain"
    try:
        book = Book.look(desk.path, bundled())
    except Locked as locked:
        # Bytes that are the same are opened by the same password.
        passwords = {desk.old: "by the old password", desk.new: "by the new password"}
        by = passwords[locked.slots]
        unlocked.add(desk.key)
        book = Book.look(desk.path, bundled())
    with closing(book):
        assert content_hash(book.connection) == desk.rows, "a row is not as it was"
    if by == "plain":
        # A plain book may have copies that are not plain yet: what opens them is beside it.
        marks = {mark_of(one) for one in _marked(desk)}
        assert marks == {PLAIN} or slots_of(desk.path) in (desk.old, desk.new)
    return by


def _insist_on_one_state(desk: Desk) -> None:
    """Open the book to write: what was begun is finished, or taken back."""
    with closing(desk.opening.write(Book, desk.path)) as opened:
        assert opened.recovered is None
        assert opened.looking is None
        assert opened.backups is not None
        assert rebuilds(opened.ledger, opened.backups) is not None
        assert content_hash(opened.ledger.connection) == desk.rows
        is_locked = opened.ledger.key is not None
        folder = opened.backups.folder
        assert [is_locked] == list({is_sealed(folder)})
    assert signing_secret(desk.path) == SECRET
    marks = {mark_of(one) for one in _marked(desk)}
    assert marks == {desk.key.mark if is_locked else PLAIN}
    clear_left_behind()
    files = files_in(desk.path.parent) + files_in(Path(tempfile.gettempdir()))
    assert [one.name for one in files if one.suffix == ".part"] == []
    slots = slots_of(desk.path)
    assert (slots in (desk.old, desk.new)) if is_locked else slots is None
    assert slots_of(folder / "copy") == slots
    readable = [one.name for one in files if PLACE.encode() in one.read_bytes()]
    assert len(readable) == 0 if is_locked else len(readable) > COPIES, readable


# Searched


@dataclass
class Search:
    """What was looked for, where, and how much of it was found."""

    texts: int = 0
    later: int = 0
    fields: int = 0
    in_plain: int = 0
    in_locked: int = 0
    when_plain_again: int = 0
    files: int = 0
    size: int = 0
    with_journal: bool = False
    left_behind: int = 0
    wrong: list[str] = field(default_factory=list)


ONSETS = "b,c,ch,d,đ,g,gi,h,kh,l,m,n,ng,nh,ph,qu,r,s,t,th,tr,v,x"
RIMES = "anh,ương,iêu,uyết,oan,ăng,ầm,ước,ội,ường,uyên,ích,ổng,ưởi,ạch,ế,ơn,úy"


def texts(chance: random.Random) -> Iterator[str]:
    """Give texts that nobody else ever wrote, as a keyboard writes them that goes by the rules."""
    onsets, rimes, seen = ONSETS.split(","), RIMES.split(","), set()
    while True:
        words = [chance.choice(onsets) + chance.choice(rimes) for _ in range(6)]
        text = normalize("NFC", " ".join(words))
        if text not in seen:
            seen.add(text)
            yield text


class KnownClerk(RandomClerk):
    """Writes a text that is known wherever a text can be written."""

    def __init__(self, book: Book, chance: random.Random, given: Iterator[str]) -> None:
        super().__init__(book, chance)
        self._given = given
        self._tried: list[str] = []
        self.written: dict[str, None] = {}
        self.fields: set[tuple[str, str]] = set()

    def text(self, most: int = 12) -> str:
        """Give the next known text, however long it is to be."""
        self._tried.append(next(self._given))
        return self._tried[-1]

    def write(self, book: Book, count: int) -> None:
        """Do acts until so many known texts are in the book."""
        names = _names()
        while len(self.written) < count:
            changes = self.act(Context(AFTER, lambda: next(names)))
            book.apply(changes, AFTER)
            self._remember(changes)

    def _remember(self, changes: Changes) -> None:
        for change in changes.changes:
            for name, value in to_columns(change.after).items() if change.after else ():
                for text in self._tried:
                    if isinstance(value, str) and text in value:
                        self.written[text] = None
                        self.fields.add((type(change.row).__name__, name))
        self._tried = []


def _names() -> Iterator[str]:
    while True:
        yield os.urandom(8).hex()


def spellings(text: str) -> Iterator[bytes]:
    """Give the bytes that a text may stand in a file as."""
    for form in ("NFC", "NFD"):
        one = normalize(form, text)
        yield from (one.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
        yield json.dumps(one).encode()[1:-1]


def found_in(files: Iterable[Path], wanted: Iterable[str]) -> set[str]:
    """Give the texts that stand in any of the files."""
    contents = [one.read_bytes() for one in files]
    return {
        text
        for text in wanted
        if any(form in content for form in spellings(text) for content in contents)
    }


def searched(count: int, seed: int) -> Search:
    """Write so many texts into a book, lock it, go on working, and look for all of them."""
    found, chance = Search(), random.Random(seed)
    given = texts(chance)
    with folder_in_memory() as folder, own_temporary_folder(folder / "tmp"):
        path = folder / "thon-3.chibo"
        replayed(path).close()
        written, fields = _worked(folder, path, count, chance, given)
        found.texts, found.fields = len(written), len(fields)
        found.in_plain = len(found_in(files_in(folder), written))

        key = new_key()
        slots = new_slots(key, PASSWORD)
        assert opening(folder).encrypt(Book, path, key, slots) == ()
        later, _ = _worked(folder, path, max(10, count // 10), chance, given)
        found.later = len(later)
        # The next opening seals what it finds: so it is looked for before, too.
        _search_locked(folder, found, [*written, *later])
        unfinished = list(_killed_in_an_act(folder, path, chance, given))
        found.with_journal = journal_of(path).stat().st_size > 0
        _killed_on_the_way_to_a_stick(folder, path)
        _search_locked(folder, found, [*written, *later, *unfinished])

        # What was written later was there all the time: this finds it where it is plain.
        clear_left_behind()
        opening(folder).write(Book, path).close()
        opening(folder).decrypt(Book, path, key)
        unlocked.forget(key)
        found.when_plain_again = len(found_in(files_in(folder), [*written, *later]))
    _judge(found)
    return found


def _worked(
    folder: Path, path: Path, count: int, chance: random.Random, given: Iterator[str]
) -> tuple[list[str], set[tuple[str, str]]]:
    """Work in a book, with copies on the way, until so many texts are in it."""
    with closing(opening(folder).write(Book, path)) as opened:
        assert isinstance(opened.ledger, Book)
        assert opened.backups is not None
        clerk = KnownClerk(opened.ledger, chance, given)
        for step in range(1, COPIES + 1):
            clerk.write(opened.ledger, count * step // COPIES)
            opened.backups.make(opened.ledger, AFTER.replace(second=step), again=True)
        return list(clerk.written)[:count], clerk.fields


def _killed_in_an_act(
    folder: Path, path: Path, chance: random.Random, given: Iterator[str]
) -> Iterator[str]:
    """Kill the program in the middle of an act that is too large for its memory."""
    inside = [next(given) for _ in range(50)]

    def act() -> None:
        opened = opening(folder).write(Book, path)
        assert isinstance(opened.ledger, Book)
        opened.ledger.connection.execute("pragma cache_size = 1")
        with opened.ledger.together():
            KnownClerk(opened.ledger, chance, iter(inside)).write(opened.ledger, 20)
            os.kill(os.getpid(), signal.SIGKILL)

    _insist_on_killed(act)
    yield from inside


def _killed_on_the_way_to_a_stick(folder: Path, path: Path) -> None:
    """Kill the program while a copy lies in its folder for a moment; the journal stays too."""
    beside = folder / "read only" / path.name
    beside.parent.mkdir()
    for one in (path, journal_of(path), path.with_suffix(".keys")):
        shutil.copyfile(one, beside.with_name(one.name))

    def act() -> None:
        whole = SqliteFile.copy_to

        def then_die(file: SqliteFile, to: Path) -> None:
            whole(file, to)
            os.kill(os.getpid(), signal.SIGKILL)

        SqliteFile.copy_to = then_die  # type: ignore[method-assign, assignment]
        with closing(Book.look(beside, bundled())) as book:
            copied(book, "Chi bộ", AFTER.date())

    _insist_on_killed(act)


def _insist_on_killed(act: Callable[[], object]) -> None:
    _, status = os.waitpid(_child(act), 0)
    assert os.WIFSIGNALED(status), "it was not killed where it was to be"


def _search_locked(folder: Path, found: Search, wanted: list[str]) -> None:
    files = files_in(folder)
    found.files, found.size = len(files), sum(one.stat().st_size for one in files)
    found.left_behind = len(files_in(folder / "tmp"))
    there = found_in(files, wanted)
    found.in_locked += len(there)
    for text in sorted(there)[:TOLD]:
        places = [one.name for one in files if found_in([one], [text])]
        found.wrong.append(f"“{text}” can be read in {', '.join(places)}")


def _judge(found: Search) -> None:
    if found.in_plain != found.texts:
        found.wrong.append(f"only {found.in_plain} of {found.texts} texts are in the plain book")
    if found.when_plain_again != found.texts + found.later:
        found.wrong.append(f"only {found.when_plain_again} texts are there when it is plain again")
    if not found.with_journal:
        found.wrong.append("the act that was killed left no journal")
    if found.left_behind < 2:
        found.wrong.append("nothing was left behind in the folder for a moment")


# Told


def told(seen: Killed, search: Search, seed: int, seconds: float) -> str:
    """Give two lines of figures."""
    kills = ", ".join(f"{number} {way}" for way, number in sorted(seen.kills.items()))
    states = ", ".join(f"{number} {what}" for what, number in sorted(seen.states.items()))
    findings = len(seen.wrong) + len(search.wrong)
    return (
        f"passwords: {seen.kills.total()} kills ({kills}), {seen.ended} were quicker; opened "
        f"{states}; {seen.mixed} with copies in two states, all in one state afterwards\n"
        f"passwords: {search.texts} texts in {search.fields} kinds of fields and {search.later} "
        f"later ones: {search.in_plain} found in the plain book, {search.in_locked} in the "
        f"{search.files} files ({search.size} bytes) of the locked one, "
        f"{search.when_plain_again} when it is plain again; "
        f"{findings} findings, seed {seed}, {seconds:.0f} s"
    )


def main(count: int, seed: int, processes: int | None = None) -> int:
    """Run and print two lines of figures."""
    if os.name != "posix" or not CAN_ENCRYPT:
        print("passwords: skipped, only POSIX systems fork, and SQLCipher is needed")
        return 0
    began, seen = time.monotonic(), Killed()
    with workers(processes) as pool:
        parts = pool._max_workers  # type: ignore[attr-defined]
        looking = pool.submit(searched, count * TEXTS_FOR_A_KILL, seed)
        jobs = [pool.submit(killed, count, seed, part, parts) for part in range(parts)]
        for job in jobs:
            seen.add(job.result())
        search = looking.result()
    print(told(seen, search, seed, time.monotonic() - began))
    print(*seen.wrong, *search.wrong, sep="\n", end="")
    return 1 if seen.wrong or search.wrong else 0
