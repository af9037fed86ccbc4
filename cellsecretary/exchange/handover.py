"""The handover file: one zip with the book and what belongs to it, written whole, checked whole.

A locked book stays so, with its backups; then no paper goes along, which anybody could read.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from cellsecretary import __version__, papers, paths
from cellsecretary.core.backup_plan import last_of_months
from cellsecretary.core.handover import readable
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import Span, period_with
from cellsecretary.core.plain import PlainError, from_plain, to_plain
from cellsecretary.core.preferences import is_practice
from cellsecretary.exchange.delivery import deliver
from cellsecretary.exchange.keys import keep_key_file
from cellsecretary.exchange.packet import LONGEST_CELL, letters
from cellsecretary.exchange.packet_zip import zipped
from cellsecretary.own_files import create, make_folder
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backup_file import backup_of
from cellsecretary.store.backups import Backups
from cellsecretary.store.connecting import known_key
from cellsecretary.store.key_file import (
    KeyFileError,
    Locked,
    keep_slots_of_copies,
    key_file,
    slots_within,
)
from cellsecretary.store.private import PassingFolder
from cellsecretary.store.records import cell_record, period_record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.file_key import FileKey

FORMAT, KIND = 1, "handover"
"""Version and kind of the manifest; a later program may list more kinds of file."""

BOOK, KEYS, PAPER = "so-chi-bo.chibo", "so-chi-bo.keys", "ban-giao.pdf"
READ_ME, MANIFEST = "README.txt", "manifest.json"
READ_ME_LOCKED = "README-password.txt"
BACKUPS = "sao-luu/"
"""Below it the last backup of each month, under the name that it has in the folder of backups."""

MOST_BACKUPS = 256 << 20
"""Bytes of backups that go along, the newest first."""

HELD = (MeetingState.RUNNING, MeetingState.CLOSED)

LARGEST = 1 << 30
"""Bytes that a handover holds at most; a file that claims more is no handover of ours."""

_LONGEST_MANIFEST = 1 << 20
"""Bytes of what a handover says of itself: a hundred files take 15 KB."""

_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a file in it may be packed; of the other ways each fails with an error of its own."""


class HandoverFault(StrEnum):
    """Why a file is not taken over; sentences are in resources/messages."""

    NOT_A_HANDOVER = "not_a_handover"
    ALTERED = "altered"


class HandoverError(Exception):
    """A file cannot be taken over; nothing was written."""

    def __init__(self, fault: HandoverFault, path: Path) -> None:
        super().__init__(f"{fault}: {path}")
        self.fault = fault
        self.path = path


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside, as it must be found."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the file says of itself; `closed` and `chain` are the end of the chain of the book."""

    format: int
    kind: str
    program: str
    made: str
    cell: str
    name: str
    closed: int
    chain: str
    files: dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Received:
    """A handover file that was found whole: its manifest, and what is kept of its files."""

    path: Path
    manifest: Manifest
    book: bytes
    keys: bytes | None = None
    backups: tuple[tuple[str, bytes], ...] = ()


# Handing over


@dataclass(frozen=True)
class Gathered:
    """What a handover is made of, read from a book: its copy, its key, records for the papers.

    Of a locked book there are no papers.
    """

    name: str
    at: dt.datetime
    book: bytes
    keys: bytes | None
    backups: tuple[tuple[str, bytes], ...]
    register: CellRecord
    paper_year: PeriodRecord
    last_year: PeriodRecord | None
    is_locked: bool = False

    @property
    def papers(self) -> int:
        """Count the papers that go along."""
        return 0 if self.is_locked else 1 + (self.last_year is not None)


def gather(book: Book, at: dt.datetime, backups: Path) -> Gathered:
    """Read from a book, and from the folder of its backups, what its handover is made of."""
    register = cell_record(book)
    keys = key_file(book.path)
    held = [m.date for m in register.meetings if m.state in HELD]
    return Gathered(
        name=file_name(register, at.date()),
        at=at,
        book=_copied(book),
        keys=keys.read_bytes() if keys.exists() else None,
        backups=tuple(_of_months(Backups.of(backups, book), book.key)),
        register=register,
        paper_year=period_record(book, period_with(at.date(), Span.YEAR), at.date()),
        last_year=period_record(book, period_with(max(held), Span.YEAR)) if held else None,
        is_locked=book.key is not None,
    )


def _of_months(backups: Backups, key: FileKey | None) -> Iterator[tuple[str, bytes]]:
    """Give the last backup of each month, as many as there is room for, all of one key."""
    by_time = {one.at: one for one in backups.of_the_name() if known_key(one.path) == key}
    left = MOST_BACKUPS
    for at in last_of_months(by_time):
        data = by_time[at].path.read_bytes()
        left -= len(data)
        if left < 0:
            return
        yield f"{BACKUPS}{by_time[at].path.name}", data


def packed(found: Gathered) -> bytes:
    """Make the papers of a handover, and the one file of all; no book is touched."""
    day, register = found.at.date(), found.register
    cell, (closed, chain) = register.cell_on(day), register.chain
    files = {BOOK: found.book}
    if found.keys is not None:
        files[KEYS] = found.keys
    if not found.is_locked:
        files |= _papers(found)
    files |= dict(found.backups)
    template = READ_ME_LOCKED if found.is_locked else READ_ME
    files[READ_ME] = _read_me(template, files, cell.name, day, closed, chain)
    manifest = Manifest(
        format=FORMAT,
        kind=KIND,
        program=__version__,
        made=found.at.isoformat(timespec="seconds"),
        cell=cell.id,
        name=cell.name,
        closed=closed,
        chain=chain,
        files={name: Entry(len(data), _sha256(data)) for name, data in files.items()},
    )
    plain = json.dumps(to_plain(manifest), ensure_ascii=False, indent=1)
    return zipped({**files, MANIFEST: plain.encode()})


def hand_over(book: Book, folder: Path, at: dt.datetime, backups: Path) -> Path:
    """Write the handover file of a book into a folder and give its path.

    The folder has the whole file or none; what stands in the way raises `DeliveryError`.
    """
    found = gather(book, at, backups)
    return deliver(packed(found), folder, found.name).path


def file_name(register: CellRecord, day: dt.date) -> str:
    """Name the handover file by cell and day, in letters that every disk takes."""
    cell = letters(register.cell_on(day).name)[:LONGEST_CELL]
    practice = "TapThu_" if is_practice(register.preferences) else ""
    return f"{practice}BanGiao_{cell or 'ChiBo'}_{day.isoformat()}.zip"


def _copied(book: Book) -> bytes:
    with PassingFolder() as folder:
        copy = folder / BOOK
        book.copy_to(copy)
        return copy.read_bytes()


def _papers(found: Gathered) -> dict[str, bytes]:
    """Give the record of the handover, and all papers of the last year in which a meeting was."""
    made = {PAPER: papers.render("handover", found.paper_year)}
    if found.last_year is not None:
        name = f"ho-so-{found.last_year.period.code}.pdf"
        made[name] = papers.render("meeting-file", found.last_year)
    return made


def _read_me(
    name: str, files: dict[str, bytes], cell: str, day: dt.date, closed: int, chain: str
) -> bytes:
    template = paths.resource("handover", name).read_text(encoding="utf-8")
    text = Template(template).substitute(
        book=BOOK,
        paper=PAPER,
        others="".join(f"  {name}\n" for name in _others(files)),
        cell=cell,
        day=f"{day:%d/%m/%Y}",
        version=__version__,
        closed=closed,
        code=readable(chain) or "–",
    )
    # Notepad of Windows takes it for UTF-8 by the mark alone.
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _others(files: dict[str, bytes]) -> list[str]:
    """Name what stands beside book and paper, the backups together."""
    single = [name for name in files if name not in (BOOK, PAPER)]
    plain = [name for name in single if not name.startswith(BACKUPS)]
    return [*plain, *([BACKUPS] if len(plain) < len(single) else [])]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# Taking over


def receive(path: Path, rules: RuleSource) -> Received:
    """Read a handover file and check every file in it; nothing is written.

    What is missing, changed or added raises `HandoverError`; the book must open and be the one
    that the manifest names. One that nobody unlocked raises `Locked`.
    """
    try:
        with zipfile.ZipFile(path) as whole:
            if MANIFEST not in whole.namelist():
                raise HandoverError(HandoverFault.NOT_A_HANDOVER, path)
            if any(one.compress_type not in _WAYS for one in whole.infolist()):
                raise HandoverError(HandoverFault.ALTERED, path)
            manifest = _manifest(whole, path)
            files = _checked(whole, manifest, path)
    except FileNotFoundError:
        raise BookError(Fault.MISSING, path) from None
    except zipfile.BadZipFile as error:
        fault = HandoverFault.ALTERED if _begins_as_zip(path) else HandoverFault.NOT_A_HANDOVER
        raise HandoverError(fault, path) from error
    except (EOFError, RuntimeError, zlib.error) as error:
        raise HandoverError(HandoverFault.ALTERED, path) from error
    except OSError as error:
        raise BookError(Fault.UNREACHABLE, path) from error
    backups = tuple(
        (name, data)
        for name, data in files.items()
        if name.startswith(BACKUPS) and backup_of(Path(name.removeprefix(BACKUPS)))
    )
    received = Received(path, manifest, files[BOOK], files.get(KEYS), backups)
    _prove(received, rules)
    return received


def take_over(received: Received, target: Path, rules: RuleSource, backups: Path) -> None:
    """Copy book, key and backups out of a checked handover file.

    What is there is never written over; `backups` is the folder of the backups of this computer.
    """
    keys = key_file(target)
    for path in (target, *([keys] if received.keys is not None else [])):
        if path.exists():
            raise BookError(Fault.EXISTS, path)
    _keep_backups(received, Backups(backups, received.manifest.cell, target).folder)
    if received.keys is not None:
        try:
            keep_key_file(received.keys, target)
        except OSError as error:
            raise BookError(Fault.of(error), keys) from error
    try:
        deliver(received.book, target.parent, target.name)
    except BaseException:
        if received.keys is not None:
            keys.unlink(missing_ok=True)
        raise
    Book.open(target, rules).close()


def _keep_backups(received: Received, folder: Path) -> None:
    try:
        if received.backups:
            make_folder(folder)
            with suppress(KeyFileError):
                if received.keys is not None and (slots := slots_within(received.keys)):
                    keep_slots_of_copies(folder, slots)
    except OSError as error:
        raise BookError(Fault.of(error), folder) from error
    for name, data in received.backups:
        path = folder / Path(name).name
        if not path.exists():
            deliver(data, folder, path.name)


def _manifest(whole: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        with whole.open(MANIFEST) as file:
            plain = json.loads(file.read(_LONGEST_MANIFEST))
        if plain["kind"] != KIND:
            raise HandoverError(HandoverFault.NOT_A_HANDOVER, path)
        if plain["format"] > FORMAT:
            raise BookError(Fault.TOO_NEW, path)
        return from_plain(Manifest, plain)
    except (PlainError, ValueError, TypeError, LookupError) as error:
        raise HandoverError(HandoverFault.ALTERED, path) from error


def _checked(whole: zipfile.ZipFile, manifest: Manifest, path: Path) -> dict[str, bytes]:
    """Give the files inside: exactly those of the manifest, each as long and with its hash."""
    sizes = {info.filename: info.file_size for info in whole.infolist()}
    wanted = {name: entry.size for name, entry in manifest.files.items()}
    is_listed = len(sizes) == len(whole.infolist()) and BOOK in wanted
    sizes.pop(MANIFEST)
    if not is_listed or sizes != wanted or sum(wanted.values()) > LARGEST:
        raise HandoverError(HandoverFault.ALTERED, path)
    files = {name: whole.read(name) for name in wanted}
    if any(_sha256(data) != manifest.files[name].sha256 for name, data in files.items()):
        raise HandoverError(HandoverFault.ALTERED, path)
    return files


def _prove(received: Received, rules: RuleSource) -> None:
    """Open the book in a place of its own, and insist that it is the one of the manifest."""
    manifest = received.manifest
    with PassingFolder() as folder:
        copy = folder / BOOK
        with create(copy) as file:
            file.write(received.book)
        if received.keys is not None:
            with create(key_file(copy)) as file:
                file.write(received.keys)
        try:
            book = Book.open(copy, rules)
        except Locked as error:
            raise Locked(error.slots, received.path) from error
        try:
            cell = book.cell_or_none()
            same = cell is not None and cell.id == manifest.cell
            same = same and book.chain_head() == (manifest.closed, manifest.chain)
        finally:
            book.close()
    if not same:
        raise HandoverError(HandoverFault.ALTERED, received.path)


def _begins_as_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"
