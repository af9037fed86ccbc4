"""What can be copied to a stick: a meeting, several, a time, the handover; each in some ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary import paths
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.operations.papers import note_period_sent, note_posted, note_sent
from cellsecretary.core.preferences import superior_key
from cellsecretary.core.sending import ReceiptState, SentState, period_sending, sent_line
from cellsecretary.exchange.handbook import handbook_files, handbook_folder
from cellsecretary.exchange.handover import gather, packed
from cellsecretary.exchange.keys import signing_key
from cellsecretary.exchange.packet import (
    Profile,
    loose_papers,
    loose_period_papers,
    pack_meeting,
    pack_period,
)
from cellsecretary.exchange.seal import sealed
from cellsecretary.ui.courier import Load
from cellsecretary.ui.wording import day_text, period_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.sending import Sending
    from cellsecretary.exchange.packet import Packet
    from cellsecretary.ui.session import Session


@dataclass(frozen=True, slots=True)
class Way:
    """One way to copy: what it is called, how its files are made, and what follows.

    `pack` runs beside the window and may touch no book. `arrived` is told the place once all is
    there. `then` is an act offered afterwards, by its name. `told` is said of what is no paper.
    """

    name: str
    pack: Callable[[], Load]
    arrived: Callable[[str], Refusal | None] | None = None
    then_name: str = ""
    then: Callable[[], Refusal | None] | None = None
    told: str = ""


class Cargo(QObject):
    """Something that can be copied. Subclasses say what it is and in which ways."""

    def title(self) -> str:
        """Say what is copied."""
        raise NotImplementedError

    def last(self) -> str:
        """Say when it was copied before, and whether it changed since; empty for nothing."""
        return ""

    def ways(self) -> tuple[Way, ...]:
        """Give the ways to copy it, the usual one first."""
        raise NotImplementedError


class BookCargo(Cargo):
    """Something of a book."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def _recipient(self) -> str:
        """The public key that packets are sealed for, empty for none."""
        return superior_key(self._session.register.preferences)

    @property
    def _packet_name(self) -> str:
        if self._recipient:
            return self.tr("&Packet for the superior, sealed: nobody else can open it")
        return self.tr("&Packet for the superior: one file with the papers in it")

    def _last(self, known: Sending) -> str:
        if known.last is None:
            return self.tr("Not copied to be sent yet.")
        sentences = {
            SentState.SENT: self.tr("Copied on {day} to {place}."),
            SentState.CHANGED_SINCE: self.tr("Copied on {day} to {place}; it has changed since."),
            SentState.DRAFT_SENT: self.tr("A draft was copied on {day} to {place}."),
        }
        sentence = sentences[known.state]
        return sentence.format(day=day_text(known.last.at), place=known.last.place)


class MeetingCargo(BookCargo):
    """A meeting: its packet, its papers, or the files for the electronic handbook."""

    def __init__(
        self, session: Session, record: MeetingRecord, parent: QObject | None = None
    ) -> None:
        super().__init__(session, parent)
        self._record = record

    def title(self) -> str:
        """Say which meeting it is, and whether its papers are drafts."""
        meeting = self._record.meeting
        closed = meeting.state is MeetingState.CLOSED
        draft = self.tr("Meeting of {day}, not closed: the papers say that they are drafts")
        sentence = self.tr("Meeting of {day}, closed") if closed else draft
        return sentence.format(day=day_text(meeting.date))

    def last(self) -> str:
        """Say when its packet was copied, and what the superior has of it."""
        line = sent_line(self._record, self._session.register)
        if line.receipt is None or line.receipt_state is None:
            return self._last(line.sending)
        said = {
            ReceiptState.SAME: self.tr("The superior received it on {day}."),
            ReceiptState.OLDER: self.tr("The superior received an older version on {day}."),
            ReceiptState.NEWER: self.tr("The superior received a newer version on {day}."),
            ReceiptState.PAPER: self.tr("The superior received it on paper on {day}."),
        }[line.receipt_state].format(day=day_text(line.receipt.received))
        # A packet that the command line wrote is not noted here; the receipt proves it.
        return f"{self._last(line.sending)} {said}" if line.sending.last else said

    def ways(self) -> tuple[Way, ...]:
        """Give packet, papers and handbook."""
        record, book = self._record, self._session.book.path
        return (
            Way(
                self._packet_name,
                partial(_packets, (record,), book, self._recipient),
                lambda place: self._session.do(note_sent, (record,), place),
            ),
            Way(
                self.tr("&Only the papers, to be printed elsewhere"),
                partial(_papers, record),
            ),
            Way(
                self.tr("Files for the electronic &handbook, in a folder of their own"),
                partial(_handbook, record),
                then_name=self.tr("They are posted"),
                then=self._note_posted,
            ),
        )

    def _note_posted(self) -> Refusal | None:
        record = self._session.meeting(self._record.meeting.id)
        return self._session.do(note_posted, record, self._session.register)


class MeetingsCargo(BookCargo):
    """Several meetings, a packet each."""

    def __init__(
        self, session: Session, records: Sequence[MeetingRecord], parent: QObject | None = None
    ) -> None:
        super().__init__(session, parent)
        self._records = tuple(records)

    def title(self) -> str:
        """Name the days of the meetings."""
        days = ", ".join(day_text(record.meeting.date) for record in self._records)
        return self.tr("%n meeting(s): {days}", "", len(self._records)).format(days=days)

    def ways(self) -> tuple[Way, ...]:
        """Give the packets."""
        return (
            Way(
                self.tr("A packet for each meeting"),
                partial(_packets, self._records, self._session.book.path, self._recipient),
                lambda place: self._session.do(note_sent, self._records, place),
            ),
        )


class PeriodCargo(BookCargo):
    """A month, a quarter or a year: its packet, or its papers."""

    def __init__(
        self, session: Session, period: PeriodRecord, parent: QObject | None = None
    ) -> None:
        super().__init__(session, parent)
        self._period = period

    def title(self) -> str:
        """Name the time, and say whether a meeting in it is not closed."""
        period = self._period.period
        named = self.tr("{period} of {year}").format(period=period_text(period), year=period.year)
        draft = self.tr("{period}; a meeting is not closed: the papers say that they are drafts")
        return draft.format(period=named) if self._period.is_draft else named

    def last(self) -> str:
        """Say when its packet was copied."""
        return self._last(period_sending(self._period, self._session.register.paper_traces))

    def ways(self) -> tuple[Way, ...]:
        """Give packet and papers."""
        period, book = self._period, self._session.book.path
        return (
            Way(
                self._packet_name,
                partial(_period_packet, period, book, self._recipient),
                lambda place: self._session.do(note_period_sent, period, place),
            ),
            Way(
                self.tr("&Only the papers, to be printed elsewhere"),
                partial(_period_papers, period),
            ),
        )


class HandoverCargo(BookCargo):
    """The book for the successor."""

    def title(self) -> str:
        """Say what is in it."""
        if self._session.book.key is not None:
            return self.tr("The whole book, locked by its password, and its key, as one file")
        return self.tr("The whole book, its key, and the papers of the last year, as one file")

    def ways(self) -> tuple[Way, ...]:
        """Give the one file."""
        found = gather(self._session.book, self._session.now(), paths.backups_folder())

        def pack() -> Load:
            return Load(((found.name, packed(found)),), found.papers)

        return (Way(self.tr("Handover file"), pack),)


def _packets(records: Sequence[MeetingRecord], book: Path, recipient: str) -> Load:
    key = signing_key(book)
    return _loaded(recipient, *(pack_meeting(one, Profile.COMMUNE, key) for one in records))


def _period_packet(period: PeriodRecord, book: Path, recipient: str) -> Load:
    return _loaded(recipient, pack_period(period, Profile.COMMUNE, signing_key(book)))


def _loaded(recipient: str, *packets: Packet) -> Load:
    files = tuple(
        (packet.name, sealed(packet.content, recipient) if recipient else packet.content)
        for packet in packets
    )
    return Load(files, sum(packet.papers for packet in packets))


def _papers(record: MeetingRecord) -> Load:
    files = loose_papers(record)
    return Load(files, len(files))


def _period_papers(period: PeriodRecord) -> Load:
    files = loose_period_papers(period)
    return Load(files, len(files))


def _handbook(record: MeetingRecord) -> Load:
    files = handbook_files(record)
    return Load(files, len(files), handbook_folder(record))
