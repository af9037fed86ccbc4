"""Commands that keep a file: whether it is sound, copies of it, and going back to one."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

from cellsecretary import paths
from cellsecretary.commands.asked import CommandError, looked, opening, unlocking

if TYPE_CHECKING:
    import argparse

    from cellsecretary.messages import Messages


def add_parsers(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the commands to the parser of the command line."""
    from pathlib import Path

    check = commands.add_parser("check", help="say whether a book or a board is sound")
    check.add_argument("file", type=Path)
    backup = commands.add_parser("backup", help="make a proven copy of a book or a board")
    backup.add_argument("file", type=Path)
    backup.add_argument("--to", type=Path, metavar="DIR", help="not among the backups, but there")
    restore = commands.add_parser("restore", help="put a copy in the place of a file")
    restore.add_argument("backup", type=Path)
    restore.add_argument("file", type=Path)


def checked(options: argparse.Namespace, words: Messages) -> str:
    """Say that a file is sound and how far its journal reaches; else raise with what is wrong."""
    from cellsecretary.sentences.recovery import finding, rebuilt
    from cellsecretary.store import BookError
    from cellsecretary.store.backups import Backups
    from cellsecretary.store.checking import check
    from cellsecretary.store.recovering import rebuilds

    try:
        with closing(looked(options.file, words)) as ledger:
            found = check(ledger)
            if found:
                lines = [words.recovery("unsound", file=options.file.name)]
                raise CommandError("\n".join([*lines, *(finding(words, one) for one in found)]))
            said = words.recovery("sound", file=options.file.name, steps=ledger.last_step())
            backups = Backups.of(paths.backups_folder(), ledger)
            try:
                return f"{said}\n{rebuilt(words, rebuilds(ledger, backups))}"
            except BookError as error:
                wrong = words.recovery("not_rebuilt", place=backups.folder)
                raise CommandError(f"{said}\n{wrong}") from error
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error


def backed_up(options: argparse.Namespace, words: Messages) -> str:
    """Make a proven copy, and say where it is."""
    from cellsecretary.exchange.delivery import DeliveryError, deliver
    from cellsecretary.exchange.stick_copy import copied
    from cellsecretary.store import BookError
    from cellsecretary.store.backups import Backups

    now = dt.datetime.now()
    try:
        with closing(looked(options.file, words)) as ledger:
            if options.to is not None:
                copy = copied(ledger, ledger.path.stem, now.date())
                name = f"{ledger.path.stem}_{now:%Y-%m-%d_%H%M%S}{ledger.path.suffix}"
                for one, content in copy.named(name):
                    made = deliver(content, options.to, one)
                return words.recovery("backup_made", path=made.path)
            kept = Backups.of(paths.backups_folder(), ledger).make(ledger, now)
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    except DeliveryError as error:
        raise CommandError(words.undelivered(error.why, error.place)) from error
    if kept is None:
        return words.recovery("backup_known")
    return words.recovery("backup_made", path=kept.path)


def restored(options: argparse.Namespace, words: Messages) -> str:
    """Put a copy in the place of a file; what was there is kept, and it is said where."""
    from cellsecretary.store import BookError

    try:
        kept = unlocking(
            lambda: opening().bring_back(options.file, options.backup), words, by_secretary=True
        )
    except BookError as error:
        raise CommandError(words.fault(error.fault, error.path)) from error
    said = [words.recovery("restored_to", copy=options.backup.name, path=options.file)]
    if kept is not None:
        said.append(words.recovery("kept_before", path=kept))
    return "\n".join(said)
