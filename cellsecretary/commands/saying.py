"""What a command says: plain lines that a terminal shows and does not obey."""

from __future__ import annotations

import io
import sys

from cellsecretary.core.vietnamese import tidy, tidy_line


def say_anything() -> None:
    """Let the output take letters that it has no code for, as their numbers."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print what was done; names in it may hold anything, and a terminal obeys some of it."""
    print(tidy(text), flush=True)


def complain(text: str) -> None:
    """Print why nothing was done, in one line."""
    print(tidy_line(text), file=sys.stderr)
