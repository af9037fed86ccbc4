"""The files of a meeting that are ready to be posted on the members' electronic handbook.

The handbook (339-QĐ/TW, 10/7/2025) is on the network, the program is not: somebody carries the
files there. All members read them, so reasons of absence are left out as for the superior.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.redact import redact
from cellsecretary.exchange.packet import file_cell
from cellsecretary.papers.catalogue import fitting, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.record import MeetingRecord

BEFORE: Mapping[str, str] = {
    "notice": "GiayMoi",
    "agenda": "ChuongTrinh",
    "resolution": "DuThaoNghiQuyet",
}
"""What members are to read before a meeting, and its files, in the order of posting."""

AFTER: Mapping[str, str] = {
    "minutes": "BienBan",
    "resolution": "NghiQuyet",
    "assignment": "PhanCong",
}
"""What is posted once the meeting is closed."""


def handbook_folder(record: MeetingRecord) -> str:
    """Name the folder of the files: `ChiBoThon3_2026-11-03_1930_SoTay_Truoc`, or `_Sau`.

    What was posted before a meeting never lies beside what is posted after it.
    """
    cell = file_cell(record.cell.name, record.rules)
    meeting = record.meeting
    when = f"{meeting.date.isoformat()}_{meeting.starts:%H%M}"
    return f"{cell}_{when}_SoTay_{'Truoc' if record.is_open else 'Sau'}"


def handbook_files(record: MeetingRecord) -> tuple[tuple[str, bytes], ...]:
    """Give the files to post, numbered in their order."""
    forms = BEFORE if record.is_open else AFTER
    shown = redact(record)
    having = fitting(shown)
    there = [form for form in forms if form in having]
    return tuple(
        (f"{number}_{forms[form]}_{record.meeting.date.isoformat()}.pdf", render(form, shown))
        for number, form in enumerate(there, 1)
    )
