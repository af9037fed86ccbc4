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
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.plain import PlainError, to_plain
from cellsecretary.core.portions import PortionKind, portions
from cellsecretary.messages import Messages
from cellsecretary.rule_sentences import changed, refused
from cellsecretary.rules import RuleFileError, bundled, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.period import PeriodRecord, Span
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Vote
    from cellsecretary.core.year_plan import PlannedMonth
    from cellsecretary.papers import Wish
    from cellsecretary.store import Book

LATER = ("search", "check", "backup", "restore", "send", "verify", "collect", "board")
"""Commands of the design that this release does not have yet; they say so with exit code 2."""

PLANNED_YEARS = range(1900, 2200)
MOST_MONTHS = 1200
"""Where a plan may begin, and how long it may be."""

DONE, FAILED, WRONG_USAGE = 0, 1, 2


class CommandError(Exception):
    """A command cannot do what it was asked; the text is the one plain sentence."""


def is_command(word: str) -> bool:
    """Tell whether the first word of the command line is a command and not a file."""
    return word in COMMANDS or word in LATER


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    words = Messages.load("vi")
    if arguments[0] in LATER:
        print(words.command("not_yet", name=arguments[0]), file=sys.stderr)
        return WRONG_USAGE
    options = _parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options, words)
    except CommandError as error:
        print(error, file=sys.stderr)
    except RuleFileError as error:
        print(words.command("broken_rule_file", file=error.file, line=error.line), file=sys.stderr)
    except paths.MissingFile as error:
        print(words.command("missing_program_file", path=error.path), file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
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
    rule_file = commands.add_parser("rules", help="check a rule file and say what it changes")
    rule_file.add_argument("file", type=Path, metavar="FILE.toml")
    rule_file.add_argument("--book", type=Path, help="compare with the rules that a book uses")
    return parser


# The commands


def demo(options: argparse.Namespace, words: Messages) -> int:
    """Replay a scenario into a new book; the file is made only when the whole of it plays."""
    from cellsecretary.exchange.replay import Replay, ReplayRefused
    from cellsecretary.exchange.scenario import read_scenario
    from cellsecretary.store import Book, BookError

    source = options.scenario or paths.resource("sample", "cell.json")
    try:
        scenario = read_scenario(source.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(words.command("file_unreadable", path=source)) from error
    except PlainError as error:
        raise CommandError(words.plain(error, source)) from error
    if options.file.exists():
        raise CommandError(words.command("file_exists", path=options.file))
    rules = bundled()
    try:
        rehearsal = Book.in_memory(rules)
        for _ in Replay(scenario, rehearsal).steps():
            pass
        rehearsal.close()
        book = Book.create(options.file, rules)
        replay = Replay(scenario, book)
        for number, step in enumerate(replay.steps(), 1):
            if options.progress:
                print(f"committed {number} {words.act(step.act, step.words)}", flush=True)
        book.close()
    except ReplayRefused as error:
        reason = _sentences(error.refusal, words)
        raise CommandError(words.command("replay_refused", file=source, reason=reason)) from error
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    for record, refusal in replay.refused:
        meeting = record.meeting
        print(
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

    with _opened(options.file, words) as book:
        if options.period is None:
            found = shown(_meeting(book, options.meeting, words))
        else:
            found = to_plain(period_facts(_asked_period(book, options.period, words)))
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return DONE


def paper(options: argparse.Namespace, words: Messages) -> int:
    """Write one paper; an older file stays as it was until the new one is whole."""
    from cellsecretary.papers import FORMS, PaperError, write

    if options.list:
        print("\n".join(FORMS))
        return DONE
    if options.file is None or options.form is None or options.output is None:
        print(words.command("usage"), file=sys.stderr)
        return WRONG_USAGE
    if options.form not in FORMS:
        forms = ", ".join(FORMS)
        raise CommandError(words.command("unknown_form", form=options.form, forms=forms))
    form = FORMS[options.form]
    if any(getattr(options, kind) for kind in PortionKind if kind is not form.portions):
        raise CommandError(words.command("other_portions", form=options.form))
    record: MeetingRecord | PeriodRecord
    wish: Wish = ()
    with _opened(options.file, words) as book:
        if options.period or not form.of_meeting:
            record = _period(book, options, form.spans, words)
        else:
            record = _meeting(book, options.meeting, words)
        if form.portions:
            wish = _wish(record, form.portions, options, words)
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
    with _opened(options.file, words) as book:
        months = month_plan(cell_record(book), first.first, options.months, book.rules)
    if options.json:
        print(
            json.dumps([_planned(month, words) for month in months], ensure_ascii=False, indent=1)
        )
        return DONE
    for month in months:
        earlier, later = [f"{day:%d/%m/%Y}" for day in month.proposals] or ("", "")
        print(
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


def rules(options: argparse.Namespace, words: Messages) -> int:
    """Check a rule file before it is handed out, and print what it would change from today on."""
    from cellsecretary.rules.comparing import differences
    from cellsecretary.store.records import cell_record

    now = bundled()
    if options.book is not None:
        with _opened(options.book, words) as book:
            used = cell_record(book).rule_files
        now = now.with_files(tuple((file.name, file.text) for file in used))
    try:
        text = text_of(options.file)
        found = differences(now, options.file.name, text, dt.date.today())
    except RuleFileError as error:
        raise CommandError(refused(words, error)) from error
    for difference in found:
        print(changed(words, difference))
    if not found:
        print(words.command("rules_unchanged", file=options.file.name))
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace, Messages], int]] = {
    "demo": demo,
    "show": show,
    "paper": paper,
    "plan": plan,
    "rules": rules,
}


def shown(record: MeetingRecord) -> dict[str, Any]:
    """Give what `show --json` prints; docs/record.md describes it."""
    from cellsecretary.core.facts import facts
    from cellsecretary.core.record import RECORD_FORMAT

    plain = to_plain(record)
    rules = plain.pop("rules")
    return {
        "format": RECORD_FORMAT,
        "state": record.meeting.state.value,
        "facts": to_plain(facts(record)),
        **plain,
        "votes": [_shown_vote(record, vote) for vote in record.votes],
        "sources": rules["sources"],
    }


def _shown_vote(record: MeetingRecord, vote: Vote) -> dict[str, Any]:
    from cellsecretary.core.facts import vote_result

    plain = to_plain(vote)
    plain["for"] = plain.pop("in_favour")
    return {**plain, "result": to_plain(vote_result(record, vote))}


def _planned(month: PlannedMonth, words: Messages) -> dict[str, Any]:
    return {
        "for_month": f"{month.month:%Y-%m}",
        "date": month.date.isoformat(),
        "reason": words.moved(month),
        "needs_decision": month.needs_decision,
        "proposals": [day.isoformat() for day in month.proposals],
    }


class _opened:  # noqa: N801 - used as a function in a with statement
    """Open a book for one command; its faults become the command's one sentence."""

    def __init__(self, file: Path, words: Messages) -> None:
        self._file = file
        self._words = words

    def __enter__(self) -> Book:
        from cellsecretary.store import Book, BookError

        try:
            self._book = Book.open(self._file, bundled())
        except BookError as error:
            raise CommandError(self._words.fault(error.fault, error.path)) from error
        return self._book

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        from cellsecretary.store import BookError

        self._book.close()
        if isinstance(error, BookError):
            raise CommandError(self._words.fault(error.fault, error.path)) from error


def _period(
    book: Book, options: argparse.Namespace, spans: Sequence[Span], words: Messages
) -> PeriodRecord:
    """Find the period that is asked for; without one that in which the wanted meeting lies."""
    from cellsecretary.core.period import period_with
    from cellsecretary.store.records import period_record

    if options.period is None:
        day = _meeting(book, options.meeting, words).meeting.date
        return period_record(book, period_with(day, spans[0]))
    record = _asked_period(book, options.period, words)
    if record.period.span not in spans:
        raise CommandError(words.command("wrong_period", form=options.form, period=options.period))
    return record


def _asked_period(book: Book, asked: str, words: Messages) -> PeriodRecord:
    """Find the period that a text names."""
    from cellsecretary.core.period import read_period
    from cellsecretary.store.records import period_record

    period = read_period(asked)
    if period is None:
        raise CommandError(words.command("unknown_period", period=asked))
    return period_record(book, period)


def _wish(
    record: MeetingRecord | PeriodRecord,
    kind: PortionKind,
    options: argparse.Namespace,
    words: Messages,
) -> Wish:
    """Find the portions whose numbers are asked for."""
    numbers: Sequence[int] = getattr(options, kind) or ()
    there = portions(record, kind)
    for number in numbers:
        if number not in {portion.number for portion in there}:
            raise CommandError(words.command(f"unknown_{kind}", number=number))
    return tuple(portion.id for portion in there if portion.number in numbers)


def _meeting(book: Book, wanted: str | None, words: Messages) -> MeetingRecord:
    """Find the meeting that DATE or DATE:KIND names; without one the newest that is not planned."""
    from cellsecretary.store.records import meeting_record

    if wanted is None:
        key = book.value(
            "select id from meetings order by state in ('running', 'closed') desc, "
            "date desc, starts desc limit 1"
        )
        if key is None:
            raise CommandError(words.command("no_meeting"))
        return meeting_record(book, str(key))
    day, _, kind = wanted.partition(":")
    try:
        date = dt.date.fromisoformat(day)
        kinds = [MeetingKind(kind)] if kind else list(MeetingKind)
    except ValueError as error:
        raise CommandError(words.command("unknown_meeting", meeting=wanted)) from error
    marks = ", ".join("?" * len(kinds))
    keys = book.values(
        f"select id from meetings where date = ? and kind in ({marks}) "
        "order by state = 'cancelled', kind = 'committee', starts",
        date.isoformat(),
        *(str(one) for one in kinds),
    )
    if not keys:
        raise CommandError(words.command("unknown_meeting", meeting=wanted))
    return meeting_record(book, keys[0])
