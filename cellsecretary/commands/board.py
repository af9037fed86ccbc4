"""The commands of the superior: `collect` takes packets onto a board, `board` prints it."""

from __future__ import annotations

import os
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cellsecretary.commands.asked import CommandError, backed_up, opening, unlocking

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.exchange.collecting import Report, SearchTrouble
    from cellsecretary.exchange.office_keys import OfficeKeys
    from cellsecretary.messages import Messages


_PIECES = 10_000


def add_parsers(commands: argparse._SubParsersAction[Any]) -> None:
    """Tell the command line what the two commands take."""
    collect = commands.add_parser("collect", help="take the packets of cells onto a board")
    collect.add_argument("board", type=Path, metavar="BOARD")
    collect.add_argument("places", type=Path, nargs="+", metavar="DIR")
    text = "accept cells, names, keys and boards that are not known yet"
    collect.add_argument("--accept-new", action="store_true", help=text)
    text = "write a reply to each cell back into the folder that its packets came from"
    collect.add_argument("--reply", action="store_true", help=text)
    text = "a file with the password of the office's keys, to open sealed packets and sign replies"
    collect.add_argument("--password-file", type=Path, metavar="FILE", help=text)
    board = commands.add_parser("board", help="give what a board holds as JSON or as Parquet")
    board.add_argument("board", type=Path, metavar="BOARD")
    kind = board.add_mutually_exclusive_group(required=True)
    kind.add_argument("--json", action="store_true")
    text = "write the figures of all versions as a table for other engines"
    kind.add_argument("--parquet", type=Path, metavar="OUT.parquet", help=text)


def collected(options: argparse.Namespace, words: Messages) -> str:
    """Take what folders hold onto a board, and say what became of each file and in all."""
    import datetime as dt
    import secrets

    from cellsecretary.core.change import Context
    from cellsecretary.exchange.collecting import Collecting, counts, lines_of, packets_in
    from cellsecretary.exchange.office_keys import office_key_file
    from cellsecretary.rules import bundled
    from cellsecretary.store import BookError
    from cellsecretary.store.board import Board

    for place in options.places:
        if not os.path.exists(place):
            raise CommandError(words.collected("no_place", path=place))
    rules = bundled()
    keys = _keys(options, words)
    if options.reply and keys is None and office_key_file(options.board).exists():
        raise CommandError(words.reply_back("locked"))
    own = options.board.resolve()
    try:
        if not options.board.exists() or Board.is_left_over(options.board):
            Board.create(options.board, rules).close()
        opened = unlocking(
            lambda: opening().write_as_it_is(Board, options.board), words, by_secretary=True
        )
        with closing(opened):
            board = opened.ledger
            assert isinstance(board, Board)
            now = dt.datetime.now()
            uncopied = [*backed_up(board, now, words)]
            collecting = Collecting(
                board,
                rules,
                lambda: Context(now, lambda: secrets.token_hex(8)),
                accept_new=options.accept_new,
                keys=keys,
            )
            troubles: list[tuple[SearchTrouble, Path]] = []

            def tell(trouble: SearchTrouble, path: Path) -> None:
                troubles.append((trouble, path))

            found = (path for path in packets_in(options.places, tell) if path.resolve() != own)
            reports = list(collecting.take_all(found))
            place = ", ".join(path.name or str(path) for path in options.places)
            board.note_arrivals(lines_of(reports, now, place))
            record = board.whole() if options.reply else None
            # What packets brought stands in no line of the journal.
            uncopied += backed_up(board, now, words)
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    told = counts(reports)
    numbers = {name: getattr(told, name) for name in told.__slots__}
    lines = [*(_line(report, words) for report in reports), words.collected("counts", **numbers)]
    lines.append(words.collected("taken", path=options.board))
    lines += uncopied[:1]
    if troubles:
        trouble, path = troubles[0]
        lines.append(words.collected(trouble.value, path=path))
        raise CommandError("\n".join(lines))
    if record is None:
        return "\n".join(lines)
    try:
        return "\n".join([*lines, *_replied(record, reports, options.places, keys, now, words)])
    except CommandError as error:
        raise CommandError("\n".join([*lines, str(error)])) from error


def _replied(
    record: BoardRecord,
    reports: Sequence[Report],
    places: Iterable[Path],
    keys: OfficeKeys | None,
    now: dt.datetime,
    words: Messages,
) -> list[str]:
    """Write the replies into each folder, and say what became of each."""
    from cellsecretary.exchange.replying import NoOfficeError, senders_of, write_replies
    from cellsecretary.sentences.boards import written

    lines = [] if keys is not None else [words.reply_back("unsigned")]
    failed = False
    for place in places:
        folder = place if place.is_dir() else place.parent
        cells = senders_of(one for one in reports if one.path.is_relative_to(place))
        try:
            replies = write_replies(record, cells, folder, keys, now)
        except NoOfficeError as error:
            raise CommandError(words.reply_back("no_office")) from error
        lines += [written(words, one) for one in replies]
        done = sum(one.trouble is None for one in replies)
        lines.append(words.reply_back("written", count=done, path=folder))
        failed = failed or done < len(replies)
    if failed:
        raise CommandError("\n".join(lines))
    return lines


def shown(options: argparse.Namespace, words: Messages) -> Iterator[str]:
    """Give a board as JSON, the same bytes whatever order its packets came in.

    In pieces, since that of a province has a hundred million letters.
    """
    import json

    from cellsecretary.core.board.shown import shown_board
    from cellsecretary.rules import bundled
    from cellsecretary.store import BookError
    from cellsecretary.store.board import Board

    rules = bundled()
    try:
        with closing(unlocking(lambda: Board.look(options.board, rules), words)) as board:
            plain = shown_board(board.whole(), rules)
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    pieces = json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(plain)
    while some := "".join(islice(pieces, _PIECES)):
        yield some
    yield "\n"


def as_parquet(options: argparse.Namespace, words: Messages) -> str:
    """Write the figures of a board as a Parquet file, and say so."""
    from cellsecretary.exchange.parquet import ParquetMissing, parquet_bytes
    from cellsecretary.papers import PaperError
    from cellsecretary.papers.target import replace_file
    from cellsecretary.rules import bundled
    from cellsecretary.store import BookError
    from cellsecretary.store.board import Board

    try:
        with closing(unlocking(lambda: Board.look(options.board, bundled()), words)) as board:
            replace_file(options.parquet, parquet_bytes(board.whole()))
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    except ParquetMissing as error:
        raise CommandError(words.command("parquet_missing")) from error
    except PaperError as error:
        raise CommandError(words.command("output_not_written", path=options.parquet)) from error
    return words.command("parquet_written", path=options.parquet)


def _line(report: Report, words: Messages) -> str:
    from cellsecretary.exchange.keys import printed_code

    sender = report.sender
    if report.reason is not None:
        name = sender.name if sender else ""
        code = printed_code(bytes.fromhex(sender.key)) if sender and sender.key else ""
        return words.set_aside(report.reason, report.path, name, code)
    days = ", ".join(subject.date.strftime("%d/%m/%Y") for subject in report.subjects)
    return words.collected(
        "line",
        name=sender.name if sender else report.path.name,
        meetings=days if sender else "",
        what=words.value(report.arrived),
    )


def _keys(options: argparse.Namespace, words: Messages) -> OfficeKeys | None:
    from cellsecretary.exchange.office_keys import OfficeKeyError, unlock

    if options.password_file is None:
        return None
    try:
        password = options.password_file.read_text(encoding="utf-8-sig").strip("\r\n")
        return unlock(options.board, password)
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(words.command("file_unreadable", path=options.password_file)) from error
    except OfficeKeyError as error:
        raise CommandError(words.office_keys(error.trouble, error.place)) from error
