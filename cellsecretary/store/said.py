"""What earlier meetings of a book say in words: the texts that phrases are learnt from."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from cellsecretary.core.phrases import Passage, Said
from cellsecretary.store.closed import read_whole

if TYPE_CHECKING:
    from cellsecretary.store.book import Book

MEETINGS = 36
"""How many meetings back: three years, of which the oldest weigh next to nothing."""

_HELD = (
    "select id, date from meetings where state in ('running', 'closed') and id != ? "
    "and date <= ? order by date desc, starts desc limit ?"
)
_TEXTS = {
    Passage.BODY: "select body as text, meeting from agenda_items where not skipped",
    Passage.CONCLUSION: "select conclusion as text, meeting from agenda_items where not skipped",
    Passage.OPINION: "select text, meeting from opinions",
    Passage.TASK: "select what as text, meeting from tasks where meeting is not null",
}


@read_whole
def said_before(book: Book, meeting: str, day: date) -> tuple[Said, ...]:
    """Give the texts of the meetings held until a day, without those of the meeting itself."""
    return tuple(
        Said(passage, date.fromisoformat(held), text)
        for passage, table in _TEXTS.items()
        for text, held in map(
            json.loads,
            book.values(
                f"select json_array(texts.text, earlier.date) from ({table}) texts "
                f"join ({_HELD}) earlier on earlier.id = texts.meeting where texts.text != ''",
                meeting,
                day.isoformat(),
                MEETINGS,
            ),
        )
    )
