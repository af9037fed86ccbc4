"""The commands of the stick: packets go out and come back, replies of the superior come in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.exchange.packet import Packet
    from cellsecretary.messages import Messages


def add_parsers(commands: argparse._SubParsersAction[Any]) -> None:
    """Tell the command line what these commands take."""
    send = commands.add_parser("send", help="copy a packet for the superior to a folder, checked")
    send.add_argument("file", type=Path)
    send.add_argument("--meeting", metavar="DATE[:KIND]")
    send.add_argument("--period", metavar="2026-11|2026-Q4|2026")
    send.add_argument("--to", type=Path, required=True, metavar="DIR")
    send.add_argument("--seal", metavar="KEY", help="the public key age1… of the receiver")
    send.add_argument("--full", action="store_true", help="with what the superior need not know")
    take = commands.add_parser("import", help="take packets back into their book, or a new one")
    take.add_argument("file", type=Path)
    take.add_argument("packets", type=Path, nargs="+", metavar="PACKET")
    take.add_argument("--yes", action="store_true", help="do it; without, only say what it changes")
    reply = commands.add_parser("reply", help="take over what the superior sent back")
    reply.add_argument("file", type=Path)
    reply.add_argument("reply", type=Path, metavar="REPLY")
    reply.add_argument("--yes", action="store_true", help="do it; without, only say what is new")
    reply.add_argument(
        "--accept-key", action="store_true", help="accept the key that signed it, once compared"
    )
    verify = commands.add_parser("verify", help="say whether a packet is whole, and whose")
    verify.add_argument("packet", type=Path)


def send_packet(
    record: MeetingRecord | PeriodRecord, options: argparse.Namespace, words: Messages
) -> str:
    """Copy a packet and give the sentence that says so; `PacketRefused` carries another one."""
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.exchange.delivery import DeliveryError, deliver
    from cellsecretary.exchange.keys import signing_key
    from cellsecretary.exchange.packet import Profile, pack_meeting, pack_period
    from cellsecretary.exchange.packet_reader import name_beside
    from cellsecretary.exchange.seal import NoPublicKey, sealed
    from cellsecretary.store.key_file import KeyFileError

    profile = Profile.FULL if options.full else Profile.COMMUNE
    try:
        key = signing_key(options.file)
    except KeyFileError as error:
        raise PacketRefused(words.command("key_damaged", name=error)) from error
    except OSError as error:
        raise PacketRefused(words.command("key_not_written")) from error
    packet: Packet
    if isinstance(record, PeriodRecord):
        packet = pack_period(record, profile, key)
    else:
        packet = pack_meeting(record, profile, key)
    content = packet.content
    try:
        if options.seal:
            content = sealed(content, options.seal)
        sent = deliver(content, options.to, name_beside(options.to, packet.name, content))
    except NoPublicKey as error:
        raise PacketRefused(words.command("no_public_key")) from error
    except DeliveryError as error:
        raise PacketRefused(words.undelivered(error.why, error.place)) from error
    return words.command("sent", papers=packet.papers, path=sent.path)


def verified(path: Path, words: Messages) -> str:
    """Say that a packet is whole, what it holds, who signed it, or for whom it is sealed."""
    from cellsecretary.exchange.keys import printed_code
    from cellsecretary.exchange.packet import PAPERS, SubjectKind
    from cellsecretary.exchange.packet_reader import open_packet, packet_bytes
    from cellsecretary.exchange.packet_zip import PacketError
    from cellsecretary.exchange.seal import seal_of
    from cellsecretary.rules import bundled

    try:
        data = packet_bytes(path)
        seal = seal_of(data)
        if seal is not None:
            return words.command("packet_sealed", recipient=seal.recipient)
        opened = open_packet(data, bundled())
    except PacketError as error:
        raise PacketRefused(words.packet(error.flaw, path)) from error
    told = opened.manifest
    is_meeting = told.subject.kind is SubjectKind.MEETING
    lines = [
        words.command(
            "packet_whole",
            cell=told.sender.name,
            superior=told.sender.superior,
            date=told.subject.code if is_meeting else "",
            period="" if is_meeting else told.subject.code,
            papers=sum(entry.name.startswith(PAPERS) for entry in told.files),
        )
    ]
    if opened.is_practice:
        lines.append(words.command("packet_practice"))
    if told.draft:
        lines.append(words.command("packet_draft"))
    if opened.signer is None:
        lines.append(words.packet_word("unsigned"))
    else:
        lines.append(words.packet_word("signed_by", code=printed_code(opened.signer)))
    return "\n".join(lines)


def taken_in(options: argparse.Namespace, words: Messages) -> str:
    """Say what packets change in a book, and with `--yes` change it; a missing book is begun."""
    import datetime as dt
    import secrets

    from cellsecretary.commands import asked
    from cellsecretary.core.change import Changes, Context
    from cellsecretary.exchange import intake
    from cellsecretary.exchange.keys import public_key
    from cellsecretary.exchange.packet_zip import PacketError
    from cellsecretary.rules import bundled
    from cellsecretary.sentences import packets as packet_sentences
    from cellsecretary.store import Book, BookError

    ctx = Context(dt.datetime.now(), lambda: secrets.token_hex(8))
    rules = bundled()
    is_new = not options.file.exists() or Book.is_left_over(options.file)
    try:
        brought = intake.bring(options.packets, rules)
        with (
            closing(intake.empty_book(brought, ctx, rules))
            if is_new
            else asked.opened(options.file, words, write=True)
        ) as book:
            found = intake.preview(book, brought, ctx)
            lines = [
                words.packet_word(
                    "meeting",
                    date=one.record.meeting.date.isoformat(),
                    kind=words.value(one.record.meeting.kind),
                    what=words.value(one.arrival),
                )
                for one in found.found
            ]
            if not isinstance(found.answer, Changes):
                raise PacketRefused(" ".join([*lines, words.refusals(found.answer)]))
            lines += packet_sentences.signers(words, brought, public_key(options.file))
            lines += packet_sentences.changes(words, found.tallies)
            lines += packet_sentences.left_out(words, found.tallies, brought)
            if not options.yes:
                return "\n".join([*lines, words.packet_word("say_yes")])
            if not is_new:
                lines += asked.backed_up(book, ctx.now, words)
            book.apply(found.answer, ctx.now)
            if is_new:
                intake.write_book(book, options.file, rules)
    except intake.PacketRefused as error:
        raise PacketRefused(words.packet(error.flaw, error.path)) from error
    except PacketError as error:
        raise PacketRefused(words.packet(error.flaw, options.packets[0])) from error
    except BookError as error:
        raise PacketRefused(words.fault(error.fault, error.path)) from error
    return "\n".join([*lines, words.packet_word("taken_in", path=options.file)])


def reply_taken(options: argparse.Namespace, words: Messages) -> str:
    """Say what is new in a reply of the superior, and with `--yes` take it over."""
    import datetime as dt
    import secrets

    from cellsecretary.commands import asked
    from cellsecretary.core.change import Changes, Context
    from cellsecretary.core.lengths import within_limits
    from cellsecretary.core.operations.reply import reply_lines, take_reply
    from cellsecretary.exchange.packet_zip import PacketError
    from cellsecretary.exchange.reply import read_reply
    from cellsecretary.exchange.reply_look import look_at
    from cellsecretary.rules import Rulebook
    from cellsecretary.sentences import replies as reply_sentences
    from cellsecretary.store import BookError
    from cellsecretary.store.records import cell_record, meeting_record

    ctx = Context(dt.datetime.now(), lambda: secrets.token_hex(8))
    try:
        opened = read_reply(options.reply)
    except PacketError as error:
        raise PacketRefused(words.reply_file(error.flaw, options.reply)) from error
    try:
        with asked.opened(options.file, words, write=True) as book:
            rules = book.rule_source()
            assert isinstance(rules, Rulebook), "the program opens books with its rule files"
            register = cell_record(book)
            look = look_at(opened, register, rules)
            signed = look.signed(accept=options.accept_key)
            given = (register, ctx, look.reply, signed, lambda key: meeting_record(book, key))
            answer = within_limits(take_reply(*given))
            lines = [reply_sentences.origin(words, look)]
            lines.append(reply_sentences.signature(words, look, register))
            lines += reply_sentences.care(words, look, register)
            if look.reply.cell == register.cell.id:
                lines += [reply_sentences.line(words, one) for one in reply_lines(*given)]
            if not isinstance(answer, Changes):
                # In one line, whatever the remarks of the superior hold.
                said = " ".join([*lines, words.refusals(answer)])
                raise PacketRefused(" ".join(said.split()))
            if signed.accept:
                lines.append(words.reply_word("accepts", code=look.code))
            if not options.yes:
                return "\n".join([*lines, words.reply_word("say_yes")])
            lines += asked.backed_up(book, ctx.now, words)
            book.apply(answer, ctx.now)
    except BookError as error:
        raise PacketRefused(words.fault(error.fault, error.path)) from error
    return "\n".join([*lines, words.reply_word("taken", path=options.file)])


class PacketRefused(Exception):
    """A packet was not copied, or is not to be believed; the text is the one plain sentence."""
