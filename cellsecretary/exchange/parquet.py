"""The figures of a board as a Parquet file, for an engine that sums more than one province."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.versions import BoardMeeting, Version

_TEXTS = "cell name superior meeting kind state content topic score_class"
_NUMBERS = (
    "revision register required present excused unexcused spoke score score_total tasks_given "
    "tasks_open tasks_overdue petitions_raised visits"
)
_DAYS = "date month received"
_TRUTHS = "is_draft holds is_conflict on_day is_thematic"
COLUMNS: Mapping[str, type] = {
    name: kind
    for names, kind in ((_TEXTS, str), (_NUMBERS, int), (_DAYS, dt.date), (_TRUTHS, bool))
    for name in names.split()
}
"""The columns in their order, each with what is in it; a number has 32 bits."""


class ParquetMissing(Exception):
    """The extra `scale` is not installed."""


def parquet_bytes(board: BoardRecord) -> bytes:
    """Write a row for each version; `holds` says which one of a meeting goes into sums.

    Names of members, opinions and texts are not in it.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as missing:
        raise ParquetMissing from missing
    kinds = {
        **{str: pyarrow.string(), int: pyarrow.int32()},
        **{dt.date: pyarrow.date32(), bool: pyarrow.bool_()},
    }
    schema = pyarrow.schema((name, kinds[kind]) for name, kind in COLUMNS.items())
    out = io.BytesIO()
    table = pyarrow.Table.from_pylist(rows_of(board), schema)
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def rows_of(board: BoardRecord) -> list[dict[str, Any]]:
    """Give the rows of the file, each with a value or None for every column."""
    return [_row(meeting, one) for meeting in board.meetings for one in meeting.versions]


def _row(meeting: BoardMeeting, version: Version) -> dict[str, Any]:
    key, figures = version.key, version.figures
    points = figures.points
    return {
        "cell": key.cell,
        "name": version.name,
        "superior": version.superior,
        "meeting": key.meeting,
        "kind": version.kind,
        "state": version.state,
        "content": key.content,
        "topic": figures.topic,
        "score_class": points.grade if points else None,
        "revision": key.revision,
        "register": figures.register,
        "required": figures.tally.required,
        "present": figures.tally.present,
        "excused": figures.tally.excused,
        "unexcused": figures.tally.unexcused,
        "spoke": figures.spoke,
        "score": points.points if points else None,
        "score_total": points.total if points else None,
        "tasks_given": figures.tasks_given,
        "tasks_open": figures.tasks_open,
        "tasks_overdue": figures.tasks_overdue,
        "petitions_raised": figures.raised,
        "visits": sum(visit.came for visit in figures.visits),
        "date": version.date,
        "month": figures.month,
        "received": version.received,
        "is_draft": key.is_draft,
        "holds": meeting.counts and version == meeting.current,
        "is_conflict": meeting.is_conflict,
        "on_day": figures.on_day,
        "is_thematic": figures.is_thematic,
    }
