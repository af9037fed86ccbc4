"""The command line: for the helper who maintains the laptop, the commune office, scripts, tests.

Exit codes: 0 done, 1 refused or failed with one plain sentence on stderr, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from cellsecretary import paths
from cellsecretary.commands import asked, board, keeping, packets, searching
from cellsecretary.commands.asked import CommandError
from cellsecretary.commands.saying import complain, say, say_anything
from cellsecretary.core.plain import PlainError
from cellsecretary.core.portions import PortionKind
from cellsecretary.messages import Messages
from cellsecretary.rules import RuleFileError, bundled, text_of
from cellsecretary.sentences.rules import changed, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.year_plan import PlannedMonth
    from cellsecretary.papers import Wish

PLANNED_YEARS = range(1900, 2200)
MOST_MONTHS = 1200
"""Where a plan may begin, and how long it may be."""

DONE, FAILED, WRONG_USAGE = 0, 1, 2


def is_command(word: str) -> bool:
    """Tell whether the first word of the command line is a command and not a file."""
    return word in COMMANDS


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    words = Messages.load("vi")
    say_anything()
    options = _parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options, words)
    except CommandError as error:
        complain(str(error))
    except RuleFileError as error:
        complain(words.command("broken_rule_file", file=error.file, line=error.line))
    except paths.MissingFile as error:
        complain(words.command("missing_program_file", path=error.path))
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        # A name longer than the disk takes, a stick that was pulled: nobody asked it before.
        complain(words.command("out_of_reach", path=error.filename or ""))
    except UnicodeEncodeError as error:
        complain(words.command("no_text", text=error.object))
    return FAILED


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="cellsecretary")
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("demo", help="replay a scenario into a new book")
    demo.add_argument("file", type=Path)
    demo.add_argument("--from", dest="scenario", type=Path, metavar="SCENARIO.json")
    demo.add_argument("--progress", action="store_true", help="print a line after each step")
    show = commands.add_parser("show", help="give a meeting's record, or a period, as JSON")
    show.add_argument("file", type=Path)
    asked = show.add_mutually_exclusive_group()
    asked.add_argument("--meeting", metavar="DATE[:KIND]")
    asked.add_argument("--period", metavar="2026-11|2026-Q4|2026")
    show.add_argument("--json", action="store_true", required=True)
    paper = commands.add_parser("paper", help="write one paper as a PDF")
    paper.add_argument("file", type=Path, nargs="?")
    paper.add_argument("--form", metavar="NAME")
    paper.add_argument("--meeting", metavar="DATE[:KIND]")
    paper.add_argument("--period", metavar="2026-11|2026-Q4|2026")
    for option, kind, what in (
        ("--member", PortionKind.MEMBER, "the slip of this member"),
        ("--rated", PortionKind.RATED, "the sheet of this member in the yearly review"),
        ("--item", PortionKind.ITEM, "this item"),
        ("--number", PortionKind.RESOLUTION, "the resolution of this number"),
    ):
        text = f"only {what}; can be given several times"
        paper.add_argument(option, dest=kind, type=int, action="append", metavar="N", help=text)
    paper.add_argument("-o", "--output", type=Path, metavar="OUT.pdf")
    paper.add_argument("--list", action="store_true", help="name the forms")
    plan = commands.add_parser("plan", help="give the days of meeting, month by month")
    plan.add_argument("file", type=Path)
    plan.add_argument("--from", dest="first", required=True, metavar="YYYY-MM")
    plan.add_argument("--months", type=int, default=12, metavar="N")
    plan.add_argument("--json", action="store_true")
    hand = commands.add_parser("handover", help="write everything a successor needs into one file")
    hand.add_argument("file", type=Path)
    hand.add_argument("--to", type=Path, required=True, metavar="DIR")
    rule_file = commands.add_parser("rules", help="check a rule file and say what it changes")
    rule_file.add_argument("file", type=Path, metavar="FILE.toml")
    rule_file.add_argument("--book", type=Path, help="compare with the rules that a book uses")
    searching.add_parsers(commands)
    packets.add_parsers(commands)
    board.add_parsers(commands)
    keeping.add_parsers(commands)
    return parser


# The commands


def demo(options: argparse.Namespace, words: Messages) -> int:
    """Replay a scenario into a new book; the file is made only when the whole of it plays."""
    from cellsecretary.exchange.replay import Replay, ReplayRefused, rehearsed
    from cellsecretary.exchange.scenario import read_scenario
    from cellsecretary.store import Book, BookError

    source = options.scenario or paths.resource("sample", "cell.json")
    try:
        scenario = read_scenario(source.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(words.command("file_unreadable", path=source)) from error
    except PlainError as error:
        raise CommandError(words.plain(error, source)) from error
    if options.file.exists() and not Book.is_left_over(options.file):
        raise CommandError(words.command("file_exists", path=options.file))
    rules = bundled()
    try:
        rehearsal, replay = rehearsed(scenario, rules)
        book = Book.create(options.file, rules)
        if options.progress:
            for number, step in enumerate(Replay(scenario, book).steps(), 1):
                say(f"committed {number} {words.act(step.act, step.words)}")
        book.close()
        if not options.progress:
            rehearsal.copy_to(options.file)
        rehearsal.close()
    except ReplayRefused as error:
        reason = _sentences(error.refusal, words)
        raise CommandError(words.command("replay_refused", file=source, reason=reason)) from error
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    for record, refusal in replay.refused:
        meeting = record.meeting
        say(
            words.command(
                "left_open",
                date=meeting.date.strftime("%d/%m/%Y"),
                kind=words.value(meeting.kind),
                reason=_sentences(refusal, words),
            )
        )
    return DONE


def _sentences(refusal: Refusal, words: Messages) -> str:
    return " ".join(words.refusal(problem) for problem in refusal.problems)


def show(options: argparse.Namespace, words: Messages) -> int:
    """Print the record of a meeting with its facts and results, or the figures of a period."""
    from cellsecretary.core.period_facts import period_facts
    from cellsecretary.core.shown import shown

    with asked.opened(options.file, words) as book:
        if options.period is None:
            found = shown(asked.meeting(book, options.meeting, words))
        else:
            found = period_facts(asked.named_period(book, options.period, words))
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return DONE


def paper(options: argparse.Namespace, words: Messages) -> int:
    """Write one paper; an older file stays as it was until the new one is whole."""
    from cellsecretary.core.score import with_superior
    from cellsecretary.papers import FORMS, PaperError, write
    from cellsecretary.store.records import cell_record

    if options.list:
        print("\n".join(FORMS))
        return DONE
    if options.file is None or options.form is None or options.output is None:
        complain(words.command("usage"))
        return WRONG_USAGE
    if options.form not in FORMS:
        forms = ", ".join(FORMS)
        raise CommandError(words.command("unknown_form", form=options.form, forms=forms))
    form = FORMS[options.form]
    if any(getattr(options, kind) for kind in PortionKind if kind is not form.portions):
        raise CommandError(words.command("other_portions", form=options.form))
    record: MeetingRecord | PeriodRecord
    wish: Wish = ()
    with asked.opened(options.file, words) as book:
        if options.period or not form.of_meeting:
            record = asked.period(book, options, form.spans, words)
        else:
            record = asked.meeting(book, options.meeting, words)
            record = with_superior(record, cell_record(book))
        if form.portions:
            wish = asked.wish(record, form.portions, options, words)
    try:
        write(options.form, record, options.output, wish)
    except PaperError as error:
        raise CommandError(words.paper(error.fault, error.place)) from error
    return DONE


def plan(options: argparse.Namespace, words: Messages) -> int:
    """Print the planned day of each month, with the reason where it is not simply the rule's."""
    from cellsecretary.core.period import Span, read_period
    from cellsecretary.core.year_plan import month_plan
    from cellsecretary.store.records import cell_record

    first = read_period(options.first)
    if first is None or first.span is not Span.MONTH or first.year not in PLANNED_YEARS:
        raise CommandError(words.command("unknown_month", month=options.first))
    if not 1 <= options.months <= MOST_MONTHS:
        raise CommandError(words.command("wrong_month_count", most=MOST_MONTHS))
    with asked.opened(options.file, words) as book:
        months = month_plan(cell_record(book), first.first, options.months, book.rules)
    if options.json:
        print(
            json.dumps([_planned(month, words) for month in months], ensure_ascii=False, indent=1)
        )
        return DONE
    for month in months:
        earlier, later = [f"{day:%d/%m/%Y}" for day in month.proposals] or ("", "")
        say(
            words.command(
                "planned_month",
                month=f"{month.month:%m/%Y}",
                date=month.date,
                reason=words.moved(month),
                earlier=earlier,
                later=later,
            )
        )
    return DONE


def handover(options: argparse.Namespace, words: Messages) -> int:
    """Write the handover file of a book into a folder, and name it."""
    from cellsecretary.exchange.delivery import DeliveryError
    from cellsecretary.exchange.handover import hand_over

    with asked.opened(options.file, words) as book:
        try:
            path = hand_over(book, options.to, dt.datetime.now(), paths.backups_folder())
        except DeliveryError as error:
            raise CommandError(words.undelivered(error.why, error.place)) from error
    say(words.command("paper_written", path=path))
    return DONE


def rules(options: argparse.Namespace, words: Messages) -> int:
    """Check a rule file before it is handed out, and print what it would change from today on."""
    from cellsecretary.rules.comparing import differences
    from cellsecretary.store.records import cell_record

    now = bundled()
    if options.book is not None:
        with asked.opened(options.book, words) as book:
            used = cell_record(book).rule_files
        now = now.with_files(tuple((file.name, file.text) for file in used))
    try:
        text = text_of(options.file)
        found = differences(now, options.file.name, text, dt.date.today())
    except RuleFileError as error:
        raise CommandError(refused(words, error)) from error
    for difference in found:
        say(changed(words, difference))
    if not found:
        say(words.command("rules_unchanged", file=options.file.name))
    return DONE


def send(options: argparse.Namespace, words: Messages) -> int:
    """Copy a packet of a meeting or of a period to a folder, and say so when it is there."""
    from cellsecretary.core.period import Span
    from cellsecretary.core.preferences import superior_key
    from cellsecretary.store.records import cell_record

    record: MeetingRecord | PeriodRecord
    with asked.opened(options.file, words, in_its_name=True) as book:
        if options.period:
            record = asked.period(book, options, tuple(Span), words)
        else:
            record = asked.meeting(book, options.meeting, words)
        if not options.full:
            options.seal = options.seal or superior_key(cell_record(book).preferences)
    return _told(lambda: packets.send_packet(record, options, words))


def verify(options: argparse.Namespace, words: Messages) -> int:
    """Say whether a packet is whole and unaltered, from which cell, and for whom it is sealed."""
    return _told(lambda: packets.verified(options.packet, words))


def take_in(options: argparse.Namespace, words: Messages) -> int:
    """Take packets back into the book that they came from, or into a new one."""
    return _told(lambda: packets.taken_in(options, words))


def collect(options: argparse.Namespace, words: Messages) -> int:
    """Take the packets in folders onto the board of a superior, and say what each was."""
    say(board.collected(options, words))
    return DONE


def show_board(options: argparse.Namespace, words: Messages) -> int:
    """Print a board, or write its figures for other engines."""
    if options.parquet is not None:
        say(board.as_parquet(options, words))
        return DONE
    for piece in board.shown(options, words):
        print(piece, end="")
    return DONE


def reply(options: argparse.Namespace, words: Messages) -> int:
    """Take over what the superior sent back on the stick."""
    return _told(lambda: packets.reply_taken(options, words))


def search(options: argparse.Namespace, words: Messages) -> int:
    """Print where words stand in a book."""
    return _told(lambda: searching.found(options, words))


def check(options: argparse.Namespace, words: Messages) -> int:
    """Say whether a book or a board is sound."""
    return _told(lambda: keeping.checked(options, words))


def backup(options: argparse.Namespace, words: Messages) -> int:
    """Make a proven copy of a book or a board."""
    return _told(lambda: keeping.backed_up(options, words))


def restore(options: argparse.Namespace, words: Messages) -> int:
    """Put a copy in the place of a book or a board."""
    return _told(lambda: keeping.restored(options, words))


def _told(act: Callable[[], str]) -> int:
    try:
        say(act())
    except packets.PacketRefused as refused:
        raise CommandError(str(refused)) from refused
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace, Messages], int]] = {
    "demo": demo,
    "show": show,
    "paper": paper,
    "plan": plan,
    "handover": handover,
    "rules": rules,
    "send": send,
    "verify": verify,
    "import": take_in,
    "collect": collect,
    "board": show_board,
    "reply": reply,
    "search": search,
    "check": check,
    "backup": backup,
    "restore": restore,
}


def _planned(month: PlannedMonth, words: Messages) -> dict[str, Any]:
    return {
        "for_month": f"{month.month:%Y-%m}",
        "date": month.date.isoformat(),
        "reason": words.moved(month),
        "needs_decision": month.needs_decision,
        "proposals": [day.isoformat() for day in month.proposals],
    }
