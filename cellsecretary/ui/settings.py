"""What the program remembers of this computer's user: last books, how it looks, language, window.

It is read before anything else of the program, so it imports what it needs where it needs it. Also
which books were taken over here and not gone through to the end, for which a clock was said
to be right, when files were copied onto a stick, and at which place each file was left.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QByteArray, QSettings

from cellsecretary.own_files import make_folder, touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.clock import Believed
    from cellsecretary.ui.place import Place

Look = Literal["system", "light", "dark", "contrast"]
"""What can be chosen of the colours: those that the system asks for, or one scheme."""

RECENT = 6
"""How many books are remembered."""

CLOCKS = 20
"""For how many books it is remembered that the clock was right."""

STICK_COPIES = 20
"""For how many files it is remembered when they were copied onto a stick."""

PLACES = 20
"""For how many files it is remembered where they were left."""


LOCK_AFTER = 10
"""Minutes after which a book with a password is covered, where nobody chose."""


class Settings:
    """A small ini file; a broken or missing one means the defaults."""

    def __init__(self, file: Path) -> None:
        with suppress(OSError):  # nothing is remembered then
            make_folder(file.parent)
            # Qt keeps the mode of the file that it replaces.
            touch(file)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of the window: Vietnamese whatever the system says."""
        from cellsecretary.ui.language import FIRST, languages

        kept = self._store.value("language")
        return str(kept) if kept in languages() else FIRST

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def text_size(self) -> int:
        """The text size in percent."""
        return self._number("text_size", 100)

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    @property
    def look(self) -> Look:
        """The colours that were chosen."""
        kept = self._store.value("look")
        return next((look for look in get_args(Look) if look == kept), "system")

    @look.setter
    def look(self, look: Look) -> None:
        self._store.setValue("look", look)

    @property
    def opens_last(self) -> bool:
        """Whether the program starts with the file that was open last, else with the choice."""
        return str(self._store.value("opens_last")) != "no"

    @opens_last.setter
    def opens_last(self, opens: bool) -> None:
        self._store.setValue("opens_last", "yes" if opens else "no")

    @property
    def knows_cards(self) -> bool:
        """Whether the cards of the first look were read or skipped."""
        return self._number("knows_cards", 0) == 1

    @knows_cards.setter
    def knows_cards(self, known: bool) -> None:
        self._store.setValue("knows_cards", int(known))

    @property
    def books(self) -> Sequence[Path]:
        """The books opened last, newest first, those that are still there."""
        return self._paths("books")

    def remember_book(self, book: Path) -> None:
        """Put a book on top of those opened last."""
        book = book.resolve()
        books = [book, *(other for other in self.books if other != book)]
        self._store.setValue("books", [str(path) for path in books[:RECENT]])

    @property
    def lock_after(self) -> int:
        """Minutes without a touch after which a book with a password is covered, 0 for never."""
        return self._number("lock_after", LOCK_AFTER)

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._store.setValue("lock_after", minutes)

    def wrong_passwords(self, mark: bytes) -> int:
        """Count the wrong passwords that were typed in a row for files of a key."""
        return self._number(f"wrong_passwords/{mark.hex()}", 0)

    def note_passwords(self, mark: bytes, wrong: int) -> None:
        """Remember how many were wrong in a row, also over the next start; 0 after a right one."""
        self._store.setValue(f"wrong_passwords/{mark.hex()}", wrong)
        self._store.sync()

    def forget_books(self) -> None:
        """Forget which files were opened here, and what was noted of each."""
        for key in ("books", "places", "clocks", "stick_copies"):
            self._store.remove(key)
        self._store.sync()

    def has_walk(self, book: Path) -> bool:
        """Tell whether the walk through a book taken over here was begun and never ended."""
        return book.resolve() in self._paths("walks")

    def begin_walk(self, book: Path) -> None:
        """Remember that the successor is to be led through a book until that is ended."""
        self.end_walk(book)
        self._keep_walks([*self._paths("walks"), book.resolve()])

    def end_walk(self, book: Path) -> None:
        """Forget that the successor is to be led through a book."""
        left = [other for other in self._paths("walks") if other != book.resolve()]
        self._keep_walks(left)

    def move_book(self, old: Path, new: Path) -> None:
        """Remember a book at its new place alone, and what is to be done with it there."""
        self._store.setValue("books", [str(book) for book in self.books if book != old.resolve()])
        if self.has_walk(old):
            self.end_walk(old)
            self.begin_walk(new)
        if believed := self.believed_clock(old):
            self.believe_clock(new, believed)
        if copied := self.stick_copied(old):
            self.remember_stick_copy(new, copied)
        if place := self.place(old):
            self.keep_place(new, place)

    def place(self, file: Path) -> Place | None:
        """Give the place at which a file was left."""
        return next((place for path, place in self._places() if path == file.resolve()), None)

    def keep_place(self, file: Path, place: Place) -> None:
        """Remember where a file is left, at once: the power may go; the newest few are kept."""
        file = file.resolve()
        if self.place(file) == place:
            return
        kept = [(file, place), *(one for one in self._places() if one[0] != file)][:PLACES]
        lines = [f"{at.page}/{at.meeting}/{at.step} {path}" for path, at in kept]
        self._store.setValue("places", lines)
        self._store.sync()

    def _places(self) -> list[tuple[Path, Place]]:
        from cellsecretary.ui.place import Place

        found = []
        for line in self._texts("places"):
            with suppress(ValueError):
                place, path = line.split(" ", 1)
                page, meeting, step = place.split("/")
                found.append((Path(path), Place(page, meeting, step)))
        return found

    def believed_clock(self, book: Path) -> Believed | None:
        """Give what the user said last of the clock, when a book was opened."""
        for path, believed in self._believed():
            if path == book.resolve():
                return believed
        return None

    def believe_clock(self, book: Path, believed: Believed) -> None:
        """Remember that the clock was said to be right; the newest few books are kept."""
        book = book.resolve()
        others = [one for one in self._believed() if one[0] != book]
        kept = [(book, believed), *others][:CLOCKS]
        lines = [f"{one.day.isoformat()} {one.step} {path}" for path, one in kept]
        self._store.setValue("clocks", lines)

    def _believed(self) -> list[tuple[Path, Believed]]:
        from cellsecretary.core.clock import Believed

        found = []
        for line in self._texts("clocks"):
            with suppress(ValueError):
                day, step, path = line.split(" ", 2)
                found.append((Path(path), Believed(dt.date.fromisoformat(day), int(step))))
        return found

    def stick_copied(self, file: Path) -> dt.date | None:
        """Give the day on which a file was last copied onto a stick."""
        for path, day in self._stick_copies():
            if path == file.resolve():
                return day
        return None

    def remember_stick_copy(self, file: Path, day: dt.date) -> None:
        """Remember that a file was copied onto a stick; the newest few files are kept."""
        file = file.resolve()
        others = [one for one in self._stick_copies() if one[0] != file]
        kept = [(file, day), *others][:STICK_COPIES]
        self._store.setValue("stick_copies", [f"{on.isoformat()} {path}" for path, on in kept])

    def _stick_copies(self) -> list[tuple[Path, dt.date]]:
        found = []
        for line in self._texts("stick_copies"):
            with suppress(ValueError):
                day, path = line.split(" ", 1)
                found.append((Path(path), dt.date.fromisoformat(day)))
        return found

    def _keep_walks(self, books: Sequence[Path]) -> None:
        self._store.setValue("walks", [str(path) for path in books])

    @property
    def window(self) -> QByteArray:
        """Size and place of the window."""
        value = self._store.value("window")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window.setter
    def window(self, geometry: QByteArray) -> None:
        self._store.setValue("window", geometry)

    def _paths(self, key: str) -> list[Path]:
        """Give the files that are remembered and still there."""
        return [path for path in map(Path, self._texts(key)) if path.is_file()]

    def _number(self, key: str, default: int) -> int:
        value = str(self._store.value(key, default))
        return int(value) if value.isdecimal() else default

    def _texts(self, key: str) -> list[str]:
        value = self._store.value(key)
        return value if isinstance(value, list) else [value] if isinstance(value, str) else []
