"""The command that finds words in a book, as the search in the window does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.commands import asked
from cellsecretary.commands.asked import CommandError
from cellsecretary.core.search import SearchKind, Wanted, marked
from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    import argparse

    from cellsecretary.core.register import CellRecord
    from cellsecretary.messages import Messages
    from cellsecretary.store.search import Hit

MOST = 10_000
"""More than anybody reads; a book of thirty years has twice as many texts."""


def add_parsers(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the parser of the command line."""
    from pathlib import Path

    search = commands.add_parser("search", help="find words in a book, without tone marks")
    search.add_argument("file", type=Path)
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument("--kind", choices=[str(kind) for kind in SearchKind])
    search.add_argument("--year", type=int, metavar="YYYY")
    search.add_argument("--person", metavar="NAME|NUMBER", help="only what concerns this member")


def found(options: argparse.Namespace, words: Messages) -> str:
    """Give a line for each place with the words; what was found stands between « and »."""
    from cellsecretary.store.records import cell_record
    from cellsecretary.store.search import BookSearch

    text = " ".join(options.text)
    with asked.opened(options.file, words) as book:
        register = cell_record(book)
        wanted = Wanted(
            SearchKind(options.kind) if options.kind else None,
            options.year,
            _member(register, options.person, words) if options.person else None,
        )
        hits = BookSearch(book).find(text, wanted, MOST).hits
    if not hits:
        return words.command("nothing_found", text=text)
    return "\n".join(_line(hit, register, words) for hit in hits)


def _member(register: CellRecord, wanted: str, words: Messages) -> str:
    """Find a member by number or by name, whatever its tone marks."""
    for member in register.members:
        if wanted == str(member.number) or fold(wanted) == fold(member.name):
            return member.id
    raise CommandError(words.command("unknown_person", name=wanted))


def _line(hit: Hit, register: CellRecord, words: Messages) -> str:
    place = hit.place
    day = f"{place.day:%d/%m/%Y}" if place.day else ""
    who = ", ".join(dict.fromkeys(filter(None, map(register.name_of, place.people))))
    said = marked(hit.excerpt, "«", "»")
    head = " · ".join(part for part in (day, words.value(place.kind), who) if part)
    return f"{head}: {said}"
